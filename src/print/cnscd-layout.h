/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cnscd-document.h"
#include "cnscd-typesetter.h"

G_BEGIN_DECLS

/**
 * CnscdLayoutKind:
 * @book_title: of several together
 * @make: lays out one
 *
 * What is printed: plain values that say everything, one a document.
 */
typedef struct
{
  const char *book_title;
  CnscdDocument *(*make) (gconstpointer item, CnscdTypesetter *typesetter);
} CnscdLayoutKind;

extern const CnscdLayoutKind CNSCD_LAYOUT_ROSTER;   /* of CnscdRoster */
extern const CnscdLayoutKind CNSCD_LAYOUT_SCHEDULE; /* of CnscdSchedule */
extern const CnscdLayoutKind CNSCD_LAYOUT_SIGN_IN;  /* of CnscdSignIn */

CnscdDocument *
cnscd_layout (const CnscdLayoutKind *kind, GPtrArray *items, CnscdTypesetter *typesetter);
void cnscd_layout_async (const CnscdLayoutKind *kind,
                         GPtrArray *items,
                         CnscdTypesetter *typesetter,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
CnscdDocument *cnscd_layout_finish (GAsyncResult *result, GError **error);

G_END_DECLS
