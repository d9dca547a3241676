#include "core/doc/doc.h"

#include <assert.h>

_Static_assert(DOC_KIND_MAX <= 64, "a set of kinds fits into 64 bits");

#define BIT(kind) (UINT64_C(1) << (kind))

/* Inlines that may stand in any line of text. */
#define INLINES                                                                \
    (BIT(DOC_STRONG) | BIT(DOC_EMPHASIS) | BIT(DOC_LINK) |                     \
     BIT(DOC_REFERENCE) | BIT(DOC_SPAN) | BIT(DOC_NOTE_MARK) | BIT(DOC_TEXT) | \
     BIT(DOC_CODE) | BIT(DOC_BREAK) | BIT(DOC_PAGE_NUMBER) |                   \
     BIT(DOC_PAGE_COUNT))

/* A link leads to one place: no link and no note stands inside it. */
#define LINK_INLINES                                                           \
    (INLINES & ~(BIT(DOC_LINK) | BIT(DOC_REFERENCE) | BIT(DOC_NOTE_MARK)))

/* Blocks that a cell can hold. */
#define CELL_BLOCKS (BIT(DOC_PARAGRAPH) | BIT(DOC_LIST) | BIT(DOC_QUOTE))

/* Blocks that may stand wherever prose does. */
#define FLOW                                                                   \
    (CELL_BLOCKS | BIT(DOC_FIELD_LIST) | BIT(DOC_TABLE) | BIT(DOC_PICTURE) |   \
     BIT(DOC_NOTE) | BIT(DOC_PAGE_BREAK) | BIT(DOC_SIDES) | BIT(DOC_FOLD) |    \
     BIT(DOC_LISTING))

static const struct {
    const char *name;
    uint64_t children;
} kinds[] = {
    [DOC_ROOT] = {"root", BIT(DOC_RUNNING) | BIT(DOC_COVER) | BIT(DOC_PART) |
                              BIT(DOC_SECTION) | BIT(DOC_CONTENTS) |
                              BIT(DOC_SIGN_OFF) | BIT(DOC_HEADING) | FLOW},
    [DOC_FRAGMENT] = {"fragment", FLOW | BIT(DOC_HEADING) |
                                      BIT(DOC_GENERATOR_CALL) | BIT(DOC_BLOCK)},
    [DOC_RUNNING] = {"running", BIT(DOC_PARAGRAPH)},
    [DOC_COVER] = {"cover", FLOW | BIT(DOC_HEADING)},
    [DOC_PART] = {"part", FLOW | BIT(DOC_HEADING) | BIT(DOC_SECTION)},
    [DOC_SECTION] = {"section", FLOW | BIT(DOC_HEADING)},
    [DOC_QUOTE] = {"quote", FLOW},
    [DOC_LIST] = {"list", BIT(DOC_ITEM)},
    [DOC_ITEM] = {"item", FLOW | INLINES | BIT(DOC_LABEL)},
    [DOC_FIELD_LIST] = {"field-list", BIT(DOC_FIELD)},
    [DOC_FIELD] = {"field", BIT(DOC_FIELD_NAME) | BIT(DOC_FIELD_VALUE)},
    [DOC_FIELD_VALUE] = {"field-value", CELL_BLOCKS | INLINES},
    [DOC_TABLE] = {"table", BIT(DOC_CAPTION) | BIT(DOC_ROW_GROUP)},
    [DOC_ROW_GROUP] = {"row-group", BIT(DOC_ROW)},
    [DOC_ROW] = {"row", BIT(DOC_CELL)},
    [DOC_CELL] = {"cell", CELL_BLOCKS | INLINES | BIT(DOC_DRAWING)},
    [DOC_PICTURE] = {"picture", BIT(DOC_CAPTION)},
    [DOC_NOTE] = {"note", INLINES | BIT(DOC_LABEL)},
    [DOC_CONTENTS] = {"contents", BIT(DOC_HEADING) | BIT(DOC_CONTENTS_ITEM)},
    [DOC_SIGN_OFF] = {"sign-off", FLOW | BIT(DOC_HEADING)},
    [DOC_FOLD] = {"fold", CELL_BLOCKS | BIT(DOC_TABLE) | BIT(DOC_NOTE)},
    [DOC_SIDES] = {"sides", BIT(DOC_PARAGRAPH)},
    [DOC_HEADING] = {"heading", INLINES | BIT(DOC_LABEL)},
    [DOC_PARAGRAPH] = {"paragraph", INLINES | BIT(DOC_LABEL)},
    [DOC_LISTING] = {"listing", BIT(DOC_TEXT) | BIT(DOC_BREAK)},
    [DOC_FIELD_NAME] = {"field-name", INLINES | BIT(DOC_LABEL)},
    [DOC_CAPTION] = {"caption", INLINES | BIT(DOC_LABEL)},
    [DOC_CONTENTS_ITEM] = {"contents-item",
                           BIT(DOC_REFERENCE) | BIT(DOC_PAGE_NUMBER)},
    [DOC_PAGE_BREAK] = {"page-break", 0},
    [DOC_GENERATOR_CALL] = {"generator-call", 0},
    [DOC_BLOCK] = {"block", FLOW | BIT(DOC_HEADING) | BIT(DOC_GENERATOR_CALL) |
                                BIT(DOC_BLOCK)},
    [DOC_STRONG] = {"strong", INLINES},
    [DOC_EMPHASIS] = {"emphasis", INLINES},
    [DOC_CODE] = {"code", BIT(DOC_TEXT)},
    [DOC_LINK] = {"link", LINK_INLINES},
    [DOC_REFERENCE] = {"reference", LINK_INLINES | BIT(DOC_LABEL)},
    [DOC_SPAN] = {"span", INLINES | BIT(DOC_DRAWING)},
    [DOC_NOTE_MARK] = {"note-mark", BIT(DOC_LABEL)},
    [DOC_LABEL] = {"label", BIT(DOC_TEXT)},
    [DOC_TEXT] = {"text", 0},
    [DOC_BREAK] = {"break", 0},
    [DOC_PAGE_NUMBER] = {"page-number", 0},
    [DOC_PAGE_COUNT] = {"page-count", 0},
    [DOC_DRAWING] = {"drawing", 0},
};

_Static_assert(sizeof(kinds) / sizeof(kinds[0]) == DOC_KIND_MAX,
               "every kind says what it may hold");

const char *doc_kind_name(enum doc_kind kind)
{
    assert(kind < DOC_KIND_MAX);
    return kinds[kind].name;
}

bool doc_kind_is_inline(enum doc_kind kind)
{
    return kind >= DOC_STRONG && kind < DOC_KIND_MAX;
}

bool doc_kind_may_contain(enum doc_kind parent, enum doc_kind child)
{
    assert(parent < DOC_KIND_MAX && child < DOC_KIND_MAX);
    return (kinds[parent].children & BIT(child)) != 0;
}
