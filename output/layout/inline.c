#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "output/drawing/cell_marks.h"
#include "output/font/bidi.h"
#include "output/layout/layout_parts.h"
#include "output/layout/word_breaks.h"

#define ATOM_MAX 256    /* bytes: longer words are several atoms */
#define NUMBER_DIGITS 4 /* room for a page number that is not known yet */
#define SAMPLE_GAP 4000 /* milli-points: between a sample and its word */
#define EN_DASH 0x2013U
#define SOFT_HYPHEN STR_LIT("\xC2\xAD")

static uint8_t level_at(const struct scratch *s, size_t at)
{
    return s->turned ? s->levels[at] : 0;
}

/* The bytes [START, END) of the text. */
static void add_atom(struct layout_parts *m, size_t run, size_t start,
                     size_t end, enum line_break before, uint32_t word)
{
    struct scratch *s = &m->scratch;
    const struct run *r = &s->runs[run];
    const struct str text = {s->text + start, end - start};
    struct atom *atom;
    int32_t advance = 0;

    if (!scratch_room(m, (void **)&s->atoms, &s->atoms_capacity, s->natoms + 1,
                      sizeof(*s->atoms)))
        return;
    atom = &s->atoms[s->natoms++];
    *atom = (struct atom){.run = (uint32_t)run,
                          .word = word,
                          .before = (uint8_t)before,
                          .level = level_at(s, start)};
    if (r->sample) {
        atom->width = cell_sample_width(r->src->u.drawing) + SAMPLE_GAP;
        return;
    }
    if (r->number) {
        const struct shaped *zero =
            shape(m->shaper, (enum face)r->face, STR_LIT("0"));

        advance = shaped_advance(zero) * NUMBER_DIGITS;
    } else {
        atom->shaped = shape_directed(m->shaper, (enum face)r->face,
                                      bidi_leftwards(atom->level), text);
        if (atom->shaped != NULL && atom->shaped->missing)
            shape_missing(atom->shaped, doc_place(r->src), m->findings);
        advance = shaped_advance(atom->shaped);
    }
    atom->width = font_width(advance, r->size);
}

/* An address may be broken wherever its parts end. */
static bool is_address(struct str word)
{
    return str_starts(word, STR_LIT("www.")) ||
           str_find(word, STR_LIT("://")) < word.len ||
           str_find_char(word, '@') < word.len;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xc0;
}

/*
 * What to make of a place where Unicode would let a line end: between
 * characters C and D, with B before C. Numbers, dates and years stay whole; a
 * hyphen between words of letters is a good place, and any other place only
 * for a word that fits no line.
 */
static enum line_break break_between(uint32_t b, uint32_t c, uint32_t d,
                                     bool address)
{
    if (is_digit_character(d) &&
        (is_digit_character(b) || is_digit_character(c)))
        return BREAK_NONE;
    if ((c == UTF8_MINUS || c == '-') && utf8_is_currency(d))
        return BREAK_NONE;
    if (address)
        return BREAK_ALLOWED;
    if (c == '-')
        return is_letter(b) && is_letter(d) ? BREAK_ALLOWED : BREAK_LAST_RESORT;
    if (c < 0x80 || c == EN_DASH)
        return BREAK_LAST_RESORT;
    return BREAK_ALLOWED;
}

/* Sets breaks[i] to the enum line_break after byte I of WORD. */
static bool find_breaks(struct layout_parts *m, struct str word)
{
    struct scratch *s = &m->scratch;
    const bool address = is_address(word);
    struct str rest = word;
    uint32_t b = 0;
    uint32_t c = 0;

    if (!scratch_room(m, (void **)&s->breaks, &s->breaks_capacity, word.len, 1))
        return false;
    word_breaks(word, s->breaks);
    while (rest.len > 0) {
        const size_t start = word.len - rest.len;
        const uint32_t d = utf8_next(&rest);
        const bool first_letter = start <= 2; /* e-mail: e- stands badly */

        if (start > 0 && s->breaks[start - 1] <= LINEBREAK_ALLOWBREAK) {
            s->breaks[start - 1] = (char)break_between(b, c, d, address);
            if (first_letter && c == '-')
                s->breaks[start - 1] = BREAK_NONE;
        } else if (start > 0) {
            s->breaks[start - 1] = BREAK_NONE;
        }
        for (size_t i = start; i + 1 < word.len - rest.len; i++)
            s->breaks[i] = BREAK_NONE; /* inside a character */
        b = c;
        c = d;
    }
    return true;
}

/* Whether a soft hyphen ends at byte END of the text. */
static bool ends_soft(const struct scratch *s, size_t end)
{
    const struct str soft = SOFT_HYPHEN;

    return end > 0 && s->text[end - 1] == soft.ptr[soft.len - 1] &&
           str_ends((struct str){s->text, end}, soft);
}

/* How much of WORD, at most ATOM_MAX bytes, is whole characters. */
static size_t whole_characters(struct str word)
{
    size_t len = ATOM_MAX;

    if (word.len <= ATOM_MAX)
        return word.len;
    while (len > ATOM_MAX - 4 && ((unsigned char)word.ptr[len] & 0xc0) == 0x80)
        len--;
    return len;
}

/* The end of the atom that begins at AT: no later than where the run, the
   direction, or the part that no line breaks ends. */
