/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-chosen-list.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-choice-dialog.h"

/* Id of the choice of all of them; those of records are UUIDs. */
#define ALL "*"

/**
 * CnscdChosenList:
 *
 * Several things chosen of many: a row each, that takes it out again or moves
 * it, and a row that adds one. Alt+Up and Alt+Down move the row that has the
 * focus where there is an order, Delete takes it out.
 */
struct _CnscdChosenList
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list_box;
  GtkWidget *add_row;
  char *add_title;
  char *all_title;   /* (nullable): of what chooses all of them at once, "All 40 teams" */
  char *empty_title; /* (nullable) */
  char *empty_hint;  /* (nullable) */
  gboolean ordered;
  gboolean with_parts;

  GListModel *choices; /* (nullable) (element-type CnscdChoice) */
  GPtrArray *ids;      /* %NULL-terminated */
  GArray *parts;       /* (element-type CnscdGuidePart): of @ids */
};

enum
{
  PROP_0,
  PROP_ADD_TITLE,
  PROP_ALL_TITLE,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_HINT,
  PROP_ORDERED,
  PROP_WITH_PARTS,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdChosenList, cnscd_chosen_list, ADW_TYPE_PREFERENCES_GROUP)

static void rebuild (CnscdChosenList *self);

static CnscdGuidePart
get_part (CnscdChosenList *self, guint position)
{
  return g_array_index (self->parts, CnscdGuidePart, position);
}

static CnscdChoice *
find_choice (CnscdChosenList *self, const char *id)
{
  for (guint i = 0; self->choices != NULL && i < g_list_model_get_n_items (self->choices); i++)
    {
      g_autoptr (CnscdChoice) choice = g_list_model_get_item (self->choices, i);

      if (g_strcmp0 (cnscd_choice_get_id (choice), id) == 0)
        return g_steal_pointer (&choice);
    }

  return NULL;
}

static gboolean
is_chosen (CnscdChosenList *self, const char *id)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL);
}

