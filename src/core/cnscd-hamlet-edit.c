/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-edit.h"

#include <glib/gi18n-lib.h>

#include "cnscd-schedule-records.h"
#include "cnscd-vocabulary.h"

/* What was noted before stays. */
static void
add_note (CnscdHamlet *hamlet, const char *note)
{
  g_autofree char *both = NULL;

  if (note == NULL)
    return;

  if (hamlet->note != NULL)
    both = g_strdup_printf ("%s; %s", hamlet->note, note);
  cnscd_record_set (hamlet, note, both != NULL ? both : note);
}

static void
move_teams (CnscdChangeSet *set, GPtrArray *teams, const CnscdHamlet *to)
{
  for (guint i = 0; i < teams->len; i++)
    {
      g_autoptr (CnscdTeam) moved = cnscd_record_copy (teams->pdata[i]);

      cnscd_record_set (moved, hamlet, to->record.id);
      cnscd_change_set_edit (set, teams->pdata[i], moved);
    }
}

/* Those that are in the new hamlet, for the former one is no more on their day. */
static void
move_sessions (CnscdChangeSet *set, GPtrArray *sessions, CnscdDate from, const CnscdHamlet *to)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      CnscdSession *session = sessions->pdata[i];
      g_autoptr (CnscdSession) moved = NULL;

      if (session->starts_at < cnscd_time_new (from, 0))
        continue;

      moved = cnscd_record_copy (session);
      cnscd_record_set (moved, hamlet, to->record.id);
      cnscd_change_set_edit (set, session, moved);
    }
}

static void
clear_details (gpointer data)
{
  CnscdHamletDetails *details = data;

  cnscd_record_unref (details->hamlet);
  g_ptr_array_unref (details->profiles);
  g_ptr_array_unref (details->teams);
  g_ptr_array_unref (details->sessions);
}

/**
 * cnscd_hamlet_details_new: (skip)
 * @hamlet: a hamlet
 *
 * Returns: (transfer full): its details, without figures, teams and sessions yet
 */
CnscdHamletDetails *
cnscd_hamlet_details_new (CnscdHamlet *hamlet)
{
  CnscdHamletDetails *details;

  g_return_val_if_fail (hamlet != NULL, NULL);

  details = g_atomic_rc_box_new0 (CnscdHamletDetails);
  details->hamlet = cnscd_record_ref (hamlet);
  details->profiles = g_ptr_array_new_with_free_func (cnscd_record_unref);
  details->teams = g_ptr_array_new_with_free_func (cnscd_record_unref);
  details->sessions = g_ptr_array_new_with_free_func (cnscd_record_unref);
  return details;
}

/**
 * cnscd_hamlet_details_ref: (skip)
 * @details: details
 *
 * Returns: (transfer full): @details; safe from any thread
 */
CnscdHamletDetails *
cnscd_hamlet_details_ref (CnscdHamletDetails *details)
{
  g_return_val_if_fail (details != NULL, NULL);

  return g_atomic_rc_box_acquire (details);
}

/**
 * cnscd_hamlet_details_unref: (skip)
 * @details: (transfer full): details
 */
void
cnscd_hamlet_details_unref (CnscdHamletDetails *details)
{
  g_return_if_fail (details != NULL);

  g_atomic_rc_box_release_full (details, clear_details);
}

/**
 * cnscd_hamlet_list_records:
 * @details: (element-type CnscdHamletDetails): hamlets, which must outlive the list
 *
 * Returns: (transfer container) (element-type CnscdHamlet): their records
 */
GPtrArray *
cnscd_hamlet_list_records (GPtrArray *details)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < details->len; i++)
    g_ptr_array_add (records, ((CnscdHamletDetails *) details->pdata[i])->hamlet);
  return records;
}

/**
 * cnscd_hamlet_dup_title:
 * @hamlet: a hamlet
 *
 * Returns: (transfer full): its name within a sentence: "xóm Ba Nhất"
 */
char *
cnscd_hamlet_dup_title (const CnscdHamlet *hamlet)
{
  g_return_val_if_fail (hamlet != NULL, NULL);

  return cnscd_hamlet_full_name ((CnscdHamletKind) hamlet->kind, hamlet->name);
}

/**
 * cnscd_hamlet_join_titles:
 * @hamlets: (element-type CnscdHamlet): at least one
 *
 * Returns: (transfer full): their names in a sentence: "xóm A, xóm B and xóm C"
 */
