/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-document.h"

#include "core/cnscd-phone.h"

#include "cnscd-letterhead.h"
#include "cnscd-official-text.h"
#include "cnscd-page-metrics.h"
#include "cnscd-signature.h"
#include "cnscd-text-block.h"

#define TABLE_FONT_SIZE 12
#define PAGE_NUMBER_TOP CNSCD_MM_TO_PT (10)
#define LETTERHEAD_GAP  18.0
#define TABLE_GAP       12.0
#define CLOSING_GAP     8.0
#define SIGNATURE_GAP   12.0

struct _CnscdRosterDocument
{
  GObject parent_instance;

  CnscdTypesetter *typesetter;
  CnscdPageMetrics metrics;
  char *title;
  char *author;

  CnscdLetterhead *letterhead; /* (nullable) */
  GPtrArray *heading;          /* (element-type CnscdTextBlock) */
  double heading_height;
  CnscdTable *table;
  CnscdTextBlock *closing;
  CnscdSignature *signature; /* (nullable) */
  guint n_pages;
};

static void cnscd_roster_document_iface_init (CnscdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdRosterDocument,
                               cnscd_roster_document,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_DOCUMENT,
                                                      cnscd_roster_document_iface_init))

static const CnscdTextStyle title_style = {
  .size = 14,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 6,
};
static const CnscdTextStyle reference_style = {
  .size = 14,
  .italic = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 4,
};
static const CnscdTextStyle closing_style = {
  .size = 13,
  .align = CNSCD_TEXT_ALIGN_JUSTIFY,
  .indent = CNSCD_MM_TO_PT (10),
};
static const CnscdTextStyle page_number_style = {
  .size = 14,
  .align = CNSCD_TEXT_ALIGN_CENTER,
};

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_MALE,
  COLUMN_FEMALE,
  COLUMN_OFFICE,
  COLUMN_ROLE,
  COLUMN_PHONE,
  COLUMN_NOTE,
  N_COLUMNS,
};

#define BIRTH "Năm sinh"

static const CnscdTableColumn all_columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "STT", NULL, CNSCD_TEXT_ALIGN_CENTER, 26, 0, 0 },
  [COLUMN_NAME] = { "Họ và tên", NULL, CNSCD_TEXT_ALIGN_LEFT, 84, 1, 0.6 },
  [COLUMN_MALE] = { "Nam", BIRTH, CNSCD_TEXT_ALIGN_CENTER, 34, 0, 0 },
  [COLUMN_FEMALE] = { "Nữ", BIRTH, CNSCD_TEXT_ALIGN_CENTER, 34, 0, 0 },
  [COLUMN_OFFICE] = { "Chức vụ, đơn vị", NULL, CNSCD_TEXT_ALIGN_LEFT, 76, 2, 3 },
  [COLUMN_ROLE] = { "Nhiệm vụ trong Tổ", NULL, CNSCD_TEXT_ALIGN_CENTER, 48, 0.3, 0.1 },
  [COLUMN_PHONE] = { "Số điện thoại", NULL, CNSCD_TEXT_ALIGN_CENTER, 68, 0.2, 0 },
  [COLUMN_NOTE] = { "Ghi chú", NULL, CNSCD_TEXT_ALIGN_LEFT, 48, 1, 3 },
};

static void
free_block (gpointer block)
{
  cnscd_text_block_free (block);
}

/* ---- rows ---- */

static const char *
get_role_title (CnscdRole role)
{
  switch (role)
    {
    case CNSCD_ROLE_LEADER:
      return "Tổ trưởng";
    case CNSCD_ROLE_DEPUTY:
      return "Tổ phó";
    case CNSCD_ROLE_MEMBER:
      return "Thành viên";
    case CNSCD_ROLE_UNKNOWN:
    default:
      return "";
    }
}

static void
add_person (CnscdRosterDocument *self,
            const CnscdRosterPerson *person,
            guint number,
            gboolean with_phones)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *year = NULL;
  g_autofree char *phone = NULL;
  const char *cells[N_COLUMNS];
  guint n = 0;

  year = person->birth.year > 0 ? g_strdup_printf ("%u", person->birth.year) : g_strdup ("");
  if (with_phones && person->phone != NULL)
    phone = cnscd_phone_format (person->phone);

  cells[n++] = number_text;
  cells[n++] = person->full_name;
  switch (person->gender)
    {
    case CNSCD_GENDER_MALE:
      cells[n++] = year;
      cells[n++] = "";
      break;
    case CNSCD_GENDER_FEMALE:
      cells[n++] = "";
      cells[n++] = year;
      break;
    case CNSCD_GENDER_UNKNOWN:
    default:
      /* Under neither head: either would say what nobody has said. */
      cells[n++] = year;
      cells[n++] = NULL;
      break;
    }
  cells[n++] = person->office != NULL ? person->office : "";
  cells[n++] = get_role_title (person->role);
  if (with_phones)
    cells[n++] = phone != NULL ? phone : "";
  cells[n++] = person->note != NULL ? person->note : "";

  cnscd_table_add_row (self->table, cells);
}

