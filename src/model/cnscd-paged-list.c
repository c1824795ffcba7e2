/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-paged-list.h"

#include "cnscd-row-cache.h"

/* A view makes some two hundred rows as soon as it may, which takes longer than all the rest of
 * what the first picture needs: it gets a screenful first. */
#define REST_DELAY_MS 100

/**
 * CnscdPagedList:
 *
 * A window over the result of a query: holds the number of each row, 8 bytes a
 * row, and the content of a few pages only. A row that is not read yet is
 * handed out empty and filled when the worker has read its page.
 */
typedef struct
{
  CnscdRepository *repository;
  char *unit;   /* (nullable) */
  char *search; /* (nullable) */

  GArray *nrs; /* (element-type gint64) */
  CnscdRowCache *cache;
  GCancellable *reading; /* of the reads that belong to nrs */
  guint n_reading;       /* of them, still to be answered */

  GArray *all; /* (nullable): what nrs becomes in a moment, while it is the first of them */
  guint rest;  /* the source that says when */

  GCancellable *querying; /* (nullable) */
  gboolean stale;         /* contents may have changed, too */
  gboolean loading;
  char *problem;
} CnscdPagedListPrivate;

enum
{
  PROP_0,
  PROP_REPOSITORY,
  PROP_LOADING,
  PROP_PROBLEM,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void cnscd_paged_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (CnscdPagedList,
                                  cnscd_paged_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (CnscdPagedList)
                                    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                           cnscd_paged_list_model_init))

static void
set_problem (CnscdPagedList *self, const char *problem)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  if (g_set_str (&priv->problem, problem))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
set_loading (CnscdPagedList *self, gboolean loading)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  if (priv->loading == loading)
    return;

  priv->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPagedList) self = user_data;
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);
  gsize nr_offset = CNSCD_PAGED_LIST_GET_CLASS (self)->nr_offset;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contents = NULL;

  contents = cnscd_repository_read_finish (CNSCD_REPOSITORY (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  priv->n_reading--;
  if (contents == NULL)
    {
      set_problem (self, error->message);
      return;
    }

  for (guint i = 0; i < contents->len; i++)
    {
      gint64 nr = G_STRUCT_MEMBER (gint64, contents->pdata[i], nr_offset);
      CnscdRow *row = cnscd_row_cache_find (priv->cache, nr);

      if (row != NULL)
        {
          g_autoptr (CnscdRow) held = g_object_ref (row);

          cnscd_row_set_data (held, contents->pdata[i]);
        }
    }
}

static void
read_rows (CnscdPagedList *self, GArray *nrs)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  if (nrs->len == 0)
    return;
  if (priv->reading == NULL)
    priv->reading = g_cancellable_new ();

  priv->n_reading++;
  CNSCD_PAGED_LIST_GET_CLASS (self)->read_async (priv->repository, (const gint64 *) nrs->data,
                                                 nrs->len, priv->reading, read_cb,
                                                 g_object_ref (self));
}

static void
use_page (CnscdPagedList *self, guint index)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);
  guint first = index * CNSCD_PAGED_LIST_PAGE;
  g_autoptr (GArray) empty = NULL;

  empty = cnscd_row_cache_use_page (priv->cache, index, &g_array_index (priv->nrs, gint64, first),
                                    MIN (CNSCD_PAGED_LIST_PAGE, priv->nrs->len - first));
  if (empty != NULL)
    read_rows (self, empty);
}

/* Rows that a view shows stay where they are: have them read again. */
static void
read_again (CnscdPagedList *self, gboolean loaded_too)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);
  g_autoptr (GArray) held = cnscd_row_cache_list (priv->cache, loaded_too);

  read_rows (self, held);
}

/* Tells the views the smallest change that the two ends allow; @stale: the contents of the rows
 * that stay may have changed. */
static void
replace_nrs (CnscdPagedList *self, GArray *nrs, gboolean stale)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);
  g_autoptr (GArray) old = g_steal_pointer (&priv->nrs);
  const gint64 *before = (const gint64 *) old->data;
  const gint64 *after = (const gint64 *) nrs->data;
  guint shorter = MIN (old->len, nrs->len);
  guint prefix = 0, suffix = 0;
  gboolean interrupted = priv->n_reading > 0;

  while (prefix < shorter && before[prefix] == after[prefix])
    prefix++;
  while (suffix < shorter - prefix && before[old->len - 1 - suffix] == after[nrs->len - 1 - suffix])
    suffix++;

  g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
  priv->n_reading = 0;
  priv->nrs = nrs;
  cnscd_row_cache_drop_pages (priv->cache);

  if (prefix < old->len || prefix < nrs->len)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), prefix, old->len - prefix - suffix,
                                  nrs->len - prefix - suffix);
      if (old->len != nrs->len)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }
  if (stale || interrupted)
    read_again (self, stale);
}

