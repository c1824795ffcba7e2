/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-planned-hint.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"

/*
 * How many sessions are planned of a team or a person that shall be there no
 * more, for who ends it: they stay in the schedule as they are.
 */

#define KEY "cnscd-planned-hint"

typedef struct
{
  CnscdRepository *repository;
  CnscdSessionQuery *query;
  GCancellable *cancellable; /* (nullable) */
  GPtrArray *sessions;       /* (nullable) (element-type CnscdSessionSummary): once they are read */
  CnscdDate from;
} Hint;

static void
hint_free (gpointer data)
{
  Hint *hint = data;

  g_cancellable_cancel (hint->cancellable);
  g_clear_object (&hint->cancellable);
  g_clear_object (&hint->repository);
  g_clear_pointer (&hint->query, cnscd_session_query_free);
  g_clear_pointer (&hint->sessions, g_ptr_array_unref);
  g_free (hint);
}

static guint
count (const Hint *hint)
{
  guint n = 0;

  for (guint i = 0; hint->sessions != NULL && i < hint->sessions->len; i++)
    {
      const CnscdSessionSummary *session = hint->sessions->pdata[i];

      n += session->state == CNSCD_SESSION_STATE_PLANNED &&
           cnscd_date_compare (cnscd_time_get_day (session->starts_at), hint->from) >= 0;
    }
  return n;
}

static void
show (GtkLabel *label, const Hint *hint)
{
  guint n = count (hint);
  g_autofree char *number = cnscd_words_for_number (n);
  g_autofree char *words = g_strdup_printf (
    /* Translators: %s is a number */
    g_dngettext (GETTEXT_PACKAGE, "%s session is planned from that day on and stays as it is.",
                 "%s sessions are planned from that day on and stay as they are.", n),
    number);

  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), n > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkLabel) label = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, &error);
  Hint *hint = g_object_get_data (G_OBJECT (label), KEY);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_debug ("Cannot list what is planned: %s", error->message);
  g_clear_pointer (&hint->sessions, g_ptr_array_unref);
  hint->sessions = g_steal_pointer (&sessions);
  show (label, hint);
}

/* What was before that day is of no interest, and may be years. */
static void
load (GtkLabel *label, Hint *hint)
{
  g_cancellable_cancel (hint->cancellable);
  g_clear_object (&hint->cancellable);
  g_clear_pointer (&hint->sessions, g_ptr_array_unref);
  hint->cancellable = g_cancellable_new ();
  hint->query->from = hint->from;
  cnscd_repository_list_sessions_async (hint->repository, hint->query, hint->cancellable, listed_cb,
                                        g_object_ref (label));
}

/**
 * cnscd_planned_hint_attach:
 * @label: of a form
 * @repository: an open repository
 * @query: of whom; copied
 *
 * Makes it a label that tells how many sessions are planned.
 */
void
cnscd_planned_hint_attach (GtkLabel *label,
                           CnscdRepository *repository,
                           const CnscdSessionQuery *query)
{
  Hint *hint;

  g_return_if_fail (GTK_IS_LABEL (label) && query != NULL);

  hint = g_new0 (Hint, 1);
  hint->repository = g_object_ref (repository);
  hint->query = cnscd_session_query_copy (query);
  g_object_set_data_full (G_OBJECT (label), KEY, hint, hint_free);
}

/**
 * cnscd_planned_hint_show:
 * @label: of a form, with a hint
 * @from: the day that was typed
 *
 * Tells how many there are from @from on, now or once they are read.
 */
void
cnscd_planned_hint_show (GtkLabel *label, CnscdDate from)
{
  Hint *hint;

  g_return_if_fail (GTK_IS_LABEL (label));

  hint = g_object_get_data (G_OBJECT (label), KEY);
  g_return_if_fail (hint != NULL);

  hint->from = from;
  if (!cnscd_date_is_known (hint->query->from) || cnscd_date_compare (from, hint->query->from) < 0)
    load (label, hint);
  else
    show (label, hint);
}
