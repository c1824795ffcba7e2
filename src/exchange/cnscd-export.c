/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-export.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cnscd-csv-writer.h"
#include "cnscd-workbook.h"
#include "cnscd-xlsx-writer.h"
#include "core/cnscd-vocabulary.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-members.h"
#include "store/cnscd-teams.h"
#include "store/cnscd-units.h"

#define MAX_COLUMNS 16

/* Of members. */
#define PHONE_COLUMN 7

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

/* Rows on their way into a file of either kind. */
typedef struct
{
  CnscdExportColumn columns[MAX_COLUMNS];
  guint n_columns;
  int left_out; /* number of the column that is not written, or -1 */
  GString *csv;
  CnscdXlsxWriter *xlsx;
  guint n_rows;
} Output;

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

static void
output_init (Output *output,
             gboolean xlsx,
             const CnscdExportColumn *columns,
             guint n_columns,
             int left_out)
{
  memset (output, 0, sizeof *output);
  output->left_out = left_out;
  for (guint i = 0; i < n_columns; i++)
    if ((int) i != left_out)
      output->columns[output->n_columns++] = columns[i];

  if (xlsx)
    output->xlsx = cnscd_xlsx_writer_new ("Danh sách", output->columns, output->n_columns);
  else
    {
      const char *titles[MAX_COLUMNS];

      output->csv = g_string_new (NULL);
      for (guint i = 0; i < output->n_columns; i++)
        titles[i] = output->columns[i].title;
      cnscd_csv_append_mark (output->csv);
      cnscd_csv_append_row (output->csv, titles, output->n_columns);
    }
}

/* @cells: one for each column, also for the one left out; the first is filled here. */
static void
output_add_row (Output *output, const char **cells, guint n_cells)
{
  char number[16];

  if (output->left_out >= 0)
    {
      n_cells--;
      for (guint i = output->left_out; i < n_cells; i++)
        cells[i] = cells[i + 1];
    }

  g_snprintf (number, sizeof number, "%u", ++output->n_rows);
  cells[0] = number;
  if (output->xlsx != NULL)
    cnscd_xlsx_writer_add_row (output->xlsx, cells);
  else
    cnscd_csv_append_row (output->csv, cells, n_cells);
}

static GBytes *
output_finish (Output *output, GError **error)
{
  if (output->xlsx != NULL)
    return cnscd_xlsx_writer_finish (g_steal_pointer (&output->xlsx), error);
  return g_string_free_to_bytes (g_steal_pointer (&output->csv));
}

/* "Xóm Ba Nhất": as at the start of a line. */
static char *
dup_hamlet (int kind, const char *name)
{
  g_autofree char *full = cnscd_hamlet_full_name (kind, name);
  g_autofree char *first = NULL;

  if (*full == '\0' || g_strcmp0 (full, name) == 0)
    return g_steal_pointer (&full);
  first = g_utf8_strup (full, g_utf8_next_char (full) - full);
  return g_strconcat (first, g_utf8_next_char (full), NULL);
}

static void
add_member (Output *output, const Part *part, const CnscdMember *member)
{
  g_autofree char *hamlet = dup_hamlet (member->hamlet_kind, member->hamlet_name);
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
  output_add_row (output, cells, G_N_ELEMENTS (cells));
}

static void
add_team (Output *output, const Part *part, const CnscdTeamSummary *team)
{
  g_autofree char *hamlet = dup_hamlet (team->hamlet_kind, team->hamlet_name);
  g_autofree char *decided = cnscd_date_format (team->decision_date);
  g_autofree char *n_members = g_strdup_printf ("%u", team->n_members);
  const char *cells[] = { NULL,      part->unit_name,       team->name, hamlet, team->leader_name,
                          n_members, team->decision_number, decided };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (team_columns));
  output_add_row (output, cells, G_N_ELEMENTS (cells));
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

static gboolean
choose_format (GFile *file, gboolean *xlsx, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  *xlsx = lower != NULL && g_str_has_suffix (lower, ".xlsx");
  if (*xlsx || (lower != NULL && g_str_has_suffix (lower, ".csv")))
    return TRUE;
  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
                       _ ("The file name must end in .xlsx or .csv."));
  return FALSE;
}

/* Written beside the file and renamed. People's data: for nobody but who exports them, until he
 * gives the file away himself. */
static gboolean
write_file (GFile *file, GBytes *bytes, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* In the words of the name that was given, not of the one beside it. */
  if (folder != NULL && access (folder, W_OK) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _ ("“%s” cannot be written: %s."), name, g_strerror (code));
      return FALSE;
    }
  if (path != NULL)
    return g_file_set_contents_full (path, data, (gssize) size,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, error);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL,
                                  error);
}

static GBytes *
make_bytes (CnscdExportSubject subject,
            gboolean xlsx,
            gboolean with_phones,
            GPtrArray *parts,
            guint *n_rows,
            GError **error)
{
  Output output;

  if (subject == CNSCD_EXPORT_MEMBERS)
    output_init (&output, xlsx, member_columns, G_N_ELEMENTS (member_columns),
                 with_phones ? -1 : PHONE_COLUMN);
  else
    output_init (&output, xlsx, team_columns, G_N_ELEMENTS (team_columns), -1);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = parts->pdata[i];

      for (guint j = 0; j < part->rows->len; j++)
        {
          if (subject == CNSCD_EXPORT_MEMBERS)
            add_member (&output, part, part->rows->pdata[j]);
          else
            add_team (&output, part, part->rows->pdata[j]);
        }
    }
  *n_rows = output.n_rows;
  return output_finish (&output, error);
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
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;
  gboolean xlsx;
  guint n = 0;

  if (!choose_format (file, &xlsx, error) ||
      (g_file_peek_path (file) != NULL &&
       !cnscd_database_check_output (database, g_file_peek_path (file), error)))
    return FALSE;
  parts = collect_parts (database, subject, unit, cancellable, error);
  if (parts == NULL)
    return FALSE;
  bytes = make_bytes (subject, xlsx, with_phones, parts, &n, error);
  if (bytes == NULL)
    return FALSE;

  name = g_file_get_basename (file);
  detail = unit != NULL ? g_strdup_printf ("%s (%s)", name, unit) : g_strdup (name);
  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!cnscd_audit_add (database, "export", subject == CNSCD_EXPORT_MEMBERS ? "members" : "teams",
                        detail, n, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) || !write_file (file, bytes, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }
  if (!cnscd_database_commit (database, error))
    {
      g_prefix_error (error, _ ("“%s” was written, but not recorded in the log. "), name);
      return FALSE;
    }
  if (n_rows != NULL)
    *n_rows = n;
  return TRUE;
}
