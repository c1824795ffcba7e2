/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/cnscd-members.h"

G_BEGIN_DECLS

/**
 * CnscdMemberColumnFunc:
 * @member: a member
 *
 * Returns: (transfer full) (nullable): what the column says of the member
 */
typedef char *(*CnscdMemberColumnFunc) (const CnscdMember *member);

GtkListItemFactory *cnscd_member_column_factory_new (CnscdMemberColumnFunc func,
                                                     const char *css_class);

G_END_DECLS
