/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

static gboolean
same_number (const char *a, const char *b)
{
  g_autofree char *key_a = cnscd_text_search_key (a);
  g_autofree char *key_b = cnscd_text_search_key (b);

  return g_str_equal (key_a, key_b);
}

/* The stored hamlet that the file means. Accents count: xóm Đông and xóm Đồng are two places; a
 * name without any accents may mean one with them. */
static HamletState *
match_hamlet (Importer *importer, UnitState *unit, const CnscdRosterGroup *group)
{
  g_autofree char *key = cnscd_hamlet_match_key (group->hamlet);
  g_autofree char *fold = cnscd_text_fold (key);
  GPtrArray *list = g_hash_table_lookup (unit->hamlets_by_fold, fold);
  HamletState *best = NULL;
  HamletState *folded = NULL;
  guint n_folded = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      HamletState *hamlet = list->pdata[i];

      if (g_str_equal (hamlet->key, key))
        {
          gboolean same_kind = hamlet->record->kind == (int) group->hamlet_kind;
          gboolean open = hamlet->record->kind == CNSCD_HAMLET_KIND_UNKNOWN ||
                          group->hamlet_kind == CNSCD_HAMLET_KIND_UNKNOWN;

          if (same_kind)
            {
              hamlet->kind_claimed = TRUE;
              return hamlet;
            }
          if (open || (!hamlet->is_new && !hamlet->kind_claimed))
            best = hamlet;
        }
      else if (g_str_equal (fold, key) || g_str_equal (fold, hamlet->key))
        {
          folded = hamlet;
          n_folded++;
        }
    }

  if (best == NULL && n_folded == 1)
    {
      best = folded;
      cnscd_findings_add (importer->plan->findings, CNSCD_FINDING_WARNING, "hamlet-accents",
                          group->sheet, group->row, 0, _ ("“%s” was taken for the hamlet “%s”."),
                          group->hamlet, folded->record->name);
    }
  return best;
}

static gboolean
find_hamlet (Importer *importer,
             UnitState *unit,
             const CnscdRosterGroup *group,
             HamletState **found,
             GError **error)
{
  CnscdHamlet *record;

  *found = NULL;
  if (group->hamlet == NULL)
    return TRUE;
  *found = match_hamlet (importer, unit, group);
  if (*found != NULL)
    return TRUE;

  record = cnscd_record_new (&CNSCD_KIND_HAMLET, unit->code);
  cnscd_record_set (record, name, group->hamlet);
  record->kind = group->hamlet_kind;
  *found = cnscd_hamlet_state_new (unit, record);
  (*found)->is_new = TRUE;
  importer->plan->hamlets.created++;
  return cnscd_importer_add (importer, record, error);
}

/* The hamlet's team, or the commune's: by its name as written, as understood, then the only one. */
static TeamState *
match_team (UnitState *unit,
            const CnscdRosterGroup *group,
            const char *name,
            const HamletState *hamlet)
{
  g_autofree char *key = cnscd_team_key (name);
  GPtrArray *here =
    g_hash_table_lookup (unit->teams_by_hamlet, hamlet != NULL ? hamlet->record->record.id : "");
  /* stored without its hamlet */
  GPtrArray *homeless = hamlet != NULL ? g_hash_table_lookup (unit->teams_by_hamlet, "") : NULL;
  TeamState *by_key = NULL;
  TeamState *only = NULL;
  guint n_free = 0;

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      TeamState *team = here->pdata[i];

      if (g_strcmp0 (team->record->name, name) == 0)
        return team;
      if (by_key == NULL && g_str_equal (team->key, key))
        by_key = team;
      if (!(team->in_file && group->named))
        {
          n_free++;
          if (only == NULL)
            only = team;
        }
    }
  for (guint i = 0; homeless != NULL && i < homeless->len; i++)
    {
      TeamState *team = homeless->pdata[i];

      if (g_strcmp0 (team->record->name, name) == 0)
        return team;
      if (by_key == NULL && g_str_equal (team->key, key))
        by_key = team;
    }
  if (by_key != NULL)
    return by_key;
  if (hamlet != NULL && only != NULL && (n_free == 1 || !group->named) && !only->is_new)
    return only;
  if (hamlet != NULL && only != NULL && !group->named)
    return only;
  return hamlet == NULL && !group->named && n_free == 1 ? only : NULL;
}

