/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-phone.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

/* Takes over what the file says, unless it says nothing or the same in another spelling. */
static void
update_text (gpointer record,
             char **field,
             const char *said,
             CnscdColumn column,
             GPtrArray *changes)
{
  g_autofree char *clean = NULL;

  if (said == NULL || g_strcmp0 (*field, said) == 0)
    return;
  clean = cnscd_text_clean (*field);
  if (g_strcmp0 (clean, said) == 0)
    return;
  cnscd_import_changes_add (changes, column, *field, said);
  cnscd_record_set_text (record, field, said);
}

static gboolean
has_accents (const char *name)
{
  g_autofree char *key = cnscd_text_match_key (name);
  g_autofree char *fold = cnscd_text_fold (key);

  return !g_str_equal (key, fold);
}

/* A name that lost its accents on the way does not replace one that has them. */
static void
update_name (Importer *importer,
             CnscdPerson *person,
             const CnscdRosterEntry *entry,
             GPtrArray *changes,
             gboolean *doubtful)
{
  if (cnscd_import_same_name (person->full_name, entry->full_name))
    return;

  *doubtful = TRUE;
  if (has_accents (person->full_name) && !has_accents (entry->full_name))
    {
      cnscd_findings_add (importer->plan->findings, CNSCD_FINDING_WARNING, "name-accents",
                          entry->sheet, entry->row, entry->column,
                          _ ("“%s” was taken for “%s”, whose name is kept as it is."),
                          entry->full_name, person->full_name);
      return;
    }
  cnscd_findings_add (
    importer->plan->findings, CNSCD_FINDING_WARNING, "name-accents", entry->sheet, entry->row,
    entry->column, _ ("“%s” was taken for “%s”, who gets this name. Check whether that is right."),
    entry->full_name, person->full_name);
  cnscd_import_changes_add (changes, CNSCD_COLUMN_FULL_NAME, person->full_name, entry->full_name);
  cnscd_record_set (person, full_name, entry->full_name);
}

static void
update_birth (CnscdPerson *person, CnscdDate said, GPtrArray *changes)
{
  if (!cnscd_date_is_known (said) || cnscd_date_equal (person->birth, said))
    return;
  /* a year does not replace a date of that year */
  if (person->birth.year == said.year &&
      (said.month == 0 || (said.day == 0 && said.month == person->birth.month)))
    return;
  cnscd_import_changes_add_birth (changes, person->birth, said);
  person->birth = said;
}

static gboolean
update_person (Importer *importer,
               UnitState *unit,
               PersonState *person,
               const CnscdRosterEntry *entry,
               GPtrArray *changes,
               gboolean *doubtful,
               GError **error)
{
  CnscdPerson *changed = cnscd_record_copy (person->record);

  update_name (importer, changed, entry, changes, doubtful);
  update_birth (changed, entry->birth, changes);
  if (entry->gender != CNSCD_GENDER_UNKNOWN && (int) entry->gender != changed->gender)
    {
      cnscd_import_changes_add (
        changes, CNSCD_COLUMN_GENDER,
        changed->gender != CNSCD_GENDER_UNKNOWN ? cnscd_gender_get_title (changed->gender) : NULL,
        cnscd_gender_get_title (entry->gender));
      changed->gender = entry->gender;
    }
  if (entry->phone != NULL && g_strcmp0 (changed->phone, entry->phone) != 0)
    {
      g_autofree char *stored = cnscd_phone_normalize (changed->phone);

      if (g_strcmp0 (stored, entry->phone) != 0)
        {
          g_autofree char *before =
            changed->phone != NULL ? cnscd_phone_format (changed->phone) : NULL;
          g_autofree char *after = cnscd_phone_format (entry->phone);

          cnscd_import_changes_add (changes, CNSCD_COLUMN_PHONE, before, after);
          cnscd_record_set (changed, phone, entry->phone);
        }
    }

  if (changes->len == 0)
    {
      cnscd_record_unref (changed);
      return TRUE;
    }
  cnscd_record_unref (person->record);
  person->record = changed;
  person->changed = TRUE;
  person->fold = cnscd_importer_fold (importer, changed->full_name);
  cnscd_importer_add_person (importer, unit, person);
  return cnscd_importer_put (importer, changed, error);
}

static gboolean
update_membership (Importer *importer,
                   MembershipState *membership,
                   const CnscdRosterEntry *entry,
                   GPtrArray *changes,
                   GError **error)
{
  CnscdMembership *changed = cnscd_record_copy (membership->record);
  guint length = changes->len;

  if (entry->role_given && (int) entry->role != changed->role)
    {
      cnscd_import_changes_add (
        changes, CNSCD_COLUMN_ROLE,
        changed->role != CNSCD_ROLE_UNKNOWN ? cnscd_role_get_title (changed->role) : NULL,
        cnscd_role_get_title (entry->role));
      changed->role = entry->role;
      membership->role = changed->role;
    }
  update_text (changed, &changed->position, entry->position, CNSCD_COLUMN_POSITION, changes);
  update_text (changed, &changed->body, entry->body, CNSCD_COLUMN_BODY, changes);
  update_text (changed, &changed->note, entry->note, CNSCD_COLUMN_NOTE, changes);

  if (changes->len == length)
    {
      cnscd_record_unref (changed);
      return TRUE;
    }
  cnscd_record_unref (membership->record);
  membership->record = changed;
  return cnscd_importer_put (importer, changed, error);
}

