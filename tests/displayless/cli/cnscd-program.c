/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-program.h"

#include <glib/gstdio.h>
#include <unistd.h>

void
place_init (Place *place)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("cnscd-cli-XXXXXX", &error);
  g_assert_no_error (error);
  place->database = place_path (place, "roster.db");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_chmod (child, 0700);
      remove_tree (child);
    }
  g_remove (path);
}

void
place_clear (Place *place)
{
  remove_tree (place->folder);
  g_clear_pointer (&place->folder, g_free);
  g_clear_pointer (&place->database, g_free);
}

void
outcome_free (Outcome *outcome)
{
  g_free (outcome->out);
  g_free (outcome->err);
  g_free (outcome);
}

/* Permission bits do not hold root back; a read-only mount of the program's own does. */
static void
add_mount (const Place *place, GStrvBuilder *builder)
{
  static const char script[] = "mount --bind \"$0\" \"$0\" &&"
                               " mount -o remount,ro,bind \"$0\" && exec \"$@\"";

  g_strv_builder_add_many (builder, "unshare", "--mount", NULL);
  if (geteuid () != 0)
    g_strv_builder_add_many (builder, "--user", "--map-root-user", NULL);
  g_strv_builder_add_many (builder, "sh", "-c", script, place->folder, NULL);
}

gboolean
place_make_read_only (Place *place)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  int status = -1;

  add_mount (place, builder);
  g_strv_builder_add (builder, "true");
  words = g_strv_builder_end (builder);
  place->read_only =
    g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL) &&
    status == 0;
  if (!place->read_only)
    g_test_skip ("no folder can be mounted read-only here");
  return place->read_only;
}

char *
sample_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
}

char *
place_path (const Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

GStrv
place_list_files (const Place *place)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}

/* The data of no bytes is NULL. */
static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data != NULL ? data : "", size);
}

Outcome *
run_program_plain (const Place *place, const char *stdout_path, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  Outcome *outcome = g_new0 (Outcome, 1);
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDERR_PIPE;

  g_assert_nonnull (g_getenv ("CNSCD_PROGRAM"));
  if (place->read_only)
    add_mount (place, builder);
  g_strv_builder_add (builder, g_getenv ("CNSCD_PROGRAM"));
  g_strv_builder_addv (builder, (const char **) arguments);
  words = g_strv_builder_end (builder);

  if (stdout_path == NULL)
    flags |= G_SUBPROCESS_FLAGS_STDOUT_PIPE;
  launcher = g_subprocess_launcher_new (flags);
  if (stdout_path != NULL)
    g_subprocess_launcher_set_stdout_file_path (launcher, stdout_path);

  /* No display, and nothing of the user's own. */
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", place->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", place->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", place->folder, TRUE);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, stdout_path == NULL ? &out : NULL, &err, &error);
  g_assert_no_error (error);

  g_assert_true (g_subprocess_get_if_exited (process));
  outcome->status = g_subprocess_get_exit_status (process);
  if (out != NULL)
    outcome->out = dup_text (out);
  outcome->err = dup_text (err);
  return outcome;
}

static Outcome *
run_with_values (const Place *place, va_list values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const char *word;

  while ((word = va_arg (values, const char *)) != NULL)
    g_strv_builder_add (builder, word);
  g_strv_builder_add_many (builder, "--database", place->database, NULL);
  words = g_strv_builder_end (builder);
  return run_program_plain (place, NULL, (const char *const *) words);
}

Outcome *
run_program (const Place *place, ...)
{
  va_list values;
  Outcome *outcome;

  va_start (values, place);
  outcome = run_with_values (place, values);
  va_end (values);
  return outcome;
}

JsonNode *
run_json (const Place *place, ...)
{
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  va_list values;
  JsonNode *root;

  va_start (values, place);
  outcome = run_with_values (place, values);
  va_end (values);
  g_assert_cmpstr (outcome->err, ==, "");
  g_assert_cmpint (outcome->status, ==, 0);
  root = json_from_string (outcome->out, &error);
  g_assert_no_error (error);
  return root;
}

void
run_well (const Place *place, ...)
{
  g_autoptr (Outcome) outcome = NULL;
  va_list values;

  va_start (values, place);
  outcome = run_with_values (place, values);
  va_end (values);
  g_assert_cmpstr (outcome->err, ==, "");
  g_assert_cmpint (outcome->status, ==, 0);
}

void
run_badly (const Place *place, int status, ...)
{
  g_autoptr (Outcome) outcome = NULL;
  va_list values;

  va_start (values, status);
  outcome = run_with_values (place, values);
  va_end (values);
  g_assert_cmpint (outcome->status, ==, status);
  g_assert_cmpstr (outcome->out, ==, "");
  g_assert_true (g_str_has_prefix (outcome->err, "cnscd: "));
}

void
assert_counts (JsonNode *root, const char *name, gint64 created, gint64 updated, gint64 unchanged)
{
  JsonObject *counts = json_object_get_object_member (json_node_get_object (root), name);

  g_assert_cmpint (json_object_get_int_member (counts, "created"), ==, created);
  g_assert_cmpint (json_object_get_int_member (counts, "updated"), ==, updated);
  g_assert_cmpint (json_object_get_int_member (counts, "unchanged"), ==, unchanged);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  if (json_object_get_null_member (object, name))
    return "?";
  return json_object_get_string_member (object, name);
}

static char *
describe (JsonObject *member, const char *hamlet)
{
  return g_strjoin ("|", hamlet, get_text (member, "full_name"), get_text (member, "gender"),
                    get_text (member, "birth"), get_text (member, "phone"),
                    get_text (member, "role"), NULL);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GStrv
sort_lines (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (lines, FALSE);
}

GStrv
describe_members (JsonNode *members)
{
  JsonArray *array = json_node_get_array (members);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *member = json_array_get_object_element (array, i);

      g_ptr_array_add (lines, describe (member, get_text (member, "hamlet")));
    }

  return sort_lines (lines);
}

GStrv
describe_expected (const char *name)
{
  g_autofree char *path = sample_path (name);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = g_ptr_array_new ();
  JsonArray *teams;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  teams =
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "teams");
  for (guint i = 0; i < json_array_get_length (teams); i++)
    {
      JsonObject *team = json_array_get_object_element (teams, i);
      JsonArray *members = json_object_get_array_member (team, "members");

      for (guint j = 0; j < json_array_get_length (members); j++)
        g_ptr_array_add (
          lines, describe (json_array_get_object_element (members, j), get_text (team, "hamlet")));
    }

  return sort_lines (lines);
}

void
assert_same_lines (GStrv a, GStrv b)
{
  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
}

void
assert_is_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 5000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpstr (bytes + size - 6, ==, "%%EOF\n");
}
