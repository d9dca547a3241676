#include "core/base/ascii.h"
#include "input/office/word_parts.h"
#include "input/office/word_reading.h"

#include <string.h>

/* What is left out with all that stands in it, and why; and what its words
   would have been: nothing but a fault, or nothing at all. */
static const struct {
    const char *name;
    const char *fault; /* NULL: it shows nothing */
    const char *hint;
} left_out[] = {
    {"ins", "a tracked change: inserted words", WORD_ACCEPT},
    {"del", "a tracked change: deleted words", WORD_ACCEPT},
    {"moveFrom", "a tracked change: moved words", WORD_ACCEPT},
    {"moveTo", "a tracked change: moved words", WORD_ACCEPT},
    {"conflictIns", "a tracked change: inserted words", WORD_ACCEPT},
    {"conflictDel", "a tracked change: deleted words", WORD_ACCEPT},
    {"rPrChange", "a tracked change of how words look", WORD_ACCEPT},
    {"pPrChange", "a tracked change of how a paragraph looks", WORD_ACCEPT},
    {"tblPrChange", "a tracked change of a table", WORD_ACCEPT},
    {"trPrChange", "a tracked change of a table", WORD_ACCEPT},
    {"tcPrChange", "a tracked change of a table", WORD_ACCEPT},
    {"tblGridChange", "a tracked change of a table", WORD_ACCEPT},
    {"tblPrExChange", "a tracked change of a table", WORD_ACCEPT},
    {"sectPrChange", "a tracked change of the page", WORD_ACCEPT},
    {"numberingChange", "a tracked change of a number", WORD_ACCEPT},
    {"cellIns", "a tracked change of a table", WORD_ACCEPT},
    {"cellDel", "a tracked change of a table", WORD_ACCEPT},
    {"cellMerge", "a tracked change of a table", WORD_ACCEPT},
    {"commentRangeStart", "a comment", WORD_COMMENT},
    {"commentReference", "a comment", WORD_COMMENT},
    {"dayShort", "a day that changes by itself", WORD_WRITE_DAY},
    {"dayLong", "a day that changes by itself", WORD_WRITE_DAY},
    {"monthShort", "a month that changes by itself", WORD_WRITE_DAY},
    {"monthLong", "a month that changes by itself", WORD_WRITE_DAY},
    {"yearShort", "a year that changes by itself", WORD_WRITE_DAY},
    {"yearLong", "a year that changes by itself", WORD_WRITE_DAY},
    {"pgNum", "a number of Word's pages", "refer to a heading, by {{ref(id)}}"},
    {"sectPr", NULL, NULL},
    {"tblPr", NULL, NULL},
};

static const struct {
    const char *name;
    const char *fault;
    const char *hint;
} refused[] = {
    {"txbxContent", "a text box", "put its words into the text"},
    {"object", "an embedded object", "say in words what it shows"},
    {"altChunk", "another document that is included", "paste its words"},
    {"oMath", "an equation", "write it as words, or as a picture"},
    {"oMathPara", "an equation", "write it as words, or as a picture"},
    {"ruby", "words with a gloss", "write the gloss in brackets"},
    {"subDoc", "another document that is included", "paste its words"},
    {"framePr", "a frame", "put its words into the text"},
    {"contentPart", "words or a drawing by hand (ink)",
     "type the words, or make it a picture"},
    {"control", "a control of a form", "write what is chosen"},
};

/* --- paragraphs --- */

static void begin_paragraph(struct word_reading *r)
{
    const struct word_style s =
        word_style_of(r->t->styles, r->t->styles->paragraph);

    if (r->t->paragraphs > 0)
        buf_char(&r->t->lines, '\n');
    r->t->paragraphs++;
    r->column = 1;
    r->paragraph = (struct word_paragraph){.style = s,
                                           .list = s.list,
                                           .level = s.list_level,
                                           .outline = s.outline,
                                           .ground = COLOUR_UNSAID,
                                           .all_bold = true,
                                           .all_marked = true};
    r->piece = SIZE_MAX;
    r->in_paragraph = true;
    r->expression = (struct word_expression){0};
}

