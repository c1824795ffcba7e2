/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-report-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-hamlet-form.h"
#include "core/cnscd-report-form.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "ui/hamlets/cnscd-hamlet-words.h"
#include "cnscd-count-row.h"
#include "cnscd-presence-row.h"
#include "cnscd-report-actions.h"
#include "cnscd-report-words.h"
#include "cnscd-schedule-words.h"

/**
 * CnscdReportDialog:
 *
 * What came of a session, in one grid: who guided it, how many people came,
 * and what they achieved. Enter goes from number to number.
 */
struct _CnscdReportDialog
{
  CnscdFormDialog parent_instance;

  GtkLabel *title_label;
  GtkLabel *when_label;
  AdwToggleGroup *state_group;
  GtkWidget *note_group;
  AdwEntryRow *note_row;
  GtkWidget *lost_label;
  AdwPreferencesGroup *guides_group;
  AdwPreferencesGroup *people_group;
  AdwPreferencesGroup *results_group;
  GtkBox *content;
  GtkBox *results_column;
  GtkWidget *blank_label;
  GtkWidget *next_button;

  CnscdSessionReport *report;
  GPtrArray *indicators;     /* (element-type CnscdIndicator): that are asked for */
  GPtrArray *presences;      /* (element-type CnscdPresenceRow): for each guide */
  GPtrArray *counts;         /* (element-type CnscdCountRow): by #CnscdReportField */
  GPtrArray *results;        /* (element-type CnscdCountRow): for each of @indicators */
  CnscdSessionState shown;   /* as the form came up */
  gboolean filled;           /* from here on, what changes is somebody's doing */
  gboolean next_after_this;  /* what is saved next is followed by another */
  gboolean next_after_saved; /* what was saved last is followed by another */
};

G_DEFINE_FINAL_TYPE (CnscdReportDialog, cnscd_report_dialog, CNSCD_TYPE_FORM_DIALOG)

static const char *const titles[] = {
  [CNSCD_REPORT_FIELD_ATTENDANCE] = NC_ ("session", "Total"),
  [CNSCD_REPORT_FIELD_WOMEN] = NC_ ("session", "Women"),
  [CNSCD_REPORT_FIELD_ELDERLY] = NC_ ("session", "Elderly"),
  [CNSCD_REPORT_FIELD_POOR_HOUSEHOLDS] = NC_ ("session", "Poor Households"),
};

static CnscdSessionState
get_state (CnscdReportDialog *self)
{
  const char *name = adw_toggle_group_get_active_name (self->state_group);

  if (g_strcmp0 (name, "postponed") == 0)
    return CNSCD_SESSION_STATE_POSTPONED;
  if (g_strcmp0 (name, "cancelled") == 0)
    return CNSCD_SESSION_STATE_CANCELLED;
  return CNSCD_SESSION_STATE_HELD;
}

static CnscdCountRow *
get_count_row (CnscdReportDialog *self, guint i)
{
  return i < self->counts->len ? self->counts->pdata[i]
                               : self->results->pdata[i - self->counts->len];
}

/* What the form says, with room for its lists. */
typedef struct
{
  CnscdReportForm form;
  const char **results;
  CnscdPresence *presence;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->results);
  g_free (typed->presence);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static Typed
read_form (CnscdReportDialog *self)
{
  Typed typed = {
    .results = g_new0 (const char *, self->results->len + 1),
    .presence = g_new0 (CnscdPresence, self->presences->len + 1),
  };

  for (guint i = 0; i < self->results->len; i++)
    typed.results[i] = cnscd_count_row_get_text (self->results->pdata[i]);
  for (guint i = 0; i < self->presences->len; i++)
    typed.presence[i] = cnscd_presence_row_get_presence (self->presences->pdata[i]);

  typed.form.session = self->report->session;
  typed.form.state = get_state (self);
  typed.form.note = gtk_editable_get_text (GTK_EDITABLE (self->note_row));
  typed.form.indicators = self->indicators;
  typed.form.results = typed.results;
  typed.form.presence = typed.presence;
  for (guint i = 0; i < CNSCD_N_REPORT_FIELDS; i++)
    typed.form.texts[i] = cnscd_count_row_get_text (self->counts->pdata[i]);
  return typed;
}

