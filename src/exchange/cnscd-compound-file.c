/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-compound-file.h"

#include <string.h>

#include "cnscd-spreadsheet-error.h"
#include "cnscd-workbook.h"

#define HEADER_SIZE  512
#define ENTRY_SIZE   128
#define N_HEADER_FAT 109

#define SECTOR_MAX   0xfffffffau
#define END_OF_CHAIN 0xfffffffeu
#define NO_ENTRY     0xffffffffu

/* Smaller streams lie in the root's own stream, in sectors of 64 bytes. */
#define MINI_CUTOFF 4096
#define MINI_SHIFT  6

typedef enum
{
  ENTRY_STORAGE = 1,
  ENTRY_STREAM = 2,
  ENTRY_ROOT = 5,
} EntryType;

struct _CnscdCompoundFile
{
  GBytes *bytes;
  const guint8 *data;
  gsize size;
  guint sector_shift;
  GArray *fat;       /* (element-type guint32): the sector after each */
  GArray *mini_fat;  /* (element-type guint32) */
  GBytes *directory; /* entries of ENTRY_SIZE */
  GBytes *mini_stream;
};

static guint16
get_u16 (const guint8 *data)
{
  return (guint16) (data[0] | data[1] << 8);
}

static guint32
get_u32 (const guint8 *data)
{
  return (guint32) data[0] | (guint32) data[1] << 8 | (guint32) data[2] << 16 |
         (guint32) data[3] << 24;
}

/* NULL when the file ends before. */
static const guint8 *
get_sector (CnscdCompoundFile *file, guint32 sector)
{
  guint64 start = ((guint64) sector + 1) << file->sector_shift;

  if (sector > SECTOR_MAX || start + (1u << file->sector_shift) > file->size)
    return NULL;
  return file->data + start;
}

/* The sectors from @start on; a chain longer than the file has come round to itself. */
static GBytes *
read_chain (CnscdCompoundFile *file, guint32 start, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint32 sector = start;

  while (sector != END_OF_CHAIN)
    {
      const guint8 *data = get_sector (file, sector);

      if (data == NULL || sector >= file->fat->len || content->len > file->size)
        {
          cnscd_spreadsheet_set_damaged (error);
          return NULL;
        }
      g_byte_array_append (content, data, 1u << file->sector_shift);
      sector = g_array_index (file->fat, guint32, sector);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
append_table (GArray *table, const guint8 *data, gsize size)
{
  for (gsize i = 0; i + 4 <= size; i += 4)
    {
      guint32 entry = get_u32 (data + i);
      g_array_append_val (table, entry);
    }
  return TRUE;
}

static gboolean
append_fat_sector (CnscdCompoundFile *file, guint32 sector, GError **error)
{
  const guint8 *data = get_sector (file, sector);

  if (data == NULL || (gsize) file->fat->len * 4 > file->size)
    return cnscd_spreadsheet_set_damaged (error);
  return append_table (file->fat, data, 1u << file->sector_shift);
}

/* The table of which sector follows which, itself found through the header and a list. */
static gboolean
read_fat (CnscdCompoundFile *file, GError **error)
{
  guint32 n_left = get_u32 (file->data + 0x2c);
  guint32 list = get_u32 (file->data + 0x44);
  guint n_entries = (1u << file->sector_shift) / 4;

  for (guint i = 0; i < N_HEADER_FAT && n_left > 0; i++, n_left--)
    if (!append_fat_sector (file, get_u32 (file->data + 0x4c + 4 * i), error))
      return FALSE;

  while (n_left > 0)
    {
      const guint8 *data = get_sector (file, list);

      if (data == NULL)
        return cnscd_spreadsheet_set_damaged (error);
      for (guint i = 0; i < n_entries - 1 && n_left > 0; i++, n_left--)
        if (!append_fat_sector (file, get_u32 (data + 4 * i), error))
          return FALSE;
      list = get_u32 (data + 4 * (n_entries - 1));
    }
  return TRUE;
}

static const guint8 *
get_entry (CnscdCompoundFile *file, guint32 index)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file->directory, &size);

  if (index >= size / ENTRY_SIZE)
    return NULL;
  return data + (gsize) index * ENTRY_SIZE;
}

static gboolean
entry_is_named (const guint8 *entry, const char *name)
{
  gsize length = strlen (name);

  if (get_u16 (entry + 64) != 2 * (length + 1))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint16 c = get_u16 (entry + 2 * i);

      if (c >= 0x80 || g_ascii_tolower ((char) c) != g_ascii_tolower (name[i]))
        return FALSE;
    }
  return TRUE;
}

