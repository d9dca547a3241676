#include "input/table/table_balances.h"
#include "input/table/table_memo.h"

/* Columns that may say what a row is: the one made for it, otherwise the
   label, the key, the group, the first text, where they are not blank. */
static void find_naming_columns(struct table_reading *r)
{
    static const enum column_role roles[] = {
        COLUMN_ROW_ROLE,    COLUMN_LABEL, COLUMN_KEY,
        COLUMN_INNER_GROUP, COLUMN_GROUP, COLUMN_PLAIN};

    for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
        for (size_t c = 0; c < r->columns.count; c++) {
            const struct kind_column *k = r->columns.list[c].kind;

            if (k == NULL || k->role != roles[i] || r->nnaming == NAMING_MAX ||
                (k->role == COLUMN_PLAIN && k->type != TYPE_TEXT))
                continue;
            r->naming[r->nnaming++] = c;
            if (k->role == COLUMN_ROW_ROLE)
                return;
            break;
        }
    }
}

static size_t column_of_role(const struct table_reading *r,
                             enum column_role role)
{
    size_t c = 0;

    while (c < r->columns.count && (r->columns.list[c].kind == NULL ||
                                    r->columns.list[c].kind->role != role))
        c++;
    return c;
}

static bool fits_holes(const struct table_reading *r, struct str text,
                       struct str alias, struct str group)
{
    const struct heading_fillers fillers = {r->options->wording, r->period,
                                            group};

    return placeholder_fit(&fillers, alias, text) >= PLACEHOLDER_UNKNOWN;
}

/* A group is named with the mark of its note, or without it. */
static bool is_called_by(const struct table_reading *r, struct str text,
                         struct str alias, struct str group)
{
    struct str bare;

    if (fits_holes(r, text, alias, group))
        return true;
    bare = marks_without(r, group);
    return bare.len < group.len && fits_holes(r, text, alias, bare);
}

static bool is_called(const struct table_reading *r, struct str text,
                      struct str alias)
{
    if (!name_has_placeholder(alias))
        return str_same_word(text, alias);
    return is_called_by(r, text, alias, r->group) ||
           (r->inner.len > 0 && is_called_by(r, text, alias, r->inner));
}

static bool role_of_text(struct table_reading *r, struct str text,
                         enum row_role *role)
{
    const struct kind *kind = r->options->kind;
    const unsigned char begins = row_name_letter(text);

    for (size_t i = 0; i < kind->nrows; i++) {
        for (size_t j = 0; j < kind->rows[i].naliases; j++) {
            const struct str alias = kind->rows[i].aliases[j];
            const unsigned char c = row_name_letter(alias);

            if (begins != 0 && c != 0 && c != begins)
                continue; /* no name begins so */
            if (is_called(r, text, alias)) {
                *role = kind->rows[i].role;
                r->line = (uint8_t)(i < UINT8_MAX ? i + 1 : 0);
                return true;
            }
        }
    }
    return false;
}

static bool holds_words(const struct column *c)
{
    return c->kind != NULL && !value_is_figure(c->kind->type);
}

/* Nothing stands in it but one text. */
static bool names_only(const struct record *record)
{
    return record->ntexts == 1;
}

struct str roles_label(const struct table_reading *r)
{
    struct str label = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && label.len == 0; i++)
        label = table_field(r, r->columns.list[r->naming[i]].field);
    for (size_t c = 0; label.len == 0 && c < r->columns.count; c++) {
        if (holds_words(&r->columns.list[c]))
            label = table_field(r, r->columns.list[c].field);
    }
    return label;
}

/* `Total` in a column that is not read, of codes: it names the row that has no
   other name, and is printed so. */
static enum row_role role_beside(struct table_reading *r, struct str *label)
{
    const struct record *record = r->record;
    const uint32_t field =
        r->nnaming == 0 ? 0 : r->columns.list[r->naming[0]].field;
    enum row_role role = ROW_ENTRY;

    for (size_t i = 0; field > 0 && field <= record->nfields &&
                       i < record->nfilled && i < r->columns.width;
         i++) {
        const struct str text = record->fields[i];

        if (r->columns.is_read[i] || text.len == 0 || !table_has_figures(r))
            continue;
        if (!role_of_text(r, text, &role))
            role = totals_role(r, text);
        if (!row_is_sum((uint8_t)role)) {
            role = ROW_ENTRY;
            r->line = 0;
            continue;
        }
        record->fields[field - 1] = text;
        *label = text;
        break;
    }
    return role;
}

/* `Place total` below rows with titles of their own: a sub-total of all since
   `Place` stood alone. */
static enum row_role role_by_title(struct table_reading *r, struct str label)
{
    const struct kind *kind = r->options->kind;

    if (r->nopen == 0 || r->group_column < r->columns.count ||
        !table_has_figures(r) || !titles_close(r, totals_whose(r, label)))
        return ROW_ENTRY;
    for (size_t i = 0; i < kind->nrows && i < UINT8_MAX && r->line == 0; i++) {
        if (kind->rows[i].role == ROW_SUB_TOTAL)
            r->line = (uint8_t)(i + 1);
    }
    return ROW_SUB_TOTAL;
}

/* Whether the name of the row, LABEL with or without marks of notes, says what
   it is. */
static bool role_of_name(struct table_reading *r, struct str whole,
                         struct str label, enum row_role *role)
{
    if (role_of_text(r, whole, role) ||
        (label.len < whole.len && role_of_text(r, label, role)))
        return true;
    *role = totals_role(r, label);
    if (*role == ROW_ENTRY)
        *role = role_by_title(r, label);
    if (*role == ROW_ENTRY)
        *role = balances_role(r, label);
    return *role != ROW_ENTRY;
}

