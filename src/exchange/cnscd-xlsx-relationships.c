/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-xlsx-relationships.h"

#include <string.h>

#include "cnscd-spreadsheet-xml.h"

static void
free_relationship (CnscdXlsxRelationship *relationship)
{
  g_free (relationship->id);
  g_free (relationship->type);
  g_free (relationship->target);
  g_free (relationship);
}

static void
relationship_start_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  GPtrArray *relationships = user_data;
  CnscdXlsxRelationship *relationship;
  g_autofree char *type = cnscd_xml_reader_dup (reader, "Type");
  const char *slash = type != NULL ? strrchr (type, '/') : NULL;

  if (slash == NULL || cnscd_xml_reader_is (reader, "TargetMode", "External"))
    return;
  relationship = g_new0 (CnscdXlsxRelationship, 1);
  relationship->id = cnscd_xml_reader_dup (reader, "Id");
  relationship->type = g_strdup (slash + 1);
  relationship->target = cnscd_xml_reader_dup (reader, "Target");
  g_ptr_array_add (relationships, relationship);
}

/* The part that @target means, seen from @base: "/xl/a.xml", "a.xml" and "../a.xml" all occur. */
static char *
resolve_target (const char *base, const char *target)
{
  g_autofree char *path = NULL;
  g_autofree char *unescaped = g_uri_unescape_string (target, NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (unescaped != NULL)
    target = unescaped;
  if (target[0] == '/' || target[0] == '\\')
    path = g_strdup (target);
  else
    {
      g_autofree char *folder = g_path_get_dirname (base);
      path = g_strconcat (folder, "/", target, NULL);
    }

  g_strdelimit (path, "\\", '/');
  words = g_strsplit (path, "/", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "..") && kept->len > 0)
        g_ptr_array_remove_index (kept, kept->len - 1);
      else if (words[i][0] != '\0' && !g_str_equal (words[i], "."))
        g_ptr_array_add (kept, words[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

/**
 * cnscd_xlsx_relationships_read:
 * @package: a package
 * @owner: one of its parts; "" for the package itself
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: (transfer full) (element-type CnscdXlsxRelationship): what the owner refers to within
 *   the package; empty when it says nothing of it
 */
GPtrArray *
cnscd_xlsx_relationships_read (CnscdPackage *package, const char *owner, GError **error)
{
  static const char *const elements[] = { "Relationship", NULL };
  static const CnscdXmlHandler handler = { elements, FALSE, relationship_start_cb, NULL };
  g_autoptr (GPtrArray) relationships =
    g_ptr_array_new_with_free_func ((GDestroyNotify) free_relationship);
  g_autofree char *folder = g_path_get_dirname (owner);
  g_autofree char *name = g_path_get_basename (owner);
  g_autofree char *part = owner[0] == '\0' ? g_strdup ("_rels/.rels")
                                           : g_strdup_printf ("%s/_rels/%s.rels", folder, name);

  if (cnscd_package_find (package, part) != NULL &&
      !cnscd_xml_parse (package, part, &handler, relationships, error))
    return NULL;
  for (guint i = 0; i < relationships->len; i++)
    {
      CnscdXlsxRelationship *relationship = g_ptr_array_index (relationships, i);
      g_autofree char *target = g_steal_pointer (&relationship->target);

      if (target != NULL)
        relationship->target = resolve_target (owner, target);
    }
  return g_steal_pointer (&relationships);
}

/**
 * cnscd_xlsx_relationships_find:
 * @relationships: (element-type CnscdXlsxRelationship): relationships
 * @id: (nullable): of the one wanted; %NULL: the first of @type
 * @type: last word of the type, such as "worksheet"
 *
 * Returns: (transfer none) (nullable): the name of the part
 */
const char *
cnscd_xlsx_relationships_find (GPtrArray *relationships, const char *id, const char *type)
{
  for (guint i = 0; i < relationships->len; i++)
    {
      CnscdXlsxRelationship *relationship = g_ptr_array_index (relationships, i);

      if (g_str_equal (relationship->type, type) &&
          (id == NULL || g_strcmp0 (relationship->id, id) == 0))
        return relationship->target;
    }
  return NULL;
}
