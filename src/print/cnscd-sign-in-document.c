/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-sign-in-document.h"

#include "cnscd-fact-list.h"
#include "cnscd-official-text.h"
#include "cnscd-page-metrics.h"
#include "cnscd-table-document.h"
#include "core/cnscd-session-words.h"

/* Where people sign who do not write every day. */
#define SIGNING_ROW CNSCD_MM_TO_PT (8.5)

/* Of the table that is filled in afterwards. */
#define RESULT_ROW CNSCD_MM_TO_PT (6.5)

/* More would not fit on a page with the signatures. */
#define MAX_RESULTS 20

/* For a pen. */
#define BLANK "........................................................................"

#define BIRTH "Năm sinh"

static const CnscdTableColumn columns[] = {
  { "STT", NULL, CNSCD_TEXT_ALIGN_CENTER, 30, 0, 0 },
  { "Họ và tên", NULL, CNSCD_TEXT_ALIGN_LEFT, 110, 3, 0 },
  { "Nam", BIRTH, CNSCD_TEXT_ALIGN_CENTER, 38, 0, 0 },
  { "Nữ", BIRTH, CNSCD_TEXT_ALIGN_CENTER, 38, 0, 0 },
  { "Địa chỉ (xóm)", NULL, CNSCD_TEXT_ALIGN_LEFT, 70, 1, 0 },
  { "Nội dung được hướng dẫn", NULL, CNSCD_TEXT_ALIGN_LEFT, 70, 1, 0 },
  { "Ký tên", NULL, CNSCD_TEXT_ALIGN_LEFT, 62, 1, 0 },
};

static const CnscdTableColumn result_columns[] = {
  { "STT", NULL, CNSCD_TEXT_ALIGN_CENTER, 30, 0, 0 },
  { "Chỉ tiêu", NULL, CNSCD_TEXT_ALIGN_LEFT, 80, 3, 3 },
  { "ĐVT", NULL, CNSCD_TEXT_ALIGN_CENTER, 40, 0, 0.1 },
  { "Kết quả", NULL, CNSCD_TEXT_ALIGN_CENTER, 50, 0.5, 0 },
};

static const CnscdTextStyle code_style = {
  .size = 14,
  .bold = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
  .max_lines = 1,
};
static const CnscdTextStyle state_style = {
  .size = 13,
  .bold = TRUE,
  .italic = TRUE,
  .align = CNSCD_TEXT_ALIGN_CENTER,
};

/* ---- above the table ---- */

static void
add_heading (CnscdTableDocument *document, const CnscdSignIn *sheet)
{
  g_autofree char *code = g_strconcat ("Mã buổi: ", sheet->code, NULL);
  g_autofree char *day = cnscd_official_date (cnscd_time_get_day (sheet->starts_at), NULL);
  g_autofree char *title =
    g_strconcat ("Danh sách ký tên buổi hướng dẫn ", sheet->code, " ", day, NULL);

  cnscd_table_document_set_title (document, title);
  cnscd_table_document_set_running_head (document, code);
  cnscd_table_document_add_heading (document, &CNSCD_STYLE_TITLE, "DANH SÁCH KÝ TÊN", "H1",
                                    CNSCD_TEXT_RULE_NONE);
  cnscd_table_document_add_heading (document, &CNSCD_STYLE_TITLE,
                                    "Người dân tham gia buổi hướng dẫn của Tổ công nghệ số cộng "
                                    "đồng",
                                    "H2", CNSCD_TEXT_RULE_PART);
  cnscd_table_document_add_gap (document);
  cnscd_table_document_add_heading (document, &code_style, code, "P", CNSCD_TEXT_RULE_BOX);
  if (sheet->state == CNSCD_SESSION_STATE_POSTPONED)
    cnscd_table_document_add_heading (document, &state_style, "Buổi hướng dẫn đã hoãn", "P",
                                      CNSCD_TEXT_RULE_NONE);
  else if (sheet->state == CNSCD_SESSION_STATE_CANCELLED)
    cnscd_table_document_add_heading (document, &state_style, "Buổi hướng dẫn đã hủy", "P",
                                      CNSCD_TEXT_RULE_NONE);
  cnscd_table_document_add_gap (document);
}

