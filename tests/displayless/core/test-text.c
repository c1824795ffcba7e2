/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "core/cnscd-number.h"
#include "core/cnscd-text.h"

typedef struct
{
  const char *given;
  const char *wanted;
} Case;

static void
test_clean (void)
{
  static const Case cases[] = {
    { "Chu Đức Tuấn", "Chu Đức Tuấn" },
    { "  Ngô  Công  Kiên ", "Ngô Công Kiên" },
    { "\tNgô\r\nCông\vKiên\n", "Ngô Công Kiên" },
    { "Ngô\u00a0Công\u2003Kiên\u3000", "Ngô Công Kiên" },
    { "\ufeffNgô\u200b Cô\u200dng\u2028Kiên\u2060", "Ngô Công Kiên" },
    { "Nguy\u00adễn\u200e", "Nguyễn" },
    { "Bi\x07nh", "Binh" },
    { "A\u1680B\u180eC", "A BC" },
    /* NFD, with both orders of the marks */
    { "Nguye\u0302\u0303n Thi\u0323 Ho\u031b\u0300", "Nguyễn Thị Hờ" },
    { "Nguye\u0303\u0302n", "Nguyễn" },
    { "Bi\u0323e\u0323\u0302n", "Bịện" },
    { "Tu\u0301\u031b", "Tứ" },
    { "\u0301", "\u0301" },
    /* Look-alikes of Đ */
    { "\u00d0ặng \u0189ào \u00f0ình", "Đặng Đào đình" },
    /* Composed in its own way, so that only NFC sees it */
    { "\u212bngström", "\u00c5ngström" },
    { "103/QĐ-UBND", "103/QĐ-UBND" },
    { "Tân\xff", "Tân\ufffd" },
    { "\xe1\xba", "\ufffd\ufffd" },
    { "", NULL },
    { " \u00a0\u200b\t\n ", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = cnscd_text_clean (cases[i].given);

      g_assert_cmpstr (clean, ==, cases[i].wanted);
    }
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { "Đào", "dao" },
    { "\u00d0ào", "dao" },
    { "Hòa", "hoa" },
    { "HOÀ", "hoa" },
    { "Nguyễn Thị Hường", "nguyen thi huong" },
    { "Nguye\u0302\u0303n  Thi\u0323\u00a0Hươ\u0300ng", "nguyen thi huong" },
    { "ẮẰẲẴẶÂẤỐƠỚƯỪỲÝỶỸỴ", "aaaaaaaooouuyyyyy" },
    { "Chức vụ, đơn vị", "chuc vu, don vi" },
    { "H’Mông – \u201cNa Phạc\u201d", "h'mong - \"na phac\"" },
    { "\uff11\uff12\uff13 \u2116", "123 no" },
    { " ", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = cnscd_text_fold (cases[i].given);

      g_assert_cmpstr (folded, ==, cases[i].wanted);
    }
}

static void
test_search_key (void)
{
  static const Case cases[] = {
    { "Đào Thị Hoà", "dao thi hoa" },
    { "  H'Mông,  Bản-Tèn ", "hmong ban ten" },
    { "H’MÔNG", "hmong" },
    { "Tổ CNSCĐ xóm Ba Nhất (7)", "to cnscd xom ba nhat 7" },
    { "0912.345.678", "0912 345 678" },
    { "...", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = cnscd_text_search_key (cases[i].given);

      g_assert_cmpstr (key, ==, cases[i].wanted);
    }
}

static void
test_capitals (void)
{
  static const Case cases[] = {
    { "CHU ĐỨC TUẤN", "Chu Đức Tuấn" },
    { "CHU \u00d0ỨC TUẤN", "Chu Đức Tuấn" },
    { "NGUYE\u0302\u0303N THI\u0323 A\u0301NH", "Nguyễn Thị Ánh" },
    { "  TUẤN ", "Tuấn" },
    { "H'MÔNG", "H'Mông" },
    { "SÙNG A’DÍ", "Sùng A’Dí" },
    { "NA-PHẠC", "Na-Phạc" },
    { "Ý", "Ý" },
    { "VI XI", "Vi Xi" },
    { "XÓM LA HÓA II", "Xóm La Hóa II" },
    { "TỔ 5A", "Tổ 5A" },
    { "NGUYỄN VĂN AN (B)", "Nguyễn Văn An (B)" },
    /* Not in capitals throughout: as its owner writes it */
    { "Nguyễn thị Ánh", "Nguyễn thị Ánh" },
    { "nguyễn thị ánh", "nguyễn thị ánh" },
    { "HÀ Thị Kim Liên", "HÀ Thị Kim Liên" },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = cnscd_name_normalize (cases[i].given);

      g_assert_cmpstr (name, ==, cases[i].wanted);
    }

  g_assert_true (cnscd_text_is_upper ("CHU ĐỨC TUẤN"));
  g_assert_true (cnscd_text_is_upper ("TỔ 5"));
  g_assert_false (cnscd_text_is_upper ("Chu Đức Tuấn"));
  g_assert_false (cnscd_text_is_upper ("105"));
  g_assert_false (cnscd_text_is_upper (""));
  g_assert_false (cnscd_text_is_upper (NULL));
  g_assert_false (cnscd_text_is_upper ("A\xff"));
}

static void
test_match_key (void)
{
  static const char *const same[][2] = {
    { "HOÀNG THỊ KIM HOÀ", " Hoàng  thị Kim Hòa" },
    { "Phạm Văn Thuỷ", "Phạm Văn Thủy" },
    { "Uỷ ban", "Ủy ban" },
    { "Khoẻ", "Khỏe" },
    { "Nguy\u1ec5n", "Nguye\u0302\u0303n" },
  };
  static const char *const different[][2] = {
    { "Đông", "Đồng" }, { "Đào", "Dào" }, { "Hòa", "Hoa" }, { "Hoá", "Hoà" }, { "Lý", "Lỷ" },
  };
  static const Case unified[] = {
    { "Hoà", "Hòa" },           { "HOÀ", "HÒA" }, { "Hoàn", "Hoàn" }, { "Quý", "Quý" },
    { "QUỲ", "QUỲ" },           { "hoè", "hòe" }, { "Thuý", "Thúy" }, { "Hoa", "Hoa" },
    { "Xoè, toả", "Xòe, tỏa" }, { "oà", "òa" },   { "à", "à" },       { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = cnscd_text_match_key (same[i][0]);
      g_autofree char *b = cnscd_text_match_key (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *a = cnscd_text_match_key (different[i][0]);
      g_autofree char *b = cnscd_text_match_key (different[i][1]);

      g_assert_cmpstr (a, !=, b);
    }

  for (guint i = 0; i < G_N_ELEMENTS (unified); i++)
    {
      g_autofree char *text = cnscd_text_unify_tones (unified[i].given);

      g_assert_cmpstr (text, ==, unified[i].wanted);
    }
}

static int
compare_keys (GBytes *a, GBytes *b)
{
  gsize a_size, b_size;
  const guint8 *a_data = g_bytes_get_data (a, &a_size);
  const guint8 *b_data = g_bytes_get_data (b, &b_size);
  int order = memcmp (a_data, b_data, MIN (a_size, b_size));

  return order != 0 ? order : (int) a_size - (int) b_size;
}

/* As SQLite compares BLOBs, and as the list stands. */
static void
check_ascending (const char *const *texts, gsize n_texts, GBytes *(*make_key) (const char *) )
{
  for (gsize i = 0; i + 1 < n_texts; i++)
    {
      for (gsize j = i + 1; j < n_texts; j++)
        {
          g_autoptr (GBytes) a = make_key (texts[i]);
          g_autoptr (GBytes) b = make_key (texts[j]);

          if (compare_keys (a, b) >= 0)
            g_test_message ("\"%s\" should come before \"%s\"", texts[i], texts[j]);
          g_assert_cmpint (compare_keys (a, b), <, 0);
        }
    }
}

static void
test_name_order (void)
{
  static const char *const names[] = {
    "An",
    "Chu Đức An",
    "Chu Văn An",
    "Đào An",
    "Đào Bá An",
    "Lê An",
    "Nguyễn An",
    "Nguyễn An An",
    "Nguyễn Ân An",
    "Nguyễn Thị An",
    "Nguyễn Văn An",
    "Nguyễn Văn An (B)",
    "Nguyễn Vân An",
    "Bùi Án",
    "Bùi Anh",
    "Bùi Ánh",
    "Bùi Ân",
    "Bùi Ẩn",
    "Trần Bình",
    "Trần Dung",
    "Trần Dũng",
    "Trần Đông",
    "Trần Đồng",
    "Trần Giang",
    "Lý Hoa",
    "Bế Hòa",
    "Đỗ Hoà",
    "Lê Hòa",
    "Lý Oanh",
    "Lý Ôn",
    "Lý Uyên",
    "Lý Ước",
    "Lý Ý",
  };

  check_ascending (names, G_N_ELEMENTS (names), cnscd_name_sort_key);
}

static void
test_name_keys_agree (void)
{
  static const char *const same[][2] = {
    { "Nguyễn Thị Hoà", "NGUYỄN  thị Hòa" },
    { "Đặng Văn Sơn", "\u00d0ặng Va\u0306n So\u031bn" },
  };
  g_autoptr (GBytes) nothing = cnscd_name_sort_key (NULL);
  g_autoptr (GBytes) spaces = cnscd_name_sort_key ("  ");

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GBytes) a = cnscd_name_sort_key (same[i][0]);
      g_autoptr (GBytes) b = cnscd_name_sort_key (same[i][1]);

      g_assert_true (g_bytes_equal (a, b));
    }

  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (spaces), ==, 0);
}

static void
test_text_order (void)
{
  static const char *const texts[] = {
    "Ba Nhất", "Cao Biền", "Cao Lầm", "Đồng Mó", "Đông Tiến", "Na Kháo",     "số 2",
    "số 10",   "Tổ 1",     "Tổ 2",    "Tổ 2A",   "Tổ 10",     "Xã Văn Lang", "Xã Văn Lăng",
  };

  check_ascending (texts, G_N_ELEMENTS (texts), cnscd_text_sort_key);
}

static void
test_long_texts (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) name_key = NULL;

  for (int i = 0; i < 20000; i++)
    g_string_append (text, "Đằng");
  key = cnscd_text_sort_key (text->str);
  name_key = cnscd_name_sort_key (text->str);
  g_assert_cmpuint (g_bytes_get_size (key), >, 20000);
  g_assert_cmpuint (g_bytes_get_size (name_key), >, 20000);
}

