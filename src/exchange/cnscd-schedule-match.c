/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-match.h"

#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

/* Whether something that began and ended was there on @day. */
static gboolean
is_there (CnscdDate valid_from, CnscdDate valid_to, CnscdDate day)
{
  return !cnscd_date_is_to_come (valid_from, day) && !cnscd_date_is_over (valid_to, day);
}

/**
 * cnscd_schedule_names_new: (skip)
 *
 * Returns: (transfer full): an empty list
 */
CnscdScheduleNames *
cnscd_schedule_names_new (void)
{
  CnscdScheduleNames *names = g_new0 (CnscdScheduleNames, 1);

  names->ids = g_ptr_array_new_with_free_func (g_free);
  names->parts = g_array_new (FALSE, FALSE, sizeof (CnscdGuidePart));
  names->unknown = g_ptr_array_new_with_free_func (g_free);
  names->doubtful = g_ptr_array_new_with_free_func (g_free);
  return names;
}

/**
 * cnscd_schedule_names_free: (skip)
 * @names: (nullable) (transfer full): a list
 */
void
cnscd_schedule_names_free (CnscdScheduleNames *names)
{
  if (names == NULL)
    return;

  g_ptr_array_unref (names->ids);
  g_array_unref (names->parts);
  g_ptr_array_unref (names->unknown);
  g_ptr_array_unref (names->doubtful);
  g_free (names);
}

static void
add_id (CnscdScheduleNames *names, const char *id, CnscdGuidePart part)
{
  for (guint i = 0; i < names->ids->len; i++)
    {
      if (g_str_equal (names->ids->pdata[i], id))
        return;
    }
  g_ptr_array_add (names->ids, g_strdup (id));
  g_array_append_val (names->parts, part);
}

/* "1. A; - B" as "A", "B". */
static GStrv
split_list (const char *text, const char *marks)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *at = text;

  for (;;)
    {
      gsize length = strcspn (at, marks);
      g_autofree char *part = g_strndup (at, length);
      const char *start = part + strspn (part, " -*+•");
      gsize digits = strspn (start, "0123456789");
      g_autofree char *clean = NULL;

      if (digits > 0 && digits < 3 && (start[digits] == '.' || start[digits] == ')'))
        start += digits + 1;
      clean = cnscd_text_clean (start);
      if (clean != NULL)
        g_strv_builder_add (parts, clean);
      if (at[length] == '\0')
        break;
      at += length + 1;
    }
  return g_strv_builder_end (parts);
}

/* Of several that fit the one that is there on @day; NULL when that leaves none or several. */
static const CnscdTeam *
choose_team (GPtrArray *teams, CnscdDate day, gboolean *doubtful)
{
  const CnscdTeam *there = NULL;
  guint n_there = 0;

  *doubtful = FALSE;
  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeam *team = teams->pdata[i];

      if (!is_there (team->valid_from, team->valid_to, day))
        continue;
      there = team;
      n_there++;
    }
  if (n_there == 0 && teams->len == 1)
    return teams->pdata[0];
  *doubtful = n_there > 1 || (n_there == 0 && teams->len > 1);
  return n_there == 1 ? there : NULL;
}

static const CnscdTeam *
find_team_by_name (const CnscdSchedulePlace *place,
                   const char *name,
                   CnscdDate day,
                   gboolean *doubtful)
{
  g_autoptr (GPtrArray) exact = g_ptr_array_new ();
  g_autoptr (GPtrArray) alike = g_ptr_array_new ();
  g_autofree char *key = cnscd_team_key (name);

  for (guint i = 0; i < place->teams->len; i++)
    {
      CnscdTeam *team = place->teams->pdata[i];
      g_autofree char *other = cnscd_team_key (team->name);

      if (g_str_equal (team->name, name))
        g_ptr_array_add (exact, team);
      if (g_str_equal (other, key))
        g_ptr_array_add (alike, team);
    }
  return choose_team (exact->len > 0 ? exact : alike, day, doubtful);
}

/**
 * cnscd_schedule_find_team_of: (skip)
 * @place: a commune
 * @hamlet: id of a hamlet
 * @day: when
 *
 * Returns: (transfer none) (nullable): id of its team on that day, if there is one alone
 */
