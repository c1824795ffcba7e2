/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-notice-banner.h"

#include "cnscd-window.h"

/**
 * CnscdNoticeBanner:
 *
 * Below the header bar of a page, one thing at a time that people are to know:
 * the weightiest of what the window has to say, or else a hint of the page.
 */
struct _CnscdNoticeBanner
{
  AdwBin parent_instance;

  AdwBanner *banner;
  CnscdNotices *hints;   /* of the page */
  CnscdNotices *notices; /* (nullable): of the window that it is in */
};

G_DEFINE_FINAL_TYPE (CnscdNoticeBanner, cnscd_notice_banner, ADW_TYPE_BIN)

/* The target before the name: GTK warns of an action that comes without its own. */
static void
set_action (CnscdNoticeBanner *self, const char *detailed_name)
{
  GtkActionable *banner = GTK_ACTIONABLE (self->banner);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  gtk_actionable_set_action_name (banner, NULL);
  if (!g_action_parse_detailed_name (detailed_name, &name, &target, &error))
    g_return_if_reached ();
  gtk_actionable_set_action_target_value (banner, target);
  gtk_actionable_set_action_name (banner, name);
}

static void
update (CnscdNoticeBanner *self)
{
  const CnscdNotice *notice =
    self->notices != NULL ? cnscd_notices_get_first (self->notices) : NULL;

  if (notice == NULL)
    notice = cnscd_notices_get_first (self->hints);

  /* What slides away says what it said. */
  if (notice != NULL)
    {
      adw_banner_set_title (self->banner, notice->title);
      adw_banner_set_button_label (self->banner, notice->button_label);
      set_action (self, notice->action);
    }
  adw_banner_set_revealed (self->banner, notice != NULL);
}

static void
cnscd_notice_banner_root (GtkWidget *widget)
{
  CnscdNoticeBanner *self = CNSCD_NOTICE_BANNER (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (cnscd_notice_banner_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (!CNSCD_IS_WINDOW (root))
    return;

  self->notices = g_object_ref (cnscd_window_get_notices (CNSCD_WINDOW (root)));
  g_signal_connect_object (self->notices, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
cnscd_notice_banner_unroot (GtkWidget *widget)
{
  CnscdNoticeBanner *self = CNSCD_NOTICE_BANNER (widget);

  if (self->notices != NULL)
    g_signal_handlers_disconnect_by_func (self->notices, update, self);
  g_clear_object (&self->notices);

  GTK_WIDGET_CLASS (cnscd_notice_banner_parent_class)->unroot (widget);
}

static void
cnscd_notice_banner_dispose (GObject *object)
{
  CnscdNoticeBanner *self = CNSCD_NOTICE_BANNER (object);

  g_clear_object (&self->hints);
  g_clear_object (&self->notices);

  G_OBJECT_CLASS (cnscd_notice_banner_parent_class)->dispose (object);
}

static void
cnscd_notice_banner_class_init (CnscdNoticeBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_notice_banner_dispose;
  widget_class->root = cnscd_notice_banner_root;
  widget_class->unroot = cnscd_notice_banner_unroot;
}

static void
cnscd_notice_banner_init (CnscdNoticeBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  self->hints = cnscd_notices_new ();
  g_signal_connect_object (self->hints, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * cnscd_notice_banner_get_hints:
 * @self: a banner
 *
 * Returns: (transfer none): what its page has to say
 */
CnscdNotices *
cnscd_notice_banner_get_hints (CnscdNoticeBanner *self)
{
  g_return_val_if_fail (CNSCD_IS_NOTICE_BANNER (self), NULL);

  return self->hints;
}
