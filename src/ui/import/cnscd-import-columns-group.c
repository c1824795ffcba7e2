/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-columns-group.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-kinds.h"
#include "exchange/cnscd-schedule-column.h"

/**
 * CnscdImportColumnsGroup:
 *
 * The columns of a table: the head of each, what stands in it, and what it is
 * taken for, to be corrected.
 */
struct _CnscdImportColumnsGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;    /* of columns, owned by the group */
  const guint *kinds; /* that a column may be of, in the order of the choices */
  guint n_kinds;
  GtkStringList *titles; /* of @kinds */
  gboolean filling;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdImportColumnsGroup,
                     cnscd_import_columns_group,
                     ADW_TYPE_PREFERENCES_GROUP)

/* In the order of the choices. */
static const guint roster_kinds[] = {
  CNSCD_COLUMN_IGNORED,     CNSCD_COLUMN_NUMBER,       CNSCD_COLUMN_FULL_NAME,
  CNSCD_COLUMN_FAMILY_NAME, CNSCD_COLUMN_GIVEN_NAME,   CNSCD_COLUMN_BIRTH,
  CNSCD_COLUMN_BIRTH_MALE,  CNSCD_COLUMN_BIRTH_FEMALE, CNSCD_COLUMN_GENDER,
  CNSCD_COLUMN_MALE_MARK,   CNSCD_COLUMN_FEMALE_MARK,  CNSCD_COLUMN_PHONE,
  CNSCD_COLUMN_ROLE,        CNSCD_COLUMN_LEADER_MARK,  CNSCD_COLUMN_DEPUTY_MARK,
  CNSCD_COLUMN_MEMBER_MARK, CNSCD_COLUMN_OFFICE,       CNSCD_COLUMN_POSITION,
  CNSCD_COLUMN_BODY,        CNSCD_COLUMN_HAMLET,       CNSCD_COLUMN_TEAM,
  CNSCD_COLUMN_UNIT,        CNSCD_COLUMN_NOTE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (roster_kinds) == CNSCD_N_COLUMNS);

static const guint schedule_kinds[] = {
  CNSCD_SCHEDULE_IGNORED, CNSCD_SCHEDULE_NUMBER,     CNSCD_SCHEDULE_WEEKDAY,
  CNSCD_SCHEDULE_DAY,     CNSCD_SCHEDULE_LUNAR,      CNSCD_SCHEDULE_TIME,
  CNSCD_SCHEDULE_START,   CNSCD_SCHEDULE_END,        CNSCD_SCHEDULE_TITLE,
  CNSCD_SCHEDULE_TOPICS,  CNSCD_SCHEDULE_TEAM,       CNSCD_SCHEDULE_HAMLET,
  CNSCD_SCHEDULE_PLACE,   CNSCD_SCHEDULE_AUDIENCE,   CNSCD_SCHEDULE_GUIDES,
  CNSCD_SCHEDULE_LEADER,  CNSCD_SCHEDULE_HELPERS,    CNSCD_SCHEDULE_EXPECTED,
  CNSCD_SCHEDULE_STATE,   CNSCD_SCHEDULE_ATTENDANCE, CNSCD_SCHEDULE_WOMEN,
  CNSCD_SCHEDULE_ELDERLY, CNSCD_SCHEDULE_POOR,       CNSCD_SCHEDULE_UNIT,
  CNSCD_SCHEDULE_CODE,    CNSCD_SCHEDULE_NOTE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (schedule_kinds) == CNSCD_N_SCHEDULE_COLUMNS);

static guint
find_kind (CnscdImportColumnsGroup *self, guint column)
{
  for (guint i = 0; i < self->n_kinds; i++)
    if (self->kinds[i] == column)
      return i;
  return 0;
}

static void
kind_changed_cb (AdwComboRow *row, GParamSpec *pspec, CnscdImportColumnsGroup *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  guint selected = adw_combo_row_get_selected (row);

  if (!self->filling && selected < self->n_kinds)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, index, self->kinds[selected]);
}

static const char *
get_subtitle (const CnscdShapeColumn *column)
{
  return *column->examples != '\0' ? column->examples : C_ ("column", "Empty");
}

