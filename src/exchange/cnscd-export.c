/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-export-file.h"
#include "core/cnscd-vocabulary.h"
#include "store/cnscd-members.h"
#include "store/cnscd-teams.h"
#include "store/cnscd-units.h"

/* Of members. */
#define PHONE_COLUMN 7

#define SHEET "Danh sách"

/* The heads are Vietnamese whatever the program's language: the file is the commune's paper, and
 * the import knows them again. The commune is always named, so that the file can be imported
 * anywhere. */
static const CnscdExportColumn member_columns[] = {
  { "STT", 6, TRUE },        { "Xã/phường", 20, FALSE },         { "Xóm/TDP", 22, FALSE },
  { "Tổ", 32, FALSE },       { "Họ và tên", 26, FALSE },         { "Ngày sinh", 12, FALSE },
  { "Giới tính", 9, FALSE }, { "Số điện thoại", 14, FALSE },     { "Chức vụ", 24, FALSE },
  { "Đơn vị", 24, FALSE },   { "Nhiệm vụ trong Tổ", 18, FALSE }, { "Ghi chú", 30, FALSE },
};

static const CnscdExportColumn team_columns[] = {
  { "STT", 6, TRUE },          { "Xã/phường", 20, FALSE },       { "Tổ", 32, FALSE },
  { "Xóm/TDP", 22, FALSE },    { "Tổ trưởng", 26, FALSE },       { "Số thành viên", 14, TRUE },
  { "Quyết định", 18, FALSE }, { "Ngày quyết định", 16, FALSE },
};

/* One commune's rows. */
typedef struct
{
  char *unit_name;
  GPtrArray *rows; /* CnscdMember or CnscdTeamSummary */
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->unit_name);
  g_ptr_array_unref (part->rows);
  g_free (part);
}

/* Closes the gap that the phones leave among what the columns have. */
static void
leave_out (gpointer items, gsize size, guint n_items, gboolean with_phones)
{
  guint8 *phone = (guint8 *) items + PHONE_COLUMN * size;

  if (!with_phones)
    memmove (phone, phone + size, (n_items - PHONE_COLUMN - 1) * size);
}

static CnscdTableWriter *
writer_new (CnscdExportSubject subject, CnscdTableFormat format, gboolean with_phones)
{
  CnscdExportColumn columns[G_N_ELEMENTS (member_columns)];

  if (subject == CNSCD_EXPORT_TEAMS)
    return cnscd_table_writer_new (format, SHEET, team_columns, G_N_ELEMENTS (team_columns));

  memcpy (columns, member_columns, sizeof columns);
  leave_out (columns, sizeof *columns, G_N_ELEMENTS (columns), with_phones);
  return cnscd_table_writer_new (format, SHEET, columns,
                                 G_N_ELEMENTS (columns) - (with_phones ? 0 : 1));
}

static void
add_member (CnscdTableWriter *writer,
            gboolean with_phones,
            const Part *part,
            const CnscdMember *member)
{
  g_autofree char *hamlet =
    cnscd_hamlet_title ((CnscdHamletKind) member->hamlet_kind, member->hamlet_name);
  g_autofree char *birth = cnscd_date_format (member->birth);
  const char *cells[] = {
    NULL,
    part->unit_name,
    hamlet,
    member->team_name,
    member->full_name,
    birth,
    cnscd_gender_get_title (member->gender),
    member->phone,
    member->position,
    member->body,
    cnscd_role_get_title (member->role),
    member->note,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (member_columns));
  leave_out (cells, sizeof *cells, G_N_ELEMENTS (cells), with_phones);
  cnscd_table_writer_add_row (writer, cells);
}

static void
add_team (CnscdTableWriter *writer, const Part *part, const CnscdTeamSummary *team)
{
  g_autofree char *hamlet =
    cnscd_hamlet_title ((CnscdHamletKind) team->hamlet_kind, team->hamlet_name);
  g_autofree char *decided = cnscd_date_format (team->decision_date);
  g_autofree char *n_members = g_strdup_printf ("%u", team->n_members);
  const char *cells[] = { NULL,      part->unit_name,       team->name, hamlet, team->leader_name,
                          n_members, team->decision_number, decided };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (team_columns));
  cnscd_table_writer_add_row (writer, cells);
}

