/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-row.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"

/**
 * CnscdDecisionRow:
 *
 * A row of a form that chooses one of a commune's decisions, or none. What
 * was chosen stays so while the decisions are read, and when they are read
 * again because something has changed.
 */
struct _CnscdDecisionRow
{
  CnscdChoiceRow parent_instance;

  CnscdRepository *repository;
  GCancellable *cancellable;
  char *unit;
  char *leave;          /* (nullable) */
  GPtrArray *decisions; /* (nullable) (element-type CnscdDecisionSummary) */
};

enum
{
  PROP_0,
  PROP_DECISION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdDecisionRow, cnscd_decision_row, CNSCD_TYPE_CHOICE_ROW)

static void
fill (CnscdDecisionRow *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);

  if (self->leave != NULL)
    cnscd_choice_append (choices, NULL, self->leave, NULL);
  cnscd_choice_append (choices, self->leave != NULL ? "" : NULL, C_ ("decision", "None"), NULL);
  for (guint i = 0; self->decisions != NULL && i < self->decisions->len; i++)
    {
      const CnscdDecisionSummary *decision = self->decisions->pdata[i];
      g_autofree char *title = cnscd_words_for_decision (decision->number, decision->date);

      cnscd_choice_append (choices, decision->decision, title, decision->subject);
    }
  cnscd_choice_row_set_choices (CNSCD_CHOICE_ROW (self), G_LIST_MODEL (choices));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdDecisionRow *self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *decisions =
    cnscd_repository_list_decisions_finish (CNSCD_REPOSITORY (source), result, &error);

  if (decisions == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The decisions cannot be listed: %s", error->message);
      return;
    }

  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  self->decisions = decisions;
  fill (self);
}

static void
load (CnscdDecisionRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cnscd_repository_list_decisions_async (self->repository, self->unit, self->cancellable, listed_cb,
                                         self);
}

static void
chosen_cb (CnscdDecisionRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECISION]);
}

static void
cnscd_decision_row_dispose (GObject *object)
{
  CnscdDecisionRow *self = CNSCD_DECISION_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_decision_row_parent_class)->dispose (object);
}

static void
cnscd_decision_row_finalize (GObject *object)
{
  CnscdDecisionRow *self = CNSCD_DECISION_ROW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_free (self->unit);
  g_free (self->leave);

  G_OBJECT_CLASS (cnscd_decision_row_parent_class)->finalize (object);
}

static void
cnscd_decision_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DECISION:
      g_value_set_string (value, cnscd_decision_row_get_decision (CNSCD_DECISION_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_decision_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DECISION:
      cnscd_decision_row_set_decision (CNSCD_DECISION_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_decision_row_class_init (CnscdDecisionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_decision_row_dispose;
  object_class->finalize = cnscd_decision_row_finalize;
  object_class->get_property = cnscd_decision_row_get_property;
  object_class->set_property = cnscd_decision_row_set_property;

  properties[PROP_DECISION] =
    g_param_spec_string ("decision", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_decision_row_init (CnscdDecisionRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Decision"));
  fill (self);
  g_signal_connect (self, "notify::chosen", G_CALLBACK (chosen_cb), NULL);
}

/**
 * cnscd_decision_row_new:
 *
 * Returns: (transfer floating): a row that offers no decision yet
 */
GtkWidget *
cnscd_decision_row_new (void)
{
  return g_object_new (CNSCD_TYPE_DECISION_ROW, NULL);
}

/**
 * cnscd_decision_row_set_repository:
 * @self: a row
 * @repository: an open repository
 * @unit: code of the commune whose decisions are offered
 *
 * Fills the row, the newest decisions first, and keeps it up to date.
 */
void
cnscd_decision_row_set_repository (CnscdDecisionRow *self,
                                   CnscdRepository *repository,
                                   const char *unit)
{
  g_return_if_fail (CNSCD_IS_DECISION_ROW (self));
  g_return_if_fail (CNSCD_IS_REPOSITORY (repository) && unit != NULL);

  if (self->repository != NULL)
    g_signal_handlers_disconnect_by_func (self->repository, load, self);
  g_set_object (&self->repository, repository);
  g_set_str (&self->unit, unit);
  g_signal_connect_object (repository, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * cnscd_decision_row_offer_to_leave:
 * @self: a row
 * @label: what it is called: "Leave as it is"
 *
 * Has a form for several records offer, and choose at first, that each keeps its decision. Then
 * %NULL stands for that, and a blank text for none.
 */
void
cnscd_decision_row_offer_to_leave (CnscdDecisionRow *self, const char *label)
{
  g_return_if_fail (CNSCD_IS_DECISION_ROW (self));

  g_set_str (&self->leave, label);
  fill (self);
}

/**
 * cnscd_decision_row_set_decision:
 * @self: a row
 * @decision: (nullable): id of a decision, or %NULL for none
 *
 * Chooses a decision, also before it is among those offered.
 */
void
cnscd_decision_row_set_decision (CnscdDecisionRow *self, const char *decision)
{
  g_return_if_fail (CNSCD_IS_DECISION_ROW (self));

  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (self), decision);
}

/**
 * cnscd_decision_row_get_decision:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): id of the decision that is chosen
 */
const char *
cnscd_decision_row_get_decision (CnscdDecisionRow *self)
{
  g_return_val_if_fail (CNSCD_IS_DECISION_ROW (self), NULL);

  return cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (self));
}

/**
 * cnscd_decision_row_get_summary:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the decision that is chosen, %NULL while it has not been
 *   read
 */
const CnscdDecisionSummary *
cnscd_decision_row_get_summary (CnscdDecisionRow *self)
{
  const char *id;

  g_return_val_if_fail (CNSCD_IS_DECISION_ROW (self), NULL);

  id = cnscd_decision_row_get_decision (self);
  for (guint i = 0; self->decisions != NULL && i < self->decisions->len; i++)
    {
      const CnscdDecisionSummary *decision = self->decisions->pdata[i];

      if (g_strcmp0 (decision->decision, id) == 0)
        return decision;
    }
  return NULL;
}
