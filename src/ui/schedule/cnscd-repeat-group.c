/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repeat-group.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-series-edit.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-plan-words.h"

/**
 * CnscdRepeatGroup:
 *
 * The rows of a form that say how a session repeats, and what the first days
 * of that are.
 */
struct _CnscdRepeatGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *kind_row;
  AdwSpinRow *interval_row;
  AdwEntryRow *until_row;
  AdwActionRow *preview_row;

  CnscdDate first; /* unknown while none is typed */
  char *proposed;  /* (nullable): as the last day */
  gboolean filling;

  /* As it was stored: */
  CnscdRepeatKind kind;
  int interval;
  char *until; /* (nullable) */
  char *rule;  /* (nullable): in words */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdRepeatGroup, cnscd_repeat_group, ADW_TYPE_PREFERENCES_GROUP)

static CnscdRepeatForm
read_form (CnscdRepeatGroup *self)
{
  return (CnscdRepeatForm) {
    .kind = (CnscdRepeatKind) adw_combo_row_get_selected (self->kind_row),
    .first = self->first,
    .interval = (int) adw_spin_row_get_value (self->interval_row),
    .until = gtk_editable_get_text (GTK_EDITABLE (self->until_row)),
  };
}

static void
set_titles (CnscdRepeatGroup *self, const char *none)
{
  const char *titles[] = { none,
                           C_ ("repeat", "Every Week"),
                           C_ ("repeat", "Every Few Weeks"),
                           C_ ("repeat", "Monthly by Weekday"),
                           C_ ("repeat", "Monthly by Lunar Day"),
                           NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (titles);

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (list));
}

static void
show_preview (CnscdRepeatGroup *self, const CnscdRepeatForm *form)
{
  CnscdRecurrence rule;
  gboolean valid = cnscd_repeat_form_check (form) == CNSCD_FORM_PROBLEM_NONE &&
                   cnscd_repeat_form_get_rule (form, &rule);

  if (valid)
    {
      g_autofree char *words = cnscd_recurrence_describe (&rule);
      g_autofree char *title = cnscd_words_capitalize (words);
      g_autofree char *days = cnscd_words_for_first_days (&rule, form->first);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->preview_row), title);
      adw_action_row_set_subtitle (self->preview_row, days);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->preview_row), valid);
}

/* What nobody has touched since it was proposed gives way to a better proposal. */
static void
propose_until (CnscdRepeatGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->until_row));
  g_autofree char *until = NULL;

  if (!cnscd_date_is_full (self->first) || (*text != '\0' && g_strcmp0 (text, self->proposed) != 0))
    return;

  until = cnscd_date_format (cnscd_repeat_propose_until (self->first));
  g_set_str (&self->proposed, until);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->until_row), until);
  self->filling = FALSE;
}

