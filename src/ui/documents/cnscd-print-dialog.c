/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-member-form.h"
#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-roster.h"
#include "print/cnscd-layout.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "ui/decisions/cnscd-decision-row.h"

#include "cnscd-document-preview.h"
#include "cnscd-file-toast.h"
#include "cnscd-print-flow.h"
#include "cnscd-print-scope.h"
#include "cnscd-signer-row.h"

/* Several changes at once are one. */
#define REFRESH_DELAY_MS 60

/* Until somebody stops typing. */
#define TYPING_DELAY_MS 300

enum
{
  KIND_ANNEX,
  KIND_ALONE,
};

/**
 * CnscdPrintDialog:
 *
 * Chooses what a printed roster says and how, shows the pages as they will be,
 * and prints them or saves them as PDF. Nothing is printed that is not shown.
 */
struct _CnscdPrintDialog
{
  AdwDialog parent_instance;

  AdwNavigationSplitView *split_view;
  GtkWidget *preview_button;
  CnscdPrintScope *scope;
  AdwComboRow *kind_row;
  AdwComboRow *reference_row;
  CnscdDecisionRow *decision_row;
  AdwEntryRow *date_row;
  CnscdSignerRow *signer_row;
  AdwToggleGroup *orientation_group;
  AdwSwitchRow *phones_row;
  CnscdDocumentPreview *preview;
  GtkWidget *save_button;
  GtkWidget *print_button;

  CnscdWindow *window; /* weak: it holds the dialog, which what is under way may keep longer */
  CnscdTypesetter *typesetter;
  GCancellable *cancellable; /* of the pages on their way */
  guint refresh;
  char *reference; /* (nullable): in words, the decision that the teams name */
  guint n_people;
  gboolean kind_chosen; /* by somebody, so that it stays */
  gboolean updating;    /* what changes meanwhile is nobody's choice */
  gboolean fresh;       /* the pages are what was chosen */
  gboolean busy;        /* something is being printed or saved */
};

G_DEFINE_FINAL_TYPE (CnscdPrintDialog, cnscd_print_dialog, ADW_TYPE_DIALOG)

static void start_refresh (CnscdPrintDialog *self, guint delay);

/* ---- what is chosen ---- */

static gboolean
is_annex (CnscdPrintDialog *self)
{
  return adw_combo_row_get_selected (self->kind_row) == KIND_ANNEX;
}

/* Blank is right: a pen fills it in. */
static CnscdFormProblem
read_date (CnscdPrintDialog *self, CnscdDate *date)
{
  CnscdFormProblem problem = cnscd_form_check_day (
    gtk_editable_get_text (GTK_EDITABLE (self->date_row)), CNSCD_DATE_UNKNOWN, date);

  return problem == CNSCD_FORM_PROBLEM_MISSING || is_annex (self) ? CNSCD_FORM_PROBLEM_NONE
                                                                  : problem;
}

static void
get_choices (CnscdPrintDialog *self, CnscdRosterChoices *choices)
{
  const CnscdDecisionSummary *decision = cnscd_decision_row_get_summary (self->decision_row);

  *choices = (CnscdRosterChoices) {
    .annex = is_annex (self),
    .reference = adw_combo_row_get_selected (self->reference_row),
    .signer = cnscd_signer_row_get_signer (self->signer_row),
    .landscape =
      g_strcmp0 (adw_toggle_group_get_active_name (self->orientation_group), "landscape") == 0,
    .with_phones = adw_switch_row_get_active (self->phones_row),
  };
  read_date (self, &choices->date);
  if (decision != NULL)
    {
      choices->decision_number = decision->number;
      choices->decision_date = decision->date;
    }
}

/* ---- what is shown of it ---- */

static void
update_reference (CnscdPrintDialog *self)
{
  const char *items[] = {
    self->reference != NULL ? self->reference : C_ ("print", "As entered for the teams"),
    C_ ("print", "Another decision"),
    C_ ("print", "Left blank"),
    NULL,
  };
  GtkStringList *model = GTK_STRING_LIST (adw_combo_row_get_model (self->reference_row));
  guint selected = adw_combo_row_get_selected (self->reference_row);

  if (model != NULL && g_strcmp0 (gtk_string_list_get_string (model, 0), items[0]) == 0)
    return;

  self->updating = TRUE;
  if (model == NULL)
    {
      g_autoptr (GtkStringList) words = gtk_string_list_new (items);

      adw_combo_row_set_model (self->reference_row, G_LIST_MODEL (words));
    }
  else
    {
      const char *const first[] = { items[0], NULL };

      gtk_string_list_splice (model, 0, 1, first);
      adw_combo_row_set_selected (self->reference_row, selected);
    }
  self->updating = FALSE;
}

static void
update_rows (CnscdPrintDialog *self)
{
  gboolean another =
    adw_combo_row_get_selected (self->reference_row) == CNSCD_ROSTER_REFERENCE_CHOSEN;
  CnscdDate date;
  CnscdFormProblem problem = read_date (self, &date);
  gboolean ready = self->fresh && !self->busy && problem == CNSCD_FORM_PROBLEM_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self->decision_row), another);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), !is_annex (self));
  cnscd_form_show_date (self->date_row, _ ("Date (blank to write by hand)"), problem);
  gtk_widget_set_sensitive (self->save_button, ready);
  gtk_widget_set_sensitive (self->print_button, ready);
}

