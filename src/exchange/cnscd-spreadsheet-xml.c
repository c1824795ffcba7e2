/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-spreadsheet-xml.h"

#include <stdarg.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "cnscd-workbook.h"

#define MAX_ELEMENTS 32

/* Collected text past this is of no use: escapes are at most seven times what they stand for. */
#define MAX_COLLECTED (8 * CNSCD_WORKBOOK_MAX_TEXT)

struct _CnscdXmlReader
{
  CnscdPackagePart *part;
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

static GError *
new_damaged (void)
{
  return g_error_new_literal (
    CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED,
    _ ("The file is damaged or was not copied completely. Get it again from where it came, or open "
       "it in a spreadsheet program and save it again."));
}

static int
read_cb (void *user_data, char *buffer, int size)
{
  CnscdXmlReader *reader = user_data;

  if (reader->error != NULL)
    return -1;
  return (int) cnscd_package_part_read (reader->part, buffer, (gsize) size, &reader->error);
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
  cnscd_xml_reader_fail (reader, new_damaged ());
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
 * cnscd_xml_parse:
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
cnscd_xml_parse (CnscdPackage *package,
                 const char *name,
                 const CnscdXmlHandler *handler,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (CnscdPackagePart) part = cnscd_package_open_part (package, name, error);
  CnscdXmlReader reader = { .part = part, .handler = handler, .user_data = user_data };
  gboolean well_formed;
  char rest[4096];

  if (part == NULL)
    return FALSE;

  reader.text = g_string_sized_new (256);
  well_formed = run_parser (&reader);
  /* To the end, for only there is the checksum compared. */
  while (well_formed && reader.error == NULL &&
         cnscd_package_part_read (part, rest, sizeof rest, &reader.error) > 0)
    continue;
  g_string_free (reader.text, TRUE);

  if (reader.error == NULL && !well_formed)
    reader.error = new_damaged ();
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
