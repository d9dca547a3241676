/*
 * settings.h - what is asked of a run, by a command line or by whoever else has
 * reports built.
 *
 * Ownership: strings and arrays are the caller's, who keeps them as long as
 * the run.
 */
#ifndef BATCH_SETTINGS_H
#define BATCH_SETTINGS_H

#include "batch/shard.h"
#include "core/doc/doc.h"
#include "input/report/override.h"
#include "output/writer/writer.h"

#include <stdbool.h>
#include <stddef.h>

#define MIB ((size_t)1024 * 1024)

#define WORKERS_MAX 256

/* A stage of a report that is printed instead of building its files: --dump. */
enum stage {
    STAGE_NONE,
    STAGE_REPORT,
    STAGE_FIGURES,
    STAGE_DOC,
    STAGE_LAYOUT,
};

/*
 * Who gets a report's files instead of a folder (a preview). FILES are as
 * writers[], filled for the formats that are wanted; PLACES says where each
 * element of the web page comes from (output/html/html_places.h). Both are
 * theirs for the call only.
 *
 * take() gets what would be published, of a report without errors; otherwise it
 * is not called. take_page() gets the web page alone, before the paged file is
 * laid out: only where the length of that file is known from the last time,
 * since the page's link says it. It may turn out to be another.
 */
struct file_taker {
    void *context;
    uint32_t paged_pages; /* of the paged file, the last time */
    size_t paged_bytes;   /* 0: not known: take_page() is not called */
    void (*take_page)(void *context, const struct buf *files, struct str places,
                      uint32_t pages);
    void (*take)(void *context, const struct buf *files, struct str places);
};

struct batch_settings {
    const char *const *templates; /* folders of them, to be looked through
                                     before all others */
    size_t ntemplates;
    const char *const *roots; /* paths of the run, below which reports of the
                                 period before may lie */
    size_t nroots;
    const char *out; /* the folder of the outputs; NULL: none are written */
    const struct file_taker *taker; /* NULL: nobody */
    bool formats[WRITERS_MAX];      /* that are wanted, as writers[] */
    enum audience audience;
    struct str instead; /* the template of all reports; empty: the one that
                           each names */
    struct str as_of;   /* the date that stands for as-of; empty: none */
    const struct override *overrides;
    size_t noverrides;
    size_t max_memory;  /* bytes, a report */
    size_t workers;     /* processes at once, 1 to WORKERS_MAX */
    unsigned timeout;   /* seconds, a report */
    struct shard shard; /* of the run; of count 0: it is whole */
    enum stage dump;
    bool strict;        /* a warning counts as an error */
    bool accessibility; /* look also for what hinders readers */
    bool typed;         /* look also for figures that were typed */
    bool tree;          /* outputs lie as the reports do below the paths */
    bool force;         /* build what has not changed, too */
    bool index;         /* make also a page of what stands (index_page.h) */
    bool links_beside;  /* links may lead to files beside the page */
    bool wait;          /* for the end of another run that writes there */
};

/* Every format of published copies, by as many workers as there are
   processors, with the limits that --help names; nothing is written. */
struct batch_settings batch_settings_default(void);

#endif