static gboolean
create_person (Importer *importer,
               UnitState *unit,
               const CnscdRosterEntry *entry,
               PersonState **person,
               GError **error)
{
  CnscdPerson *record = cnscd_record_new (&CNSCD_KIND_PERSON, unit->code);

  cnscd_record_set (record, full_name, entry->full_name);
  record->gender = entry->gender;
  record->birth = entry->birth;
  cnscd_record_set (record, phone, entry->phone);
  *person = cnscd_person_state_new (importer, record);
  (*person)->is_new = TRUE;
  cnscd_importer_add_person (importer, unit, *person);
  return cnscd_importer_add (importer, record, error);
}

static gboolean
create_membership (Importer *importer,
                   UnitState *unit,
                   TeamState *team,
                   PersonState *person,
                   const CnscdRosterEntry *entry,
                   GError **error)
{
  CnscdMembership *record = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, unit->code);
  MembershipState *membership;

  cnscd_record_set (record, team, team->record->record.id);
  cnscd_record_set (record, person, person->record->record.id);
  record->role = entry->role;
  cnscd_record_set (record, body, entry->body);
  cnscd_record_set (record, position, entry->position);
  cnscd_record_set (record, note, entry->note);
  record->ordinal = team->last_ordinal + 1;
  if (unit->decision != NULL)
    {
      cnscd_record_set (record, decision, unit->decision->record.id);
      record->valid_from = unit->decision->date;
    }
  membership = cnscd_importer_add_membership (importer, record, person, team);
  membership->claimed = membership->is_new = TRUE;
  if (!cnscd_importer_add (importer, record, error))
    return FALSE;
  if (importer->row_moves && !person->is_new)
    cnscd_importer_note_move (importer, &(MoveState) { entry, person, team, NULL, membership });
  else
    /* no other row can mean it, and a province has thousands of them */
    g_clear_pointer (&membership->record, cnscd_record_unref);
  return TRUE;
}

static CnscdImportItem *
add_item (Importer *importer,
          const CnscdRosterGroup *group,
          const CnscdRosterEntry *entry,
          CnscdImportFate fate)
{
  CnscdImportItem *item = g_new0 (CnscdImportItem, 1);

  item->group = group;
  item->entry = entry;
  item->fate = fate;
  g_ptr_array_add (importer->plan->items, item);
  if (fate == CNSCD_IMPORT_CREATE)
    importer->plan->members.created++;
  else if (fate == CNSCD_IMPORT_UPDATE)
    importer->plan->members.updated++;
  else
    importer->plan->members.unchanged++;
  return item;
}

/* The row speaks of a member who is in the team already. */
static gboolean
apply_to_member (Importer *importer,
                 UnitState *unit,
                 MembershipState *membership,
                 const CnscdRosterGroup *group,
                 const CnscdRosterEntry *entry,
                 GError **error)
{
  g_autoptr (GPtrArray) changes = cnscd_import_changes_new ();
  gboolean doubtful = FALSE;
  CnscdImportItem *item;

  membership->claimed = TRUE;
  if (!update_person (importer, unit, membership->person, entry, changes, &doubtful, error) ||
      !update_membership (importer, membership, entry, changes, error))
    return FALSE;
  item = add_item (importer, group, entry,
                   changes->len > 0 ? CNSCD_IMPORT_UPDATE : CNSCD_IMPORT_UNCHANGED);
  item->doubtful = doubtful;
  if (changes->len > 0)
    item->changes = g_steal_pointer (&changes);
  return TRUE;
}

/* Tells that the row was taken for somebody of another team, or of none. */
static void
report_elsewhere (Importer *importer,
                  const PersonState *person,
                  const CnscdRosterEntry *entry,
                  gboolean by_phone)
{
  const char *other = person->memberships != NULL
                        ? ((MembershipState *) person->memberships->pdata[0])->team->record->name
                        : NULL;

  cnscd_findings_add (
    importer->plan->findings, by_phone ? CNSCD_FINDING_INFO : CNSCD_FINDING_WARNING,
    "person-elsewhere", entry->sheet, entry->row, entry->column,
    _ ("%s was taken for the person with the same name in %s. Check whether that is right."),
    entry->full_name, other != NULL ? other : _ ("no team"));
}

/* The row speaks of somebody new to the team: @person, who is known elsewhere, or nobody known. */
static gboolean
apply_to_newcomer (Importer *importer,
                   UnitState *unit,
                   TeamState *team,
                   const CnscdRosterGroup *group,
                   const CnscdRosterEntry *entry,
                   PersonState **person,
                   gboolean doubtful,
                   GError **error)
{
  g_autoptr (GPtrArray) changes = cnscd_import_changes_new ();
  CnscdImportItem *item;

  if (*person != NULL)
    {
      if (!update_person (importer, unit, *person, entry, changes, &doubtful, error))
        return FALSE;
    }
  else if (!create_person (importer, unit, entry, person, error))
    return FALSE;

  if (!create_membership (importer, unit, team, *person, entry, error))
    return FALSE;
  item = add_item (importer, group, entry, CNSCD_IMPORT_CREATE);
  item->doubtful = doubtful;
  if (changes->len > 0)
    item->changes = g_steal_pointer (&changes);
  return TRUE;
}

