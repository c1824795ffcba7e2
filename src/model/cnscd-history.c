/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-history.h"

#include <glib/gi18n-lib.h>

#include "cnscd-history-step.h"
#include "cnscd-repository-redo.h"

/* Nobody remembers what they did before that. */
#define MAX_STEPS 100

/**
 * CnscdHistory:
 *
 * What was done in a window since it was opened, for undoing and redoing. An
 * undo takes back the changes of an action wherever they are in the meantime;
 * a redo applies its change set anew, or where there is none, as of an import,
 * takes back the undo.
 */
struct _CnscdHistory
{
  GObject parent_instance;

  CnscdRepository *repository;
  GQueue undo; /* of CnscdHistoryStep, the last one first */
  GQueue redo;
  gint64 last_turn; /* numbered downwards, for those of the journal go up */
  gboolean busy;    /* with a step: another one waits for a key pressed again */
};

enum
{
  PROP_0,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdHistory, cnscd_history, G_TYPE_OBJECT)

static void
free_step (gpointer step)
{
  cnscd_history_step_free (step);
}

static void
notify (CnscdHistory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static void
push (GQueue *steps, CnscdHistoryStep *step)
{
  g_queue_push_head (steps, step);
  while (steps->length > MAX_STEPS)
    free_step (g_queue_pop_tail (steps));
}

/* What could be redone no longer can. */
static void
remember (CnscdHistory *self, CnscdHistoryStep *step)
{
  push (&self->undo, step);
  g_queue_clear_full (&self->redo, free_step);
  notify (self);
}

/* The step of an action, wherever it is: a toast may be about an earlier one. */
static CnscdHistoryStep *
take_step (CnscdHistory *self, gint64 action)
{
  for (GList *link = self->undo.head; link != NULL; link = link->next)
    {
      CnscdHistoryStep *step = link->data;

      if (action == 0 || step->action == action)
        {
          g_queue_delete_link (&self->undo, link);
          return step;
        }
    }

  return NULL;
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdHistory *self = g_task_get_source_object (task);
  CnscdChangeSet *set = g_task_get_task_data (task);
  gint64 action = 0;
  GError *error = NULL;

  if (!cnscd_repository_apply_finish (CNSCD_REPOSITORY (source), result, &action, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (action != 0)
    remember (self, cnscd_history_step_new (action, set));
  g_task_return_pointer (task, g_memdup2 (&action, sizeof action), g_free);
}

/* What came of a step for who reads it, when some of it is otherwise since. */
static char *
dup_outcome (const char *label, guint n_kept)
{
  /* Translators: %s is what was done: "Đào Thị Ánh added" */
  return n_kept > 0 ? g_strdup_printf (_ ("%s · what was changed since then stays"), label)
                    : g_strdup (label);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdHistory *self = g_task_get_source_object (task);
  const CnscdHistoryStep *step = g_task_get_task_data (task);
  guint n_kept = 0;
  GError *error = NULL;

  self->busy = FALSE;
  if (!cnscd_repository_undo_finish (CNSCD_REPOSITORY (source), result, &n_kept, &error))
    {
      /* It cannot be undone the next time either. */
      notify (self);
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, dup_outcome (step->label, n_kept), g_free);
  push (&self->redo, step->set != NULL
                       ? cnscd_history_step_copy (step, 0)
                       : cnscd_history_step_new_journalled (0, step->action, step->label));
  notify (self);
}

/* Whatever became of it: the store's words would be of somebody in another window. */
static void
explain_redo (GError **error, const char *label)
{
  if (!g_error_matches (*error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND) &&
      !g_error_matches (*error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID))
    return;

  g_debug ("Not done again: %s", (*error)->message);
  g_clear_error (error);
  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
               /* Translators: %s is what was done: "Đào Thị Ánh added" */
               _ ("Cannot be done again: %s. What it was about is not there any more."), label);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdHistory *self = g_task_get_source_object (task);
  const CnscdHistoryStep *step = g_task_get_task_data (task);
  gint64 action = 0;
  GError *error = NULL;

  self->busy = FALSE;
  if (!cnscd_repository_apply_finish (CNSCD_REPOSITORY (source), result, &action, &error))
    {
      notify (self);
      explain_redo (&error, step->label);
      g_task_return_error (task, error);
      return;
    }

  if (action != 0)
    push (&self->undo, cnscd_history_step_copy (step, action));
  notify (self);
  g_task_return_pointer (task, g_strdup (step->label), g_free);
}

static void
journal_redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdHistory *self = g_task_get_source_object (task);
  const CnscdHistoryStep *step = g_task_get_task_data (task);
  gint64 action = 0;
  guint n_kept = 0;
  GError *error = NULL;

  self->busy = FALSE;
  if (!cnscd_repository_redo_finish (CNSCD_REPOSITORY (source), result, &action, &n_kept, &error))
    {
      notify (self);
      g_task_return_error (task, error);
      return;
    }

  push (&self->undo, cnscd_history_step_new_journalled (action, 0, step->label));
  notify (self);
  g_task_return_pointer (task, dup_outcome (step->label, n_kept), g_free);
}

/* Undone or redone. */
static void
turned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdHistory *self = g_task_get_source_object (task);
  const CnscdHistoryStep *step = g_task_get_task_data (task);
  GError *error = NULL;

  self->busy = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      notify (self);
      g_task_return_error (task, error);
      return;
    }

  if (step->action != 0)
    push (&self->redo, cnscd_history_step_copy (step, 0));
  else
    push (&self->undo, cnscd_history_step_copy (step, --self->last_turn));
  notify (self);
  g_task_return_pointer (task, g_strdup (step->label), g_free);
}

