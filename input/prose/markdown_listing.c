#include "core/base/ascii.h"
#include "input/prose/markdown_parts.h"
#include "input/prose/prose_listing.h"

/* What GitHub draws, and what R Markdown and others run. */
static void refuse_program(struct markdown *r, struct str words)
{
    static const char *const names[] = {"mermaid", "math", "geojson",
                                        "topojson", "stl"};
    /* {r}, {python, echo=FALSE}; {.bash} and {#id} are names of pandoc's. */
    bool drawn =
        words.len > 1 && words.ptr[0] == '{' && is_ascii_letter(words.ptr[1]);

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        drawn = drawn || str_is(words, names[i]);
    if (!drawn)
        return;
    markdown_say(r, words.ptr, "a block that another program draws or runs",
                 str_to(words, MARKDOWN_SHOWN_MAX),
                 "make a picture of it, a table, or words; where the lines "
                 "themselves are meant, take out what stands behind the "
                 "first ```");
}

void markdown_open_listing(struct markdown *r,
                           const MD_BLOCK_CODE_DETAIL *detail)
{
    r->listing = prose_open(&r->prose, DOC_LISTING);
    r->fence = detail->fence_char;
    refuse_program(
        r, str_trim((struct str){detail->info.text, detail->info.size}));
    r->code_at = (struct place){.source = NULL};
    buf_clear(&r->code);
}

void markdown_add_code(struct markdown *r, struct str text)
{
    markdown_move_to(r, text.ptr);
    if (r->code_at.source == NULL)
        r->code_at = r->prose.at;
    buf_str(&r->code, markdown_as_written(r, text));
    markdown_move_to(r, text.ptr + text.len);
}

/* What is not closed takes all that follows with it, which CommonMark allows
   and no author means. */
static void expect_fence(struct markdown *r)
{
    const char *end = r->input.ptr + r->input.len;
    const char *p = r->seen;

    while (p < end &&
           (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r' || *p == '>'))
        p++;
    if (p < end && *p == r->fence)
        return;
    finding(r->prose.findings, FINDING_BAD_ELEMENT, r->code_at,
            "the block of code that begins here does not end");
    finding_hint(r->prose.findings, "a line %c%c%c ends it", r->fence, r->fence,
                 r->fence);
}

void markdown_end_listing(struct markdown *r)
{
    struct doc_node *listing = r->listing;

    if (listing == NULL)
        return;
    r->listing = NULL;
    if (buf_status(&r->code) != ST_OK)
        arena_fail(r->prose.arena, buf_status(&r->code));
    if (prose_stopped(&r->prose))
        return;
    if (r->code_at.source == NULL) {
        markdown_move_over_space(r);
        r->code_at = r->prose.at;
    } else {
        expect_fence(r);
    }
    listing->at = r->code_at;
    prose_listing(r->prose.arena, listing,
                  arena_str(r->prose.arena, buf_view(&r->code)), r->code_at,
                  r->prose.findings);
    prose_close(&r->prose);
}
