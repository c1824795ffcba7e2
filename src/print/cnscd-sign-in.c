/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-sign-in.h"

/* More come than are expected, and somebody begins in the wrong line. */
#define SPARE_ROWS 5

/* When nobody has said how many are expected. */
#define USUAL_ROWS 25
#define MAX_ROWS   500

static void
free_guide (gpointer data)
{
  CnscdSignInGuide *guide = data;

  g_free (guide->full_name);
  g_free (guide);
}

static void
free_result (gpointer data)
{
  CnscdSignInResult *result = data;

  g_free (result->indicator);
  g_free (result->unit_of_measure);
  g_free (result);
}

/**
 * cnscd_sign_in_new:
 *
 * Returns: (transfer full): a sheet that says nothing yet; its strings are
 *   for the caller to fill in
 */
CnscdSignIn *
cnscd_sign_in_new (void)
{
  CnscdSignIn *sheet = g_new0 (CnscdSignIn, 1);

  sheet->expected = CNSCD_COUNT_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (sheet->counts); i++)
    sheet->counts[i] = CNSCD_COUNT_UNKNOWN;
  sheet->guides = g_ptr_array_new_with_free_func (free_guide);
  sheet->results = g_ptr_array_new_with_free_func (free_result);

  return sheet;
}

/**
 * cnscd_sign_in_add_guide:
 * @sheet: a sheet
 * @full_name: who guides
 * @part: what part
 */
void
cnscd_sign_in_add_guide (CnscdSignIn *sheet, const char *full_name, CnscdGuidePart part)
{
  CnscdSignInGuide *guide;

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (full_name != NULL);

  guide = g_new0 (CnscdSignInGuide, 1);
  guide->full_name = g_strdup (full_name);
  guide->part = part;
  g_ptr_array_add (sheet->guides, guide);
}

/**
 * cnscd_sign_in_add_result:
 * @sheet: a sheet
 * @indicator: what is counted
 * @unit_of_measure: (nullable): "tài khoản"
 * @value: how many, or %CNSCD_COUNT_UNKNOWN
 */
void
cnscd_sign_in_add_result (CnscdSignIn *sheet,
                          const char *indicator,
                          const char *unit_of_measure,
                          gint64 value)
{
  CnscdSignInResult *result;

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (indicator != NULL);

  result = g_new0 (CnscdSignInResult, 1);
  result->indicator = g_strdup (indicator);
  result->unit_of_measure = g_strdup (unit_of_measure);
  result->value = value;
  g_ptr_array_add (sheet->results, result);
}

/**
 * cnscd_sign_in_get_n_rows:
 * @sheet: a sheet
 *
 * Returns: how many lines it has at least: as many as were chosen, or as people
 *   are expected or have come, and some more
 */
guint
cnscd_sign_in_get_n_rows (const CnscdSignIn *sheet)
{
  gint64 n_people;

  g_return_val_if_fail (sheet != NULL, 0);

  n_people = MAX (sheet->expected, sheet->counts[0]);
  if (sheet->n_rows > 0)
    return MIN (sheet->n_rows, MAX_ROWS);
  return n_people > 0 ? (guint) MIN (n_people + SPARE_ROWS, MAX_ROWS) : USUAL_ROWS;
}

/**
 * cnscd_sign_in_free:
 * @sheet: (nullable): a sheet
 */
void
cnscd_sign_in_free (CnscdSignIn *sheet)
{
  if (sheet == NULL)
    return;

  cnscd_issuer_clear (&sheet->issuer);
  g_free (sheet->code);
  g_free (sheet->title);
  g_free (sheet->topics);
  g_free (sheet->place);
  g_free (sheet->teams);
  g_free (sheet->leader);
  g_free (sheet->audience);
  g_ptr_array_unref (sheet->guides);
  g_ptr_array_unref (sheet->results);
  g_free (sheet);
}
