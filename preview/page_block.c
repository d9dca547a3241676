#include "preview/page_block.h"
#include "core/base/ascii.h"

#include <string.h>

#define DEPTH_MAX 256 /* more than output/html/html_tags.h has */

enum tag_kind { TAG_OPEN, TAG_CLOSE, TAG_EMPTY, TAG_OTHER };

struct page_tag {
    enum tag_kind kind;
    struct str name;
    size_t start, end;
};

struct open_element {
    size_t number;
    size_t start;
    bool drawn; /* it is an svg, or in one */
    bool alone; /* it means something when it stands alone */
};

/* Elements that have begun before the difference and end behind it or in it,
   the outermost first. */
struct elements_opened {
    struct open_element items[DEPTH_MAX];
    size_t count;
    size_t begun; /* elements so far */
    size_t at;    /* behind the last of their tags */
};

/* Where those elements end; 0: not wholly in what is the same as before. */
struct elements_ended {
    size_t of[DEPTH_MAX];
    size_t begun; /* elements of the page */
};

/* A tag that is the same only at its beginning is another one. */
static size_t common_start(struct str a, struct str b)
{
    const size_t most = a.len < b.len ? a.len : b.len;
    size_t n = 0, tag;

    while (n < most && a.ptr[n] == b.ptr[n])
        n++;
    for (tag = n; tag > 0 && a.ptr[tag - 1] != '>'; tag--) {
        if (a.ptr[tag - 1] == '<')
            return tag - 1;
    }
    return n;
}

static size_t common_end(struct str a, struct str b, size_t start)
{
    const size_t most = (a.len < b.len ? a.len : b.len) - start;
    size_t n = 0;

    while (n < most && a.ptr[a.len - 1 - n] == b.ptr[b.len - 1 - n])
        n++;
    return n;
}

/* The text of a style is no HTML. */
static size_t skip_style(struct str s, const struct page_tag *tag)
{
    if (tag->kind != TAG_OPEN || !str_is(tag->name, "style"))
        return tag->end;
    return tag->end + str_find(str_from(s, tag->end), STR_LIT("</style"));
}

/* The next tag of S from *AT on, which comes to stand behind it. In attributes
   and in texts `<` and `>` are escaped. */
static bool next_page_tag(struct str s, size_t *at, struct page_tag *tag)
{
    const struct str rest = str_from(s, *at);
    size_t name;

    tag->start = *at + str_find_char(rest, '<');
    tag->end = tag->start + str_find_char(str_from(s, tag->start), '>') + 1;
    if (tag->end > s.len)
        return false;
    name = tag->start + 1;
    tag->kind = TAG_OTHER;
    if (s.ptr[name] == '/')
        tag->kind = TAG_CLOSE;
    else if (is_ascii_letter(s.ptr[name]))
        tag->kind = s.ptr[tag->end - 2] == '/' ? TAG_EMPTY : TAG_OPEN;
    tag->name = (struct str){s.ptr + name, 0};
    while (
        is_ascii_letter(tag->name.ptr[tag->name.len])) /* ends before the `>` */
        tag->name.len++;
    *at = skip_style(s, tag);
    return true;
}

static bool push_element(struct elements_opened *o, const struct page_tag *tag)
{
    const bool drawn = o->count > 0 && o->items[o->count - 1].drawn;

    if (o->count == DEPTH_MAX)
        return false;
    o->items[o->count++] = (struct open_element){
        .number = o->begun,
        .start = tag->start,
        .drawn = drawn || str_is(tag->name, "svg"),
        .alone = !drawn && !str_is(tag->name, "html") &&
                 !str_is(tag->name, "head") && !str_is(tag->name, "body"),
    };
    return true;
}

/* What is open after the tags that lie in the first SAME bytes; false: it is
   nested wrongly, or too deep. */
static bool open_at(struct str s, size_t same, struct elements_opened *o)
{
    struct page_tag tag;
    size_t at = 0;

    while (next_page_tag(s, &at, &tag) && tag.end <= same) {
        if (tag.kind == TAG_OPEN && !push_element(o, &tag))
            return false;
        if (tag.kind == TAG_CLOSE && o->count-- == 0)
            return false;
        o->begun += tag.kind == TAG_OPEN || tag.kind == TAG_EMPTY;
        o->at = tag.end;
    }
    return true;
}

/* Where what is open ends in S, whose bytes from SAME on are as before. */
static void find_ends(struct str s, const struct elements_opened *o,
                      size_t same, struct elements_ended *ends)
{
    size_t depth = o->count, left = o->count; /* now; of what was open */
    size_t at = o->at;
    struct page_tag tag;

    *ends = (struct elements_ended){.begun = o->begun};
    while (next_page_tag(s, &at, &tag)) {
        ends->begun += tag.kind == TAG_OPEN || tag.kind == TAG_EMPTY;
        depth += tag.kind == TAG_OPEN;
        if (tag.kind != TAG_CLOSE || depth == 0 || --depth >= left)
            continue;
        left = depth;
        ends->of[left] = tag.start >= same ? tag.end : 0;
    }
}

struct page_block page_block_of(struct str before, struct str now)
{
    const size_t start = common_start(before, now);
    const size_t end = common_end(before, now, start);
    struct page_block none = {.known = false};
    struct elements_opened open = {.count = 0};
    struct elements_ended old, new;

    if (!open_at(now, start, &open))
        return none;
    find_ends(before, &open, before.len - end, &old);
    find_ends(now, &open, now.len - end, &new);
    for (size_t i = open.count; i > 0; i--) {
        const struct open_element *e = &open.items[i - 1];

        if (!e->alone || old.of[i - 1] == 0 || new.of[i - 1] == 0 ||
            before.len - old.of[i - 1] != now.len - new.of[i - 1])
            continue;
        return (struct page_block){
            .known = new.of[i - 1] - e->start <= PAGE_BLOCK_MAX,
            .element = e->number,
            .at = e->start,
            .len = new.of[i - 1] - e->start,
            .elements = new.begun,
        };
    }
    return none;
}
