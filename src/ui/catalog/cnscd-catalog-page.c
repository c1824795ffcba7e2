/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog-page.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-catalog-edit.h"
#include "model/cnscd-repository-catalog.h"
#include "ui/common/cnscd-header.h"
#include "ui/common/cnscd-row-actions.h"
#include "ui/window/cnscd-notice-banner.h"
#include "ui/window/cnscd-window-edit.h"
#include "cnscd-catalog-dialog.h"
#include "cnscd-catalog-words.h"

#define KEY       "cnscd-record"
#define FOCUS_KEY "cnscd-focus"

/**
 * CnscdCatalogPage:
 *
 * Topics, audiences, indicators and holidays: what the province gives, and what
 * the office adds, changes, orders and ends itself.
 */
struct _CnscdCatalogPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *add_button;
  AdwToggleGroup *kind_group;
  AdwBin *page_bin;
  GMenuModel *own_menu;

  CnscdRepository *repository;
  GCancellable *cancellable;
  CnscdCatalog *catalog; /* (nullable): until it is read */
  GHashTable *used;      /* (nullable): ids of what sessions have */
  char *focused;         /* (nullable): id of the record that is to have the focus */
  const CnscdKind *kind; /* (nullable): that is shown */
  double scrolled;       /* how far, when it was shown anew */
};

G_DEFINE_FINAL_TYPE (CnscdCatalogPage, cnscd_catalog_page, ADW_TYPE_NAVIGATION_PAGE)

static const struct
{
  const char *name;
  const CnscdKind *kind;
} kinds[] = {
  { "topics", &CNSCD_KIND_TOPIC },
  { "audiences", &CNSCD_KIND_AUDIENCE },
  { "indicators", &CNSCD_KIND_INDICATOR },
  { "holidays", &CNSCD_KIND_HOLIDAY },
};

static const CnscdKind *
get_kind (CnscdCatalogPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->kind_group);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return kinds[i].kind;

  return &CNSCD_KIND_TOPIC;
}

static CnscdWindow *
get_window (CnscdCatalogPage *self)
{
  return CNSCD_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* The row may be gone before what it did is: it is shown anew. */
static CnscdCatalogPage *
get_page (gpointer row)
{
  return CNSCD_CATALOG_PAGE (gtk_widget_get_ancestor (row, CNSCD_TYPE_CATALOG_PAGE));
}

static gpointer
get_record (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), KEY);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error) &&
      !cnscd_window_is_closed (CNSCD_WINDOW (source)))
    cnscd_window_show_error (CNSCD_WINDOW (source), C_ ("catalog", "Cannot Change"), error);
}

static void
apply (CnscdCatalogPage *self, CnscdChangeSet *set, const CnscdRecord *focused)
{
  g_set_str (&self->focused, focused->id);
  if (cnscd_change_set_get_n_changes (set) > 0)
    cnscd_window_apply_async (get_window (self), set, applied_cb, NULL);
}

/* Translators: the strings are for %s, a topic, an audience, an indicator or a holiday */
static CnscdChangeSet *
create_set (const char *format, gpointer record)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *label = g_strconcat (parts[0], cnscd_catalog_get_name (record), parts[1], NULL);

  return cnscd_change_set_new (label);
}

static void
edit_row_cb (GtkWidget *row)
{
  CnscdCatalogPage *self = get_page (row);
  CnscdRecord *record = get_record (row);

  g_set_str (&self->focused, record->id);
  adw_dialog_present (
    cnscd_catalog_dialog_new (get_window (self), self->catalog, record->kind, record),
    GTK_WIDGET (self));
}

/* What was added is shown next, and has the focus. */
static void
added_cb (CnscdCatalogPage *self, CnscdFormDialog *form)
{
  const CnscdChangeSet *set = cnscd_form_dialog_get_saved (form);

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);
      const CnscdRecord *record = change->after;

      if (change->before == NULL && record->kind == get_kind (self))
        g_set_str (&self->focused, record->id);
    }
}

