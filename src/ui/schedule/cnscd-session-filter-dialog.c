/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-filter-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-text.h"
#include "core/cnscd-unit-records.h"
#include "model/cnscd-repository-decisions.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdSessionFilterDialog:
 *
 * What the schedule can be narrowed down by. Each choice works at once, on the
 * schedule behind.
 */
struct _CnscdSessionFilterDialog
{
  AdwDialog parent_instance;

  GtkWidget *clear_button;
  CnscdChoiceRow *hamlet_row;
  CnscdChoiceRow *team_row;
  CnscdChoiceRow *topic_row;
  CnscdChoiceRow *audience_row;
  CnscdChoiceRow *guide_row;
  CnscdChoiceRow *rows[CNSCD_N_SESSION_FILTERS];
  GListStore *choices[CNSCD_N_SESSION_FILTERS];

  CnscdSessionFilters *filters;
  GCancellable *cancellable;
  guint filling; /* what changes is nobody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdSessionFilterDialog, cnscd_session_filter_dialog, ADW_TYPE_DIALOG)

static void
append (CnscdSessionFilterDialog *self,
        CnscdSessionFilterKind kind,
        const char *id,
        const char *name,
        const char *detail)
{
  cnscd_choice_append (self->choices[kind], id, name, detail);
}

static void
fill (CnscdSessionFilterDialog *self)
{
  self->filling++;
  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    cnscd_choice_row_set_chosen (
      self->rows[i], cnscd_session_filters_get_id (self->filters, (CnscdSessionFilterKind) i));
  self->filling--;
  gtk_widget_set_sensitive (self->clear_button,
                            cnscd_filters_get_n_active (CNSCD_FILTERS (self->filters)) > 0);
}

static const char *
find_name (GListStore *choices, const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      g_autoptr (CnscdChoice) choice = g_list_model_get_item (G_LIST_MODEL (choices), i);

      if (g_strcmp0 (cnscd_choice_get_id (choice), id) == 0)
        return cnscd_choice_get_title (choice);
    }

  return NULL;
}

static void
chosen_cb (CnscdSessionFilterDialog *self)
{
  if (self->filling > 0)
    return;

  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    {
      const char *id = cnscd_choice_row_get_chosen (self->rows[i]);
      const char *name = find_name (self->choices[i], id);

      /* What was chosen before may not be among the choices yet. */
      if (id == NULL || name != NULL)
        cnscd_session_filters_set (self->filters, (CnscdSessionFilterKind) i, id, name);
    }
}

static void
clear_cb (CnscdSessionFilterDialog *self)
{
  cnscd_filters_clear_all (CNSCD_FILTERS (self->filters));
  fill (self);
  /* The button has nothing left to do. */
  gtk_widget_grab_focus (GTK_WIDGET (self->hamlet_row));
}

/* Whom the list shows first is nobody's decision: by their names. */
static int
compare_choices (gconstpointer a, gconstpointer b, gpointer user_data)
{
  CnscdChoice *one = (CnscdChoice *) a;
  CnscdChoice *other = (CnscdChoice *) b;
  gboolean people = GPOINTER_TO_INT (user_data) == CNSCD_SESSION_FILTER_GUIDE;
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GBytes) other_key = NULL;

  if (cnscd_choice_get_id (one) == NULL || cnscd_choice_get_id (other) == NULL)
    return (cnscd_choice_get_id (one) != NULL) - (cnscd_choice_get_id (other) != NULL);

  key = people ? cnscd_name_sort_key (cnscd_choice_get_title (one))
               : cnscd_text_sort_key (cnscd_choice_get_title (one));
  other_key = people ? cnscd_name_sort_key (cnscd_choice_get_title (other))
                     : cnscd_text_sort_key (cnscd_choice_get_title (other));
  return g_bytes_compare (key, other_key);
}

static void
sort (CnscdSessionFilterDialog *self, CnscdSessionFilterKind kind)
{
  g_list_store_sort (self->choices[kind], compare_choices, GINT_TO_POINTER ((int) kind));
}

static void
add_people (CnscdSessionFilterDialog *self,
            const CnscdUnitRecords *records,
            const CnscdTeam *team,
            GHashTable *people)
{
  g_autoptr (GPtrArray) memberships =
    cnscd_unit_records_list_memberships (records, team->record.id, cnscd_date_today ());
  g_autofree char *team_name = cnscd_words_for_team_among (records, team);

  for (guint i = 0; i < memberships->len; i++)
    {
      const CnscdMembership *membership = memberships->pdata[i];
      const CnscdPerson *person =
        cnscd_unit_records_find (records, &CNSCD_KIND_PERSON, membership->person);

      if (person != NULL && g_hash_table_add (people, person->record.id))
        append (self, CNSCD_SESSION_FILTER_GUIDE, person->record.id, person->full_name, team_name);
    }
}

static void
add_hamlet (CnscdSessionFilterDialog *self,
            const CnscdUnitRecords *records,
            const CnscdTeam *team,
            GHashTable *hamlets)
{
  const CnscdHamlet *hamlet =
    team->hamlet != NULL ? cnscd_unit_records_find (records, &CNSCD_KIND_HAMLET, team->hamlet)
                         : NULL;
  g_autofree char *name = NULL;

  if (hamlet == NULL || !g_hash_table_add (hamlets, hamlet->record.id))
    return;

  name = cnscd_words_for_place (hamlet->kind, hamlet->name);
  append (self, CNSCD_SESSION_FILTER_HAMLET, hamlet->record.id, name, NULL);
}

