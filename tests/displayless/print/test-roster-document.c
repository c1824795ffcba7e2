/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/cnscd-document-book.h"
#include "print/cnscd-layout.h"
#include "print/cnscd-page-metrics.h"
#include "print/cnscd-roster-document.h"
#include "print/cnscd-table-document.h"
#include "print/cnscd-text-block.h"

#include "document-text.h"
#include "sample-rosters.h"

/* No lonely group row, no split row, the closing with the last row, whatever the roster. */
static void
test_layout (void)
{
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (CnscdRoster) roster = sample_roster_new (seed, 2 + seed % 30, seed % 3, 9);
      g_autoptr (CnscdDocument) document = NULL;
      CnscdTable *table;
      guint next = 0;

      roster->with_phones = seed % 2;
      roster->landscape = seed % 5 == 0;
      document = cnscd_roster_document_new (roster, NULL);
      table = cnscd_table_document_get_table (CNSCD_TABLE_DOCUMENT (document));

      g_assert_cmpuint (cnscd_document_get_n_pages (document), ==, cnscd_table_get_n_pages (table));
      for (guint p = 0; p < cnscd_table_get_n_pages (table); p++)
        {
          const CnscdTablePage *page = cnscd_table_get_page (table, p);

          g_assert_cmpuint (page->first, ==, next);
          g_assert_cmpuint (page->end, >, page->first);
          g_assert_cmpfloat (page->from, ==, 0);
          g_assert_cmpfloat (page->to, ==, 0);
          g_assert_cmpint (cnscd_table_get_row_kind (table, page->end - 1), !=,
                           CNSCD_TABLE_ROW_GROUP);
          next = page->end;
        }
      g_assert_cmpuint (next, ==, cnscd_table_get_n_rows (table));
    }
}

/* Each page begins with the head; page numbers from the second page on. */
static void
test_pages (void)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (1, 36, 7, 7);
  g_autoptr (CnscdDocument) document = cnscd_roster_document_new (roster, NULL);
  g_autofree char *text = read_text (document);
  g_auto (GStrv) pages = NULL;
  guint n_pages = cnscd_document_get_n_pages (document);

  if (text == NULL)
    return;

  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1);
  g_assert_cmpuint (n_pages, >, 5);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *page = sample_roster_squeeze (pages[i]);
      g_autofree char *number = g_strdup_printf ("%u ", i + 1);

      g_assert_cmpuint (count_text (page, "STT"), ==, 1);
      g_assert_cmpuint (count_text (page, "Nam Nữ"), ==, 1);
      if (i == 0)
        g_assert_true (g_str_has_prefix (page, "Phụ lục DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ "
                                               "CỘNG ĐỒNG TRÊN ĐỊA BÀN XÃ VÕ NHAI (Kèm theo"));
      else
        g_assert_true (g_str_has_prefix (page, number));
    }
}

/* Nothing leaves the text area, whatever there is to fit in. */
static void
test_margins (void)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (CnscdRoster) roster = sample_roster_new (i, i == 0 ? 1 : 12, 7, 9);
      g_autoptr (CnscdDocument) document = NULL;

      roster->with_phones = (i & 1) != 0;
      roster->landscape = (i & 2) != 0;
      roster->annex = (i & 4) == 0;
      document = cnscd_roster_document_new (roster, NULL);
      assert_margins (document);
    }
}

