/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-guides.h"

#include "cnscd-kind-table.h"

/*
 * Times are texts that begin with their day, so that a day bounds them. What
 * is postponed or cancelled takes nobody's time.
 */
#define TAKES_TIME "s.deleted = 0 AND s.state IN ('planned', 'held')"

/* Whoever guided in these days is found without looking through all years. */
#define LATELY 183

/* Reads a row into @rows. */
typedef void (*ReadRow) (CnscdStatement *statement, GPtrArray *rows);

/**
 * cnscd_guide_load_free: (skip)
 * @load: (transfer full): a guide's load
 */
void
cnscd_guide_load_free (CnscdGuideLoad *load)
{
  g_free (load->guide.membership);
  g_free (load->guide.person);
  g_free (load->guide.full_name);
  g_free (load->team);
  g_free (load->team_name);
  g_free (load);
}

/**
 * cnscd_neglected_free: (skip)
 * @neglected: (transfer full): a hamlet or audience
 */
void
cnscd_neglected_free (CnscdNeglected *neglected)
{
  g_free (neglected->id);
  g_free (neglected->name);
  g_free (neglected);
}

/* The first days of the quarter that @day is in, and of the next one. */
static void
get_quarter (CnscdDate day, CnscdDate *from, CnscdDate *next)
{
  guint8 month = (guint8) ((day.month - 1) / 3 * 3 + 1);

  *from = CNSCD_DATE (day.year, month, 1);
  *next = month == 10 ? CNSCD_DATE ((guint16) (day.year + 1), 1, 1)
                      : CNSCD_DATE (day.year, (guint8) (month + 3), 1);
}

/*
 * texts: (array length=n_texts): for ?1 and what follows
 * rows: (transfer full): gets the rows
 */
static GPtrArray *
collect (CnscdDatabase *database,
         const char *sql,
         const char *const *texts,
         guint n_texts,
         ReadRow read,
         GPtrArray *rows,
         GError **error)
{
  g_autoptr (GPtrArray) collected = rows;
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  for (guint i = 0; i < n_texts; i++)
    cnscd_statement_bind_text (statement, (int) i + 1, texts[i]);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    read (statement, collected);

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&collected) : NULL;
}

static void
read_load (CnscdStatement *statement, GPtrArray *loads)
{
  CnscdGuideLoad *load = g_new0 (CnscdGuideLoad, 1);

  load->guide.membership = cnscd_statement_dup_text (statement, 0);
  load->guide.person = cnscd_statement_dup_text (statement, 1);
  load->guide.full_name = cnscd_statement_dup_text (statement, 2);
  load->guide.valid_from = cnscd_kind_table_read_date (statement, 3);
  load->guide.valid_to = cnscd_kind_table_read_date (statement, 4);
  load->team = cnscd_statement_dup_text (statement, 5);
  load->team_name = cnscd_statement_dup_text (statement, 6);
  load->role =
    (CnscdRole) cnscd_kind_table_read_choice (statement, 7, &CNSCD_KIND_MEMBERSHIP, "role");
  load->last = cnscd_kind_table_read_time (statement, 8);
  load->next = cnscd_kind_table_read_time (statement, 9);
  load->n_quarter = (guint) cnscd_statement_int (statement, 10);
  g_ptr_array_add (loads, load);
}

/**
 * cnscd_guides_list:
 * @database: a connection
 * @unit: code of a commune
 * @day: the day of the session that somebody is sought for
 * @now: the present, that parts last sessions from next ones
 * @error: return location for a #CnscdStoreError
 *
 * Lists who might guide a session: the members of the commune's teams on
 * @day. A session counts once for a person, whatever the membership.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdGuideLoad): who has
 *   the least to do in the quarter of @day first, then whose last session is longest ago, then
 *   by name
 */
