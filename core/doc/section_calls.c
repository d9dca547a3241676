#include "core/doc/section_calls.h"

const struct generator_call *section_calls_next(struct section_calls *w)
{
    while (w->block < w->section->nblocks) {
        const struct template_block *b = &w->section->blocks[w->block];

        if (b->call != NULL) {
            w->block++;
            return b->call;
        }
        if (!w->inside && b->prose != NULL) {
            w->prose = doc_walk(b->prose);
            w->inside = true;
        }
        while (w->inside && doc_walk_next(&w->prose)) {
            if (w->prose.node->kind == DOC_GENERATOR_CALL && w->prose.entering)
                return w->prose.node->u.call;
        }
        w->inside = false;
        w->block++;
    }
    return NULL;
}

bool section_calls(const struct template_section *s, const char *generator)
{
    struct section_calls w = {.section = s};
    const struct generator_call *call;

    while ((call = section_calls_next(&w)) != NULL) {
        if (str_is(str_of(call->with), generator))
            return true;
    }
    return false;
}

bool section_prints_prose(const struct template_section *s)
{
    return s->nblocks == 0 || section_calls(s, "narrative");
}
