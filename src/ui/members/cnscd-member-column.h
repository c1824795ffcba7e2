/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/cnscd-row.h"
#include "store/cnscd-members.h"

G_BEGIN_DECLS

/**
 * CnscdMemberColumnFunc:
 * @member: a member
 * @user_data: as given to cnscd_member_column_factory_new()
 *
 * Returns: (transfer full) (nullable): what the column says of the member
 */
typedef char *(*CnscdMemberColumnFunc) (const CnscdMember *member, gpointer user_data);

GtkListItemFactory *cnscd_member_column_factory_new (CnscdMemberColumnFunc func,
                                                     gpointer user_data,
                                                     const char *css_class,
                                                     guint n_chars,
                                                     guint n_natural);

CnscdRow *cnscd_member_column_get_row (GtkWidget *widget);

G_END_DECLS
