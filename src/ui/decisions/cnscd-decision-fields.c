/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-fields.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-decision-form.h"
#include "model/cnscd-repository-decisions.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdDecisionFields:
 *
 * The rows of a form for a decision. They edit a copy, say what is wrong
 * beside each of them, and warn when the commune has that number already.
 */
struct _CnscdDecisionFields
{
  AdwPreferencesGroup parent_instance;

  AdwEntryRow *number_row;
  AdwEntryRow *date_row;
  AdwComboRow *kind_row;
  AdwEntryRow *issuer_row;
  AdwEntryRow *signer_row;
  AdwEntryRow *subject_row;
  AdwEntryRow *note_row;

  CnscdDecision *decision; /* (nullable): as stored, or as it comes up */
  CnscdDecision *start;    /* (nullable): the same as the fields make it */
  gboolean guided;         /* with a date, and of a kind that does something */
  gboolean filled;         /* from here on, what changes is somebody's doing */
  GPtrArray *others;       /* (nullable) (element-type CnscdDecisionSummary): of the commune */
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdDecisionFields, cnscd_decision_fields, ADW_TYPE_PREFERENCES_GROUP)

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

static CnscdDecisionForm
read_form (CnscdDecisionFields *self)
{
  guint kind = adw_combo_row_get_selected (self->kind_row) + (self->guided ? 1 : 0);

  return (CnscdDecisionForm) {
    .decision = self->guided ? NULL : self->decision,
    .number = get_text (self->number_row),
    .date = get_text (self->date_row),
    .needs_date = self->guided,
    .kind = (CnscdDecisionKind) kind,
    .issuer = get_text (self->issuer_row),
    .signer = get_text (self->signer_row),
    .subject = get_text (self->subject_row),
    .note = get_text (self->note_row),
  };
}

static gboolean
is_double (CnscdDecisionFields *self, const CnscdDecision *decision)
{
  for (guint i = 0; self->others != NULL && i < self->others->len; i++)
    {
      const CnscdDecisionSummary *other = self->others->pdata[i];

      if (g_strcmp0 (other->decision, decision->record.id) != 0 &&
          cnscd_decision_is_double (decision->number, decision->date, other->number, other->date))
        return TRUE;
    }

  return FALSE;
}

/* Not an error: whoever numbers decisions may have made one. */
static void
warn (CnscdDecisionFields *self, gboolean doubled)
{
  g_autofree char *title = NULL;

  if (!doubled)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "warning");
      return;
    }

  /* Translators: the name of a field, and what is wrong with its text */
  title = g_strdup_printf (_ ("%s: %s"), C_ ("decision", "Number"),
                           C_ ("problem", "there is one with this number in that year"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row), title);
  gtk_widget_add_css_class (GTK_WIDGET (self->number_row), "warning");
}

static void
changed_cb (CnscdDecisionFields *self)
{
  if (self->filled)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdDecisionFields *self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *others =
    cnscd_repository_list_decisions_finish (CNSCD_REPOSITORY (source), result, &error);

  if (others == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The decisions cannot be listed: %s", error->message);
      return;
    }

  g_clear_pointer (&self->others, g_ptr_array_unref);
  self->others = others;
  changed_cb (self);
}