/* Every person once, numbered on through the groups, and the counts at the end. */
static void
test_everyone (void)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (2, 36, 7, 7);
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *at;
  guint number = 0;

  /* Names short enough for one line, on a page wide enough. */
  roster->landscape = TRUE;
  for (guint t = 0; t < roster->teams->len; t++)
    {
      CnscdRosterTeam *team = roster->teams->pdata[t];

      for (guint i = 0; i < team->people->len; i++)
        {
          CnscdRosterPerson *person = team->people->pdata[i];

          g_free (person->full_name);
          person->full_name = g_strdup_printf ("Đặng Văn Ẩn %u%c", t, 'a' + i);
        }
    }
  document = cnscd_roster_document_new (roster, NULL);
  text = read_squeezed (document);
  if (text == NULL)
    return;

  at = text;
  for (guint t = 0; t < roster->teams->len; t++)
    {
      CnscdRosterTeam *team = roster->teams->pdata[t];

      at = strstr (at, team->title);
      g_assert_nonnull (at);
      for (guint i = 0; i < team->people->len; i++)
        {
          CnscdRosterPerson *person = team->people->pdata[i];
          g_autofree char *row = g_strdup_printf (" %u %s ", ++number, person->full_name);

          at = strstr (at, row);
          g_assert_nonnull (at);
        }
    }

  assert_contains (text, " I. Tổ CNSCĐ xóm số 1 1 ");
  assert_contains (text, " XXXVI. Tổ CNSCĐ xóm số 36 ");
  assert_contains (text, "(Kèm theo Quyết định số 103/QĐ-UBND ngày 29 tháng 11 năm 2025 của Ủy "
                         "ban nhân dân xã Võ Nhai)");
  g_assert_true (g_str_has_suffix (text, "Danh sách gồm 36 tổ, 252 thành viên./."));
}

static void
test_phones (void)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (3, 2, 5, 5);
  CnscdRosterTeam *team = roster->teams->pdata[0];
  CnscdRosterPerson *person = team->people->pdata[0];
  g_autoptr (CnscdDocument) without = cnscd_roster_document_new (roster, NULL);
  g_autoptr (CnscdDocument) with = NULL;
  g_autofree char *private_text = read_squeezed (without);
  g_autofree char *text = NULL;

  if (private_text == NULL)
    return;

  g_assert_null (strstr (private_text, "thoại"));
  g_assert_null (strstr (private_text, "09"));

  roster->with_phones = TRUE;
  with = cnscd_roster_document_new (roster, NULL);
  text = read_squeezed (with);
  assert_contains (text, "Số điện thoại");
  g_assert_true (g_str_has_prefix (person->phone, "09"));
  g_assert_cmpuint (count_text (text, " 09"), ==, 10);
}

/* Leader, deputies, members, in whatever order they were added. */
static void
test_ranks (void)
{
  g_autoptr (CnscdRoster) roster = cnscd_roster_new ();
  CnscdRosterTeam *team = cnscd_roster_add_team (roster, "Tổ CNSCĐ xóm Ba Nhất");
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;

  cnscd_roster_team_add_person (team, "Bốn")->role = CNSCD_ROLE_UNKNOWN;
  cnscd_roster_team_add_person (team, "Ba")->role = CNSCD_ROLE_MEMBER;
  cnscd_roster_team_add_person (team, "Hai")->role = CNSCD_ROLE_DEPUTY;
  cnscd_roster_team_add_person (team, "Một")->role = CNSCD_ROLE_LEADER;

  document = cnscd_roster_document_new (roster, NULL);
  text = read_squeezed (document);
  if (text == NULL)
    return;

  assert_contains (text, "1 Một Tổ trưởng 2 Hai Tổ phó 3 Ba Thành viên 4 Bốn Danh sách gồm 1 tổ, "
                         "4 thành viên./.");
}

