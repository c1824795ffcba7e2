/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-guide-summary.h"

/**
 * CnscdGuideSummary:
 *
 * The last step of a new decision: what is going to change, in words.
 */
struct _CnscdGuideSummary
{
  AdwPreferencesPage parent_instance;

  GPtrArray *groups; /* (element-type AdwPreferencesGroup): borrowed */
};

G_DEFINE_FINAL_TYPE (CnscdGuideSummary, cnscd_guide_summary, ADW_TYPE_PREFERENCES_PAGE)

static AdwPreferencesGroup *
get_group (CnscdGuideSummary *self)
{
  if (self->groups->len == 0)
    cnscd_guide_summary_begin_group (self, NULL);
  return self->groups->pdata[self->groups->len - 1];
}

static GtkWidget *
add_row (CnscdGuideSummary *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (get_group (self), row);
  return row;
}

static void
cnscd_guide_summary_finalize (GObject *object)
{
  g_ptr_array_unref (CNSCD_GUIDE_SUMMARY (object)->groups);

  G_OBJECT_CLASS (cnscd_guide_summary_parent_class)->finalize (object);
}

static void
cnscd_guide_summary_class_init (CnscdGuideSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_guide_summary_finalize;
}

static void
cnscd_guide_summary_init (CnscdGuideSummary *self)
{
  self->groups = g_ptr_array_new ();
}

/**
 * cnscd_guide_summary_clear:
 * @self: a summary
 */
void
cnscd_guide_summary_clear (CnscdGuideSummary *self)
{
  g_return_if_fail (CNSCD_IS_GUIDE_SUMMARY (self));

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
}

/**
 * cnscd_guide_summary_begin_group:
 * @self: a summary
 * @title: (nullable): what stands above it
 *
 * Begins a group of lines.
 */
void
cnscd_guide_summary_begin_group (CnscdGuideSummary *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_return_if_fail (CNSCD_IS_GUIDE_SUMMARY (self));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title != NULL ? title : "");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

/**
 * cnscd_guide_summary_add:
 * @self: a summary
 * @title: a line
 * @subtitle: (nullable): more about it
 */
void
cnscd_guide_summary_add (CnscdGuideSummary *self, const char *title, const char *subtitle)
{
  GtkWidget *row;

  g_return_if_fail (CNSCD_IS_GUIDE_SUMMARY (self));

  row = add_row (self, title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
}

/**
 * cnscd_guide_summary_add_warning:
 * @self: a summary
 * @text: what may be wrong with it
 */
void
cnscd_guide_summary_add_warning (CnscdGuideSummary *self, const char *text)
{
  GtkWidget *row;

  g_return_if_fail (CNSCD_IS_GUIDE_SUMMARY (self));

  row = add_row (self, text);
  gtk_widget_add_css_class (row, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
}
