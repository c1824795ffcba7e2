/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-alert.h"

#include <glib/gi18n-lib.h>

#include "cnscd-problem-words.h"

/* Pixels. */
#define ROOMY_WIDTH 600
#define WIDE_WIDTH  460

typedef void (*LabelFunc) (GtkLabel *label, const char *text);

/* The labels that say @text: libadwaita shows one text in several. */
static void
change_labels (GtkWidget *root, const char *text, LabelFunc change)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), text) == 0)
    change (GTK_LABEL (root), text);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    change_labels (child, text, change);
}

static void
change_dialog (AdwAlertDialog *dialog, const char *text, LabelFunc change)
{
  GtkWidget *child = adw_dialog_get_child (ADW_DIALOG (dialog));

  if (child != NULL)
    change_labels (child, text, change);
}

static void
wrap (GtkLabel *label, const char *text)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

/**
 * cnscd_alert_wrap_heading:
 * @dialog: a dialog that is not presented yet
 *
 * Lets a long heading wrap. libadwaita 1.7 has it in two sizes, and measures
 * the larger one, which does not wrap, also where only the smaller one fits:
 * in a narrow window GTK warns of that.
 */
void
cnscd_alert_wrap_heading (AdwAlertDialog *dialog)
{
  g_return_if_fail (ADW_IS_ALERT_DIALOG (dialog));

  change_dialog (dialog, adw_alert_dialog_get_heading (dialog), wrap);
}

/* A number such as "206/QĐ-UBND" or "0912 345 222" is not to be broken. */
static PangoAttrList *
find_unbreakable (const char *text)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("[^\\s\u00a0]*[-/][^\\s\u00a0]*|\\d+( \\d+)+", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  PangoAttrList *list = pango_attr_list_new ();

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      attribute->start_index = (guint) start;
      attribute->end_index = (guint) end;
      pango_attr_list_insert (list, attribute);
    }

  return list;
}

/* Nor is a time such as "2024 – now"; there Pango breaks after the dash even where breaks are not
 * allowed, but not before a word joiner. */
static char *
join_dashes (const char *text)
{
  g_autoptr (GString) joined = g_string_new (text);

  g_string_replace (joined, " – ", "\u00a0–\u2060\u00a0", 0);
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static void
keep_whole (GtkLabel *label, const char *text)
{
  g_autofree char *joined = join_dashes (text);
  g_autoptr (PangoAttrList) list = find_unbreakable (joined);

  gtk_label_set_label (label, joined);
  gtk_label_set_attributes (label, list);
}

/**
 * cnscd_alert_keep_whole:
 * @dialog: a dialog with its body, as plain text, that is not presented yet
 *
 * Keeps the numbers of decisions and telephones, and the times in the body each in one line.
 */
void
cnscd_alert_keep_whole (AdwAlertDialog *dialog)
{
  g_return_if_fail (ADW_IS_ALERT_DIALOG (dialog));

  change_dialog (dialog, adw_alert_dialog_get_body (dialog), keep_whole);
}

/* Only now it has the style by which its height for this width is measured. */
static void
widen_cb (AdwDialog *dialog)
{
  adw_dialog_set_content_width (dialog, WIDE_WIDTH);
}

/**
 * cnscd_alert_widen:
 * @dialog: a dialog with all its content, that is not presented yet
 * @parent: what it will be presented above
 *
 * Gives a dialog with a list more width than an alert has by itself, where there is room for it.
 */
void
cnscd_alert_widen (AdwAlertDialog *dialog, GtkWidget *parent)
{
  g_return_if_fail (ADW_IS_ALERT_DIALOG (dialog));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (gtk_widget_get_width (parent) < ROOMY_WIDTH)
    return;

  adw_dialog_set_follows_content_size (ADW_DIALOG (dialog), FALSE);
  g_signal_connect (dialog, "map", G_CALLBACK (widen_cb), NULL);
}

/**
 * cnscd_alert_new_loss:
 * @heading: a question
 * @body: (nullable): what is lost
 * @cancel_label: of the response "cancel", which is taken also when the dialog is closed
 * @response: the one by which something is lost
 * @label: of that
 *
 * Returns: (transfer floating): a dialog that asks whether something is to be lost, as it is not by
 *   Enter
 */
AdwAlertDialog *
cnscd_alert_new_loss (const char *heading,
                      const char *body,
                      const char *cancel_label,
                      const char *response,
                      const char *label)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", cancel_label, response, label, NULL);
  adw_alert_dialog_set_response_appearance (dialog, response, ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  cnscd_alert_wrap_heading (dialog);
  return dialog;
}

/**
 * cnscd_alert_new_problem:
 * @heading: (nullable): what could not be done
 * @problem: why, and what to do
 *
 * A file of which @problem gives the path is called by its name; where it is
 * stands below.
 *
 * Returns: (transfer floating): a dialog without responses
 */
AdwAlertDialog *
cnscd_alert_new_problem (const char *heading, const char *problem)
{
  g_autofree char *paths = NULL;
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  g_return_val_if_fail (problem != NULL, NULL);

  body = cnscd_problem_words_split (problem, &paths);
  dialog = adw_alert_dialog_new (heading != NULL ? heading : _ ("Something Went Wrong"), body);
  if (paths != NULL)
    {
      GtkWidget *label = cnscd_problem_words_create_paths ();

      gtk_label_set_text (GTK_LABEL (label), paths);
      adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), label);
    }
  cnscd_alert_wrap_heading (ADW_ALERT_DIALOG (dialog));
  return ADW_ALERT_DIALOG (dialog);
}

/**
 * cnscd_alert_show_problem:
 * @parent: what it is about, in a window
 * @heading: (nullable): what could not be done
 * @problem: why, and what to do
 *
 * Tells a problem, which is too long for a toast, and must not vanish unread.
 * One that is being told already is not told again.
 */
void
cnscd_alert_show_problem (GtkWidget *parent, const char *heading, const char *problem)
{
  g_autofree char *body = NULL;
  GtkRoot *root;
  AdwDialog *visible;
  AdwAlertDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (problem != NULL);

  root = gtk_widget_get_root (parent);
  if (root == NULL)
    return;

  visible = ADW_IS_APPLICATION_WINDOW (root)
              ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root))
              : NULL;
  body = cnscd_problem_words_split (problem, NULL);
  if (ADW_IS_ALERT_DIALOG (visible) &&
      g_strcmp0 (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (visible)), body) == 0)
    return;

  dialog = cnscd_alert_new_problem (heading, problem);
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
