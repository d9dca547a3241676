#include "preview/reports_record.h"
#include "core/base/json_in.h"

#define BESIDE_MAX 64 /* folders of other reports */

static void take_array(struct buf *kept, const json_t *tree, const char *name)
{
    json_t *array = json_object_get(tree, name);
    struct json_out out;

    buf_clear(kept);
    if (json_is_array(array)) {
        json_out_init(&out, kept, false);
        json_in_put(array, &out);
    }
    if (kept->len == 0)
        buf_puts(kept, "[]");
}

static void take_paper(struct shown_report *s, const json_t *tree)
{
    take_array(&s->paper, tree, "paper");
    if (s->paper_known)
        places_free(&s->on_paper);
    s->paper_known = false;
}

static uint64_t count_of(const json_t *object, const char *name)
{
    const json_t *n = json_object_get(object, name);
    const json_int_t count = json_is_integer(n) ? json_integer_value(n) : 0;

    return count > 0 ? (uint64_t)count : 0;
}

static void take_facts(struct shown_report *s, const json_t *tree)
{
    const json_t *facts = json_object_get(tree, "facts");

    s->facts.words = count_of(facts, "words");
    s->facts.figures = count_of(facts, "figures");
    s->facts.differ = count_of(facts, "differ");
    take_array(&s->facts.judge, json_object_get(tree, "accessibility"),
               "to-judge");
}

/* An input is called as messages show it, from the report's folder on: what
   lies elsewhere is of another report. */
static void take_beside(struct shown_report *s, const json_t *tree)
{
    const json_t *inputs = json_object_get(tree, "inputs");
    struct str last = STR_LIT("");
    int count = 0;

    buf_clear(&s->beside);
    for (size_t i = 0; i < json_array_size(inputs) && count < BESIDE_MAX; i++) {
        struct str name =
            json_in_text(json_object_get(json_array_get(inputs, i), "name"));

        if (!str_starts(name, STR_LIT("../")) &&
            !str_starts(name, STR_LIT("/")))
            continue;
        while (name.len > 1 && name.ptr[name.len - 1] != '/')
            name.len--;
        if (str_eq(name, last))
            continue;
        last = name;
        count++;
        if (name.ptr[0] != '/')
            buf_printf(&s->beside, "%s/", s->job->folder);
        buf_str(&s->beside, name);
        buf_char(&s->beside, '\0');
    }
}

void reports_record_take(struct shown_report *s, struct str record, bool good)
{
    json_t *tree = NULL;

    if (json_in(record, &tree) != ST_OK)
        tree = NULL;
    if (good) {
        take_beside(s, tree);
        take_paper(s, tree);
        take_facts(s, tree);
    }
    take_array(&s->findings, tree, "findings");
    take_array(&s->excerpts, tree, "excerpts");
    json_decref(tree);
}
