/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-fit-layout.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-header.h"
#include "cnscd-form-place.h"
#include "cnscd-window-edit.h"
#include "cnscd-window-private.h"

/**
 * CnscdFormDialog:
 *
 * What every form has in common: it saves when nothing is wrong, asks before
 * it is left unfinished, and stays open with what was typed when saving fails.
 * It is as high as its page, as far as the window allows, also when rows appear or go.
 * A subclass has the fields, as its page, and calls cnscd_form_dialog_update()
 * whenever one of them changes.
 */
typedef struct
{
  CnscdHeader *header;
  AdwBin *page_bin;
  GtkWidget *save_button;

  CnscdWindow *window; /* not owned: it holds the dialog */
  char *subtitle;
  char *save_label;
  char *cancel_label;
  gboolean saving;
  CnscdChangeSet *saved;   /* (nullable): what was saved last, or was to be */
  gboolean closing_window; /* for that the form is left */
  CnscdFormPlace *place;
  CnscdFormTaker taker; /* (nullable) */
  GWeakRef owner;       /* of @taker, its user data */
} CnscdFormDialogPrivate;

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_SUBTITLE,
  PROP_SAVE_LABEL,
  PROP_CANCEL_LABEL,
  N_PROPS,
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CnscdFormDialog, cnscd_form_dialog, ADW_TYPE_DIALOG)

static gboolean
can_save (CnscdFormDialog *self, gboolean changed)
{
  CnscdFormDialogClass *klass = CNSCD_FORM_DIALOG_GET_CLASS (self);

  return klass->can_save != NULL ? klass->can_save (self) : changed;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdFormDialog) self = user_data;
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "discard"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "app.stay", NULL);
      return;
    }

  adw_dialog_force_close (ADW_DIALOG (self));
  if (priv->closing_window && !cnscd_window_is_closed (priv->window))
    cnscd_window_leave (priv->window);
}

static void
close_attempt_cb (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);
  AdwAlertDialog *question =
    cnscd_alert_new_loss (_ ("Discard Changes?"), _ ("What you have typed will be lost."),
                          _ ("_Keep Editing"), "discard", _ ("_Discard"));

  priv->closing_window = priv->window != NULL && cnscd_window_is_closing (priv->window);
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
cancel_cb (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);
  CnscdFormDialogClass *klass = CNSCD_FORM_DIALOG_GET_CLASS (self);

  if (klass->retreat != NULL && klass->retreat (self))
    cnscd_window_outdate_press (priv->window);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
left_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "close"))
    adw_dialog_force_close (dialog);
}

static void save (CnscdFormDialog *self, CnscdConflicts conflicts);

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdFormDialog) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "theirs"))
    save (self, CNSCD_CONFLICTS_YIELD);
  else if (g_str_equal (answer, "mine"))
    save (self, CNSCD_CONFLICTS_OVERRULE);
}

/* Somebody else has changed the same since it was shown here. */
static void
ask_which (CnscdFormDialog *self, const GError *error)
{
  AdwAlertDialog *dialog =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Changed Meanwhile"), error->message));

  adw_alert_dialog_add_responses (dialog, "back", _ ("_Back to the Form"), "theirs",
                                  _ ("_Keep Theirs"), "mine", _ ("_Use Mine"), NULL);
  cnscd_alert_keep_whole (dialog);
  adw_alert_dialog_set_default_response (dialog, "back");
  adw_alert_dialog_set_close_response (dialog, "back");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, settled_cb, g_object_ref (self));
}

/* There is nothing left that could be saved; what was typed can still be copied. */
static void
show_loss (CnscdFormDialog *self, const GError *error)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Deleted Meanwhile"), NULL));

  adw_alert_dialog_format_body (
    dialog, "%s %s", error->message,
    _ ("What you typed cannot be saved here. Go back to the form to copy it, or close the form."));
  adw_alert_dialog_add_responses (dialog, "back", _ ("_Back to the Form"), "close",
                                  _ ("_Close Form"), NULL);
  adw_alert_dialog_set_default_response (dialog, "back");
  adw_alert_dialog_set_close_response (dialog, "back");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, left_cb, g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdFormDialog) self = user_data;
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  priv->saving = FALSE;
  if (!cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    {
      if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
        {
          /* The page of what is gone goes, too. */
          cnscd_repository_look_for_changes (cnscd_window_get_repository (priv->window));
          show_loss (self, error);
        }
      else if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_CONFLICT))
        ask_which (self, error);
      else
        cnscd_form_dialog_show_error (self, error);
      cnscd_form_dialog_update (self);
      return;
    }

  adw_dialog_force_close (ADW_DIALOG (self));
  if (!cnscd_window_is_closed (priv->window))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
