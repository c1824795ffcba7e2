/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-choice.h"

#include <string.h>

#include "core/cnscd-text.h"

/**
 * CnscdChoice:
 *
 * One of many things that a [class@Cnscd.ChoiceRow] offers.
 */
struct _CnscdChoice
{
  GObject parent_instance;

  char *id; /* (nullable): of "None" */
  char *title;
  char *detail; /* (nullable) */
  char *key;    /* what it is found by */
};

G_DEFINE_FINAL_TYPE (CnscdChoice, cnscd_choice, G_TYPE_OBJECT)

static void
cnscd_choice_finalize (GObject *object)
{
  CnscdChoice *self = CNSCD_CHOICE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->key);

  G_OBJECT_CLASS (cnscd_choice_parent_class)->finalize (object);
}

static void
cnscd_choice_class_init (CnscdChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_choice_finalize;
}

static void
cnscd_choice_init (CnscdChoice *self)
{
}

/**
 * cnscd_choice_new:
 * @id: (nullable): what it stands for, or %NULL for nothing
 * @title: what it is called
 * @detail: (nullable): what else is to be known of it
 *
 * Returns: (transfer full): a choice
 */
CnscdChoice *
cnscd_choice_new (const char *id, const char *title, const char *detail)
{
  CnscdChoice *self = g_object_new (CNSCD_TYPE_CHOICE, NULL);
  g_autofree char *text = g_strconcat (title, " ", detail != NULL ? detail : "", NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->key = cnscd_text_search_key (text);
  return self;
}

/**
 * cnscd_choice_append:
 * @choices: (element-type CnscdChoice): what is offered
 * @id: (nullable): what the choice stands for, or %NULL for nothing
 * @title: what it is called
 * @detail: (nullable): what else is to be known of it
 *
 * Offers one choice more.
 */
void
cnscd_choice_append (GListStore *choices, const char *id, const char *title, const char *detail)
{
  g_autoptr (CnscdChoice) choice = cnscd_choice_new (id, title, detail);

  g_list_store_append (choices, choice);
}

/**
 * cnscd_choice_get_id:
 * @self: a choice
 *
 * Returns: (nullable) (transfer none): what it stands for
 */
const char *
cnscd_choice_get_id (CnscdChoice *self)
{
  g_return_val_if_fail (CNSCD_IS_CHOICE (self), NULL);

  return self->id;
}

/**
 * cnscd_choice_get_title:
 * @self: a choice
 *
 * Returns: (transfer none): what it is called
 */
const char *
cnscd_choice_get_title (CnscdChoice *self)
{
  g_return_val_if_fail (CNSCD_IS_CHOICE (self), NULL);

  return self->title;
}

/**
 * cnscd_choice_get_detail:
 * @self: a choice
 *
 * Returns: (nullable) (transfer none): what else is to be known of it
 */
const char *
cnscd_choice_get_detail (CnscdChoice *self)
{
  g_return_val_if_fail (CNSCD_IS_CHOICE (self), NULL);

  return self->detail;
}

/**
 * cnscd_choice_matches:
 * @self: a choice
 * @key: (nullable): of cnscd_text_search_key()
 *
 * Returns: whether a word of the choice begins with each word of @key
 */
gboolean
cnscd_choice_matches (CnscdChoice *self, const char *key)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (CNSCD_IS_CHOICE (self), FALSE);

  words = g_strsplit (key != NULL ? key : "", " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = self->key;

      while (at != NULL && !g_str_has_prefix (at, words[i]))
        {
          at = strchr (at, ' ');
          if (at != NULL)
            at++;
        }
      if (at == NULL)
        return FALSE;
    }
  return TRUE;
}
