/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-restore-flow.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-records.h"
#include "core/cnscd-schedule-records.h"
#include "model/cnscd-repository-backup.h"
#include "model/cnscd-repository-office.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-file-dialog.h"

/* One backup on its way: chosen, compared, agreed to, restored. */
typedef struct
{
  CnscdWindow *window;
  GFile *backup;
  gboolean was_open;
} Flow;

static void
flow_free (Flow *flow)
{
  g_object_unref (flow->window);
  g_object_unref (flow->backup);
  g_free (flow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

static gint64
sum_up (const CnscdRestoreCount *count)
{
  return count->n_changed + count->n_removed + count->n_added;
}

/* "1 changed, 1 new (Tổ Một, Tổ Hai), 2 deleted": the names are of what there is here. */
static char *
describe_change (const CnscdRestoreCount *count)
{
  g_autofree char *changed = cnscd_words_for_number ((guint) count->n_changed);
  g_autofree char *new = cnscd_words_for_number ((guint) count->n_removed);
  g_autofree char *deleted = cnscd_words_for_number ((guint) count->n_added);
  g_autofree char *changed_words = NULL;
  g_autofree char *new_words = NULL;
  g_autofree char *deleted_words = NULL;
  g_autofree char *here = NULL;
  g_autofree char *named = NULL;

  /* Translators: how many records of a kind, since a backup */
  if (count->n_changed > 0)
    changed_words = g_strdup_printf (C_ ("restore", "%s changed"), changed);
  if (count->n_removed > 0)
    new_words = g_strdup_printf (C_ ("restore", "%s new"), new);
  if (count->n_added > 0)
    deleted_words = g_strdup_printf (C_ ("restore", "%s deleted"), deleted);
  here = cnscd_words_join (", ", changed_words, new_words);
  if (count->names != NULL)
    named = g_strdup_printf ("%s (%s)", here, count->names);
  return cnscd_words_join (", ", named != NULL ? named : here, deleted_words);
}

static void
add_change (AdwPreferencesGroup *group, const char *title, const CnscdRestoreCount *count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *change = describe_change (count);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), change);
  adw_preferences_group_add (group, row);
}

/* What is known no further. */
static void
add_plain_change (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), C_ ("restore", "Changed"));
  adw_preferences_group_add (group, row);
}

static gboolean
list_records (AdwPreferencesGroup *group, const GArray *counts)
{
  const struct
  {
    const char *kind;
    const char *title;
  } shown[] = {
    { CNSCD_KIND_TEAM.name, _ ("Teams") },
    { CNSCD_KIND_PERSON.name, C_ ("restore", "People") },
    { CNSCD_KIND_MEMBERSHIP.name, _ ("Memberships") },
    { CNSCD_KIND_HAMLET.name, _ ("Hamlets") },
    { CNSCD_KIND_HAMLET_PROFILE.name, _ ("Hamlet profiles") },
    { CNSCD_KIND_DECISION.name, _ ("Decisions") },
    { CNSCD_KIND_SESSION.name, _ ("Sessions") },
    { CNSCD_KIND_SERIES.name, _ ("Series of sessions") },
    { CNSCD_KIND_SESSION_RESULT.name, _ ("Results of sessions") },
    { CNSCD_KIND_TOPIC.name, _ ("Topics") },
    { CNSCD_KIND_AUDIENCE.name, _ ("Audiences") },
    { CNSCD_KIND_AUDIENCE_TOPIC.name, _ ("Topics of audiences") },
    { CNSCD_KIND_INDICATOR.name, _ ("Indicators") },
    { CNSCD_KIND_HOLIDAY.name, _ ("Holidays") },
    { CNSCD_RESTORE_KIND_SETTING, _ ("Other settings") },
  };
  const CnscdRestoreCount *found[G_N_ELEMENTS (shown)] = { NULL };
  CnscdRestoreCount rest = { 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      const CnscdRestoreCount *count = &g_array_index (counts, CnscdRestoreCount, i);
      guint j = 0;

      while (j < G_N_ELEMENTS (shown) && !g_str_equal (shown[j].kind, count->kind))
        j++;
      if (j < G_N_ELEMENTS (shown))
        found[j] = count;
      else
        {
          rest.n_changed += count->n_changed;
          rest.n_removed += count->n_removed;
          rest.n_added += count->n_added;
        }
    }

  for (guint j = 0; j < G_N_ELEMENTS (shown); j++)
    {
      if (found[j] == NULL || sum_up (found[j]) == 0)
        continue;
      add_change (group, shown[j].title, found[j]);
      any = TRUE;
    }
  if (sum_up (&rest) > 0)
    add_change (group, C_ ("restore", "Other records"), &rest);
  return any || sum_up (&rest) > 0;
}

