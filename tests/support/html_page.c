#include "tests/support/html_page.h"

#include "output/html/html.h"
#include "tests/support/sample.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define LIMIT ((size_t)64 << 20)

struct doc_node *html_page_begin(struct html_page *p)
{
    struct findings findings;

    arena_init(&p->arena, LIMIT);
    buf_init(&p->html, LIMIT);
    findings_init(&findings, &p->arena);
    assert_int_equal(font_set_open(&p->arena, sample_style.house, NULL,
                                   &findings, &p->fonts),
                     ST_OK);
    p->shaper = shaper_new(&p->fonts);
    assert_non_null(p->shaper);
    p->paper = (struct html_paper){.words = {NULL, 0}};
    sample_doc(&p->doc, &p->arena);
    return p->doc.root;
}

void html_page_end(struct html_page *p)
{
    shaper_free(p->shaper);
    font_set_close(&p->fonts);
    buf_free(&p->html);
    arena_free(&p->arena);
}

void html_page_write(struct html_page *p)
{
    assert_int_equal(doc_status(&p->doc), ST_OK);
    html_write(&p->doc, p->shaper, &p->html, NULL, p->paper);
    buf_char(&p->html, '\0');
    assert_int_equal(buf_status(&p->html), ST_OK);
}

void html_page_body(struct html_page *p, const char *want)
{
    static const char before[] = "Skip to main content</a>\n";
    static const char after[] = "</body>\n</html>\n";
    char *start;
    char *stop;

    html_page_write(p);
    start = strstr(p->html.ptr, before);
    assert_non_null(start);
    start += sizeof(before) - 1;
    stop = strstr(start, after);
    assert_non_null(stop);
    assert_string_equal(stop, after);
    *stop = '\0';
    assert_string_equal(start, want);
    html_page_end(p);
}

void html_page_main(struct html_page *p, const char *want)
{
    char text[8192] = "<main id=\".main\">\n";

    assert_true(strlen(want) < sizeof(text) - 64);
    strcat(text, want);
    strcat(text, "</main>\n");
    html_page_body(p, text);
}

struct doc_node *html_page_add(struct html_page *p, struct doc_node *parent,
                               enum doc_kind kind, const char *text)
{
    struct doc_node *n = doc_add(&p->doc, parent, kind);

    if (text != NULL)
        doc_text(&p->doc, n, str_of(text));
    assert_non_null(n);
    return n;
}
