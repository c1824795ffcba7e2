/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-sky.h"

#include <math.h>

/* Of 2000-01-01 12:00. */
#define JULIAN_DAY_2000       2451545.0
#define DAYS_PER_CENTURY      36525.0
#define DAYS_PER_MILLENNIUM   365250.0
#define DAYS_PER_YEAR         365.25
#define SECONDS_PER_DAY       86400.0
#define NEW_MOONS_PER_CENTURY 1236.85
#define RADIANS               (G_PI / 180)
#define ARC_SECONDS           (1 / 3600.0)
#define PLANETARY_TERM_UNIT   1e-8 /* radians */

/* Days times a sine of multiples of the four arguments, and a power of the eccentricity. */
typedef struct
{
  double days;
  gint8 sun;      /* M, the sun's mean anomaly */
  gint8 moon;     /* M', the moon's mean anomaly */
  gint8 latitude; /* F, the moon's argument of latitude */
  gint8 eccentricity;
} MoonTerm;

typedef struct
{
  double days;
  double degrees;
  double degrees_per_moon;
} PlanetTerm;

/* amplitude × cos (phase + frequency × millennia) */
typedef struct
{
  double amplitude;
  double phase;
  double frequency;
} SunTerm;

/* Meeus, chapter 49, the columns of the new moon. */
static const MoonTerm moon_terms[] = {
  { -0.40720, 0, 1, 0, 0 },   { 0.17241, 1, 0, 0, 1 },   { 0.01608, 0, 2, 0, 0 },
  { 0.01039, 0, 0, 2, 0 },    { 0.00739, -1, 1, 0, 1 },  { -0.00514, 1, 1, 0, 1 },
  { 0.00208, 2, 0, 0, 2 },    { -0.00111, 0, 1, -2, 0 }, { -0.00057, 0, 1, 2, 0 },
  { 0.00056, 1, 2, 0, 1 },    { -0.00042, 0, 3, 0, 0 },  { 0.00042, 1, 0, 2, 1 },
  { 0.00038, 1, 0, -2, 1 },   { -0.00024, -1, 2, 0, 1 }, { -0.00007, 2, 1, 0, 0 },
  { 0.00004, 0, 2, -2, 0 },   { 0.00004, 3, 0, 0, 0 },   { 0.00003, 1, 1, -2, 0 },
  { 0.00003, 0, 2, 2, 0 },    { -0.00003, 1, 1, 2, 0 },  { 0.00003, -1, 1, 2, 0 },
  { -0.00002, -1, 1, -2, 0 }, { -0.00002, 1, 3, 0, 0 },  { 0.00002, 0, 4, 0, 0 },
};

/* The same chapter: what the planets do, from the second of its fourteen on. */
static const PlanetTerm planet_terms[] = {
  { 0.000165, 251.88, 0.016321 }, { 0.000164, 251.83, 26.651886 }, { 0.000126, 349.42, 36.412478 },
  { 0.000110, 84.66, 18.206239 }, { 0.000062, 141.74, 53.303771 }, { 0.000060, 207.14, 2.453732 },
  { 0.000056, 154.84, 7.306860 }, { 0.000047, 34.52, 27.261239 },  { 0.000042, 207.19, 0.121824 },
  { 0.000040, 291.34, 1.844379 }, { 0.000037, 161.72, 24.198154 }, { 0.000035, 239.56, 25.513099 },
  { 0.000023, 331.55, 3.592518 },
};

