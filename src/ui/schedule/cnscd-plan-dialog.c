/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-plan-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"
#include "cnscd-series-question.h"

/**
 * CnscdPlanDialog:
 *
 * A form for a session: a new one, or one to be changed, alone or with others
 * of its series. What stands in the way of it is said before it is saved, and
 * keeps nobody from saving it.
 */
G_DEFINE_FINAL_TYPE (CnscdPlanDialog, cnscd_plan_dialog, CNSCD_TYPE_FORM_DIALOG)

/* In the order of the combo row. */
static const CnscdSessionState states[] = {
  CNSCD_SESSION_STATE_PLANNED,
  CNSCD_SESSION_STATE_HELD,
  CNSCD_SESSION_STATE_POSTPONED,
  CNSCD_SESSION_STATE_CANCELLED,
};

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * cnscd_plan_dialog_read_form:
 * @self: a form
 *
 * Returns: what is typed and chosen, which belongs to @self
 */
CnscdSessionForm
cnscd_plan_dialog_read_form (CnscdPlanDialog *self)
{
  guint state = adw_combo_row_get_selected (self->state_row);

  return (CnscdSessionForm) {
    .session = cnscd_plan_dialog_is_new (self) ? NULL : self->before->session,
    .title = cnscd_plan_dialog_get_text (self->title_row),
    .day = cnscd_plan_dialog_get_text (self->day_row),
    .start = cnscd_plan_dialog_get_text (self->start_row),
    .end = cnscd_plan_dialog_get_text (self->end_row),
    .hamlet = cnscd_choice_row_get_chosen (self->hamlet_row),
    .place = cnscd_plan_dialog_get_text (self->place_row),
    .audience = cnscd_choice_row_get_chosen (self->audience_row),
    .expected = cnscd_plan_dialog_get_text (self->expected_row),
    .state = states[MIN (state, G_N_ELEMENTS (states) - 1)],
    .note = cnscd_plan_dialog_get_text (self->note_row),
    .teams = cnscd_chosen_list_get_ids (self->teams_list),
    .topics = cnscd_chosen_list_get_ids (self->topics_list),
    .guides = cnscd_chosen_list_get_ids (self->guides_list),
    .parts = cnscd_chosen_list_get_parts (self->guides_list),
  };
}

static CnscdSessionRecords *
make_session (CnscdPlanDialog *self)
{
  const CnscdSessionForm form = cnscd_plan_dialog_read_form (self);

  return cnscd_session_form_make (&form, self->before);
}

/* ---- what changes */

static void load_plan (CnscdPlanDialog *self);

static void
update (CnscdPlanDialog *self)
{
  const CnscdSessionForm form = cnscd_plan_dialog_read_form (self);
  CnscdDate day;

  if (cnscd_form_check_near_day (form.day, CNSCD_DATE_UNKNOWN, &day) == CNSCD_FORM_PROBLEM_NONE &&
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
  if (!self->filled)
    return;

  cnscd_plan_dialog_propose_end (self);
  update (self);
}

/* The first topic and the hamlet name a session. */
static void
named_by_changed_cb (CnscdPlanDialog *self)
{
  if (!self->filled)
    return;

  cnscd_plan_dialog_propose_title (self);
  update (self);
}

static void
hamlet_changed_cb (CnscdPlanDialog *self)
{
  if (!self->filled)
    return;

  if (cnscd_plan_dialog_is_new (self))
    cnscd_plan_dialog_propose_team (self);
  named_by_changed_cb (self);
}

static void
audience_changed_cb (CnscdPlanDialog *self)
{
  if (!self->filled)
    return;

  cnscd_plan_dialog_propose_topics (self);
  named_by_changed_cb (self);
}

static void
teams_changed_cb (CnscdPlanDialog *self)
{
  const char *const *ids = cnscd_chosen_list_get_ids (self->teams_list);
  const char *first = ids[0] != NULL && ids[1] == NULL ? ids[0] : NULL;

  if (!self->filled || self->plan == NULL)
    return;

  /* What several teams hold may take place anywhere. */
  for (guint i = 0; first != NULL && i < self->plan->teams->len; i++)
    {
      const CnscdTeam *team = self->plan->teams->pdata[i];

      if (g_str_equal (team->record.id, first) && team->hamlet != NULL &&
          cnscd_choice_row_get_chosen (self->hamlet_row) == NULL)
        cnscd_choice_row_set_chosen (self->hamlet_row, team->hamlet);
    }
  cnscd_plan_dialog_offer_guides (self);
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
  cnscd_plan_dialog_offer (self);
  if (first && cnscd_plan_dialog_is_new (self))
    {
      g_autoptr (CnscdSessionRecords) session = make_session (self);

      if (cnscd_session_records_equal (session, self->initial))
        {
          cnscd_plan_dialog_propose_all (self);
          g_clear_pointer (&self->initial, cnscd_session_records_unref);
          self->initial = make_session (self);
        }
    }
  cnscd_plan_dialog_offer_guides (self);
  update (self);
}

static void
load_plan (CnscdPlanDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cnscd_repository_load_session_plan_async (
    cnscd_plan_dialog_get_repository (self), self->before->session->record.unit, self->plan_day,
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
  const CnscdSessionForm typed = cnscd_plan_dialog_read_form (self);
  g_autoptr (CnscdSessionRecords) session = make_session (self);

  return !cnscd_session_records_equal (session, self->initial) ||
         cnscd_repeat_group_is_changed (self->repeat_group) || has_wrong_text (&typed);
}

/* Of a series, how many sessions were planned. */
static void
tell_number (CnscdChangeSet *set)
{
  guint n_sessions = 0;
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    n_sessions += ((const CnscdRecord *) cnscd_change_set_get_change (set, i)->after)->kind ==
                  &CNSCD_KIND_SESSION;
  number = cnscd_words_for_sessions (n_sessions);
  label = cnscd_words_join (" · ", cnscd_change_set_get_label (set), number);
  cnscd_change_set_set_label (set, label);
}

/**
 * cnscd_plan_dialog_build:
 * @self: a form of which all is right
 * @scope: how far it reaches, of a session in a series
 * @error: return location for an error
 *
 * Returns: (transfer full): what saving would do, or %NULL with @error set
 */
CnscdChangeSet *
cnscd_plan_dialog_build (CnscdPlanDialog *self, CnscdSeriesScope scope, GError **error)
{
  g_autoptr (CnscdSessionRecords) after = make_session (self);
  const char *title = after->session->title;
  g_autofree char *label =
    /* Translators: title of a session */
    g_strdup_printf (cnscd_plan_dialog_is_new (self) ? _ ("“%s” planned") : _ ("“%s” changed"),
                     title);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (label);
  CnscdSeries *series = cnscd_plan_dialog_is_new (self) ? NULL : self->stored->series;
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
    done = cnscd_series_add (set, cnscd_plan_dialog_is_new (self) ? NULL : self->before, after,
                             &rule, error);
  else if (cnscd_plan_dialog_is_new (self))
    cnscd_session_add (set, after);
  else
    cnscd_session_save (set, self->before, after);
  if (done && repeats && cnscd_plan_dialog_is_new (self))
    tell_number (set);

  return done ? g_steal_pointer (&set) : NULL;
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
  const CnscdSessionForm form = cnscd_plan_dialog_read_form (self);
  gboolean repeats = cnscd_repeat_group_check (self->repeat_group);

  self->warned = FALSE;
  show_title (self, cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_TITLE));
  cnscd_form_show_day (self->day_row, C_ ("session", "Day"),
                       cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_DAY));
  cnscd_form_show_problem (self->start_row, C_ ("session", "Begins"),
                           cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_START));
  cnscd_form_show_problem (self->end_row, C_ ("session", "Ends"),
                           cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_END));
  cnscd_form_show_problem (self->expected_row, C_ ("session", "People Expected"),
                           cnscd_session_form_check (&form, CNSCD_SESSION_FIELD_EXPECTED));
  cnscd_plan_dialog_show_clashes (self);
  cnscd_plan_dialog_check_series (self, repeats && cnscd_session_form_is_valid (&form));

  return cnscd_session_form_is_valid (&form) && repeats;
}