static char *
dup_problem (CnscdReportDialog *self, const CnscdReportForm *form, CnscdFormProblem problem)
{
  gint64 all;
  g_autofree char *number = NULL;

  if (problem != CNSCD_FORM_PROBLEM_MORE_THAN_ALL)
    return problem != CNSCD_FORM_PROBLEM_NONE
             ? cnscd_words_capitalize (cnscd_form_describe (problem))
             : NULL;

  cnscd_count_parse (form->texts[CNSCD_REPORT_FIELD_ATTENDANCE], &all);
  number = cnscd_words_for_count (all);
  /* Translators: %s is a number of people */
  return g_strdup_printf (C_ ("problem", "More than the %s who came"), number);
}

static void
show_surprise (CnscdReportDialog *self, const CnscdReportForm *form)
{
  g_autofree char *expected = cnscd_words_for_count (self->report->session->session->expected);
  /* Translators: %s is a number of people */
  g_autofree char *words = g_strdup_printf (C_ ("problem", "%s were expected"), expected);

  cnscd_count_row_show_warning (self->counts->pdata[CNSCD_REPORT_FIELD_ATTENDANCE], words);
}

/* Last of what is there to fill in. */
static void
place_next_button (CnscdReportDialog *self, GtkBox *box)
{
  if (gtk_widget_get_parent (self->next_button) == GTK_WIDGET (box))
    return;

  g_object_ref (self->next_button);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->next_button)), self->next_button);
  gtk_box_append (box, self->next_button);
  g_object_unref (self->next_button);
}

static gboolean
cnscd_report_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdReportDialog *self = CNSCD_REPORT_DIALOG (dialog);
  g_auto (Typed) typed = read_form (self);
  gboolean held = typed.form.state == CNSCD_SESSION_STATE_HELD;

  for (guint i = 0; i < self->counts->len + self->results->len; i++)
    {
      CnscdFormProblem problem =
        i < self->counts->len ? cnscd_report_form_check (&typed.form, (CnscdReportField) i)
                              : cnscd_report_form_check_result (&typed.form, i - self->counts->len);
      g_autofree char *words = dup_problem (self, &typed.form, problem);

      cnscd_count_row_show_problem (get_count_row (self, i), words);
    }
  if (cnscd_report_form_is_surprising (&typed.form))
    show_surprise (self, &typed.form);

  gtk_widget_set_visible (GTK_WIDGET (self->guides_group), held && self->presences->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), held);
  gtk_widget_set_visible (GTK_WIDGET (self->results_group), held && self->results->len > 0);
  gtk_widget_set_visible (self->blank_label, held);
  gtk_widget_set_visible (GTK_WIDGET (self->results_column), held);
  place_next_button (self, held ? self->results_column : self->content);
  gtk_widget_set_visible (self->note_group, !held);
  gtk_widget_set_visible (self->lost_label, cnscd_report_form_deletes (&typed.form));
  return cnscd_report_form_is_valid (&typed.form);
}

/* Also what is no number yet would be lost. */
static gboolean
cnscd_report_dialog_is_changed (CnscdFormDialog *dialog)
{
  CnscdReportDialog *self = CNSCD_REPORT_DIALOG (dialog);
  const CnscdSessionRecords *stored = self->report->session;

  if (get_state (self) != self->shown)
    return TRUE;
  if (get_state (self) != CNSCD_SESSION_STATE_HELD &&
      !cnscd_form_is_text (gtk_editable_get_text (GTK_EDITABLE (self->note_row)),
                           stored->session->note))
    return TRUE;
  for (guint i = 0; i < self->presences->len; i++)
    if ((int) cnscd_presence_row_get_presence (self->presences->pdata[i]) !=
        ((CnscdSessionGuide *) stored->guides->pdata[i])->presence)
      return TRUE;
  for (guint i = 0; i < self->counts->len; i++)
    if (!cnscd_count_is_text (cnscd_count_row_get_text (self->counts->pdata[i]),
                              cnscd_report_get_count (stored->session, (CnscdReportField) i)))
      return TRUE;
  for (guint i = 0; i < self->results->len; i++)
    {
      const CnscdIndicator *indicator = self->indicators->pdata[i];

      if (!cnscd_count_is_text (cnscd_count_row_get_text (self->results->pdata[i]),
                                cnscd_report_get_result (stored, indicator->record.id)))
        return TRUE;
    }

  return FALSE;
}