static const CnscdSigner *
find_signer (const CnscdOffice *office, const char *full_name)
{
  for (guint i = 0; i < office->signers->len; i++)
    {
      const CnscdSigner *signer = office->signers->pdata[i];

      if (g_strcmp0 (signer->full_name, full_name) == 0)
        return signer;
    }
  return NULL;
}

static void
compare_signers (const CnscdOffice *here, const CnscdOffice *there, CnscdRestoreCount *count)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < here->signers->len; i++)
    {
      const CnscdSigner *signer = here->signers->pdata[i];
      const CnscdSigner *other = find_signer (there, signer->full_name);

      if (other == NULL)
        count->n_removed++;
      else if (g_strcmp0 (signer->authority, other->authority) != 0)
        count->n_changed++;
      else
        continue;
      g_ptr_array_add (names, signer->full_name);
    }
  for (guint i = 0; i < there->signers->len; i++)
    {
      const CnscdSigner *signer = there->signers->pdata[i];

      if (find_signer (here, signer->full_name) == NULL)
        count->n_added++;
    }
  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);
  count->names = g_strjoinv (", ", (char **) names->pdata);
}

/* In another order another one is the usual one. */
static gboolean
are_in_same_order (const CnscdOffice *here, const CnscdOffice *there)
{
  g_autofree char *one = cnscd_office_write_signers (here);
  g_autofree char *other = cnscd_office_write_signers (there);

  return g_strcmp0 (one, other) == 0;
}

static gboolean
list_settings (AdwPreferencesGroup *group, const CnscdOffice *here, const CnscdOffice *there)
{
  CnscdRestoreCount signers = { 0 };

  if (here == NULL || cnscd_office_equal (here, there))
    return FALSE;

  compare_signers (here, there, &signers);
  if (sum_up (&signers) > 0)
    add_change (group, _ ("Signers"), &signers);
  else if (!are_in_same_order (here, there))
    add_plain_change (group, _ ("Signers"));
  g_free (signers.names);

  if (g_strcmp0 (here->unit, there->unit) != 0 || here->unit_chosen != there->unit_chosen)
    add_plain_change (group, _ ("Commune"));
  if (g_strcmp0 (here->superior_body, there->superior_body) != 0 ||
      g_strcmp0 (here->issuing_body, there->issuing_body) != 0 ||
      g_strcmp0 (here->place_name, there->place_name) != 0)
    add_plain_change (group, _ ("Letterhead"));
  if (here->sizes.min != there->sizes.min || here->sizes.max != there->sizes.max)
    add_plain_change (group, _ ("Size of a Team"));
  if (here->max_sessions_per_week != there->max_sessions_per_week)
    add_plain_change (group, _ ("Sessions of a Guide"));
  return TRUE;
}

/* What is the work of somebody since the backup; %NULL when nothing is. */
static GtkWidget *
list_changes (Flow *flow, const GArray *counts, const CnscdOffice *office)
{
  CnscdRepository *repository = cnscd_window_get_repository (flow->window);
  const CnscdOffice *here =
    cnscd_repository_is_open (repository) ? cnscd_repository_get_office (repository) : NULL;
  g_autoptr (GtkWidget) list = g_object_ref_sink (adw_preferences_group_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (list);
  gboolean records = list_records (group, counts);
  gboolean settings = list_settings (group, here, office);

  if (!records && !settings)
    return NULL;

  adw_preferences_group_set_title (group, _ ("Changes That Are Lost"));
  adw_preferences_group_set_description (group, _ ("What was done since the backup"));
  return g_steal_pointer (&list);
}

/* A backup of another commune is most likely the wrong one. */
static void
append_office (GString *text, Flow *flow, const CnscdOffice *office)
{
  CnscdRepository *repository = cnscd_window_get_repository (flow->window);
  const char *here = cnscd_repository_get_unit (repository);
  const char *there_name, *here_name;

  if (office == NULL || g_strcmp0 (office->unit, here) == 0 ||
      (office->unit == NULL && !office->unit_chosen))
    return;

  there_name = office->unit != NULL ? cnscd_repository_get_unit_name (repository, office->unit)
                                    : _ ("the whole province");
  here_name =
    here != NULL ? cnscd_repository_get_unit_name (repository, here) : _ ("the whole province");
  if (there_name == NULL || here_name == NULL)
    return;

  g_string_append_c (text, '\n');
  /* Translators: two communes: "xã Phú Bình", "xã Võ Nhai" */
  g_string_append_printf (text, _ ("It is a backup of %s; the database here is of %s."), there_name,
                          here_name);
  g_string_append_c (text, '\n');
}

static char *
describe (Flow *flow, gboolean unchanged, const CnscdOffice *office, gint64 at)
{
  g_autofree char *time = cnscd_words_for_time (at * G_USEC_PER_SEC);
  g_autoptr (GString) text = g_string_new (NULL);

  if (time != NULL)
    {
      /* Translators: %s is a date and a time */
      g_string_append_printf (text, _ ("Backup of %s"), time);
      g_string_append_c (text, '\n');
    }
  append_office (text, flow, office);
  if (unchanged)
    g_string_append_printf (text, "\n%s\n", _ ("Nothing was changed since."));

  g_string_append_c (text, '\n');
  g_string_append (text, _ ("It replaces the database, which is kept in the backup folder."));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;

  if (!cnscd_repository_restore_finish (CNSCD_REPOSITORY (source), result, &error))
    {
      /* It is closed now. */
      if (flow->was_open && !cnscd_window_is_closed (flow->window))
        cnscd_window_reopen (flow->window);
      cnscd_window_show_error (flow->window, _ ("Backup Not Restored"), error);
      return;
    }
  if (cnscd_window_is_closed (flow->window))
    return;

  cnscd_window_reopen (flow->window);
  cnscd_window_show_message (flow->window, _ ("Backup restored"));
}

/* Those that it was chosen in. */
static void
close_dialogs (CnscdWindow *window)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))) !=
         NULL)
    adw_dialog_force_close (dialog);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (response, "restore") || cnscd_window_is_closed (flow->window))
    return;

  close_dialogs (flow->window);
  flow->was_open = cnscd_repository_is_open (cnscd_window_get_repository (flow->window));
  cnscd_window_suspend (flow->window);
  cnscd_repository_restore_async (cnscd_window_get_repository (flow->window),
                                  cnscd_window_get_path (flow->window), flow->backup, restored_cb,
                                  flow);
  g_steal_pointer (&flow);
}

