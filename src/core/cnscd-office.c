/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-office.h"

#include <string.h>

/* Pairs of authority and name. */
#define SIGNERS_TYPE "a(ss)"

#define PROVINCE "tỉnh Thái Nguyên"

static void
signer_free (gpointer data)
{
  CnscdSigner *signer = data;

  g_free (signer->authority);
  g_free (signer->full_name);
  g_free (signer);
}

/**
 * cnscd_office_new:
 *
 * Returns: (transfer full): an office that has chosen nothing
 */
CnscdOffice *
cnscd_office_new (void)
{
  CnscdOffice *office = g_new0 (CnscdOffice, 1);

  office->signers = g_ptr_array_new_with_free_func (signer_free);
  office->max_sessions_per_week = CNSCD_SESSIONS_PER_WEEK_DEFAULT;
  return office;
}

/**
 * cnscd_office_copy:
 * @office: an office
 *
 * Returns: (transfer full): another that has chosen the same
 */
CnscdOffice *
cnscd_office_copy (const CnscdOffice *office)
{
  CnscdOffice *copy;

  g_return_val_if_fail (office != NULL, NULL);

  copy = cnscd_office_new ();
  copy->unit = g_strdup (office->unit);
  copy->unit_chosen = office->unit_chosen;
  copy->superior_body = g_strdup (office->superior_body);
  copy->issuing_body = g_strdup (office->issuing_body);
  copy->place_name = g_strdup (office->place_name);
  copy->sizes = office->sizes;
  copy->max_sessions_per_week = office->max_sessions_per_week;
  for (guint i = 0; i < office->signers->len; i++)
    {
      const CnscdSigner *signer = office->signers->pdata[i];

      cnscd_office_add_signer (copy, signer->authority, signer->full_name);
    }
  return copy;
}

/**
 * cnscd_office_free:
 * @office: (transfer full): an office
 *
 * Frees it with its signers.
 */
void
cnscd_office_free (CnscdOffice *office)
{
  g_free (office->unit);
  g_free (office->superior_body);
  g_free (office->issuing_body);
  g_free (office->place_name);
  g_ptr_array_unref (office->signers);
  g_free (office);
}

/**
 * cnscd_office_add_signer:
 * @office: an office
 * @authority: (nullable): what stands above the signature
 * @full_name: who signs
 *
 * Adds somebody who may sign, after the others.
 */
void
cnscd_office_add_signer (CnscdOffice *office, const char *authority, const char *full_name)
{
  CnscdSigner *signer;

  g_return_if_fail (office != NULL && full_name != NULL);

  signer = g_new0 (CnscdSigner, 1);
  signer->authority = g_strdup (authority);
  signer->full_name = g_strdup (full_name);
  g_ptr_array_add (office->signers, signer);
}

/**
 * cnscd_office_dup_issuing_body:
 * @office: an office
 * @unit_name: (nullable): its commune as on paper, "xã Võ Nhai"; %NULL for the province
 *
 * Returns: (transfer full): what its letterhead names, in lines of capitals:
 *   what it has chosen, or the people's committee. NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2.
 */
char *
cnscd_office_dup_issuing_body (const CnscdOffice *office, const char *unit_name)
{
  g_autofree char *capitals = NULL;

  g_return_val_if_fail (office != NULL, NULL);

  if (office->issuing_body != NULL)
    return g_strdup (office->issuing_body);

  capitals = g_utf8_strup (unit_name != NULL ? unit_name : PROVINCE, -1);
  return g_strconcat ("ỦY BAN NHÂN DÂN\n", capitals, NULL);
}

/**
 * cnscd_unit_name_dup_place:
 * @unit_name: (nullable): the name of a commune as on paper, "xã Võ Nhai"
 *
 * Gets the name under which its documents are dated: without the word for its
 * kind, unless a number would be left. NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.4.
 *
 * Returns: (transfer full) (nullable): "Võ Nhai"; "phường 1"
 */
char *
cnscd_unit_name_dup_place (const char *unit_name)
{
  static const char *const kinds[] = { "xã ", "phường ", "thị trấn ", "tỉnh " };

  if (unit_name == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i]);

      if (g_str_has_prefix (unit_name, kinds[i]) && !g_ascii_isdigit (unit_name[length]))
        return g_strdup (unit_name + length);
    }

  return g_strdup (unit_name);
}

