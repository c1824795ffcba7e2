/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-form.h"

#include <string.h>

#include "cnscd-text.h"
#include "cnscd-vocabulary.h"

/* Beyond these it is a slip of the finger: no hamlet has a thousand million of anything. */
#define MAX_NAME_LENGTH 60
#define MAX_DIGITS      9

/* Names have numbers, and commas and slashes between them: "Tổ 3/2", "Đồng Tâm 1, 2". */
static CnscdFormProblem
check_name (const char *text)
{
  g_autofree char *name = cnscd_text_clean (text);
  gboolean named = FALSE;

  if (name == NULL)
    return CNSCD_FORM_PROBLEM_MISSING;
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    return CNSCD_FORM_PROBLEM_NAME_TOO_LONG;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        named = TRUE;
      else if (!g_unichar_ismark (c) && c != 0x2019 &&
               (c > 0x7f || strchr (" -'./,&()", (int) c) == NULL))
        return CNSCD_FORM_PROBLEM_NOT_A_NAME;
    }

  return named ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_NOT_A_NAME;
}

/* As far as both are known: what ended in 2025 may have begun in March of it. */
static gboolean
ends_before_it_begins (CnscdDate from, CnscdDate to)
{
  if (!cnscd_date_is_known (from) || !cnscd_date_is_known (to))
    return FALSE;
  if (to.month == 0)
    from.month = 0;
  if (to.day == 0 || from.month == 0)
    from.day = 0;

  return cnscd_date_compare (to, from) < 0;
}

static CnscdFormProblem
check_end (const CnscdHamletForm *form)
{
  CnscdDate from, to;
  CnscdFormProblem problem = cnscd_form_check_date (form->valid_to, &to);

  if (problem == CNSCD_FORM_PROBLEM_NONE &&
      cnscd_form_check_date (form->valid_from, &from) == CNSCD_FORM_PROBLEM_NONE &&
      ends_before_it_begins (from, to))
    problem = CNSCD_FORM_PROBLEM_BEFORE_START;

  return problem;
}

static CnscdDate
read_date (const char *text)
{
  CnscdDate date;

  return cnscd_form_check_date (text, &date) == CNSCD_FORM_PROBLEM_NONE ? date : CNSCD_DATE_UNKNOWN;
}

static gint64
read_count (const CnscdProfileForm *form, CnscdProfileField field)
{
  gint64 count;

  return cnscd_count_parse (form->texts[field], &count) ? count : CNSCD_COUNT_UNKNOWN;
}

static CnscdFormProblem
check_as_of (const CnscdProfileForm *form, CnscdDate today)
{
  const char *text = form->texts[CNSCD_PROFILE_FIELD_AS_OF];
  CnscdDate date;
  CnscdFormProblem problem = cnscd_form_check_date (text, &date);

  if (problem != CNSCD_FORM_PROBLEM_NONE)
    return problem;
  if (!cnscd_date_is_known (date))
    return CNSCD_FORM_PROBLEM_MISSING;
  if (cnscd_date_compare (date, today) > 0)
    return CNSCD_FORM_PROBLEM_IN_THE_FUTURE;

  for (guint i = 0; form->others != NULL && i < form->others->len; i++)
    {
      const CnscdHamletProfile *other = form->others->pdata[i];

      if (cnscd_date_equal (other->as_of, date))
        return CNSCD_FORM_PROBLEM_ALREADY_THERE;
    }

  return CNSCD_FORM_PROBLEM_NONE;
}

