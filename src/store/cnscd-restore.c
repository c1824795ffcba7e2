/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-backup.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/cnscd-records.h"
#include "core/cnscd-schedule-records.h"
#include "core/cnscd-vocabulary.h"
#include "cnscd-backup-copy.h"
#include "cnscd-database-file.h"
#include "cnscd-office-store.h"
#include "cnscd-open-files.h"
#include "cnscd-statement.h"

/* So many are called by their names. */
#define MAX_NAMES 3

/* Settings that come of what people have decided; the office's own are compared by the office. */
#define IS_DECIDED "(a.name GLOB 'distinct:*' OR a.name GLOB 'import-mapping:*')"

static gboolean
count (CnscdDatabase *database, const char *sql, gint64 *n, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);

  if (statement == NULL || cnscd_statement_step (statement, error) != CNSCD_STEP_ROW)
    return FALSE;

  *n = cnscd_statement_int (statement, 0);
  return TRUE;
}

static gboolean
count_rows (CnscdDatabase *database,
            const CnscdKind *kind,
            const char *schema,
            gint64 *n,
            GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM %s.\"%s\" WHERE deleted = 0", schema, kind->name);

  return count (database, sql, n, error);
}

static gboolean
count_only_in (CnscdDatabase *database,
               const CnscdKind *kind,
               const char *schema,
               const char *other,
               gint64 *n,
               GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT count (*) FROM %s.\"%s\" a WHERE a.deleted = 0 AND NOT EXISTS"
                     " (SELECT 1 FROM %s.\"%s\" b WHERE b.id = a.id AND b.deleted = 0)",
                     schema, kind->name, other, kind->name);

  return count (database, sql, n, error);
}

static void
append_differs (GString *sql, const CnscdKind *kind)
{
  g_string_append (sql, "(FALSE");
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, " OR a.\"%s\" IS NOT b.\"%s\"", kind->fields[i].name,
                            kind->fields[i].name);
  g_string_append_c (sql, ')');
}

static gboolean
count_changed (CnscdDatabase *database, const CnscdKind *kind, gint64 *n, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql,
                   "SELECT count (*) FROM main.\"%s\" a JOIN backup.\"%s\" b ON b.id = a.id"
                   " WHERE a.deleted = 0 AND b.deleted = 0 AND ",
                   kind->name, kind->name);
  append_differs (sql, kind);

  return count (database, sql->str, n, error);
}

/* What people call a record of a kind. */
static const char *
get_name_sql (const CnscdKind *kind)
{
  if (kind == &CNSCD_KIND_PERSON)
    return "a.full_name";
  if (kind == &CNSCD_KIND_TEAM || kind == &CNSCD_KIND_HAMLET || kind == &CNSCD_KIND_TOPIC ||
      kind == &CNSCD_KIND_AUDIENCE || kind == &CNSCD_KIND_INDICATOR || kind == &CNSCD_KIND_HOLIDAY)
    return "a.name";
  if (kind == &CNSCD_KIND_SESSION)
    return "a.title";
  if (kind == &CNSCD_KIND_DECISION)
    return "a.number";
  if (kind == &CNSCD_KIND_MEMBERSHIP)
    return "(SELECT p.full_name FROM main.person p WHERE p.id = a.person)";
  return NULL;
}

/* "xóm Ba Nhất": a hamlet is called with its word. */
static char *
dup_name (const CnscdKind *kind, CnscdStatement *statement)
{
  const char *name = cnscd_statement_text (statement, 0);
  const char *word = cnscd_statement_text (statement, 1);

  if (kind != &CNSCD_KIND_HAMLET || word == NULL)
    return g_strdup (name);
  return cnscd_hamlet_full_name (g_str_equal (word, "residential_group")
                                   ? CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP
                                   : CNSCD_HAMLET_KIND_HAMLET,
                                 name);
}

