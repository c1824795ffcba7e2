/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-kinds.h"

#include "ui/common/cnscd-combo.h"

/*
 * What a combo row shows of its choice. Its own label is cut off for the sake
 * of a long subtitle; here the choice is what has to be read.
 */

static void
set_up_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (string));
}

/**
 * cnscd_import_kinds_set_up:
 * @row: a combo row over strings
 *
 * Makes the choice of @row be shown as a whole, in one line: the row is only as high as one, and
 * would cut the second off.
 */
void
cnscd_import_kinds_set_up (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) choice = gtk_signal_list_item_factory_new ();

  g_signal_connect (choice, "setup", G_CALLBACK (set_up_choice_cb), NULL);
  g_signal_connect (choice, "bind", G_CALLBACK (bind_choice_cb), NULL);
  adw_combo_row_set_factory (row, choice);
  cnscd_combo_show_whole_items (row);
}
