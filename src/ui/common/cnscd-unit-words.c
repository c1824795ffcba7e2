/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-words.h"

#include "cnscd-words.h"
#include "model/cnscd-unit-scope.h"

/**
 * cnscd_unit_words_for_row:
 * @repository: an open repository
 * @unit: code of the commune that a row of a list belongs to
 *
 * At the province's desk a hamlet alone says little, unless one commune was
 * chosen there: then every row would say the same.
 *
 * Returns: (transfer none) (nullable): "xã Võ Nhai"; %NULL where it goes without saying
 */
const char *
cnscd_unit_words_for_row (CnscdRepository *repository, const char *unit)
{
  if (cnscd_repository_get_unit (repository) != NULL ||
      cnscd_unit_scope_get_unit (cnscd_unit_scope_get (repository)) != NULL)
    return NULL;
  return cnscd_repository_get_unit_name (repository, unit);
}

/**
 * cnscd_unit_words_begin_row:
 * @repository: an open repository
 * @unit: code of the commune that a row of a list belongs to
 *
 * Returns: (transfer full) (nullable): as cnscd_unit_words_for_row(), with a capital: "Xã Võ Nhai"
 */
char *
cnscd_unit_words_begin_row (CnscdRepository *repository, const char *unit)
{
  const char *name = cnscd_unit_words_for_row (repository, unit);

  return name != NULL ? cnscd_words_capitalize (name) : NULL;
}
