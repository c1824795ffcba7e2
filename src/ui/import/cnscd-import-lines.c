/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-lines.h"

/**
 * CnscdImportLine:
 *
 * One line of an import's plan, for as long as a list shows it.
 */
struct _CnscdImportLine
{
  GObject parent_instance;

  CnscdImportLineKind kind;
  gconstpointer data; /* owned by @owner */
  GPtrArray *owner;
};

G_DEFINE_FINAL_TYPE (CnscdImportLine, cnscd_import_line, G_TYPE_OBJECT)

static void
cnscd_import_line_finalize (GObject *object)
{
  g_clear_pointer (&CNSCD_IMPORT_LINE (object)->owner, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_import_line_parent_class)->finalize (object);
}

static void
cnscd_import_line_class_init (CnscdImportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_import_line_finalize;
}

static void
cnscd_import_line_init (CnscdImportLine *self)
{
}

/**
 * CnscdImportLines:
 *
 * Lines of one kind. A file may have a finding for every row: the objects are
 * made for what is seen.
 */
struct _CnscdImportLines
{
  GObject parent_instance;

  CnscdImportLineKind kind;
  GPtrArray *owner;
  GPtrArray *data;
};

static GType
get_item_type (GListModel *model)
{
  return CNSCD_TYPE_IMPORT_LINE;
}

static guint
get_n_items (GListModel *model)
{
  CnscdImportLines *self = CNSCD_IMPORT_LINES (model);

  return self->data != NULL ? self->data->len : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CnscdImportLines *self = CNSCD_IMPORT_LINES (model);

  if (position >= get_n_items (model))
    return NULL;
  return cnscd_import_line_new (self->kind, self->data->pdata[position], self->owner);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdImportLines,
                               cnscd_import_lines,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
cnscd_import_lines_finalize (GObject *object)
{
  CnscdImportLines *self = CNSCD_IMPORT_LINES (object);

  g_clear_pointer (&self->data, g_ptr_array_unref);
  g_clear_pointer (&self->owner, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_import_lines_parent_class)->finalize (object);
}

static void
cnscd_import_lines_class_init (CnscdImportLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_import_lines_finalize;
}

static void
cnscd_import_lines_init (CnscdImportLines *self)
{
}

/**
 * cnscd_import_line_new:
 * @kind: what it is about
 * @data: (nullable): what it shows, by its kind
 * @owner: what keeps @data alive
 *
 * Returns: (transfer full): a line
 */
CnscdImportLine *
cnscd_import_line_new (CnscdImportLineKind kind, gconstpointer data, GPtrArray *owner)
{
  CnscdImportLine *line = g_object_new (CNSCD_TYPE_IMPORT_LINE, NULL);

  line->kind = kind;
  line->owner = g_ptr_array_ref (owner);
  line->data = data;
  return line;
}

/**
 * cnscd_import_line_get_kind:
 * @self: a line
 *
 * Returns: what it is about
 */
CnscdImportLineKind
cnscd_import_line_get_kind (CnscdImportLine *self)
{
  return self->kind;
}

/**
 * cnscd_import_line_get_data:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): what it shows, by its kind
 */
gconstpointer
cnscd_import_line_get_data (CnscdImportLine *self)
{
  return self->data;
}

/**
 * cnscd_import_lines_new:
 * @kind: what its lines are about
 *
 * Returns: (transfer full): a list without lines
 */
CnscdImportLines *
cnscd_import_lines_new (CnscdImportLineKind kind)
{
  CnscdImportLines *self = g_object_new (CNSCD_TYPE_IMPORT_LINES, NULL);

  self->kind = kind;
  return self;
}

/**
 * cnscd_import_lines_set:
 * @self: a list
 * @owner: what keeps the data alive
 * @data: the data, a line each; may be @owner itself; not to be changed afterwards
 *
 * Shows other lines. Those that are the same at the beginning stay.
 */
void
cnscd_import_lines_set (CnscdImportLines *self, GPtrArray *owner, GPtrArray *data)
{
  g_autoptr (GPtrArray) old_owner = g_steal_pointer (&self->owner);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->data);
  guint n_old = old != NULL ? old->len : 0;
  guint same = 0;

  self->owner = g_ptr_array_ref (owner);
  self->data = g_ptr_array_ref (data);
  while (same < n_old && same < data->len && old->pdata[same] == data->pdata[same] &&
         data->pdata[same] != NULL)
    same++;
  if (n_old > same || data->len > same)
    g_list_model_items_changed (G_LIST_MODEL (self), same, n_old - same, data->len - same);
}
