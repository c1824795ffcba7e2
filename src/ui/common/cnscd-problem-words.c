/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-problem-words.h"

#include <string.h>

#define OPENING "“"
#define CLOSING "”"

static gboolean
make_selectable_cb (GtkWidget *label, GdkFrameClock *clock, gpointer data)
{
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return G_SOURCE_REMOVE;
}

/* Only then: what comes up would focus it, by which all of it would be selected. */
static void
map_cb (GtkWidget *label)
{
  gtk_widget_add_tick_callback (label, make_selectable_cb, NULL, NULL);
}

static void
unmap_cb (GtkWidget *label)
{
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
}

/**
 * cnscd_problem_words_split:
 * @message: what an error says
 * @paths: (out) (optional) (nullable) (transfer full): the files it speaks of, a line each; %NULL
 *   when of none
 *
 * An error of the database quotes whole paths, which a terminal needs and a
 * sentence on a screen does not: there the file is called by its name, and
 * where it is stands below.
 *
 * Returns: (transfer full): @message with the name of each file instead of its path
 */
char *
cnscd_problem_words_split (const char *message, char **paths)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *rest = message;
  const char *opening;

  g_return_val_if_fail (message != NULL, NULL);

  while ((opening = strstr (rest, OPENING "/")) != NULL)
    {
      const char *path = opening + strlen (OPENING);
      const char *closing = strstr (path, CLOSING);
      g_autofree char *whole = NULL;
      g_autofree char *name = NULL;

      if (closing == NULL)
        break;
      whole = g_strndup (path, (gsize) (closing - path));
      name = g_path_get_basename (whole);
      g_string_append_len (text, rest, path - rest);
      g_string_append (text, name);
      rest = closing;
      if (!g_ptr_array_find_with_equal_func (found, whole, g_str_equal, NULL))
        g_ptr_array_add (found, g_steal_pointer (&whole));
    }
  g_string_append (text, rest);

  if (paths != NULL)
    {
      g_ptr_array_add (found, NULL);
      *paths = found->len > 1 ? g_strjoinv ("\n", (char **) found->pdata) : NULL;
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * cnscd_problem_words_create_paths:
 *
 * Returns: (transfer floating): a label for the paths, which can be selected and copied
 */
GtkWidget *
cnscd_problem_words_create_paths (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_signal_connect_after (label, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (label, "unmap", G_CALLBACK (unmap_cb), NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}
