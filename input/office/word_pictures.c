#include "core/model/picture.h"
#include "core/value/guidance.h"
#include "input/office/unpack.h"
#include "input/office/word_building.h"
#include "input/picture/image_in.h"
#include "input/text/text_in.h"

static const struct source *media(struct word_building *x, struct str target)
{
    struct word_file *f = x->file;
    struct source *s = arena_alloc(f->arena, 1, sizeof(*s));

    if (s == NULL)
        return NULL;
    s->kind = SOURCE_BYTES;
    s->name = arena_printf(f->arena, "%s: %.*s", x->text->source->name,
                           STR_ARG(target))
                  .ptr;
    return unpack_to_arena(&f->package, target, f->arena, &s->bytes) == ST_OK
               ? s
               : NULL;
}

static void judge_alternative(struct word_building *x,
                              const struct word_piece *p, struct str alt)
{
    if (p->decorative)
        return;
    if (str_find(alt, STR_LIT("automatically generated")) < alt.len ||
        str_find(alt, STR_LIT("AI-generated")) < alt.len) {
        finding(x->b.findings, FINDING_WEAK_ALT, x->b.at,
                "the alternative text was made by a machine");
        finding_hint(x->b.findings, "say in Word what the picture tells");
    } else if (str_ends(alt, STR_LIT(".png")) ||
               str_ends(alt, STR_LIT(".jpg")) ||
               str_ends(alt, STR_LIT(".jpeg"))) {
        finding(x->b.findings, FINDING_WEAK_ALT, x->b.at,
                "the alternative text is the name of a file");
        finding_hint(x->b.findings, "say in Word what the picture tells");
    }
}

bool word_picture_open(struct word_building *x, const struct word_piece *p)
{
    struct arena *arena = x->b.arena;
    const struct relation *to = relation_of(x->text->relations, p->target);
    const struct source *bytes;
    struct doc_node *n;
    struct picture *model = arena_alloc(arena, 1, sizeof(*model));

    if (to == NULL || to->external) {
        finding(x->b.findings, FINDING_MISSING, x->b.at,
                "a picture is not in the file");
        finding_hint(x->b.findings, "insert it in Word, not as a link");
        return false;
    }
    bytes = media(x, to->target);
    n = bytes == NULL ? NULL : prose_open(&x->b, DOC_PICTURE);
    if (n == NULL || model == NULL)
        return false;
    *model = (struct picture){
        .kind = PICTURE_IMAGE,
        .u.image = {image_in(arena, bytes, x->b.at, x->b.findings), 0,
                    p->decorative}};
    n->u.picture = model;
    n->at = x->b.at;
    if (!p->decorative)
        n->text = text_in(arena, str_trim(p->alt), x->b.at, TEXT_BREAK_SPACE,
                          x->b.findings);
    judge_alternative(x, p, n->text);
    guidance_find(x->file->options->wording, n->text, x->b.at, x->b.findings);
    return true;
}
