/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-conflict.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-phone.h"
#include "core/cnscd-records.h"
#include "core/cnscd-schedule-records.h"
#include "core/cnscd-time.h"
#include "cnscd-record-store.h"

/* More would leave no room for the question that they are part of. */
#define MAX_LINES 8

/* What forms call fields; those that are missing are named by their kind alone. */
static const struct
{
  const CnscdKind *kind; /* (nullable): of every kind */
  const char *field;
  const char *context; /* (nullable) */
  const char *title;
} titles[] = {
  { &CNSCD_KIND_PERSON, "full_name", NULL, N_ ("Full name") },
  { &CNSCD_KIND_PERSON, "gender", NULL, N_ ("Gender") },
  { &CNSCD_KIND_PERSON, "birth", "field", NC_ ("field", "Born") },
  { &CNSCD_KIND_PERSON, "phone", NULL, N_ ("Phone") },
  { &CNSCD_KIND_PERSON, "legal_basis", NULL, N_ ("Legal basis") },
  { &CNSCD_KIND_PERSON, "legal_basis_on", NULL, N_ ("Legal basis since") },
  { &CNSCD_KIND_MEMBERSHIP, "role", "field", NC_ ("field", "Role") },
  { &CNSCD_KIND_MEMBERSHIP, "body", NULL, N_ ("Body represented") },
  { &CNSCD_KIND_MEMBERSHIP, "position", NULL, N_ ("Position there") },
  { &CNSCD_KIND_MEMBERSHIP, "end_reason", NULL, N_ ("Reason") },
  { &CNSCD_KIND_TEAM, "name", "team", NC_ ("team", "Name") },
  { &CNSCD_KIND_TEAM, "level", "team", NC_ ("team", "Level") },
  { &CNSCD_KIND_HAMLET, "name", "place", NC_ ("place", "Name") },
  { &CNSCD_KIND_DECISION, "number", "decision", NC_ ("decision", "Number") },
  { &CNSCD_KIND_DECISION, "date", "decision", NC_ ("decision", "Date") },
  { &CNSCD_KIND_DECISION, "kind", "decision", NC_ ("decision", "Kind") },
  { &CNSCD_KIND_DECISION, "issuer", NULL, N_ ("Issuer") },
  { &CNSCD_KIND_DECISION, "signer", NULL, N_ ("Signer") },
  { &CNSCD_KIND_DECISION, "subject", "decision", NC_ ("decision", "Subject") },
  { &CNSCD_KIND_HAMLET_PROFILE, "households", NULL, N_ ("Households") },
  { &CNSCD_KIND_HAMLET_PROFILE, "poor_households", NULL, N_ ("Poor households") },
  { &CNSCD_KIND_HAMLET_PROFILE, "near_poor_households", NULL, N_ ("Near-poor households") },
  { &CNSCD_KIND_HAMLET_PROFILE, "people", NULL, N_ ("People") },
  { &CNSCD_KIND_SESSION, "title", "session", NC_ ("session", "Title") },
  { &CNSCD_KIND_SESSION, "starts_at", "session", NC_ ("session", "Begins") },
  { &CNSCD_KIND_SESSION, "ends_at", "session", NC_ ("session", "Ends") },
  { &CNSCD_KIND_SESSION, "place", "session", NC_ ("session", "Place") },
  { &CNSCD_KIND_SESSION, "audience", "session", NC_ ("session", "Audience") },
  { &CNSCD_KIND_SESSION, "expected", "session", NC_ ("session", "People Expected") },
  { &CNSCD_KIND_SESSION, "state", "session", NC_ ("session", "State") },
  { &CNSCD_KIND_SESSION, "attendance", "session", NC_ ("session", "Total") },
  { &CNSCD_KIND_SESSION, "attendance_women", "session", NC_ ("session", "Women") },
  { &CNSCD_KIND_SESSION, "attendance_elderly", "session", NC_ ("session", "Elderly") },
  { &CNSCD_KIND_SESSION, "attendance_poor_households", "session",
    NC_ ("session", "Poor Households") },
  { &CNSCD_KIND_SESSION_RESULT, "value", NULL, N_ ("Results") },
  { NULL, "valid_from", NULL, N_ ("First day") },
  { NULL, "valid_to", NULL, N_ ("Last day") },
  { NULL, "hamlet", NULL, N_ ("Hamlet") },
  { NULL, "team", NULL, N_ ("Team") },
  { NULL, "decision", NULL, N_ ("Decision") },
  { NULL, "end_decision", NULL, N_ ("Decision") },
  { NULL, "note", NULL, N_ ("Note") },
};

/* Somebody else has changed it, and not to what it shall be. */
static gboolean
is_contested (const CnscdField *field, gconstpointer stored, const CnscdRecordChange *change)
{
  return !cnscd_field_equal (field, change->before, change->after) &&
         !cnscd_field_equal (field, change->before, stored) &&
         !cnscd_field_equal (field, stored, change->after);
}

/* Returns: (nullable) (transfer full): name of what a result counts, for a session has many */
static char *
dup_indicator (CnscdDatabase *database, gconstpointer stored)
{
  const CnscdSessionResult *result = stored;
  CnscdIndicator *indicator =
    cnscd_record_store_get (database, &CNSCD_KIND_INDICATOR, result->indicator, NULL);
  char *name = indicator != NULL ? g_strdup (indicator->name) : NULL;

  g_clear_pointer (&indicator, cnscd_record_unref);
  return name;
}

