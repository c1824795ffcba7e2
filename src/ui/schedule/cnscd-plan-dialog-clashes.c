/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-plan-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-clashes.h"
#include "model/cnscd-repository-office.h"
#include "ui/common/cnscd-alert.h"
#include "cnscd-clash-row.h"
#include "cnscd-plan-words.h"

/* What stands in the way of a session that is planned, and of those that repeat it. */

/* How long somebody who types is left alone, in milliseconds. */
#define TYPING 250

static guint
get_max_per_week (CnscdPlanDialog *self)
{
  return cnscd_repository_get_office (cnscd_plan_dialog_get_repository (self))
    ->max_sessions_per_week;
}

static void
add_clash_row (CnscdPlanDialog *self, const CnscdClash *clash, const char *words)
{
  GtkWidget *row = cnscd_clash_row_new (words, NULL);
  gboolean of_time = clash->kind == CNSCD_CLASH_PLACE_BOOKED || clash->kind == CNSCD_CLASH_HOLIDAY;

  adw_preferences_group_add (of_time ? self->when_group : self->guides_clashes, row);
  g_ptr_array_add (self->clash_rows, row);
  if (!of_time)
    gtk_widget_set_visible (GTK_WIDGET (self->guides_clashes), TRUE);
}

static void
remove_clash_rows (CnscdPlanDialog *self)
{
  for (guint i = 0; i < self->clash_rows->len; i++)
    {
      GtkWidget *row = self->clash_rows->pdata[i];

      adw_preferences_group_remove (
        ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->clash_rows, 0);
}

static const CnscdGuideLoad *
find_load (CnscdPlanDialog *self, const char *membership)
{
  for (guint i = 0; self->plan != NULL && i < self->plan->guides->len; i++)
    {
      const CnscdGuideLoad *load = self->plan->guides->pdata[i];

      if (g_str_equal (load->guide.membership, membership))
        return load;
    }

  return NULL;
}

static GPtrArray *
find_clashes (CnscdPlanDialog *self)
{
  const CnscdSessionForm form = cnscd_plan_dialog_read_form (self);
  g_autoptr (CnscdSessionRecords) session = NULL;
  g_autoptr (GPtrArray) guides = g_ptr_array_new ();
  CnscdTime starts_at, ends_at;

  if (self->plan == NULL || !cnscd_session_form_get_times (&form, &starts_at, &ends_at) ||
      !cnscd_date_equal (cnscd_time_get_day (starts_at), self->plan_day))
    return g_ptr_array_new ();

  session = cnscd_session_form_make (&form, self->before);
  for (guint i = 0; form.guides[i] != NULL; i++)
    {
      const CnscdGuideLoad *load = find_load (self, form.guides[i]);

      if (load != NULL)
        g_ptr_array_add (guides, (gpointer) &load->guide);
    }
  return cnscd_session_find_clashes (session->session, guides, self->plan->bookings,
                                     self->plan->catalog, get_max_per_week (self));
}

/**
 * cnscd_plan_dialog_show_clashes:
 * @self: a form
 *
 * Says what stands in the way of the session as it is typed.
 */
void
cnscd_plan_dialog_show_clashes (CnscdPlanDialog *self)
{
  g_autoptr (GPtrArray) clashes = find_clashes (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < clashes->len; i++)
    g_strv_builder_take (
      builder, cnscd_clash_dup_words (clashes->pdata[i], self->plan_day, get_max_per_week (self)));
  words = g_strv_builder_end (builder);
  all = g_strjoinv ("\n", words);
  if (!g_set_str (&self->clash_words, all))
    return;

  remove_clash_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->guides_clashes), FALSE);
  for (guint i = 0; i < clashes->len; i++)
    add_clash_row (self, clashes->pdata[i], words[i]);
}