static void
add_cb (CnscdCatalogPage *self)
{
  AdwDialog *form;

  if (self->catalog == NULL)
    return;

  form = cnscd_catalog_dialog_new (get_window (self), self->catalog, get_kind (self), NULL);
  g_signal_connect_object (form, "saved", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (form, GTK_WIDGET (self));
}

static void
move_to (CnscdCatalogPage *self, gpointer record, gpointer to)
{
  g_autoptr (CnscdChangeSet) set = NULL;

  if (to == NULL || to == record)
    return;

  set = create_set (C_ ("catalog", "“%s” moved"), record);
  cnscd_catalog_move (set, self->catalog, record, to);
  apply (self, set, record);
}

static void
edit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  edit_row_cb (row);
}

static void
move_up_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  CnscdCatalogPage *self = get_page (row);

  move_to (self, get_record (row),
           cnscd_catalog_find_neighbour (self->catalog, get_record (row), -1));
}

static void
move_down_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  CnscdCatalogPage *self = get_page (row);

  move_to (self, get_record (row),
           cnscd_catalog_find_neighbour (self->catalog, get_record (row), 1));
}

static void
end_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  g_autoptr (CnscdChangeSet) set =
    create_set (C_ ("catalog", "“%s” is no longer offered"), get_record (row));

  cnscd_catalog_end (set, get_record (row), cnscd_date_today ());
  apply (get_page (row), set, get_record (row));
}

static void
resume_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  g_autoptr (CnscdChangeSet) set =
    create_set (C_ ("catalog", "“%s” is offered again"), get_record (row));

  cnscd_catalog_resume (set, get_record (row));
  apply (get_page (row), set, get_record (row));
}

/* The focus goes on to what comes next. */
static void
delete_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  CnscdCatalogPage *self = get_page (row);
  gpointer next = cnscd_catalog_find_neighbour (self->catalog, get_record (row), 1);
  g_autoptr (CnscdChangeSet) set = create_set (C_ ("catalog", "“%s” deleted"), get_record (row));

  if (next == NULL)
    next = cnscd_catalog_find_neighbour (self->catalog, get_record (row), -1);
  cnscd_catalog_delete (set, self->catalog, get_record (row));
  apply (self, set, next != NULL ? next : get_record (row));
}

static const GActionEntry ACTIONS[] = {
  { .name = "edit", .activate = edit_action_cb },
  { .name = "move-up", .activate = move_up_action_cb },
  { .name = "move-down", .activate = move_down_action_cb },
  { .name = "end", .activate = end_action_cb },
  { .name = "resume", .activate = resume_action_cb },
  { .name = "delete", .activate = delete_action_cb },
};

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, gpointer row)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, ((CnscdRecord *) get_record (row))->id);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer row)
{
  CnscdCatalogPage *self = get_page (row);
  CnscdRecord *to = get_record (row);
  CnscdRecord *record = cnscd_catalog_find (cnscd_catalog_get_records (self->catalog, to->kind),
                                            g_value_get_string (value));

  if (record == NULL || g_strcmp0 (record->unit, to->unit) != 0)
    return FALSE;

  move_to (self, record, to);
  return TRUE;
}

static void
add_dragging (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
add_menu (CnscdCatalogPage *self, GtkWidget *row, CnscdRecord *record)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  gboolean ended = cnscd_catalog_is_ended (record, cnscd_date_today ());
  gboolean used = g_hash_table_contains (self->used, record->id);
  gpointer before = cnscd_catalog_find_neighbour (self->catalog, record, -1);
  gpointer after = cnscd_catalog_find_neighbour (self->catalog, record, 1);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), ACTIONS, G_N_ELEMENTS (ACTIONS), row);
  cnscd_row_actions_enable (actions, "move-up", before != NULL);
  cnscd_row_actions_enable (actions, "move-down", after != NULL);
  cnscd_row_actions_enable (actions, "end", used && !ended);
  cnscd_row_actions_enable (actions, "resume", ended);
  cnscd_row_actions_enable (actions, "delete", !used);
  cnscd_row_actions_attach (ADW_ACTION_ROW (row), "catalog", actions, self->own_menu,
                            C_ ("catalog", "Menu"));
  if (before != NULL || after != NULL)
    add_dragging (row);
}

