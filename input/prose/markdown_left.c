#include "input/prose/markdown_formula.h"
#include "input/prose/markdown_parts.h"

#define EXPRESSION_MAX 8000 /* bytes between {{ and }} */

static size_t skip_stars(struct str text, size_t at)
{
    while (behind(text, at) == '*')
        at++;
    return at;
}

/* 2*3*4 would be printed as 234, and 4*x*5 as 4x5; 2025/26*revised* is meant.
 */
void markdown_check_product(struct markdown *r)
{
    const size_t at = (size_t)(r->seen - r->input.ptr);
    const size_t next = skip_stars(r->input, at);
    const size_t n = next - at;
    size_t end = next;

    while (is_word(behind(r->input, end)))
        end++;
    if (n == 0 || !is_digit(before(r->input, at)) || end == next ||
        (!is_digit(behind(r->input, next)) &&
         !is_digit(behind(r->input, skip_stars(r->input, end)))))
        return;
    finding(r->prose.findings, FINDING_DOUBTFUL,
            markdown_place_ahead(r, r->seen),
            "`%.*s` behind a figure is taken for a mark of emphasis, and not "
            "printed",
            (int)n, r->seen);
    finding_hint(r->prose.findings,
                 "a sign that stands there is \\*, or × between figures");
}

/* --- what is left of marks that came to nothing --- */

/* **Bold **text; two stars with a space on both sides are no mark. */
static bool is_beside_words(struct str text, size_t at)
{
    return before(text, at) != ' ' || behind(text, at + 2) != ' ';
}

/* [words] (https://...) */
static bool leads_somewhere(struct str text, size_t at)
{
    static const struct str begins[] = {STR_INIT("http://"),
                                        STR_INIT("https://"), STR_INIT("www."),
                                        STR_INIT("mailto:")};

    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++) {
        if (str_starts_alike(str_from(text, at + 3), begins[i]))
            return true;
    }
    return false;
}

static const struct {
    struct str sign;
    bool (*is_left)(struct str text, size_t at); /* NULL: it always is */
    const char *what;
    const char *hint;
} left[] = {
    {STR_INIT("**"), is_beside_words, "`**` that makes no strong words",
     "write **words**, without a space inside; signs that stand there are "
     "\\*\\*"},
    {STR_INIT("]("), NULL, "`](` that makes no link",
     "write [words](address), with %20 for a space in the address; a bracket "
     "that stands there is \\]"},
    {STR_INIT("] ("), leads_somewhere, "`] (` that makes no link",
     "write [words](address), without a space between"},
    {STR_INIT("]["), NULL, "`][` that makes no link",
     "write [words](address), or a line `[label]: address`; a bracket that "
     "stands there is \\]"},
    {STR_INIT("!["), NULL, "`![` that makes no picture",
     "write ![words](file), without a space between and without sizes, in a "
     "paragraph of its own; ![words](<my file.png>) is a name with spaces; a "
     "bracket that stands there is \\["},
    {STR_INIT("`"), NULL, "a back-tick that makes no code",
     "write `code`; a sign that stands there is \\`"},
};

/* Names what is left at AT; false: nothing is. */
static bool say_left(struct markdown *r, struct str text, size_t at)
{
    for (size_t i = 0; i < sizeof(left) / sizeof(left[0]); i++) {
        if (text.ptr[at] != left[i].sign.ptr[0] ||
            !str_starts(str_from(text, at), left[i].sign) ||
            (left[i].is_left != NULL && !left[i].is_left(text, at)))
            continue;
        finding(r->prose.findings, FINDING_DOUBTFUL,
                markdown_place_ahead(r, text.ptr + at),
                "%s is printed as it stands", left[i].what);
        finding_hint(r->prose.findings, "%s", left[i].hint);
        return true;
    }
    return false;
}

/* <!-- words: what CommonMark takes for no comment would be printed, and was
   meant for nobody. */
static bool say_comment(struct markdown *r, struct str text, size_t at)
{
    const struct str sign = STR_LIT("<!--");

    if (!str_starts(str_from(text, at), sign))
        return false;
    markdown_say(r, text.ptr + at,
                 "a comment without its end, or with -- inside", sign,
                 "end it with -->, and write no -- inside; a sign that stands "
                 "there is \\<");
    return true;
}

/* Of {{...}} at AT; 0: there is none. */
static size_t expression_length(struct str text, size_t at)
{
    const struct str rest = str_to(str_from(text, at), EXPRESSION_MAX);
    size_t end;

    if (!str_starts(rest, STR_LIT("{{")))
        return 0;
    end = str_find(rest, STR_LIT("}}"));
    return end < rest.len ? end + 2 : 0;
}

void markdown_check_left(struct markdown *r, struct str text)
{
    /* What has a backslash before it begins a text of its own. */
    size_t at = text.ptr > r->input.ptr && text.ptr[-1] == '\\';

    while (at < text.len) {
        const size_t skipped = expression_length(text, at);

        if (skipped > 0)
            at += skipped;
        else if (say_comment(r, text, at) || say_left(r, text, at))
            return; /* the rest of it is of the same slip */
        else
            at++;
    }
}
