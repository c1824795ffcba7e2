/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-document.h"

#include "cnscd-official-text.h"
#include "cnscd-page-metrics.h"
#include "cnscd-part-list.h"

#define PAGE_NUMBER_TOP CNSCD_MM_TO_PT (10)
#define LETTERHEAD_GAP  18.0
#define TABLE_GAP       12.0
#define HEADING_GAP     8.0
#define CLOSING_GAP     8.0
#define SIGNATURE_GAP   12.0

/**
 * CnscdTableDocument:
 *
 * A document that is a table: what stands above it is on the first page, what
 * stands below it on the page of its last row.
 */
struct _CnscdTableDocument
{
  GObject parent_instance;

  CnscdTypesetter *typesetter;
  CnscdPageMetrics metrics;
  char *title;
  char *author;
  char *running_head; /* (nullable) */

  CnscdPartList *above;
  CnscdTable *table;
  CnscdPartList *below;
  guint n_pages;
};

static void cnscd_table_document_iface_init (CnscdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdTableDocument,
                               cnscd_table_document,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_DOCUMENT,
                                                      cnscd_table_document_iface_init))

const CnscdTextStyle CNSCD_STYLE_TITLE = {
  .size = 14,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 6,
};
const CnscdTextStyle CNSCD_STYLE_REFERENCE = {
  .size = 14,
  .italic = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 4,
};
const CnscdTextStyle CNSCD_STYLE_CLOSING = {
  .size = 13,
  .align = CNSCD_TEXT_ALIGN_JUSTIFY,
  .indent = CNSCD_MM_TO_PT (10),
};
static const CnscdTextStyle closing_title_style = {
  .size = 13,
  .bold = TRUE,
  .max_lines = 2,
};
static const CnscdTextStyle page_number_style = {
  .size = 14,
  .align = CNSCD_TEXT_ALIGN_CENTER,
};
static const CnscdTextStyle running_head_style = {
  .size = 12,
  .italic = TRUE,
  .align = CNSCD_TEXT_ALIGN_RIGHT,
  .max_lines = 1,
};

static CnscdTextBlock *
create_block (CnscdTableDocument *self,
              const CnscdTextStyle *style,
              const char *text,
              CnscdTextRule rule)
{
  return cnscd_text_block_new (self->typesetter, style, text, rule,
                               cnscd_table_document_get_text_width (self));
}

static guint
cnscd_table_document_get_n_pages (CnscdDocument *document)
{
  return CNSCD_TABLE_DOCUMENT (document)->n_pages;
}

static void
cnscd_table_document_get_page_size (CnscdDocument *document,
                                    guint page,
                                    double *width,
                                    double *height)
{
  CnscdTableDocument *self = CNSCD_TABLE_DOCUMENT (document);

  *width = self->metrics.width;
  *height = self->metrics.height;
}

static void
draw_page_head (CnscdTableDocument *self, cairo_t *cr, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  double width = cnscd_table_document_get_text_width (self);

  cnscd_document_begin_tag (cr, "Artifact");
  cnscd_typesetter_draw (self->typesetter, cr, &page_number_style, number, self->metrics.left,
                         PAGE_NUMBER_TOP, width);
  if (self->running_head != NULL)
    cnscd_typesetter_draw (self->typesetter, cr, &running_head_style, self->running_head,
                           self->metrics.left, PAGE_NUMBER_TOP, width);
  cnscd_document_end_tag (cr, "Artifact");
}

static void
cnscd_table_document_draw_page (CnscdDocument *document, cairo_t *cr, guint page)
{
  CnscdTableDocument *self = CNSCD_TABLE_DOCUMENT (document);
  double x = self->metrics.left;
  double y = self->metrics.top;

  if (page == 0)
    y = cnscd_part_list_draw (self->above, cr, x, y) + TABLE_GAP;
  else
    draw_page_head (self, cr, page);

  if (page < cnscd_table_get_n_pages (self->table))
    {
      cnscd_table_draw_page (self->table, cr, page, x, y);
      y += cnscd_table_get_page (self->table, page)->height;
    }

  if (page == self->n_pages - 1)
    cnscd_part_list_draw (self->below, cr, x, y);
}

