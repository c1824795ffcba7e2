/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-list.h"

#include <glib/gi18n-lib.h>

/* What people read for the choices of a field, in the order of its enumeration, from 1 on. */
static const char *const gender_titles[] = { N_ ("male"), N_ ("female"), NULL };
static const char *const role_titles[] = { N_ ("leader"), N_ ("deputy"), N_ ("member"), NULL };
static const char *const level_titles[] = { N_ ("commune"), N_ ("hamlet"), NULL };
static const char *const hamlet_kind_titles[] = { N_ ("hamlet"), N_ ("residential group"), NULL };
static const char *const decision_kind_titles[] = { N_ ("establish"), N_ ("consolidate"),
                                                    N_ ("dissolve"), NULL };
static const char *const session_state_titles[] = { N_ ("planned"), N_ ("held"), N_ ("postponed"),
                                                    N_ ("cancelled"), NULL };

static const struct
{
  const CnscdKind *kind;
  const char *field;
  const char *const *titles;
} choices[] = {
  { &CNSCD_KIND_PERSON, "gender", gender_titles },
  { &CNSCD_KIND_MEMBERSHIP, "role", role_titles },
  { &CNSCD_KIND_TEAM, "level", level_titles },
  { &CNSCD_KIND_HAMLET, "kind", hamlet_kind_titles },
  { &CNSCD_KIND_DECISION, "kind", decision_kind_titles },
  { &CNSCD_KIND_SESSION, "state", session_state_titles },
};

static const char *
find_stored_word (const CnscdKind *kind, const char *name, int value)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CnscdField *field = &kind->fields[i];

      if (g_str_equal (field->name, name) && value > 0 &&
          (guint) value <= g_strv_length ((GStrv) field->choices))
        return field->choices[value - 1];
    }

  return NULL;
}

static const char *
find_title (const CnscdKind *kind, const char *name, int value)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (choices[i].kind == kind && g_str_equal (choices[i].field, name) && value > 0 &&
          (guint) value <= g_strv_length ((GStrv) choices[i].titles))
        return g_dgettext (GETTEXT_PACKAGE, choices[i].titles[value - 1]);
    }

  return NULL;
}

static void
add_column (CnscdCliRows *rows, const char *title, CnscdCliAlign align)
{
  if (rows->table != NULL)
    cnscd_cli_table_add_column (rows->table, title, align);
}

/**
 * cnscd_cli_rows_add_column:
 * @rows: a list without rows yet
 * @title: head of the next column of the table
 */
void
cnscd_cli_rows_add_column (CnscdCliRows *rows, const char *title)
{
  add_column (rows, title, CNSCD_CLI_ALIGN_START);
}

/**
 * cnscd_cli_rows_add_number_column:
 * @rows: a list without rows yet
 * @title: head of the next column of the table, whose numbers stand to the right
 */
void
cnscd_cli_rows_add_number_column (CnscdCliRows *rows, const char *title)
{
  add_column (rows, title, CNSCD_CLI_ALIGN_END);
}

void
cnscd_cli_rows_begin (CnscdCliRows *rows)
{
  if (rows->builder != NULL)
    json_builder_begin_object (rows->builder);
}

void
cnscd_cli_rows_end (CnscdCliRows *rows)
{
  if (rows->builder != NULL)
    json_builder_end_object (rows->builder);
}

/**
 * cnscd_cli_rows_hidden:
 * @rows: inside a row
 * @name: of the field
 * @value: (nullable): its value
 *
 * Adds a field that the table leaves out.
 */
void
cnscd_cli_rows_hidden (CnscdCliRows *rows, const char *name, const char *value)
{
  if (rows->builder != NULL)
    cnscd_cli_json_add_text (rows->builder, name, value);
}

/**
 * cnscd_cli_rows_text:
 * @rows: inside a row
 * @name: of the field
 * @value: (nullable): its value
 */
void
cnscd_cli_rows_text (CnscdCliRows *rows, const char *name, const char *value)
{
  cnscd_cli_rows_shown (rows, name, value, value);
}

/**
 * cnscd_cli_rows_shown:
 * @rows: inside a row
 * @name: of the field
 * @value: (nullable): its value
 * @shown: (nullable): what the table has in its place
 */
void
cnscd_cli_rows_shown (CnscdCliRows *rows, const char *name, const char *value, const char *shown)
{
  if (rows->builder != NULL)
    cnscd_cli_json_add_text (rows->builder, name, value);
  if (rows->table != NULL)
    cnscd_cli_table_add (rows->table, shown);
}

/**
 * cnscd_cli_rows_choice:
 * @rows: inside a row
 * @name: of the field in the output
 * @kind: of the record that has the field
 * @field: the field's name in @kind
 * @value: of its enumeration
 */
void
cnscd_cli_rows_choice (CnscdCliRows *rows,
                       const char *name,
                       const CnscdKind *kind,
                       const char *field,
                       int value)
{
  cnscd_cli_rows_shown (rows, name, find_stored_word (kind, field, value),
                        find_title (kind, field, value));
}

/**
 * cnscd_cli_rows_hidden_choice:
 * @rows: inside a row
 * @name: of the field in the output
 * @kind: of the record that has the field
 * @field: the field's name in @kind
 * @value: of its enumeration
 *
 * As cnscd_cli_rows_choice(), for a field that the table leaves out.
 */
void
cnscd_cli_rows_hidden_choice (CnscdCliRows *rows,
                              const char *name,
                              const CnscdKind *kind,
                              const char *field,
                              int value)
{
  cnscd_cli_rows_hidden (rows, name, find_stored_word (kind, field, value));
}

/**
 * cnscd_cli_rows_date:
 * @rows: inside a row
 * @name: of the field
 * @date: as far as it is known
 */
void
cnscd_cli_rows_date (CnscdCliRows *rows, const char *name, CnscdDate date)
{
  if (rows->builder != NULL)
    cnscd_cli_json_add_date (rows->builder, name, date);
  if (rows->table != NULL)
    {
      g_autofree char *text = cnscd_date_is_known (date) ? cnscd_date_format (date) : NULL;

      cnscd_cli_table_add (rows->table, text);
    }
}

/**
 * cnscd_cli_rows_count:
 * @rows: inside a row
 * @name: of the field
 * @count: %CNSCD_COUNT_UNKNOWN when nobody reported it
 */
void
cnscd_cli_rows_count (CnscdCliRows *rows, const char *name, gint64 count)
{
  if (rows->builder != NULL)
    cnscd_cli_json_add_count (rows->builder, name, count);
  if (rows->table != NULL)
    cnscd_cli_table_add_number (rows->table, count);
}