static void
cnscd_history_dispose (GObject *object)
{
  CnscdHistory *self = CNSCD_HISTORY (object);

  g_queue_clear_full (&self->undo, free_step);
  g_queue_clear_full (&self->redo, free_step);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_history_parent_class)->dispose (object);
}

static void
cnscd_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdHistory *self = CNSCD_HISTORY (object);

  switch (prop_id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, cnscd_history_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, cnscd_history_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_history_class_init (CnscdHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_history_dispose;
  object_class->get_property = cnscd_history_get_property;

  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_history_init (CnscdHistory *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

/**
 * cnscd_history_new:
 * @repository: what is changed
 *
 * Returns: (transfer full): a history of nothing
 */
CnscdHistory *
cnscd_history_new (CnscdRepository *repository)
{
  CnscdHistory *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository), NULL);

  self = g_object_new (CNSCD_TYPE_HISTORY, NULL);
  self->repository = g_object_ref (repository);
  return self;
}

/**
 * cnscd_history_get_repository:
 * @self: a history
 *
 * Returns: (transfer none): what is changed
 */
CnscdRepository *
cnscd_history_get_repository (CnscdHistory *self)
{
  g_return_val_if_fail (CNSCD_IS_HISTORY (self), NULL);

  return self->repository;
}

/**
 * cnscd_history_apply_async:
 * @self: a history
 * @set: what somebody changed
 * @callback: called when it is durable, or refused
 * @user_data: for @callback
 *
 * Applies a change set and remembers it. What could be redone no longer can.
 */
void
cnscd_history_apply_async (CnscdHistory *self,
                           CnscdChangeSet *set,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_HISTORY (self));
  g_return_if_fail (set != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_history_apply_async);
  g_task_set_task_data (task, cnscd_change_set_ref (set), (GDestroyNotify) cnscd_change_set_unref);
  cnscd_repository_apply_async (self->repository, set, applied_cb, task);
}

/**
 * cnscd_history_apply_finish:
 * @self: a history
 * @result: given to the callback
 * @action: (out) (optional): for cnscd_history_undo_async(); 0 when nothing was changed
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether the changes are stored
 */
gboolean
cnscd_history_apply_finish (CnscdHistory *self,
                            GAsyncResult *result,
                            gint64 *action,
                            GError **error)
{
  g_autofree gint64 *applied = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_history_apply_async), FALSE);

  applied = g_task_propagate_pointer (G_TASK (result), error);
  if (applied != NULL && action != NULL)
    *action = *applied;
  return applied != NULL;
}

/**
 * cnscd_history_add:
 * @self: a history
 * @action: what was done, other than by cnscd_history_apply_async(): an import
 * @label: what it is called
 *
 * Remembers an action, which can be undone and redone as any other step. What
 * could be redone no longer can.
 */
void
cnscd_history_add (CnscdHistory *self, gint64 action, const char *label)
{
  g_return_if_fail (CNSCD_IS_HISTORY (self));
  g_return_if_fail (action != 0 && label != NULL);

  remember (self, cnscd_history_step_new_journalled (action, 0, label));
}

