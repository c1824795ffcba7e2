/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-decision-actions.h"
#include "cnscd-decision-part.h"
#include "model/cnscd-repository-decisions.h"
#include "ui/common/cnscd-line.h"
#include "ui/common/cnscd-navigation.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-notice-banner.h"

/**
 * CnscdDecisionPage:
 *
 * A decision, and below it the teams and people that it made or ended.
 */
struct _CnscdDecisionPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *menu_button;
  GtkListView *list_view;

  CnscdRepository *repository;
  GCancellable *cancellable;
  char *id;
  CnscdDecisionDetails *details; /* (nullable) */
  GListStore *sections;          /* (element-type GListStore) */
};

G_DEFINE_FINAL_TYPE (CnscdDecisionPage, cnscd_decision_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- the lines */

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_fact (AdwWrapBox *facts, const char *title, const char *value)
{
  GtkWidget *box;
  GtkWidget *caption;

  if (value == NULL || *value == '\0')
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  caption = new_label (title, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), new_label (value, NULL));
  adw_wrap_box_append (facts, box);
}

static GtkWidget *
create_facts (CnscdDecisionPage *self)
{
  const CnscdDecision *decision = self->details->decision;
  GtkWidget *facts = adw_wrap_box_new ();
  g_autofree char *date =
    cnscd_date_is_known (decision->date) ? cnscd_date_format (decision->date) : g_strdup ("—");

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (facts), 24);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (facts), 12);
  gtk_widget_add_css_class (facts, "line");
  add_fact (ADW_WRAP_BOX (facts), C_ ("decision", "Date"), date);
  add_fact (ADW_WRAP_BOX (facts), C_ ("decision", "Kind"),
            cnscd_words_for_decision_kind ((CnscdDecisionKind) decision->kind));
  add_fact (ADW_WRAP_BOX (facts), C_ ("decision", "Issued By"), decision->issuer);
  add_fact (ADW_WRAP_BOX (facts), C_ ("decision", "Signed By"), decision->signer);
  add_fact (ADW_WRAP_BOX (facts), C_ ("decision", "Subject"), decision->subject);
  add_fact (ADW_WRAP_BOX (facts), _ ("Note"), decision->note);
  if (!cnscd_decision_actions_is_used (self->details))
    adw_wrap_box_append (
      ADW_WRAP_BOX (facts),
      new_label (_ ("No team and no member refers to this decision yet."), "dimmed"));
  return facts;
}

static GtkWidget *
create_line (CnscdDecisionPartItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");
  const char *subtitle = cnscd_decision_part_item_get_subtitle (item);

  gtk_widget_add_css_class (box, "line");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), new_label (cnscd_decision_part_item_get_title (item), NULL));
  if (subtitle != NULL && *subtitle != '\0')
    {
      GtkWidget *label = new_label (subtitle, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (texts), label);
    }
  else
    gtk_widget_add_css_class (box, "single");
  gtk_widget_add_css_class (icon, "dimmed");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), icon);
  return box;
}

static void
bind_cb (CnscdDecisionPage *self, GtkListItem *list_item)
{
  CnscdDecisionPartItem *item = gtk_list_item_get_item (list_item);
  gboolean is_facts = cnscd_decision_part_item_get_team (item) == NULL;

  gtk_list_item_set_activatable (list_item, !is_facts);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, is_facts ? create_facts (self) : create_line (item));
}

