/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-columns.h"

#include "core/cnscd-phone.h"
#include "ui/common/cnscd-words.h"

/* The columns of the table of members: each is what one can sort by. */

static char *
write_name (const CnscdMember *member, gpointer user_data)
{
  return g_strdup (member->full_name);
}

static char *
write_birth (const CnscdMember *member, gpointer user_data)
{
  return cnscd_date_is_known (member->birth) ? cnscd_date_format (member->birth) : NULL;
}

static char *
write_gender (const CnscdMember *member, gpointer user_data)
{
  return g_strdup (cnscd_words_for_gender (member->gender));
}

static char *
write_role (const CnscdMember *member, gpointer user_data)
{
  return g_strdup (cnscd_words_for_role (member->role));
}

static char *
write_team (const CnscdMember *member, gpointer user_data)
{
  char *place = cnscd_words_for_place (member->hamlet_kind, member->hamlet_name);

  return place != NULL ? place : g_strdup (member->team_name);
}

static char *
write_unit (const CnscdMember *member, gpointer user_data)
{
  CnscdRepository *repository = user_data;
  const char *name = cnscd_repository_get_unit_name (repository, member->unit);

  return name != NULL ? cnscd_words_capitalize (name) : g_strdup (member->unit);
}

static char *
write_phone (const CnscdMember *member, gpointer user_data)
{
  return member->phone != NULL ? cnscd_phone_format (member->phone) : NULL;
}

static char *
write_office (const CnscdMember *member, gpointer user_data)
{
  return cnscd_words_for_office (member);
}

static const struct
{
  CnscdMemberColumnFunc func;
  const char *css_class;
  guint n_chars;   /* that are seen at least */
  guint n_natural; /* that most need, where there is room for them */
} columns[] = {
  [CNSCD_MEMBER_SORT_NAME] = { write_name, NULL, 18, 18 },
  [CNSCD_MEMBER_SORT_TEAM] = { write_team, NULL, 14, 14 },
  [CNSCD_MEMBER_SORT_ROLE] = { write_role, NULL, 0, 0 },
  [CNSCD_MEMBER_SORT_BIRTH] = { write_birth, "numeric", 0, 0 },
  [CNSCD_MEMBER_SORT_PHONE] = { write_phone, "numeric", 0, 0 },
  [CNSCD_MEMBER_SORT_UNIT] = { write_unit, NULL, 14, 14 },
  [CNSCD_MEMBER_SORT_GENDER] = { write_gender, NULL, 0, 0 },
  [CNSCD_MEMBER_SORT_OFFICE] = { write_office, NULL, 10, 48 },
};

/**
 * cnscd_member_columns_set_up:
 * @column: a column without cells
 * @sort: what it shows, and sorts by
 * @repository: an open repository, which outlives the column
 *
 * Has the column show something of members, and makes its head a button.
 */
void
cnscd_member_columns_set_up (GtkColumnViewColumn *column,
                             CnscdMemberSort sort,
                             CnscdRepository *repository)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  /* Makes the head a button; who sorts is the database. */
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));
  g_return_if_fail (sort < G_N_ELEMENTS (columns));

  factory =
    cnscd_member_column_factory_new (columns[sort].func, repository, columns[sort].css_class,
                                     columns[sort].n_chars, columns[sort].n_natural);
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
  g_object_set_data (G_OBJECT (column), "sort", GINT_TO_POINTER ((int) sort));
}

/**
 * cnscd_member_columns_get_sort:
 * @column: a column of members
 *
 * Returns: what it sorts by
 */
CnscdMemberSort
cnscd_member_columns_get_sort (GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), CNSCD_MEMBER_SORT_NAME);

  return (CnscdMemberSort) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "sort"));
}
