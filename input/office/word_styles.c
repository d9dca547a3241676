#include "input/office/word_styles.h"
#include "input/office/part_xml.h"
#include "input/office/word_numbering.h"

#define BASES_MAX 32   /* styles that are based on each other */
#define SIZE_UNSAID 20 /* half points: what Word takes */

struct style_reading {
    struct word_styles *styles;
    struct word_style *open; /* NULL: none */
    bool in_defaults;
};

/* In small letters, of ASCII: the names that Word gives. */
static struct str small(struct arena *arena, struct str s)
{
    char *out = arena_alloc(arena, s.len + 1, 1);

    if (out == NULL)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < s.len; i++)
        out[i] = s.ptr[i] >= 'A' && s.ptr[i] <= 'Z' ? (char)(s.ptr[i] | 0x20)
                                                    : s.ptr[i];
    return (struct str){out, s.len};
}

static void begin_style(struct style_reading *r, const struct part_tag *tag)
{
    struct word_style *s = list_add(&r->styles->styles);
    const struct str first = part_value(tag, "default");

    r->open = s;
    if (s == NULL)
        return;
    s->id = arena_str(r->styles->arena, part_value(tag, "styleId"));
    s->outline = WORD_NO_LEVEL;
    s->colour = s->ground = COLOUR_UNSAID;
    if (str_is(part_value(tag, "type"), "paragraph") && first.len > 0 &&
        word_toggle_of(first) == TOGGLE_ON)
        r->styles->paragraph = s->id;
}

/* heading 1 to heading 9: what a style is that says no outline level. */
static void take_name(struct word_styles *styles, struct word_style *s,
                      struct str name)
{
    const struct str heading = STR_LIT("heading ");
    uint8_t level;

    s->name = small(styles->arena, name);
    if (!str_starts(s->name, heading) || s->outline_said)
        return;
    level = word_level_of(str_from(s->name, heading.len));
    if (level > 0 && level <= WORD_LEVELS) {
        s->outline = (uint8_t)(level - 1);
        s->outline_said = true;
    }
}

static void take_level(struct word_style *s, struct str value)
{
    s->list_level = word_level_of(value) % WORD_NO_LEVEL;
    s->level_said = true;
}

static void style_start(void *user, struct part_reading *part,
                        const struct part_tag *tag)
{
    struct style_reading *r = user;
    struct arena *arena = r->styles->arena;
    const struct str value = part_value(tag, "val");
    struct word_style *s = r->open;

    (void)part;
    if (part_is(tag, "rPrDefault"))
        r->in_defaults = true;
    if (part_is(tag, "sz") &&
        (r->in_defaults || (s != NULL && str_eq(s->id, r->styles->paragraph))))
        r->styles->size = word_size_of(value);
    if (r->in_defaults && part_is(tag, "lang"))
        r->styles->language = arena_str(arena, value);
    if (part_is(tag, "style"))
        begin_style(r, tag);
    if (s == NULL)
        return;
    if (part_is(tag, "name"))
        take_name(r->styles, s, value);
    else if (part_is(tag, "basedOn"))
        s->based_on = arena_str(arena, value);
    else if (part_is(tag, "numId"))
        s->list = arena_str(arena, value);
    else if (part_is(tag, "ilvl"))
        take_level(s, value);
    else if (part_is(tag, "lang"))
        s->lang = arena_str(arena, value);
    else if (part_is(tag, "b"))
        s->bold = (uint8_t)word_toggle_of(value);
    else if (part_is(tag, "i"))
        s->italic = (uint8_t)word_toggle_of(value);
    else if (part_is(tag, "vanish") || part_is(tag, "specVanish"))
        word_toggle_add(&s->hidden, value);
    else if (part_is(tag, "strike") || part_is(tag, "dstrike"))
        word_toggle_add(&s->struck, value);
    else if (part_is(tag, "sz"))
        s->tiny = (uint8_t)word_tiny_of(value);
    else if (part_is(tag, "rFonts"))
        s->signs = (uint8_t)word_font_of(tag);
    else if (part_is(tag, "vertAlign"))
        s->script = (uint8_t)word_script_of(value);
    else if (part_is(tag, "color"))
        s->colour = word_colour(tag);
    else if (part_is(tag, "shd"))
        s->ground = word_colour(tag);
    if (part_is(tag, "outlineLvl")) {
        s->outline = word_level_of(value);
        s->outline_said = true;
    }
}

static void style_end(void *user, struct part_reading *part, const char *name)
{
    struct style_reading *r = user;

    (void)part;
    if (part_name_is(name, "style"))
        r->open = NULL;
    else if (part_name_is(name, "rPrDefault"))
        r->in_defaults = false;
}

static const struct part_handler style_handler = {.start = style_start,
                                                  .end = style_end};

enum status word_styles_read(struct package *p,
                             const struct relations *relations,
                             struct arena *arena, struct word_styles *styles)
{
    const struct relation *named = relation_of_type(relations, "styles");
    struct style_reading style = {.styles = styles};
    enum status st = ST_OK;

    *styles = (struct word_styles){
        .arena = arena,
        .size = SIZE_UNSAID,
        .styles = list_of(arena, sizeof(struct word_style)),
        .lists = list_of(arena, sizeof(struct word_list)),
        .abstracts = list_of(arena, sizeof(struct word_abstract_list)),
    };
    if (named != NULL && package_has(p, named->target))
        st = part_read(p, named->target, &style_handler, &style);
    return st == ST_OK ? word_numbering_read(p, relations, styles) : st;
}

static void inherit(struct word_style *s, const struct word_style *from)
{
    if (s->name.len == 0)
        s->name = from->name;
    if (s->lang.len == 0)
        s->lang = from->lang;
    if (s->list.len == 0 && from->list.len > 0) {
        s->list = from->list;
        s->list_style = from->id;
    }
    if (!s->level_said) {
        s->list_level = from->list_level;
        s->level_said = from->level_said;
    }
    if (!s->outline_said) {
        s->outline = from->outline;
        s->outline_said = from->outline_said;
    }
    s->bold = s->bold == TOGGLE_UNSAID ? from->bold : s->bold;
    s->italic = s->italic == TOGGLE_UNSAID ? from->italic : s->italic;
    s->hidden = s->hidden == TOGGLE_UNSAID ? from->hidden : s->hidden;
    s->struck = s->struck == TOGGLE_UNSAID ? from->struck : s->struck;
    s->tiny = s->tiny == TOGGLE_UNSAID ? from->tiny : s->tiny;
    s->signs = s->signs == TOGGLE_UNSAID ? from->signs : s->signs;
    s->script = s->script == SCRIPT_UNSAID ? from->script : s->script;
    s->colour = s->colour == COLOUR_UNSAID ? from->colour : s->colour;
    s->ground = s->ground == COLOUR_UNSAID ? from->ground : s->ground;
}

struct word_style word_style_of(const struct word_styles *s, struct str id)
{
    struct word_style made = {.outline = WORD_NO_LEVEL,
                              .colour = COLOUR_UNSAID,
                              .ground = COLOUR_UNSAID};
    const struct word_style *at = word_style_called(s, id);

    for (int i = 0; i < BASES_MAX && at != NULL; i++) {
        inherit(&made, at);
        at = at->based_on.len == 0 ? NULL : word_style_called(s, at->based_on);
    }
    if (!made.level_said && made.list.len > 0)
        made.list_level = word_linked_level(s, made.list, made.list_style);
    return made;
}