static void
check_properties (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *clean_again = cnscd_text_clean (clean);
  g_autofree char *folded = cnscd_text_fold (text);
  g_autofree char *folded_again = cnscd_text_fold (folded);
  g_autofree char *key = cnscd_text_search_key (text);
  g_autofree char *key_again = cnscd_text_search_key (key);
  g_autofree char *titled = cnscd_text_title_case (text);
  g_autofree char *name = cnscd_name_normalize (text);
  g_autofree char *match = cnscd_text_match_key (text);
  g_autoptr (GBytes) sort = cnscd_text_sort_key (text);
  g_autoptr (GBytes) name_sort = cnscd_name_sort_key (text);

  g_assert_cmpstr (clean, ==, clean_again);
  g_assert_cmpstr (folded, ==, folded_again);
  g_assert_cmpstr (key, ==, key_again);
  if (clean != NULL)
    {
      g_autofree char *nfc = g_utf8_normalize (clean, -1, G_NORMALIZE_NFC);

      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpstr (clean, ==, nfc);
    }
  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_utf8_validate (titled, -1, NULL));
  g_assert_true (g_utf8_validate (match, -1, NULL));
}

static void
test_random_bytes (void)
{
  char bytes[33];

  for (int i = 0; i < 4000; i++)
    {
      int length = g_test_rand_int_range (0, sizeof bytes);

      for (int j = 0; j < length; j++)
        bytes[j] = g_test_rand_int_range (1, 256);
      bytes[length] = '\0';
      check_properties (bytes);
    }
}

