/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-spreadsheet-package.h"

G_BEGIN_DECLS

/* What is handed to the callbacks while a part is read. */
typedef struct _CnscdXmlReader CnscdXmlReader;

/**
 * CnscdXmlHandler:
 * @elements: %NULL-terminated local names that are told; the callbacks get the index
 * @any_namespace: tell them in every namespace, not only in those of spreadsheets
 * @start: at the start of such an element
 * @end: at its end
 */
typedef struct
{
  const char *const *elements;
  gboolean any_namespace;
  void (*start) (CnscdXmlReader *reader, int element, gpointer user_data);
  void (*end) (CnscdXmlReader *reader, int element, gpointer user_data);
} CnscdXmlHandler;

gboolean cnscd_xml_parse (CnscdPackage *package,
                          const char *name,
                          const CnscdXmlHandler *handler,
                          gpointer user_data,
                          GError **error);

gboolean cnscd_xml_reader_get (CnscdXmlReader *reader,
                               const char *attribute,
                               const char **value,
                               gsize *length);
gboolean cnscd_xml_reader_is_in (CnscdXmlReader *reader,
                                 const char *uri,
                                 const char *attribute,
                                 const char *expected);
char *cnscd_xml_reader_dup (CnscdXmlReader *reader, const char *attribute);
gboolean cnscd_xml_reader_get_uint (CnscdXmlReader *reader, const char *attribute, guint *value);
gboolean cnscd_xml_reader_is (CnscdXmlReader *reader, const char *attribute, const char *expected);
void cnscd_xml_reader_clear (CnscdXmlReader *reader);
void cnscd_xml_reader_collect (CnscdXmlReader *reader, gboolean collect);
void cnscd_xml_reader_append (CnscdXmlReader *reader, const char *text, gsize length);
GString *cnscd_xml_reader_text (CnscdXmlReader *reader);
void cnscd_xml_reader_fail (CnscdXmlReader *reader, GError *error);

G_END_DECLS