static GtkWidget *
create_row (CnscdImportColumnsGroup *self, const CnscdShapeColumn *column)
{
  g_autofree char *title = NULL;
  GtkWidget *row = g_object_new (column->forbidden ? ADW_TYPE_ACTION_ROW : ADW_TYPE_COMBO_ROW,
                                 "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);

  if (column->head != NULL)
    title = g_strdup (column->head);
  else
    /* Translators: of a spreadsheet, which names its columns A, B, C */
    title = g_strdup_printf (_ ("Column %s"), column->letters);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (column->forbidden)
    {
      adw_action_row_set_subtitle (
        ADW_ACTION_ROW (row),
        _ ("Never imported: the law on personal data protection allows no such data here."));
      return row;
    }

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_subtitle (column));
  cnscd_import_kinds_set_up (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (self->titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_kind (self, column->column));
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column->index));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (kind_changed_cb), self, 0);
  return row;
}

/* Whether the rows that are shown are of these columns. */
static gboolean
has_rows (CnscdImportColumnsGroup *self, const GPtrArray *columns)
{
  if (self->rows->len != columns->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CnscdShapeColumn *column = columns->pdata[i];
      AdwPreferencesRow *row = self->rows->pdata[i];

      if (ADW_IS_COMBO_ROW (row) == column->forbidden ||
          (column->head != NULL &&
           !g_str_equal (adw_preferences_row_get_title (row), column->head)) ||
          (ADW_IS_COMBO_ROW (row) &&
           GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column")) != column->index))
        return FALSE;
    }
  return TRUE;
}

static void
replace_rows (CnscdImportColumnsGroup *self, const GPtrArray *columns)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < columns->len; i++)
    {
      GtkWidget *row = create_row (self, columns->pdata[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

/* In place: somebody is in the middle of them. */
static void
fill_rows (CnscdImportColumnsGroup *self, const GPtrArray *columns)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CnscdShapeColumn *column = columns->pdata[i];

      if (!column->forbidden)
        {
          adw_action_row_set_subtitle (self->rows->pdata[i], get_subtitle (column));
          adw_combo_row_set_selected (self->rows->pdata[i], find_kind (self, column->column));
        }
    }
  self->filling = FALSE;
}

static void
cnscd_import_columns_group_finalize (GObject *object)
{
  CnscdImportColumnsGroup *self = CNSCD_IMPORT_COLUMNS_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_object_unref (self->titles);

  G_OBJECT_CLASS (cnscd_import_columns_group_parent_class)->finalize (object);
}

static void
cnscd_import_columns_group_class_init (CnscdImportColumnsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_import_columns_group_finalize;

  /* With the index of a column, and what somebody says it is. */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
cnscd_import_columns_group_init (CnscdImportColumnsGroup *self)
{
  self->rows = g_ptr_array_new ();
  cnscd_import_columns_group_set_schedule (self, FALSE);
}

/**
 * cnscd_import_columns_group_set_schedule:
 * @self: a group
 * @schedule: whether its columns are those of a schedule: #CnscdScheduleColumn, and not
 *   #CnscdColumn
 *
 * Sets what there is to choose from, before anything is shown.
 */
void
cnscd_import_columns_group_set_schedule (CnscdImportColumnsGroup *self, gboolean schedule)
{
  g_return_if_fail (CNSCD_IS_IMPORT_COLUMNS_GROUP (self));

  g_clear_object (&self->titles);
  self->titles = gtk_string_list_new (NULL);
  self->kinds = schedule ? schedule_kinds : roster_kinds;
  self->n_kinds = schedule ? G_N_ELEMENTS (schedule_kinds) : G_N_ELEMENTS (roster_kinds);
  for (guint i = 0; i < self->n_kinds; i++)
    gtk_string_list_append (self->titles, schedule
                                            ? cnscd_schedule_column_get_title (self->kinds[i])
                                            : cnscd_column_get_title (self->kinds[i]));
}

/**
 * cnscd_import_columns_group_show:
 * @self: a group
 * @columns: (element-type CnscdShapeColumn): columns of a table; not kept
 *
 * Shows them. Rows that are of the same columns stay.
 */
void
cnscd_import_columns_group_show (CnscdImportColumnsGroup *self, const GPtrArray *columns)
{
  g_return_if_fail (CNSCD_IS_IMPORT_COLUMNS_GROUP (self) && columns != NULL);

  if (has_rows (self, columns))
    fill_rows (self, columns);
  else
    replace_rows (self, columns);
}
