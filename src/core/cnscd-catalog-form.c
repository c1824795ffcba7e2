/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog-form.h"

#include "cnscd-catalog-edit.h"
#include "cnscd-text.h"

/* Beyond these it is a slip of the finger, or a text that belongs elsewhere. */
#define MAX_NAME_LENGTH 120
#define MAX_UNIT_LENGTH 30

/* What is stored is right; see cnscd_member_form_check(). */
static gboolean
is_as_stored (const CnscdCatalogForm *form, CnscdCatalogField field)
{
  const char *text = form->texts[field];
  const CnscdHoliday *holiday = form->record;

  if (form->record == NULL)
    return FALSE;
  switch (field)
    {
    case CNSCD_CATALOG_FIELD_NAME:
      return cnscd_form_is_text (text, cnscd_catalog_get_name (form->record));
    case CNSCD_CATALOG_FIELD_UNIT:
      return cnscd_form_is_text (text, ((const CnscdIndicator *) form->record)->unit_of_measure);
    case CNSCD_CATALOG_FIELD_FIRST_DAY:
      return cnscd_form_is_date (text, holiday->first_day);
    case CNSCD_CATALOG_FIELD_LAST_DAY:
      return cnscd_form_is_date (text, holiday->last_day) &&
             is_as_stored (form, CNSCD_CATALOG_FIELD_FIRST_DAY);
    case CNSCD_N_CATALOG_FIELDS:
    default:
      return FALSE;
    }
}

static CnscdFormProblem
check_text (const char *text, glong max_length)
{
  g_autofree char *clean = cnscd_text_clean (text);

  if (clean == NULL)
    return CNSCD_FORM_PROBLEM_MISSING;
  return g_utf8_strlen (clean, -1) > max_length ? CNSCD_FORM_PROBLEM_NAME_TOO_LONG
                                                : CNSCD_FORM_PROBLEM_NONE;
}

