#include "input/office/workbook_names.h"

/* What the names of a workbook say to the one that is asked for. */
struct naming {
    const struct workbook *book;
    struct str wanted;
    struct place at;                       /* of WANTED */
    size_t sheet;                          /* that is asked; SIZE_MAX: any */
    const struct workbook_name *name;      /* that fits */
    const struct workbook_name *elsewhere; /* in another sheet than is asked */
    size_t found;
    size_t locals; /* of these */
    bool known;    /* though maybe not for cells */
};

static struct str sheet_called(const struct naming *n, size_t sheet)
{
    const struct workbook_sheet *sheets = n->book->sheets.items;

    return sheets[sheet].name;
}

static bool same_cells(const struct workbook_name *a,
                       const struct workbook_name *b)
{
    return a->sheet == b->sheet && a->range.first_row == b->range.first_row &&
           a->range.last_row == b->range.last_row &&
           a->range.first_column == b->range.first_column &&
           a->range.last_column == b->range.last_column;
}

static void see_name(struct naming *n, const struct workbook_name *l)
{
    n->known = true;
    if (!l->is_range)
        return;
    if (n->sheet != SIZE_MAX && l->sheet != n->sheet) {
        n->elsewhere = l;
        return;
    }
    if (n->name != NULL && same_cells(n->name, l))
        return;
    n->found++;
    n->locals += l->is_local;
    /* In its own sheet a name goes before the workbook's, as in Excel. */
    if (n->name == NULL || n->name->is_local == (n->sheet == SIZE_MAX))
        n->name = l;
}

/* Names that are the one that is asked for to the letter go before those that
   are but for case and signs. */
static void see_names(struct naming *n)
{
    const struct workbook_name *list = n->book->names.items;
    const struct str wanted = n->wanted;

    for (size_t pass = 0; pass < 2 && !n->known; pass++) {
        for (size_t i = 0; i < n->book->names.count; i++) {
            if (pass == 0 ? str_eq(list[i].name, wanted)
                          : str_same_word(list[i].name, wanted))
                see_name(n, &list[i]);
        }
    }
}

static enum status refuse_unknown(const struct naming *n)
{
    const struct workbook_name *list = n->book->names.items;
    struct findings *findings = n->book->findings;
    const struct str wanted = n->wanted;
    struct list names = list_of(n->book->arena, sizeof(struct str));

    for (size_t i = 0; i < n->book->names.count; i++) {
        struct str *name = list[i].is_range ? list_add(&names) : NULL;

        if (name != NULL)
            *name = list[i].name;
    }
    finding(findings, FINDING_UNKNOWN_NAME, n->at,
            "`%.*s` names no cells of `%s`", STR_ARG(wanted),
            n->book->source->name);
    if (str_find_char(wanted, '!') < wanted.len)
        finding_hint(findings, "write the cells alone, as in A5:N30, and their "
                               "sheet in the attribute `sheet`");
    else if (names.count > 0 && str_find_char(wanted, ':') == wanted.len)
        finding_nearest(findings, wanted, names.items, names.count);
    else
        finding_hint(findings, "write the cells, as in A5:N30");
    return ST_DATA;
}

static enum status refuse(const struct naming *n)
{
    struct findings *findings = n->book->findings;
    const struct place at = n->at;
    const struct str wanted = n->wanted;

    if (n->found > 1) {
        finding(findings, FINDING_WHICH_TABLE, at,
                "`%.*s` names other cells in one sheet than in another, and "
                "nothing says which are meant",
                STR_ARG(wanted));
        finding_hint(findings,
                     "name the sheet in the data element: "
                     "sheet=\"%.*s\"",
                     STR_ARG(sheet_called(n, n->name->sheet)));
    } else if (n->elsewhere != NULL) {
        finding(findings, FINDING_BAD_VALUE, at,
                "`%.*s` names cells of the sheet `%.*s`, not of `%.*s`",
                STR_ARG(wanted), STR_ARG(sheet_called(n, n->elsewhere->sheet)),
                STR_ARG(sheet_called(n, n->sheet)));
        finding_hint(findings, "leave `sheet` out, or give it that sheet");
    } else {
        finding(findings, FINDING_BAD_VALUE, at,
                "`%.*s` stands for no cells of `%s`", STR_ARG(wanted),
                n->book->source->name);
        finding_hint(findings, "write the cells, as in A5:N30");
    }
    return ST_DATA;
}

enum status workbook_find_name(const struct workbook *w, struct str wanted,
                               struct place at, size_t sheet,
                               const struct workbook_name **name)
{
    struct naming n = {.book = w, .wanted = wanted, .at = at, .sheet = sheet};
    bool unsure;

    see_names(&n);
    unsure = n.found > 1 && sheet == SIZE_MAX && n.found - n.locals != 1;
    if (n.name != NULL && !unsure) {
        *name = n.name;
        return ST_OK;
    }
    return n.known ? refuse(&n) : refuse_unknown(&n);
}
