#include "input/office/word_styles.h"
#include "core/base/ascii.h"
#include "input/office/part_xml.h"
#include "input/office/symbol_font.h"

#define TINY 6           /* half points: nobody reads three points */
#define BASES_MAX 32     /* styles that are based on each other */
#define NUMBER_MAX 32767 /* of an item, which Word does not go beyond */
#define SIZE_UNSAID 20   /* half points: what Word takes */
#define SHIFT_MIN 4      /* half points: less is for looks */

struct style_reading {
    struct word_styles *styles;
    struct word_style *open; /* NULL: none */
    bool in_defaults;
};

/* Of digits; NUMBER_MAX for more, 0 for what is none. */
static uint32_t number_of(struct str value)
{
    uint32_t n = 0;

    for (size_t i = 0; i < value.len; i++) {
        if (!is_digit(value.ptr[i]))
            return 0;
        n = n * 10 + (uint32_t)(value.ptr[i] - '0');
        if (n > NUMBER_MAX)
            return NUMBER_MAX;
    }
    return n;
}

enum word_toggle word_toggle_of(struct str value)
{
    return str_is(value, "0") || str_is(value, "false") ||
                   str_is(value, "off") || str_is(value, "none")
               ? TOGGLE_OFF
               : TOGGLE_ON;
}

void word_toggle_add(uint8_t *said, struct str value)
{
    if (*said != TOGGLE_ON)
        *said = (uint8_t)word_toggle_of(value);
}

uint32_t word_size_of(struct str value)
{
    return number_of(value);
}

enum word_toggle word_tiny_of(struct str value)
{
    const uint32_t size = word_size_of(value);

    if (size == 0)
        return TOGGLE_UNSAID;
    return size <= TINY ? TOGGLE_ON : TOGGLE_OFF;
}

enum word_toggle word_font_of(const struct part_tag *tag)
{
    const struct str ascii = part_value(tag, "ascii");
    const struct str other = part_value(tag, "hAnsi");

    if (ascii.len == 0 && other.len == 0)
        return TOGGLE_UNSAID;
    return symbol_font_is(ascii) || symbol_font_is(other) ? TOGGLE_ON
                                                          : TOGGLE_OFF;
}

static uint32_t highlight_colour(struct str name)
{
    if (str_is(name, "none"))
        return COLOUR_UNSAID;
    return str_is(name, "black")   ? COLOUR_BLACK
           : str_is(name, "white") ? COLOUR_WHITE
                                   : COLOUR_UNKNOWN;
}

uint32_t word_colour(const struct part_tag *tag)
{
    const struct str value = part_value(tag, "val");

    if (part_is(tag, "highlight"))
        return highlight_colour(value);
    if (part_is(tag, "color")) /* what Word chooses is seen */
        return str_is(value, "auto") ? COLOUR_UNKNOWN : seen_colour_read(value);
    if (str_is(value, "solid"))
        return seen_colour_read(part_value(tag, "color"));
    return value.len == 0 || str_is(value, "clear") || str_is(value, "nil")
               ? seen_colour_read(part_value(tag, "fill"))
               : COLOUR_UNKNOWN;
}

enum word_script word_script_of(struct str value)
{
    return str_is(value, "superscript") ? SCRIPT_RAISED
           : str_is(value, "subscript") ? SCRIPT_LOWERED
                                        : SCRIPT_NONE;
}

enum word_script word_script_at(struct str value)
{
    const bool down = str_starts(value, STR_LIT("-"));
    const uint32_t shift = number_of(str_from(value, down ? 1 : 0));

    if (shift < SHIFT_MIN)
        return SCRIPT_UNSAID;
    return down ? SCRIPT_LOWERED : SCRIPT_RAISED;
}

static uint8_t level_of(struct str value)
{
    return value.len == 1 && value.ptr[0] >= '0' && value.ptr[0] < '9'
               ? (uint8_t)(value.ptr[0] - '0')
               : WORD_NO_LEVEL;
}

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
    level = level_of(str_from(s->name, heading.len));
    if (level > 0 && level <= WORD_LEVELS) {
        s->outline = (uint8_t)(level - 1);
        s->outline_said = true;
    }
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
        s->list_level = level_of(value) % WORD_NO_LEVEL;
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
        s->outline = level_of(value);
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

/* --- lists --- */

struct list_reading {
    struct word_styles *styles;
    struct word_abstract_list *abstract; /* the one that is open */
    struct word_list *list;
    uint8_t level;
};

static void take_start(struct list_reading *r, struct str value)
{
    uint32_t *starts = r->list != NULL       ? r->list->starts
                       : r->abstract != NULL ? r->abstract->starts
                                             : NULL;

    if (starts != NULL && r->level < WORD_LEVELS)
        starts[r->level] = number_of(value) + 1;
}

