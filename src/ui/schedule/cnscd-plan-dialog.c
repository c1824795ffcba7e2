/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-session-form.h"
#include "core/cnscd-vocabulary.h"
#include "model/cnscd-repository-clashes.h"
#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-plan.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-chosen-list.h"
#include "cnscd-plan-words.h"
#include "cnscd-repeat-group.h"
#include "cnscd-schedule-words.h"
#include "cnscd-series-question.h"

/**
 * CnscdPlanDialog:
 *
 * A form for a session: a new one, or one to be changed, alone or with others
 * of its series. What stands in the way of it is said before it is saved, and
 * keeps nobody from saving it.
 */
struct _CnscdPlanDialog
{
  CnscdFormDialog parent_instance;

  AdwEntryRow *title_row;
  AdwPreferencesGroup *when_group;
  AdwEntryRow *day_row;
  AdwEntryRow *start_row;
  AdwEntryRow *end_row;
  CnscdChoiceRow *hamlet_row;
  AdwEntryRow *place_row;
  CnscdRepeatGroup *repeat_group;
  CnscdChosenList *teams_list;
  CnscdChoiceRow *audience_row;
  CnscdChosenList *topics_list;
  CnscdChosenList *guides_list;
  AdwPreferencesGroup *guides_clashes;
  AdwEntryRow *expected_row;
  AdwComboRow *state_row;
  AdwEntryRow *note_row;

  CnscdSessionRecords *before;  /* as stored, or new */
  CnscdSessionRecords *initial; /* as the form came up */
  CnscdSessionInSeries *stored; /* (nullable): none of a new one */
  gboolean filled;              /* from here on, what changes is somebody's doing */
  CnscdSessionPlan *plan;       /* (nullable) */
  CnscdDate plan_day;           /* that @plan is of, or is being read for */
  GCancellable *cancellable;
  char *proposed_title;
  char *proposed_end;
  char **proposed_topics; /* (nullable) */
  char *proposed_team;    /* (nullable): as that of the hamlet */
  GPtrArray *clash_rows;  /* (element-type GtkWidget) */
  char *clash_words;      /* what they say */
  GtkWidget *series_row;  /* what stands in the way of the sessions that repeat it */
  guint series_timeout;   /* until nobody types any more */
  GCancellable *series_cancellable;
  CnscdChangeSet *set; /* (nullable): made before it is asked for */
};

G_DEFINE_FINAL_TYPE (CnscdPlanDialog, cnscd_plan_dialog, CNSCD_TYPE_FORM_DIALOG)

/* How long somebody who types is left alone, in milliseconds. */
#define TYPING 250

/* In the order of the combo row. */
static const CnscdSessionState states[] = {
  CNSCD_SESSION_STATE_PLANNED,
  CNSCD_SESSION_STATE_HELD,
  CNSCD_SESSION_STATE_POSTPONED,
  CNSCD_SESSION_STATE_CANCELLED,
};

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static CnscdRepository *
get_repository (CnscdPlanDialog *self)
{
  return cnscd_window_get_repository (cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self)));
}

static gboolean
is_new (CnscdPlanDialog *self)
{
  return self->stored == NULL;
}

static CnscdSessionForm
read_form (CnscdPlanDialog *self)
{
  guint state = adw_combo_row_get_selected (self->state_row);

  return (CnscdSessionForm) {
    .session = is_new (self) ? NULL : self->before->session,
    .title = get_text (self->title_row),
    .day = get_text (self->day_row),
    .start = get_text (self->start_row),
    .end = get_text (self->end_row),
    .hamlet = cnscd_choice_row_get_chosen (self->hamlet_row),
    .place = get_text (self->place_row),
    .audience = cnscd_choice_row_get_chosen (self->audience_row),
    .expected = get_text (self->expected_row),
    .state = states[MIN (state, G_N_ELEMENTS (states) - 1)],
    .note = get_text (self->note_row),
    .teams = cnscd_chosen_list_get_ids (self->teams_list),
    .topics = cnscd_chosen_list_get_ids (self->topics_list),
    .guides = cnscd_chosen_list_get_ids (self->guides_list),
    .parts = cnscd_chosen_list_get_parts (self->guides_list),
  };
}

