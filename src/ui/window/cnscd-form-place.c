/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-form-place.h"

#include "ui/common/cnscd-form.h"

/* As long as a dialog takes to come up; it gives out the focus itself a little before. */
#define SETTLING_FRAMES 30
#define OPENING_FRAMES  4

/* What a page leaves free at its end, in pixels. */
#define BELOW_LAST_ROW 36

/**
 * CnscdFormPlace:
 *
 * Where somebody is in a form: in its first field when it has come up, back
 * where they were after a dialog above it, and through with a field when the
 * focus leaves it, so that it may say what is wrong.
 */
struct _CnscdFormPlace
{
  GtkWidget *dialog;
  GtkWidget *page;
  GtkWidget *save_button;
  GtkRoot *root;         /* (nullable) */
  guint settling;        /* frames */
  GtkWidget *last_focus; /* (nullable) (weak): within the page */
};

static gboolean
is_within (CnscdFormPlace *place, GtkWidget *focus)
{
  return focus != NULL && gtk_widget_is_ancestor (focus, place->page);
}

/* What the focus leaves within the form is as somebody wants it. */
static void
focus_widget_cb (CnscdFormPlace *place)
{
  GtkWidget *focus = gtk_root_get_focus (place->root);
  gboolean within = is_within (place, focus);

  if (focus == place->last_focus || (!within && focus != place->save_button))
    return;

  if (place->last_focus != NULL)
    cnscd_form_leave (place->last_focus);
  if (within)
    g_set_weak_pointer (&place->last_focus, focus);
}

/* While it comes up it may still be turned over for a narrow window, which drops the focus. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CnscdFormPlace *place = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean on_top = ADW_IS_APPLICATION_WINDOW (root) &&
                    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) ==
                      ADW_DIALOG (widget);

  if (!on_top)
    return G_SOURCE_REMOVE;
  if (place->settling <= SETTLING_FRAMES - OPENING_FRAMES &&
      !is_within (place, gtk_root_get_focus (root)))
    cnscd_form_focus_first (place->page);
  return --place->settling > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
map_cb (CnscdFormPlace *place)
{
  if (place->settling > 0)
    return;

  place->settling = SETTLING_FRAMES;
  gtk_widget_add_tick_callback (place->dialog, settle_cb, place, NULL);
}

static void
leave_root (CnscdFormPlace *place)
{
  if (place->root != NULL)
    g_signal_handlers_disconnect_by_data (place->root, place);
  g_clear_weak_pointer (&place->root);
}

static void
root_cb (CnscdFormPlace *place)
{
  GtkRoot *root = gtk_widget_get_root (place->dialog);

  leave_root (place);
  if (root == NULL)
    return;

  g_set_weak_pointer (&place->root, root);
  g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_widget_cb), place);
}

/**
 * cnscd_form_place_new: (skip)
 * @dialog: a form that is not shown yet; outlives the place, as its widgets do
 * @page: what has the fields
 * @save_button: what comes after the fields
 *
 * Returns: (transfer full): somebody's place in the form
 */
CnscdFormPlace *
cnscd_form_place_new (AdwDialog *dialog, GtkWidget *page, GtkWidget *save_button)
{
  CnscdFormPlace *place;

  g_return_val_if_fail (ADW_IS_DIALOG (dialog), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (page) && GTK_IS_WIDGET (save_button), NULL);

  place = g_new0 (CnscdFormPlace, 1);
  place->dialog = GTK_WIDGET (dialog);
  place->page = page;
  place->save_button = save_button;
  g_signal_connect_swapped (dialog, "map", G_CALLBACK (map_cb), place);
  g_signal_connect_swapped (dialog, "notify::root", G_CALLBACK (root_cb), place);
  return place;
}

/**
 * cnscd_form_place_free: (skip)
 * @place: (transfer full): a place in a form
 */
void
cnscd_form_place_free (CnscdFormPlace *place)
{
  g_return_if_fail (place != NULL);

  leave_root (place);
  g_clear_weak_pointer (&place->last_focus);
  g_free (place);
}

/**
 * cnscd_form_place_return: (skip)
 * @place: a place in a form that is shown
 *
 * Puts the focus where it was, or into the first field to begin with.
 *
 * Returns: whether something took it
 */
gboolean
cnscd_form_place_return (CnscdFormPlace *place)
{
  GtkWidget *last;

  g_return_val_if_fail (place != NULL, FALSE);

  last = place->last_focus;
  if (last != NULL && gtk_widget_get_mapped (last) && is_within (place, last) &&
      (GTK_IS_TEXT (last) ? gtk_text_grab_focus_without_selecting (GTK_TEXT (last))
                          : gtk_widget_grab_focus (last)))
    return TRUE;

  return cnscd_form_focus_first (place->page);
}

/**
 * cnscd_form_place_go_on: (skip)
 * @place: a place in a form that is shown
 *
 * Goes on to the next field from one that somebody types into, while what is
 * below has not been seen yet.
 *
 * Returns: whether there was anything below
 */
gboolean
cnscd_form_place_go_on (CnscdFormPlace *place)
{
  GtkWidget *focus, *scroller;
  GtkAdjustment *adjustment;
  double value, end;

  g_return_val_if_fail (place != NULL, FALSE);

  focus = gtk_root_get_focus (gtk_widget_get_root (place->dialog));
  if (!GTK_IS_TEXT (focus) || !is_within (place, focus))
    return FALSE;
  scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  if (scroller == NULL)
    return FALSE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  value = gtk_adjustment_get_value (adjustment);
  end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  if (value + BELOW_LAST_ROW >= end)
    return FALSE;

  if (!gtk_widget_child_focus (scroller, GTK_DIR_TAB_FORWARD))
    gtk_adjustment_set_value (adjustment, end);
  return TRUE;
}
