/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-record.h"

#include <string.h>
#include <sys/random.h>

/*
 * RFC 9562, UUID version 7: 48 bits of Unix milliseconds, then a counter of
 * 42 bits (the 12 of rand_a and the first 30 of rand_b), then 32 random bits.
 * The counter starts anew at a random place in the lower half of its range
 * each millisecond and goes up by one, so that ids made in one process are in
 * the order of their making even within a millisecond or when the clock is
 * set back.
 */
#define COUNTER_BITS 42
#define COUNTER_MAX  ((G_GUINT64_CONSTANT (1) << COUNTER_BITS) - 1)
#define COUNTER_SEED (COUNTER_MAX >> 1)

/* getrandom() never gives less than was asked up to this size. */
#define POOL_SIZE 256

static GMutex lock;
static guint64 last_ms;
static guint64 counter;
static guint8 pool[POOL_SIZE];
static gsize pool_used = POOL_SIZE;

static void
refill_pool (void)
{
  if (getrandom (pool, sizeof pool, 0) != sizeof pool)
    {
      /* Refused by a sandbox or a very old kernel. Order and uniqueness in
       * this process come from the counter all the same. */
      for (gsize i = 0; i < sizeof pool; i++)
        pool[i] = g_random_int () & 0xff;
    }

  pool_used = 0;
}

static void
take_random (gpointer target, gsize size)
{
  if (pool_used + size > sizeof pool)
    refill_pool ();

  memcpy (target, pool + pool_used, size);
  pool_used += size;
}

static void
take_next (guint64 *ms, guint64 *count, guint32 *noise)
{
  guint64 now = (guint64) MAX (g_get_real_time (), 0) / 1000;
  guint64 seed;

  g_mutex_lock (&lock);

  if (now > last_ms)
    {
      take_random (&seed, sizeof seed);
      last_ms = now;
      counter = seed & COUNTER_SEED;
    }
  else if (++counter > COUNTER_MAX)
    {
      last_ms++;
      counter = 0;
    }

  take_random (noise, sizeof *noise);
  *ms = last_ms;
  *count = counter;

  g_mutex_unlock (&lock);
}

/**
 * cnscd_uuid_new:
 *
 * Makes an id for a new record: a UUID of version 7 (RFC 9562), whose first
 * part is the time, so that rows made one after another lie side by side in
 * an index. Ids made in this process ascend strictly, from whichever thread.
 *
 * Returns: (transfer full): 36 lower-case characters
 */
char *
cnscd_uuid_new (void)
{
  static const char digits[] = "0123456789abcdef";
  guint64 ms, count, high, low;
  guint32 noise;
  char *text = g_malloc (37);
  char *end = text;

  take_next (&ms, &count, &noise);

  high = (ms << 16) | 0x7000 | (count >> 30);
  low = (G_GUINT64_CONSTANT (2) << 62) | ((count & 0x3fffffff) << 32) | noise;

  for (int i = 0; i < 32; i++)
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
 * cnscd_uuid_is_valid:
 * @text: (nullable): any text
 *
 * Returns: whether @text is a UUID as records are known by: of any version,
 *   in lower case, with its four hyphens and nothing else
 */
gboolean
cnscd_uuid_is_valid (const char *text)
{
  if (text == NULL)
    return FALSE;

  for (int i = 0; i < 36; i++)
    {
      char c = text[i];

      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (c != '-')
            return FALSE;
        }
      else if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
        {
          return FALSE;
        }
    }

  return text[36] == '\0';
}
