/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words with how often they come up, in relation to the others of the same list. */
typedef struct
{
  const char *text;
  guint weight;
} CnscdDemoWord;

typedef struct
{
  const CnscdDemoWord *words;
  guint n_words;
} CnscdDemoPool;

/* What somebody represents in a team, and who usually holds such an office. */
typedef struct
{
  const char *position;
  const char *body;
  guint men;       /* percent */
  guint born_from; /* year */
  guint born_to;
} CnscdDemoOffice;

/**
 * CnscdDemoHabit:
 * @audience: name of an audience of the catalogue
 * @weight: how often it is taught, in relation to the others
 * @place: (nullable): where else than in the hamlet, before the commune's name
 * @mornings: percent of the sessions
 * @evenings: likewise; the rest is in the afternoon
 * @elderly: percent of the people who come
 * @at_work: whether it is taught from Monday to Friday only
 *
 * When and where an audience is usually taught.
 */
typedef struct
{
  const char *audience;
  guint weight;
  const char *place;
  guint mornings;
  guint evenings;
  guint elderly;
  gboolean at_work;
} CnscdDemoHabit;

/* What is counted where a topic is taught: parts of their names in the catalogue. */
typedef struct
{
  const char *topic;
  const char *indicator;
} CnscdDemoGain;

extern const CnscdDemoPool CNSCD_DEMO_FAMILIES_LOWLAND;
extern const CnscdDemoPool CNSCD_DEMO_FAMILIES_HIGHLAND;
extern const CnscdDemoPool CNSCD_DEMO_MIDDLES_MEN;
extern const CnscdDemoPool CNSCD_DEMO_MIDDLES_WOMEN;
extern const CnscdDemoPool CNSCD_DEMO_GIVEN_MEN;
extern const CnscdDemoPool CNSCD_DEMO_GIVEN_WOMEN;

extern const char *const CNSCD_DEMO_HAMLETS_LOWLAND[];
extern const guint CNSCD_DEMO_N_HAMLETS_LOWLAND;
extern const char *const CNSCD_DEMO_HAMLETS_HIGHLAND[];
extern const guint CNSCD_DEMO_N_HAMLETS_HIGHLAND;

extern const CnscdDemoOffice CNSCD_DEMO_OFFICES[];
extern const guint CNSCD_DEMO_N_OFFICES;

extern const CnscdDemoHabit CNSCD_DEMO_HABITS[];
extern const guint CNSCD_DEMO_N_HABITS;
extern const CnscdDemoGain CNSCD_DEMO_GAINS[];
extern const guint CNSCD_DEMO_N_GAINS;
extern const CnscdDemoPool CNSCD_DEMO_POSTPONED;
extern const CnscdDemoPool CNSCD_DEMO_CANCELLED;

G_END_DECLS