static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x1ffff; c++)
    {
      char text[16] = "A";
      gsize length = 1;

      if (!g_unichar_validate (c))
        continue;

      length += g_unichar_to_utf8 (c, text + length);
      text[length++] = 'o';
      text[length] = '\0';

      {
        g_autofree char *clean = cnscd_text_clean (text);
        g_autofree char *again = cnscd_text_clean (clean);
        g_autofree char *folded = cnscd_text_fold (text);
        g_autofree char *folded_again = cnscd_text_fold (folded);
        g_autofree char *folded_clean = cnscd_text_fold (clean);
        /* A half has to be taken apart, and the rest with it. */
        g_autofree char *longer = g_strconcat (text, "\u00bd", NULL);
        g_autofree char *folded_longer = cnscd_text_fold (longer);
        g_autofree char *half = cnscd_text_fold ("\u00bd");
        g_autofree char *both = g_strconcat (folded, half, NULL);
        /* The space at the end has to be taken off, and the rest looked at with it. */
        g_autofree char *spaced = g_strconcat (text, " ", NULL);
        g_autofree char *clean_spaced = cnscd_text_clean (spaced);
        g_autofree char *lower = cnscd_text_lower (text);
        g_autofree char *usual_lower = g_utf8_strdown (text, -1);

        g_assert_cmpstr (clean, ==, again);
        g_assert_cmpstr (folded, ==, folded_again);
        g_assert_cmpstr (folded, ==, folded_clean);
        g_assert_cmpstr (folded_longer, ==, both);
        g_assert_cmpstr (clean_spaced, ==, clean);
        g_assert_cmpstr (lower, ==, usual_lower);
      }
    }
}

