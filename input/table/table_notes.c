#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/value/note_mark.h"
#include "input/table/table_parts.h"

static bool is_word_for_notes(const struct table_reading *r,
                              const struct record *record)
{
    const size_t only = record_only_field(record);

    return only < record->nfields &&
           wording_has(r->options->wording, WORD_NOTE_NAME,
                       record->fields[only]);
}

/* `1`, `2.`, `a)` below a line that says `Notes`. */
static bool is_number_of_note(const struct table_reading *r, struct str text)
{
    if (r->npending == 0 || !is_word_for_notes(r, &r->pending[0]))
        return false;
    if (text.len > 1 &&
        (str_ends(text, STR_LIT(".")) || str_ends(text, STR_LIT(")"))))
        text = str_to(text, text.len - 1);
    return (text.len == 1 && is_ascii_letter(text.ptr[0])) ||
           (text.len <= 2 && has_digit(text) && is_digit(text.ptr[0]) &&
            is_digit(text.ptr[text.len - 1]));
}

/* `(1)` in one field and its words in the next: the two are one note. The field
   of the mark, from 0, or nfields. */
static size_t marked_field(const struct table_reading *r,
                           const struct record *record)
{
    const struct wording *w = r->options->wording;
    struct note_mark mark;
    struct str text;
    size_t first = 0;

    while (first < record->nfilled && record->fields[first].len == 0)
        first++;
    if (first + 2 != record->nfilled ||
        (r->columns.width == 2 && !r->had_total))
        return record->nfields; /* a whole row */
    text = record->fields[first];
    if (!is_number_of_note(r, text) &&
        (!note_mark_alone(&text, w, &mark) || text.len > 0 ||
         !(r->npending > 0 || marks_known(r, mark.keys))))
        return record->nfields; /* the first cell of a row */
    text = record->fields[first + 1];
    while (text.len > 0) {
        if (utf8_is_letter(utf8_next(&text)))
            return first;
    }
    return record->nfields;
}

/* The first field of a note, from 0; nfields: RECORD is none. */
static size_t note_field(const struct table_reading *r,
                         const struct record *record)
{
    const size_t only = record_only_field(record);

    return only < record->nfields ? only : marked_field(r, record);
}

/* Its one word stands where no row has only that: a cell is blank that no row
   may leave so, or all are blank of the columns that the table must have. */
static bool lacks_its_cells(const struct table_reading *r, size_t only)
{
    size_t nrequired = 0;

    for (size_t c = 0; c < r->columns.count; c++) {
        const struct column *column = &r->columns.list[c];

        if (column->kind == NULL)
            continue;
        if (column->kind->filled && column->field != only + 1)
            return true;
        if (column->kind->required && column->field != only + 1)
            nrequired++;
    }
    return nrequired > 1;
}

/* It begins with a mark that stands in the table above. */
static bool has_known_mark(const struct table_reading *r)
{
    struct note_mark mark;
    const size_t field = record_only_field(r->record);

    if (field == r->record->nfields)
        return marked_field(r, r->record) < r->record->nfields;
    return r->nrows > 0 &&
           note_mark_begin(r->record->fields[field], r->options->wording,
                           &mark) &&
           marks_known(r, mark.keys);
}

/* FORM ends with a colon where only a colon makes it one: Source: ledger. */
static bool opens_with(struct str text, struct str form)
{
    const bool colon = str_ends(form, STR_LIT(":"));
    size_t len;

    if (colon)
        form = str_to(form, form.len - 1);
    if (!str_starts_folded(text, form, &len))
        return false;
    text = str_from(text, len);
    if (text.len == 0)
        return !colon;
    return str_starts(text, STR_LIT(":")) ||
           (!colon && str_starts(text, STR_LIT(" ")));
}

/* It begins as notes do, and no row of the table does. */
static bool opens_note(const struct table_reading *r, struct str text)
{
    const struct wording *w = r->options->wording;
    const struct spellings *words = &w->words[WORD_NOTE_OPENING];
    struct note_mark mark;

    if (wording_has(w, WORD_NOTE_NAME, text))
        return true;
    for (size_t i = 0; i < words->count; i++) {
        if (opens_with(text, words->forms[i]))
            return true;
    }
    return !r->rows_have_marks && note_mark_begin(text, w, &mark) &&
           mark.text.len < text.len;
}

#define SENTENCE_WORDS 4

static bool is_sentence(struct str text)
{
    size_t words = 0;

    if (str_ends(text, STR_LIT(".")))
        return true;
    while (str_cut_word(&text).len > 0)
        words++;
    return words >= SENTENCE_WORDS;
}

/* The first field in which something stands, from 0. */
static size_t first_field(const struct record *record)
{
    size_t i = 0;

    while (i + 1 < record->nfilled && record->fields[i].len == 0)
        i++;
    return i;
}

static struct str first_text(const struct record *record)
{
    return record->nfilled > 0 ? record->fields[first_field(record)]
                               : (struct str){NULL, 0};
}

static struct place first_place(const struct record *record)
{
    return record_place(record, first_field(record) + 1);
}

