#include "input/xml/xml_in.h"
#include "tests/support/generating.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct kind_column plan_columns[] = {
    {.id = "group", .title = STR_INIT("Group"), .role = COLUMN_GROUP},
    {.id = "given",
     .title = STR_INIT("Allocation"),
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT},
    {.id = "strand", .title = STR_INIT("Strand"), .role = COLUMN_KEY},
    {.id = "members", .title = STR_INIT("Members")},
    {.id = "memo", .title = STR_INIT("Memo"), .hidden = true},
};
static const struct kind plan = {
    .id = "plan", .columns = plan_columns, .ncolumns = COUNT(plan_columns)};

static const struct kind_column period_columns[] = {
    {.id = "group", .title = STR_INIT("Group"), .role = COLUMN_GROUP},
    {.id = "what", .title = STR_INIT("What"), .role = COLUMN_KEY},
    {.id = "when",
     .title = STR_INIT("When"),
     .type = TYPE_PERIOD,
     .role = COLUMN_PERIOD},
};
static const struct kind steps = {.id = "steps",
                                  .title = STR_INIT("Steps"),
                                  .columns = period_columns,
                                  .ncolumns = COUNT(period_columns)};

static const struct kind_column tree_columns[] = {
    {.id = "id", .title = STR_INIT("Id"), .role = COLUMN_KEY, .hidden = true},
    {.id = "name", .title = STR_INIT("Name"), .role = COLUMN_LABEL},
    {.id = "of",
     .title = STR_INIT("Of"),
     .role = COLUMN_PARENT,
     .hidden = true},
    {.id = "role", .title = STR_INIT("Role")},
};
static const struct kind tree = {.id = "tree",
                                 .title = STR_INIT("A tree"),
                                 .columns = tree_columns,
                                 .ncolumns = COUNT(tree_columns)};

static void start(struct generating *g, const char *with, const char *name,
                  const char *value, const struct kind *kind, const char *text)
{
    generating_init(g);
    generating_call(g, with, kind->id, name, value);
    test_report_data(&g->t, kind->id, kind, text);
}

static void priorities_stand_below_their_groups_and_a_title(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "priorities", "title", "For {{title}}", &steps,
          "Group;What;When\nA;Plan;Ongoing\n;Do;May 2014\nB;Look;Ongoing\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "      row-group head\n"
                       "        row\n"
                       "          cell scope=column columns=2\n"
                       "            text \"For Title\"\n"
                       "        row\n"
                       "          cell scope=column\n"
                       "            text \"What\"\n"
                       "          cell scope=column\n"
                       "            text \"When\"\n"
                       "      row-group body\n"
                       "        row role=group-title keep-next\n"
                       "          cell scope=row columns=2\n"
                       "            text \"A\"\n"
                       "        row\n"
                       "          cell scope=row\n"
                       "            text \"Plan\"\n");
    generating_has(&g, "      row-group body\n"
                       "        row role=group-title keep-next\n"
                       "          cell scope=row columns=2\n"
                       "            text \"B\"\n");
    generating_free(&g);
}

static void priorities_without_groups_are_a_plain_table(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "priorities", NULL, NULL, &steps, "What;When\nPlan;Ongoing\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has_no(&g, "group-title");
    generating_has_no(&g, "columns=2");
    generating_free(&g);
}

static void a_grid_has_a_column_for_each_strand_of_its_group(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "action-plan", "first", "Remit", &plan,
          "Group;Allocation;Strand;Members;Memo\n"
          "KS2;1500.00;Data;Four;secret\n"
          "KS2;;Maths;;\n"
          "SEN;;Progress;Two;\n");
    generating_argument(&g, "last", "Review");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "table columns=\"start start start\" form\n"
                       "      caption keep-next\n"
                       "        text \"KS2 – Allocation: £1,500.00\"\n"
                       "      row-group head\n"
                       "        row\n"
                       "          cell scope=column columns=3\n"
                       "            text \"Remit\"\n"
                       "        row\n"
                       "          cell scope=column\n"
                       "            text \"Strand\"\n"
                       "          cell scope=column\n"
                       "            text \"Data\"\n"
                       "          cell scope=column\n"
                       "            text \"Maths\"\n"
                       "      row-group body\n"
                       "        row\n"
                       "          cell scope=row\n"
                       "            text \"Members\"\n"
                       "          cell\n"
                       "            text \"Four\"\n"
                       "          cell\n"
                       "        row\n"
                       "          cell columns=3\n"
                       "            text \"Review\"\n");
    generating_has(&g, "        text \"SEN\"\n"
                       "      row-group head\n");
    generating_has_no(&g, "secret");
    generating_free(&g);
}

