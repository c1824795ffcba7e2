/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-merge-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-hamlet-form.h"
#include "core/cnscd-text.h"
#include "cnscd-hamlet-neighbours.h"
#include "cnscd-hamlet-words.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"

/* So many are seen at once, and the rest by scrolling or searching. */
#define MAX_SHOWN  4
#define ROW_HEIGHT 54

/**
 * CnscdHamletMergeDialog:
 *
 * A form that merges hamlets of a commune into a new one.
 */
struct _CnscdHamletMergeDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *hamlets_group;
  GtkSearchEntry *search_entry;
  GtkScrolledWindow *list_window;
  GtkListBox *hamlet_list;
  AdwEntryRow *name_row;
  AdwComboRow *kind_row;
  AdwEntryRow *from_row;
  GtkWidget *teams_group;
  GtkCheckButton *go_button;

  CnscdHamlet *hamlet;
  GPtrArray *hamlets; /* (nullable) (element-type CnscdHamletDetails): of the commune */
  GPtrArray *listed;  /* (nullable): what the rows stand for: @hamlets, once there are rows */
  char *first_day;    /* as the form came up */
  char *search;       /* (nullable): folded */
};

G_DEFINE_FINAL_TYPE (CnscdHamletMergeDialog, cnscd_hamlet_merge_dialog, CNSCD_TYPE_FORM_DIALOG)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_chosen (CnscdHamletMergeDialog *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->hamlet_list, (int) index);

  return gtk_check_button_get_active (g_object_get_data (G_OBJECT (row), "check"));
}

/* Returns: (transfer container): those that are chosen, or not, as borrowed details */
static GPtrArray *
pick (CnscdHamletMergeDialog *self, gboolean chosen)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; self->listed != NULL && i < self->listed->len; i++)
    if (is_chosen (self, i) == chosen)
      g_ptr_array_add (picked, self->listed->pdata[i]);
  return picked;
}

static gboolean
has_teams (GPtrArray *hamlets)
{
  for (guint i = 0; i < hamlets->len; i++)
    if (((const CnscdHamletDetails *) hamlets->pdata[i])->teams->len > 0)
      return TRUE;

  return FALSE;
}

/* Of the one that began last. */
static CnscdDate
get_last_start (GPtrArray *chosen)
{
  CnscdDate last = CNSCD_DATE_UNKNOWN;

  for (guint i = 0; i < chosen->len; i++)
    {
      const CnscdHamletDetails *details = chosen->pdata[i];

      if (cnscd_date_compare (details->hamlet->valid_from, last) > 0)
        last = details->hamlet->valid_from;
    }

  return last;
}

/* The first day on which none of them need exist any more. */
static CnscdFormProblem
read_day (CnscdHamletMergeDialog *self, GPtrArray *chosen, CnscdDate *day)
{
  return cnscd_form_check_day (get_text (self->from_row),
                               cnscd_hamlet_first_end (get_last_start (chosen)), day);
}

static CnscdHamletForm
read_form (CnscdHamletMergeDialog *self)
{
  return (CnscdHamletForm) {
    .name = get_text (self->name_row),
    .kind = cnscd_hamlet_kind_row_get (self->kind_row),
  };
}

static char *
describe (const CnscdHamletDetails *details)
{
  const CnscdHamletProfile *profile =
    details->profiles->len > 0 ? details->profiles->pdata[0] : NULL;
  g_autofree char *households =
    cnscd_words_for_households (profile != NULL ? profile->households : CNSCD_COUNT_UNKNOWN);
  g_autofree char *teams =
    details->teams->len > 0 ? cnscd_words_for_teams (details->teams->len) : NULL;

  return cnscd_words_join (" · ", households, teams != NULL ? teams : _ ("No team"));
}

