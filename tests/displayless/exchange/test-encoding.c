/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/cnscd-encoding.h"
#include "exchange/cnscd-workbook.h"

#include <string.h>

static const char motto[] = "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n";

static void
assert_detected (const char *bytes, gsize length, CnscdEncoding expected, const char *expected_text)
{
  g_autoptr (GError) error = NULL;
  CnscdEncoding encoding;
  g_autofree char *text = cnscd_encoding_detect (bytes, length, &encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected_text);
  g_assert_cmpint (encoding, ==, expected);
}

/* @seen: how the bytes look where they are taken for Latin 1, as everybody has seen them. */
static void
assert_legacy (const char *seen, CnscdEncoding expected, const char *expected_text)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (seen, -1, "ISO-8859-1", "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  assert_detected (bytes, length, expected, expected_text);
}

static void
test_legacy (void)
{
  assert_legacy ("Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\n",
                 CNSCD_ENCODING_TCVN3, motto);
  assert_legacy ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\n",
                 CNSCD_ENCODING_VNI, motto);
  assert_legacy ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", CNSCD_ENCODING_VNI,
                 "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  assert_legacy ("NGUYEÃN VAÊN ÑÖÙC;Tröôûng xoùm;tænh Thaùi Nguyeân;Lyù Thò Myõ;Traàn Quyù Tî",
                 CNSCD_ENCODING_VNI,
                 "NGUYỄN VĂN ĐỨC;Trưởng xóm;tỉnh Thái Nguyên;Lý Thị Mỹ;Trần Quý Tỵ");
  /* Capitals in a font of capitals: the bytes are those of small letters. */
  assert_legacy ("NguyÔn V¨n §øc;Tr­ëng xãm;B¾c K¹n;nguyÔn thÞ hång", CNSCD_ENCODING_TCVN3,
                 "Nguyễn Văn Đức;Trưởng xóm;Bắc Kạn;nguyễn thị hồng");
  assert_legacy ("NguyêÞn Vãn Ðýìc;Thái Nguyên;Lê Thiò Bách", CNSCD_ENCODING_WINDOWS_1258,
                 "Nguyễn Văn Đức;Thái Nguyên;Lê Thị Bách");
}

