/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_SUMMARY (cnscd_session_summary_get_type ())
GType cnscd_session_summary_get_type (void);

/**
 * CnscdSessionDropFunc:
 * @widget: onto which the session was dropped
 * @session: the session
 * @y: where, from the top of @widget, its upper edge is
 *
 * Takes a session that was dragged.
 */
typedef void (*CnscdSessionDropFunc) (GtkWidget *widget,
                                      const CnscdSessionSummary *session,
                                      double y);

/**
 * CnscdSessionDragFunc:
 * @widget: onto which the session may be dropped
 * @over: whether it is over @widget
 * @y: where, from the top of @widget, its upper edge is
 *
 * Follows a session that is dragged.
 */
typedef void (*CnscdSessionDragFunc) (GtkWidget *widget, gboolean over, double y);

void cnscd_session_widget_set (GtkWidget *widget, const CnscdSessionSummary *session);
const CnscdSessionSummary *cnscd_session_widget_get (GtkWidget *widget);
const CnscdSessionSummary *cnscd_session_widget_find (GtkWidget *widget, GtkWidget *root);

void cnscd_session_drag_attach_source (GtkWidget *widget);
void cnscd_session_drag_attach_target (GtkWidget *widget,
                                       CnscdSessionDropFunc dropped,
                                       CnscdSessionDragFunc dragged);

G_END_DECLS
