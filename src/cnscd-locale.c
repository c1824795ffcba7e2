/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-locale.h"
#include "cnscd-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

/* Where distributions keep the C locale with UTF-8 that glibc also has built in. */
static const char *const C_UTF8_FOLDERS[] = { "/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8" };

/* The language that the person wants to read, as gettext would look for it. */
static const char *
find_wanted_language (void)
{
  static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i]);

      /* LANGUAGE alone changes nothing in the C locale proper. */
      if (value != NULL && *value != '\0')
        return value;
    }

  return NULL;
}

/*
 * Many computers have no Vietnamese locale, although the words are there: glibc
 * translates in no locale whose name begins with "C". Loading its own C.UTF-8
 * under another name makes it look at the catalogues again; dates, numbers and
 * sorting are not touched, and this program does not take them from glibc.
 */
static gboolean
pretend_messages_locale (const char *folder)
{
  g_autofree char *parent = g_dir_make_tmp ("cnscd-locale-XXXXXX", NULL);
  g_autofree char *link = NULL;
  g_autofree char *before = g_strdup (g_getenv ("LOCPATH"));
  gboolean done = FALSE;

  if (parent == NULL)
    return FALSE;

  link = g_build_filename (parent, "vi_VN.utf8", NULL);
  if (symlink (folder, link) == 0)
    {
      g_setenv ("LOCPATH", parent, TRUE);
      done = setlocale (LC_MESSAGES, "vi_VN.UTF-8") != NULL;
      if (before != NULL)
        g_setenv ("LOCPATH", before, TRUE);
      else
        g_unsetenv ("LOCPATH");
      g_unlink (link);
    }
  g_rmdir (parent);

  return done;
}

static void
provide_translations (void)
{
  const char *wanted = find_wanted_language ();

  if (wanted == NULL || !g_str_has_prefix (wanted, "vi"))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (C_UTF8_FOLDERS); i++)
    if (g_file_test (C_UTF8_FOLDERS[i], G_FILE_TEST_IS_DIR) &&
        pretend_messages_locale (C_UTF8_FOLDERS[i]))
      return;
}

/**
 * cnscd_locale_set_up:
 *
 * Chooses the language, also where the system has no locale for it, and finds
 * the program's translations. To be called before anything else in main().
 *
 * The environment's CNSCD_LOCALEDIR, if set, is where the translations are:
 * for running from the build folder.
 */
void
cnscd_locale_set_up (void)
{
  const char *folder = g_getenv ("CNSCD_LOCALEDIR");
  const char *messages;

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");

  messages = setlocale (LC_MESSAGES, NULL);
  if (messages == NULL || *messages == 'C' || g_str_equal (messages, "POSIX"))
    provide_translations ();

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : CNSCD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * cnscd_locale_complete_adwaita:
 *
 * Has libadwaita speak the program's language also where its own catalogue is
 * behind its source. To be called when libadwaita is initialized, for that is
 * when it finds its catalogues.
 */
void
cnscd_locale_complete_adwaita (void)
{
  static const char domain[] = "libadwaita";
  static const char probe[] = "Acknowledgements";
  g_autofree char *folder = g_strdup (bindtextdomain (domain, NULL));

  if (folder == NULL || !g_str_equal (dgettext (domain, probe), probe))
    return;

  bindtextdomain (domain, CNSCD_DATADIR "/locale");
  /* Nor is it a language of the program. */
  if (g_str_equal (dgettext (domain, probe), probe))
    bindtextdomain (domain, folder);
}