/* The year only, under its gender; nothing where nothing is known, never 0. */
static void
test_births (void)
{
  g_autoptr (CnscdRoster) roster = cnscd_roster_new ();
  CnscdRosterTeam *team = cnscd_roster_add_team (roster, "Tổ CNSCĐ xóm Ba Nhất");
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  CnscdRosterPerson *person;
  glong male = -1, female = -1, unknown = -1;

  person = cnscd_roster_team_add_person (team, "Người Nam");
  person->gender = CNSCD_GENDER_MALE;
  person->birth = CNSCD_DATE (1961, 6, 21);
  person = cnscd_roster_team_add_person (team, "Người Nữ");
  person->gender = CNSCD_GENDER_FEMALE;
  person->birth = CNSCD_DATE (1962, 0, 0);
  person = cnscd_roster_team_add_person (team, "Người Ấy");
  person->birth = CNSCD_DATE (1963, 0, 0);
  person = cnscd_roster_team_add_person (team, "Người Kia");
  person->gender = CNSCD_GENDER_FEMALE;

  document = cnscd_roster_document_new (roster, NULL);
  text = read_text (document);
  if (text == NULL)
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *at;

      if ((at = strstr (lines[i], "1961")) != NULL)
        male = g_utf8_pointer_to_offset (lines[i], at);
      else if ((at = strstr (lines[i], "1962")) != NULL)
        female = g_utf8_pointer_to_offset (lines[i], at);
      else if ((at = strstr (lines[i], "1963")) != NULL)
        unknown = g_utf8_pointer_to_offset (lines[i], at);
      else if (strstr (lines[i], "Người Kia") != NULL)
        g_assert_null (strpbrk (strstr (lines[i], "Kia"), "0123456789"));
    }

  g_assert_cmpint (male, >, 0);
  g_assert_cmpint (unknown, >, male);
  g_assert_cmpint (female, >, unknown);
  g_assert_null (strstr (text, "21/06"));
}

static void
test_blanks (void)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (4, 2, 1, 1);
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&roster->decision_number, g_free);
  roster->decision_date = CNSCD_DATE_UNKNOWN;
  document = cnscd_roster_document_new (roster, NULL);
  text = read_squeezed (document);
  if (text == NULL)
    return;

  assert_contains (text, "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm của Ủy ban nhân dân xã "
                         "Võ Nhai)");
}

static void
test_empty (void)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (5, 3, 0, 0);
  g_autoptr (CnscdDocument) document = cnscd_roster_document_new (roster, NULL);
  g_autoptr (CnscdRoster) nothing = cnscd_roster_new ();
  g_autoptr (CnscdDocument) blank = cnscd_roster_document_new (nothing, NULL);
  g_autofree char *text = read_squeezed (document);

  g_assert_cmpuint (cnscd_document_get_n_pages (blank), ==, 1);
  if (text == NULL)
    return;

  g_assert_cmpuint (count_text (text, "Chưa có thành viên"), ==, 3);
  assert_contains (text, "Danh sách gồm 3 tổ, 0 thành viên./.");
}

/* On its own a roster carries the letterhead; an annex never does. */
static void
test_letterhead (void)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (6, 1, 7, 7);
  g_autoptr (CnscdDocument) annex = cnscd_roster_document_new (roster, NULL);
  g_autoptr (CnscdDocument) alone = NULL;
  g_autofree char *annex_text = read_squeezed (annex);
  g_autofree char *text = NULL;

  if (annex_text == NULL)
    return;

  g_assert_null (strstr (annex_text, "CỘNG HÒA"));
  g_assert_null (strstr (annex_text, "I. Tổ"));
  assert_contains (annex_text, "Phụ lục DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÓM SỐ 1, "
                               "XÃ VÕ NHAI");

  roster->annex = FALSE;
  roster->issuer.date = CNSCD_DATE (2026, 1, 5);
  alone = cnscd_roster_document_new (roster, NULL);
  text = read_squeezed (alone);
  g_assert_null (strstr (text, "Phụ lục"));
  assert_contains (text, "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  assert_contains (text, "XÃ VÕ NHAI Độc lập - Tự do - Hạnh phúc");
  assert_contains (text, "Võ Nhai, ngày 05 tháng 01 năm 2026");
  assert_contains (text, "Danh sách gồm 1 tổ, 7 thành viên./.");
}

/* An office has its own superior, its own lines, and its own name for where it is. */
static void
test_office (void)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (6, 1, 7, 7);
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;

  roster->annex = FALSE;
  roster->issuer.superior_body = g_strdup ("ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN");
  g_set_str (&roster->issuer.issuing_body, "SỞ KHOA HỌC\nVÀ CÔNG NGHỆ");
  roster->issuer.dated_at = g_strdup ("Thái Nguyên");
  roster->issuer.date = CNSCD_DATE (2026, 6, 29);
  document = cnscd_roster_document_new (roster, NULL);
  text = read_squeezed (document);
  if (text == NULL)
    return;

  assert_contains (text, "SỞ KHOA HỌC");
  assert_contains (text, "VÀ CÔNG NGHỆ");
  assert_contains (text, "Thái Nguyên, ngày 29 tháng 6 năm 2026");
  assert_contains (text, "XÓM SỐ 1, XÃ VÕ NHAI");
}

