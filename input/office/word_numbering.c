#include "input/office/word_numbering.h"
#include "input/office/part_xml.h"

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
        starts[r->level] = word_number_of(value) + 1;
}

static char counter_form(struct str format)
{
    return str_is(format, "ordinal") || str_is(format, "ordinalText") ||
                   str_is(format, "cardinalText")
               ? 'w'
           : str_is(format, "lowerLetter") ? 'a'
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

/* What a num says of a level is its own, and not that of others with the same
   abstractNum: it gets one of its own. */
static void begin_own_level(struct list_reading *r)
{
    struct word_styles *styles = r->styles;
    const struct word_abstract_list *from = word_abstract_of(styles, r->list);
    struct word_abstract_list *own;
    struct word_abstract_list copy;

    if (from == NULL)
        return;
    if (from->own) {
        r->abstract = word_abstract_of(styles, r->list);
        return;
    }
    copy = *from;
    copy.own = true;
    copy.id = arena_printf(styles->arena, "num %.*s", STR_ARG(r->list->id));
    own = list_add(&styles->abstracts);
    if (own == NULL)
        return;
    *own = copy;
    r->list->abstract = copy.id;
    r->abstract = own;
}

/* What is said of the open level, in the abstractNum A. */
static void take_level_part(struct list_reading *r,
                            struct word_abstract_list *a,
                            const struct part_tag *tag)
{
    struct arena *arena = r->styles->arena;
    const struct str value = part_value(tag, "val");

    if (part_is(tag, "numFmt")) {
        a->numbered[r->level] =
            !str_is(value, "bullet") && !str_is(value, "none");
        a->forms[r->level] = counter_form(value);
    } else if (part_is(tag, "lvlText")) {
        a->joined[r->level] = names_parent(value, r->level);
        a->texts[r->level] = arena_str(arena, value);
        a->text_said[r->level] = value.ptr != NULL;
    } else if (part_is(tag, "pStyle")) {
        a->linked[r->level] = arena_str(arena, value);
    }
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
        r->level = word_level_of(part_value(tag, "ilvl"));
        if (r->list != NULL && part_is(tag, "lvl"))
            begin_own_level(r);
    } else if (part_is(tag, "numStyleLink") && r->abstract != NULL) {
        r->abstract->style = arena_str(arena, value);
    } else if (part_is(tag, "abstractNumId") && r->list != NULL) {
        r->list->abstract = arena_str(arena, value);
    } else if (part_is(tag, "start") || part_is(tag, "startOverride")) {
        take_start(r, value);
    } else if (r->abstract != NULL && r->level < WORD_LEVELS) {
        take_level_part(r, r->abstract, tag);
    }
}

static void list_end(void *user, struct part_reading *part, const char *name)
{
    struct list_reading *r = user;

    (void)part;
    if (part_name_is(name, "abstractNum") ||
        (r->list != NULL && part_name_is(name, "lvl")))
        r->abstract = NULL;
    else if (part_name_is(name, "num"))
        r->list = NULL;
}

enum status word_numbering_read(struct package *p,
                                const struct relations *relations,
                                struct word_styles *styles)
{
    static const struct part_handler handler = {.start = list_start,
                                                .end = list_end};
    const struct relation *named = relation_of_type(relations, "numbering");
    struct list_reading list = {.styles = styles};

    return named != NULL && package_has(p, named->target)
               ? part_read(p, named->target, &handler, &list)
               : ST_OK;
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

const struct word_style *word_style_called(const struct word_styles *s,
                                           struct str id)
{
    const struct word_style *styles = s->styles.items;

    for (size_t i = 0; i < s->styles.count; i++) {
        if (str_eq(styles[i].id, id))
            return &styles[i];
    }
    return NULL;
}

static struct word_abstract_list *abstract_called(const struct word_styles *s,
                                                  struct str id)
{
    struct word_abstract_list *all = s->abstracts.items;

    for (size_t i = 0; i < s->abstracts.count; i++) {
        if (str_eq(all[i].id, id))
            return &all[i];
    }
    return NULL;
}

/* A style of lists holds what an abstractNum only names (numStyleLink). */
struct word_abstract_list *word_abstract_of(const struct word_styles *s,
                                            const struct word_list *list)
{
    struct word_abstract_list *a = abstract_called(s, list->abstract);
    const struct word_style *style =
        a == NULL || a->style.len == 0 ? NULL : word_style_called(s, a->style);
    const struct word_list *holder =
        style == NULL ? NULL : word_list_of(s, style->list);

    if (holder != NULL && abstract_called(s, holder->abstract) != NULL)
        a = abstract_called(s, holder->abstract);
    return a;
}

uint8_t word_linked_level(const struct word_styles *s, struct str list,
                          struct str style)
{
    const struct word_list *l = word_list_of(s, list);
    const struct word_abstract_list *a =
        l == NULL ? NULL : word_abstract_of(s, l);

    for (uint8_t i = 0; a != NULL && style.len > 0 && i < WORD_LEVELS; i++) {
        if (str_eq(a->linked[i], style))
            return i;
    }
    return 0;
}
