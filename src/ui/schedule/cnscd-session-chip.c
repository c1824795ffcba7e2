/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-chip.h"

#include "ui/common/cnscd-widget.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-drag.h"

/* Narrower, an icon has no room beside the time. In pixels. */
#define MIN_WIDTH_FOR_ICON 52
#define GAP                3

/* Narrower than that on average no text is. In pixels. */
#define MIN_CHAR_WIDTH 4

/**
 * CnscdSessionChip:
 *
 * A session in a calendar: when, what and who, its state by colour, by an icon
 * and, when it is cancelled, by a line through it. In one line within a day of
 * a month; as a block in a week.
 */
struct _CnscdSessionChip
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkInscription *time; /* (nullable): of a block */
  GtkInscription *text;
  char *line; /* (nullable): all that its line says */
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdSessionChip, cnscd_session_chip, GTK_TYPE_WIDGET)

typedef struct
{
  CnscdSessionState state;
  const char *css_class;
  const char *icon_name; /* (nullable) */
} Look;

static const Look LOOKS[] = {
  { CNSCD_SESSION_STATE_PLANNED, "planned", NULL },
  { CNSCD_SESSION_STATE_HELD, "held", "object-select-symbolic" },
  { CNSCD_SESSION_STATE_POSTPONED, "postponed", "media-playback-pause-symbolic" },
  { CNSCD_SESSION_STATE_CANCELLED, "cancelled", "action-unavailable-symbolic" },
};

static const Look OVERDUE = { CNSCD_SESSION_STATE_UNKNOWN, "overdue", "dialog-warning-symbolic" };

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize from, gsize to)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (attributes, attribute);
}

/* In a line: of one font, for a change of font doubles what it takes to draw a month. There are
 * few such lists, and a text that keeps its own needs not be measured anew. */
static PangoAttrList *
get_line_attributes (gsize title)
{
  static PangoAttrList *lists[2];
  PangoAttrList **list = &lists[title > strlen ("9h00 ")];

  if (*list != NULL)
    return *list;

  *list = pango_attr_list_new ();
  add_attribute (*list, pango_attr_strikethrough_new (TRUE), title, PANGO_ATTR_INDEX_TO_TEXT_END);
  return *list;
}

/* What surely has no room needs not be laid out, which takes longer than all the rest of a month.
 */
static void
show_line (CnscdSessionChip *self, int width)
{
  glong n_chars = MAX (width, 0) / MIN_CHAR_WIDTH;
  g_autofree char *cut = NULL;
  g_autofree char *start = NULL;

  if (g_utf8_strlen (self->line, -1) > n_chars)
    {
      start = g_utf8_substring (self->line, 0, n_chars);
      cut = g_strconcat (start, "…", NULL);
    }
  gtk_inscription_set_text (self->text, cut != NULL ? cut : self->line);
}

static void
set_line (CnscdSessionChip *self, const CnscdSessionSummary *session, const char *time)
{
  PangoAttrList *attributes = session->state == CNSCD_SESSION_STATE_CANCELLED
                                ? get_line_attributes (strlen (time) + 1)
                                : NULL;

  g_free (self->line);
  self->line = g_strconcat (time, " ", session->title, session->teams != NULL ? " · " : NULL,
                            session->teams, NULL);
  show_line (self, gtk_widget_get_width (GTK_WIDGET (self->text)));
  if (gtk_inscription_get_attributes (self->text) != attributes)
    gtk_inscription_set_attributes (self->text, attributes);
}

static void
set_block (CnscdSessionChip *self, const CnscdSessionSummary *session, const char *time)
{
  g_autoptr (GString) text = g_string_new (session->title);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (session->state == CNSCD_SESSION_STATE_CANCELLED)
    add_attribute (attributes, pango_attr_strikethrough_new (TRUE), 0, text->len);
  if (session->teams != NULL)
    {
      gsize teams = text->len;

      g_string_append_printf (text, "\n%s", session->teams);
      add_attribute (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16 / 100 * 75), teams,
                     text->len);
    }
  add_attribute (attributes, pango_attr_insert_hyphens_new (FALSE), 0, text->len);

  gtk_inscription_set_text (self->time, time);
  gtk_inscription_set_text (self->text, text->str);
  gtk_inscription_set_attributes (self->text, attributes);
}