static gpointer
sort_in_thread (gpointer data)
{
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GBytes) key = cnscd_name_sort_key ("Nguyễn Thị Hường");

      if (!g_bytes_equal (key, data))
        return GINT_TO_POINTER (FALSE);
    }

  return GINT_TO_POINTER (TRUE);
}

static void
test_threads (void)
{
  g_autoptr (GBytes) key = cnscd_name_sort_key ("Nguyễn Thị Hường");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sort", sort_in_thread, key);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

static void
test_version (void)
{
  const char *version = cnscd_collation_version ();

  g_assert_nonnull (strstr (version, "UCA"));
  g_assert_null (strstr (version, "none"));
  g_assert_true (version == cnscd_collation_version ());
}

/* Time depends on the machine: printed always, checked loosely and only when asked for. */
static void
test_speed (void)
{
  static const char *const names[] = { "Nguyễn Thị Hường", "Chu Đức Tuấn", "Hà Thị Kim Liên",
                                       "Phùng Thị Bích Hạnh", "Hoàng Văn Hoà" };
  gint64 start = g_get_monotonic_time ();
  double ms;

  for (int i = 0; i < 15000; i++)
    {
      g_autoptr (GBytes) key = cnscd_name_sort_key (names[i % G_N_ELEMENTS (names)]);
    }

  ms = (g_get_monotonic_time () - start) / 1000.0;
  g_test_minimized_result (ms, "15,000 name sort keys: %.1f ms", ms);
  if (g_test_perf ())
    g_assert_cmpfloat (ms, <, 60);
}

static void
test_numbers (void)
{
  static const struct
  {
    guint64 number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 999, "999" },
    { 1000, "1,000" },
    { 15000, "15,000" },
    { 200000, "200,000" },
    { 1234567, "1,234,567" },
    { G_MAXUINT64, "18,446,744,073,709,551,615" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cnscd_number_format (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/clean", test_clean);
  g_test_add_func ("/core/text/fold", test_fold);
  g_test_add_func ("/core/text/search-key", test_search_key);
  g_test_add_func ("/core/text/capitals", test_capitals);
  g_test_add_func ("/core/text/match-key", test_match_key);
  g_test_add_func ("/core/text/name-order", test_name_order);
  g_test_add_func ("/core/text/name-keys-agree", test_name_keys_agree);
  g_test_add_func ("/core/text/text-order", test_text_order);
  g_test_add_func ("/core/text/numbers", test_numbers);
  g_test_add_func ("/core/text/long-texts", test_long_texts);
  g_test_add_func ("/core/text/random-bytes", test_random_bytes);
  g_test_add_func ("/core/text/every-character", test_every_character);
  g_test_add_func ("/core/text/threads", test_threads);
  g_test_add_func ("/core/text/version", test_version);
  g_test_add_func ("/core/text/speed", test_speed);

  return g_test_run ();
}
