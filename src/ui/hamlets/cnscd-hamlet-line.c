/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-line.h"

#include "model/cnscd-hamlet-list.h"
#include "cnscd-hamlet-words.h"
#include "ui/common/cnscd-unit-words.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdHamletLine:
 *
 * A hamlet in a list: its households, its teams, and since or until when it
 * is where that is worth saying.
 */
struct _CnscdHamletLine
{
  CnscdLine parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *no_team;
};

G_DEFINE_FINAL_TYPE (CnscdHamletLine, cnscd_hamlet_line, CNSCD_TYPE_LINE)

/* Of one that goes on since long ago, nothing. */
static char *
describe_validity (const CnscdHamletSummary *hamlet)
{
  CnscdDate from = hamlet->valid_from;

  if (!cnscd_date_is_known (hamlet->valid_to) &&
      cnscd_date_compare (from, cnscd_date_today ()) <= 0)
    return NULL;
  if (cnscd_date_is_known (hamlet->valid_to))
    from = CNSCD_DATE_UNKNOWN;
  return cnscd_words_for_validity (from, hamlet->valid_to);
}

static char *
describe (CnscdHamletLine *self, const CnscdHamletSummary *hamlet)
{
  CnscdRepository *repository = cnscd_line_get_owner (CNSCD_LINE (self));
  g_autofree char *households = cnscd_words_for_households (hamlet->households);
  g_autofree char *validity = describe_validity (hamlet);
  g_autofree char *facts = cnscd_words_join (" · ", households, validity);
  g_autofree char *unit = cnscd_unit_words_begin_row (repository, hamlet->unit);
  g_autofree char *teams = hamlet->n_teams > 0 ? cnscd_words_for_teams (hamlet->n_teams) : NULL;
  g_autofree char *all = cnscd_words_join (" · ", facts, teams);

  return cnscd_words_join (" · ", unit, all);
}

static void
cnscd_hamlet_line_show (CnscdLine *line, CnscdRow *row)
{
  CnscdHamletLine *self = CNSCD_HAMLET_LINE (line);
  const CnscdHamletSummary *hamlet =
    row != NULL ? cnscd_hamlet_row_get_hamlet (CNSCD_HAMLET_ROW (row)) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (hamlet == NULL)
    {
      /* As high as it will be. */
      gtk_label_set_text (self->title, " ");
      gtk_label_set_text (self->subtitle, " ");
      gtk_widget_set_visible (self->no_team, FALSE);
      return;
    }

  title = cnscd_words_for_place (hamlet->kind, hamlet->name);
  subtitle = describe (self, hamlet);
  cnscd_line_set_label (self->title, title);
  cnscd_line_set_label (self->subtitle, subtitle);
  /* What is no more needs none. */
  gtk_widget_set_visible (self->no_team, hamlet->n_teams == 0 && !hamlet->is_former);
}

static void
cnscd_hamlet_line_class_init (CnscdHamletLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CNSCD_LINE_CLASS (klass)->show = cnscd_hamlet_line_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlet-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletLine, title);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletLine, no_team);
}

static void
cnscd_hamlet_line_init (CnscdHamletLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
