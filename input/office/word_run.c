#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/office/raised.h"
#include "input/office/symbol_font.h"
#include "input/office/word_reading.h"

#include <string.h>

#define LARGER 4 /* half points, than the text */

#define SOFT_HYPHEN 0xADU
#define NO_BREAK 0xA0U
#define LAID_OUT 4 /* spaces: more than a hand puts between words */

static enum word_toggle said(uint8_t run, uint8_t run_style, uint8_t paragraph)
{
    if (run != TOGGLE_UNSAID)
        return (enum word_toggle)run;
    if (run_style != TOGGLE_UNSAID)
        return (enum word_toggle)run_style;
    return (enum word_toggle)paragraph;
}

/* The first part of a tag of BCP 47: cy of cy-GB. */
static struct str primary(struct str tag)
{
    return str_to(tag, str_find_char(tag, '-'));
}

static struct str language_of(const struct word_reading *r)
{
    const struct str said = r->run.lang.len > 0 ? r->run.lang
                            : r->run.style.lang.len > 0
                                ? r->run.style.lang
                                : r->paragraph.style.lang;
    const struct str lang = primary(said);

    if (lang.len == 0 || str_is(lang, "x") ||
        str_eq(lang, primary(str_of(r->t->lang))))
        return (struct str){NULL, 0};
    return said;
}

static struct word_look look_of(const struct word_reading *r)
{
    const struct word_run *n = &r->run;
    const bool heading = r->paragraph.outline < WORD_NO_LEVEL;

    /* Headings and heads of tables are bold as they are. */
    return (struct word_look){
        .bold = !heading && said(n->bold, n->style.bold,
                                 r->paragraph.style.bold) == TOGGLE_ON,
        .italic = !heading && said(n->italic, n->style.italic,
                                   r->paragraph.style.italic) == TOGGLE_ON,
        .lang = language_of(r),
    };
}

static bool is_hidden(const struct word_reading *r)
{
    return r->table.row_hidden || said(r->run.hidden, r->run.style.hidden,
                                       r->paragraph.style.hidden) == TOGGLE_ON;
}

/* Words that have the colour of the nearest thing behind them; and those that
   Word's own black has under a black pen. */
static bool is_faint(const struct word_reading *r)
{
    const struct word_run *n = &r->run;
    const struct word_style *s = &r->paragraph.style;
    const uint32_t words = n->colour != COLOUR_UNSAID         ? n->colour
                           : n->style.colour != COLOUR_UNSAID ? n->style.colour
                                                              : s->colour;
    const bool own = words == COLOUR_UNSAID || words == COLOUR_UNKNOWN;
    const uint32_t cell = r->table.open ? r->table.cell_ground : COLOUR_UNSAID;
    const uint32_t table = r->table.open ? r->table.ground : COLOUR_UNSAID;
    const uint32_t grounds[] = {
        n->marker, n->ground, n->style.ground, r->paragraph.ground,
        s->ground, cell,      table,           r->page_ground};
    uint32_t ground = COLOUR_UNSAID;

    for (size_t i = 0;
         i < sizeof(grounds) / sizeof(grounds[0]) && ground == COLOUR_UNSAID;
         i++)
        ground = grounds[i];
    if (own && n->marker == COLOUR_BLACK)
        return true;
    return seen_colour_hides(words, ground);
}

static bool same_look(const struct word_look *a, const struct word_look *b)
{
    return a->bold == b->bold && a->italic == b->italic &&
           str_eq(a->lang, b->lang);
}

/* --- characters --- */

/* 1 and 200 parted by a tab would be 1 200; columns of words that were laid out
   by tabs run together. One tab behind words is as good as a space. */
static void see_tab(struct word_paragraph *p, uint32_t c)
{
    const bool digit = c >= '0' && c <= '9';

    if (p->after_tab) {
        p->tabs++;
        p->tabbed |= p->tabs > 1 || (digit && p->after_digit);
    }
    p->after_tab = false;
    p->after_digit = digit;
}

static void put_character(struct word_reading *r, uint32_t c,
                          struct word_look look)
{
    struct word_text *t = r->t;
    struct word_piece *p;
    const size_t start = t->words.len;

