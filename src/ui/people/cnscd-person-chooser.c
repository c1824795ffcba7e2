/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-chooser.h"

#include <glib/gi18n-lib.h>

#include "cnscd-person-actions.h"
#include "model/cnscd-member-list.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/members/cnscd-member-line.h"

/**
 * CnscdPersonChooser:
 *
 * Finds the other record of a person, to be merged with.
 */
struct _CnscdPersonChooser
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkSearchEntry *search_entry;
  CnscdListStack *list_stack;
  GtkListView *list_view;

  CnscdWindow *window; /* not owned: it holds the dialog */
  CnscdMemberList *list;
  CnscdPersonHistory *history;
};

G_DEFINE_FINAL_TYPE (CnscdPersonChooser, cnscd_person_chooser, ADW_TYPE_DIALOG)

static void
search_changed_cb (CnscdPersonChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->list == NULL)
    return;

  cnscd_list_stack_set_searching (self->list_stack, *text != '\0');
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (self->list), text);
}

static void
close_cb (CnscdPersonChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (CnscdPersonChooser *self, guint position)
{
  g_autoptr (CnscdMemberRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdMember *member = row != NULL ? cnscd_member_row_get_member (row) : NULL;
  const CnscdRecord *person = &self->history->person->record;

  if (member == NULL)
    return;

  if (g_strcmp0 (member->person, person->id) == 0)
    {
      cnscd_alert_show_problem (GTK_WIDGET (self), NULL,
                                _ ("This is the same record. Choose the other one."));
      return;
    }
  if (g_strcmp0 (member->unit, person->unit) != 0)
    {
      cnscd_alert_show_problem (
        GTK_WIDGET (self), NULL,
        _ ("People of two communes cannot be merged. Choose somebody of the same one."));
      return;
    }

  cnscd_person_actions_compare (self->window, person->id, member->person);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cnscd_member_line_set_compact (CNSCD_MEMBER_LINE (gtk_list_item_get_child (item)));
}

static void
cnscd_person_chooser_dispose (GObject *object)
{
  CnscdPersonChooser *self = CNSCD_PERSON_CHOOSER (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->history, cnscd_person_history_unref);

  G_OBJECT_CLASS (cnscd_person_chooser_parent_class)->dispose (object);
}

static void
cnscd_person_chooser_class_init (CnscdPersonChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_person_chooser_dispose;

  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-person-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonChooser, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonChooser, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cnscd_person_chooser_init (CnscdPersonChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_person_chooser_new:
 * @window: where the two are merged
 * @history: the person whose other record is looked for
 *
 * Returns: (transfer floating): a dialog that leads to the comparison of the two
 */
AdwDialog *
cnscd_person_chooser_new (CnscdWindow *window, CnscdPersonHistory *history)
{
  CnscdPersonChooser *self;
  CnscdRepository *repository;
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && history != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_PERSON_CHOOSER, NULL);
  repository = cnscd_window_get_repository (window);
  self->window = window;
  self->history = cnscd_person_history_ref (history);
  adw_window_title_set_subtitle (self->window_title, history->person->full_name);

  factory = cnscd_line_factory_new (CNSCD_TYPE_MEMBER_LINE, repository);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  self->list = cnscd_member_list_new (repository, NULL);
  cnscd_list_stack_set_list (self->list_stack, CNSCD_PAGED_LIST (self->list));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  return ADW_DIALOG (self);
}
