#include "core/finding/finding.h"

static void optional(struct json_out *out, const char *name, struct str text)
{
    if (text.len == 0)
        return;
    json_out_member_string(out, name, text);
}

static void number(struct json_out *out, const char *name, uint32_t n)
{
    if (n == 0)
        return;
    json_out_member_count(out, name, n);
}

static void put_source(struct json_out *out, const struct source *source)
{
    optional(out, "file", str_of(source->name));
    optional(out, "sheet", str_of(source->sheet));
}

void finding_json(const struct finding *finding, struct source_cursor *cursor,
                  struct json_out *out)
{
    const struct source *source = finding->at.source;
    struct position p;

    source_locate_next(cursor, finding->at, &p);
    json_out_object(out);
    json_out_member_cstr(out, "level", finding_level_name(finding->level));
    json_out_member_cstr(out, "code", finding_code(finding->id));
    json_out_member_string(out, "text", finding->text);
    if (source != NULL)
        put_source(out, source);
    number(out, "line", p.line);
    number(out, "column", p.column);
    optional(out, "cell", str_of(p.cell));
    optional(out, "hint", finding->hint);
    optional(out, "because", finding->because);
    json_out_end(out);
}

void findings_json(const struct findings *f, struct json_out *out)
{
    struct source_cursor cursor = {.source = NULL};

    json_out_array(out);
    for (const struct finding *x = f->first; x != NULL; x = x->next)
        finding_json(x, &cursor, out);
    json_out_end(out);
}
