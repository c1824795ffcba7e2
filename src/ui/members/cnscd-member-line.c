/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-line.h"

#include "core/cnscd-phone.h"
#include "model/cnscd-member-list.h"
#include "ui/common/cnscd-selection-check.h"
#include "ui/common/cnscd-unit-words.h"
#include "ui/common/cnscd-widget.h"
#include "ui/common/cnscd-words.h"

/* What there is room for beside a birth date in the narrowest window, in each of its lines. */
#define COMPACT_CHARS 10

/**
 * CnscdMemberLine:
 *
 * A member in a list, in two lines: for a team's page and for narrow windows.
 */
struct _CnscdMemberLine
{
  CnscdLine parent_instance;

  CnscdSelectionCheck *check;
  AdwAvatar *avatar;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *role;
  GtkLabel *details;
};

G_DEFINE_FINAL_TYPE (CnscdMemberLine, cnscd_member_line, CNSCD_TYPE_LINE)

static char *
describe_in_team (const CnscdMember *member)
{
  return cnscd_words_for_office (member);
}

static char *
describe_anywhere (const CnscdMember *member, CnscdRepository *repository)
{
  g_autofree char *hamlet = cnscd_words_for_place (member->hamlet_kind, member->hamlet_name);
  g_autofree char *office = cnscd_words_for_office (member);
  g_autofree char *place = NULL;
  const char *unit = cnscd_unit_words_for_row (repository, member->unit);

  place = cnscd_words_join (", ", hamlet != NULL ? hamlet : member->team_name, unit);
  return cnscd_words_join (" · ", place, office);
}

static char *
write_details (const CnscdMember *member, gboolean in_team)
{
  g_autofree char *birth =
    cnscd_date_is_known (member->birth) ? cnscd_date_format (member->birth) : NULL;
  g_autofree char *phone =
    in_team && member->phone != NULL ? cnscd_phone_format (member->phone) : NULL;

  return cnscd_words_join (" · ", birth, phone);
}

static void
cnscd_member_line_show (CnscdLine *line, CnscdRow *row)
{
  CnscdMemberLine *self = CNSCD_MEMBER_LINE (line);
  const CnscdMember *member =
    row != NULL ? cnscd_member_row_get_member (CNSCD_MEMBER_ROW (row)) : NULL;
  gboolean in_team = cnscd_line_get_owner (line) == CNSCD_MEMBER_LINE_IN_TEAM;
  g_autofree char *subtitle = NULL;
  g_autofree char *details = NULL;

  cnscd_selection_check_set_row (self->check, cnscd_line_get_row (line),
                                 member != NULL ? member->full_name : NULL);
  if (member == NULL)
    {
      /* As high as it will be. */
      gtk_label_set_text (self->title, " ");
      gtk_label_set_text (self->subtitle, " ");
      gtk_label_set_text (self->role, "");
      gtk_label_set_text (self->details, "");
      adw_avatar_set_text (self->avatar, NULL);
      return;
    }

  subtitle =
    in_team ? describe_in_team (member) : describe_anywhere (member, cnscd_line_get_owner (line));
  details = write_details (member, in_team);
  adw_avatar_set_text (self->avatar, member->full_name);
  cnscd_line_set_label (self->title, member->full_name);
  cnscd_line_set_label (self->subtitle, subtitle);
  cnscd_line_set_label (self->role, cnscd_words_for_role (member->role));
  cnscd_line_set_label (self->details, details);
  /* Keeps the details on their side also where it says nothing. */
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL || details != NULL);

  /* The word says it; the shade only helps the eye along. */
  cnscd_widget_set_css_class (GTK_WIDGET (self->role), "accent", member->role == CNSCD_ROLE_LEADER);
  cnscd_widget_set_css_class (GTK_WIDGET (self->role), "dimmed", member->role == CNSCD_ROLE_MEMBER);
}

static void
cnscd_member_line_class_init (CnscdMemberLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  CNSCD_LINE_CLASS (klass)->show = cnscd_member_line_show;

  g_type_ensure (CNSCD_TYPE_SELECTION_CHECK);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-member-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberLine, check);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberLine, avatar);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberLine, title);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberLine, role);
  gtk_widget_class_bind_template_child (widget_class, CnscdMemberLine, details);
}

static void
cnscd_member_line_init (CnscdMemberLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_member_line_set_selection:
 * @self: a line
 * @selection: in which the line can be selected
 *
 * Gives the line a check button, seen while somebody selects several.
 */
void
cnscd_member_line_set_selection (CnscdMemberLine *self, CnscdRowSelection *selection)
{
  g_return_if_fail (CNSCD_IS_MEMBER_LINE (self));

  cnscd_selection_check_set_selection (self->check, selection);
}

/**
 * cnscd_member_line_set_compact:
 * @self: a line
 *
 * Keeps the birth date beside the office, however narrow it is.
 */
void
cnscd_member_line_set_compact (CnscdMemberLine *self)
{
  g_return_if_fail (CNSCD_IS_MEMBER_LINE (self));

  gtk_label_set_lines (self->subtitle, 3);
  gtk_label_set_max_width_chars (self->subtitle, COMPACT_CHARS);
}