static void
series_clashes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdPlanDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdClashReport) report =
    cnscd_repository_find_clashes_finish (CNSCD_REPOSITORY (source), result, &error);
  g_autofree char *words = NULL;

  if (report == NULL)
    {
      /* The dialog may be gone. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
      return;
    }

  words = cnscd_words_for_clash_report (report, get_max_per_week (self));
  gtk_widget_set_visible (self->series_row, words != NULL);
  if (words != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->series_row), words);
}

/* Of a series that is there already, those are looked at that follow. */
static gboolean
look_at_series (gpointer user_data)
{
  CnscdPlanDialog *self = user_data;
  g_autoptr (CnscdChangeSet) set =
    cnscd_plan_dialog_build (self, CNSCD_SERIES_SCOPE_FOLLOWING, NULL);

  self->series_timeout = 0;
  if (set != NULL)
    cnscd_repository_find_clashes_async (cnscd_plan_dialog_get_repository (self), set,
                                         self->series_cancellable, series_clashes_cb, self);
  else
    gtk_widget_set_visible (self->series_row, FALSE);
  return G_SOURCE_REMOVE;
}

/**
 * cnscd_plan_dialog_forget_series:
 * @self: a form
 *
 * Loses interest in the sessions that repeat this one.
 */
void
cnscd_plan_dialog_forget_series (CnscdPlanDialog *self)
{
  g_clear_handle_id (&self->series_timeout, g_source_remove);
  g_cancellable_cancel (self->series_cancellable);
  g_clear_object (&self->series_cancellable);
}

/**
 * cnscd_plan_dialog_check_series:
 * @self: a form
 * @valid: whether what is typed makes sense
 *
 * Looks at the sessions that repeat this one, when nobody types any more.
 */
void
cnscd_plan_dialog_check_series (CnscdPlanDialog *self, gboolean valid)
{
  CnscdRecurrence rule;

  cnscd_plan_dialog_forget_series (self);
  if (valid && cnscd_repeat_group_get_rule (self->repeat_group, &rule) &&
      (cnscd_plan_dialog_is_new (self) ||
       CNSCD_FORM_DIALOG_GET_CLASS (self)->is_changed (CNSCD_FORM_DIALOG (self))))
    {
      self->series_cancellable = g_cancellable_new ();
      self->series_timeout = g_timeout_add (TYPING, look_at_series, self);
    }
  else
    gtk_widget_set_visible (self->series_row, FALSE);
}

/**
 * cnscd_plan_dialog_add_series_row:
 * @self: a form
 *
 * Makes room for what cnscd_plan_dialog_check_series() finds.
 */
void
cnscd_plan_dialog_add_series_row (CnscdPlanDialog *self)
{
  self->series_row = cnscd_clash_row_new ("", NULL);
  gtk_widget_set_visible (self->series_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->repeat_group), self->series_row);
}

static gboolean
is_in_sight (GtkWidget *row)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return scroller == NULL || !gtk_widget_compute_bounds (row, scroller, &bounds) ||
         (bounds.origin.y >= 0 &&
          bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller));
}

/* (transfer container) (element-type GtkWidget): the warnings that are scrolled away. */
static GPtrArray *
find_unseen (CnscdPlanDialog *self)
{
  GPtrArray *unseen = g_ptr_array_new ();

  for (guint i = 0; i < self->clash_rows->len; i++)
    if (!is_in_sight (self->clash_rows->pdata[i]))
      g_ptr_array_add (unseen, self->clash_rows->pdata[i]);
  if (gtk_widget_get_visible (self->series_row) && !is_in_sight (self->series_row))
    g_ptr_array_add (unseen, self->series_row);
  return unseen;
}

static void
warned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPlanDialog) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (GPtrArray) unseen = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (g_str_equal (answer, "save"))
    {
      self->warned = TRUE;
      gtk_widget_activate (adw_dialog_get_default_widget (ADW_DIALOG (self)));
      return;
    }

  unseen = find_unseen (self);
  if (unseen->len > 0)
    gtk_widget_grab_focus (unseen->pdata[0]);
}

/**
 * cnscd_plan_dialog_warn:
 * @self: a form of which all is right
 *
 * Names what stands in the way before it is saved, unless whoever saves it has it before the
 * eyes: the guides are at the end of the form, the day is at its beginning.
 *
 * Returns: whether it asks, and saves by itself if that is the answer
 */
gboolean
cnscd_plan_dialog_warn (CnscdPlanDialog *self)
{
  g_autoptr (GPtrArray) unseen = find_unseen (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *all = NULL;
  AdwAlertDialog *question;

  if (self->warned || unseen->len == 0)
    return FALSE;

  for (guint i = 0; i < unseen->len; i++)
    g_strv_builder_add (builder, adw_preferences_row_get_title (unseen->pdata[i]));
  words = g_strv_builder_end (builder);
  all = g_strjoinv ("\n", words);
  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    cnscd_plan_dialog_is_new (self) ? _ ("Plan Anyway?") : _ ("Save Anyway?"), all));
  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), "save",
                                  cnscd_plan_dialog_is_new (self) ? _ ("_Plan") : _ ("_Save"),
                                  NULL);
  adw_alert_dialog_set_default_response (question, "save");
  adw_alert_dialog_set_close_response (question, "cancel");
  cnscd_alert_wrap_heading (question);
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, warned_cb, g_object_ref (self));
  return TRUE;
}
