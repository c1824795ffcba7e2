/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"

#define MAX_TITLE_ROWS 60
#define MAX_LINE_BYTES 2000

static GRegex *
get_regex (GRegex **regex, const char *pattern)
{
  if (g_once_init_enter_pointer (regex))
    g_once_init_leave_pointer (regex,
                               g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return *regex;
}

/* "Quyết định số 103/QĐ-UBND ngày 29/11/2025", "Số: 103/QĐ-UBND". */
static void
read_decision (const char *line, CnscdRosterTable *table)
{
  static GRegex *number, *date;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GMatchInfo) day = NULL;
  int end = 0;

  get_regex (&number, "số\\s*:?\\s*(\\d+[A-Z]?\\s*/\\s*(\\d{4}/)?Q[ĐD]\\s*-\\s*[\\p{L}-]+)");
  get_regex (&date,
             "ngày\\s*(\\d{1,2})\\s*(?:[/.-]|tháng)\\s*(\\d{1,2})\\s*(?:[/.-]|năm)\\s*(\\d{4})");
  if (!g_regex_match (number, line, 0, &match))
    return;

  {
    g_autofree char *text = g_match_info_fetch (match, 1);
    g_auto (GStrv) parts = g_strsplit (text, " ", -1);
    g_autofree char *joined = g_strjoinv ("", parts);

    table->decision_number = g_utf8_strup (joined, -1);
  }
  g_match_info_fetch_pos (match, 0, NULL, &end);
  if (g_regex_match (date, line + end, 0, &day))
    {
      g_autofree char *d = g_match_info_fetch (day, 1);
      g_autofree char *m = g_match_info_fetch (day, 2);
      g_autofree char *y = g_match_info_fetch (day, 3);
      CnscdDate found = CNSCD_DATE (atoi (y), atoi (m), atoi (d));

      if (cnscd_date_is_valid (found))
        table->decision_date = found;
    }
}

static void
read_decision_kind (const char *line, CnscdRosterTable *table)
{
  g_autofree char *lower = cnscd_text_lower (line);

  if (strstr (lower, "kiện toàn") != NULL)
    table->decision_kind = CNSCD_DECISION_KIND_CONSOLIDATE;
  else if (strstr (lower, "thành lập") != NULL)
    table->decision_kind = CNSCD_DECISION_KIND_ESTABLISH;
}

/* Ends a commune's name where the sentence goes on. */
static char *
cut_name (const char *name)
{
  static const char *const ends[] = { "năm",  "tỉnh", "theo",  "ngày", "tháng",
                                      "giai", "kèm",  "nhiệm", "số",   "về",
                                      "gồm",  "và",   "-",     "–",    NULL };
  g_autofree char *until = g_strndup (name, strcspn (name, ",;.()/:\n"));
  g_auto (GStrv) words = g_strsplit (g_strstrip (until), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = cnscd_text_lower (words[i]);

      if (g_strv_contains (ends, lower) || *lower == '\0')
        {
          for (guint j = i; words[j] != NULL; j++)
            g_clear_pointer (&words[j], g_free);
          break;
        }
    }
  return g_strjoinv (" ", words);
}

static gboolean
keep_unit (CnscdRosterTable *table, const char *kind, const char *name)
{
  g_autofree char *cut = cut_name (name);
  guint n_words = 1;

  for (const char *p = cut; *p != '\0'; p++)
    n_words += *p == ' ';
  if (*cut == '\0' || n_words > 6)
    return FALSE;
  table->unit_kind = g_strdup (kind);
  table->unit_name =
    cnscd_text_is_upper (cut) ? cnscd_text_title_case (cut) : g_steal_pointer (&cut);
  return TRUE;
}

/* "… của Ủy ban nhân dân xã Võ Nhai", "… TRÊN ĐỊA BÀN XÃ VÕ NHAI NĂM 2025". */
static gboolean
read_unit_within (const char *line, CnscdRosterTable *table)
{
  static const struct
  {
    const char *word;
    const char *kind;
  } words[] = {
    { "xã ", "xa" },         { "Xã ", "xa" },         { "XÃ ", "xa" },
    { "phường ", "phuong" }, { "Phường ", "phuong" }, { "PHƯỜNG ", "phuong" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *hit = strstr (line, words[i].word); hit != NULL;
         hit = strstr (hit + 1, words[i].word))
      {
        const char *name = hit + strlen (words[i].word);
        g_autofree char *lower = NULL;
        GString *proper;

        if (hit > line && hit[-1] != ' ' && hit[-1] != '(')
          continue;
        lower = cnscd_text_lower (name);
        if (g_str_has_prefix (lower, "hội") || !g_unichar_isupper (g_utf8_get_char (name)))
          continue;

        /* the words that begin with a capital */
        proper = g_string_new (NULL);
        for (const char *p = name; g_unichar_isupper (g_utf8_get_char (p));)
          {
            gsize length = strcspn (p, " ");

            g_string_append_len (proper, p, length);
            if (strcspn (p, ",;.()/:") < length || p[length] == '\0')
              break;
            g_string_append_c (proper, ' ');
            p += length + 1;
          }
        {
          g_autofree char *text = g_string_free_and_steal (proper);

          if (keep_unit (table, words[i].kind, g_strstrip (text)))
            return TRUE;
        }
      }
  return FALSE;
}

/**
 * cnscd_recognizer_read_title:
 * @scan: a sheet
 * @table: where to keep the commune and the decision, unless they are known already
 *
 * Reads the rows above the head.
 */
void
cnscd_recognizer_read_title (const CnscdScan *scan, CnscdRosterTable *table)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < scan->sheet->cells->len; i++)
    {
      const CnscdCell *cell = &g_array_index (scan->sheet->cells, CnscdCell, i);
      char *text;

      if (cell->row >= MIN (scan->title_rows, MAX_TITLE_ROWS))
        break;
      if (cell->type != CNSCD_CELL_TEXT || strlen (cell->text) > MAX_LINE_BYTES)
        continue;
      text = cnscd_scan_dup_text (scan, cell);
      if (text != NULL)
        g_ptr_array_add (lines, text);
    }

  for (guint i = 0; i < lines->len; i++)
    {
      if (table->decision_number == NULL)
        read_decision (lines->pdata[i], table);
      if (table->decision_kind == CNSCD_DECISION_KIND_UNKNOWN)
        read_decision_kind (lines->pdata[i], table);
    }
  for (guint i = 0; i < lines->len && table->unit_name == NULL; i++)
    {
      g_autofree char *kind = NULL;
      g_autofree char *name = NULL;

      if (cnscd_unit_words_parse (lines->pdata[i], &kind, &name))
        keep_unit (table, kind, name);
    }
  for (guint i = 0; i < lines->len && table->unit_name == NULL; i++)
    read_unit_within (lines->pdata[i], table);
}
