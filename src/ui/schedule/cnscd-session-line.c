/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-line.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-session-words.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-chip.h"
#include "cnscd-session-drag.h"

/**
 * CnscdSessionLine:
 *
 * A session as a row of a list.
 */
struct _CnscdSessionLine
{
  GtkWidget parent_instance;

  GtkLabel *start_label;
  GtkLabel *end_label;
  GtkLabel *title_label;
  GtkLabel *detail_label;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state_label;

  CnscdSessionItem *item; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CnscdSessionLine, cnscd_session_line, GTK_TYPE_WIDGET)

static void
strike_out (GtkLabel *label, gboolean strike)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (strike)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
}

static char *
dup_details (const CnscdSessionSummary *session)
{
  g_autofree char *place =
    cnscd_session_dup_place (session->place, session->hamlet_kind, session->hamlet_name);

  return cnscd_words_join (" · ", session->teams, place);
}

static void
show_session (CnscdSessionLine *self, const CnscdSessionSummary *session)
{
  g_autofree char *start = cnscd_time_format_clock (session->starts_at);
  g_autofree char *end = cnscd_time_format_clock (session->ends_at);
  g_autofree char *details = dup_details (session);
  gboolean overdue = cnscd_session_summary_is_overdue (session, cnscd_time_now ());

  gtk_label_set_text (self->start_label, start);
  gtk_label_set_text (self->end_label, end);
  gtk_label_set_text (self->title_label, session->title);
  strike_out (self->title_label, session->state == CNSCD_SESSION_STATE_CANCELLED);
  gtk_label_set_text (self->detail_label, details);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *details != '\0');
  gtk_label_set_text (self->state_label, overdue ? C_ ("session", "To Be Reported")
                                                 : cnscd_words_for_session_state (session->state));
  cnscd_session_style (GTK_WIDGET (self), self->state_icon, session);
}

static void
update (CnscdSessionLine *self)
{
  const CnscdSessionSummary *session =
    self->item != NULL ? cnscd_session_item_get_session (self->item) : NULL;

  cnscd_session_widget_set (GTK_WIDGET (self), session);
  if (session != NULL)
    show_session (self, session);
  else
    {
      gtk_label_set_text (self->start_label, "");
      gtk_label_set_text (self->end_label, "");
      gtk_label_set_text (self->title_label, "…");
      gtk_label_set_text (self->detail_label, "");
      gtk_label_set_text (self->state_label, "");
    }
  gtk_widget_set_visible (self->state_box, session != NULL);
}

static void
cnscd_session_line_dispose (GObject *object)
{
  CnscdSessionLine *self = CNSCD_SESSION_LINE (object);
  GtkWidget *child;

  cnscd_session_line_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cnscd_session_line_parent_class)->dispose (object);
}

static void
cnscd_session_line_class_init (CnscdSessionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_session_line_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-session-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionLine, start_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionLine, end_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionLine, title_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionLine, detail_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionLine, state_box);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionLine, state_icon);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionLine, state_label);
}

static void
cnscd_session_line_init (CnscdSessionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "line");
  gtk_widget_add_css_class (GTK_WIDGET (self), "session-line");
}

/**
 * cnscd_session_line_new:
 *
 * Returns: (transfer floating): a row without a session
 */
GtkWidget *
cnscd_session_line_new (void)
{
  return g_object_new (CNSCD_TYPE_SESSION_LINE, NULL);
}

/**
 * cnscd_session_line_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
cnscd_session_line_set_item (CnscdSessionLine *self, CnscdSessionItem *item)
{
  g_return_if_fail (CNSCD_IS_SESSION_LINE (self));

  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->item, update, self);
      g_clear_object (&self->item);
    }
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::session", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
