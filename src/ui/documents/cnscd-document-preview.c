/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-document-preview.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"
#include "cnscd-document-sheet.h"

/* Of what is seen, when turning on within a page; the rest stays for the eye. */
#define STEP 0.9

#define OUTDATED_OPACITY 0.4

/**
 * CnscdDocumentPreview:
 *
 * The pages of a document, one at a time, as they will be printed.
 */
struct _CnscdDocumentPreview
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scrolled_window;
  CnscdDocumentSheet *sheet;
  AdwStatusPage *problem_page;
  GtkWidget *bar;
  GtkLabel *page_label;
  GtkToggleButton *width_button;

  CnscdDocument *document; /* (nullable) */
  guint page;
  gboolean outdated; /* the pages are not what was chosen */
};

G_DEFINE_FINAL_TYPE (CnscdDocumentPreview, cnscd_document_preview, ADW_TYPE_BIN)

static guint
get_n_pages (CnscdDocumentPreview *self)
{
  return self->document != NULL ? cnscd_document_get_n_pages (self->document) : 0;
}

/* Says where we are, to eyes and ears. */
static void
update (CnscdDocumentPreview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_pages = get_n_pages (self);
  g_autofree char *page = cnscd_words_for_number (self->page + 1);
  g_autofree char *pages = cnscd_words_for_number (n_pages);
  g_autofree char *words = NULL;

  gtk_widget_action_set_enabled (widget, "preview.previous", self->page > 0);
  gtk_widget_action_set_enabled (widget, "preview.next", self->page + 1 < n_pages);
  gtk_widget_set_sensitive (self->bar, n_pages > 0);
  if (n_pages == 0)
    {
      gtk_label_set_text (self->page_label, "");
      return;
    }

  if (self->outdated)
    /* Translators: of pages that do not show what was chosen, because something chosen is wrong */
    words = g_strdup (_ ("Not up to date"));
  else
    /* Translators: which page of a document, and how many there are */
    words = g_strdup_printf (_ ("Page %s of %s"), page, pages);
  gtk_label_set_text (self->page_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sheet), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  cnscd_document_get_title (self->document), -1);
}

static void
show_page (CnscdDocumentPreview *self, guint page)
{
  if (page == self->page || page >= get_n_pages (self))
    return;

  self->page = page;
  cnscd_document_sheet_set_page (self->sheet, page);
  update (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->page_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Returns: whether there was more of the page to see */
static gboolean
scroll (CnscdDocumentPreview *self, int direction)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  double room = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, value + direction * STEP * room);
  return gtk_adjustment_get_value (adjustment) != value;
}

static void
scroll_to_edge (CnscdDocumentPreview *self, gboolean end)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  gtk_adjustment_set_value (adjustment, end ? gtk_adjustment_get_upper (adjustment)
                                            : gtk_adjustment_get_lower (adjustment));
}

static void
next_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDocumentPreview *self = CNSCD_DOCUMENT_PREVIEW (widget);

  show_page (self, self->page + 1);
  scroll_to_edge (self, FALSE);
}

static void
previous_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDocumentPreview *self = CNSCD_DOCUMENT_PREVIEW (widget);

  if (self->page > 0)
    show_page (self, self->page - 1);
  scroll_to_edge (self, FALSE);
}

static void
forward_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDocumentPreview *self = CNSCD_DOCUMENT_PREVIEW (widget);

  if (!scroll (self, 1) && self->page + 1 < get_n_pages (self))
    {
      show_page (self, self->page + 1);
      scroll_to_edge (self, FALSE);
    }
}

static void
backward_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDocumentPreview *self = CNSCD_DOCUMENT_PREVIEW (widget);

  if (!scroll (self, -1) && self->page > 0)
    {
      show_page (self, self->page - 1);
      scroll_to_edge (self, TRUE);
    }
}

static void
first_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDocumentPreview *self = CNSCD_DOCUMENT_PREVIEW (widget);

  show_page (self, 0);
  scroll_to_edge (self, FALSE);
}

static void
last_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDocumentPreview *self = CNSCD_DOCUMENT_PREVIEW (widget);

  if (self->document != NULL)
    show_page (self, get_n_pages (self) - 1);
  scroll_to_edge (self, FALSE);
}

static void
width_toggled_cb (CnscdDocumentPreview *self)
{
  cnscd_document_sheet_set_fits_width (self->sheet,
                                       gtk_toggle_button_get_active (self->width_button));
}

