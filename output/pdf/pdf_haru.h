/*
 * pdf_haru.h - a libharu document whose memory is ours and whose first
 * error is kept.
 *
 * No other file knows libharu: what it makes is an object here, a dictionary
 * or an array, and belongs to the document. Functions do nothing with an
 * object that is NULL, and give NULL after a failure, so that its owner asks
 * pdf_haru_status() once, before anything is written.
 */
#ifndef OUTPUT_PDF_PDF_HARU_H
#define OUTPUT_PDF_PDF_HARU_H

#include "core/base/buf.h"
#include "core/base/status.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct haru_block;

struct pdf_haru {
    void *doc;
    struct haru_block *blocks; /* of memory that libharu has */
    unsigned long error;       /* the first; 0: none */
    unsigned long failures;    /* of allocations, before it was opened */
};

struct pdf_haru_object;

/* The struct stays where it is until pdf_haru_close(), which is called after
   a failure, too. One document is open at a time in a process. */
MUST_CHECK enum status pdf_haru_open(struct pdf_haru *h);
void pdf_haru_close(struct pdf_haru *h);

/* ST_NOMEM; ST_LIMIT when something is larger than libharu's objects can
   be; ST_BUG for any other error of it. */
MUST_CHECK enum status pdf_haru_status(const struct pdf_haru *h);

struct pdf_haru_object *pdf_haru_catalog(const struct pdf_haru *h);
struct pdf_haru_object *pdf_haru_info(const struct pdf_haru *h);

/* Its object number; 0 for NULL. Of catalog, info, pages, annotations and what
   the next two made. */
uint32_t pdf_haru_number(const struct pdf_haru_object *object);

/* A dictionary that others can refer to. */
struct pdf_haru_object *pdf_haru_shared(struct pdf_haru *h);

/* An object whose number is libharu's and whose bytes are written by us
   (pdf_objects.h): its dictionaries can refer to it. */
struct pdf_haru_object *pdf_haru_reserve(struct pdf_haru *h);

/* A new dictionary or array as OWNER[KEY], or a dictionary at the end of ARRAY:
   what libharu cannot add it frees, so none is made apart from its owner. */
struct pdf_haru_object *pdf_haru_dict(struct pdf_haru *h,
                                      struct pdf_haru_object *owner,
                                      const char *key);
struct pdf_haru_object *pdf_haru_array(struct pdf_haru *h,
                                       struct pdf_haru_object *owner,
                                       const char *key);
struct pdf_haru_object *pdf_haru_item(struct pdf_haru *h,
                                      struct pdf_haru_object *array);

/* OWNER[KEY] refers to OBJECT; so does the end of ARRAY. */
void pdf_haru_refer(struct pdf_haru_object *owner, const char *key,
                    struct pdf_haru_object *object);
void pdf_haru_append(struct pdf_haru_object *array,
                     struct pdf_haru_object *object);

/* OWNER[KEY] = a name, a number, true, or a text: any, or ASCII as it is
   (libharu's own strings end at U+FFFF). */
void pdf_haru_name(struct pdf_haru_object *owner, const char *key,
                   const char *name);
void pdf_haru_int(struct pdf_haru_object *owner, const char *key, int32_t n);
void pdf_haru_true(struct pdf_haru_object *owner, const char *key);
void pdf_haru_text(struct pdf_haru *h, struct pdf_haru_object *owner,
                   const char *key, struct str text);
void pdf_haru_ascii(struct pdf_haru *h, struct pdf_haru_object *owner,
                    const char *key, const char *text);

/* Lengths are milli-points from here on; places are measured from the bottom
   of the page. */

/* Another page; RESOURCES may be those of many. */
struct pdf_haru_object *pdf_haru_page(struct pdf_haru *h, int32_t width,
                                      int32_t height,
                                      struct pdf_haru_object *resources);
/* The object number of its content stream, which is for us to write. */
uint32_t pdf_haru_page_content(const struct pdf_haru_object *page);
/* In LABELS, the array of a number tree: page INDEX begins a run of numbers
   from FIRST. */
void pdf_haru_page_label(struct pdf_haru *h, struct pdf_haru_object *labels,
                         uint32_t index, uint32_t first);

/* [PAGE /XYZ X Y 0]: a place, at the reader's own magnification. */
struct pdf_haru_object *pdf_haru_destination(struct pdf_haru_object *page,
                                             int64_t x, int64_t y);

struct pdf_haru_rect {
    int64_t left, bottom, right, top;
};

/* An annotation of PAGE that leads to an address in ASCII, or to a
   destination. */
struct pdf_haru_object *pdf_haru_link_out(struct pdf_haru_object *page,
                                          const struct pdf_haru_rect *rect,
                                          const char *address);
struct pdf_haru_object *pdf_haru_link_to(struct pdf_haru_object *page,
                                         const struct pdf_haru_rect *rect,
                                         struct pdf_haru_object *destination);
void pdf_haru_no_border(struct pdf_haru_object *annotation);

/* A bookmark below PARENT, or at the top where that is NULL; its title is
   pdf_haru_text() of "Title". */
struct pdf_haru_object *pdf_haru_bookmark(struct pdf_haru *h,
                                          struct pdf_haru_object *parent);
void pdf_haru_bookmark_leads(struct pdf_haru_object *bookmark,
                             struct pdf_haru_object *destination);
/* Readers open the file with the bookmarks beside it. */
void pdf_haru_show_bookmarks(struct pdf_haru *h);

/*
 * What libharu has made, for whoever writes the file: objects with the numbers
 * from 1 to before pdf_haru_count().
 */
uint32_t pdf_haru_count(const struct pdf_haru *h);
struct pdf_haru_object *pdf_haru_at(const struct pdf_haru *h, uint32_t number);
bool pdf_haru_is_stream(const struct pdf_haru_object *object);
/* Whether NUMBER is the length of STREAM. */
bool pdf_haru_is_length(const struct pdf_haru_object *number,
                        const struct pdf_haru_object *stream);
/* Its value, without its number. */
void pdf_haru_print(struct pdf_haru *h, struct pdf_haru_object *object,
                    struct buf *out);

#endif
