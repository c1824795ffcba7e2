/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-hamlets.h"
#include "cnscd-hamlet-actions.h"
#include "cnscd-hamlet-words.h"
#include "cnscd-share-bar.h"
#include "ui/common/cnscd-navigation.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-window.h"
#include "ui/window/cnscd-notice-banner.h"

/**
 * CnscdHamletPage:
 *
 * One hamlet: its figures, its teams, and since or until when it is.
 */
struct _CnscdHamletPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *content;
  GtkWidget *about_group;
  AdwActionRow *validity_row;
  AdwActionRow *note_row;
  AdwPreferencesGroup *profile_group;
  GtkWidget *edit_button;
  GtkWidget *bar_row;
  CnscdShareBar *bar;
  GtkLabel *households_label;
  GtkLabel *poor_label;
  GtkLabel *near_poor_label;
  GtkWidget *rest_row;
  GtkLabel *rest_label;
  GtkLabel *people_label;
  GtkLabel *working_age_label;
  GtkWidget *no_profile_group;
  AdwPreferencesGroup *teams_group;
  AdwPreferencesGroup *earlier_group;

  CnscdRepository *repository;
  GCancellable *cancellable;
  char *hamlet;
  CnscdHamletDetails *details; /* (nullable) */
  GPtrArray *team_rows;        /* (element-type GtkWidget): in their group */
  GPtrArray *teams;            /* (nullable) */
  GPtrArray *profile_rows;     /* (element-type GtkWidget): in their group */
};

G_DEFINE_FINAL_TYPE (CnscdHamletPage, cnscd_hamlet_page, ADW_TYPE_NAVIGATION_PAGE)

static void
set_label (GtkLabel *label, char *words)
{
  gtk_label_set_text (label, words);
  g_free (words);
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

/* Neither poor nor near-poor, where that can be told. */
static gint64
get_rest (const CnscdHamletProfile *profile)
{
  if (profile->households <= 0 || profile->poor_households < 0 || profile->near_poor_households < 0)
    return CNSCD_COUNT_UNKNOWN;

  return MAX (profile->households - profile->poor_households - profile->near_poor_households,
              CNSCD_COUNT_UNKNOWN);
}

static void
show_bar (CnscdHamletPage *self, const CnscdHamletProfile *profile)
{
  static const char *const css_classes[] = { "share-poor", "share-near-poor", "share-rest" };
  gint64 rest = get_rest (profile);
  const gint64 parts[] = { profile->poor_households, profile->near_poor_households, rest };
  gboolean known = rest != CNSCD_COUNT_UNKNOWN;
  g_autofree char *poor = NULL;
  g_autofree char *near_poor = NULL;
  g_autofree char *households = NULL;
  g_autofree char *description = NULL;

  gtk_widget_set_visible (self->bar_row, known);
  gtk_widget_set_visible (self->rest_row, known);
  if (!known)
    return;

  poor = cnscd_words_for_count (profile->poor_households);
  near_poor = cnscd_words_for_count (profile->near_poor_households);
  households = cnscd_words_for_households (profile->households);
  /* Translators: what a picture shows: two numbers, and "210 households" */
  description = g_strdup_printf (_ ("%s poor and %s near-poor of %s"), poor, near_poor, households);
  cnscd_share_bar_set_parts (self->bar, parts, css_classes, G_N_ELEMENTS (parts), description);
}

static char *
describe_part (gint64 households, gint64 all)
{
  return cnscd_words_for_share (households != CNSCD_COUNT_UNKNOWN
                                  ? cnscd_words_for_households (households)
                                  : cnscd_words_for_count (households),
                                households, all);
}

static void
show_profile (CnscdHamletPage *self, const CnscdHamletProfile *profile)
{
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->profile_group), profile != NULL);
  gtk_widget_set_visible (self->no_profile_group, profile == NULL);
  if (profile == NULL)
    return;

  day = cnscd_date_format (profile->as_of);
  /* Translators: figures of a hamlet; %s is a date */
  title = g_strdup_printf (_ ("Figures as of %s"), day);
  adw_preferences_group_set_title (self->profile_group, title);
  show_bar (self, profile);
  set_label (self->households_label, cnscd_words_for_count (profile->households));
  set_label (self->poor_label, describe_part (profile->poor_households, profile->households));
  set_label (self->near_poor_label,
             describe_part (profile->near_poor_households, profile->households));
  set_label (self->rest_label, describe_part (get_rest (profile), profile->households));
  set_label (self->people_label, cnscd_words_for_count (profile->people));
  set_label (self->working_age_label,
             cnscd_words_for_share (cnscd_words_for_count (profile->working_age_people),
                                    profile->working_age_people, profile->people));
}