/* What the record says it is, before its cells are read as what they should
   be: SUBTOTAL may stand in a column of dates. *LABEL is the text that says
   it, without marks of notes; what ends with * may be its whole name. */
static enum row_role role_of(struct table_reading *r, struct str *label)
{
    const struct str whole = roles_label(r);
    enum row_role role = ROW_ENTRY;

    r->line = 0;
    r->name_tells = false;
    r->is_of_percent = false;
    *label = marks_without(r, whole);
    if (label->len == 0)
        return role_beside(r, label);
    r->name_tells = row_names_may_tell(&r->names, *label);
    if (r->name_tells && role_of_name(r, whole, *label, &role))
        return role;
    role = percent_role(r, *label);
    return role == ROW_ENTRY && r->name_tells ? memo_role(r, *label) : role;
}

void roles_see_row(struct table_reading *r)
{
    const struct suspect *suspects = r->suspects.items;
    const size_t n = r->suspects.count;
    const uint8_t role = r->roles[r->nrows];

    if (r->has_entries)
        r->total_above |= role == ROW_TOTAL || role == ROW_BLOCK_TOTAL ||
                          (n > 0 && suspects[n - 1].row == r->nrows);
    r->has_entries |= row_is_plain(role);
    r->more_above |= row_is_stock(role) || role == ROW_TOTAL ||
                     role == ROW_BLOCK_TOTAL || role == ROW_RESULT;
}

/* What closes a balance is a total where nothing but its rows stands above it,
   and the kind says that it may be one. */
static bool is_total_of_those_above(const struct table_reading *r)
{
    return r->has_entries && !r->more_above && r->line > 0 &&
           r->options->kind->rows[r->line - 1].or_total;
}

/* `Council tax` may be what pays for the services above, or the service that
   collects it: with figures it pays where they have their total. */
static bool pays_for_those_above(struct table_reading *r, struct str label,
                                 bool in_group)
{
    if (r->in_funding || names_only(r->record) || r->total_above)
        return true;
    r->line = 0;
    if (!in_group && r->unsaid_funding.count++ == 0) {
        r->unsaid_funding.row = r->nrows;
        r->unsaid_funding.label = label;
    }
    return false;
}

bool table_has_total(const struct table_reading *r, size_t from)
{
    while (from < r->nrows && r->roles[from] != ROW_TOTAL)
        from++;
    return from < r->nrows;
}

void funding_check(const struct table_reading *r)
{
    const struct named_rows *rows = &r->unsaid_funding;

    /* Whether they are in a total is checked there. */
    if (rows->count == 0 || table_has_total(r, 0))
        return;
    finding(r->findings, FINDING_DOUBTFUL, table_row_place(r, rows->row),
            "`%.*s` counts as a row like any other: no total stands above it "
            "that it could pay for",
            STR_ARG(cell_shown(rows->label)));
    finding_hint(r->findings,
                 "if it says how the rows above are paid for, give them their "
                 "total; <line role=\"%s\" aliases=\"%.*s\"/> above that of "
                 "role=\"%s\" in kind `%s` says that it is a row",
                 row_role_name(ROW_ENTRY), STR_ARG(cell_shown(rows->label)),
                 row_role_name(ROW_FUNDING), r->options->kind->id);
}

static struct str text_of(const struct table_reading *r, size_t column)
{
    return column < r->columns.count
               ? table_field(r, r->columns.list[column].field)
               : (struct str){NULL, 0};
}

/* The record is a row of GROUP, or of that above where it is blank. */
static void carry_groups(struct table_reading *r, struct str group)
{
    const struct str inner = text_of(r, r->inner_column);

    if (inner.len > 0 || (group.len > 0 && !str_eq(group, r->group)))
        r->inner = inner;
    r->group = group.len > 0 ? group : r->group;
}

/* The same, once it is known what stands above the record: the group that it
   belongs to, and whether all that follows pays for what is above. */
enum row_role roles_place(struct table_reading *r, struct str *label)
{
    const struct str group = text_of(r, r->group_column);
    enum row_role role = role_of(r, label);

    if (role == ROW_CLOSING && is_total_of_those_above(r))
        role = ROW_TOTAL;
    if (role == ROW_FUNDING && !pays_for_those_above(r, *label, group.len > 0))
        role = ROW_ENTRY;
    if (role == ROW_FUNDING) {
        r->in_funding = true;
        return r->record->nfilled == 0 || names_only(r->record)
                   ? ROW_GROUP_TITLE
                   : ROW_FUNDING;
    }
    if (!r->is_of_percent &&
        (row_has_own_figures((uint8_t)role) || role == ROW_GROUP_TITLE))
        carry_groups(r, group);
    if (role == ROW_ENTRY && r->group_column == r->columns.count &&
        names_only(r->record))
        r->group = roles_label(r); /* it may be the title of those below */
    return role == ROW_ENTRY && r->in_funding ? ROW_FUNDING : role;
}

void roles_begin(struct table_reading *r)
{
    find_naming_columns(r);
    r->group_column = column_of_role(r, COLUMN_GROUP);
    r->inner_column = column_of_role(r, COLUMN_INNER_GROUP);
    row_names_list(&r->names, r->options->wording, r->options->kind);
    totals_begin(r);
    balances_begin(r);
}
