/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-filter-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-bulk.h"
#include "ui/common/cnscd-words.h"
#include "ui/teams/cnscd-team-choice-row.h"

/**
 * CnscdMemberFilterDialog:
 *
 * What the list of members can be narrowed down by. Each choice works at
 * once, on the list behind.
 */
struct _CnscdMemberFilterDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *clear_button;
  AdwComboRow *role_row;
  AdwComboRow *body_row;
  CnscdTeamChoiceRow *team_row;
  AdwComboRow *gender_row;
  AdwComboRow *age_row;
  AdwSwitchRow *legal_basis_row;

  CnscdMemberFilters *filters;
  CnscdRepository *repository;
  GCancellable *cancellable;
  char *unit;        /* (nullable): whose teams there are */
  GPtrArray *bodies; /* (element-type utf8): in the order of the row, after "All" */
  guint filling;     /* what changes is nobody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdMemberFilterDialog, cnscd_member_filter_dialog, ADW_TYPE_DIALOG)

/* In the order of the rows. */
static const int roles[] = { 0, CNSCD_ROLE_LEADER, CNSCD_ROLE_DEPUTY, CNSCD_ROLE_MEMBER,
                             CNSCD_FILTER_UNKNOWN };
static const int genders[] = { 0, CNSCD_GENDER_MALE, CNSCD_GENDER_FEMALE, CNSCD_FILTER_UNKNOWN };

static guint
find_choice (const int *choices, guint n_choices, int wanted)
{
  for (guint i = 0; i < n_choices; i++)
    {
      if (choices[i] == wanted)
        return i;
    }
  return 0;
}

static int
get_choice (AdwComboRow *row, const int *choices, guint n_choices)
{
  return choices[MIN (adw_combo_row_get_selected (row), n_choices - 1)];
}

static void
set_model (AdwComboRow *row, GtkStringList *list, guint selected)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

static void
set_words (AdwComboRow *row, const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
update_title (CnscdMemberFilterDialog *self)
{
  CnscdMemberList *list = cnscd_member_filters_get_list (self->filters);
  g_autofree char *members = NULL;

  if (cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (list)))
    return;

  members = cnscd_words_for_members (g_list_model_get_n_items (G_LIST_MODEL (list)));
  adw_window_title_set_subtitle (self->window_title, members);
}

/* The body that is chosen, even if nobody here represents it. */
static void
keep_wanted_body (CnscdMemberFilterDialog *self)
{
  const char *wanted =
    cnscd_member_list_get_filter (cnscd_member_filters_get_list (self->filters))->body;

  if (wanted != NULL && !g_ptr_array_find_with_equal_func (self->bodies, wanted, g_str_equal, NULL))
    g_ptr_array_add (self->bodies, g_strdup (wanted));
}

static void
fill_bodies (CnscdMemberFilterDialog *self)
{
  const char *wanted =
    cnscd_member_list_get_filter (cnscd_member_filters_get_list (self->filters))->body;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, C_ ("filter", "All"));
  for (guint i = 0; i < self->bodies->len; i++)
    {
      const char *body = self->bodies->pdata[i];

      gtk_string_list_append (list, *body != '\0' ? body : C_ ("filter", "Body not known"));
      if (g_strcmp0 (body, wanted) == 0)
        selected = i + 1;
    }
  set_model (self->body_row, list, selected);
}

static void
fill (CnscdMemberFilterDialog *self)
{
  const CnscdMemberFilter *filter =
    cnscd_member_list_get_filter (cnscd_member_filters_get_list (self->filters));

  self->filling++;
  adw_combo_row_set_selected (self->role_row,
                              find_choice (roles, G_N_ELEMENTS (roles), filter->role));
  adw_combo_row_set_selected (self->gender_row,
                              find_choice (genders, G_N_ELEMENTS (genders), filter->gender));
  adw_combo_row_set_selected (self->age_row, filter->age);
  adw_switch_row_set_active (self->legal_basis_row, filter->without_legal_basis);
  fill_bodies (self);
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (self->team_row),
                               cnscd_member_filters_get_team (self->filters));
  self->filling--;
}

static void
update_clear_button (CnscdMemberFilterDialog *self)
{
  gtk_widget_set_sensitive (self->clear_button,
                            cnscd_filters_get_n_active (CNSCD_FILTERS (self->filters)) > 0);
}

static void
role_cb (CnscdMemberFilterDialog *self)
{
  if (self->filling == 0)
    cnscd_member_filters_set_role (self->filters,
                                   get_choice (self->role_row, roles, G_N_ELEMENTS (roles)));
}

static void
gender_cb (CnscdMemberFilterDialog *self)
{
  if (self->filling == 0)
    cnscd_member_filters_set_gender (
      self->filters, get_choice (self->gender_row, genders, G_N_ELEMENTS (genders)));
}

static void
age_cb (CnscdMemberFilterDialog *self)
{
  if (self->filling == 0)
    cnscd_member_filters_set_age (self->filters,
                                  (CnscdAge) adw_combo_row_get_selected (self->age_row));
}

static void
body_cb (CnscdMemberFilterDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->body_row);

  if (self->filling == 0)
    cnscd_member_filters_set_body (self->filters, selected > 0 && selected <= self->bodies->len
                                                    ? self->bodies->pdata[selected - 1]
                                                    : NULL);
}

static void
team_cb (CnscdMemberFilterDialog *self)
{
  const CnscdTeamSummary *team = cnscd_team_choice_row_get_team (self->team_row);
  g_autofree char *name = team != NULL ? cnscd_words_for_team (team) : NULL;

  if (self->filling == 0)
    cnscd_member_filters_set_team (self->filters, team != NULL ? team->team : NULL, name);
}

