/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-private.h"

/**
 * cnscd_demo_take_bits: (skip)
 * @generator: a generator
 *
 * splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014): GLib does not promise that GRand stays as it is.
 *
 * Returns: 64 random bits
 */
guint64
cnscd_demo_take_bits (CnscdDemoGenerator *generator)
{
  guint64 z;

  generator->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = generator->state;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/**
 * cnscd_demo_take_number: (skip)
 * @generator: a generator
 * @first: the least
 * @last: the most
 *
 * Returns: a number from @first to @last, both included
 */
guint
cnscd_demo_take_number (CnscdDemoGenerator *generator, guint first, guint last)
{
  return first + (guint) (cnscd_demo_take_bits (generator) % (last - first + 1));
}

/**
 * cnscd_demo_take_chance: (skip)
 * @generator: a generator
 * @percent: how often of a hundred times
 *
 * Returns: whether it comes about
 */
gboolean
cnscd_demo_take_chance (CnscdDemoGenerator *generator, guint percent)
{
  return cnscd_demo_take_number (generator, 0, 99) < percent;
}

/**
 * cnscd_demo_take_rare_chance: (skip)
 * @generator: a generator
 * @per_mille: how often of a thousand times
 *
 * Returns: whether it comes about
 */
gboolean
cnscd_demo_take_rare_chance (CnscdDemoGenerator *generator, guint per_mille)
{
  return cnscd_demo_take_number (generator, 0, 999) < per_mille;
}

/**
 * cnscd_demo_take_weighted: (skip)
 * @generator: a generator
 * @weights: (array length=n): how often each comes up, in relation to the others; not all 0
 * @n: how many
 *
 * Returns: which one came up, from 0
 */
guint
cnscd_demo_take_weighted (CnscdDemoGenerator *generator, const guint *weights, guint n)
{
  guint total = 0;
  guint at;

  for (guint i = 0; i < n; i++)
    total += weights[i];
  g_return_val_if_fail (total > 0, 0);

  at = cnscd_demo_take_number (generator, 0, total - 1);
  for (guint i = 0; i < n; i++)
    {
      if (at < weights[i])
        return i;
      at -= weights[i];
    }

  g_return_val_if_reached (0);
}

/**
 * cnscd_demo_take_word: (skip)
 * @generator: a generator
 * @pool: words
 *
 * Returns: (transfer none): one of them
 */
const char *
cnscd_demo_take_word (CnscdDemoGenerator *generator, const CnscdDemoPool *pool)
{
  guint total = 0;
  guint at;

  for (guint i = 0; i < pool->n_words; i++)
    total += pool->words[i].weight;

  at = cnscd_demo_take_number (generator, 0, total - 1);
  for (guint i = 0; i < pool->n_words; i++)
    {
      if (at < pool->words[i].weight)
        return pool->words[i].text;
      at -= pool->words[i].weight;
    }

  g_return_val_if_reached (pool->words[0].text);
}

/**
 * cnscd_demo_take_order: (skip)
 * @generator: a generator
 * @n_numbers: how many
 *
 * Returns: (transfer full) (array length=n_numbers): the numbers from 0 on, shuffled
 */
guint *
cnscd_demo_take_order (CnscdDemoGenerator *generator, guint n_numbers)
{
  guint *numbers = g_new (guint, n_numbers);

  for (guint i = 0; i < n_numbers; i++)
    numbers[i] = i;
  for (guint i = n_numbers; i > 1; i--)
    {
      guint other = cnscd_demo_take_number (generator, 0, i - 1);
      guint kept = numbers[i - 1];

      numbers[i - 1] = numbers[other];
      numbers[other] = kept;
    }

  return numbers;
}

/**
 * cnscd_demo_split_unevenly: (skip)
 * @generator: a generator
 * @total: what to split
 * @n_parts: into how many parts
 * @least: of each
 * @most: of each
 * @n_moves: the more, the less even
 *
 * Returns: (transfer full) (array length=n_parts): the parts, of @total in all
 */
guint *
cnscd_demo_split_unevenly (CnscdDemoGenerator *generator,
                           guint total,
                           guint n_parts,
                           guint least,
                           guint most,
                           guint n_moves)
{
  guint *parts = g_new (guint, n_parts);

  for (guint i = 0; i < n_parts; i++)
    parts[i] = total / n_parts + (i < total % n_parts ? 1 : 0);

  for (guint i = 0; i < n_moves; i++)
    {
      guint from = cnscd_demo_take_number (generator, 0, n_parts - 1);
      guint to = cnscd_demo_take_number (generator, 0, n_parts - 1);

      if (parts[from] > least && parts[to] < most)
        {
          parts[from]--;
          parts[to]++;
        }
    }

  return parts;
}

/* A UUID of version 7 (RFC 9562) that is the same for the same seed. */
static char *
make_id (CnscdDemoGenerator *generator)
{
  static const char digits[] = "0123456789abcdef";
  guint64 time = generator->id_time++;
  guint64 first = cnscd_demo_take_bits (generator);
  guint64 second = cnscd_demo_take_bits (generator);
  guint64 high = (time << 16) | 0x7000 | (first & 0xfff);
  guint64 low =
    ((0x8000 | (second >> 50)) << 48) | (((second >> 32) & 0xffff) << 32) | (second & 0xffffffff);
  char *text = g_malloc (37);
  char *end = text;

  for (guint i = 0; i < 32; i++)
    {
      guint64 half = i < 16 ? high : low;

      if (i == 8 || i == 12 || i == 16 || i == 20)
        *end++ = '-';
      *end++ = digits[(half >> (60 - 4 * (i % 16))) & 0xf];
    }
  *end = '\0';

  return text;
}

/**
 * cnscd_demo_make_record: (skip)
 * @generator: a generator
 * @kind: a kind
 * @unit: code of the commune
 *
 * Returns: (transfer full): a record of nothing yet, with an id of @generator's
 */
gpointer
cnscd_demo_make_record (CnscdDemoGenerator *generator, const CnscdKind *kind, const char *unit)
{
  CnscdRecord *record = cnscd_record_new_blank (kind);

  g_set_str (&record->unit, unit);
  g_free (record->id);
  record->id = make_id (generator);
  return record;
}

/**
 * cnscd_demo_give: (skip)
 * @generator: a generator
 * @record: a record, complete
 * @error: return location for an error of the sink
 *
 * Returns: whether the sink took it
 */
gboolean
cnscd_demo_give (CnscdDemoGenerator *generator, gpointer record, GError **error)
{
  return generator->sink (record, generator->sink_data, error);
}