/* The decisions are a commune's. */
static void
offer_decisions (CnscdPrintDialog *self)
{
  const char *unit = cnscd_print_scope_get_unit (self->scope);

  gtk_widget_set_sensitive (GTK_WIDGET (self->decision_row), unit != NULL);
  if (unit != NULL)
    cnscd_decision_row_set_repository (self->decision_row,
                                       cnscd_window_get_repository (self->window), unit);
}

/* An annex carries no signature of its own, unless somebody wants it this time. */
static void
propose_signer (CnscdPrintDialog *self)
{
  GSettings *settings = cnscd_window_get_settings (self->window);
  g_autofree char *name =
    settings != NULL && !is_annex (self) ? g_settings_get_string (settings, "print-signer") : NULL;

  self->updating = TRUE;
  cnscd_signer_row_choose (self->signer_row, name);
  self->updating = FALSE;
}

/* All teams are what a decision sets up; one team's roster stands for itself. */
static void
propose_kind (CnscdPrintDialog *self)
{
  guint kind = cnscd_print_scope_get_team (self->scope) != NULL ? KIND_ALONE : KIND_ANNEX;

  if (self->kind_chosen || adw_combo_row_get_selected (self->kind_row) == kind)
    return;

  self->updating = TRUE;
  adw_combo_row_set_selected (self->kind_row, kind);
  self->updating = FALSE;
  propose_signer (self);
}

static char *
describe_reference (GPtrArray *rosters)
{
  const CnscdRoster *roster = rosters->pdata[0];

  if (rosters->len > 1)
    return g_strdup (C_ ("print", "Each commune's own"));
  if (roster->decision_number == NULL)
    return g_strdup (roster->teams->len > 1 ? C_ ("print", "Not the same for all teams: left blank")
                                            : C_ ("print", "None is entered: left blank"));
  return cnscd_words_for_decision (roster->decision_number, roster->decision_date);
}

/* ---- the pages ---- */

