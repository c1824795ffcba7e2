/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-count-row.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-record.h"
#include "ui/hamlets/cnscd-hamlet-words.h"

/* As wide as a number in ten thousands. */
#define WIDTH_CHARS 6

#define NON_BREAKING_HYPHEN "\u2011"

/**
 * CnscdCountRow:
 *
 * A row of a form for a number: what is counted, which may be long, the
 * number, and its unit of measure.
 */
struct _CnscdCountRow
{
  AdwActionRow parent_instance;

  GtkEntry *entry;
  GtkLabel *unit_label;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdCountRow, cnscd_count_row, ADW_TYPE_ACTION_ROW)

static void
show_words (CnscdCountRow *self, const char *words, gboolean wrong)
{
  g_autofree char *escaped = words != NULL ? g_markup_escape_text (words, -1) : NULL;
  static const char *const classes[] = { "warning", "error" };

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped != NULL ? escaped : "");
  for (int i = 0; i < 2; i++)
    {
      if (words != NULL && i == wrong)
        {
          gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
          gtk_widget_add_css_class (GTK_WIDGET (self->entry), classes[i]);
        }
      else
        {
          gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
          gtk_widget_remove_css_class (GTK_WIDGET (self->entry), classes[i]);
        }
    }

  if (words != NULL && wrong)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  if (escaped != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
changed_cb (CnscdCountRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (CnscdCountRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
cnscd_count_row_class_init (CnscdCountRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /* The text has changed. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Somebody has done with it, and pressed Enter. */
  signals[SIGNAL_LEFT] =
    g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_count_row_init (CnscdCountRow *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_placeholder_text (self->entry, "—");
  gtk_widget_set_valign (GTK_WIDGET (self->entry), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));

  self->unit_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->unit_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->unit_label), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->unit_label), "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->unit_label));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->entry));
  /* Tab goes from number to number. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "count-row");
}

/**
 * cnscd_count_row_new:
 * @title: what is counted
 * @unit: (nullable): its unit of measure
 *
 * Returns: (transfer floating): a row for a number that is not known yet
 */
GtkWidget *
cnscd_count_row_new (const char *title, const char *unit)
{
  CnscdCountRow *self = g_object_new (CNSCD_TYPE_COUNT_ROW, NULL);
  g_autoptr (GString) words = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  /* A name as C-ThaiNguyen stays in one line. */
  words = g_string_new (title);
  g_string_replace (words, "-", NON_BREAKING_HYPHEN, 0);
  escaped = g_markup_escape_text (words->str, -1);
  label = unit != NULL ? g_strdup_printf ("%s (%s)", title, unit) : g_strdup (title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  gtk_label_set_text (self->unit_label, unit != NULL ? unit : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (self);
}

/**
 * cnscd_count_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): what stands in it
 */
const char *
cnscd_count_row_get_text (CnscdCountRow *self)
{
  g_return_val_if_fail (CNSCD_IS_COUNT_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * cnscd_count_row_set_count:
 * @self: a row
 * @count: a count, or unknown
 */
void
cnscd_count_row_set_count (CnscdCountRow *self, gint64 count)
{
  g_autofree char *text = count != CNSCD_COUNT_UNKNOWN ? cnscd_words_for_count (count) : NULL;

  g_return_if_fail (CNSCD_IS_COUNT_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
}

/**
 * cnscd_count_row_show_problem:
 * @self: a row
 * @words: (nullable): what is wrong with its text
 */
void
cnscd_count_row_show_problem (CnscdCountRow *self, const char *words)
{
  g_return_if_fail (CNSCD_IS_COUNT_ROW (self));

  show_words (self, words, TRUE);
}

/**
 * cnscd_count_row_show_warning:
 * @self: a row
 * @words: what may be wrong with its text, though it may be saved
 */
void
cnscd_count_row_show_warning (CnscdCountRow *self, const char *words)
{
  g_return_if_fail (CNSCD_IS_COUNT_ROW (self));

  show_words (self, words, FALSE);
}

/**
 * cnscd_count_row_focus:
 * @self: a row
 *
 * Returns: whether the focus is in it now
 */
gboolean
cnscd_count_row_focus (CnscdCountRow *self)
{
  g_return_val_if_fail (CNSCD_IS_COUNT_ROW (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * cnscd_count_row_align_unit:
 * @self: a row
 * @group: of the rows that stand together
 *
 * Has the numbers of several rows stand in one column.
 */
void
cnscd_count_row_align_unit (CnscdCountRow *self, GtkSizeGroup *group)
{
  g_return_if_fail (CNSCD_IS_COUNT_ROW (self) && GTK_IS_SIZE_GROUP (group));

  gtk_size_group_add_widget (group, GTK_WIDGET (self->unit_label));
}
