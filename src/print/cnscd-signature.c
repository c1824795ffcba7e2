/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-signature.h"

#include "cnscd-page-metrics.h"
#include "cnscd-text-block.h"

/* Of the width between the margins: the block stands at the right. */
#define WIDTH_PART 0.5

/* For a signature, and a seal over a third of it: NĐ 30/2020/NĐ-CP, Điều 33. */
#define SEALING_ROOM CNSCD_MM_TO_PT (28)

/* Where nobody seals. */
#define SIGNING_ROOM CNSCD_MM_TO_PT (20)

typedef struct
{
  CnscdTextBlock *authority; /* (nullable) */
  CnscdTextBlock *note;      /* (nullable) */
  CnscdTextBlock *full_name; /* (nullable) */
  double left;
} Place;

struct _CnscdSignature
{
  Place places[2];
  guint n_places;
  double room;
  CnscdTextBlock *recipients_title; /* (nullable) */
  CnscdTextBlock *recipients;       /* (nullable) */
};

static const CnscdTextStyle authority_style = {
  .size = 13,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 5,
};
static const CnscdTextStyle name_style = {
  .size = 14,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 2,
};

static const CnscdTextStyle note_style = {
  .size = 12,
  .italic = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 2,
};

static const CnscdTextStyle recipients_title_style = {
  .size = 12,
  .bold = TRUE,
  .italic = TRUE,
};
static const CnscdTextStyle recipients_style = {
  .size = 11,
  .max_lines = 8,
};

static CnscdTextBlock *
make_block (CnscdTypesetter *typesetter,
            const CnscdTextStyle *style,
            const char *text,
            double width)
{
  return text != NULL ? cnscd_text_block_new (typesetter, style, text, CNSCD_TEXT_RULE_NONE, width)
                      : NULL;
}

static double
get_height (CnscdTextBlock *block)
{
  return block != NULL ? cnscd_text_block_get_height (block) : 0;
}

static void
add_place (CnscdSignature *signature,
           CnscdTypesetter *typesetter,
           const CnscdSignaturePlace *place,
           double left,
           double width)
{
  signature->places[signature->n_places++] = (Place) {
    .authority = make_block (typesetter, &authority_style, place->authority, width),
    .note = make_block (typesetter, &note_style, place->note, width),
    .full_name = make_block (typesetter, &name_style, place->full_name, width),
    .left = left,
  };
}

/* The names stand level. */
static double
get_name_top (CnscdSignature *signature)
{
  double height = 0;

  for (guint i = 0; i < signature->n_places; i++)
    height = MAX (height, get_height (signature->places[i].authority) +
                            get_height (signature->places[i].note));
  return height + signature->room;
}

static void
draw (CnscdTextBlock *block, cairo_t *cr, double x, double y)
{
  if (block != NULL)
    cnscd_text_block_draw (block, cr, x, y);
}

/**
 * cnscd_signature_new:
 * @typesetter: what sets the text
 * @authority: (nullable): in one or more lines: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
 * @full_name: who signs
 * @width: between the margins, in points
 *
 * Returns: (transfer full): the place to sign, at the right
 */
CnscdSignature *
cnscd_signature_new (CnscdTypesetter *typesetter,
                     const char *authority,
                     const char *full_name,
                     double width)
{
  const CnscdSignaturePlace place = { .authority = authority, .full_name = full_name };
  CnscdSignature *signature = g_new0 (CnscdSignature, 1);

  signature->room = SEALING_ROOM;
  add_place (signature, typesetter, &place, width * (1 - WIDTH_PART), width * WIDTH_PART);
  return signature;
}

/**
 * cnscd_signature_new_pair:
 * @typesetter: what sets the text
 * @left: who signs at the left
 * @right: who signs at the right
 * @width: between the margins, in points
 *
 * Returns: (transfer full): the places to sign, without a seal
 */
CnscdSignature *
cnscd_signature_new_pair (CnscdTypesetter *typesetter,
                          const CnscdSignaturePlace *left,
                          const CnscdSignaturePlace *right,
                          double width)
{
  CnscdSignature *signature = g_new0 (CnscdSignature, 1);

  signature->room = SIGNING_ROOM;
  add_place (signature, typesetter, left, 0, width * (1 - WIDTH_PART));
  add_place (signature, typesetter, right, width * (1 - WIDTH_PART), width * WIDTH_PART);
  return signature;
}

/**
 * cnscd_signature_set_recipients:
 * @signature: a place to sign
 * @typesetter: what sets the text
 * @recipients: in one or more lines: "- Lưu: VT, VHXH."
 * @width: between the margins, in points
 *
 * Has who gets the document stand at the left, level with the authority that
 * signs. NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.9.
 */
void
cnscd_signature_set_recipients (CnscdSignature *signature,
                                CnscdTypesetter *typesetter,
                                const char *recipients,
                                double width)
{
  g_return_if_fail (signature->recipients == NULL);

  signature->recipients_title =
    make_block (typesetter, &recipients_title_style, "Nơi nhận:", width * (1 - WIDTH_PART));
  signature->recipients =
    make_block (typesetter, &recipients_style, recipients, width * (1 - WIDTH_PART));
}

/**
 * cnscd_signature_free:
 * @signature: (nullable): a place to sign
 */
void
cnscd_signature_free (CnscdSignature *signature)
{
  if (signature == NULL)
    return;

  for (guint i = 0; i < signature->n_places; i++)
    {
      g_clear_pointer (&signature->places[i].authority, cnscd_text_block_free);
      g_clear_pointer (&signature->places[i].note, cnscd_text_block_free);
      g_clear_pointer (&signature->places[i].full_name, cnscd_text_block_free);
    }
  g_clear_pointer (&signature->recipients_title, cnscd_text_block_free);
  g_clear_pointer (&signature->recipients, cnscd_text_block_free);
  g_free (signature);
}

/**
 * cnscd_signature_get_height:
 * @signature: a place to sign
 *
 * Returns: points that it takes, with the room to sign
 */
double
cnscd_signature_get_height (CnscdSignature *signature)
{
  double height = 0;

  for (guint i = 0; i < signature->n_places; i++)
    height = MAX (height, get_height (signature->places[i].full_name));
  return MAX (get_name_top (signature) + height,
              get_height (signature->recipients_title) + get_height (signature->recipients));
}

/**
 * cnscd_signature_draw:
 * @signature: a place to sign
 * @cr: where to draw, one unit a point
 * @x: left margin
 * @y: upper edge
 */
void
cnscd_signature_draw (CnscdSignature *signature, cairo_t *cr, double x, double y)
{
  double name_top = get_name_top (signature);

  draw (signature->recipients_title, cr, x, y);
  draw (signature->recipients, cr, x, y + get_height (signature->recipients_title));
  for (guint i = 0; i < signature->n_places; i++)
    {
      const Place *place = &signature->places[i];
      double left = x + place->left;

      draw (place->authority, cr, left, y);
      draw (place->note, cr, left, y + get_height (place->authority));
      draw (place->full_name, cr, left, y + name_top);
    }
}
