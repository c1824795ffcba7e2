/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog.h"

#include "cnscd-records.h"

static void
clear_catalog (gpointer data)
{
  CnscdCatalog *self = data;

  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->audiences);
  g_ptr_array_unref (self->audience_topics);
  g_ptr_array_unref (self->indicators);
  g_ptr_array_unref (self->holidays);
}

/**
 * cnscd_catalog_new: (skip)
 *
 * Returns: (transfer full): a catalogue of nothing, to be filled and sorted
 */
CnscdCatalog *
cnscd_catalog_new (void)
{
  CnscdCatalog *self = g_atomic_rc_box_new0 (CnscdCatalog);

  self->topics = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->audiences = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->audience_topics = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->indicators = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->holidays = g_ptr_array_new_with_free_func (cnscd_record_unref);

  return self;
}

/**
 * cnscd_catalog_ref: (skip)
 * @self: a catalogue
 *
 * Returns: (transfer full): @self; safe from any thread
 */
CnscdCatalog *
cnscd_catalog_ref (CnscdCatalog *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * cnscd_catalog_unref: (skip)
 * @self: (transfer full): a catalogue
 */
void
cnscd_catalog_unref (CnscdCatalog *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_catalog);
}

/**
 * cnscd_catalog_add: (skip)
 * @self: a catalogue that is not shared yet
 * @record: a record of the catalogue
 */
void
cnscd_catalog_add (CnscdCatalog *self, gpointer record)
{
  const CnscdKind *kind = ((const CnscdRecord *) record)->kind;
  GPtrArray *records = kind == &CNSCD_KIND_TOPIC            ? self->topics
                       : kind == &CNSCD_KIND_AUDIENCE       ? self->audiences
                       : kind == &CNSCD_KIND_AUDIENCE_TOPIC ? self->audience_topics
                       : kind == &CNSCD_KIND_INDICATOR      ? self->indicators
                       : kind == &CNSCD_KIND_HOLIDAY        ? self->holidays
                                                            : NULL;

  g_return_if_fail (records != NULL);

  g_ptr_array_add (records, cnscd_record_ref (record));
}

static gint64
get_ordinal (gconstpointer record)
{
  const CnscdField *field = cnscd_kind_get_field (((const CnscdRecord *) record)->kind, "ordinal");

  return G_STRUCT_MEMBER (gint64, record, field->offset);
}

static gboolean
is_of_province (gconstpointer record)
{
  return g_strcmp0 (((const CnscdRecord *) record)->unit, CNSCD_PROVINCE_CODE) == 0;
}

/* A commune's own come after the province's of the same place; unknown places come last. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  gint64 one = get_ordinal (a);
  gint64 other = get_ordinal (b);

  if (one != other)
    return (guint64) one < (guint64) other ? -1 : 1;

  return is_of_province (b) - is_of_province (a);
}

static int
compare_holidays (gconstpointer a, gconstpointer b)
{
  return cnscd_date_compare (((const CnscdHoliday *) a)->first_day,
                             ((const CnscdHoliday *) b)->first_day);
}

/**
 * cnscd_catalog_sort: (skip)
 * @self: a catalogue that is not shared yet
 *
 * Brings what was added into the order in which it is shown.
 */
void
cnscd_catalog_sort (CnscdCatalog *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort_values (self->topics, compare_places);
  g_ptr_array_sort_values (self->audiences, compare_places);
  g_ptr_array_sort_values (self->audience_topics, compare_places);
  g_ptr_array_sort_values (self->indicators, compare_places);
  g_ptr_array_sort_values (self->holidays, compare_holidays);
}

/**
 * cnscd_catalog_find: (skip)
 * @records: (element-type CnscdRecord): a list of a catalogue
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the record of that id
 */
gpointer
cnscd_catalog_find (GPtrArray *records, const char *id)
{
  g_return_val_if_fail (records != NULL, NULL);

  for (guint i = 0; id != NULL && i < records->len; i++)
    {
      CnscdRecord *record = records->pdata[i];

      if (g_str_equal (record->id, id))
        return record;
    }

  return NULL;
}

static gboolean
is_offered (gpointer record, CnscdDate day)
{
  const CnscdField *field = cnscd_kind_get_field (((const CnscdRecord *) record)->kind, "valid_to");

  return field == NULL ||
         !cnscd_date_is_over (G_STRUCT_MEMBER (CnscdDate, record, field->offset), day);
}

/**
 * cnscd_catalog_list_offered: (skip)
 * @records: (element-type CnscdRecord): topics, audiences or indicators of a catalogue
 * @day: a day
 *
 * Returns: (transfer container) (element-type CnscdRecord): those that are still offered on @day
 */
GPtrArray *
cnscd_catalog_list_offered (GPtrArray *records, CnscdDate day)
{
  GPtrArray *offered = g_ptr_array_new_with_free_func (cnscd_record_unref);

  for (guint i = 0; i < records->len; i++)
    {
      if (is_offered (records->pdata[i], day))
        g_ptr_array_add (offered, cnscd_record_ref (records->pdata[i]));
    }

  return offered;
}

/**
 * cnscd_catalog_list_topics_of: (skip)
 * @self: a catalogue
 * @audience: id of an audience
 * @day: a day
 *
 * Returns: (transfer container) (element-type CnscdTopic): the topics still offered on @day that
 *   the audience is taught first, in that order
 */
GPtrArray *
cnscd_catalog_list_topics_of (const CnscdCatalog *self, const char *audience, CnscdDate day)
{
  GPtrArray *topics = g_ptr_array_new_with_free_func (cnscd_record_unref);

  for (guint i = 0; i < self->audience_topics->len; i++)
    {
      const CnscdAudienceTopic *pair = self->audience_topics->pdata[i];
      gpointer topic = g_str_equal (pair->audience, audience)
                         ? cnscd_catalog_find (self->topics, pair->topic)
                         : NULL;

      if (topic != NULL && is_offered (topic, day))
        g_ptr_array_add (topics, cnscd_record_ref (topic));
    }

  return topics;
}

/**
 * cnscd_catalog_find_holiday: (skip)
 * @self: a catalogue
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the day off or the worked weekend day that @day is. A
 *   workday goes before a day off, which it was moved out of.
 */
CnscdHoliday *
cnscd_catalog_find_holiday (const CnscdCatalog *self, CnscdDate day)
{
  CnscdHoliday *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->holidays->len; i++)
    {
      CnscdHoliday *holiday = self->holidays->pdata[i];

      if (cnscd_date_compare (holiday->first_day, day) <= 0 &&
          cnscd_date_compare (day, holiday->last_day) <= 0 &&
          (found == NULL || holiday->kind == CNSCD_HOLIDAY_KIND_WORKDAY))
        found = holiday;
    }

  return found;
}
