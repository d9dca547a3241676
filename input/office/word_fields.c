#include "core/base/utf8.h"
#include "input/office/word_reading.h"

bool word_field_shows(const struct word_reading *r)
{
    return r->nfields == 0 || r->fields[r->nfields - 1].shows;
}

bool word_in_link(const struct word_reading *r)
{
    return r->in_hyperlink ||
           (r->nfields > 0 && r->fields[r->nfields - 1].kind == FIELD_LINK);
}

static void link_add(struct word_reading *r, struct str address)
{
    struct word_piece *p;

    word_paragraph_open(r);
    p = word_piece_add(r, WORD_LINK);
    if (p != NULL)
        p->target = arena_str(r->t->arena, address);
}

/* The next argument of an instruction: "of words", or one without a space. */
static struct str cut_argument(struct str *rest)
{
    *rest = str_trim(*rest);
    if (!str_starts(*rest, STR_LIT("\"")))
        return str_cut_word(rest);
    *rest = str_from(*rest, 1);
    return str_cut(rest, '"');
}

static bool is_switch(struct str argument, const char *name)
{
    return argument.len == 2 && str_starts_alike(argument, str_of(name));
}

/* ADDRESS at the place PART of it; a link within the file has no address. */
static struct str whole_address(const struct word_reading *r,
                                struct str address, struct str part)
{
    if (address.len == 0 || part.len == 0 ||
        str_find_char(address, '#') < address.len)
        return address;
    return arena_printf(r->t->arena, "%.*s#%.*s", STR_ARG(address),
                        STR_ARG(part));
}

/* HYPERLINK "address" \l "place in it" \o "tip" \t "window" \n; of a place in
   this file the address is empty. */
static struct str address_in(struct word_reading *r, struct str rest)
{
    struct str address = {NULL, 0};
    struct str part = {NULL, 0};

    rest = str_trim(rest);
    while (rest.len > 0) {
        const struct str argument = cut_argument(&rest);

        if (is_switch(argument, "\\l"))
            part = cut_argument(&rest);
        else if (is_switch(argument, "\\o") || is_switch(argument, "\\t"))
            (void)cut_argument(&rest);
        else if (address.len == 0 &&
                 (argument.len != 2 || !str_starts(argument, STR_LIT("\\"))))
            address = argument;
        rest = str_trim(rest);
    }
    return whole_address(r, address, part);
}

static void link_within(struct word_reading *r)
{
    if (!word_in_contents(r))
        word_fault(r, FINDING_LEFT_OUT,
                   "a link to a place in the Word file is left out, its words "
                   "stand",
                   "write {{ref(id)}} for a link to a heading");
}

bool word_in_contents(const struct word_reading *r)
{
    return r->in_contents || r->contents_control > 0;
}

void word_contents_say(struct word_reading *r, uint32_t paragraph)
{
    finding(r->t->findings, FINDING_LEFT_OUT,
            (struct place){r->t->source, paragraph, 1},
            "Word's table of contents is left out: the template says "
            "whether there is one");
}

/* The instruction of the innermost field is over. */
static void show_field(struct word_reading *r, struct word_field *f)
{
    struct str rest = str_trim(buf_view(&r->field));
    const struct str name = str_cut_word(&rest);

    f->shows = true;
    if (word_in_contents(r)) {
        /* Of its numbers and links nothing is read. */
        f->kind = str_starts_alike(name, STR_LIT("TOC")) ? FIELD_CONTENTS
                                                         : FIELD_WORDS;
        buf_clear(&r->field);
        return;
    }
    if (str_starts_alike(name, STR_LIT("HYPERLINK"))) {
        const struct str address = address_in(r, rest);

        f->kind =
            address.len > 0 && !r->in_hyperlink ? FIELD_LINK : FIELD_WORDS;
        if (f->kind == FIELD_LINK)
            link_add(r, address);
        else if (address.len == 0)
            link_within(r);
    } else if (str_starts_alike(name, STR_LIT("TOC"))) {
        f->kind = FIELD_CONTENTS;
        r->in_contents = true;
        word_contents_say(r, word_place(r).line);
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

void word_hyperlink_start(struct word_reading *r, const struct part_tag *tag)
{
    const struct str id = part_value_in(tag, "relationships", "id");
    const struct str anchor = part_value(tag, "anchor");
    const struct relation *to = relation_of(r->t->relations, id);
    const bool within = to != NULL ? str_starts(to->target, STR_LIT("#"))
                                   : id.len == 0 && anchor.len > 0;

    r->in_hyperlink =
        to != NULL && to->external && !within && !word_in_contents(r);
    if (r->in_hyperlink)
        link_add(r, whole_address(r, to->target, anchor));
    else if (within)
        link_within(r);
    else if (id.len > 0 && to == NULL)
        word_fault(r, FINDING_MISSING, "the address of a link is not there",
                   "make the link anew in Word, or take it out");
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
        .stale = dirty.len > 0 && word_toggle_of(dirty) == TOGGLE_ON,
        .paragraph = r->t->paragraphs};
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
    if (f->kind == FIELD_CONTENTS) {
        r->in_contents = false;
        r->contents_control = 0; /* what follows in it, somebody wrote */
    }
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

void word_fields_end(struct word_reading *r)
{
    if (r->nfields == 0)
        return;
    finding(r->t->findings, FINDING_WORD_LEFTOVER,
            (struct place){r->t->source, r->fields[0].paragraph, 1},
            "a field that has no end: what follows it may be lost");
    finding_hint(r->t->findings,
                 "take the field out in Word, and write its words");
}
