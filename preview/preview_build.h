/*
 * preview_build.h - what a preview is, and how it builds its reports, one after
 * another. For preview/preview.c alone.
 */
#ifndef PREVIEW_PREVIEW_BUILD_H
#define PREVIEW_PREVIEW_BUILD_H

#include "batch/observer.h"
#include "preview/preview_settings.h"
#include "preview/server.h"
#include "preview/watch.h"

#define PREVIEW_ARENA_MAX ((size_t)64 * 1024 * 1024)

/* Whose folders are watched, beside each report's. */
#define PATH_OWNER SIZE_MAX
#define TEMPLATES_OWNER (SIZE_MAX - 1)

/* Which report its refresh is of. */
#define NOBODY SIZE_MAX

struct preview {
    struct preview_settings settings; /* of what is being built */
    enum audience audience;           /* of all reports, but for views */
    const struct observer *observer;
    struct arena found; /* reports, and what is watched of them */
    struct jobs jobs;
    struct report_builder *builder;
    struct confinement confinement;
    struct reports reports;
    struct watch watch;
    struct server server;
    struct refresh refresh;
    struct arena named; /* facts.templates */
    struct side_facts facts;
    size_t building;      /* NOBODY */
    bool templates_saved; /* they are read again before the next build */
    bool templates_moved; /* folders of them came or went */
    int64_t restructured; /* when to look whether reports have come or gone;
                             0: none can have */
    int64_t beat;
    int64_t looked; /* at folders that are polled */
    bool said_polled, said_incomplete;
};

/* Opens templates and fonts. Their findings are told with each report that has
   them. */
MUST_CHECK enum status preview_open_builder(struct preview *p);
void preview_close_builder(struct preview *p);

/* Allows the folders of reports and templates once more: one that was made anew
   is another than the one that was allowed by its name. */
void preview_renew_confinement(struct preview *p);

/* What is saved in a folder that report N is made from or that it names, of
   another report, is a save of N; true: some of them are watched from now
   on. */
bool preview_watch_beside(struct preview *p, size_t n);
/* The same of all reports, for which each folder is listed once. */
void preview_watch_all_beside(struct preview *p);

/* A font in use that is saved is a save of all, as a template is. */
void preview_watch_fonts(struct preview *p);

/* Takes what the refresh has sent. */
void preview_hear_refresh(struct preview *p);
void preview_end_refresh(struct preview *p);

/* The following return how many milliseconds later they are to be called again,
   or -1. */

/* Begins to build the next report that is due, unless one is being built. */
int64_t preview_build_next(struct preview *p);
/* Ends a refresh that takes longer than it may. */
int64_t preview_check_time(struct preview *p, int64_t now);
/* Tells pages, once, of a report that takes long. */
int64_t preview_tell_slow(struct preview *p, int64_t now);

#endif