static CnscdSessionRecords *
make_session (CnscdPlanDialog *self)
{
  const CnscdSessionForm form = read_form (self);

  return cnscd_session_form_make (&form, self->before);
}

static guint
get_max_per_week (CnscdPlanDialog *self)
{
  return cnscd_repository_get_office (get_repository (self))->max_sessions_per_week;
}

/* ---- what stands in the way */

static GtkWidget *
make_clash_row (const char *words)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, NULL);
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (image, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

static void
add_clash_row (CnscdPlanDialog *self, const CnscdClash *clash, const char *words)
{
  GtkWidget *row = make_clash_row (words);
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
  const CnscdSessionForm form = read_form (self);
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

/* Only what says something else makes rows come and go. */
static void
show_clashes (CnscdPlanDialog *self)
{
  g_autoptr (GPtrArray) clashes = find_clashes (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < clashes->len; i++)
    g_strv_builder_take (builder,
                         cnscd_words_for_clash (clashes->pdata[i], get_max_per_week (self)));
  words = g_strv_builder_end (builder);
  all = g_strjoinv ("\n", words);
  if (!g_set_str (&self->clash_words, all))
    return;

  remove_clash_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->guides_clashes), FALSE);
  for (guint i = 0; i < clashes->len; i++)
    add_clash_row (self, clashes->pdata[i], words[i]);
}

/* ---- what is offered */

static const CnscdHamlet *
find_hamlet (CnscdPlanDialog *self, const char *id)
{
  for (guint i = 0; id != NULL && self->plan != NULL && i < self->plan->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = self->plan->hamlets->pdata[i];

      if (g_str_equal (hamlet->record.id, id))
        return hamlet;
    }

  return NULL;
}

static char *
dup_team_name (CnscdPlanDialog *self, const CnscdTeam *team)
{
  const CnscdHamlet *hamlet = find_hamlet (self, team->hamlet);

  return cnscd_words_for_team_at (hamlet != NULL ? hamlet->kind : CNSCD_HAMLET_KIND_UNKNOWN,
                                  hamlet != NULL ? hamlet->name : NULL, team->name);
}

static void
offer_hamlets (CnscdPlanDialog *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);

  cnscd_choice_append (choices, NULL, C_ ("hamlet", "None"), NULL);
  for (guint i = 0; i < self->plan->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = self->plan->hamlets->pdata[i];
      g_autofree char *name = cnscd_words_for_place (hamlet->kind, hamlet->name);

      if (!cnscd_date_is_over (hamlet->valid_to, self->plan_day) ||
          g_strcmp0 (hamlet->record.id, self->before->session->hamlet) == 0)
        cnscd_choice_append (choices, hamlet->record.id, name, NULL);
    }
  cnscd_choice_row_set_choices (self->hamlet_row, G_LIST_MODEL (choices));
}

static void
offer_teams (CnscdPlanDialog *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);
  const char *const *chosen = cnscd_chosen_list_get_ids (self->teams_list);

  for (guint i = 0; i < self->plan->teams->len; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];
      g_autofree char *name = dup_team_name (self, team);

      if (!cnscd_date_is_over (team->valid_to, self->plan_day) ||
          g_strv_contains (chosen, team->record.id))
        cnscd_choice_append (choices, team->record.id, name, NULL);
    }
  cnscd_chosen_list_set_choices (self->teams_list, G_LIST_MODEL (choices));
}

