/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cnscd-date.h"
#include "cnscd-time.h"

G_BEGIN_DECLS

/* A count that nobody has reported. Shown as "—", never as 0. */
#define CNSCD_COUNT_UNKNOWN (-1)

/**
 * CnscdFieldType:
 * @CNSCD_FIELD_TEXT: `char *`, NFC, %NULL when unknown
 * @CNSCD_FIELD_REFERENCE: `char *`, the id of another record, or %NULL
 * @CNSCD_FIELD_COUNT: `gint64`, %CNSCD_COUNT_UNKNOWN when unknown
 * @CNSCD_FIELD_DATE: #CnscdDate
 * @CNSCD_FIELD_TIME: #CnscdTime, %CNSCD_TIME_UNKNOWN when unknown
 * @CNSCD_FIELD_CHOICE: `int`, an enumeration whose 0 means unknown
 */
typedef enum
{
  CNSCD_FIELD_TEXT,
  CNSCD_FIELD_REFERENCE,
  CNSCD_FIELD_COUNT,
  CNSCD_FIELD_DATE,
  CNSCD_FIELD_TIME,
  CNSCD_FIELD_CHOICE,
} CnscdFieldType;

typedef struct
{
  const char *name; /* in SQL, in the outbox and in the province's API */
  CnscdFieldType type;
  gsize offset;               /* in the record's struct */
  const char *const *choices; /* CNSCD_FIELD_CHOICE: stored words from value 1 on, NULL-ended */
  gboolean required;
} CnscdField;

/**
 * CnscdKind:
 *
 * @catalog: whether a record may belong to the province too, and is there
 *   before anybody typed anything
 *
 * Describes one kind of record: a row of the table @name. Everything that
 * treats records alike (copying, comparing, storing, journalling, sending)
 * walks @fields, so a new kind is one table here and one migration.
 */
typedef struct
{
  const char *name;
  gsize size;
  const CnscdField *fields;
  guint n_fields;
  gboolean catalog;
} CnscdKind;

/**
 * CnscdRecord:
 * @kind: what the record is
 * @id: lower-case UUID, made on the device that created the record
 * @unit: code of the commune that the record belongs to
 *
 * Head of every record's struct. A record is filled by whoever creates it and
 * is immutable from the moment it is shared; to change it, change a copy.
 */
typedef struct
{
  const CnscdKind *kind;
  char *id;
  char *unit;
} CnscdRecord;

gpointer cnscd_record_new (const CnscdKind *kind, const char *unit);
gpointer cnscd_record_new_blank (const CnscdKind *kind);
gpointer cnscd_record_ref (gpointer record);
void cnscd_record_unref (gpointer record);
gpointer cnscd_record_copy (gconstpointer record);
gboolean cnscd_record_equal (gconstpointer a, gconstpointer b);
gpointer cnscd_record_merge (gconstpointer stored, gconstpointer before, gconstpointer after);

void cnscd_record_set_text (gpointer record, char **field, const char *value);
#define cnscd_record_set(record, field, value)                                                     \
  cnscd_record_set_text ((record), &(record)->field, (value))

gboolean cnscd_field_equal (const CnscdField *field, gconstpointer a, gconstpointer b);
gboolean cnscd_field_is_unknown (const CnscdField *field, gconstpointer record);
char *cnscd_field_dup_text (const CnscdField *field, gconstpointer record);
gboolean cnscd_field_set_text (const CnscdField *field, gpointer record, const char *text);

char *cnscd_uuid_new (void);
gboolean cnscd_uuid_is_valid (const char *text);

#define CNSCD_DEFINE_RECORD_CLEANUP(Type) G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, cnscd_record_unref)

G_END_DECLS
