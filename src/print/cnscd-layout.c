/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-layout.h"

#include "cnscd-document-book.h"
#include "cnscd-roster-document.h"
#include "cnscd-schedule-document.h"
#include "cnscd-sign-in-document.h"

/* Documents are laid out for so long before the main loop gets a turn. */
#define SLICE_USEC 8000

/* Things on their way to pages. */
typedef struct
{
  const CnscdLayoutKind *kind;
  GPtrArray *items;
  CnscdTypesetter *typesetter;
  GPtrArray *documents;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_ptr_array_unref (layout->items);
  g_ptr_array_unref (layout->documents);
  cnscd_typesetter_unref (layout->typesetter);
  g_free (layout);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Layout, layout_free)

static Layout *
layout_new (const CnscdLayoutKind *kind, GPtrArray *items, CnscdTypesetter *typesetter)
{
  Layout *layout = g_new0 (Layout, 1);

  layout->kind = kind;
  layout->items = g_ptr_array_ref (items);
  layout->typesetter =
    typesetter != NULL ? cnscd_typesetter_ref (typesetter) : cnscd_typesetter_new ();
  layout->documents = g_ptr_array_new_with_free_func (g_object_unref);
  return layout;
}

static gboolean
is_done (Layout *layout)
{
  return layout->documents->len == layout->items->len;
}

static void
lay_out_next (Layout *layout)
{
  gconstpointer item = layout->items->pdata[layout->documents->len];

  g_ptr_array_add (layout->documents, layout->kind->make (item, layout->typesetter));
}

/* One alone has a title of its own. */
static CnscdDocument *
bind (Layout *layout)
{
  CnscdDocumentBook *book;

  if (layout->documents->len == 1)
    return g_object_ref (layout->documents->pdata[0]);

  book = cnscd_document_book_new (layout->kind->book_title, NULL);
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

static CnscdDocument *
make_roster (gconstpointer item, CnscdTypesetter *typesetter)
{
  return cnscd_roster_document_new (item, typesetter);
}

static CnscdDocument *
make_schedule (gconstpointer item, CnscdTypesetter *typesetter)
{
  return cnscd_schedule_document_new (item, typesetter);
}

static CnscdDocument *
make_sign_in (gconstpointer item, CnscdTypesetter *typesetter)
{
  return cnscd_sign_in_document_new (item, typesetter);
}

const CnscdLayoutKind CNSCD_LAYOUT_ROSTER = {
  .book_title = "Danh sách thành viên Tổ công nghệ số cộng đồng",
  .make = make_roster,
};
const CnscdLayoutKind CNSCD_LAYOUT_SCHEDULE = {
  .book_title = "Lịch hướng dẫn của các Tổ công nghệ số cộng đồng",
  .make = make_schedule,
};
const CnscdLayoutKind CNSCD_LAYOUT_SIGN_IN = {
  .book_title = "Danh sách ký tên",
  .make = make_sign_in,
};

/**
 * cnscd_layout:
 * @kind: what they are
 * @items: what is printed together, at least one
 * @typesetter: (nullable): what sets the text
 *
 * Lays out things of one kind, each with page numbers of its own.
 *
 * Returns: (transfer full): the pages
 */
CnscdDocument *
cnscd_layout (const CnscdLayoutKind *kind, GPtrArray *items, CnscdTypesetter *typesetter)
{
  g_autoptr (Layout) layout = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (items != NULL && items->len > 0, NULL);

  layout = layout_new (kind, items, typesetter);
  while (!is_done (layout))
    lay_out_next (layout);
  return bind (layout);
}

/**
 * cnscd_layout_async:
 * @kind: what they are
 * @items: what is printed together, at least one; not to change until it is done
 * @typesetter: (nullable): what sets the text
 * @cancellable: (nullable): looked at between items
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * As cnscd_layout(), one after the other in the main loop's idle moments: a
 * typesetter is for one thread, which goes on to draw the pages.
 */
void
cnscd_layout_async (const CnscdLayoutKind *kind,
                    GPtrArray *items,
                    CnscdTypesetter *typesetter,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (kind != NULL);
  g_return_if_fail (items != NULL && items->len > 0);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_layout_async);
  g_task_set_task_data (task, layout_new (kind, items, typesetter), layout_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, lay_out_slice_cb, task, g_object_unref);
}

/**
 * cnscd_layout_finish:
 * @result: what the callback got
 * @error: (nullable): return location for an error
 *
 * Returns: (transfer full) (nullable): the pages
 */
CnscdDocument *
cnscd_layout_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