static void
set_kinds (CnscdDecisionFields *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  if (!self->guided)
    gtk_string_list_append (kinds, "—");
  for (CnscdDecisionKind kind = CNSCD_DECISION_KIND_ESTABLISH; kind <= CNSCD_DECISION_KIND_DISSOLVE;
       kind++)
    gtk_string_list_append (kinds, cnscd_words_for_decision_kind (kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

static void
cnscd_decision_fields_dispose (GObject *object)
{
  CnscdDecisionFields *self = CNSCD_DECISION_FIELDS (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (cnscd_decision_fields_parent_class)->dispose (object);
}

static void
cnscd_decision_fields_finalize (GObject *object)
{
  CnscdDecisionFields *self = CNSCD_DECISION_FIELDS (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->decision, cnscd_record_unref);
  g_clear_pointer (&self->start, cnscd_record_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_decision_fields_parent_class)->finalize (object);
}

static void
cnscd_decision_fields_class_init (CnscdDecisionFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_decision_fields_dispose;
  object_class->finalize = cnscd_decision_fields_finalize;

  /* Somebody has changed something, or it turned out to be double. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-decision-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionFields, number_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionFields, date_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionFields, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionFields, issuer_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionFields, signer_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionFields, subject_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionFields, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_decision_fields_init (CnscdDecisionFields *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_decision_fields_fill:
 * @self: the fields
 * @repository: an open repository
 * @decision: a decision, as stored or as it comes up
 * @guided: whether the decision is a new one that does something: the date must be known
 *
 * Fills the fields, once or for another decision.
 */
void
cnscd_decision_fields_fill (CnscdDecisionFields *self,
                            CnscdRepository *repository,
                            CnscdDecision *decision,
                            gboolean guided)
{
  g_autofree char *date = NULL;

  g_return_if_fail (CNSCD_IS_DECISION_FIELDS (self) && decision != NULL);

  date = cnscd_date_is_known (decision->date) ? cnscd_date_format (decision->date) : NULL;
  self->filled = FALSE;
  cnscd_record_ref (decision);
  g_clear_pointer (&self->decision, cnscd_record_unref);
  self->decision = decision;
  self->guided = guided;
  set_kinds (self);
  set_text (self->number_row, decision->number);
  set_text (self->date_row, date);
  adw_combo_row_set_selected (self->kind_row, (guint) MAX (decision->kind - (guided ? 1 : 0), 0));
  set_text (self->issuer_row, decision->issuer);
  set_text (self->signer_row, decision->signer);
  set_text (self->subject_row, decision->subject);
  set_text (self->note_row, decision->note);
  self->filled = TRUE;
  g_clear_pointer (&self->start, cnscd_record_unref);
  self->start = cnscd_decision_fields_make (self);

  g_clear_pointer (&self->others, g_ptr_array_unref);
  if (decision->record.unit != NULL && *decision->record.unit != '\0')
    cnscd_repository_list_decisions_async (repository, decision->record.unit, self->cancellable,
                                           listed_cb, self);
}

/**
 * cnscd_decision_fields_check:
 * @self: fields that are filled
 *
 * Shows what is wrong beside each field.
 *
 * Returns: whether nothing is wrong
 */
gboolean
cnscd_decision_fields_check (CnscdDecisionFields *self)
{
  CnscdDate today = cnscd_date_today ();
  CnscdDecisionForm form;
  CnscdFormProblem number_problem, date_problem;
  g_autoptr (CnscdDecision) decision = NULL;

  g_return_val_if_fail (CNSCD_IS_DECISION_FIELDS (self) && self->filled, FALSE);

  form = read_form (self);
  decision = cnscd_decision_fields_make (self);
  number_problem = cnscd_decision_form_check (&form, CNSCD_DECISION_FIELD_NUMBER, today);
  cnscd_form_show_problem (self->number_row, C_ ("decision", "Number"), number_problem);
  date_problem = cnscd_decision_form_check (&form, CNSCD_DECISION_FIELD_DATE, today);
  cnscd_form_show_day (self->date_row, C_ ("decision", "Date"), date_problem);
  warn (self, number_problem == CNSCD_FORM_PROBLEM_NONE && is_double (self, decision));

  return cnscd_decision_form_is_valid (&form, today);
}

/**
 * cnscd_decision_fields_is_changed:
 * @self: fields that are filled
 *
 * Returns: whether they differ from what they were filled with
 */
gboolean
cnscd_decision_fields_is_changed (CnscdDecisionFields *self)
{
  g_autoptr (CnscdDecision) decision = cnscd_decision_fields_make (self);

  return !cnscd_record_equal (decision, self->start);
}

/**
 * cnscd_decision_fields_make:
 * @self: fields that are filled
 *
 * Returns: (transfer full): the decision with what was typed
 */
CnscdDecision *
cnscd_decision_fields_make (CnscdDecisionFields *self)
{
  CnscdDecisionForm form;
  CnscdDecision *decision;

  g_return_val_if_fail (CNSCD_IS_DECISION_FIELDS (self) && self->decision != NULL, NULL);

  form = read_form (self);
  decision = cnscd_record_copy (self->decision);
  cnscd_decision_form_fill (&form, decision);
  return decision;
}
