/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-phone.h"

#include <string.h>

#include "cnscd-text.h"

/* A cell longer than this is no list of telephone numbers. */
#define MAX_LENGTH 256

/* No number has more digits, with its country code and a needless 0. */
#define MAX_DIGITS 14

/* Digits without anything between them, and the + before them. */
typedef struct
{
  const char *start;
  const char *end;
} Group;

typedef struct
{
  GArray *groups; /* Group, since the last separator of numbers */
  GPtrArray *phones;
  gboolean complete;
} Splitter;

/* What may stand beside numbers without saying anything more, folded. */
static const char *const known_words[] = {
  "va",   "hoac",  "or", "sdt",  "dt",     "dd",    "dtdd", "tel", "zalo", "so",
  "dien", "thoai", "di", "dong", "mobile", "phone", "cq",   "nr",  NULL,
};

static char *
read_groups (const Group *first, const Group *last)
{
  g_autofree char *text = NULL;
  guint n_digits = 0;

  for (const Group *group = first; group <= last; group++)
    {
      n_digits += group->end - group->start;
      if (n_digits > MAX_DIGITS)
        return NULL;
    }

  text = g_strndup (first->start, last->end - first->start);
  return cnscd_phone_normalize (text);
}

static void
add_phone (Splitter *splitter, char *phone)
{
  if (g_ptr_array_find_with_equal_func (splitter->phones, phone, g_str_equal, NULL))
    g_free (phone);
  else
    g_ptr_array_add (splitter->phones, phone);
}

/*
 * Numbers with nothing but spaces, points or hyphens between them, and within
 * them: looks for a way to make numbers of all groups.
 */
static void
finish_groups (Splitter *splitter)
{
  const Group *groups = (const Group *) (gpointer) splitter->groups->data;
  guint n = splitter->groups->len;
  g_autofree guint *next = g_new0 (guint, n + 1); /* 0: no way from here to the end */

  next[n] = n + 1;
  for (guint i = n; i-- > 0;)
    {
      for (guint j = i + 1; j <= MIN (n, i + MAX_DIGITS) && next[i] == 0; j++)
        {
          g_autofree char *phone = next[j] != 0 ? read_groups (&groups[i], &groups[j - 1]) : NULL;

          if (phone != NULL)
            next[i] = j;
        }
    }

  for (guint i = 0; i < n;)
    {
      char *phone = NULL;
      guint j = next[i];

      if (j != 0)
        {
          phone = read_groups (&groups[i], &groups[j - 1]);
        }
      else
        {
          splitter->complete = FALSE;
          for (j = i + 1; j <= MIN (n, i + MAX_DIGITS) && phone == NULL; j++)
            phone = read_groups (&groups[i], &groups[j - 1]);
          j = phone != NULL ? j - 1 : i + 1;
        }

      if (phone != NULL)
        add_phone (splitter, phone);
      i = j;
    }

  g_array_set_size (splitter->groups, 0);
}

static const char *
read_group (Splitter *splitter, const char *text)
{
  Group group = { text, text + (*text == '+') };

  while (g_ascii_isdigit (*group.end))
    group.end++;
  if (group.end - group.start > (*text == '+'))
    g_array_append_val (splitter->groups, group);
  else
    splitter->complete = FALSE;

  return group.end;
}

static const char *
read_word (Splitter *splitter, const char *text)
{
  const char *end = text;
  g_autofree char *word = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  word = g_strndup (text, end - text);
  splitter->complete &= g_strv_contains (known_words, word);
  finish_groups (splitter);

  return end;
}

/**
 * cnscd_phone_split:
 * @text: (nullable): a cell, in which there may be several telephone numbers
 * @complete: (out) (optional): whether @text says nothing but these numbers
 *
 * Finds the numbers in a text such as "0912345678/0987654321 (Zalo)", in the
 * order in which they stand and each once.
 *
 * Returns: (transfer full) (array zero-terminated=1): the numbers as
 *   cnscd_phone_normalize() leaves them; may be empty
 */
GStrv
cnscd_phone_split (const char *text, gboolean *complete)
{
  g_autofree char *folded = cnscd_text_fold (text);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (g_free);
  Splitter splitter = { .groups = groups, .phones = phones, .complete = TRUE };
  char *whole = cnscd_phone_normalize (text);

  if (whole != NULL)
    {
      g_ptr_array_add (phones, whole);
    }
  else if (strlen (folded) > MAX_LENGTH)
    {
      splitter.complete = FALSE;
    }
  else
    {
      for (const char *p = folded; *p != '\0';)
        {
          if (g_ascii_isdigit (*p) || *p == '+')
            {
              p = read_group (&splitter, p);
            }
          else if (g_unichar_isalpha (g_utf8_get_char (p)))
            {
              p = read_word (&splitter, p);
            }
          else
            {
              /* Whatever else stands there keeps numbers apart; "(0912) 345.678" is one. */
              if (strchr (" .-_()'\"", *p) == NULL)
                finish_groups (&splitter);
              p = g_utf8_next_char (p);
            }
        }
      finish_groups (&splitter);
    }

  if (complete != NULL)
    *complete = splitter.complete;

  g_ptr_array_add (phones, NULL);
  return (GStrv) g_ptr_array_steal (phones, NULL);
}