/* The y of a word's upper edge and the x of its middle, on the page it was found on, from 1. */
static guint
find_word (const char *boxes, const char *word, double *middle, double *top)
{
  g_autofree char *end = g_strconcat (">", word, "</word>", NULL);
  g_auto (GStrv) lines = g_strsplit (boxes, "\n", -1);
  guint page = 0;
  guint found = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x1, y1, x2, y2;

      if (strstr (lines[i], "<page ") != NULL)
        page++;
      if (strstr (lines[i], end) != NULL &&
          sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x1, &y1,
                  &x2, &y2) == 4)
        {
          found = page;
          *middle = (x1 + x2) / 2;
          *top = y1;
        }
    }

  return found;
}

/* Lower right, under the end of the list, and with the last row on its page: a signature that
 * stands alone would sign anything. */
static void
test_signature (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (CnscdRoster) roster = sample_roster_new (seed, 1 + seed % 23, 1, 9);
      g_autoptr (CnscdDocument) document = NULL;
      g_autofree char *boxes = NULL;
      double width, height, middle, top, closing, name_top;
      guint n_pages;

      roster->annex = seed % 2;
      roster->landscape = seed % 3 == 0;
      roster->issuer.signer_authority = g_strdup ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦTỊCH\nPHÓ CHỦ TỊCH");
      roster->issuer.signer_name = g_strdup ("Nguyễn NgườiKý");
      document = cnscd_roster_document_new (roster, NULL);
      n_pages = cnscd_document_get_n_pages (document);
      g_assert_cmpuint (
        n_pages, ==,
        cnscd_table_get_n_pages (cnscd_table_document_get_table (CNSCD_TABLE_DOCUMENT (document))));
      if (seed % 8 != 0)
        continue;

      boxes = read_as (document, "-bbox");
      if (boxes == NULL)
        return;
      assert_margins (document);
      cnscd_document_get_page_size (document, 0, &width, &height);
      g_assert_cmpuint (find_word (boxes, "viên./.", &middle, &closing), ==, n_pages);
      g_assert_cmpuint (find_word (boxes, "CHỦTỊCH", &middle, &top), ==, n_pages);
      g_assert_cmpfloat (middle, >, width / 2);
      g_assert_cmpfloat (top, >, closing);
      g_assert_cmpuint (find_word (boxes, "NgườiKý", &middle, &name_top), ==, n_pages);
      g_assert_cmpfloat (middle, >, width / 2);
      /* Room for a pen and a seal. */
      g_assert_cmpfloat (name_top - top, >, CNSCD_MM_TO_PT (28));
    }
}