static char *
describe_time (const CnscdSignIn *sheet)
{
  CnscdDate day = cnscd_time_get_day (sheet->starts_at);
  g_autofree char *hours = cnscd_session_dup_hours (sheet->starts_at, sheet->ends_at);
  g_autofree char *date = cnscd_official_date (day, NULL);
  g_autofree char *lunar = cnscd_official_lunar (day);

  return g_strconcat (hours, ", ", cnscd_weekday_get_title (cnscd_date_get_weekday (day)), ", ",
                      date, lunar != NULL ? " (" : NULL, lunar,
                      lunar != NULL ? " âm\302\240lịch)" : NULL, NULL);
}

static char *
describe_guides (const CnscdSignIn *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->guides->len; i++)
    {
      const CnscdSignInGuide *guide = sheet->guides->pdata[i];

      g_autofree char *words = cnscd_guide_dup_words (guide->full_name, guide->part);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", words);
    }
  return g_string_free_and_steal (text);
}

static char *
describe_audience (const CnscdSignIn *sheet)
{
  g_autofree char *expected =
    sheet->expected >= 0 ? g_strdup_printf ("dự kiến %" G_GINT64_FORMAT " người", sheet->expected)
                         : NULL;

  return g_strconcat (sheet->audience != NULL ? sheet->audience : "",
                      sheet->audience != NULL && expected != NULL ? ", " : "",
                      expected != NULL ? expected : "", NULL);
}

static void
add_fact (CnscdFactList *facts, const char *label, const char *value)
{
  cnscd_fact_list_add (facts, label, value != NULL && *value != '\0' ? value : BLANK);
}

static void
add_facts (CnscdTableDocument *document, const CnscdSignIn *sheet)
{
  CnscdFactList *facts = cnscd_fact_list_new (cnscd_table_document_get_typesetter (document),
                                              cnscd_table_document_get_text_width (document));
  g_autofree char *content = cnscd_session_dup_content (sheet->title, sheet->topics);
  g_autofree char *time = describe_time (sheet);
  g_autofree char *guides = describe_guides (sheet);
  g_autofree char *audience = describe_audience (sheet);

  add_fact (facts, "Nội dung:", content);
  add_fact (facts, "Thời gian:", time);
  add_fact (facts, "Địa điểm:", sheet->place);
  add_fact (facts, "Đơn vị tổ chức:", sheet->teams);
  add_fact (facts, "Người hướng dẫn:", guides);
  add_fact (facts, "Đối tượng:", audience);
  cnscd_table_document_take_facts (document, facts);
}

/* ---- below it ---- */

static void
add_result (CnscdTable *table, guint number, const char *name, const char *unit, gint64 value)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *value_text =
    value >= 0 ? cnscd_official_count ((guint) MIN (value, G_MAXUINT)) : g_strdup ("");
  const char *const cells[] = { number_text, name, unit != NULL ? unit : "", value_text };

  cnscd_table_add_row (table, cells);
}

