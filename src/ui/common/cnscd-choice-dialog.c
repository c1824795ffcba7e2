/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-choice-dialog.h"

#include "core/cnscd-name-match.h"
#include "core/cnscd-text.h"
#include "cnscd-scroll.h"

/* So many rows are made at once, and again whenever the last of them come near: all rows of a
 * commune's members would take seconds on a slow machine. */
#define ROWS 40

/* Until a sheet that comes up has given the focus to where it thinks best. */
#define SETTLING_FRAMES 6

/**
 * CnscdChoiceDialog:
 *
 * Chooses one of many things, which a search makes fewer. The search is no
 * entry in a popover, in which input methods lose what is being composed.
 */
struct _CnscdChoiceDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *list_box;
  GtkAdjustment *adjustment; /* of what is seen of the list */
  AdwStatusPage *empty_page;

  GListModel *choices;
  GtkSortListModel *found;
  GtkSliceListModel *shown; /* the first of them */
  GtkCustomFilter *filter;
  GtkNumericSorter *sorter;
  char *key; /* (nullable): what is searched for */
  char *chosen;
  guint settling; /* frames */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdChoiceDialog, cnscd_choice_dialog, ADW_TYPE_DIALOG)

static gboolean
matches (gpointer item, gpointer user_data)
{
  return cnscd_choice_matches (item, CNSCD_CHOICE_DIALOG (user_data)->key);
}

