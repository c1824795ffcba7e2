/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-form.h"

#include <glib/gi18n-lib.h>

#define KEY "cnscd-form-row"

/* What a form says of a row. */
typedef struct
{
  CnscdFormProblem problem;
  char *title;
  gboolean touched;   /* something stood in it, it was left, or "Save" was tried */
  GtkWidget *reading; /* (nullable): how its date is understood */
} RowState;

/**
 * cnscd_form_describe:
 * @problem: what is wrong with a text
 *
 * Returns: (nullable): what is wrong, as it stands after the name of a field
 */
const char *
cnscd_form_describe (CnscdFormProblem problem)
{
  switch (problem)
    {
    case CNSCD_FORM_PROBLEM_MISSING:
      return C_ ("problem", "still needed");
    case CNSCD_FORM_PROBLEM_NOT_A_NAME:
      return C_ ("problem", "not a name");
    case CNSCD_FORM_PROBLEM_NAME_TOO_LONG:
      return C_ ("problem", "too long for a name");
    case CNSCD_FORM_PROBLEM_NOT_A_DATE:
      return C_ ("problem", "not a date");
    case CNSCD_FORM_PROBLEM_NO_SUCH_DATE:
      return C_ ("problem", "no such date");
    case CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE:
      return C_ ("problem", "day, month and year are needed");
    case CNSCD_FORM_PROBLEM_IN_THE_FUTURE:
      return C_ ("problem", "in the future");
    case CNSCD_FORM_PROBLEM_TOO_OLD:
      return C_ ("problem", "too long ago");
    case CNSCD_FORM_PROBLEM_TOO_YOUNG:
      return C_ ("problem", "too young for a team");
    case CNSCD_FORM_PROBLEM_NOT_A_PHONE:
      return C_ ("problem", "not a phone number");
    case CNSCD_FORM_PROBLEM_BEFORE_START:
      return C_ ("problem", "before it began");
    case CNSCD_FORM_PROBLEM_NOT_A_DECISION_NUMBER:
      return C_ ("problem", "not the number of a decision");
    case CNSCD_FORM_PROBLEM_AFTER_END:
      return C_ ("problem", "after it ended");
    case CNSCD_FORM_PROBLEM_NOT_A_NUMBER:
      return C_ ("problem", "not a whole number");
    case CNSCD_FORM_PROBLEM_TOO_LARGE:
      return C_ ("problem", "too large");
    case CNSCD_FORM_PROBLEM_MORE_THAN_ALL:
      return C_ ("problem", "more than the total");
    case CNSCD_FORM_PROBLEM_ALREADY_THERE:
      return C_ ("problem", "already exists");
    case CNSCD_FORM_PROBLEM_NOT_A_TIME:
      return C_ ("problem", "not a time, such as 19h30");
    case CNSCD_FORM_PROBLEM_TOO_LONG:
      return C_ ("problem", "too long");
    case CNSCD_FORM_PROBLEM_TOO_MANY:
      return C_ ("problem", "too many sessions");
    case CNSCD_FORM_PROBLEM_PAST_MIDNIGHT:
      return C_ ("problem", "would end after midnight");
    case CNSCD_FORM_PROBLEM_NOT_LUNAR:
      return C_ ("problem", "after the lunar calendar ends");
    case CNSCD_FORM_PROBLEM_NONE:
    default:
      return NULL;
    }
}

static void
set_title (AdwEntryRow *row, const char *title, const char *words)
{
  /* Translators: the name of a field, and what is wrong with its text */
  g_autofree char *full = words != NULL ? g_strdup_printf (_ ("%s: %s"), title, words) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), full != NULL ? full : title);
  /* Whole also where the row is too narrow for it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), full);
}

static void
show_words (AdwEntryRow *row, const char *title, const char *words)
{
  if (words != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
    }
  set_title (row, title, words);
}

/* That something is still to come goes without saying, until its turn has come. */
static void
reveal (AdwEntryRow *row, RowState *state)
{
  state->touched = TRUE;
  if (state->problem == CNSCD_FORM_PROBLEM_MISSING)
    show_words (row, state->title, cnscd_form_describe (state->problem));
}