char *
cnscd_hamlet_join_titles (GPtrArray *hamlets)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (hamlets != NULL && hamlets->len > 0, NULL);

  for (guint i = 0; i + 1 < hamlets->len; i++)
    {
      g_autofree char *title = cnscd_hamlet_dup_title (hamlets->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", title);
    }
  if (hamlets->len > 1)
    {
      g_autofree char *last = cnscd_hamlet_dup_title (hamlets->pdata[hamlets->len - 1]);

      /* Translators: the last two of a list: "xóm A, xóm B" and "xóm C" */
      return g_strdup_printf (_ ("%s and %s"), text->str, last);
    }

  return cnscd_hamlet_dup_title (hamlets->pdata[0]);
}

/**
 * cnscd_hamlet_is_former:
 * @hamlet: a hamlet
 * @today: today in Vietnam
 *
 * Returns: whether it ended before today; one that ended in 2025, of which no more is known, did
 *   so when 2025 is over
 */
gboolean
cnscd_hamlet_is_former (const CnscdHamlet *hamlet, CnscdDate today)
{
  CnscdDate last;

  g_return_val_if_fail (hamlet != NULL, FALSE);

  last = hamlet->valid_to;
  if (!cnscd_date_is_known (last))
    return FALSE;
  if (last.month == 0)
    last.month = 12;
  if (last.day == 0)
    last.day = 31;
  return cnscd_date_compare (last, today) < 0;
}

/**
 * cnscd_hamlet_first_end:
 * @valid_from: the first day of a hamlet, or unknown
 *
 * Returns: the first day on which there can be no such hamlet any more: the
 *   one after @valid_from; @valid_from itself where its day is not known
 */
CnscdDate
cnscd_hamlet_first_end (CnscdDate valid_from)
{
  return cnscd_date_is_full (valid_from) ? cnscd_date_add_days (valid_from, 1) : valid_from;
}

/**
 * cnscd_hamlet_sum_profiles:
 * @hamlets: (element-type CnscdHamletDetails): those that merge
 * @into: the hamlet that they become
 * @as_of: of which day the figures are
 *
 * Adds up the newest figures of hamlets. What is not known of each of them is
 * not known of all: an unknown is not 0.
 *
 * Returns: (transfer full) (nullable): the figures of @into, or %NULL when none is known
 */
CnscdHamletProfile *
cnscd_hamlet_sum_profiles (GPtrArray *hamlets, const CnscdHamlet *into, CnscdDate as_of)
{
  g_autoptr (CnscdHamletProfile) sum = NULL;
  gboolean known = FALSE;

  g_return_val_if_fail (hamlets != NULL && into != NULL, NULL);

  sum = cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, into->record.unit);
  cnscd_record_set (sum, hamlet, into->record.id);
  sum->as_of = as_of;
  for (guint i = 0; i < CNSCD_KIND_HAMLET_PROFILE.n_fields; i++)
    {
      const CnscdField *field = &CNSCD_KIND_HAMLET_PROFILE.fields[i];
      gint64 total = 0;

      if (field->type != CNSCD_FIELD_COUNT)
        continue;

      for (guint h = 0; h < hamlets->len && total != CNSCD_COUNT_UNKNOWN; h++)
        {
          const CnscdHamletDetails *details = hamlets->pdata[h];
          gint64 count = details->profiles->len > 0
                           ? G_STRUCT_MEMBER (gint64, details->profiles->pdata[0], field->offset)
                           : CNSCD_COUNT_UNKNOWN;

          total = count != CNSCD_COUNT_UNKNOWN && count <= G_MAXINT64 - total ? total + count
                                                                              : CNSCD_COUNT_UNKNOWN;
        }
      G_STRUCT_MEMBER (gint64, sum, field->offset) = total;
      known |= total != CNSCD_COUNT_UNKNOWN;
    }

  return known ? g_steal_pointer (&sum) : NULL;
}

/**
 * cnscd_hamlet_end:
 * @set: gets the changes
 * @hamlet: a hamlet
 * @from: the first day on which there is no such hamlet
 * @note: (nullable): why, in words
 *
 * Ends a hamlet; its teams stay as they are. One that was to end before that
 * anyway does so.
 */
void
cnscd_hamlet_end (CnscdChangeSet *set, CnscdHamlet *hamlet, CnscdDate from, const char *note)
{
  g_autoptr (CnscdHamlet) ended = NULL;
  CnscdDate last;

  g_return_if_fail (set != NULL && hamlet != NULL && cnscd_date_is_full (from));

  ended = cnscd_record_copy (hamlet);
  last = cnscd_date_add_days (from, -1);
  if (!cnscd_date_is_known (ended->valid_to) || cnscd_date_compare (ended->valid_to, last) > 0)
    ended->valid_to = last;
  add_note (ended, note);
  cnscd_change_set_edit (set, hamlet, ended);
}