static GPtrArray *
list_rows (CnscdDatabase *database, CnscdExportSubject subject, const char *unit, GError **error)
{
  if (subject == CNSCD_EXPORT_MEMBERS)
    {
      CnscdMemberQuery query = { .unit = unit, .sort = CNSCD_MEMBER_SORT_TEAM };

      return cnscd_members_list (database, &query, error);
    }
  else
    {
      CnscdTeamQuery query = { .unit = unit };

      return cnscd_teams_list (database, &query, error);
    }
}

/* Commune by commune, so that each one's rows stand together. */
static GPtrArray *
collect_parts (CnscdDatabase *database,
               CnscdExportSubject subject,
               const char *unit,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GPtrArray) units = cnscd_units_list (database, NULL, error);
  gboolean known = FALSE;

  if (units == NULL)
    return NULL;
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *row = units->pdata[i];
      GPtrArray *rows;
      Part *part;

      if (unit != NULL && !g_str_equal (row->code, unit))
        continue;
      known = TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      rows = list_rows (database, subject, row->code, error);
      if (rows == NULL)
        return NULL;
      if (rows->len == 0)
        {
          g_ptr_array_unref (rows);
          continue;
        }
      part = g_new0 (Part, 1);
      part->unit_name = cnscd_unit_dup_full_name (row);
      part->rows = rows;
      g_ptr_array_add (parts, part);
    }
  if (unit != NULL && !known)
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no commune with the code “%s”."), unit);
      return NULL;
    }
  return g_steal_pointer (&parts);
}

static GBytes *
make_bytes (CnscdExportSubject subject,
            CnscdTableFormat format,
            gboolean with_phones,
            GPtrArray *parts,
            guint *n_rows,
            GError **error)
{
  CnscdTableWriter *writer = writer_new (subject, format, with_phones);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];

      for (guint j = 0; j < part->rows->len; j++)
        {
          if (subject == CNSCD_EXPORT_MEMBERS)
            add_member (writer, with_phones, part, part->rows->pdata[j]);
          else
            add_team (writer, part, part->rows->pdata[j]);
        }
    }
  *n_rows = cnscd_table_writer_get_n_rows (writer);
  return cnscd_table_writer_finish (writer, error);
}

/**
 * cnscd_export_run:
 * @database: the database
 * @subject: what to export
 * @with_phones: whether members are written with their phone numbers
 * @unit: (nullable): code of a commune; %NULL for all of them
 * @file: the file to write; its name ends in .xlsx or .csv
 * @cancellable: (nullable): to give up before the file is written
 * @n_rows: (out) (optional): how many rows were written
 * @error: return location for a #CnscdSpreadsheetError, #CnscdStoreError, #GFileError or
 *   #GIOErrorEnum
 *
 * Writes people's data, with an entry in the audit log. The entry is written
 * first and taken back when the file cannot be. Importing the members again
 * changes nothing.
 *
 * Returns: whether both were written. If not, the file is as it was before,
 *   but for one case: when the disk refuses the entry's very commit, the new
 *   file is there, and @error says so
 */
gboolean
cnscd_export_run (CnscdDatabase *database,
                  CnscdExportSubject subject,
                  gboolean with_phones,
                  const char *unit,
                  GFile *file,
                  GCancellable *cancellable,
                  guint *n_rows,
                  GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CnscdTableFormat format;
  guint n = 0;

  if (!cnscd_export_choose_format (file, &format, error) ||
      !cnscd_export_check_file (database, file, error))
    return FALSE;
  parts = collect_parts (database, subject, unit, cancellable, error);
  if (parts == NULL)
    return FALSE;
  bytes = make_bytes (subject, format, with_phones, parts, &n, error);
  if (bytes == NULL ||
      !cnscd_export_write (database, subject == CNSCD_EXPORT_MEMBERS ? "members" : "teams", unit, n,
                           file, bytes, cancellable, error))
    return FALSE;
  if (n_rows != NULL)
    *n_rows = n;
  return TRUE;
}
