/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-record.h"

#include <string.h>

#define FIELD_PTR(type, record, field) ((type *) G_STRUCT_MEMBER_P ((record), (field)->offset))
#define FIELD(type, record, field)     (*FIELD_PTR (type, (record), (field)))

static void
set_string (char **place, const char *value)
{
  char *copy = NULL;

  if (value != NULL && *value != '\0')
    copy = g_utf8_validate (value, -1, NULL) ? g_strdup (value) : g_utf8_make_valid (value, -1);

  /* Only now: @value may lie within what is being replaced. */
  g_free (*place);
  *place = copy;
}

static void
clear_record (gpointer data)
{
  CnscdRecord *record = data;

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const CnscdField *field = &record->kind->fields[i];

      if (field->type == CNSCD_FIELD_TEXT || field->type == CNSCD_FIELD_REFERENCE)
        g_free (FIELD (char *, record, field));
    }

  g_free (record->id);
  g_free (record->unit);
}

static gboolean
read_count (const char *text, gint64 *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &value, NULL))
    return FALSE;

  *count = (gint64) value;
  return TRUE;
}

static gboolean
read_choice (const CnscdField *field, const char *text, int *choice)
{
  for (int i = 0; field->choices[i] != NULL; i++)
    {
      if (strcmp (field->choices[i], text) == 0)
        {
          *choice = i + 1;
          return TRUE;
        }
    }

  return FALSE;
}

/* The stored word of a choice, or NULL for "unknown" and for what is no value of the enumeration.
 */
static const char *
get_choice_word (const CnscdField *field, int choice)
{
  if (choice < 1)
    return NULL;

  for (int i = 0; field->choices[i] != NULL; i++)
    {
      if (i + 1 == choice)
        return field->choices[i];
    }

  return NULL;
}

/**
 * cnscd_record_new_blank: (skip)
 * @kind: what to make
 *
 * Makes a record with neither id nor unit, for whoever reads one from
 * somewhere. Texts are %NULL, counts %CNSCD_COUNT_UNKNOWN, dates, times and
 * choices unknown.
 *
 * Returns: (transfer full): the record; free with cnscd_record_unref()
 */
gpointer
cnscd_record_new_blank (const CnscdKind *kind)
{
  CnscdRecord *record;

  g_return_val_if_fail (kind != NULL && kind->size >= sizeof (CnscdRecord), NULL);

  record = g_atomic_rc_box_alloc0 (kind->size);
  record->kind = kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (kind->fields[i].type == CNSCD_FIELD_COUNT)
        FIELD (gint64, record, &kind->fields[i]) = CNSCD_COUNT_UNKNOWN;
      else if (kind->fields[i].type == CNSCD_FIELD_TIME)
        FIELD (CnscdTime, record, &kind->fields[i]) = CNSCD_TIME_UNKNOWN;
    }

  return record;
}

/**
 * cnscd_record_new: (skip)
 * @kind: what to make
 * @unit: (nullable): code of the commune that the record belongs to
 *
 * Makes a record that did not exist before, with an id of its own.
 *
 * Returns: (transfer full): the record; free with cnscd_record_unref()
 */
gpointer
cnscd_record_new (const CnscdKind *kind, const char *unit)
{
  CnscdRecord *record = cnscd_record_new_blank (kind);

  g_return_val_if_fail (record != NULL, NULL);

  record->id = cnscd_uuid_new ();
  set_string (&record->unit, unit);

  return record;
}

/**
 * cnscd_record_ref: (skip)
 * @record: a record
 *
 * References @record; safe from any thread.
 *
 * Returns: (transfer full): @record
 */
gpointer
cnscd_record_ref (gpointer record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return g_atomic_rc_box_acquire (record);
}

/**
 * cnscd_record_unref: (skip)
 * @record: (transfer full): a record
 *
 * Drops a reference; the last one frees @record. Safe from any thread.
 */
void
cnscd_record_unref (gpointer record)
{
  g_return_if_fail (record != NULL);

  g_atomic_rc_box_release_full (record, clear_record);
}

/**
 * cnscd_record_copy: (skip)
 * @record: a record
 *
 * Copies @record with its id, to be changed and then shared.
 *
 * Returns: (transfer full): a record that nobody else holds
 */
