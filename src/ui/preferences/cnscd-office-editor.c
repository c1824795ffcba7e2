/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-office-editor.h"

/**
 * CnscdOfficeEditor:
 *
 * What the office chooses for itself, while it is changed: every page of the
 * preferences changes the same copy, which is stored after each change.
 */
struct _CnscdOfficeEditor
{
  GObject parent_instance;

  CnscdRepository *repository;
  CnscdOffice *office;
  guint n_saving;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdOfficeEditor, cnscd_office_editor, G_TYPE_OBJECT)

static void
take_over (CnscdOfficeEditor *self)
{
  const CnscdOffice *stored = cnscd_repository_get_office (self->repository);

  /* What is on its way is newer. */
  if (self->n_saving > 0 || cnscd_office_equal (self->office, stored))
    return;

  cnscd_office_free (self->office);
  self->office = cnscd_office_copy (stored);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdOfficeEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  if (cnscd_repository_save_office_finish (CNSCD_REPOSITORY (source), result, &error))
    return;

  take_over (self);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
cnscd_office_editor_finalize (GObject *object)
{
  CnscdOfficeEditor *self = CNSCD_OFFICE_EDITOR (object);

  g_clear_object (&self->repository);
  cnscd_office_free (self->office);

  G_OBJECT_CLASS (cnscd_office_editor_parent_class)->finalize (object);
}

static void
cnscd_office_editor_class_init (CnscdOfficeEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_office_editor_finalize;

  /**
   * CnscdOfficeEditor::changed:
   * @self: the editor
   *
   * The office is another than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CNSCD_TYPE_OFFICE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * CnscdOfficeEditor::failed:
   * @self: the editor
   * @message: why
   *
   * A change could not be stored, and is taken back.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", CNSCD_TYPE_OFFICE_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cnscd_office_editor_init (CnscdOfficeEditor *self)
{
}

/**
 * cnscd_office_editor_new:
 * @repository: an open repository
 *
 * Returns: (transfer full): an editor of its office
 */
CnscdOfficeEditor *
cnscd_office_editor_new (CnscdRepository *repository)
{
  CnscdOfficeEditor *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository), NULL);

  self = g_object_new (CNSCD_TYPE_OFFICE_EDITOR, NULL);
  self->repository = g_object_ref (repository);
  self->office = cnscd_office_copy (cnscd_repository_get_office (repository));
  g_signal_connect_object (repository, "changed", G_CALLBACK (take_over), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cnscd_office_editor_get_repository:
 * @self: an editor
 *
 * Returns: (transfer none): where the office is stored
 */
CnscdRepository *
cnscd_office_editor_get_repository (CnscdOfficeEditor *self)
{
  g_return_val_if_fail (CNSCD_IS_OFFICE_EDITOR (self), NULL);

  return self->repository;
}

/**
 * cnscd_office_editor_get_office:
 * @self: an editor
 *
 * Returns: (transfer none): the office, to be changed before
 *   cnscd_office_editor_save(), until the next #CnscdOfficeEditor::changed
 */
CnscdOffice *
cnscd_office_editor_get_office (CnscdOfficeEditor *self)
{
  g_return_val_if_fail (CNSCD_IS_OFFICE_EDITOR (self), NULL);

  return self->office;
}

/**
 * cnscd_office_editor_get_unit_name:
 * @self: an editor
 *
 * Returns: (nullable) (transfer none): its commune as on paper: "xã Võ Nhai"
 */
const char *
cnscd_office_editor_get_unit_name (CnscdOfficeEditor *self)
{
  g_return_val_if_fail (CNSCD_IS_OFFICE_EDITOR (self), NULL);

  return cnscd_repository_get_unit_name (self->repository, self->office->unit);
}

/**
 * cnscd_office_editor_save:
 * @self: an editor whose office was changed
 *
 * Stores it.
 */
void
cnscd_office_editor_save (CnscdOfficeEditor *self)
{
  g_return_if_fail (CNSCD_IS_OFFICE_EDITOR (self));

  if (self->n_saving == 0 &&
      cnscd_office_equal (self->office, cnscd_repository_get_office (self->repository)))
    return;

  self->n_saving++;
  cnscd_repository_save_office_async (self->repository, self->office, saved_cb,
                                      g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
