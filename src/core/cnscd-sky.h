/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double cnscd_sky_new_moon (int number);
double cnscd_sky_sun_longitude (double julian_day);

G_END_DECLS
