/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session.h"

#include <string.h>

/* Crockford's base 32: no I, L, O and U, which are misread by hand. */
static const char CODE_ALPHABET[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#define CODE_LENGTH     6
#define BITS_PER_LETTER 5

static void
clear_records (gpointer data)
{
  CnscdSessionRecords *self = data;

  g_clear_pointer (&self->session, cnscd_record_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_pointer (&self->guides, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
}

/**
 * cnscd_session_records_new: (skip)
 * @session: a session
 *
 * Returns: (transfer full): @session with nothing that belongs to it yet
 */
CnscdSessionRecords *
cnscd_session_records_new (CnscdSession *session)
{
  CnscdSessionRecords *self;

  g_return_val_if_fail (session != NULL, NULL);

  self = g_atomic_rc_box_new0 (CnscdSessionRecords);
  self->session = cnscd_record_ref (session);
  self->teams = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->topics = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->guides = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->results = g_ptr_array_new_with_free_func (cnscd_record_unref);

  return self;
}

/**
 * cnscd_session_records_ref: (skip)
 * @self: a session's records
 *
 * Returns: (transfer full): @self; safe from any thread
 */
CnscdSessionRecords *
cnscd_session_records_ref (CnscdSessionRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * cnscd_session_records_unref: (skip)
 * @self: (transfer full): a session's records
 */
void
cnscd_session_records_unref (CnscdSessionRecords *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_records);
}

static void
add_all (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, cnscd_record_ref (from->pdata[i]));
}

/**
 * cnscd_session_records_copy: (skip)
 * @self: a session's records
 *
 * Copies the session and the lists, to be changed and then saved; the records
 * in the lists are the same ones.
 *
 * Returns: (transfer full): the copy
 */
CnscdSessionRecords *
cnscd_session_records_copy (const CnscdSessionRecords *self)
{
  g_autoptr (CnscdSession) session = cnscd_record_copy (self->session);
  CnscdSessionRecords *copy = cnscd_session_records_new (session);

  add_all (copy->teams, self->teams);
  add_all (copy->topics, self->topics);
  add_all (copy->guides, self->guides);
  add_all (copy->results, self->results);

  return copy;
}

static gpointer
new_child (const CnscdSessionRecords *self, const CnscdKind *kind)
{
  return cnscd_record_new (kind, self->session->record.unit);
}

/**
 * cnscd_session_records_add_team: (skip)
 * @self: a session's records, not shared yet
 * @team: id of a team; one that is there is not added again
 */
void
cnscd_session_records_add_team (CnscdSessionRecords *self, const char *team)
{
  CnscdSessionTeam *added;

  for (guint i = 0; i < self->teams->len; i++)
    {
      if (g_str_equal (((CnscdSessionTeam *) self->teams->pdata[i])->team, team))
        return;
    }

  added = new_child (self, &CNSCD_KIND_SESSION_TEAM);
  cnscd_record_set (added, session, self->session->record.id);
  cnscd_record_set (added, team, team);
  g_ptr_array_add (self->teams, added);
}

/**
 * cnscd_session_records_add_topic: (skip)
 * @self: a session's records, not shared yet
 * @topic: id of a topic, to be taught after those that are there; one that is
 *   there is not added again
 */
void
cnscd_session_records_add_topic (CnscdSessionRecords *self, const char *topic)
{
  CnscdSessionTopic *added;
  gint64 last = 0;

  for (guint i = 0; i < self->topics->len; i++)
    {
      const CnscdSessionTopic *there = self->topics->pdata[i];

      if (g_str_equal (there->topic, topic))
        return;
      last = MAX (last, there->ordinal);
    }

  added = new_child (self, &CNSCD_KIND_SESSION_TOPIC);
  cnscd_record_set (added, session, self->session->record.id);
  cnscd_record_set (added, topic, topic);
  added->ordinal = last + 1;
  g_ptr_array_add (self->topics, added);
}

/**
 * cnscd_session_records_add_guide: (skip)
 * @self: a session's records, not shared yet
 * @membership: id of a membership; one that is there gets @part
 * @part: what the guide does
 */
void
cnscd_session_records_add_guide (CnscdSessionRecords *self,
                                 const char *membership,
                                 CnscdGuidePart part)
{
  CnscdSessionGuide *added;

  for (guint i = 0; i < self->guides->len; i++)
    {
      CnscdSessionGuide *there = self->guides->pdata[i];

      if (!g_str_equal (there->membership, membership))
        continue;

      self->guides->pdata[i] = cnscd_record_copy (there);
      ((CnscdSessionGuide *) self->guides->pdata[i])->part = part;
      cnscd_record_unref (there);
      return;
    }

  added = new_child (self, &CNSCD_KIND_SESSION_GUIDE);
  cnscd_record_set (added, session, self->session->record.id);
  cnscd_record_set (added, membership, membership);
  added->part = part;
  g_ptr_array_add (self->guides, added);
}

/**
 * cnscd_session_records_set_result: (skip)
 * @self: a session's records, not shared yet
 * @indicator: id of an indicator
 * @value: in its unit of measure; %CNSCD_COUNT_UNKNOWN to know nothing of it, which is not 0
 */
void
cnscd_session_records_set_result (CnscdSessionRecords *self, const char *indicator, gint64 value)
{
  CnscdSessionResult *result = NULL;
  guint at = 0;

  for (; at < self->results->len; at++)
    {
      const CnscdSessionResult *there = self->results->pdata[at];

      if (g_str_equal (there->indicator, indicator))
        break;
    }

  if (at < self->results->len && value == CNSCD_COUNT_UNKNOWN)
    {
      g_ptr_array_remove_index (self->results, at);
      return;
    }
  if (value == CNSCD_COUNT_UNKNOWN)
    return;

  if (at < self->results->len)
    {
      result = cnscd_record_copy (self->results->pdata[at]);
      cnscd_record_unref (self->results->pdata[at]);
      self->results->pdata[at] = result;
    }
  else
    {
      result = new_child (self, &CNSCD_KIND_SESSION_RESULT);
      cnscd_record_set (result, session, self->session->record.id);
      cnscd_record_set (result, indicator, indicator);
      g_ptr_array_add (self->results, result);
    }
  result->value = value;
}

static void
add_records (CnscdChangeSet *set, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    cnscd_change_set_add (set, records->pdata[i]);
}

/**
 * cnscd_session_add: (skip)
 * @set: gets the changes
 * @records: a session that is not stored yet
 */
void
cnscd_session_add (CnscdChangeSet *set, const CnscdSessionRecords *records)
{
  g_return_if_fail (set != NULL && records != NULL);

  cnscd_change_set_add (set, records->session);
  add_records (set, records->teams);
  add_records (set, records->topics);
  add_records (set, records->guides);
  add_records (set, records->results);
}

static gpointer
find_record (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      CnscdRecord *record = records->pdata[i];

      if (g_str_equal (record->id, id))
        return record;
    }

  return NULL;
}

static void
save_records (CnscdChangeSet *set, GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      CnscdRecord *old = before->pdata[i];
      gpointer changed = find_record (after, old->id);

      if (changed != NULL)
        cnscd_change_set_edit (set, old, changed);
      else
        cnscd_change_set_delete (set, old);
    }

  for (guint i = 0; i < after->len; i++)
    {
      CnscdRecord *record = after->pdata[i];

      if (find_record (before, record->id) == NULL)
        cnscd_change_set_add (set, record);
    }
}