static void
offer_catalog (CnscdPlanDialog *self)
{
  const CnscdCatalog *catalog = self->plan->catalog;
  const char *const *chosen = cnscd_chosen_list_get_ids (self->topics_list);
  g_autoptr (GListStore) topics = g_list_store_new (CNSCD_TYPE_CHOICE);
  g_autoptr (GListStore) audiences = g_list_store_new (CNSCD_TYPE_CHOICE);

  for (guint i = 0; i < catalog->topics->len; i++)
    {
      const CnscdTopic *topic = catalog->topics->pdata[i];

      if (!cnscd_date_is_over (topic->valid_to, self->plan_day) ||
          g_strv_contains (chosen, topic->record.id))
        cnscd_choice_append (topics, topic->record.id, topic->name, NULL);
    }
  cnscd_chosen_list_set_choices (self->topics_list, G_LIST_MODEL (topics));

  cnscd_choice_append (audiences, NULL, C_ ("audience", "None"), NULL);
  for (guint i = 0; i < catalog->audiences->len; i++)
    {
      const CnscdAudience *audience = catalog->audiences->pdata[i];

      if (!cnscd_date_is_over (audience->valid_to, self->plan_day) ||
          g_strcmp0 (audience->record.id, self->before->session->audience) == 0)
        cnscd_choice_append (audiences, audience->record.id, audience->name, NULL);
    }
  cnscd_choice_row_set_choices (self->audience_row, G_LIST_MODEL (audiences));
}

static void
append_guide (CnscdPlanDialog *self, GListStore *choices, const CnscdGuideLoad *load)
{
  g_autofree char *words = cnscd_date_is_over (load->guide.valid_to, self->plan_day)
                             ? g_strdup (load->team_name)
                             : cnscd_words_for_guide_load (load);

  cnscd_choice_append (choices, load->guide.membership, load->guide.full_name, words);
}

/* The teams' own members first, each time who has the least to do. */
static void
offer_guides (CnscdPlanDialog *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);
  const char *const *teams = cnscd_chosen_list_get_ids (self->teams_list);

  for (guint others = 0; others < 2; others++)
    {
      for (guint i = 0; i < self->plan->guides->len; i++)
        {
          const CnscdGuideLoad *load = self->plan->guides->pdata[i];

          if (g_strv_contains (teams, load->team) == (others == 0))
            append_guide (self, choices, load);
        }
    }
  cnscd_chosen_list_set_choices (self->guides_list, G_LIST_MODEL (choices));
}

/* Where there is one team only, it is that one. */
static void
propose_team (CnscdPlanDialog *self)
{
  const CnscdTeam *only = NULL;

  for (guint i = 0; i < self->plan->teams->len; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];

      if (cnscd_date_is_over (team->valid_to, self->plan_day))
        continue;
      if (only != NULL)
        return;
      only = team;
    }
  if (only != NULL)
    cnscd_chosen_list_add (self->teams_list, only->record.id, CNSCD_GUIDE_PART_UNKNOWN);
}

/* Whoever chose a team knows better. */
static gboolean
has_own_teams (CnscdPlanDialog *self)
{
  const char *const *teams = cnscd_chosen_list_get_ids (self->teams_list);

  return teams[0] != NULL && (teams[1] != NULL || g_strcmp0 (teams[0], self->proposed_team) != 0);
}

/* A hamlet's sessions are mostly its own team's. */
static void
propose_team_of_hamlet (CnscdPlanDialog *self)
{
  const char *hamlet = cnscd_choice_row_get_chosen (self->hamlet_row);
  const CnscdTeam *found = NULL;

  if (hamlet == NULL || self->plan == NULL || has_own_teams (self))
    return;

  for (guint i = 0; i < self->plan->teams->len && found == NULL; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];

      if (g_strcmp0 (team->hamlet, hamlet) == 0 &&
          !cnscd_date_is_over (team->valid_to, self->plan_day))
        found = team;
    }
  if (found == NULL)
    return;

  cnscd_chosen_list_clear (self->teams_list);
  g_set_str (&self->proposed_team, found->record.id);
  cnscd_chosen_list_add (self->teams_list, found->record.id, CNSCD_GUIDE_PART_UNKNOWN);
  offer_guides (self);
}

