#include "batch/report_outputs.h"
#include "batch/paper_link.h"
#include "core/base/mem.h"
#include "input/file/file_in.h"
#include "output/font/font_coverage.h"
#include "output/layout/layout_make.h"

#include <string.h>

/* Bytes of pages that are worth giving back to the system. */
#define GIVEN_BACK ((size_t)1024 * 1024)

size_t report_work_memory(const struct report_work *w)
{
    size_t used = w->arena.used + w->layout_arena.used;

    for (size_t i = 0; i < writer_count; i++)
        used += w->files[i].len;
    return used;
}

/* What is left of --max-memory. */
static size_t memory_left(const struct report_work *w)
{
    const size_t limit = w->settings->max_memory;
    const size_t used = report_work_memory(w);

    return used < limit ? limit - used : 0;
}

static void bound_files(struct report_work *w)
{
    const size_t left = memory_left(w);

    for (size_t i = 0; i < writer_count; i++)
        w->files[i].limit = w->files[i].len + left;
}

static void leave_attachments_out(struct report_work *w)
{
    if (!w->doc.unread)
        return;
    for (struct doc_attachment *a = w->doc.attachments; a != NULL; a = a->next)
        a->bytes.len = 0;
}

/* The web page leads to the file on so many PAGES, of so many BYTES; in a
   preview, too, whose page is what is published. */
static void link_paper(struct report_work *w, struct writer_in *in, size_t i,
                       uint32_t pages, size_t bytes)
{
    if (writers[i].paged && w->settings->formats[i])
        in->paper = paper_link(&w->arena, w->doc.wording, w->settings, w->job,
                               writers[i].extension, pages, bytes);
}

/* Nothing that is known by now hinders that the report is shown. */
static bool is_sure(struct report_work *w)
{
    struct findings unheard;

    findings_init_unheard(&unheard, &w->arena);
    return !findings_stop(&w->findings) &&
           !(w->settings->strict && w->findings.warnings > 0) &&
           files_unchanged(w->report.sources, w->report.nsources, &unheard) ==
               ST_OK;
}

/* For who waits for the web page, which needs no pages to be laid out. */
static enum status show_page(struct report_work *w, struct writer_in *in)
{
    const struct file_taker *taker = w->settings->taker;
    enum status st = ST_OK;

    if (taker == NULL || taker->paged_bytes == 0 || !is_sure(w))
        return ST_OK;
    bound_files(w);
    for (size_t i = 0; i < writer_count; i++)
        link_paper(w, in, i, taker->paged_pages, taker->paged_bytes);
    for (size_t i = 0; i < writer_count && st == ST_OK; i++) {
        if (w->settings->formats[i] && !writers[i].paged)
            st = writers[i].write(in, &w->files[i]);
    }
    st = status_worst(st, arena_status(&w->arena));
    if (st == ST_OK)
        taker->take_page(taker->context, w->files, buf_view(&w->places),
                         taker->paged_pages);
    return st;
}

/* The page that was shown stands where its link was right. */
static enum status write_format(struct report_work *w, struct writer_in *in,
                                size_t i, struct str shown)
{
    struct buf *file = &w->files[i];

    if (!w->settings->formats[i] ||
        (file->len > 0 && str_eq(in->paper.words, shown)))
        return ST_OK;
    if (!writers[i].paged)
        buf_clear(&w->places);
    buf_clear(file);
    return writers[i].write(in, file);
}

/* What a format took on its way is gone when the next begins. */
static void give_back(const struct report_work *w)
{
    if (w->drawn_memory >= GIVEN_BACK)
        mem_give_back();
}

static enum status write_formats(struct report_work *w, struct writer_in *in)
{
    const struct str shown = in->paper.words;
    enum status st = ST_OK;

    leave_attachments_out(w);
    bound_files(w);
    for (size_t i = 0; i < writer_count && st == ST_OK; i++) {
        st = write_format(w, in, i, shown);
        give_back(w);
        if (st == ST_OK)
            link_paper(w, in, i, w->layout.npages, w->files[i].len);
    }
    return status_worst(st, arena_status(&w->arena));
}

static enum status lay_out(struct report_work *w)
{
    enum status st;

    arena_init(&w->layout_arena, memory_left(w));
    st = layout_make(&w->doc, w->house->shaper, &w->layout_arena, &w->findings,
                     &w->layout);
    house_resources_settle_words(w->house);
    return st;
}

/* A page of a long report has been drawn: the next, and what the file needs
   when all are, take its place in memory. */
static void forget_page(void *context)
{
    struct report_work *w = context;
    const size_t before = w->layout_arena.used;
    bool is_last;

    layout_drawn(&w->layout);
    is_last = w->layout.drawn->next == NULL;
    if (is_last)
        house_resources_trim_words(w->house);
    w->drawn_memory += before - w->layout_arena.used;
    /* With the last page the shaped words of a long report go, too. */
    if (w->drawn_memory - w->given_back < GIVEN_BACK &&
        !(is_last && w->drawn_memory >= GIVEN_BACK))
        return;
    mem_give_back();
    w->given_back = w->drawn_memory;
}

enum status report_make_outputs(struct report_work *w)
{
    const struct layout_hearer hearer = {forget_page, w};
    struct writer_in in = {
        .doc = &w->doc,
        .layout = &w->layout,
        .hearer = w->settings->taker == NULL ? &hearer : NULL,
        .shaper = w->house->shaper,
        .pdf_cache = w->house->pdf_cache,
        .places = w->settings->taker != NULL ? &w->places : NULL,
    };
    enum status st = ST_BUG;

    font_coverage(&w->house->fonts, w->house->house, w->doc.wording->letters,
                  &w->findings);
    memcpy(w->doc.inputs_sha256, w->made_from, DIGEST_SIZE);
    st = show_page(w, &in);
    if (st == ST_OK)
        st = lay_out(w);
    if (st != ST_OK || findings_stop(&w->findings) ||
        w->settings->dump != STAGE_NONE)
        return st;
    return write_formats(w, &in);
}
