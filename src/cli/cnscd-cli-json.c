/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include "core/cnscd-record.h"

/**
 * cnscd_cli_json_add_text:
 * @builder: inside an object
 * @name: of the member
 * @value: (nullable): unknown becomes null
 *
 * Adds a text to the object being built.
 */
void
cnscd_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * cnscd_cli_json_add_count:
 * @builder: inside an object
 * @name: of the member
 * @value: %CNSCD_COUNT_UNKNOWN becomes null
 *
 * Adds a count to the object being built.
 */
void
cnscd_cli_json_add_count (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  if (value != CNSCD_COUNT_UNKNOWN)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * cnscd_cli_json_add_date:
 * @builder: inside an object
 * @name: of the member
 * @date: as ISO 8601, as far as it is known; unknown becomes null
 *
 * Adds a date to the object being built.
 */
void
cnscd_cli_json_add_date (JsonBuilder *builder, const char *name, CnscdDate date)
{
  char buffer[CNSCD_DATE_ISO_SIZE];

  cnscd_cli_json_add_text (builder, name,
                           cnscd_date_is_known (date) ? cnscd_date_write_iso (date, buffer) : NULL);
}

/**
 * cnscd_cli_json_print_done:
 * @cli: the run
 * @output: (nullable): the file that was written
 * @...: names of counts, each with its value, a #guint; %NULL
 *
 * Makes a document of what was done the output of the command.
 */
void
cnscd_cli_json_print_done (CnscdCli *cli, const char *output, ...)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const char *name;
  va_list values;

  json_builder_begin_object (builder);
  va_start (values, output);
  while ((name = va_arg (values, const char *)) != NULL)
    cnscd_cli_json_add_count (builder, name, va_arg (values, guint));
  va_end (values);
  if (output != NULL)
    {
      g_autofree char *shown = g_filename_display_name (output);

      cnscd_cli_json_add_text (builder, "output", shown);
    }
  json_builder_end_object (builder);
  cnscd_cli_json_print (cli, builder);
}

/**
 * cnscd_cli_json_print:
 * @cli: the run
 * @builder: a complete document
 *
 * Makes the document the output of the command.
 */
void
cnscd_cli_json_print (CnscdCli *cli, JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, cli->output);
  g_string_append_c (cli->output, '\n');
}