static void
reveal_all (GtkWidget *widget)
{
  RowState *state = g_object_get_data (G_OBJECT (widget), KEY);

  if (state != NULL)
    {
      reveal (ADW_ENTRY_ROW (widget), state);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    reveal_all (child);
}

/* Enter is "Save". */
static void
entry_activated_cb (GtkWidget *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (row, ADW_TYPE_DIALOG);

  if (dialog != NULL)
    reveal_all (dialog);
}

static void
row_state_free (gpointer data)
{
  RowState *state = data;

  g_free (state->title);
  g_free (state);
}

static RowState *
get_state (AdwEntryRow *row)
{
  RowState *state = g_object_get_data (G_OBJECT (row), KEY);

  if (state == NULL)
    {
      state = g_new0 (RowState, 1);
      g_object_set_data_full (G_OBJECT (row), KEY, state, row_state_free);
      g_signal_connect (row, "entry-activated", G_CALLBACK (entry_activated_cb), NULL);
    }
  return state;
}

static RowState *
note_problem (AdwEntryRow *row, const char *title, CnscdFormProblem problem)
{
  RowState *state = get_state (row);

  g_set_str (&state->title, title);
  state->problem = problem;
  if (*gtk_editable_get_text (GTK_EDITABLE (row)) != '\0')
    state->touched = TRUE;
  return state;
}

/**
 * cnscd_form_show_problem:
 * @row: a row of a form
 * @title: what the row is called
 * @problem: what is wrong with its text
 *
 * Says what is wrong in the row's own title, which screen readers read with
 * it. The text itself is left alone, for an input method may be composing it.
 * That something is still to come is not said before the row was left, or
 * "Save" tried.
 */
void
cnscd_form_show_problem (AdwEntryRow *row, const char *title, CnscdFormProblem problem)
{
  const RowState *state = note_problem (row, title, problem);

  show_words (row, title,
              problem == CNSCD_FORM_PROBLEM_MISSING && !state->touched
                ? NULL
                : cnscd_form_describe (problem));
}

/**
 * cnscd_form_say:
 * @row: a row of a form, of which cnscd_form_show_problem() said what is wrong
 * @title: what the row is called
 * @words: what is wrong with its text, as it stands after the name of a field
 *
 * Says it more exactly.
 */
void
cnscd_form_say (AdwEntryRow *row, const char *title, const char *words)
{
  set_title (row, title, words);
}

/**
 * cnscd_form_show_name:
 * @row: a row of a form, for somebody's name
 * @title: what the row is called
 * @problem: what is wrong with its text
 *
 * Does what cnscd_form_show_problem() does, and names the character that no name has.
 */
void
cnscd_form_show_name (AdwEntryRow *row, const char *title, CnscdFormProblem problem)
{
  gunichar stray = problem == CNSCD_FORM_PROBLEM_NOT_A_NAME
                     ? cnscd_form_find_stray (gtk_editable_get_text (GTK_EDITABLE (row)))
                     : 0;
  char text[7] = "";

  cnscd_form_show_problem (row, title, problem);
  if (stray != 0 && g_unichar_isprint (stray))
    {
      g_autofree char *words = NULL;

      text[g_unichar_to_utf8 (stray, text)] = '\0';
      /* Translators: %s is one character */
      words = g_strdup_printf (C_ ("problem", "no name contains “%s”"), text);
      set_title (row, title, words);
    }
}

/**
 * cnscd_form_show_warning:
 * @row: a row of a form, about which cnscd_form_show_problem() has nothing to say
 * @title: what the row is called
 * @warning: (nullable): what may be wrong with its text, though it may be saved
 *
 * Says what may be wrong, in the row's title as well.
 */
void
cnscd_form_show_warning (AdwEntryRow *row, const char *title, const char *warning)
{
  if (warning == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "warning");
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (row), "warning");
  set_title (row, title, warning);
}