/* ---- proposals */

/* What nobody has touched since it was proposed gives way to a better proposal. */
static void
propose (AdwEntryRow *row, char **proposed, const char *text)
{
  const char *present = get_text (row);

  if (text == NULL || (!cnscd_form_is_blank (present) && g_strcmp0 (present, *proposed) != 0))
    return;

  g_set_str (proposed, text);
  if (!g_str_equal (present, text))
    set_text (row, text);
}

static void
propose_title (CnscdPlanDialog *self)
{
  const char *first = cnscd_chosen_list_get_ids (self->topics_list)[0];
  const CnscdHamlet *hamlet = find_hamlet (self, cnscd_choice_row_get_chosen (self->hamlet_row));
  const CnscdTopic *topic = first != NULL && self->plan != NULL
                              ? cnscd_catalog_find (self->plan->catalog->topics, first)
                              : NULL;
  g_autofree char *place =
    hamlet != NULL ? cnscd_hamlet_full_name ((CnscdHamletKind) hamlet->kind, hamlet->name) : NULL;
  g_autofree char *title = cnscd_session_propose_title (topic != NULL ? topic->name : NULL, place);

  propose (self->title_row, &self->proposed_title, title);
}

static gboolean
has_proposed_topics (CnscdPlanDialog *self)
{
  const char *const *topics = cnscd_chosen_list_get_ids (self->topics_list);

  return topics[0] == NULL || (self->proposed_topics != NULL &&
                               g_strv_equal (topics, (const char *const *) self->proposed_topics));
}

static void
propose_topics (CnscdPlanDialog *self)
{
  const char *audience = cnscd_choice_row_get_chosen (self->audience_row);
  g_autoptr (GPtrArray) topics = NULL;

  if (audience == NULL || self->plan == NULL || !has_proposed_topics (self))
    return;

  topics = cnscd_catalog_list_topics_of (self->plan->catalog, audience, self->plan_day);
  cnscd_chosen_list_clear (self->topics_list);
  for (guint i = 0; i < topics->len; i++)
    cnscd_chosen_list_add (self->topics_list, ((CnscdTopic *) topics->pdata[i])->record.id,
                           CNSCD_GUIDE_PART_UNKNOWN);
  g_strfreev (self->proposed_topics);
  self->proposed_topics = g_strdupv ((char **) cnscd_chosen_list_get_ids (self->topics_list));
}

/* ---- what changes */

static void load_plan (CnscdPlanDialog *self);

static void
update (CnscdPlanDialog *self)
{
  const CnscdSessionForm form = read_form (self);
  CnscdDate day;

  if (cnscd_form_check_day (form.day, CNSCD_DATE_UNKNOWN, &day) == CNSCD_FORM_PROBLEM_NONE &&
      !cnscd_date_equal (day, self->plan_day))
    {
      self->plan_day = day;
      load_plan (self);
    }
  cnscd_repeat_group_set_first (self->repeat_group, day);
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
changed_cb (CnscdPlanDialog *self)
{
  if (self->filled)
    update (self);
}

static void
start_changed_cb (CnscdPlanDialog *self)
{
  g_autofree char *end = NULL;

  if (!self->filled)
    return;

  end = cnscd_session_propose_end (get_text (self->start_row));
  propose (self->end_row, &self->proposed_end, end);
  update (self);
}

/* The first topic and the hamlet name a session. */
static void
named_by_changed_cb (CnscdPlanDialog *self)
{
  if (!self->filled)
    return;

  propose_title (self);
  update (self);
}

static void
hamlet_changed_cb (CnscdPlanDialog *self)
{
  if (!self->filled)
    return;

  if (is_new (self))
    propose_team_of_hamlet (self);
  named_by_changed_cb (self);
}

static void
audience_changed_cb (CnscdPlanDialog *self)
{
  if (!self->filled)
    return;

  propose_topics (self);
  named_by_changed_cb (self);
}

static void
teams_changed_cb (CnscdPlanDialog *self)
{
  const char *first = cnscd_chosen_list_get_ids (self->teams_list)[0];

  if (!self->filled || self->plan == NULL)
    return;

  for (guint i = 0; first != NULL && i < self->plan->teams->len; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];

      if (g_str_equal (team->record.id, first) && team->hamlet != NULL &&
          cnscd_choice_row_get_chosen (self->hamlet_row) == NULL)
        cnscd_choice_row_set_chosen (self->hamlet_row, team->hamlet);
    }
  offer_guides (self);
  update (self);
}