gpointer
cnscd_record_copy (gconstpointer record)
{
  const CnscdRecord *original = record;
  CnscdRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = (CnscdRecord *) g_atomic_rc_box_dup (original->kind->size, original);
  copy->id = g_strdup (original->id);
  copy->unit = g_strdup (original->unit);

  for (guint i = 0; i < copy->kind->n_fields; i++)
    {
      const CnscdField *field = &copy->kind->fields[i];

      if (field->type == CNSCD_FIELD_TEXT || field->type == CNSCD_FIELD_REFERENCE)
        FIELD (char *, copy, field) = g_strdup (FIELD (char *, original, field));
    }

  return copy;
}

/**
 * cnscd_record_equal: (skip)
 * @a: a record
 * @b: a record
 *
 * Compares kind, id, unit and every field.
 *
 * Returns: whether both say the same of the same thing
 */
gboolean
cnscd_record_equal (gconstpointer a, gconstpointer b)
{
  const CnscdRecord *one = a;
  const CnscdRecord *other = b;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (one == other)
    return TRUE;

  if (one->kind != other->kind || g_strcmp0 (one->id, other->id) != 0 ||
      g_strcmp0 (one->unit, other->unit) != 0)
    return FALSE;

  for (guint i = 0; i < one->kind->n_fields; i++)
    {
      if (!cnscd_field_equal (&one->kind->fields[i], one, other))
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_record_merge: (skip)
 * @stored: a record as it is now
 * @before: the same record as somebody saw it
 * @after: … and as that person wants it
 *
 * Takes over the fields in which @after differs from @before, so that two
 * people who change different fields of a record lose nothing.
 *
 * Returns: (transfer full): a copy of @stored with these fields
 */
gpointer
cnscd_record_merge (gconstpointer stored, gconstpointer before, gconstpointer after)
{
  gpointer merged = cnscd_record_copy (stored);
  const CnscdKind *kind;

  g_return_val_if_fail (merged != NULL, NULL);

  kind = ((const CnscdRecord *) stored)->kind;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CnscdField *field = &kind->fields[i];
      g_autofree char *text = NULL;

      if (cnscd_field_equal (field, before, after))
        continue;

      text = cnscd_field_dup_text (field, after);
      cnscd_field_set_text (field, merged, text);
    }

  return merged;
}

/**
 * cnscd_record_set_text: (skip)
 * @record: a record that is not shared yet
 * @field: (inout): a text of @record, or its id or unit
 * @value: (nullable): UTF-8; may be the present value of @field or lie within it
 *
 * Sets a text to a copy of @value as it stands; "" is %NULL. What is not UTF-8
 * in @value becomes U+FFFD, so that a record never holds anything else.
 *
 * cnscd_record_set() is shorter to write.
 */
void
cnscd_record_set_text (gpointer record, char **field, const char *value)
{
  g_return_if_fail (record != NULL);
  g_return_if_fail (field != NULL);

  set_string (field, value);
}

/**
 * cnscd_field_equal: (skip)
 * @field: a field of the kind of both records
 * @a: a record
 * @b: a record
 *
 * Returns: whether @a and @b have the same value there; texts are compared
 *   byte by byte
 */
gboolean
cnscd_field_equal (const CnscdField *field, gconstpointer a, gconstpointer b)
{
  g_return_val_if_fail (field != NULL && a != NULL && b != NULL, FALSE);

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
    case CNSCD_FIELD_REFERENCE:
      return g_strcmp0 (FIELD (char *, a, field), FIELD (char *, b, field)) == 0;
    case CNSCD_FIELD_COUNT:
      return FIELD (gint64, a, field) == FIELD (gint64, b, field);
    case CNSCD_FIELD_DATE:
      return cnscd_date_equal (FIELD (CnscdDate, a, field), FIELD (CnscdDate, b, field));
    case CNSCD_FIELD_TIME:
      return FIELD (CnscdTime, a, field) == FIELD (CnscdTime, b, field);
    case CNSCD_FIELD_CHOICE:
      return FIELD (int, a, field) == FIELD (int, b, field);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cnscd_field_is_unknown: (skip)
 * @field: a field of the kind of @record
 * @record: a record
 *
 * Returns: whether nothing is known there: no text, no date, no choice, a
 *   count below 0
 */
gboolean
cnscd_field_is_unknown (const CnscdField *field, gconstpointer record)
{
  g_return_val_if_fail (field != NULL && record != NULL, TRUE);

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
    case CNSCD_FIELD_REFERENCE:
      return FIELD (char *, record, field) == NULL;
    case CNSCD_FIELD_COUNT:
      return FIELD (gint64, record, field) < 0;
    case CNSCD_FIELD_DATE:
      return !cnscd_date_is_known (FIELD (CnscdDate, record, field));
    case CNSCD_FIELD_TIME:
      return !cnscd_time_is_valid (FIELD (CnscdTime, record, field));
    case CNSCD_FIELD_CHOICE:
      return get_choice_word (field, FIELD (int, record, field)) == NULL;
    default:
      g_return_val_if_reached (TRUE);
    }
}

/**
 * cnscd_field_dup_text: (skip)
 * @field: a field of the kind of @record
 * @record: a record
 *
 * The value as it is stored and sent: the text or id itself, a count in
 * decimal digits, a date in ISO 8601 ("1975", "1975-06", "1975-06-21"), a
 * time so too ("2026-11-27T19:30"), a choice as its word.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when unknown
 */
char *
cnscd_field_dup_text (const CnscdField *field, gconstpointer record)
{
  char iso[MAX (CNSCD_DATE_ISO_SIZE, CNSCD_TIME_ISO_SIZE)];

  g_return_val_if_fail (field != NULL && record != NULL, NULL);

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
    case CNSCD_FIELD_REFERENCE:
      return g_strdup (FIELD (char *, record, field));
    case CNSCD_FIELD_COUNT:
      if (FIELD (gint64, record, field) < 0)
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT, FIELD (gint64, record, field));
    case CNSCD_FIELD_DATE:
      return g_strdup (cnscd_date_write_iso (FIELD (CnscdDate, record, field), iso));
    case CNSCD_FIELD_TIME:
      return g_strdup (cnscd_time_write_iso (FIELD (CnscdTime, record, field), iso));
    case CNSCD_FIELD_CHOICE:
      return g_strdup (get_choice_word (field, FIELD (int, record, field)));
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * cnscd_field_set_text: (skip)
 * @field: a field of the kind of @record
 * @record: a record that is not shared yet
 * @text: (nullable): what cnscd_field_dup_text() gives; %NULL or "" for unknown
 *
 * Sets a field from its stored form. A text that is no such form (a count
 * that is not a whole number of digits, a date that does not exist, a word
 * that is no choice, a reference that is no UUID, bytes that are not UTF-8)
 * is refused and leaves @record as it was.
 *
 * Returns: whether @text was understood
 */
gboolean
cnscd_field_set_text (const CnscdField *field, gpointer record, const char *text)
{
  gint64 count = CNSCD_COUNT_UNKNOWN;
  CnscdDate date = CNSCD_DATE_UNKNOWN;
  CnscdTime time = CNSCD_TIME_UNKNOWN;
  int choice = 0;

  g_return_val_if_fail (field != NULL && record != NULL, FALSE);

  if (text != NULL && *text == '\0')
    text = NULL;

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
      if (text != NULL && !g_utf8_validate (text, -1, NULL))
        return FALSE;
      set_string (FIELD_PTR (char *, record, field), text);
      return TRUE;
    case CNSCD_FIELD_REFERENCE:
      if (text != NULL && !cnscd_uuid_is_valid (text))
        return FALSE;
      set_string (FIELD_PTR (char *, record, field), text);
      return TRUE;
    case CNSCD_FIELD_COUNT:
      if (text != NULL && !read_count (text, &count))
        return FALSE;
      FIELD (gint64, record, field) = count;
      return TRUE;
    case CNSCD_FIELD_DATE:
      if (text != NULL && !cnscd_date_read_iso (text, &date))
        return FALSE;
      FIELD (CnscdDate, record, field) = date;
      return TRUE;
    case CNSCD_FIELD_TIME:
      if (text != NULL && !cnscd_time_read_iso (text, &time))
        return FALSE;
      FIELD (CnscdTime, record, field) = time;
      return TRUE;
    case CNSCD_FIELD_CHOICE:
      if (text != NULL && !read_choice (field, text, &choice))
        return FALSE;
      FIELD (int, record, field) = choice;
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}