/* A mark before the name of a row: what begins so is no note, then. */
void notes_see_row(struct table_reading *r, struct str label)
{
    struct note_mark mark;

    if (row_name_letter(label) == 0 && label.len > 0 && !r->rows_have_marks)
        r->rows_have_marks = note_mark_begin(label, r->options->wording, &mark);
    r->nlone += record_only_field(r->record) < r->record->nfields;
}

/* A blank line stands before it, and it is no row by itself. */
static bool stands_apart(const struct table_reading *r)
{
    const struct record *record = r->record;
    uint32_t before = r->npending > 0 ? r->pending[r->npending - 1].number
                      : r->nrows > 0  ? r->records[r->nrows - 1]
                                      : 0;
    const size_t only = record_only_field(record);

    if (r->npending > 0)
        return true;
    if (record->spots != NULL || before == 0 || record->number == before + 1)
        return false;
    return lacks_its_cells(r, only) || (r->nlone == 0 && !r->reader->named);
}

/* Nothing but where it begins says so, and that no row follows it. */
static bool reads_like_note(const struct table_reading *r,
                            const struct record *record)
{
    return r->nrows > 0 && opens_note(r, first_text(record));
}

/* In several cells: it begins so, or with a label. */
static bool is_foot(const struct table_reading *r, const struct record *record)
{
    struct str text;

    if (!foot_may_be(r, record) ||
        !foot_is_no_row(r, record, r->had_total || stands_apart(r)))
        return false;
    text = first_text(record);
    return r->nrows > 0 &&
           (str_ends(text, STR_LIT(":")) || opens_note(r, text));
}

static bool may_be_note(const struct table_reading *r,
                        const struct record *record)
{
    if (r->columns.width <= 1 || r->no_notes)
        return false;
    if (note_field(r, record) == record->nfields)
        return is_foot(r, record);
    return r->had_total || has_known_mark(r) || stands_apart(r) ||
           reads_like_note(r, record);
}

static void say_row(const struct table_reading *r, const struct record *record)
{
    if (lacks_its_cells(r, record_only_field(record)))
        return; /* named otherwise */
    finding(r->findings, FINDING_DOUBTFUL, first_place(record),
            "this reads like a note, and rows follow it: it counts as a row");
    finding_hint(r->findings, "put a note below the last row");
}

void notes_taken_back(struct table_reading *r, const struct record *record)
{
    if (!r->had_total && reads_like_note(r, record))
        say_row(r, record);
}

/* No row stands above it, as above a note. */
static bool is_first_note(struct table_reading *r)
{
    const struct record *record = r->record;

    return r->nrows == 0 && r->npending == 0 && record != &r->reader->now &&
           !r->reader->named && r->columns.width > 1 &&
           record_only_field(record) < record->nfields &&
           opens_note(r, first_text(record)) && table_peek(r, 0) != NULL;
}

bool notes_take(struct table_reading *r)
{
    const struct record *record = r->record;
    const bool may_be = may_be_note(r, record);

    if (may_be && r->pending == NULL)
        r->pending = arena_alloc(r->arena, PENDING_MAX, sizeof(*r->pending));
    if (may_be && r->pending != NULL && r->npending < PENDING_MAX)
        return table_keep_record(r->arena, record, &r->pending[r->npending++]);
    if (r->npending == PENDING_MAX)
        r->no_notes = true; /* so many are rows */
    if (!may_be && is_first_note(r))
        say_row(r, record);
    return false;
}

/* A few words after a blank row, which might be a row that is not filled. */
static void see_taken(const struct table_reading *r,
                      const struct record *record)
{
    const struct str text = first_text(record);
    struct note_mark mark;

    if (r->had_total || opens_note(r, text) || is_sentence(text) ||
        note_mark_begin(text, r->options->wording, &mark) ||
        foot_is_no_row(r, record, false))
        return;
    finding(r->findings, FINDING_DOUBTFUL, first_place(record),
            "`%.*s` stands alone below a blank row, and is taken for a note",
            STR_ARG(cell_shown(text)));
    finding_hint(r->findings, "begin a note with `Note:`; if it is a row, take "
                              "the blank row away, and fill its cells");
}

/* The notes of RECORD to the others. */
static void add_notes(struct table_reading *r, const struct record *record)
{
    const size_t field = note_field(r, record);
    struct table_note *note = &r->notes[r->nnotes];

    if (field == record->nfields) {
        r->nnotes += foot_notes(r->arena, record, note);
        return;
    }
    note->text = record->fields[field];
    note->at = record_place(record, field + 1);
    if (field + 1 < record->nfilled)
        note->text = arena_printf(r->arena, "%.*s %.*s", STR_ARG(note->text),
                                  STR_ARG(record->fields[field + 1]));
    r->nnotes++;
}

void notes_end(struct table_reading *r)
{
    size_t most = 0;

    if (r->npending == 0)
        return;
    see_taken(r, &r->pending[0]);
    for (size_t i = 0; i < r->npending; i++)
        most += r->pending[i].nfilled;
    r->notes = arena_alloc(r->arena, most, sizeof(*r->notes));
    for (size_t i = 0; r->notes != NULL && i < r->npending; i++)
        add_notes(r, &r->pending[i]);
}
