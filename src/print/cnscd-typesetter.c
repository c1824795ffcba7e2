/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-typesetter.h"

#include "cnscd-page-metrics.h"

/* Texts remembered as set, in each of two generations: what an office's rosters
 * repeat (heads, roles, bodies) is shaped once. About 3 KB each. */
#define GENERATION_SIZE 512

typedef struct
{
  CnscdTextStyle style;
  double width;
  gboolean whole_words;
  char *text;
  PangoLayout *layout;
} Setting;

struct _CnscdTypesetter
{
  PangoContext *context;
  GHashTable *young; /* (element-type Setting Setting) */
  GHashTable *old;
};

static guint
hash_setting (gconstpointer data)
{
  const Setting *setting = data;
  guint hash = g_str_hash (setting->text);

  hash = hash * 31 + (guint) (setting->width * 16);
  hash = hash * 31 + (guint) (setting->style.size * 16);
  hash = hash * 31 + (setting->style.bold ? 1 : 0) + (setting->style.italic ? 2 : 0);

  return hash * 31 + setting->style.align;
}

static gboolean
equal_settings (gconstpointer a, gconstpointer b)
{
  const Setting *one = a;
  const Setting *other = b;

  return one->width == other->width && one->whole_words == other->whole_words &&
         one->style.size == other->style.size && one->style.bold == other->style.bold &&
         one->style.italic == other->style.italic && one->style.align == other->style.align &&
         one->style.indent == other->style.indent &&
         one->style.line_spacing == other->style.line_spacing &&
         one->style.max_lines == other->style.max_lines && g_str_equal (one->text, other->text);
}

static void
free_setting (gpointer data)
{
  Setting *setting = data;

  g_clear_object (&setting->layout);
  g_free (setting->text);
  g_free (setting);
}

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (hash_setting, equal_settings, free_setting, NULL);
}

static void
clear_typesetter (gpointer data)
{
  CnscdTypesetter *typesetter = data;

  g_clear_pointer (&typesetter->young, g_hash_table_unref);
  g_clear_pointer (&typesetter->old, g_hash_table_unref);
  g_clear_object (&typesetter->context);
}

static PangoFontDescription *
make_font (const CnscdTextStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, CNSCD_FONT_FAMILIES);
  pango_font_description_set_size (font, pango_units_from_double (style->size));
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);

  return font;
}

static PangoLayout *
make_layout (CnscdTypesetter *typesetter, const Setting *setting)
{
  const CnscdTextStyle *style = &setting->style;
  PangoLayout *layout = pango_layout_new (typesetter->context);
  PangoFontDescription *font = make_font (style);
  PangoAlignment alignment = PANGO_ALIGN_LEFT;

  if (style->align == CNSCD_TEXT_ALIGN_CENTER)
    alignment = PANGO_ALIGN_CENTER;
  else if (style->align == CNSCD_TEXT_ALIGN_RIGHT)
    alignment = PANGO_ALIGN_RIGHT;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, setting->whole_words ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout,
                          setting->width < 0 ? -1 : pango_units_from_double (setting->width));
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_justify (layout, style->align == CNSCD_TEXT_ALIGN_JUSTIFY);
  pango_layout_set_indent (layout, pango_units_from_double (style->indent));
  pango_layout_set_line_spacing (layout, style->line_spacing > 0 ? style->line_spacing : 0);
  if (style->max_lines > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -(int) style->max_lines);
    }
  pango_layout_set_text (layout, setting->text, -1);

  return layout;
}

static Setting *
steal_setting (GHashTable *generation, const Setting *wanted)
{
  gpointer setting = NULL;

  g_hash_table_steal_extended (generation, wanted, &setting, NULL);

  return setting;
}

static PangoLayout *
look_up_layout (CnscdTypesetter *typesetter, const Setting *wanted)
{
  Setting *setting = g_hash_table_lookup (typesetter->young, wanted);

  if (setting != NULL)
    return setting->layout;

  setting = steal_setting (typesetter->old, wanted);
  if (setting == NULL)
    {
      setting = g_memdup2 (wanted, sizeof *wanted);
      setting->text = g_strdup (wanted->text);
      setting->layout = make_layout (typesetter, setting);
    }

  if (g_hash_table_size (typesetter->young) >= GENERATION_SIZE)
    {
      g_hash_table_unref (typesetter->old);
      typesetter->old = g_steal_pointer (&typesetter->young);
      typesetter->young = new_generation ();
    }
  g_hash_table_add (typesetter->young, setting);

  return setting->layout;
}

