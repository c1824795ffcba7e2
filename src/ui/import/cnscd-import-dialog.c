/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-changes-page.h"
#include "cnscd-import-columns-page.h"
#include "cnscd-import-done-page.h"
#include "cnscd-import-plan-page.h"
#include "cnscd-import-words.h"
#include "model/cnscd-unit-scope.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-problem-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/documents/cnscd-import-flow.h"

#define REFRESH_MS 100

/**
 * CnscdImportDialog:
 *
 * A spreadsheet on its way into the database: what was understood, what would
 * be done, and what was done.
 */
struct _CnscdImportDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwNavigationView *navigation;
  AdwWindowTitle *reading_title;
  GtkLabel *reading_label;
  CnscdImportColumnsPage *columns_page;
  CnscdImportPlanPage *plan_page;
  CnscdImportChangesPage *changes_page;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;
  GtkWidget *stop_button;
  CnscdImportDonePage *done_page;
  AdwStatusPage *problem_page;
  GtkWidget *choose_button;

  CnscdWindow *window;
  CnscdRepository *repository;
  CnscdImportJob *job;
  char *name;
  GCancellable *cancellable; /* of the whole dialog */
  GCancellable *import;      /* (nullable): of the import that is running */
  AdwDialog *question;       /* (nullable) (weak): whether to stop it */
  GCancellable *window_cancellable;
  gulong window_handler;
  gboolean closed;
  gboolean looking;    /* the table is being read */
  gboolean look_again; /* … and something was corrected meanwhile */
  char *forget;        /* (nullable): shape to be forgotten with the next look */
  gboolean comparing;
  gboolean compare_again;
  guint refresh;
  gint64 action; /* of the import that was done */
};

G_DEFINE_FINAL_TYPE (CnscdImportDialog, cnscd_import_dialog, ADW_TYPE_DIALOG)

static void look (CnscdImportDialog *self);
static void compare (CnscdImportDialog *self);

static void
show_pages (CnscdImportDialog *self, const char *first, const char *second)
{
  const char *tags[] = { first, second };

  adw_navigation_view_replace_with_tags (self->navigation, tags, second != NULL ? 2 : 1);
}

static gboolean
is_visible (CnscdImportDialog *self, const char *tag)
{
  return g_strcmp0 (adw_navigation_view_get_visible_page_tag (self->navigation), tag) == 0;
}

/* Over the columns, where they may be what has to be corrected. */
static void
show_problem (CnscdImportDialog *self, const char *title, const char *below, const GError *error)
{
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;

  if (self->closed || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = cnscd_problem_words_split (error->message, NULL);
  message = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->problem_page, title);
  adw_status_page_set_description (self->problem_page, message);
  if (below != NULL)
    show_pages (self, below, "problem");
  else
    show_pages (self, "problem", NULL);
}

static gboolean
refresh_cb (gpointer data)
{
  CnscdImportDialog *self = data;
  guint done, total;

  if (is_visible (self, "reading"))
    {
      guint n = cnscd_import_job_get_n_read (self->job);
      g_autofree char *number = cnscd_words_for_number (n);
      /* Translators: how many rows of a file were read so far */
      g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row read", "%s rows read", n), number);

      gtk_label_set_text (self->reading_label, n > 0 ? text : "");
      return G_SOURCE_CONTINUE;
    }

  cnscd_import_job_get_rows (self->job, &done, &total);
  if (self->import != NULL)
    cnscd_import_words_show_rows (self->progress_bar, self->progress_label, done, total);
  else
    cnscd_import_plan_page_set_progress (self->plan_page, done, total);
  return G_SOURCE_CONTINUE;
}

/* While something goes on; see stop_refreshing(). */
static void
start_refreshing (CnscdImportDialog *self)
{
  if (self->refresh == 0)
    self->refresh = g_timeout_add (REFRESH_MS, refresh_cb, self);
}

static void
stop_refreshing (CnscdImportDialog *self)
{
  if (!self->looking && !self->comparing && self->import == NULL)
    g_clear_handle_id (&self->refresh, g_source_remove);
}

static const char *
get_problem_title (CnscdImportDialog *self)
{
  return cnscd_import_job_is_pasted (self->job) ? _ ("These Rows Cannot Be Imported")
                                                : _ ("This File Cannot Be Imported");
}

/* ---- columns */

static void
set_schedule (CnscdImportDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Import Schedule"));
  cnscd_import_columns_page_set_schedule (self->columns_page);
  cnscd_import_plan_page_set_schedule (self->plan_page);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdImportLook *seen;

  seen = cnscd_repository_look_finish (CNSCD_REPOSITORY (source), result, &error);
  self->looking = FALSE;
  stop_refreshing (self);
  if (seen == NULL)
    {
      show_problem (self, get_problem_title (self), NULL, error);
      return;
    }
  if (self->closed || self->look_again)
    {
      cnscd_import_look_free (seen);
      if (!self->closed)
        look (self);
      return;
    }

  if (seen->schedule && is_visible (self, "reading"))
    set_schedule (self);
  cnscd_import_columns_page_set_look (self->columns_page, seen);
  if (is_visible (self, "reading"))
    show_pages (self, "columns", NULL);
}