static void
changed_cb (CnscdHamletMergeDialog *self)
{
  if (self->hamlet != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static GtkWidget *
create_row (CnscdHamletMergeDialog *self, const CnscdHamletDetails *details)
{
  g_autofree char *title = cnscd_words_for_place (details->hamlet->kind, details->hamlet->name);
  g_autofree char *subtitle = describe (details);
  g_autofree char *key = cnscd_text_search_key (title);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (check), g_strcmp0 (details->hamlet->record.id, self->hamlet->record.id) == 0);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data_full (G_OBJECT (row), "key", g_steal_pointer (&key), g_free);
  return row;
}

/* The one that the form is about comes first. */
static void
list_hamlets (CnscdHamletMergeDialog *self)
{
  for (guint i = 0; i < self->hamlets->len; i++)
    {
      CnscdHamletDetails *details = self->hamlets->pdata[i];

      if (g_strcmp0 (details->hamlet->record.id, self->hamlet->record.id) == 0)
        {
          g_ptr_array_insert (self->hamlets, 0, g_ptr_array_steal_index (self->hamlets, i));
          break;
        }
    }

  for (guint i = 0; i < self->hamlets->len; i++)
    gtk_list_box_append (self->hamlet_list, create_row (self, self->hamlets->pdata[i]));
  self->listed = self->hamlets;
  /* Half a row shows that there are more. */
  gtk_scrolled_window_set_min_content_height (
    self->list_window, self->hamlets->len > MAX_SHOWN ? ROW_HEIGHT * MAX_SHOWN + ROW_HEIGHT / 2
                                                      : ROW_HEIGHT * (int) self->hamlets->len);
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  CnscdHamletMergeDialog *self = user_data;

  return self->search == NULL ||
         strstr (g_object_get_data (G_OBJECT (row), "key"), self->search) != NULL;
}

static void
search_changed_cb (CnscdHamletMergeDialog *self)
{
  g_free (self->search);
  self->search = cnscd_text_search_key (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_list_box_invalidate_filter (self->hamlet_list);
}

static gboolean
cnscd_hamlet_merge_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdHamletMergeDialog *self = CNSCD_HAMLET_MERGE_DIALOG (form);
  g_autoptr (GPtrArray) chosen = pick (self, TRUE);

  return chosen->len > 1 || *get_text (self->name_row) != '\0' ||
         g_strcmp0 (get_text (self->from_row), self->first_day) != 0;
}

static void
check_name (CnscdHamletMergeDialog *self, const CnscdHamletForm *form)
{
  CnscdFormProblem problem = cnscd_hamlet_form_check (form, CNSCD_HAMLET_FIELD_NAME);
  gboolean known = FALSE;

  if (problem == CNSCD_FORM_PROBLEM_NONE)
    {
      /* One of those that end may give its name to the new one. */
      g_autoptr (GPtrArray) rest = pick (self, FALSE);
      g_autoptr (GPtrArray) others = cnscd_hamlet_list_records (rest);

      known = cnscd_hamlet_form_is_known (form->name, others, NULL);
    }
  cnscd_form_show_problem (self->name_row, C_ ("place", "Name"), problem);
  cnscd_form_show_warning (self->name_row, C_ ("place", "Name"),
                           known ? cnscd_hamlet_neighbours_get_warning () : NULL);
}

/* A search hides most of them. */
static void
show_chosen (CnscdHamletMergeDialog *self, GPtrArray *chosen)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *titles = NULL;
  g_autofree char *number = NULL;
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (chosen->len == 0)
    {
      adw_preferences_group_set_description (self->hamlets_group,
                                             _ ("Choose at least two hamlets"));
      return;
    }

  records = cnscd_hamlet_list_records (chosen);
  titles = cnscd_hamlet_join_titles (records);
  number = cnscd_words_for_number (chosen->len);
  if (chosen->len == 1)
    /* Translators: %s is a hamlet */
    words = g_strdup_printf (_ ("Chosen: %s. Choose another one."), titles);
  else
    /* Translators: a number, and hamlets: "xóm A and xóm B" */
    words = g_strdup_printf (_ ("%s chosen: %s"), number, titles);
  markup = g_markup_escape_text (words, -1);
  adw_preferences_group_set_description (self->hamlets_group, markup);
}

