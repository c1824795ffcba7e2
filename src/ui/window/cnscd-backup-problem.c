/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-backup-problem.h"

#include <glib/gi18n-lib.h>

#include "store/cnscd-database.h"

#define KEY "backup-problems"

/* Reasons as they are kept, for another language may be spoken when they are told. The folder
 * that could not be written follows the colon. */
#define REASON_FULL   "full"
#define REASON_BUSY   "busy"
#define REASON_FAILED "failed"
#define REASON_FOLDER "folder:"

/* An address, for the name of a file need not be text. */
static char *
dup_address (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_get_uri (file);
}

static char *
dup_reason (const GError *error, const char *missed_folder)
{
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FULL))
    return g_strdup (REASON_FULL);
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY))
    return g_strdup (REASON_BUSY);
  if (error != NULL)
    return g_strdup (REASON_FAILED);
  if (missed_folder != NULL)
    {
      g_autofree char *address = dup_address (missed_folder);

      return g_strconcat (REASON_FOLDER, address, NULL);
    }
  return NULL;
}

/* Whoever has chosen another folder since knows. */
static gboolean
is_chosen (GSettings *settings, const char *address)
{
  g_autofree char *folder = g_settings_get_string (settings, "backup-folder");
  g_autofree char *chosen = *folder != '\0' ? dup_address (folder) : NULL;

  return g_strcmp0 (chosen, address) == 0;
}

static char *
describe_folder (const char *address)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (address);
  g_autofree char *parse_name = g_file_get_parse_name (folder);
  g_autofree char *name = g_path_get_basename (parse_name);

  /* Translators: a banner has three lines, and what is longer is cut. */
  return g_strdup_printf (
    _ ("Backups are kept beside the database: “%s” cannot be written. See the preferences."), name);
}

/**
 * cnscd_backup_problem_note:
 * @settings: the program's
 * @path: (type filename): a database
 * @error: (nullable): why it could not be backed up just now
 * @missed_folder: (nullable) (type filename): where the backup should lie, and does not
 *
 * Keeps what was wrong with the last backup of a database, or that nothing was.
 */
void
cnscd_backup_problem_note (GSettings *settings,
                           const char *path,
                           const GError *error,
                           const char *missed_folder)
{
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *address = NULL;
  g_autofree char *reason = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *other, *its_reason;

  g_return_if_fail (G_IS_SETTINGS (settings) && path != NULL);

  kept = g_settings_get_value (settings, KEY);
  address = dup_address (path);
  reason = dup_reason (error, missed_folder);
  if (reason == NULL && !g_variant_lookup (kept, address, "&s", NULL))
    return;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &its_reason))
    if (!g_str_equal (other, address))
      g_variant_builder_add (&builder, "{ss}", other, its_reason);
  if (reason != NULL)
    g_variant_builder_add (&builder, "{ss}", address, reason);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * cnscd_backup_problem_describe:
 * @settings: (nullable): the program's
 * @path: (type filename): a database
 * @missed_folder: (nullable) (type filename): where its backup of a moment ago should
 *   lie, and does not
 *
 * Returns: (nullable) (transfer full): what is wrong with its backups and what to do
 */
char *
cnscd_backup_problem_describe (GSettings *settings, const char *path, const char *missed_folder)
{
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *address = NULL;
  const char *reason = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (missed_folder != NULL)
    {
      g_autofree char *folder = dup_address (missed_folder);

      return describe_folder (folder);
    }

  if (settings == NULL)
    return NULL;

  kept = g_settings_get_value (settings, KEY);
  address = dup_address (path);
  if (!g_variant_lookup (kept, address, "&s", &reason))
    return NULL;

  if (g_str_has_prefix (reason, REASON_FOLDER))
    {
      const char *folder = reason + strlen (REASON_FOLDER);

      return is_chosen (settings, folder) ? describe_folder (folder) : NULL;
    }
  if (g_str_equal (reason, REASON_FULL))
    return g_strdup (_ ("The last backup failed: the disk is full. Make room, then back up in the "
                        "preferences."));
  if (g_str_equal (reason, REASON_BUSY))
    return g_strdup (_ ("The last backup failed: another program was using the database. Back up "
                        "in the preferences."));
  return g_strdup (_ ("The last backup failed. Check the disk and the backup folder, then back up "
                      "in the preferences."));
}
