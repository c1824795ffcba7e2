/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-plan-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-findings.h"
#include "cnscd-import-groups.h"
#include "cnscd-import-lines.h"
#include "cnscd-import-pair-row.h"
#include "cnscd-import-summary.h"
#include "cnscd-import-tally.h"
#include "cnscd-import-words.h"
#include "exchange/cnscd-import-decisions.h"
#include "ui/common/cnscd-words.h"

#define PATIENCE_MS 300

/**
 * CnscdImportPlanPage:
 *
 * What an import would do: how many of what, who may be the same person, and
 * what was found in the file.
 */
struct _CnscdImportPlanPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *import_button;
  GtkWidget *close_button;
  GtkStack *stack;
  GtkListView *list_view;
  GtkProgressBar *progress_bar;
  GtkLabel *progress_label;

  CnscdImportLines *summary;
  CnscdImportLines *tallies;
  CnscdImportLines *pair_lines;
  CnscdImportGroups *groups;
  CnscdImportPlan *plan; /* (nullable) */
  CnscdImportDecisions *decisions;
  GHashTable *pair_rows;   /* that show something */
  GHashTable *group_items; /* GtkListItem of groups, that show something */
  CnscdImportNames *names; /* (nullable): who stands where in @plan, once somebody asked */
  char *unit_name;         /* (nullable) */
  char *office_name;       /* (nullable): of the office's commune, when the file's is another */
  gboolean take_unit;      /* whether the office becomes one of the file's commune */
  gboolean pasted;
  guint patience;
};

enum
{
  SIGNAL_IMPORT,
  SIGNAL_CLOSE,
  SIGNAL_DECIDED,
  SIGNAL_PEOPLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdImportPlanPage, cnscd_import_plan_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- decisions */

static void
show_decision (CnscdImportPlanPage *self, CnscdImportPairRow *row)
{
  const CnscdImportPair *pair = cnscd_import_pair_row_get_pair (row);

  if (pair != NULL)
    cnscd_import_pair_row_set_choice (row,
                                      cnscd_import_decisions_get_choice (self->decisions, pair));
}

static void
show_pairs (CnscdImportPlanPage *self)
{
  GPtrArray *pairs = cnscd_import_decisions_get_pairs (self->decisions);

  cnscd_import_lines_set (self->pair_lines, pairs, pairs);
}

static void
decided_cb (CnscdImportPairRow *row, int choice, CnscdImportPlanPage *self)
{
  GHashTableIter iter;
  gpointer other;

  cnscd_import_decisions_decide (self->decisions, cnscd_import_pair_row_get_pair (row),
                                 (CnscdImportChoice) choice);
  /* Who is one person is no other one. */
  g_hash_table_iter_init (&iter, self->pair_rows);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    show_decision (self, other);
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

/* ---- the list */

/* The question says it, and the office stays what it is only as long as nobody agrees. */
static void
drop_unit_finding (GPtrArray *findings)
{
  for (guint i = findings->len; i > 0; i--)
    if (g_str_equal (((const CnscdFinding *) findings->pdata[i - 1])->code, "unit-other"))
      g_ptr_array_remove_index (findings, i - 1);
}

static void
take_unit_cb (CnscdImportPlanPage *self, gboolean take_unit)
{
  self->take_unit = take_unit;
}

static void
activate_cb (GtkListView *list_view, guint position, CnscdImportPlanPage *self)
{
  g_autoptr (CnscdImportLine) line =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list_view)), position);
  GHashTableIter iter;
  gpointer item;

  if (line != NULL && cnscd_import_line_get_kind (line) == CNSCD_IMPORT_LINE_TALLY)
    g_signal_emit (self, signals[SIGNAL_PEOPLE], 0,
                   ((const CnscdImportTally *) cnscd_import_line_get_data (line))->fate);
  if (line == NULL || cnscd_import_line_get_kind (line) != CNSCD_IMPORT_LINE_GROUP)
    return;
  cnscd_import_groups_toggle (self->groups, cnscd_import_line_get_data (line));
  g_hash_table_iter_init (&iter, self->group_items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    cnscd_import_finding_show_expanded (item);
}

