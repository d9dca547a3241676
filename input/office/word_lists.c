#include "input/office/word_lists.h"
#include "core/base/utf8.h"
#include "input/office/word_building.h"

void word_lists_close(struct word_building *x, size_t keep)
{
    while (x->nlists > keep) {
        prose_close(&x->b); /* the item */
        prose_close(&x->b);
        x->nlists--;
    }
}

/* The number with which LEVEL begins in LIST. */
static uint32_t first_number(const struct word_list *list,
                             const struct word_abstract_list *a, uint8_t level)
{
    if (list->starts[level] > 0)
        return list->starts[level] - 1;
    return a->starts[level] > 0 ? a->starts[level] - 1 : 1;
}

static struct word_abstract_list *abstract_of(const struct word_file *f,
                                              const struct word_piece *p)
{
    const struct word_list *list = word_list_of(&f->styles, p->list);

    return list == NULL ? NULL : word_abstract_of(&f->styles, list);
}

static uint8_t level_of(const struct word_piece *p)
{
    return p->level < WORD_LEVELS ? p->level : 0;
}

/* The number that the item has in Word; and it counts on. */
static uint32_t count_item(const struct word_file *f,
                           const struct word_piece *p)
{
    struct word_list *list = word_list_of(&f->styles, p->list);
    struct word_abstract_list *a = abstract_of(f, p);
    const uint8_t level = level_of(p);

    if (a == NULL)
        return 1;
    for (uint8_t i = 0; i < WORD_LEVELS; i++) {
        if (i > level || (list->starts[i] > 0 && !list->used))
            a->next[i] = 0;
    }
    list->used = true;
    if (a->next[level] == 0)
        a->next[level] = first_number(list, a, level) + 1;
    return a->next[level]++ - 1;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c < 0x600 && c != 0xD7 && c != 0xF7);
}

/* Letters of a mark, but for its counters: Recommendation %1. Bullets are
   letters of fonts of signs, one each. */
static bool mark_has_words(struct str text, bool numbered)
{
    const unsigned least = numbered ? 1 : 2;
    unsigned letters = 0;

    while (text.len > 0 && letters < least) {
        const uint32_t c = utf8_next(&text);

        if (c == '%')
            (void)utf8_next(&text);
        letters = is_letter(c) ? letters + 1 : 0;
    }
    return letters >= least;
}

/* A cross or a box, as signs of Unicode and of Wingdings. Ticks alone are
   bullets like others. */
static bool is_answer(struct str text)
{
    static const uint32_t signs[] = {0x2610, 0x2611, 0x2612, 0x2715,
                                     0x2716, 0x2717, 0x2718, 0x274C,
                                     0xF0FB, 0xF0FD, 0xF0FE};
    const uint32_t c = text.len > 0 ? utf8_next(&text) : 0;

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (c == signs[i])
            return true;
    }
    return false;
}

/* The mark of P says what the template's will not. */
static void see_signs(struct word_file *f, const struct word_piece *p,
                      struct word_abstract_list *a)
{
    const struct place at = {f->document.source, p->paragraph, 1};
    const uint8_t level = level_of(p);
    const struct str text = a->texts[level];

    if (a->signs_said)
        return;
    if (mark_has_words(text, a->numbered[level])) {
        finding(f->findings, FINDING_DOUBTFUL, at,
                "the words that Word puts before a number (`%.*s`) are not "
                "printed",
                STR_ARG(text));
        finding_hint(f->findings, "write them, or see that nothing refers to "
                                  "them: the template numbers");
        a->signs_said = true;
    } else if (!a->numbered[level] && is_answer(text)) {
        finding(f->findings, FINDING_DOUBTFUL, at,
                "a cross or a box before items, which is printed as a bullet");
        finding_hint(f->findings, "say in words what it says");
        a->signs_said = true;
    }
}

void word_lists_see(struct word_file *f)
{
    const struct word_piece *pieces = f->document.pieces.items;

    for (size_t i = 0; i < f->document.pieces.count; i++) {
        struct word_abstract_list *a = pieces[i].kind == WORD_PARAGRAPH
                                           ? abstract_of(f, &pieces[i])
                                           : NULL;

        if (a == NULL)
            continue;
        see_signs(f, &pieces[i], a);
        a->heads = a->heads || pieces[i].outline < WORD_NO_LEVEL;
    }
}

bool word_is_item(const struct word_file *f, const struct word_piece *p)
{
    const struct word_abstract_list *a = abstract_of(f, p);
    const uint8_t level = level_of(p);
    const bool unmarked = a != NULL && !a->numbered[level] &&
                          a->text_said[level] &&
                          str_trim(a->texts[level]).len == 0;

    return p->list.len > 0 && !unmarked && !word_is_numbered_text(f, p);
}

bool word_is_numbered_text(const struct word_file *f,
                           const struct word_piece *p)
{
    const struct word_abstract_list *a = abstract_of(f, p);
    const uint8_t level = level_of(p);

    return a != NULL && a->heads && a->numbered[level] && a->joined[level];
}

