#include "output/pdf/pdf_headers.h"

#include <stdlib.h>
#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)1 << 20)

static struct arena arena;
static struct doc doc;
static struct doc_table model = {.ncolumns = 3};
static struct doc_node *table;
static struct buf said;

static int open_table(void **state)
{
    (void)state;
    arena_init(&arena, LIMIT);
    doc_init(&doc, &arena);
    buf_init(&said, LIMIT);
    table = doc_add(&doc, doc.root, DOC_TABLE);
    table->u.table = &model;
    return 0;
}

static int close_table(void **state)
{
    (void)state;
    buf_free(&said);
    arena_free(&arena);
    return 0;
}

static struct doc_node *group(enum doc_group level)
{
    struct doc_node *g = doc_add(&doc, table, DOC_ROW_GROUP);

    g->level = (uint8_t)level;
    return g;
}

/* A row from words: "c" a header of a column, "r" of a row, "g" of a group, "-"
   data; digits after it are the columns it spans, then the rows. */
static struct doc_node *row(struct doc_node *in, const char *cells)
{
    struct doc_node *made = doc_add(&doc, in, DOC_ROW);
    struct str rest = str_of(cells);

    while (rest.len > 0) {
        const struct str word = str_cut(&rest, ' ');
        struct doc_node *cell = doc_cell(&doc, made,
                                         word.ptr[0] == 'c'   ? SCOPE_COLUMN
                                         : word.ptr[0] == 'r' ? SCOPE_ROW
                                         : word.ptr[0] == 'g' ? SCOPE_GROUP
                                                              : SCOPE_NONE,
                                         word);

        if (word.len > 1)
            cell->u.cell.columns = (uint16_t)(word.ptr[1] - '0');
        if (word.len > 2)
            cell->u.cell.rows = (uint16_t)(word.ptr[2] - '0');
    }
    return made;
}

static void title(struct doc_node *in, const char *cells)
{
    row(in, cells)->role = ROLE_GROUP_TITLE;
}

static void say_cell(struct pdf_headers *h, const struct doc_node *cell,
                     uint32_t *ids)
{
    struct buf names;

    buf_init(&names, LIMIT);
    if (pdf_headers_cell(h, cell, *ids, &names))
        buf_printf(&said, "#%u", (unsigned)(*ids)++);
    while (names.len > 0) { /* (0000000b) as 11 */
        unsigned long id = 0;
        char digits[9] = "";

        assert_true(names.len >= 10);
        memcpy(digits, names.ptr + 1, 8);
        id = strtoul(digits, NULL, 16);
        buf_printf(&said, "<%lu", id);
        memmove(names.ptr, names.ptr + 10, names.len - 10);
        names.len -= 10;
    }
    buf_char(&said, ' ');
    buf_free(&names);
}

/* Each cell's id after #, and those of its headers after <; a row a line. */
static void expect(const char *want)
{
    struct doc_walk w = doc_walk(doc.root);
    struct pdf_headers h;
    uint32_t ids = 0;

    assert_int_equal(doc_status(&doc), ST_OK);
    pdf_headers_init(&h);
    while (doc_walk_next(&w)) {
        if (w.entering) {
            pdf_headers_enter(&h, w.node);
            continue;
        }
        pdf_headers_leave(&h, w.node);
        if (w.node->kind == DOC_CELL)
            say_cell(&h, w.node, &ids);
        else if (w.node->kind == DOC_ROW)
            buf_char(&said, '\n');
    }
    assert_int_equal(h.status, ST_OK);
    assert_null(h.table);
    pdf_headers_free(&h);
    buf_char(&said, '\0');
    assert_string_equal(said.ptr, want);
}

static void scopes_are_enough_where_no_header_spans(void **state)
{
    struct doc_node *body;

    (void)state;
    row(group(GROUP_HEAD), "c c c");
    body = group(GROUP_BODY);
    row(body, "r - -");
    row(body, "r -2");
    expect("   \n   \n  \n");
}