static const char *
cnscd_table_document_get_title (CnscdDocument *document)
{
  return CNSCD_TABLE_DOCUMENT (document)->title;
}

static const char *
cnscd_table_document_get_author (CnscdDocument *document)
{
  return CNSCD_TABLE_DOCUMENT (document)->author;
}

static void
cnscd_table_document_iface_init (CnscdDocumentInterface *iface)
{
  iface->get_n_pages = cnscd_table_document_get_n_pages;
  iface->get_page_size = cnscd_table_document_get_page_size;
  iface->draw_page = cnscd_table_document_draw_page;
  iface->get_title = cnscd_table_document_get_title;
  iface->get_author = cnscd_table_document_get_author;
}

static void
cnscd_table_document_finalize (GObject *object)
{
  CnscdTableDocument *self = CNSCD_TABLE_DOCUMENT (object);

  cnscd_part_list_free (self->above);
  cnscd_part_list_free (self->below);
  g_clear_pointer (&self->table, cnscd_table_free);
  g_clear_pointer (&self->typesetter, cnscd_typesetter_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->running_head, g_free);

  G_OBJECT_CLASS (cnscd_table_document_parent_class)->finalize (object);
}

static void
cnscd_table_document_class_init (CnscdTableDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_table_document_finalize;
}

static void
cnscd_table_document_init (CnscdTableDocument *self)
{
  self->above = cnscd_part_list_new ();
  self->below = cnscd_part_list_new ();
}

/**
 * cnscd_table_document_new:
 * @typesetter: (nullable): what sets the text, to share among many documents
 * @landscape: whether its pages lie on their side
 *
 * Returns: (transfer full): a document in A4 to which nothing is added yet
 */
CnscdTableDocument *
cnscd_table_document_new (CnscdTypesetter *typesetter, gboolean landscape)
{
  CnscdTableDocument *self = g_object_new (CNSCD_TYPE_TABLE_DOCUMENT, NULL);

  self->typesetter =
    typesetter != NULL ? cnscd_typesetter_ref (typesetter) : cnscd_typesetter_new ();
  self->metrics = cnscd_page_metrics_a4 (landscape);

  return self;
}

/**
 * cnscd_table_document_get_typesetter:
 * @self: a document
 *
 * Returns: (transfer none): what sets its text
 */
CnscdTypesetter *
cnscd_table_document_get_typesetter (CnscdTableDocument *self)
{
  g_return_val_if_fail (CNSCD_IS_TABLE_DOCUMENT (self), NULL);

  return self->typesetter;
}

/**
 * cnscd_table_document_get_text_width:
 * @self: a document
 *
 * Returns: points between its left and right margin
 */
double
cnscd_table_document_get_text_width (CnscdTableDocument *self)
{
  g_return_val_if_fail (CNSCD_IS_TABLE_DOCUMENT (self), 0);

  return cnscd_page_metrics_get_text_width (&self->metrics);
}

/**
 * cnscd_table_document_set_title:
 * @self: a document
 * @title: plain text, for the properties of a file
 */
void
cnscd_table_document_set_title (CnscdTableDocument *self, const char *title)
{
  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  g_free (self->title);
  self->title = cnscd_typesetter_clean (title);
}

/**
 * cnscd_table_document_set_issuer:
 * @self: a document
 * @issuer: who issues it, for the properties of a file; not kept
 */
void
cnscd_table_document_set_issuer (CnscdTableDocument *self, const CnscdIssuer *issuer)
{
  g_autofree char *author = NULL;

  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));
  g_return_if_fail (issuer != NULL);

  if (issuer->place_name == NULL)
    return;

  author = g_strconcat ("Ủy ban nhân dân ", issuer->place_name, NULL);
  g_free (self->author);
  self->author = cnscd_typesetter_clean (author);
}

/**
 * cnscd_table_document_set_running_head:
 * @self: a document
 * @text: what tells a page that got lost where it belongs
 *
 * Has @text stand beside the number of each page but the first.
 */