/**
 * cnscd_hamlet_merge:
 * @set: gets the changes
 * @hamlets: (element-type CnscdHamletDetails): those that merge, of one commune
 * @into: the hamlet that they become, new and not shared yet
 * @from: its first day
 * @with_teams: whether their teams are of @into from now on; a team need not
 *   be that of a hamlet that still exists
 *
 * Merges hamlets (sáp nhập): they end, @into begins, with their figures added
 * up, and each has it in its note what it came from or became. Sessions from
 * that day on are in @into.
 */
void
cnscd_hamlet_merge (CnscdChangeSet *set,
                    GPtrArray *hamlets,
                    CnscdHamlet *into,
                    CnscdDate from,
                    gboolean with_teams)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (CnscdHamletProfile) profile = NULL;
  g_autofree char *day = NULL;
  g_autofree char *old_titles = NULL;
  g_autofree char *new_title = NULL;
  g_autofree char *old_note = NULL;
  g_autofree char *new_note = NULL;

  g_return_if_fail (set != NULL && hamlets != NULL && hamlets->len > 0 && into != NULL);
  g_return_if_fail (cnscd_date_is_full (from));

  records = cnscd_hamlet_list_records (hamlets);
  day = cnscd_date_format (from);
  old_titles = cnscd_hamlet_join_titles (records);
  new_title = cnscd_hamlet_dup_title (into);
  /* Translators: "xóm A and xóm B", and a date */
  new_note = g_strdup_printf (_ ("Merged from %s on %s"), old_titles, day);
  /* Translators: "xóm C", and a date */
  old_note = g_strdup_printf (_ ("Merged into %s on %s"), new_title, day);

  into->valid_from = from;
  add_note (into, new_note);
  cnscd_change_set_add (set, into);
  profile = cnscd_hamlet_sum_profiles (hamlets, into, from);
  if (profile != NULL)
    cnscd_change_set_add (set, profile);
  for (guint i = 0; i < hamlets->len; i++)
    {
      const CnscdHamletDetails *details = hamlets->pdata[i];

      cnscd_hamlet_end (set, details->hamlet, from, old_note);
      if (with_teams)
        move_teams (set, details->teams, into);
      move_sessions (set, details->sessions, from, into);
    }
}

/**
 * cnscd_hamlet_split:
 * @set: gets the changes
 * @details: the hamlet that is split
 * @into: (element-type CnscdHamlet): what it becomes, new and not shared yet
 * @from: their first day
 * @with_teams: whether its teams are of the first of @into from now on, and its sessions in it
 *
 * Splits a hamlet (chia tách): it ends, those of @into begin, and each has it
 * in its note what it came from or became. Nobody knows their figures yet.
 */
void
cnscd_hamlet_split (CnscdChangeSet *set,
                    CnscdHamletDetails *details,
                    GPtrArray *into,
                    CnscdDate from,
                    gboolean with_teams)
{
  g_autofree char *day = NULL;
  g_autofree char *old_title = NULL;
  g_autofree char *new_titles = NULL;
  g_autofree char *old_note = NULL;
  g_autofree char *new_note = NULL;

  g_return_if_fail (set != NULL && details != NULL && into != NULL && into->len > 0);
  g_return_if_fail (cnscd_date_is_full (from));

  day = cnscd_date_format (from);
  old_title = cnscd_hamlet_dup_title (details->hamlet);
  new_titles = cnscd_hamlet_join_titles (into);
  /* Translators: "xóm A", and a date */
  new_note = g_strdup_printf (_ ("Split off from %s on %s"), old_title, day);
  /* Translators: "xóm B and xóm C", and a date */
  old_note = g_strdup_printf (_ ("Split into %s on %s"), new_titles, day);

  for (guint i = 0; i < into->len; i++)
    {
      CnscdHamlet *hamlet = into->pdata[i];

      hamlet->valid_from = from;
      add_note (hamlet, new_note);
      cnscd_change_set_add (set, hamlet);
    }
  cnscd_hamlet_end (set, details->hamlet, from, old_note);
  if (with_teams)
    {
      move_teams (set, details->teams, into->pdata[0]);
      move_sessions (set, details->sessions, from, into->pdata[0]);
    }
}
