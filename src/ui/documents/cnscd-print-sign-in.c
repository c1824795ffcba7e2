/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-sign-in.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-print.h"

/**
 * CnscdPrintSignIn:
 *
 * Shows of which session the printed sign-in sheet is, and chooses how many
 * lines it has.
 */
struct _CnscdPrintSignIn
{
  CnscdPrintSettings parent_instance;

  AdwActionRow *session_row;
  AdwActionRow *code_row;
  AdwSpinRow *rows_row;

  char *session;
  gboolean rows_chosen; /* by somebody, so that they stay */
};

G_DEFINE_FINAL_TYPE (CnscdPrintSignIn, cnscd_print_sign_in, CNSCD_TYPE_PRINT_SETTINGS)

static const CnscdPrintWords words = {
  .subject = "sign-in",
  .title = N_ ("Print Sign-in Sheet"),
  .save_title = N_ ("Save Sign-in Sheet as PDF"),
  .saved = N_ ("Sign-in sheet saved"),
  .save_failed = N_ ("Sheet Not Saved"),
  .sent = N_ ("Sign-in sheet sent to the printer"),
  .print_failed = N_ ("Sheet Not Printed"),
};

static void
free_sheet (gpointer sheet)
{
  cnscd_sign_in_free (sheet);
}

static void
show_session (CnscdPrintSignIn *self, const CnscdSignIn *sheet)
{
  g_autofree char *day = cnscd_date_format (cnscd_time_get_day (sheet->starts_at));
  g_autofree char *clock = cnscd_time_format_clock (sheet->starts_at);
  g_autofree char *text = g_strdup_printf ("%s\n%s %s", sheet->title, clock, day);

  adw_action_row_set_subtitle (self->session_row, text);
  adw_action_row_set_subtitle (self->code_row, sheet->code);
}

/* ---- CnscdPrintSettings ---- */

static void
cnscd_print_sign_in_fill (CnscdPrintSettings *settings)
{
}

static gboolean
cnscd_print_sign_in_check (CnscdPrintSettings *settings)
{
  return TRUE;
}

static void
cnscd_print_sign_in_load (CnscdPrintSettings *settings,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  cnscd_repository_load_sign_in_async (cnscd_print_settings_get_repository (settings),
                                       CNSCD_PRINT_SIGN_IN (settings)->session, cancellable,
                                       callback, user_data);
}

static GPtrArray *
cnscd_print_sign_in_load_finish (CnscdPrintSettings *settings,
                                 GAsyncResult *result,
                                 guint *n_people,
                                 GError **error)
{
  CnscdPrintSignIn *self = CNSCD_PRINT_SIGN_IN (settings);
  g_autoptr (GObject) source = g_async_result_get_source_object (result);
  CnscdSignIn *sheet =
    cnscd_repository_load_sign_in_finish (CNSCD_REPOSITORY (source), result, error);
  GPtrArray *sheets;

  if (sheet == NULL)
    return NULL;

  show_session (self, sheet);
  if (self->rows_chosen)
    {
      sheet->n_rows = (guint) adw_spin_row_get_value (self->rows_row);
    }
  else
    {
      gboolean filling = cnscd_print_settings_set_filling (settings, TRUE);

      adw_spin_row_set_value (self->rows_row, cnscd_sign_in_get_n_rows (sheet));
      cnscd_print_settings_set_filling (settings, filling);
    }

  *n_people = sheet->guides->len;
  sheets = g_ptr_array_new_with_free_func (free_sheet);
  g_ptr_array_add (sheets, sheet);
  return sheets;
}

static void
rows_changed_cb (CnscdPrintSignIn *self)
{
  if (cnscd_print_settings_is_filling (CNSCD_PRINT_SETTINGS (self)))
    return;

  self->rows_chosen = TRUE;
  cnscd_print_settings_change (CNSCD_PRINT_SETTINGS (self), TRUE);
}

static void
cnscd_print_sign_in_finalize (GObject *object)
{
  g_free (CNSCD_PRINT_SIGN_IN (object)->session);

  G_OBJECT_CLASS (cnscd_print_sign_in_parent_class)->finalize (object);
}

static void
cnscd_print_sign_in_class_init (CnscdPrintSignInClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdPrintSettingsClass *settings_class = CNSCD_PRINT_SETTINGS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_print_sign_in_finalize;
  settings_class->words = &words;
  settings_class->layout = &CNSCD_LAYOUT_SIGN_IN;
  settings_class->fill = cnscd_print_sign_in_fill;
  settings_class->check = cnscd_print_sign_in_check;
  settings_class->load = cnscd_print_sign_in_load;
  settings_class->load_finish = cnscd_print_sign_in_load_finish;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-print-sign-in.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSignIn, session_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSignIn, code_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSignIn, rows_row);
  gtk_widget_class_bind_template_callback (widget_class, rows_changed_cb);
}

static void
cnscd_print_sign_in_init (CnscdPrintSignIn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_print_sign_in_new:
 * @session: id of a session
 *
 * Returns: (transfer floating): the settings of its sign-in sheet
 */
CnscdPrintSettings *
cnscd_print_sign_in_new (const char *session)
{
  CnscdPrintSignIn *self = g_object_new (CNSCD_TYPE_PRINT_SIGN_IN, NULL);

  self->session = g_strdup (session);
  return CNSCD_PRINT_SETTINGS (self);
}
