/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-copy-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-calendar-layout.h"
#include "model/cnscd-repository-clashes.h"
#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-sessions.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-clash-row.h"
#include "cnscd-plan-words.h"
#include "cnscd-schedule-words.h"

/* As many as one looks through; a form that goes on and on is not read. */
#define N_CLASHING 10

/**
 * CnscdCopyDialog:
 *
 * Copies a week or a month of sessions forward, and says before what that makes.
 */
struct _CnscdCopyDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwSpinRow *n_row;
  AdwSwitchRow *holidays_row;
  GtkLabel *summary_label;
  AdwPreferencesGroup *clash_group;
  GPtrArray *clash_rows; /* (element-type GtkWidget): in the group */

  CnscdRepository *repository;
  CnscdSessionQuery *query;
  CnscdCatalog *catalog;
  CnscdCopySpan span;
  CnscdDate day;
  GCancellable *cancellable; /* of what is being read for the target */
  GPtrArray *sources;        /* (nullable) (element-type CnscdSessionRecords): until it is read */
  GPtrArray *there;          /* (nullable) (element-type CnscdSessionRecords): likewise */
  GCancellable *looking;     /* for what stands in the way */
};

G_DEFINE_FINAL_TYPE (CnscdCopyDialog, cnscd_copy_dialog, CNSCD_TYPE_FORM_DIALOG)

static int
get_n (CnscdCopyDialog *self)
{
  return (int) adw_spin_row_get_value (self->n_row);
}

static char *
dup_span_words (CnscdCopyDialog *self, CnscdDate from)
{
  return self->span == CNSCD_COPY_SPAN_WEEK ? cnscd_words_for_week (from)
                                            : cnscd_words_for_month (from);
}

static CnscdDate
get_target (CnscdCopyDialog *self)
{
  CnscdDate from, to;

  cnscd_session_copy_get_target (self->span, get_n (self), self->day, &from, &to);
  return from;
}

static char *
dup_target_words (CnscdCopyDialog *self)
{
  return dup_span_words (self, get_target (self));
}

/* Returns: (nullable): what is to be made, once both sides are read */
static CnscdSessionCopy *
make_copy (CnscdCopyDialog *self)
{
  if (self->sources == NULL || self->there == NULL)
    return NULL;

  return cnscd_session_copy_new (self->sources, self->there, self->catalog, self->span,
                                 get_n (self), adw_switch_row_get_active (self->holidays_row));
}

static void
add_line (GString *text, char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
  g_free (words);
}

static char *
describe (CnscdCopyDialog *self, const CnscdSessionCopy *copy)
{
  gboolean with_holidays = adw_switch_row_get_active (self->holidays_row);
  g_autofree char *plans = cnscd_words_for_sessions (copy->plans->len);
  g_autofree char *holiday = cnscd_words_for_sessions (copy->n_holiday);
  g_autofree char *repeating = cnscd_words_for_sessions (copy->n_repeating);
  g_autofree char *there = cnscd_words_for_sessions (copy->n_there);
  g_autofree char *without_day = cnscd_words_for_sessions (copy->n_without_day);
  GString *text = g_string_new (NULL);

  if (copy->plans->len > 0)
    /* Translators: %s is "3 sessions" */
    add_line (text, g_strdup_printf (_ ("%s will be planned."), plans));
  else
    add_line (text, g_strdup (_ ("There is nothing to copy.")));
  if (copy->n_holiday > 0 && with_holidays)
    /* Translators: %s is "3 sessions" */
    add_line (text, g_strdup_printf (_ ("%s of them fall on a day off."), holiday));
  else if (copy->n_holiday > 0)
    /* Translators: %s is "3 sessions" */
    add_line (text, g_strdup_printf (_ ("%s would fall on a day off and are left out."), holiday));
  if (copy->n_repeating > 0)
    /* Translators: %s is "3 sessions" */
    add_line (text,
              g_strdup_printf (_ ("%s repeat there by themselves and are left out."), repeating));
  if (copy->n_there > 0)
    /* Translators: %s is "3 sessions" */
    add_line (text, g_strdup_printf (_ ("%s are there already."), there));
  if (copy->n_without_day > 0)
    /* Translators: %s is "3 sessions" */
    add_line (text, g_strdup_printf (_ ("%s are on a fifth weekday that the other month lacks."),
                                     without_day));
  return g_string_free_and_steal (text);
}

