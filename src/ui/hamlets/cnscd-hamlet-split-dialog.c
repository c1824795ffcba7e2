/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-split-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-hamlet-form.h"
#include "cnscd-hamlet-neighbours.h"
#include "cnscd-hamlet-words.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"

#define MIN_NAMES 2
#define MAX_NAMES 12

/**
 * CnscdHamletSplitDialog:
 *
 * A form that splits a hamlet into two or more new ones.
 */
struct _CnscdHamletSplitDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *names_group;
  GtkWidget *add_button;
  AdwComboRow *kind_row;
  AdwEntryRow *from_row;
  GtkWidget *teams_group;
  GtkCheckButton *go_button;

  CnscdHamletDetails *details;
  GPtrArray *name_rows; /* (element-type AdwEntryRow) */
  GPtrArray *others;    /* (nullable) (element-type CnscdHamletDetails): of its commune */
  char *first_day;      /* as the form came up */
};

G_DEFINE_FINAL_TYPE (CnscdHamletSplitDialog, cnscd_hamlet_split_dialog, CNSCD_TYPE_FORM_DIALOG)

static const char *
get_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static CnscdFormProblem
read_day (CnscdHamletSplitDialog *self, CnscdDate *day)
{
  return cnscd_form_check_day (get_text (self->from_row),
                               cnscd_hamlet_first_end (self->details->hamlet->valid_from), day);
}

static CnscdHamletForm
read_form (CnscdHamletSplitDialog *self, guint index)
{
  return (CnscdHamletForm) {
    .name = get_text (self->name_rows->pdata[index]),
    .kind = cnscd_hamlet_kind_row_get (self->kind_row),
  };
}

/* Returns: (transfer full) (element-type CnscdHamlet): what the first @n names make */
static GPtrArray *
make_hamlets (CnscdHamletSplitDialog *self, guint n)
{
  GPtrArray *hamlets = g_ptr_array_new_with_free_func (cnscd_record_unref);

  for (guint i = 0; i < n; i++)
    {
      const CnscdHamletForm form = read_form (self, i);
      CnscdHamlet *hamlet =
        cnscd_record_new (&CNSCD_KIND_HAMLET, self->details->hamlet->record.unit);

      cnscd_hamlet_form_fill (&form, hamlet);
      g_ptr_array_add (hamlets, hamlet);
    }

  return hamlets;
}

static CnscdFormProblem
check_name (CnscdHamletSplitDialog *self, guint index)
{
  const CnscdHamletForm form = read_form (self, index);
  CnscdFormProblem problem = cnscd_hamlet_form_check (&form, CNSCD_HAMLET_FIELD_NAME);
  g_autoptr (GPtrArray) earlier = NULL;

  if (problem != CNSCD_FORM_PROBLEM_NONE)
    return problem;

  earlier = make_hamlets (self, index);
  return cnscd_hamlet_form_is_known (form.name, earlier, NULL) ? CNSCD_FORM_PROBLEM_ALREADY_THERE
                                                               : CNSCD_FORM_PROBLEM_NONE;
}

static gboolean
show_name (CnscdHamletSplitDialog *self, guint index)
{
  AdwEntryRow *row = self->name_rows->pdata[index];
  CnscdFormProblem problem = check_name (self, index);
  gboolean right = problem == CNSCD_FORM_PROBLEM_NONE;
  gboolean known = FALSE;
  g_autofree char *title = NULL;

  /* Translators: %u is 1, 2 … */
  title = g_strdup_printf (_ ("Name of hamlet %u"), index + 1);
  if (right && self->others != NULL)
    {
      g_autoptr (GPtrArray) others = cnscd_hamlet_list_records (self->others);

      /* The one that ends may give its name to one of the new ones. */
      known = cnscd_hamlet_form_is_known (get_text (row), others, self->details->hamlet->record.id);
    }
  cnscd_form_show_problem (row, title, problem);
  cnscd_form_show_warning (row, title, known ? cnscd_hamlet_neighbours_get_warning () : NULL);
  return right;
}

static void
changed_cb (CnscdHamletSplitDialog *self)
{
  if (self->details != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
remove_cb (CnscdHamletSplitDialog *self, GtkButton *button)
{
  AdwEntryRow *row = g_object_get_data (G_OBJECT (button), "row");

  gtk_widget_grab_focus (self->name_rows->pdata[0]);
  adw_preferences_group_remove (self->names_group, GTK_WIDGET (row));
  g_ptr_array_remove (self->name_rows, row);
  changed_cb (self);
}

static GtkWidget *
create_remove_button (CnscdHamletSplitDialog *self, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "row", row);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
add_row (CnscdHamletSplitDialog *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (self->name_rows->len >= MIN_NAMES)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), create_remove_button (self, row));
  g_ptr_array_add (self->name_rows, row);
  adw_preferences_group_add (self->names_group, row);
  return row;
}

