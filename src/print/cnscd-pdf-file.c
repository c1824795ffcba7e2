/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-pdf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/cnscd-clock.h"
#include "cnscd-config.h"

struct _CnscdPdfFile
{
  char *path;      /* as asked for, for messages */
  char *target;    /* the file behind it */
  char *temporary; /* (nullable) */
  cairo_surface_t *surface;
};

static void
set_errno_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%s” cannot be written: %s."),
               name, g_strerror (code));
}

/* Renaming onto a link would replace the link. */
static char *
resolve_links (const char *path)
{
  char *real;
  char *resolved;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return g_strdup (path);

  real = realpath (path, NULL);
  resolved = g_strdup (real);
  free (real);

  return resolved;
}

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced;

  if (fd < 0)
    return FALSE;

  /* Some network folders know no fsync. */
  synced = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP;
  close (fd);

  return synced;
}

/**
 * cnscd_pdf_file_new:
 * @path: the file to write; a link is followed
 * @error: (nullable): return location for a #GIOErrorEnum
 *
 * Makes an empty temporary file in the folder of @path.
 *
 * Returns: (transfer full) (nullable): the file on its way
 */
CnscdPdfFile *
cnscd_pdf_file_new (const char *path, GError **error)
{
  g_autoptr (CnscdPdfFile) file = g_new0 (CnscdPdfFile, 1);
  g_autofree char *folder = NULL;
  GStatBuf info;
  int fd;

  file->path = g_strdup (path);
  file->target = resolve_links (path);
  if (file->target == NULL)
    {
      set_errno_error (error, path, errno);
      return NULL;
    }

  if (g_stat (file->target, &info) == 0 && !S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      if (S_ISDIR (info.st_mode))
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                     _ ("“%s” is a folder. Give the name of a PDF file to write."), name);
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                     _ ("“%s” is not a regular file. Give the name of a PDF file to write."), name);
      return NULL;
    }

  folder = g_path_get_dirname (file->target);
  file->temporary = g_build_filename (folder, ".cnscd-XXXXXX", NULL);
  fd = g_mkstemp_full (file->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int code = errno;

      g_clear_pointer (&file->temporary, g_free);
      set_errno_error (error, path, code);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&file);
}

/**
 * cnscd_pdf_file_free:
 * @file: (nullable): a file on its way
 *
 * Removes what was not committed.
 */
void
cnscd_pdf_file_free (CnscdPdfFile *file)
{
  if (file == NULL)
    return;

  if (file->surface != NULL)
    {
      cairo_surface_finish (file->surface);
      cairo_surface_destroy (file->surface);
    }
  if (file->temporary != NULL)
    g_unlink (file->temporary);

  g_free (file->path);
  g_free (file->target);
  g_free (file->temporary);
  g_free (file);
}

/**
 * cnscd_pdf_file_get_temporary_path:
 * @file: a file on its way
 *
 * Returns: (transfer none): where to write
 */
const char *
cnscd_pdf_file_get_temporary_path (CnscdPdfFile *file)
{
  return file->temporary;
}

/**
 * cnscd_pdf_file_has_surface:
 * @file: a file on its way
 *
 * Returns: whether cnscd_pdf_file_take_surface() was called
 */
gboolean
cnscd_pdf_file_has_surface (CnscdPdfFile *file)
{
  return file->surface != NULL;
}

/**
 * cnscd_pdf_file_take_surface:
 * @file: a file on its way
 * @surface: what writes it; a reference is kept
 * @document: what is written, for the file's properties
 *
 * Names the surface whose end decides whether the file is whole.
 */
void
cnscd_pdf_file_take_surface (CnscdPdfFile *file, cairo_surface_t *surface, CnscdDocument *document)
{
  const char *author = cnscd_document_get_author (document);
  g_autoptr (GDateTime) now = cnscd_clock_dup_date_time (cnscd_clock_get_time ());
  g_autofree char *created = g_date_time_format_iso8601 (now);

  g_return_if_fail (file->surface == NULL);

  file->surface = cairo_surface_reference (surface);
  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_PDF)
    return;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  cnscd_document_get_title (document));
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Tổ công nghệ số " CNSCD_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/**
 * cnscd_pdf_file_commit:
 * @file: a file on its way, all pages written
 * @error: (nullable): return location for a #GIOErrorEnum
 *
 * Ends the file, and puts it in the place of its target if it is whole.
 *
 * Returns: whether it is
 */
gboolean
cnscd_pdf_file_commit (CnscdPdfFile *file, GError **error)
{
  cairo_status_t status = CAIRO_STATUS_WRITE_ERROR;

  if (file->surface != NULL)
    {
      cairo_surface_finish (file->surface);
      status = cairo_surface_status (file->surface);
    }

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_autofree char *name = g_filename_display_name (file->path);

      g_set_error (
        error, G_IO_ERROR,
        status == CAIRO_STATUS_WRITE_ERROR ? G_IO_ERROR_NO_SPACE : G_IO_ERROR_FAILED,
        _ ("“%s” could not be written completely: %s. Check the free space and try again."), name,
        cairo_status_to_string (status));
      return FALSE;
    }

  if (!sync_file (file->temporary) || g_rename (file->temporary, file->target) != 0)
    {
      set_errno_error (error, file->path, errno);
      return FALSE;
    }

  g_clear_pointer (&file->temporary, g_free);

  return TRUE;
}