static void
records_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdSessionFilterDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdUnitRecords) records =
    cnscd_repository_load_unit_records_finish (CNSCD_REPOSITORY (source), result, &error);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) hamlets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) teams = NULL;

  if (records == NULL)
    return;

  teams = cnscd_unit_records_list_teams (records, cnscd_date_today ());
  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeam *team = teams->pdata[i];
      g_autofree char *name = cnscd_words_for_team_among (records, team);

      append (self, CNSCD_SESSION_FILTER_TEAM, team->record.id, name, NULL);
      add_hamlet (self, records, team, hamlets);
      add_people (self, records, team, people);
    }
  sort (self, CNSCD_SESSION_FILTER_TEAM);
  sort (self, CNSCD_SESSION_FILTER_HAMLET);
  sort (self, CNSCD_SESSION_FILTER_GUIDE);
  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    cnscd_choice_row_set_choices (self->rows[i], G_LIST_MODEL (self->choices[i]));
}

static void
cnscd_session_filter_dialog_dispose (GObject *object)
{
  CnscdSessionFilterDialog *self = CNSCD_SESSION_FILTER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->filters);
  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    g_clear_object (&self->choices[i]);

  G_OBJECT_CLASS (cnscd_session_filter_dialog_parent_class)->dispose (object);
}

static void
cnscd_session_filter_dialog_finalize (GObject *object)
{
  g_object_unref (CNSCD_SESSION_FILTER_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (cnscd_session_filter_dialog_parent_class)->finalize (object);
}

static void
cnscd_session_filter_dialog_class_init (CnscdSessionFilterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_session_filter_dialog_dispose;
  object_class->finalize = cnscd_session_filter_dialog_finalize;

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-session-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionFilterDialog, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionFilterDialog, hamlet_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionFilterDialog, team_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionFilterDialog, topic_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionFilterDialog, audience_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionFilterDialog, guide_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
cnscd_session_filter_dialog_init (CnscdSessionFilterDialog *self)
{
  CnscdChoiceRow *rows[CNSCD_N_SESSION_FILTERS];

  self->cancellable = g_cancellable_new ();
  self->filling++;
  gtk_widget_init_template (GTK_WIDGET (self));
  rows[CNSCD_SESSION_FILTER_HAMLET] = self->hamlet_row;
  rows[CNSCD_SESSION_FILTER_TEAM] = self->team_row;
  rows[CNSCD_SESSION_FILTER_TOPIC] = self->topic_row;
  rows[CNSCD_SESSION_FILTER_AUDIENCE] = self->audience_row;
  rows[CNSCD_SESSION_FILTER_GUIDE] = self->guide_row;
  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    {
      self->rows[i] = rows[i];
      self->choices[i] = g_list_store_new (CNSCD_TYPE_CHOICE);
      append (self, (CnscdSessionFilterKind) i, NULL, C_ ("filter", "All"), NULL);
    }
  self->filling--;
}

static void
add_catalog (CnscdSessionFilterDialog *self, const CnscdCatalog *catalog)
{
  for (guint i = 0; i < catalog->topics->len; i++)
    {
      const CnscdTopic *topic = catalog->topics->pdata[i];

      append (self, CNSCD_SESSION_FILTER_TOPIC, topic->record.id, topic->name, NULL);
    }
  for (guint i = 0; i < catalog->audiences->len; i++)
    {
      const CnscdAudience *audience = catalog->audiences->pdata[i];

      append (self, CNSCD_SESSION_FILTER_AUDIENCE, audience->record.id, audience->name, NULL);
    }
}

/* Thousands of names in a row would help nobody. */
static void
want_unit (CnscdChoiceRow *row)
{
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Choose a commune first"));
}

/**
 * cnscd_session_filter_dialog_new:
 * @filters: what it changes
 * @repository: an open repository
 * @catalog: (nullable): what topics and audiences there are
 * @unit: (nullable): code of the commune that is shown, %NULL for all
 *
 * Returns: (transfer floating): a dialog of filters
 */
AdwDialog *
cnscd_session_filter_dialog_new (CnscdSessionFilters *filters,
                                 CnscdRepository *repository,
                                 const CnscdCatalog *catalog,
                                 const char *unit)
{
  CnscdSessionFilterDialog *self;

  g_return_val_if_fail (CNSCD_IS_SESSION_FILTERS (filters), NULL);

  self = g_object_new (CNSCD_TYPE_SESSION_FILTER_DIALOG, NULL);
  self->filters = g_object_ref (filters);
  if (catalog != NULL)
    add_catalog (self, catalog);
  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    cnscd_choice_row_set_choices (self->rows[i], G_LIST_MODEL (self->choices[i]));
  g_signal_connect_object (filters, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  if (unit != NULL)
    cnscd_repository_load_unit_records_async (repository, unit, self->cancellable, records_cb,
                                              g_object_ref (self));
  else
    {
      want_unit (self->hamlet_row);
      want_unit (self->team_row);
      want_unit (self->guide_row);
    }
  return ADW_DIALOG (self);
}
