/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-columns-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-columns-group.h"
#include "exchange/cnscd-table-corrections.h"
#include "ui/common/cnscd-unit-choices.h"
#include "ui/common/cnscd-unit-dialog.h"
#include "ui/common/cnscd-words.h"
#include "ui/schedule/cnscd-schedule-words.h"

/**
 * CnscdImportColumnsPage:
 *
 * What was understood of a table: how much was read, and what every column is
 * taken for, to be corrected.
 */
struct _CnscdImportColumnsPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *next_button;
  AdwBanner *kept_banner;
  AdwActionRow *read_row;
  AdwActionRow *decision_row;
  CnscdChoiceRow *unit_row;
  AdwComboRow *table_row;
  CnscdImportColumnsGroup *columns_group;
  GtkWidget *problem_row;
  AdwSpinRow *head_row;

  CnscdImportLook *look; /* (nullable) */
  CnscdTableCorrections *corrections;
  char *own_unit;   /* (nullable) */
  char *shown_unit; /* (nullable): code of the commune that the lists show */
  gboolean pasted;
  char *sheet; /* (nullable): the first of the table that is shown */
  gboolean filling;
};

enum
{
  SIGNAL_CANCEL,
  SIGNAL_NEXT,
  SIGNAL_CORRECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdImportColumnsPage, cnscd_import_columns_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *
get_first_sheet (const CnscdTableShape *shape)
{
  return ((const CnscdSheetMapping *) shape->mappings->pdata[0])->sheet;
}

/* The table that is shown: the one chosen, and at first the one with most people. */
static CnscdTableShape *
get_shape (CnscdImportColumnsPage *self)
{
  CnscdTableShape *best = NULL;

  for (guint i = 0; self->look != NULL && i < self->look->shapes->len; i++)
    {
      CnscdTableShape *shape = self->look->shapes->pdata[i];

      if (self->sheet != NULL && cnscd_sheet_mappings_find (shape->mappings, self->sheet) != NULL)
        return shape;
      if (best == NULL || shape->n_people > best->n_people)
        best = shape;
    }
  return best;
}

static void
emit_corrected (CnscdImportColumnsPage *self, const char *forget)
{
  g_signal_emit (self, signals[SIGNAL_CORRECTED], 0, forget);
}

static void
chosen_cb (CnscdImportColumnsPage *self, guint index, guint column)
{
  const CnscdTableShape *shape = get_shape (self);

  if (shape == NULL)
    return;
  cnscd_table_corrections_set_column (self->corrections, shape, index, column);
  emit_corrected (self, NULL);
}

static void
fill_shape (CnscdImportColumnsPage *self)
{
  const CnscdTableShape *shape = get_shape (self);
  const CnscdSheetMapping *mapping;

  gtk_widget_set_visible (GTK_WIDGET (self->columns_group), shape != NULL);
  if (shape == NULL)
    return;

  mapping = shape->mappings->pdata[0];
  self->filling = TRUE;
  gtk_widget_set_visible (self->problem_row, !shape->has_key && self->look->n_people == 0);
  adw_spin_row_set_value (self->head_row, mapping->head_row);
  cnscd_import_columns_group_show (self->columns_group, shape->columns);
  adw_banner_set_revealed (self->kept_banner,
                           cnscd_table_corrections_is_kept (self->corrections, shape));
  self->filling = FALSE;
}

/* "Sheet1", "Xóm Một and 35 more" */
static char *
describe_shape (const CnscdTableShape *shape)
{
  g_autofree char *number = cnscd_words_for_number (shape->mappings->len - 1);

  if (shape->mappings->len == 1)
    return g_strdup (get_first_sheet (shape));
  /* Translators: the name of a sheet, and how many others have the same columns */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %s more sheet",
                                       "%s and %s more sheets", shape->mappings->len - 1),
                          get_first_sheet (shape), number);
}

static void
fill_tables (CnscdImportColumnsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const CnscdTableShape *shown = get_shape (self);
  guint selected = 0;

  for (guint i = 0; i < self->look->shapes->len; i++)
    {
      const CnscdTableShape *shape = self->look->shapes->pdata[i];
      g_autofree char *name = describe_shape (shape);

      gtk_string_list_append (names, name);
      if (shape == shown)
        selected = i;
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->table_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->table_row), self->look->shapes->len > 1);
  self->filling = FALSE;
}