static void
plan_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdPlanDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdSessionPlan *plan =
    cnscd_repository_load_session_plan_finish (CNSCD_REPOSITORY (source), result, &error);
  gboolean first = FALSE;

  if (plan == NULL)
    {
      /* The dialog may be gone. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
      return;
    }

  first = self->plan == NULL;
  g_clear_pointer (&self->plan, cnscd_session_plan_free);
  self->plan = plan;
  offer_hamlets (self);
  offer_teams (self);
  offer_catalog (self);
  if (first && is_new (self))
    {
      g_autoptr (CnscdSessionRecords) session = make_session (self);

      if (cnscd_session_records_equal (session, self->initial))
        {
          propose_team (self);
          propose_team_of_hamlet (self);
          propose_topics (self);
          propose_title (self);
          g_clear_pointer (&self->initial, cnscd_session_records_unref);
          self->initial = make_session (self);
        }
    }
  offer_guides (self);
  update (self);
}

static void
load_plan (CnscdPlanDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cnscd_repository_load_session_plan_async (
    get_repository (self), self->before->session->record.unit, self->plan_day,
    cnscd_chosen_list_get_ids (self->guides_list), self->cancellable, plan_cb, self);
}

/* ---- the form */

/* What cannot be read is not in the records, and would be lost all the same. */
static gboolean
has_wrong_text (const CnscdSessionForm *form)
{
  for (CnscdSessionField field = 0; field < CNSCD_N_SESSION_FIELDS; field++)
    {
      CnscdFormProblem problem = cnscd_session_form_check (form, field);

      if (problem != CNSCD_FORM_PROBLEM_NONE &&
          !(field == CNSCD_SESSION_FIELD_TITLE && problem == CNSCD_FORM_PROBLEM_MISSING))
        return TRUE;
    }

  return FALSE;
}

static gboolean
cnscd_plan_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdPlanDialog *self = CNSCD_PLAN_DIALOG (form);
  const CnscdSessionForm typed = read_form (self);
  g_autoptr (CnscdSessionRecords) session = make_session (self);

  return !cnscd_session_records_equal (session, self->initial) ||
         cnscd_repeat_group_is_changed (self->repeat_group) || has_wrong_text (&typed);
}

static CnscdChangeSet *
build (CnscdPlanDialog *self, CnscdSeriesScope scope, GError **error)
{
  g_autoptr (CnscdSessionRecords) after = make_session (self);
  const char *title = after->session->title;
  g_autofree char *label =
    /* Translators: title of a session */
    g_strdup_printf (is_new (self) ? _ ("“%s” planned") : _ ("“%s” changed"), title);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (label);
  CnscdSeries *series = is_new (self) ? NULL : self->stored->series;
  CnscdRecurrence rule;
  gboolean repeats = cnscd_repeat_group_get_rule (self->repeat_group, &rule);
  gboolean done = TRUE;

  if (series != NULL)
    {
      CnscdSeriesView view = { .series = series,
                               .sessions = self->stored->sessions,
                               .today = cnscd_date_today () };

      done = cnscd_series_save (
        set, &view, scope, self->before, after,
        repeats && cnscd_repeat_group_is_changed (self->repeat_group) ? &rule : NULL, error);
    }
  else if (repeats)
    done = cnscd_series_add (set, is_new (self) ? NULL : self->before, after, &rule, error);
  else if (is_new (self))
    cnscd_session_add (set, after);
  else
    cnscd_session_save (set, self->before, after);

  return done ? g_steal_pointer (&set) : NULL;
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
  g_autoptr (CnscdChangeSet) set = build (self, CNSCD_SERIES_SCOPE_FOLLOWING, NULL);

  self->series_timeout = 0;
  if (set != NULL)
    cnscd_repository_find_clashes_async (get_repository (self), set, self->series_cancellable,
                                         series_clashes_cb, self);
  else
    gtk_widget_set_visible (self->series_row, FALSE);
  return G_SOURCE_REMOVE;
}

