/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-sieve.h"

#include "cnscd-member-orders.h"

static gboolean
wants_facts (const CnscdMemberFilter *wanted)
{
  return wanted->role != 0 || wanted->gender != 0 || wanted->age != CNSCD_AGE_ANY ||
         wanted->body != NULL || wanted->without_legal_basis;
}

static gboolean
fits_choice (int wanted, guint8 value)
{
  return wanted == 0 || (wanted == CNSCD_FILTER_UNKNOWN ? value == 0 : value == wanted);
}

static gboolean
fits_age (CnscdAge wanted, guint16 born, guint16 this_year)
{
  int age = this_year - born;

  switch (wanted)
    {
    case CNSCD_AGE_UNDER_35:
      return born != 0 && age < 35;
    case CNSCD_AGE_35_TO_60:
      return born != 0 && age >= 35 && age <= 60;
    case CNSCD_AGE_OVER_60:
      return born != 0 && age > 60;
    case CNSCD_AGE_UNKNOWN:
      return born == 0;
    case CNSCD_AGE_ANY:
    default:
      return TRUE;
    }
}

/**
 * cnscd_member_sieve_init: (skip)
 * @self: (out): a sieve, good until the next call of cnscd_member_orders_get()
 * @database: a connection, of which an order was got
 * @wanted: who is wanted
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether what it takes could be read
 */
gboolean
cnscd_member_sieve_init (CnscdMemberSieve *self,
                         CnscdDatabase *database,
                         const CnscdMemberFilter *wanted,
                         GError **error)
{
  *self = (CnscdMemberSieve) { 0 };
  if (!wants_facts (wanted))
    return TRUE;

  self->facts = cnscd_member_orders_get_facts (database, error);
  if (self->facts == NULL)
    return FALSE;

  self->wanted = *wanted;
  self->this_year = cnscd_date_today ().year;
  if (wanted->body != NULL && *wanted->body != '\0')
    {
      self->body = cnscd_member_facts_find_body (self->facts, wanted->body);
      /* Not nobody's: what nobody represents has no members. */
      if (self->body == 0)
        self->body = G_MAXUINT32;
    }
  return TRUE;
}

/**
 * cnscd_member_sieve_fits: (skip)
 * @self: a sieve
 * @nr: membership.nr
 *
 * Returns: whether the member is wanted
 */
gboolean
cnscd_member_sieve_fits (const CnscdMemberSieve *self, gint64 nr)
{
  const CnscdMemberFilter *wanted = &self->wanted;
  const CnscdMemberFact *fact;

  if (self->facts == NULL)
    return TRUE;

  fact = cnscd_member_facts_get (self->facts, nr);
  return fits_choice (wanted->role, fact->role) && fits_choice (wanted->gender, fact->gender) &&
         (wanted->body == NULL || fact->body == self->body) &&
         fits_age (wanted->age, fact->born, self->this_year) &&
         (!wanted->without_legal_basis || fact->legal_basis == CNSCD_LEGAL_BASIS_UNKNOWN);
}
