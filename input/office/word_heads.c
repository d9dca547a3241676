#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/office/word_build.h"

#define SHOWN_MAX 60     /* bytes of the words that a message repeats */
#define BESIDE_NUMBERS 2 /* words: Page, of */
#define WORD_LEAST 3     /* letters of a word: p. 2 is none */
#define WORDS_MAX 4096   /* bytes that are kept of a part */

/* The words of a page header or footer, but for hidden ones and fields. */
struct head {
    struct buf words;
    unsigned fields; /* that are open */
    bool numbers;    /* a field was met */
    bool in_words;
    bool hidden;
};

static void head_start(void *user, struct part_reading *part,
                       const struct part_tag *tag)
{
    struct head *h = user;

    (void)part;
    if (part_is(tag, "r"))
        h->hidden = false;
    else if (part_is(tag, "vanish"))
        h->hidden = word_toggle_of(part_value(tag, "val")) == TOGGLE_ON;
    else if (part_is(tag, "t"))
        h->in_words = !h->hidden && h->fields == 0;
    else if (part_is(tag, "textpath") && h->words.len < WORDS_MAX) {
        buf_char(&h->words, ' '); /* a watermark: DRAFT across the page */
        buf_str(&h->words, part_value(tag, "string"));
    } else if (part_is(tag, "p") || part_is(tag, "tab") || part_is(tag, "br"))
        buf_char(&h->words, ' ');
    else if (part_is(tag, "fldSimple") ||
             (part_is(tag, "fldChar") &&
              str_is(part_value(tag, "fldCharType"), "begin")))
        h->fields++;
    else if (part_is(tag, "fldChar") && h->fields > 0 &&
             str_is(part_value(tag, "fldCharType"), "end"))
        h->fields--;
    h->numbers = h->numbers || h->fields > 0;
}

static void head_end(void *user, struct part_reading *part, const char *name)
{
    struct head *h = user;

    (void)part;
    if (part_name_is(name, "t"))
        h->in_words = false;
    else if (part_name_is(name, "fldSimple") && h->fields > 0)
        h->fields--;
}

static void head_text(void *user, struct part_reading *part, struct str text)
{
    struct head *h = user;

    (void)part;
    if (h->in_words && h->words.len < WORDS_MAX)
        buf_str(&h->words, text);
}

/* Whether WORD is one that the wording prints beside the number of a page, or
   no word at all: a bar, the p of p. 2. */
static bool is_of_numbers(struct str word, const struct wording *wording)
{
    struct str rest = wording->phrases[PHRASE_PAGE_OF];
    unsigned letters = 0;

    while (rest.len > 0) {
        if (str_same_word(str_cut_word(&rest), word))
            return true;
    }
    while (word.len > 0) {
        const uint32_t c = utf8_next(&word);

        letters +=
            (c < 0x80 && is_ascii_letter((char)c)) || (c >= 0xC0 && c < 0x2000);
    }
    return letters < WORD_LEAST;
}

/* "Page 2 of 3" says nothing that the template does not say; "DRAFT page 2"
   does. */
static bool says_something(const struct head *h, const struct wording *wording)
{
    struct str rest = str_trim(buf_view(&h->words));
    unsigned words = 0;
    bool others = false;

    while (rest.len > 0 && words <= BESIDE_NUMBERS) {
        const struct str word = str_cut_word(&rest);

        others |= wording != NULL && !is_of_numbers(word, wording);
        words++;
    }
    return others || words > (h->numbers ? BESIDE_NUMBERS : 0);
}

static enum status say_head(struct word_file *f, const struct relation *r)
{
    static const struct part_handler handler = {head_start, head_end,
                                                head_text};
    struct head h = {.fields = 0};
    enum status st;

    buf_init(&h.words, f->arena->limit);
    st = part_read(&f->package, r->target, &handler, &h);
    st = status_worst(st, buf_status(&h.words));
    if (st == ST_OK && says_something(&h, f->options->wording)) {
        const struct str words = str_trim(buf_view(&h.words));
        struct str rest = words;
        struct str shown;

        while (rest.len > 0 && words.len - rest.len < SHOWN_MAX)
            (void)utf8_next(&rest);
        shown = str_to(words, words.len - rest.len);

        finding(f->findings, FINDING_NOT_USED,
                (struct place){f->document.source, 0, 0},
                "the %.*s of Word's pages is not printed: `%.*s%s`",
                STR_ARG(r->type), STR_ARG(shown),
                shown.len < words.len ? "…" : "");
        finding_hint(f->findings,
                     "say in the text, or in a field, what readers need of it, "
                     "and take it out in Word");
    }
    buf_free(&h.words);
    return st;
}

enum status word_heads_say(struct word_file *f)
{
    enum status st = ST_OK;

    for (size_t i = 0; i < f->relations.count && st == ST_OK; i++) {
        const struct relation *r = &f->relations.list[i];

        if ((str_is(r->type, "header") || str_is(r->type, "footer")) &&
            !r->external && package_has(&f->package, r->target))
            st = say_head(f, r);
    }
    return st;
}
