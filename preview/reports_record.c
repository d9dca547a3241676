#include "preview/reports_record.h"
#include "core/base/json_in.h"

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

void reports_record_take(struct shown_report *s, struct str record, bool good)
{
    json_t *tree = NULL;

    if (json_in(record, &tree) != ST_OK)
        tree = NULL;
    if (good) {
        take_paper(s, tree);
        take_facts(s, tree);
    }
    take_array(&s->findings, tree, "findings");
    take_array(&s->excerpts, tree, "excerpts");
    if (tree != NULL)
        json_decref(tree);
}
