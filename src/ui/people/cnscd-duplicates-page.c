/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-duplicates-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-duplicate-line.h"
#include "cnscd-person-actions.h"
#include "model/cnscd-repository-people.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-notice-banner.h"

/**
 * CnscdDuplicatesPage:
 *
 * People who may be in the database twice, the likeliest first.
 */
struct _CnscdDuplicatesPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *explanation;
  GtkStack *stack;
  GtkListView *list_view;
  GtkWidget *empty_page;
  AdwStatusPage *problem_page;

  CnscdRepository *repository;
  GCancellable *cancellable; /* (nullable): of the search that runs */
  GListStore *list;
  gboolean stale; /* something changed while nobody saw the page */
};

G_DEFINE_FINAL_TYPE (CnscdDuplicatesPage, cnscd_duplicates_page, ADW_TYPE_NAVIGATION_PAGE)

static void
focus_list (CnscdDuplicatesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Its keys, as the way back, need it somewhere here. */
  if (gtk_widget_get_mapped (self->empty_page))
    gtk_widget_grab_focus (self->empty_page);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->list_view)) &&
           (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view))))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
show_pairs (CnscdDuplicatesPage *self, GPtrArray *duplicates)
{
  g_autofree char *number = cnscd_words_for_number (duplicates->len);
  g_autofree char *count = NULL;

  if (duplicates->len >= CNSCD_DUPLICATES_MAX)
    /* Translators: there are more pairs of people than are listed; %s is a number */
    count = g_strdup_printf (_ ("The likeliest %s pairs"), number);
  else
    /* Translators: pairs of people; %s is a number */
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pair", "%s pairs", duplicates->len),
                             number);

  cnscd_duplicate_item_update (self->list, duplicates);
  adw_window_title_set_subtitle (self->window_title, duplicates->len > 0 ? count : "");
  gtk_widget_set_visible (self->explanation, duplicates->len > 0);
  gtk_stack_set_visible_child_name (self->stack, duplicates->len > 0 ? "list" : "empty");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdDuplicatesPage *self = user_data;
  g_autoptr (GPtrArray) duplicates = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  GtkWidget *focus;
  GtkRoot *root;
  gboolean within;

  duplicates = cnscd_repository_find_duplicates_finish (CNSCD_REPOSITORY (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (duplicates == NULL)
    {
      message = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->problem_page, message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }

  /* It may be on a pair that is gone with this. */
  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  within = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)) ||
           g_str_equal (gtk_stack_get_visible_child_name (self->stack), "blank");
  show_pairs (self, duplicates);
  if (within)
    focus_list (self);
}

static void
find (CnscdDuplicatesPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  cnscd_repository_find_duplicates_async (self->repository, self->cancellable, found_cb, self);
}

static void
changed_cb (CnscdDuplicatesPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    find (self);
  else
    self->stale = TRUE;
}

static void
retry_cb (CnscdDuplicatesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "blank");
  find (self);
}

static void
activate_cb (CnscdDuplicatesPage *self, guint position)
{
  g_autoptr (CnscdDuplicateItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdDuplicate *duplicate = item != NULL ? cnscd_duplicate_item_get_duplicate (item) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (duplicate != NULL && CNSCD_IS_WINDOW (root))
    cnscd_person_actions_compare (CNSCD_WINDOW (root), duplicate->one.id, duplicate->other.id);
}

static void
cnscd_duplicates_page_shown (AdwNavigationPage *page)
{
  CnscdDuplicatesPage *self = CNSCD_DUPLICATES_PAGE (page);

  if (self->stale)
    find (self);
  focus_list (self);
}

/* Where it goes when it is lost: with the last pair, or with a toast. */
static gboolean
cnscd_duplicates_page_grab_focus (GtkWidget *widget)
{
  CnscdDuplicatesPage *self = CNSCD_DUPLICATES_PAGE (widget);

  if (gtk_widget_get_mapped (self->empty_page))
    return gtk_widget_grab_focus (self->empty_page);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return GTK_WIDGET_CLASS (cnscd_duplicates_page_parent_class)->grab_focus (widget);
}

static void
cnscd_duplicates_page_dispose (GObject *object)
{
  CnscdDuplicatesPage *self = CNSCD_DUPLICATES_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->list);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_duplicates_page_parent_class)->dispose (object);
}

static void
cnscd_duplicates_page_class_init (CnscdDuplicatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_duplicates_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_duplicates_page_shown;
  widget_class->grab_focus = cnscd_duplicates_page_grab_focus;

  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-duplicates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesPage, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
cnscd_duplicates_page_init (CnscdDuplicatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = g_list_store_new (CNSCD_TYPE_DUPLICATE_ITEM);
}

/**
 * cnscd_duplicates_page_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a page with the people who may be the same
 */
AdwNavigationPage *
cnscd_duplicates_page_new (CnscdRepository *repository)
{
  CnscdDuplicatesPage *self = g_object_new (CNSCD_TYPE_DUPLICATES_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory = cnscd_duplicate_line_factory_new (repository);
  g_autoptr (GtkNoSelection) selection =
    gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->list)));

  self->repository = g_object_ref (repository);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (repository, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  find (self);
  return ADW_NAVIGATION_PAGE (self);
}