static void
set_text (CnscdSessionChip *self, const CnscdSessionSummary *session)
{
  g_autofree char *time = cnscd_time_format_clock (session->starts_at);

  if (self->time != NULL)
    set_block (self, session, time);
  else
    set_line (self, session, time);
}

/* What there is no room for is cut off; the height is that of a line. */
static void
cnscd_session_chip_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  CnscdSessionChip *self = CNSCD_SESSION_CHIP (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum =
      MAX (cnscd_widget_get_height (GTK_WIDGET (self->time != NULL ? self->time : self->text), -1),
           cnscd_widget_get_height (GTK_WIDGET (self->icon), -1));
  *natural = *minimum;
}

/* The icon beside the time, or below it where that is too narrow. */
static void
place_block (CnscdSessionChip *self, int width, int height)
{
  int time_height = cnscd_widget_get_height (GTK_WIDGET (self->time), -1);
  int icon_width = cnscd_widget_get_width (GTK_WIDGET (self->icon));
  int icon_height = cnscd_widget_get_height (GTK_WIDGET (self->icon), -1);
  gboolean iconic = gtk_widget_get_visible (GTK_WIDGET (self->icon));
  gboolean beside = width >= MIN_WIDTH_FOR_ICON;
  int y = time_height;

  cnscd_widget_place (GTK_WIDGET (self->time), 0, 0, iconic && beside ? width - icon_width : width,
                      time_height);
  if (iconic && beside)
    cnscd_widget_place (GTK_WIDGET (self->icon), width - icon_width,
                        (time_height - icon_height) / 2, icon_width, icon_height);
  else if (iconic)
    {
      cnscd_widget_place (GTK_WIDGET (self->icon), 0, y, icon_width, icon_height);
      y += icon_height;
    }
  gtk_widget_set_child_visible (GTK_WIDGET (self->text), height - y >= time_height);
  if (height - y >= time_height)
    cnscd_widget_place (GTK_WIDGET (self->text), 0, y, width, height - y);
}

static void
cnscd_session_chip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdSessionChip *self = CNSCD_SESSION_CHIP (widget);
  int icon_width = 0;

  if (self->time != NULL)
    {
      place_block (self, width, height);
      return;
    }

  if (gtk_widget_get_visible (GTK_WIDGET (self->icon)))
    {
      icon_width = cnscd_widget_get_width (GTK_WIDGET (self->icon));
      cnscd_widget_place (GTK_WIDGET (self->icon), 0, 0, icon_width, height);
      icon_width += GAP;
    }
  width -= icon_width;
  if (self->line != NULL && width != gtk_widget_get_width (GTK_WIDGET (self->text)))
    show_line (self, width);
  cnscd_widget_place (GTK_WIDGET (self->text), icon_width, 0, width, height);
}