    word_paragraph_open(r);
    p = r->last;
    if (p == NULL)
        return;
    if (p->kind != WORD_TEXT || !same_look(&p->look, &look)) {
        p = word_piece_add(r, WORD_TEXT);
        if (p == NULL)
            return;
        p->look = look;
        p->start = start;
    }
    utf8_put(&t->words, c);
    utf8_put(&t->lines, c);
    p->len += t->words.len - start;
    r->column++;
    if (!utf8_is_space(c)) {
        see_tab(&r->paragraph, c);
        r->paragraph.has_words = true;
        r->paragraph.all_bold = r->paragraph.all_bold && look.bold;
        /* Of links the line below them is what links look like. */
        r->paragraph.all_marked =
            r->paragraph.all_marked &&
            (look.bold || (r->run.marked && !word_in_link(r)));
        r->paragraph.pen |= r->run.marker == COLOUR_UNKNOWN;
    }
}

/* In {{ }}: what Word made of what was typed; 0: nothing. */
static uint32_t as_typed(const struct word_expression *e, uint32_t c)
{
    if (c == SOFT_HYPHEN)
        return 0;
    if (utf8_is_space(c))
        return ' ';
    if (e->brackets > 0)
        return c; /* the name of a row */
    switch (c) {
    case 0x2018:
    case 0x2019: return '\'';
    case 0x201C:
    case 0x201D: return '"';
    case 0x2011:
    case 0x2013:
    case 0x2212: return '-';
    default: return c;
    }
}

static void follow_expression(struct word_reading *r, uint32_t c,
                              struct word_look look)
{
    struct word_expression *e = &r->expression;

    if (e->open && c == '[')
        e->brackets++;
    else if (e->open && c == ']' && e->brackets > 0)
        e->brackets--;
    if (c != (e->open ? '}' : '{')) {
        e->braces = 0;
        return;
    }
    if (e->braces == 0 && !e->open)
        e->look = look;
    if (++e->braces == 2) {
        e->open = !e->open;
        e->braces = 0;
        e->brackets = 0;
    }
}

static void take_character(struct word_reading *r, uint32_t c)
{
    const bool was_open = r->expression.open || r->expression.braces > 0;
    const struct word_look look = was_open ? r->expression.look : look_of(r);

    if (r->expression.open) {
        const uint32_t typed = as_typed(&r->expression, c);

        if (c == 0x2013 && typed == '-')
            finding(r->t->findings, FINDING_ASSUMED, word_place(r),
                    "a dash in {{ }} was read as a minus");
        c = typed;
    }
    if (c == 0)
        return;
    follow_expression(r, c, look);
    r->paragraph.spaces =
        c == ' ' || c == NO_BREAK ? r->paragraph.spaces + 1 : 0;
    r->paragraph.after_tab |= (c == '\t' || r->paragraph.spaces >= LAID_OUT) &&
                              r->paragraph.has_words;
    put_character(r, c == '\t' || c == '\n' || c == '\r' ? ' ' : c, look);
}

/* Words that were moved up or down (w:position) stand on their line all the
   same; figures alone are raised or lowered. */
static enum word_script script_of(const struct word_reading *r, struct str text)
{
    const struct word_run *n = &r->run;
    const uint8_t script =
        n->script != SCRIPT_UNSAID ? n->script : n->style.script;

    if (script == SCRIPT_RAISED || script == SCRIPT_LOWERED)
        return (enum word_script)script;
    if (n->shifted == SCRIPT_UNSAID || text.len == 0)
        return SCRIPT_NONE;
    while (text.len > 0) {
        if (raised_sign(utf8_next(&text), n->shifted == SCRIPT_LOWERED) == 0)
            return SCRIPT_NONE;
    }
    return (enum word_script)n->shifted;
}

static void take_words(struct word_reading *r, struct str text)
{
    const enum word_script script = script_of(r, text);
    const bool lowered = script == SCRIPT_LOWERED;
    const bool raised =
        script == SCRIPT_RAISED && raised_misleads(text, r->t->wording);

    if (script == SCRIPT_RAISED && r->paragraph.has_words &&
        raised_marks_note(buf_view(&r->t->lines), text))
        word_fault(r, FINDING_DOUBTFUL,
                   "a raised figure behind a word or an amount, which no note "
                   "of Word's is of",
                   "make it a footnote of Word, or take it out; a power is "
                   "written out, as 1,000");
    while (text.len > 0) {
        uint32_t c = utf8_next(&text);
        const uint32_t sign =
            script != SCRIPT_NONE ? raised_sign(c, lowered) : 0;

        if (c == UTF8_BAD)
            c = 0xFFFD;
        if (lowered && sign == 0)
            word_fault(r, FINDING_BAD_ELEMENT, "a lowered letter",
                       "write it on the line");
        else if (raised && raised_is_letter(c))
            word_fault(r, FINDING_BAD_ELEMENT,
                       "a raised letter, which would read as one of the word",
                       "make it a footnote of Word, or a figure (¹), or write "
                       "it on the line");
        take_character(r, sign != 0 ? sign : c);
    }
}