static void
show_problem (CnscdPrintDialog *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  cnscd_document_preview_show_problem (self->preview, error->message);
  /* Where the preview is behind the settings, it would not be seen. */
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDocument) document = cnscd_layout_finish (result, &error);

  if (document == NULL)
    {
      show_problem (self, error);
      return;
    }

  cnscd_document_preview_set_document (self->preview, document);
  self->fresh = TRUE;
  update_rows (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rosters =
    cnscd_repository_load_rosters_finish (CNSCD_REPOSITORY (source), result, &error);
  CnscdRosterChoices choices;
  gboolean of_office = FALSE;

  if (rosters == NULL)
    {
      show_problem (self, error);
      return;
    }

  g_free (self->reference);
  self->reference = describe_reference (rosters);
  update_reference (self);

  get_choices (self, &choices);
  self->n_people = 0;
  for (guint i = 0; i < rosters->len; i++)
    {
      CnscdRoster *roster = rosters->pdata[i];

      cnscd_roster_choose (roster, &choices);
      of_office = of_office || roster->issuer.of_office;
      self->n_people += cnscd_roster_get_n_people (roster);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->signer_row), of_office);
  cnscd_layout_async (&CNSCD_LAYOUT_ROSTER, rosters, self->typesetter, self->cancellable, laid_out_cb,
                             g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  CnscdPrintDialog *self = data;
  CnscdRepository *repository;

  self->refresh = 0;
  if (self->window == NULL || cnscd_window_is_closed (self->window))
    return G_SOURCE_REMOVE;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  repository = cnscd_window_get_repository (self->window);
  cnscd_repository_load_rosters_async (repository, cnscd_print_scope_get_unit (self->scope),
                                       cnscd_print_scope_get_team (self->scope),
                                       adw_switch_row_get_active (self->phones_row),
                                       self->cancellable, loaded_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* The pages shown stay until others are there, but are not printed any more. */
static void
start_refresh (CnscdPrintDialog *self, guint delay)
{
  if (self->window == NULL || self->updating)
    return;

  self->fresh = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh, g_source_remove);
  self->refresh = g_timeout_add (delay, refresh_cb, self);
  update_rows (self);
}

static void
database_changed_cb (CnscdPrintDialog *self)
{
  if (self->window == NULL)
    return;

  cnscd_signer_row_set_office (
    self->signer_row, cnscd_repository_get_office (cnscd_window_get_repository (self->window)));
  start_refresh (self, REFRESH_DELAY_MS);
}

/* ---- what people do ---- */

static void
changed_cb (CnscdPrintDialog *self)
{
  start_refresh (self, REFRESH_DELAY_MS);
}

static void
typed_cb (CnscdPrintDialog *self)
{
  start_refresh (self, TYPING_DELAY_MS);
}

static void
scope_changed_cb (CnscdPrintDialog *self)
{
  offer_decisions (self);
  propose_kind (self);
  start_refresh (self, REFRESH_DELAY_MS);
}

static void
kind_selected_cb (CnscdPrintDialog *self)
{
  if (self->window == NULL || self->updating)
    return;

  self->kind_chosen = TRUE;
  propose_signer (self);
  start_refresh (self, REFRESH_DELAY_MS);
}

static void
signer_selected_cb (CnscdPrintDialog *self)
{
  const CnscdSigner *signer = cnscd_signer_row_get_signer (self->signer_row);
  GSettings *settings = self->window != NULL ? cnscd_window_get_settings (self->window) : NULL;

  if (settings != NULL && !self->updating && !is_annex (self))
    g_settings_set_string (settings, "print-signer", signer != NULL ? signer->full_name : "");
  start_refresh (self, REFRESH_DELAY_MS);
}

static void
preview_cb (CnscdPrintDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
set_busy (CnscdPrintDialog *self, gboolean busy)
{
  self->busy = busy;
  update_rows (self);
}

/* Unless somebody has closed it meanwhile. */
static void
leave (CnscdPrintDialog *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
saved_cb (CnscdWindow *window, GFile *file, gpointer data)
{
  g_autoptr (CnscdPrintDialog) self = data;

  set_busy (self, FALSE);
  if (file == NULL)
    return;

  leave (self);
  cnscd_file_toast_show (window, _ ("Roster saved"), file);
}

static void
save_cb (CnscdPrintDialog *self)
{
  set_busy (self, TRUE);
  cnscd_print_flow_save (self->window, cnscd_document_preview_get_document (self->preview),
                         self->n_people, saved_cb, g_object_ref (self));
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (cnscd_print_flow_print_finish (CNSCD_WINDOW (source), result, &error))
    {
      leave (self);
      cnscd_window_show_message (CNSCD_WINDOW (source), _ ("Roster sent to the printer"));
    }
  else
    cnscd_window_show_error (CNSCD_WINDOW (source), _ ("Roster Not Printed"), error);
}

static void
print_cb (CnscdPrintDialog *self)
{
  set_busy (self, TRUE);
  cnscd_print_flow_print_async (self->window, cnscd_document_preview_get_document (self->preview),
                                self->n_people, printed_cb, g_object_ref (self));
}

static void
cnscd_print_dialog_closed (AdwDialog *dialog)
{
  CnscdPrintDialog *self = CNSCD_PRINT_DIALOG (dialog);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static void
cnscd_print_dialog_dispose (GObject *object)
{
  CnscdPrintDialog *self = CNSCD_PRINT_DIALOG (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (cnscd_print_dialog_parent_class)->dispose (object);
}

static void
cnscd_print_dialog_finalize (GObject *object)
{
  CnscdPrintDialog *self = CNSCD_PRINT_DIALOG (object);

  g_object_unref (self->cancellable);
  cnscd_typesetter_unref (self->typesetter);
  g_free (self->reference);

  G_OBJECT_CLASS (cnscd_print_dialog_parent_class)->finalize (object);
}

static void
cnscd_print_dialog_class_init (CnscdPrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_print_dialog_dispose;
  object_class->finalize = cnscd_print_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cnscd_print_dialog_closed;

  g_type_ensure (CNSCD_TYPE_DECISION_ROW);
  g_type_ensure (CNSCD_TYPE_DOCUMENT_PREVIEW);
  g_type_ensure (CNSCD_TYPE_PRINT_SCOPE);
  g_type_ensure (CNSCD_TYPE_SIGNER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, preview_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, signer_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, orientation_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, phones_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, print_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, signer_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
cnscd_print_dialog_init (CnscdPrintDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->typesetter = cnscd_typesetter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_print_dialog_new:
 * @window: a window whose database is open
 * @team: (nullable): id of the team whose roster is meant first; %NULL for all
 * @to_file: whether a PDF is meant first, or the printer
 *
 * Returns: (transfer floating): a dialog that prints rosters
 */
AdwDialog *
cnscd_print_dialog_new (CnscdWindow *window, const char *team, gboolean to_file)
{
  CnscdPrintDialog *self;
  CnscdRepository *repository;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);

  self = g_object_new (CNSCD_TYPE_PRINT_DIALOG, NULL);
  repository = cnscd_window_get_repository (window);
  g_set_weak_pointer (&self->window, window);
  self->updating = TRUE;
  cnscd_signer_row_set_office (self->signer_row, cnscd_repository_get_office (repository));
  cnscd_print_scope_set_repository (self->scope, repository, team);
  self->updating = FALSE;
  update_reference (self);
  offer_decisions (self);
  propose_kind (self);

  if (to_file)
    {
      adw_dialog_set_title (ADW_DIALOG (self), _ ("Save Roster as PDF"));
      adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
    }
  gtk_widget_add_css_class (to_file ? self->save_button : self->print_button, "suggested-action");

  g_signal_connect_object (repository, "changed", G_CALLBACK (database_changed_cb), self,
                           G_CONNECT_SWAPPED);
  start_refresh (self, 0);
  return ADW_DIALOG (self);
}
