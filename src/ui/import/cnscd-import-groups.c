/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-groups.h"

/**
 * CnscdImportGroups:
 *
 * The findings of a file, those of one kind behind one line that says how many
 * they are. What is found once stands for itself.
 */
struct _CnscdImportGroups
{
  GObject parent_instance;

  GPtrArray *findings;  /* (nullable) (element-type CnscdFinding): what owns them */
  GPtrArray *groups;    /* (element-type CnscdFindingGroup) */
  GHashTable *expanded; /* codes of groups that somebody has opened */
};

static void
group_free (gpointer data)
{
  CnscdFindingGroup *group = data;

  g_ptr_array_unref (group->findings);
  g_free (group);
}

/* How many lines show it. */
static guint
count_lines (const CnscdFindingGroup *group)
{
  if (group->findings->len == 1)
    return 1;
  return group->expanded ? 1 + group->findings->len : 1;
}

static GType
get_item_type (GListModel *model)
{
  return CNSCD_TYPE_IMPORT_LINE;
}

static guint
get_n_items (GListModel *model)
{
  CnscdImportGroups *self = CNSCD_IMPORT_GROUPS (model);
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    n += count_lines (self->groups->pdata[i]);
  return n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  CnscdImportGroups *self = CNSCD_IMPORT_GROUPS (model);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const CnscdFindingGroup *group = self->groups->pdata[i];
      guint n = count_lines (group);

      if (position >= n)
        {
          position -= n;
          continue;
        }
      if (group->findings->len == 1)
        return cnscd_import_line_new (CNSCD_IMPORT_LINE_FINDING, group->findings->pdata[0],
                                      self->findings);
      if (position == 0)
        return cnscd_import_line_new (CNSCD_IMPORT_LINE_GROUP, group, self->groups);
      return cnscd_import_line_new (CNSCD_IMPORT_LINE_MEMBER, group->findings->pdata[position - 1],
                                    self->findings);
    }
  return NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdImportGroups,
                               cnscd_import_groups,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static CnscdFindingGroup *
take_group (CnscdImportGroups *self, GPtrArray *groups, const CnscdFinding *finding)
{
  CnscdFindingGroup *group;

  /* There are some dozens of codes. */
  for (guint i = 0; i < groups->len; i++)
    {
      group = groups->pdata[i];
      if (group->level == finding->level && g_str_equal (group->code, finding->code))
        return group;
    }

  group = g_new0 (CnscdFindingGroup, 1);
  group->level = finding->level;
  group->code = finding->code;
  group->findings = g_ptr_array_new ();
  group->alike = TRUE;
  group->expanded = g_hash_table_contains (self->expanded, finding->code);
  g_ptr_array_add (groups, group);
  return group;
}

static void
add_finding (CnscdFindingGroup *group, CnscdFinding *finding)
{
  if (group->findings->len > 0)
    group->alike =
      group->alike &&
      g_str_equal (finding->message, ((CnscdFinding *) group->findings->pdata[0])->message);
  g_ptr_array_add (group->findings, finding);
}

/* What is not imported first; among the like the order of the file stays. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const CnscdFindingGroup *first = *(const CnscdFindingGroup *const *) a;
  const CnscdFindingGroup *second = *(const CnscdFindingGroup *const *) b;

  return (int) second->level - (int) first->level;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const CnscdFinding *first = *(const CnscdFinding *const *) a;
  const CnscdFinding *second = *(const CnscdFinding *const *) b;

  int order = g_strcmp0 (first->sheet, second->sheet);

  if (order != 0)
    return order;
  return (first->row > second->row) - (first->row < second->row);
}

static void
cnscd_import_groups_finalize (GObject *object)
{
  CnscdImportGroups *self = CNSCD_IMPORT_GROUPS (object);

  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_hash_table_unref (self->expanded);

  G_OBJECT_CLASS (cnscd_import_groups_parent_class)->finalize (object);
}

static void
cnscd_import_groups_class_init (CnscdImportGroupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_import_groups_finalize;
}

static void
cnscd_import_groups_init (CnscdImportGroups *self)
{
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->expanded = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * cnscd_import_groups_new:
 *
 * Returns: (transfer full): a list of nothing
 */
CnscdImportGroups *
cnscd_import_groups_new (void)
{
  return g_object_new (CNSCD_TYPE_IMPORT_GROUPS, NULL);
}

/**
 * cnscd_import_groups_set:
 * @self: a list
 * @findings: (element-type CnscdFinding): not to be changed afterwards
 *
 * Shows other findings. The kinds that were open stay open.
 */
void
cnscd_import_groups_set (CnscdImportGroups *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GPtrArray) old_groups = NULL;
  g_autoptr (GPtrArray) old_findings = g_steal_pointer (&self->findings);
  guint n_before = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < findings->len; i++)
    add_finding (take_group (self, groups, findings->pdata[i]), findings->pdata[i]);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort (((CnscdFindingGroup *) groups->pdata[i])->findings, compare_places);
  g_ptr_array_sort (groups, compare_groups);

  old_groups = g_steal_pointer (&self->groups);
  self->groups = g_steal_pointer (&groups);
  self->findings = g_ptr_array_ref (findings);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_items (G_LIST_MODEL (self)));
}

/**
 * cnscd_import_groups_collapse:
 * @self: a list
 *
 * Forgets what was opened, for another file.
 */
void
cnscd_import_groups_collapse (CnscdImportGroups *self)
{
  g_hash_table_remove_all (self->expanded);
}

/**
 * cnscd_import_groups_toggle:
 * @self: a list
 * @group: a group of it
 *
 * Opens the group, or closes it.
 */
void
cnscd_import_groups_toggle (CnscdImportGroups *self, const CnscdFindingGroup *group)
{
  guint position = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      CnscdFindingGroup *one = self->groups->pdata[i];

      if (one != group)
        {
          position += count_lines (one);
          continue;
        }
      one->expanded = !one->expanded;
      if (one->expanded)
        g_hash_table_add (self->expanded, (gpointer) one->code);
      else
        g_hash_table_remove (self->expanded, one->code);
      g_list_model_items_changed (G_LIST_MODEL (self), position + 1,
                                  one->expanded ? 0 : one->findings->len,
                                  one->expanded ? one->findings->len : 0);
      return;
    }
}

/**
 * cnscd_import_groups_are_alike:
 * @self: a list
 * @finding: a finding of it
 *
 * Returns: whether all findings of its kind say the same
 */
gboolean
cnscd_import_groups_are_alike (CnscdImportGroups *self, const CnscdFinding *finding)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const CnscdFindingGroup *group = self->groups->pdata[i];

      if (group->level == finding->level && g_str_equal (group->code, finding->code))
        return group->alike;
    }
  return FALSE;
}
