/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-duplicate-line.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-phone.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"

#define SEPARATOR " · "

/* What is longer does not fit into a line of the narrowest window. */
#define MAX_WHOLE_CHARS 30

/**
 * CnscdDuplicateLine:
 *
 * Two people who may be the same, and why, in a list.
 */
struct _CnscdDuplicateLine
{
  AdwBin parent_instance;

  GtkLabel *one_name;
  GtkLabel *one_details;
  GtkLabel *other_name;
  GtkLabel *other_details;
  GtkLabel *match;

  CnscdRepository *repository; /* the page's, which outlives it */
  CnscdDuplicateItem *item;
  gulong changed_handler;
};

G_DEFINE_FINAL_TYPE (CnscdDuplicateLine, cnscd_duplicate_line, ADW_TYPE_BIN)

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "", part);
}

static char *
describe (CnscdDuplicateLine *self, const CnscdDuplicatePerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *birth =
    cnscd_date_is_known (person->birth) ? cnscd_date_format (person->birth) : NULL;
  g_autofree char *phone = person->phone != NULL ? cnscd_phone_format (person->phone) : NULL;
  g_autofree char *place = cnscd_words_for_place (person->hamlet_kind, person->hamlet_name);

  append (text, birth);
  append (text, cnscd_words_for_gender (person->gender));
  append (text, phone);
  append (text, place != NULL ? place : person->team_name);
  if (person->n_teams > 1)
    {
      g_autofree char *number = cnscd_words_for_number (person->n_teams);
      /* Translators: %s is how often somebody is or was in a team */
      g_autofree char *memberships = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s membership", "%s memberships", person->n_teams), number);

      append (text, memberships);
    }
  /* At the province's desk a hamlet alone says little. */
  if (cnscd_repository_get_unit (self->repository) == NULL)
    append (text, cnscd_repository_get_unit_name (self->repository, person->unit));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* A line ends between two parts, not within a telephone number or the name of a place. */
static void
set_details (GtkLabel *label, const char *text)
{
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (const char *part = text, *end; part != NULL;
       part = end != NULL ? end + strlen (SEPARATOR) : NULL)
    {
      gsize length;

      end = strstr (part, SEPARATOR);
      length = end != NULL ? (gsize) (end - part) : strlen (part);
      if (g_utf8_strlen (part, (gssize) length) <= MAX_WHOLE_CHARS)
        {
          PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

          attribute->start_index = (guint) (part - text);
          attribute->end_index = attribute->start_index + (guint) length;
          pango_attr_list_insert (list, attribute);
        }
    }

  gtk_label_set_text (label, *text != '\0' ? text : "—");
  gtk_label_set_attributes (label, list);
}

static void
update (CnscdDuplicateLine *self)
{
  const CnscdDuplicate *duplicate = cnscd_duplicate_item_get_duplicate (self->item);
  g_autofree char *one = describe (self, &duplicate->one);
  g_autofree char *other = describe (self, &duplicate->other);
  g_autofree char *match = cnscd_words_for_match (duplicate->match);

  gtk_label_set_text (self->one_name, duplicate->one.full_name);
  set_details (self->one_details, one);
  gtk_label_set_text (self->other_name, duplicate->other.full_name);
  set_details (self->other_details, other);
  gtk_label_set_text (self->match, match);
}

static void
set_item (CnscdDuplicateLine *self, CnscdDuplicateItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_handler, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_handler = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CnscdRepository *repository)
{
  CnscdDuplicateLine *line = g_object_new (CNSCD_TYPE_DUPLICATE_LINE, NULL);

  line->repository = repository;
  gtk_list_item_set_child (item, GTK_WIDGET (line));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_item (CNSCD_DUPLICATE_LINE (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  set_item (CNSCD_DUPLICATE_LINE (gtk_list_item_get_child (item)), NULL);
}

static void
cnscd_duplicate_line_dispose (GObject *object)
{
  set_item (CNSCD_DUPLICATE_LINE (object), NULL);

  G_OBJECT_CLASS (cnscd_duplicate_line_parent_class)->dispose (object);
}

static void
cnscd_duplicate_line_class_init (CnscdDuplicateLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_duplicate_line_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-duplicate-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicateLine, one_name);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicateLine, one_details);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicateLine, other_name);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicateLine, other_details);
  gtk_widget_class_bind_template_child (widget_class, CnscdDuplicateLine, match);
}

static void
cnscd_duplicate_line_init (CnscdDuplicateLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_duplicate_line_factory_new:
 * @repository: an open repository; must outlive the list view
 *
 * Returns: (transfer full): a factory of lines for #CnscdDuplicateItem
 */
GtkListItemFactory *
cnscd_duplicate_line_factory_new (CnscdRepository *repository)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), repository);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
