#include "input/office/word_reading.h"

/* Whether any of NAMES, an attribute each, is a figure above zero. */
static bool is_any_above(const struct part_tag *tag, const char *const *names)
{
    for (; *names != NULL; names++) {
        const struct str value = part_value(tag, *names);

        for (size_t i = 0; i < value.len && value.ptr[0] != '-'; i++) {
            if (value.ptr[i] >= '1' && value.ptr[i] <= '9')
                return true;
        }
    }
    return false;
}

static bool is_on(const struct part_tag *tag, const char *name)
{
    const struct str value = part_value(tag, name);

    return value.len > 0 && word_toggle_of(value) == TOGGLE_ON;
}

/* What Word cuts off stays in the file, and would be published. */
static bool is_cropped(const struct part_tag *tag)
{
    static const char *const sides[] = {"l", "t", "r", "b", NULL};

    if (part_is(tag, "srcRect"))
        return is_any_above(tag, sides);
    return part_is(tag, "custGeom") ||
           (part_is(tag, "prstGeom") &&
            !str_is(part_value(tag, "prst"), "rect") &&
            !str_is(part_value(tag, "prst"), "roundRect"));
}

static bool is_turned(const struct part_tag *tag)
{
    const struct str angle = part_value(tag, "rot");

    return (angle.len > 0 && !str_is(angle, "0")) || is_on(tag, "flipH") ||
           is_on(tag, "flipV");
}

void word_drawing_start(struct word_reading *r, const struct part_tag *tag)
{
    struct word_drawing *d = &r->drawing;
    const struct str image = part_value_in(tag, "relationships", "embed");

    if (part_is(tag, "pic") || part_is(tag, "wsp") || part_is(tag, "sp") ||
        part_is(tag, "graphicFrame"))
        d->parts++;
    if (part_is(tag, "docPr")) {
        d->alt = arena_str(r->t->arena, part_value(tag, "descr"));
        d->hidden = is_on(tag, "hidden");
    } else if (part_is(tag, "decorative")) {
        d->decorative = word_toggle_of(part_value(tag, "val")) == TOGGLE_ON;
    } else if (part_is(tag, "blip") && image.len > 0) {
        d->image = arena_str(r->t->arena, image);
    } else if (part_is(tag, "rect") && is_on(tag, "hr")) {
        d->rule = true;
    } else if (part_is(tag, "hlinkClick")) {
        d->linked = true;
    } else if (part_is(tag, "xfrm")) {
        d->turned |= is_turned(tag);
    } else {
        d->cropped |= is_cropped(tag);
    }
}

/* Whether the picture would be another than the one that Word shows. */
static bool refuse_look(struct word_reading *r, const struct word_drawing *d)
{
    if (d->hidden)
        word_fault(r, FINDING_WORD_LEFTOVER, "a hidden picture", WORD_UNHIDE);
    else if (d->cropped)
        word_fault(r, FINDING_WORD_LEFTOVER,
                   "a cropped picture, whose cut-off parts would be seen",
                   "cut it outside Word and insert it anew; or in Word, "
                   "Compress Pictures: delete cropped areas");
    else if (d->turned)
        word_fault(r, FINDING_BAD_ELEMENT,
                   "a picture that is turned round or mirrored in Word",
                   "turn it round outside Word, and insert it anew");
    return d->hidden || d->cropped || d->turned;
}

void word_drawing_end(struct word_reading *r)
{
    const struct word_drawing d = r->drawing;
    struct word_piece *p;

    r->drawing = (struct word_drawing){0};
    if (d.boxed)
        return;
    if (d.rule) {
        word_fault(r, FINDING_LEFT_OUT, "a line across the page is left out",
                   "a heading parts the text for everybody");
        return;
    }
    if (d.image.len == 0 || d.parts > 1) {
        word_fault(r, FINDING_BAD_ELEMENT, "a drawing",
                   "make it a picture from a file, with words for those who "
                   "cannot see it");
        return;
    }
    if (refuse_look(r, &d))
        return;
    if (d.linked || word_in_link(r))
        word_fault(r, FINDING_DOUBTFUL,
                   "a picture that is a link, whose address is not printed",
                   "write a link below it");
    word_paragraph_open(r);
    p = word_piece_add(r, WORD_PICTURE);
    if (p == NULL)
        return;
    p->target = d.image;
    p->alt = d.alt;
    p->decorative = d.decorative;
}
