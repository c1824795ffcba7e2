/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bulk-bar.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-bulk.h"
#include "cnscd-bulk-dialog.h"
#include "cnscd-end-dialog.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-window-edit.h"

/**
 * CnscdBulkBar:
 *
 * How many members are selected, and what can be done with all of them at
 * once: each is one change, undone as one.
 */
struct _CnscdBulkBar
{
  AdwBin parent_instance;

  GtkLabel *count_label;
  GtkWidget *edit_button;
  GtkWidget *move_button;
  GtkWidget *end_button;
  GtkWidget *delete_button;

  CnscdRowSelection *selection;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdBulkBar, cnscd_bulk_bar, ADW_TYPE_BIN)

typedef void (*ShowFunc) (CnscdBulkBar *self, CnscdWindow *window, CnscdBulkMembers *members);

/* The records are read again before anything is done to them. */
typedef struct
{
  CnscdBulkBar *bar;
  CnscdWindow *window;
  CnscdBulkMembers *members;
  ShowFunc show;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->bar);
  g_object_unref (request->window);
  g_clear_pointer (&request->members, cnscd_bulk_members_unref);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
update (CnscdBulkBar *self)
{
  guint n = cnscd_row_selection_get_n_selected (self->selection);
  gboolean possible = n > 0 && n <= CNSCD_BULK_MAX;
  g_autofree char *number = cnscd_words_for_number (n);
  /* Translators: of members; %s is a number */
  g_autofree char *selected =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", n), number);
  g_autofree char *text = NULL;

  if (n > CNSCD_BULK_MAX)
    {
      g_autofree char *most = cnscd_words_for_number (CNSCD_BULK_MAX);
      /* Translators: %s is a number */
      g_autofree char *limit = g_strdup_printf (_ ("at most %s can be changed at once"), most);

      text = cnscd_words_join (" · ", selected, limit);
    }

  gtk_label_set_text (self->count_label, text != NULL ? text : selected);
  gtk_widget_set_sensitive (self->edit_button, possible);
  gtk_widget_set_sensitive (self->move_button, possible);
  gtk_widget_set_sensitive (self->end_button, possible);
  gtk_widget_set_sensitive (self->delete_button, possible);
}

static void
done (CnscdBulkBar *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
stop_cb (CnscdBulkBar *self)
{
  done (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (CnscdBulkMembers) members = NULL;
  g_autoptr (GError) error = NULL;

  members = cnscd_repository_load_bulk_finish (CNSCD_REPOSITORY (source), result, &error);
  if (members == NULL)
    cnscd_window_show_error (request->window, _ ("Cannot Change Members"), error);
  else if (!cnscd_window_is_closed (request->window) && cnscd_bulk_members_get_n (members) > 0)
    request->show (request->bar, request->window, members);
}

static void
load (CnscdBulkBar *self, ShowFunc show)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  guint n = cnscd_row_selection_get_n_selected (self->selection);
  g_autoptr (GArray) nrs = NULL;
  Request *request;

  if (n == 0 || n > CNSCD_BULK_MAX || !CNSCD_IS_WINDOW (root))
    return;

  nrs = cnscd_row_selection_dup_nrs (self->selection);
  request = g_new0 (Request, 1);
  request->bar = g_object_ref (self);
  request->window = g_object_ref (CNSCD_WINDOW (root));
  request->show = show;
  cnscd_repository_load_bulk_async (
    cnscd_window_get_repository (request->window), (const gint64 *) (gpointer) nrs->data, nrs->len,
    cnscd_window_get_cancellable (request->window), loaded_cb, request);
}

static void
present (CnscdBulkBar *self, CnscdWindow *window, AdwDialog *form)
{
  g_signal_connect_object (form, "saved", G_CALLBACK (done), self, G_CONNECT_SWAPPED);
  adw_dialog_present (form, GTK_WIDGET (window));
}

static void
show_edit (CnscdBulkBar *self, CnscdWindow *window, CnscdBulkMembers *members)
{
  present (self, window, cnscd_bulk_dialog_new (window, members));
}

static void
show_move (CnscdBulkBar *self, CnscdWindow *window, CnscdBulkMembers *members)
{
  if (cnscd_bulk_members_get_unit (members) != NULL)
    present (self, window, cnscd_end_dialog_new_to_move_several (window, members));
  else
    cnscd_window_show_message (
      window, _ ("People can only be moved within their commune. Select members of one commune."));
}

static void
show_end (CnscdBulkBar *self, CnscdWindow *window, CnscdBulkMembers *members)
{
  present (self, window, cnscd_end_dialog_new_for_several (window, members));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdBulkBar) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    done (self);
  else
    cnscd_window_show_error (CNSCD_WINDOW (source), _ ("Cannot Change Members"), error);
}

