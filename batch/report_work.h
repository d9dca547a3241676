/*
 * report_work.h - everything of one report on its way through the parts of the
 * program, and what it shares with the others of its run. For
 * batch/report_builder.c, which owns both, report_stages.c and report_outputs.c
 * only.
 */
#ifndef BATCH_REPORT_WORK_H
#define BATCH_REPORT_WORK_H

#include "batch/house_resources.h"
#include "batch/report_files.h"
#include "core/access/accessibility.h"
#include "core/base/digest.h"
#include "core/finding/finding.h"
#include "figures/figures.h"
#include "figures/rule_results.h"
#include "input/templates/library_uses.h"
#include "output/layout/layout.h"
#include "output/writer/writer.h"

/* What all reports of a run need. */
struct report_builder {
    const struct batch_settings *settings;
    struct arena arena;
    struct findings findings; /* of what all reports need */
    struct library *library;
    struct generator_names generators;
    struct house_resources_list houses;
    struct override *overrides; /* --set, and --as-of as one of them */
    size_t noverrides;
};

/* Parts of the record that are JSON before it is written (record.h). */
enum report_json {
    REPORT_JSON_FIELDS,
    REPORT_JSON_RULES,
    REPORT_JSON_ACCESSIBILITY,
    REPORT_JSON_EXCERPTS,
    REPORT_JSON_PAPER,
    REPORT_JSON_FACTS,
    REPORT_JSON_COUNT,
};

struct report_work {
    struct report_builder *builder;
    const struct batch_settings *settings;
    const struct job *job;
    struct arena arena;        /* input, figures, tree */
    struct arena layout_arena; /* pages */
    struct findings findings;
    struct library_uses uses; /* of templates and kinds */
    struct report report;
    struct record_file *inputs; /* as report.sources */
    struct record_file *template_files;
    size_t ntemplate_files;
    struct record_font fonts[FONT_FACES_MAX];
    size_t nfonts;
    const struct template *template_used;
    struct figures figures;
    struct figures figures_of;              /* of the report it belongs to */
    struct printed_figures printed_figures; /* for who asks */
    struct rule_results rules;
    struct doc doc;
    struct accessibility access;
    struct layout layout;
    size_t drawn_memory; /* bytes of pages that were freed once drawn, */
    size_t given_back;   /* and how many of them the system has again */
    struct house_resources *house;
    uint8_t templates_sha256[DIGEST_SIZE];
    uint8_t made_from[DIGEST_SIZE];
    struct buf files[WRITERS_MAX]; /* as writers[] */
    struct buf places;             /* of the web page, for who takes it */
    struct buf json[REPORT_JSON_COUNT];
};

#endif
