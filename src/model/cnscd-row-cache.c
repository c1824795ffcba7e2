/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-row-cache.h"

/* More than the rows that a list view keeps around what it shows. */
#define MAX_PAGES 16

struct _CnscdRowCache
{
  GType row_type;
  GHashTable *rows;  /* nr -> CnscdRow, not owned: every row that somebody holds */
  GHashTable *pages; /* index -> Page */
  GQueue recent;     /* of pages, the last used one first */
};

typedef struct
{
  GList link; /* in recent */
  guint index;
  GPtrArray *rows; /* (element-type CnscdRow) keeps them in memory */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->rows);
  g_free (page);
}

static void
forget_row_cb (gpointer data, GObject *row)
{
  GHashTable *rows = data;
  gint64 nr = cnscd_row_get_nr (CNSCD_ROW (row));

  g_hash_table_remove (rows, &nr);
  g_hash_table_unref (rows);
}

static void
drop_oldest_page (CnscdRowCache *cache)
{
  Page *oldest = g_queue_peek_tail (&cache->recent);

  g_queue_unlink (&cache->recent, &oldest->link);
  g_hash_table_remove (cache->pages, GUINT_TO_POINTER (oldest->index));
}

static Page *
add_page (CnscdRowCache *cache, guint index, gsize n_rows)
{
  Page *page = g_new0 (Page, 1);

  if (cache->recent.length >= MAX_PAGES)
    drop_oldest_page (cache);

  page->link.data = page;
  page->index = index;
  page->rows = g_ptr_array_new_full ((guint) n_rows, g_object_unref);
  g_hash_table_insert (cache->pages, GUINT_TO_POINTER (index), page);
  g_queue_push_head_link (&cache->recent, &page->link);
  return page;
}

/*< private >
 * cnscd_row_cache_new:
 * @row_type: a type of #CnscdRow
 *
 * Returns: (transfer full): an empty cache
 */
CnscdRowCache *
cnscd_row_cache_new (GType row_type)
{
  CnscdRowCache *cache = g_new0 (CnscdRowCache, 1);

  cache->row_type = row_type;
  cache->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  cache->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  return cache;
}

/*< private >
 * cnscd_row_cache_free:
 * @cache: (transfer full): a cache
 *
 * Frees it; rows that somebody holds stay.
 */
void
cnscd_row_cache_free (CnscdRowCache *cache)
{
  g_hash_table_unref (cache->pages);
  g_hash_table_unref (cache->rows);
  g_free (cache);
}

/*< private >
 * cnscd_row_cache_get:
 * @cache: a cache
 * @nr: number of a row
 *
 * Returns: (transfer full): the row, the same object for as long as anybody holds it; empty if it
 *   is new
 */
CnscdRow *
cnscd_row_cache_get (CnscdRowCache *cache, gint64 nr)
{
  CnscdRow *row = g_hash_table_lookup (cache->rows, &nr);

  if (row != NULL)
    return g_object_ref (row);

  row = g_object_new (cache->row_type, "nr", nr, NULL);
  g_hash_table_insert (cache->rows, g_memdup2 (&nr, sizeof nr), row);
  g_object_weak_ref (G_OBJECT (row), forget_row_cb, g_hash_table_ref (cache->rows));
  return row;
}

/*< private >
 * cnscd_row_cache_find:
 * @cache: a cache
 * @nr: number of a row
 *
 * Returns: (transfer none) (nullable): the row if it is in memory
 */
CnscdRow *
cnscd_row_cache_find (CnscdRowCache *cache, gint64 nr)
{
  return g_hash_table_lookup (cache->rows, &nr);
}

/*< private >
 * cnscd_row_cache_use_page:
 * @cache: a cache
 * @index: which page
 * @nrs: (array length=n_nrs): numbers of the page's rows
 * @n_nrs: how many
 *
 * Keeps the rows of a page in memory, for as long as it is among those used
 * last.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): numbers of the rows of a new page
 *   that are still empty; %NULL when the page was there
 */
GArray *
cnscd_row_cache_use_page (CnscdRowCache *cache, guint index, const gint64 *nrs, gsize n_nrs)
{
  Page *page = g_hash_table_lookup (cache->pages, GUINT_TO_POINTER (index));
  GArray *empty;

  if (page != NULL)
    {
      if (cache->recent.head != &page->link)
        {
          g_queue_unlink (&cache->recent, &page->link);
          g_queue_push_head_link (&cache->recent, &page->link);
        }
      return NULL;
    }

  page = add_page (cache, index, n_nrs);
  empty = g_array_sized_new (FALSE, FALSE, sizeof *nrs, (guint) n_nrs);
  for (gsize i = 0; i < n_nrs; i++)
    {
      CnscdRow *row = cnscd_row_cache_get (cache, nrs[i]);

      g_ptr_array_add (page->rows, row);
      if (!cnscd_row_is_loaded (row))
        g_array_append_val (empty, nrs[i]);
    }

  return empty;
}

/*< private >
 * cnscd_row_cache_drop_pages:
 * @cache: a cache
 *
 * Forgets all pages, for their rows are others now; rows that somebody holds
 * stay.
 */
void
cnscd_row_cache_drop_pages (CnscdRowCache *cache)
{
  g_queue_init (&cache->recent);
  g_hash_table_remove_all (cache->pages);
}

/*< private >
 * cnscd_row_cache_list:
 * @cache: a cache
 * @loaded_too: whether also those that have their content
 *
 * Returns: (transfer full) (element-type gint64): numbers of the rows in memory, in no order
 */
GArray *
cnscd_row_cache_list (CnscdRowCache *cache, gboolean loaded_too)
{
  GArray *nrs = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer nr, row;

  g_hash_table_iter_init (&iter, cache->rows);
  while (g_hash_table_iter_next (&iter, &nr, &row))
    if (loaded_too || !cnscd_row_is_loaded (row))
      g_array_append_vals (nrs, nr, 1);
  return nrs;
}

/*< private >
 * cnscd_row_cache_get_size:
 * @cache: a cache
 *
 * Returns: how many rows are in memory
 */
guint
cnscd_row_cache_get_size (CnscdRowCache *cache)
{
  return g_hash_table_size (cache->rows);
}
