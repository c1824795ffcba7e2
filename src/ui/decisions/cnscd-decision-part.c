/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-part.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdDecisionPartItem:
 *
 * A line on a decision's page: a team or a member, in words.
 */
struct _CnscdDecisionPartItem
{
  GObject parent_instance;

  char *heading;
  char *team;
  char *person;
  char *title;
  char *subtitle;
};

G_DEFINE_FINAL_TYPE (CnscdDecisionPartItem, cnscd_decision_part_item, G_TYPE_OBJECT)

static void
cnscd_decision_part_item_finalize (GObject *object)
{
  CnscdDecisionPartItem *self = CNSCD_DECISION_PART_ITEM (object);

  g_free (self->heading);
  g_free (self->team);
  g_free (self->person);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (cnscd_decision_part_item_parent_class)->finalize (object);
}

static void
cnscd_decision_part_item_class_init (CnscdDecisionPartItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_decision_part_item_finalize;
}

static void
cnscd_decision_part_item_init (CnscdDecisionPartItem *self)
{
}

/* After a split or a merger the team may be of a hamlet that is younger than the decision. */
static gboolean
has_own_name (const CnscdDecisionPart *part)
{
  g_autofree char *name = NULL;
  g_autofree char *hamlet = NULL;

  if (part->team_name == NULL || part->hamlet_name == NULL)
    return FALSE;

  name = cnscd_text_fold (part->team_name);
  hamlet = cnscd_text_fold (part->hamlet_name);
  return strstr (name, hamlet) == NULL;
}

/**
 * cnscd_decision_part_item_new:
 * @heading: what stands above it and its like
 * @part: (nullable): a team or a membership; %NULL for the decision itself
 *
 * Returns: (transfer full): a line
 */
CnscdDecisionPartItem *
cnscd_decision_part_item_new (const char *heading, const CnscdDecisionPart *part)
{
  CnscdDecisionPartItem *self = g_object_new (CNSCD_TYPE_DECISION_PART_ITEM, NULL);
  g_autofree char *place = NULL;

  self->heading = g_strdup (heading);
  if (part == NULL)
    return self;

  self->team = g_strdup (part->team);
  self->person = g_strdup (part->person);
  place = cnscd_words_for_place (part->hamlet_kind, part->hamlet_name);
  if (part->person != NULL)
    {
      self->title = g_strdup (part->full_name);
      self->subtitle = cnscd_words_join (" · ", cnscd_words_for_role (part->role),
                                         place != NULL ? place : part->team_name);
    }
  else
    {
      self->title = g_strdup (place != NULL && !has_own_name (part) ? place : part->team_name);
      self->subtitle = cnscd_decision_part_describe_change (&part->change);
    }
  return self;
}

/**
 * cnscd_decision_part_item_get_heading:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what stands above it and its like
 */
const char *
cnscd_decision_part_item_get_heading (CnscdDecisionPartItem *self)
{
  return self->heading;
}

/**
 * cnscd_decision_part_item_get_team:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): id of the team, %NULL for the decision itself
 */
const char *
cnscd_decision_part_item_get_team (CnscdDecisionPartItem *self)
{
  return self->team;
}

/**
 * cnscd_decision_part_item_get_person:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): id of the person, %NULL for a team
 */
const char *
cnscd_decision_part_item_get_person (CnscdDecisionPartItem *self)
{
  return self->person;
}

/**
 * cnscd_decision_part_item_get_title:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its first line
 */
const char *
cnscd_decision_part_item_get_title (CnscdDecisionPartItem *self)
{
  return self->title;
}

/**
 * cnscd_decision_part_item_get_subtitle:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its second line
 */
const char *
cnscd_decision_part_item_get_subtitle (CnscdDecisionPartItem *self)
{
  return self->subtitle;
}

/**
 * cnscd_decision_part_describe_change:
 * @change: what a decision made of the people of teams
 *
 * Returns: (transfer full): "1 joined, 2 left, 5 stayed"; empty when there is nothing to say
 */
char *
cnscd_decision_part_describe_change (const CnscdDecisionChange *change)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = cnscd_words_for_number (change->n_joined);
  g_autofree char *left = cnscd_words_for_number (change->n_left);
  g_autofree char *moved = cnscd_words_for_number (change->n_moved);
  g_autofree char *kept = cnscd_words_for_number (change->n_kept);

  /* Translators: how many people of a team, by a decision */
  if (change->n_joined > 0)
    g_strv_builder_take (builder, g_strdup_printf (C_ ("decision", "%s joined"), joined));
  if (change->n_left > 0)
    g_strv_builder_take (builder, g_strdup_printf (C_ ("decision", "%s left"), left));
  if (change->n_moved > 0)
    g_strv_builder_take (builder, g_strdup_printf (C_ ("decision", "%s changed roles"), moved));
  if (change->n_kept > 0)
    g_strv_builder_take (builder, g_strdup_printf (C_ ("decision", "%s stayed"), kept));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}
