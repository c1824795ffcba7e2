/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-line.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/cnscd-session-words.h"
#include "ui/common/cnscd-widget.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-chip.h"
#include "cnscd-session-drag.h"

/* Between the columns, the lines, and for the texts at least. In pixels. */
#define GAP            12
#define LINE_GAP       2
#define BAR_WIDTH      4
#define MIN_TEXT_WIDTH 96

/* "19h30" in the font of headings, which is wider than its digits say. */
#define MIN_TIME_WIDTH 54

#define MAX_LINES 3

/* Wider than so many times that of a character of the font no text is. */
#define N_CHARS      10
#define MAX_WIDENESS 1.5

/**
 * CnscdSessionLine:
 *
 * A session as a row of a list: as high as its texts need to be seen whole.
 * A list view measures two hundred rows at once, which have to fit in a frame:
 * texts that are surely shorter than a line are not laid out for that.
 */
struct _CnscdSessionLine
{
  GtkWidget parent_instance;

  GtkInscription *start_text;
  GtkInscription *end_text;
  GtkWidget *bar;
  GtkInscription *title_text;
  GtkInscription *detail_text;
  GtkImage *state_icon;
  GtkInscription *state_text;

  CnscdSessionItem *item; /* (nullable) */
  int text_width;         /* for which the heights are, or -1; in pixels */
  int title_height;
  int detail_height;
};

G_DEFINE_FINAL_TYPE (CnscdSessionLine, cnscd_session_line, GTK_TYPE_WIDGET)

static void
strike_out (GtkInscription *text, gboolean strike)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (strike)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    }
  gtk_inscription_set_attributes (text, attributes);
}

static char *
dup_details (const CnscdSessionSummary *session)
{
  g_autofree char *place =
    cnscd_session_dup_place (session->place, session->hamlet_kind, session->hamlet_name);

  return cnscd_words_join (" · ", session->teams, place);
}

static void
show_session (CnscdSessionLine *self, const CnscdSessionSummary *session)
{
  g_autofree char *start = cnscd_time_format_clock (session->starts_at);
  g_autofree char *end = cnscd_time_format_clock (session->ends_at);
  g_autofree char *details = dup_details (session);
  gboolean overdue = cnscd_session_summary_is_overdue (session, cnscd_time_now ());

  gtk_inscription_set_text (self->start_text, start);
  gtk_inscription_set_text (self->end_text, end);
  gtk_inscription_set_text (self->title_text, session->title);
  strike_out (self->title_text, session->state == CNSCD_SESSION_STATE_CANCELLED);
  gtk_inscription_set_text (self->detail_text, details);
  gtk_inscription_set_text (self->state_text, overdue
                                                ? C_ ("session", "To Be Reported")
                                                : cnscd_words_for_session_state (session->state));
  cnscd_session_style (GTK_WIDGET (self), self->state_icon, session);
}

static void
update (CnscdSessionLine *self)
{
  const CnscdSessionSummary *session =
    self->item != NULL ? cnscd_session_item_get_session (self->item) : NULL;

  cnscd_session_widget_set (GTK_WIDGET (self), session);
  if (session != NULL)
    show_session (self, session);
  else
    {
      gtk_inscription_set_text (self->start_text, NULL);
      gtk_inscription_set_text (self->end_text, NULL);
      gtk_inscription_set_text (self->title_text, "…");
      gtk_inscription_set_text (self->detail_text, NULL);
      gtk_inscription_set_text (self->state_text, NULL);
    }
  gtk_widget_set_child_visible (GTK_WIDGET (self->state_icon), session != NULL);
  self->text_width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
measure_text (GtkInscription *text, int width)
{
  const char *string = gtk_inscription_get_text (text);
  int line_height = cnscd_widget_get_height (GTK_WIDGET (text), -1);
  double char_width = cnscd_widget_get_width (GTK_WIDGET (text)) / (double) N_CHARS;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (string == NULL || *string == '\0')
    return 0;
  if ((double) g_utf8_strlen (string, -1) * char_width * MAX_WIDENESS <= width)
    return line_height;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (text), string);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -MAX_LINES);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (line_height, height);
}

static int
get_time_width (CnscdSessionLine *self)
{
  return MAX (MIN_TIME_WIDTH, cnscd_widget_get_width (GTK_WIDGET (self->start_text)));
}

static int
get_text_x (CnscdSessionLine *self)
{
  return get_time_width (self) + GAP + BAR_WIDTH + GAP;
}

/* All the lines of text, for a row that has @width. */
static int
measure_texts (CnscdSessionLine *self, int width)
{
  int text_width = MAX (MIN_TEXT_WIDTH, width - get_text_x (self));

  if (text_width != self->text_width)
    {
      self->text_width = text_width;
      self->title_height = measure_text (self->title_text, text_width);
      self->detail_height = measure_text (self->detail_text, text_width);
    }
  return self->title_height + (self->detail_height > 0 ? LINE_GAP : 0) + self->detail_height +
         LINE_GAP + cnscd_widget_get_height (GTK_WIDGET (self->state_text), -1);
}