static void
look (CnscdImportDialog *self)
{
  g_autoptr (GPtrArray) mappings = NULL;
  g_autofree char *forget = g_steal_pointer (&self->forget);

  self->looking = TRUE;
  self->look_again = FALSE;
  start_refreshing (self);
  /* The first time what was corrected in earlier imports counts. */
  if (!is_visible (self, "reading"))
    mappings = cnscd_import_columns_page_dup_mappings (self->columns_page);
  cnscd_repository_look_async (self->repository, self->job, mappings, forget, self->cancellable,
                               looked_cb, g_object_ref (self));
}

static void
corrected_cb (CnscdImportDialog *self, const char *forget)
{
  if (forget != NULL)
    g_set_str (&self->forget, forget);
  if (self->looking)
    self->look_again = TRUE;
  else
    look (self);
}

/* ---- the plan */

static void
take_choices (CnscdImportDialog *self)
{
  g_autoptr (GPtrArray) mappings = cnscd_import_columns_page_dup_mappings (self->columns_page);
  g_autoptr (GHashTable) decisions = cnscd_import_plan_page_dup_decisions (self->plan_page);

  cnscd_import_job_set_choices (self->job, cnscd_import_columns_page_get_unit (self->columns_page),
                                mappings, decisions);
  cnscd_import_job_set_take_unit (self->job,
                                  cnscd_import_plan_page_get_take_unit (self->plan_page));
}

/* Those of the plan as it is now. */
static guint
show_people (CnscdImportDialog *self)
{
  return cnscd_import_changes_page_show (self->changes_page,
                                         cnscd_import_plan_page_get_plan (self->plan_page),
                                         cnscd_import_changes_page_get_fate (self->changes_page));
}

static void
people_cb (CnscdImportDialog *self, int fate)
{
  cnscd_import_changes_page_show (
    self->changes_page, cnscd_import_plan_page_get_plan (self->plan_page), (CnscdImportFate) fate);
  adw_navigation_view_push_by_tag (self->navigation, "changes");
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;
  const char *unit_name, *office_name;

  plan = cnscd_repository_import_finish (CNSCD_REPOSITORY (source), result, NULL, &error);
  self->comparing = FALSE;
  stop_refreshing (self);
  if (self->closed)
    return;
  if (self->compare_again)
    {
      compare (self);
      return;
    }
  /* Somebody went back, or on. */
  if (!is_visible (self, "plan") && !is_visible (self, "changes"))
    return;
  if (plan == NULL)
    {
      show_problem (self, get_problem_title (self), "columns", error);
      return;
    }

  unit_name = cnscd_repository_get_unit_name (self->repository, plan->unit);
  office_name = cnscd_repository_get_unit_name (self->repository, plan->office_unit);
  cnscd_import_changes_page_clear (self->changes_page);
  cnscd_import_plan_page_set_plan (self->plan_page, g_steal_pointer (&plan), unit_name,
                                   office_name);
  if (is_visible (self, "changes") && show_people (self) == 0)
    adw_navigation_view_pop (self->navigation);
}

static void
compare (CnscdImportDialog *self)
{
  if (self->comparing)
    {
      self->compare_again = TRUE;
      return;
    }
  self->comparing = TRUE;
  self->compare_again = FALSE;
  start_refreshing (self);
  take_choices (self);
  cnscd_repository_import_async (self->repository, self->job, TRUE, self->cancellable, compared_cb,
                                 g_object_ref (self));
}

static void
next_cb (CnscdImportDialog *self)
{
  cnscd_import_plan_page_start (self->plan_page, self->name,
                                cnscd_import_job_is_pasted (self->job));
  adw_navigation_view_push_by_tag (self->navigation, "plan");
  compare (self);
}

static void
decided_cb (CnscdImportDialog *self)
{
  compare (self);
}

/* ---- the import */

static void
show_done (CnscdImportDialog *self, const CnscdImportPlan *plan)
{
  cnscd_import_done_page_set_plan (self->done_page, self->window, plan, self->action, self->name);
  show_pages (self, "done", NULL);
  cnscd_import_done_page_focus (self->done_page);
}

/* An import is undone by Ctrl+Z as any other change. */
static void
remember_step (CnscdImportDialog *self)
{
  /* Translators: what was done, with the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("“%s” imported"), self->name);

  if (self->action != 0 && self->window != NULL)
    cnscd_history_add (cnscd_window_get_history (self->window), self->action, label);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;

  plan = cnscd_repository_import_finish (CNSCD_REPOSITORY (source), result, &self->action, &error);
  g_clear_object (&self->import);
  stop_refreshing (self);
  /* There is nothing to stop any more. */
  if (self->question != NULL)
    adw_dialog_force_close (self->question);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  remember_step (self);
  if (self->action != 0 && self->window != NULL && !cnscd_window_is_closed (self->window))
    cnscd_window_skip_welcome (self->window);
  if (self->closed)
    return;
  if (plan != NULL)
    show_done (self, plan);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_pages (self, "columns", "plan");
      cnscd_import_dialog_show_message (self, _ ("Stopped: nothing was imported"));
    }
  else
    show_problem (self, _ ("Not Imported"), "columns", error);
}