/* Nobody has decided who the row is: its values tell. */
static gboolean
apply_by_itself (Importer *importer,
                 UnitState *unit,
                 TeamState *team,
                 const CnscdRosterGroup *group,
                 const CnscdRosterEntry *entry,
                 PersonState **person,
                 GError **error)
{
  MembershipState *membership = cnscd_importer_match_in_team (importer, unit, team, entry);
  gboolean by_phone = TRUE;

  if (membership != NULL)
    {
      *person = membership->person;
      if (!cnscd_import_same_name ((*person)->record->full_name, entry->full_name) ||
          cnscd_person_compare_births ((*person)->record->birth, entry->birth) ==
            CNSCD_EVIDENCE_AGAINST)
        cnscd_importer_add_pair (importer, team, entry, *person, TRUE);
      return apply_to_member (importer, unit, membership, group, entry, error);
    }

  membership = cnscd_importer_match_repeated (importer, unit, team, entry);
  if (membership != NULL)
    {
      if (!cnscd_importer_add_pair (importer, team, entry, membership->person, TRUE))
        cnscd_findings_add (importer->plan->findings, CNSCD_FINDING_WARNING, "row-repeated",
                            entry->sheet, entry->row, entry->column,
                            _ ("%s is listed in this team more than once; the first row counts."),
                            entry->full_name);
      return TRUE;
    }

  *person = cnscd_importer_match_elsewhere (importer, unit, team, entry);
  if (*person != NULL)
    {
      importer->row_moves = importer->options->moves;
      by_phone = cnscd_person_compare_phones ((*person)->record->phone, entry->phone) ==
                 CNSCD_EVIDENCE_STRONG;
      /* Who is in another team of the database is shown with both places, for somebody to decide;
       * one whom the file itself puts into two teams is in both. */
      if ((by_phone && (*person)->is_new &&
           cnscd_import_same_name ((*person)->record->full_name, entry->full_name)) ||
          !cnscd_importer_add_pair (importer, team, entry, *person, TRUE))
        report_elsewhere (importer, *person, entry, by_phone);
    }
  else
    cnscd_importer_add_candidates (importer, unit, team, entry);
  return apply_to_newcomer (importer, unit, team, group, entry, person, !by_phone, error);
}

/* Somebody has decided that the row is @person, or nobody who is known. */
static gboolean
apply_as_decided (Importer *importer,
                  UnitState *unit,
                  TeamState *team,
                  const CnscdRosterGroup *group,
                  const CnscdRosterEntry *entry,
                  PersonState **person,
                  GError **error)
{
  g_autoptr (GPtrArray) others = NULL;
  MembershipState *membership = NULL;

  if (*person != NULL)
    {
      cnscd_importer_add_pair (importer, team, entry, *person, TRUE);
      membership = cnscd_importer_find_membership (*person, team, FALSE);
      if (membership != NULL)
        return apply_to_member (importer, unit, membership, group, entry, error);
      /* an earlier row has said it all */
      if (cnscd_importer_find_membership (*person, team, TRUE) != NULL)
        {
          *person = NULL;
          return TRUE;
        }
    }
  else
    {
      cnscd_importer_add_candidates (importer, unit, team, entry);
      others = cnscd_importer_find_candidates (importer, unit, team, entry);
    }
  return apply_to_newcomer (importer, unit, team, group, entry, person, FALSE, error) &&
         (others == NULL || cnscd_importer_tell_apart (importer, *person, others, error));
}

/**
 * cnscd_importer_apply_entry:
 * @importer: an importer
 * @unit: the commune
 * @team: the row's team
 * @group: what the file says of the team
 * @entry: a row
 * @error: return location for an error
 *
 * Brings one row into the store.
 *
 * Returns: whether nothing failed
 */
gboolean
cnscd_importer_apply_entry (Importer *importer,
                            UnitState *unit,
                            TeamState *team,
                            const CnscdRosterGroup *group,
                            const CnscdRosterEntry *entry,
                            GError **error)
{
  PersonState *person = NULL;
  gboolean decided;
  gboolean done;

  g_ptr_array_set_size (importer->row_pairs, 0);
  decided = cnscd_importer_find_decision_about (importer, entry, &person, &importer->row_moves);
  done = decided ? apply_as_decided (importer, unit, team, group, entry, &person, error)
                 : apply_by_itself (importer, unit, team, group, entry, &person, error);
  if (!done)
    return FALSE;
  if (person == NULL) /* the row says nothing new */
    return TRUE;

  if (person->entry == NULL)
    {
      person->entry = entry;
      if (person->is_new)
        cnscd_importer_note_row (importer, person);
    }
  if (!decided)
    cnscd_importer_report_alike (importer, unit, person, entry);
  return TRUE;
}
