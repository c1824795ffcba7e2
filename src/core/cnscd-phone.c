/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-phone.h"

#include <string.h>

#include "cnscd-text.h"

/* Twice the longest number with its country code is more than anybody writes for one. */
#define MAX_DIGITS 24

/* Prefixes that changed on 15 September 2018 (mobile, 11 digits to 10) and 15 April 2017
 * (Thái Nguyên and Bắc Kạn), without the leading 0. */
static const struct
{
  const char *before;
  const char *after;
} renumbered[] = {
  { "162", "32" }, { "163", "33" },  { "164", "34" },  { "165", "35" }, { "166", "36" },
  { "167", "37" }, { "168", "38" },  { "169", "39" },  { "120", "70" }, { "121", "79" },
  { "122", "77" }, { "126", "76" },  { "128", "78" },  { "123", "83" }, { "124", "84" },
  { "125", "85" }, { "127", "81" },  { "129", "82" },  { "186", "56" }, { "188", "58" },
  { "199", "59" }, { "280", "208" }, { "281", "209" },
};

/* Words that people put before a number, folded. */
static const char *const labels[] = {
  "so dien thoai", "dien thoai", "di dong", "mobile", "phone", "zalo",
  "sdt",           "dtdd",       "tel",     "dd",     "dt",    NULL,
};

static gboolean
is_filler (gunichar c)
{
  return c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' || c == '\'' || c == '"' ||
         c == '_';
}

static const char *
skip_label (const char *folded)
{
  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (g_str_has_prefix (folded, labels[i]))
        {
          folded += strlen (labels[i]);
          break;
        }
    }

  return folded + strspn (folded, " :.");
}

/* "0912345678 (zalo)": a remark without digits says nothing about the number. */
static gsize
find_end (const char *folded)
{
  gsize length = strlen (folded);
  const char *open;

  if (length == 0 || folded[length - 1] != ')' || (open = strrchr (folded, '(')) == NULL)
    return length;

  return strpbrk (open, "0123456789") == NULL ? (gsize) (open - folded) : length;
}

/* The digits after the trunk prefix or the country code, or NULL. */
static const char *
find_national (const char *digits, gboolean international)
{
  gsize length = strlen (digits);
  const char *national = digits;

  if (international)
    {
      if (!g_str_has_prefix (digits, "84"))
        return NULL;
      national += 2;
    }
  else if (g_str_has_prefix (digits, "0084"))
    {
      national += 4;
    }
  else if (g_str_has_prefix (digits, "84") && length >= 11)
    {
      national += 2;
    }

  /* "+84 (0) 912 345 678" */
  if (*national == '0')
    national++;

  return national;
}

static gboolean
is_mobile (const char *national)
{
  return strlen (national) == 9 && strchr ("35789", national[0]) != NULL &&
         !(national[0] == '3' && national[1] < '2');
}

static gboolean
is_landline (const char *national)
{
  return strlen (national) == 10 && national[0] == '2';
}

static char *
complete (const char *national)
{
  if (strlen (national) == 10)
    {
      for (guint i = 0; i < G_N_ELEMENTS (renumbered); i++)
        {
          if (g_str_has_prefix (national, renumbered[i].before))
            return g_strconcat ("0", renumbered[i].after, national + strlen (renumbered[i].before),
                                NULL);
        }
    }

  if (is_mobile (national) || is_landline (national))
    return g_strconcat ("0", national, NULL);

  return NULL;
}

/**
 * cnscd_phone_normalize:
 * @text: (nullable): a Vietnamese telephone number as somebody wrote it
 *
 * Understands spaces, points, hyphens, parentheses, a word before the number,
 * +84 and its spellings, the leading zero that spreadsheets eat, and the
 * numbers from before the changes of 2017 and 2018.
 *
 * Returns: (transfer full) (nullable): "0912345678", or %NULL when @text is
 *   not exactly one telephone number; see cnscd_phone_split()
 */
char *
cnscd_phone_normalize (const char *text)
{
  g_autofree char *folded = cnscd_text_fold (text);
  const char *start = skip_label (folded);
  const char *end = folded + MAX (find_end (folded), (gsize) (start - folded));
  char digits[MAX_DIGITS + 1];
  guint n_digits = 0;
  gboolean international = FALSE;
  const char *national;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '+' && n_digits == 0 && !international)
        international = TRUE;
      else if (c < 0x80 && g_ascii_isdigit (c) && n_digits < MAX_DIGITS)
        digits[n_digits++] = c;
      else if (!is_filler (c))
        return NULL;
    }
  digits[n_digits] = '\0';

  national = find_national (digits, international);
  return national != NULL ? complete (national) : NULL;
}

/**
 * cnscd_phone_format:
 * @phone: (nullable): a number as cnscd_phone_normalize() leaves it
 *
 * Groups a number for reading: "0912 345 678", "0208 3851 234",
 * "024 3851 2345". Any other text is given back as it is.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *
cnscd_phone_format (const char *phone)
{
  gsize length;

  if (phone == NULL)
    return g_strdup ("");

  length = strspn (phone, "0123456789");
  if (phone[length] != '\0' || phone[0] != '0')
    return g_strdup (phone);

  if (length == 10)
    return g_strdup_printf ("%.4s %.3s %s", phone, phone + 4, phone + 7);
  if (length == 11 && (g_str_has_prefix (phone, "024") || g_str_has_prefix (phone, "028")))
    return g_strdup_printf ("%.3s %.4s %s", phone, phone + 3, phone + 7);
  if (length == 11)
    return g_strdup_printf ("%.4s %.4s %s", phone, phone + 4, phone + 8);

  return g_strdup (phone);
}
