/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-demo-names.h"
#include "cnscd-demo.h"

G_BEGIN_DECLS

/* The parts of the generator: what is drawn, the roster, the schedule. */

/**
 * CnscdDemoGenerator:
 * @state: of the random numbers
 * @id_time: of the next id, in milliseconds
 * @phone: the last one that was given, without its prefix
 * @phone_step: at most, from one phone to the next
 *
 * A stream of random numbers and what is made of it.
 */
typedef struct
{
  guint64 state;
  guint64 id_time;
  guint phone;
  guint phone_step;
  CnscdDemoSink sink;
  gpointer sink_data;
} CnscdDemoGenerator;

guint64 cnscd_demo_take_bits (CnscdDemoGenerator *generator);
guint cnscd_demo_take_number (CnscdDemoGenerator *generator, guint first, guint last);
gboolean cnscd_demo_take_chance (CnscdDemoGenerator *generator, guint percent);
gboolean cnscd_demo_take_rare_chance (CnscdDemoGenerator *generator, guint per_mille);
guint cnscd_demo_take_weighted (CnscdDemoGenerator *generator, const guint *weights, guint n);
const char *cnscd_demo_take_word (CnscdDemoGenerator *generator, const CnscdDemoPool *pool);
guint *cnscd_demo_take_order (CnscdDemoGenerator *generator, guint n_numbers);
guint *cnscd_demo_split_unevenly (CnscdDemoGenerator *generator,
                                  guint total,
                                  guint n_parts,
                                  guint least,
                                  guint most,
                                  guint n_moves);
gpointer
cnscd_demo_make_record (CnscdDemoGenerator *generator, const CnscdKind *kind, const char *unit);
gboolean cnscd_demo_give (CnscdDemoGenerator *generator, gpointer record, GError **error);

/**
 * CnscdDemoTeam:
 * @place: (nullable): where its hamlet meets: "Nhà văn hóa xóm Ba Nhất"
 * @memberships: (element-type CnscdMembership): the leader first
 */
typedef struct
{
  CnscdTeam *team;
  char *place;
  GPtrArray *memberships;
} CnscdDemoTeam;

/**
 * CnscdDemoCommune:
 * @full_name: "xã Võ Nhai"
 * @decision: id of the decision by which its teams are there
 * @people: (element-type utf8): "name|year", so that nobody looks like somebody else's copy
 * @teams: (element-type CnscdDemoTeam)
 */
typedef struct
{
  const CnscdDemoUnit *unit;
  gboolean urban;
  gboolean highland;
  char *full_name;
  char *decision;
  CnscdDate decision_date;
  GHashTable *people;
  GPtrArray *teams;
} CnscdDemoCommune;

CnscdDemoCommune *cnscd_demo_commune_new (const CnscdDemoUnit *unit);
void cnscd_demo_commune_free (CnscdDemoCommune *commune);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDemoCommune, cnscd_demo_commune_free)

gboolean cnscd_demo_give_roster (CnscdDemoGenerator *generator,
                                 CnscdDemoCommune *commune,
                                 const guint *sizes,
                                 guint n_teams,
                                 GError **error);
gboolean cnscd_demo_give_schedule (CnscdDemoGenerator *generator,
                                   const CnscdDemoPlan *plan,
                                   const CnscdDemoCommune *commune,
                                   guint n_sessions,
                                   GError **error);

/**
 * CnscdDemoSlot:
 * @nr: in the order in which slots were drawn
 * @starts_at: when a session begins
 * @minutes: how long it lasts
 * @team: of which team
 * @audience: place of its audience in the list of %CnscdDemoTeaching
 * @series: (nullable): the series that it belongs to
 * @series_day: the day that the series gave it
 * @rival: (nullable): an earlier one at the same time, that has the same guides …
 * @same_place: … or, where it can be, other guides at the same place
 * @session: (nullable): what it became
 *
 * A time at which something is taught.
 */
typedef struct _CnscdDemoSlot CnscdDemoSlot;

/**
 * CnscdDemoSession:
 * @session: what is planned of it
 * @teams: (element-type CnscdDemoTeam): who holds it
 * @topics: (element-type CnscdTopic): what is taught, in this order
 * @guides: (element-type CnscdMembership): who guides, the leading one first
 * @elderly: percent of the people who come
 *
 * A session on its way to becoming records.
 */
typedef struct
{
  CnscdSession *session;
  GPtrArray *teams;
  GPtrArray *topics;
  GPtrArray *guides;
  guint elderly;
} CnscdDemoSession;

struct _CnscdDemoSlot
{
  guint nr;
  CnscdTime starts_at;
  guint minutes;
  CnscdDemoTeam *team;
  guint audience;
  CnscdSeries *series;
  CnscdDate series_day;
  const CnscdDemoSlot *rival;
  gboolean same_place;
  CnscdDemoSession *session;
};

/* What is taught to whom, when and where. */
typedef struct _CnscdDemoTeaching CnscdDemoTeaching;

CnscdDemoTeaching *cnscd_demo_teaching_new (const CnscdDemoPlan *plan);
void cnscd_demo_teaching_free (CnscdDemoTeaching *teaching);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdDemoTeaching, cnscd_demo_teaching_free)

guint cnscd_demo_teaching_take_audience (const CnscdDemoTeaching *teaching,
                                         CnscdDemoGenerator *generator);
gboolean cnscd_demo_teaching_fits (const CnscdDemoTeaching *teaching,
                                   CnscdDemoGenerator *generator,
                                   guint audience,
                                   CnscdDate day);
guint cnscd_demo_teaching_take_minute (const CnscdDemoTeaching *teaching,
                                       CnscdDemoGenerator *generator,
                                       guint audience);
CnscdDemoSession *cnscd_demo_session_new (const CnscdDemoTeaching *teaching,
                                          CnscdDemoGenerator *generator,
                                          const CnscdDemoCommune *commune,
                                          const CnscdDemoSlot *slot);
void cnscd_demo_session_free (CnscdDemoSession *session);

gboolean cnscd_demo_give_session (CnscdDemoGenerator *generator,
                                  const CnscdDemoPlan *plan,
                                  const CnscdDemoSession *made,
                                  GError **error);

G_END_DECLS
