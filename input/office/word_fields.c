#include "core/base/utf8.h"
#include "input/office/word_reading.h"

bool word_field_shows(const struct word_reading *r)
{
    return r->nfields == 0 || r->fields[r->nfields - 1].shows;
}

void word_link_add(struct word_reading *r, struct str address)
{
    struct word_piece *p;

    word_paragraph_open(r);
    p = word_piece_add(r, WORD_LINK);
    if (p != NULL)
        p->target = arena_str(r->t->arena, address);
}

/* HYPERLINK "address" */
static struct str address_in(struct str instruction)
{
    (void)str_cut(&instruction, '"');
    return str_to(instruction, str_find_char(instruction, '"'));
}

/* The instruction of the innermost field is over. */
static void show_field(struct word_reading *r, struct word_field *f)
{
    struct str rest = str_trim(buf_view(&r->field));
    const struct str all = rest;
    const struct str name = str_cut_word(&rest);

    f->shows = true;
    if (str_starts_alike(name, STR_LIT("HYPERLINK"))) {
        const struct str address = address_in(all);

        f->kind =
            address.len > 0 && !r->in_hyperlink ? FIELD_LINK : FIELD_WORDS;
        if (f->kind == FIELD_LINK)
            word_link_add(r, address);
    } else if (str_starts_alike(name, STR_LIT("TOC"))) {
        f->kind = FIELD_CONTENTS;
        r->in_contents = true;
        finding(r->t->findings, FINDING_LEFT_OUT, word_place(r),
                "Word's table of contents is left out: the template says "
                "whether there is one");
    } else if (str_starts_alike(name, STR_LIT("XE")) ||
               str_starts_alike(name, STR_LIT("TC"))) {
        f->kind = FIELD_NOTHING;
    } else if (str_starts_alike(name, STR_LIT("FORMTEXT"))) {
        f->kind = FIELD_FORM; /* somebody filled it in, or did not */
        f->from = r->t->words.len;
    } else if (str_starts_alike(name, STR_LIT("FORM"))) {
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "a box or a list of a form, whose choice is no words",
                   "write what is chosen");
    } else if (!str_starts_alike(name, STR_LIT("SEQ")) || f->stale) {
        finding(r->t->findings, FINDING_WORD_LEFTOVER, word_place(r),
                "a field (%.*s), whose words are those of some other day",
                STR_ARG(str_to(name, 40)));
        if (str_starts_alike(name, STR_LIT("REF")) ||
            str_starts_alike(name, STR_LIT("PAGEREF")) ||
            str_starts_alike(name, STR_LIT("NOTEREF")))
            finding_hint(r->t->findings,
                         "write {{ref(id)}}, with the id of a section of the "
                         "template, or the words");
        else
            finding_hint(r->t->findings,
                         "write the words, or {{a value}} of the report");
    }
    buf_clear(&r->field);
}

static void begin_field(struct word_reading *r, const struct part_tag *tag)
{
    const struct str dirty = part_value(tag, "dirty");

    if (r->nfields == WORD_FIELDS) {
        word_fault(r, FINDING_LIMIT, "fields stand in each other too deep",
                   "write the words");
        return;
    }
    if (r->nfields == 0 && r->field.limit == 0)
        buf_init(&r->field, (size_t)64 * 1024);
    r->fields[r->nfields++] = (struct word_field){
        .stale = dirty.len > 0 && word_toggle_of(dirty) == TOGGLE_ON};
    buf_clear(&r->field);
}

/* Word fills an empty field of a form with wide spaces. */
static bool is_blank(struct str text)
{
    while (text.len > 0) {
        if (!utf8_is_space(utf8_next(&text)))
            return false;
    }
    return true;
}

void word_field_end(struct word_reading *r)
{
    struct word_field *f;

    if (r->nfields == 0)
        return;
    f = &r->fields[r->nfields - 1];
    if (!f->shows)
        show_field(r, f);
    if (f->kind == FIELD_LINK)
        (void)word_piece_add(r, WORD_LINK_END);
    if (f->kind == FIELD_CONTENTS)
        r->in_contents = false;
    if (f->kind == FIELD_FORM &&
        is_blank(str_from(buf_view(&r->t->words), f->from)))
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "a field of a form that nobody filled in",
                   "fill it in, or take it out");
    r->nfields--;
}

void word_field_sign(struct word_reading *r, const struct part_tag *tag)
{
    const struct str type = part_value(tag, "fldCharType");

    if (str_is(type, "begin"))
        begin_field(r, tag);
    else if (str_is(type, "separate") && r->nfields > 0)
        show_field(r, &r->fields[r->nfields - 1]);
    else if (str_is(type, "end"))
        word_field_end(r);
}

void word_field_simple(struct word_reading *r, const struct part_tag *tag)
{
    begin_field(r, tag);
    buf_str(&r->field, part_value(tag, "instr"));
    if (r->nfields > 0)
        show_field(r, &r->fields[r->nfields - 1]);
}