static gboolean
cnscd_hamlet_merge_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdHamletMergeDialog *self = CNSCD_HAMLET_MERGE_DIALOG (dialog);
  const CnscdHamletForm form = read_form (self);
  g_autoptr (GPtrArray) chosen = NULL;
  CnscdFormProblem problem;
  CnscdDate day;

  if (self->hamlets != NULL && self->listed == NULL)
    list_hamlets (self);

  chosen = pick (self, TRUE);
  show_chosen (self, chosen);
  gtk_widget_set_visible (self->teams_group, has_teams (chosen));
  check_name (self, &form);
  problem = read_day (self, chosen, &day);
  cnscd_form_show_day_after (self->from_row, _ ("First Day"), problem, get_last_start (chosen));

  return chosen->len >= 2 && problem == CNSCD_FORM_PROBLEM_NONE &&
         cnscd_hamlet_form_is_valid (&form);
}

static CnscdChangeSet *
cnscd_hamlet_merge_dialog_make_changes (CnscdFormDialog *dialog)
{
  CnscdHamletMergeDialog *self = CNSCD_HAMLET_MERGE_DIALOG (dialog);
  const CnscdHamletForm form = read_form (self);
  g_autoptr (GPtrArray) chosen = pick (self, TRUE);
  g_autoptr (GPtrArray) records = cnscd_hamlet_list_records (chosen);
  g_autoptr (CnscdHamlet) into = cnscd_record_new (&CNSCD_KIND_HAMLET, self->hamlet->record.unit);
  g_autofree char *old_titles = cnscd_hamlet_join_titles (records);
  g_autofree char *new_title = NULL;
  g_autofree char *label = NULL;
  CnscdChangeSet *set;
  CnscdDate day;

  read_day (self, chosen, &day);
  cnscd_hamlet_form_fill (&form, into);
  new_title = cnscd_hamlet_dup_title (into);
  /* Translators: "xóm A and xóm B", "xóm C" */
  label = g_strdup_printf (_ ("%s merged into %s"), old_titles, new_title);
  set = cnscd_hamlet_change_set_new (label);
  cnscd_hamlet_merge (set, chosen, into, day, gtk_check_button_get_active (self->go_button));
  return set;
}

static void
cnscd_hamlet_merge_dialog_dispose (GObject *object)
{
  CnscdHamletMergeDialog *self = CNSCD_HAMLET_MERGE_DIALOG (object);

  g_clear_pointer (&self->hamlet, cnscd_record_unref);
  self->listed = NULL;
  g_clear_pointer (&self->hamlets, g_ptr_array_unref);
  g_clear_pointer (&self->first_day, g_free);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (cnscd_hamlet_merge_dialog_parent_class)->dispose (object);
}

static void
cnscd_hamlet_merge_dialog_class_init (CnscdHamletMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_hamlet_merge_dialog_dispose;
  form_class->check = cnscd_hamlet_merge_dialog_check;
  form_class->is_changed = cnscd_hamlet_merge_dialog_is_changed;
  form_class->make_changes = cnscd_hamlet_merge_dialog_make_changes;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlet-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, hamlets_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, list_window);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, hamlet_list);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, teams_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletMergeDialog, go_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_hamlet_merge_dialog_init (CnscdHamletMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_hamlet_kind_row_set_up (self->kind_row);
  gtk_list_box_set_filter_func (self->hamlet_list, filter_cb, self, NULL);
}

/**
 * cnscd_hamlet_merge_dialog_new:
 * @window: where the hamlets merge
 * @hamlet: one of them as stored, chosen already
 *
 * Returns: (transfer floating): a form that merges hamlets
 */
AdwDialog *
cnscd_hamlet_merge_dialog_new (CnscdWindow *window, CnscdHamlet *hamlet)
{
  CnscdHamletMergeDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && hamlet != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_HAMLET_MERGE_DIALOG, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->first_day = cnscd_date_format (cnscd_date_today ());
  gtk_editable_set_text (GTK_EDITABLE (self->from_row), self->first_day);
  cnscd_hamlet_kind_row_select (self->kind_row, hamlet->kind);
  self->hamlet = cnscd_record_ref (hamlet);
  cnscd_hamlet_neighbours_load (CNSCD_FORM_DIALOG (self), hamlet->record.unit, &self->hamlets);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