GPtrArray *
cnscd_guides_list (CnscdDatabase *database,
                   const char *unit,
                   CnscdDate day,
                   CnscdTime now,
                   GError **error)
{
  CnscdDate quarter, next_quarter, lately;
  char day_iso[CNSCD_DATE_ISO_SIZE], from_iso[CNSCD_DATE_ISO_SIZE], to_iso[CNSCD_DATE_ISO_SIZE];
  char lately_iso[CNSCD_DATE_ISO_SIZE], now_iso[CNSCD_TIME_ISO_SIZE];

  g_return_val_if_fail (database != NULL && unit != NULL, NULL);
  g_return_val_if_fail (cnscd_date_is_full (day) && cnscd_time_is_valid (now), NULL);

  get_quarter (day, &quarter, &next_quarter);
  lately = cnscd_date_add_days (cnscd_time_get_day (now), -LATELY);
  if (cnscd_date_compare (quarter, lately) < 0)
    lately = quarter;

  return collect (
    database,
    "WITH guided AS MATERIALIZED ("
    "  SELECT DISTINCT m.person AS person, s.nr AS session, s.starts_at AS starts_at"
    "  FROM session s CROSS JOIN session_guide g ON g.session = s.id"
    "  CROSS JOIN membership m ON m.id = g.membership"
    "  WHERE s.unit = ?1 AND s.starts_at >= ?6 AND " TAKES_TIME " AND g.deleted = 0),"
    " load AS MATERIALIZED ("
    "  SELECT person, max (starts_at) FILTER (WHERE starts_at <= ?3) AS last,"
    "   min (starts_at) FILTER (WHERE starts_at > ?3) AS next,"
    "   count (*) FILTER (WHERE starts_at >= ?4 AND starts_at < ?5) AS n"
    "  FROM guided GROUP BY person)"
    " SELECT m.id, p.id, p.full_name, m.valid_from, m.valid_to, t.id, t.name, m.role,"
    "  coalesce (l.last, ("
    "   SELECT max (s.starts_at) FROM membership o"
    "   CROSS JOIN session_guide g ON g.membership = o.id CROSS JOIN session s ON s.id = g.session"
    "   WHERE o.person = m.person AND g.deleted = 0 AND s.unit = ?1 AND s.starts_at <= ?3"
    "   AND " TAKES_TIME ")) AS latest,"
    "  l.next, coalesce (l.n, 0)"
    " FROM team t CROSS JOIN membership m ON m.team = t.id CROSS JOIN person p ON p.id = m.person"
    " CROSS JOIN member_index i ON i.nr = m.nr LEFT JOIN load l ON l.person = m.person"
    " WHERE t.unit = ?1 AND t.deleted = 0 AND t.until >= ?2 AND m.deleted = 0 AND m.until >= ?2"
    " AND (m.valid_from IS NULL OR m.valid_from <= ?2)"
    " ORDER BY coalesce (l.n, 0), latest NULLS FIRST, i.sort_key, m.nr",
    (const char *const[]) {
      unit, cnscd_date_write_iso (day, day_iso), cnscd_time_write_iso (now, now_iso),
      cnscd_date_write_iso (quarter, from_iso), cnscd_date_write_iso (next_quarter, to_iso),
      cnscd_date_write_iso (lately, lately_iso) },
    6, read_load, g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_guide_load_free), error);
}

/* A row a guide. */
static void
read_booking (CnscdStatement *statement, GPtrArray *bookings)
{
  CnscdBooking *booking = bookings->len > 0 ? bookings->pdata[bookings->len - 1] : NULL;
  const char *id = cnscd_statement_text (statement, 0);

  if (booking == NULL || g_strcmp0 (booking->session, id) != 0)
    {
      booking = cnscd_booking_new ();
      booking->session = g_strdup (id);
      booking->title = cnscd_statement_dup_text (statement, 1);
      booking->starts_at = cnscd_kind_table_read_time (statement, 2);
      booking->ends_at = cnscd_kind_table_read_time (statement, 3);
      booking->place = cnscd_statement_dup_text (statement, 4);
      booking->hamlet = cnscd_statement_dup_text (statement, 5);
      g_ptr_array_add (bookings, booking);
    }
  if (!cnscd_statement_is_null (statement, 6))
    g_ptr_array_add (booking->people, cnscd_statement_dup_text (statement, 6));
}

/**
 * cnscd_bookings_list:
 * @database: a connection
 * @unit: code of a commune
 * @from: first day
 * @to: last day
 * @error: return location for a #CnscdStoreError
 *
 * Lists what sessions of some days take up, for cnscd_session_find_clashes().
 *
 * Returns: (transfer full) (nullable) (element-type CnscdBooking): by their start
 */
GPtrArray *
cnscd_bookings_list (CnscdDatabase *database,
                     const char *unit,
                     CnscdDate from,
                     CnscdDate to,
                     GError **error)
{
  char from_iso[CNSCD_DATE_ISO_SIZE], end_iso[CNSCD_DATE_ISO_SIZE];

  g_return_val_if_fail (database != NULL && unit != NULL, NULL);
  g_return_val_if_fail (cnscd_date_is_full (from) && cnscd_date_is_full (to), NULL);

  return collect (
    database,
    "SELECT s.id, s.title, s.starts_at, s.ends_at, s.place, s.hamlet, m.person FROM session s"
    " LEFT JOIN session_guide g ON g.session = s.id AND g.deleted = 0"
    " LEFT JOIN membership m ON m.id = g.membership"
    " WHERE s.unit = ?1 AND s.starts_at >= ?2 AND s.starts_at < ?3 AND " TAKES_TIME
    " ORDER BY s.starts_at, s.nr, g.nr",
    (const char *const[]) { unit, cnscd_date_write_iso (from, from_iso),
                            cnscd_date_write_iso (cnscd_date_add_days (to, 1), end_iso) },
    3, read_booking, g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_booking_free), error);
}