static void
setup_header_cb (CnscdDecisionPage *self, GtkListHeader *header)
{
  GtkWidget *label = new_label (NULL, "heading");

  gtk_widget_set_margin_top (label, 18);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (CnscdDecisionPage *self, GtkListHeader *header)
{
  CnscdDecisionPartItem *item = gtk_list_header_get_item (header);
  const char *heading = cnscd_decision_part_item_get_heading (item);
  GtkWidget *label = gtk_list_header_get_child (header);

  gtk_label_set_text (GTK_LABEL (label), heading != NULL ? heading : "");
  gtk_widget_set_visible (label, heading != NULL);
}

/* ---- what they show */

static void
add_section (CnscdDecisionPage *self, const char *title, GPtrArray *parts)
{
  g_autoptr (GListStore) section = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *number = NULL;
  g_autofree char *heading = NULL;

  if (parts->len == 0)
    return;

  section = g_list_store_new (CNSCD_TYPE_DECISION_PART_ITEM);
  items = g_ptr_array_new_full (parts->len, g_object_unref);
  number = cnscd_words_for_number (parts->len);
  heading = g_strdup_printf ("%s · %s", title, number);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (items, cnscd_decision_part_item_new (heading, parts->pdata[i]));
  g_list_store_splice (section, 0, 0, items->pdata, items->len);
  g_list_store_append (self->sections, section);
}

static void
show_details (CnscdDecisionPage *self)
{
  const CnscdDecision *decision = self->details->decision;
  g_autofree char *title = cnscd_words_for_decision (decision->number, decision->date);
  g_autofree char *date =
    cnscd_date_is_known (decision->date) ? cnscd_date_format (decision->date) : NULL;
  g_autoptr (GListStore) facts = g_list_store_new (CNSCD_TYPE_DECISION_PART_ITEM);
  g_autoptr (CnscdDecisionPartItem) item = cnscd_decision_part_item_new (NULL, NULL);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  /* For all of it a narrow window has no room. */
  adw_window_title_set_title (self->window_title, decision->number);
  adw_window_title_set_subtitle (self->window_title, date != NULL ? date : "");
  gtk_widget_set_sensitive (self->menu_button, TRUE);

  g_list_store_remove_all (self->sections);
  g_list_store_append (facts, item);
  g_list_store_append (self->sections, facts);
  add_section (self, C_ ("decision", "Teams Established"), self->details->teams_begun);
  add_section (self, C_ ("decision", "Teams Dissolved"), self->details->teams_ended);
  add_section (self,
               decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE
                 ? C_ ("decision", "Teams Consolidated")
                 : C_ ("decision", "Teams With Other Members"),
               self->details->teams_changed);
  add_section (self, C_ ("decision", "Members From Then On"), self->details->members_begun);
  add_section (self, C_ ("decision", "Members Until Then"), self->details->members_ended);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdDecisionPage *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdDecisionDetails *details =
    cnscd_repository_load_decision_finish (CNSCD_REPOSITORY (source), result, &error);

  if (details == NULL)
    {
      /* Gone, by undoing for instance: so is this page. */
      if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
        cnscd_navigation_leave (ADW_NAVIGATION_PAGE (self));
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The decision cannot be shown: %s", error->message);
      return;
    }

  g_clear_pointer (&self->details, cnscd_decision_details_free);
  self->details = details;
  show_details (self);
}

static void
load (CnscdDecisionPage *self)
{
  cnscd_repository_load_decision_async (self->repository, self->id, self->cancellable, loaded_cb,
                                        self);
}

static void
activate_cb (CnscdDecisionPage *self, guint position)
{
  g_autoptr (CnscdDecisionPartItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);
  const char *person = item != NULL ? cnscd_decision_part_item_get_person (item) : NULL;
  const char *team = item != NULL ? cnscd_decision_part_item_get_team (item) : NULL;

  /* Where people have no page of their own, their team has. */
  if (person != NULL &&
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person", "s", person))
    return;
  if (team != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-team", "s", team);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDecisionPage *self = CNSCD_DECISION_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_decision_actions_edit (CNSCD_WINDOW (root), self->id);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdDecisionPage *self = CNSCD_DECISION_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_decision_actions_delete (CNSCD_WINDOW (root), self->id);
}

static void
cnscd_decision_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (CNSCD_DECISION_PAGE (page)->list_view));
}

static void
cnscd_decision_page_dispose (GObject *object)
{
  CnscdDecisionPage *self = CNSCD_DECISION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_decision_page_parent_class)->dispose (object);
}

static void
cnscd_decision_page_finalize (GObject *object)
{
  CnscdDecisionPage *self = CNSCD_DECISION_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->sections);
  g_clear_pointer (&self->details, cnscd_decision_details_free);
  g_free (self->id);

  G_OBJECT_CLASS (cnscd_decision_page_parent_class)->finalize (object);
}

static void
cnscd_decision_page_class_init (CnscdDecisionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_decision_page_dispose;
  object_class->finalize = cnscd_decision_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_decision_page_shown;

  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-decision-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_install_action (widget_class, "decision.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "decision.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "decision.edit", NULL);
}

static void
cnscd_decision_page_init (CnscdDecisionPage *self)
{
  g_autoptr (GtkFlattenListModel) flat = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->sections = g_list_store_new (G_TYPE_LIST_MODEL);
  flat = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->sections)));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (flat)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

/**
 * cnscd_decision_page_new:
 * @repository: an open repository
 * @decision: id of a decision
 *
 * Returns: (transfer floating): a page with the decision and what it did
 */
AdwNavigationPage *
cnscd_decision_page_new (CnscdRepository *repository, const char *decision)
{
  CnscdDecisionPage *self = g_object_new (CNSCD_TYPE_DECISION_PAGE, NULL);

  self->repository = g_object_ref (repository);
  self->id = g_strdup (decision);
  g_signal_connect_object (repository, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return ADW_NAVIGATION_PAGE (self);
}
