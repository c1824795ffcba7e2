/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-outbox.h"

#include "cnscd-statement.h"

/* RFC 8259, section 7. */
static void
append_string (GString *json, const char *text)
{
  const char *start = text;

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;

      g_string_append_len (json, start, p - start);
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else
        {
          g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
        }
      start = p + 1;
    }
  g_string_append (json, start);
  g_string_append_c (json, '"');
}

static void
append_value (GString *json, const CnscdField *field, gconstpointer record)
{
  char iso[MAX (CNSCD_DATE_ISO_SIZE, CNSCD_TIME_ISO_SIZE)];

  if (cnscd_field_is_unknown (field, record))
    {
      g_string_append (json, "null");
      return;
    }

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
    case CNSCD_FIELD_REFERENCE:
      append_string (json, G_STRUCT_MEMBER (char *, record, field->offset));
      break;
    case CNSCD_FIELD_COUNT:
      g_string_append_printf (json, "%" G_GINT64_FORMAT,
                              G_STRUCT_MEMBER (gint64, record, field->offset));
      break;
    case CNSCD_FIELD_DATE:
      append_string (
        json, cnscd_date_write_iso (G_STRUCT_MEMBER (CnscdDate, record, field->offset), iso));
      break;
    case CNSCD_FIELD_TIME:
      append_string (
        json, cnscd_time_write_iso (G_STRUCT_MEMBER (CnscdTime, record, field->offset), iso));
      break;
    case CNSCD_FIELD_CHOICE:
      append_string (json, field->choices[G_STRUCT_MEMBER (int, record, field->offset) - 1]);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_member (GString *json, const CnscdField *field, gconstpointer record)
{
  if (json->len > 1)
    g_string_append_c (json, ',');
  g_string_append_c (json, '"');
  g_string_append (json, field->name);
  g_string_append (json, "\":");
  append_value (json, field, record);
}

/* The changed fields; of a new record every field that is known. */
static void
write_fields (const CnscdChange *change, GString *fields, GString *before)
{
  const CnscdKind *kind = ((const CnscdRecord *) change->after)->kind;

  g_string_append_c (fields, '{');
  g_string_append_c (before, '{');
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CnscdField *field = &kind->fields[i];

      if (change->before == NULL)
        {
          if (!cnscd_field_is_unknown (field, change->after))
            append_member (fields, field, change->after);
        }
      else if (!cnscd_field_equal (field, change->before, change->after))
        {
          append_member (fields, field, change->after);
          append_member (before, field, change->before);
        }
    }
  g_string_append_c (fields, '}');
  g_string_append_c (before, '}');
}

/**
 * cnscd_outbox_add: (skip)
 * @database: a connection in the transaction that makes the change
 * @change: what changed
 * @error: return location for a #CnscdStoreError
 *
 * Journals a change for the province and for undoing. A record that has
 * unsent changes already gets one row more, never an altered one: each row
 * keeps the values from before and the action it belongs to, which an undo
 * needs. Whoever sends takes the rows of a record together, by kind and id.
 *
 * Returns: whether it was written
 */
gboolean
cnscd_outbox_add (CnscdDatabase *database, const CnscdChange *change, GError **error)
{
  const CnscdRecord *record = change->after;
  g_autoptr (GString) fields = g_string_sized_new (256);
  g_autoptr (GString) before = g_string_sized_new (64);
  g_autofree char *op_id = cnscd_uuid_new ();
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "INSERT INTO outbox (op_id, kind, id, unit, base_rev, fields, before, deleted, was_deleted,"
    " action, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    error);

  if (statement == NULL)
    return FALSE;

  write_fields (change, fields, before);

  cnscd_statement_bind_text (statement, 1, op_id);
  cnscd_statement_bind_text (statement, 2, record->kind->name);
  cnscd_statement_bind_text (statement, 3, record->id);
  cnscd_statement_bind_text (statement, 4, record->unit);
  if (change->before != NULL)
    {
      cnscd_statement_bind_int (statement, 5, change->rev);
      cnscd_statement_bind_text (statement, 7, before->str);
    }
  cnscd_statement_bind_text (statement, 6, fields->str);
  cnscd_statement_bind_int (statement, 8, change->deleted);
  cnscd_statement_bind_int (statement, 9, change->was_deleted);
  if (database->action != 0)
    cnscd_statement_bind_int (statement, 10, database->action);
  cnscd_statement_bind_int (statement, 11, g_get_real_time ());

  return cnscd_statement_run (statement, error);
}