void
cnscd_table_document_set_running_head (CnscdTableDocument *self, const char *text)
{
  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  g_free (self->running_head);
  self->running_head = cnscd_typesetter_clean (text);
}

/**
 * cnscd_table_document_add_letterhead:
 * @self: a document
 * @issuer: whose letterhead; not kept
 */
void
cnscd_table_document_add_letterhead (CnscdTableDocument *self, const CnscdIssuer *issuer)
{
  g_autofree char *place = NULL;
  g_autofree char *place_and_date = NULL;
  CnscdLetterheadText text = { 0 };
  CnscdLetterhead *letterhead;

  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));
  g_return_if_fail (issuer != NULL);

  place = issuer->dated_at != NULL ? g_strdup (issuer->dated_at)
                                   : cnscd_unit_name_dup_place (issuer->place_name);
  place_and_date = cnscd_official_date (issuer->date, place);
  text.superior_body = issuer->superior_body;
  text.issuing_body = issuer->issuing_body;
  text.place_and_date = place_and_date;

  letterhead =
    cnscd_letterhead_new (self->typesetter, &text, cnscd_table_document_get_text_width (self));
  cnscd_part_list_take_letterhead (self->above, letterhead, 0);
  cnscd_part_list_add_space (self->above, LETTERHEAD_GAP);
}

/**
 * cnscd_table_document_add_heading:
 * @self: a document
 * @style: how it looks
 * @text: a paragraph above the table
 * @tag: a literal: what it is in a tagged PDF: "H1", "P"
 * @rule: the rule under it
 */
void
cnscd_table_document_add_heading (CnscdTableDocument *self,
                                  const CnscdTextStyle *style,
                                  const char *text,
                                  const char *tag,
                                  CnscdTextRule rule)
{
  CnscdTextBlock *block;

  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  block = create_block (self, style, text, rule);
  cnscd_text_block_set_tag (block, tag);
  cnscd_part_list_take_block (self->above, block, 0);
}

/**
 * cnscd_table_document_add_gap:
 * @self: a document
 *
 * Keeps what is added above the table from what is there.
 */
void
cnscd_table_document_add_gap (CnscdTableDocument *self)
{
  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  cnscd_part_list_add_space (self->above, HEADING_GAP);
}

/**
 * cnscd_table_document_take_facts:
 * @self: a document
 * @facts: (transfer full): what stands above the table, as wide as the text
 */
void
cnscd_table_document_take_facts (CnscdTableDocument *self, CnscdFactList *facts)
{
  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  cnscd_part_list_take_facts (self->above, facts, 0);
}

/**
 * cnscd_table_document_take_table:
 * @self: a document
 * @table: (transfer full): its table, with all rows
 */
void
cnscd_table_document_take_table (CnscdTableDocument *self, CnscdTable *table)
{
  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));
  g_return_if_fail (self->table == NULL);

  self->table = table;
}

/**
 * cnscd_table_document_add_closing:
 * @self: a document
 * @text: a paragraph below the table, on the page of its last row
 */
void
cnscd_table_document_add_closing (CnscdTableDocument *self, const char *text)
{
  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  cnscd_part_list_take_block (self->below,
                              create_block (self, &CNSCD_STYLE_CLOSING, text, CNSCD_TEXT_RULE_NONE),
                              CLOSING_GAP);
}

/**
 * cnscd_table_document_add_closing_title:
 * @self: a document
 * @text: a title below the table, on the page of its last row
 */
void
cnscd_table_document_add_closing_title (CnscdTableDocument *self, const char *text)
{
  CnscdTextBlock *block;

  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  block = create_block (self, &closing_title_style, text, CNSCD_TEXT_RULE_NONE);
  cnscd_text_block_set_tag (block, "H3");
  cnscd_part_list_take_block (self->below, block, TABLE_GAP);
}

/**
 * cnscd_table_document_take_lower_table:
 * @self: a document
 * @table: (transfer full): a second table, with all rows, that fits on the page
 *   of the last row of the first
 */
