#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check.sh SOURCE: fails when a file with text is missing in POTFILES, or when a
# translation has an entry that is missing, fuzzy, untranslated, unused or misformed.
set -eu

source=${1:?the folder of the sources}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$source"
status=0

if ! bash build-aux/check-potfiles; then
  status=1
fi

# As meson's preset "glib" calls it, and in the same three passes as i18n.gettext
# would: C and Blueprint by their calls, XML and desktop files by their rules.
grep -v -e '^#' -e '^$' po/POTFILES >"$work/files"
xgettext --files-from="$work/files" --directory=. --output="$work/all.pot" \
  --from-code=UTF-8 --add-comments=Translators --package-name=cnscd \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 --keyword=g_dgettext:2 \
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
  --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format \
  --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
  --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format \
  2>"$work/messages" || { cat "$work/messages" >&2; exit 1; }

while read -r language; do
  file=po/$language.po
  msgfmt --check --output-file=/dev/null "$file" || status=1
  msgmerge --quiet --no-fuzzy-matching --output-file="$work/$language.po" "$file" "$work/all.pot"
  msgattrib --no-wrap --untranslated --no-obsolete "$work/$language.po" >"$work/untranslated"
  msgattrib --no-wrap --only-fuzzy --no-obsolete "$file" >"$work/fuzzy"
  msgattrib --no-wrap --only-obsolete "$work/$language.po" | sed 's/^#~ //' >"$work/unused"
  for kind in untranslated fuzzy unused; do
    if grep -q '^msgid' "$work/$kind"; then
      echo "$file: $kind entries:" >&2
      sed -n '/^msgid ""$/,/^$/!p' "$work/$kind" >&2
      status=1
    fi
  done
done <po/LINGUAS

# What libadwaita itself does not say in these languages.
for file in po/libadwaita/*.po; do
  msgfmt --check --output-file=/dev/null "$file" || status=1
done

exit "$status"