static CnscdChangeSet *
make_set (CnscdReportDialog *self)
{
  g_auto (Typed) typed = read_form (self);
  g_autoptr (CnscdSessionRecords) after = cnscd_report_form_make (&typed.form, cnscd_date_today ());
  g_autofree char *label =
    cnscd_words_for_report (self->report->session->session->title, typed.form.state);
  CnscdChangeSet *set = cnscd_change_set_new (label);

  cnscd_session_save (set, self->report->session, after);
  return set;
}

/* That it was held is something to be saved, though nothing else is known of it. */
static gboolean
cnscd_report_dialog_can_save (CnscdFormDialog *dialog)
{
  g_autoptr (CnscdChangeSet) set = make_set (CNSCD_REPORT_DIALOG (dialog));

  return cnscd_change_set_get_n_changes (set) > 0;
}

static CnscdChangeSet *
cnscd_report_dialog_make_changes (CnscdFormDialog *dialog)
{
  CnscdReportDialog *self = CNSCD_REPORT_DIALOG (dialog);

  self->next_after_saved = self->next_after_this;
  self->next_after_this = FALSE;
  return make_set (self);
}

static void
cnscd_report_dialog_saved (CnscdFormDialog *dialog)
{
  CnscdReportDialog *self = CNSCD_REPORT_DIALOG (dialog);

  if (self->next_after_saved)
    cnscd_report_actions_report_next (cnscd_form_dialog_get_window (dialog),
                                      self->report->session->session);
}

static void
changed_cb (CnscdReportDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
all_present_cb (CnscdReportDialog *self)
{
  for (guint i = 0; i < self->presences->len; i++)
    cnscd_presence_row_set_presence (self->presences->pdata[i], CNSCD_PRESENCE_PRESENT);
}

/* From the last number to "Save". */
static void
left_cb (CnscdReportDialog *self, CnscdCountRow *row)
{
  guint n = self->counts->len + self->results->len;
  guint i = 0;

  while (i < n && get_count_row (self, i) != row)
    i++;
  if (i + 1 < n)
    cnscd_count_row_focus (get_count_row (self, i + 1));
  else
    gtk_widget_grab_focus (adw_dialog_get_default_widget (ADW_DIALOG (self)));
}

static gboolean
save (CnscdReportDialog *self, gboolean next)
{
  GtkWidget *button = adw_dialog_get_default_widget (ADW_DIALOG (self));

  if (!gtk_widget_is_sensitive (button))
    return FALSE;

  self->next_after_this = next;
  g_signal_emit_by_name (button, "clicked");
  return TRUE;
}

static void
save_and_next_cb (CnscdReportDialog *self)
{
  save (self, TRUE);
}

static gboolean
save_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return save (CNSCD_REPORT_DIALOG (widget), FALSE);
}

static gboolean
save_and_next_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return save (CNSCD_REPORT_DIALOG (widget), TRUE);
}

static void
cnscd_report_dialog_dispose (GObject *object)
{
  CnscdReportDialog *self = CNSCD_REPORT_DIALOG (object);

  g_clear_pointer (&self->report, cnscd_session_report_free);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->presences, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_report_dialog_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class, guint key)
{
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK, save_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, key, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                save_and_next_key_cb, NULL);
}

