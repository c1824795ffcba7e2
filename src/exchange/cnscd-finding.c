/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-table.h"

/**
 * cnscd_finding_free:
 * @finding: (nullable) (transfer full): a finding
 */
void
cnscd_finding_free (CnscdFinding *finding)
{
  if (finding == NULL)
    return;

  g_free (finding->sheet);
  g_free (finding->message);
  g_free (finding);
}

/**
 * cnscd_findings_new:
 *
 * Returns: (transfer full) (element-type CnscdFinding): an empty list that owns its findings
 */
GPtrArray *
cnscd_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_finding_free);
}

/**
 * cnscd_findings_add:
 * @findings: (element-type CnscdFinding): the list to add to
 * @level: how much it matters
 * @code: a static, stable word for programs
 * @sheet: (nullable): name of the sheet
 * @row: as the person sees it, from 1; 0: the whole sheet or file
 * @column: as the person sees it, from 1; 0: the whole row
 * @format: printf() format of the message, already translated
 * @...: its arguments
 */
void
cnscd_findings_add (GPtrArray *findings,
                    CnscdFindingLevel level,
                    const char *code,
                    const char *sheet,
                    guint row,
                    guint column,
                    const char *format,
                    ...)
{
  CnscdFinding *finding = g_new0 (CnscdFinding, 1);
  va_list arguments;

  finding->sheet = g_strdup (sheet);
  finding->row = row;
  finding->column = column;
  finding->level = level;
  finding->code = code;
  va_start (arguments, format);
  finding->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (findings, finding);
}
