#include "tests/support/sample.h"
#include "core/doc/cell_drawing.h"

#include "tests/support/sample_parts.h"
#include "tests/support/sample_pictures.h"

static const struct label_series bullet = {.id = "bullet", .pattern = {"•", 3}};
static const struct label_series letter = {.id = "letter",
                                           .pattern = {"{letter:a})", 11}};
static const struct label_series section_series = {
    .id = "section", .pattern = {"{section}.", 10}};
static const struct label_series paragraph_series = {
    .id = "paragraph",
    .within = &section_series,
    .pattern = {"{section}.{paragraph}", 21}};

void sample_doc(struct doc *d, struct arena *a)
{
    doc_init(d, a);
    d->style = &sample_style;
    d->wording = &sample_wording;
    d->lang = "en-GB";
    d->title = STR_LIT("Community libraries: opening hours from April");
    d->author = STR_LIT("Example Borough Council");
    d->subject = STR_LIT("Report to Cabinet, 12 February 2026");
    d->date = (struct date){2026, 2, 12};
}

static struct doc_node *section(struct doc *d, struct doc_node *parent,
                                int level, const char *id, const char *label,
                                const char *heading)
{
    struct doc_node *s = doc_add(d, parent, DOC_SECTION);
    struct doc_node *h = doc_heading(d, s, level, str_of(heading));

    sample_id(h, id);
    if (label != NULL)
        sample_label(d, h, label);
    if (h != NULL && label != NULL)
        h->u.series = &section_series;
    return s;
}

static struct doc_node *paragraph(struct doc *d, struct doc_node *parent,
                                  const char *label, const char *words)
{
    struct doc_node *p = doc_paragraph(d, parent, str_of(words));

    if (p != NULL && label != NULL) {
        sample_label(d, p, label);
        p->u.series = &paragraph_series;
    }
    return p;
}

static void running(struct doc *d, uint8_t foot)
{
    struct doc_node *r = doc_add(d, d->root, DOC_RUNNING);
    struct doc_node *end;

    if (r == NULL)
        return;
    r->level = foot;
    doc_paragraph(d, r, foot ? d->title : d->author);
    doc_add(d, r, DOC_PARAGRAPH);
    end = doc_add(d, r, DOC_PARAGRAPH);
    if (foot) {
        sample_text(d, end, "Page ");
        doc_add(d, end, DOC_PAGE_NUMBER);
        sample_text(d, end, " of ");
        doc_add(d, end, DOC_PAGE_COUNT);
    }
}

static void header(struct doc *d)
{
    struct doc_node *fields;
    struct doc_node *wards;

    sample_role(doc_paragraph(d, d->root, d->author), ROLE_COUNCIL);
    sample_role(doc_paragraph(d, d->root, STR_LIT("Report to Cabinet")),
                ROLE_ADDRESSEE);
    sample_role(doc_heading(d, d->root, 1, d->title), ROLE_TITLE);
    sample_role(doc_paragraph(d, d->root, STR_LIT("For decision")),
                ROLE_SUBTITLE);
    fields = doc_add(d, d->root, DOC_FIELD_LIST);
    sample_field(d, fields, "Meeting", "Cabinet");
    sample_field(d, fields, "Date", "12 February 2026");
    sample_field(d, fields, "Directorate", "Culture and Neighbourhoods");
    sample_field(d, fields, "Report of", "Director of Culture");
    wards = sample_field(d, fields, "Wards", "Hillside and Riverbank");
    doc_add(d, wards, DOC_BREAK);
    sample_text(d, wards, "Market");
}

static void contents_item(struct doc *d, struct doc_node *contents,
                          uint8_t level, const char *target, const char *label,
                          const char *words)
{
    struct doc_node *i = doc_add(d, contents, DOC_CONTENTS_ITEM);
    struct doc_node *page;

    if (i == NULL)
        return;
    i->level = level;
    sample_link(d, i, DOC_REFERENCE, target, words);
    if (label != NULL)
        sample_label(d, i->first, label);
    page = doc_add(d, i, DOC_PAGE_NUMBER);
    if (page != NULL) {
        page->u.target = target;
        page->medium = MEDIUM_PRINT;
    }
}