static bool numbers_paragraphs(const struct template *t)
{
    for (size_t i = 0; t != NULL && i < t->nsections; i++) {
        if (t->sections[i].paragraph_series != NULL)
            return true;
    }
    return false;
}

void word_number_pass(struct word_file *f, const struct word_piece *p)
{
    const struct template *t = f->options->template_used;
    const struct place at = {f->document.source, p->paragraph, 1};

    (void)count_item(f, p);
    if (p->outline < WORD_NO_LEVEL || f->numbers_said ||
        !word_is_numbered_text(f, p))
        return;
    f->numbers_said = true;
    if (numbers_paragraphs(t)) {
        finding(f->findings, FINDING_ASSUMED, at,
                "the numbers that Word gives paragraphs are left out: the "
                "template gives its own");
        return;
    }
    finding(f->findings, FINDING_NOT_USED, at,
            "the numbers that Word gives paragraphs are not printed: the "
            "template numbers none");
    finding_hint(
        f->findings,
        "name a series in the template's <numbering paragraphs=\"\"/>, "
        "and refer to headings, or by {{ref(id)}}, in the text");
}

/* Of a pattern: '1' of {item}, 'a' of {item:a}; 0 of a bullet. */
static char series_form(const struct label_series *s)
{
    char form = 0;

    if (s == NULL)
        return '1';
    for (size_t i = 0; i < s->pattern.len; i++) {
        if (s->pattern.ptr[i] == '{')
            form = '1';
        else if (s->pattern.ptr[i] == ':' && form != 0 &&
                 i + 1 < s->pattern.len)
            form = s->pattern.ptr[i + 1];
    }
    return form;
}

/* (a) in Word and 1. in the report: who refers to it in words means the
   former. */
static void see_marks(struct word_building *x, const struct word_piece *p,
                      const struct label_series *series)
{
    const struct word_abstract_list *a = abstract_of(x->file, p);
    const uint8_t level = level_of(p);

    if (x->file->marks_said || a == NULL ||
        (a->forms[level] == series_form(series) && !a->joined[level]))
        return;
    x->file->marks_said = true;
    finding(x->b.findings, FINDING_DOUBTFUL, x->b.at,
            "this list has other numbers in Word (%s) than the template's",
            a->joined[level]         ? "1.1"
            : a->forms[level] == 'a' ? "a, b"
            : a->forms[level] == 'A' ? "A, B"
            : a->forms[level] == 'i' ? "i, ii"
            : a->forms[level] == 'I' ? "I, II"
            : a->forms[level] == 'w' ? "1st, or First"
                                     : "1, 2");
    finding_hint(x->b.findings,
                 "look whether the text refers to them; "
                 "<numbering ordered=\"\"/> of the template says how lists are "
                 "numbered");
}

/* A list of the report may begin with what is one more than a byte holds. */
static uint8_t numbers_before(struct word_building *x, bool numbered,
                              uint32_t number)
{
    if (!numbered || (number >= 1 && number <= UINT8_MAX + 1U))
        return (uint8_t)(number == 0 ? 0 : (number - 1) & UINT8_MAX);
    finding(x->b.findings, FINDING_BAD_VALUE, x->b.at,
            "a list begins with %u; it may begin with 1 to %u",
            (unsigned)number, UINT8_MAX + 1U);
    finding_hint(x->b.findings, "choose another first number in Word");
    return 0;
}

static void open_list(struct word_building *x, const struct word_piece *p,
                      bool numbered, uint32_t number)
{
    const struct prose_options *o = x->file->options;
    struct doc_node *n;

    if (x->nlists == WORD_LEVELS)
        return;
    n = prose_open(&x->b, DOC_LIST);
    if (n != NULL) {
        n->u.series = numbered && o->ordered_series != NULL ? o->ordered_series
                                                            : o->list_series;
        if (numbered)
            see_marks(x, p, n->u.series);
        n->level = numbers_before(x, numbered, number);
    }
    x->lists[x->nlists++] = (struct word_open_list){p->list, p->depth};
}

void word_item_open(struct word_building *x, const struct word_piece *p)
{
    const struct word_abstract_list *a = abstract_of(x->file, p);
    const bool numbered = a != NULL && a->numbered[level_of(p)];
    const uint32_t number = count_item(x->file, p);

    while (x->nlists > 0 && x->lists[x->nlists - 1].level > p->depth)
        word_lists_close(x, x->nlists - 1);
    if (x->nlists > 0 && x->lists[x->nlists - 1].level == p->depth &&
        !str_eq(x->lists[x->nlists - 1].id, p->list))
        word_lists_close(x, x->nlists - 1);
    if (x->nlists > 0 && x->lists[x->nlists - 1].level == p->depth)
        prose_close(&x->b); /* the item before */
    else
        open_list(x, p, numbered, number);
    (void)prose_open(&x->b, DOC_ITEM);
}