static gboolean
is_unprintable (gunichar c)
{
  if (c == '\n')
    return FALSE;

  /* Overrides of the writing direction would let a name rearrange its cell. */
  return g_unichar_iscntrl (c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * cnscd_typesetter_new:
 *
 * Makes a typesetter for Vietnamese text in the font of official documents.
 *
 * Returns: (transfer full): the typesetter
 */
CnscdTypesetter *
cnscd_typesetter_new (void)
{
  CnscdTypesetter *typesetter = g_rc_box_new0 (CnscdTypesetter);
  cairo_font_options_t *options = cairo_font_options_create ();

  typesetter->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  /* At 72 dots an inch a unit is a point; without hinting, widths do not
   * depend on the device. */
  pango_cairo_context_set_resolution (typesetter->context, 72);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (typesetter->context, options);
  cairo_font_options_destroy (options);

  pango_context_set_round_glyph_positions (typesetter->context, FALSE);
  pango_context_set_language (typesetter->context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (typesetter->context, PANGO_DIRECTION_LTR);

  typesetter->young = new_generation ();
  typesetter->old = new_generation ();

  return typesetter;
}

/**
 * cnscd_typesetter_ref:
 * @typesetter: a typesetter
 *
 * Returns: (transfer full): @typesetter
 */
CnscdTypesetter *
cnscd_typesetter_ref (CnscdTypesetter *typesetter)
{
  return g_rc_box_acquire (typesetter);
}

/**
 * cnscd_typesetter_unref:
 * @typesetter: (transfer full): a typesetter
 */
void
cnscd_typesetter_unref (CnscdTypesetter *typesetter)
{
  g_rc_box_release_full (typesetter, clear_typesetter);
}

/**
 * cnscd_typesetter_set:
 * @typesetter: a typesetter
 * @style: how the text looks
 * @text: plain text, as cnscd_typesetter_clean() leaves it; never markup
 * @width: points to break the lines at, or a negative number for no breaks
 *
 * Sets one text.
 *
 * Returns: (transfer none): the layout, until the typesetter is used again
 */
PangoLayout *
cnscd_typesetter_set (CnscdTypesetter *typesetter,
                      const CnscdTextStyle *style,
                      const char *text,
                      double width)
{
  Setting wanted = { .style = *style, .width = MAX (width, -1), .text = (char *) text };

  return look_up_layout (typesetter, &wanted);
}

/**
 * cnscd_typesetter_measure:
 * @typesetter: a typesetter
 * @style: how the text looks
 * @text: plain text
 * @width: points to break the lines at, or a negative number for no breaks
 * @used_width: (out) (optional): points that the longest line takes
 * @used_height: (out) (optional): points that all lines take
 */
void
cnscd_typesetter_measure (CnscdTypesetter *typesetter,
                          const CnscdTextStyle *style,
                          const char *text,
                          double width,
                          double *used_width,
                          double *used_height)
{
  PangoLayout *layout = cnscd_typesetter_set (typesetter, style, text, width);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  if (used_width != NULL)
    *used_width = pango_units_to_double (extents.width);
  if (used_height != NULL)
    *used_height = pango_units_to_double (extents.height);
}

/**
 * cnscd_typesetter_draw:
 * @typesetter: a typesetter
 * @cr: where to draw, one unit a point
 * @style: how the text looks
 * @text: plain text
 * @x: left edge
 * @y: upper edge
 * @width: points to break the lines at
 */
void
cnscd_typesetter_draw (CnscdTypesetter *typesetter,
                       cairo_t *cr,
                       const CnscdTextStyle *style,
                       const char *text,
                       double x,
                       double y,
                       double width)
{
  PangoLayout *layout = cnscd_typesetter_set (typesetter, style, text, width);

  /* Not pango_cairo_update_layout(): it would adopt the device's hinting and
   * break the lines anew. */
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * cnscd_typesetter_get_longest_word:
 * @typesetter: a typesetter
 * @style: how the text looks
 * @text: plain text
 *
 * Returns: points that the text needs at least if no word is to be broken
 */
double
cnscd_typesetter_get_longest_word (CnscdTypesetter *typesetter,
                                   const CnscdTextStyle *style,
                                   const char *text)
{
  Setting wanted = { .style = *style, .width = 1, .whole_words = TRUE, .text = (char *) text };
  PangoRectangle extents;

  pango_layout_get_extents (look_up_layout (typesetter, &wanted), NULL, &extents);

  return pango_units_to_double (extents.width);
}

/**
 * cnscd_typesetter_clean:
 * @text: (nullable): text from anywhere
 *
 * Makes text safe to set: valid UTF-8, without control characters other than
 * the line feed and without overrides of the writing direction.
 *
 * Returns: (transfer full): the text, empty for %NULL
 */
char *
cnscd_typesetter_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;

  if (text == NULL)
    return g_strdup ("");

  valid = g_utf8_make_valid (text, -1);
  clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_unprintable (c))
        g_string_append_unichar (clean, c);
      else if (c == '\t' || c == '\r' || c == '\v' || c == '\f')
        g_string_append_c (clean, ' ');
    }

  return g_string_free_and_steal (clean);
}