const char *
cnscd_schedule_find_team_of (const CnscdSchedulePlace *place, const char *hamlet, CnscdDate day)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  const CnscdTeam *team;
  gboolean doubtful;

  for (guint i = 0; i < place->teams->len; i++)
    {
      CnscdTeam *one = place->teams->pdata[i];

      if (g_strcmp0 (one->hamlet, hamlet) == 0)
        g_ptr_array_add (teams, one);
    }
  team = choose_team (teams, day, &doubtful);
  return team != NULL ? team->record.id : NULL;
}

/**
 * cnscd_schedule_find_hamlet: (skip)
 * @place: a commune
 * @text: "Xóm Ba Nhất", "Ba Nhất"
 * @doubtful: (out): several have that name
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
cnscd_schedule_find_hamlet (const CnscdSchedulePlace *place, const char *text, gboolean *doubtful)
{
  CnscdHamletKind kind = CNSCD_HAMLET_KIND_UNKNOWN;
  g_autofree char *name = cnscd_hamlet_name_split (text, &kind);
  g_autofree char *key = cnscd_hamlet_match_key (name != NULL ? name : text);
  const CnscdHamlet *there = NULL;
  const CnscdHamlet *gone = NULL;
  guint n_there = 0;
  guint n_gone = 0;

  for (guint i = 0; i < place->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = place->hamlets->pdata[i];
      g_autofree char *other = cnscd_hamlet_match_key (hamlet->name);

      if (!g_str_equal (key, other) ||
          (kind != CNSCD_HAMLET_KIND_UNKNOWN && hamlet->kind != CNSCD_HAMLET_KIND_UNKNOWN &&
           hamlet->kind != (int) kind))
        continue;
      if (cnscd_date_is_known (hamlet->valid_to))
        {
          gone = hamlet;
          n_gone++;
        }
      else
        {
          there = hamlet;
          n_there++;
        }
    }

  /* one that is there goes before one that was */
  if (n_there == 0)
    {
      there = gone;
      n_there = n_gone;
    }
  *doubtful = n_there > 1;
  return n_there == 1 ? there->record.id : NULL;
}

static const char *
find_team (const CnscdSchedulePlace *place, const char *text, CnscdDate day, gboolean *doubtful)
{
  const CnscdTeam *team = find_team_by_name (place, text, day, doubtful);
  const char *found = team != NULL ? team->record.id : NULL;
  const char *hamlet;
  gboolean several = FALSE;
  CnscdGroupWords words;

  if (found != NULL || *doubtful)
    return found;

  hamlet = cnscd_schedule_find_hamlet (place, text, &several);
  if (hamlet == NULL && cnscd_group_words_parse (text, TRUE, &words))
    {
      team = find_team_by_name (place, words.name, day, doubtful);
      if (team != NULL)
        found = team->record.id;
      else if (words.hamlet != NULL && !*doubtful)
        hamlet = cnscd_schedule_find_hamlet (place, words.hamlet, &several);
      cnscd_group_words_clear (&words);
    }
  *doubtful = *doubtful || several;
  return hamlet != NULL ? cnscd_schedule_find_team_of (place, hamlet, day) : found;
}

/**
 * cnscd_schedule_find_teams: (skip)
 * @place: a commune
 * @text: one team or several, by their names or their hamlets'
 * @day: when
 * @names: gets what was found
 */
void
cnscd_schedule_find_teams (const CnscdSchedulePlace *place,
                           const char *text,
                           CnscdDate day,
                           CnscdScheduleNames *names)
{
  g_auto (GStrv) parts = split_list (text, ";");
  gboolean several = strchr (text, ',') != NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean doubtful = FALSE;
      const char *id = find_team (place, parts[i], day, &doubtful);

      if (id != NULL)
        add_id (names, id, CNSCD_GUIDE_PART_UNKNOWN);
      else if (doubtful)
        g_ptr_array_add (names->doubtful, g_strdup (parts[i]));
      else if (several && strchr (parts[i], ',') != NULL)
        {
          g_auto (GStrv) inner = split_list (parts[i], ",");

          for (guint j = 0; inner[j] != NULL; j++)
            cnscd_schedule_find_teams (place, inner[j], day, names);
        }
      else
        g_ptr_array_add (names->unknown, g_strdup (parts[i]));
    }
}

/* "VNeID (định danh điện tử cá nhân)" is called VNeID, too. */
static char *
dup_short_key (const char *name)
{
  g_autofree char *before = g_strndup (name, strcspn (name, "("));

  return cnscd_text_search_key (before);
}

