/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-session-form.h"
#include "model/cnscd-repository-plan.h"
#include "ui/common/cnscd-choice-row.h"
#include "cnscd-chosen-list.h"
#include "cnscd-plan-dialog.h"
#include "cnscd-repeat-group.h"

G_BEGIN_DECLS

/* For the files of the form: what it reads and makes (cnscd-plan-dialog.c), what it offers and
 * proposes (cnscd-plan-dialog-choices.c), and what stands in the way (cnscd-plan-dialog-clashes.c).
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
  CnscdSessionQuery *wanted;    /* (nullable): what a new one may be of */
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
  gboolean warned;     /* of what stands in the way out of sight, as it is typed now */
  CnscdChangeSet *set; /* (nullable): made before it is asked for */
};

static inline const char *
cnscd_plan_dialog_get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static inline CnscdRepository *
cnscd_plan_dialog_get_repository (CnscdPlanDialog *self)
{
  return cnscd_window_get_repository (cnscd_form_dialog_get_window (CNSCD_FORM_DIALOG (self)));
}

static inline gboolean
cnscd_plan_dialog_is_new (CnscdPlanDialog *self)
{
  return self->stored == NULL;
}

CnscdSessionForm cnscd_plan_dialog_read_form (CnscdPlanDialog *self);
CnscdChangeSet *
cnscd_plan_dialog_build (CnscdPlanDialog *self, CnscdSeriesScope scope, GError **error);

void cnscd_plan_dialog_offer (CnscdPlanDialog *self);
void cnscd_plan_dialog_offer_guides (CnscdPlanDialog *self);
void cnscd_plan_dialog_propose_all (CnscdPlanDialog *self);
void cnscd_plan_dialog_propose_team (CnscdPlanDialog *self);
void cnscd_plan_dialog_propose_end (CnscdPlanDialog *self);
void cnscd_plan_dialog_propose_title (CnscdPlanDialog *self);
void cnscd_plan_dialog_propose_topics (CnscdPlanDialog *self);

void cnscd_plan_dialog_add_series_row (CnscdPlanDialog *self);
void cnscd_plan_dialog_show_clashes (CnscdPlanDialog *self);
void cnscd_plan_dialog_check_series (CnscdPlanDialog *self, gboolean valid);
void cnscd_plan_dialog_forget_series (CnscdPlanDialog *self);
gboolean cnscd_plan_dialog_warn (CnscdPlanDialog *self);

G_END_DECLS