/**
 * cnscd_session_save: (skip)
 * @set: gets the changes
 * @before: a session as it was seen
 * @after: the same session as it shall be
 *
 * Changes what differs: fields of the session, and what was added to it,
 * changed or taken out.
 */
void
cnscd_session_save (CnscdChangeSet *set,
                    const CnscdSessionRecords *before,
                    const CnscdSessionRecords *after)
{
  g_return_if_fail (set != NULL && before != NULL && after != NULL);

  cnscd_change_set_edit (set, before->session, after->session);
  save_records (set, before->teams, after->teams);
  save_records (set, before->topics, after->topics);
  save_records (set, before->guides, after->guides);
  save_records (set, before->results, after->results);
}

static void
delete_records (CnscdChangeSet *set, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    cnscd_change_set_delete (set, records->pdata[i]);
}

/**
 * cnscd_session_delete: (skip)
 * @set: gets the changes
 * @records: a session
 *
 * Deletes a session and all that belongs to it.
 */
void
cnscd_session_delete (CnscdChangeSet *set, const CnscdSessionRecords *records)
{
  g_return_if_fail (set != NULL && records != NULL);

  delete_records (set, records->teams);
  delete_records (set, records->topics);
  delete_records (set, records->guides);
  delete_records (set, records->results);
  cnscd_change_set_delete (set, records->session);
}

/**
 * cnscd_session_move: (skip)
 * @set: gets the change
 * @session: a session
 * @starts_at: when it shall begin; it lasts as long as before
 */
void
cnscd_session_move (CnscdChangeSet *set, CnscdSession *session, CnscdTime starts_at)
{
  g_autoptr (CnscdSession) moved = NULL;

  g_return_if_fail (set != NULL && session != NULL && cnscd_time_is_valid (starts_at));

  moved = cnscd_record_copy (session);
  moved->starts_at = starts_at;
  moved->ends_at = starts_at + (session->ends_at - session->starts_at);
  cnscd_change_set_edit (set, session, moved);
}

/**
 * cnscd_session_set_state: (skip)
 * @set: gets the change
 * @session: a session
 * @state: its state from now on
 */
void
cnscd_session_set_state (CnscdChangeSet *set, CnscdSession *session, CnscdSessionState state)
{
  g_autoptr (CnscdSession) changed = NULL;

  g_return_if_fail (set != NULL && session != NULL);

  changed = cnscd_record_copy (session);
  changed->state = (int) state;
  cnscd_change_set_edit (set, session, changed);
}

