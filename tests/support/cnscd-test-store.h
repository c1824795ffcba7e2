/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

/* Two communes that are in every database: xã Võ Nhai and phường Đức Xuân. */
#define CNSCD_TEST_UNIT       "05716"
#define CNSCD_TEST_OTHER_UNIT "01840"

/* A database in a folder of its own, which goes when the test does. */
typedef struct
{
  char *folder;
  char *path;
  CnscdDatabase *database;
} CnscdTestStore;

CnscdTestStore *cnscd_test_store_new (void);
CnscdTestStore *cnscd_test_store_new_folder (void);
void cnscd_test_store_reopen (CnscdTestStore *store);
void cnscd_test_store_free (CnscdTestStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTestStore, cnscd_test_store_free)

void cnscd_test_remove_folder (const char *folder);

/* Another program that looks into the file: plain SQLite, without the store. */
char *cnscd_test_store_query (CnscdTestStore *store, const char *sql);
void cnscd_test_store_exec (CnscdTestStore *store, const char *sql);

/* Each puts a record with what its kind requires, and gives it. */
void cnscd_test_store_put (CnscdTestStore *store, gconstpointer record);
CnscdHamlet *cnscd_test_store_add_hamlet (CnscdTestStore *store, const char *name);
CnscdTeam *cnscd_test_store_add_team (CnscdTestStore *store, CnscdHamlet *hamlet);
CnscdPerson *
cnscd_test_store_add_person (CnscdTestStore *store, const char *full_name, const char *phone);
CnscdMembership *cnscd_test_store_add_membership (CnscdTestStore *store,
                                                  CnscdTeam *team,
                                                  CnscdPerson *person,
                                                  CnscdRole role);
void cnscd_test_store_add_member (CnscdTestStore *store, CnscdTeam *team, const char *full_name);

G_END_DECLS