save (CnscdFormDialog *self, CnscdConflicts conflicts)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  if (cnscd_window_is_closed (priv->window))
    return;

  priv->saving = TRUE;
  gtk_widget_set_sensitive (priv->save_button, FALSE);
  cnscd_change_set_set_conflicts (priv->saved, conflicts);
  cnscd_window_apply_async (priv->window, priv->saved, saved_cb, g_object_ref (self));
}

static void
save_cb (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);
  CnscdFormDialogClass *klass = CNSCD_FORM_DIALOG_GET_CLASS (self);
  g_autoptr (CnscdChangeSet) set = NULL;

  /* GTK lets a button be activated that cannot be pressed. */
  if (!gtk_widget_is_sensitive (priv->save_button))
    return;

  if (klass->advance != NULL && klass->advance (self))
    {
      cnscd_window_outdate_press (priv->window);
      return;
    }

  if (klass->save != NULL)
    {
      klass->save (self);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  set = klass->make_changes (self);
  if (priv->taker != NULL)
    {
      g_autoptr (GObject) owner = g_weak_ref_get (&priv->owner);

      if (owner != NULL)
        priv->taker (set, owner);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  g_clear_pointer (&priv->saved, cnscd_change_set_unref);
  priv->saved = g_steal_pointer (&set);
  save (self, CNSCD_CONFLICTS_REFUSE);
}

/* Where it was, after a dialog above; in the first field to begin with. */
static gboolean
cnscd_form_dialog_grab_focus (GtkWidget *widget)
{
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (widget));

  return cnscd_form_place_return (priv->place) ||
         GTK_WIDGET_CLASS (cnscd_form_dialog_parent_class)->grab_focus (widget);
}

static void
cnscd_form_dialog_root (GtkWidget *widget)
{
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  int room = gtk_widget_get_width (GTK_WIDGET (root));
  int width = adw_dialog_get_content_width (ADW_DIALOG (widget));

  if (priv->window == NULL && CNSCD_IS_WINDOW (root))
    priv->window = CNSCD_WINDOW (root);

  cnscd_header_set_width (priv->header, room > 0 ? MIN (room, width) : width);

  GTK_WIDGET_CLASS (cnscd_form_dialog_parent_class)->root (widget);
}

/* What cannot be saved says what is wrong. */
static void
press_save (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  if (gtk_widget_is_sensitive (priv->save_button))
    gtk_widget_activate (priv->save_button);
  else
    cnscd_form_focus_problem (GTK_WIDGET (priv->page_bin));
}

/* From anywhere in the form. */
static gboolean
save_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  press_save (CNSCD_FORM_DIALOG (widget));
  return TRUE;
}

/* Enter, which presses what is suggested only. */
static void
activate_default_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (widget));

  /* What is below has not been seen yet. */
  if (!cnscd_form_place_go_on (priv->place) &&
      gtk_widget_has_css_class (priv->save_button, "suggested-action"))
    press_save (CNSCD_FORM_DIALOG (widget));
}

static void
cnscd_form_dialog_finalize (GObject *object)
{
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (object));

  g_clear_pointer (&priv->saved, cnscd_change_set_unref);
  g_free (priv->subtitle);
  g_free (priv->save_label);
  g_free (priv->cancel_label);
  g_weak_ref_clear (&priv->owner);
  g_clear_pointer (&priv->place, cnscd_form_place_free);

  G_OBJECT_CLASS (cnscd_form_dialog_parent_class)->finalize (object);
}