/* VSOP87, the earth's heliocentric longitude: Meeus, appendix III, without the smallest terms. */
static const SunTerm longitude_0[] = {
  { 175347046, 0, 0 },           { 3341656, 4.6692568, 6283.07585 },
  { 34894, 4.6261, 12566.1517 }, { 3497, 2.7441, 5753.3849 },
  { 3418, 2.8289, 3.5231 },      { 3136, 3.6277, 77713.7715 },
  { 2676, 4.4181, 7860.4194 },   { 2343, 6.1352, 3930.2097 },
  { 1324, 0.7425, 11506.7698 },  { 1273, 2.0371, 529.691 },
  { 1199, 1.1096, 1577.3435 },   { 990, 5.233, 5884.927 },
  { 902, 2.045, 26.298 },        { 857, 3.508, 398.149 },
  { 780, 1.179, 5223.694 },      { 753, 2.533, 5507.553 },
  { 505, 4.583, 18849.228 },     { 492, 4.205, 775.523 },
  { 357, 2.92, 0.067 },          { 317, 5.849, 11790.629 },
  { 284, 1.899, 796.298 },       { 271, 0.315, 10977.079 },
  { 243, 0.345, 5486.778 },      { 206, 4.806, 2544.314 },
  { 205, 1.869, 5573.143 },      { 202, 2.458, 6069.777 },
  { 156, 0.833, 213.299 },       { 132, 3.411, 2942.463 },
  { 126, 1.083, 20.775 },        { 115, 0.645, 0.98 },
  { 103, 0.636, 4694.003 },      { 102, 0.976, 15720.839 },
  { 102, 4.267, 7.114 },         { 99, 6.21, 2146.17 },
  { 98, 0.68, 155.42 },
};

static const SunTerm longitude_1[] = {
  { 628331966747, 0, 0 },       { 206059, 2.678235, 6283.07585 },
  { 4303, 2.6351, 12566.1517 }, { 425, 1.59, 3.523 },
  { 119, 5.796, 26.298 },       { 109, 2.966, 1577.344 },
  { 93, 2.59, 18849.23 },       { 72, 1.14, 529.69 },
  { 68, 1.87, 398.15 },         { 67, 4.41, 5507.55 },
  { 59, 2.89, 5223.69 },        { 56, 2.17, 155.42 },
};

static const SunTerm longitude_2[] = {
  { 52919, 0, 0 },
  { 8720, 1.0721, 6283.0758 },
  { 309, 0.867, 12566.152 },
};

static double
evaluate (const double *coefficients, guint n, double x)
{
  double sum = 0;

  for (guint i = n; i > 0; i--)
    sum = sum * x + coefficients[i - 1];

  return sum;
}

#define EVALUATE(x, ...)                                                                           \
  evaluate ((const double[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const double[]) { __VA_ARGS__ })), x)

/*
 * TT − UT in seconds: how far the earth's rotation has fallen behind. Espenak
 * and Meeus, Five Millennium Canon of Solar Eclipses (NASA/TP-2006-214141),
 * section 2.7. From 2050 on it is anybody's guess: the moment of a new moon in
 * 2100 is known to about a minute.
 */
static double
get_delta_t (double julian_day)
{
  double year = 2000 + (julian_day - JULIAN_DAY_2000) / DAYS_PER_YEAR;

  if (year < 1920)
    return EVALUATE (year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197);
  if (year < 1941)
    return EVALUATE (year - 1920, 21.20, 0.84493, -0.076100, 0.0020936);
  if (year < 1961)
    return EVALUATE (year - 1950, 29.07, 0.407, -1 / 233.0, 1 / 2547.0);
  if (year < 1986)
    return EVALUATE (year - 1975, 45.45, 1.067, -1 / 260.0, -1 / 718.0);
  if (year < 2005)
    return EVALUATE (year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599);
  if (year < 2050)
    return EVALUATE (year - 2000, 62.92, 0.32217, 0.005589);
  return -20 + 32 * pow ((year - 1820) / 100, 2) - 0.5628 * (2150 - year);
}

static double
add_terms (const SunTerm *terms, guint n_terms, double millennia)
{
  double sum = 0;

  for (guint i = 0; i < n_terms; i++)
    sum += terms[i].amplitude * cos (terms[i].phase + terms[i].frequency * millennia);

  return sum;
}