static void
import_cb (CnscdImportDialog *self)
{
  take_choices (self);
  self->import = g_cancellable_new ();
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_text (self->progress_label, "");
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  show_pages (self, "importing", NULL);
  gtk_widget_grab_focus (self->stop_button);
  start_refreshing (self);
  cnscd_repository_import_async (self->repository, self->job, FALSE, self->import, imported_cb,
                                 g_object_ref (self));
}

static void
stop (CnscdImportDialog *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  if (self->import != NULL)
    g_cancellable_cancel (self->import);
}

static void
stop_cb (CnscdImportDialog *self)
{
  stop (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdImportDialog) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "stop"))
    stop (self);
}

/* Only while an import is running. */
static void
close_attempt_cb (CnscdImportDialog *self)
{
  AdwAlertDialog *question =
    cnscd_alert_new_loss (_ ("Stop the Import?"), _ ("The database stays as it was."),
                          _ ("_Keep Importing"), "stop", _ ("_Stop"));

  g_set_weak_pointer (&self->question, ADW_DIALOG (question));
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

/* ---- leaving */

static void
choose_cb (CnscdImportDialog *self)
{
  g_autoptr (CnscdWindow) window = g_object_ref (self->window);

  adw_dialog_close (ADW_DIALOG (self));
  cnscd_import_flow_start (window);
}

static void
cancel_cb (CnscdImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
close_for_good (CnscdImportDialog *self)
{
  self->closed = TRUE;
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->import != NULL)
    g_cancellable_cancel (self->import);
}

static void
closed_cb (CnscdImportDialog *self)
{
  close_for_good (self);
}

static void
window_closed_cb (GCancellable *cancellable, gpointer data)
{
  close_for_good (data);
}

static void
cnscd_import_dialog_dispose (GObject *object)
{
  CnscdImportDialog *self = CNSCD_IMPORT_DIALOG (object);

  close_for_good (self);
  if (self->window_cancellable != NULL)
    g_cancellable_disconnect (self->window_cancellable, self->window_handler);
  g_clear_object (&self->window_cancellable);
  g_clear_object (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), CNSCD_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (cnscd_import_dialog_parent_class)->dispose (object);
}

static void
cnscd_import_dialog_finalize (GObject *object)
{
  CnscdImportDialog *self = CNSCD_IMPORT_DIALOG (object);

  g_clear_pointer (&self->job, cnscd_import_job_unref);
  g_clear_object (&self->repository);
  g_clear_object (&self->import);
  g_clear_weak_pointer (&self->question);
  g_object_unref (self->cancellable);
  g_free (self->name);
  g_free (self->forget);

  G_OBJECT_CLASS (cnscd_import_dialog_parent_class)->finalize (object);
}

static void
cnscd_import_dialog_class_init (CnscdImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_import_dialog_dispose;
  object_class->finalize = cnscd_import_dialog_finalize;

  g_type_ensure (CNSCD_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (CNSCD_TYPE_IMPORT_PLAN_PAGE);
  g_type_ensure (CNSCD_TYPE_IMPORT_CHANGES_PAGE);
  g_type_ensure (CNSCD_TYPE_IMPORT_DONE_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/import/cnscd-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, reading_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, reading_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, columns_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, plan_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, changes_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, problem_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportDialog, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
cnscd_import_dialog_init (CnscdImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_import_dialog_new:
 * @window: a window whose database is open
 * @job: a spreadsheet, or rows
 * @name: of it, as people see it
 *
 * Returns: (transfer floating): a dialog that looks at the spreadsheet
 */
CnscdImportDialog *
cnscd_import_dialog_new (CnscdWindow *window, CnscdImportJob *job, const char *name)
{
  CnscdImportDialog *self;
  const char *unit;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && job != NULL && name != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_IMPORT_DIALOG, NULL);
  self->window = g_object_ref (window);
  self->repository = g_object_ref (cnscd_window_get_repository (window));
  self->job = cnscd_import_job_ref (job);
  self->name = g_strdup (name);
  self->window_cancellable = g_object_ref (cnscd_window_get_cancellable (window));
  self->window_handler =
    g_cancellable_connect (self->window_cancellable, G_CALLBACK (window_closed_cb), self, NULL);

  unit = cnscd_repository_get_unit (self->repository);
  adw_window_title_set_subtitle (self->reading_title, name);
  cnscd_import_columns_page_set_file (self->columns_page, name, cnscd_import_job_is_pasted (job));
  cnscd_import_columns_page_set_unit (
    self->columns_page,
    unit != NULL ? cnscd_repository_get_unit_name (self->repository, unit) : NULL,
    unit == NULL ? cnscd_unit_scope_get_unit (cnscd_unit_scope_get (self->repository)) : NULL);
  gtk_widget_set_visible (self->choose_button, !cnscd_import_job_is_pasted (job));
  look (self);
  return self;
}

/**
 * cnscd_import_dialog_show_message:
 * @self: a dialog
 * @message: for people, in one line
 */
void
cnscd_import_dialog_show_message (CnscdImportDialog *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