static void a_header_over_columns_is_named_by_what_is_below(void **state)
{
    struct doc_node *head = group(GROUP_HEAD);

    (void)state;
    row(head, "c c2");
    row(head, "c c c");
    row(group(GROUP_BODY), "r - -");
    expect("#0 #1 \n"
           "#2<0 #3<1 #4<1 \n"
           "#5<2<0 <3<1<5 <4<1<5 \n");
}

static void a_cell_over_columns_names_each_header_once(void **state)
{
    struct doc_node *head = group(GROUP_HEAD);
    struct doc_node *body;

    (void)state;
    row(head, "c3");
    row(head, "c c c");
    body = group(GROUP_BODY);
    row(body, "-3");
    row(body, "r -2");
    expect("#0 \n"
           "#1<0 #2<0 #3<0 \n"
           "<1<0<2<3 \n"
           "#4<1<0 <2<0<3<4 \n");
}

static void the_title_of_a_group_heads_the_rows_that_follow(void **state)
{
    struct doc_node *body;

    (void)state;
    row(group(GROUP_HEAD), "c c c");
    body = group(GROUP_BODY);
    title(body, "r - -");
    row(body, "r - -");
    row(body, "r - -");
    body = group(GROUP_BODY);
    title(body, "r3");
    row(body, "r - -");
    row(group(GROUP_FOOT), "r - -");
    expect("#0 #1 #2 \n"
           "#3 <1<3 <2<3 \n"
           "#4<0<3 <1<3<4 <2<3<4 \n"
           "#5<0<3 <1<3<5 <2<3<5 \n"
           "#6 \n"
           "#7<0<6 <1<6<7 <2<6<7 \n"
           "#8<0 <1<8 <2<8 \n");
}

static void what_stands_once_for_a_group_heads_its_rows(void **state)
{
    struct doc_node *body;

    (void)state;
    row(group(GROUP_HEAD), "c c c");
    body = group(GROUP_BODY);
    row(body, "g r -");
    row(body, "- r -");
    body = group(GROUP_BODY);
    row(body, "- r -");
    expect("#0 #1 #2 \n"
           "#3<0 #4<1<3 <2<3<4 \n"
           "<0<3 #5<1<3 <2<3<5 \n"
           "<0 #6<1 <2<6 \n");
}

static void a_header_of_several_rows_heads_them_all(void **state)
{
    struct doc_node *body;

    (void)state;
    row(group(GROUP_HEAD), "c c c");
    body = group(GROUP_BODY);
    row(body, "r12 r -");
    row(body, "r -");
    row(body, "r r -");
    expect("#0 #1 #2 \n"
           "#3<0 #4<1<3 <2<3<4 \n"
           "#5<1<3 <2<3<5 \n"
           "#6<0 #7<1<6 <2<6<7 \n");
}

static void a_table_in_a_cell_has_headers_of_its_own(void **state)
{
    static struct doc_table small = {.ncolumns = 1};
    struct doc_node *outer = table;
    struct doc_node *cell;

    (void)state;
    row(group(GROUP_HEAD), "c c2");
    cell = row(group(GROUP_BODY), "r - -")->last;
    cell->first = NULL;
    cell->last = NULL;
    table = doc_add(&doc, cell, DOC_TABLE);
    table->u.table = &small;
    row(group(GROUP_HEAD), "c");
    row(group(GROUP_BODY), "-");
    table = outer;
    expect("#0 #1 \n"
           "#2<0 <1<2  \n \n<1<2 \n");
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_table, close_table)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(scopes_are_enough_where_no_header_spans),
        TEST(a_header_over_columns_is_named_by_what_is_below),
        TEST(a_cell_over_columns_names_each_header_once),
        TEST(the_title_of_a_group_heads_the_rows_that_follow),
        TEST(what_stands_once_for_a_group_heads_its_rows),
        TEST(a_header_of_several_rows_heads_them_all),
        TEST(a_table_in_a_cell_has_headers_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
