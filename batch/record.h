/*
 * record.h - NAME.json: what a report was made from and what came out.
 *
 * It is written last, so a set of files is whole when the digests in its
 * record are those of the files beside it. Its bytes depend on the report
 * alone.
 *
 * Ownership: a record points to what its caller owns.
 * Failure: sticks in the buffer.
 */
#ifndef BATCH_RECORD_H
#define BATCH_RECORD_H

#include "core/base/buf.h"
#include "core/base/digest.h"
#include "core/doc/doc.h"

#include <stdbool.h>

#define RECORD_FORMAT 1 /* changes when a member changes its meaning */
#define RECORD_BYTES_MAX ((size_t)16 * 1024 * 1024)

struct record_file {
    struct str name; /* an input's as messages show it, an output's own */
    size_t size;     /* bytes */
    uint8_t sha256[DIGEST_SIZE];
};

/* A face that its words are set in. */
struct record_font {
    struct str name; /* its PostScript name */
    uint32_t crc32;  /* of its file */
};

struct record {
    struct str name; /* of the report: its folder's */
    struct str title;
    struct str fields;  /* JSON: what its header says, by the fields' ids;
                           empty: not known, and lang, council and date are not
                           either */
    struct str lang;    /* BCP 47 */
    struct str council; /* whose it is; empty: nobody says */
    struct date date;   /* of the report; year 0: none */
    enum status status; /* in a file: ST_OK, the others are not written */
    enum audience audience;
    uint8_t made_from_sha256[DIGEST_SIZE]; /* of everything that the outputs
                                              are a function of */
    struct str template_id;
    uint8_t
        template_sha256[DIGEST_SIZE]; /* of all that its template is made of */
    const struct record_file *template_files; /* the files of these digests:
                                                 template, house style, kinds,
                                                 wording ... */
    size_t ntemplate_files;
    const struct record_font *fonts; /* of its house style */
    size_t nfonts;
    const struct record_file *inputs; /* in the order given */
    size_t ninputs;
    const struct record_file *outputs; /* in the order they are put in place */
    size_t noutputs;
    uint32_t pages; /* of the PDF; 0: there is none */
    const struct findings *findings;

    /* JSON; each is left out where it is empty. */
    struct str rules;         /* rules_report.h; where rules hold for it */
    struct str accessibility; /* accessibility_report.h; where it was looked at
                                 so */
    struct str excerpts;      /* finding_excerpts.h; this and the next two only
                                 for a preview, never in a file */
    struct str paper;         /* paper_places.h */
    struct str facts;         /* report_facts.h */
};

/* Eight hexadecimal digits, as a record has them. */
#define RECORD_CRC32_SIZE 9
const char *record_crc32(uint32_t crc32, char hex[RECORD_CRC32_SIZE]);

struct record_file record_file_of(struct str name, struct str bytes);

/* "published" or "internal". */
struct str audience_name(enum audience audience);

/* What every file of an internal copy has behind its report's name, and no
   report may end with. */
#define INTERNAL_MARK ".internal"

/* It or nothing: what marks the files of a copy. */
const char *audience_mark(enum audience audience);

/* The name of the report whose record in the copy for AUDIENCE would be called
   FILE; empty: no record is called so. */
struct str record_report_of(struct str file, enum audience audience);

/* One object on a line, with its line end. */
void record_write(const struct record *r, struct buf *out);

#endif