static void
emit_changed (CnscdChosenList *self)
{
  rebuild (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
focus_row (CnscdChosenList *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, (int) position);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
move (CnscdChosenList *self, guint position, int step)
{
  guint to = (guint) ((int) position + step);
  gpointer id;
  CnscdGuidePart part;

  if (!self->ordered || to >= self->ids->len)
    return;

  id = self->ids->pdata[position];
  part = get_part (self, position);
  self->ids->pdata[position] = self->ids->pdata[to];
  self->ids->pdata[to] = id;
  g_array_index (self->parts, CnscdGuidePart, position) = get_part (self, to);
  g_array_index (self->parts, CnscdGuidePart, to) = part;
  emit_changed (self);
  focus_row (self, to);
}

static void
take_out (CnscdChosenList *self, guint position)
{
  g_ptr_array_remove_index (self->ids, position);
  g_array_remove_index (self->parts, position);
  emit_changed (self);
  focus_row (self, position);
}

/* The place of the row around @widget. */
static guint
get_position (GtkWidget *widget)
{
  GtkWidget *row =
    GTK_IS_LIST_BOX_ROW (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
up_cb (CnscdChosenList *self, GtkWidget *button)
{
  move (self, get_position (button), -1);
}

static void
down_cb (CnscdChosenList *self, GtkWidget *button)
{
  move (self, get_position (button), 1);
}

static void
remove_cb (CnscdChosenList *self, GtkWidget *button)
{
  take_out (self, get_position (button));
}

static void
part_cb (CnscdChosenList *self, GParamSpec *pspec, GtkWidget *drop_down)
{
  g_array_index (self->parts, CnscdGuidePart, get_position (drop_down)) =
    gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) == 0 ? CNSCD_GUIDE_PART_LEADS
                                                                : CNSCD_GUIDE_PART_HELPS;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
key_cb (CnscdChosenList *self,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkEventControllerKey *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  guint position;

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) == NULL)
    {
      if (!GTK_IS_LIST_BOX_ROW (focus))
        return GDK_EVENT_PROPAGATE;
    }
  position = get_position (focus);
  if (position >= self->ids->len)
    return GDK_EVENT_PROPAGATE;

  if (modifiers == GDK_ALT_MASK && self->ordered &&
      (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    move (self, position, keyval == GDK_KEY_Up ? -1 : 1);
  else if (modifiers == 0 && (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete))
    take_out (self, position);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
append (CnscdChosenList *self, const char *id, CnscdGuidePart part)
{
  if (is_chosen (self, id))
    return;

  g_ptr_array_add (self->ids, g_strdup (id));
  g_array_append_val (self->parts, part);
}

static void
choose (CnscdChosenList *self, const char *id)
{
  append (self, id, self->ids->len == 0 ? CNSCD_GUIDE_PART_LEADS : CNSCD_GUIDE_PART_HELPS);
}

static void
choose_all (CnscdChosenList *self)
{
  for (guint i = 0; self->choices != NULL && i < g_list_model_get_n_items (self->choices); i++)
    {
      g_autoptr (CnscdChoice) choice = g_list_model_get_item (self->choices, i);

      choose (self, cnscd_choice_get_id (choice));
    }
}

static void
chosen_cb (CnscdChosenList *self, CnscdChoice *choice)
{
  const char *id = cnscd_choice_get_id (choice);

  if (g_str_equal (id, ALL))
    choose_all (self);
  else
    choose (self, id);
  emit_changed (self);
}

static void
add_cb (CnscdChosenList *self)
{
  g_autoptr (GListStore) rest = g_list_store_new (CNSCD_TYPE_CHOICE);
  g_autoptr (CnscdChoice) all = NULL;
  AdwDialog *dialog;

  for (guint i = 0; self->choices != NULL && i < g_list_model_get_n_items (self->choices); i++)
    {
      g_autoptr (CnscdChoice) choice = g_list_model_get_item (self->choices, i);

      if (!is_chosen (self, cnscd_choice_get_id (choice)))
        g_list_store_append (rest, choice);
    }

  if (self->all_title != NULL && g_list_model_get_n_items (G_LIST_MODEL (rest)) > 1)
    {
      all = cnscd_choice_new (ALL, self->all_title, NULL);
      g_list_store_insert (rest, 0, all);
    }

  dialog = cnscd_choice_dialog_new (self->add_title, G_LIST_MODEL (rest), NULL);
  if (self->ids->len > 0)
    cnscd_choice_dialog_set_empty (CNSCD_CHOICE_DIALOG (dialog), _ ("All Are Chosen"), NULL);
  else if (self->empty_title != NULL)
    cnscd_choice_dialog_set_empty (CNSCD_CHOICE_DIALOG (dialog), self->empty_title,
                                   self->empty_hint);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  cnscd_choice_dialog_open (CNSCD_CHOICE_DIALOG (dialog), GTK_WIDGET (self));
}

static void
row_activated_cb (CnscdChosenList *self, GtkListBoxRow *row)
{
  if (GTK_WIDGET (row) == self->add_row)
    add_cb (self);
}

static void
add_button (CnscdChosenList *self,
            GtkWidget *row,
            const char *icon,
            const char *label,
            gboolean sensitive,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, sensitive);
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_part (CnscdChosenList *self, GtkWidget *row, CnscdGuidePart part)
{
  const char *const parts[] = { C_ ("short part of a guide", "Leads"),
                                C_ ("short part of a guide", "Helps"), NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (parts);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), part == CNSCD_GUIDE_PART_LEADS ? 0 : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("guide", "Part in the Session"), -1);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (drop_down, "flat");
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (part_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
}

static GtkWidget *
create_row (CnscdChosenList *self, guint position)
{
  g_autoptr (CnscdChoice) choice = find_choice (self, self->ids->pdata[position]);
  const char *detail = choice != NULL ? cnscd_choice_get_detail (choice) : NULL;
  /* The rest of it matters while one chooses. */
  g_auto (GStrv) lines = detail != NULL ? g_strsplit (detail, "\n", 2) : NULL;
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                  choice != NULL ? cnscd_choice_get_title (choice) : "—", "subtitle",
                  lines != NULL && lines[0] != NULL ? lines[0] : "", "activatable", FALSE, NULL);

  if (self->with_parts)
    add_part (self, row, get_part (self, position));
  if (self->ordered && self->ids->len > 1)
    {
      add_button (self, row, "go-up-symbolic", _ ("Move Up"), position > 0, G_CALLBACK (up_cb));
      add_button (self, row, "go-down-symbolic", _ ("Move Down"), position + 1 < self->ids->len,
                  G_CALLBACK (down_cb));
    }
  add_button (self, row, "list-remove-symbolic", _ ("Remove"), TRUE, G_CALLBACK (remove_cb));
  return row;
}

/* A few rows, whose buttons depend on their neighbours: all of them anew. */
static void
rebuild (CnscdChosenList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL &&
         GTK_WIDGET (row) != self->add_row)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; i < self->ids->len; i++)
    gtk_list_box_insert (self->list_box, create_row (self, i), (int) i);
}

static void
cnscd_chosen_list_dispose (GObject *object)
{
  g_clear_object (&CNSCD_CHOSEN_LIST (object)->choices);

  G_OBJECT_CLASS (cnscd_chosen_list_parent_class)->dispose (object);
}

static void
cnscd_chosen_list_finalize (GObject *object)
{
  CnscdChosenList *self = CNSCD_CHOSEN_LIST (object);

  g_free (self->add_title);
  g_free (self->all_title);
  g_free (self->empty_title);
  g_free (self->empty_hint);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->parts);

  G_OBJECT_CLASS (cnscd_chosen_list_parent_class)->finalize (object);
}

static void
cnscd_chosen_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdChosenList *self = CNSCD_CHOSEN_LIST (object);

  switch (prop_id)
    {
    case PROP_ADD_TITLE:
      g_value_set_string (value, self->add_title);
      break;
    case PROP_ALL_TITLE:
      g_value_set_string (value, self->all_title);
      break;
    case PROP_EMPTY_TITLE:
      g_value_set_string (value, self->empty_title);
      break;
    case PROP_EMPTY_HINT:
      g_value_set_string (value, self->empty_hint);
      break;
    case PROP_ORDERED:
      g_value_set_boolean (value, self->ordered);
      break;
    case PROP_WITH_PARTS:
      g_value_set_boolean (value, self->with_parts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_chosen_list_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CnscdChosenList *self = CNSCD_CHOSEN_LIST (object);

  switch (prop_id)
    {
    case PROP_ADD_TITLE:
      g_set_str (&self->add_title, g_value_get_string (value));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), self->add_title);
      break;
    case PROP_ALL_TITLE:
      g_set_str (&self->all_title, g_value_get_string (value));
      break;
    case PROP_EMPTY_TITLE:
      g_set_str (&self->empty_title, g_value_get_string (value));
      break;
    case PROP_EMPTY_HINT:
      g_set_str (&self->empty_hint, g_value_get_string (value));
      break;
    case PROP_ORDERED:
      self->ordered = g_value_get_boolean (value);
      break;
    case PROP_WITH_PARTS:
      self->with_parts = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_chosen_list_class_init (CnscdChosenListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_chosen_list_dispose;
  object_class->finalize = cnscd_chosen_list_finalize;
  object_class->get_property = cnscd_chosen_list_get_property;
  object_class->set_property = cnscd_chosen_list_set_property;

  properties[PROP_ADD_TITLE] =
    g_param_spec_string ("add-title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ALL_TITLE] =
    g_param_spec_string ("all-title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_HINT] = g_param_spec_string ("empty-hint", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDERED] =
    g_param_spec_boolean ("ordered", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WITH_PARTS] = g_param_spec_boolean ("with-parts", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CnscdChosenList::changed:
   * @self: the list, in which somebody has chosen something else
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_chosen_list_init (CnscdChosenList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *list_box = gtk_list_box_new ();

  self->ids = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->parts = g_array_new (FALSE, FALSE, sizeof (CnscdGuidePart));
  self->list_box = GTK_LIST_BOX (list_box);
  self->add_row = adw_button_row_new ();
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add_row), "list-add-symbolic");
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "boxed-list");
  gtk_list_box_append (self->list_box, self->add_row);
  g_signal_connect_swapped (list_box, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (list_box, keys);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), list_box);
}

/**
 * cnscd_chosen_list_set_choices:
 * @self: a list
 * @choices: (element-type CnscdChoice): what it offers, in their order, with those that are chosen
 *
 * Offers other choices; what is chosen stays so.
 */
void
cnscd_chosen_list_set_choices (CnscdChosenList *self, GListModel *choices)
{
  g_return_if_fail (CNSCD_IS_CHOSEN_LIST (self) && G_IS_LIST_MODEL (choices));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)),
                                  -1);
  g_set_object (&self->choices, choices);
  rebuild (self);
}