/**
 * cnscd_sky_new_moon:
 * @number: which new moon; 0 is that of 6 January 2000
 *
 * The moment at which the apparent longitudes of moon and sun are the same, by
 * Jean Meeus, Astronomical Algorithms (second edition), chapter 49. Off by 4 s
 * in the mean and by 17 s at most between 1980 and 2020.
 *
 * Returns: the Julian day of that moment, in universal time
 */
double
cnscd_sky_new_moon (int number)
{
  double k = number;
  double t = k / NEW_MOONS_PER_CENTURY;
  double e = EVALUATE (t, 1, -0.002516, -0.0000074);
  double sun = EVALUATE (t, 2.5534 + 29.10535670 * k, 0, -0.0000014, -0.00000011);
  double moon = EVALUATE (t, 201.5643 + 385.81693528 * k, 0, 0.0107582, 0.00001238, -0.000000058);
  double latitude =
    EVALUATE (t, 160.7108 + 390.67050284 * k, 0, -0.0016118, -0.00000227, 0.000000011);
  double node = EVALUATE (t, 124.7746 - 1.56375588 * k, 0, 0.0020672, 0.00000215);
  double day =
    EVALUATE (t, 2451550.09766 + 29.530588861 * k, 0, 0.00015437, -0.000000150, 0.00000000073);

  for (guint i = 0; i < G_N_ELEMENTS (moon_terms); i++)
    {
      const MoonTerm *term = &moon_terms[i];
      double argument = term->sun * sun + term->moon * moon + term->latitude * latitude;

      day += term->days * pow (e, term->eccentricity) * sin (argument * RADIANS);
    }

  day -= 0.00017 * sin (node * RADIANS);
  day += 0.000325 * sin ((299.77 + 0.107408 * k - 0.009173 * t * t) * RADIANS);
  for (guint i = 0; i < G_N_ELEMENTS (planet_terms); i++)
    day += planet_terms[i].days *
           sin ((planet_terms[i].degrees + planet_terms[i].degrees_per_moon * k) * RADIANS);

  return day - get_delta_t (day) / SECONDS_PER_DAY;
}

/**
 * cnscd_sky_sun_longitude:
 * @julian_day: in universal time, between 1900 and 2100
 *
 * The sun's apparent geocentric longitude, referred to the equinox of the date:
 * Jean Meeus, Astronomical Algorithms (second edition), chapters 22 (nutation)
 * and 25 (higher accuracy). Off by 2″ at most, which is less than a minute of
 * the sun's way.
 *
 * Returns: degrees from 0 to below 360; 0 is the March equinox, 270 the winter
 *   solstice
 */
double
cnscd_sky_sun_longitude (double julian_day)
{
  double days = julian_day + get_delta_t (julian_day) / SECONDS_PER_DAY - JULIAN_DAY_2000;
  double t = days / DAYS_PER_CENTURY;
  double tau = days / DAYS_PER_MILLENNIUM;
  double earth = EVALUATE (tau, add_terms (longitude_0, G_N_ELEMENTS (longitude_0), tau),
                           add_terms (longitude_1, G_N_ELEMENTS (longitude_1), tau),
                           add_terms (longitude_2, G_N_ELEMENTS (longitude_2), tau));
  double node = (125.04452 - 1934.136261 * t) * RADIANS;
  double sun = (280.4665 + 36000.7698 * t) * RADIANS;
  double moon = (218.3165 + 481267.8813 * t) * RADIANS;
  double anomaly = (357.52911 + 35999.05029 * t) * RADIANS;
  double distance = 1.00014 - 0.01671 * cos (anomaly) - 0.00014 * cos (2 * anomaly);
  double nutation =
    -17.20 * sin (node) - 1.32 * sin (2 * sun) - 0.23 * sin (2 * moon) + 0.21 * sin (2 * node);
  double longitude = earth * PLANETARY_TERM_UNIT / RADIANS + 180 +
                     (nutation - 0.09033 - 20.4898 / distance) * ARC_SECONDS;

  longitude = fmod (longitude, 360);
  return longitude < 0 ? longitude + 360 : longitude;
}