static size_t atom_end(const struct scratch *s, size_t at, size_t end,
                       size_t run, const char *breaks)
{
    size_t stop = at + whole_characters((struct str){s->text + at, end - at});

    if (run + 1 < s->nruns && s->runs[run + 1].start < stop)
        stop = s->runs[run + 1].start;
    if (s->turned)
        stop = at + bidi_same_level(s->levels + at, stop - at);
    for (size_t i = at; breaks != NULL && i + 1 < stop; i++) {
        if (breaks[i - at] != BREAK_NONE || ends_soft(s, i + 1))
            stop = i + 1;
    }
    return stop;
}

/* The bytes [START, END) of the text, which hold no space. *RUN is the run
   that START is in, and becomes that of END. */
static void add_word(struct layout_parts *m, size_t start, size_t end,
                     size_t *run, enum line_break before, uint32_t number)
{
    struct scratch *s = &m->scratch;
    const struct str word = {s->text + start, end - start};
    const bool plain = word_is_plain(word);
    size_t at = start;

    if (!plain && !find_breaks(m, word))
        return;
    while (at < end && layout_ok(m)) {
        size_t stop;
        size_t shown;

        while (*run + 1 < s->nruns && s->runs[*run + 1].start <= at)
            ++*run;
        stop =
            atom_end(s, at, end, *run, plain ? NULL : s->breaks + (at - start));
        shown = ends_soft(s, stop) ? stop - SOFT_HYPHEN.len : stop;
        if (shown > at) {
            add_atom(m, *run, at, shown, before, number);
            before = BREAK_NONE;
        }
        if (shown < stop && s->natoms > 0)
            s->atoms[s->natoms - 1].hyphen = shown > start && stop < end;
        /* A mark stays with the word it follows. */
        if (!plain && stop < end && shown > start &&
            !(*run + 1 < s->nruns && s->runs[*run + 1].mark != NULL &&
              s->runs[*run + 1].start == stop))
            before = (enum line_break)s->breaks[stop - 1 - start];
        at = stop;
    }
}

/* --- dates --- */

static struct str atom_word(const struct atom *atom)
{
    return atom->shaped == NULL ? (struct str){NULL, 0} : atom->shaped->text;
}

static bool stands_in_cell(const struct doc_node *node)
{
    while (node != NULL && node->kind != DOC_CELL)
        node = node->parent;
    return node != NULL;
}

/* No line ends between a day, its month and its year, unless nothing else is
   left. In a cell the year may stand below: a table would turn its page for
   it. */
static void join_dates(struct layout_parts *m, const struct doc_node *node)
{
    const struct calendar_words *words;
    struct scratch *s = &m->scratch;

    if (m->doc->wording == NULL)
        return;
    words = &m->doc->wording->calendar;
    for (size_t i = 1; i < s->natoms; i++) {
        const struct str word = atom_word(&s->atoms[i - 1]);
        const struct str next = atom_word(&s->atoms[i]);

        if (s->atoms[i].before == BREAK_SPACE &&
            (date_day_joins(word, next, words) ||
             (date_year_joins(word, next, words) && !stands_in_cell(node))))
            s->atoms[i].before = BREAK_LAST_RESORT;
    }
}

/* The directions of the text that was collected. */
static void find_levels(struct layout_parts *m)
{
    struct scratch *s = &m->scratch;
    const struct str text = {s->text, s->len};

    s->turned = bidi_is_needed(text);
    if (!s->turned)
        return;
    if (!scratch_room(m, (void **)&s->levels, &s->levels_capacity, s->len, 1))
        s->turned = false;
    else if (!bidi_levels(text, s->levels))
        arena_fail(m->arena, ST_NOMEM);
}

static size_t word_end(struct str text, size_t at)
{
    while (at < text.len && text.ptr[at] != ' ' && text.ptr[at] != '\n')
        at++;
    return at;
}

void inline_atoms(struct layout_parts *m, const struct doc_node *node,
                  const struct text_style *style, bool skip_label)
{
    struct scratch *s = &m->scratch;
    enum line_break before = BREAK_NONE;
    uint32_t number = 0;
    size_t run = 0;
    size_t at = 0;

    s->natoms = 0;
    inline_runs(m, node, style, skip_label);
    find_levels(m);
    while (at < s->len && layout_ok(m)) {
        size_t end = at;

        /* In a listing, spaces beyond the first belong to the word. */
        while (style->listing && end < s->len && s->text[end] == ' ')
            end++;
        end = word_end((struct str){s->text, s->len}, end);
        add_word(m, at, end, &run, before, number++);
        if (end < s->len && s->natoms > 0) {
            s->atoms[s->natoms - 1].space = end + 1 < s->len;
            s->atoms[s->natoms - 1].space_level = level_at(s, end);
        }
        before =
            end < s->len && s->text[end] == '\n' ? BREAK_FORCED : BREAK_SPACE;
        at = end + 1;
    }
    join_dates(m, node);
    if (!layout_ok(m))
        s->natoms = 0;
}

int32_t inline_number_width(struct layout_parts *m,
                            const struct text_style *style)
{
    const struct shaped *zero =
        shape(m->shaper, (enum face)style->face, STR_LIT("0"));

    return font_width(shaped_advance(zero) * NUMBER_DIGITS, style->size);
}
