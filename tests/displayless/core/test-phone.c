/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "core/cnscd-phone.h"

static void
test_normalize (void)
{
  static const struct
  {
    const char *text;
    const char *wanted; /* NULL: no telephone number */
  } cases[] = {
    { "0900257562", "0900257562" },
    { "0900.257.564", "0900257564" },
    { "0900 257 564", "0900257564" },
    { "0900-257-564", "0900257564" },
    { "0900\u2013257\u2011564", "0900257564" },
    { "(0900) 257 564", "0900257564" },
    { " 0900\u00a0257\u200b564 ", "0900257564" },
    { "'0900258074", "0900258074" },
    { "\uff10\uff19\uff10\uff10257564", "0900257564" },
    /* The leading zero lost */
    { "900257597", "0900257597" },
    { "841234567", "0841234567" },
    { "2083851234", "02083851234" },
    /* The country code */
    { "+84 900257588", "0900257588" },
    { "+84900257588", "0900257588" },
    { "(+84) 900 257 588", "0900257588" },
    { "84900257588", "0900257588" },
    { "84841234567", "0841234567" },
    { "0084 900 257 588", "0900257588" },
    { "+84 (0)900 257 588", "0900257588" },
    { "+840900257588", "0900257588" },
    { "+84 208 3851234", "02083851234" },
    { "842083851234", "02083851234" },
    /* Words */
    { "ĐT: 0900257588", "0900257588" },
    { "SĐT 0900257588", "0900257588" },
    { "Số điện thoại: 0900.257.588", "0900257588" },
    { "0900257588 (Zalo)", "0900257588" },
    /* Before 2018 and 2017 */
    { "01621234567", "0321234567" },
    { "01631234567", "0331234567" },
    { "01641234567", "0341234567" },
    { "01651234567", "0351234567" },
    { "01661234567", "0361234567" },
    { "01671234567", "0371234567" },
    { "01681234567", "0381234567" },
    { "01691234567", "0391234567" },
    { "01201234567", "0701234567" },
    { "01211234567", "0791234567" },
    { "01221234567", "0771234567" },
    { "01261234567", "0761234567" },
    { "01281234567", "0781234567" },
    { "01231234567", "0831234567" },
    { "01241234567", "0841234567" },
    { "01251234567", "0851234567" },
    { "01271234567", "0811234567" },
    { "01291234567", "0821234567" },
    { "01861234567", "0561234567" },
    { "01881234567", "0581234567" },
    { "01991234567", "0591234567" },
    { "0168.123.4567", "0381234567" },
    { "1681234567", "0381234567" },
    { "+84 168 123 4567", "0381234567" },
    { "0280 385 1234", "02083851234" },
    { "02813871234", "02093871234" },
    /* Landlines */
    { "0208 3851 234", "02083851234" },
    { "02093.871.234", "02093871234" },
    { "024 3851 2345", "02438512345" },
    /* None */
    { "01601234567", NULL },
    { "0123456789", NULL },
    { "0412345678", NULL },
    { "0312345678", NULL },
    { "+1 202 555 0123", NULL },
    { "090025756", NULL },
    { "09002575622", NULL },
    { "00900257562", NULL },
    { "0208385123", NULL },
    { "19001234", NULL },
    { "113", NULL },
    { "1975", NULL },
    { "21/06/1975", NULL },
    { "0900257562/0900257564", NULL },
    { "0900257562 0900257564", NULL },
    { "0900257562a", NULL },
    { "0900257562 (0900257564)", NULL },
    { "0900+257562", NULL },
    { "++84900257588", NULL },
    { "không có", NULL },
    { "ĐT:", NULL },
    { "(", NULL },
    { ")", NULL },
    { "(zalo)", NULL },
    { "ĐT (zalo)", NULL },
    { "0", NULL },
    { "84", NULL },
    { "+84", NULL },
    { "+", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *phone = cnscd_phone_normalize (cases[i].text);

      if (g_strcmp0 (phone, cases[i].wanted) != 0)
        g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpstr (phone, ==, cases[i].wanted);

      if (phone != NULL)
        {
          g_autofree char *again = cnscd_phone_normalize (phone);
          g_autofree char *shown = cnscd_phone_format (phone);
          g_autofree char *read = cnscd_phone_normalize (shown);

          g_assert_cmpstr (again, ==, phone);
          g_assert_cmpstr (read, ==, phone);
        }
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *phones; /* with spaces between */
    gboolean complete;
  } cases[] = {
    { "0900257562", "0900257562", TRUE },
    { "0900.257.562", "0900257562", TRUE },
    { "0900257562/0900257564", "0900257562 0900257564", TRUE },
    { "0900257562 - 0900257564", "0900257562 0900257564", TRUE },
    { "0900257562-0900257564", "0900257562 0900257564", TRUE },
    { "0900.257.562 0900.257.564", "0900257562 0900257564", TRUE },
    { "0900 257 562 900 257 564", "0900257562 0900257564", TRUE },
    { "0900257562; 0208 3851 234", "0900257562 02083851234", TRUE },
    { "0900257562\n0900257564", "0900257562 0900257564", TRUE },
    { "0900257562, 0900257564 và 0900257580", "0900257562 0900257564 0900257580", TRUE },
    { "0900257562 hoặc 0900257564", "0900257562 0900257564", TRUE },
    { "0900257562 (0900257564)", "0900257562 0900257564", TRUE },
    { "ĐT: 0900257562; Zalo: 0900257564", "0900257562 0900257564", TRUE },
    { "+84 900257562/+84900257564", "0900257562 0900257564", TRUE },
    /* The same number twice is one */
    { "0900257562/0900 257 562", "0900257562", TRUE },
    /* Not all of it is understood */
    { "0900257562/123", "0900257562", FALSE },
    { "090025756/0900257564", "0900257564", FALSE },
    { "0900257562 gặp anh Tuấn", "0900257562", FALSE },
    { "xóm Ba Nhất", "", FALSE },
    { "1975", "", FALSE },
    { "", "", TRUE },
    { NULL, "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean complete;
      g_auto (GStrv) phones = cnscd_phone_split (cases[i].text, &complete);
      g_auto (GStrv) again = cnscd_phone_split (cases[i].text, NULL);
      g_autofree char *joined = g_strjoinv (" ", phones);

      if (g_strcmp0 (joined, cases[i].phones) != 0 || complete != cases[i].complete)
        g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpstr (joined, ==, cases[i].phones);
      g_assert_true (complete == cases[i].complete);
      g_assert_true (g_strv_equal ((const char *const *) phones, (const char *const *) again));
    }
}

static void
test_format (void)
{
  static const char *const cases[][2] = {
    { "0912345678", "0912 345 678" },
    { "02083851234", "0208 3851 234" },
    { "02438512345", "024 3851 2345" },
    { "02838512345", "028 3851 2345" },
    { "113", "113" },
    { "+84912345678", "+84912345678" },
    { "nobody's", "nobody's" },
    { "", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = cnscd_phone_format (cases[i][0]);

      g_assert_cmpstr (shown, ==, cases[i][1]);
    }
}

static void
test_random (void)
{
  static const char alphabet[] = "0123456789008489+() .-/;,zalo\xc4\x91\xff";
  char bytes[41];

  for (int i = 0; i < 20000; i++)
    {
      int length = g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *phone = NULL;
      g_auto (GStrv) phones = NULL;

      for (int j = 0; j < length; j++)
        bytes[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      bytes[length] = '\0';

      phone = cnscd_phone_normalize (bytes);
      phones = cnscd_phone_split (bytes, NULL);
      if (phone != NULL)
        {
          g_assert_cmpuint (strspn (phone, "0123456789"), ==, strlen (phone));
          g_assert_cmpint (phone[0], ==, '0');
          g_assert_cmpuint (g_strv_length (phones), ==, 1);
          g_assert_cmpstr (phones[0], ==, phone);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/phone/normalize", test_normalize);
  g_test_add_func ("/core/phone/split", test_split);
  g_test_add_func ("/core/phone/format", test_format);
  g_test_add_func ("/core/phone/random", test_random);

  return g_test_run ();
}