/* --- runs --- */

static void take_size(struct word_reading *r, struct str value)
{
    r->run.marked |= word_size_of(value) >= r->t->styles->size + LARGER;
    r->run.tiny = (uint8_t)word_tiny_of(value);
}

static void start_look(struct word_reading *r, const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");
    const uint8_t toggle = (uint8_t)word_toggle_of(value);
    struct word_run *n = &r->run;

    if (part_is(tag, "rStyle"))
        n->style = word_style_of(r->t->styles, value);
    else if (part_is(tag, "b"))
        n->bold = toggle;
    else if (part_is(tag, "i"))
        n->italic = toggle;
    else if (part_is(tag, "vanish") || part_is(tag, "specVanish"))
        word_toggle_add(&n->hidden, value);
    else if (part_is(tag, "strike") || part_is(tag, "dstrike"))
        word_toggle_add(&n->struck, value);
    else if (part_is(tag, "u"))
        n->marked |= !str_is(value, "none");
    else if (part_is(tag, "caps"))
        n->marked |= toggle == TOGGLE_ON;
    else if (part_is(tag, "sz"))
        take_size(r, value);
    else if (part_is(tag, "rFonts"))
        n->signs = (uint8_t)word_font_of(tag);
    else if (part_is(tag, "vertAlign"))
        n->script = (uint8_t)word_script_of(value);
    else if (part_is(tag, "position"))
        n->shifted = (uint8_t)word_script_at(value);
    else if (part_is(tag, "color"))
        n->colour = word_colour(tag);
    else if (part_is(tag, "shd"))
        n->ground = word_colour(tag);
    else if (part_is(tag, "highlight"))
        n->marker = word_colour(tag);
    else if (part_is(tag, "lang"))
        n->lang = arena_str(r->t->arena, value);
}

/* What stands behind it is a paragraph of its own; of a heading or an item it
   is the rest. */
static void meet_page_break(struct word_reading *r)
{
    if (r->piece == SIZE_MAX)
        return;
    if (r->paragraph.outline < WORD_NO_LEVEL || r->paragraph.list.len > 0)
        take_character(r, ' ');
    else
        r->breaks_page = true;
}

static void start_break(struct word_reading *r, const struct part_tag *tag)
{
    const struct str type = part_value(tag, "type");

    if (str_is(type, "page") || str_is(type, "column")) {
        meet_page_break(r);
        return;
    }
    word_paragraph_open(r);
    (void)word_piece_add(r, WORD_BREAK);
    buf_char(&r->t->lines, ' ');
    r->column++;
}

static void start_note(struct word_reading *r, const struct part_tag *tag,
                       bool endnote)
{
    const struct str own = part_value(tag, "customMarkFollows");
    struct word_piece *p;

    if (own.len > 0 && word_toggle_of(own) == TOGGLE_ON)
        word_fault(r, FINDING_BAD_ELEMENT,
                   "a note with a mark of its own, where the template gives "
                   "numbers",
                   "take the note out in Word, and insert it with a number");
    word_paragraph_open(r);
    p = word_piece_add(r, WORD_NOTE);
    if (p == NULL)
        return;
    p->target = arena_str(r->t->arena, part_value(tag, "id"));
    p->endnote = endnote;
    r->column++;
}

/* What is no words, and may be hidden as they may. */
static bool is_seen_alone(const struct part_tag *tag)
{
    return part_is(tag, "drawing") || part_is(tag, "pict") ||
           part_is(tag, "footnoteReference") ||
           part_is(tag, "endnoteReference") || part_is(tag, "sym");
}

static void refuse_sign(struct word_reading *r)
{
    word_fault(r, FINDING_BAD_ELEMENT,
               "a sign that one font alone has (Wingdings, Symbol)",
               SYMBOL_FONT_HINT);
}