static gboolean
read_names (CnscdDatabase *database, const CnscdKind *kind, char **names, GError **error)
{
  const char *name_sql = get_name_sql (kind);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;
  guint n = 0;

  if (name_sql == NULL)
    return TRUE;

  g_string_printf (sql,
                   "SELECT coalesce (%s, ''), %s FROM main.\"%s\" a LEFT JOIN backup.\"%s\" b"
                   " ON b.id = a.id AND b.deleted = 0 WHERE a.deleted = 0 AND (b.id IS NULL OR ",
                   name_sql, kind == &CNSCD_KIND_HAMLET ? "a.kind" : "NULL", kind->name,
                   kind->name);
  append_differs (sql, kind);
  g_string_append_printf (sql, ") ORDER BY a.nr DESC LIMIT %d", MAX_NAMES + 1);
  statement = cnscd_statement_take (database, sql->str, error);
  if (statement == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      g_autofree char *name = dup_name (kind, statement);

      if (n++ == MAX_NAMES)
        g_string_append (list, "…");
      else if (*name != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
    }
  if (list->len > 0)
    *names = g_string_free_and_steal (g_steal_pointer (&list));
  return step == CNSCD_STEP_DONE;
}

static void
clear_count (gpointer data)
{
  g_free (((CnscdRestoreCount *) data)->names);
}

static gboolean
compare_settings (CnscdDatabase *database, CnscdRestoreCount *counted, GError **error)
{
  return count (database, "SELECT count (*) FROM main.setting a WHERE " IS_DECIDED,
                &counted->n_here, error) &&
         count (database, "SELECT count (*) FROM backup.setting a WHERE " IS_DECIDED,
                &counted->n_there, error) &&
         count (database,
                "SELECT count (*) FROM backup.setting a WHERE " IS_DECIDED
                " AND NOT EXISTS (SELECT 1 FROM main.setting b WHERE b.name = a.name)",
                &counted->n_added, error) &&
         count (database,
                "SELECT count (*) FROM main.setting a WHERE " IS_DECIDED
                " AND NOT EXISTS (SELECT 1 FROM backup.setting b WHERE b.name = a.name)",
                &counted->n_removed, error) &&
         count (database,
                "SELECT count (*) FROM main.setting a JOIN backup.setting b ON b.name = a.name"
                " WHERE a.value <> b.value AND " IS_DECIDED,
                &counted->n_changed, error);
}

static GArray *
compare_kinds (CnscdDatabase *database, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (CnscdRestoreCount));
  CnscdRestoreCount settings = { .kind = CNSCD_RESTORE_KIND_SETTING };

  g_array_set_clear_func (counts, clear_count);
  for (guint i = 0; CNSCD_KINDS[i] != NULL; i++)
    {
      const CnscdKind *kind = CNSCD_KINDS[i];
      CnscdRestoreCount counted = { .kind = kind->name };

      if (!count_rows (database, kind, "main", &counted.n_here, error) ||
          !count_rows (database, kind, "backup", &counted.n_there, error) ||
          !count_only_in (database, kind, "backup", "main", &counted.n_added, error) ||
          !count_only_in (database, kind, "main", "backup", &counted.n_removed, error) ||
          !count_changed (database, kind, &counted.n_changed, error) ||
          !read_names (database, kind, &counted.names, error))
        {
          clear_count (&counted);
          return NULL;
        }
      g_array_append_val (counts, counted);
    }
  if (!compare_settings (database, &settings, error))
    return NULL;
  g_array_append_val (counts, settings);

  return g_steal_pointer (&counts);
}

static gboolean
attach (CnscdDatabase *database, const char *path, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *read_only = g_strconcat (uri, "?mode=ro", NULL);
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database, "ATTACH ?1 AS backup", error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, read_only);
  return cnscd_statement_run (statement, error);
}

static gboolean
check_other (const char *path, const char *backup, GError **error)
{
  if (!cnscd_database_file_is_same (path, backup))
    return TRUE;

  g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
               _ ("“%s” is the database itself. Choose a backup."), backup);
  return FALSE;
}

/**
 * cnscd_backup_compare:
 * @database: a connection outside of a transaction
 * @backup_path: a backup
 * @office: (out) (optional) (transfer full): whose backup it is
 * @error: return location for a #CnscdStoreError
 *
 * Counts what restoring a backup would change, by id and content.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdRestoreCount): one
 *   entry a kind, and one for %CNSCD_RESTORE_KIND_SETTING
 */
GArray *
cnscd_backup_compare (CnscdDatabase *database,
                      const char *backup_path,
                      CnscdOffice **office,
                      GError **error)
{
  g_autoptr (CnscdDatabase) current = NULL;
  g_autoptr (CnscdOffice) theirs = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  GArray *counts = NULL;

  g_return_val_if_fail (database != NULL && backup_path != NULL, NULL);

  canonical = g_canonicalize_filename (backup_path, NULL);
  folder = g_path_get_dirname (database->path);
  current = cnscd_backup_open_current (canonical, folder, &copy, error);
  if (current == NULL)
    return NULL;
  theirs = cnscd_office_load (current, error);
  g_clear_pointer (&current, cnscd_database_close);

  if (theirs != NULL && attach (database, copy, error))
    {
      counts = compare_kinds (database, error);
      /* Statements of the cache still know the attached file. */
      g_hash_table_remove_all (database->statements);
      cnscd_database_exec (database, "DETACH backup", NULL);
    }

  cnscd_database_file_remove (copy);
  if (counts != NULL && office != NULL)
    *office = g_steal_pointer (&theirs);
  return counts;
}