void
cnscd_table_document_take_lower_table (CnscdTableDocument *self, CnscdTable *table)
{
  double height;

  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  height = cnscd_page_metrics_get_text_height (&self->metrics);
  cnscd_table_lay_out (table, cnscd_table_document_get_text_width (self), height, height, 0);
  cnscd_part_list_take_table (self->below, table, CLOSING_GAP);
}

/**
 * cnscd_table_document_take_signature:
 * @self: a document
 * @signature: (transfer full): where it is signed, as wide as the text
 */
void
cnscd_table_document_take_signature (CnscdTableDocument *self, CnscdSignature *signature)
{
  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));

  cnscd_part_list_take_signature (self->below, signature, SIGNATURE_GAP);
}

/**
 * cnscd_table_document_add_signer:
 * @self: a document
 * @issuer: who issues it; nothing is added where nobody signs
 * @recipients: (nullable): who gets it, in lines
 */
void
cnscd_table_document_add_signer (CnscdTableDocument *self,
                                 const CnscdIssuer *issuer,
                                 const char *recipients)
{
  double width;
  CnscdSignature *signature;

  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));
  g_return_if_fail (issuer != NULL);

  if (issuer->signer_name == NULL)
    return;

  width = cnscd_table_document_get_text_width (self);
  signature =
    cnscd_signature_new (self->typesetter, issuer->signer_authority, issuer->signer_name, width);
  if (recipients != NULL)
    cnscd_signature_set_recipients (signature, self->typesetter, recipients, width);
  cnscd_table_document_take_signature (self, signature);
}

/**
 * cnscd_table_document_lay_out:
 * @self: a document with all that stands on it
 *
 * Divides it into pages.
 */
void
cnscd_table_document_lay_out (CnscdTableDocument *self)
{
  double height, tail, room;
  const CnscdTablePage *last;

  g_return_if_fail (CNSCD_IS_TABLE_DOCUMENT (self));
  g_return_if_fail (self->table != NULL);

  height = cnscd_page_metrics_get_text_height (&self->metrics);
  tail = cnscd_part_list_get_height (self->below);
  room = height - cnscd_part_list_get_height (self->above) - TABLE_GAP;
  cnscd_table_lay_out (self->table, cnscd_table_document_get_text_width (self), room, height, tail);

  self->n_pages = cnscd_table_get_n_pages (self->table);
  last = cnscd_table_get_page (self->table, self->n_pages - 1);
  if (last->height + tail > (self->n_pages == 1 ? room : height) + 0.1)
    self->n_pages++;
}

static guint
count_rows (double room, double row_height)
{
  /* Heights are sums of fractions: let equal ones fit. */
  return room > 0 ? (guint) ((room + 0.01) / row_height) : 0;
}

/**
 * cnscd_table_document_get_capacity:
 * @self: a document that is laid out
 * @row_height: points from border to border
 *
 * Returns: how many rows of that height its pages hold
 */
guint
cnscd_table_document_get_capacity (CnscdTableDocument *self, double row_height)
{
  double head, height, tail, first;

  g_return_val_if_fail (CNSCD_IS_TABLE_DOCUMENT (self), 0);
  g_return_val_if_fail (self->n_pages > 0 && row_height > 0, 0);

  head = cnscd_table_get_head_height (self->table);
  height = cnscd_page_metrics_get_text_height (&self->metrics) - head;
  first = height - cnscd_part_list_get_height (self->above) - TABLE_GAP;
  tail = cnscd_part_list_get_height (self->below);
  if (self->n_pages == 1)
    return count_rows (first - tail, row_height);

  return count_rows (first, row_height) + (self->n_pages - 2) * count_rows (height, row_height) +
         count_rows (height - tail, row_height);
}

/**
 * cnscd_table_document_get_table:
 * @self: a document
 *
 * Returns: (transfer none): its table
 */
CnscdTable *
cnscd_table_document_get_table (CnscdTableDocument *self)
{
  g_return_val_if_fail (CNSCD_IS_TABLE_DOCUMENT (self), NULL);

  return self->table;
}