static char counter_form(struct str format)
{
    return str_is(format, "lowerLetter")   ? 'a'
           : str_is(format, "upperLetter") ? 'A'
           : str_is(format, "lowerRoman")  ? 'i'
           : str_is(format, "upperRoman")  ? 'I'
                                           : '1';
}

/* %1.%2 of the second LEVEL. */
static bool names_parent(struct str text, uint8_t level)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        if (text.ptr[i] == '%' && text.ptr[i + 1] >= '1' &&
            text.ptr[i + 1] < '1' + level)
            return true;
    }
    return false;
}

static void list_start(void *user, struct part_reading *part,
                       const struct part_tag *tag)
{
    struct list_reading *r = user;
    struct arena *arena = r->styles->arena;
    const struct str value = part_value(tag, "val");

    (void)part;
    if (part_is(tag, "abstractNum")) {
        r->abstract = list_add(&r->styles->abstracts);
        if (r->abstract != NULL)
            r->abstract->id =
                arena_str(arena, part_value(tag, "abstractNumId"));
    } else if (part_is(tag, "num")) {
        r->list = list_add(&r->styles->lists);
        if (r->list != NULL)
            r->list->id = arena_str(arena, part_value(tag, "numId"));
    } else if (part_is(tag, "lvl") || part_is(tag, "lvlOverride")) {
        r->level = level_of(part_value(tag, "ilvl"));
    } else if (part_is(tag, "numFmt") && r->abstract != NULL &&
               r->level < WORD_LEVELS) {
        r->abstract->numbered[r->level] =
            !str_is(value, "bullet") && !str_is(value, "none");
        r->abstract->forms[r->level] = counter_form(value);
    } else if (part_is(tag, "lvlText") && r->abstract != NULL &&
               r->level < WORD_LEVELS) {
        r->abstract->joined[r->level] = names_parent(value, r->level);
    } else if (part_is(tag, "abstractNumId") && r->list != NULL) {
        r->list->abstract = arena_str(arena, value);
    } else if (part_is(tag, "start") || part_is(tag, "startOverride")) {
        take_start(r, value);
    }
}

static void list_end(void *user, struct part_reading *part, const char *name)
{
    struct list_reading *r = user;

    (void)part;
    if (part_name_is(name, "abstractNum"))
        r->abstract = NULL;
    else if (part_name_is(name, "num"))
        r->list = NULL;
}

static const struct part_handler style_handler = {.start = style_start,
                                                  .end = style_end};
static const struct part_handler list_handler = {.start = list_start,
                                                 .end = list_end};

enum status word_styles_read(struct package *p,
                             const struct relations *relations,
                             struct arena *arena, struct word_styles *styles)
{
    const struct relation *named = relation_of_type(relations, "styles");
    const struct relation *lists = relation_of_type(relations, "numbering");
    struct style_reading style = {.styles = styles};
    struct list_reading list = {.styles = styles};
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
    if (st == ST_OK && lists != NULL && package_has(p, lists->target))
        st = part_read(p, lists->target, &list_handler, &list);
    return st;
}

static const struct word_style *style_called(const struct word_styles *s,
                                             struct str id)
{
    const struct word_style *styles = s->styles.items;

    for (size_t i = 0; i < s->styles.count; i++) {
        if (str_eq(styles[i].id, id))
            return &styles[i];
    }
    return NULL;
}

static void inherit(struct word_style *s, const struct word_style *from)
{
    if (s->name.len == 0)
        s->name = from->name;
    if (s->lang.len == 0)
        s->lang = from->lang;
    if (s->list.len == 0) {
        s->list = from->list;
        s->list_level = from->list_level;
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
    const struct word_style *at = style_called(s, id);

    for (int i = 0; i < BASES_MAX && at != NULL; i++) {
        inherit(&made, at);
        at = at->based_on.len == 0 ? NULL : style_called(s, at->based_on);
    }
    return made;
}

struct word_list *word_list_of(const struct word_styles *s, struct str id)
{
    struct word_list *lists = s->lists.items;

    for (size_t i = 0; i < s->lists.count; i++) {
        if (str_eq(lists[i].id, id))
            return &lists[i];
    }
    return NULL;
}

struct word_abstract_list *word_abstract_of(const struct word_styles *s,
                                            const struct word_list *list)
{
    struct word_abstract_list *all = s->abstracts.items;

    for (size_t i = 0; i < s->abstracts.count; i++) {
        if (str_eq(all[i].id, list->abstract))
            return &all[i];
    }
    return NULL;
}