static void start_in_run(struct word_reading *r, const struct part_tag *tag)
{
    if (is_seen_alone(tag) && is_hidden(r))
        word_fault(r, FINDING_WORD_LEFTOVER, "a hidden picture, note or sign",
                   WORD_UNHIDE);
    if (part_is(tag, "t"))
        r->in_words = true;
    else if (part_is(tag, "instrText"))
        r->in_instruction = true;
    else if (part_is(tag, "fldChar"))
        word_field_sign(r, tag);
    else if (word_in_contents(r) || !word_field_shows(r))
        return;
    else if (part_is(tag, "tab") || part_is(tag, "ptab"))
        take_character(r, '\t');
    else if (part_is(tag, "br") || part_is(tag, "cr"))
        start_break(r, tag);
    else if (part_is(tag, "noBreakHyphen"))
        take_character(r, '-');
    else if (part_is(tag, "softHyphen"))
        take_character(r, SOFT_HYPHEN);
    else if (part_is(tag, "footnoteReference"))
        start_note(r, tag, false);
    else if (part_is(tag, "endnoteReference"))
        start_note(r, tag, true);
    else if (part_is(tag, "sym"))
        refuse_sign(r);
    else if (part_is(tag, "drawing") || part_is(tag, "pict"))
        r->drawing = (struct word_drawing){.open = true};
}

void word_run_start(struct word_reading *r, const struct part_tag *tag)
{
    if (r->drawing.open) {
        word_drawing_start(r, tag);
    } else if (part_is(tag, "r")) {
        r->run = (struct word_run){
            .style = {.colour = COLOUR_UNSAID, .ground = COLOUR_UNSAID},
            .colour = COLOUR_UNSAID,
            .ground = COLOUR_UNSAID,
            .marker = COLOUR_UNSAID};
    } else if (part_is(tag, "rPr")) {
        r->in_run_properties = true;
    } else if (r->in_run_properties) {
        start_look(r, tag);
    } else if (part_is(tag, "hyperlink")) {
        word_hyperlink_start(r, tag);
    } else if (part_is(tag, "fldSimple")) {
        word_field_simple(r, tag);
    } else if (part_is(tag, "moveFromRangeStart") ||
               part_is(tag, "moveToRangeStart")) {
        word_fault(r, FINDING_WORD_LEFTOVER, "a tracked change: moved words",
                   WORD_ACCEPT);
    } else if (part_is(tag, "customXmlInsRangeStart") ||
               part_is(tag, "customXmlDelRangeStart")) {
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "a tracked change of a content control", WORD_ACCEPT);
    } else {
        start_in_run(r, tag);
    }
}

void word_run_end(struct word_reading *r, const char *name)
{
    if (r->drawing.open) {
        if (part_name_is(name, "drawing") || part_name_is(name, "pict"))
            word_drawing_end(r);
    } else if (part_name_is(name, "rPr")) {
        r->in_run_properties = false;
    } else if (part_name_is(name, "t")) {
        r->in_words = false;
    } else if (part_name_is(name, "instrText")) {
        r->in_instruction = false;
    } else if (part_name_is(name, "hyperlink")) {
        if (r->in_hyperlink)
            (void)word_piece_add(r, WORD_LINK_END);
        r->in_hyperlink = false;
    } else if (part_name_is(name, "fldSimple")) {
        word_field_end(r);
    }
}

void word_run_text(struct word_reading *r, struct str text)
{
    if (r->in_instruction && r->nfields > 0 && !word_field_shows(r))
        buf_str(&r->field, text);
    if (!r->in_words || word_in_contents(r) || !word_field_shows(r) ||
        (r->nfields > 0 && r->fields[r->nfields - 1].kind == FIELD_NOTHING))
        return;
    if (is_hidden(r)) {
        word_fault(r, FINDING_WORD_LEFTOVER, "hidden words", WORD_UNHIDE);
        return;
    }
    if (str_trim(text).len > 0 && is_faint(r)) {
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "words in the colour of what is behind them", WORD_UNHIDE);
        return;
    }
    if (str_trim(text).len > 0 && said(r->run.tiny, r->run.style.tiny,
                                       r->paragraph.style.tiny) == TOGGLE_ON) {
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "words so small that nobody reads them", WORD_UNHIDE);
        return;
    }
    if (said(r->run.struck, r->run.style.struck, r->paragraph.style.struck) ==
        TOGGLE_ON)
        word_fault(r, FINDING_BAD_ELEMENT, "struck text",
                   "write what holds now");
    if (str_trim(text).len > 0 && said(r->run.signs, r->run.style.signs,
                                       r->paragraph.style.signs) == TOGGLE_ON) {
        refuse_sign(r);
        return;
    }
    take_words(r, text);
}