/* Who stands in the finding's row, unless its message says so. */
static const char *
find_name (CnscdImportPlanPage *self, const CnscdFinding *finding)
{
  if (self->names == NULL)
    self->names = cnscd_import_names_new (self->plan->table);
  return cnscd_import_names_find (self->names, finding);
}

static gboolean
has_several_sheets (const CnscdImportPlan *plan)
{
  return (plan->schedule != NULL ? plan->schedule->n_tables : plan->table->mappings->len) > 1;
}

static GtkWidget *
create_finding (CnscdImportPlanPage *self,
                const CnscdFinding *finding,
                gboolean in_group,
                char **label)
{
  g_autofree char *place = cnscd_import_words_for_place (
    finding, !in_group, has_several_sheets (self->plan), find_name (self, finding));
  /* What the group says already is not said again, unless nothing else is there to say. */
  gboolean with_message =
    !in_group || !cnscd_import_groups_are_alike (self->groups, finding) || *place == '\0';

  return cnscd_import_finding_create (finding, place, in_group, with_message, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CnscdImportPlanPage *self)
{
  CnscdImportLine *line = gtk_list_item_get_item (item);
  g_autofree char *label = NULL;
  GtkWidget *child;

  gtk_list_item_set_activatable (item, FALSE);
  switch (cnscd_import_line_get_kind (line))
    {
    case CNSCD_IMPORT_LINE_PAIR:
      child = cnscd_import_pair_row_new ();
      cnscd_import_pair_row_set_pair (CNSCD_IMPORT_PAIR_ROW (child),
                                      cnscd_import_line_get_data (line), self->pasted);
      show_decision (self, CNSCD_IMPORT_PAIR_ROW (child));
      g_signal_connect_object (child, "decided", G_CALLBACK (decided_cb), self, 0);
      g_hash_table_add (self->pair_rows, child);
      label = cnscd_import_words_for_likeness (cnscd_import_line_get_data (line));
      break;
    case CNSCD_IMPORT_LINE_FINDING:
    case CNSCD_IMPORT_LINE_MEMBER:
      child =
        create_finding (self, cnscd_import_line_get_data (line),
                        cnscd_import_line_get_kind (line) == CNSCD_IMPORT_LINE_MEMBER, &label);
      break;
    case CNSCD_IMPORT_LINE_TALLY:
      child = cnscd_import_tally_create (cnscd_import_line_get_data (line), &label);
      gtk_list_item_set_activatable (item, TRUE);
      break;
    case CNSCD_IMPORT_LINE_GROUP:
      child = cnscd_import_finding_create_group (cnscd_import_line_get_data (line), &label);
      g_hash_table_add (self->group_items, item);
      gtk_list_item_set_activatable (item, TRUE);
      break;
    case CNSCD_IMPORT_LINE_SUMMARY:
    case CNSCD_IMPORT_LINE_PERSON:
    default:
      child =
        cnscd_import_summary_new (self->plan, self->unit_name, self->office_name, self->take_unit);
      g_signal_connect_object (child, "take-unit", G_CALLBACK (take_unit_cb), self,
                               G_CONNECT_SWAPPED);
      break;
    }
  gtk_list_item_set_child (item, child);
  gtk_list_item_set_accessible_label (item, label != NULL ? label : "");
  gtk_list_item_set_accessible_description (item, "");
  if (cnscd_import_line_get_kind (line) == CNSCD_IMPORT_LINE_GROUP)
    cnscd_import_finding_show_expanded (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CnscdImportPlanPage *self)
{
  g_hash_table_remove (self->pair_rows, gtk_list_item_get_child (item));
  g_hash_table_remove (self->group_items, item);
  gtk_list_item_set_child (item, NULL);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, CnscdImportPlanPage *self)
{
  CnscdImportLine *line = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_list_header_get_child (header);
  guint n = gtk_list_header_get_n_items (header);
  g_autofree char *number = cnscd_words_for_number (n);
  g_autofree char *text = NULL;

  switch (cnscd_import_line_get_kind (line))
    {
    case CNSCD_IMPORT_LINE_PAIR:
      text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s possible duplicate", "%s possible duplicates", n),
        number);
      break;
    case CNSCD_IMPORT_LINE_FINDING:
    case CNSCD_IMPORT_LINE_GROUP:
    case CNSCD_IMPORT_LINE_MEMBER:
      n = self->plan->findings->len;
      g_free (number);
      number = cnscd_words_for_number (n);
      text = self->pasted
               ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s remark on the pasted rows",
                                               "%s remarks on the pasted rows", n),
                                  number)
               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s remark on the file",
                                               "%s remarks on the file", n),
                                  number);
      break;
    case CNSCD_IMPORT_LINE_SUMMARY:
    case CNSCD_IMPORT_LINE_TALLY:
    case CNSCD_IMPORT_LINE_PERSON:
    default:
      /* says what it is itself, and a list begins with its first item, not with what is above */
      break;
    }
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
set_up_list (CnscdImportPlanPage *self)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) header_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->summary = cnscd_import_lines_new (CNSCD_IMPORT_LINE_SUMMARY);
  self->tallies = cnscd_import_lines_new (CNSCD_IMPORT_LINE_TALLY);
  self->pair_lines = cnscd_import_lines_new (CNSCD_IMPORT_LINE_PAIR);
  self->groups = cnscd_import_groups_new ();
  g_list_store_append (lists, self->summary);
  g_list_store_append (lists, self->tallies);
  g_list_store_append (lists, self->pair_lines);
  g_list_store_append (lists, self->groups);

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  g_signal_connect (header_factory, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect_object (header_factory, "bind", G_CALLBACK (bind_header_cb), self, 0);
  selection = gtk_no_selection_new (
    G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists)))));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_single_click_activate (self->list_view, TRUE);
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (activate_cb), self, 0);
  gtk_list_view_set_header_factory (self->list_view, header_factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static gboolean
patience_cb (gpointer data)
{
  CnscdImportPlanPage *self = data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
close_cb (CnscdImportPlanPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

/* One of the two buttons leads on. */
static void
show_way_on (CnscdImportPlanPage *self, gboolean to_import)
{
  gtk_widget_set_visible (self->import_button, to_import);
  gtk_widget_set_visible (self->close_button, !to_import);
}

static void
import_cb (CnscdImportPlanPage *self)
{
  g_signal_emit (self, signals[SIGNAL_IMPORT], 0);
}

static void
cnscd_import_plan_page_dispose (GObject *object)
{
  CnscdImportPlanPage *self = CNSCD_IMPORT_PLAN_PAGE (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CNSCD_TYPE_IMPORT_PLAN_PAGE);
  g_clear_object (&self->summary);
  g_clear_object (&self->tallies);
  g_clear_object (&self->pair_lines);
  g_clear_object (&self->groups);

  G_OBJECT_CLASS (cnscd_import_plan_page_parent_class)->dispose (object);
}

static void
cnscd_import_plan_page_finalize (GObject *object)
{
  CnscdImportPlanPage *self = CNSCD_IMPORT_PLAN_PAGE (object);

  g_clear_pointer (&self->names, cnscd_import_names_free);
  cnscd_import_plan_free (self->plan);
  cnscd_import_decisions_free (self->decisions);
  g_hash_table_unref (self->pair_rows);
  g_hash_table_unref (self->group_items);
  g_free (self->unit_name);
  g_free (self->office_name);

  G_OBJECT_CLASS (cnscd_import_plan_page_parent_class)->finalize (object);
}

static void
cnscd_import_plan_page_class_init (CnscdImportPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_import_plan_page_dispose;
  object_class->finalize = cnscd_import_plan_page_finalize;

  signals[SIGNAL_IMPORT] = g_signal_new ("import", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* With a #CnscdImportFate: the people who have it are to be shown. */
  signals[SIGNAL_PEOPLE] = g_signal_new ("people", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/import/cnscd-import-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPlanPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPlanPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPlanPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPlanPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPlanPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPlanPage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
cnscd_import_plan_page_init (CnscdImportPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->decisions = cnscd_import_decisions_new ();
  self->pair_rows = g_hash_table_new (NULL, NULL);
  self->group_items = g_hash_table_new (NULL, NULL);
  set_up_list (self);
}

/**
 * cnscd_import_plan_page_start:
 * @self: a page
 * @name: of the file, as people see it
 * @pasted: whether it is no file, but rows from the clipboard
 *
 * Forgets what it showed, and waits for the plan.
 */
void
cnscd_import_plan_page_start (CnscdImportPlanPage *self, const char *name, gboolean pasted)
{
  self->pasted = pasted;
  self->take_unit = FALSE;
  adw_window_title_set_subtitle (self->window_title, name);
  cnscd_import_decisions_free (self->decisions);
  self->decisions = cnscd_import_decisions_new ();
  show_pairs (self);
  cnscd_import_groups_collapse (self->groups);
  gtk_widget_set_sensitive (self->import_button, FALSE);
  show_way_on (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

/**
 * cnscd_import_plan_page_set_schedule:
 * @self: a page
 *
 * Says that it is a schedule.
 */
void
cnscd_import_plan_page_set_schedule (CnscdImportPlanPage *self)
{
  adw_window_title_set_title (self->window_title, _ ("Import Schedule"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Import Schedule"));
}

/**
 * cnscd_import_plan_page_set_progress:
 * @self: a page that waits for the plan
 * @done: how many rows of the file are compared
 * @total: of how many; 0 while that is not known
 */
void
cnscd_import_plan_page_set_progress (CnscdImportPlanPage *self, guint done, guint total)
{
  cnscd_import_words_show_rows (self->progress_bar, self->progress_label, done, total);
}

/**
 * cnscd_import_plan_page_set_plan:
 * @self: a page
 * @plan: (transfer full): what the import would do, by what is decided so far
 * @unit_name: (nullable): name of its commune
 * @office_name: (nullable): name of the office's commune, when it is asked whether that changes
 *
 * The duplicates shown before stay: somebody is in the middle of them.
 */
void
cnscd_import_plan_page_set_plan (CnscdImportPlanPage *self,
                                 CnscdImportPlan *plan,
                                 const char *unit_name,
                                 const char *office_name)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) tallies = cnscd_import_tally_collect (plan);
  gboolean changes = cnscd_import_plan_changes_something (plan);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_pointer (&self->names, cnscd_import_names_free);
  g_clear_pointer (&self->plan, cnscd_import_plan_free);
  self->plan = plan;
  if (office_name != NULL)
    drop_unit_finding (plan->findings);
  g_set_str (&self->unit_name, unit_name);
  g_set_str (&self->office_name, office_name);

  g_ptr_array_add (one, NULL);
  cnscd_import_lines_set (self->summary, one, one);
  cnscd_import_lines_set (self->tallies, tallies, tallies);
  cnscd_import_decisions_add (self->decisions, plan->pairs);
  show_pairs (self);
  cnscd_import_groups_set (self->groups, plan->findings);
  show_way_on (self, changes);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "plan"))
    {
      gtk_stack_set_visible_child_name (self->stack, "plan");
      /* Enter closes what has nothing more to say. */
      gtk_widget_grab_focus (changes || plan->pairs->len > 0 || plan->findings->len > 0
                               ? GTK_WIDGET (self->list_view)
                               : self->close_button);
    }
  gtk_widget_set_sensitive (self->import_button, changes);
}

/**
 * cnscd_import_plan_page_dup_decisions:
 * @self: a page
 *
 * Returns: (transfer full) (element-type utf8 utf8): what was decided, as of #CnscdImportOptions
 */
GHashTable *
cnscd_import_plan_page_dup_decisions (CnscdImportPlanPage *self)
{
  return cnscd_import_decisions_dup_table (self->decisions);
}

/**
 * cnscd_import_plan_page_get_plan:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows, until it shows another plan
 */
const CnscdImportPlan *
cnscd_import_plan_page_get_plan (CnscdImportPlanPage *self)
{
  return self->plan;
}

/**
 * cnscd_import_plan_page_get_take_unit:
 * @self: a page
 *
 * Returns: whether somebody wants the office to become one of the file's commune
 */
gboolean
cnscd_import_plan_page_get_take_unit (CnscdImportPlanPage *self)
{
  return self->take_unit && self->office_name != NULL;
}
