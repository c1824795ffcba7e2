/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (cnscd - recurrence - error - quark, cnscd_recurrence_error)

#define VIETNAMESE          "VIETNAMESE"
#define MAX_POSITION        5
#define MAX_MONTH_DAY       31
#define MAX_LUNAR_MONTH_DAY 30
#define MAX_DIGITS          4
#define N_WEEKDAYS          7

/* Bits 1 to @n. */
#define BITS_UP_TO(n) ((guint) ((2ull << (n)) - 2))

static const char *const frequency_names[] = { "DAILY", "WEEKLY", "MONTHLY" };
static const char *const weekday_names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_SYNTAX,
                       _ ("The repetition cannot be read. Choose it again."));
  return FALSE;
}

static gboolean
refuse_kind (GError **error)
{
  g_set_error_literal (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_UNSUPPORTED,
                       _ ("Repetitions of this kind are not possible here. Choose days, weeks, "
                          "months or lunar months."));
  return FALSE;
}

/**
 * cnscd_recurrence_check:
 * @rule: a rule as a form may have put it together
 * @error: return location for a #CnscdRecurrenceError
 *
 * Returns: whether @rule makes sense
 */
gboolean
cnscd_recurrence_check (const CnscdRecurrence *rule, GError **error)
{
  gboolean monthly = rule->frequency == CNSCD_FREQUENCY_MONTHLY;
  guint max_day = rule->lunar ? MAX_LUNAR_MONTH_DAY : MAX_MONTH_DAY;

  if (rule->interval < 1 || rule->interval > CNSCD_RECURRENCE_MAX_INTERVAL)
    {
      g_set_error (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_LIMIT,
                   _ ("A session can repeat every 1 to %d days, weeks or months."),
                   CNSCD_RECURRENCE_MAX_INTERVAL);
      return FALSE;
    }
  if (rule->count < 0 || rule->count > CNSCD_RECURRENCE_MAX_COUNT)
    {
      g_set_error (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_LIMIT,
                   _ ("A session can take place 1 to %d times."), CNSCD_RECURRENCE_MAX_COUNT);
      return FALSE;
    }

  if (rule->frequency < CNSCD_FREQUENCY_DAILY || rule->frequency > CNSCD_FREQUENCY_MONTHLY ||
      (rule->weekdays & ~BITS_UP_TO (N_WEEKDAYS)) != 0 ||
      (rule->positions & ~(BITS_UP_TO (MAX_POSITION) | CNSCD_LAST_POSITION_BIT)) != 0 ||
      (rule->month_days & ~(BITS_UP_TO (max_day) | CNSCD_LAST_DAY_BIT)) != 0)
    return refuse (error);

  if ((rule->lunar && (!monthly || rule->weekdays != 0)) || (rule->backward && !rule->lunar) ||
      (rule->weekdays != 0 && rule->frequency == CNSCD_FREQUENCY_DAILY) ||
      (rule->positions != 0) != (monthly && rule->weekdays != 0) ||
      (rule->month_days != 0 && (!monthly || rule->weekdays != 0)))
    return refuse_kind (error);

  if (cnscd_date_is_known (rule->until) &&
      (rule->count > 0 || !cnscd_date_is_full (rule->until) || !cnscd_date_is_valid (rule->until)))
    return refuse (error);

  return TRUE;
}