/* Where nothing of the page is left to scroll, the wheel turns it. */
static gboolean
wheel_cb (CnscdDocumentPreview *self, double dx, double dy)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  if (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment) >
        gtk_adjustment_get_page_size (adjustment) ||
      dy == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), dy > 0 ? "preview.next" : "preview.previous",
                              NULL);
  return GDK_EVENT_STOP;
}

static void
cnscd_document_preview_dispose (GObject *object)
{
  CnscdDocumentPreview *self = CNSCD_DOCUMENT_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CNSCD_TYPE_DOCUMENT_PREVIEW);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (cnscd_document_preview_parent_class)->dispose (object);
}

static void
cnscd_document_preview_class_init (CnscdDocumentPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_document_preview_dispose;

  g_type_ensure (CNSCD_TYPE_DOCUMENT_SHEET);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-document-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDocumentPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdDocumentPreview, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, CnscdDocumentPreview, sheet);
  gtk_widget_class_bind_template_child (widget_class, CnscdDocumentPreview, problem_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdDocumentPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdDocumentPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdDocumentPreview, width_button);
  gtk_widget_class_bind_template_callback (widget_class, width_toggled_cb);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, previous_action_cb);
  gtk_widget_class_install_action (widget_class, "preview.forward", NULL, forward_action_cb);
  gtk_widget_class_install_action (widget_class, "preview.backward", NULL, backward_action_cb);
  gtk_widget_class_install_action (widget_class, "preview.first", NULL, first_action_cb);
  gtk_widget_class_install_action (widget_class, "preview.last", NULL, last_action_cb);
}

static void
cnscd_document_preview_init (CnscdDocumentPreview *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), wheel);
  update (self);
}

/**
 * cnscd_document_preview_set_document:
 * @self: a preview
 * @document: (nullable): the pages, or %NULL while they are not known
 *
 * Shows a document, at the page that was shown before if there still is one.
 */
void
cnscd_document_preview_set_document (CnscdDocumentPreview *self, CnscdDocument *document)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT_PREVIEW (self));

  g_set_object (&self->document, document);
  cnscd_document_sheet_set_document (self->sheet, document);
  if (document != NULL)
    {
      self->page = MIN (self->page, get_n_pages (self) - 1);
      cnscd_document_sheet_set_page (self->sheet, self->page);
    }
  gtk_stack_set_visible_child_name (self->stack, document != NULL ? "pages" : "loading");
  update (self);
}

/**
 * cnscd_document_preview_get_document:
 * @self: a preview
 *
 * Returns: (nullable) (transfer none): the pages that it shows
 */
CnscdDocument *
cnscd_document_preview_get_document (CnscdDocumentPreview *self)
{
  g_return_val_if_fail (CNSCD_IS_DOCUMENT_PREVIEW (self), NULL);

  return self->document;
}

/**
 * cnscd_document_preview_show_problem:
 * @self: a preview
 * @problem: why there are no pages
 *
 * Says so in their place.
 */
void
cnscd_document_preview_show_problem (CnscdDocumentPreview *self, const char *problem)
{
  g_autofree char *markup = g_markup_escape_text (problem, -1);

  g_return_if_fail (CNSCD_IS_DOCUMENT_PREVIEW (self));

  cnscd_document_preview_set_document (self, NULL);
  adw_status_page_set_description (self->problem_page, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/**
 * cnscd_document_preview_set_outdated:
 * @self: a preview
 * @outdated: whether the pages are those of before, and others cannot be made
 *
 * Says that the pages are not what would be printed.
 */
void
cnscd_document_preview_set_outdated (CnscdDocumentPreview *self, gboolean outdated)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT_PREVIEW (self));

  if (self->outdated == outdated)
    return;

  self->outdated = outdated;
  gtk_widget_set_opacity (GTK_WIDGET (self->sheet), outdated ? OUTDATED_OPACITY : 1);
  update (self);
}

/**
 * cnscd_document_preview_get_page:
 * @self: a preview
 *
 * Returns: the page that it shows, from 0
 */
guint
cnscd_document_preview_get_page (CnscdDocumentPreview *self)
{
  g_return_val_if_fail (CNSCD_IS_DOCUMENT_PREVIEW (self), 0);

  return self->page;
}