static void a_grid_needs_groups(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "action-plan", NULL, NULL, &plan, "Strand\nData\n");
    generating_refuse(&g, "missing", "`group` and `key`");
    generating_free(&g);
}

static void a_timeline_draws_what_has_dates_and_lists_the_rest(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "timeline", NULL, NULL, &steps,
          "Group;What;When\n"
          "A;Plan;May 2014 to August 2014\n"
          ";Agree;By end July 2014\n"
          "B;Begin;Commence in September 2014.\n"
          "B;Watch;Ongoing.\n"
          "B;Ask;TBC\n"
          "B;Meet;Quarterly\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(
        &g, "picture keep-next \"Timeline of 3 items from May 2014 to "
            "September 2014. "
            "Plan: May 2014 to August 2014; Agree: By end July 2014; "
            "Begin: Commence in September 2014.\"\n"
            "      timeline months\n"
            "        tick 2014-05-01 \"May 2014\"\n"
            "        tick 2014-06-01 \"Jun 2014\"\n"
            "        tick 2014-07-01 \"Jul 2014\"\n"
            "        tick 2014-08-01 \"Aug 2014\"\n"
            "        tick 2014-09-01 \"Sep 2014\"\n"
            "        tick 2014-10-01 \"\"\n"
            "        interval 2014-05-01/2014-08-31 \"Plan\" group=\"A\"\n"
            "        interval ...2014-05-01/2014-07-31 \"Agree\" group=\"A\"\n"
            "        interval 2014-09-01/2014-10-01... \"Begin\" "
            "group=\"B\"\n");
    generating_has(
        &g, "    paragraph role=foot\n"
            "      text \"Without dates, and so not in the picture: "
            "Watch (Ongoing), Ask (To be confirmed) and Meet (Quarterly).\"\n");
    generating_has_no(&g, "table");
    generating_free(&g);
}

static void a_timeline_of_years_has_fewer_ticks(void **state)
{
    static const struct {
        const char *when;
        const char *ticks;
    } cases[] = {
        {"January 2014 to August 2014",
         "tick 2014-01-01 \"Jan 2014\"\n        tick 2014-02-01"},
        {"December 2013 to August 2014",
         "tick 2013-10-01 \"Oct 2013\"\n        tick 2014-01-01"},
        {"1 January 2010 to 31 December 2017",
         "tick 2010-01-01 \"Jan 2010\"\n        tick 2011-01-01"},
        {"1 January 2010 to 31 December 2020",
         "tick 2010-01-01 \"Jan 2010\"\n        tick 2012-01-01"},
        {"1 January 0001 to 31 December 9999",
         "tick 8000-01-01 \"Jan 8000\"\n        tick 9999-12-31"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct generating g;
        char text[128];

        snprintf(text, sizeof(text), "What;When\nPlan;%s\n", cases[i].when);
        start(&g, "timeline", NULL, NULL, &steps, text);
        generating_make(&g, AUDIENCE_PUBLIC);
        generating_has(&g, cases[i].ticks);
        generating_free(&g);
    }
}

/* Prose cannot be read by the tables of these tests: it is set by hand. */
static void a_timeline_names_prose_by_its_first_block(void **state)
{
    static const struct kind_column columns[] = {
        {.id = "when",
         .title = STR_INIT("When"),
         .type = TYPE_PERIOD,
         .role = COLUMN_PERIOD},
        {.id = "what", .title = STR_INIT("What"), .type = TYPE_PROSE},
    };
    static const struct kind prose = {
        .id = "prose", .columns = columns, .ncolumns = COUNT(columns)};
    struct generating g;
    struct cell cells[2];
    struct table table;
    struct data data;

    (void)state;
    start(&g, "timeline", "head", "what", &prose, "When;What\nMay 2014;x\n");
    cells[0] = *table_cell(g.t.report.data[0].table, 0, 0);
    cells[1] = *table_cell(g.t.report.data[0].table, 0, 1);
    cells[1].value.prose = generating_prose(
        &g, "<p>Ask <strong>all</strong>:</p><list><item>heads</item></list>");
    table = *g.t.report.data[0].table;
    table.cells = cells;
    data = g.t.report.data[0];
    data.table = &table;
    g.t.report.data = &data;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "interval 2014-05-01/2014-05-31 \"Ask all\"\n");
    generating_free(&g);
}

