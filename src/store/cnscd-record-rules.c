/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-record-rules.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-schedule-records.h"

/* Why a record of @kind cannot go while a @user refers to it. */
static const struct
{
  const CnscdKind *kind;
  const CnscdKind *user;
  const char *message;
} uses[] = {
  { &CNSCD_KIND_HAMLET, &CNSCD_KIND_HAMLET_PROFILE,
    N_ ("The hamlet still has figures. Delete them first.") },
  { &CNSCD_KIND_HAMLET, &CNSCD_KIND_TEAM,
    N_ ("The hamlet still has a team. Delete or move it first.") },
  { &CNSCD_KIND_DECISION, &CNSCD_KIND_TEAM,
    N_ ("A team still refers to the decision. Change the team first.") },
  { &CNSCD_KIND_DECISION, &CNSCD_KIND_MEMBERSHIP,
    N_ ("A team’s member still refers to the decision. Change the member first.") },
  { &CNSCD_KIND_TEAM, &CNSCD_KIND_MEMBERSHIP,
    N_ ("The team still has members. Delete them first.") },
  { &CNSCD_KIND_PERSON, &CNSCD_KIND_MEMBERSHIP,
    N_ ("The person is still a member of a team. Delete the membership first.") },
  { &CNSCD_KIND_HAMLET, &CNSCD_KIND_SESSION,
    N_ ("A session still takes place in the hamlet. Change the session first.") },
  { &CNSCD_KIND_TEAM, &CNSCD_KIND_SESSION_TEAM,
    N_ ("The team still has sessions. Dissolve it instead, so that they are kept.") },
  { &CNSCD_KIND_MEMBERSHIP, &CNSCD_KIND_SESSION_GUIDE,
    N_ ("The member guides sessions. End the membership instead, so that they are kept.") },
  { &CNSCD_KIND_TOPIC, &CNSCD_KIND_SESSION_TOPIC,
    N_ ("Sessions teach the topic. End it instead, so that they are kept.") },
  { &CNSCD_KIND_AUDIENCE, &CNSCD_KIND_SESSION,
    N_ ("Sessions are for the audience. End it instead, so that they are kept.") },
  { &CNSCD_KIND_INDICATOR, &CNSCD_KIND_SESSION_RESULT,
    N_ ("Results count by the indicator. End it instead, so that they are kept.") },
};

static const char *
get_use_message (const CnscdKind *kind, const CnscdKind *user)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      if (uses[i].kind == kind && uses[i].user == user)
        return g_dgettext (GETTEXT_PACKAGE, uses[i].message);
    }

  return _ ("Other records still refer to the record. Change them first.");
}

static gboolean
is_storable (const CnscdField *field, gconstpointer record)
{
  const char *text;

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
      text = G_STRUCT_MEMBER (char *, record, field->offset);
      return text == NULL || (*text != '\0' && g_utf8_validate (text, -1, NULL));
    case CNSCD_FIELD_REFERENCE:
      text = G_STRUCT_MEMBER (char *, record, field->offset);
      return text == NULL || cnscd_uuid_is_valid (text);
    case CNSCD_FIELD_COUNT:
      return G_STRUCT_MEMBER (gint64, record, field->offset) >= CNSCD_COUNT_UNKNOWN;
    case CNSCD_FIELD_DATE:
      return !cnscd_date_is_known (G_STRUCT_MEMBER (CnscdDate, record, field->offset)) ||
             cnscd_date_is_valid (G_STRUCT_MEMBER (CnscdDate, record, field->offset));
    case CNSCD_FIELD_TIME:
      return G_STRUCT_MEMBER (CnscdTime, record, field->offset) == CNSCD_TIME_UNKNOWN ||
             cnscd_time_is_valid (G_STRUCT_MEMBER (CnscdTime, record, field->offset));
    case CNSCD_FIELD_CHOICE:
      return G_STRUCT_MEMBER (int, record, field->offset) == 0 ||
             !cnscd_field_is_unknown (field, record);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * cnscd_record_rules_check: (skip)
 * @database: a connection
 * @record: a record that somebody wants to store
 * @error: return location for a #CnscdStoreError
 *
 * Checks what can be told from the record alone: a proper id, a commune that
 * exists, everything required, and only values that read back as they are.
 *
 * Returns: whether @record may be stored
 */
gboolean
cnscd_record_rules_check (CnscdDatabase *database, gconstpointer record, GError **error)
{
  const CnscdRecord *head = record;
  const CnscdKind *kind = head->kind;
  gboolean known = FALSE;

  if (!cnscd_uuid_is_valid (head->id))
    {
      g_info ("A record of “%s” has no valid id", kind->name);
      g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                           _ ("Something went wrong in the program, and nothing was stored. Close "
                              "the form and try again."));
      return FALSE;
    }

  if (kind->catalog && g_strcmp0 (head->unit, CNSCD_PROVINCE_CODE) == 0)
    known = TRUE;
  else if (!cnscd_database_has_unit (database, head->unit, &known, error))
    return FALSE;
  if (!known)
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                   _ ("There is no commune with the code “%s”. Choose one of the province’s."),
                   head->unit != NULL ? head->unit : "");
      return FALSE;
    }

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CnscdField *field = &kind->fields[i];

      if (!is_storable (field, record))
        {
          g_info ("“%s” of “%s” cannot be stored", field->name, kind->name);
          g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                               _ ("One of the values cannot be stored, and nothing was changed. "
                                  "Check what was entered."));
          return FALSE;
        }
      if (field->required && cnscd_field_is_unknown (field, record))
        {
          g_info ("“%s” of “%s” is missing", field->name, kind->name);
          g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                               _ ("Something that is needed is missing, and nothing was changed. "
                                  "Fill it in and try again."));
          return FALSE;
        }
    }

  return TRUE;
}

