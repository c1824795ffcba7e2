/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-catalog-edit.h"
#include "core/cnscd-catalog-form.h"
#include "ui/common/cnscd-choice-dialog.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-catalog-words.h"

/* No holiday has more days; a wrong year is more likely. */
#define LONG_HOLIDAY 14

/**
 * CnscdCatalogDialog:
 *
 * A form for a topic, an audience, an indicator or a holiday. Of an audience
 * that the province gives, only what it is taught first can be changed.
 */
struct _CnscdCatalogDialog
{
  CnscdFormDialog parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *unit_row;
  AdwEntryRow *first_row;
  AdwEntryRow *last_row;
  AdwPreferencesGroup *workday_group;
  AdwSwitchRow *workday_row;
  AdwPreferencesGroup *topics_group;
  AdwPreferencesGroup *add_group;
  AdwPreferencesGroup *warning_group;
  GtkLabel *warning_label;

  CnscdCatalog *catalog;
  const CnscdKind *kind;
  CnscdRecord *record; /* as stored, or new */
  gboolean is_new;
  const char *unit;  /* of the office */
  GPtrArray *topics; /* (element-type utf8): the office's own, in their order */
  gboolean topics_changed;
  GPtrArray *rows; /* (element-type GtkWidget): of topics */
  gboolean filled; /* from here on, what changes is somebody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdCatalogDialog, cnscd_catalog_dialog, CNSCD_TYPE_FORM_DIALOG)

static AdwEntryRow *
get_row (CnscdCatalogDialog *self, CnscdCatalogField field)
{
  AdwEntryRow *rows[] = { self->name_row, self->unit_row, self->first_row, self->last_row };

  return rows[field];
}

static const char *
get_title (CnscdCatalogField field)
{
  const char *titles[] = { C_ ("catalog", "Name"), C_ ("catalog", "Unit"),
                           C_ ("catalog", "First Day"), C_ ("catalog", "Last Day") };

  return titles[field];
}

static CnscdCatalogForm
read_form (CnscdCatalogDialog *self)
{
  CnscdCatalogForm form = {
    .kind = self->kind,
    .record = self->is_new ? NULL : self->record,
    .workday = adw_switch_row_get_active (self->workday_row),
  };

  for (CnscdCatalogField i = 0; i < CNSCD_N_CATALOG_FIELDS; i++)
    form.texts[i] = gtk_editable_get_text (GTK_EDITABLE (get_row (self, i)));
  return form;
}

static gboolean
is_owned (CnscdCatalogDialog *self)
{
  return cnscd_catalog_is_owned (self->record, self->unit);
}

static gpointer
make_record (CnscdCatalogDialog *self)
{
  const CnscdCatalogForm form = read_form (self);
  gpointer record = cnscd_record_copy (self->record);

  if (is_owned (self))
    cnscd_catalog_form_fill (&form, record);
  return record;
}

static gboolean
cnscd_catalog_dialog_is_changed (CnscdFormDialog *dialog)
{
  CnscdCatalogDialog *self = CNSCD_CATALOG_DIALOG (dialog);
  const CnscdCatalogForm form = read_form (self);
  gpointer record = make_record (self);
  gboolean changed = self->topics_changed || !cnscd_record_equal (record, self->record);

  cnscd_record_unref (record);
  /* What is no day yet would be lost, too. */
  for (CnscdCatalogField i = CNSCD_CATALOG_FIELD_FIRST_DAY; i < CNSCD_N_CATALOG_FIELDS; i++)
    changed |=
      cnscd_catalog_form_has (&form, i) && self->is_new && !cnscd_form_is_blank (form.texts[i]);
  return changed;
}

static void
warn_of_days (CnscdCatalogDialog *self, const CnscdCatalogForm *form)
{
  const CnscdHoliday *other = cnscd_catalog_form_find_overlap (form, self->catalog);
  g_autofree char *days = other != NULL ? cnscd_words_for_holiday_days (other) : NULL;
  g_autofree char *overlap = NULL;
  g_autofree char *length = NULL;
  g_autofree char *text = NULL;
  gint64 n_days = cnscd_catalog_form_count_days (form);

  if (other != NULL)
    /* Translators: name and days of another holiday */
    overlap = g_strdup_printf (_ ("Shares days with “%s” (%s)."), other->name, days);
  if (n_days > LONG_HOLIDAY)
    {
      g_autofree char *number = cnscd_words_for_number ((guint) n_days);

      /* Translators: a number, more than one */
      length = g_strdup_printf (_ ("These are %s days."), number);
    }
  text = cnscd_words_join ("\n", length, overlap);
  gtk_label_set_text (self->warning_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_group), *text != '\0');
}

