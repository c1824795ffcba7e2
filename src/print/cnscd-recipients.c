/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recipients.h"

#include "core/cnscd-text.h"

/* Whether a line of the letterhead, in capitals, is the people's committee of the commune. */
static gboolean
is_committee (const char *body, const char *place_name)
{
  static const char *const words[] = { "Ủy ban nhân dân", "UBND" };
  g_autofree char *key = cnscd_text_match_key (body);

  for (guint i = 0; place_name != NULL && i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *name = g_strjoin (" ", words[i], place_name, NULL);
      g_autofree char *name_key = cnscd_text_match_key (name);

      if (g_str_equal (key, name_key))
        return TRUE;
    }
  return FALSE;
}

/**
 * cnscd_recipients_describe:
 * @issuer: who issues the document
 * @addressee: who is to go by it: "Các Tổ công nghệ số cộng đồng"
 *
 * Who gets a document (nơi nhận): the committee above the office that issues it,
 * for its information; the addressee; the registry, and with it the office of
 * the commune that does the work, where its committee issues the document. NĐ
 * 30/2020/NĐ-CP, Phụ lục I, mục II.9.
 *
 * Returns: (transfer full): the lines below "Nơi nhận:"
 */
char *
cnscd_recipients_describe (const CnscdIssuer *issuer, const char *addressee)
{
  const char *place_name = issuer->place_name;
  gboolean reports = is_committee (issuer->superior_body, place_name);
  gboolean of_province = place_name != NULL && g_str_has_prefix (place_name, "tỉnh ");
  gboolean of_commune = !of_province && is_committee (issuer->issuing_body, place_name);

  return g_strconcat (reports ? "- Ủy ban nhân dân " : "", reports ? place_name : "",
                      reports ? " (để b/c);\n" : "", "- ", addressee, ";\n- Lưu: VT",
                      of_commune ? ", VHXH." : ".", NULL);
}
