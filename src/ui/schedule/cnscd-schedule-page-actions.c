/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-page-private.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-sessions.h"
#include "ui/documents/cnscd-export-flow.h"
#include "ui/documents/cnscd-print-dialog.h"
#include "ui/documents/cnscd-print-schedule.h"
#include "ui/window/cnscd-form-dialog.h"
#include "cnscd-copy-dialog.h"
#include "cnscd-go-to-dialog.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-actions.h"

/* What the menu and the keys of the schedule do. */

/* When a new session begins, unless somebody says so: people come after work. */
#define USUAL_START (19 * 60)

static void
go_to_cb (CnscdSchedulePage *self, gint64 day)
{
  cnscd_schedule_page_set_day (self, cnscd_date_from_days (day));
}

static void
show_all_cb (CnscdSchedulePage *self)
{
  cnscd_filters_clear_all (CNSCD_FILTERS (self->filters));
}

/* That it is not seen does not mean that it was not planned. */
static void
tell_hidden (CnscdSchedulePage *self, const CnscdSession *session)
{
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  /* Translators: title of a session */
  g_autofree char *title =
    g_strdup_printf (_ ("“%s” is planned, but the filters hide it"), session->title);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Show All"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_all_cb), self,
                           G_CONNECT_SWAPPED);
  cnscd_window_add_toast (window, toast);
}

typedef struct
{
  CnscdSchedulePage *page;
  CnscdSession *session;
} Planned;

static void
planned_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Planned *planned = user_data;
  g_autoptr (CnscdSchedulePage) self = planned->page;
  g_autoptr (CnscdSession) session = planned->session;
  g_autoptr (GPtrArray) sessions =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, NULL);

  if (sessions != NULL && sessions->len == 0 && cnscd_schedule_page_get_window (self) != NULL)
    tell_hidden (self, session);
}

static CnscdSession *
find_planned (const CnscdChangeSet *set)
{
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);
      CnscdSession *session = change->after;

      if (change->before == NULL && session->record.kind == &CNSCD_KIND_SESSION)
        return session;
    }
  return NULL;
}

static void
planned_cb (CnscdSchedulePage *self, CnscdFormDialog *form)
{
  CnscdSession *session = find_planned (cnscd_form_dialog_get_saved (form));
  CnscdSessionQuery query = cnscd_schedule_page_make_query (self);
  Planned *planned;

  if (session == NULL || cnscd_filters_get_n_active (CNSCD_FILTERS (self->filters)) == 0)
    return;

  planned = g_new (Planned, 1);
  *planned = (Planned) { g_object_ref (self), cnscd_record_ref (session) };
  query.session = session->record.id;
  cnscd_repository_list_sessions_async (self->repository, &query, self->cancellable,
                                        planned_listed_cb, planned);
}

static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (widget);
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  CnscdSessionQuery query = cnscd_schedule_page_make_query (self);
  AdwDialog *form;

  if (window == NULL)
    return;

  form = cnscd_session_actions_add_like (window, &query, cnscd_time_new (self->day, USUAL_START));
  if (form != NULL)
    g_signal_connect_object (form, "saved", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);
}

static void
previous_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_schedule_page_turn (CNSCD_SCHEDULE_PAGE (widget), -1);
}

static void
next_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_schedule_page_turn (CNSCD_SCHEDULE_PAGE (widget), 1);
}

static void
today_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_schedule_page_set_day (CNSCD_SCHEDULE_PAGE (widget), cnscd_date_today ());
}

static void
go_to_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (widget);
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  AdwDialog *dialog;

  if (window == NULL)
    return;

  dialog = cnscd_go_to_dialog_new (window, self->day);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (cnscd_schedule_page_focus_view), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_dialog_present (dialog, widget);
}

static void
clear_filters_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_filters_clear_all (CNSCD_FILTERS (CNSCD_SCHEDULE_PAGE (widget)->filters));
}

static void
copy (CnscdSchedulePage *self, CnscdCopySpan span)
{
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  CnscdSessionQuery query = cnscd_schedule_page_make_query (self);
  g_autofree char *words = cnscd_filters_dup_all_words (CNSCD_FILTERS (self->filters));

  if (window == NULL || self->catalog == NULL)
    return;

  if (query.unit == NULL)
    cnscd_window_show_message (window, _ ("Choose a commune first"));
  else
    adw_dialog_present (
      cnscd_copy_dialog_new (window, &query, words, self->catalog, span, self->day),
      GTK_WIDGET (self));
}

static void
copy_week_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copy (CNSCD_SCHEDULE_PAGE (widget), CNSCD_COPY_SPAN_WEEK);
}

static void
copy_month_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copy (CNSCD_SCHEDULE_PAGE (widget), CNSCD_COPY_SPAN_MONTH);
}

/* (transfer full) (nullable): the name of what is let through */
static char *
dup_name (CnscdSchedulePage *self, CnscdSessionFilterKind kind)
{
  CnscdFilters *filters = CNSCD_FILTERS (self->filters);

  return cnscd_filters_is_active (filters, kind) ? cnscd_filters_dup_words (filters, kind) : NULL;
}