static void
add_cb (CnscdHamletSplitDialog *self)
{
  GtkWidget *row = add_row (self);

  changed_cb (self);
  gtk_widget_grab_focus (row);
}

static gboolean
cnscd_hamlet_split_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdHamletSplitDialog *self = CNSCD_HAMLET_SPLIT_DIALOG (form);

  for (guint i = 0; i < self->name_rows->len; i++)
    if (*get_text (self->name_rows->pdata[i]) != '\0')
      return TRUE;

  return g_strcmp0 (get_text (self->from_row), self->first_day) != 0;
}

static gboolean
cnscd_hamlet_split_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdHamletSplitDialog *self = CNSCD_HAMLET_SPLIT_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem problem = read_day (self, &day);
  gboolean right = problem == CNSCD_FORM_PROBLEM_NONE;

  for (guint i = 0; i < self->name_rows->len; i++)
    right &= show_name (self, i);
  cnscd_form_show_day_after (self->from_row, _ ("First Day"), problem,
                             self->details->hamlet->valid_from);
  gtk_widget_set_sensitive (self->add_button, self->name_rows->len < MAX_NAMES);
  return right;
}

static CnscdChangeSet *
cnscd_hamlet_split_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdHamletSplitDialog *self = CNSCD_HAMLET_SPLIT_DIALOG (form);
  const CnscdHamlet *hamlet = self->details->hamlet;
  g_autoptr (GPtrArray) into = make_hamlets (self, self->name_rows->len);
  g_autofree char *new_titles = cnscd_hamlet_join_titles (into);
  g_autofree char *title = cnscd_hamlet_dup_title (hamlet);
  g_autofree char *label = NULL;
  CnscdChangeSet *set;
  CnscdDate day;

  read_day (self, &day);
  /* Translators: "xóm A", "xóm B and xóm C" */
  label = g_strdup_printf (_ ("%s split into %s"), title, new_titles);
  set = cnscd_hamlet_change_set_new (label);
  cnscd_hamlet_split (set, self->details, into, day, gtk_check_button_get_active (self->go_button));
  return set;
}

static void
cnscd_hamlet_split_dialog_dispose (GObject *object)
{
  CnscdHamletSplitDialog *self = CNSCD_HAMLET_SPLIT_DIALOG (object);

  g_clear_pointer (&self->details, cnscd_hamlet_details_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->first_day, g_free);

  G_OBJECT_CLASS (cnscd_hamlet_split_dialog_parent_class)->dispose (object);
}

static void
cnscd_hamlet_split_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CNSCD_HAMLET_SPLIT_DIALOG (object)->name_rows);

  G_OBJECT_CLASS (cnscd_hamlet_split_dialog_parent_class)->finalize (object);
}

static void
cnscd_hamlet_split_dialog_class_init (CnscdHamletSplitDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  object_class->dispose = cnscd_hamlet_split_dialog_dispose;
  object_class->finalize = cnscd_hamlet_split_dialog_finalize;
  form_class->check = cnscd_hamlet_split_dialog_check;
  form_class->is_changed = cnscd_hamlet_split_dialog_is_changed;
  form_class->make_changes = cnscd_hamlet_split_dialog_make_changes;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlet-split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletSplitDialog, names_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletSplitDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletSplitDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletSplitDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletSplitDialog, teams_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletSplitDialog, go_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_hamlet_split_dialog_init (CnscdHamletSplitDialog *self)
{
  self->name_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_hamlet_kind_row_set_up (self->kind_row);
  for (guint i = 0; i < MIN_NAMES; i++)
    add_row (self);
}

/**
 * cnscd_hamlet_split_dialog_new:
 * @window: where the hamlet is split
 * @details: the hamlet as stored
 *
 * Returns: (transfer floating): a form that splits a hamlet
 */
AdwDialog *
cnscd_hamlet_split_dialog_new (CnscdWindow *window, CnscdHamletDetails *details)
{
  CnscdHamletSplitDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && details != NULL, NULL);

  title = cnscd_words_for_place (details->hamlet->kind, details->hamlet->name);
  self = g_object_new (CNSCD_TYPE_HAMLET_SPLIT_DIALOG, "subtitle", title, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->first_day = cnscd_date_format (cnscd_date_today ());
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), self->first_day);
  cnscd_hamlet_kind_row_select (self->kind_row, details->hamlet->kind);
  gtk_widget_set_visible (self->teams_group, details->teams->len > 0);
  self->details = cnscd_hamlet_details_ref (details);
  cnscd_hamlet_neighbours_load (CNSCD_FORM_DIALOG (self), details->hamlet->record.unit,
                                &self->others);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