static void
add_people (CnscdRosterDocument *self,
            const CnscdRosterTeam *team,
            guint *number,
            gboolean with_phones)
{
  static const CnscdRole order[] = {
    CNSCD_ROLE_LEADER,
    CNSCD_ROLE_DEPUTY,
    CNSCD_ROLE_MEMBER,
    CNSCD_ROLE_UNKNOWN,
  };

  for (guint r = 0; r < G_N_ELEMENTS (order); r++)
    for (guint i = 0; i < team->people->len; i++)
      {
        const CnscdRosterPerson *person = team->people->pdata[i];

        if (person->role == order[r])
          add_person (self, person, ++*number, with_phones);
      }

  if (team->people->len == 0)
    cnscd_table_add_remark (self->table, "Chưa có thành viên");
}

static void
build_table (CnscdRosterDocument *self, const CnscdRoster *roster)
{
  CnscdTableColumn columns[N_COLUMNS];
  guint n_columns = 0;
  guint number = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (i != COLUMN_PHONE || roster->with_phones)
      columns[n_columns++] = all_columns[i];

  self->table = cnscd_table_new (self->typesetter, columns, n_columns, TABLE_FONT_SIZE);

  for (guint i = 0; i < roster->teams->len; i++)
    {
      const CnscdRosterTeam *team = roster->teams->pdata[i];

      if (roster->teams->len > 1)
        {
          g_autofree char *roman = cnscd_official_roman (i + 1);
          g_autofree char *title = g_strconcat (roman, ". ", team->title, NULL);

          cnscd_table_add_group (self->table, title);
        }

      add_people (self, team, &number, roster->with_phones);
    }
}

/* ---- heading ---- */

static void
add_heading (CnscdRosterDocument *self,
             const CnscdTextStyle *style,
             const char *text,
             const char *tag,
             CnscdTextRule rule)
{
  CnscdTextBlock *block = cnscd_text_block_new (self->typesetter, style, text, rule,
                                                cnscd_page_metrics_get_text_width (&self->metrics));

  cnscd_text_block_set_tag (block, tag);
  self->heading_height += cnscd_text_block_get_height (block);
  g_ptr_array_add (self->heading, block);
}

/* What the team's title says beyond being such a team: "xóm Ba Nhất". */
static const char *
skip_team_words (const char *title)
{
  static const char *const words[] = { "Tổ CNSCĐ ", "Tổ công nghệ số cộng đồng " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (title, words[i]))
      return title + strlen (words[i]);

  return NULL;
}

/* Both lines in capitals, and the same in lower case for the file's title. */
static char *
make_title (const CnscdRoster *roster, char **second_line)
{
  const char *first = "Danh sách thành viên Tổ công nghệ số cộng đồng";
  g_autofree char *second = NULL;
  const char *place = roster->place_name;

  if (roster->teams->len == 1)
    {
      const CnscdRosterTeam *team = roster->teams->pdata[0];
      const char *rest = skip_team_words (team->title);

      if (rest == NULL)
        first = "Danh sách thành viên";
      second =
        g_strconcat (rest != NULL ? rest : team->title, place != NULL ? ", " : NULL, place, NULL);
    }
  else if (place != NULL)
    {
      second = g_strconcat ("trên địa bàn ", place, NULL);
    }

  *second_line = g_steal_pointer (&second);

  return g_strdup (first);
}