static gboolean
update_team (Importer *importer,
             UnitState *unit,
             TeamState *team,
             const HamletState *hamlet,
             GError **error)
{
  CnscdTeam *changed = cnscd_record_copy (team->record);

  if (changed->hamlet == NULL && hamlet != NULL)
    {
      cnscd_record_set (changed, hamlet, hamlet->record->record.id);
      changed->level = CNSCD_TEAM_LEVEL_HAMLET;
    }
  if (changed->decision == NULL && unit->decision != NULL)
    cnscd_record_set (changed, decision, unit->decision->record.id);

  if (cnscd_record_equal (changed, team->record))
    {
      cnscd_record_unref (changed);
      importer->plan->teams.unchanged++;
      return TRUE;
    }
  cnscd_team_state_change (unit, team, changed);
  importer->plan->teams.updated++;
  return cnscd_importer_put (importer, changed, error);
}

/**
 * cnscd_importer_find_decision:
 * @importer: an importer
 * @unit: the only commune of the file
 * @error: return location for an error
 *
 * Finds the decision that the title names by number and date, or creates it.
 *
 * Returns: whether nothing failed
 */
gboolean
cnscd_importer_find_decision (Importer *importer, UnitState *unit, GError **error)
{
  const CnscdRosterTable *table = importer->table;
  CnscdDecision *record;

  if (table->decision_number == NULL)
    return TRUE;
  for (guint i = 0; i < importer->decisions->len; i++)
    {
      CnscdDecision *decision = importer->decisions->pdata[i];

      if (g_str_equal (decision->record.unit, unit->code) && decision->number != NULL &&
          same_number (decision->number, table->decision_number) &&
          (!cnscd_date_is_known (table->decision_date) || !cnscd_date_is_known (decision->date) ||
           cnscd_date_equal (decision->date, table->decision_date)))
        {
          unit->decision = cnscd_record_ref (decision);
          importer->plan->decisions.unchanged++;
          return TRUE;
        }
    }

  record = cnscd_record_new (&CNSCD_KIND_DECISION, unit->code);
  cnscd_record_set (record, number, table->decision_number);
  record->date = table->decision_date;
  record->kind = table->decision_kind;
  if (g_str_has_suffix (table->decision_number, "-UBND"))
    {
      g_autofree char *issuer = g_strconcat ("Ủy ban nhân dân ", unit->full_name, NULL);

      cnscd_record_set (record, issuer, issuer);
    }
  unit->decision = record;
  importer->plan->decisions.created++;
  return cnscd_importer_add (importer, record, error);
}

/**
 * cnscd_importer_find_team:
 * @importer: an importer
 * @unit: the commune
 * @group: a team of the file
 * @team: (out) (transfer none): the stored team, or the new one
 * @error: return location for an error
 *
 * Returns: whether nothing failed
 */
gboolean
cnscd_importer_find_team (Importer *importer,
                          UnitState *unit,
                          const CnscdRosterGroup *group,
                          TeamState **team,
                          GError **error)
{
  g_autofree char *name = NULL;
  HamletState *hamlet;
  CnscdTeam *record;

  if (!find_hamlet (importer, unit, group, &hamlet, error))
    return FALSE;

  /* a team of the commune that the file does not name at all */
  if (hamlet == NULL && !group->named && g_str_equal (group->name, "Tổ CNSCĐ") &&
      unit->full_name != NULL)
    name = g_strconcat (group->name, " ", unit->full_name, NULL);
  else
    name = g_strdup (group->name);

  *team = match_team (unit, group, name, hamlet);
  if (*team != NULL)
    {
      gboolean seen = (*team)->in_file;

      if (seen)
        return TRUE;
      (*team)->in_file = TRUE;
      (*team)->sheet = group->sheet;
      (*team)->row = group->row;
      return update_team (importer, unit, *team, hamlet, error);
    }

  record = cnscd_record_new (&CNSCD_KIND_TEAM, unit->code);
  cnscd_record_set (record, name, name);
  record->level = hamlet != NULL ? CNSCD_TEAM_LEVEL_HAMLET : CNSCD_TEAM_LEVEL_COMMUNE;
  if (hamlet != NULL)
    cnscd_record_set (record, hamlet, hamlet->record->record.id);
  if (unit->decision != NULL)
    {
      cnscd_record_set (record, decision, unit->decision->record.id);
      record->valid_from = unit->decision->date;
    }
  *team = cnscd_team_state_new (unit, record);
  (*team)->in_file = (*team)->is_new = TRUE;
  (*team)->sheet = group->sheet;
  (*team)->row = group->row;
  importer->plan->teams.created++;
  return cnscd_importer_add (importer, record, error);
}
