#include "input/table/figure_words.h"
#include "input/table/seen_mark.h"
#include "input/table/table_parts.h"

#define LOOKED_AT_MAX 1000 /* marks, for each row that may be a note */

static struct seen_mark *see(struct table_reading *r,
                             const struct note_mark *mark, struct place at)
{
    struct seen_mark *s;

    if (r->marks.size == 0)
        r->marks = list_of(r->arena, sizeof(*s));
    s = list_add(&r->marks);
    if (s != NULL)
        *s = (struct seen_mark){
            .mark = *mark,
            .at = at,
            .cell = NO_CELL,
            .certain = mark->form == NOTE_MARK_WORD,
        };
    return s;
}

/* Something that a mark may stand behind: not £*. */
static bool has_word(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i];

        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
            (c >= 'A' && c <= 'Z'))
            return true;
    }
    return false;
}

static bool is_words(const struct kind_column *kind)
{
    return kind == NULL || kind->type == TYPE_TEXT ||
           kind->type == TYPE_PROSE || kind->type == TYPE_PERIOD;
}

static bool is_name(struct str name, struct str text, struct str mark)
{
    return str_ends(name, mark) && str_same_word(name, text);
}

/* Signs count for nothing where names are compared: Yes* is the choice `Yes`
   with a mark behind it, and A* is the choice `A*`. */
static bool ends_choice(const struct kind_column *kind, struct str text,
                        struct str mark)
{
    const size_t i = kind->type == TYPE_CHOICE ? kind_column_choice(kind, text)
                                               : kind->nchoices;
    const struct kind_choice *c;

    if (i >= kind->nchoices)
        return false;
    if (is_name(kind->choices[i], text, mark))
        return true;
    c = kind->described == NULL ? NULL : &kind->described[i];
    for (size_t k = 0; c != NULL && k < c->naliases; k++) {
        if (is_name(c->aliases[k], text, mark))
            return true;
    }
    for (size_t k = 0; c != NULL && k < c->titles.count; k++) {
        if (is_name(c->titles.list[k].text, text, mark))
            return true;
    }
    return false;
}

struct str marks_cut(struct table_reading *r, size_t c, struct str text,
                     struct place at)
{
    const struct wording *w = r->options->wording;
    const struct kind_column *kind = r->columns.list[c].kind;
    struct str rest = text;
    struct note_mark mark;
    struct str before;

    if (is_words(kind))
        return text;
    while (note_mark_cut(rest, w, &before, &mark) &&
           !ends_choice(kind, rest, mark.text) &&
           (has_word(before) || wording_word(w, before) == WORD_DASH)) {
        struct seen_mark *s = see(r, &mark, at);

        if (s == NULL)
            break;
        s->certain = true;
        s->may_be_power = value_is_figure(kind->type) &&
                          note_mark_may_be_power(before, &mark);
        if (s->may_be_power)
            s->cell = r->nrows * r->columns.count + c;
        rest = before;
    }
    return text.len - rest.len <= UINT8_MAX - FIGURE_WORDS_MAX ? rest : text;
}

bool marks_known(const struct table_reading *r, struct str key)
{
    const struct seen_mark *seen = r->marks.items;
    const size_t most =
        r->marks.count < LOOKED_AT_MAX ? r->marks.count : LOOKED_AT_MAX;

    for (size_t i = 0; i < most; i++) {
        struct str keys = seen[i].mark.keys;
        struct str one;

        while (note_mark_next_key(&keys, &one)) {
            if (note_mark_same_key(one, key))
                return true;
        }
    }
    return false;
}

struct str marks_without(const struct table_reading *r, struct str text)
{
    struct note_mark mark;
    struct str before;

    while (!marks_end_bare(text) &&
           note_mark_cut(text, r->options->wording, &before, &mark))
        text = before;
    return text;
}

void marks_see(struct table_reading *r, size_t c, size_t index, struct place at)
{
    const struct wording *w = r->options->wording;
    const struct kind_column *kind = r->columns.list[c].kind;
    const struct cell *cell = &r->cells[index];
    struct str rest = cell_as_typed(cell);
    struct note_mark mark;
    struct str before;

    if (cell->state == CELL_WORDS && note_mark_alone(&rest, w, &mark)) {
        struct seen_mark *s = see(r, &mark, at);

        if (s != NULL)
            s->quiet = true;
        return;
    }
    if (!is_words(kind))
        return;
    while (note_mark_cut(rest, w, &before, &mark)) {
        struct seen_mark *s = see(r, &mark, at);

        if (s == NULL)
            return;
        if (kind == NULL || kind->type != TYPE_PROSE) {
            s->cell = index;
            s->before = before.len;
        }
        rest = before;
    }
}

/* QUIET: it is not printed, and a note for it may stand elsewhere. */
static void see_text(struct table_reading *r, struct str text, struct place at,
                     bool quiet)
{
    struct note_mark mark;
    struct str before;

    while (note_mark_cut(text, r->options->wording, &before, &mark)) {
        struct seen_mark *s = see(r, &mark, at);

        if (s != NULL)
            s->quiet = quiet;
        text = before;
    }
}

void marks_see_title(struct table_reading *r, struct str text, struct place at)
{
    struct seen_mark *seen;
    const size_t first = r->marks.count;

    see_text(r, text, at, true);
    seen = r->marks.items;
    for (size_t i = first; i < r->marks.count; i++)
        seen[i].above = true;
}

static void see_heading(struct table_reading *r, const struct heading *h)
{
    struct str marks = h->mark;
    struct note_mark mark;

    while (note_mark_alone(&marks, r->options->wording, &mark))
        (void)see(r, &mark, h->at);
}

void marks_begin(struct table_reading *r)
{
    const struct spellings *words = &r->options->wording->words[WORD_NOTE_NAME];

    for (size_t i = 0; i < r->nheadings; i++) {
        const struct heading *h = &r->headings[i];

        for (size_t k = 0; k < words->count; k++) {
            if (str_same_word(h->text, words->forms[k]))
                r->notes_field = (uint32_t)i + 1;
        }
        if (h->mark.len == 0)
            see_text(r, h->text, h->at, !r->columns.is_read[i]);
        else
            see_heading(r, h);
    }
}

void marks_see_row(struct table_reading *r)
{
    const struct record *record = r->record;
    const struct wording *w = r->options->wording;
    struct str rest;
    struct note_mark mark;

    if (r->notes_field == 0 || r->notes_field > record->nfields)
        return;
    rest = record->fields[r->notes_field - 1];
    while (note_mark_alone(&rest, w, &mark)) {
        struct seen_mark *s =
            see(r, &mark, record_place(record, r->notes_field));

        if (s == NULL)
            return;
        s->quiet = true;
        s->left_out = !r->columns.is_read[r->notes_field - 1];
    }
}
