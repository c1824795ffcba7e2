/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static const struct
{
  const char *name;
  void (*run) (void);
  void (*once) (const char *argument); /* nullable: by itself, for its memory */
} parts[] = {
  { "import", bench_import, bench_import_once },
  { "search", bench_search, NULL },
  { "sort", bench_sort, NULL },
  { "duplicates", bench_duplicates, NULL },
  { "filter", bench_filter, NULL },
  { "teams", bench_teams, NULL },
  { "bulk", bench_bulk, NULL },
  { "save", bench_save, NULL },
  { "schedule", bench_schedule, NULL },
  { "upkeep", bench_upkeep, NULL },
  { "print", bench_print, bench_print_once },
};

static gboolean
run_once (const char *name, const char *argument)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].once != NULL && g_str_equal (parts[i].name, name))
        {
          parts[i].once (argument);
          printf ("%" G_GUINT64_FORMAT "\n", bench_peak_kb ());
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
run_part (const char *name)
{
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (name == NULL || g_str_equal (parts[i].name, name))
        {
          parts[i].run ();
          found = TRUE;
        }
    }

  return found;
}

int
main (int argc, char *argv[])
{
  gboolean done = TRUE;

  setlocale (LC_ALL, "");
  if (argc == 4 && g_str_equal (argv[1], "--once"))
    done = run_once (argv[2], argv[3]);
  else if (argc == 1)
    done = run_part (NULL);
  else
    for (int i = 1; i < argc && done; i++)
      done = run_part (argv[i]);

  bench_clean_up ();
  if (done)
    return EXIT_SUCCESS;

  fprintf (
    stderr,
    "usage: bench [import|search|sort|duplicates|filter|teams|bulk|save|schedule|upkeep|print]…\n");
  return 2;
}