static GtkWidget *
create_row (CnscdCatalogPage *self, CnscdRecord *record)
{
  CnscdDate today = cnscd_date_today ();
  g_autofree char *subtitle = cnscd_catalog_words_describe (self->catalog, record, today);
  gboolean owned = cnscd_catalog_is_owned (record, cnscd_repository_get_unit (self->repository));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cnscd_catalog_get_name (record));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (cnscd_catalog_is_ended (record, today))
    gtk_widget_add_css_class (row, "over");
  g_object_set_data_full (G_OBJECT (row), KEY, cnscd_record_ref (record), cnscd_record_unref);
  if (owned || record->kind == &CNSCD_KIND_AUDIENCE)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (edit_row_cb), NULL);
    }
  if (owned)
    add_menu (self, row, record);
  else
    cnscd_catalog_words_add_lock (row);
  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_record (CnscdCatalogPage *self, AdwPreferencesGroup *group, CnscdRecord *record)
{
  GtkWidget *row = create_row (self, record);

  adw_preferences_group_add (group, row);
  if (g_strcmp0 (record->id, self->focused) == 0)
    g_object_set_data (G_OBJECT (self->page_bin), FOCUS_KEY, row);
}

/* This year's first, then those to come, and those that are over last. */
static void
fill_years (CnscdCatalogPage *self, AdwPreferencesPage *page)
{
  GPtrArray *holidays = self->catalog->holidays;
  guint this_year = cnscd_date_today ().year;

  for (guint round = 0; round < 2; round++)
    {
      AdwPreferencesGroup *group = NULL;
      guint year = 0;

      for (guint i = 0; i < holidays->len; i++)
        {
          CnscdHoliday *holiday = holidays->pdata[i];

          if ((holiday->first_day.year < this_year) != (round == 1))
            continue;
          if (group == NULL || holiday->first_day.year != year)
            {
              g_autofree char *title = NULL;

              year = holiday->first_day.year;
              /* Translators: of the holidays of a year */
              title = g_strdup_printf (C_ ("catalog", "Year %u"), year);
              group = add_group (page, title);
            }
          add_record (self, group, &holiday->record);
        }
    }
}

static void
fill_owners (CnscdCatalogPage *self, AdwPreferencesPage *page, GPtrArray *records)
{
  const char *unit = cnscd_repository_get_unit (self->repository);
  AdwPreferencesGroup *given = NULL;
  AdwPreferencesGroup *own = NULL;

  if (unit != NULL)
    given = add_group (page, C_ ("catalog", "Given by the Province"));
  own = add_group (page, unit != NULL ? C_ ("catalog", "Added Here") : "");
  for (guint i = 0; i < records->len; i++)
    add_record (self,
                given == NULL || cnscd_catalog_is_owned (records->pdata[i], unit) ? own : given,
                records->pdata[i]);

  for (guint i = 0; i < records->len; i++)
    if (cnscd_catalog_is_owned (records->pdata[i], unit))
      return;
  adw_preferences_group_set_description (own, _ ("Nothing yet. Add what only your office needs."));
}

static GtkWidget *
find_viewport (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_VIEWPORT (widget) ? widget : NULL;

  for (GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_viewport (child);
  return found;
}

/* What is shown anew stays where it was, and what has the focus is seen. */
static gboolean
scroll_cb (GtkWidget *page, GdkFrameClock *clock, gpointer user_data)
{
  CnscdCatalogPage *self = get_page (page);
  GtkWidget *viewport = find_viewport (page);
  GtkWidget *focus = g_object_get_data (G_OBJECT (page), FOCUS_KEY);

  if (self == NULL || viewport == NULL)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (viewport) == 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                            self->scrolled);
  if (focus != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), focus, NULL);
  return G_SOURCE_REMOVE;
}