static void
add_results (CnscdTableDocument *document, const CnscdSignIn *sheet)
{
  static const struct
  {
    const char *name;
    const char *unit;
  } counts[] = {
    { "Tổng số người tham gia", "người" },
    { "Trong đó: Nữ", "người" },
    { "Trong đó: Người cao tuổi (từ đủ 60 tuổi)", "người" },
    { "Hộ nghèo có người tham gia", "hộ" },
  };
  CnscdTable *table =
    cnscd_table_new (cnscd_table_document_get_typesetter (document), result_columns,
                     G_N_ELEMENTS (result_columns), CNSCD_TABLE_FONT_SIZE);
  guint n_results = MIN (sheet->results->len, MAX_RESULTS);
  guint number = 0;

  cnscd_table_set_row_height (table, RESULT_ROW);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    add_result (table, ++number, counts[i].name, counts[i].unit, sheet->counts[i]);
  for (guint i = 0; i < n_results; i++)
    {
      const CnscdSignInResult *result = sheet->results->pdata[i];

      add_result (table, ++number, result->indicator, result->unit_of_measure, result->value);
    }
  if (n_results < sheet->results->len)
    add_result (table, ++number, "Chỉ tiêu khác:", "", CNSCD_COUNT_UNKNOWN);

  cnscd_table_document_add_closing_title (document, "Kết quả (ghi sau buổi hướng dẫn)");
  cnscd_table_document_take_lower_table (document, table);
}

static void
add_signatures (CnscdTableDocument *document, const CnscdSignIn *sheet)
{
  const CnscdSignInGuide *first = sheet->guides->len > 0 ? sheet->guides->pdata[0] : NULL;
  const CnscdSignaturePlace guide = {
    .authority = "NGƯỜI HƯỚNG DẪN",
    .note = "(Ký, ghi rõ họ tên)",
    .full_name = first != NULL ? first->full_name : NULL,
  };
  const CnscdSignaturePlace leader = {
    .authority = "TỔ TRƯỞNG",
    .note = "(Ký, ghi rõ họ tên)",
    .full_name = sheet->leader,
  };

  cnscd_table_document_take_signature (
    document, cnscd_signature_new_pair (cnscd_table_document_get_typesetter (document), &guide,
                                        &leader, cnscd_table_document_get_text_width (document)));
}

/* ---- the table ---- */

static void
add_blank_row (CnscdTable *table)
{
  g_autofree char *number = g_strdup_printf ("%u", cnscd_table_get_n_rows (table) + 1);
  const char *const cells[G_N_ELEMENTS (columns)] = { number, "", "", "", "", "", "" };

  cnscd_table_add_row (table, cells);
}

/* As many as the pages hold that the wanted ones begin. */
static void
lay_out (CnscdTableDocument *document, CnscdTable *table)
{
  guint capacity;

  cnscd_table_document_lay_out (document);
  capacity = cnscd_table_document_get_capacity (document, SIGNING_ROW);
  while (cnscd_table_get_n_rows (table) < capacity)
    add_blank_row (table);
  cnscd_table_document_lay_out (document);
}

/**
 * cnscd_sign_in_document_new:
 * @sheet: what to print; not kept
 * @typesetter: (nullable): what sets the text, to share among many documents
 *
 * Lays out the sign-in sheet of a session: lines for those who come, whole pages
 * of them; what officials count afterwards; and where the guide and the leader
 * of the team sign. The code of the session stands on every page.
 *
 * Returns: (transfer full) (type CnscdTableDocument): the pages
 */
CnscdDocument *
cnscd_sign_in_document_new (const CnscdSignIn *sheet, CnscdTypesetter *typesetter)
{
  CnscdTableDocument *document;
  CnscdTable *table;

  g_return_val_if_fail (sheet != NULL, NULL);

  document = cnscd_table_document_new (typesetter, FALSE);
  table = cnscd_table_new (cnscd_table_document_get_typesetter (document), columns,
                           G_N_ELEMENTS (columns), CNSCD_TABLE_FONT_SIZE);
  cnscd_table_set_row_height (table, SIGNING_ROW);
  for (guint n = cnscd_sign_in_get_n_rows (sheet); n > 0; n--)
    add_blank_row (table);

  cnscd_table_document_set_issuer (document, &sheet->issuer);
  cnscd_table_document_add_letterhead (document, &sheet->issuer);
  add_heading (document, sheet);
  add_facts (document, sheet);
  cnscd_table_document_take_table (document, table);
  add_results (document, sheet);
  add_signatures (document, sheet);
  lay_out (document, table);

  return CNSCD_DOCUMENT (document);
}