static void
show_rest (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  g_clear_handle_id (&priv->rest, g_source_remove);
  if (priv->all != NULL)
    replace_nrs (self, g_steal_pointer (&priv->all), FALSE);
}

static void
rest_cb (gpointer data)
{
  CnscdPagedList *self = data;
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  priv->rest = 0;
  show_rest (self);
  set_loading (self, FALSE);
}

static void
show_first (CnscdPagedList *self, GArray *nrs)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);
  GArray *first = g_array_sized_new (FALSE, FALSE, sizeof (gint64), CNSCD_PAGED_LIST_FIRST);

  g_array_append_vals (first, nrs->data, CNSCD_PAGED_LIST_FIRST);
  priv->all = nrs;
  priv->rest = g_timeout_add_once (REST_DELAY_MS, rest_cb, self);
  replace_nrs (self, first, FALSE);
}

static void
query_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPagedList) self = user_data;
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);
  g_autoptr (GError) error = NULL;
  gboolean stale = priv->stale;
  GArray *nrs;

  nrs = cnscd_repository_query_finish (CNSCD_REPOSITORY (source), result, &error);

  /* Overtaken: the later query brings the rows, and tells that it is done. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&priv->querying);
  set_problem (self, error != NULL ? error->message : NULL);
  if (nrs != NULL)
    {
      priv->stale = FALSE;
      if (priv->nrs->len == 0 && nrs->len > CNSCD_PAGED_LIST_FIRST)
        {
          show_first (self, nrs);
          return;
        }
      replace_nrs (self, nrs, stale);
    }
  set_loading (self, FALSE);
}

static void
changed_cb (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  priv->stale = TRUE;
  cnscd_paged_list_refresh (self);
}

static GType
cnscd_paged_list_get_item_type (GListModel *model)
{
  return CNSCD_PAGED_LIST_GET_CLASS (model)->row_type;
}

static guint
cnscd_paged_list_get_n_items (GListModel *model)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (CNSCD_PAGED_LIST (model));

  return priv->nrs->len;
}

static gpointer
cnscd_paged_list_get_item (GListModel *model, guint position)
{
  CnscdPagedList *self = CNSCD_PAGED_LIST (model);
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  if (position >= priv->nrs->len)
    return NULL;

  use_page (self, position / CNSCD_PAGED_LIST_PAGE);
  return cnscd_row_cache_get (priv->cache, g_array_index (priv->nrs, gint64, position));
}

static void
cnscd_paged_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cnscd_paged_list_get_item_type;
  iface->get_n_items = cnscd_paged_list_get_n_items;
  iface->get_item = cnscd_paged_list_get_item;
}

static void
cnscd_paged_list_constructed (GObject *object)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (CNSCD_PAGED_LIST (object));

  G_OBJECT_CLASS (cnscd_paged_list_parent_class)->constructed (object);

  priv->cache = cnscd_row_cache_new (CNSCD_PAGED_LIST_GET_CLASS (object)->row_type);
  g_signal_connect_object (priv->repository, "changed", G_CALLBACK (changed_cb), object,
                           G_CONNECT_SWAPPED);
}

static void
cnscd_paged_list_dispose (GObject *object)
{
  CnscdPagedList *self = CNSCD_PAGED_LIST (object);
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  g_cancellable_cancel (priv->reading);
  g_cancellable_cancel (priv->querying);
  g_clear_object (&priv->reading);
  g_clear_object (&priv->querying);
  g_clear_handle_id (&priv->rest, g_source_remove);
  g_clear_pointer (&priv->all, g_array_unref);
  cnscd_row_cache_drop_pages (priv->cache);
  g_clear_object (&priv->repository);

  G_OBJECT_CLASS (cnscd_paged_list_parent_class)->dispose (object);
}

static void
cnscd_paged_list_finalize (GObject *object)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (CNSCD_PAGED_LIST (object));

  g_array_unref (priv->nrs);
  cnscd_row_cache_free (priv->cache);
  g_free (priv->unit);
  g_free (priv->search);
  g_free (priv->problem);

  G_OBJECT_CLASS (cnscd_paged_list_parent_class)->finalize (object);
}

static void
cnscd_paged_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (CNSCD_PAGED_LIST (object));

  switch (prop_id)
    {
    case PROP_REPOSITORY:
      g_value_set_object (value, priv->repository);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, priv->loading);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, priv->problem);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, g_list_model_get_item_type (G_LIST_MODEL (object)));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, priv->nrs->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_paged_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (CNSCD_PAGED_LIST (object));

  switch (prop_id)
    {
    case PROP_REPOSITORY:
      priv->repository = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_paged_list_class_init (CnscdPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = cnscd_paged_list_constructed;
  object_class->dispose = cnscd_paged_list_dispose;
  object_class->finalize = cnscd_paged_list_finalize;
  object_class->get_property = cnscd_paged_list_get_property;
  object_class->set_property = cnscd_paged_list_set_property;

  properties[PROP_REPOSITORY] =
    g_param_spec_object ("repository", NULL, NULL, CNSCD_TYPE_REPOSITORY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, CNSCD_TYPE_ROW,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_paged_list_init (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  priv->nrs = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * cnscd_paged_list_get_repository:
 * @self: a list
 *
 * Returns: (transfer none): where the rows come from
 */
