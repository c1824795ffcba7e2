/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-duplicates-hint.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-people.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-duplicates-page.h"

/* After a change, in milliseconds: who types one after another need not have each counted. */
#define DELAY 300

/**
 * CnscdDuplicatesHint:
 *
 * Says on a page how many people may be there twice, and leads to them. It is
 * counted when nothing else is to be done, and only while the page is seen. Who
 * has looked at them is not told again before there are more.
 */
struct _CnscdDuplicatesHint
{
  GObject parent_instance;

  CnscdRepository *repository;
  CnscdNotices *notices;
  AdwNavigationPage *page;   /* (weak) (nullable) */
  GCancellable *cancellable; /* (nullable): of the count that runs */
  guint timeout;             /* or 0 */
  gboolean stale;            /* something changed since it was counted */
  guint n;
  guint n_seen; /* of them somebody has looked at so many */
};

G_DEFINE_FINAL_TYPE (CnscdDuplicatesHint, cnscd_duplicates_hint, G_TYPE_OBJECT)

static void
update (CnscdDuplicatesHint *self)
{
  g_autofree char *number = cnscd_words_for_number (self->n);
  /* Translators: pairs of records that may be of one person; %s is a number */
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s possible duplicate", "%s possible duplicates", self->n),
    number);

  if (self->n > self->n_seen)
    cnscd_notices_set (self->notices, CNSCD_NOTICE_HINT, text, _ ("_Compare"), "win.duplicates");
  else
    cnscd_notices_clear (self->notices, CNSCD_NOTICE_HINT);
}

static void
show_count (CnscdDuplicatesHint *self, guint n)
{
  self->n = n;
  self->n_seen = MIN (self->n_seen, n);
  update (self);
}

static void
stop (CnscdDuplicatesHint *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdDuplicatesHint *self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!cnscd_repository_count_duplicates_finish (CNSCD_REPOSITORY (source), result, &n, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      /* The page of the duplicates tells it to whoever wants to see them. */
      g_debug ("The possible duplicates cannot be counted: %s", error->message);
    }

  g_clear_object (&self->cancellable);
  show_count (self, n);
}

static gboolean
count_cb (gpointer data)
{
  CnscdDuplicatesHint *self = data;

  self->timeout = 0;
  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  cnscd_repository_count_duplicates_async (self->repository, self->cancellable, counted_cb, self);
  return G_SOURCE_REMOVE;
}

static void
count_soon (CnscdDuplicatesHint *self)
{
  stop (self);
  self->timeout = g_timeout_add_full (G_PRIORITY_LOW, DELAY, count_cb, self, NULL);
}

static void
changed_cb (CnscdDuplicatesHint *self)
{
  self->stale = TRUE;
  if (self->page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    count_soon (self);
}

static void
map_cb (CnscdDuplicatesHint *self)
{
  if (self->stale)
    count_soon (self);
}

/* Another page lies on this one, which may be that of the duplicates. */
static void
hiding_cb (CnscdDuplicatesHint *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self->page), ADW_TYPE_NAVIGATION_VIEW);

  if (view == NULL ||
      !CNSCD_IS_DUPLICATES_PAGE (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))))
    return;

  self->n_seen = self->n;
  update (self);
}

static void
cnscd_duplicates_hint_dispose (GObject *object)
{
  CnscdDuplicatesHint *self = CNSCD_DUPLICATES_HINT (object);

  stop (self);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->notices);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_duplicates_hint_parent_class)->dispose (object);
}

static void
cnscd_duplicates_hint_class_init (CnscdDuplicatesHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_duplicates_hint_dispose;
}

static void
cnscd_duplicates_hint_init (CnscdDuplicatesHint *self)
{
}

/**
 * cnscd_duplicates_hint_new:
 * @repository: an open repository
 * @page: where the hint can be seen
 * @notices: what the page has to say
 *
 * Counts, now and after each change.
 *
 * Returns: (transfer full): a hint
 */
CnscdDuplicatesHint *
cnscd_duplicates_hint_new (CnscdRepository *repository,
                           AdwNavigationPage *page,
                           CnscdNotices *notices)
{
  CnscdDuplicatesHint *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository) && ADW_IS_NAVIGATION_PAGE (page), NULL);
  g_return_val_if_fail (CNSCD_IS_NOTICES (notices), NULL);

  self = g_object_new (CNSCD_TYPE_DUPLICATES_HINT, NULL);
  self->repository = g_object_ref (repository);
  self->notices = g_object_ref (notices);
  g_set_weak_pointer (&self->page, page);
  g_signal_connect_object (repository, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "hiding", G_CALLBACK (hiding_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}