static gboolean
cnscd_plan_dialog_can_save (CnscdFormDialog *form)
{
  return cnscd_plan_dialog_is_new (CNSCD_PLAN_DIALOG (form)) || cnscd_plan_dialog_is_changed (form);
}

static gboolean
prepare (CnscdPlanDialog *self, CnscdSeriesScope scope)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->set, cnscd_change_set_unref);
  self->set = cnscd_plan_dialog_build (self, scope, &error);
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

/* What stands in its way and how far it reaches is asked before, and what cannot be is said. */
static gboolean
cnscd_plan_dialog_advance (CnscdFormDialog *form)
{
  CnscdPlanDialog *self = CNSCD_PLAN_DIALOG (form);
  AdwAlertDialog *question;

  if (self->set != NULL)
    return FALSE;
  if (cnscd_plan_dialog_warn (self))
    return TRUE;
  if (cnscd_plan_dialog_is_new (self) || self->stored->series == NULL)
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
  cnscd_plan_dialog_forget_series (self);

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
  g_clear_pointer (&self->wanted, cnscd_session_query_free);
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
  cnscd_plan_dialog_add_series_row (self);
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
  /* one that goes over midnight keeps its end until another is typed */
  if (cnscd_date_equal (self->plan_day, cnscd_time_get_day (session->ends_at)))
    g_set_str (&self->proposed_end, end);
  cnscd_choice_row_set_asks (self->hamlet_row, cnscd_plan_dialog_is_new (self));
  cnscd_choice_row_set_asks (self->audience_row, cnscd_plan_dialog_is_new (self));
  cnscd_choice_row_set_chosen (self->hamlet_row, session->hamlet);
  set_text (self->place_row, session->place);
  cnscd_choice_row_set_chosen (self->audience_row, session->audience);
  set_text (self->expected_row, expected);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i] == (CnscdSessionState) session->state)
      adw_combo_row_set_selected (self->state_row, i);
  gtk_widget_set_visible (GTK_WIDGET (self->state_row), !cnscd_plan_dialog_is_new (self));
  set_text (self->note_row, session->note);
  fill_lists (self);
  if (!cnscd_plan_dialog_is_new (self) && self->stored->series != NULL)
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
 * @wanted: what it may be of: its commune, and whatever else is known
 * @starts_at: when it may begin
 *
 * Returns: (transfer floating): a form for a new session
 */
AdwDialog *
cnscd_plan_dialog_new (CnscdWindow *window, const CnscdSessionQuery *wanted, CnscdTime starts_at)
{
  CnscdPlanDialog *self;
  g_autoptr (CnscdSession) session = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && wanted != NULL && wanted->unit != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_PLAN_DIALOG, "save-label", _ ("_Plan"), NULL);
  self->wanted = cnscd_session_query_copy (wanted);
  session = cnscd_record_new (&CNSCD_KIND_SESSION, wanted->unit);
  session->starts_at = starts_at;
  session->ends_at = starts_at + CNSCD_SESSION_USUAL_MINUTES;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  session->hamlet = g_strdup (wanted->hamlet);
  session->audience = g_strdup (wanted->audience);
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