static void
forget_series (CnscdPlanDialog *self)
{
  g_clear_handle_id (&self->series_timeout, g_source_remove);
  g_cancellable_cancel (self->series_cancellable);
  g_clear_object (&self->series_cancellable);
}

static void
check_series (CnscdPlanDialog *self, gboolean valid)
{
  CnscdRecurrence rule;

  forget_series (self);
  if (valid && cnscd_repeat_group_get_rule (self->repeat_group, &rule) &&
      (is_new (self) || cnscd_plan_dialog_is_changed (CNSCD_FORM_DIALOG (self))))
    {
      self->series_cancellable = g_cancellable_new ();
      self->series_timeout = g_timeout_add (TYPING, look_at_series, self);
    }
  else
    gtk_widget_set_visible (self->series_row, FALSE);
}

static void
show_title (CnscdPlanDialog *self, CnscdFormProblem problem)
{
  g_autofree char *words = NULL;

  cnscd_form_show_problem (self->title_row, C_ ("session", "Title"), problem);
  if (problem != CNSCD_FORM_PROBLEM_TOO_LONG)
    return;

  /* Translators: %d is the largest number of characters */
  words = g_strdup_printf (C_ ("problem", "longer than %d characters"), CNSCD_SESSION_MAX_TITLE);
  cnscd_form_say (self->title_row, C_ ("session", "Title"), words);
}

static gboolean
cnscd_plan_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdPlanDialog *self = CNSCD_PLAN_DIALOG (dialog);
  const CnscdSessionForm form = read_form (self);
  gboolean repeats = cnscd_repeat_group_check (self->repeat_group);

  show_title (self, cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_TITLE));
  cnscd_form_show_day (self->day_row, C_ ("session", "Day"),
                       cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_DAY));
  cnscd_form_show_problem (self->start_row, C_ ("session", "Begins"),
                           cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_START));
  cnscd_form_show_problem (self->end_row, C_ ("session", "Ends"),
                           cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_END));
  cnscd_form_show_problem (self->expected_row, C_ ("session", "People Expected"),
                           cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_EXPECTED));
  show_clashes (self);
  check_series (self, repeats && cnscd_session_form_is_valid (&form));

  return cnscd_session_form_is_valid (&form) && repeats;
}

static gboolean
cnscd_plan_dialog_can_save (CnscdFormDialog *form)
{
  return is_new (CNSCD_PLAN_DIALOG (form)) || cnscd_plan_dialog_is_changed (form);
}

static gboolean
prepare (CnscdPlanDialog *self, CnscdSeriesScope scope)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->set, cnscd_change_set_unref);
  self->set = build (self, scope, &error);
  if (self->set == NULL)
    cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (self), error);
  return self->set != NULL;
}

static void
scope_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPlanDialog) self = user_data;
  CnscdSeriesScope scope;

  if (cnscd_series_question_read (
        adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), &scope) &&
      gtk_widget_get_root (GTK_WIDGET (self)) != NULL && prepare (self, scope))
    gtk_widget_activate (adw_dialog_get_default_widget (ADW_DIALOG (self)));
}