static void
activate_cb (CnscdSessionChip *self)
{
  const CnscdSessionSummary *session = cnscd_session_chip_get_session (self);

  if (session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-session", "s", session->session);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, CnscdSessionChip *self)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

/* Made when somebody asks for it: there are hundreds of chips. */
static gboolean
cnscd_session_chip_query_tooltip (GtkWidget *widget,
                                  int x,
                                  int y,
                                  gboolean by_keyboard,
                                  GtkTooltip *tooltip)
{
  const CnscdSessionSummary *session = cnscd_session_widget_get (widget);
  g_autofree char *words = NULL;

  if (session == NULL || gtk_widget_has_css_class (widget, "dragged"))
    return FALSE;

  words = cnscd_words_for_session (session,
                                   cnscd_session_summary_is_overdue (session, cnscd_time_now ()));
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
cnscd_session_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cnscd_session_chip_parent_class)->dispose (object);
}

static void
cnscd_session_chip_finalize (GObject *object)
{
  g_free (CNSCD_SESSION_CHIP (object)->line);

  G_OBJECT_CLASS (cnscd_session_chip_parent_class)->finalize (object);
}

static void
cnscd_session_chip_class_init (CnscdSessionChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_session_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = cnscd_session_chip_finalize;
  widget_class->measure = cnscd_session_chip_measure;
  widget_class->size_allocate = cnscd_session_chip_size_allocate;
  widget_class->query_tooltip = cnscd_session_chip_query_tooltip;

  signals[SIGNAL_ACTIVATE] = g_signal_new_class_handler (
    "activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
    G_CALLBACK (activate_cb), NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "sessionchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
cnscd_session_chip_init (CnscdSessionChip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  self->text = cnscd_widget_add_inscription (GTK_WIDGET (self), NULL);

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  cnscd_session_drag_attach_source (GTK_WIDGET (self));
}

/**
 * cnscd_session_chip_new:
 * @block: whether it has room for several lines
 *
 * Returns: (transfer floating): a chip without a session
 */
GtkWidget *
cnscd_session_chip_new (gboolean block)
{
  CnscdSessionChip *self = g_object_new (CNSCD_TYPE_SESSION_CHIP, NULL);

  if (block)
    {
      self->time = cnscd_widget_add_inscription (GTK_WIDGET (self), NULL);
      gtk_inscription_set_text_overflow (self->time, GTK_INSCRIPTION_OVERFLOW_CLIP);
      gtk_widget_add_css_class (GTK_WIDGET (self->time), "time");
      gtk_inscription_set_yalign (self->text, 0);
      gtk_inscription_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (GTK_WIDGET (self), "block");
    }
  return GTK_WIDGET (self);
}

/**
 * cnscd_session_chip_set_session:
 * @self: a chip
 * @session: what it shows
 */
void
cnscd_session_chip_set_session (CnscdSessionChip *self, const CnscdSessionSummary *session)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CNSCD_IS_SESSION_CHIP (self) && session != NULL);

  if (cnscd_session_widget_get (GTK_WIDGET (self)) == session)
    return;

  cnscd_session_widget_set (GTK_WIDGET (self), session);
  set_text (self, session);
  cnscd_session_style (GTK_WIDGET (self), self->icon, session);
  words = cnscd_words_for_session (session,
                                   cnscd_session_summary_is_overdue (session, cnscd_time_now ()));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * cnscd_session_chip_get_session:
 * @self: a chip
 *
 * Returns: (nullable) (transfer none): what it shows
 */
const CnscdSessionSummary *
cnscd_session_chip_get_session (CnscdSessionChip *self)
{
  return cnscd_session_widget_get (GTK_WIDGET (self));
}

/**
 * cnscd_session_style:
 * @widget: what shows a session
 * @icon: gets the icon of its state
 * @session: the session
 *
 * Shows the state of a session, never by colour alone.
 */
void
cnscd_session_style (GtkWidget *widget, GtkImage *icon, const CnscdSessionSummary *session)
{
  const Look *look = NULL;
  const Look *old = g_object_get_data (G_OBJECT (widget), "look");

  if (cnscd_session_summary_is_overdue (session, cnscd_time_now ()))
    look = &OVERDUE;
  for (guint i = 0; look == NULL && i < G_N_ELEMENTS (LOOKS); i++)
    if (LOOKS[i].state == session->state)
      look = &LOOKS[i];

  /* Most often it is as it was, and a style is not cheap. */
  if (look == old && old != NULL)
    return;

  if (old != NULL)
    gtk_widget_remove_css_class (widget, old->css_class);
  if (look != NULL)
    gtk_widget_add_css_class (widget, look->css_class);
  g_object_set_data (G_OBJECT (widget), "look", (gpointer) look);
  gtk_widget_set_visible (GTK_WIDGET (icon), look != NULL && look->icon_name != NULL);
  gtk_image_set_from_icon_name (icon, look != NULL ? look->icon_name : NULL);
}