/* First "as the file says", then every commune. */
static void
fill_units (CnscdImportColumnsPage *self)
{
  const char *said = self->look->unit_known ? self->look->unit_said : self->own_unit;
  g_autofree char *first = said != NULL ? cnscd_words_capitalize (said) : NULL;

  cnscd_unit_choices_offer (self->unit_row, self->look->units,
                            first != NULL            ? first
                            : self->look->unit_known ? _ ("From each row")
                            : self->pasted           ? _ ("Not stated in the pasted rows")
                                                     : _ ("Not stated in the file"));
  /* What the rows say comes before what the lists happen to show. */
  if (self->shown_unit != NULL && said == NULL && !self->look->unit_known &&
      self->look->unit_said == NULL)
    cnscd_choice_row_set_chosen (self->unit_row, self->shown_unit);
  g_clear_pointer (&self->shown_unit, g_free);
}

/* "252 members · 36 teams", "5 sessions" */
static char *
dup_read (const CnscdImportLook *look)
{
  g_autofree char *teams = cnscd_words_for_teams (look->n_teams);
  g_autofree char *members = cnscd_words_for_members (look->n_people);

  if (look->schedule)
    return cnscd_words_for_sessions (look->n_people);
  return g_strdup_printf ("%s · %s", members, teams);
}

static void
fill_summary (CnscdImportColumnsPage *self)
{
  g_autofree char *read = dup_read (self->look);
  g_autofree char *rows = NULL;
  g_autofree char *text = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < self->look->shapes->len; i++)
    n_rows += ((const CnscdTableShape *) self->look->shapes->pdata[i])->n_rows;
  {
    g_autofree char *number = cnscd_words_for_number (n_rows);

    rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n_rows), number);
  }
  text = g_strdup_printf ("%s · %s", read, rows);
  adw_action_row_set_subtitle (self->read_row, text);

  if (self->look->decision_number != NULL)
    {
      g_autofree char *date = cnscd_date_is_known (self->look->decision_date)
                                ? cnscd_date_format (self->look->decision_date)
                                : NULL;
      g_autofree char *decision = date != NULL ? g_strdup_printf (C_ ("decision", "%s of %s"),
                                                                  self->look->decision_number, date)
                                               : g_strdup (self->look->decision_number);

      adw_action_row_set_subtitle (self->decision_row, decision);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->decision_row), self->look->decision_number != NULL);
}

static void
table_changed_cb (CnscdImportColumnsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->table_row);

  if (self->filling || self->look == NULL || selected >= self->look->shapes->len)
    return;
  g_set_str (&self->sheet, get_first_sheet (self->look->shapes->pdata[selected]));
  fill_shape (self);
}

static void
head_changed_cb (CnscdImportColumnsPage *self)
{
  const CnscdTableShape *shape = get_shape (self);
  guint row = (guint) adw_spin_row_get_value (self->head_row);

  if (self->filling || shape == NULL)
    return;
  cnscd_table_corrections_set_head (self->corrections, shape, row);
  emit_corrected (self, NULL);
}

static void
reset_cb (CnscdImportColumnsPage *self)
{
  const CnscdTableShape *shape = get_shape (self);
  g_autofree char *forget = g_strdup (shape->shape);

  cnscd_table_corrections_reset (self->corrections, shape);
  adw_banner_set_revealed (self->kept_banner, FALSE);
  emit_corrected (self, forget);
}

static void
cancel_cb (CnscdImportColumnsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CANCEL], 0);
}

