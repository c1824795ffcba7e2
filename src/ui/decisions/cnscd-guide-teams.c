/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-guide-teams.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-roster-decision.h"
#include "core/cnscd-text.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdGuideTeams:
 *
 * A step of a new decision: the teams that it sets up, and hamlets that get
 * one by it, or the teams that it dissolves.
 */
struct _CnscdGuideTeams
{
  AdwBin parent_instance;

  GtkEditable *search_entry;
  GtkLabel *problem;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  AdwPreferencesGroup *people_group;
  AdwSwitchRow *people_row;
  AdwPreferencesGroup *teams_group;
  GtkButton *teams_button;
  AdwPreferencesGroup *hamlets_group;
  GtkButton *hamlets_button;

  CnscdUnitRecords *records; /* (nullable) */
  CnscdDecisionKind kind;
  GPtrArray *choices; /* (element-type Choice) */
  gboolean all;       /* all are being chosen at once */
};

/* What can be ticked. */
typedef struct
{
  gpointer record; /* a team or a hamlet */
  GtkWidget *row;
  GtkCheckButton *check;
  char *key; /* what is searched */
} Choice;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdGuideTeams, cnscd_guide_teams, ADW_TYPE_BIN)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  cnscd_record_unref (choice->record);
  g_free (choice->key);
  g_free (choice);
}

static gboolean
is_of_kind (const Choice *choice, const CnscdKind *kind)
{
  return ((const CnscdRecord *) choice->record)->kind == kind;
}

static guint
count (CnscdGuideTeams *self, const CnscdKind *kind, gboolean only_chosen)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];

      if (is_of_kind (choice, kind) && gtk_widget_get_visible (choice->row) &&
          (!only_chosen || gtk_check_button_get_active (choice->check)))
        n++;
    }
  return n;
}

static void
update_group (CnscdGuideTeams *self,
              const CnscdKind *kind,
              AdwPreferencesGroup *group,
              GtkButton *button)
{
  guint n = count (self, kind, FALSE);

  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
  gtk_button_set_label (button,
                        count (self, kind, TRUE) < n ? _ ("Select All") : _ ("Select None"));
}

static void
update (CnscdGuideTeams *self)
{
  guint n_teams = 0;
  guint n_seen = count (self, &CNSCD_KIND_TEAM, FALSE) + count (self, &CNSCD_KIND_HAMLET, FALSE);

  gtk_stack_set_visible_child_name (
    self->stack, n_seen > 0 ? "list" : (self->choices->len > 0 ? "nothing-found" : "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), self->choices->len > 0);
  update_group (self, &CNSCD_KIND_TEAM, self->teams_group, self->teams_button);
  update_group (self, &CNSCD_KIND_HAMLET, self->hamlets_group, self->hamlets_button);
  for (guint i = 0; i < self->choices->len; i++)
    n_teams += is_of_kind (self->choices->pdata[i], &CNSCD_KIND_TEAM) ? 1 : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->people_group),
                          self->kind == CNSCD_DECISION_KIND_ESTABLISH && n_teams > 0);
}

static void
changed_cb (CnscdGuideTeams *self)
{
  if (self->all || self->records == NULL)
    return;

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choose_all (CnscdGuideTeams *self, const CnscdKind *kind)
{
  gboolean wanted = count (self, kind, TRUE) < count (self, kind, FALSE);

  self->all = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      if (is_of_kind (choice, kind) && gtk_widget_get_visible (choice->row))
        gtk_check_button_set_active (choice->check, wanted);
    }
  self->all = FALSE;
  changed_cb (self);
}

static void
all_teams_cb (CnscdGuideTeams *self)
{
  choose_all (self, &CNSCD_KIND_TEAM);
}

static void
all_hamlets_cb (CnscdGuideTeams *self)
{
  choose_all (self, &CNSCD_KIND_HAMLET);
}

