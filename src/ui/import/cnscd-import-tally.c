/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-tally.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-words.h"
#include "ui/common/cnscd-words.h"

/* "250 updated members", and what becomes of them. */
static char *
dup_title (const CnscdImportTally *tally, char **details)
{
  g_autofree char *number = cnscd_words_for_number (tally->n);
  g_autofree char *replaced = NULL;
  g_autofree char *completed = NULL;

  *details = NULL;
  switch (tally->fate)
    {
    case CNSCD_IMPORT_CREATE:
      return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s new member", "%s new members", tally->n), number);
    case CNSCD_IMPORT_UPDATE:
      replaced = cnscd_import_words_for_correction (TRUE, tally->n_replaced);
      completed = cnscd_import_words_for_correction (FALSE, tally->n - tally->n_replaced);
      *details = g_strdup_printf ("%s · %s", replaced, completed);
      return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s updated member", "%s updated members", tally->n), number);
    case CNSCD_IMPORT_UNCHANGED:
    default:
      return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s unchanged member", "%s unchanged members", tally->n),
        number);
    }
}

/**
 * cnscd_import_tally_collect: (skip)
 * @plan: what an import would do
 *
 * Returns: (transfer full) (element-type CnscdImportTally): one for every fate that somebody has
 */
GPtrArray *
cnscd_import_tally_collect (const CnscdImportPlan *plan)
{
  GPtrArray *tallies = g_ptr_array_new_with_free_func (g_free);

  for (CnscdImportFate fate = CNSCD_IMPORT_CREATE; fate <= CNSCD_IMPORT_UNCHANGED; fate++)
    {
      guint n_replaced;
      g_autoptr (GPtrArray) people = cnscd_import_plan_select (plan, fate, &n_replaced);
      CnscdImportTally tally = { fate, people->len, n_replaced };

      if (people->len > 0)
        g_ptr_array_add (tallies, g_memdup2 (&tally, sizeof tally));
    }
  return tallies;
}

/**
 * cnscd_import_tally_create: (skip)
 * @tally: how many people have one fate
 * @label: (out) (transfer full): its accessible label
 *
 * Returns: (transfer floating): a line of a list, which leads to these people
 */
GtkWidget *
cnscd_import_tally_create (const CnscdImportTally *tally, char **label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *details = NULL;
  g_autofree char *title = dup_title (tally, &details);
  const char *lines[] = { title, details };

  for (guint i = 0; i < G_N_ELEMENTS (lines) && lines[i] != NULL; i++)
    {
      GtkWidget *line = gtk_label_new (lines[i]);

      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_label_set_wrap (GTK_LABEL (line), TRUE);
      if (i > 0)
        {
          gtk_widget_add_css_class (line, "caption");
          gtk_widget_add_css_class (line, "dimmed");
        }
      gtk_box_append (GTK_BOX (texts), line);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "line");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  *label = details != NULL ? g_strdup_printf ("%s: %s", title, details) : g_strdup (title);
  return box;
}