static void
cnscd_form_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (object));

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_object (value, adw_bin_get_child (priv->page_bin));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle != NULL ? priv->subtitle : "");
      break;
    case PROP_SAVE_LABEL:
      g_value_set_string (value, priv->save_label != NULL ? priv->save_label : _ ("_Save"));
      break;
    case PROP_CANCEL_LABEL:
      g_value_set_string (value, priv->cancel_label != NULL ? priv->cancel_label : _ ("_Cancel"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_form_dialog_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (object));

  switch (prop_id)
    {
    case PROP_PAGE:
      adw_bin_set_child (priv->page_bin, g_value_get_object (value));
      break;
    case PROP_SUBTITLE:
      if (g_set_str (&priv->subtitle, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SAVE_LABEL:
      if (g_set_str (&priv->save_label, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_CANCEL_LABEL:
      if (g_set_str (&priv->cancel_label, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_form_dialog_class_init (CnscdFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = cnscd_form_dialog_finalize;
  object_class->get_property = cnscd_form_dialog_get_property;
  object_class->set_property = cnscd_form_dialog_set_property;
  widget_class->root = cnscd_form_dialog_root;
  widget_class->grab_focus = cnscd_form_dialog_grab_focus;

  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SAVE_LABEL] =
    g_param_spec_string ("save-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CANCEL_LABEL] =
    g_param_spec_string ("cancel-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* What the form does is stored, and the form is closed. */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  G_STRUCT_OFFSET (CnscdFormDialogClass, saved), NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CNSCD_TYPE_FIT_LAYOUT);
  g_type_ensure (CNSCD_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/window/cnscd-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, CnscdFormDialog, header);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdFormDialog, page_bin);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdFormDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_install_action (widget_class, "default.activate", NULL, activate_default_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, save_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, save_key_cb,
                                NULL);
}

static void
cnscd_form_dialog_init (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  g_weak_ref_init (&priv->owner, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  priv->place =
    cnscd_form_place_new (ADW_DIALOG (self), GTK_WIDGET (priv->page_bin), priv->save_button);
}

/**
 * cnscd_form_dialog_set_window:
 * @self: a form
 * @window: where it will be shown
 *
 * To be called before the form is filled: until then its fields may change
 * without anybody's doing.
 */
void
cnscd_form_dialog_set_window (CnscdFormDialog *self, CnscdWindow *window)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_FORM_DIALOG (self) && CNSCD_IS_WINDOW (window));

  priv->window = window;
}

/**
 * cnscd_form_dialog_set_taker:
 * @self: a form
 * @taker: (scope forever): gets what the form does
 * @owner: what @taker is given, too; not kept alive
 *
 * For a form within another one, which saves both: nothing is stored when
 * somebody presses "Save".
 */
void
cnscd_form_dialog_set_taker (CnscdFormDialog *self, CnscdFormTaker taker, GObject *owner)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_FORM_DIALOG (self));

  priv->taker = taker;
  g_weak_ref_set (&priv->owner, owner);
}

/**
 * cnscd_form_dialog_get_window:
 * @self: a form
 *
 * Returns: (nullable) (transfer none): where it is shown
 */
CnscdWindow *
cnscd_form_dialog_get_window (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_FORM_DIALOG (self), NULL);

  return priv->window;
}

/**
 * cnscd_form_dialog_get_saved:
 * @self: a form
 *
 * Returns: (nullable) (transfer none): what was saved last
 */
const CnscdChangeSet *
cnscd_form_dialog_get_saved (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_FORM_DIALOG (self), NULL);

  return priv->saved;
}

/**
 * cnscd_form_dialog_update:
 * @self: a form
 *
 * To be called when a field has changed.
 */
void
cnscd_form_dialog_update (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);
  CnscdFormDialogClass *klass = CNSCD_FORM_DIALOG_GET_CLASS (self);
  gboolean changed = klass->is_changed (self);
  gboolean right = klass->check (self, changed);

  adw_dialog_set_can_close (ADW_DIALOG (self), !changed);
  gtk_widget_set_sensitive (priv->save_button, right && !priv->saving && can_save (self, changed));
}

/**
 * cnscd_form_dialog_suggest_save:
 * @self: a form
 * @suggest: whether saving is what comes next, as it is until this is called
 *
 * Lets the button that saves stand out, or not: for what may be saved, but
 * perhaps should not be yet. Enter presses it only while it does.
 */
void
cnscd_form_dialog_suggest_save (CnscdFormDialog *self, gboolean suggest)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_FORM_DIALOG (self));

  if (suggest)
    gtk_widget_add_css_class (priv->save_button, "suggested-action");
  else
    gtk_widget_remove_css_class (priv->save_button, "suggested-action");
}

/**
 * cnscd_form_dialog_show_error:
 * @self: a form
 * @error: what went wrong
 *
 * Tells it over the form, which stays as it is.
 */
void
cnscd_form_dialog_show_error (CnscdFormDialog *self, const GError *error)
{
  g_return_if_fail (CNSCD_IS_FORM_DIALOG (self));

  cnscd_alert_show_problem (GTK_WIDGET (self), NULL, error->message);
}
