/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-search.h"

#include "model/cnscd-row.h"

/* What the keys of a page's search work on; lives as long as the page. */
typedef struct
{
  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  CnscdListStack *list_stack;
  gboolean opening; /* the first row, as soon as it is known */
  CnscdRow *row;    /* (nullable): that row, on its way */
} Search;

static void loaded_cb (CnscdRow *row, GParamSpec *pspec, Search *search);

static void
forget_row (Search *search)
{
  if (search->row != NULL)
    g_signal_handlers_disconnect_by_func (search->row, loaded_cb, search);
  g_clear_object (&search->row);
}

static void
search_free (gpointer data)
{
  forget_row (data);
  g_free (data);
}

/* What is typed quickly is not found yet when Enter comes after it. */
static void
open_first_row (Search *search)
{
  CnscdPagedList *list = cnscd_list_stack_get_list (search->list_stack);
  GtkWidget *view = cnscd_list_stack_get_view (search->list_stack);

  forget_row (search);
  if (!search->opening || cnscd_paged_list_is_loading (list))
    return;

  search->row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  if (search->row != NULL && !cnscd_row_is_loaded (search->row))
    {
      g_signal_connect (search->row, "notify::loaded", G_CALLBACK (loaded_cb), search);
      return;
    }

  search->opening = FALSE;
  if (search->row != NULL && view != NULL)
    g_signal_emit_by_name (view, "activate", 0);
  forget_row (search);
}

static void
loaded_cb (CnscdRow *row, GParamSpec *pspec, Search *search)
{
  open_first_row (search);
}

static void
loading_cb (CnscdPagedList *list, GParamSpec *pspec, GtkWidget *page)
{
  open_first_row (g_object_get_data (G_OBJECT (page), "cnscd-search"));
}

static void
activate_cb (Search *search)
{
  search->opening = TRUE;
  open_first_row (search);
}

static void
changed_cb (Search *search)
{
  search->opening = FALSE;
  forget_row (search);
}

static void
next_match_cb (Search *search)
{
  cnscd_list_stack_focus (search->list_stack, 0);
}

static gboolean
key_pressed_cb (Search *search, guint keyval, guint keycode, GdkModifierType state)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  /* Without rows the cursor stays. */
  cnscd_list_stack_focus (search->list_stack, 0);
  return GDK_EVENT_STOP;
}

static void
mode_cb (Search *search)
{
  if (gtk_search_bar_get_search_mode (search->bar))
    gtk_widget_grab_focus (GTK_WIDGET (search->entry));
  else
    gtk_editable_set_text (GTK_EDITABLE (search->entry), "");
}

static void
stop (Search *search)
{
  gtk_search_bar_set_search_mode (search->bar, FALSE);
  cnscd_list_stack_focus (search->list_stack, GTK_INVALID_LIST_POSITION);
}

static gboolean
escape_cb (GtkWidget *page, GVariant *arguments, gpointer data)
{
  Search *search = data;

  if (!gtk_search_bar_get_search_mode (search->bar))
    return GDK_EVENT_PROPAGATE;

  stop (search);
  return GDK_EVENT_STOP;
}

/**
 * cnscd_search_set_up:
 * @page: a page that can be searched
 * @bar: its search bar
 * @entry: the entry in there
 * @list_stack: what shows the list; has its list already
 *
 * Gives the page the keys of a search: Down goes from the entry to the first
 * row, Enter opens it, and Escape ends the search from wherever on the page.
 */
void
cnscd_search_set_up (GtkWidget *page,
                     GtkSearchBar *bar,
                     GtkSearchEntry *entry,
                     CnscdListStack *list_stack)
{
  Search *search = g_new0 (Search, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  *search = (Search) { .bar = bar, .entry = entry, .list_stack = list_stack };
  g_object_set_data_full (G_OBJECT (page), "cnscd-search", search, search_free);

  gtk_search_bar_connect_entry (bar, GTK_EDITABLE (entry));
  g_signal_connect_swapped (bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), search);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (changed_cb), search);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (stop), search);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), search);
  g_signal_connect_swapped (entry, "next-match", G_CALLBACK (next_match_cb), search);
  /* The list may outlive the page. */
  g_signal_connect_object (cnscd_list_stack_get_list (list_stack), "notify::loading",
                           G_CALLBACK (loading_cb), page, 0);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), search);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, search, NULL)));
  gtk_widget_add_controller (page, shortcuts);
}

/**
 * cnscd_search_start:
 * @bar: a search bar
 * @entry: the entry in there
 *
 * Puts the cursor into the search; what was searched for is ready to be typed over.
 */
void
cnscd_search_start (GtkSearchBar *bar, GtkSearchEntry *entry)
{
  gtk_search_bar_set_search_mode (bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}