static void contents(struct doc *d)
{
    struct doc_node *c = doc_add(d, d->root, DOC_CONTENTS);

    doc_heading(d, c, 2, STR_LIT("Contents"));
    contents_item(d, c, 2, "recommendations", "1.", "Recommendations");
    contents_item(d, c, 2, "background", "2.", "Background");
    contents_item(d, c, 2, "costs", "3.", "What it costs");
    contents_item(d, c, 2, "appendix-a", "Appendix A", "Opening hours");
    contents_item(d, c, 3, "hours", NULL, "Hours by library");
}

static void recommendations(struct doc *d)
{
    struct doc_node *s =
        section(d, d->root, 2, "recommendations", "1.", "Recommendations");
    struct doc_node *p;
    struct doc_node *l;

    p = paragraph(d, s, "1.1",
                  "That the opening hours in Appendix A be agreed from "
                  "1 April 2026, at a cost of £384,744 a year.");
    sample_id(p, "agree");
    p = paragraph(d, s, "1.2", "That the Director of Culture:");
    sample_role(p, ROLE_LEAD);
    if (p != NULL)
        p->keep_next = true;
    l = sample_list(d, s, &letter);
    sample_item(
        d, l, "a)",
        "publish the new hours in every library at least four weeks before "
        "they begin; and");
    sample_item(d, l, "b)",
                "report to Scrutiny in November 2026 on visits, loans and what "
                "residents have said.");
}

static void background_list(struct doc *d, struct doc_node *s)
{
    struct doc_node *l = sample_list(d, s, &bullet);
    struct doc_node *i;
    struct doc_node *inner;

    sample_item(d, l, "•", "evenings, for people who work or study;");
    i = sample_item(d, l, "•", NULL);
    doc_paragraph(d, i,
                  STR_LIT("Saturday mornings, for families, which need:"));
    inner = sample_list(d, i, &bullet);
    sample_item(d, inner, "–", "two members of staff at all times; and");
    sample_item(d, inner, "–", "a room that can be booked.");
    sample_item(d, l, "•",
                "one late evening a week in each of the three wards.");
}

static void noted_paragraph(struct doc *d, struct doc_node *s)
{
    struct doc_node *p =
        paragraph(d, s, "2.2", "Of 2,119 people who answered, 1,483 asked for");
    struct doc_node *mark;
    struct doc_node *note;

    sample_text(d, p, " ");
    sample_inline(d, p, DOC_STRONG, "longer hours");
    sample_text(d, p, " rather than more branches.");
    mark = doc_add(d, p, DOC_NOTE_MARK);
    if (mark != NULL)
        mark->u.target = "note-1";
    sample_label(d, mark, "1");
    sample_text(d, p, " The same was found in the ");
    sample_link(d, p, DOC_LINK,
                "https://www.example.gov.uk/libraries/survey-2023",
                "survey of 2023");
    sample_text(d, p, ", and paragraph ");
    sample_link(d, p, DOC_REFERENCE, "agree", "1.1");
    sample_text(d, p, " follows from it.");
    note = sample_id(doc_add(d, s, DOC_NOTE), "note-1");
    sample_text(
        d, note,
        "The survey ran from 1 to 30 September 2025, on paper and online.");
    sample_label(d, note, "1");
}