static gboolean
has_figures (const CnscdProfileForm *form)
{
  for (CnscdProfileField i = CNSCD_PROFILE_FIELD_HOUSEHOLDS; i < CNSCD_N_PROFILE_FIELDS; i++)
    {
      if (!cnscd_form_is_blank (form->texts[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
exceeds (gint64 part, gint64 other_part, gint64 whole)
{
  return whole != CNSCD_COUNT_UNKNOWN && part != CNSCD_COUNT_UNKNOWN &&
         part + MAX (other_part, 0) > whole;
}

/* Nothing but digits, and what may stand between them. */
static gboolean
is_too_large (const char *text)
{
  guint n_digits = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        n_digits++;
      else if (strchr (".,' ", *at) == NULL)
        return FALSE;
    }

  return n_digits > MAX_DIGITS;
}

static CnscdFormProblem
check_count (const CnscdProfileForm *form, CnscdProfileField field)
{
  gint64 households = read_count (form, CNSCD_PROFILE_FIELD_HOUSEHOLDS);
  gint64 count;

  if (!cnscd_count_parse (form->texts[field], &count))
    return cnscd_count_check (form->texts[field]);

  switch (field)
    {
    case CNSCD_PROFILE_FIELD_HOUSEHOLDS:
      return has_figures (form) ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_MISSING;
    case CNSCD_PROFILE_FIELD_POOR:
      return exceeds (count, 0, households) ? CNSCD_FORM_PROBLEM_MORE_THAN_ALL
                                            : CNSCD_FORM_PROBLEM_NONE;
    case CNSCD_PROFILE_FIELD_NEAR_POOR:
      return exceeds (count, read_count (form, CNSCD_PROFILE_FIELD_POOR), households)
               ? CNSCD_FORM_PROBLEM_MORE_THAN_ALL
               : CNSCD_FORM_PROBLEM_NONE;
    case CNSCD_PROFILE_FIELD_WORKING_AGE:
      return exceeds (count, 0, read_count (form, CNSCD_PROFILE_FIELD_PEOPLE))
               ? CNSCD_FORM_PROBLEM_MORE_THAN_ALL
               : CNSCD_FORM_PROBLEM_NONE;
    case CNSCD_PROFILE_FIELD_AS_OF:
    case CNSCD_PROFILE_FIELD_PEOPLE:
    case CNSCD_N_PROFILE_FIELDS:
    default:
      return CNSCD_FORM_PROBLEM_NONE;
    }
}

static void
fill_count (const CnscdProfileForm *form, CnscdProfileField field, gint64 *count)
{
  if (!cnscd_count_is_text (form->texts[field], *count))
    *count = read_count (form, field);
}

static gint64
get_count (const CnscdHamletProfile *profile, CnscdProfileField field)
{
  switch (field)
    {
    case CNSCD_PROFILE_FIELD_HOUSEHOLDS:
      return profile->households;
    case CNSCD_PROFILE_FIELD_POOR:
      return profile->poor_households;
    case CNSCD_PROFILE_FIELD_NEAR_POOR:
      return profile->near_poor_households;
    case CNSCD_PROFILE_FIELD_PEOPLE:
      return profile->people;
    case CNSCD_PROFILE_FIELD_WORKING_AGE:
      return profile->working_age_people;
    case CNSCD_PROFILE_FIELD_AS_OF:
    case CNSCD_N_PROFILE_FIELDS:
    default:
      g_return_val_if_reached (CNSCD_COUNT_UNKNOWN);
    }
}

static gboolean
is_count_as_stored (const CnscdProfileForm *form, CnscdProfileField field)
{
  return cnscd_count_is_text (form->texts[field], get_count (form->profile, field));
}

/* Together with what it is judged by. */
static gboolean
is_profile_as_stored (const CnscdProfileForm *form, CnscdProfileField field)
{
  if (form->profile == NULL)
    return FALSE;

  switch (field)
    {
    case CNSCD_PROFILE_FIELD_AS_OF:
      return cnscd_form_is_date (form->texts[field], form->profile->as_of);
    case CNSCD_PROFILE_FIELD_HOUSEHOLDS: /* is missing where nothing is known */
      return is_count_as_stored (form, field) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_POOR) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_NEAR_POOR) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_PEOPLE) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_WORKING_AGE);
    case CNSCD_PROFILE_FIELD_POOR:
      return is_count_as_stored (form, field) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_HOUSEHOLDS);
    case CNSCD_PROFILE_FIELD_NEAR_POOR:
      return is_count_as_stored (form, field) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_POOR) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_HOUSEHOLDS);
    case CNSCD_PROFILE_FIELD_PEOPLE:
      return is_count_as_stored (form, field);
    case CNSCD_PROFILE_FIELD_WORKING_AGE:
      return is_count_as_stored (form, field) &&
             is_count_as_stored (form, CNSCD_PROFILE_FIELD_PEOPLE);
    case CNSCD_N_PROFILE_FIELDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_as_stored (const CnscdHamletForm *form, CnscdHamletField field)
{
  const CnscdHamlet *hamlet = form->hamlet;

  if (hamlet == NULL)
    return FALSE;

  switch (field)
    {
    case CNSCD_HAMLET_FIELD_NAME:
      return cnscd_form_is_text (form->name, hamlet->name);
    case CNSCD_HAMLET_FIELD_VALID_FROM:
      return cnscd_form_is_date (form->valid_from, hamlet->valid_from);
    case CNSCD_HAMLET_FIELD_VALID_TO: /* is judged by the first day, too */
      return cnscd_form_is_date (form->valid_to, hamlet->valid_to) &&
             cnscd_form_is_date (form->valid_from, hamlet->valid_from);
    case CNSCD_N_HAMLET_FIELDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cnscd_hamlet_form_check:
 * @form: what was typed
 * @field: which field
 *
 * Checks a field while somebody types into it. What stands there as stored is
 * right; see cnscd_member_form_check().
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_hamlet_form_check (const CnscdHamletForm *form, CnscdHamletField field)
{
  CnscdDate date;

  g_return_val_if_fail (form != NULL, CNSCD_FORM_PROBLEM_NONE);

  if (is_as_stored (form, field))
    return CNSCD_FORM_PROBLEM_NONE;

  switch (field)
    {
    case CNSCD_HAMLET_FIELD_NAME:
      return check_name (form->name);
    case CNSCD_HAMLET_FIELD_VALID_FROM:
      return cnscd_form_check_date (form->valid_from, &date);
    case CNSCD_HAMLET_FIELD_VALID_TO:
      return check_end (form);
    case CNSCD_N_HAMLET_FIELDS:
    default:
      g_return_val_if_reached (CNSCD_FORM_PROBLEM_NONE);
    }
}

/**
 * cnscd_hamlet_form_is_valid:
 * @form: what was typed
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_hamlet_form_is_valid (const CnscdHamletForm *form)
{
  for (CnscdHamletField field = 0; field < CNSCD_N_HAMLET_FIELDS; field++)
    {
      if (cnscd_hamlet_form_check (form, field) != CNSCD_FORM_PROBLEM_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_hamlet_form_fill:
 * @form: what was typed, valid
 * @hamlet: a hamlet that is not shared yet
 *
 * Writes what was typed into the record, as the store keeps it. Who types
 * "Xóm Ba Nhất" as the name has said the kind, too. What @hamlet says already
 * is left as it is.
 */
void
cnscd_hamlet_form_fill (const CnscdHamletForm *form, CnscdHamlet *hamlet)
{
  CnscdHamletKind kind = CNSCD_HAMLET_KIND_UNKNOWN;
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (form != NULL && hamlet != NULL);

  if (g_strcmp0 (form->name, hamlet->name) != 0)
    {
      name = cnscd_hamlet_name_split (form->name, &kind);
      cnscd_record_set (hamlet, name, name);
    }
  hamlet->kind = (int) (kind != CNSCD_HAMLET_KIND_UNKNOWN ? kind : form->kind);
  if (!cnscd_form_is_date (form->valid_from, hamlet->valid_from))
    hamlet->valid_from = read_date (form->valid_from);
  if (!cnscd_form_is_date (form->valid_to, hamlet->valid_to))
    hamlet->valid_to = read_date (form->valid_to);
  note = cnscd_text_clean (form->note);
  cnscd_record_set (hamlet, note, note);
}

/**
 * cnscd_hamlet_form_is_known:
 * @name: (nullable): what was typed as a name
 * @hamlets: (element-type CnscdHamlet): the current ones of the commune
 * @id: (nullable): of the hamlet that is being edited
 *
 * Tells whether another hamlet has the name already, by
 * cnscd_hamlet_match_key(). That may be a slip, or right: two xóm may have
 * one name after communes merged.
 *
 * Returns: whether there is one
 */
gboolean
cnscd_hamlet_form_is_known (const char *name, GPtrArray *hamlets, const char *id)
{
  g_autofree char *key = cnscd_hamlet_match_key (name);

  if (*key == '\0')
    return FALSE;

  for (guint i = 0; i < hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = hamlets->pdata[i];
      g_autofree char *other = cnscd_hamlet_match_key (hamlet->name);

      if (g_strcmp0 (hamlet->record.id, id) != 0 && g_str_equal (key, other))
        return TRUE;
    }

  return FALSE;
}

/**
 * cnscd_profile_form_check:
 * @form: what was typed
 * @field: which field
 * @today: today in Vietnam
 *
 * Checks a field while somebody types into it. Poor and near-poor households
 * are two kinds apart, and neither are there more of both than households nor
 * more people of working age than people. At least one figure is needed.
 * What stands there as stored is right; see cnscd_member_form_check().
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_profile_form_check (const CnscdProfileForm *form, CnscdProfileField field, CnscdDate today)
{
  g_return_val_if_fail (form != NULL && field < CNSCD_N_PROFILE_FIELDS, CNSCD_FORM_PROBLEM_NONE);

  if (is_profile_as_stored (form, field))
    return CNSCD_FORM_PROBLEM_NONE;

  return field == CNSCD_PROFILE_FIELD_AS_OF ? check_as_of (form, today) : check_count (form, field);
}

/**
 * cnscd_profile_form_is_valid:
 * @form: what was typed
 * @today: today in Vietnam
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_profile_form_is_valid (const CnscdProfileForm *form, CnscdDate today)
{
  for (CnscdProfileField field = 0; field < CNSCD_N_PROFILE_FIELDS; field++)
    {
      if (cnscd_profile_form_check (form, field, today) != CNSCD_FORM_PROBLEM_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_profile_form_fill:
 * @form: what was typed, valid
 * @profile: figures that are not shared yet
 *
 * Writes what was typed into the record; what was left blank is unknown. What
 * @profile says already is left as it is.
 */
void
cnscd_profile_form_fill (const CnscdProfileForm *form, CnscdHamletProfile *profile)
{
  g_return_if_fail (form != NULL && profile != NULL);

  if (!cnscd_form_is_date (form->texts[CNSCD_PROFILE_FIELD_AS_OF], profile->as_of))
    profile->as_of = read_date (form->texts[CNSCD_PROFILE_FIELD_AS_OF]);
  fill_count (form, CNSCD_PROFILE_FIELD_HOUSEHOLDS, &profile->households);
  fill_count (form, CNSCD_PROFILE_FIELD_POOR, &profile->poor_households);
  fill_count (form, CNSCD_PROFILE_FIELD_NEAR_POOR, &profile->near_poor_households);
  fill_count (form, CNSCD_PROFILE_FIELD_PEOPLE, &profile->people);
  fill_count (form, CNSCD_PROFILE_FIELD_WORKING_AGE, &profile->working_age_people);
}

/**
 * cnscd_count_parse:
 * @text: (nullable): what somebody typed: "1250", "1.250", "1,250" or "1 250"
 * @count: (out): the number, %CNSCD_COUNT_UNKNOWN for a blank text
 *
 * Reads a count. Points, commas and spaces may only stand between groups of
 * three digits, so that "1.25" is not taken for 125.
 *
 * Returns: whether it is one, or blank
 */
gboolean
cnscd_count_parse (const char *text, gint64 *count)
{
  g_autofree char *clean = cnscd_text_clean (text);
  guint n_digits = 0, n_in_group = 0;
  char separator = '\0';
  gint64 value = 0;

  *count = CNSCD_COUNT_UNKNOWN;
  if (clean == NULL)
    return TRUE;

  for (const char *at = clean; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          value = value * 10 + g_ascii_digit_value (*at);
          n_in_group++;
          if (++n_digits > MAX_DIGITS)
            return FALSE;
          continue;
        }

      if (strchr (".,' ", *at) == NULL || (separator != '\0' && *at != separator) ||
          n_in_group == 0 || n_in_group > 3 || (separator != '\0' && n_in_group != 3))
        return FALSE;
      separator = *at;
      n_in_group = 0;
    }
  if (n_digits == 0 || (separator != '\0' && n_in_group != 3))
    return FALSE;

  *count = value;
  return TRUE;
}

/**
 * cnscd_count_check:
 * @text: (nullable): what somebody typed as a count
 *
 * Returns: what is wrong with it; nothing with a blank text
 */
CnscdFormProblem
cnscd_count_check (const char *text)
{
  gint64 count;

  if (cnscd_count_parse (text, &count))
    return CNSCD_FORM_PROBLEM_NONE;

  return is_too_large (text) ? CNSCD_FORM_PROBLEM_TOO_LARGE : CNSCD_FORM_PROBLEM_NOT_A_NUMBER;
}

/**
 * cnscd_count_is_text:
 * @text: (nullable): what stands in a field
 * @stored: a count, or unknown
 *
 * Returns: whether it says the same, also of a count that nobody could type: of eleven digits, from
 *   an import
 */
gboolean
cnscd_count_is_text (const char *text, gint64 stored)
{
  g_autofree char *digits = NULL;
  g_autoptr (GString) typed = g_string_new (NULL);
  gint64 count;

  if (cnscd_count_parse (text, &count))
    return count == stored;

  for (const char *at = text; at != NULL && *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        g_string_append_c (typed, *at);
      else if (strchr (".,' ", *at) == NULL)
        return FALSE;
    }
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, stored);
  return g_str_equal (typed->str, digits);
}

/**
 * cnscd_count_share:
 * @part: a count, or unknown
 * @whole: a count, or unknown
 *
 * Returns: how much of @whole @part is, in hundredths of a percent, rounded
 *   half up (190 for 4 of 210); -1 when it cannot be told
 */
int
cnscd_count_share (gint64 part, gint64 whole)
{
  /* What does not fit into the product is no count of people. */
  if (part < 0 || whole <= 0 || part > whole || whole > G_MAXINT64 / 20000)
    return -1;

  return (int) ((part * 20000 + whole) / (2 * whole));
}
