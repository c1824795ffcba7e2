/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-overdue-line.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-session-words.h"
#include "model/cnscd-overdue-list.h"
#include "ui/common/cnscd-unit-words.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"

/**
 * CnscdOverdueLine:
 *
 * A session in the list of those to be reported: what it was about, when, who
 * held it and where. One that was found by its code may be reported already.
 */
struct _CnscdOverdueLine
{
  CnscdLine parent_instance;

  GtkLabel *title;
  GtkLabel *when;
  GtkLabel *subtitle;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (CnscdOverdueLine, cnscd_overdue_line, CNSCD_TYPE_LINE)

static char *
describe (CnscdOverdueLine *self, const CnscdSessionSummary *session)
{
  CnscdRepository *repository = cnscd_line_get_owner (CNSCD_LINE (self));
  g_autofree char *unit = cnscd_unit_words_begin_row (repository, session->unit);
  g_autofree char *place =
    cnscd_session_dup_place (session->place, session->hamlet_kind, session->hamlet_name);
  g_autofree char *teams = cnscd_words_join (" · ", unit, session->teams);

  return cnscd_words_join (" · ", teams, place);
}

static char *
write_when (const CnscdSessionSummary *session)
{
  CnscdDate day = cnscd_time_get_day (session->starts_at);
  g_autofree char *date = cnscd_date_format (day);
  g_autofree char *clock = cnscd_time_format_span (session->starts_at, session->ends_at);

  return g_strdup_printf ("%s, %s", date, clock);
}

static void
cnscd_overdue_line_show (CnscdLine *line, CnscdRow *row)
{
  CnscdOverdueLine *self = CNSCD_OVERDUE_LINE (line);
  const CnscdSessionSummary *session =
    row != NULL ? cnscd_session_row_get_session (CNSCD_SESSION_ROW (row)) : NULL;
  g_autofree char *when = NULL;
  g_autofree char *subtitle = NULL;
  gboolean overdue;

  if (session == NULL)
    {
      /* As high as it will be. */
      gtk_label_set_text (self->title, " ");
      gtk_label_set_text (self->when, " ");
      gtk_label_set_text (self->subtitle, "");
      gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
      return;
    }

  when = write_when (session);
  subtitle = describe (self, session);
  overdue = cnscd_session_summary_is_overdue (session, cnscd_time_now ());
  cnscd_line_set_label (self->title, session->title);
  gtk_label_set_text (self->when, when);
  cnscd_line_set_label (self->subtitle, subtitle);
  gtk_label_set_text (self->state, cnscd_words_for_session_state (session->state));
  gtk_widget_set_visible (GTK_WIDGET (self->state), !overdue);
}

static void
cnscd_overdue_line_class_init (CnscdOverdueLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CNSCD_LINE_CLASS (klass)->show = cnscd_overdue_line_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-overdue-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdOverdueLine, title);
  gtk_widget_class_bind_template_child (widget_class, CnscdOverdueLine, when);
  gtk_widget_class_bind_template_child (widget_class, CnscdOverdueLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CnscdOverdueLine, state);
}

static void
cnscd_overdue_line_init (CnscdOverdueLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