static const char *
get_title (const CnscdKind *kind, const CnscdField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if ((titles[i].kind != NULL && titles[i].kind != kind) ||
          !g_str_equal (titles[i].field, field->name))
        continue;
      return titles[i].context != NULL
               ? g_dpgettext2 (GETTEXT_PACKAGE, titles[i].context, titles[i].title)
               : g_dgettext (GETTEXT_PACKAGE, titles[i].title);
    }

  return _ ("Another field");
}

static char *
dup_time (const char *iso)
{
  CnscdTime time;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (!cnscd_time_read_iso (iso, &time))
    return g_strdup (iso);

  day = cnscd_date_format (cnscd_time_get_day (time));
  clock = cnscd_time_format_clock (time);
  return g_strdup_printf ("%s %s", clock, day);
}

/* %NULL for what is no text, number or day: the form shows what there is to choose from. */
static char *
dup_value (const CnscdField *field, gconstpointer stored)
{
  g_autofree char *text = cnscd_field_dup_text (field, stored);
  CnscdDate date;

  if (text == NULL || *text == '\0')
    return g_strdup ("—");
  if (field->type == CNSCD_FIELD_REFERENCE || field->type == CNSCD_FIELD_CHOICE)
    return NULL;
  if (field->type == CNSCD_FIELD_DATE && cnscd_date_read_iso (text, &date))
    return cnscd_date_format (date);
  if (field->type == CNSCD_FIELD_TIME)
    return dup_time (text);
  if (g_str_equal (field->name, "phone"))
    return cnscd_phone_format (text);
  return g_steal_pointer (&text);
}

static char *
dup_title (CnscdDatabase *database, gconstpointer stored, const CnscdField *field)
{
  const CnscdKind *kind = ((const CnscdRecord *) stored)->kind;
  char *name = NULL;

  if (kind == &CNSCD_KIND_SESSION_RESULT && g_str_equal (field->name, "value"))
    name = dup_indicator (database, stored);
  return name != NULL ? name : g_strdup (get_title (kind, field));
}

/**
 * cnscd_conflict_list: (skip)
 * @database: where @stored is
 * @stored: a record as it is now
 * @change: how somebody wants it, and had seen it
 * @lines: (element-type utf8): to which is added: the fields that somebody else changed
 *   meanwhile, what they shall say, and what is in them now
 *
 * Returns: whether nobody else has changed what @change does
 */
gboolean
cnscd_conflict_list (CnscdDatabase *database,
                     gconstpointer stored,
                     const CnscdRecordChange *change,
                     GPtrArray *lines)
{
  const CnscdKind *kind = ((const CnscdRecord *) stored)->kind;
  gboolean free_of_them = TRUE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CnscdField *field = &kind->fields[i];
      g_autofree char *title = NULL;
      g_autofree char *mine = NULL;
      g_autofree char *theirs = NULL;
      g_autofree char *both = NULL;

      if (!is_contested (field, stored, change))
        continue;

      free_of_them = FALSE;
      title = dup_title (database, stored, field);
      mine = dup_value (field, change->after);
      theirs = dup_value (field, stored);
      if (mine != NULL && theirs != NULL)
        /* Translators: the values of one field, "you typed 0912… · stored: 0913…" */
        both = g_strdup_printf (_ ("you typed %s · stored: %s"), mine, theirs);
      g_ptr_array_add (lines, both != NULL ? g_strdup_printf ("%s: %s", title, both)
                                           : g_steal_pointer (&title));
    }
  return free_of_them;
}

/**
 * cnscd_conflict_refuse: (skip)
 * @lines: (element-type utf8): what cnscd_conflict_list() has found
 * @error: return location for a #CnscdStoreError, %CNSCD_STORE_ERROR_CONFLICT
 *
 * Says what somebody else changed meanwhile.
 */
void
cnscd_conflict_refuse (GPtrArray *lines, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len && i < MAX_LINES; i++)
    g_string_append_printf (text, "\n%s", (const char *) lines->pdata[i]);
  if (lines->len > MAX_LINES)
    g_string_append (text, "\n…");
  /* Translators: %s are lines like "Phone: you typed … · stored: …" */
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_CONFLICT,
               _ ("Somebody changed this meanwhile:%s"), text->str);
}

/**
 * cnscd_conflict_yield: (skip)
 * @stored: a record as it is now
 * @change: how somebody wants it, and had seen it
 *
 * Returns: (transfer full): a copy of @stored with the changes to what nobody else has changed
 */
gpointer
cnscd_conflict_yield (gconstpointer stored, const CnscdRecordChange *change)
{
  const CnscdKind *kind = ((const CnscdRecord *) stored)->kind;
  gpointer after = cnscd_record_copy (change->after);
  gpointer merged;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CnscdField *field = &kind->fields[i];
      g_autofree char *text = NULL;

      if (!is_contested (field, stored, change))
        continue;
      text = cnscd_field_dup_text (field, change->before);
      cnscd_field_set_text (field, after, text);
    }

  merged = cnscd_record_merge (stored, change->before, after);
  cnscd_record_unref (after);
  return merged;
}
