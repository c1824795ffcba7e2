/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-document.h"

#include "core/cnscd-phone.h"

#include "cnscd-official-text.h"
#include "cnscd-table-document.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_MALE,
  COLUMN_FEMALE,
  COLUMN_OFFICE,
  COLUMN_ROLE,
  COLUMN_PHONE,
  COLUMN_NOTE,
  N_COLUMNS,
};

#define BIRTH "Năm sinh"

static const CnscdTableColumn all_columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "STT", NULL, CNSCD_TEXT_ALIGN_CENTER, 26, 0, 0 },
  [COLUMN_NAME] = { "Họ và tên", NULL, CNSCD_TEXT_ALIGN_LEFT, 84, 1, 0.6 },
  [COLUMN_MALE] = { "Nam", BIRTH, CNSCD_TEXT_ALIGN_CENTER, 34, 0, 0 },
  [COLUMN_FEMALE] = { "Nữ", BIRTH, CNSCD_TEXT_ALIGN_CENTER, 34, 0, 0 },
  [COLUMN_OFFICE] = { "Chức vụ, đơn vị", NULL, CNSCD_TEXT_ALIGN_LEFT, 76, 2, 3 },
  [COLUMN_ROLE] = { "Nhiệm vụ trong Tổ", NULL, CNSCD_TEXT_ALIGN_CENTER, 48, 0.3, 0.1 },
  [COLUMN_PHONE] = { "Số điện thoại", NULL, CNSCD_TEXT_ALIGN_CENTER, 68, 0.2, 0 },
  [COLUMN_NOTE] = { "Ghi chú", NULL, CNSCD_TEXT_ALIGN_LEFT, 48, 1, 3 },
};

static const char *
get_role_title (CnscdRole role)
{
  switch (role)
    {
    case CNSCD_ROLE_LEADER:
      return "Tổ trưởng";
    case CNSCD_ROLE_DEPUTY:
      return "Tổ phó";
    case CNSCD_ROLE_MEMBER:
      return "Thành viên";
    case CNSCD_ROLE_UNKNOWN:
    default:
      return "";
    }
}

static void
add_person (CnscdTable *table, const CnscdRosterPerson *person, guint number, gboolean with_phones)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *year = NULL;
  g_autofree char *phone = NULL;
  const char *cells[N_COLUMNS];
  guint n = 0;

  year = person->birth.year > 0 ? g_strdup_printf ("%u", person->birth.year) : g_strdup ("");
  if (with_phones && person->phone != NULL)
    phone = cnscd_phone_format (person->phone);

  cells[n++] = number_text;
  cells[n++] = person->full_name;
  switch (person->gender)
    {
    case CNSCD_GENDER_MALE:
      cells[n++] = year;
      cells[n++] = "";
      break;
    case CNSCD_GENDER_FEMALE:
      cells[n++] = "";
      cells[n++] = year;
      break;
    case CNSCD_GENDER_UNKNOWN:
    default:
      /* Under neither head: either would say what nobody has said. */
      cells[n++] = year;
      cells[n++] = NULL;
      break;
    }
  cells[n++] = person->office != NULL ? person->office : "";
  cells[n++] = get_role_title (person->role);
  if (with_phones)
    cells[n++] = phone != NULL ? phone : "";
  cells[n++] = person->note != NULL ? person->note : "";

  cnscd_table_add_row (table, cells);
}

static void
add_people (CnscdTable *table, const CnscdRosterTeam *team, guint *number, gboolean with_phones)
{
  static const CnscdRole order[] = {
    CNSCD_ROLE_LEADER,
    CNSCD_ROLE_DEPUTY,
    CNSCD_ROLE_MEMBER,
    CNSCD_ROLE_UNKNOWN,
  };

  for (guint r = 0; r < G_N_ELEMENTS (order); r++)
    for (guint i = 0; i < team->people->len; i++)
      {
        const CnscdRosterPerson *person = team->people->pdata[i];

        if (person->role == order[r])
          add_person (table, person, ++*number, with_phones);
      }

  if (team->people->len == 0)
    cnscd_table_add_remark (table, "Chưa có thành viên");
}

static CnscdTable *
build_table (const CnscdRoster *roster, CnscdTypesetter *typesetter)
{
  CnscdTable *table;
  CnscdTableColumn columns[N_COLUMNS];
  guint n_columns = 0;
  guint number = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (i != COLUMN_PHONE || roster->with_phones)
      columns[n_columns++] = all_columns[i];

  table = cnscd_table_new (typesetter, columns, n_columns, CNSCD_TABLE_FONT_SIZE);

  for (guint i = 0; i < roster->teams->len; i++)
    {
      const CnscdRosterTeam *team = roster->teams->pdata[i];

      if (roster->teams->len > 1)
        {
          g_autofree char *roman = cnscd_official_roman (i + 1);
          g_autofree char *title = g_strconcat (roman, ". ", team->title, NULL);

          cnscd_table_add_group (table, title);
        }

      add_people (table, team, &number, roster->with_phones);
    }

  return table;
}