static GtkSizeRequestMode
cnscd_session_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cnscd_session_line_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  CnscdSessionLine *self = CNSCD_SESSION_LINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = get_text_x (self) + MIN_TEXT_WIDTH;
  else
    *minimum = MAX (cnscd_widget_get_height (GTK_WIDGET (self->start_text), -1) +
                      cnscd_widget_get_height (GTK_WIDGET (self->end_text), -1),
                    measure_texts (self, for_size));
  *natural = *minimum;
}

static void
cnscd_session_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdSessionLine *self = CNSCD_SESSION_LINE (widget);
  int time_width = get_time_width (self);
  int start_height = cnscd_widget_get_height (GTK_WIDGET (self->start_text), -1);
  int end_height = cnscd_widget_get_height (GTK_WIDGET (self->end_text), -1);
  int icon_width = cnscd_widget_get_width (GTK_WIDGET (self->state_icon));
  int state_height = cnscd_widget_get_height (GTK_WIDGET (self->state_text), -1);
  int text_x = get_text_x (self);
  int y = (height - start_height - end_height) / 2;

  cnscd_widget_place (GTK_WIDGET (self->start_text), 0, y, time_width, start_height);
  cnscd_widget_place (GTK_WIDGET (self->end_text), 0, y + start_height, time_width, end_height);
  cnscd_widget_place (self->bar, time_width + GAP, 0, BAR_WIDTH, height);

  y = (height - measure_texts (self, width)) / 2;
  cnscd_widget_place (GTK_WIDGET (self->title_text), text_x, y, self->text_width,
                      self->title_height);
  y += self->title_height + LINE_GAP;
  gtk_widget_set_child_visible (GTK_WIDGET (self->detail_text), self->detail_height > 0);
  if (self->detail_height > 0)
    {
      cnscd_widget_place (GTK_WIDGET (self->detail_text), text_x, y, self->text_width,
                          self->detail_height);
      y += self->detail_height + LINE_GAP;
    }
  if (icon_width > 0)
    {
      cnscd_widget_place (GTK_WIDGET (self->state_icon), text_x, y, icon_width, state_height);
      text_x += icon_width + GAP / 2;
    }
  cnscd_widget_place (GTK_WIDGET (self->state_text), text_x, y, width - text_x, state_height);
}

static void
cnscd_session_line_dispose (GObject *object)
{
  CnscdSessionLine *self = CNSCD_SESSION_LINE (object);
  GtkWidget *child;

  cnscd_session_line_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cnscd_session_line_parent_class)->dispose (object);
}

static void
cnscd_session_line_class_init (CnscdSessionLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_session_line_dispose;
  widget_class->get_request_mode = cnscd_session_line_get_request_mode;
  widget_class->measure = cnscd_session_line_measure;
  widget_class->size_allocate = cnscd_session_line_size_allocate;
}

static GtkInscription *
add_text (CnscdSessionLine *self, const char *css_class)
{
  GtkInscription *text = cnscd_widget_add_inscription (GTK_WIDGET (self), css_class);

  gtk_inscription_set_nat_chars (text, N_CHARS);
  gtk_inscription_set_wrap_mode (text, PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_yalign (text, 0);
  return text;
}

static GtkInscription *
add_time (CnscdSessionLine *self, const char *css_class)
{
  GtkInscription *text = cnscd_widget_add_inscription (GTK_WIDGET (self), css_class);

  gtk_widget_add_css_class (GTK_WIDGET (text), "numeric");
  gtk_inscription_set_nat_chars (text, strlen ("19h30"));
  gtk_inscription_set_xalign (text, 1);
  return text;
}

static void
cnscd_session_line_init (CnscdSessionLine *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "line");
  gtk_widget_add_css_class (GTK_WIDGET (self), "session-line");

  self->text_width = -1;
  self->start_text = add_time (self, "heading");
  self->end_text = add_time (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->end_text), "dimmed");
  self->bar = adw_bin_new ();
  gtk_widget_add_css_class (self->bar, "bar");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->title_text = add_text (self, NULL);
  self->detail_text = add_text (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail_text), "dimmed");
  self->state_icon = GTK_IMAGE (gtk_image_new ());
  gtk_image_set_pixel_size (self->state_icon, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), "state");
  gtk_widget_set_parent (GTK_WIDGET (self->state_icon), GTK_WIDGET (self));
  self->state_text = add_text (self, "caption");
}

/**
 * cnscd_session_line_new:
 *
 * Returns: (transfer floating): a row without a session
 */
GtkWidget *
cnscd_session_line_new (void)
{
  return g_object_new (CNSCD_TYPE_SESSION_LINE, NULL);
}

/**
 * cnscd_session_line_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
cnscd_session_line_set_item (CnscdSessionLine *self, CnscdSessionItem *item)
{
  g_return_if_fail (CNSCD_IS_SESSION_LINE (self));

  if (self->item != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->item, update, self);
      g_clear_object (&self->item);
    }
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::session", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
