/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-spreadsheet-package.h"

#include <stdarg.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "cnscd-workbook.h"

#define MAX_ELEMENTS 32

/* Of all parts together; one part may have CNSCD_WORKBOOK_MAX_BYTES. */
#define MAX_TOTAL_BYTES (2 * (guint64) CNSCD_WORKBOOK_MAX_BYTES)

/* Collected text past this is of no use: escapes are at most seven times what they stand for. */
#define MAX_COLLECTED (8 * CNSCD_WORKBOOK_MAX_TEXT)

struct _CnscdPackage
{
  GBytes *bytes;
  GPtrArray *names;
  GCancellable *cancellable;
  guint64 unpacked;
};

struct _CnscdXmlReader
{
  CnscdPackage *package;
  struct archive *archive;
  guint64 unpacked;
  xmlParserCtxt *context;

  const CnscdXmlHandler *handler;
  gpointer user_data;
  const xmlChar *elements[MAX_ELEMENTS];
  int n_elements;
  const xmlChar *known_uri; /* the parser keeps one copy of each namespace */

  const xmlChar **attributes;
  int n_attributes;
  GString *text;
  gboolean collecting;

  GError *error;
};

/* ISO/IEC 29500 transitional and strict, and the package's own. */
static const char *const namespaces[] = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  "http://schemas.openxmlformats.org/package/2006/relationships",
  NULL,
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
set_damaged (GError **error)
{
  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED,
                       _ ("The file is damaged or was not copied completely. Get it again from "
                          "where it came, or open it in a spreadsheet program and save it anew."));
}

static void
set_too_large (GError **error)
{
  g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
               _ ("The file unpacks to more than %d MB. Copy the table alone into a new file and "
                  "save that."),
               CNSCD_WORKBOOK_MAX_BYTES / (1024 * 1024));
}

static void
set_encrypted (GError **error)
{
  g_set_error_literal (
    error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_ENCRYPTED,
    _ ("The file is protected with a password. Open it in a spreadsheet program, "
       "save it without a password, and choose it again."));
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
      set_damaged (error);
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
          set_encrypted (error);
          archive_read_free (archive);
          return NULL;
        }
      return archive;
    }

  set_damaged (error);
  archive_read_free (archive);
  return NULL;
}

static gssize
read_part (CnscdPackage *package,
           struct archive *archive,
           guint64 *unpacked,
           gpointer buffer,
           gsize size,
           GError **error)
{
  gssize got;

  if (g_cancellable_set_error_if_cancelled (package->cancellable, error))
    return -1;
  do
    got = archive_read_data (archive, buffer, size);
  while (got == ARCHIVE_RETRY);
  if (got < 0)
    {
      set_damaged (error);
      return -1;
    }

  *unpacked += (guint64) got;
  package->unpacked += (guint64) got;
  if (*unpacked > CNSCD_WORKBOOK_MAX_BYTES || package->unpacked > MAX_TOTAL_BYTES)
    {
      set_too_large (error);
      return -1;
    }
  return got;
}

static int
read_cb (void *user_data, char *buffer, int size)
{
  CnscdXmlReader *reader = user_data;

  if (reader->error != NULL)
    return -1;
  return (int) read_part (reader->package, reader->archive, &reader->unpacked, buffer, (gsize) size,
                          &reader->error);
}

static gboolean
is_known_namespace (CnscdXmlReader *reader, const xmlChar *uri)
{
  if (uri == NULL || uri == reader->known_uri || reader->handler->any_namespace)
    return TRUE;
  if (!g_strv_contains (namespaces, (const char *) uri))
    return FALSE;
  reader->known_uri = uri;
  return TRUE;
}

static int
find_element (CnscdXmlReader *reader, const xmlChar *name, const xmlChar *uri)
{
  for (int i = 0; i < reader->n_elements; i++)
    if (reader->elements[i] == name)
      return is_known_namespace (reader, uri) ? i : -1;
  return -1;
}

static void
start_element_cb (void *user_data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespace_pairs,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  CnscdXmlReader *reader = user_data;
  int element = find_element (reader, name, uri);

  if (element < 0 || reader->error != NULL || reader->handler->start == NULL)
    return;
  reader->attributes = attributes;
  reader->n_attributes = n_attributes;
  reader->handler->start (reader, element, reader->user_data);
  reader->n_attributes = 0;
}