static void
cnscd_report_dialog_class_init (CnscdReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_report_dialog_dispose;
  form_class->check = cnscd_report_dialog_check;
  form_class->is_changed = cnscd_report_dialog_is_changed;
  form_class->can_save = cnscd_report_dialog_can_save;
  form_class->make_changes = cnscd_report_dialog_make_changes;
  form_class->saved = cnscd_report_dialog_saved;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, when_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, state_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, note_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, lost_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, guides_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, people_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, results_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, blank_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, results_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdReportDialog, next_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_present_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_and_next_cb);
  add_keys (widget_class, GDK_KEY_Return);
  add_keys (widget_class, GDK_KEY_KP_Enter);
}

static void
cnscd_report_dialog_init (CnscdReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->presences = g_ptr_array_new ();
  self->counts = g_ptr_array_new ();
  self->results = g_ptr_array_new ();
  g_object_bind_property (adw_dialog_get_default_widget (ADW_DIALOG (self)), "sensitive",
                          self->next_button, "sensitive", G_BINDING_SYNC_CREATE);
}

static void
add_row (CnscdReportDialog *self, AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (CNSCD_IS_COUNT_ROW (row))
    g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
}

static void
fill_main (CnscdReportDialog *self)
{
  const CnscdSession *session = self->report->session->session;
  g_autofree char *start = cnscd_words_for_session_start (session->starts_at);
  g_autofree char *when = cnscd_words_join (" · ", start, session->place);

  gtk_label_set_text (self->title_label, session->title);
  gtk_label_set_text (self->when_label, when);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), session->note != NULL ? session->note : "");
  switch (session->state)
    {
    case CNSCD_SESSION_STATE_POSTPONED:
      adw_toggle_group_set_active_name (self->state_group, "postponed");
      break;
    case CNSCD_SESSION_STATE_CANCELLED:
      adw_toggle_group_set_active_name (self->state_group, "cancelled");
      break;
    default:
      adw_toggle_group_set_active_name (self->state_group, "held");
      break;
    }
  self->shown = get_state (self);
}

static void
fill (CnscdReportDialog *self)
{
  const CnscdSessionRecords *stored = self->report->session;
  g_autoptr (GtkSizeGroup) of_people = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) of_results = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  fill_main (self);
  for (guint i = 0; i < stored->guides->len; i++)
    {
      const CnscdSessionGuide *guide = stored->guides->pdata[i];

      add_row (self, self->guides_group, self->presences,
               cnscd_presence_row_new (self->report->guides->pdata[i], (CnscdGuidePart) guide->part,
                                       (CnscdPresence) guide->presence));
    }
  for (guint i = 0; i < CNSCD_N_REPORT_FIELDS; i++)
    {
      GtkWidget *row = cnscd_count_row_new (g_dpgettext2 (GETTEXT_PACKAGE, "session", titles[i]),
                                            i == CNSCD_REPORT_FIELD_POOR_HOUSEHOLDS
                                              ? C_ ("unit of measure", "households")
                                              : C_ ("unit of measure", "people"));

      cnscd_count_row_set_count (CNSCD_COUNT_ROW (row),
                                 cnscd_report_get_count (stored->session, (CnscdReportField) i));
      cnscd_count_row_align_unit (CNSCD_COUNT_ROW (row), of_people);
      add_row (self, self->people_group, self->counts, row);
    }
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const CnscdIndicator *indicator = self->indicators->pdata[i];
      GtkWidget *row = cnscd_count_row_new (indicator->name, indicator->unit_of_measure);

      cnscd_count_row_set_count (CNSCD_COUNT_ROW (row),
                                 cnscd_report_get_result (stored, indicator->record.id));
      cnscd_count_row_align_unit (CNSCD_COUNT_ROW (row), of_results);
      add_row (self, self->results_group, self->results, row);
    }
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

/**
 * cnscd_report_dialog_new:
 * @window: where the session is reported
 * @report: (transfer full): the session, and what its report needs
 *
 * Returns: (transfer floating): a form for what came of a session
 */
AdwDialog *
cnscd_report_dialog_new (CnscdWindow *window, CnscdSessionReport *report)
{
  CnscdReportDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && report != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_REPORT_DIALOG, NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->report = report;
  self->indicators = cnscd_report_list_indicators (report->catalog, report->session);
  fill (self);
  return ADW_DIALOG (self);
}
