/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-alert.h"

#include <glib/gi18n-lib.h>

static void
wrap_labels (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (root), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (root), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_labels (child, text);
}

/**
 * cnscd_alert_wrap_heading:
 * @dialog: a dialog that is not presented yet
 *
 * Lets a long heading wrap. libadwaita 1.7 has it in two sizes, and measures
 * the larger one, which does not wrap, also where only the smaller one fits:
 * in a narrow window GTK warns of that.
 */
void
cnscd_alert_wrap_heading (AdwAlertDialog *dialog)
{
  GtkWidget *child;

  g_return_if_fail (ADW_IS_ALERT_DIALOG (dialog));

  child = adw_dialog_get_child (ADW_DIALOG (dialog));
  if (child != NULL)
    wrap_labels (child, adw_alert_dialog_get_heading (dialog));
}

/**
 * cnscd_alert_show_problem:
 * @parent: what it is about, in a window
 * @heading: (nullable): what could not be done
 * @problem: why, and what to do
 *
 * Tells a problem, which is too long for a toast, and must not vanish unread.
 * One that is being told already is not told again.
 */
void
cnscd_alert_show_problem (GtkWidget *parent, const char *heading, const char *problem)
{
  GtkRoot *root;
  AdwDialog *visible;
  AdwAlertDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (problem != NULL);

  root = gtk_widget_get_root (parent);
  if (root == NULL)
    return;

  visible = ADW_IS_APPLICATION_WINDOW (root)
              ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root))
              : NULL;
  if (ADW_IS_ALERT_DIALOG (visible) &&
      g_strcmp0 (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (visible)), problem) == 0)
    return;

  dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (heading != NULL ? heading : _ ("Something Went Wrong"), problem));
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  cnscd_alert_wrap_heading (dialog);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
