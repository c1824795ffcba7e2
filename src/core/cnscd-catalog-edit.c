/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog-edit.h"

static gpointer
get_field (gconstpointer record, const char *name)
{
  const CnscdField *field = cnscd_kind_get_field (((const CnscdRecord *) record)->kind, name);

  return field != NULL ? G_STRUCT_MEMBER_P (record, field->offset) : NULL;
}

static gboolean
is_of_same_owner (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (((const CnscdRecord *) one)->unit, ((const CnscdRecord *) other)->unit) == 0;
}

/* Behind all that others own, so that theirs need not change. */
static gint64
get_last_foreign (GPtrArray *records, gconstpointer owner)
{
  gint64 last = 0;

  for (guint i = 0; i < records->len; i++)
    if (!is_of_same_owner (records->pdata[i], owner))
      last = MAX (last, *(gint64 *) get_field (records->pdata[i], "ordinal"));
  return last;
}

static void
set_valid_to (CnscdChangeSet *set, gpointer record, CnscdDate valid_to)
{
  gpointer changed = cnscd_record_copy (record);

  *(CnscdDate *) get_field (changed, "valid_to") = valid_to;
  cnscd_change_set_edit (set, record, changed);
  cnscd_record_unref (changed);
}

static void
set_ordinal (CnscdChangeSet *set, gpointer record, gint64 ordinal)
{
  gpointer changed;

  if (*(gint64 *) get_field (record, "ordinal") == ordinal)
    return;

  changed = cnscd_record_copy (record);
  *(gint64 *) get_field (changed, "ordinal") = ordinal;
  cnscd_change_set_edit (set, record, changed);
  cnscd_record_unref (changed);
}

/**
 * cnscd_catalog_get_name:
 * @record: a topic, an audience, an indicator or a holiday
 *
 * Returns: (transfer none): what it is called
 */
const char *
cnscd_catalog_get_name (gconstpointer record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return *(char **) get_field (record, "name");
}

/**
 * cnscd_catalog_get_records: (skip)
 * @self: a catalogue
 * @kind: a kind of the catalogue that has names
 *
 * Returns: (transfer none) (element-type CnscdRecord): those of that kind
 */
GPtrArray *
cnscd_catalog_get_records (const CnscdCatalog *self, const CnscdKind *kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  return kind == &CNSCD_KIND_TOPIC       ? self->topics
         : kind == &CNSCD_KIND_AUDIENCE  ? self->audiences
         : kind == &CNSCD_KIND_INDICATOR ? self->indicators
                                         : self->holidays;
}

/**
 * cnscd_catalog_get_owner:
 * @unit: (nullable): code of the office's commune; %NULL for the whole province
 *
 * Returns: (transfer none): to whom belongs what the office adds
 */
const char *
cnscd_catalog_get_owner (const char *unit)
{
  return unit != NULL ? unit : CNSCD_PROVINCE_CODE;
}

/**
 * cnscd_catalog_is_owned:
 * @record: a record of the catalogue
 * @unit: (nullable): code of the office's commune; %NULL for the whole province
 *
 * Returns: whether the office may change it: what the province gives is the same in every commune
 */
gboolean
cnscd_catalog_is_owned (gconstpointer record, const char *unit)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return g_strcmp0 (((const CnscdRecord *) record)->unit, cnscd_catalog_get_owner (unit)) == 0;
}

/**
 * cnscd_catalog_is_ended:
 * @record: a record of the catalogue
 * @today: today in Vietnam
 *
 * Returns: whether it is no longer offered
 */
gboolean
cnscd_catalog_is_ended (gconstpointer record, CnscdDate today)
{
  const CnscdDate *valid_to = get_field (record, "valid_to");

  return valid_to != NULL && cnscd_date_is_over (*valid_to, today);
}

/**
 * cnscd_catalog_append:
 * @set: gets the changes
 * @self: the catalogue
 * @record: a new record, which is not shared yet
 *
 * Adds it, behind the others of its kind.
 */
void
cnscd_catalog_append (CnscdChangeSet *set, const CnscdCatalog *self, gpointer record)
{
  GPtrArray *records;
  gint64 *ordinal = get_field (record, "ordinal");

  g_return_if_fail (set != NULL && self != NULL);

  records = cnscd_catalog_get_records (self, ((CnscdRecord *) record)->kind);
  if (ordinal != NULL)
    {
      *ordinal = 1;
      for (guint i = 0; i < records->len; i++)
        *ordinal = MAX (*ordinal, *(gint64 *) get_field (records->pdata[i], "ordinal") + 1);
    }
  cnscd_change_set_add (set, record);
}

/**
 * cnscd_catalog_end:
 * @set: gets the changes
 * @record: a topic, an audience or an indicator
 * @today: today in Vietnam
 *
 * Offers it no more, from today on. Sessions that have it keep it.
 */
void
cnscd_catalog_end (CnscdChangeSet *set, gpointer record, CnscdDate today)
{
  g_return_if_fail (set != NULL && record != NULL);

  set_valid_to (set, record, cnscd_date_add_days (today, -1));
}

/**
 * cnscd_catalog_resume:
 * @set: gets the changes
 * @record: what was ended
 *
 * Offers it again.
 */