static void
unit_chosen_cb (CnscdImportColumnsPage *self, const char *unit)
{
  cnscd_choice_row_set_chosen (self->unit_row, unit);
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
ask_unit (CnscdImportColumnsPage *self)
{
  g_autofree char *explanation =
    self->look->unit_said != NULL
      ? g_strdup_printf (
          _ ("The file names the commune “%s”, which is unknown. Choose the commune it is for."),
          self->look->unit_said)
      : g_strdup (
          self->pasted
            ? _ ("The pasted rows do not say which commune they are for. Choose the commune.")
            : _ ("The file does not say which commune it is for. Choose the commune."));
  CnscdUnitDialog *dialog = cnscd_unit_dialog_new (explanation);
  CnscdUnitList *list = cnscd_unit_dialog_get_list (dialog);

  cnscd_unit_list_fill (list, self->look->units, NULL, NULL, FALSE);
  g_signal_connect_object (list, "chosen", G_CALLBACK (unit_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
next_cb (CnscdImportColumnsPage *self)
{
  gboolean has_any = self->look->n_people > 0 || self->look->n_teams > 0;

  if (has_any && self->own_unit == NULL && !self->look->unit_known &&
      cnscd_choice_row_get_chosen (self->unit_row) == NULL)
    {
      ask_unit (self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
cnscd_import_columns_page_shown (AdwNavigationPage *page)
{
  CnscdImportColumnsPage *self = CNSCD_IMPORT_COLUMNS_PAGE (page);

  gtk_widget_grab_focus (gtk_widget_is_sensitive (self->next_button) ? self->next_button
                                                                     : GTK_WIDGET (self->head_row));
}

static void
cnscd_import_columns_page_finalize (GObject *object)
{
  CnscdImportColumnsPage *self = CNSCD_IMPORT_COLUMNS_PAGE (object);

  cnscd_import_look_free (self->look);
  cnscd_table_corrections_free (self->corrections);
  g_free (self->own_unit);
  g_free (self->shown_unit);
  g_free (self->sheet);

  G_OBJECT_CLASS (cnscd_import_columns_page_parent_class)->finalize (object);
}

static void
cnscd_import_columns_page_class_init (CnscdImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  g_type_ensure (CNSCD_TYPE_IMPORT_COLUMNS_GROUP);
  G_OBJECT_CLASS (klass)->finalize = cnscd_import_columns_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_import_columns_page_shown;

  signals[SIGNAL_CANCEL] = g_signal_new ("cancel", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The table has to be read again; with the shape whose earlier correction is forgotten, if any.
   */
  signals[SIGNAL_CORRECTED] =
    g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/import/cnscd-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, kept_banner);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, read_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, table_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, columns_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, problem_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportColumnsPage, head_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
cnscd_import_columns_page_init (CnscdImportColumnsPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->corrections = cnscd_table_corrections_new ();
}

/**
 * cnscd_import_columns_page_set_file:
 * @self: a page
 * @name: of the file, as people see it
 * @pasted: whether it is no file, but rows from the clipboard
 */
void
cnscd_import_columns_page_set_file (CnscdImportColumnsPage *self, const char *name, gboolean pasted)
{
  adw_window_title_set_subtitle (self->window_title, name);
  self->pasted = pasted;
  if (pasted)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->read_row),
                                   _ ("Read from the pasted rows"));
}

/**
 * cnscd_import_columns_page_set_unit:
 * @self: a page
 * @own_unit: (nullable): the commune of this office: "xã Võ Nhai"
 * @shown: (nullable): code of the commune that the lists show, where the office is of all of them
 *
 * Sets which commune what names none is taken to be of.
 */
void
cnscd_import_columns_page_set_unit (CnscdImportColumnsPage *self,
                                    const char *own_unit,
                                    const char *shown)
{
  g_set_str (&self->own_unit, own_unit);
  g_set_str (&self->shown_unit, shown);
}

/**
 * cnscd_import_columns_page_set_schedule:
 * @self: a page
 *
 * Says that it is a schedule, before anything is shown.
 */
void
cnscd_import_columns_page_set_schedule (CnscdImportColumnsPage *self)
{
  cnscd_import_columns_group_set_schedule (self->columns_group, TRUE);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Import Schedule"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->problem_row),
                                 _ ("No column contains the days"));
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (self->problem_row),
    _ ("Choose “Day” for the column with the days, or the row with the headings."));
  /* One without headings is not known as a schedule. */
  gtk_adjustment_set_lower (adw_spin_row_get_adjustment (self->head_row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->head_row), "");
}

/**
 * cnscd_import_columns_page_set_look:
 * @self: a page
 * @look: (transfer full): what was understood with the columns as they are corrected now
 */
void
cnscd_import_columns_page_set_look (CnscdImportColumnsPage *self, CnscdImportLook *look)
{
  g_clear_pointer (&self->look, cnscd_import_look_free);
  self->look = look;

  cnscd_table_corrections_note (self->corrections, look->shapes, look->kept);

  /* it stays the one that is shown, however many people it comes to have */
  if (self->sheet == NULL && look->shapes->len > 0)
    self->sheet = g_strdup (get_first_sheet (get_shape (self)));
  fill_summary (self);
  fill_units (self);
  fill_tables (self);
  fill_shape (self);
  /* Of a schedule in which nothing can be read, the next step says why. */
  gtk_widget_set_sensitive (self->next_button,
                            look->schedule || look->n_people > 0 || look->n_teams > 0);
}

/**
 * cnscd_import_columns_page_dup_mappings:
 * @self: a page
 *
 * Returns: (transfer full) (element-type CnscdSheetMapping): the columns that were corrected, now
 *   or in an earlier import
 */
GPtrArray *
cnscd_import_columns_page_dup_mappings (CnscdImportColumnsPage *self)
{
  return cnscd_table_corrections_dup_mappings (self->corrections);
}

/**
 * cnscd_import_columns_page_get_unit:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): code of the commune that somebody chose; %NULL: as the file
 *   says
 */
const char *
cnscd_import_columns_page_get_unit (CnscdImportColumnsPage *self)
{
  g_return_val_if_fail (CNSCD_IS_IMPORT_COLUMNS_PAGE (self), NULL);

  return cnscd_choice_row_get_chosen (self->unit_row);
}
