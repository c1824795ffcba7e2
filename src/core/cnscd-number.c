/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * cnscd_number_format:
 * @number: a count, for people to read
 *
 * The language's own grouping, for many computers have no Vietnamese locale
 * that "%'u" could take it from. What is an ordinal, such as the number of a
 * row, is written without.
 *
 * Returns: (transfer full): "15,000"
 */
char *
cnscd_number_format (guint64 number)
{
  /* Translators: between groups of three digits, as in 15,000 */
  const char *separator = C_ ("thousands separator", ",");
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  GString *text = g_string_new (NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free_and_steal (text);
}