static GtkWidget *
add_reading (AdwEntryRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_entry_row_add_suffix (row, label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label,
                                  NULL, -1);
  return label;
}

/**
 * cnscd_form_show_date:
 * @row: a row of a form, for a date
 * @title: what the row is called
 * @problem: what is wrong with its text
 *
 * Says what is wrong, or else how the date is understood where it is written
 * in another way, beside it: the text is left alone.
 */
void
cnscd_form_show_date (AdwEntryRow *row, const char *title, CnscdFormProblem problem)
{
  RowState *state = get_state (row);
  g_autofree char *reading = problem == CNSCD_FORM_PROBLEM_NONE
                               ? cnscd_form_read_back (gtk_editable_get_text (GTK_EDITABLE (row)))
                               : NULL;

  cnscd_form_show_problem (row, title, problem);
  if (reading != NULL && state->reading == NULL)
    state->reading = add_reading (row);
  if (state->reading != NULL)
    {
      gtk_label_set_text (GTK_LABEL (state->reading), reading != NULL ? reading : "");
      gtk_widget_set_visible (state->reading, reading != NULL);
    }
}

/**
 * cnscd_form_show_day:
 * @row: a row of a form, for a day
 * @title: what the row is called
 * @problem: what is wrong with its text
 *
 * Says what is wrong, or else that the day is so far ahead that it may be.
 */
void
cnscd_form_show_day (AdwEntryRow *row, const char *title, CnscdFormProblem problem)
{
  gboolean far_ahead =
    problem == CNSCD_FORM_PROBLEM_NONE &&
    cnscd_form_is_far_ahead (gtk_editable_get_text (GTK_EDITABLE (row)), cnscd_date_today ());

  cnscd_form_show_date (row, title, problem);
  cnscd_form_show_warning (row, title, far_ahead ? C_ ("problem", "more than a year ahead") : NULL);
}

/**
 * cnscd_form_dup_coming_day:
 * @row: a row of a form, for a day
 *
 * Returns: (transfer full) (nullable): the day, "01/01/2030", if it is still to come
 */
char *
cnscd_form_dup_coming_day (AdwEntryRow *row)
{
  CnscdDate day =
    cnscd_form_get_coming_day (gtk_editable_get_text (GTK_EDITABLE (row)), cnscd_date_today ());

  return cnscd_date_is_known (day) ? cnscd_date_format (day) : NULL;
}

/**
 * cnscd_form_show_coming:
 * @label: below the row for a day
 * @words: (nullable): what is so until that day, which is still to come
 *
 * Says what does not happen today.
 */
void
cnscd_form_show_coming (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/**
 * cnscd_form_show_day_after:
 * @row: a row of a form, for the day on which something ends
 * @title: what the row is called
 * @problem: what is wrong with its text
 * @start: the day on which it began, or unknown
 *
 * Does what cnscd_form_show_day() does, and names the day before which it cannot end.
 */
void
cnscd_form_show_day_after (AdwEntryRow *row,
                           const char *title,
                           CnscdFormProblem problem,
                           CnscdDate start)
{
  g_autofree char *began = NULL;
  g_autofree char *words = NULL;
  CnscdDate day;

  cnscd_form_show_day (row, title, problem);
  if (problem != CNSCD_FORM_PROBLEM_BEFORE_START || !cnscd_date_is_known (start))
    return;

  began = cnscd_date_format (start);
  if (cnscd_date_parse (gtk_editable_get_text (GTK_EDITABLE (row)), &day) &&
      cnscd_date_equal (day, start))
    /* Translators: %s is a day */
    words = g_strdup_printf (C_ ("problem", "not after the start on %s"), began);
  else
    /* Translators: %s is a day */
    words = g_strdup_printf (C_ ("problem", "before the start on %s"), began);
  set_title (row, title, words);
}

/**
 * cnscd_form_show_team_day:
 * @row: a row of a form, for the day on which a team, or somebody's place in one, ends
 * @title: what the row is called
 * @problem: what is wrong with its text
 * @start: the day on which it began, or unknown
 *
 * Does what cnscd_form_show_day_after() does, and says that there were no teams yet where the day
 * is so long past that it may be a slip.
 */
void
cnscd_form_show_team_day (AdwEntryRow *row,
                          const char *title,
                          CnscdFormProblem problem,
                          CnscdDate start)
{
  cnscd_form_show_day_after (row, title, problem, start);
  if (problem == CNSCD_FORM_PROBLEM_NONE &&
      cnscd_form_is_before_teams (gtk_editable_get_text (GTK_EDITABLE (row))))
    cnscd_form_show_warning (row, title, C_ ("problem", "before 2022, when there were no teams"));
}

static GtkLabel *
find_label (GtkWidget *root, const char *css_class)
{
  GtkLabel *label = NULL;

  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, css_class))
    return GTK_LABEL (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child, css_class);
  return label;
}

