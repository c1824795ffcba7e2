/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-summary.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-words.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdImportSummary:
 *
 * What an import would do in all: how many of what, by lines with a name and a
 * value each, below what is to be said first.
 */
struct _CnscdImportSummary
{
  GtkGrid parent_instance;

  int n_rows;
};

enum
{
  SIGNAL_TAKE_UNIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdImportSummary, cnscd_import_summary, GTK_TYPE_GRID)

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static void
add_count (CnscdImportSummary *self, const char *title, const char *text)
{
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *value = create_label (text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_yalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "dimmed");
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (GTK_GRID (self), name, 0, self->n_rows, 1, 1);
  gtk_grid_attach (GTK_GRID (self), value, 1, self->n_rows, 1, 1);
  self->n_rows++;
}

static void
add_import_count (CnscdImportSummary *self, const char *title, const CnscdImportCount *count)
{
  g_autofree char *text = cnscd_import_words_for_count (count);

  add_count (self, title, text);
}

/* Across the whole grid. */
static void
add_across (CnscdImportSummary *self, GtkWidget *widget)
{
  gtk_widget_set_margin_bottom (widget, 6);
  gtk_grid_attach (GTK_GRID (self), widget, 0, self->n_rows, 2, 1);
  self->n_rows++;
}

static void
add_verdict (CnscdImportSummary *self, const char *text)
{
  GtkWidget *label = create_label (text);

  gtk_widget_add_css_class (label, "heading");
  add_across (self, label);
}

static void
toggled_cb (CnscdImportSummary *self, GtkCheckButton *button)
{
  g_signal_emit (self, signals[SIGNAL_TAKE_UNIT], 0, gtk_check_button_get_active (button));
}

/* A commune that somebody chose changes only if somebody wants that. */
static void
add_unit_choice (CnscdImportSummary *self,
                 const char *unit_name,
                 const char *office_name,
                 gboolean take_unit)
{
  /* Translators: two communes: "xã Võ Nhai" */
  g_autofree char *text =
    g_strdup_printf (_ ("The file is for %s, but this office is %s and shows only that commune."),
                     unit_name, office_name);
  /* Translators: %s is a commune: "xã Võ Nhai" */
  g_autofree char *choice = g_strdup_printf (_ ("Switch the office to %s"), unit_name);
  GtkWidget *button = gtk_check_button_new ();

  add_verdict (self, text);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), create_label (choice));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), take_unit);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  add_across (self, button);
}

static void
add_errors (CnscdImportSummary *self, const GPtrArray *findings)
{
  g_autofree char *number = NULL;
  g_autofree char *places = NULL;
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const CnscdFinding *) findings->pdata[i])->level == CNSCD_FINDING_ERROR;
  if (n == 0)
    return;

  number = cnscd_words_for_number (n);
  places = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s place", "%s places", n), number);
  add_count (self, C_ ("finding", "Not imported"), places);
}

static void
add_counts (CnscdImportSummary *self, const CnscdImportPlan *plan)
{
  g_autofree char *decision = cnscd_import_words_for_decision (plan);

  if (plan->schedule != NULL)
    add_import_count (self, C_ ("import", "Sessions"), &plan->sessions);
  else
    {
      add_import_count (self, _ ("Members"), &plan->members);
      add_import_count (self, _ ("Teams"), &plan->teams);
    }
  if (plan->moves->len > 0)
    {
      g_autofree char *moves = cnscd_words_for_number (plan->moves->len);

      add_count (self, C_ ("import", "Moved"), moves);
    }
  if (plan->hamlets.created > 0)
    add_import_count (self, _ ("Hamlets"), &plan->hamlets);
  if (decision != NULL)
    add_count (self, _ ("Decision"), decision);
  add_errors (self, plan->findings);
}

static void
cnscd_import_summary_class_init (CnscdImportSummaryClass *klass)
{
  /* With whether the office is to become one of the file's commune. */
  signals[SIGNAL_TAKE_UNIT] =
    g_signal_new ("take-unit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
cnscd_import_summary_init (CnscdImportSummary *self)
{
  gtk_grid_set_column_spacing (GTK_GRID (self), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "line");
}

/**
 * cnscd_import_summary_new:
 * @plan: what an import would do
 * @unit_name: (nullable): name of its commune
 * @office_name: (nullable): name of the office's commune, when it is asked whether that changes
 * @take_unit: what is answered so far; #CnscdImportSummary::take-unit tells another answer
 *
 * Returns: (transfer floating): it in numbers
 */
GtkWidget *
cnscd_import_summary_new (const CnscdImportPlan *plan,
                          const char *unit_name,
                          const char *office_name,
                          gboolean take_unit)
{
  CnscdImportSummary *self = g_object_new (CNSCD_TYPE_IMPORT_SUMMARY, NULL);

  if (!cnscd_import_plan_changes_something (plan))
    add_verdict (self,
                 plan->teams.unchanged + plan->members.unchanged + plan->sessions.unchanged > 0
                   ? _ ("All of this is already in the database.")
                   : _ ("None of this can be imported."));
  if (unit_name != NULL && office_name != NULL)
    add_unit_choice (self, unit_name, office_name, take_unit);
  if (unit_name != NULL)
    {
      g_autofree char *unit = cnscd_words_capitalize (unit_name);

      add_count (self, _ ("Commune"), unit);
    }
  add_counts (self, plan);
  return GTK_WIDGET (self);
}
