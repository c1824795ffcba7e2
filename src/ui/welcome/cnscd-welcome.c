/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-welcome.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-unit-list.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdWelcome:
 *
 * What the window shows of a database in which there is nothing yet: whose
 * office it is, and how to begin. Nothing is stored before the last step.
 */
struct _CnscdWelcome
{
  AdwBin parent_instance;

  AdwNavigationView *navigation;
  GtkMenuButton *menu_button;
  CnscdUnitList *unit_list;
  AdwWindowTitle *begin_title;
  GtkWidget *import_row;

  CnscdRepository *repository;
  char *unit; /* (nullable): as chosen; %NULL for the whole province */
  gboolean saving;
  gboolean importing; /* comes next */
};

enum
{
  SIGNAL_BEGUN,
  SIGNAL_SAMPLE,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdWelcome, cnscd_welcome, ADW_TYPE_BIN)

static void
commune_shown_cb (CnscdWelcome *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->unit_list));
}

/* Not where it was the last time, which may be the way back. */
static void
begin_shown_cb (CnscdWelcome *self)
{
  gtk_widget_grab_focus (self->import_row);
}

static void
chosen_cb (CnscdWelcome *self, const char *code)
{
  const char *name = cnscd_repository_get_unit_name (self->repository, code);
  g_autofree char *subtitle =
    cnscd_words_capitalize (name != NULL ? name : _ ("The whole province"));

  g_set_str (&self->unit, code);
  adw_window_title_set_subtitle (self->begin_title, subtitle);
  adw_navigation_view_push_by_tag (self->navigation, "begin");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWelcome) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (cnscd_repository_save_office_finish (CNSCD_REPOSITORY (source), result, &error))
    g_signal_emit (self, signals[SIGNAL_BEGUN], 0, self->importing);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
begin (CnscdWelcome *self, gboolean importing)
{
  g_autoptr (CnscdOffice) office = NULL;

  if (self->saving)
    return;

  self->saving = TRUE;
  self->importing = importing;
  office = cnscd_office_copy (cnscd_repository_get_office (self->repository));
  g_set_str (&office->unit, self->unit);
  office->unit_chosen = TRUE;
  cnscd_repository_save_office_async (self->repository, office, saved_cb, g_object_ref (self));
}

static void
import_cb (CnscdWelcome *self)
{
  begin (self, TRUE);
}

static void
empty_cb (CnscdWelcome *self)
{
  begin (self, FALSE);
}

static void
sample_cb (CnscdWelcome *self)
{
  g_signal_emit (self, signals[SIGNAL_SAMPLE], 0, self->unit);
}

static void
cnscd_welcome_dispose (GObject *object)
{
  g_clear_object (&CNSCD_WELCOME (object)->repository);

  G_OBJECT_CLASS (cnscd_welcome_parent_class)->dispose (object);
}

static void
cnscd_welcome_finalize (GObject *object)
{
  g_free (CNSCD_WELCOME (object)->unit);

  G_OBJECT_CLASS (cnscd_welcome_parent_class)->finalize (object);
}

static void
cnscd_welcome_class_init (CnscdWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_welcome_dispose;
  object_class->finalize = cnscd_welcome_finalize;

  /**
   * CnscdWelcome::begun:
   * @self: the welcome
   * @importing: whether a spreadsheet is to be imported now
   *
   * The choice of the commune is stored, and the database is ready for work.
   */
  signals[SIGNAL_BEGUN] = g_signal_new ("begun", CNSCD_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * CnscdWelcome::sample:
   * @self: the welcome
   * @unit: (nullable): code of the commune that the sample should play
   *
   * Somebody wants to see a sample first.
   */
  signals[SIGNAL_SAMPLE] = g_signal_new ("sample", CNSCD_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * CnscdWelcome::failed:
   * @self: the welcome
   * @message: why
   *
   * The choice could not be stored.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", CNSCD_TYPE_WELCOME, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CNSCD_TYPE_UNIT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thainguyen/CNSCD/ui/welcome/cnscd-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdWelcome, navigation);
  gtk_widget_class_bind_template_child (widget_class, CnscdWelcome, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdWelcome, unit_list);
  gtk_widget_class_bind_template_child (widget_class, CnscdWelcome, begin_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdWelcome, import_row);
  gtk_widget_class_bind_template_callback (widget_class, commune_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
}

static void
cnscd_welcome_init (CnscdWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_welcome_new:
 * @repository: an open repository
 * @menu: what its main menu offers
 *
 * Returns: (transfer floating): the first steps
 */
CnscdWelcome *
cnscd_welcome_new (CnscdRepository *repository, GMenuModel *menu)
{
  CnscdWelcome *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository), NULL);

  self = g_object_new (CNSCD_TYPE_WELCOME, NULL);
  self->repository = g_object_ref (repository);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  cnscd_unit_list_fill (self->unit_list, cnscd_repository_get_units (repository),
                        _ ("The whole province"), NULL, FALSE);
  return self;
}

/**
 * cnscd_welcome_show_menu:
 * @self: a welcome
 *
 * Opens the main menu, which is on the first page.
 */
void
cnscd_welcome_show_menu (CnscdWelcome *self)
{
  g_return_if_fail (CNSCD_IS_WELCOME (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}
