/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-line.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-office.h"
#include "model/cnscd-team-list.h"
#include "ui/common/cnscd-unit-words.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdTeamLine:
 *
 * A team in a list: its hamlet, its leader and its size.
 */
struct _CnscdTeamLine
{
  CnscdLine parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *size;
  GtkWidget *warning;
};

G_DEFINE_FINAL_TYPE (CnscdTeamLine, cnscd_team_line, CNSCD_TYPE_LINE)

static gboolean
is_over (const CnscdTeamSummary *team)
{
  return cnscd_date_is_over (team->valid_to, cnscd_date_today ());
}

static char *
describe (CnscdTeamLine *self, const CnscdTeamSummary *team)
{
  CnscdRepository *repository = cnscd_line_get_owner (CNSCD_LINE (self));
  g_autofree char *leader = NULL;
  g_autofree char *unit = NULL;

  if (is_over (team))
    leader = cnscd_words_for_dissolution (team->valid_to);
  else if (team->leader_name != NULL)
    /* Translators: %s is a person's name */
    leader = g_strdup_printf (_ ("Leader: %s"), team->leader_name);
  else
    leader = g_strdup (_ ("No leader"));

  if (repository != NULL)
    unit = cnscd_unit_words_begin_row (repository, team->unit);
  return cnscd_words_join (" · ", unit, leader);
}

/* What may be wrong with the team is told in words, to pointers and to screen readers. */
static void
show_warnings (CnscdTeamLine *self, const CnscdTeamSummary *team)
{
  CnscdRepository *repository = cnscd_line_get_owner (CNSCD_LINE (self));
  const CnscdOffice *office = repository != NULL ? cnscd_repository_get_office (repository) : NULL;
  g_autofree char *text = team != NULL && office != NULL && !is_over (team)
                            ? cnscd_words_for_warnings (&team->facts, &office->sizes)
                            : NULL;

  gtk_widget_set_visible (self->warning, text != NULL);
  gtk_widget_set_tooltip_text (self->warning, text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->warning), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text, -1);
}

static void
cnscd_team_line_show (CnscdLine *line, CnscdRow *row)
{
  CnscdTeamLine *self = CNSCD_TEAM_LINE (line);
  const CnscdTeamSummary *team =
    row != NULL ? cnscd_team_row_get_team (CNSCD_TEAM_ROW (row)) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *size = NULL;

  show_warnings (self, team);
  if (team == NULL)
    {
      /* As high as it will be. */
      gtk_label_set_text (self->title, " ");
      gtk_label_set_text (self->subtitle, " ");
      gtk_label_set_text (self->size, "");
      return;
    }

  title = cnscd_words_for_team (team);
  subtitle = describe (self, team);
  size = is_over (team) ? g_strdup ("") : cnscd_words_for_members (team->n_members);
  cnscd_line_set_label (self->title, title);
  cnscd_line_set_label (self->subtitle, subtitle);
  gtk_label_set_text (self->size, size);
}

static void
cnscd_team_line_class_init (CnscdTeamLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CNSCD_LINE_CLASS (klass)->show = cnscd_team_line_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thainguyen/CNSCD/ui/teams/cnscd-team-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamLine, title);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamLine, size);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamLine, warning);
}

static void
cnscd_team_line_init (CnscdTeamLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