/* Some programs name the style behind what the paragraph says itself. */
static void set_style(struct word_reading *r, struct str id)
{
    const struct word_style s = word_style_of(r->t->styles, id);

    r->paragraph.style = s;
    if (!r->paragraph.list_said)
        r->paragraph.list = s.list;
    if (!r->paragraph.level_said)
        r->paragraph.level = s.list_level;
    if (!r->paragraph.outline_said)
        r->paragraph.outline = s.outline;
}

/* Word counts an item without words, which is not printed. */
static bool is_numbered(const struct word_reading *r)
{
    const struct word_list *list =
        word_list_of(r->t->styles, r->paragraph.list);
    const struct word_abstract_list *a =
        list == NULL ? NULL : word_abstract_of(r->t->styles, list);

    return a != NULL && r->paragraph.level < WORD_LEVELS &&
           a->numbered[r->paragraph.level];
}

static void close_paragraph(struct word_reading *r)
{
    struct word_piece *pieces;

    if (r->piece == SIZE_MAX) {
        if (r->paragraph.outline < WORD_NO_LEVEL && !r->table.open &&
            !word_in_contents(r))
            word_fault(r, FINDING_BAD_ELEMENT, "an empty heading",
                       "take the line out, or give it words");
        else if (is_numbered(r) && !r->paragraph.has_words)
            word_fault(r, FINDING_BAD_ELEMENT,
                       "an item of a numbered list has no words",
                       "write them, or take the item out");
        return;
    }
    (void)word_piece_add(r, WORD_PARAGRAPH_END);
    pieces = r->t->pieces.items;
    pieces[r->piece].all_bold = r->paragraph.all_bold && r->paragraph.has_words;
    pieces[r->piece].all_marked =
        r->paragraph.all_marked && r->paragraph.has_words;
    pieces[r->piece].pen = r->paragraph.pen;
    pieces[r->piece].tabbed = r->paragraph.tabbed;
    r->piece = SIZE_MAX;
}

static void end_paragraph(struct word_reading *r)
{
    close_paragraph(r);
    r->in_paragraph = false;
}

static void page_break(struct word_reading *r)
{
    close_paragraph(r);
    buf_char(&r->t->lines, ' ');
    r->column++;
}

/* --- what begins and ends --- */

/* Whether TAG and all in it is passed over. */
static bool passes_over(struct word_reading *r, const struct part_tag *tag)
{
    if (part_is(tag, "AlternateContent") || part_is(tag, "Choice"))
        r->chosen = part_is(tag, "Choice");
    if (r->chosen && part_is(tag, "Fallback")) {
        r->uncounted = true; /* what Choice says, once more */
        return true;
    }
    for (size_t i = 0; i < sizeof(left_out) / sizeof(left_out[0]); i++) {
        if (!part_is(tag, left_out[i].name))
            continue;
        if (left_out[i].fault != NULL)
            word_fault(r, FINDING_WORD_LEFTOVER, left_out[i].fault,
                       left_out[i].hint);
        /* What Word marks as a point has nothing in it. */
        r->uncounted = false;
        return true;
    }
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        if (!part_is(tag, refused[i].name))
            continue;
        word_fault(r, FINDING_BAD_ELEMENT, refused[i].fault, refused[i].hint);
        r->uncounted = part_is(tag, "txbxContent");
        r->drawing.boxed = true;
        return true;
    }
    if (part_is(tag, "tbl") && r->table.open) {
        finding(r->t->findings, FINDING_BAD_ELEMENT,
                (struct place){r->t->source, r->t->paragraphs, 1},
                "a table in a table");
        finding_hint(r->t->findings, "make two tables of it");
        r->table.bad = true;
        return true;
    }
    return false;
}

static void start_properties(struct word_reading *r, const struct part_tag *tag)
{
    r->in_properties = true;
    r->properties_depth = tag->depth;
}

/* Tables of contents stand in a control of Word's own. */
static void start_control(struct word_reading *r, const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");

    if (part_is(tag, "sdt")) {
        r->controls++;
    } else if (part_is(tag, "docPartGallery")) {
        if (!str_is(value, "Table of Contents") || word_in_contents(r))
            return;
        r->contents_control = r->controls;
        word_contents_say(r, r->t->paragraphs + 1);
    } else if (part_is(tag, "showingPlcHdr") &&
               word_toggle_of(value) == TOGGLE_ON) {
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "a content control that nobody filled in",
                   "fill it in, or take it out");
    }
}

