/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-overdue-hint.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-overdue.h"
#include "model/cnscd-unit-scope.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdOverdueHint:
 *
 * Says on a page how many sessions of the chosen commune are to be reported,
 * and leads to them. They are counted while the page is seen.
 */
struct _CnscdOverdueHint
{
  GObject parent_instance;

  CnscdRepository *repository;
  CnscdUnitScope *scope;
  CnscdNotices *notices;
  AdwNavigationPage *page;   /* (weak) (nullable) */
  GCancellable *cancellable; /* (nullable): of the count that runs */
};

G_DEFINE_FINAL_TYPE (CnscdOverdueHint, cnscd_overdue_hint, G_TYPE_OBJECT)

static void
stop (CnscdOverdueHint *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdOverdueHint *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  if (!cnscd_repository_count_overdue_finish (CNSCD_REPOSITORY (source), result, &n, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* The page of the list tells what is wrong to whoever wants to see it. */
  g_clear_object (&self->cancellable);
  number = cnscd_words_for_number (n);
  /* Translators: %s is a number */
  text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s session to be reported", "%s sessions to be reported", n),
    number);
  if (n > 0)
    cnscd_notices_set (self->notices, CNSCD_NOTICE_HINT, text, _ ("_Report"), "win.overdue");
  else
    cnscd_notices_clear (self->notices, CNSCD_NOTICE_HINT);
}

/* What is not seen is counted when it is. */
static void
count (CnscdOverdueHint *self)
{
  stop (self);
  if (self->page == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    return;

  self->cancellable = g_cancellable_new ();
  cnscd_repository_count_overdue_async (self->repository, cnscd_unit_scope_get_unit (self->scope),
                                        self->cancellable, counted_cb, self);
}

static void
cnscd_overdue_hint_dispose (GObject *object)
{
  CnscdOverdueHint *self = CNSCD_OVERDUE_HINT (object);

  stop (self);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->notices);
  g_clear_object (&self->scope);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_overdue_hint_parent_class)->dispose (object);
}

static void
cnscd_overdue_hint_class_init (CnscdOverdueHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_overdue_hint_dispose;
}

static void
cnscd_overdue_hint_init (CnscdOverdueHint *self)
{
}

/**
 * cnscd_overdue_hint_new:
 * @repository: an open repository
 * @page: where the hint can be seen
 * @notices: what the page has to say
 *
 * Counts whenever the page is shown, and after each change.
 *
 * Returns: (transfer full): a hint
 */
CnscdOverdueHint *
cnscd_overdue_hint_new (CnscdRepository *repository, AdwNavigationPage *page, CnscdNotices *notices)
{
  CnscdOverdueHint *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository) && ADW_IS_NAVIGATION_PAGE (page), NULL);
  g_return_val_if_fail (CNSCD_IS_NOTICES (notices), NULL);

  self = g_object_new (CNSCD_TYPE_OVERDUE_HINT, NULL);
  self->repository = g_object_ref (repository);
  self->scope = g_object_ref (cnscd_unit_scope_get (repository));
  self->notices = g_object_ref (notices);
  g_set_weak_pointer (&self->page, page);
  g_signal_connect_object (repository, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "notify::unit", G_CALLBACK (count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "map", G_CALLBACK (count), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  count (self);
  return self;
}
