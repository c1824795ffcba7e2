/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-facts.h"

#include <string.h>

#include "core/cnscd-text.h"
#include "cnscd-statement.h"

/*
 * Gender, age and body are records' own fields, not of the index of members.
 * Joining them takes 10 ms for 15,000 members; kept as 12 bytes a member, a
 * filter by any of them is one more comparison in a walk through an order.
 */
struct _CnscdMemberFacts
{
  CnscdMemberFact *facts; /* by membership.nr */
  gint64 max_nr;
  GHashTable *spellings; /* as written -> Spelling */
  GHashTable *numbers;   /* cnscd_text_match_key() -> number of a body */
};

typedef struct
{
  guint32 body;
  guint n_uses;
} Spelling;

typedef struct
{
  const CnscdField *role;
  const CnscdField *gender;
  const CnscdField *legal_basis;
} Choices;

static const CnscdMemberFact nothing_known = { 0 };

static guint32
note_body (CnscdMemberFacts *facts, const char *name)
{
  Spelling *spelling;
  g_autofree char *key = NULL;

  if (name == NULL)
    return 0;

  spelling = g_hash_table_lookup (facts->spellings, name);
  if (spelling == NULL)
    {
      spelling = g_new0 (Spelling, 1);
      key = cnscd_text_match_key (name);
      if (*key != '\0')
        spelling->body = GPOINTER_TO_UINT (g_hash_table_lookup (facts->numbers, key));
      if (*key != '\0' && spelling->body == 0)
        {
          spelling->body = g_hash_table_size (facts->numbers) + 1;
          g_hash_table_insert (facts->numbers, g_steal_pointer (&key),
                               GUINT_TO_POINTER (spelling->body));
        }
      g_hash_table_insert (facts->spellings, g_strdup (name), spelling);
    }

  spelling->n_uses++;
  return spelling->body;
}

/* Those of a field, looked up once for all rows. */
static guint8
read_choice (CnscdStatement *statement, int column, const CnscdField *field)
{
  const char *word = cnscd_statement_text (statement, column);

  for (guint8 i = 0; word != NULL && field->choices[i] != NULL; i++)
    {
      if (strcmp (field->choices[i], word) == 0)
        return i + 1;
    }
  return 0;
}

static void
note (CnscdMemberFacts *facts, CnscdStatement *statement, const Choices *choices)
{
  gint64 nr = cnscd_statement_int (statement, 0);
  const char *birth = cnscd_statement_text (statement, 2);

  if (nr <= 0 || nr > facts->max_nr)
    return;

  facts->facts[nr] = (CnscdMemberFact) {
    .body = note_body (facts, cnscd_statement_text (statement, 1)),
    /* "1975-06-21" */
    .born = birth != NULL ? (guint16) g_ascii_strtoull (birth, NULL, 10) : 0,
    .role = read_choice (statement, 3, choices->role),
    .gender = read_choice (statement, 4, choices->gender),
    .legal_basis = read_choice (statement, 5, choices->legal_basis),
  };
}

/**
 * cnscd_member_facts_read: (skip)
 * @database: a connection
 * @max_nr: the last membership.nr of interest, which memory is taken for
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): what all members can be filtered by
 */
CnscdMemberFacts *
cnscd_member_facts_read (CnscdDatabase *database, gint64 max_nr, GError **error)
{
  g_autoptr (CnscdMemberFacts) facts = g_new0 (CnscdMemberFacts, 1);
  const Choices choices = {
    .role = cnscd_kind_get_field (&CNSCD_KIND_MEMBERSHIP, "role"),
    .gender = cnscd_kind_get_field (&CNSCD_KIND_PERSON, "gender"),
    .legal_basis = cnscd_kind_get_field (&CNSCD_KIND_PERSON, "legal_basis"),
  };
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  facts->facts = g_new0 (CnscdMemberFact, (gsize) max_nr + 1);
  facts->max_nr = max_nr;
  facts->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  facts->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  statement = cnscd_statement_take (database,
                                    "SELECT m.nr, m.body, p.birth, m.role, p.gender, p.legal_basis"
                                    " FROM membership m JOIN person p ON p.id = m.person"
                                    " WHERE m.deleted = 0",
                                    error);
  if (statement == NULL)
    return NULL;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    note (facts, statement, &choices);

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&facts) : NULL;
}

/**
 * cnscd_member_facts_free: (skip)
 * @facts: (transfer full): facts
 */
void
cnscd_member_facts_free (CnscdMemberFacts *facts)
{
  g_free (facts->facts);
  g_hash_table_unref (facts->spellings);
  g_hash_table_unref (facts->numbers);
  g_free (facts);
}

/**
 * cnscd_member_facts_get: (skip)
 * @facts: facts
 * @nr: membership.nr
 *
 * Returns: (transfer none): what is known of a member
 */
const CnscdMemberFact *
cnscd_member_facts_get (const CnscdMemberFacts *facts, gint64 nr)
{
  return nr > 0 && nr <= facts->max_nr ? &facts->facts[nr] : &nothing_known;
}

/**
 * cnscd_member_facts_find_body: (skip)
 * @facts: facts
 * @name: a body, in any spelling that differs in capitals, spaces or the place of a tone
 *
 * Returns: its number, 0 when nobody represents it
 */
guint
cnscd_member_facts_find_body (const CnscdMemberFacts *facts, const char *name)
{
  g_autofree char *key = cnscd_text_match_key (name);

  return GPOINTER_TO_UINT (g_hash_table_lookup (facts->numbers, key));
}

/**
 * cnscd_member_facts_get_n_bodies: (skip)
 * @facts: facts
 *
 * Returns: how many bodies there are; their numbers go from 1 to this
 */
guint
cnscd_member_facts_get_n_bodies (const CnscdMemberFacts *facts)
{
  return g_hash_table_size (facts->numbers);
}

/**
 * cnscd_member_facts_dup_body: (skip)
 * @facts: facts
 * @body: number of a body
 *
 * Returns: (transfer full) (nullable): its name, as most people write it
 */
char *
cnscd_member_facts_dup_body (const CnscdMemberFacts *facts, guint body)
{
  GHashTableIter iter;
  gpointer name, value;
  const char *best = NULL;
  guint most = 0;

  g_hash_table_iter_init (&iter, facts->spellings);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const Spelling *spelling = value;

      if (spelling->body == body &&
          (spelling->n_uses > most || (spelling->n_uses == most && g_strcmp0 (name, best) < 0)))
        {
          best = name;
          most = spelling->n_uses;
        }
    }

  return g_strdup (best);
}