static void background(struct doc *d)
{
    struct doc_node *s =
        section(d, d->root, 2, "background", "2.", "Background");
    struct doc_node *p;
    struct doc_node *fold;
    struct doc_node *quote;
    struct doc_node *welsh;

    p = paragraph(d, s, "2.1",
                  "The council runs three community libraries. Their hours "
                  "were last set in 2014. Residents have asked for:");
    sample_role(p, ROLE_LEAD);
    background_list(d, s);
    noted_paragraph(d, s);
    doc_heading(d, s, 3, STR_LIT("What people told us"));
    quote = doc_add(d, s, DOC_QUOTE);
    doc_paragraph(d, quote,
                  STR_LIT("I finish work at five and the door is locked at "
                          "half past four. I have not borrowed a book for "
                          "three years."));
    fold = doc_add(d, s, DOC_FOLD);
    sample_role(doc_paragraph(d, fold, STR_LIT("Who said so")), ROLE_LEAD);
    doc_paragraph(d, fold, STR_LIT("Twelve of forty who answered."));
    p = paragraph(d, s, "2.3", "The name of the Riverbank library, ");
    welsh = sample_inline(d, p, DOC_SPAN, "Llyfrgell Glan yr Afon");
    if (welsh != NULL)
        welsh->lang = "cy";
    sample_text(d, p, ", stays as it is, and so does its ");
    sample_inline(d, p, DOC_EMPHASIS, "R&D <maker> corner");
    sample_text(d, p, "; its data is ");
    sample_inline(d, p, DOC_CODE, "hours.csv");
    sample_text(d, p, ":");
    p = doc_add(d, s, DOC_LISTING);
    sample_text(d, p, "Day, Hours");
    doc_add(d, p, DOC_BREAK);
    sample_text(d, p, "Monday, 9");
}

/* A row of one header cell over COLUMNS columns: the name of a group. */
static void group_title(struct doc *d, struct doc_node *group, uint16_t columns,
                        const char *words)
{
    struct doc_node *r =
        sample_role(doc_add(d, group, DOC_ROW), ROLE_GROUP_TITLE);
    struct doc_node *c = doc_cell(d, r, SCOPE_ROW, str_of(words));

    if (c != NULL)
        c->u.cell.columns = columns;
}

static void costs_head(struct doc *d, struct doc_node *table)
{
    struct doc_node *head = sample_group(d, table, GROUP_HEAD);
    struct doc_node *r = SAMPLE_HEAD(d, head, "Library", "Cost a year");

    if (r == NULL || r->last == NULL || r->first == NULL)
        return;
    r->first->u.cell.rows = 2;
    r->last->u.cell.columns = 3;
    r->last->u.cell.align = ALIGN_CENTRE;
    SAMPLE_HEAD(d, head, "Staff (£)", "Premises (£)", "Total (£)");
}

static void costs_table(struct doc *d, struct doc_node *s)
{
    static const struct doc_column columns[] = {
        {.align = ALIGN_START, .nowrap = false},
        {.align = ALIGN_END, .nowrap = true},
        {.align = ALIGN_END, .nowrap = true},
        {.align = ALIGN_END, .nowrap = true},
    };
    static const struct doc_table model = {.columns = columns, .ncolumns = 4};
    struct doc_node *t =
        sample_table(d, s, &model, "Table 1: what longer hours cost");
    struct doc_node *g;

    costs_head(d, t);
    g = sample_group(d, t, GROUP_BODY);
    group_title(d, g, 4, "Town libraries");
    SAMPLE_ROW(d, g, ROLE_NONE, "Hillside", "118,250", "21,400", "139,650");
    SAMPLE_ROW(d, g, ROLE_NONE, "Market", "126,904", "18,190", "145,094");
    SAMPLE_ROW(d, g, ROLE_TOTAL, "Town libraries sub-total", "245,154",
               "39,590", "284,744");
    g = sample_group(d, t, GROUP_BODY);
    group_title(d, g, 4, "Branch libraries");
    SAMPLE_ROW(d, g, ROLE_NONE, "Riverbank", "92,600", "7,400", "100,000");
    SAMPLE_ROW(d, g, ROLE_TOTAL, "Branch libraries sub-total", "92,600",
               "7,400", "100,000");
    g = sample_group(d, t, GROUP_FOOT);
    SAMPLE_ROW(d, g, ROLE_TOTAL, "Total", "337,754", "46,990", "384,744");
}

static void costs(struct doc *d)
{
    struct doc_node *s = section(d, d->root, 2, "costs", "3.", "What it costs");

    paragraph(d, s, "3.1",
              "Longer hours cost £384,744 a year, met from the budget of the "
              "directorate. No other service pays for them.");
    costs_table(d, s);
    sample_role(paragraph(d, s, "3.2", "There are no costs in later years."),
                ROLE_STATEMENT);
}

