#include "core/doc/doc.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void says_what_the_document_is(void **state)
{
    struct doc_attachment data = {
        .name = STR_LIT("budget.csv"),
        .bytes = STR_LIT("a,b\n"),
        .media_type = "text/csv",
        .charset = "utf-8",
        .relationship = "Data",
        .date = {2018, 4, 5},
    };
    struct test_tree t;

    (void)state;
    test_tree_init(&t);
    t.doc.lang = "en-GB";
    t.doc.title = STR_LIT("A \"title\"\n");
    t.doc.date = (struct date){2018, 4, 16};
    t.doc.attachments = &data;
    test_dump_has(&t.doc, "document lang=en-GB title=\"A \\\"title\\\"\\n\" "
                          "date=2018-04-16 published\n");
    test_dump_has(&t.doc, "attachment name=\"budget.csv\" type=\"text/csv\" "
                          "charset=\"utf-8\" "
                          "relationship=\"Data\" date=2018-04-05 bytes=4\n");
    test_tree_free(&t);
}

static void gives_each_node_a_line(void **state)
{
    const struct label_series s = test_series("section", "{section}.", 0, NULL);
    struct test_tree t;
    struct doc_node *section;
    struct doc_node *table;

    (void)state;
    test_tree_init(&t);
    section = test_section(&t.doc, t.doc.root, "legal", "Legal", &s);
    section->lang = "cy";
    section->audience = AUDIENCE_INTERNAL;
    test_item(&t.doc, test_list(&t.doc, section, &s), "x\ty");
    table = test_table(&t.doc, section);
    table->last->first->role = ROLE_TOTAL;
    table->last->first->first->u.cell.align = ALIGN_END;
    doc_number(&t.doc);
    test_dump_has(&t.doc, "\nroot\n"
                          "  section #legal lang=cy internal\n"
                          "    heading level=2 keep-next\n"
                          "      label \"1.\"\n"
                          "      text \"Legal\"\n"
                          "    list series=section\n"
                          "      item\n"
                          "        label \"1.\"\n"
                          "        text \"x\\x09y\"\n"
                          "    table columns=\"start\"\n"
                          "      row-group head\n"
                          "        row\n"
                          "          cell scope=column\n"
                          "            text \"Head\"\n"
                          "      row-group body\n"
                          "        row role=total\n"
                          "          cell align=end\n"
                          "            text \"Body\"\n");
    test_tree_free(&t);
}

static void says_what_a_picture_shows(void **state)
{
    struct test_tree t;
    struct doc_node *n;

    (void)state;
    test_tree_init(&t);
    n = doc_add(&t.doc, t.doc.root, DOC_PICTURE);
    n->text = STR_LIT("Alt");
    n->u.picture = &sample_timeline;
    test_dump_has(&t.doc, "\nroot\n"
                          "  picture \"Alt\"\n"
                          "    timeline\n"
                          "      tick 2026-02-01 \"February 2026\"\n");
    test_dump_has(&t.doc, "      interval ...2026-02-01/2026-04-17 "
                          "\"Recruit\" group=\"Before April\"\n");
    test_dump_has(&t.doc, "      interval 2026-06-01/2027-01-31... ");
    n->u.picture = &sample_bars;
    test_dump_has(&t.doc, "    bars \"Staff\" \"Premises\" "
                          "\"Books and other media\"\n"
                          "      tick -10000000 \"-£100,000\"\n");
    test_dump_has(&t.doc, "      bar 34500000 4800000 -1200000 \"2027/28\" "
                          "total=\"£381,000\"\n");
    n->u.picture = &sample_structure;
    test_dump_has(&t.doc, "    structure\n"
                          "      box \"Director of Culture\"\n"
                          "      box \"Head of Libraries\" "
                          "role=\"Runs the three libraries\" "
                          "of=\"Director of Culture\"\n");
    test_tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_the_document_is),
        cmocka_unit_test(gives_each_node_a_line),
        cmocka_unit_test(says_what_a_picture_shows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