static int
rank (gpointer item, CnscdChoiceDialog *self)
{
  return cnscd_name_match (cnscd_choice_get_title (item),
                           gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Two communes differ by one accent: the one typed comes first. The sorter keeps the ranks of an
 * expression, and another expression makes it ask again. */
static void
update_order (CnscdChoiceDialog *self)
{
  g_autoptr (GtkExpression) ranks =
    gtk_cclosure_expression_new (G_TYPE_INT, NULL, 0, NULL, G_CALLBACK (rank), self, NULL);

  gtk_numeric_sorter_set_expression (self->sorter, ranks);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  CnscdChoiceDialog *self = user_data;
  const char *detail = cnscd_choice_get_detail (item);
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", cnscd_choice_get_title (item),
                  "subtitle", detail != NULL ? detail : "", "activatable", TRUE, NULL);

  if (g_strcmp0 (cnscd_choice_get_id (item), self->chosen) == 0)
    {
      GtkWidget *image = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
      if (self->key == NULL)
        cnscd_scroll_to (row);
    }
  return row;
}

static void
choose (CnscdChoiceDialog *self, guint position)
{
  g_autoptr (CnscdChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (choice == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
row_activated_cb (CnscdChoiceDialog *self, GtkListBoxRow *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
update_page (CnscdChoiceDialog *self)
{
  const char *page = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? "list"
                     : g_list_model_get_n_items (self->choices) > 0            ? "nothing-found"
                                                                               : "empty";

  gtk_stack_set_visible_child_name (self->stack, page);
}

/* What comes near gets its rows; also when the focus goes there. */
static void
scrolled_cb (CnscdChoiceDialog *self)
{
  guint size = self->shown != NULL ? gtk_slice_list_model_get_size (self->shown) : 0;
  double page = gtk_adjustment_get_page_size (self->adjustment);

  if (size > 0 && size < g_list_model_get_n_items (G_LIST_MODEL (self->found)) &&
      gtk_adjustment_get_value (self->adjustment) + 2 * page >
        gtk_adjustment_get_upper (self->adjustment))
    gtk_slice_list_model_set_size (self->shown, size + ROWS);
}

/* Enough of the list to have the row of what is chosen. */
static guint
count_first_rows (CnscdChoiceDialog *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->choices); i++)
    {
      g_autoptr (CnscdChoice) choice = g_list_model_get_item (self->choices, i);

      if (g_strcmp0 (cnscd_choice_get_id (choice), self->chosen) == 0)
        return i + ROWS;
    }
  return ROWS;
}

static void
search_changed_cb (CnscdChoiceDialog *self)
{
  g_free (self->key);
  self->key = cnscd_text_search_key (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_slice_list_model_set_size (self->shown, ROWS);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_order (self);
}

/* Only for who searched: Enter on the whole list would choose what nobody looked at. */
static void
search_activated_cb (CnscdChoiceDialog *self)
{
  /* What is typed quickly is not looked for yet. */
  search_changed_cb (self);
  if (self->key != NULL && *self->key != '\0')
    choose (self, 0);
}

static void
stop_search_cb (CnscdChoiceDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
cnscd_choice_dialog_dispose (GObject *object)
{
  CnscdChoiceDialog *self = CNSCD_CHOICE_DIALOG (object);

  /* What is left of the list may outlive the dialog, and would still ask it. */
  if (self->found != NULL)
    gtk_sort_list_model_set_model (self->found, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CNSCD_TYPE_CHOICE_DIALOG);
  g_clear_object (&self->shown);
  g_clear_object (&self->found);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (cnscd_choice_dialog_parent_class)->dispose (object);
}

static void
cnscd_choice_dialog_finalize (GObject *object)
{
  CnscdChoiceDialog *self = CNSCD_CHOICE_DIALOG (object);

  g_free (self->key);
  g_free (self->chosen);

  G_OBJECT_CLASS (cnscd_choice_dialog_parent_class)->finalize (object);
}

static void
cnscd_choice_dialog_class_init (CnscdChoiceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_choice_dialog_dispose;
  object_class->finalize = cnscd_choice_dialog_finalize;

  /**
   * CnscdChoiceDialog::chosen:
   * @self: the dialog, about to close
   * @choice: a #CnscdChoice
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, CNSCD_TYPE_CHOICE);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/common/cnscd-choice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdChoiceDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdChoiceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdChoiceDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, CnscdChoiceDialog, adjustment);
  gtk_widget_class_bind_template_child (widget_class, CnscdChoiceDialog, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cnscd_choice_dialog_init (CnscdChoiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

/**
 * cnscd_choice_dialog_new:
 * @title: what is chosen
 * @choices: (element-type CnscdChoice): a few hundred at most
 * @chosen: (nullable): id of the one that is chosen now
 *
 * Returns: (transfer floating): a dialog, which emits [signal@Cnscd.ChoiceDialog::chosen]
 */
AdwDialog *
cnscd_choice_dialog_new (const char *title, GListModel *choices, const char *chosen)
{
  CnscdChoiceDialog *self = g_object_new (CNSCD_TYPE_CHOICE_DIALOG, "title", title, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (choices), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  self->chosen = g_strdup (chosen);
  self->choices = g_object_ref (choices);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->sorter = GTK_NUMERIC_SORTER (gtk_numeric_sorter_new (NULL));
  gtk_numeric_sorter_set_sort_order (self->sorter, GTK_SORT_DESCENDING);
  self->found = gtk_sort_list_model_new (
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (choices), GTK_FILTER (self->filter))),
    GTK_SORTER (self->sorter));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), 0,
                                          count_first_rows (self));
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->shown), create_row, self, NULL);
  update_page (self);
  return ADW_DIALOG (self);
}

/**
 * cnscd_choice_dialog_set_empty:
 * @self: a dialog
 * @title: what is said where there is nothing at all to choose from
 * @hint: (nullable): what can be done about it
 */
void
cnscd_choice_dialog_set_empty (CnscdChoiceDialog *self, const char *title, const char *hint)
{
  g_return_if_fail (CNSCD_IS_CHOICE_DIALOG (self) && title != NULL);

  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, hint);
}

/* A sheet that comes up from below gives the focus to one of the rows, where a space would choose.
 */
static gboolean
focus_search_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CnscdChoiceDialog *self = CNSCD_CHOICE_DIALOG (widget);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL &&
      (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search_entry))))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return --self->settling > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * cnscd_choice_dialog_open:
 * @self: (transfer floating): a dialog
 * @parent: over what it comes up
 *
 * Opens it, and lets it have the focus before it is seen, so that what is typed
 * meanwhile is searched for. Whoever presses a button twice has one dialog.
 *
 * Returns: whether none was open
 */
gboolean
cnscd_choice_dialog_open (CnscdChoiceDialog *self, GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  g_return_val_if_fail (CNSCD_IS_CHOICE_DIALOG (self) && GTK_IS_WIDGET (parent), FALSE);

  if (ADW_IS_APPLICATION_WINDOW (root) &&
      CNSCD_IS_CHOICE_DIALOG (
        adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root))))
    {
      g_object_ref_sink (self);
      g_object_unref (self);
      return FALSE;
    }

  adw_dialog_present (ADW_DIALOG (self), parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  self->settling = SETTLING_FRAMES;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_search_cb, NULL, NULL);
  return TRUE;
}
