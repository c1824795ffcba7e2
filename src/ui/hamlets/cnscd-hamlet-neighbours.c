/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-neighbours.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-hamlets.h"

/* The other hamlets of a commune, which forms choose from, or warn of names by. */
typedef struct
{
  CnscdFormDialog *form;
  GPtrArray **neighbours;
} Request;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (CnscdFormDialog) form = request->form;
  g_autoptr (GError) error = NULL;
  GPtrArray *all =
    cnscd_repository_load_current_hamlets_finish (CNSCD_REPOSITORY (source), result, &error);

  if (all == NULL)
    {
      cnscd_form_dialog_show_error (form, error);
      return;
    }

  g_clear_pointer (request->neighbours, g_ptr_array_unref);
  *request->neighbours = all;
  cnscd_form_dialog_update (form);
}

/**
 * cnscd_hamlet_neighbours_load:
 * @form: a form in a window
 * @unit: code of a commune
 * @neighbours: (element-type CnscdHamletDetails): a member of @form, which frees it
 *
 * Reads the hamlets of a commune that go on, and has the form checked again.
 */
void
cnscd_hamlet_neighbours_load (CnscdFormDialog *form, const char *unit, GPtrArray **neighbours)
{
  CnscdWindow *window = cnscd_form_dialog_get_window (form);
  Request *request = g_new (Request, 1);

  *request = (Request) { .form = g_object_ref (form), .neighbours = neighbours };
  cnscd_repository_load_current_hamlets_async (cnscd_window_get_repository (window), unit, NULL,
                                               loaded_cb, request);
}

/**
 * cnscd_hamlet_neighbours_get_warning:
 *
 * Returns: (transfer none): what to say of a name that one of them has
 */
const char *
cnscd_hamlet_neighbours_get_warning (void)
{
  return C_ ("warning", "another hamlet has it, too");
}