void
cnscd_catalog_resume (CnscdChangeSet *set, gpointer record)
{
  g_return_if_fail (set != NULL && record != NULL);

  set_valid_to (set, record, CNSCD_DATE_UNKNOWN);
}

/**
 * cnscd_catalog_delete:
 * @set: gets the changes
 * @self: the catalogue
 * @record: what no session has
 *
 * Deletes it, and that it was a first topic or had some. What sessions have is
 * to be ended instead.
 */
void
cnscd_catalog_delete (CnscdChangeSet *set, const CnscdCatalog *self, gpointer record)
{
  const char *id = ((CnscdRecord *) record)->id;

  g_return_if_fail (set != NULL && self != NULL);

  for (guint i = 0; i < self->audience_topics->len; i++)
    {
      CnscdAudienceTopic *pair = self->audience_topics->pdata[i];

      if (g_strcmp0 (pair->audience, id) == 0 || g_strcmp0 (pair->topic, id) == 0)
        cnscd_change_set_delete (set, pair);
    }
  cnscd_change_set_delete (set, record);
}

/**
 * cnscd_catalog_find_neighbour:
 * @self: the catalogue
 * @record: a record that has a place in it
 * @step: -1 for the one before, 1 for the one after
 *
 * Returns: (transfer none) (nullable): the neighbour with which it can change places: of the same
 *   owner
 */
gpointer
cnscd_catalog_find_neighbour (const CnscdCatalog *self, gpointer record, int step)
{
  GPtrArray *records = cnscd_catalog_get_records (self, ((CnscdRecord *) record)->kind);
  guint index;

  if (get_field (record, "ordinal") == NULL || !g_ptr_array_find (records, record, &index))
    return NULL;

  for (gint64 i = (gint64) index + step; i >= 0 && i < records->len; i += step)
    if (is_of_same_owner (records->pdata[i], record))
      return records->pdata[i];
  return NULL;
}

/**
 * cnscd_catalog_move:
 * @set: gets the changes
 * @self: the catalogue
 * @record: a record of it
 * @to: another of the same kind and owner, whose place it takes
 *
 * Gives it another place. What one owner has stands together, the province's first.
 */
void
cnscd_catalog_move (CnscdChangeSet *set, const CnscdCatalog *self, gpointer record, gpointer to)
{
  GPtrArray *records = cnscd_catalog_get_records (self, ((CnscdRecord *) record)->kind);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  gint64 ordinal = get_last_foreign (records, record);
  guint from, index;

  g_return_if_fail (is_of_same_owner (record, to));

  for (guint i = 0; i < records->len; i++)
    if (is_of_same_owner (records->pdata[i], record))
      g_ptr_array_add (own, records->pdata[i]);
  if (!g_ptr_array_find (own, record, &from) || !g_ptr_array_find (own, to, &index))
    return;

  g_ptr_array_remove_index (own, from);
  g_ptr_array_insert (own, (int) index, record);
  for (guint i = 0; i < own->len; i++)
    set_ordinal (set, own->pdata[i], ++ordinal);
}

/**
 * cnscd_catalog_set_topics:
 * @set: gets the changes
 * @self: the catalogue
 * @audience: an audience, which may be new
 * @unit: (nullable): code of the office's commune; %NULL for the whole province
 * @topics: (element-type utf8): ids of the topics that the office wants it to be taught first, in
 *   that order, after those that the province gives
 *
 * Changes what an audience is taught first.
 */
void
cnscd_catalog_set_topics (CnscdChangeSet *set,
                          const CnscdCatalog *self,
                          const CnscdAudience *audience,
                          const char *unit,
                          GPtrArray *topics)
{
  gint64 ordinal = 0;
  g_autoptr (GHashTable) pairs = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer old;

  g_return_if_fail (set != NULL && self != NULL && audience != NULL && topics != NULL);

  for (guint i = 0; i < self->audience_topics->len; i++)
    {
      CnscdAudienceTopic *pair = self->audience_topics->pdata[i];

      if (g_strcmp0 (pair->audience, audience->record.id) != 0)
        continue;
      if (cnscd_catalog_is_owned (pair, unit))
        g_hash_table_insert (pairs, pair->topic, pair);
      else
        ordinal = MAX (ordinal, pair->ordinal);
    }

  for (guint i = 0; i < topics->len; i++)
    {
      CnscdAudienceTopic *pair = g_hash_table_lookup (pairs, topics->pdata[i]);

      ordinal++;
      if (pair != NULL)
        {
          set_ordinal (set, pair, ordinal);
          g_hash_table_remove (pairs, topics->pdata[i]);
        }
      else
        {
          g_autoptr (CnscdAudienceTopic) added =
            cnscd_record_new (&CNSCD_KIND_AUDIENCE_TOPIC, cnscd_catalog_get_owner (unit));

          cnscd_record_set (added, audience, audience->record.id);
          cnscd_record_set (added, topic, topics->pdata[i]);
          added->ordinal = ordinal;
          cnscd_change_set_add (set, added);
        }
    }

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &old))
    cnscd_change_set_delete (set, old);
}