static void
read_neglected (CnscdStatement *statement, GPtrArray *all)
{
  CnscdNeglected *neglected = g_new0 (CnscdNeglected, 1);

  neglected->id = cnscd_statement_dup_text (statement, 0);
  neglected->name = cnscd_statement_dup_text (statement, 1);
  neglected->hamlet_kind = cnscd_kind_table_read_choice (statement, 2, &CNSCD_KIND_HAMLET, "kind");
  neglected->last = cnscd_kind_table_read_time (statement, 3);
  g_ptr_array_add (all, neglected);
}

static GPtrArray *
list_neglected (CnscdDatabase *database,
                const char *sql,
                const char *unit,
                CnscdDate since,
                CnscdDate today,
                GError **error)
{
  char since_iso[CNSCD_DATE_ISO_SIZE], today_iso[CNSCD_DATE_ISO_SIZE];

  return collect (database, sql,
                  (const char *const[]) { unit, cnscd_date_write_iso (since, since_iso),
                                          cnscd_date_write_iso (today, today_iso) },
                  3, read_neglected,
                  g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_neglected_free), error);
}

/**
 * cnscd_neglected_list_hamlets:
 * @database: a connection
 * @unit: code of a commune
 * @since: a day
 * @today: today
 * @error: return location for a #CnscdStoreError
 *
 * Lists the commune's hamlets of today in which no session was held or is
 * planned from @since on. One that has been for a shorter time is not among
 * them.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdNeglected): those without any first,
 *   then those whose last one is longest ago
 */
GPtrArray *
cnscd_neglected_list_hamlets (CnscdDatabase *database,
                              const char *unit,
                              CnscdDate since,
                              CnscdDate today,
                              GError **error)
{
  g_return_val_if_fail (database != NULL && unit != NULL, NULL);

  return list_neglected (
    database,
    "WITH taught AS (SELECT s.hamlet AS id, max (s.starts_at) AS last FROM session s"
    "  WHERE s.unit = ?1 AND s.hamlet IS NOT NULL AND " TAKES_TIME " GROUP BY s.hamlet)"
    " SELECT h.id, h.name, h.kind, t.last FROM hamlet h LEFT JOIN taught t ON t.id = h.id"
    " WHERE h.unit = ?1 AND h.deleted = 0"
    " AND coalesce (h.valid_to || substr ('-99-99', length (h.valid_to) - 3), '9999-99-99') >= ?3"
    " AND coalesce (h.valid_from, '') < ?2"
    " AND (t.last IS NULL OR t.last < ?2) ORDER BY t.last NULLS FIRST, h.name, h.nr",
    unit, since, today, error);
}

/**
 * cnscd_neglected_list_audiences:
 * @database: a connection
 * @unit: code of a commune
 * @since: a day
 * @today: today
 * @error: return location for a #CnscdStoreError
 *
 * Lists the audiences still offered today for which no session was held or is
 * planned from @since on.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdNeglected): as
 *   cnscd_neglected_list_hamlets()
 */
GPtrArray *
cnscd_neglected_list_audiences (CnscdDatabase *database,
                                const char *unit,
                                CnscdDate since,
                                CnscdDate today,
                                GError **error)
{
  g_return_val_if_fail (database != NULL && unit != NULL, NULL);

  return list_neglected (
    database,
    "WITH taught AS (SELECT s.audience AS id, max (s.starts_at) AS last FROM session s"
    "  WHERE s.unit = ?1 AND s.audience IS NOT NULL AND " TAKES_TIME " GROUP BY s.audience)"
    " SELECT a.id, a.name, NULL, t.last FROM audience a LEFT JOIN taught t ON t.id = a.id"
    " WHERE a.unit IN (?1, '" CNSCD_PROVINCE_CODE "') AND a.deleted = 0"
    " AND coalesce (a.valid_to || substr ('-99-99', length (a.valid_to) - 3), '9999-99-99') >= ?3"
    " AND (t.last IS NULL OR t.last < ?2) ORDER BY t.last NULLS FIRST, a.ordinal, a.nr",
    unit, since, today, error);
}
