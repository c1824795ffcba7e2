/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-spreadsheet-package.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "cnscd-spreadsheet-error.h"
#include "cnscd-workbook.h"

/* Of all parts together; one part may have CNSCD_WORKBOOK_MAX_BYTES. */
#define MAX_TOTAL_BYTES (2 * (guint64) CNSCD_WORKBOOK_MAX_BYTES)

struct _CnscdPackage
{
  GBytes *bytes;
  GPtrArray *names;
  GCancellable *cancellable;
  guint64 unpacked;
};

struct _CnscdPackagePart
{
  CnscdPackage *package;
  struct archive *archive;
  guint64 unpacked;
};

static struct archive *
open_archive (GBytes *bytes)
{
  struct archive *archive = archive_read_new ();
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  /* By the table at its end only: a file that was cut off must not pass for a whole one. */
  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    g_clear_pointer (&archive, archive_read_free);
  return archive;
}

/* The part's name in one spelling: no leading slash, slashes forward. */
static char *
dup_entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  char *copy;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL)
    return g_strdup ("");
  copy = g_utf8_make_valid (name[0] == '/' ? name + 1 : name, -1);
  return g_strdelimit (copy, "\\", '/');
}

static void
set_too_large (GError **error)
{
  g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
               _ ("The file unpacks to more than %d MB. Copy the table alone into a new file and "
                  "save that."),
               CNSCD_WORKBOOK_MAX_BYTES / (1024 * 1024));
}

/* Positions a new archive at the data of @name. */
static struct archive *
open_part (CnscdPackage *package, const char *name, GError **error)
{
  struct archive *archive = open_archive (package->bytes);
  struct archive_entry *entry;
  int status;

  if (archive == NULL)
    {
      cnscd_spreadsheet_set_damaged (error);
      return NULL;
    }
  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK ||
         status == ARCHIVE_WARN)
    {
      g_autofree char *found = dup_entry_name (entry);

      if (g_ascii_strcasecmp (found, name) != 0)
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          cnscd_spreadsheet_set_encrypted (error);
          archive_read_free (archive);
          return NULL;
        }
      return archive;
    }

  cnscd_spreadsheet_set_damaged (error);
  archive_read_free (archive);
  return NULL;
}

/**
 * cnscd_package_open:
 * @bytes: a whole file
 * @cancellable: (nullable): asked while parts are read
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: (transfer full): the package; %NULL when @bytes is no whole zip
 */
CnscdPackage *
cnscd_package_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (CnscdPackage) package = g_new0 (CnscdPackage, 1);
  struct archive *archive = open_archive (bytes);
  struct archive_entry *entry;
  int status = ARCHIVE_FATAL;

  package->bytes = g_bytes_ref (bytes);
  package->names = g_ptr_array_new_with_free_func (g_free);
  g_set_object (&package->cancellable, cancellable);

  if (archive != NULL)
    {
      while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK ||
             status == ARCHIVE_WARN)
        {
          if (package->names->len >= CNSCD_PACKAGE_MAX_PARTS)
            {
              set_too_large (error);
              archive_read_free (archive);
              return NULL;
            }
          g_ptr_array_add (package->names, dup_entry_name (entry));
        }
      archive_read_free (archive);
    }
  if (status != ARCHIVE_EOF || package->names->len == 0)
    {
      cnscd_spreadsheet_set_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&package);
}

/**
 * cnscd_package_free:
 * @package: (nullable) (transfer full): a package
 */
void
cnscd_package_free (CnscdPackage *package)
{
  if (package == NULL)
    return;
  g_bytes_unref (package->bytes);
  g_ptr_array_unref (package->names);
  g_clear_object (&package->cancellable);
  g_free (package);
}

/**
 * cnscd_package_find:
 * @package: a package
 * @name: a part, without a leading slash; upper and lower case are the same
 *
 * Returns: (transfer none) (nullable): the name as it is written in the package
 */
const char *
cnscd_package_find (CnscdPackage *package, const char *name)
{
  for (guint i = 0; i < package->names->len; i++)
    {
      const char *found = g_ptr_array_index (package->names, i);

      if (g_ascii_strcasecmp (found, name) == 0)
        return found;
    }
  return NULL;
}

/**
 * cnscd_package_has_prefix:
 * @package: a package
 * @prefix: such as "word/"
 *
 * Returns: whether some part's name starts so
 */
gboolean
cnscd_package_has_prefix (CnscdPackage *package, const char *prefix)
{
  for (guint i = 0; i < package->names->len; i++)
    if (g_ascii_strncasecmp (g_ptr_array_index (package->names, i), prefix, strlen (prefix)) == 0)
      return TRUE;
  return FALSE;
}

/**
 * cnscd_package_read:
 * @package: a package
 * @name: a part
 * @max_size: bytes to read at most; the rest is left out
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: (transfer full): the start of the part
 */
GBytes *
cnscd_package_read (CnscdPackage *package, const char *name, gsize max_size, GError **error)
{
  g_autoptr (CnscdPackagePart) part = cnscd_package_open_part (package, name, error);
  g_autofree char *buffer = NULL;
  gsize length = 0;
  gssize got = 0;

  if (part == NULL)
    return NULL;
  buffer = g_malloc (max_size);
  while (length < max_size &&
         (got = cnscd_package_part_read (part, buffer + length, max_size - length, error)) > 0)
    length += (gsize) got;
  if (got < 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

/**
 * cnscd_package_open_part:
 * @package: a package
 * @name: a part
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: (transfer full): the part, to be read from its start
 */
CnscdPackagePart *
cnscd_package_open_part (CnscdPackage *package, const char *name, GError **error)
{
  struct archive *archive = open_part (package, name, error);
  CnscdPackagePart *part;

  if (archive == NULL)
    return NULL;
  part = g_new0 (CnscdPackagePart, 1);
  part->package = package;
  part->archive = archive;
  return part;
}

/**
 * cnscd_package_part_read:
 * @part: a part
 * @buffer: (out): at least @size bytes
 * @size: bytes to read at most
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * The checksum is compared when the end is reached.
 *
 * Returns: bytes read; 0 at the end; -1 on an error, which may be that too much was unpacked
 */
gssize
cnscd_package_part_read (CnscdPackagePart *part, gpointer buffer, gsize size, GError **error)
{
  gssize got;

  if (g_cancellable_set_error_if_cancelled (part->package->cancellable, error))
    return -1;
  do
    got = archive_read_data (part->archive, buffer, size);
  while (got == ARCHIVE_RETRY);
  if (got < 0)
    {
      cnscd_spreadsheet_set_damaged (error);
      return -1;
    }

  part->unpacked += (guint64) got;
  part->package->unpacked += (guint64) got;
  if (part->unpacked > CNSCD_WORKBOOK_MAX_BYTES || part->package->unpacked > MAX_TOTAL_BYTES)
    {
      set_too_large (error);
      return -1;
    }
  return got;
}

/**
 * cnscd_package_part_close:
 * @part: (nullable) (transfer full): a part
 */
void
cnscd_package_part_close (CnscdPackagePart *part)
{
  if (part == NULL)
    return;
  archive_read_free (part->archive);
  g_free (part);
}
