/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-done-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-undo-progress.h"

/**
 * CnscdImportDonePage:
 *
 * What an import has done, where to see it, and how to take it back.
 */
struct _CnscdImportDonePage
{
  AdwNavigationPage parent_instance;

  AdwStatusPage *status_page;
  GtkWidget *show_button;
  GtkWidget *undo_button;
  GtkWidget *close_button;

  CnscdWindow *window;        /* (nullable): until there is something done */
  gint64 action;              /* of the import; 0: nothing was changed */
  CnscdDate day;              /* of the first session that was imported; unknown of a roster */
  CnscdUndoProgress *undoing; /* (nullable) */
};

enum
{
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdImportDonePage, cnscd_import_done_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_title (const CnscdImportPlan *plan)
{
  const CnscdImportCount *count = plan->schedule != NULL ? &plan->sessions : &plan->members;
  guint n = count->created + count->updated;
  g_autofree char *number = cnscd_words_for_number (n);

  if (plan->schedule != NULL)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s session imported", "%s sessions imported", n), number);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s member imported", "%s members imported", n), number);
}

static void
append_words (GString *text, const char *title, const char *words)
{
  /* Translators: what was imported, and how many of it: "Teams: 36 new" */
  g_string_append_printf (text, _ ("%s: %s"), title, words);
  g_string_append_c (text, '\n');
}

static void
append_count (GString *text, const char *title, const CnscdImportCount *count)
{
  g_autofree char *words = cnscd_import_words_for_count (count);

  if (count->created + count->updated + count->unchanged > 0)
    append_words (text, title, words);
}

/* What was imported is of a commune that this office does not show. */
static void
append_unit (GString *text, CnscdRepository *repository, const CnscdImportPlan *plan)
{
  if (plan->office_unit == NULL ||
      g_strcmp0 (plan->office_unit, cnscd_repository_get_unit (repository)) != 0)
    return;

  /* Translators: two communes: "xã Võ Nhai" */
  g_string_append_printf (
    text,
    _ ("This office shows only %s. Switch it to %s in the preferences to see what was "
       "imported."),
    cnscd_repository_get_unit_name (repository, plan->office_unit),
    cnscd_repository_get_unit_name (repository, plan->unit));
  g_string_append_c (text, '\n');
}

static char *
describe (CnscdRepository *repository, const CnscdImportPlan *plan, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *decision = cnscd_import_words_for_decision (plan);

  /* The title says how many came. */
  if (plan->sessions.updated + plan->sessions.unchanged > 0)
    append_count (text, C_ ("import", "Sessions"), &plan->sessions);
  if (plan->members.updated + plan->members.unchanged > 0)
    append_count (text, _ ("Members"), &plan->members);
  if (plan->moves->len > 0)
    {
      g_autofree char *number = cnscd_words_for_number (plan->moves->len);

      append_words (text, C_ ("import", "Moved"), number);
    }
  append_count (text, _ ("Teams"), &plan->teams);
  append_count (text, _ ("Hamlets"), &plan->hamlets);
  if (decision != NULL)
    append_words (text, _ ("Decision"), decision);
  append_unit (text, repository, plan);
  g_string_append (text, name);
  return g_markup_escape_text (text->str, -1);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdImportDonePage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_kept = 0;

  g_clear_pointer (&self->undoing, cnscd_undo_progress_stop);
  if (!cnscd_repository_undo_finish (CNSCD_REPOSITORY (source), result, &n_kept, &error))
    {
      if (self->window != NULL)
        cnscd_window_show_error (self->window, _ ("Import Not Undone"), error);
      gtk_widget_set_sensitive (self->undo_button, TRUE);
      return;
    }

  /* The step that Ctrl+Z would take back can be redone now. */
  if (self->window != NULL)
    cnscd_history_note_undone (cnscd_window_get_history (self->window), self->action);
  adw_status_page_set_icon_name (self->status_page, "edit-undo-symbolic");
  adw_status_page_set_title (self->status_page, _ ("Import Undone"));
  if (n_kept == 0)
    adw_status_page_set_description (
      self->status_page, _ ("The database is as it was before. The file can be imported again."));
  else
    {
      g_autofree char *number = cnscd_words_for_number (n_kept);
      g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import undone, %s later edited record kept",
                                      "Import undone, %s later edited records kept", n_kept),
                         number);

      adw_status_page_set_description (self->status_page, text);
    }
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_set_visible (self->show_button, FALSE);
  gtk_widget_grab_focus (self->close_button);
}

static void
undo_cb (CnscdImportDonePage *self)
{
  gtk_widget_set_sensitive (self->undo_button, FALSE);
  self->undoing = cnscd_undo_progress_start (self->window);
  cnscd_repository_undo_async (cnscd_window_get_repository (self->window), self->action, undone_cb,
                               g_object_ref (self));
}

static void
close_cb (CnscdImportDonePage *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
show_cb (CnscdImportDonePage *self)
{
  g_autoptr (CnscdWindow) window = g_object_ref (self->window);
  CnscdDate day = self->day;

  close_cb (self);
  if (cnscd_date_is_full (day))
    cnscd_window_show_day (window, day);
  else
    cnscd_window_show_page (window, "members");
}

static void
cnscd_import_done_page_dispose (GObject *object)
{
  CnscdImportDonePage *self = CNSCD_IMPORT_DONE_PAGE (object);

  g_clear_object (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), CNSCD_TYPE_IMPORT_DONE_PAGE);

  G_OBJECT_CLASS (cnscd_import_done_page_parent_class)->dispose (object);
}

static void
cnscd_import_done_page_class_init (CnscdImportDonePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_import_done_page_dispose;

  signals[SIGNAL_CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/import/cnscd-import-done-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDonePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDonePage, show_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDonePage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDonePage, close_button);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
cnscd_import_done_page_init (CnscdImportDonePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_import_done_page_set_plan:
 * @self: a page
 * @window: the window that shows what was imported
 * @plan: what was done
 * @action: what takes it back; 0 when nothing was changed
 * @name: of the file, as people see it
 *
 * Says what was done.
 */
void
cnscd_import_done_page_set_plan (CnscdImportDonePage *self,
                                 CnscdWindow *window,
                                 const CnscdImportPlan *plan,
                                 gint64 action,
                                 const char *name)
{
  g_autofree char *title = dup_title (plan);
  g_autofree char *text = describe (cnscd_window_get_repository (window), plan, name);

  g_set_object (&self->window, window);
  self->action = action;
  self->day = plan->schedule != NULL ? cnscd_schedule_table_find_first_day (plan->schedule)
                                     : CNSCD_DATE_UNKNOWN;
  adw_status_page_set_icon_name (self->status_page, "object-select-symbolic");
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, text);
  gtk_widget_set_visible (self->undo_button, action != 0);
  gtk_button_set_label (GTK_BUTTON (self->show_button),
                        plan->schedule != NULL ? _ ("_Show Schedule") : _ ("_Show Members"));
}

/**
 * cnscd_import_done_page_focus:
 * @self: a page that is shown
 *
 * Puts the focus on what comes next.
 */
void
cnscd_import_done_page_focus (CnscdImportDonePage *self)
{
  gtk_widget_grab_focus (self->show_button);
}