static gboolean
cnscd_catalog_dialog_check (CnscdFormDialog *dialog, gboolean changed)
{
  CnscdCatalogDialog *self = CNSCD_CATALOG_DIALOG (dialog);
  const CnscdCatalogForm form = read_form (self);

  for (CnscdCatalogField i = 0; i < CNSCD_N_CATALOG_FIELDS; i++)
    {
      CnscdFormProblem problem = cnscd_catalog_form_check (&form, self->catalog, i);

      if (i >= CNSCD_CATALOG_FIELD_FIRST_DAY)
        cnscd_form_show_date (get_row (self, i), get_title (i), problem);
      else
        cnscd_form_show_problem (get_row (self, i), get_title (i), problem);
    }
  warn_of_days (self, &form);
  return cnscd_catalog_form_is_valid (&form, self->catalog);
}

static void
changed_cb (CnscdCatalogDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static CnscdChangeSet *
cnscd_catalog_dialog_make_changes (CnscdFormDialog *form)
{
  CnscdCatalogDialog *self = CNSCD_CATALOG_DIALOG (form);
  gpointer record = make_record (self);
  const char *name = cnscd_catalog_get_name (record);
  g_autofree char *label = NULL;
  CnscdChangeSet *set;

  /* Translators: %s is a topic, an audience, an indicator or a holiday */
  label = g_strdup_printf (
    self->is_new ? C_ ("catalog", "“%s” added") : C_ ("catalog", "“%s” changed"), name);
  set = cnscd_change_set_new (label);
  if (self->is_new)
    cnscd_catalog_append (set, self->catalog, record);
  else if (!cnscd_record_equal (record, self->record))
    cnscd_change_set_edit (set, self->record, record);
  if (self->topics_changed)
    cnscd_catalog_set_topics (set, self->catalog, record, self->unit, self->topics);
  cnscd_record_unref (record);
  return set;
}

static void show_topics (CnscdCatalogDialog *self, int focused);

static guint
get_index (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "cnscd-index"));
}

static void
topics_changed (CnscdCatalogDialog *self, int focused)
{
  self->topics_changed = TRUE;
  show_topics (self, focused);
  changed_cb (self);
}

static void
remove_cb (CnscdCatalogDialog *self, GtkWidget *button)
{
  guint index = get_index (button);

  g_ptr_array_remove_index (self->topics, index);
  topics_changed (self, (int) index);
}

static void
up_cb (CnscdCatalogDialog *self, GtkWidget *button)
{
  guint index = get_index (button);
  gpointer topic = g_ptr_array_steal_index (self->topics, index);

  g_ptr_array_insert (self->topics, (int) index - 1, topic);
  topics_changed (self, (int) index - 1);
}