/* The sessions that are shown. */
static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (widget);
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  CnscdSessionQuery query = cnscd_schedule_page_make_query (self);
  g_autofree char *hamlet = dup_name (self, CNSCD_SESSION_FILTER_HAMLET);
  g_autofree char *topic = dup_name (self, CNSCD_SESSION_FILTER_TOPIC);
  g_autofree char *audience = dup_name (self, CNSCD_SESSION_FILTER_AUDIENCE);
  g_autofree char *guide = dup_name (self, CNSCD_SESSION_FILTER_GUIDE);
  CnscdPrintSettings *settings;

  if (window == NULL)
    return;

  cnscd_schedule_page_get_range (self, &query.from, &query.to);
  settings = cnscd_print_schedule_new (query.team, query.from, query.to);
  cnscd_print_schedule_narrow (CNSCD_PRINT_SCHEDULE (settings), &query,
                               &(CnscdScheduleNarrowing) { hamlet, topic, audience, guide });
  adw_dialog_present (cnscd_print_dialog_new (window, settings, FALSE), GTK_WIDGET (window));
}

/* The sessions that are shown. */
static void
export_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (widget);
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  CnscdSessionQuery query = cnscd_schedule_page_make_query (self);
  g_autofree char *words = cnscd_filters_dup_all_words (CNSCD_FILTERS (self->filters));

  if (window == NULL)
    return;

  cnscd_schedule_page_get_range (self, &query.from, &query.to);
  cnscd_export_flow_start_sessions (window, &query, words);
}

static void
set_cut (CnscdSchedulePage *self, const char *session, int minute)
{
  g_set_str (&self->cut, session);
  self->cut_minute = minute;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.paste-session", session != NULL);
}

static void
cut_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdSchedulePage) self = user_data;
  g_autoptr (GPtrArray) sessions =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, NULL);
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  const CnscdSessionSummary *session;
  g_autofree char *message = NULL;

  if (sessions == NULL || sessions->len == 0 || window == NULL)
    return;

  session = sessions->pdata[0];
  if (!cnscd_session_state_can_move (session->state))
    {
      cnscd_session_actions_explain_fixed (window);
      return;
    }

  set_cut (self, session->session, cnscd_time_get_minute_of_day (session->starts_at));
  /* Translators: title of a session */
  message =
    g_strdup_printf (_ ("“%s” is cut. Go to another day and paste it there."), session->title);
  cnscd_window_show_message (window, message);
}

/* The session stays where it is until it is pasted. */
static void
cut_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (widget);
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.session = g_variant_get_string (parameter, NULL);
  cnscd_repository_list_sessions_async (self->repository, &query, self->cancellable, cut_cb,
                                        g_object_ref (self));
}

static void
paste_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (widget);
  CnscdWindow *window = cnscd_schedule_page_get_window (self);
  g_autofree char *session = g_strdup (self->cut);

  if (window == NULL || session == NULL)
    return;

  cnscd_session_actions_move (window, session, cnscd_time_new (self->day, self->cut_minute));
  set_cut (self, NULL, 0);
}

/* What else may be pasted is the window's business. */
static gboolean
paste_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (CNSCD_SCHEDULE_PAGE (widget)->cut == NULL)
    return FALSE;

  paste_action_cb (widget, NULL, NULL);
  return TRUE;
}

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Left, GDK_ALT_MASK, "page.previous" }, { GDK_KEY_Right, GDK_ALT_MASK, "page.next" },
  { GDK_KEY_Page_Up, 0, "page.previous" },         { GDK_KEY_Page_Down, 0, "page.next" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "page.today" },   { GDK_KEY_g, GDK_CONTROL_MASK, "page.go-to" },
};

/**
 * cnscd_schedule_page_press_key:
 * @self: the page
 * @keyval: a key that was pressed while the focus was elsewhere in the window
 * @state: with which others
 *
 * Returns: whether it did something
 */
gboolean
cnscd_schedule_page_press_key (CnscdSchedulePage *self, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (CNSCD_IS_SCHEDULE_PAGE (self), FALSE);

  state &= gtk_accelerator_get_default_mod_mask ();
  if (keyval == GDK_KEY_v && state == GDK_CONTROL_MASK)
    return paste_key_cb (GTK_WIDGET (self), NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == keyval && keys[i].modifiers == state)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);

  return FALSE;
}

/*< private >
 * cnscd_schedule_page_install_actions:
 *
 * Gives the class of pages its actions and their keys.
 */
void
cnscd_schedule_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, previous_action_cb);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "page.today", NULL, today_action_cb);
  gtk_widget_class_install_action (widget_class, "page.go-to", NULL, go_to_action_cb);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL,
                                   clear_filters_action_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-week", NULL, copy_week_action_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-month", NULL, copy_month_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "page.cut-session", "s", cut_action_cb);
  gtk_widget_class_install_action (widget_class, "page.paste-session", NULL, paste_action_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}
