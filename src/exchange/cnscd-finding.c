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
  g_free (finding->team);
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

/**
 * cnscd_findings_set_team:
 * @findings: (element-type CnscdFinding): a list with a finding
 * @team: name of a team
 *
 * Says of the last finding that it is about the team as a whole.
 */
void
cnscd_findings_set_team (GPtrArray *findings, const char *team)
{
  g_return_if_fail (findings->len > 0);

  g_set_str (&((CnscdFinding *) findings->pdata[findings->len - 1])->team, team);
}
