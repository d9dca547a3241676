#include "input/prose/markdown_sections.h"

#define INDENT_MAX 3 /* more is code */
#define FENCE_MIN 3

/* The first line of S, without its end; S is what follows. */
static struct str cut_line(struct str *s)
{
    size_t n = 0;
    struct str line;

    while (n < s->len && s->ptr[n] != '\n' && s->ptr[n] != '\r')
        n++;
    line = str_to(*s, n);
    if (n + 1 < s->len && s->ptr[n] == '\r' && s->ptr[n + 1] == '\n')
        n++;
    *s = str_from(*s, n < s->len ? n + 1 : n);
    return line;
}

static size_t count_of(struct str line, char sign)
{
    size_t n = 0;

    while (n < line.len && line.ptr[n] == sign)
        n++;
    return n;
}

/* Without the spaces that may stand before what begins a block; false: there
   are more, or a tab. */
static bool unindent(struct str *line)
{
    const size_t n = count_of(*line, ' ');

    *line = str_from(*line, n);
    return n <= INDENT_MAX;
}

/* The words of `# words #`. */
static bool cut_heading(struct str line, struct str *words)
{
    size_t end;

    if (!unindent(&line) || count_of(line, '#') != 1 ||
        (line.len > 1 && line.ptr[1] != ' ' && line.ptr[1] != '\t'))
        return false;
    line = str_trim(str_from(line, 1));
    end = line.len;
    while (end > 0 && line.ptr[end - 1] == '#')
        end--;
    if (end < line.len && (end == 0 || line.ptr[end - 1] == ' '))
        line = str_trim(str_to(line, end));
    *words = line;
    return true;
}

/* ===, which makes a heading of the line above. */
static bool is_underline(struct str line)
{
    if (!unindent(&line))
        return false;
    line = str_trim(line);
    return line.len > 0 && count_of(line, '=') == line.len;
}

/* What lines of code stand between; 0: none is open. */
static void follow_fence(struct str line, char *fence, size_t *signs)
{
    size_t n;

    if (!unindent(&line) || line.len == 0)
        return;
    n = count_of(line, line.ptr[0]);
    if (*fence == 0 && n >= FENCE_MIN &&
        (line.ptr[0] == '`' || line.ptr[0] == '~')) {
        *fence = line.ptr[0];
        *signs = n;
    } else if (*fence != 0 && line.ptr[0] == *fence && n >= *signs &&
               str_trim(str_from(line, n)).len == 0) {
        *fence = 0;
    }
}

struct markdown_cut markdown_cut_begin(struct str text)
{
    return (struct markdown_cut){
        .rest = text, .line = 1, .next = {.text_line = 1}};
}

bool markdown_cut_next(struct markdown_cut *c, struct markdown_section *s)
{
    const char *begin = c->rest.ptr;
    bool after_blank = true;
    char fence = 0;
    size_t signs = 0;

    if (c->ended)
        return false;
    *s = c->next;
    while (c->rest.len > 0) {
        const char *at = c->rest.ptr;
        const struct str line = cut_line(&c->rest);
        struct str below = c->rest;
        struct markdown_section next = {.line = c->line++};
        bool found = fence == 0 && cut_heading(line, &next.heading);

        if (!found && fence == 0 && after_blank && str_trim(line).len > 0 &&
            is_underline(cut_line(&below))) {
            next.heading = str_trim(line);
            c->rest = below;
            c->line++;
            found = true;
        }
        if (found) {
            next.text_line = c->line;
            c->next = next;
            s->text = (struct str){begin, (size_t)(at - begin)};
            return true;
        }
        follow_fence(line, &fence, &signs);
        after_blank = str_trim(line).len == 0;
    }
    s->text = (struct str){begin, (size_t)(c->rest.ptr - begin)};
    c->ended = true;
    return true;
}