static void
build_heading (CnscdRosterDocument *self, const CnscdRoster *roster)
{
  g_autofree char *second = NULL;
  g_autofree char *first = make_title (roster, &second);
  g_autofree char *title = g_strjoin (" ", first, second, NULL);
  g_autofree char *lines = g_strjoin ("\n", first, second, NULL);
  g_autofree char *clean = cnscd_typesetter_clean (lines);
  g_autofree char *capitals = g_utf8_strup (clean, -1);
  gboolean known = roster->decision_number != NULL || cnscd_date_is_known (roster->decision_date);

  self->title = cnscd_typesetter_clean (title);

  if (roster->annex)
    add_heading (self, &title_style, "Phụ lục", "P", CNSCD_TEXT_RULE_NONE);

  /* A roster on its own has no decision to wait for. */
  if (roster->annex || known)
    {
      g_autofree char *decision = cnscd_official_decision (
        roster->decision_number, roster->decision_date, roster->place_name);
      g_autofree char *reference =
        g_strconcat (roster->annex ? "(Kèm theo " : "(Theo ", decision, ")", NULL);

      add_heading (self, &title_style, capitals, "H1", CNSCD_TEXT_RULE_NONE);
      add_heading (self, &reference_style, reference, "P", CNSCD_TEXT_RULE_PART);
    }
  else
    {
      add_heading (self, &title_style, capitals, "H1", CNSCD_TEXT_RULE_PART);
    }
}

static void
build_letterhead (CnscdRosterDocument *self, const CnscdRoster *roster)
{
  g_autofree char *place = roster->dated_at != NULL
                             ? g_strdup (roster->dated_at)
                             : cnscd_unit_name_dup_place (roster->place_name);
  g_autofree char *place_and_date = cnscd_official_date (roster->date, place);
  CnscdLetterheadText text = {
    .superior_body = roster->superior_body,
    .issuing_body = roster->issuing_body,
    .place_and_date = place_and_date,
  };

  self->letterhead = cnscd_letterhead_new (self->typesetter, &text,
                                           cnscd_page_metrics_get_text_width (&self->metrics));
  self->heading_height += cnscd_letterhead_get_height (self->letterhead) + LETTERHEAD_GAP;
}

static void
build_closing (CnscdRosterDocument *self, const CnscdRoster *roster)
{
  g_autofree char *teams = cnscd_official_count (roster->teams->len);
  g_autofree char *people = cnscd_official_count (cnscd_roster_get_n_people (roster));
  g_autofree char *text = g_strdup_printf ("Danh sách gồm %s tổ, %s thành viên./.", teams, people);

  self->closing =
    cnscd_text_block_new (self->typesetter, &closing_style, text, CNSCD_TEXT_RULE_NONE,
                          cnscd_page_metrics_get_text_width (&self->metrics));
  if (roster->signer_name != NULL)
    self->signature =
      cnscd_signature_new (self->typesetter, roster->signer_authority, roster->signer_name,
                           cnscd_page_metrics_get_text_width (&self->metrics));
}

/* What stays together with the last row of the table. */
static double
get_tail_height (CnscdRosterDocument *self)
{
  double height = CLOSING_GAP + cnscd_text_block_get_height (self->closing);

  if (self->signature != NULL)
    height += SIGNATURE_GAP + cnscd_signature_get_height (self->signature);
  return height;
}

static void
lay_out (CnscdRosterDocument *self)
{
  double height = cnscd_page_metrics_get_text_height (&self->metrics);
  double tail = get_tail_height (self);
  const CnscdTablePage *last;
  double room = height - self->heading_height - TABLE_GAP;

  cnscd_table_lay_out (self->table, cnscd_page_metrics_get_text_width (&self->metrics), room,
                       height, tail);

  self->n_pages = cnscd_table_get_n_pages (self->table);
  last = cnscd_table_get_page (self->table, self->n_pages - 1);
  if (last->height + tail > (self->n_pages == 1 ? room : height) + 0.1)
    self->n_pages++;
}

/* ---- CnscdDocument ---- */

static guint
cnscd_roster_document_get_n_pages (CnscdDocument *document)
{
  return CNSCD_ROSTER_DOCUMENT (document)->n_pages;
}

static void
cnscd_roster_document_get_page_size (CnscdDocument *document,
                                     guint page,
                                     double *width,
                                     double *height)
{
  CnscdRosterDocument *self = CNSCD_ROSTER_DOCUMENT (document);

  *width = self->metrics.width;
  *height = self->metrics.height;
}

static double
draw_heading (CnscdRosterDocument *self, cairo_t *cr, double x, double y)
{
  if (self->letterhead != NULL)
    {
      cnscd_letterhead_draw (self->letterhead, cr, x, y);
      y += cnscd_letterhead_get_height (self->letterhead) + LETTERHEAD_GAP;
    }

  for (guint i = 0; i < self->heading->len; i++)
    {
      cnscd_text_block_draw (self->heading->pdata[i], cr, x, y);
      y += cnscd_text_block_get_height (self->heading->pdata[i]);
    }

  return y + TABLE_GAP;
}

