/* A template, kind, wording, house style or style sheet: its first byte says
   which. */
#include "generators/generate.h"
#include "generators/generator_table.h"
#include "input/templates/house_elements.h"
#include "input/templates/kind_elements.h"
#include "input/templates/library_parts.h"
#include "input/templates/style_sheet_in.h"
#include "input/templates/template_elements.h"
#include "input/templates/wording_elements.h"
#include "tests/fuzz/fuzz.h"

/* A template may name the wordings and houses that there are. */
static struct source *no_image(void *owner, const char *name, struct place at)
{
    struct fuzz *f = owner;

    finding(&f->findings, FINDING_NO_FILE, at, "cannot read `%s`", name);
    return NULL;
}

static struct templates_reading load_of(struct fuzz *f, struct library_unit *u,
                                        const struct generator_names *names)
{
    *u = (struct library_unit){
        .id = "it",
        .folder = FUZZ_FOLDER,
        .sources = list_of(&f->arena, sizeof(const struct source *)),
    };
    findings_init(&u->findings, &f->arena);
    return (struct templates_reading){
        .reading = {.arena = &f->arena, .findings = &u->findings},
        .library = fuzz_library(),
        .doors = &library_doors,
        .unit = u,
        .generators = names,
        .opened = list_of(&f->arena, sizeof(struct source *)),
        .images = image_files_of(&f->arena, &u->findings, no_image, f),
    };
}

/* NULL only after an error. */
static bool read_as(struct fuzz *f, char which, const struct source *source,
                    const struct xml_node *root)
{
    const struct generator_names names = generator_names();
    struct library_unit u;
    struct templates_reading load = load_of(f, &u, &names);
    const struct library_file file = {
        .name = "it/template.xml", .source = source, .root = root};
    const void *made;

    switch (which) {
    case 'k': made = kind_in(&load.reading, "it", root); break;
    case 'w': made = wording_in(&load.reading, root, NULL); break;
    case 'h': made = house_in(&load, "it", "/", root); break;
    default: made = template_in(&load, "it", &file); break;
    }
    findings_share(&f->findings, &u.findings);
    return made != NULL || findings_stop(&u.findings) ||
           arena_status(&f->arena) != ST_OK;
}

static const struct xml_element *vocabulary_of(char which)
{
    switch (which) {
    case 'k': return &kind_element;
    case 'w': return &wording_element;
    case 'h': return &house_element;
    default: return &template_element;
    }
}

/* What was taken can stand in a page, and is taken again as it is. */
static void check_sheet(struct fuzz *f, const struct source *source)
{
    const struct str rules = style_sheet_in(&f->arena, source, &f->findings);
    struct source again = *source;

    if (findings_stop(&f->findings) || arena_status(&f->arena) != ST_OK)
        return;
    FUZZ_MUST(str_find_char(rules, '<') == rules.len);
    FUZZ_MUST(str_find_char(rules, '&') == rules.len);
    FUZZ_MUST(str_find(rules, STR_LIT("]]>")) == rules.len);
    again.text = rules;
    FUZZ_MUST(str_eq(style_sheet_in(&f->arena, &again, &f->findings), rules));
}

static enum status read_xml(struct fuzz *f, char which,
                            const struct source *source)
{
    const struct xml_node *root = NULL;
    enum status st =
        xml_in(&f->arena, source, vocabulary_of(which), &f->findings, &root);

    FUZZ_MUST(root == NULL || read_as(f, which, source, root));
    return st;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct source *source;
    struct str rest = {(const char *)data, size};
    const char which = size > 0 ? rest.ptr[0] : 't';
    struct fuzz f;
    enum status st = ST_DATA;

    (void)fuzz_library();
    fuzz_begin(&f);
    (void)fuzz_cut_line(&rest);
    source = fuzz_source(&f, "it.xml", SOURCE_TEXT, rest);
    if (source != NULL) {
        st = ST_OK;
        if (which == 's')
            check_sheet(&f, source);
        else
            st = read_xml(&f, which, source);
        st = status_worst(st, arena_status(&f.arena));
    }
    if (st == ST_OK && findings_stop(&f.findings))
        st = ST_DATA;
    fuzz_end(&f, st);
    return 0;
}