/* Both lines in capitals, and the same in lower case for the file's title. */
static char *
make_title (const CnscdRoster *roster, char **second_line)
{
  const char *first = "Danh sách thành viên Tổ công nghệ số cộng đồng";
  g_autofree char *second = NULL;
  const char *place = roster->issuer.place_name;

  if (roster->teams->len == 1)
    {
      const CnscdRosterTeam *team = roster->teams->pdata[0];
      const char *rest = cnscd_official_skip_team_words (team->title);

      if (rest == NULL)
        first = "Danh sách thành viên";
      second =
        g_strconcat (rest != NULL ? rest : team->title, place != NULL ? ", " : NULL, place, NULL);
    }
  else if (place != NULL)
    {
      second = g_strconcat ("trên địa bàn ", place, NULL);
    }

  *second_line = g_steal_pointer (&second);

  return g_strdup (first);
}

static void
add_heading (CnscdTableDocument *document, const CnscdRoster *roster)
{
  g_autofree char *second = NULL;
  g_autofree char *first = make_title (roster, &second);
  g_autofree char *title = g_strjoin (" ", first, second, NULL);
  g_autofree char *lines = g_strjoin ("\n", first, second, NULL);
  g_autofree char *clean = cnscd_typesetter_clean (lines);
  g_autofree char *capitals = g_utf8_strup (clean, -1);
  gboolean known = roster->decision_number != NULL || cnscd_date_is_known (roster->decision_date);

  cnscd_table_document_set_title (document, title);

  if (roster->annex)
    cnscd_table_document_add_heading (document, &CNSCD_STYLE_TITLE, "Phụ lục", "P",
                                      CNSCD_TEXT_RULE_NONE);

  /* A roster on its own has no decision to wait for. */
  if (roster->annex || known)
    {
      g_autofree char *decision = cnscd_official_decision (
        roster->decision_number, roster->decision_date, roster->issuer.place_name);
      g_autofree char *reference =
        g_strconcat (roster->annex ? "(Kèm theo " : "(Theo ", decision, ")", NULL);

      cnscd_table_document_add_heading (document, &CNSCD_STYLE_TITLE, capitals, "H1",
                                        CNSCD_TEXT_RULE_NONE);
      cnscd_table_document_add_heading (document, &CNSCD_STYLE_REFERENCE, reference, "P",
                                        CNSCD_TEXT_RULE_PART);
    }
  else
    {
      cnscd_table_document_add_heading (document, &CNSCD_STYLE_TITLE, capitals, "H1",
                                        CNSCD_TEXT_RULE_PART);
    }
}

static void
add_closing (CnscdTableDocument *document, const CnscdRoster *roster)
{
  g_autofree char *teams = cnscd_official_count (roster->teams->len);
  g_autofree char *people = cnscd_official_count (cnscd_roster_get_n_people (roster));
  g_autofree char *text = g_strdup_printf ("Danh sách gồm %s tổ, %s thành viên./.", teams, people);

  cnscd_table_document_add_closing (document, text);
  cnscd_table_document_add_signer (document, &roster->issuer, NULL);
}

/**
 * cnscd_roster_document_new:
 * @roster: what to print; not kept
 * @typesetter: (nullable): what sets the text, to share among many documents
 *
 * Lays out a roster: as the annex of a decision, or on its own under the
 * letterhead of its office; signed, if somebody shall sign it, on the page of
 * its last row. All people are plain text, whatever their names
 * contain.
 *
 * Returns: (transfer full) (type CnscdTableDocument): the pages
 */
CnscdDocument *
cnscd_roster_document_new (const CnscdRoster *roster, CnscdTypesetter *typesetter)
{
  CnscdTableDocument *document;

  g_return_val_if_fail (roster != NULL, NULL);

  document = cnscd_table_document_new (typesetter, roster->landscape);
  cnscd_table_document_set_issuer (document, &roster->issuer);
  if (!roster->annex)
    cnscd_table_document_add_letterhead (document, &roster->issuer);
  add_heading (document, roster);
  cnscd_table_document_take_table (
    document, build_table (roster, cnscd_table_document_get_typesetter (document)));
  add_closing (document, roster);
  cnscd_table_document_lay_out (document);

  return CNSCD_DOCUMENT (document);
}