static void hours_cell(struct doc *d, struct doc_node *r, const char *first,
                       const char *second)
{
    struct doc_node *c = doc_cell(d, r, SCOPE_NONE, str_of(NULL));
    struct doc_node *l = sample_list(d, c, &bullet);

    sample_item(d, l, "•", first);
    sample_item(d, l, "•", second);
}

/* Hours with a bar, OF thousandths of the most long. */
static void hours_bar(struct doc *d, struct doc_node *r, const char *hours,
                      int32_t of)
{
    struct doc_node *n =
        doc_add(d, doc_cell(d, r, SCOPE_NONE, str_of(hours)), DOC_DRAWING);
    struct cell_mark *mark = arena_alloc(d->arena, 1, sizeof(*mark));
    struct cell_drawing *drawing = arena_alloc(d->arena, 1, sizeof(*drawing));

    if (n == NULL || mark == NULL || drawing == NULL)
        return;
    *mark = (struct cell_mark){
        .shape = SHAPE_BAR, .tone = TONE_MAIN, .to = of * 1000};
    *drawing = (struct cell_drawing){.marks = mark, .nmarks = 1};
    n->u.drawing = drawing;
}

static void hours_table(struct doc *d, struct doc_node *s)
{
    static const struct doc_column columns[] = {
        {.align = ALIGN_START, .nowrap = false},
        {.align = ALIGN_START, .nowrap = true},
        {.align = ALIGN_START, .nowrap = false},
        {.align = ALIGN_END, .nowrap = true},
    };
    static const struct doc_room rooms[4] = {[3] = {ROOM_BAR, true}};
    static const struct doc_table model = {
        .columns = columns, .ncolumns = 4, .rooms = rooms};
    struct doc_node *t = sample_table(d, s, &model, "Opening hours by library");
    struct doc_node *g = sample_group(d, t, GROUP_HEAD);
    struct doc_node *r;

    SAMPLE_HEAD(d, g, "Library", "From", "Days and hours", "Hours a week");
    g = sample_group(d, t, GROUP_BODY);
    r = SAMPLE_ROW(d, g, ROLE_NONE, "Hillside", "1 April 2026");
    hours_cell(d, r, "Monday to Friday, 9.00 to 19.00",
               "Saturday, 9.00 to 13.00");
    hours_bar(d, r, "54", 1000);
    r = SAMPLE_ROW(d, g, ROLE_NONE, "Market", "1 April 2026");
    hours_cell(d, r, "Tuesday to Friday, 10.00 to 20.00",
               "Saturday, 9.00 to 16.00");
    hours_bar(d, r, "47", 870);
    r = SAMPLE_ROW(d, g, ROLE_NONE, "Riverbank", "1 June 2026");
    doc_cell(d, r, SCOPE_NONE, STR_LIT("To be confirmed"));
    doc_cell(d, r, SCOPE_NONE, STR_LIT("–"));
}

static void picture(struct doc *d, struct doc_node *s,
                    const struct picture *model, const char *caption,
                    const char *about)
{
    struct doc_node *f = doc_add(d, s, DOC_PICTURE);

    if (f == NULL)
        return;
    f->text = str_of(about);
    f->u.picture = model;
    if (caption != NULL)
        sample_text(d, doc_add(d, f, DOC_CAPTION), caption);
}

static void images(struct doc *d, struct doc_node *s)
{
    picture(d, s, &sample_timeline, "Figure 1: when it is done",
            "Three steps before April 2026 and three from then on.");
    picture(d, s, &sample_bars, "Figure 2: what it costs, by year",
            "Staff cost most in each of four years: £310,000 to £352,000.");
    picture(d, s, &sample_image, "Figure 3: where it is",
            "A map: libraries that stay in the west, others in the east.");
    picture(d, s, &sample_structure, NULL,
            "Three heads report to the Director of Culture.");
}