static void a_timeline_without_dates_is_words_alone(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "timeline", "table", "yes", &steps, "What;When\nPlan;Ongoing\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has_no(&g, "picture \"");
    generating_has(&g, "not in the picture: Plan (Ongoing).");
    generating_has(&g, "table columns=");
    generating_free(&g);
}

static void a_timeline_needs_a_column_that_says_when(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "timeline", NULL, NULL, &tree, "Id;Of\na;\n");
    generating_refuse(&g, "missing", "`period`");
    generating_free(&g);
}

static void a_structure_is_a_picture_and_a_list_in_lists(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "structure", NULL, NULL, &tree,
          "Id;Name;Of;Role\n"
          "ks2;Key stage 2;steer;\n"
          "board;Board;;Decides\n"
          "steer;Steering group;board;Agrees\n"
          "ks4;Key stage 4;steer;\n"
          "audit;Audit;board;\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(
        &g, "picture \"Diagram of 5 boxes with Board at the top. The list that "
            "follows names them and what each belongs to.\"\n"
            "      structure\n"
            "        box \"Board\" role=\"Decides\"\n"
            "        box \"Steering group\" role=\"Agrees\" of=\"Board\"\n"
            "        box \"Key stage 2\" of=\"Steering group\"\n"
            "        box \"Key stage 4\" of=\"Steering group\"\n"
            "        box \"Audit\" of=\"Board\"\n"
            "      caption keep-next\n"
            "        text \"A tree\"\n"
            "    list series=item\n"
            "      item\n"
            "        label \"a)\"\n"
            "        paragraph\n"
            "          text \"Board: Decides\"\n"
            "        list series=item\n"
            "          item\n"
            "            label \"a)\"\n"
            "            paragraph\n"
            "              text \"Steering group: Agrees\"\n"
            "            list series=item\n"
            "              item\n"
            "                label \"a)\"\n"
            "                text \"Key stage 2\"\n");
    generating_free(&g);
}

static void a_structure_may_have_several_tops(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "structure", NULL, NULL, &tree,
          "Id;Name;Of\na;A;\nb;B;a\nc;C;\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "with A and C at the top");
    generating_has(&g, "        box \"B\" of=\"A\"\n        box \"C\"\n");
    generating_free(&g);
}

static void a_structure_leads_nowhere_and_never_back_to_itself(void **state)
{
    struct generating g;

    (void)state;
    start(&g, "structure", NULL, NULL, &tree, "Id;Name;Of\na;A;x\n");
    generating_refuse(&g, "unknown-name", "no row is called `x`");
    generating_free(&g);

    start(&g, "structure", NULL, NULL, &tree, "Id;Name;Of\na;A;\nb;B;b\n");
    generating_refuse(&g, "bad-value", "`b` belongs to itself");
    generating_free(&g);

    start(&g, "structure", NULL, NULL, &tree, "Id;Name;Of\na;A;b\nb;B;a\n");
    generating_refuse(&g, "bad-value", "belongs to itself");
    generating_free(&g);
}

static void a_structure_has_an_end(void **state)
{
    struct generating g;
    char text[512] = "Id;Name;Of\nr0;R;\n";

    (void)state;
    for (int i = 1; i < 12; i++)
        snprintf(text + strlen(text), sizeof(text) - strlen(text),
                 "r%d;R;r%d\n", i, i - 1);
    start(&g, "structure", NULL, NULL, &tree, text);
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_free(&g);

    snprintf(text + strlen(text), sizeof(text) - strlen(text), "r12;R;r11\n");
    start(&g, "structure", NULL, NULL, &tree, text);
    generating_refuse(&g, "limit", "levels deep");
    generating_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(priorities_stand_below_their_groups_and_a_title),
        cmocka_unit_test(priorities_without_groups_are_a_plain_table),
        cmocka_unit_test(a_grid_has_a_column_for_each_strand_of_its_group),
        cmocka_unit_test(a_grid_needs_groups),
        cmocka_unit_test(a_timeline_draws_what_has_dates_and_lists_the_rest),
        cmocka_unit_test(a_timeline_of_years_has_fewer_ticks),
        cmocka_unit_test(a_timeline_names_prose_by_its_first_block),
        cmocka_unit_test(a_timeline_without_dates_is_words_alone),
        cmocka_unit_test(a_timeline_needs_a_column_that_says_when),
        cmocka_unit_test(a_structure_is_a_picture_and_a_list_in_lists),
        cmocka_unit_test(a_structure_may_have_several_tops),
        cmocka_unit_test(a_structure_leads_nowhere_and_never_back_to_itself),
        cmocka_unit_test(a_structure_has_an_end),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