/* Accents tell names apart, and so does what is counted; capitals and spaces do not. */
static gboolean
is_there (const CnscdCatalogForm *form, const CnscdCatalog *catalog)
{
  GPtrArray *records = cnscd_catalog_get_records (catalog, form->kind);
  const CnscdRecord *record = form->record;
  g_autofree char *clean = cnscd_text_clean (form->texts[CNSCD_CATALOG_FIELD_NAME]);
  g_autofree char *name = cnscd_text_lower (clean);

  for (guint i = 0; i < records->len; i++)
    {
      const CnscdRecord *other = records->pdata[i];
      g_autofree char *lower = cnscd_text_lower (cnscd_catalog_get_name (other));

      if ((record == NULL || !g_str_equal (record->id, other->id)) && g_strcmp0 (lower, name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_days (const CnscdCatalogForm *form, CnscdDate *first, CnscdDate *last)
{
  const char *text = form->texts[CNSCD_CATALOG_FIELD_LAST_DAY];

  if (cnscd_form_check_day (form->texts[CNSCD_CATALOG_FIELD_FIRST_DAY], CNSCD_DATE_UNKNOWN,
                            first) != CNSCD_FORM_PROBLEM_NONE)
    return FALSE;

  *last = *first;
  return cnscd_form_is_blank (text) ||
         cnscd_form_check_day (text, *first, last) == CNSCD_FORM_PROBLEM_NONE;
}

static CnscdFormProblem
check_last_day (const CnscdCatalogForm *form)
{
  CnscdDate first, last;

  if (cnscd_form_is_blank (form->texts[CNSCD_CATALOG_FIELD_LAST_DAY]))
    return CNSCD_FORM_PROBLEM_NONE;

  cnscd_form_check_day (form->texts[CNSCD_CATALOG_FIELD_FIRST_DAY], CNSCD_DATE_UNKNOWN, &first);
  return cnscd_form_check_day (form->texts[CNSCD_CATALOG_FIELD_LAST_DAY], first, &last);
}

/**
 * cnscd_catalog_form_has:
 * @form: a form
 * @field: a field
 *
 * Returns: whether what it is about has that field
 */
gboolean
cnscd_catalog_form_has (const CnscdCatalogForm *form, CnscdCatalogField field)
{
  switch (field)
    {
    case CNSCD_CATALOG_FIELD_NAME:
      return TRUE;
    case CNSCD_CATALOG_FIELD_UNIT:
      return form->kind == &CNSCD_KIND_INDICATOR;
    case CNSCD_CATALOG_FIELD_FIRST_DAY:
    case CNSCD_CATALOG_FIELD_LAST_DAY:
      return form->kind == &CNSCD_KIND_HOLIDAY;
    case CNSCD_N_CATALOG_FIELDS:
    default:
      return FALSE;
    }
}

/**
 * cnscd_catalog_form_check:
 * @form: what was typed
 * @catalog: what there is already
 * @field: which field
 *
 * Checks a field while somebody types into it. Two of the same name would be
 * taken for each other; holidays return each year.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_catalog_form_check (const CnscdCatalogForm *form,
                          const CnscdCatalog *catalog,
                          CnscdCatalogField field)
{
  CnscdFormProblem problem;
  CnscdDate day;

  g_return_val_if_fail (form != NULL && catalog != NULL, CNSCD_FORM_PROBLEM_NONE);

  if (!cnscd_catalog_form_has (form, field) || is_as_stored (form, field))
    return CNSCD_FORM_PROBLEM_NONE;

  switch (field)
    {
    case CNSCD_CATALOG_FIELD_NAME:
      problem = check_text (form->texts[field], MAX_NAME_LENGTH);
      if (problem == CNSCD_FORM_PROBLEM_NONE && form->kind != &CNSCD_KIND_HOLIDAY &&
          is_there (form, catalog))
        problem = CNSCD_FORM_PROBLEM_ALREADY_THERE;
      return problem;
    case CNSCD_CATALOG_FIELD_UNIT:
      return check_text (form->texts[field], MAX_UNIT_LENGTH);
    case CNSCD_CATALOG_FIELD_FIRST_DAY:
      return cnscd_form_check_day (form->texts[field], CNSCD_DATE_UNKNOWN, &day);
    case CNSCD_CATALOG_FIELD_LAST_DAY:
      return check_last_day (form);
    case CNSCD_N_CATALOG_FIELDS:
    default:
      return CNSCD_FORM_PROBLEM_NONE;
    }
}

/**
 * cnscd_catalog_form_is_valid:
 * @form: what was typed
 * @catalog: what there is already
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_catalog_form_is_valid (const CnscdCatalogForm *form, const CnscdCatalog *catalog)
{
  for (CnscdCatalogField field = 0; field < CNSCD_N_CATALOG_FIELDS; field++)
    if (cnscd_catalog_form_check (form, catalog, field) != CNSCD_FORM_PROBLEM_NONE)
      return FALSE;

  return TRUE;
}

/**
 * cnscd_catalog_form_find_overlap:
 * @form: a holiday as typed
 * @catalog: what there is already
 *
 * Returns: (transfer none) (nullable): another day off or worked day that shares a day with it. It
 *   may do so: a worked day is taken out of days off.
 */
CnscdHoliday *
cnscd_catalog_form_find_overlap (const CnscdCatalogForm *form, const CnscdCatalog *catalog)
{
  const CnscdRecord *record = form->record;
  CnscdDate first, last;

  g_return_val_if_fail (form != NULL && catalog != NULL, NULL);

  if (form->kind != &CNSCD_KIND_HOLIDAY || !read_days (form, &first, &last))
    return NULL;

  for (guint i = 0; i < catalog->holidays->len; i++)
    {
      CnscdHoliday *other = catalog->holidays->pdata[i];

      if ((record == NULL || !g_str_equal (record->id, other->record.id)) &&
          cnscd_date_compare (other->first_day, last) <= 0 &&
          cnscd_date_compare (first, other->last_day) <= 0)
        return other;
    }

  return NULL;
}

/**
 * cnscd_catalog_form_count_days:
 * @form: a holiday as typed
 *
 * Returns: how many days it has; 0 when its days cannot be read
 */
gint64
cnscd_catalog_form_count_days (const CnscdCatalogForm *form)
{
  CnscdDate first, last;

  g_return_val_if_fail (form != NULL, 0);

  return form->kind == &CNSCD_KIND_HOLIDAY && read_days (form, &first, &last)
           ? cnscd_date_to_days (last) - cnscd_date_to_days (first) + 1
           : 0;
}

/**
 * cnscd_catalog_form_fill:
 * @form: what was typed, valid
 * @record: a record of that kind that is not shared yet
 *
 * Writes what was typed into the record.
 */
void
cnscd_catalog_form_fill (const CnscdCatalogForm *form, gpointer record)
{
  const CnscdField *field;
  g_autofree char *name = NULL;

  g_return_if_fail (form != NULL && record != NULL);

  field = cnscd_kind_get_field (form->kind, "name");
  name = cnscd_text_clean (form->texts[CNSCD_CATALOG_FIELD_NAME]);
  cnscd_record_set_text (record, &G_STRUCT_MEMBER (char *, record, field->offset), name);
  if (form->kind == &CNSCD_KIND_INDICATOR)
    {
      CnscdIndicator *indicator = record;
      g_autofree char *unit = cnscd_text_clean (form->texts[CNSCD_CATALOG_FIELD_UNIT]);

      cnscd_record_set (indicator, unit_of_measure, unit);
    }
  else if (form->kind == &CNSCD_KIND_HOLIDAY)
    {
      CnscdHoliday *holiday = record;

      if (!read_days (form, &holiday->first_day, &holiday->last_day))
        holiday->last_day = holiday->first_day;
      holiday->kind = form->workday ? CNSCD_HOLIDAY_KIND_WORKDAY : CNSCD_HOLIDAY_KIND_DAY_OFF;
    }
}