static guint
count_deletable (const CnscdBulkMembers *members)
{
  g_autoptr (CnscdBulkMembers) in_use = cnscd_bulk_delete_find_in_use (members);

  return cnscd_bulk_members_get_n (members) - cnscd_bulk_members_get_n (in_use);
}

static void
delete_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (CnscdChangeSet) set = NULL;
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  guint n = count_deletable (request->members);

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "delete"))
    return;

  number = cnscd_words_for_number (n);
  /* Translators: %s is a number */
  label = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s membership deleted", "%s memberships deleted", n), number);
  set = cnscd_change_set_new (label);
  cnscd_bulk_delete_add (request->members, set);
  cnscd_window_apply_async (request->window, set, deleted_cb, g_object_ref (request->bar));
}

/* Who guides sessions stays; better told before than after. */
static char *
dup_staying (const CnscdBulkMembers *in_use)
{
  g_autofree char *names = cnscd_words_for_bulk_members (in_use);

  /* Translators: %s is a name or several */
  return g_strdup_printf (_ ("Guides of sessions stay: %s. If they have left, end their "
                             "memberships instead."),
                          names);
}

static void
show_delete (CnscdBulkBar *self, CnscdWindow *window, CnscdBulkMembers *members)
{
  g_autoptr (CnscdBulkMembers) in_use = cnscd_bulk_delete_find_in_use (members);
  guint n = count_deletable (members);
  g_autofree char *staying = cnscd_bulk_members_get_n (in_use) > 0 ? dup_staying (in_use) : NULL;
  g_autofree char *number = cnscd_words_for_number (n);
  /* Translators: %s is a number */
  g_autofree char *heading = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Delete %s Membership?", "Delete %s Memberships?", n), number);
  g_autofree char *body = cnscd_words_join (
    "\n\n",
    _ ("Delete only what was entered by mistake: no history is kept. If somebody has left "
       "a team, end the membership instead."),
    staying);
  AdwAlertDialog *question;
  Request *request;

  if (n == 0)
    {
      cnscd_alert_show_problem (GTK_WIDGET (window), _ ("Cannot Delete Members"), staying);
      return;
    }

  request = g_new0 (Request, 1);
  question =
    cnscd_alert_new_loss (heading, body, _ ("_Cancel"), "delete", C_ ("members", "_Delete"));

  request->bar = g_object_ref (self);
  request->window = g_object_ref (window);
  request->members = cnscd_bulk_members_ref (members);
  adw_alert_dialog_choose (question, GTK_WIDGET (window), NULL, delete_answered_cb, request);
}

static void
cnscd_bulk_bar_dispose (GObject *object)
{
  g_clear_object (&CNSCD_BULK_BAR (object)->selection);

  G_OBJECT_CLASS (cnscd_bulk_bar_parent_class)->dispose (object);
}

static void
cnscd_bulk_bar_class_init (CnscdBulkBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_bulk_bar_dispose;

  /* Something was done with all that are selected, or nothing shall be. */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-bulk-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkBar, edit_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkBar, move_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkBar, end_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdBulkBar, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, cnscd_bulk_bar_edit);
  gtk_widget_class_bind_template_callback (widget_class, cnscd_bulk_bar_move);
  gtk_widget_class_bind_template_callback (widget_class, cnscd_bulk_bar_end);
  gtk_widget_class_bind_template_callback (widget_class, cnscd_bulk_bar_delete);
}

static void
cnscd_bulk_bar_init (CnscdBulkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_bulk_bar_set_selection:
 * @self: a bar without a selection
 * @selection: of members
 */
void
cnscd_bulk_bar_set_selection (CnscdBulkBar *self, CnscdRowSelection *selection)
{
  g_return_if_fail (CNSCD_IS_BULK_BAR (self) && self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "notify::n-selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cnscd_bulk_bar_edit:
 * @self: a bar in a window
 *
 * Shows a form for what several members have in common.
 */
void
cnscd_bulk_bar_edit (CnscdBulkBar *self)
{
  load (self, show_edit);
}

/**
 * cnscd_bulk_bar_move:
 * @self: a bar in a window
 *
 * Asks to which team, since when and why all go.
 */
void
cnscd_bulk_bar_move (CnscdBulkBar *self)
{
  load (self, show_move);
}

/**
 * cnscd_bulk_bar_end:
 * @self: a bar in a window
 *
 * Asks since when and why all are no longer in their teams.
 */
void
cnscd_bulk_bar_end (CnscdBulkBar *self)
{
  load (self, show_end);
}

/**
 * cnscd_bulk_bar_delete:
 * @self: a bar in a window
 *
 * Asks whether all shall be deleted.
 */
void
cnscd_bulk_bar_delete (CnscdBulkBar *self)
{
  load (self, show_delete);
}