CnscdRepository *
cnscd_paged_list_get_repository (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  return priv->repository;
}

/**
 * cnscd_paged_list_set_unit:
 * @self: a list
 * @unit: (nullable): code of a commune; %NULL for all
 *
 * Shows only rows of one commune. Where the office is a commune's, it shows
 * that commune's in any case.
 */
void
cnscd_paged_list_set_unit (CnscdPagedList *self, const char *unit)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_PAGED_LIST (self));

  if (!g_set_str (&priv->unit, unit))
    return;

  /* Rows that stay are shown anew: only among those of all communes do they name theirs. */
  priv->stale = TRUE;
  cnscd_paged_list_refresh (self);
}

/**
 * cnscd_paged_list_set_search:
 * @self: a list
 * @search: (nullable): what a person typed; "" is as %NULL
 *
 * Shows only the rows that match.
 */
void
cnscd_paged_list_set_search (CnscdPagedList *self, const char *search)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_PAGED_LIST (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (g_set_str (&priv->search, search))
    cnscd_paged_list_refresh (self);
}

/**
 * cnscd_paged_list_get_search:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): what is searched for
 */
const char *
cnscd_paged_list_get_search (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_PAGED_LIST (self), NULL);

  return priv->search;
}

/**
 * cnscd_paged_list_refresh:
 * @self: a list
 *
 * Runs the query (again); the list keeps what it shows until the answer is
 * there. A query that still runs is overtaken by this one.
 */
void
cnscd_paged_list_refresh (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);
  const char *office;

  g_return_if_fail (CNSCD_IS_PAGED_LIST (self));

  show_rest (self);
  g_cancellable_cancel (priv->querying);
  g_clear_object (&priv->querying);
  priv->querying = g_cancellable_new ();
  set_loading (self, TRUE);

  g_object_ref (self);
  office = cnscd_repository_get_unit (priv->repository);
  CNSCD_PAGED_LIST_GET_CLASS (self)->query_async (self, office != NULL ? office : priv->unit,
                                                  priv->search, priv->querying, query_cb);
}

/**
 * cnscd_paged_list_is_loading:
 * @self: a list
 *
 * Returns: whether a query runs
 */
gboolean
cnscd_paged_list_is_loading (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  return priv->loading;
}

/**
 * cnscd_paged_list_get_problem:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): why the last query failed, for people
 */
const char *
cnscd_paged_list_get_problem (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  return priv->problem;
}

/**
 * cnscd_paged_list_get_nr:
 * @self: a list
 * @position: of a row that the list has
 *
 * Says which row is where without making an object of it.
 *
 * Returns: the number of the row in the database
 */
gint64
cnscd_paged_list_get_nr (CnscdPagedList *self, guint position)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  g_return_val_if_fail (position < priv->nrs->len, 0);

  return g_array_index (priv->nrs, gint64, position);
}

/**
 * cnscd_paged_list_get_n_cached:
 * @self: a list
 *
 * Returns: how many rows are in memory, however many the list has
 */
guint
cnscd_paged_list_get_n_cached (CnscdPagedList *self)
{
  CnscdPagedListPrivate *priv = cnscd_paged_list_get_instance_private (self);

  return cnscd_row_cache_get_size (priv->cache);
}