static gboolean
copy_aside (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error) &&
         cnscd_database_file_flush (to, error);
}

/* What can still be saved of a damaged database may be somebody's last hope: it is kept whole. */
static gboolean
set_aside (const char *path, GError **error)
{
  g_autofree char *target = NULL;

  if (cnscd_open_files_have (path))
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY,
                   _ ("The database “%s” is damaged and still open. Close the program and restore "
                      "the backup then."),
                   path);
      return FALSE;
    }

  target = cnscd_database_file_dup_aside (path, "damaged", error);
  return target != NULL && copy_aside (path, target, error) &&
         cnscd_database_file_move_journals (path, target, error);
}

/* Who took people's data out stays known: what the log says since, goes into the copy of the
 * backup before that takes the database's place. */
static gboolean
carry_log_over (CnscdDatabase *database, CnscdDatabase *backup, GError **error)
{
  g_autoptr (CnscdStatement) from = cnscd_statement_take (
    database, "SELECT at, who, action, subject, detail, n_people FROM audit ORDER BY seq", error);
  g_autoptr (CnscdStatement) to = cnscd_statement_take (
    backup,
    "INSERT INTO audit (at, who, action, subject, detail, n_people)"
    " SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS"
    " (SELECT 1 FROM audit WHERE at = ?1 AND who = ?2 AND action = ?3 AND subject = ?4)",
    from != NULL ? error : NULL);
  CnscdStep step;

  if (from == NULL || to == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (from, error)) == CNSCD_STEP_ROW)
    {
      cnscd_statement_bind_int (to, 1, cnscd_statement_int (from, 0));
      for (int i = 1; i < 5; i++)
        cnscd_statement_bind_text (to, i + 1, cnscd_statement_text (from, i));
      cnscd_statement_bind_int (to, 6, cnscd_statement_int (from, 5));
      if (!cnscd_statement_run (to, error))
        return FALSE;
    }

  return step == CNSCD_STEP_DONE;
}

static gboolean
restore_into (CnscdDatabase *database, CnscdDatabase *backup, GError **error)
{
  g_autofree char *before = cnscd_backup_rotate (database, "restore", error);

  return before != NULL && carry_log_over (database, backup, error) &&
         cnscd_backup_copy_into (backup, database, error);
}

static gboolean
restore (const char *path, CnscdDatabase **backup, const char *copy, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) problem = NULL;

  if (cnscd_database_file_look (path, &problem) == CNSCD_FILE_OURS)
    database = cnscd_database_open (path, &problem);
  if (database != NULL)
    return restore_into (database, *backup, error);

  if (problem != NULL && !g_error_matches (problem, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (problem != NULL && !set_aside (path, error))
    return FALSE;

  g_clear_pointer (backup, cnscd_database_close);
  return cnscd_database_file_replace (copy, path, FALSE, error);
}

/**
 * cnscd_backup_restore:
 * @database_path: the database; there need be none
 * @backup_path: a backup
 * @error: return location for a #CnscdStoreError
 *
 * Replaces the database by a backup, brought to this program's version, after
 * writing a backup of the database itself. Others may have the database open.
 * A damaged database is set aside in the backup folder, a foreign or newer
 * one is not touched; a backup that is foreign, newer or damaged is refused.
 * The backup file itself is never changed. The log of imports, exports and
 * prints keeps what it says since the backup.
 *
 * Returns: whether the database is now what the backup was
 */
gboolean
cnscd_backup_restore (const char *database_path, const char *backup_path, GError **error)
{
  g_autoptr (CnscdDatabase) backup = NULL;
  g_autofree char *path = NULL;
  g_autofree char *from = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  gboolean done;

  g_return_val_if_fail (database_path != NULL && backup_path != NULL, FALSE);

  path = g_canonicalize_filename (database_path, NULL);
  from = g_canonicalize_filename (backup_path, NULL);
  folder = g_path_get_dirname (path);
  if (!check_other (path, from, error))
    return FALSE;

  backup = cnscd_backup_open_current (from, folder, &copy, error);
  if (backup == NULL)
    return FALSE;

  done = restore (path, &backup, copy, error);
  g_clear_pointer (&backup, cnscd_database_close);
  cnscd_database_file_remove (copy);
  return done;
}
