/* A template, kind, wording, house style or style sheet: its first byte says
   which. */
#include "generators/generate.h"
#include "generators/generator_table.h"
#include "input/templates/house_elements.h"
#include "input/templates/kind_elements.h"
#include "input/templates/style_sheet_in.h"
#include "input/templates/template_elements.h"
#include "input/templates/templates_parts.h"
#include "input/templates/wording_elements.h"
#include "tests/fuzz/fuzz.h"

static void keep(struct list *l, const void *thing)
{
    const void **slot = list_add(l);

    FUZZ_MUST(slot != NULL);
    *slot = thing;
}

/* What a template may name: the wordings, houses and kinds that there are. */
static struct source *no_image(void *owner, const char *name, struct place at)
{
    struct fuzz *f = owner;

    finding(&f->findings, FINDING_NO_FILE, at, "cannot read `%s`", name);
    return NULL;
}

static struct templates_reading load_of(struct fuzz *f,
                                        const struct generator_names *names)
{
    const struct templates *templates = fuzz_templates();
    struct templates_reading load = {
        .reading = {&f->arena, &f->findings},
        .folder = FUZZ_FOLDER,
        .generators = names,
        .sources = list_of(&f->arena, sizeof(const struct source *)),
        .wordings = list_of(&f->arena, sizeof(const struct wording *)),
        .houses = list_of(&f->arena, sizeof(const struct house *)),
        .kinds = list_of(&f->arena, sizeof(const struct kind *)),
        .files = list_of(&f->arena, sizeof(struct template_file)),
        .templates = list_of(&f->arena, sizeof(const struct template *)),
        .images = image_files_of(&f->arena, &f->findings, no_image, f),
    };

    for (size_t i = 0; i < templates->count; i++) {
        keep(&load.wordings, templates->items[i]->wording);
        keep(&load.houses, templates->items[i]->house);
    }
    for (size_t i = 0; i < templates->nkinds; i++)
        keep(&load.kinds, templates->kinds[i]);
    return load;
}

static const void *read_as(struct fuzz *f, char which,
                           const struct xml_node *root)
{
    const struct generator_names names = generator_names();
    struct templates_reading load = load_of(f, &names);
    struct template_file *file;

    switch (which) {
    case 'k': return kind_in(&load.reading, "it", root);
    case 'w': return wording_in(&load.reading, root);
    case 'h': return house_in(&load, "it", "/", root);
    default:
        file = list_add(&load.files);
        FUZZ_MUST(file != NULL);
        *file = (struct template_file){"it", root};
        return template_in(&load, file);
    }
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

    if (root != NULL) {
        const void *made = read_as(f, which, root);

        FUZZ_MUST(made != NULL || arena_status(&f->arena) != ST_OK);
    }
    return st;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct source *source;
    struct str rest = {(const char *)data, size};
    const char which = size > 0 ? rest.ptr[0] : 't';
    struct fuzz f;
    enum status st = ST_DATA;

    (void)fuzz_templates();
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
