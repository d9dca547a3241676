#include "input/office/word_in.h"
#include "input/office/word_build.h"
#include "input/office/word_lists.h"

bool word_is_name(const char *file)
{
    return str_ends_alike(str_of(file), STR_LIT(".docx")) ||
           str_ends_alike(str_of(file), STR_LIT(".docm"));
}

/* A part with paragraphs, as the source of their places. */
static bool begin_text(struct word_file *f, struct word_text *t,
                       const struct source *bytes, const char *what,
                       const char *lang, const struct relations *relations)
{
    struct source *s = arena_alloc(f->arena, 1, sizeof(*s));

    if (s == NULL)
        return false;
    *s = *bytes;
    s->kind = SOURCE_WORD;
    s->name = what == NULL
                  ? bytes->name
                  : arena_printf(f->arena, "%s (%s)", bytes->name, what).ptr;
    *t = (struct word_text){
        .arena = f->arena,
        .package = &f->package,
        .source = s,
        .findings = f->findings,
        .styles = &f->styles,
        .relations = relations,
        .lang = lang,
        .wording = f->options->wording,
        .pieces = list_of(f->arena, sizeof(struct word_piece)),
        .notes = list_of(f->arena, sizeof(struct word_note)),
    };
    buf_init(&t->words, f->arena->limit);
    buf_init(&t->lines, f->arena->limit);
    return true;
}

static void end_text(struct word_text *t)
{
    if (t->source != NULL)
        t->source->text = arena_str(t->arena, buf_view(&t->lines));
    buf_free(&t->lines);
    buf_free(&t->words);
}

static enum status read_notes(struct word_file *f, struct word_text *t,
                              const struct source *bytes, const char *type,
                              const char *lang, struct relations *relations)
{
    const struct relation *r = relation_of_type(&f->relations, type);
    enum status st = ST_OK;

    if (!begin_text(f, t, bytes, type, lang, relations))
        return arena_status(f->arena);
    if (r == NULL || !package_has(&f->package, r->target))
        return ST_OK;
    st = relations_read(&f->package, f->arena, r->target, relations);
    return st == ST_OK ? word_text_read(t, r->target) : st;
}

/* The part with the document; empty, and a finding, where there is none. */
static struct str document_part(struct word_file *f)
{
    struct relations package = {0};
    const struct relation *r;

    if (relations_read(&f->package, f->arena, (struct str){NULL, 0},
                       &package) != ST_OK)
        return (struct str){NULL, 0};
    r = relation_of_type(&package, "officeDocument");
    if (package_has(&f->package, STR_LIT("content.xml"))) {
        package_is_other(&f->package, "is an OpenDocument file (.odt)");
        return (struct str){NULL, 0};
    }
    if (r == NULL || !package_has(&f->package, r->target)) {
        package_refuse(&f->package, STR_LIT("_rels/.rels"),
                       "names no document");
        return (struct str){NULL, 0};
    }
    return r->target;
}

/* What the parts of F say, and their relations for as long as F is used. */
struct note_relations {
    struct relations footnotes;
    struct relations endnotes;
};

static enum status read_parts(struct word_file *f, const struct source *bytes,
                              const char *lang, struct note_relations *notes)
{
    const struct str document = document_part(f);
    enum status st;

    if (document.len == 0)
        return ST_DATA;
    st = relations_read(&f->package, f->arena, document, &f->relations);
    if (st == ST_OK)
        st = word_styles_read(&f->package, &f->relations, f->arena, &f->styles);
    if (st == ST_OK)
        st = read_notes(f, &f->footnotes, bytes, "footnotes", lang,
                        &notes->footnotes);
    if (st == ST_OK)
        st = read_notes(f, &f->endnotes, bytes, "endnotes", lang,
                        &notes->endnotes);
    if (st != ST_OK)
        return st;
    if (!begin_text(f, &f->document, bytes, NULL, lang, &f->relations))
        return arena_status(f->arena);
    st = word_text_read(&f->document, document);
    word_lists_see(f);
    return st == ST_OK ? word_heads_say(f) : st;
}

/* The outline level of the headings that stand above all others. */
static uint8_t highest(const struct word_text *t)
{
    const struct word_piece *pieces = t->pieces.items;
    uint8_t level = WORD_NO_LEVEL;

    for (size_t i = 0; i < t->pieces.count; i++) {
        if (pieces[i].kind == WORD_PARAGRAPH && pieces[i].outline < level)
            level = pieces[i].outline;
    }
    return level;
}

/* Opens and reads all; TAKE then makes what is wanted of it. */
static enum status
with_file(struct arena *arena, const struct source *bytes, const char *lang,
          const struct prose_options *options, struct findings *findings,
          void (*take)(struct word_file *f, void *into), void *into)
{
    struct word_file f = {
        .arena = arena, .options = options, .findings = findings};
    struct note_relations notes = {0};
    enum status st =
        package_open(&f.package, bytes, "a Word file (.docx)",
                     "open it in Word, and save it as .docx", findings);

    if (st == ST_OK)
        st = read_parts(&f, bytes, lang == NULL ? "" : lang, &notes);
    if (st == ST_OK)
        take(&f, into);
    end_text(&f.document);
    end_text(&f.footnotes);
    end_text(&f.endnotes);
    package_close(&f.package);
    return status_worst(st, arena_status(arena));
}

