/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-filtered-page.h"

#include <glib/gi18n-lib.h>

/**
 * CnscdFilteredPage:
 *
 * What is shown instead of a list that was narrowed down until nothing is left:
 * why, and a button that takes the filters off.
 */
struct _CnscdFilteredPage
{
  AdwBin parent_instance;

  AdwStatusPage *status_page;
  GtkButton *widen_button;
};

enum
{
  SIGNAL_WIDEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdFilteredPage, cnscd_filtered_page, ADW_TYPE_BIN)

static void
widen_cb (CnscdFilteredPage *self)
{
  g_signal_emit (self, signals[SIGNAL_WIDEN], 0);
}

static void
cnscd_filtered_page_class_init (CnscdFilteredPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* The filters are to be taken off. */
  signals[SIGNAL_WIDEN] = g_signal_new ("widen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/common/cnscd-filtered-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdFilteredPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdFilteredPage, widen_button);
  gtk_widget_class_bind_template_callback (widget_class, widen_cb);
}

static void
cnscd_filtered_page_init (CnscdFilteredPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_filtered_page_set_reason:
 * @self: a page
 * @reason: why nothing is left; a constant
 * @in_unit: whether only one commune is shown, so that all of them may have something
 *
 * Says why, and offers what may help.
 */
void
cnscd_filtered_page_set_reason (CnscdFilteredPage *self,
                                const CnscdListReason *reason,
                                gboolean in_unit)
{
  g_return_if_fail (CNSCD_IS_FILTERED_PAGE (self) && reason != NULL);

  adw_status_page_set_icon_name (self->status_page, reason->icon_name);
  adw_status_page_set_title (self->status_page, _ (reason->title));
  adw_status_page_set_description (self->status_page,
                                   reason->description != NULL ? _ (reason->description) : NULL);
  gtk_button_set_label (self->widen_button, reason->widen_label != NULL ? _ (reason->widen_label)
                                                                        : _ ("_All Communes"));
  gtk_widget_set_visible (GTK_WIDGET (self->widen_button), in_unit || reason->widen_label != NULL);
}