/* Of what is referred to, and was there. */
static const char *
get_lost_message (const CnscdKind *kind)
{
  if (kind == &CNSCD_KIND_PERSON)
    return _ ("The person that this is about does not exist any more. Choose another one.");
  if (kind == &CNSCD_KIND_TEAM)
    return _ ("The team that this is about does not exist any more. Choose another one.");
  if (kind == &CNSCD_KIND_HAMLET)
    return _ ("The hamlet that this is about does not exist any more. Choose another one.");
  if (kind == &CNSCD_KIND_DECISION)
    return _ ("The decision that this is about does not exist any more. Choose another one.");
  return _ ("Something that this is about does not exist any more. Choose something else.");
}

/**
 * cnscd_record_rules_check_references: (skip)
 * @database: a connection in a transaction
 * @table: the table of @record's kind
 * @record: a record
 * @before: (nullable): the stored one that it replaces
 * @error: return location for a #CnscdStoreError
 *
 * Checks that what @record newly refers to is there and not deleted: a
 * member of a deleted team would be in no list.
 *
 * Returns: whether it is
 */
gboolean
cnscd_record_rules_check_references (CnscdDatabase *database,
                                     CnscdKindTable *table,
                                     gconstpointer record,
                                     gconstpointer before,
                                     GError **error)
{
  for (guint i = 0; i < table->kind->n_fields; i++)
    {
      const CnscdField *field = &table->kind->fields[i];
      CnscdKindTable *target;
      gboolean alive = FALSE;

      if (table->targets[i] == NULL || cnscd_field_is_unknown (field, record) ||
          (before != NULL && cnscd_field_equal (field, before, record)))
        continue;

      target = cnscd_kind_table_get (database, table->targets[i], error);
      if (target == NULL ||
          !cnscd_kind_table_is_alive (
            database, target, G_STRUCT_MEMBER (char *, record, field->offset), &alive, error))
        return FALSE;

      if (!alive)
        {
          g_info ("“%s” of “%s” does not exist", field->name, table->kind->name);
          g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                               get_lost_message (table->targets[i]));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_not_used_by (CnscdDatabase *database,
                   const CnscdKind *kind,
                   const char *id,
                   CnscdKindTable *user,
                   const CnscdField *field,
                   GError **error)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"%s\" = ?1 AND deleted = 0 LIMIT 1",
                     user->kind->name, field->name);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, sql, error);
  CnscdStep step;

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, id);
  step = cnscd_statement_step (statement, error);
  if (step == CNSCD_STEP_ROW)
    g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID,
                         get_use_message (kind, user->kind));

  return step == CNSCD_STEP_DONE;
}

/**
 * cnscd_record_rules_check_unused: (skip)
 * @database: a connection in a transaction
 * @kind: a kind
 * @id: of a record that somebody wants to delete
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether no record that is not deleted refers to it
 */
gboolean
cnscd_record_rules_check_unused (CnscdDatabase *database,
                                 const CnscdKind *kind,
                                 const char *id,
                                 GError **error)
{
  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      CnscdKindTable *user = cnscd_kind_table_get (database, CNSCD_KINDS[k], error);

      if (user == NULL)
        return FALSE;

      for (guint i = 0; i < user->kind->n_fields; i++)
        {
          if (user->targets[i] == kind &&
              !check_not_used_by (database, kind, id, user, &user->kind->fields[i], error))
            return FALSE;
        }
    }

  return TRUE;
}