static void
profile_activated_cb (CnscdHamletPage *self, GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (CNSCD_IS_WINDOW (root))
    cnscd_hamlet_actions_edit_profile (CNSCD_WINDOW (root), self->hamlet,
                                       g_object_get_data (G_OBJECT (row), "profile"));
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
make_activatable (GtkWidget *row)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static char *
describe_profile (const CnscdHamletProfile *profile)
{
  g_autofree char *households = cnscd_words_for_households (profile->households);
  g_autofree char *poor = cnscd_words_for_count (profile->poor_households);
  g_autofree char *near_poor = cnscd_words_for_count (profile->near_poor_households);
  g_autofree char *people = cnscd_words_for_people (profile->people);

  /* Translators: "210 households", two numbers, "812 people" */
  return g_strdup_printf (_ ("%s · %s poor · %s near-poor · %s"), households, poor, near_poor,
                          people);
}

static void
show_earlier (CnscdHamletPage *self, GPtrArray *profiles)
{
  remove_rows (self->earlier_group, self->profile_rows);
  for (guint i = 1; i < profiles->len; i++)
    {
      const CnscdHamletProfile *profile = profiles->pdata[i];
      g_autofree char *day = cnscd_date_format (profile->as_of);
      g_autofree char *subtitle = describe_profile (profile);
      GtkWidget *row = create_row (day, subtitle);

      make_activatable (row);
      g_object_set_data_full (G_OBJECT (row), "profile", g_strdup (profile->record.id), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (profile_activated_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->earlier_group, row);
      g_ptr_array_add (self->profile_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_group), profiles->len > 1);
}

static void
show_about (CnscdHamletPage *self, const CnscdHamlet *hamlet)
{
  g_autofree char *validity = cnscd_words_for_validity (hamlet->valid_from, hamlet->valid_to);
  g_autofree char *words = validity != NULL ? cnscd_words_capitalize (validity) : NULL;
  g_autofree char *title = cnscd_words_for_place (hamlet->kind, hamlet->name);
  gboolean former = cnscd_hamlet_is_former (hamlet, cnscd_date_today ());
  g_autofree char *unit = cnscd_words_for_hamlet_unit (self->repository, hamlet->record.unit);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  if (former)
    {
      g_autofree char *subtitle = cnscd_words_join (" · ", unit, _ ("Former hamlet"));

      adw_window_title_set_subtitle (self->window_title, subtitle);
    }
  else
    adw_window_title_set_subtitle (self->window_title, unit != NULL ? unit : "");

  adw_action_row_set_subtitle (self->validity_row, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->validity_row), words != NULL);
  adw_action_row_set_subtitle (self->note_row, hamlet->note != NULL ? hamlet->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_row), hamlet->note != NULL);
  gtk_widget_set_visible (self->about_group, words != NULL || hamlet->note != NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hamlet.add-team", !former);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hamlet.merge", !former);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hamlet.split", !former);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "hamlet.end", !former);
}

static void show_teams (CnscdHamletPage *self);

static void
details_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdHamletPage *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdHamletDetails *details =
    cnscd_repository_load_hamlet_finish (CNSCD_REPOSITORY (source), result, &error);

  if (details == NULL)
    {
      /* Gone, by undoing for instance: so is this page. */
      if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
        cnscd_navigation_leave (ADW_NAVIGATION_PAGE (self));
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The hamlet cannot be shown: %s", error->message);
      return;
    }

  g_clear_pointer (&self->details, cnscd_hamlet_details_unref);
  self->details = details;
  show_about (self, details->hamlet);
  show_profile (self, details->profiles->len > 0 ? details->profiles->pdata[0] : NULL);
  show_earlier (self, details->profiles);
  show_teams (self);
  gtk_widget_set_visible (self->content, TRUE);
}

static gboolean
is_over (const CnscdTeamSummary *team)
{
  return cnscd_date_is_over (team->valid_to, cnscd_date_today ());
}

static char *
describe_team (const CnscdTeamSummary *team)
{
  g_autofree char *members = cnscd_words_for_members (team->n_members);
  g_autofree char *leader = team->leader_name != NULL
                              /* Translators: %s is a person's name */
                              ? g_strdup_printf (_ ("Leader: %s"), team->leader_name)
                              : g_strdup (_ ("No leader"));

  return cnscd_words_join (" · ", leader, members);
}

static GtkWidget *
create_team_row (const CnscdTeamSummary *team)
{
  g_autofree char *subtitle =
    is_over (team) ? cnscd_words_for_dissolution (team->valid_to) : describe_team (team);
  GtkWidget *row = create_row (team->name != NULL ? team->name : "—", subtitle);

  if (is_over (team))
    gtk_widget_add_css_class (row, "over");
  make_activatable (row);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-team");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", team->team);
  return row;
}

static GtkWidget *
create_no_team_row (void)
{
  GtkWidget *row = create_row (_ ("No team"), "");
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "warning");
  return row;
}

static GtkWidget *
create_add_team_row (void)
{
  return g_object_new (ADW_TYPE_BUTTON_ROW, "title", _ ("_Add Team…"), "use-underline", TRUE,
                       "start-icon-name", "list-add-symbolic", "action-name", "hamlet.add-team",
                       NULL);
}