/**
 * cnscd_chosen_list_add:
 * @self: a list
 * @id: id of a choice that is not chosen yet
 * @part: what a guide does; of no meaning for other things
 *
 * Chooses it after the others, in nobody's name.
 */
void
cnscd_chosen_list_add (CnscdChosenList *self, const char *id, CnscdGuidePart part)
{
  g_return_if_fail (CNSCD_IS_CHOSEN_LIST (self) && id != NULL);

  append (self, id, part);
  rebuild (self);
}

/**
 * cnscd_chosen_list_clear:
 * @self: a list
 *
 * Chooses nothing, in nobody's name.
 */
void
cnscd_chosen_list_clear (CnscdChosenList *self)
{
  g_return_if_fail (CNSCD_IS_CHOSEN_LIST (self));

  g_ptr_array_set_size (self->ids, 0);
  g_array_set_size (self->parts, 0);
  rebuild (self);
}

/**
 * cnscd_chosen_list_get_ids:
 * @self: a list
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of what is chosen, in its order
 */
const char *const *
cnscd_chosen_list_get_ids (CnscdChosenList *self)
{
  g_return_val_if_fail (CNSCD_IS_CHOSEN_LIST (self), NULL);

  return (const char *const *) self->ids->pdata;
}

/**
 * cnscd_chosen_list_get_parts:
 * @self: a list
 *
 * Returns: (array) (transfer none): what the guides do, as many as there are ids
 */
const CnscdGuidePart *
cnscd_chosen_list_get_parts (CnscdChosenList *self)
{
  g_return_val_if_fail (CNSCD_IS_CHOSEN_LIST (self), NULL);

  return (const CnscdGuidePart *) (gpointer) self->parts->data;
}