/* Among the root's own children: an object embedded in a sheet may hold a workbook too. */
static const guint8 *
find_stream (CnscdCompoundFile *file, const char *name)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n_entries = g_bytes_get_size (file->directory) / ENTRY_SIZE;
  gsize n_visited = 0;
  guint32 index = get_u32 (get_entry (file, 0) + 76);

  g_array_append_val (waiting, index);
  while (waiting->len > 0 && n_visited++ <= 2 * n_entries)
    {
      const guint8 *entry;

      index = g_array_index (waiting, guint32, waiting->len - 1);
      g_array_set_size (waiting, waiting->len - 1);
      entry = get_entry (file, index);
      if (entry == NULL)
        continue;
      if (entry[66] == ENTRY_STREAM && entry_is_named (entry, name))
        return entry;
      for (guint offset = 68; offset <= 72; offset += 4)
        {
          index = get_u32 (entry + offset);
          if (index != NO_ENTRY)
            g_array_append_val (waiting, index);
        }
    }
  return NULL;
}

static GBytes *
read_mini_chain (CnscdCompoundFile *file, guint32 start, gsize length, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (file->mini_stream, &size);
  guint32 sector = start;

  while (content->len < length)
    {
      if (sector >= file->mini_fat->len || ((gsize) sector + 1) << MINI_SHIFT > size)
        {
          cnscd_spreadsheet_set_damaged (error);
          return NULL;
        }
      g_byte_array_append (content, data + ((gsize) sector << MINI_SHIFT), 1 << MINI_SHIFT);
      sector = g_array_index (file->mini_fat, guint32, sector);
    }
  g_byte_array_set_size (content, (guint) length);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
read_mini_tables (CnscdCompoundFile *file, GError **error)
{
  const guint8 *root = get_entry (file, 0);
  guint32 start = get_u32 (file->data + 0x3c);
  g_autoptr (GBytes) table = NULL;

  if (start > SECTOR_MAX || get_u32 (root + 116) > SECTOR_MAX)
    {
      file->mini_stream = g_bytes_new (NULL, 0);
      return TRUE;
    }
  table = read_chain (file, start, error);
  file->mini_stream = table != NULL ? read_chain (file, get_u32 (root + 116), error) : NULL;
  return file->mini_stream != NULL &&
         append_table (file->mini_fat, g_bytes_get_data (table, NULL), g_bytes_get_size (table));
}

/**
 * cnscd_compound_file_open:
 * @bytes: a whole file
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: (transfer full): the file system in it
 */
CnscdCompoundFile *
cnscd_compound_file_open (GBytes *bytes, GError **error)
{
  g_autoptr (CnscdCompoundFile) file = g_new0 (CnscdCompoundFile, 1);
  const guint8 *root;

  file->bytes = g_bytes_ref (bytes);
  file->data = g_bytes_get_data (bytes, &file->size);
  file->fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  file->mini_fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (file->size < HEADER_SIZE)
    {
      cnscd_spreadsheet_set_damaged (error);
      return NULL;
    }
  file->sector_shift = get_u16 (file->data + 0x1e);
  if ((file->sector_shift != 9 && file->sector_shift != 12) ||
      get_u16 (file->data + 0x20) != MINI_SHIFT)
    {
      cnscd_spreadsheet_set_damaged (error);
      return NULL;
    }

  if (!read_fat (file, error))
    return NULL;
  file->directory = read_chain (file, get_u32 (file->data + 0x30), error);
  if (file->directory == NULL)
    return NULL;
  root = get_entry (file, 0);
  if (root == NULL || root[66] != ENTRY_ROOT)
    {
      cnscd_spreadsheet_set_damaged (error);
      return NULL;
    }
  if (!read_mini_tables (file, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * cnscd_compound_file_free:
 * @file: (nullable) (transfer full): a compound file
 */
void
cnscd_compound_file_free (CnscdCompoundFile *file)
{
  if (file == NULL)
    return;
  g_bytes_unref (file->bytes);
  g_array_unref (file->fat);
  g_array_unref (file->mini_fat);
  g_clear_pointer (&file->directory, g_bytes_unref);
  g_clear_pointer (&file->mini_stream, g_bytes_unref);
  g_free (file);
}

/**
 * cnscd_compound_file_has:
 * @file: a compound file
 * @name: a stream's name, ASCII; upper and lower case are the same
 *
 * Returns: whether the root holds such a stream
 */
gboolean
cnscd_compound_file_has (CnscdCompoundFile *file, const char *name)
{
  return find_stream (file, name) != NULL;
}

/**
 * cnscd_compound_file_read:
 * @file: a compound file
 * @name: the name of a stream that it has
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: (transfer full): the whole stream
 */
GBytes *
cnscd_compound_file_read (CnscdCompoundFile *file, const char *name, GError **error)
{
  const guint8 *entry = find_stream (file, name);
  g_autoptr (GBytes) chain = NULL;
  guint32 length;

  g_return_val_if_fail (entry != NULL, NULL);

  length = get_u32 (entry + 120);
  if (length < MINI_CUTOFF)
    return read_mini_chain (file, get_u32 (entry + 116), length, error);

  chain = read_chain (file, get_u32 (entry + 116), error);
  if (chain == NULL)
    return NULL;
  if (g_bytes_get_size (chain) < length)
    {
      cnscd_spreadsheet_set_damaged (error);
      return NULL;
    }
  return g_bytes_new_from_bytes (chain, 0, length);
}