static const char *
find_named (GPtrArray *records, const char *text)
{
  g_autofree char *key = cnscd_text_match_key (text);
  g_autofree char *fold = cnscd_text_search_key (text);
  const char *found = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      const CnscdTopic *named = records->pdata[i];
      g_autofree char *whole = cnscd_text_match_key (named->name);
      g_autofree char *brief = dup_short_key (named->name);

      if (g_str_equal (whole, key))
        return named->record.id;
      if (found == NULL && brief != NULL && fold != NULL && g_str_equal (brief, fold))
        found = named->record.id;
    }
  return found;
}

/* Topics that a sentence speaks of: "Hướng dẫn cài đặt VNeID, thanh toán trực tuyến". */
static void
find_within (const CnscdSchedulePlace *place, const char *text, CnscdScheduleNames *names)
{
  g_autofree char *fold = cnscd_text_search_key (text);
  g_autofree char *padded = g_strconcat (" ", fold, " ", NULL);

  for (guint i = 0; i < place->catalog->topics->len; i++)
    {
      const CnscdTopic *topic = place->catalog->topics->pdata[i];
      g_autofree char *brief = dup_short_key (topic->name);
      g_autofree char *word = g_strconcat (" ", brief, " ", NULL);

      if (brief != NULL && strstr (padded, word) != NULL)
        add_id (names, topic->record.id, CNSCD_GUIDE_PART_UNKNOWN);
    }
}

/**
 * cnscd_schedule_find_topics: (skip)
 * @place: a commune
 * @text: what is taught
 * @within: whether @text is a sentence that may name topics, rather than a list of them
 * @names: gets what was found
 */
void
cnscd_schedule_find_topics (const CnscdSchedulePlace *place,
                            const char *text,
                            gboolean within,
                            CnscdScheduleNames *names)
{
  g_auto (GStrv) parts = split_list (text, ";");

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *id = find_named (place->catalog->topics, parts[i]);
      guint n_before = names->ids->len;

      if (id != NULL)
        {
          add_id (names, id, CNSCD_GUIDE_PART_UNKNOWN);
          continue;
        }
      find_within (place, parts[i], names);
      if (!within && names->ids->len == n_before)
        g_ptr_array_add (names->unknown, g_strdup (parts[i]));
    }
}

/**
 * cnscd_schedule_find_audience: (skip)
 * @place: a commune
 * @text: whom a session is for
 *
 * Returns: (transfer none) (nullable): id of the audience
 */
const char *
cnscd_schedule_find_audience (const CnscdSchedulePlace *place, const char *text)
{
  const char *found = find_named (place->catalog->audiences, text);
  g_autofree char *fold = NULL;

  if (found != NULL)
    return found;

  /* "Tiểu thương", "Hộ kinh doanh" of "Tiểu thương, hộ kinh doanh" */
  fold = cnscd_text_search_key (text);
  for (guint i = 0; i < place->catalog->audiences->len && fold != NULL; i++)
    {
      const CnscdAudience *audience = place->catalog->audiences->pdata[i];
      g_auto (GStrv) parts = g_strsplit (audience->name, ",", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autofree char *part = cnscd_text_search_key (parts[j]);

          if (g_strcmp0 (part, fold) == 0)
            return audience->record.id;
        }
    }
  return NULL;
}

/* "Ông Hà Văn Bình (hướng dẫn chính) - 0912345678" is "Hà Văn Bình", who leads. */
static char *
read_guide (const char *text, CnscdGuidePart *part)
{
  const char *bracket = strchr (text, '(');
  gsize length = strcspn (text, "(0123456789");
  g_autofree char *name = g_strndup (text, length);
  CnscdGender gender;

  if (bracket != NULL)
    {
      g_autofree char *words = cnscd_text_search_key (bracket);

      if (words != NULL && strstr (words, "chinh") != NULL)
        *part = CNSCD_GUIDE_PART_LEADS;
      else if (words != NULL && (strstr (words, "ho tro") != NULL || strstr (words, "phu") != NULL))
        *part = CNSCD_GUIDE_PART_HELPS;
    }
  for (gsize end = strlen (name); end > 0 && strchr (" -–:,.", name[end - 1]) != NULL; end--)
    name[end - 1] = '\0';
  return cnscd_text_clean (cnscd_words_skip_honorific (name, &gender));
}