static void
changed_cb (CnscdRepeatGroup *self)
{
  CnscdRepeatForm form;

  if (self->filling)
    return;

  form = read_form (self);
  if (form.kind != CNSCD_REPEAT_NEVER && !gtk_widget_get_visible (GTK_WIDGET (self->until_row)))
    propose_until (self);
  gtk_widget_set_visible (GTK_WIDGET (self->interval_row), form.kind == CNSCD_REPEAT_WEEKS);
  gtk_widget_set_visible (GTK_WIDGET (self->until_row), form.kind != CNSCD_REPEAT_NEVER);
  /* Else the rule stands above its first days. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kind_row),
                               form.kind == CNSCD_REPEAT_NEVER && self->rule != NULL ? self->rule
                                                                                     : "");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cnscd_repeat_group_finalize (GObject *object)
{
  CnscdRepeatGroup *self = CNSCD_REPEAT_GROUP (object);

  g_free (self->proposed);
  g_free (self->until);
  g_free (self->rule);

  G_OBJECT_CLASS (cnscd_repeat_group_parent_class)->finalize (object);
}

static void
cnscd_repeat_group_class_init (CnscdRepeatGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_repeat_group_finalize;

  /**
   * CnscdRepeatGroup::changed:
   * @self: the group, in which something was changed
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-repeat-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdRepeatGroup, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdRepeatGroup, interval_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdRepeatGroup, until_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdRepeatGroup, preview_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_repeat_group_init (CnscdRepeatGroup *self)
{
  self->filling = TRUE;
  self->interval = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_titles (self, C_ ("repeat", "Never"));
  self->filling = FALSE;
}

/**
 * cnscd_repeat_group_set_first:
 * @self: a group
 * @first: day of the session, unknown while it is not right
 *
 * Shows what the first days are from there on.
 */
void
cnscd_repeat_group_set_first (CnscdRepeatGroup *self, CnscdDate first)
{
  g_return_if_fail (CNSCD_IS_REPEAT_GROUP (self));

  if (cnscd_date_equal (first, self->first))
    return;

  self->first = first;
  if (gtk_widget_get_visible (GTK_WIDGET (self->until_row)) && self->kind == CNSCD_REPEAT_NEVER)
    propose_until (self);
}

/**
 * cnscd_repeat_group_set_rule:
 * @self: a new group
 * @rule: of the series that the session belongs to
 * @day: the day that it gave the session
 *
 * Shows how a session repeats already.
 */
void
cnscd_repeat_group_set_rule (CnscdRepeatGroup *self, const char *rule, CnscdDate day)
{
  CnscdRecurrence parsed;
  g_autofree char *until = NULL;

  g_return_if_fail (CNSCD_IS_REPEAT_GROUP (self) && rule != NULL);

  self->first = day;
  self->filling = TRUE;
  set_titles (self, C_ ("repeat", "As Before"));
  if (cnscd_recurrence_parse (rule, &parsed, NULL))
    {
      g_autofree char *words = cnscd_recurrence_describe (&parsed);

      g_free (self->rule);
      self->rule = cnscd_words_capitalize (words);
      if (parsed.count == 0 && cnscd_date_is_full (parsed.until))
        self->kind = cnscd_repeat_recognize (&parsed, day, &self->interval);
      if (self->kind == CNSCD_REPEAT_WEEKLY && self->interval > 1)
        self->kind = CNSCD_REPEAT_WEEKS;
      if (self->kind != CNSCD_REPEAT_NEVER)
        self->until = cnscd_date_format (parsed.until);
    }
  adw_combo_row_set_selected (self->kind_row, self->kind);
  adw_spin_row_set_value (self->interval_row, MAX (2, self->interval));
  gtk_editable_set_text (GTK_EDITABLE (self->until_row), self->until != NULL ? self->until : "");
  self->interval = MAX (2, self->interval);
  self->filling = FALSE;
  changed_cb (self);
}

/**
 * cnscd_repeat_group_check:
 * @self: a group
 *
 * Shows what is wrong, and what the first days are.
 *
 * Returns: whether nothing is wrong
 */
gboolean
cnscd_repeat_group_check (CnscdRepeatGroup *self)
{
  CnscdRepeatForm form;
  CnscdFormProblem problem;

  g_return_val_if_fail (CNSCD_IS_REPEAT_GROUP (self), FALSE);

  form = read_form (self);
  problem = cnscd_repeat_form_check (&form);
  cnscd_form_show_day_after (self->until_row, C_ ("session", "Until"), problem, form.first);
  if (problem == CNSCD_FORM_PROBLEM_TOO_MANY)
    {
      g_autofree char *words =
        /* Translators: %d is the largest number of sessions that a series has */
        g_strdup_printf (C_ ("problem", "gives more than %d sessions"), CNSCD_SERIES_MAX_SESSIONS);

      cnscd_form_say (self->until_row, C_ ("session", "Until"), words);
    }
  show_preview (self, &form);
  return problem == CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_repeat_group_is_changed:
 * @self: a group
 *
 * Returns: whether it says something else than in the beginning
 */
gboolean
cnscd_repeat_group_is_changed (CnscdRepeatGroup *self)
{
  CnscdRepeatForm form;

  g_return_val_if_fail (CNSCD_IS_REPEAT_GROUP (self), FALSE);

  form = read_form (self);
  if (form.kind != self->kind)
    return TRUE;
  if (form.kind == CNSCD_REPEAT_NEVER)
    return FALSE;
  return g_strcmp0 (form.until, self->until) != 0 ||
         (form.kind == CNSCD_REPEAT_WEEKS && form.interval != self->interval);
}

/**
 * cnscd_repeat_group_get_rule:
 * @self: a group
 * @rule: (out): how it repeats
 *
 * Returns: whether it repeats, and nothing is wrong
 */
gboolean
cnscd_repeat_group_get_rule (CnscdRepeatGroup *self, CnscdRecurrence *rule)
{
  CnscdRepeatForm form;

  g_return_val_if_fail (CNSCD_IS_REPEAT_GROUP (self), FALSE);

  form = read_form (self);
  return cnscd_repeat_form_get_rule (&form, rule);
}
