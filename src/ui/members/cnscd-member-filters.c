/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-filters.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"

/**
 * CnscdMemberFilters:
 *
 * By what the list of members is narrowed down, each in words. Changes go to
 * the list at once.
 */
struct _CnscdMemberFilters
{
  GObject parent_instance;

  CnscdMemberList *list;
  CnscdMemberFilter filter;
  char *body; /* of @filter */
  char *team;
  char *team_name;
};

static void cnscd_member_filters_filters_init (CnscdFiltersInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdMemberFilters,
                               cnscd_member_filters,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_FILTERS,
                                                      cnscd_member_filters_filters_init))

static void
apply (CnscdMemberFilters *self)
{
  self->filter.body = self->body;
  /* Who listens says what an empty list means before there is one. */
  cnscd_filters_emit_changed (CNSCD_FILTERS (self));
  cnscd_member_list_set_team (self->list, self->team);
  cnscd_member_list_set_filter (self->list, &self->filter);
}

static gboolean
cnscd_member_filters_is_active (CnscdFilters *filters, guint kind)
{
  CnscdMemberFilters *self = CNSCD_MEMBER_FILTERS (filters);

  switch ((CnscdMemberFilterKind) kind)
    {
    case CNSCD_MEMBER_FILTER_ROLE:
      return self->filter.role != 0;
    case CNSCD_MEMBER_FILTER_BODY:
      return self->body != NULL;
    case CNSCD_MEMBER_FILTER_TEAM:
      return self->team != NULL;
    case CNSCD_MEMBER_FILTER_GENDER:
      return self->filter.gender != 0;
    case CNSCD_MEMBER_FILTER_AGE:
      return self->filter.age != CNSCD_AGE_ANY;
    case CNSCD_MEMBER_FILTER_LEGAL_BASIS:
      return self->filter.without_legal_basis;
    case CNSCD_N_MEMBER_FILTERS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
cnscd_member_filters_dup_words (CnscdFilters *filters, guint kind)
{
  CnscdMemberFilters *self = CNSCD_MEMBER_FILTERS (filters);

  switch ((CnscdMemberFilterKind) kind)
    {
    case CNSCD_MEMBER_FILTER_ROLE:
      return g_strdup (self->filter.role == CNSCD_FILTER_UNKNOWN
                         ? C_ ("filter", "Role not known")
                         : cnscd_words_for_role ((CnscdRole) self->filter.role));
    case CNSCD_MEMBER_FILTER_BODY:
      return g_strdup (*self->body != '\0' ? self->body : C_ ("filter", "Body not known"));
    case CNSCD_MEMBER_FILTER_TEAM:
      return g_strdup (self->team_name != NULL ? self->team_name : "");
    case CNSCD_MEMBER_FILTER_GENDER:
      return g_strdup (self->filter.gender == CNSCD_FILTER_UNKNOWN
                         ? C_ ("filter", "Gender not known")
                         : cnscd_words_for_gender ((CnscdGender) self->filter.gender));
    case CNSCD_MEMBER_FILTER_AGE:
      return g_strdup (cnscd_words_for_age (self->filter.age));
    case CNSCD_MEMBER_FILTER_LEGAL_BASIS:
      return g_strdup (C_ ("filter", "Without a legal basis"));
    case CNSCD_N_MEMBER_FILTERS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
cnscd_member_filters_drop (CnscdFilters *filters, guint kind)
{
  CnscdMemberFilters *self = CNSCD_MEMBER_FILTERS (filters);

  switch ((CnscdMemberFilterKind) kind)
    {
    case CNSCD_MEMBER_FILTER_ROLE:
      self->filter.role = 0;
      break;
    case CNSCD_MEMBER_FILTER_BODY:
      g_clear_pointer (&self->body, g_free);
      break;
    case CNSCD_MEMBER_FILTER_TEAM:
      g_clear_pointer (&self->team, g_free);
      g_clear_pointer (&self->team_name, g_free);
      break;
    case CNSCD_MEMBER_FILTER_GENDER:
      self->filter.gender = 0;
      break;
    case CNSCD_MEMBER_FILTER_AGE:
      self->filter.age = CNSCD_AGE_ANY;
      break;
    case CNSCD_MEMBER_FILTER_LEGAL_BASIS:
      self->filter.without_legal_basis = FALSE;
      break;
    case CNSCD_N_MEMBER_FILTERS:
    default:
      g_return_if_reached ();
    }
}

static void
cnscd_member_filters_changed (CnscdFilters *filters)
{
  apply (CNSCD_MEMBER_FILTERS (filters));
}

static void
cnscd_member_filters_filters_init (CnscdFiltersInterface *iface)
{
  iface->n_kinds = CNSCD_N_MEMBER_FILTERS;
  iface->is_active = cnscd_member_filters_is_active;
  iface->dup_words = cnscd_member_filters_dup_words;
  iface->drop = cnscd_member_filters_drop;
  iface->changed = cnscd_member_filters_changed;
}

static void
cnscd_member_filters_finalize (GObject *object)
{
  CnscdMemberFilters *self = CNSCD_MEMBER_FILTERS (object);

  g_object_unref (self->list);
  g_free (self->body);
  g_free (self->team);
  g_free (self->team_name);

  G_OBJECT_CLASS (cnscd_member_filters_parent_class)->finalize (object);
}

static void
cnscd_member_filters_class_init (CnscdMemberFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_member_filters_finalize;
}

static void
cnscd_member_filters_init (CnscdMemberFilters *self)
{
}

/**
 * cnscd_member_filters_new:
 * @list: a list of everyone
 *
 * Returns: (transfer full): filters that let everyone through
 */
CnscdMemberFilters *
cnscd_member_filters_new (CnscdMemberList *list)
{
  CnscdMemberFilters *self = g_object_new (CNSCD_TYPE_MEMBER_FILTERS, NULL);

  self->list = g_object_ref (list);
  return self;
}

/**
 * cnscd_member_filters_get_list:
 * @self: filters
 *
 * Returns: (transfer none): the list that they narrow down
 */
CnscdMemberList *
cnscd_member_filters_get_list (CnscdMemberFilters *self)
{
  return self->list;
}

/**
 * cnscd_member_filters_set_role:
 * @self: filters
 * @role: as in #CnscdMemberFilter
 */
void
cnscd_member_filters_set_role (CnscdMemberFilters *self, int role)
{
  if (self->filter.role == role)
    return;

  self->filter.role = role;
  apply (self);
}

/**
 * cnscd_member_filters_set_gender:
 * @self: filters
 * @gender: as in #CnscdMemberFilter
 */
void
cnscd_member_filters_set_gender (CnscdMemberFilters *self, int gender)
{
  if (self->filter.gender == gender)
    return;

  self->filter.gender = gender;
  apply (self);
}

/**
 * cnscd_member_filters_set_age:
 * @self: filters
 * @age: how old
 */
void
cnscd_member_filters_set_age (CnscdMemberFilters *self, CnscdAge age)
{
  if (self->filter.age == age)
    return;

  self->filter.age = age;
  apply (self);
}

/**
 * cnscd_member_filters_set_body:
 * @self: filters
 * @body: (nullable): as in #CnscdMemberFilter
 */
void
cnscd_member_filters_set_body (CnscdMemberFilters *self, const char *body)
{
  if (g_set_str (&self->body, body))
    apply (self);
}

/**
 * cnscd_member_filters_set_without_legal_basis:
 * @self: filters
 * @without: only whose data is kept without a legal basis
 */
void
cnscd_member_filters_set_without_legal_basis (CnscdMemberFilters *self, gboolean without)
{
  if (self->filter.without_legal_basis == without)
    return;

  self->filter.without_legal_basis = without;
  apply (self);
}

/**
 * cnscd_member_filters_set_team:
 * @self: filters
 * @team: (nullable): id of a team, %NULL for all
 * @team_name: (nullable): what it is called
 */
void
cnscd_member_filters_set_team (CnscdMemberFilters *self, const char *team, const char *team_name)
{
  g_set_str (&self->team_name, team_name);
  if (g_set_str (&self->team, team))
    apply (self);
}

/**
 * cnscd_member_filters_get_team:
 * @self: filters
 *
 * Returns: (transfer none) (nullable): id of the team
 */
const char *
cnscd_member_filters_get_team (CnscdMemberFilters *self)
{
  return self->team;
}

/**
 * cnscd_member_filters_get_team_name:
 * @self: filters
 *
 * Returns: (transfer none) (nullable): what that team is called
 */
const char *
cnscd_member_filters_get_team_name (CnscdMemberFilters *self)
{
  return self->team_name;
}

/**
 * cnscd_words_for_age:
 * @age: how old
 *
 * Returns: (transfer none): what it is called
 */
const char *
cnscd_words_for_age (CnscdAge age)
{
  switch (age)
    {
    case CNSCD_AGE_UNDER_35:
      return C_ ("age", "Under 35");
    case CNSCD_AGE_35_TO_60:
      return C_ ("age", "35 to 60");
    case CNSCD_AGE_OVER_60:
      return C_ ("age", "Over 60");
    case CNSCD_AGE_UNKNOWN:
      return C_ ("filter", "Year of birth not known");
    case CNSCD_AGE_ANY:
    default:
      return "";
    }
}
