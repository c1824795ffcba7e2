/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "cnscd-test-samples.h"
#include "core/cnscd-records.h"
#include "exchange/cnscd-export.h"
#include "exchange/cnscd-import.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-teams.h"

#define ROWS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* A database in a folder of its own. */
typedef struct
{
  char *folder;
  char *path;
  CnscdDatabase *database;
} Fixture;

static inline void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cnscd-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->database = cnscd_database_open (fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  cnscd_database_close (fixture->database);
  remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static inline CnscdImportPlan *
import_workbook (Fixture *fixture,
                 const CnscdWorkbook *workbook,
                 const char *unit,
                 gboolean dry_run)
{
  CnscdImportOptions options = { .unit = unit, .label = "roster.xlsx", .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  CnscdImportPlan *plan = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

static inline CnscdImportPlan *
import_rows (Fixture *fixture, const char *const *rows)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook ("xlsx", rows);

  return import_workbook (fixture, workbook, "05716", FALSE);
}

static inline CnscdImportPlan *
import_sample (Fixture *fixture, const char *name, gboolean dry_run)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample (name);

  return import_workbook (fixture, workbook, "05716", dry_run);
}

static inline CnscdImportPlan *
import_file (Fixture *fixture, const char *path, const char *unit)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_read (file, NULL, &error);

  g_assert_no_error (error);
  return import_workbook (fixture, workbook, unit, FALSE);
}

/* Every record of the database, as text. */
static inline char *
dump (CnscdDatabase *database)
{
  GString *text = g_string_new (NULL);
  g_autofree char *unit = cnscd_database_get_setting (database, "unit", NULL);

  g_string_append_printf (text, "unit=%s\n", unit != NULL ? unit : "");
  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records =
        cnscd_record_store_list (database, CNSCD_KINDS[k], NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          const CnscdRecord *record = records->pdata[i];

          g_string_append_printf (text, "%s %s %s", record->kind->name, record->id, record->unit);
          for (guint f = 0; f < record->kind->n_fields; f++)
            {
              g_autofree char *value = cnscd_field_dup_text (&record->kind->fields[f], record);

              g_string_append_printf (text, "|%s", value != NULL ? value : "");
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free_and_steal (text);
}

static inline GPtrArray *
list_members (CnscdDatabase *database, const char *search)
{
  CnscdMemberQuery query = { .search = search, .sort = CNSCD_MEMBER_SORT_TEAM };
  g_autoptr (GError) error = NULL;
  GPtrArray *members = cnscd_members_list (database, &query, &error);

  g_assert_no_error (error);
  return members;
}

static inline gint64
count_records (CnscdDatabase *database, const CnscdKind *kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = cnscd_record_store_list (database, kind, NULL, &error);

  g_assert_no_error (error);
  return records->len;
}

#define assert_counts(plan, t_created, t_updated, t_same, m_created, m_updated, m_same)            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    print_findings ((plan)->findings);                                                             \
    g_assert_cmpuint ((plan)->teams.created, ==, t_created);                                       \
    g_assert_cmpuint ((plan)->teams.updated, ==, t_updated);                                       \
    g_assert_cmpuint ((plan)->teams.unchanged, ==, t_same);                                        \
    g_assert_cmpuint ((plan)->members.created, ==, m_created);                                     \
    g_assert_cmpuint ((plan)->members.updated, ==, m_updated);                                     \
    g_assert_cmpuint ((plan)->members.unchanged, ==, m_same);                                      \
  }                                                                                                \
  G_STMT_END