/* Before it is shown anew. */
static void
remember_place (CnscdCatalogPage *self)
{
  GtkWidget *viewport = find_viewport (adw_bin_get_child (self->page_bin));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page_bin))
                     ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW)
                     : NULL;
  CnscdRecord *record = row != NULL ? get_record (row) : NULL;

  self->scrolled =
    viewport != NULL && get_kind (self) == self->kind
      ? gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)))
      : 0;
  if (self->focused == NULL && record != NULL)
    self->focused = g_strdup (record->id);
}

static void
show (CnscdCatalogPage *self)
{
  const CnscdKind *kind = get_kind (self);
  const char *add = cnscd_catalog_words_for_form (kind, TRUE);
  GtkWidget *page, *focus;

  gtk_widget_set_tooltip_text (self->add_button, add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add, -1);
  if (self->catalog == NULL)
    return;

  remember_place (self);
  self->kind = kind;
  g_object_set_data (G_OBJECT (self->page_bin), FOCUS_KEY, NULL);
  page = adw_preferences_page_new ();
  if (kind == &CNSCD_KIND_HOLIDAY)
    fill_years (self, ADW_PREFERENCES_PAGE (page));
  else
    fill_owners (self, ADW_PREFERENCES_PAGE (page),
                 cnscd_catalog_get_records (self->catalog, kind));
  adw_bin_set_child (self->page_bin, page);
  focus = g_object_get_data (G_OBJECT (self->page_bin), FOCUS_KEY);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  g_object_set_data (G_OBJECT (page), FOCUS_KEY, focus);
  gtk_widget_add_tick_callback (page, scroll_cb, NULL, NULL);
  g_clear_pointer (&self->focused, g_free);
}

static void
show_cb (CnscdCatalogPage *self)
{
  show (self);
}

static void
narrow_cb (CnscdCatalogPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->kind_group), "four");
}

static void
wide_cb (CnscdCatalogPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->kind_group), "four");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdCatalogPage *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) used = NULL;
  g_autoptr (CnscdCatalog) catalog =
    cnscd_repository_load_own_catalog_finish (CNSCD_REPOSITORY (source), result, &used, &error);

  if (catalog == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Cannot read the catalog: %s", error->message);
      return;
    }

  self = user_data;
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  g_clear_pointer (&self->used, g_hash_table_unref);
  self->catalog = g_steal_pointer (&catalog);
  self->used = g_steal_pointer (&used);
  show (self);
}

static void
load (CnscdCatalogPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  cnscd_repository_load_own_catalog_async (self->repository, self->cancellable, loaded_cb, self);
}

static void
cnscd_catalog_page_dispose (GObject *object)
{
  CnscdCatalogPage *self = CNSCD_CATALOG_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->repository);
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  g_clear_pointer (&self->used, g_hash_table_unref);
  g_clear_pointer (&self->focused, g_free);

  G_OBJECT_CLASS (cnscd_catalog_page_parent_class)->dispose (object);
}

static void
cnscd_catalog_page_class_init (CnscdCatalogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_catalog_page_dispose;

  g_type_ensure (CNSCD_TYPE_HEADER);
  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/catalog/cnscd-catalog-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogPage, kind_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogPage, page_bin);
  gtk_widget_class_bind_template_child (widget_class, CnscdCatalogPage, own_menu);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
cnscd_catalog_page_init (CnscdCatalogPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_catalog_page_new:
 * @repository: whose catalogue
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
cnscd_catalog_page_new (CnscdRepository *repository)
{
  CnscdCatalogPage *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository), NULL);

  self = g_object_new (CNSCD_TYPE_CATALOG_PAGE, NULL);
  self->repository = g_object_ref (repository);
  g_signal_connect_object (repository, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  show (self);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * cnscd_catalog_page_show:
 * @self: the page
 * @name: "topics", "audiences", "indicators" or "holidays"
 *
 * Shows one of its lists.
 */
void
cnscd_catalog_page_show (CnscdCatalogPage *self, const char *name)
{
  g_return_if_fail (CNSCD_IS_CATALOG_PAGE (self));

  adw_toggle_group_set_active_name (self->kind_group, name);
}