/* The store's words for a damaged file are to restore a backup, of which this is one. */
static void
explain (GError **error)
{
  if (!g_error_matches (*error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
    return;

  g_clear_error (error);
  g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED,
                       _ ("This backup is damaged, and nothing was changed. Choose another one."));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (CnscdOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) changes = NULL;
  g_autofree char *body = NULL;
  gint64 at = 0;
  AdwAlertDialog *dialog;

  if (!cnscd_repository_compare_backup_finish (CNSCD_REPOSITORY (source), result, &counts, &office,
                                               &at, &error))
    {
      explain (&error);
      cnscd_window_show_error (flow->window, _ ("Backup Not Restored"), error);
      return;
    }
  if (cnscd_window_is_closed (flow->window))
    return;

  changes = counts != NULL ? list_changes (flow, counts, office) : NULL;
  body = describe (flow, counts != NULL && changes == NULL, office, at);
  dialog = cnscd_alert_new_loss (_ ("Restore This Backup?"), body, _ ("_Cancel"), "restore",
                                 _ ("_Restore"));
  adw_alert_dialog_set_extra_child (dialog, changes);
  cnscd_alert_widen (dialog, GTK_WIDGET (flow->window));
  adw_alert_dialog_choose (dialog, GTK_WIDGET (flow->window), NULL, answered_cb, flow);
  g_steal_pointer (&flow);
}

/**
 * cnscd_restore_flow_start:
 * @window: a window
 *
 * Lets the person choose a backup, says what restoring it would do, and does
 * it if that is agreed to.
 */
void
cnscd_restore_flow_start (CnscdWindow *window)
{
  static const char *const suffixes[] = { "db", NULL };
  g_autoptr (GtkFileDialog) dialog =
    cnscd_file_dialog_new (_ ("Restore Backup"), _ ("Backups"), suffixes);
  const char *chosen = cnscd_repository_get_backup_folder (cnscd_window_get_repository (window));
  g_autoptr (GFile) folder =
    chosen != NULL ? g_file_new_for_path (chosen)
                   : cnscd_repository_dup_backup_folder (cnscd_window_get_path (window));

  gtk_file_dialog_set_initial_folder (dialog, folder);
  cnscd_file_dialog_open (dialog, window, N_ ("Backup Not Restored"),
                          cnscd_restore_flow_start_with_file);
}

/**
 * cnscd_restore_flow_start_with_file:
 * @window: a window
 * @backup: a backup
 *
 * As cnscd_restore_flow_start(), with the backup already chosen.
 */
void
cnscd_restore_flow_start_with_file (CnscdWindow *window, GFile *backup)
{
  Flow *flow;

  if (g_file_peek_path (backup) == NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("The file must be on this computer. Choose another folder."));

      cnscd_window_show_error (window, _ ("Backup Not Restored"), error);
      return;
    }

  flow = g_new0 (Flow, 1);
  flow->window = g_object_ref (window);
  flow->backup = g_object_ref (backup);
  cnscd_repository_compare_backup_async (cnscd_window_get_repository (window),
                                         cnscd_window_get_path (window), backup, compared_cb, flow);
}