/**
 * cnscd_history_add_turn:
 * @self: a history
 * @label: what was done
 * @turn: takes it back, and does it again
 * @data: (transfer full): for @turn
 * @destroy: (nullable): for @data
 *
 * Remembers what was done to something that is in no journal of records, which
 * can be undone and redone as any other step. What could be redone no longer can.
 *
 * Returns: for cnscd_history_undo_async()
 */
gint64
cnscd_history_add_turn (CnscdHistory *self,
                        const char *label,
                        CnscdHistoryTurn turn,
                        gpointer data,
                        GDestroyNotify destroy)
{
  g_return_val_if_fail (CNSCD_IS_HISTORY (self), 0);
  g_return_val_if_fail (label != NULL && turn != NULL, 0);

  remember (self, cnscd_history_step_new_turn (--self->last_turn, label, turn, data, destroy));
  return self->last_turn;
}

/**
 * cnscd_history_note_undone:
 * @self: a history
 * @action: what was undone, other than by cnscd_history_undo_async(): an import
 *
 * The step of an action, if it has one, can be redone from now on.
 */
void
cnscd_history_note_undone (CnscdHistory *self, gint64 action)
{
  CnscdHistoryStep *step;

  g_return_if_fail (CNSCD_IS_HISTORY (self));

  step = action != 0 ? take_step (self, action) : NULL;
  if (step == NULL)
    return;
  push (&self->redo, cnscd_history_step_new_journalled (0, action, step->label));
  free_step (step);
  notify (self);
}

/* Returns: (nullable): what does @step; %NULL where there is none, which @nothing says. */
static GTask *
begin_step (CnscdHistory *self,
            CnscdHistoryStep *step,
            const char *nothing,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, cnscd_history_step_finish);
  if (step == NULL)
    {
      g_task_return_new_error (task, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND, "%s", nothing);
      g_object_unref (task);
      return NULL;
    }

  self->busy = TRUE;
  g_task_set_task_data (task, step, free_step);
  return task;
}

/**
 * cnscd_history_undo_async:
 * @self: a history
 * @action: which step to take back; 0 for the last
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Takes a step back; cnscd_history_step_finish() tells which.
 */
void
cnscd_history_undo_async (CnscdHistory *self,
                          gint64 action,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  CnscdHistoryStep *step;

  g_return_if_fail (CNSCD_IS_HISTORY (self));

  step = self->busy ? NULL : take_step (self, action);
  task = begin_step (self, step, _ ("There is nothing to undo."), callback, user_data);
  if (task == NULL)
    return;

  if (step->turn != NULL)
    cnscd_history_step_turn (step, self->repository, turned_cb, task);
  else
    cnscd_repository_undo_async (self->repository, step->action, undone_cb, task);
}

/**
 * cnscd_history_redo_async:
 * @self: a history
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Does again what was undone last; cnscd_history_step_finish() tells what.
 */
void
cnscd_history_redo_async (CnscdHistory *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  CnscdHistoryStep *step;

  g_return_if_fail (CNSCD_IS_HISTORY (self));

  step = self->busy ? NULL : g_queue_pop_head (&self->redo);
  task = begin_step (self, step, _ ("There is nothing to redo."), callback, user_data);
  if (task == NULL)
    return;

  if (step->turn != NULL)
    cnscd_history_step_turn (step, self->repository, turned_cb, task);
  else if (step->undone != 0)
    cnscd_repository_redo_async (self->repository, step->undone, journal_redone_cb, task);
  else
    cnscd_repository_apply_async (self->repository, step->set, redone_cb, task);
}

/**
 * cnscd_history_step_finish:
 * @self: a history
 * @result: given to the callback of an undo or a redo
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): label of what was undone or redone
 */
char *
cnscd_history_step_finish (CnscdHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_history_step_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static const char *
get_label (const GQueue *steps)
{
  const CnscdHistoryStep *step = steps->head != NULL ? steps->head->data : NULL;

  return step != NULL ? step->label : NULL;
}

/**
 * cnscd_history_get_undo_label:
 * @self: a history
 *
 * Returns: (nullable) (transfer none): what an undo would take back
 */
const char *
cnscd_history_get_undo_label (CnscdHistory *self)
{
  g_return_val_if_fail (CNSCD_IS_HISTORY (self), NULL);

  return get_label (&self->undo);
}

/**
 * cnscd_history_get_redo_label:
 * @self: a history
 *
 * Returns: (nullable) (transfer none): what a redo would do again
 */
const char *
cnscd_history_get_redo_label (CnscdHistory *self)
{
  g_return_val_if_fail (CNSCD_IS_HISTORY (self), NULL);

  return get_label (&self->redo);
}
