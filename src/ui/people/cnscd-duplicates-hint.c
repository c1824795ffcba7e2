/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-duplicates-hint.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-people.h"
#include "ui/common/cnscd-words.h"

/* After a change, in milliseconds: who types one after another need not have each counted. */
#define DELAY 300

/**
 * CnscdDuplicatesHint:
 *
 * Says how many people may be there twice, and leads to them. It is counted
 * when nothing else is to be done, and only while the hint could be seen; who
 * does not want to know now sends it away until the page is made anew.
 */
struct _CnscdDuplicatesHint
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;

  CnscdRepository *repository;
  GCancellable *cancellable; /* (nullable): of the count that runs */
  guint timeout;             /* or 0 */
  gboolean stale;            /* something changed since it was counted */
};

enum
{
  SIGNAL_DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdDuplicatesHint, cnscd_duplicates_hint, ADW_TYPE_BIN)

static void
show_count (CnscdDuplicatesHint *self, guint n)
{
  g_autofree char *number = cnscd_words_for_number (n);
  /* Translators: pairs of records that may be of one person; %s is a number */
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s possible duplicate", "%s possible duplicates", n), number);

  /* What slides away says what it said. */
  if (n > 0)
    gtk_label_set_text (self->label, text);
  gtk_revealer_set_reveal_child (self->revealer, n > 0);
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
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    count_soon (self);
}

static void
dismiss_cb (CnscdDuplicatesHint *self)
{
  stop (self);
  g_signal_handlers_disconnect_by_func (self->repository, changed_cb, self);
  self->stale = FALSE;
  show_count (self, 0);
  g_signal_emit (self, signals[SIGNAL_DISMISSED], 0);
}

static void
cnscd_duplicates_hint_map (GtkWidget *widget)
{
  CnscdDuplicatesHint *self = CNSCD_DUPLICATES_HINT (widget);

  GTK_WIDGET_CLASS (cnscd_duplicates_hint_parent_class)->map (widget);
  if (self->stale)
    count_soon (self);
}

static void
cnscd_duplicates_hint_dispose (GObject *object)
{
  CnscdDuplicatesHint *self = CNSCD_DUPLICATES_HINT (object);

  stop (self);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_duplicates_hint_parent_class)->dispose (object);
}

static void
cnscd_duplicates_hint_class_init (CnscdDuplicatesHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_duplicates_hint_dispose;
  widget_class->map = cnscd_duplicates_hint_map;

  /* The button that was pressed goes. */
  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-duplicates-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesHint, revealer);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicatesHint, label);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
}

static void
cnscd_duplicates_hint_init (CnscdDuplicatesHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_duplicates_hint_set_repository:
 * @self: a hint without a repository
 * @repository: an open repository
 *
 * Has the hint count, now and after each change.
 */
void
cnscd_duplicates_hint_set_repository (CnscdDuplicatesHint *self, CnscdRepository *repository)
{
  g_return_if_fail (CNSCD_IS_DUPLICATES_HINT (self) && self->repository == NULL);
  g_return_if_fail (CNSCD_IS_REPOSITORY (repository));

  self->repository = g_object_ref (repository);
  g_signal_connect_object (repository, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
