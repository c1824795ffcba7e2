/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* To be raised when keys or folded texts come out differently for another reason than ICU's. */
#define KEY_VERSION 1

/* A collator is not safe to use from two threads, and takes a while to open. */
typedef struct
{
  UCollator *syllables;
  UCollator *texts;
} Collators;

static void
free_collators (gpointer data)
{
  Collators *collators = data;

  g_clear_pointer (&collators->syllables, ucol_close);
  g_clear_pointer (&collators->texts, ucol_close);
  g_free (collators);
}

static GPrivate private_collators = G_PRIVATE_INIT (free_collators);

static UCollator *
open_collator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  if (U_FAILURE (status))
    {
      /* Happens when ICU's data is missing altogether; then bytes must do. */
      g_warning_once ("No collation rules: %s", u_errorName (status));
      return NULL;
    }

  return collator;
}

static Collators *
get_collators (void)
{
  Collators *collators = g_private_get (&private_collators);
  UErrorCode status = U_ZERO_ERROR;

  if (G_LIKELY (collators != NULL))
    return collators;

  collators = g_new0 (Collators, 1);
  collators->syllables = open_collator ();
  collators->texts = open_collator ();

  /* Letters and tones tell names apart, capitals do not. */
  if (collators->syllables != NULL)
    ucol_setStrength (collators->syllables, UCOL_SECONDARY);
  if (collators->texts != NULL)
    ucol_setAttribute (collators->texts, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);

  g_private_set (&private_collators, collators);
  return collators;
}

/* Appends the key of @length bytes of UTF-8, without the 0 that ends it. Keys have no other 0. */
static void
append_key (GByteArray *key, const UCollator *collator, const char *text, gsize length)
{
  UChar small[64];
  g_autofree UChar *large = NULL;
  UChar *units = small;
  int32_t n_units = 0;
  UErrorCode status = U_ZERO_ERROR;
  guint start = key->len;
  int32_t size, room;

  if (length >= G_N_ELEMENTS (small))
    units = large = g_new (UChar, length);

  /* No text has more UTF-16 units than UTF-8 bytes. */
  u_strFromUTF8 (units, (int32_t) MAX (length, G_N_ELEMENTS (small)), &n_units, text,
                 (int32_t) length, &status);

  if (collator == NULL || U_FAILURE (status))
    {
      g_byte_array_append (key, (const guint8 *) text, length);
      return;
    }

  room = n_units * 4 + 16;
  g_byte_array_set_size (key, start + room);
  size = ucol_getSortKey (collator, units, n_units, key->data + start, room);
  if (size > room)
    {
      g_byte_array_set_size (key, start + size);
      size = ucol_getSortKey (collator, units, n_units, key->data + start, size);
    }
  g_byte_array_set_size (key, start + MAX (size - 1, 0));
}

static void
append_syllable (GByteArray *key, const UCollator *collator, const char *text, gsize length)
{
  static const guint8 separator = 0;

  if (key->len > 0)
    g_byte_array_append (key, &separator, 1);
  append_key (key, collator, text, length);
}

/* Where the given name is: the last syllable that is not an addition as in "Nguyễn Văn An (B)". */
static const char *
find_given (const char *clean)
{
  const char *given = clean;

  for (const char *p = clean; (p = strchr (p, ' ')) != NULL;)
    {
      p++;
      if (*p == '(')
        break;
      given = p;
    }

  return given;
}

static gpointer
describe_collation (gpointer data)
{
  Collators *collators = get_collators ();
  UVersionInfo version = { 0 };
  char collation[U_MAX_VERSION_STRING_LENGTH] = "none";
  char uca[U_MAX_VERSION_STRING_LENGTH] = "none";

  if (collators->texts != NULL)
    {
      ucol_getVersion (collators->texts, version);
      u_versionToString (version, collation);
      ucol_getUCAVersion (collators->texts, version);
      u_versionToString (version, uca);
    }

  return g_strdup_printf ("vi %s, UCA %s, ICU %s, keys %d", collation, uca, U_ICU_VERSION,
                          KEY_VERSION);
}

/**
 * cnscd_text_sort_key:
 * @text: (nullable): a text
 *
 * Makes the key by which texts sort in Vietnamese order (ICU, locale vi), with
 * numbers by their value: "Tổ 2" before "Tổ 10". Compare keys as bytes, with
 * memcmp() or as BLOBs.
 *
 * Returns: (transfer full): the key, empty for no text
 */
GBytes *
cnscd_text_sort_key (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  GByteArray *key = g_byte_array_new ();

  if (clean != NULL)
    append_key (key, get_collators ()->texts, clean, strlen (clean));

  return g_byte_array_free_to_bytes (key);
}

/**
 * cnscd_name_sort_key:
 * @name: (nullable): a person's full name
 *
 * Makes the key by which people sort in Vietnam: given name (the last
 * syllable), then family name (the first), then the names between, each
 * syllable for itself and with its tone, wherever that is written (hòa, hoà).
 * Compare keys as bytes, with memcmp() or as BLOBs.
 *
 * Returns: (transfer full): the key, empty for no name
 */
GBytes *
cnscd_name_sort_key (const char *name)
{
  g_autofree char *clean = cnscd_text_unify_tones (name);
  const UCollator *collator = get_collators ()->syllables;
  GByteArray *key = g_byte_array_sized_new (64);
  const char *given;

  if (*clean == '\0')
    return g_byte_array_free_to_bytes (key);

  given = find_given (clean);
  append_syllable (key, collator, given, strcspn (given, " "));

  for (const char *p = clean; *p != '\0';)
    {
      gsize length = strcspn (p, " ");

      if (p != given)
        append_syllable (key, collator, p, length);
      p += length;
      p += *p == ' ';
    }

  return g_byte_array_free_to_bytes (key);
}

/**
 * cnscd_collation_version:
 *
 * Names what sort keys depend on: ICU, its collation data and this file. Keys
 * and folded texts that were stored under another version must be made anew.
 *
 * Returns: (transfer none): a short text
 */
const char *
cnscd_collation_version (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, describe_collation, NULL);
}
