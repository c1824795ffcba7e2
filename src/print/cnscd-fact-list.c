/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-fact-list.h"

#include "cnscd-page-metrics.h"
#include "cnscd-text-block.h"

/* For the longest label, "Người hướng dẫn:". */
#define LABEL_WIDTH CNSCD_MM_TO_PT (36)

#define FACT_GAP 2.0

typedef struct
{
  CnscdTextBlock *label;
  CnscdTextBlock *value;
} Fact;

struct _CnscdFactList
{
  CnscdTypesetter *typesetter;
  double width;
  GArray *facts; /* (element-type Fact) */
};

static const CnscdTextStyle fact_style = { .size = 13, .max_lines = 9 };

static void
clear_fact (gpointer data)
{
  Fact *fact = data;

  cnscd_text_block_free (fact->label);
  cnscd_text_block_free (fact->value);
}

static double
get_fact_height (const Fact *fact)
{
  return MAX (cnscd_text_block_get_height (fact->label),
              cnscd_text_block_get_height (fact->value)) +
         FACT_GAP;
}

/**
 * cnscd_fact_list_new:
 * @typesetter: what sets the text
 * @width: between the margins, in points
 *
 * Returns: (transfer full): a list without facts
 */
CnscdFactList *
cnscd_fact_list_new (CnscdTypesetter *typesetter, double width)
{
  CnscdFactList *facts = g_new0 (CnscdFactList, 1);

  facts->typesetter = cnscd_typesetter_ref (typesetter);
  facts->width = width;
  facts->facts = g_array_new (FALSE, FALSE, sizeof (Fact));
  g_array_set_clear_func (facts->facts, clear_fact);
  return facts;
}

/**
 * cnscd_fact_list_free:
 * @facts: (nullable): a list
 */
void
cnscd_fact_list_free (CnscdFactList *facts)
{
  if (facts == NULL)
    return;

  g_array_unref (facts->facts);
  cnscd_typesetter_unref (facts->typesetter);
  g_free (facts);
}

/**
 * cnscd_fact_list_add:
 * @facts: a list
 * @label: what it is: "Địa điểm:"
 * @value: plain text
 */
void
cnscd_fact_list_add (CnscdFactList *facts, const char *label, const char *value)
{
  const Fact fact = {
    .label = cnscd_text_block_new (facts->typesetter, &fact_style, label, CNSCD_TEXT_RULE_NONE,
                                   LABEL_WIDTH),
    .value = cnscd_text_block_new (facts->typesetter, &fact_style, value, CNSCD_TEXT_RULE_NONE,
                                   facts->width - LABEL_WIDTH),
  };

  g_array_append_val (facts->facts, fact);
}

/**
 * cnscd_fact_list_get_height:
 * @facts: a list
 *
 * Returns: points that it takes
 */
double
cnscd_fact_list_get_height (CnscdFactList *facts)
{
  double height = 0;

  for (guint i = 0; i < facts->facts->len; i++)
    height += get_fact_height (&g_array_index (facts->facts, Fact, i));
  return height;
}

/**
 * cnscd_fact_list_draw:
 * @facts: a list
 * @cr: where to draw, one unit a point
 * @x: left margin
 * @y: upper edge
 */
void
cnscd_fact_list_draw (CnscdFactList *facts, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < facts->facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts->facts, Fact, i);

      cnscd_text_block_draw (fact->label, cr, x, y);
      cnscd_text_block_draw (fact->value, cr, x + LABEL_WIDTH, y);
      y += get_fact_height (fact);
    }
}
