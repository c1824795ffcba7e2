/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-series-question.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-alert.h"

/**
 * cnscd_series_question_new:
 * @heading: the question
 * @title: of the session
 * @deleting: whether sessions are lost by it
 *
 * Returns: (transfer floating): a dialog that asks how far a change of a session of a series
 *   reaches
 */
AdwAlertDialog *
cnscd_series_question_new (const char *heading, const char *title, gboolean deleting)
{
  /* Translators: title of a session */
  g_autofree char *body =
    g_strdup_printf (_ ("“%s” belongs to a series. Others that were held, reported or moved by "
                        "hand stay as they are."),
                     title);
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), "this", _ ("Only _This One"),
                                  "following", _ ("This and the _Following"), "all",
                                  _ ("_All of the Series"), NULL);
  adw_alert_dialog_set_prefer_wide_layout (question, FALSE);
  if (deleting)
    adw_alert_dialog_set_response_appearance (question, "all", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "this");
  adw_alert_dialog_set_close_response (question, "cancel");
  cnscd_alert_wrap_heading (question);
  return question;
}

/**
 * cnscd_series_question_read:
 * @answer: of such a question
 * @scope: (out): how far the change reaches
 *
 * Returns: whether it shall be made
 */
gboolean
cnscd_series_question_read (const char *answer, CnscdSeriesScope *scope)
{
  if (g_str_equal (answer, "this"))
    *scope = CNSCD_SERIES_SCOPE_THIS;
  else if (g_str_equal (answer, "following"))
    *scope = CNSCD_SERIES_SCOPE_FOLLOWING;
  else if (g_str_equal (answer, "all"))
    *scope = CNSCD_SERIES_SCOPE_ALL;
  else
    return FALSE;

  return TRUE;
}