static CnscdChangeSet *
make_set (CnscdCopyDialog *self, const CnscdSessionCopy *copy)
{
  g_autofree char *target = self->span == CNSCD_COPY_SPAN_WEEK
                              ? dup_target_words (self)
                              : cnscd_words_for_month_in_text (get_target (self));
  g_autofree char *sessions = cnscd_words_for_sessions (copy->plans->len);
  /* Translators: "3 sessions", "December 2026" */
  g_autofree char *label = g_strdup_printf (_ ("%s copied to %s"), sessions, target);
  CnscdChangeSet *set = cnscd_change_set_new (label);

  for (guint i = 0; i < copy->plans->len; i++)
    cnscd_session_add (set, copy->plans->pdata[i]);
  return set;
}

static void
remove_clashes (CnscdCopyDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->clash_group), FALSE);
  for (guint i = 0; i < self->clash_rows->len; i++)
    adw_preferences_group_remove (self->clash_group, self->clash_rows->pdata[i]);
  g_ptr_array_set_size (self->clash_rows, 0);
}

static void
add_clash_row (CnscdCopyDialog *self, GtkWidget *row)
{
  adw_preferences_group_add (self->clash_group, row);
  g_ptr_array_add (self->clash_rows, row);
}

static void
show_clashes (CnscdCopyDialog *self, const CnscdClashReport *report)
{
  guint max_per_week = cnscd_repository_get_office (self->repository)->max_sessions_per_week;
  g_autofree char *count = cnscd_words_for_clash_count (report);

  adw_preferences_group_set_title (self->clash_group, count);
  for (guint i = 0; i < report->sessions->len && i < N_CLASHING; i++)
    {
      const CnscdPlanClashes *clashing = report->sessions->pdata[i];
      g_autofree char *day = cnscd_date_format (cnscd_time_get_day (clashing->session->starts_at));
      g_autofree char *title = cnscd_words_join (" · ", day, clashing->session->title);
      g_autofree char *clashes = cnscd_words_for_clashes (clashing, max_per_week, "\n");

      add_clash_row (self, cnscd_clash_row_new (title, clashes));
    }
  if (report->sessions->len > N_CLASHING)
    {
      g_autofree char *rest = cnscd_words_for_more_sessions (report->sessions->len - N_CLASHING);

      add_clash_row (self, g_object_new (ADW_TYPE_ACTION_ROW, "title", rest, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clash_group), TRUE);
}

static void
clashes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdCopyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdClashReport) report =
    cnscd_repository_find_clashes_finish (CNSCD_REPOSITORY (source), result, &error);

  if (report == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
      return;
    }

  /* Days off have a line of their own. */
  cnscd_plan_clashes_forget (report->sessions, CNSCD_CLASH_HOLIDAY);
  if (report->sessions->len > 0 && self->repository != NULL)
    show_clashes (self, report);
}

static void
look_for_clashes (CnscdCopyDialog *self, const CnscdSessionCopy *copy)
{
  g_autoptr (CnscdChangeSet) set = NULL;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  remove_clashes (self);
  if (copy == NULL || copy->plans->len == 0)
    return;

  set = make_set (self, copy);
  self->looking = g_cancellable_new ();
  cnscd_repository_find_clashes_async (self->repository, set, self->looking, clashes_cb,
                                       g_object_ref (self));
}

static gboolean
cnscd_copy_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdCopyDialog *self = CNSCD_COPY_DIALOG (form);
  g_autoptr (CnscdSessionCopy) copy = make_copy (self);
  g_autofree char *target = dup_target_words (self);
  g_autofree char *summary = copy != NULL ? describe (self, copy) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->n_row), target);
  gtk_label_set_text (self->summary_label, summary != NULL ? summary : "…");
  look_for_clashes (self, copy);
  return copy != NULL && copy->plans->len > 0;
}

/* Nothing is lost that would be worth a question. */
static gboolean
cnscd_copy_dialog_is_changed (CnscdFormDialog *form)
{
  return FALSE;
}

static gboolean
cnscd_copy_dialog_can_save (CnscdFormDialog *form)
{
  return TRUE;
}

static CnscdChangeSet *
cnscd_copy_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdCopyDialog *self = CNSCD_COPY_DIALOG (form);
  g_autoptr (CnscdSessionCopy) copy = make_copy (self);

  return make_set (self, copy);
}