/**
 * cnscd_office_dup_place_name:
 * @office: an office
 * @unit_name: (nullable): its commune as on paper, "xã Võ Nhai"; %NULL for the province
 *
 * Returns: (transfer full): where its documents are dated, "Võ Nhai": what it has
 *   chosen, or cnscd_unit_name_dup_place()
 */
char *
cnscd_office_dup_place_name (const CnscdOffice *office, const char *unit_name)
{
  g_return_val_if_fail (office != NULL, NULL);

  return office->place_name != NULL
           ? g_strdup (office->place_name)
           : cnscd_unit_name_dup_place (unit_name != NULL ? unit_name : PROVINCE);
}

/**
 * cnscd_team_sizes_are_valid:
 * @sizes: how large a team should be
 *
 * Returns: whether there is a number between the bounds
 */
gboolean
cnscd_team_sizes_are_valid (const CnscdTeamSizes *sizes)
{
  g_return_val_if_fail (sizes != NULL, FALSE);

  return sizes->min <= CNSCD_TEAM_SIZE_MAX && sizes->max <= CNSCD_TEAM_SIZE_MAX &&
         (sizes->max == 0 || sizes->min <= sizes->max);
}

/**
 * cnscd_office_equal:
 * @one: an office
 * @other: an office
 *
 * Returns: whether both have chosen the same
 */
gboolean
cnscd_office_equal (const CnscdOffice *one, const CnscdOffice *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  if (g_strcmp0 (one->unit, other->unit) != 0 || one->unit_chosen != other->unit_chosen ||
      g_strcmp0 (one->superior_body, other->superior_body) != 0 ||
      g_strcmp0 (one->issuing_body, other->issuing_body) != 0 ||
      g_strcmp0 (one->place_name, other->place_name) != 0 || one->sizes.min != other->sizes.min ||
      one->sizes.max != other->sizes.max ||
      one->max_sessions_per_week != other->max_sessions_per_week ||
      one->signers->len != other->signers->len)
    return FALSE;

  for (guint i = 0; i < one->signers->len; i++)
    {
      const CnscdSigner *first = one->signers->pdata[i];
      const CnscdSigner *second = other->signers->pdata[i];

      if (g_strcmp0 (first->authority, second->authority) != 0 ||
          g_strcmp0 (first->full_name, second->full_name) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * cnscd_office_write_signers:
 * @office: an office
 *
 * Returns: (transfer full) (nullable): its signers as text that
 *   cnscd_office_read_signers() understands; %NULL when there are none
 */
char *
cnscd_office_write_signers (const CnscdOffice *office)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (SIGNERS_TYPE));
  g_autoptr (GVariant) signers = NULL;

  g_return_val_if_fail (office != NULL, NULL);

  if (office->signers->len == 0)
    return NULL;

  for (guint i = 0; i < office->signers->len; i++)
    {
      const CnscdSigner *signer = office->signers->pdata[i];

      g_variant_builder_add (&builder, "(ss)", signer->authority != NULL ? signer->authority : "",
                             signer->full_name);
    }
  signers = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (signers, FALSE);
}

/**
 * cnscd_office_read_signers:
 * @office: an office
 * @text: (nullable): what cnscd_office_write_signers() made, or anything
 *
 * Gives @office the signers of @text; others than before, even if @text is wrong.
 *
 * Returns: whether @text was right
 */
gboolean
cnscd_office_read_signers (CnscdOffice *office, const char *text)
{
  g_autoptr (GVariant) signers = NULL;
  GVariantIter iter;
  const char *authority, *full_name;

  g_return_val_if_fail (office != NULL, FALSE);

  g_ptr_array_set_size (office->signers, 0);
  if (text == NULL)
    return TRUE;

  signers = g_variant_parse (G_VARIANT_TYPE (SIGNERS_TYPE), text, NULL, NULL, NULL);
  if (signers == NULL)
    return FALSE;

  g_variant_iter_init (&iter, signers);
  while (g_variant_iter_next (&iter, "(&s&s)", &authority, &full_name))
    cnscd_office_add_signer (office, *authority != '\0' ? authority : NULL, full_name);
  return TRUE;
}