static gboolean
find_name (const char *const *names, guint n_names, const char *text, int *index)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i], text))
        {
          *index = (int) i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Digits and nothing else, without sign; not so many that they could overflow. */
static gboolean
read_number (const char *text, int *number)
{
  gsize length = strspn (text, "0123456789");

  if (length == 0 || length > MAX_DIGITS || text[length] != '\0')
    return FALSE;

  *number = (int) g_ascii_strtoll (text, NULL, 10);
  return *number > 0;
}

/* "20271231", or a time of that day. */
static gboolean
read_until (const char *text, CnscdDate *until)
{
  g_autofree char *iso = NULL;

  if (strspn (text, "0123456789") != 8 || (text[8] != '\0' && text[8] != 'T'))
    return FALSE;

  iso = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  return cnscd_date_read_iso (iso, until);
}

/* "TU,TH", or with the same positions before each: "2SU,4SU", "-1FR". */
static gboolean
read_weekdays (const char *text, CnscdRecurrence *rule)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint places[N_WEEKDAYS + 1] = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = words[i];
      int weekday;

      if (strlen (word) < 2 ||
          !find_name (weekday_names, N_WEEKDAYS, word + strlen (word) - 2, &weekday))
        return FALSE;
      rule->weekdays |= CNSCD_DAY_BIT (weekday + 1);

      word[strlen (word) - 2] = '\0';
      if (g_str_equal (word, "-1"))
        places[weekday + 1] |= CNSCD_LAST_POSITION_BIT;
      else if (*word == '+' || g_ascii_isdigit (*word))
        {
          int position;

          if (!read_number (*word == '+' ? word + 1 : word, &position) || position > MAX_POSITION)
            return FALSE;
          places[weekday + 1] |= CNSCD_DAY_BIT (position);
        }
      else if (*word != '\0')
        return FALSE;
    }

  for (int weekday = 1; weekday <= N_WEEKDAYS; weekday++)
    rule->positions |= places[weekday];
  for (int weekday = 1; weekday <= N_WEEKDAYS; weekday++)
    {
      if (rule->weekdays & CNSCD_DAY_BIT (weekday) && places[weekday] != rule->positions)
        return FALSE;
    }

  return rule->weekdays != 0;
}

static gboolean
read_month_days (const char *text, guint *days)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int day;

      if (g_str_equal (words[i], "-1"))
        *days |= CNSCD_LAST_DAY_BIT;
      else if (read_number (words[i], &day) && day <= MAX_MONTH_DAY)
        *days |= CNSCD_DAY_BIT (day);
      else
        return FALSE;
    }

  return *days != 0;
}

static gboolean
read_part (const char *name, const char *value, CnscdRecurrence *rule, GError **error)
{
  int index;

  if (g_str_equal (name, "FREQ"))
    {
      if (!find_name (frequency_names, G_N_ELEMENTS (frequency_names), value, &index))
        return g_str_equal (value, "YEARLY") ? refuse_kind (error) : refuse (error);
      rule->frequency = (CnscdFrequency) index;
      return TRUE;
    }
  if (g_str_equal (name, "RSCALE"))
    {
      rule->lunar = g_str_equal (value, VIETNAMESE);
      return rule->lunar || refuse_kind (error);
    }
  if (g_str_equal (name, "SKIP"))
    {
      rule->backward = g_str_equal (value, "BACKWARD");
      return rule->backward || g_str_equal (value, "OMIT") || refuse_kind (error);
    }
  /* Weeks begin on Monday, and nothing else is meant here. */
  if (g_str_equal (name, "WKST"))
    return g_str_equal (value, "MO") || refuse_kind (error);

  if (g_str_equal (name, "INTERVAL"))
    return read_number (value, &rule->interval) || refuse (error);
  if (g_str_equal (name, "COUNT"))
    return read_number (value, &rule->count) || refuse (error);
  if (g_str_equal (name, "UNTIL"))
    return read_until (value, &rule->until) || refuse (error);
  if (g_str_equal (name, "BYDAY"))
    return read_weekdays (value, rule) || refuse_kind (error);
  if (g_str_equal (name, "BYMONTHDAY"))
    return read_month_days (value, &rule->month_days) || refuse_kind (error);

  return g_str_has_prefix (name, "BY") ? refuse_kind (error) : refuse (error);
}

/**
 * cnscd_recurrence_parse:
 * @text: (nullable): a rule, from a database, a file or another computer
 * @rule: (out): what it says; left alone on failure
 * @error: return location for a #CnscdRecurrenceError
 *
 * Reads an iCalendar recurrence rule (RFC 5545, 3.3.10), and one of the lunar
 * calendar ("RSCALE=VIETNAMESE", RFC 7529): "FREQ=WEEKLY;BYDAY=TU,TH",
 * "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231". Only what #CnscdRecurrence can hold
 * is taken; everything else is refused, as is each part that comes twice.
 *
 * Returns: whether @text is such a rule
 */
