#include "batch/paper_link.h"

#include "batch/record.h"
#include "core/base/uri_path.h"

#include <string.h>

/* The name of the file, without the folder in which both are. */
static struct str address(struct arena *a, const struct batch_settings *s,
                          const struct job *job, const char *extension)
{
    const char *last = strrchr(job->name, '/');
    const struct str name =
        arena_printf(a, "%s%s.%s", last == NULL ? job->name : last + 1,
                     audience_mark(s->audience), extension);
    struct buf b;

    buf_init(&b, a->limit);
    uri_path_put(&b, name);
    return arena_take(a, &b);
}

struct html_paper paper_link(struct arena *a, const struct wording *wording,
                             const struct batch_settings *s,
                             const struct job *job, const char *extension,
                             uint32_t pages, size_t bytes)
{
    const enum phrase phrase = pages == 1 ? PHRASE_AS_PDF_PAGE : PHRASE_AS_PDF;
    const struct placeholder placeholders[] = {
        {"pages", arena_printf(a, "%u", (unsigned)pages)},
        {"size", wording_size(a, wording, bytes)},
    };

    if (wording->phrases[phrase].len == 0)
        return (struct html_paper){.words = {NULL, 0}};
    return (struct html_paper){
        .address = address(a, s, job, extension),
        .words = wording_fill(a, wording->phrases[phrase], placeholders,
                              sizeof(placeholders) / sizeof(placeholders[0])),
    };
}