static void
end_element_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  CnscdXmlReader *reader = user_data;
  int element = find_element (reader, name, uri);

  if (element >= 0 && reader->error == NULL && reader->handler->end != NULL)
    reader->handler->end (reader, element, reader->user_data);
}

static void
characters_cb (void *user_data, const xmlChar *text, int length)
{
  CnscdXmlReader *reader = user_data;

  if (reader->collecting && length > 0)
    cnscd_xml_reader_append (reader, (const char *) text, (gsize) length);
}

/* These formats have no document type, and a hostile one expands its entities without end. */
static void
doctype_cb (void *user_data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  CnscdXmlReader *reader = user_data;
  GError *error = NULL;

  set_damaged (&error);
  cnscd_xml_reader_fail (reader, error);
}

static void
ignore_error_cb (void *user_data, const char *message, ...)
{
}

static gboolean
run_parser (CnscdXmlReader *reader)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = doctype_cb,
    .startElementNs = start_element_cb,
    .endElementNs = end_element_cb,
    .characters = characters_cb,
    .ignorableWhitespace = characters_cb,
    .cdataBlock = characters_cb,
    .error = ignore_error_cb,
    .fatalError = ignore_error_cb,
  };
  gboolean well_formed;

  reader->context =
    xmlCreateIOParserCtxt (&sax, reader, read_cb, NULL, reader, XML_CHAR_ENCODING_NONE);
  if (reader->context == NULL)
    return FALSE;
  xmlCtxtUseOptions (reader->context, XML_PARSE_NONET | XML_PARSE_COMPACT);
  for (int i = 0; reader->handler->elements[i] != NULL; i++)
    {
      g_assert (i < MAX_ELEMENTS);
      reader->elements[i] =
        xmlDictLookup (reader->context->dict, (const xmlChar *) reader->handler->elements[i], -1);
      reader->n_elements = i + 1;
    }

  xmlParseDocument (reader->context);
  well_formed = reader->context->wellFormed;
  xmlFreeDoc (g_steal_pointer (&reader->context->myDoc));
  xmlFreeParserCtxt (reader->context);
  reader->context = NULL;
  return well_formed;
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
      set_damaged (error);
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
  struct archive *archive = open_part (package, name, error);
  g_autofree char *buffer = NULL;
  guint64 unpacked = 0;
  gsize length = 0;
  gssize got = 0;

  if (archive == NULL)
    return NULL;
  buffer = g_malloc (max_size);
  while (length < max_size && (got = read_part (package, archive, &unpacked, buffer + length,
                                                max_size - length, error)) > 0)
    length += (gsize) got;
  archive_read_free (archive);
  if (got < 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

/**
 * cnscd_package_parse:
 * @package: a package
 * @name: a part of XML
 * @handler: what to do with its elements
 * @user_data: handed to @handler
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * Unpacks and parses as a stream: neither the part nor a tree of it is ever in memory. Entities
 * other than XML's own five are refused.
 *
 * Returns: whether the part was read to its end and is whole
 */
gboolean
cnscd_package_parse (CnscdPackage *package,
                     const char *name,
                     const CnscdXmlHandler *handler,
                     gpointer user_data,
                     GError **error)
{
  CnscdXmlReader reader = { .package = package, .handler = handler, .user_data = user_data };
  gboolean well_formed;
  char rest[4096];

  reader.archive = open_part (package, name, error);
  if (reader.archive == NULL)
    return FALSE;

  reader.text = g_string_sized_new (256);
  well_formed = run_parser (&reader);
  /* To the end, for only there is the checksum compared. */
  while (well_formed && reader.error == NULL &&
         read_part (package, reader.archive, &reader.unpacked, rest, sizeof rest, &reader.error) >
           0)
    continue;
  g_string_free (reader.text, TRUE);
  archive_read_free (reader.archive);

  if (reader.error == NULL && !well_formed)
    set_damaged (&reader.error);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return FALSE;
    }
  return TRUE;
}

/**
 * cnscd_xml_reader_get:
 * @reader: a reader, within a start callback
 * @attribute: local name of an attribute
 * @value: (out) (transfer none): its value, not ended by a NUL
 * @length: (out): bytes of it
 *
 * Returns: whether the element has the attribute
 */
