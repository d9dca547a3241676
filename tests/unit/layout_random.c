#include "tests/support/laid_fixture.h"
#include "tests/support/sample.h"
#include "tests/support/sample_parts.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char words[] =
    "The Cabinet considered what residents had said about the opening hours "
    "of libraries, and asked officers to report again in the autumn. ";

static void marked(struct doc_node *p, const char *id)
{
    struct doc_node *mark = doc_add(&t.d, p, DOC_NOTE_MARK);

    mark->u.target = id;
    doc_text(&t.d, doc_add(&t.d, mark, DOC_LABEL), STR_LIT("*"));
}

static void note(struct doc_node *parent, const char *id, const char *text,
                 int n)
{
    struct doc_node *node = doc_add(&t.d, parent, DOC_NOTE);

    node->id = id;
    doc_text(&t.d, node, str_of(text));
    for (int i = 0; i < n; i++)
        doc_text(&t.d, node, str_of(words));
}

/* xorshift: the same trees on every machine. */
static uint32_t seed;

static uint32_t any(uint32_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    return seed % below;
}

static void any_inlines(struct doc_node *parent)
{
    static const char *const blocks[] = {
        "The Cabinet agreed ",
        "£1,234,567.89 ",
        "in 2012/13 ",
        "www.example.gov.uk/a/b/c-d ",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "well-being",
        " ",
        "and/or",
        "✓ done ",
        "a ",
        "\xc2\xa0",
        "“quoted” (text), which goes on for quite some time. ",
    };
    static const enum doc_kind kinds[] = {DOC_STRONG, DOC_EMPHASIS, DOC_LINK,
                                          DOC_SPAN};

    for (uint32_t n = 1 + any(9); n > 0; n--) {
        struct doc_node *in = parent;

        if (any(4) == 0)
            in = doc_add(&t.d, parent, kinds[any(4)]);
        if (any(12) == 0)
            doc_add(&t.d, parent, DOC_BREAK);
        doc_text(&t.d, in, str_of(blocks[any(12)]));
    }
}

static void any_table(struct doc_node *parent)
{
    static const struct doc_column columns[8] = {
        {.align = ALIGN_START, .nowrap = false},
        {.align = ALIGN_END, .nowrap = true},
        {.align = ALIGN_END, .nowrap = false},
        {.align = ALIGN_START, .nowrap = true},
        {.align = ALIGN_END, .nowrap = false},
        {.align = ALIGN_CENTRE, .nowrap = false},
        {.align = ALIGN_START, .nowrap = false},
        {.align = ALIGN_END, .nowrap = false},
    };
    struct doc_table *model = arena_alloc(&t.tree, 1, sizeof(*model));
    struct doc_node *table = doc_add(&t.d, parent, DOC_TABLE);

    *model = (struct doc_table){.columns = columns, .ncolumns = 1 + any(8)};
    table->u.table = model;
    if (any(3) > 0)
        any_inlines(doc_add(&t.d, table, DOC_CAPTION));
    for (uint8_t level = 0; level <= GROUP_FOOT; level++) {
        struct doc_node *group = doc_add(&t.d, table, DOC_ROW_GROUP);
        uint32_t taken[8] = {0};

        group->level = level;
        for (uint32_t rows = 1 + any(level == GROUP_BODY ? 30 : 2); rows > 0;
             rows--) {
            struct doc_node *row = doc_add(&t.d, group, DOC_ROW);

            if (any(9) == 0)
                row->role = ROLE_TOTAL;
            else if (level == GROUP_BODY && any(9) == 0)
                row->role = ROLE_GROUP_TITLE;
            for (uint32_t c = 0; c < model->ncolumns; c++) {
                uint16_t down = 1;
                struct doc_node *cell;

                if (taken[c] > 0) {
                    taken[c]--;
                    continue;
                }
                if (any(8) == 0)
                    down = (uint16_t)(1 + any(rows < 4 ? rows : 4));
                taken[c] = down - 1U;
                cell = doc_add(&t.d, row, DOC_CELL);
                cell->u.cell.rows = down;
                cell->u.cell.scope = (uint8_t)(level == 0 ? SCOPE_COLUMN : 0);
                if (any(6) > 0)
                    any_inlines(cell);
            }
        }
    }
}

static void any_blocks(struct doc_node *parent, int depth)
{
    static int notes;

    for (uint32_t n = 1 + any(6); n > 0; n--) {
        const uint32_t what = any(depth > 0 ? 10 : 5);
        struct doc_node *b;

        if (what < 5) {
            b = doc_add(&t.d, parent, DOC_PARAGRAPH);
            any_inlines(b);
            if (any(3) == 0)
                sample_label(&t.d, b, "1.1");
            if (any(5) == 0) {
                const char *id = arena_printf(&t.tree, "note-%d", notes++).ptr;

                marked(b, id);
                note(parent, id, "Noted ", (int)any(3));
            }
        } else if (what < 8) {
            b = doc_add(&t.d, parent, what == 5 ? DOC_QUOTE : DOC_LIST);
            for (uint32_t i = 1 + any(4); what != 5 && i > 0; i--) {
                struct doc_node *item = doc_add(&t.d, b, DOC_ITEM);

                sample_label(&t.d, item, any(5) == 0 ? "Appendix 1" : "•");
                if (any(2) == 0)
                    any_inlines(item);
                else
                    any_blocks(item, depth - 1);
            }
            if (what == 5)
                any_blocks(b, depth - 1);
        } else if (what == 8) {
            any_table(parent);
        } else {
            b = doc_add(&t.d, doc_add(&t.d, parent, DOC_FIELD_LIST), DOC_FIELD);
            any_inlines(doc_add(&t.d, b, DOC_FIELD_NAME));
            any_inlines(doc_add(&t.d, b, DOC_FIELD_VALUE));
        }
    }
}

static void any_tree_keeps_every_promise(void **state)
{
    for (uint32_t i = 1; i <= 60; i++) {
        close_test(state);
        open_test(state);
        seed = i * 2654435761U;
        for (uint32_t n = 1 + any(5); n > 0; n--) {
            struct doc_node *s = doc_add(&t.d, t.d.root, DOC_SECTION);
            struct doc_node *h =
                doc_heading(&t.d, s, 2, STR_LIT("A heading of a section"));

            if (any(2) == 0)
                sample_label(&t.d, h, "1.");
            any_blocks(s, 3);
        }
        laid_make(&t);
        assert_good_pages(&t);
        assert_int_equal(findings_of(&t, FINDING_WIDE_TABLE), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_tree_keeps_every_promise, open_test,
                                        close_test),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