static GPtrArray *
finish_loading (CnscdCopyDialog *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sessions =
    cnscd_repository_load_sessions_finish (CNSCD_REPOSITORY (source), result, &error);

  if (sessions == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
  return sessions;
}

static void
sources_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdCopyDialog) self = user_data;

  self->sources = finish_loading (self, source, result);
  if (self->sources != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
there_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdCopyDialog) self = user_data;
  GPtrArray *sessions = finish_loading (self, source, result);

  if (sessions == NULL)
    return;

  g_clear_pointer (&self->there, g_ptr_array_unref);
  self->there = sessions;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
load_target (CnscdCopyDialog *self)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->there, g_ptr_array_unref);
  query.unit = self->query->unit;
  cnscd_session_copy_get_target (self->span, get_n (self), self->day, &query.from, &query.to);
  cnscd_repository_load_sessions_async (self->repository, &query, self->cancellable, there_cb,
                                        g_object_ref (self));
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
n_cb (CnscdCopyDialog *self)
{
  if (self->repository != NULL)
    load_target (self);
}

static void
holidays_cb (CnscdCopyDialog *self)
{
  if (self->repository != NULL)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_copy_dialog_dispose (GObject *object)
{
  CnscdCopyDialog *self = CNSCD_COPY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->repository);
  g_clear_pointer (&self->query, cnscd_session_query_free);
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->there, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_copy_dialog_parent_class)->dispose (object);
}

static void
cnscd_copy_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (CNSCD_COPY_DIALOG (object)->clash_rows);

  G_OBJECT_CLASS (cnscd_copy_dialog_parent_class)->finalize (object);
}

static void
cnscd_copy_dialog_class_init (CnscdCopyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_copy_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cnscd_copy_dialog_finalize;
  form_class->check = cnscd_copy_dialog_check;
  form_class->is_changed = cnscd_copy_dialog_is_changed;
  form_class->can_save = cnscd_copy_dialog_can_save;
  form_class->make_changes = cnscd_copy_dialog_make_changes;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-copy-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdCopyDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CnscdCopyDialog, n_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdCopyDialog, holidays_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdCopyDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdCopyDialog, clash_group);
  gtk_widget_class_bind_template_callback (widget_class, n_cb);
  gtk_widget_class_bind_template_callback (widget_class, holidays_cb);
}

static void
cnscd_copy_dialog_init (CnscdCopyDialog *self)
{
  self->clash_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_copy_dialog_new:
 * @window: where the schedule is
 * @query: which sessions, on whatever day; of one commune
 * @filters: (nullable): by what they are narrowed down, in words
 * @catalog: where the holidays are
 * @span: whether a week or a month is copied
 * @day: a day of it
 *
 * Returns: (transfer floating): a form that copies sessions forward
 */
AdwDialog *
cnscd_copy_dialog_new (CnscdWindow *window,
                       const CnscdSessionQuery *query,
                       const char *filters,
                       CnscdCatalog *catalog,
                       CnscdCopySpan span,
                       CnscdDate day)
{
  CnscdCopyDialog *self;
  CnscdSessionQuery sources = *query;
  g_autofree char *title = NULL;
  gboolean week = span == CNSCD_COPY_SPAN_WEEK;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && query->unit != NULL && catalog != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_COPY_DIALOG, "title",
                       week ? C_ ("title", "Copy Week") : C_ ("title", "Copy Month"), NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->query = cnscd_session_query_copy (query);
  self->catalog = cnscd_catalog_ref (catalog);
  self->span = span;
  self->day = day;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->n_row),
                                 week ? _ ("Weeks Later") : _ ("Months Later"));
  cnscd_session_copy_get_target (span, 0, day, &sources.from, &sources.to);
  title = dup_span_words (self, sources.from);
  adw_preferences_group_set_title (self->group, title);
  if (filters != NULL)
    {
      /* Translators: what the schedule is filtered by */
      g_autofree char *only = g_strdup_printf (_ ("Only filtered sessions: %s"), filters);
      g_autofree char *markup = g_markup_escape_text (only, -1);

      adw_preferences_group_set_description (self->group, markup);
    }
  self->repository = g_object_ref (cnscd_window_get_repository (window));
  cnscd_repository_load_sessions_async (self->repository, &sources, NULL, sources_cb,
                                        g_object_ref (self));
  load_target (self);
  return ADW_DIALOG (self);
}