static gboolean
is_of (const CnscdMembership *membership, GPtrArray *teams)
{
  for (guint i = 0; i < teams->len; i++)
    {
      if (g_strcmp0 (membership->team, teams->pdata[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* How well a membership fits: in one of the session's teams, and on its day. */
static guint
rank (const CnscdMembership *membership, GPtrArray *teams, CnscdDate day)
{
  return (is_of (membership, teams) ? 2 : 0) +
         (is_there (membership->valid_from, membership->valid_to, day) ? 1 : 0);
}

static const char *
find_guide (const CnscdSchedulePlace *place,
            const char *name,
            GPtrArray *teams,
            CnscdDate day,
            gboolean *doubtful)
{
  g_autofree char *key = cnscd_text_match_key (name);
  g_autofree char *fold = cnscd_text_search_key (name);
  GPtrArray *list = g_hash_table_lookup (place->by_name, key);
  const CnscdMembership *best = NULL;

  *doubtful = FALSE;
  if (list == NULL && fold != NULL)
    list = g_hash_table_lookup (place->by_fold, fold);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const CnscdMembership *one = list->pdata[i];
      guint rank_one = rank (one, teams, day);
      guint rank_best = best != NULL ? rank (best, teams, day) : 0;

      if (best == NULL || rank_one > rank_best)
        {
          best = one;
          *doubtful = FALSE;
        }
      else if (rank_one == rank_best && g_strcmp0 (one->person, best->person) != 0)
        *doubtful = TRUE;
    }
  return best != NULL && !*doubtful ? best->record.id : NULL;
}

/* A full stop ends no name; "và" and a comma part them. */
static GStrv
split_guides (const char *text)
{
  g_auto (GStrv) by_word = g_strsplit (text, " và ", -1);
  g_autofree char *joined = g_strjoinv (";", by_word);

  return split_list (joined, ";,");
}

/**
 * cnscd_schedule_find_guides: (skip)
 * @place: a commune
 * @text: names, each perhaps with what its owner does
 * @part: what they do where they do not say it
 * @teams: (element-type utf8): the session's teams, whose members come first
 * @day: when
 * @names: gets the memberships that were found
 */
void
cnscd_schedule_find_guides (const CnscdSchedulePlace *place,
                            const char *text,
                            CnscdGuidePart part,
                            GPtrArray *teams,
                            CnscdDate day,
                            CnscdScheduleNames *names)
{
  g_auto (GStrv) parts = split_guides (text);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      CnscdGuidePart own = part;
      g_autofree char *name = read_guide (parts[i], &own);
      gboolean doubtful = FALSE;
      const char *id = name != NULL ? find_guide (place, name, teams, day, &doubtful) : NULL;

      if (id != NULL)
        add_id (names, id, own);
      else if (name != NULL)
        g_ptr_array_add (doubtful ? names->doubtful : names->unknown, g_steal_pointer (&name));
    }
}

/**
 * cnscd_schedule_dup_guide_names: (skip)
 * @text: names, each perhaps with what its owner does
 *
 * Returns: (transfer full): the names alone, joined by "; " as in a #CnscdSessionSummary
 */
char *
cnscd_schedule_dup_guide_names (const char *text)
{
  g_auto (GStrv) parts = split_guides (text);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      CnscdGuidePart part;
      char *name = read_guide (parts[i], &part);

      g_free (parts[i]);
      parts[i] = name != NULL ? name : g_strdup ("");
    }
  return g_strjoinv ("; ", parts);
}

/**
 * cnscd_schedule_find_indicator: (skip)
 * @place: a commune
 * @head: words of a head: the indicator's name, perhaps with its unit of measure in brackets
 *
 * Returns: (transfer none) (nullable): id of the indicator
 */
const char *
cnscd_schedule_find_indicator (const CnscdSchedulePlace *place, const char *head)
{
  g_autofree char *key = cnscd_text_search_key (head);

  for (guint i = 0; i < place->catalog->indicators->len; i++)
    {
      const CnscdIndicator *indicator = place->catalog->indicators->pdata[i];
      g_autofree char *title =
        g_strdup_printf ("%s (%s)", indicator->name, indicator->unit_of_measure);
      g_autofree char *with_unit = cnscd_text_search_key (title);
      g_autofree char *name = cnscd_text_search_key (indicator->name);

      if (g_strcmp0 (key, with_unit) == 0 || g_strcmp0 (key, name) == 0)
        return indicator->record.id;
    }
  return NULL;
}
