/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include "model/cnscd-repository-people.h"
#include "ui/people/cnscd-duplicates-page.h"
#include "ui/people/cnscd-person-page.h"

/* The pages about people that are opened from others. */

typedef gboolean (*IsPageFunc) (AdwNavigationPage *page, const char *id);

static gboolean
is_person_page (AdwNavigationPage *page, const char *id)
{
  return CNSCD_IS_PERSON_PAGE (page) &&
         g_strcmp0 (cnscd_person_page_get_person (CNSCD_PERSON_PAGE (page)), id) == 0;
}

static gboolean
is_duplicates_page (AdwNavigationPage *page, const char *id)
{
  return CNSCD_IS_DUPLICATES_PAGE (page);
}

/* From a person to a team and to the person again is the way back. */
static gboolean
go_back_to (CnscdWindow *self, IsPageFunc is_page, const char *id)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (is_page (page, id))
        {
          adw_navigation_view_pop_to_page (self->navigation, page);
          return TRUE;
        }
    }

  return FALSE;
}

static void
open_person_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  const char *person = g_variant_get_string (parameter, NULL);

  if (!cnscd_repository_is_open (self->repository))
    return;

  if (!go_back_to (self, is_person_page, person))
    adw_navigation_view_push (self->navigation, cnscd_person_page_new (self->repository, person));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
duplicates_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  if (!cnscd_repository_is_open (self->repository))
    return;

  if (!go_back_to (self, is_duplicates_page, NULL))
    adw_navigation_view_push (self->navigation, cnscd_duplicates_page_new (self->repository));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
distinct_undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!cnscd_repository_set_distinct_finish (CNSCD_REPOSITORY (source), result, &error) &&
      !cnscd_window_is_closed (self))
    cnscd_window_show_error (self, NULL, error);
}

static void
undo_distinct_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  const char *one;
  const char *other;

  g_variant_get (parameter, "(&s&s)", &one, &other);
  cnscd_repository_set_distinct_async (self->repository, one, other, FALSE, distinct_undone_cb,
                                       g_object_ref (self));
}

/*< private >
 * cnscd_window_install_people_actions:
 *
 * Gives the class of windows its actions about people.
 */
void
cnscd_window_install_people_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-person", "s", open_person_action_cb);
  gtk_widget_class_install_action (widget_class, "win.duplicates", NULL, duplicates_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-distinct", "(ss)",
                                   undo_distinct_action_cb);
}