static void end_control(struct word_reading *r)
{
    if (r->contents_control == r->controls)
        r->contents_control = 0;
    if (r->controls > 0)
        r->controls--;
}

static void start_block(struct word_reading *r, const struct part_tag *tag)
{
    if (part_is(tag, "p"))
        begin_paragraph(r);
    else if (part_is(tag, "pPr"))
        start_properties(r, tag);
    else if (part_is(tag, "background"))
        r->page_ground = COLOUR_UNKNOWN;
    else if (part_is(tag, "footnote") || part_is(tag, "endnote"))
        word_note_begin(r, tag);
    else if (!word_table_start(r, tag))
        start_control(r, tag);
}

static void start_property(struct word_reading *r, const struct part_tag *tag)
{
    struct word_paragraph *p = &r->paragraph;
    struct arena *arena = r->t->arena;
    const struct str value = part_value(tag, "val");

    if (part_is(tag, "pStyle"))
        set_style(r, value);
    else if (part_is(tag, "shd") && tag->depth == r->properties_depth + 1)
        p->ground = word_colour(tag);
    else if (part_is(tag, "numId")) {
        p->list = arena_str(arena, value);
        p->list_said = true;
    } else if (part_is(tag, "ilvl")) {
        p->level = word_level_of(value) % WORD_NO_LEVEL;
        p->level_said = true;
    } else if (part_is(tag, "outlineLvl")) {
        p->outline = word_level_of(value);
        p->outline_said = true;
    }
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct word_reading *r = user;

    if (tag->depth == 1 && !part_is(tag, "document") &&
        !part_is(tag, "footnotes") && !part_is(tag, "endnotes")) {
        package_is_other(r->t->package,
                         "holds no text (a workbook, or slides)");
        part_stop(part, ST_DATA);
        return;
    }
    if (r->skip > 0) {
        r->skip++;
        word_table_see(r, tag);
        if (part_is(tag, "p") && !r->uncounted) {
            begin_paragraph(r);
            r->in_paragraph = false;
        }
        return;
    }
    if (passes_over(r, tag)) {
        r->skip = 1;
        return;
    }
    if (!r->drawing.open) /* whose text has paragraphs as well */
        start_block(r, tag);
    if (r->in_properties)
        start_property(r, tag);
    else if (r->in_paragraph)
        word_run_start(r, tag);
}

static void on_end(void *user, struct part_reading *part, const char *name)
{
    struct word_reading *r = user;

    (void)part;
    if (r->skip > 0) {
        r->skip--;
        return;
    }
    if (r->drawing.open)
        word_run_end(r, name);
    else if (part_name_is(name, "AlternateContent"))
        r->chosen = true; /* what it stands in has begun with Choice */
    else if (part_name_is(name, "pPr"))
        r->in_properties = false;
    else if (part_name_is(name, "p"))
        end_paragraph(r);
    else if (part_name_is(name, "sdt"))
        end_control(r);
    else if (part_name_is(name, "footnote") || part_name_is(name, "endnote"))
        word_note_end(r);
    else if (!word_table_end(r, name) && r->in_paragraph && !r->in_properties)
        word_run_end(r, name);
    if (r->breaks_page)
        page_break(r);
    r->breaks_page = false;
}

static void on_text(void *user, struct part_reading *part, struct str text)
{
    struct word_reading *r = user;

    (void)part;
    if (r->skip == 0)
        word_run_text(r, text);
}

enum status word_text_read(struct word_text *t, struct str name)
{
    static const struct part_handler handler = {on_start, on_end, on_text};
    struct word_reading r = {
        .t = t, .piece = SIZE_MAX, .page_ground = COLOUR_UNSAID};
    enum status st = part_read(t->package, name, &handler, &r);

    word_fields_end(&r);
    st = status_worst(st, buf_status(&t->words));
    st = status_worst(st, buf_status(&t->lines));
    buf_free(&r.field);
    return status_worst(st, arena_status(t->arena));
}