/* How far it reaches is asked before, and what cannot be is said. */
static gboolean
cnscd_plan_dialog_advance (CnscdFormDialog *form)
{
  CnscdPlanDialog *self = CNSCD_PLAN_DIALOG (form);
  AdwAlertDialog *question;

  if (self->set != NULL)
    return FALSE;
  if (is_new (self) || self->stored->series == NULL)
    return !prepare (self, CNSCD_SERIES_SCOPE_THIS);

  question =
    cnscd_series_question_new (_ ("Change Which Sessions?"), self->before->session->title, FALSE);
  if (cnscd_repeat_group_is_changed (self->repeat_group))
    {
      adw_alert_dialog_set_response_enabled (question, "this", FALSE);
      adw_alert_dialog_set_default_response (question, "following");
    }
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, scope_chosen_cb, g_object_ref (self));
  return TRUE;
}

static CnscdChangeSet *
cnscd_plan_dialog_make_changes (CnscdFormDialog *form)
{
  return g_steal_pointer (&CNSCD_PLAN_DIALOG (form)->set);
}

static void
cnscd_plan_dialog_dispose (GObject *object)
{
  CnscdPlanDialog *self = CNSCD_PLAN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget_series (self);

  G_OBJECT_CLASS (cnscd_plan_dialog_parent_class)->dispose (object);
}

static void
cnscd_plan_dialog_finalize (GObject *object)
{
  CnscdPlanDialog *self = CNSCD_PLAN_DIALOG (object);

  g_clear_pointer (&self->before, cnscd_session_records_unref);
  g_clear_pointer (&self->initial, cnscd_session_records_unref);
  g_clear_pointer (&self->stored, cnscd_session_in_series_free);
  g_clear_pointer (&self->plan, cnscd_session_plan_free);
  g_clear_pointer (&self->set, cnscd_change_set_unref);
  g_free (self->proposed_title);
  g_free (self->proposed_end);
  g_strfreev (self->proposed_topics);
  g_free (self->proposed_team);
  g_ptr_array_unref (self->clash_rows);
  g_free (self->clash_words);

  G_OBJECT_CLASS (cnscd_plan_dialog_parent_class)->finalize (object);
}

static void
cnscd_plan_dialog_class_init (CnscdPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_plan_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cnscd_plan_dialog_finalize;
  form_class->check = cnscd_plan_dialog_check;
  form_class->is_changed = cnscd_plan_dialog_is_changed;
  form_class->can_save = cnscd_plan_dialog_can_save;
  form_class->advance = cnscd_plan_dialog_advance;
  form_class->make_changes = cnscd_plan_dialog_make_changes;

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  g_type_ensure (CNSCD_TYPE_CHOSEN_LIST);
  g_type_ensure (CNSCD_TYPE_REPEAT_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, when_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, hamlet_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, repeat_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, teams_list);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, topics_list);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, guides_list);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, guides_clashes);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, expected_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, state_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPlanDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, named_by_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, audience_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hamlet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, teams_changed_cb);
}

static void
cnscd_plan_dialog_init (CnscdPlanDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  self->clash_rows = g_ptr_array_new ();
  self->clash_words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->guides_clashes), FALSE);
  self->series_row = make_clash_row ("");
  gtk_widget_set_visible (self->series_row, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->repeat_group), self->series_row);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (list, cnscd_words_for_session_state (states[i]));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (list));
}

static void
fill_lists (CnscdPlanDialog *self)
{
  const CnscdSessionRecords *records = self->before;

  for (guint i = 0; i < records->teams->len; i++)
    cnscd_chosen_list_add (self->teams_list, ((CnscdSessionTeam *) records->teams->pdata[i])->team,
                           CNSCD_GUIDE_PART_UNKNOWN);
  for (guint i = 0; i < records->topics->len; i++)
    cnscd_chosen_list_add (self->topics_list,
                           ((CnscdSessionTopic *) records->topics->pdata[i])->topic,
                           CNSCD_GUIDE_PART_UNKNOWN);
  for (guint i = 0; i < records->guides->len; i++)
    {
      const CnscdSessionGuide *guide = records->guides->pdata[i];

      cnscd_chosen_list_add (self->guides_list, guide->membership, (CnscdGuidePart) guide->part);
    }
}