gboolean
cnscd_recurrence_parse (const char *text, CnscdRecurrence *rule, GError **error)
{
  CnscdRecurrence read = { .interval = 1 };
  g_auto (GStrv) parts = NULL;
  g_autofree char *upper = NULL;
  g_autoptr (GHashTable) seen = NULL;

  g_return_val_if_fail (rule != NULL, FALSE);

  if (text == NULL || strnlen (text, CNSCD_RECURRENCE_MAX_LENGTH + 1) > CNSCD_RECURRENCE_MAX_LENGTH)
    return refuse (error);

  upper = g_ascii_strup (text, -1);
  parts = g_strsplit (upper, ";", -1);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      if (value == NULL)
        return refuse (error);
      *value++ = '\0';
      if (!g_hash_table_add (seen, parts[i]))
        return refuse (error);
      if (!read_part (parts[i], value, &read, error))
        return FALSE;
    }

  /* RFC 7529, 4.1: SKIP only where a calendar is named. */
  if (!g_hash_table_contains (seen, "FREQ") ||
      (g_hash_table_contains (seen, "SKIP") && !g_hash_table_contains (seen, "RSCALE")))
    return refuse (error);
  if (!cnscd_recurrence_check (&read, error))
    return FALSE;

  *rule = read;
  return TRUE;
}

static void
append_bits (GString *text, guint bits, int last_bit, const char *suffix)
{
  for (int n = 1; n <= MAX_MONTH_DAY; n++)
    {
      if (n != last_bit && (bits & CNSCD_DAY_BIT (n)) != 0)
        g_string_append_printf (text, "%d%s,", n, suffix);
    }
  if (bits & CNSCD_DAY_BIT (last_bit))
    g_string_append_printf (text, "-1%s,", suffix);
}

static void
append_weekdays (GString *text, const CnscdRecurrence *rule)
{
  for (int weekday = 1; weekday <= N_WEEKDAYS; weekday++)
    {
      const char *name = weekday_names[weekday - 1];

      if ((rule->weekdays & CNSCD_DAY_BIT (weekday)) == 0)
        continue;
      if (rule->positions == 0)
        g_string_append_printf (text, "%s,", name);
      else
        append_bits (text, rule->positions, MAX_POSITION + 1, name);
    }
}

/**
 * cnscd_recurrence_to_text:
 * @rule: a rule, for which cnscd_recurrence_check() is true
 *
 * Returns: (transfer full): what cnscd_recurrence_parse() reads, always the
 *   same for the same rule
 */
char *
cnscd_recurrence_to_text (const CnscdRecurrence *rule)
{
  g_autoptr (GString) text = g_string_new (rule->lunar ? "RSCALE=" VIETNAMESE ";" : NULL);

  g_return_val_if_fail (cnscd_recurrence_check (rule, NULL), NULL);

  g_string_append_printf (text, "FREQ=%s", frequency_names[rule->frequency]);
  if (rule->interval > 1)
    g_string_append_printf (text, ";INTERVAL=%d", rule->interval);

  if (rule->weekdays != 0)
    {
      g_string_append (text, ";BYDAY=");
      append_weekdays (text, rule);
      g_string_truncate (text, text->len - 1);
    }
  else if (rule->month_days != 0)
    {
      g_string_append (text, ";BYMONTHDAY=");
      append_bits (text, rule->month_days, 0, "");
      g_string_truncate (text, text->len - 1);
    }
  if (rule->backward)
    g_string_append (text, ";SKIP=BACKWARD");

  if (rule->count > 0)
    g_string_append_printf (text, ";COUNT=%d", rule->count);
  else if (cnscd_date_is_known (rule->until))
    g_string_append_printf (text, ";UNTIL=%04u%02u%02u", rule->until.year, rule->until.month,
                            rule->until.day);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
