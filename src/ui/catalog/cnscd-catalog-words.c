/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-catalog-words.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-catalog-edit.h"
#include "ui/common/cnscd-words.h"
#include "ui/schedule/cnscd-schedule-words.h"

/**
 * cnscd_words_for_holiday_days:
 * @holiday: a holiday
 *
 * Returns: (transfer full): "01/01/2027", "05/02/2027 – 09/02/2027"
 */
char *
cnscd_words_for_holiday_days (const CnscdHoliday *holiday)
{
  g_autofree char *first = cnscd_date_format (holiday->first_day);
  g_autofree char *last = cnscd_date_format (holiday->last_day);

  return cnscd_date_equal (holiday->first_day, holiday->last_day)
           ? g_steal_pointer (&first)
           : g_strdup_printf ("%s – %s", first, last);
}

static char *
describe_holiday (const CnscdHoliday *holiday)
{
  g_autofree char *days = cnscd_words_for_holiday_days (holiday);
  g_autofree char *lunar = cnscd_words_for_lunar_day (holiday->first_day);

  return cnscd_words_join (
    " · ", days,
    holiday->kind == CNSCD_HOLIDAY_KIND_WORKDAY ? C_ ("catalog", "worked instead") : lunar);
}

static char *
describe_audience (const CnscdCatalog *catalog, const CnscdAudience *audience, CnscdDate today)
{
  g_autoptr (GPtrArray) topics = cnscd_catalog_list_topics_of (catalog, audience->record.id, today);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                            ((const CnscdTopic *) topics->pdata[i])->name);
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/**
 * cnscd_catalog_words_describe:
 * @catalog: the catalogue
 * @record: a record of it
 * @today: today in Vietnam
 *
 * Returns: (transfer full): what stands below its name; "" for nothing
 */
char *
cnscd_catalog_words_describe (const CnscdCatalog *catalog, gpointer record, CnscdDate today)
{
  const CnscdKind *kind = ((CnscdRecord *) record)->kind;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (kind == &CNSCD_KIND_HOLIDAY)
    return describe_holiday (record);
  if (kind == &CNSCD_KIND_AUDIENCE)
    text = describe_audience (catalog, record, today);
  else if (kind == &CNSCD_KIND_INDICATOR && ((CnscdIndicator *) record)->unit_of_measure != NULL)
    /* Translators: of measure: "accounts", "people" */
    text =
      g_strdup_printf (C_ ("catalog", "Unit: %s"), ((CnscdIndicator *) record)->unit_of_measure);
  words = cnscd_words_join (
    " · ", text,
    cnscd_catalog_is_ended (record, today) ? C_ ("catalog", "no longer offered") : NULL);
  return cnscd_words_capitalize (words);
}

/**
 * cnscd_catalog_words_for_form:
 * @kind: a kind of the catalogue
 * @is_new: whether one is added
 *
 * Returns: (transfer none): the title of its form
 */
const char *
cnscd_catalog_words_for_form (const CnscdKind *kind, gboolean is_new)
{
  if (kind == &CNSCD_KIND_TOPIC)
    return is_new ? C_ ("catalog", "New Topic") : C_ ("catalog", "Topic");
  if (kind == &CNSCD_KIND_AUDIENCE)
    return is_new ? C_ ("catalog", "New Audience") : C_ ("catalog", "Audience");
  if (kind == &CNSCD_KIND_INDICATOR)
    return is_new ? C_ ("catalog", "New Indicator") : C_ ("catalog", "Indicator");
  return is_new ? C_ ("catalog", "New Holiday") : C_ ("catalog", "Holiday");
}

/**
 * cnscd_catalog_words_add_lock:
 * @row: an #AdwActionRow of what the province gives
 *
 * Shows that it cannot be changed here.
 */
void
cnscd_catalog_words_add_lock (GtkWidget *row)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  const char *label = _ ("Given by the province");

  gtk_widget_set_tooltip_text (image, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (image, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
}