/**
 * cnscd_session_dup_plan: (skip)
 * @records: a session
 * @starts_at: when the new one shall begin
 *
 * Plans the same again at another time: title, place, audience, teams, topics
 * and guides, but nothing of what came of @records, and outside of its series.
 *
 * Returns: (transfer full): a planned session that is not stored yet
 */
CnscdSessionRecords *
cnscd_session_dup_plan (const CnscdSessionRecords *records, CnscdTime starts_at)
{
  const CnscdSession *from = records->session;
  g_autoptr (CnscdSession) session = NULL;
  CnscdSessionRecords *plan;

  g_return_val_if_fail (cnscd_time_is_valid (starts_at), NULL);

  session = cnscd_record_new (&CNSCD_KIND_SESSION, from->record.unit);
  cnscd_record_set (session, title, from->title);
  session->starts_at = starts_at;
  session->ends_at = starts_at + (from->ends_at - from->starts_at);
  cnscd_record_set (session, place, from->place);
  cnscd_record_set (session, hamlet, from->hamlet);
  cnscd_record_set (session, audience, from->audience);
  session->expected = from->expected;
  session->state = CNSCD_SESSION_STATE_PLANNED;

  plan = cnscd_session_records_new (session);
  for (guint i = 0; i < records->teams->len; i++)
    cnscd_session_records_add_team (plan, ((CnscdSessionTeam *) records->teams->pdata[i])->team);
  for (guint i = 0; i < records->topics->len; i++)
    cnscd_session_records_add_topic (plan,
                                     ((CnscdSessionTopic *) records->topics->pdata[i])->topic);
  for (guint i = 0; i < records->guides->len; i++)
    {
      const CnscdSessionGuide *guide = records->guides->pdata[i];

      cnscd_session_records_add_guide (plan, guide->membership, (CnscdGuidePart) guide->part);
    }

  return plan;
}

/**
 * cnscd_session_is_overdue: (skip)
 * @session: a session
 * @now: the present
 *
 * Returns: whether it is over and nobody has reported what came of it
 */
gboolean
cnscd_session_is_overdue (const CnscdSession *session, CnscdTime now)
{
  g_return_val_if_fail (session != NULL, FALSE);

  return session->ends_at <= now && !cnscd_date_is_known (session->reported_on) &&
         (session->state == CNSCD_SESSION_STATE_PLANNED ||
          session->state == CNSCD_SESSION_STATE_HELD);
}

/**
 * cnscd_session_dup_code:
 * @id: a session's id
 *
 * The short code by which a sign-in sheet and its session find each other:
 * the last 30 bits of the id, which are random, in six letters and digits that
 * handwriting does not confuse: "K7M-2QX". Among the 12,000 sessions that a
 * commune has in ten years two of the same code are unlikely, but possible.
 *
 * Returns: (transfer full): the code
 */
char *
cnscd_session_dup_code (const char *id)
{
  guint64 bits;
  char letters[CODE_LENGTH];

  g_return_val_if_fail (cnscd_uuid_is_valid (id), NULL);

  bits = g_ascii_strtoull (id + strlen (id) - 8, NULL, 16);
  for (int i = CODE_LENGTH - 1; i >= 0; i--)
    {
      letters[i] = CODE_ALPHABET[bits % (1 << BITS_PER_LETTER)];
      bits >>= BITS_PER_LETTER;
    }

  return g_strdup_printf ("%.3s-%.3s", letters, letters + 3);
}

static char
read_code_letter (char typed)
{
  char letter = g_ascii_toupper (typed);

  return letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
}

static gboolean
is_between_code_letters (char typed)
{
  return typed == '-' || g_ascii_isspace (typed);
}

/**
 * cnscd_session_code_is_code:
 * @text: (nullable): what somebody typed
 *
 * Returns: whether @text may be the code of a session, as cnscd_session_code_matches() reads it
 */
gboolean
cnscd_session_code_is_code (const char *text)
{
  guint n_letters = 0;

  for (; text != NULL && *text != '\0'; text++)
    {
      if (is_between_code_letters (*text))
        continue;
      if (strchr (CODE_ALPHABET, read_code_letter (*text)) == NULL)
        return FALSE;
      n_letters++;
    }

  return n_letters == CODE_LENGTH;
}

/**
 * cnscd_session_code_matches:
 * @id: a session's id
 * @text: (nullable): a code as somebody typed it from paper: in small letters, without the hyphen,
 *   with O for 0 or I and L for 1
 *
 * Returns: whether it is the code of @id
 */
gboolean
cnscd_session_code_matches (const char *id, const char *text)
{
  g_autofree char *code = cnscd_session_dup_code (id);
  const char *p = code;

  for (; code != NULL && text != NULL && *text != '\0'; text++)
    {
      char letter = read_code_letter (*text);

      if (is_between_code_letters (letter))
        continue;
      if (*p == '-')
        p++;
      if (*p == '\0' || *p++ != letter)
        return FALSE;
    }

  return code != NULL && text != NULL && *p == '\0';
}