static void take_all(struct word_file *f, void *into)
{
    const struct doc_node **prose = into;

    *prose = word_build(f, 0, f->document.pieces.count, highest(&f->document));
}

const struct doc_node *prose_from_word(struct arena *arena,
                                       const struct source *bytes,
                                       const char *lang,
                                       const struct prose_options *options,
                                       struct findings *findings)
{
    const struct doc_node *prose = NULL;

    if (with_file(arena, bytes, lang, options, findings, take_all, &prose) !=
        ST_OK)
        return NULL;
    return prose;
}

/* --- sections --- */

static bool is_top(const struct word_piece *p, uint8_t top)
{
    return p->kind == WORD_PARAGRAPH && p->outline == top;
}

/* What stands before the first section: the title, and nothing else. */
static size_t take_title(struct word_file *f, struct word_sections *made,
                         uint8_t top)
{
    const struct word_piece *pieces = f->document.pieces.items;
    size_t i = 0;

    for (; i < f->document.pieces.count && !is_top(&pieces[i], top); i++) {
        const struct place at = {f->document.source, pieces[i].paragraph, 1};
        struct str words;

        if (pieces[i].kind == WORD_TABLE) {
            finding(f->findings, FINDING_BAD_ELEMENT, at,
                    "a table before the first heading belongs to no section");
            finding_hint(f->findings, "move it below a heading");
        }
        if (pieces[i].kind == WORD_PICTURE && !pieces[i].decorative) {
            finding(f->findings, FINDING_NOT_USED, at,
                    "a picture before the first heading belongs to no section, "
                    "and is not printed");
            finding_hint(f->findings, "move it below a heading, or take it "
                                      "out: a logo is the house style's");
        }
        if (pieces[i].kind != WORD_PARAGRAPH)
            continue;
        words = word_paragraph_words(f->arena, &f->document, i);
        if (words.len == 0)
            continue;
        if (str_is(pieces[i].style, "title") && made->title.len == 0) {
            made->title = words;
            made->title_at = at;
            continue;
        }
        finding(f->findings, FINDING_BAD_ELEMENT, at,
                "words before the first heading belong to no section");
        finding_hint(f->findings,
                     "give the first heading the style Heading 1, or move "
                     "them below one");
    }
    return i;
}

/* What stands in the heading P of a section, up to TO, is its words. */
static void see_section_heading(struct word_file *f, const struct word_piece *p,
                                const struct word_piece *to)
{
    const struct place at = {f->document.source, p->paragraph, 1};

    for (; p < to; p++) {
        if (p->kind == WORD_LINK) {
            finding(f->findings, FINDING_DOUBTFUL, at,
                    "a link in the heading of a section, which is printed as "
                    "its words");
            finding_hint(f->findings, "write the link below the heading");
        } else if (p->kind == WORD_NOTE ||
                   (p->kind == WORD_PICTURE && !p->decorative)) {
            finding(f->findings, FINDING_BAD_ELEMENT, at,
                    "%s in the heading of a section",
                    p->kind == WORD_NOTE ? "a note" : "a picture");
            finding_hint(f->findings, "put it into the text below");
        }
    }
}

static void take_sections(struct word_file *f, void *into)
{
    struct word_sections *made = into;
    const struct word_piece *pieces = f->document.pieces.items;
    const size_t n = f->document.pieces.count;
    const uint8_t top = highest(&f->document);
    size_t i;

    if (top == WORD_NO_LEVEL)
        return; /* no paragraph is a heading: the caller says so, once */
    i = take_title(f, made, top);
    while (i < n) {
        struct word_section *s = list_add(&made->list);
        size_t from = i;
        size_t to;

        while (from < n && pieces[from].kind != WORD_PARAGRAPH_END)
            from++;
        for (to = from; to < n && !is_top(&pieces[to], top);)
            to++;
        if (s == NULL)
            return;
        see_section_heading(f, pieces + i, pieces + from);
        s->heading = word_paragraph_words(f->arena, &f->document, i);
        s->at = (struct place){f->document.source, pieces[i].paragraph, 1};
        word_number_pass(f, &pieces[i]);
        s->prose = word_build(f, from, to, (uint8_t)(top + 1));
        i = to;
    }
}

enum status word_sections_in(struct arena *arena, const struct source *bytes,
                             const char *lang,
                             const struct prose_options *options,
                             struct findings *findings,
                             struct word_sections *sections)
{
    *sections = (struct word_sections){
        .list = list_of(arena, sizeof(struct word_section))};
    return with_file(arena, bytes, lang, options, findings, take_sections,
                     sections);
}