static void appendix(struct doc *d)
{
    struct doc_node *p;
    struct doc_node *s;

    doc_add(d, d->root, DOC_PAGE_BREAK);
    p = doc_add(d, d->root, DOC_PART);
    sample_id(doc_heading(d, p, 2, STR_LIT("Opening hours")), "appendix-a");
    sample_label(d, p == NULL ? NULL : p->first, "Appendix A");
    s = section(d, p, 3, "hours", NULL, "Hours by library");
    paragraph(d, s, NULL,
              "All libraries are closed on public holidays and on the day of "
              "staff training, which is announced a month before.");
    hours_table(d, s);
    images(d, section(d, p, 3, "pictures", NULL, "In pictures"));
    s = section(d, p, 3, "not-changed", NULL, "What does not change");
    sample_role(paragraph(d, s, NULL, "None."), ROLE_STATEMENT);
}

static void sign_off(struct doc *d)
{
    struct doc_node *s = doc_add(d, d->root, DOC_SIGN_OFF);
    struct doc_node *sides;
    struct doc_node *fields;
    struct doc_node *v;

    sample_role(doc_paragraph(d, s, STR_LIT("Director of Culture")),
                ROLE_CLOSING);
    sides = doc_add(d, s, DOC_SIDES);
    if (sides != NULL)
        sides->level = RULE_ABOVE | RULE_SIGN;
    doc_paragraph(d, sides, STR_LIT("Signed"));
    doc_add(d, sides, DOC_PARAGRAPH);
    doc_paragraph(d, sides, STR_LIT("Date"));
    doc_heading(d, s, 2, STR_LIT("Contact"));
    fields = doc_add(d, s, DOC_FIELD_LIST);
    sample_field(d, fields, "Name", "Head of Libraries");
    v = sample_field(d, fields, "Telephone", NULL);
    sample_link(d, v, DOC_LINK, "tel:+441632960001", "01632 960001");
    v = sample_field(d, fields, "E-mail", NULL);
    sample_link(d, v, DOC_LINK, "mailto:libraries@example.gov.uk",
                "libraries@example.gov.uk");
}

void sample_report(struct doc *d, struct arena *a)
{
    sample_doc(d, a);
    running(d, 0);
    running(d, 1);
    header(d);
    contents(d);
    recommendations(d);
    background(d);
    costs(d);
    appendix(d);
    sign_off(d);
}

struct doc_node *sample_big_table(struct doc *d, struct doc_node *parent,
                                  unsigned rows)
{
    static const struct doc_column columns[] = {
        {.align = ALIGN_START, .nowrap = false},
        {.align = ALIGN_START, .nowrap = false},
        {.align = ALIGN_START, .nowrap = true},
        {.align = ALIGN_END, .nowrap = true},
        {.align = ALIGN_END, .nowrap = true},
        {.align = ALIGN_END, .nowrap = true},
    };
    static const struct doc_table model = {.columns = columns, .ncolumns = 6};
    struct doc_node *t = sample_table(d, parent, &model, "All payments");
    struct doc_node *g = sample_group(d, t, GROUP_HEAD);

    SAMPLE_HEAD(d, g, "Payment", "Supplier", "Date", "Net (£)", "VAT (£)",
                "Gross (£)");
    g = sample_group(d, t, GROUP_BODY);
    for (unsigned i = 0; i < rows; i++) {
        struct doc_node *r = doc_add(d, g, DOC_ROW);

        doc_cell(d, r, SCOPE_ROW, arena_printf(d->arena, "P%06u", i + 1));
        doc_cell(d, r, SCOPE_NONE,
                 arena_printf(d->arena, "Supplier %u & Sons", i % 977));
        doc_cell(d, r, SCOPE_NONE,
                 arena_printf(d->arena, "%u March 2026", i % 31 + 1));
        doc_cell(d, r, SCOPE_NONE,
                 arena_printf(d->arena, "%u.%02u", i * 7 % 1000, i % 100));
        doc_cell(d, r, SCOPE_NONE, arena_printf(d->arena, "%u.00", i % 97));
        doc_cell(
            d, r, SCOPE_NONE,
            arena_printf(d->arena, "%u.%02u", i * 7 % 1000 + i % 97, i % 100));
    }
    return t;
}