/**
 * cnscd_form_wrap_title:
 * @group: a group whose title is a name
 *
 * Shows it whole, in as many lines as it takes; the theme cuts it off.
 */
void
cnscd_form_wrap_title (AdwPreferencesGroup *group)
{
  GtkLabel *label;

  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  label = find_label (GTK_WIDGET (group), "heading");
  g_return_if_fail (label != NULL);

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

/**
 * cnscd_form_leave:
 * @widget: where the focus was
 *
 * Lets the row around @widget, if there is one, say from now on what it needs.
 */
void
cnscd_form_leave (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW);
  RowState *state = row != NULL ? g_object_get_data (G_OBJECT (row), KEY) : NULL;

  if (state != NULL)
    reveal (ADW_ENTRY_ROW (row), state);
}

/* A day that a form suggests is replaced more often than mended. */
static gboolean
focus_entry (AdwEntryRow *row)
{
  CnscdDate day;

  return cnscd_form_check_day (gtk_editable_get_text (GTK_EDITABLE (row)), CNSCD_DATE_UNKNOWN,
                               &day) == CNSCD_FORM_PROBLEM_NONE
           ? gtk_widget_grab_focus (GTK_WIDGET (row))
           : adw_entry_row_grab_focus_without_selecting (row);
}

static GtkWidget *
find_problem (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (ADW_IS_ENTRY_ROW (widget))
    return gtk_widget_has_css_class (widget, "error") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_problem (child);
  return found;
}

/**
 * cnscd_form_focus_problem:
 * @root: a form or a part of it
 *
 * Goes to the first row that says what is wrong with it; what is still to come says so now.
 */
void
cnscd_form_focus_problem (GtkWidget *root)
{
  GtkWidget *row;

  reveal_all (root);
  row = find_problem (root);
  if (row != NULL && !gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (row)), row))
    gtk_widget_grab_focus (row);
}

/**
 * cnscd_form_focus_first:
 * @root: a form, or a part of one
 *
 * Gives the focus to the first field, which is never a button: who begins to
 * type presses none.
 *
 * Returns: whether there was one
 */
gboolean
cnscd_form_focus_first (GtkWidget *root)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_mapped (root) ||
      !gtk_widget_is_sensitive (root) || GTK_IS_BUTTON (root) || GTK_IS_MENU_BUTTON (root))
    return FALSE;

  if (ADW_IS_ENTRY_ROW (root))
    return focus_entry (ADW_ENTRY_ROW (root));
  if (GTK_IS_TEXT (root))
    return gtk_text_grab_focus_without_selecting (GTK_TEXT (root));
  if ((GTK_IS_LIST_BOX_ROW (root) || GTK_IS_CHECK_BUTTON (root) || GTK_IS_SWITCH (root)) &&
      gtk_widget_get_focusable (root) && !ADW_IS_EXPANDER_ROW (root))
    return gtk_widget_grab_focus (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (cnscd_form_focus_first (child))
      return TRUE;

  return FALSE;
}
