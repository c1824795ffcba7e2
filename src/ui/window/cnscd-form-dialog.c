/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-fit-layout.h"
#include "ui/common/cnscd-header.h"
#include "cnscd-window-edit.h"

/**
 * CnscdFormDialog:
 *
 * What every form has in common: it saves when nothing is wrong, asks before
 * it is left unfinished, and stays open with what was typed when saving fails.
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
  g_autoptr (AdwDialog) dialog = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "discard"))
    adw_dialog_force_close (dialog);
}

static void
close_attempt_cb (CnscdFormDialog *self)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_ ("Discard Changes?"), _ ("What you have typed will be lost.")));

  adw_alert_dialog_add_responses (question, "cancel", _ ("_Keep Editing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "cancel");
  adw_alert_dialog_set_close_response (question, "cancel");
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static void
cancel_cb (CnscdFormDialog *self)
{
  CnscdFormDialogClass *klass = CNSCD_FORM_DIALOG_GET_CLASS (self);

  if (klass->retreat == NULL || !klass->retreat (self))
    adw_dialog_close (ADW_DIALOG (self));
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
      cnscd_form_dialog_show_error (self, error);
      cnscd_form_dialog_update (self);
      return;
    }

  adw_dialog_force_close (ADW_DIALOG (self));
  if (!cnscd_window_is_closed (priv->window))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
save_cb (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);
  CnscdFormDialogClass *klass = CNSCD_FORM_DIALOG_GET_CLASS (self);
  g_autoptr (CnscdChangeSet) set = NULL;

  if (klass->advance != NULL && klass->advance (self))
    return;

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

  priv->saving = TRUE;
  gtk_widget_set_sensitive (priv->save_button, FALSE);
  cnscd_window_apply_async (priv->window, set, saved_cb, g_object_ref (self));
}

static void
cnscd_form_dialog_root (GtkWidget *widget)
{
  AdwDialog *dialog = ADW_DIALOG (widget);
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (widget));
  int room = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (widget)));
  int width = adw_dialog_get_content_width (dialog);

  /* Its height is that for this width, also where there is less room. */
  if (room > 0 && room < width)
    adw_dialog_set_content_width (dialog, width = room);
  cnscd_header_set_width (priv->header, width);

  GTK_WIDGET_CLASS (cnscd_form_dialog_parent_class)->root (widget);
}

static void
cnscd_form_dialog_finalize (GObject *object)
{
  CnscdFormDialogPrivate *priv =
    cnscd_form_dialog_get_instance_private (CNSCD_FORM_DIALOG (object));

  g_free (priv->subtitle);
  g_free (priv->save_label);
  g_free (priv->cancel_label);
  g_weak_ref_clear (&priv->owner);

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
}

static void
cnscd_form_dialog_init (CnscdFormDialog *self)
{
  CnscdFormDialogPrivate *priv = cnscd_form_dialog_get_instance_private (self);

  g_weak_ref_init (&priv->owner, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
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