gboolean
cnscd_xml_reader_get (CnscdXmlReader *reader,
                      const char *attribute,
                      const char **value,
                      gsize *length)
{
  for (int i = 0; i < reader->n_attributes; i++)
    {
      const xmlChar **fields = reader->attributes + 5 * i;

      if (strcmp ((const char *) fields[0], attribute) == 0)
        {
          *value = (const char *) fields[3];
          *length = (gsize) (fields[4] - fields[3]);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * cnscd_xml_reader_dup:
 * @reader: a reader, within a start callback
 * @attribute: local name of an attribute
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
cnscd_xml_reader_dup (CnscdXmlReader *reader, const char *attribute)
{
  const char *value;
  gsize length;

  if (!cnscd_xml_reader_get (reader, attribute, &value, &length))
    return NULL;
  return g_strndup (value, length);
}

/**
 * cnscd_xml_reader_get_uint:
 * @reader: a reader, within a start callback
 * @attribute: local name of an attribute
 * @value: (out): its value, set only on success
 *
 * Returns: whether the element has the attribute and it is a whole number below 2³¹
 */
gboolean
cnscd_xml_reader_get_uint (CnscdXmlReader *reader, const char *attribute, guint *value)
{
  const char *text;
  gsize length;
  guint64 number = 0;

  if (!cnscd_xml_reader_get (reader, attribute, &text, &length) || length == 0 || length > 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      number = number * 10 + (guint64) (text[i] - '0');
    }
  if (number > G_MAXINT32)
    return FALSE;
  *value = (guint) number;
  return TRUE;
}

/**
 * cnscd_xml_reader_is:
 * @reader: a reader, within a start callback
 * @attribute: local name of an attribute
 * @expected: a value
 *
 * Returns: whether the element has the attribute with just this value
 */
gboolean
cnscd_xml_reader_is (CnscdXmlReader *reader, const char *attribute, const char *expected)
{
  const char *value;
  gsize length;

  return cnscd_xml_reader_get (reader, attribute, &value, &length) && length == strlen (expected) &&
         memcmp (value, expected, length) == 0;
}

/**
 * cnscd_xml_reader_is_in:
 * @reader: a reader, within a start callback
 * @uri: a namespace
 * @attribute: local name of an attribute in it
 * @expected: a value
 *
 * Returns: whether the element has the attribute with just this value
 */
gboolean
cnscd_xml_reader_is_in (CnscdXmlReader *reader,
                        const char *uri,
                        const char *attribute,
                        const char *expected)
{
  for (int i = 0; i < reader->n_attributes; i++)
    {
      const xmlChar **fields = reader->attributes + 5 * i;

      if (fields[2] != NULL && strcmp ((const char *) fields[2], uri) == 0 &&
          strcmp ((const char *) fields[0], attribute) == 0)
        return (gsize) (fields[4] - fields[3]) == strlen (expected) &&
               memcmp (fields[3], expected, strlen (expected)) == 0;
    }
  return FALSE;
}

/**
 * cnscd_xml_reader_clear:
 * @reader: a reader
 *
 * Forgets the text collected so far.
 */
void
cnscd_xml_reader_clear (CnscdXmlReader *reader)
{
  g_string_truncate (reader->text, 0);
}

/**
 * cnscd_xml_reader_collect:
 * @reader: a reader
 * @collect: whether character data from here on is added to the text
 */
void
cnscd_xml_reader_collect (CnscdXmlReader *reader, gboolean collect)
{
  reader->collecting = collect;
}

/**
 * cnscd_xml_reader_append:
 * @reader: a reader
 * @text: UTF-8
 * @length: its bytes
 *
 * Adds to the text collected, as character data would.
 */
void
cnscd_xml_reader_append (CnscdXmlReader *reader, const char *text, gsize length)
{
  if (reader->text->len < MAX_COLLECTED)
    g_string_append_len (reader->text, text, (gssize) length);
}

/**
 * cnscd_xml_reader_text:
 * @reader: a reader
 *
 * Returns: (transfer none): the text collected since the last cnscd_xml_reader_clear()
 */
GString *
cnscd_xml_reader_text (CnscdXmlReader *reader)
{
  return reader->text;
}

/**
 * cnscd_xml_reader_fail:
 * @reader: a reader
 * @error: (transfer full): the reason
 *
 * Ends the reading of the part with @error; the first one counts.
 */
void
cnscd_xml_reader_fail (CnscdXmlReader *reader, GError *error)
{
  if (reader->error != NULL)
    g_error_free (error);
  else
    reader->error = error;
  xmlStopParser (reader->context);
}
