/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-line.h"

#include <glib/gi18n-lib.h>

#include "cnscd-decision-part.h"
#include "model/cnscd-decision-list.h"
#include "ui/common/cnscd-unit-words.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdDecisionLine:
 *
 * A decision in a list: its number and date, what it is about, and how many
 * teams and people it is about.
 */
struct _CnscdDecisionLine
{
  CnscdLine parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *size;
};

G_DEFINE_FINAL_TYPE (CnscdDecisionLine, cnscd_decision_line, CNSCD_TYPE_LINE)

static char *
write_title (const CnscdDecisionSummary *decision)
{
  g_autofree char *date =
    cnscd_date_is_known (decision->date) ? cnscd_date_format (decision->date) : NULL;

  return cnscd_words_join (" · ", decision->number, date);
}

static char *
describe (CnscdDecisionLine *self, const CnscdDecisionSummary *decision)
{
  CnscdRepository *repository = cnscd_line_get_owner (CNSCD_LINE (self));
  g_autofree char *unit = cnscd_unit_words_begin_row (repository, decision->unit);
  g_autofree char *kind =
    cnscd_words_join (" · ", unit, cnscd_words_for_decision_kind (decision->kind));

  return cnscd_words_join (" · ", kind, decision->subject);
}

static char *
write_size (const CnscdDecisionSummary *decision)
{
  g_autofree char *teams = decision->n_teams > 0 ? cnscd_words_for_teams (decision->n_teams) : NULL;
  g_autofree char *members =
    decision->n_members > 0 ? cnscd_words_for_members (decision->n_members) : NULL;

  return cnscd_words_join (", ", teams, members);
}

/* Of a consolidated team: "xóm Ba Nhất · 1 joined, 5 stayed". */
static char *
write_change (const CnscdDecisionSummary *decision)
{
  g_autofree char *change = cnscd_decision_part_describe_change (&decision->change);
  g_autofree char *place = cnscd_words_for_place (decision->hamlet_kind, decision->hamlet_name);
  g_autofree char *teams = cnscd_words_for_teams (decision->n_teams);

  if (*change == '\0')
    return write_size (decision);
  return cnscd_words_join (" · ",
                           place != NULL                 ? place
                           : decision->team_name != NULL ? decision->team_name
                                                         : teams,
                           change);
}

static void
cnscd_decision_line_show (CnscdLine *line, CnscdRow *row)
{
  CnscdDecisionLine *self = CNSCD_DECISION_LINE (line);
  const CnscdDecisionSummary *decision =
    row != NULL ? cnscd_decision_item_get_decision (CNSCD_DECISION_ITEM (row)) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *size = NULL;

  if (decision == NULL)
    {
      /* As high as it will be. */
      gtk_label_set_text (self->title, " ");
      gtk_label_set_text (self->subtitle, " ");
      gtk_label_set_text (self->size, "");
      return;
    }

  title = write_title (decision);
  subtitle = describe (self, decision);
  size = write_change (decision);
  cnscd_line_set_label (self->title, title);
  cnscd_line_set_label (self->subtitle, subtitle);
  /* Also where nothing is said of it, sizes stand below each other. */
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0' || *size != '\0');
  gtk_label_set_text (self->size, size);
}

static void
cnscd_decision_line_class_init (CnscdDecisionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CNSCD_LINE_CLASS (klass)->show = cnscd_decision_line_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-decision-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionLine, title);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionLine, size);
}

static void
cnscd_decision_line_init (CnscdDecisionLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