static void
fill (CnscdPlanDialog *self, CnscdWindow *window)
{
  const CnscdSession *session = self->before->session;
  g_autofree char *day = cnscd_date_format (cnscd_time_get_day (session->starts_at));
  g_autofree char *start = cnscd_time_format_clock (session->starts_at);
  g_autofree char *end = cnscd_time_format_clock (session->ends_at);
  g_autofree char *expected = session->expected != CNSCD_COUNT_UNKNOWN
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, session->expected)
                                : NULL;

  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->plan_day = cnscd_time_get_day (session->starts_at);
  set_text (self->title_row, session->title);
  set_text (self->day_row, day);
  set_text (self->start_row, start);
  set_text (self->end_row, end);
  if (is_new (self))
    g_set_str (&self->proposed_end, end);
  cnscd_choice_row_set_asks (self->hamlet_row, is_new (self));
  cnscd_choice_row_set_asks (self->audience_row, is_new (self));
  cnscd_choice_row_set_chosen (self->hamlet_row, session->hamlet);
  set_text (self->place_row, session->place);
  cnscd_choice_row_set_chosen (self->audience_row, session->audience);
  set_text (self->expected_row, expected);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i] == (CnscdSessionState) session->state)
      adw_combo_row_set_selected (self->state_row, i);
  gtk_widget_set_visible (GTK_WIDGET (self->state_row), !is_new (self));
  set_text (self->note_row, session->note);
  fill_lists (self);
  if (!is_new (self) && self->stored->series != NULL)
    cnscd_repeat_group_set_rule (self->repeat_group, self->stored->series->rule, self->plan_day);
  else
    cnscd_repeat_group_set_first (self->repeat_group, self->plan_day);
  self->initial = make_session (self);
  load_plan (self);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

/**
 * cnscd_plan_dialog_new:
 * @window: where the session is planned
 * @unit: code of the commune
 * @starts_at: when it may begin
 * @hamlet: (nullable): id of the hamlet where it may take place
 * @audience: (nullable): id of the audience that it may be for
 *
 * Returns: (transfer floating): a form for a new session
 */
AdwDialog *
cnscd_plan_dialog_new (CnscdWindow *window,
                       const char *unit,
                       CnscdTime starts_at,
                       const char *hamlet,
                       const char *audience)
{
  CnscdPlanDialog *self;
  g_autoptr (CnscdSession) session = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && unit != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_PLAN_DIALOG, "save-label", _ ("_Plan"), NULL);
  session = cnscd_record_new (&CNSCD_KIND_SESSION, unit);
  session->starts_at = starts_at;
  session->ends_at = starts_at + CNSCD_SESSION_USUAL_MINUTES;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  session->hamlet = g_strdup (hamlet);
  session->audience = g_strdup (audience);
  self->before = cnscd_session_records_new (session);
  fill (self, window);
  return ADW_DIALOG (self);
}

/**
 * cnscd_plan_dialog_new_for_session:
 * @window: where the session is changed
 * @session: (transfer full): the session as it was read
 *
 * Returns: (transfer floating): a form for a session
 */
AdwDialog *
cnscd_plan_dialog_new_for_session (CnscdWindow *window, CnscdSessionInSeries *session)
{
  CnscdPlanDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && session != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_PLAN_DIALOG, "title", C_ ("title", "Edit Session"), NULL);
  self->stored = session;
  self->before = cnscd_session_records_ref (session->session);
  fill (self, window);
  return ADW_DIALOG (self);
}