static void
legal_basis_cb (CnscdMemberFilterDialog *self)
{
  if (self->filling == 0)
    cnscd_member_filters_set_without_legal_basis (
      self->filters, adw_switch_row_get_active (self->legal_basis_row));
}

static void
clear_cb (CnscdMemberFilterDialog *self)
{
  cnscd_filters_clear_all (CNSCD_FILTERS (self->filters));
  fill (self);
  /* The button has nothing left to do. */
  gtk_widget_grab_focus (GTK_WIDGET (self->role_row));
}

static void
bodies_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdMemberFilterDialog) self = user_data;
  g_autoptr (GPtrArray) bodies = NULL;
  g_autoptr (GError) error = NULL;

  bodies = cnscd_repository_list_bodies_finish (CNSCD_REPOSITORY (source), result, &error);
  if (bodies == NULL)
    return;

  g_ptr_array_set_size (self->bodies, 0);
  for (guint i = 0; i < bodies->len; i++)
    g_ptr_array_add (self->bodies, g_strdup (((const CnscdBodyCount *) bodies->pdata[i])->name));
  g_ptr_array_add (self->bodies, g_strdup (""));
  keep_wanted_body (self);

  self->filling++;
  fill_bodies (self);
  self->filling--;
}

static void
load (CnscdMemberFilterDialog *self)
{
  cnscd_repository_list_bodies_async (self->repository, self->unit, self->cancellable,
                                      bodies_listed_cb, g_object_ref (self));
  cnscd_team_choice_row_load (self->team_row, self->repository, self->unit, C_ ("filter", "All"),
                              NULL);
  if (self->unit == NULL)
    {
      /* Two thousand names in a row would help nobody. */
      gtk_widget_set_sensitive (GTK_WIDGET (self->team_row), FALSE);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->team_row), _ ("Choose a commune first"));
    }
}

static void
cnscd_member_filter_dialog_dispose (GObject *object)
{
  CnscdMemberFilterDialog *self = CNSCD_MEMBER_FILTER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->filters);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_member_filter_dialog_parent_class)->dispose (object);
}

static void
cnscd_member_filter_dialog_finalize (GObject *object)
{
  CnscdMemberFilterDialog *self = CNSCD_MEMBER_FILTER_DIALOG (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->bodies);
  g_free (self->unit);

  G_OBJECT_CLASS (cnscd_member_filter_dialog_parent_class)->finalize (object);
}

static void
cnscd_member_filter_dialog_class_init (CnscdMemberFilterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_member_filter_dialog_dispose;
  object_class->finalize = cnscd_member_filter_dialog_finalize;

  g_type_ensure (CNSCD_TYPE_TEAM_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-member-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, body_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, team_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, gender_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, age_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberFilterDialog, legal_basis_row);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_cb);
  gtk_widget_class_bind_template_callback (widget_class, body_cb);
  gtk_widget_class_bind_template_callback (widget_class, team_cb);
  gtk_widget_class_bind_template_callback (widget_class, gender_cb);
  gtk_widget_class_bind_template_callback (widget_class, age_cb);
  gtk_widget_class_bind_template_callback (widget_class, legal_basis_cb);
}

static void
cnscd_member_filter_dialog_init (CnscdMemberFilterDialog *self)
{
  const char *role_words[] = { C_ ("filter", "All"),
                               cnscd_words_for_role (CNSCD_ROLE_LEADER),
                               cnscd_words_for_role (CNSCD_ROLE_DEPUTY),
                               cnscd_words_for_role (CNSCD_ROLE_MEMBER),
                               C_ ("filter", "Role not known"),
                               NULL };
  const char *gender_words[] = { C_ ("filter", "All"), cnscd_words_for_gender (CNSCD_GENDER_MALE),
                                 cnscd_words_for_gender (CNSCD_GENDER_FEMALE),
                                 C_ ("filter", "Gender not known"), NULL };
  const char *age_words[] = { C_ ("filter", "All"),
                              cnscd_words_for_age (CNSCD_AGE_UNDER_35),
                              cnscd_words_for_age (CNSCD_AGE_35_TO_60),
                              cnscd_words_for_age (CNSCD_AGE_OVER_60),
                              cnscd_words_for_age (CNSCD_AGE_UNKNOWN),
                              NULL };

  self->cancellable = g_cancellable_new ();
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  self->filling++;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_words (self->role_row, role_words);
  set_words (self->gender_row, gender_words);
  set_words (self->age_row, age_words);
  self->filling--;
}

/**
 * cnscd_member_filter_dialog_new:
 * @filters: what it changes
 * @unit: (nullable): code of the commune that is shown, %NULL for all
 *
 * Returns: (transfer floating): a dialog of filters
 */
AdwDialog *
cnscd_member_filter_dialog_new (CnscdMemberFilters *filters, const char *unit)
{
  CnscdMemberFilterDialog *self;
  CnscdMemberList *list;

  g_return_val_if_fail (CNSCD_IS_MEMBER_FILTERS (filters), NULL);

  self = g_object_new (CNSCD_TYPE_MEMBER_FILTER_DIALOG, NULL);
  list = cnscd_member_filters_get_list (filters);
  self->filters = g_object_ref (filters);
  self->repository = g_object_ref (cnscd_paged_list_get_repository (CNSCD_PAGED_LIST (list)));
  self->unit = g_strdup (unit);

  /* What is chosen already is there before the others are read. */
  keep_wanted_body (self);
  fill (self);
  g_signal_connect_object (filters, "changed", G_CALLBACK (update_clear_button), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
  update_clear_button (self);
  load (self);
  return ADW_DIALOG (self);
}