/* What cannot stand in a name of a file does not, and the name fits. */
static void
test_file_name (void)
{
  g_autoptr (CnscdRoster) roster = cnscd_roster_new ();
  g_autofree char *endless = g_strnfill (4000, 'W');
  const struct
  {
    const char *title;
    const char *name;
  } cases[] = {
    { "Tổ CNSCĐ xóm Ba Nhất",
      "Danh sách thành viên Tổ công nghệ số cộng đồng xóm Ba Nhất, xã Võ Nhai.pdf" },
    { "Tổ 1/2: <a>\\b?", "Danh sách thành viên Tổ 1-2- -a-b-, xã Võ Nhai.pdf" },
  };

  roster->issuer.place_name = g_strdup ("xã Võ Nhai");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CnscdDocument) document = NULL;
      g_autofree char *name = NULL;

      g_ptr_array_set_size (roster->teams, 0);
      cnscd_roster_add_team (roster, cases[i].title);
      document = cnscd_roster_document_new (roster, NULL);
      name = cnscd_document_dup_file_name (document, ".pdf");
      g_assert_cmpstr (name, ==, cases[i].name);
    }

  {
    g_autoptr (CnscdDocumentBook) hidden = cnscd_document_book_new (" ../", NULL);
    g_autoptr (CnscdDocumentBook) long_one = cnscd_document_book_new (endless, NULL);
    g_autofree char *hidden_name = cnscd_document_dup_file_name (CNSCD_DOCUMENT (hidden), ".pdf");
    g_autofree char *long_name = cnscd_document_dup_file_name (CNSCD_DOCUMENT (long_one), ".pdf");

    g_assert_cmpstr (hidden_name, ==, "Danh sách.pdf");
    g_assert_cmpuint (strlen (long_name), <, 255);
    g_assert_true (g_str_has_suffix (long_name, "WW.pdf"));
  }
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The same pages, whether somebody waits for them or not. */
static void
test_together (void)
{
  g_autoptr (GPtrArray) rosters =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_roster_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CnscdDocument) at_once = NULL;
  g_autoptr (CnscdDocument) in_idle = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (rosters, sample_roster_new (i, 3 + i, 7, 7));
  at_once = cnscd_layout (&CNSCD_LAYOUT_ROSTER, rosters, NULL);
  g_assert_cmpuint (cnscd_document_get_n_pages (at_once), >, 5);
  g_assert_cmpstr (cnscd_document_get_title (at_once), ==,
                   "Danh sách thành viên Tổ công nghệ số cộng đồng");

  cnscd_layout_async (&CNSCD_LAYOUT_ROSTER, rosters, NULL, NULL, laid_out_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  in_idle = cnscd_layout_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cnscd_document_get_n_pages (in_idle), ==, cnscd_document_get_n_pages (at_once));

  cnscd_layout_async (&CNSCD_LAYOUT_ROSTER, rosters, NULL, cancellable, laid_out_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  while (cancelled == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (cnscd_layout_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* One alone keeps its own title. */
  g_ptr_array_set_size (rosters, 1);
  g_clear_object (&at_once);
  at_once = cnscd_layout (&CNSCD_LAYOUT_ROSTER, rosters, NULL);
  g_assert_true (CNSCD_IS_TABLE_DOCUMENT (at_once));
}

/* The rule under the motto is as long as it; others a third to half. */
static void
test_rules (void)
{
  const CnscdTextStyle style = { .size = 13, .bold = TRUE, .align = CNSCD_TEXT_ALIGN_CENTER };
  g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
  g_autoptr (CnscdTextBlock) full = cnscd_text_block_new (
    typesetter, &style, "Độc lập - Tự do - Hạnh phúc", CNSCD_TEXT_RULE_FULL, 300);
  g_autoptr (CnscdTextBlock) part =
    cnscd_text_block_new (typesetter, &style, "XÃ VÕ NHAI", CNSCD_TEXT_RULE_PART, 300);
  g_autoptr (CnscdTextBlock) none =
    cnscd_text_block_new (typesetter, &style, "XÃ VÕ NHAI", CNSCD_TEXT_RULE_NONE, 300);
  double part_of;

  g_assert_cmpfloat (cnscd_text_block_get_text_width (full), >, 100);
  g_assert_cmpfloat (cnscd_text_block_get_rule_width (full), ==,
                     cnscd_text_block_get_text_width (full));
  part_of = cnscd_text_block_get_rule_width (part) / cnscd_text_block_get_text_width (part);
  g_assert_cmpfloat (part_of, >=, 1.0 / 3);
  g_assert_cmpfloat (part_of, <=, 0.5);
  g_assert_cmpfloat (cnscd_text_block_get_rule_width (none), ==, 0);
  g_assert_cmpfloat (cnscd_text_block_get_height (part), >, cnscd_text_block_get_height (none));
}

/* Names are text, not markup; what cannot be printed is left out, the rest stays. */
static void
test_hostile (void)
{
  static const char *const names[] = {
    "<b>Nguyễn</b> &amp; \"Con\"",
    "<span size='9999999'>To",
    "Tab\there\001\033[31m",
    "\342\200\256nộn\342\200\254",
    "\xff\xfe not UTF-8",
    "",
    "%s%n%d",
    "\360\237\230\200 mặt cười",
    "שלום",
  };
  g_autoptr (CnscdRoster) roster = sample_roster_new (7, 2, 1, 1);
  CnscdRosterTeam *team = roster->teams->pdata[0];
  g_autofree char *endless = g_strnfill (20000, 'W');
  g_autoptr (GString) poem = g_string_new (NULL);
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cnscd_roster_team_add_person (team, names[i])->role = CNSCD_ROLE_MEMBER;
  cnscd_roster_team_add_person (team, endless)->role = CNSCD_ROLE_MEMBER;
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (poem, "dòng%u\n", i);
  cnscd_roster_team_add_person (team, "Nhà Thơ")->note = g_strdup (poem->str);
  cnscd_roster_team_add_person (team, "Người Cuối");

  document = cnscd_roster_document_new (roster, NULL);
  g_assert_cmpuint (cnscd_document_get_n_pages (document), >, 10);
  text = read_squeezed (document);
  if (text == NULL)
    return;

  assert_margins (document);
  assert_contains (text, "<b>Nguyễn</b> &amp;");
  assert_contains (text, "<span");
  assert_contains (text, "Tab here[31m");
  assert_contains (text, "nộn");
  assert_contains (text, "not UTF-8");
  assert_contains (text, "%s%n%d");
  assert_contains (text, "Người Cuối");
  g_assert_cmpuint (count_text (text, "W"), ==, 20000);

  /* Each line of a row that is cut over pages is on exactly one of them. */
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *line = g_strdup_printf ("dòng%u ", i);

      g_assert_cmpuint (count_text (text, line), ==, 1);
    }
}

/* One page after the other, each with its own numbers and size. */
static void
test_book (void)
{
  g_autoptr (CnscdDocumentBook) book = cnscd_document_book_new ("Danh sách", NULL);
  g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
  guint n_pages = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (CnscdRoster) roster = sample_roster_new (i, 3 + i, 7, 7);
      g_autoptr (CnscdDocument) document = NULL;

      roster->landscape = i == 2;
      document = cnscd_roster_document_new (roster, typesetter);
      cnscd_document_book_add (book, document);
      n_pages += cnscd_document_get_n_pages (document);
    }

  g_assert_cmpuint (cnscd_document_get_n_pages (CNSCD_DOCUMENT (book)), ==, n_pages);
  g_assert_cmpstr (cnscd_document_get_title (CNSCD_DOCUMENT (book)), ==, "Danh sách");
  g_assert_null (cnscd_document_get_author (CNSCD_DOCUMENT (book)));

  text = read_squeezed (CNSCD_DOCUMENT (book));
  if (text == NULL)
    return;
  g_assert_cmpuint (count_text (text, "Phụ lục"), ==, 5);
  g_assert_cmpuint (count_text (text, "./."), ==, 5);
  assert_contains (text, "Danh sách gồm 7 tổ, 49 thành viên./.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/print/roster-document/layout", test_layout);
  g_test_add_func ("/print/roster-document/pages", test_pages);
  g_test_add_func ("/print/roster-document/margins", test_margins);
  g_test_add_func ("/print/roster-document/everyone", test_everyone);
  g_test_add_func ("/print/roster-document/phones", test_phones);
  g_test_add_func ("/print/roster-document/ranks", test_ranks);
  g_test_add_func ("/print/roster-document/births", test_births);
  g_test_add_func ("/print/roster-document/blanks", test_blanks);
  g_test_add_func ("/print/roster-document/empty", test_empty);
  g_test_add_func ("/print/roster-document/letterhead", test_letterhead);
  g_test_add_func ("/print/roster-document/office", test_office);
  g_test_add_func ("/print/roster-document/signature", test_signature);
  g_test_add_func ("/print/roster-document/file-name", test_file_name);
  g_test_add_func ("/print/roster-document/together", test_together);
  g_test_add_func ("/print/roster-document/rules", test_rules);
  g_test_add_func ("/print/roster-document/hostile", test_hostile);
  g_test_add_func ("/print/roster-document/book", test_book);

  return g_test_run ();
}
