/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-drag.h"

#include "cnscd-schedule-words.h"
#include "cnscd-session-actions.h"

/* A session is shown by chips and rows of several kinds; which one it is, and how it is dragged. */

G_DEFINE_BOXED_TYPE (CnscdSessionSummary,
                     cnscd_session_summary,
                     cnscd_session_summary_ref,
                     cnscd_session_summary_unref)

static G_DEFINE_QUARK (cnscd - session, session);

/* Of the session that is being dragged: from its upper edge to the pointer. */
static double grabbed_at;

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const CnscdSessionSummary *session = cnscd_session_widget_get (widget);

  if (session == NULL)
    return NULL;
  if (!cnscd_session_state_can_move (session->state))
    {
      cnscd_session_actions_explain_fixed (CNSCD_WINDOW (gtk_widget_get_root (widget)));
      return NULL;
    }

  grabbed_at = y;
  return gdk_content_provider_new_typed (CNSCD_TYPE_SESSION_SUMMARY, session);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 12, (int) grabbed_at);
  gtk_widget_add_css_class (widget, "dragged");
  /* It would stay: while something is dragged, the pointer does not leave the session. */
  gtk_widget_trigger_tooltip_query (widget);
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, gpointer user_data)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)),
                               "dragged");
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  CnscdSessionDropFunc func = (CnscdSessionDropFunc) user_data;
  const CnscdSessionSummary *session = g_value_get_boxed (value);

  if (session == NULL)
    return FALSE;

  func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), session, y - grabbed_at);
  grabbed_at = 0;
  /* GTK does not tell that what was dropped is over nothing any more. */
  g_signal_emit_by_name (target, "leave");
  return TRUE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, gpointer user_data)
{
  CnscdSessionDragFunc func = (CnscdSessionDragFunc) user_data;

  func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), TRUE, y - grabbed_at);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, gpointer user_data)
{
  CnscdSessionDragFunc func = (CnscdSessionDragFunc) user_data;

  func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), FALSE, 0);
}

/**
 * cnscd_session_widget_set:
 * @widget: what shows a session
 * @session: (nullable): the session
 */
void
cnscd_session_widget_set (GtkWidget *widget, const CnscdSessionSummary *session)
{
  g_object_set_qdata_full (
    G_OBJECT (widget), session_quark (),
    session != NULL ? cnscd_session_summary_ref ((CnscdSessionSummary *) session) : NULL,
    session != NULL ? (GDestroyNotify) cnscd_session_summary_unref : NULL);
}

/**
 * cnscd_session_widget_get:
 * @widget: any widget
 *
 * Returns: (nullable) (transfer none): the session that it shows
 */
const CnscdSessionSummary *
cnscd_session_widget_get (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), session_quark ());
}

static const CnscdSessionSummary *
find_within (GtkWidget *widget)
{
  const CnscdSessionSummary *session = cnscd_session_widget_get (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && session == NULL;
       child = gtk_widget_get_next_sibling (child))
    session = find_within (child);
  return session;
}

/**
 * cnscd_session_widget_find:
 * @widget: where the pointer or the focus is
 * @root: what contains it
 *
 * Returns: (nullable) (transfer none): the session that is meant: what shows it is around @widget,
 *   or fills it, as a row of a list does
 */
const CnscdSessionSummary *
cnscd_session_widget_find (GtkWidget *widget, GtkWidget *root)
{
  for (GtkWidget *at = widget; at != NULL && at != root; at = gtk_widget_get_parent (at))
    {
      const CnscdSessionSummary *session = cnscd_session_widget_get (at);

      if (session != NULL)
        return session;
    }

  if (widget != NULL && g_str_equal (gtk_widget_get_css_name (widget), "row"))
    return find_within (widget);
  return NULL;
}

/**
 * cnscd_session_drag_attach_source:
 * @widget: what shows sessions
 *
 * Lets people drag the session that @widget shows, if it can be moved.
 */
void
cnscd_session_drag_attach_source (GtkWidget *widget)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

/**
 * cnscd_session_drag_attach_target:
 * @widget: where sessions can be dropped
 * @dropped: (scope forever): takes them
 * @dragged: (scope forever) (nullable): follows them
 */
void
cnscd_session_drag_attach_target (GtkWidget *widget,
                                  CnscdSessionDropFunc dropped,
                                  CnscdSessionDragFunc dragged)
{
  GtkDropTarget *target = gtk_drop_target_new (CNSCD_TYPE_SESSION_SUMMARY, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), (gpointer) dropped);
  if (dragged != NULL)
    {
      g_signal_connect (target, "motion", G_CALLBACK (motion_cb), (gpointer) dragged);
      g_signal_connect (target, "leave", G_CALLBACK (leave_cb), (gpointer) dragged);
    }
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