/* Every letter of the alphabet with every tone, through the tables and back by another's. */
static void
test_tables (void)
{
  static const char *const vowels[] = {
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ",
    "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "đ",
  };
  /* The same as VNI shows them. */
  static const char *const vni[] = {
    "aaøaûaõaùaï", "aêaèaúaüaéaë", "aâaàaåaãaáaä", "eeøeûeõeùeï", "eâeàeåeãeáeä", "iìæóíò",
    "ooøoûoõoùoï", "oâoàoåoãoáoä", "ôôøôûôõôùôï",  "uuøuûuõuùuï", "ööøöûöõöùöï",  "yyøyûyõyùî",
    "ñ",
  };
  static const char *const vni_capitals[] = {
    "AAØAÛAÕAÙAÏ", "AÊAÈAÚAÜAÉAË", "AÂAÀAÅAÃAÁAÄ", "EEØEÛEÕEÙEÏ", "EÂEÀEÅEÃEÁEÄ", "IÌÆÓÍÒ",
    "OOØOÛOÕOÙOÏ", "OÂOÀOÅOÃOÁOÄ", "ÔÔØÔÛÔÕÔÙÔÏ",  "UUØUÛUÕUÙUÏ", "ÖÖØÖÛÖÕÖÙÖÏ",  "YYØYÛYÕYÙÎ",
    "Ñ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (vowels); i++)
    {
      g_autofree char *upper = g_utf8_strup (vowels[i], -1);
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *tcvn = g_convert (vowels[i], -1, "TCVN5712-1", "UTF-8", NULL, &length, NULL);
      g_autofree char *small = NULL;
      g_autofree char *capital = NULL;
      g_autofree char *decoded = NULL;

      /* The system's own converter is an optional part of the C library. */
      if (tcvn != NULL)
        {
          g_autofree char *text = cnscd_encoding_decode (CNSCD_ENCODING_TCVN3, tcvn, length);
          g_assert_cmpstr (text, ==, vowels[i]);
        }

      small = g_convert (vni[i], -1, "ISO-8859-1", "UTF-8", NULL, &length, &error);
      g_assert_no_error (error);
      decoded = cnscd_encoding_decode (CNSCD_ENCODING_VNI, small, length);
      g_assert_cmpstr (decoded, ==, vowels[i]);
      g_clear_pointer (&decoded, g_free);

      capital = g_convert (vni_capitals[i], -1, "ISO-8859-1", "UTF-8", NULL, &length, &error);
      g_assert_no_error (error);
      decoded = cnscd_encoding_decode (CNSCD_ENCODING_VNI, capital, length);
      g_assert_cmpstr (decoded, ==, upper);
    }
}

static void
test_unicode (void)
{
  static const struct
  {
    const char *name;
    CnscdEncoding encoding;
    const char *mark;
    gsize mark_length;
  } cases[] = {
    { "UTF-8", CNSCD_ENCODING_UTF8, "\xef\xbb\xbf", 3 },
    { "UTF-8", CNSCD_ENCODING_UTF8, "", 0 },
    { "UTF-16LE", CNSCD_ENCODING_UTF16_LE, "\xff\xfe", 2 },
    { "UTF-16LE", CNSCD_ENCODING_UTF16_LE, "", 0 },
    { "UTF-16BE", CNSCD_ENCODING_UTF16_BE, "\xfe\xff", 2 },
    { "UTF-16BE", CNSCD_ENCODING_UTF16_BE, "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      gsize length;
      g_autofree char *converted =
        g_convert (motto, -1, cases[i].name, "UTF-8", NULL, &length, &error);

      g_assert_no_error (error);
      g_byte_array_append (bytes, (const guint8 *) cases[i].mark, (guint) cases[i].mark_length);
      g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
      assert_detected ((const char *) bytes->data, bytes->len, cases[i].encoding, motto);
    }
  assert_detected ("1;2;3\n", 6, CNSCD_ENCODING_UTF8, "1;2;3\n");
}

static void
assert_refused (const char *bytes, gsize length, CnscdSpreadsheetError code)
{
  g_autoptr (GError) error = NULL;
  CnscdEncoding encoding;
  g_autofree char *text = cnscd_encoding_detect (bytes, length, &encoding, &error);

  g_assert_null (text);
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, (int) code);
}

static void
test_refused (void)
{
  /* UTF-8 that breaks off, or has a spoilt byte, is not taken for something older. */
  assert_refused ("Nguyễn Văn Đ", strlen ("Nguyễn Văn Đ") - 1, CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_refused ("Nguyễn \xff Thị Hồng", strlen ("Nguyễn \xff Thị Hồng"),
                  CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_refused ("\xef\xbb\xbf"
                  "a\xff",
                  5, CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_refused ("\xff\xfe"
                  "a\0b",
                  5, CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_refused ("\xff\xfe\x00\xd8"
                  "a\0",
                  6, CNSCD_SPREADSHEET_ERROR_DAMAGED);
  /* Latin 1 that is no Vietnamese; bytes that are no text. */
  assert_refused ("caf\xe9 cr\xe8me br\xfbl\xe9"
                  "e \xe0 la\xee",
                  22, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_refused ("a\0bcdefghijklmnopqrstuvwxyz", 27, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_refused ("\1\2\3\4\5\6\x10\x11\x12", 9, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
}

static void
test_syllables (void)
{
  static const char *const good[] = { "Nguyễn",
                                      "NGHIÊNG",
                                      "quỳnh",
                                      "Giếng",
                                      "gì",
                                      "Khuyến",
                                      "yến",
                                      "Đặng",
                                      "hòa",
                                      "hoà",
                                      "thuở",
                                      "Quốc",
                                      "ươm",
                                      "xoong",
                                      "Ý",
                                      "Huỳnh",
                                      "Thu\xe1\xba\xadn",
                                      "Lươ\xcc\xa3ng" };
  static const char *const bad[] = { "ƒnh", "ĐĐ", "cườnǵ̣", "ấế", "zô", "brûlée", "ngñ" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (cnscd_encoding_is_syllable (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cnscd_encoding_is_syllable (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/encoding/legacy", test_legacy);
  g_test_add_func ("/exchange/encoding/tables", test_tables);
  g_test_add_func ("/exchange/encoding/unicode", test_unicode);
  g_test_add_func ("/exchange/encoding/refused", test_refused);
  g_test_add_func ("/exchange/encoding/syllables", test_syllables);
  return g_test_run ();
}
