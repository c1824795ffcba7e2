/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-layout.h"

#include "cnscd-document-book.h"
#include "cnscd-roster-document.h"

/* Rosters are laid out for so long before the main loop gets a turn. */
#define SLICE_USEC 8000

#define BOOK_TITLE "Danh sách thành viên Tổ công nghệ số cộng đồng"

/* Rosters on their way to pages. */
typedef struct
{
  GPtrArray *rosters;
  CnscdTypesetter *typesetter;
  GPtrArray *documents;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_ptr_array_unref (layout->rosters);
  g_ptr_array_unref (layout->documents);
  cnscd_typesetter_unref (layout->typesetter);
  g_free (layout);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Layout, layout_free)

static Layout *
layout_new (GPtrArray *rosters, CnscdTypesetter *typesetter)
{
  Layout *layout = g_new0 (Layout, 1);

  layout->rosters = g_ptr_array_ref (rosters);
  layout->typesetter =
    typesetter != NULL ? cnscd_typesetter_ref (typesetter) : cnscd_typesetter_new ();
  layout->documents = g_ptr_array_new_with_free_func (g_object_unref);
  return layout;
}

static gboolean
is_done (Layout *layout)
{
  return layout->documents->len == layout->rosters->len;
}

static void
lay_out_next (Layout *layout)
{
  const CnscdRoster *roster = layout->rosters->pdata[layout->documents->len];

  g_ptr_array_add (layout->documents, cnscd_roster_document_new (roster, layout->typesetter));
}

/* One alone has a title of its own. */
static CnscdDocument *
bind (Layout *layout)
{
  CnscdDocumentBook *book;

  if (layout->documents->len == 1)
    return g_object_ref (layout->documents->pdata[0]);

  book = cnscd_document_book_new (BOOK_TITLE, NULL);
  for (guint i = 0; i < layout->documents->len; i++)
    cnscd_document_book_add (book, layout->documents->pdata[i]);
  return CNSCD_DOCUMENT (book);
}

static gboolean
lay_out_slice_cb (gpointer data)
{
  GTask *task = data;
  Layout *layout = g_task_get_task_data (task);
  gint64 end = g_get_monotonic_time () + SLICE_USEC;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  while (!is_done (layout))
    {
      lay_out_next (layout);
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
    }

  g_task_return_pointer (task, bind (layout), g_object_unref);
  return G_SOURCE_REMOVE;
}

/**
 * cnscd_roster_layout:
 * @rosters: (element-type CnscdRoster): what is printed together, at least one
 * @typesetter: (nullable): what sets the text
 *
 * Lays out rosters, each with page numbers of its own.
 *
 * Returns: (transfer full): the pages
 */
CnscdDocument *
cnscd_roster_layout (GPtrArray *rosters, CnscdTypesetter *typesetter)
{
  g_autoptr (Layout) layout = NULL;

  g_return_val_if_fail (rosters != NULL && rosters->len > 0, NULL);

  layout = layout_new (rosters, typesetter);
  while (!is_done (layout))
    lay_out_next (layout);
  return bind (layout);
}

/**
 * cnscd_roster_layout_async:
 * @rosters: (element-type CnscdRoster): what is printed together, at least
 *   one; not to change until it is done
 * @typesetter: (nullable): what sets the text
 * @cancellable: (nullable): looked at between rosters
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * As cnscd_roster_layout(), one roster after the other in the main loop's idle
 * moments: a typesetter is for one thread, which goes on to draw the pages.
 */
void
cnscd_roster_layout_async (GPtrArray *rosters,
                           CnscdTypesetter *typesetter,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (rosters != NULL && rosters->len > 0);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_roster_layout_async);
  g_task_set_task_data (task, layout_new (rosters, typesetter), layout_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, lay_out_slice_cb, task, g_object_unref);
}

/**
 * cnscd_roster_layout_finish:
 * @result: what the callback got
 * @error: (nullable): return location for an error
 *
 * Returns: (transfer full) (nullable): the pages
 */
CnscdDocument *
cnscd_roster_layout_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
