/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-import-lines.h"
#include "cnscd-import-words.h"

/* Who stands where in a file. */
struct _CnscdImportNames
{
  GHashTable *entries; /* (element-type CnscdRosterEntry), by sheet and row */
};

static guint
hash_place (gconstpointer key)
{
  const CnscdRosterEntry *entry = key;

  return g_str_hash (entry->sheet != NULL ? entry->sheet : "") * 31 + entry->row;
}

static gboolean
is_same_place (gconstpointer a, gconstpointer b)
{
  const CnscdRosterEntry *one = a, *other = b;

  return one->row == other->row && g_strcmp0 (one->sheet, other->sheet) == 0;
}

static GtkWidget *
create_texts (const char *heading_text, const char *message_text)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = gtk_label_new (heading_text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (GTK_BOX (texts), heading);
  if (message_text != NULL)
    {
      GtkWidget *message = gtk_label_new (message_text);

      gtk_label_set_xalign (GTK_LABEL (message), 0);
      gtk_label_set_wrap (GTK_LABEL (message), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (texts), message);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

/* @level: (nullable): to be shown by an icon */
static GtkWidget *
create_line (const CnscdFindingLevel *level, const char *heading, const char *message)
{
  static const char *const icons[] = { "dialog-information-symbolic", "dialog-warning-symbolic",
                                       "dialog-error-symbolic" };
  static const char *const classes[] = { "dimmed", "warning", "error" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (level != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icons[MIN (*level, 2)]);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (icon, classes[MIN (*level, 2)]);
      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_box_append (GTK_BOX (box), create_texts (heading, message));
  gtk_widget_add_css_class (box, "line");
  return box;
}

static const char *
get_title (const CnscdFindingGroup *group)
{
  return group->alike ? ((const CnscdFinding *) group->findings->pdata[0])->message
                      : cnscd_import_words_for_code (group->code);
}

/**
 * cnscd_import_names_new:
 * @table: a file, which outlives the names
 *
 * Returns: (transfer full): who stands in which row of it
 */
CnscdImportNames *
cnscd_import_names_new (const CnscdRosterTable *table)
{
  CnscdImportNames *names = g_new0 (CnscdImportNames, 1);

  names->entries = g_hash_table_new (hash_place, is_same_place);
  for (guint i = 0; i < table->groups->len; i++)
    {
      const CnscdRosterGroup *group = table->groups->pdata[i];

      for (guint j = 0; j < group->entries->len; j++)
        g_hash_table_add (names->entries, group->entries->pdata[j]);
    }
  return names;
}

/**
 * cnscd_import_names_find:
 * @names: names of a file
 * @finding: what was found in that file
 *
 * Returns: (transfer none) (nullable): who stands in the finding's row, unless
 *   its message says so already; the team, of what is about a team
 */
const char *
cnscd_import_names_find (CnscdImportNames *names, const CnscdFinding *finding)
{
  const CnscdRosterEntry key = { .sheet = finding->sheet, .row = finding->row };
  const CnscdRosterEntry *entry =
    finding->row > 0 ? g_hash_table_lookup (names->entries, &key) : NULL;

  if (finding->team != NULL)
    return finding->team;
  return entry != NULL && strstr (finding->message, entry->full_name) == NULL ? entry->full_name
                                                                              : NULL;
}

/**
 * cnscd_import_names_free:
 * @names: (transfer full): names of a file
 *
 * Forgets the names.
 */
void
cnscd_import_names_free (CnscdImportNames *names)
{
  g_hash_table_unref (names->entries);
  g_free (names);
}

/**
 * cnscd_import_finding_create:
 * @finding: what was found
 * @place: where, as of cnscd_import_words_for_place()
 * @in_group: whether it stands below its group's line
 * @with_message: whether it says what it is
 * @label: (out) (transfer full): its accessible label
 *
 * Returns: (transfer floating): a line of a list
 */
GtkWidget *
cnscd_import_finding_create (const CnscdFinding *finding,
                             const char *place,
                             gboolean in_group,
                             gboolean with_message,
                             char **label)
{
  const char *message = with_message ? finding->message : NULL;
  GtkWidget *box = create_line (in_group ? NULL : &finding->level, place, message);

  if (in_group)
    gtk_widget_add_css_class (box, "nested");
  *label = message != NULL ? g_strdup_printf ("%s: %s", place, message) : g_strdup (place);
  return box;
}

/**
 * cnscd_import_finding_create_group:
 * @group: findings of one kind
 * @label: (out) (transfer full): its accessible label
 *
 * Returns: (transfer floating): a line of a list, which ends with an arrow; see
 *   cnscd_import_finding_show_expanded()
 */
GtkWidget *
cnscd_import_finding_create_group (const CnscdFindingGroup *group, char **label)
{
  g_autofree char *heading = cnscd_import_words_for_group (group);
  GtkWidget *box = create_line (&group->level, heading, get_title (group));
  GtkWidget *arrow = gtk_image_new ();

  gtk_widget_set_valign (arrow, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), arrow);
  *label = g_strdup_printf ("%s: %s", heading, get_title (group));
  return box;
}

/**
 * cnscd_import_finding_show_expanded:
 * @item: shows a group of findings by cnscd_import_finding_create_group()
 *
 * Shows whether the group is open.
 */
void
cnscd_import_finding_show_expanded (GtkListItem *item)
{
  const CnscdFindingGroup *group = cnscd_import_line_get_data (gtk_list_item_get_item (item));
  GtkWidget *arrow = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_image_set_from_icon_name (GTK_IMAGE (arrow),
                                group->expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_list_item_set_accessible_description (item, group->expanded
                                                    ? C_ ("group of findings", "Expanded")
                                                    : C_ ("group of findings", "Collapsed"));
}