static void
draw_closing (CnscdRosterDocument *self, cairo_t *cr, double x, double y)
{
  cnscd_text_block_draw (self->closing, cr, x, y);
  y += cnscd_text_block_get_height (self->closing) + SIGNATURE_GAP;
  if (self->signature != NULL)
    cnscd_signature_draw (self->signature, cr, x, y);
}

static void
cnscd_roster_document_draw_page (CnscdDocument *document, cairo_t *cr, guint page)
{
  CnscdRosterDocument *self = CNSCD_ROSTER_DOCUMENT (document);
  guint n_table_pages = cnscd_table_get_n_pages (self->table);
  double x = self->metrics.left;
  double y = self->metrics.top;

  if (page == 0)
    {
      y = draw_heading (self, cr, x, y);
    }
  else
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);

      cnscd_document_begin_tag (cr, "Artifact");
      cnscd_typesetter_draw (self->typesetter, cr, &page_number_style, number, x, PAGE_NUMBER_TOP,
                             cnscd_page_metrics_get_text_width (&self->metrics));
      cnscd_document_end_tag (cr, "Artifact");
    }

  if (page < n_table_pages)
    {
      cnscd_table_draw_page (self->table, cr, page, x, y);
      y += cnscd_table_get_page (self->table, page)->height + CLOSING_GAP;
    }

  if (page == self->n_pages - 1)
    draw_closing (self, cr, x, y);
}

static const char *
cnscd_roster_document_get_title (CnscdDocument *document)
{
  return CNSCD_ROSTER_DOCUMENT (document)->title;
}

static const char *
cnscd_roster_document_get_author (CnscdDocument *document)
{
  return CNSCD_ROSTER_DOCUMENT (document)->author;
}

static void
cnscd_roster_document_iface_init (CnscdDocumentInterface *iface)
{
  iface->get_n_pages = cnscd_roster_document_get_n_pages;
  iface->get_page_size = cnscd_roster_document_get_page_size;
  iface->draw_page = cnscd_roster_document_draw_page;
  iface->get_title = cnscd_roster_document_get_title;
  iface->get_author = cnscd_roster_document_get_author;
}

static void
cnscd_roster_document_finalize (GObject *object)
{
  CnscdRosterDocument *self = CNSCD_ROSTER_DOCUMENT (object);

  g_clear_pointer (&self->letterhead, cnscd_letterhead_free);
  g_clear_pointer (&self->heading, g_ptr_array_unref);
  g_clear_pointer (&self->table, cnscd_table_free);
  g_clear_pointer (&self->closing, cnscd_text_block_free);
  g_clear_pointer (&self->signature, cnscd_signature_free);
  g_clear_pointer (&self->typesetter, cnscd_typesetter_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (cnscd_roster_document_parent_class)->finalize (object);
}

static void
cnscd_roster_document_class_init (CnscdRosterDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_roster_document_finalize;
}

static void
cnscd_roster_document_init (CnscdRosterDocument *self)
{
  self->heading = g_ptr_array_new_with_free_func (free_block);
}

/**
 * cnscd_roster_document_new:
 * @roster: what to print; not kept
 * @typesetter: (nullable): what sets the text, to share among many documents
 *
 * Lays out a roster: as the annex of a decision, or on its own under the
 * letterhead of its office; signed, if somebody shall sign it, on the page of
 * its last row. All people are plain text, whatever their names
 * contain.
 *
 * Returns: (transfer full) (type CnscdRosterDocument): the pages
 */
CnscdDocument *
cnscd_roster_document_new (const CnscdRoster *roster, CnscdTypesetter *typesetter)
{
  CnscdRosterDocument *self;

  g_return_val_if_fail (roster != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_ROSTER_DOCUMENT, NULL);
  self->typesetter =
    typesetter != NULL ? cnscd_typesetter_ref (typesetter) : cnscd_typesetter_new ();
  self->metrics = cnscd_page_metrics_a4 (roster->landscape);

  if (roster->place_name != NULL)
    {
      g_autofree char *author = g_strconcat ("Ủy ban nhân dân ", roster->place_name, NULL);

      self->author = cnscd_typesetter_clean (author);
    }

  if (!roster->annex)
    build_letterhead (self, roster);
  build_heading (self, roster);
  build_table (self, roster);
  build_closing (self, roster);
  lay_out (self);

  return CNSCD_DOCUMENT (self);
}

/**
 * cnscd_roster_document_get_table:
 * @self: a roster's pages
 *
 * Returns: (transfer none): the table, laid out
 */
CnscdTable *
cnscd_roster_document_get_table (CnscdRosterDocument *self)
{
  g_return_val_if_fail (CNSCD_IS_ROSTER_DOCUMENT (self), NULL);

  return self->table;
}