static void
add_button (CnscdCatalogDialog *self,
            GtkWidget *row,
            guint index,
            const char *icon,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "cnscd-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
add_topic_row (CnscdCatalogDialog *self, const char *topic)
{
  gpointer record = cnscd_catalog_find (self->catalog->topics, topic);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 record != NULL ? cnscd_catalog_get_name (record) : "—");
  adw_preferences_group_add (self->topics_group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
show_topics (CnscdCatalogDialog *self, int focused)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->topics_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->catalog->audience_topics->len; i++)
    {
      const CnscdAudienceTopic *pair = self->catalog->audience_topics->pdata[i];

      if (g_str_equal (pair->audience, self->record->id) &&
          !cnscd_catalog_is_owned (pair, self->unit))
        cnscd_catalog_words_add_lock (add_topic_row (self, pair->topic));
    }
  for (guint i = 0; i < self->topics->len; i++)
    {
      GtkWidget *row = add_topic_row (self, self->topics->pdata[i]);

      if (i > 0)
        add_button (self, row, i, "go-up-symbolic", C_ ("catalog", "Move Up"), G_CALLBACK (up_cb));
      add_button (self, row, i, "list-remove-symbolic", C_ ("catalog", "Remove"),
                  G_CALLBACK (remove_cb));
      if ((int) i == focused)
        gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
}

static gboolean
is_first (CnscdCatalogDialog *self, const char *topic)
{
  for (guint i = 0; i < self->topics->len; i++)
    if (g_str_equal (self->topics->pdata[i], topic))
      return TRUE;
  for (guint i = 0; i < self->catalog->audience_topics->len; i++)
    {
      const CnscdAudienceTopic *pair = self->catalog->audience_topics->pdata[i];

      if (g_str_equal (pair->audience, self->record->id) && g_str_equal (pair->topic, topic) &&
          !cnscd_catalog_is_owned (pair, self->unit))
        return TRUE;
    }

  return FALSE;
}

static void
chosen_cb (CnscdCatalogDialog *self, CnscdChoice *choice)
{
  g_ptr_array_add (self->topics, g_strdup (cnscd_choice_get_id (choice)));
  topics_changed (self, (int) self->topics->len - 1);
}

static void
add_topic_cb (CnscdCatalogDialog *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);
  g_autoptr (GPtrArray) topics =
    cnscd_catalog_list_offered (self->catalog->topics, cnscd_date_today ());
  AdwDialog *dialog;

  for (guint i = 0; i < topics->len; i++)
    {
      const CnscdTopic *topic = topics->pdata[i];

      if (!is_first (self, topic->record.id))
        cnscd_choice_append (choices, topic->record.id, topic->name, NULL);
    }
  dialog = cnscd_choice_dialog_new (C_ ("catalog", "Topic"), G_LIST_MODEL (choices), NULL);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  cnscd_choice_dialog_open (CNSCD_CHOICE_DIALOG (dialog), GTK_WIDGET (self));
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (CnscdCatalogDialog *self)
{
  const CnscdCatalogForm form = { .kind = self->kind };
  gboolean is_audience = self->kind == &CNSCD_KIND_AUDIENCE;

  for (CnscdCatalogField i = 0; i < CNSCD_N_CATALOG_FIELDS; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), cnscd_catalog_form_has (&form, i));
  gtk_widget_set_visible (GTK_WIDGET (self->workday_group), self->kind == &CNSCD_KIND_HOLIDAY);
  gtk_widget_set_visible (GTK_WIDGET (self->topics_group), is_audience);
  gtk_widget_set_visible (GTK_WIDGET (self->add_group), is_audience);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), is_owned (self));

  set_text (self->name_row, cnscd_catalog_get_name (self->record));
  if (self->kind == &CNSCD_KIND_INDICATOR)
    set_text (self->unit_row, ((CnscdIndicator *) self->record)->unit_of_measure);
  else if (self->kind == &CNSCD_KIND_HOLIDAY)
    {
      const CnscdHoliday *holiday = (CnscdHoliday *) self->record;
      g_autofree char *first = cnscd_date_format (holiday->first_day);
      g_autofree char *last = cnscd_date_format (holiday->last_day);

      set_text (self->first_row, first);
      set_text (self->last_row, last);
      adw_switch_row_set_active (self->workday_row, holiday->kind == CNSCD_HOLIDAY_KIND_WORKDAY);
    }
  else if (is_audience)
    {
      for (guint i = 0; i < self->catalog->audience_topics->len; i++)
        {
          const CnscdAudienceTopic *pair = self->catalog->audience_topics->pdata[i];

          if (g_str_equal (pair->audience, self->record->id) &&
              cnscd_catalog_is_owned (pair, self->unit))
            g_ptr_array_add (self->topics, g_strdup (pair->topic));
        }
      show_topics (self, -1);
    }
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_catalog_dialog_dispose (GObject *object)
{
  CnscdCatalogDialog *self = CNSCD_CATALOG_DIALOG (object);

  g_clear_pointer (&self->record, cnscd_record_unref);
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_catalog_dialog_parent_class)->dispose (object);
}

static void
cnscd_catalog_dialog_class_init (CnscdCatalogDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_catalog_dialog_dispose;
  form_class->check = cnscd_catalog_dialog_check;
  form_class->is_changed = cnscd_catalog_dialog_is_changed;
  form_class->make_changes = cnscd_catalog_dialog_make_changes;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/catalog/cnscd-catalog-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, workday_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, workday_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, topics_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, add_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, warning_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogDialog, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_topic_cb);
}

static void
cnscd_catalog_dialog_init (CnscdCatalogDialog *self)
{
  self->topics = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_catalog_dialog_new:
 * @window: where it is changed
 * @catalog: the catalogue as stored
 * @kind: what kind of record
 * @record: (nullable): a record of it, to be changed; %NULL for a new one
 *
 * Returns: (transfer floating): a form for a record of the catalogue
 */
AdwDialog *
cnscd_catalog_dialog_new (CnscdWindow *window,
                          CnscdCatalog *catalog,
                          const CnscdKind *kind,
                          gpointer record)
{
  CnscdCatalogDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && catalog != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_CATALOG_DIALOG, "title",
                       cnscd_catalog_words_for_form (kind, record == NULL), NULL);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  self->catalog = cnscd_catalog_ref (catalog);
  self->kind = kind;
  self->unit = cnscd_repository_get_unit (cnscd_window_get_repository (window));
  self->is_new = record == NULL;
  self->record = record != NULL ? cnscd_record_ref (record)
                                : cnscd_record_new (kind, cnscd_catalog_get_owner (self->unit));
  if (self->is_new && kind == &CNSCD_KIND_HOLIDAY)
    ((CnscdHoliday *) self->record)->kind = CNSCD_HOLIDAY_KIND_DAY_OFF;
  fill (self);
  return ADW_DIALOG (self);
}
