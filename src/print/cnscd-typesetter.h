/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  CNSCD_TEXT_ALIGN_LEFT,
  CNSCD_TEXT_ALIGN_CENTER,
  CNSCD_TEXT_ALIGN_RIGHT,
  CNSCD_TEXT_ALIGN_JUSTIFY,
} CnscdTextAlign;

/**
 * CnscdTextStyle:
 * @size: of the font, in points
 * @indent: of the first line, in points
 * @line_spacing: lines apart, 1 for single; 0 is taken for 1
 * @max_lines: what is longer ends in an ellipsis; 0 for no bound
 */
typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
  CnscdTextAlign align;
  double indent;
  double line_spacing;
  guint max_lines;
} CnscdTextStyle;

/**
 * CnscdTypesetter:
 *
 * Sets paragraphs of plain text for paper: the same line breaks at any zoom
 * and on any device. Remembers the last texts as set, so share one among many
 * documents; for one thread only.
 */
typedef struct _CnscdTypesetter CnscdTypesetter;

CnscdTypesetter *cnscd_typesetter_new (void);
CnscdTypesetter *cnscd_typesetter_ref (CnscdTypesetter *typesetter);
void cnscd_typesetter_unref (CnscdTypesetter *typesetter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTypesetter, cnscd_typesetter_unref)

PangoLayout *cnscd_typesetter_set (CnscdTypesetter *typesetter,
                                   const CnscdTextStyle *style,
                                   const char *text,
                                   double width);
void cnscd_typesetter_measure (CnscdTypesetter *typesetter,
                               const CnscdTextStyle *style,
                               const char *text,
                               double width,
                               double *used_width,
                               double *used_height);
void cnscd_typesetter_draw (CnscdTypesetter *typesetter,
                            cairo_t *cr,
                            const CnscdTextStyle *style,
                            const char *text,
                            double x,
                            double y,
                            double width);
double cnscd_typesetter_get_longest_word (CnscdTypesetter *typesetter,
                                          const CnscdTextStyle *style,
                                          const char *text);
char *cnscd_typesetter_clean (const char *text);

G_END_DECLS
