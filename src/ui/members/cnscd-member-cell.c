/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-cell.h"

#include "ui/common/cnscd-line.h"

/**
 * CnscdMemberCell:
 *
 * A text in a table, which takes a second line where its column is narrow. It
 * asks for as much room as all others of its column, whatever it says, so that
 * columns keep their widths while one scrolls.
 */
struct _CnscdMemberCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
  int n_chars;
  int n_natural;
  int width;         /* as it was given last; 0 when it was not */
  int *column_width; /* not owned: as was given last to any cell of the column */
  int measured;      /* height that was asked for last */
  guint resize;
};

G_DEFINE_FINAL_TYPE (CnscdMemberCell, cnscd_member_cell, GTK_TYPE_WIDGET)

static int
get_char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

static GtkSizeRequestMode
cnscd_member_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cnscd_member_cell_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  CnscdMemberCell *self = CNSCD_MEMBER_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int width = get_char_width (widget);

      *minimum = PANGO_PIXELS_CEIL (width * self->n_chars);
      *natural = PANGO_PIXELS_CEIL (width * self->n_natural);
    }
  else
    {
      /* A row of a table asks as if each cell had all of its width. */
      int width = self->width > 0 ? self->width : *self->column_width;

      gtk_widget_measure (self->label, orientation, width > 0 ? width : for_size, minimum, natural,
                          NULL, NULL);
      self->measured = *minimum;
    }
}

static gboolean
resize_cb (gpointer data)
{
  CnscdMemberCell *self = data;

  self->resize = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
cnscd_member_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdMemberCell *self = CNSCD_MEMBER_CELL (widget);
  int wanted;

  self->width = width;
  *self->column_width = width;
  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, &wanted, NULL, NULL, NULL);
  if (wanted != self->measured && self->resize == 0)
    self->resize = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_cb, self, NULL);
  gtk_widget_allocate (self->label, width, height, -1, NULL);
}

static void
cnscd_member_cell_dispose (GObject *object)
{
  CnscdMemberCell *self = CNSCD_MEMBER_CELL (object);

  g_clear_handle_id (&self->resize, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (cnscd_member_cell_parent_class)->dispose (object);
}

static void
cnscd_member_cell_class_init (CnscdMemberCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_member_cell_dispose;
  widget_class->get_request_mode = cnscd_member_cell_get_request_mode;
  widget_class->measure = cnscd_member_cell_measure;
  widget_class->size_allocate = cnscd_member_cell_size_allocate;
}

static void
cnscd_member_cell_init (CnscdMemberCell *self)
{
  self->label =
    g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                  "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * cnscd_member_cell_new:
 * @n_chars: so wide it is at least, in characters
 * @n_natural: so wide it is before others get more than they need
 * @column_width: (inout): how wide the column is, which its cells tell each other; must outlive
 * them
 *
 * Returns: (transfer floating): a cell without text
 */
GtkWidget *
cnscd_member_cell_new (guint n_chars, guint n_natural, int *column_width)
{
  CnscdMemberCell *self = g_object_new (CNSCD_TYPE_MEMBER_CELL, NULL);

  self->n_chars = (int) n_chars;
  self->n_natural = (int) MAX (n_chars, n_natural);
  self->column_width = column_width;
  return GTK_WIDGET (self);
}

/**
 * cnscd_member_cell_set_text:
 * @self: a cell
 * @text: (nullable): what it says; a tooltip has all of it where it is cut off nevertheless
 */
void
cnscd_member_cell_set_text (CnscdMemberCell *self, const char *text)
{
  g_return_if_fail (CNSCD_IS_MEMBER_CELL (self));

  cnscd_line_set_label (GTK_LABEL (self->label), text);
}
