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

G_END_DECLS