/* Whether each word typed begins one of @key's. */
static gboolean
matches (const char *key, const char *typed)
{
  g_autofree char *folded = cnscd_text_search_key (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *spaced = g_strconcat (" ", key, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *begin = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0' && strstr (spaced, begin) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
search_changed_cb (CnscdGuideTeams *self)
{
  const char *typed = gtk_editable_get_text (self->search_entry);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      gtk_widget_set_visible (choice->row, matches (choice->key, typed));
    }
  update (self);
}

static void
stop_search_cb (CnscdGuideTeams *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
add_choice (CnscdGuideTeams *self,
            AdwPreferencesGroup *group,
            gpointer record,
            const char *title,
            const char *subtitle)
{
  Choice *choice = g_new0 (Choice, 1);
  g_autofree char *words = cnscd_words_join (" ", title, subtitle);

  choice->record = cnscd_record_ref (record);
  choice->row = adw_action_row_new ();
  choice->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  choice->key = cnscd_text_search_key (words);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (choice->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (choice->row), subtitle);
  gtk_widget_set_valign (GTK_WIDGET (choice->check), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (choice->row), GTK_WIDGET (choice->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (choice->row), GTK_WIDGET (choice->check));
  g_signal_connect_object (choice->check, "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, choice->row);
  g_ptr_array_add (self->choices, choice);
}

static void
add_teams (CnscdGuideTeams *self, const char *wanted)
{
  CnscdDate today = cnscd_date_today ();
  g_autoptr (GPtrArray) teams = cnscd_unit_records_list_teams (self->records, today);

  for (guint i = 0; i < teams->len; i++)
    {
      CnscdTeam *team = teams->pdata[i];
      g_autofree char *title = cnscd_words_for_team_among (self->records, team);
      g_autoptr (GPtrArray) members = NULL;
      g_autofree char *subtitle = NULL;

      /* Another decision has set it up. */
      if (self->kind == CNSCD_DECISION_KIND_ESTABLISH && team->decision != NULL)
        continue;

      members = cnscd_unit_records_list_memberships (self->records, team->record.id, today);
      subtitle = cnscd_words_for_members (members->len);
      add_choice (self, self->teams_group, team, title, subtitle);
      if (g_strcmp0 (team->record.id, wanted) == 0)
        gtk_check_button_set_active (
          ((Choice *) self->choices->pdata[self->choices->len - 1])->check, TRUE);
    }
}

static void
add_hamlets (CnscdGuideTeams *self)
{
  g_autoptr (GPtrArray) hamlets =
    cnscd_unit_records_list_lonely_hamlets (self->records, cnscd_date_today ());

  for (guint i = 0; i < hamlets->len; i++)
    {
      CnscdHamlet *hamlet = hamlets->pdata[i];
      g_autofree char *title = cnscd_words_for_place (hamlet->kind, hamlet->name);
      g_autoptr (CnscdTeam) team = cnscd_roster_new_hamlet_team (hamlet);

      add_choice (self, self->hamlets_group, hamlet, title, team->name);
    }
}

static void
clear (CnscdGuideTeams *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      adw_preferences_group_remove (is_of_kind (choice, &CNSCD_KIND_TEAM) ? self->teams_group
                                                                          : self->hamlets_group,
                                    choice->row);
    }
  g_ptr_array_set_size (self->choices, 0);
}

static void
cnscd_guide_teams_finalize (GObject *object)
{
  CnscdGuideTeams *self = CNSCD_GUIDE_TEAMS (object);

  g_ptr_array_unref (self->choices);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);

  G_OBJECT_CLASS (cnscd_guide_teams_parent_class)->finalize (object);
}

static void
cnscd_guide_teams_class_init (CnscdGuideTeamsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_guide_teams_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-guide-teams.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, problem);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, people_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, people_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, teams_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, teams_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, hamlets_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdGuideTeams, hamlets_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_teams_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_hamlets_cb);
}

static void
cnscd_guide_teams_init (CnscdGuideTeams *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_guide_teams_fill:
 * @self: a step
 * @records: of the commune
 * @kind: sets up teams or dissolves them
 * @team: (nullable): id of the team to begin with
 *
 * Offers what a decision of that kind can be about. What was chosen before
 * stays when nothing is different from before.
 */
void
cnscd_guide_teams_fill (CnscdGuideTeams *self,
                        CnscdUnitRecords *records,
                        CnscdDecisionKind kind,
                        const char *team)
{
  gboolean establishes = kind == CNSCD_DECISION_KIND_ESTABLISH;

  g_return_if_fail (CNSCD_IS_GUIDE_TEAMS (self) && records != NULL);

  if (self->records == records && self->kind == kind)
    return;

  cnscd_unit_records_ref (records);
  g_clear_pointer (&self->records, cnscd_unit_records_unref);
  self->records = records;
  self->kind = kind;
  self->all = TRUE;
  clear (self);
  add_teams (self, team);
  if (establishes)
    add_hamlets (self);
  self->all = FALSE;

  adw_preferences_group_set_title (self->teams_group, establishes ? _ ("Teams Without a Decision")
                                                                  : _ ("Teams to Dissolve"));
  adw_preferences_group_set_description (
    self->teams_group, establishes ? NULL : _ ("The teams and their members stay in the history"));
  adw_status_page_set_description (
    self->empty_page,
    establishes
      ? _ ("Every team has a decision, and every hamlet a team. The decision can be saved "
           "by itself.")
      : _ ("There is no team to dissolve. Go back and choose another kind."));
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
}

/**
 * cnscd_guide_teams_show_problem:
 * @self: a step
 * @problem: (nullable): what is wrong with what is chosen
 */
void
cnscd_guide_teams_show_problem (CnscdGuideTeams *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static GPtrArray *
dup_chosen (CnscdGuideTeams *self, const CnscdKind *kind)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (cnscd_record_unref);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      if (is_of_kind (choice, kind) && gtk_check_button_get_active (choice->check))
        g_ptr_array_add (chosen, cnscd_record_ref (choice->record));
    }
  return chosen;
}

/**
 * cnscd_guide_teams_dup_teams:
 * @self: a step
 *
 * Returns: (transfer full) (element-type CnscdTeam): the teams that are chosen
 */
GPtrArray *
cnscd_guide_teams_dup_teams (CnscdGuideTeams *self)
{
  return dup_chosen (self, &CNSCD_KIND_TEAM);
}

/**
 * cnscd_guide_teams_dup_hamlets:
 * @self: a step
 *
 * Returns: (transfer full) (element-type CnscdHamlet): the hamlets that shall get a team
 */
GPtrArray *
cnscd_guide_teams_dup_hamlets (CnscdGuideTeams *self)
{
  return dup_chosen (self, &CNSCD_KIND_HAMLET);
}

/**
 * cnscd_guide_teams_takes_people:
 * @self: a step
 *
 * Returns: whether the decision names the teams' members, too
 */
gboolean
cnscd_guide_teams_takes_people (CnscdGuideTeams *self)
{
  return adw_switch_row_get_active (self->people_row);
}

/**
 * cnscd_guide_teams_is_changed:
 * @self: a step
 *
 * Returns: whether anything is chosen
 */
gboolean
cnscd_guide_teams_is_changed (CnscdGuideTeams *self)
{
  g_autoptr (GPtrArray) teams = cnscd_guide_teams_dup_teams (self);
  g_autoptr (GPtrArray) hamlets = cnscd_guide_teams_dup_hamlets (self);

  return teams->len + hamlets->len > 0;
}
