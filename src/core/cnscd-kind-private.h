/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-record.h"

/* A field is called in SQL, in the outbox and in the province's API as in its struct. */
#define FIELD_OF(Type, member, field_type, ...)                                                    \
  { .name = #member,                                                                               \
    .type = CNSCD_FIELD_##field_type,                                                              \
    .offset = G_STRUCT_OFFSET (Type, member),                                                      \
    __VA_ARGS__ }

#define KIND(Type, kind_name, kind_fields, ...)                                                    \
  { .name = kind_name,                                                                             \
    .size = sizeof (Type),                                                                         \
    .fields = kind_fields,                                                                         \
    .n_fields = G_N_ELEMENTS (kind_fields),                                                        \
    __VA_ARGS__ }