static void
add_team_row (CnscdHamletPage *self, GtkWidget *row)
{
  adw_preferences_group_add (self->teams_group, row);
  g_ptr_array_add (self->team_rows, row);
}

/* The current ones come first. What is no more needs none. */
static void
show_teams (CnscdHamletPage *self)
{
  gboolean needs_team;

  if (self->details == NULL || self->teams == NULL)
    return;

  needs_team = (self->teams->len == 0 || is_over (self->teams->pdata[0])) &&
               !cnscd_hamlet_is_former (self->details->hamlet, cnscd_date_today ());
  remove_rows (self->teams_group, self->team_rows);
  if (needs_team)
    add_team_row (self, create_no_team_row ());
  for (guint i = 0; i < self->teams->len; i++)
    add_team_row (self, create_team_row (self->teams->pdata[i]));
  if (needs_team)
    add_team_row (self, create_add_team_row ());
  gtk_widget_set_visible (GTK_WIDGET (self->teams_group), self->team_rows->len > 0);
}

static void
teams_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdHamletPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams =
    cnscd_repository_read_finish (CNSCD_REPOSITORY (source), result, &error);

  if (teams == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The hamlet's teams cannot be shown: %s", error->message);
      return;
    }

  g_clear_pointer (&self->teams, g_ptr_array_unref);
  self->teams = g_steal_pointer (&teams);
  show_teams (self);
}

static void
load (CnscdHamletPage *self)
{
  cnscd_repository_load_hamlet_async (self->repository, self->hamlet, self->cancellable,
                                      details_loaded_cb, self);
  cnscd_repository_read_hamlet_teams_async (self->repository, self->hamlet, self->cancellable,
                                            teams_read_cb, self);
}

static void
edit_profile_cb (CnscdHamletPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const CnscdHamletProfile *profile;

  if (self->details == NULL || self->details->profiles->len == 0 || !CNSCD_IS_WINDOW (root))
    return;

  profile = self->details->profiles->pdata[0];
  cnscd_hamlet_actions_edit_profile (CNSCD_WINDOW (root), self->hamlet, profile->record.id);
}

static void
run_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    void (*func) (CnscdWindow *window, const char *hamlet);
  } actions[] = {
    { "hamlet.edit", cnscd_hamlet_actions_edit },
    { "hamlet.add-profile", cnscd_hamlet_actions_add_profile },
    { "hamlet.add-team", cnscd_hamlet_actions_add_team },
    { "hamlet.merge", cnscd_hamlet_actions_merge },
    { "hamlet.split", cnscd_hamlet_actions_split },
    { "hamlet.end", cnscd_hamlet_actions_end },
    { "hamlet.delete", cnscd_hamlet_actions_delete },
  };
  GtkRoot *root = gtk_widget_get_root (widget);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].action, action) && CNSCD_IS_WINDOW (root))
      actions[i].func (CNSCD_WINDOW (root), CNSCD_HAMLET_PAGE (widget)->hamlet);
}

static void
cnscd_hamlet_page_dispose (GObject *object)
{
  CnscdHamletPage *self = CNSCD_HAMLET_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->details, cnscd_hamlet_details_unref);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_hamlet_page_parent_class)->dispose (object);
}

static void
cnscd_hamlet_page_finalize (GObject *object)
{
  CnscdHamletPage *self = CNSCD_HAMLET_PAGE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->team_rows);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_ptr_array_unref (self->profile_rows);
  g_free (self->hamlet);

  G_OBJECT_CLASS (cnscd_hamlet_page_parent_class)->finalize (object);
}

static void
cnscd_hamlet_page_class_init (CnscdHamletPageClass *klass)
{
  static const char *const actions[] = { "hamlet.edit",  "hamlet.add-profile", "hamlet.add-team",
                                         "hamlet.merge", "hamlet.split",       "hamlet.end",
                                         "hamlet.delete" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_hamlet_page_dispose;
  object_class->finalize = cnscd_hamlet_page_finalize;

  g_type_ensure (CNSCD_TYPE_SHARE_BAR);
  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, content);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, about_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, validity_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, profile_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, bar_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, households_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, poor_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, near_poor_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, rest_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, rest_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, people_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, working_age_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, no_profile_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, teams_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletPage, earlier_group);
  gtk_widget_class_bind_template_callback (widget_class, edit_profile_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, run_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "hamlet.edit", NULL);
}

static void
cnscd_hamlet_page_init (CnscdHamletPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->team_rows = g_ptr_array_new ();
  self->profile_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_hamlet_page_new:
 * @repository: an open repository
 * @hamlet: id of a hamlet
 *
 * Returns: (transfer floating): a page about a hamlet
 */
AdwNavigationPage *
cnscd_hamlet_page_new (CnscdRepository *repository, const char *hamlet)
{
  CnscdHamletPage *self = g_object_new (CNSCD_TYPE_HAMLET_PAGE, NULL);

  self->repository = g_object_ref (repository);
  self->hamlet = g_strdup (hamlet);
  g_signal_connect_object (repository, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}
