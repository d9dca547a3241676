/*
 * row_reader.h - the records of a table, whatever form it has.
 *
 * A form of data (CSV, rows of XML, a sheet of a workbook) is a row_reader: it
 * gives its records one after another, each as the texts of its fields, and
 * knows where they stand. What is common (headings, columns, typed cells, what
 * rows mean) is made from them by table_in() and knows no form.
 *
 * A form's own struct begins with its row_reader and sets `next` and `left`.
 *
 * Ownership: the caller's struct. The texts of fields outlive the table (they
 * are the source's or the arena's); the arrays are valid until the next call.
 * Failure: `next` returns false; `status` says whether that was the end
 * (ST_OK), a finding (ST_DATA, ST_LIMIT) or want of memory.
 */
#ifndef INPUT_TABLE_ROW_READER_H
#define INPUT_TABLE_ROW_READER_H

#include "core/base/status.h"
#include "core/finding/source.h"
#include "core/value/unit.h"

struct record {
    const struct source *source;
    uint32_t number;    /* as a person counts: the row of a spreadsheet, blank
                           ones included; the line of a row in XML */
    bool has_lines;     /* a field of it holds the end of a line */
    bool has_no_end;    /* the text ends in it, without the end of a line or a
                           sign that it ends there */
    struct str *fields; /* trimmed */
    size_t nfields;
    size_t nfilled;           /* without blank fields at its end */
    size_t ntexts;            /* fields that are not blank; once table_ahead.c
                                 has given it */
    const struct spot *spots; /* of the fields; NULL: number and field */
    bool has_facts;           /* the form knows more of a field than its text */
};

/* What a form knows of a field beyond its text. */
struct field_facts {
    bool refused;   /* it cannot be read as it stands: a finding says why */
    bool is_number; /* it is stored as one */
    bool is_text;   /* it is stored as none, where the form has numbers */
    bool is_nought;
    bool rounded;  /* it is read as it is shown, with fewer decimals than it has
                    */
    uint8_t zeros; /* it is shown without so many: 3 for thousands */
    bool own_unit; /* and says so beside it: 14.2m */
    bool currency; /* it is shown with the sign of the report's currency,
                      which its text leaves out */
    uint8_t before; /* so many bytes of words stand before the day that it
                       stores, and so many behind it */
    uint8_t behind;
};

struct row_reader {
    struct record now; /* the record that was read last */
    enum status status;
    bool incomplete; /* it leaves out records, which a finding says */
    bool named;      /* its first record names the fields of the others: nothing
                        stands above or below, as in a sheet */
    struct str unit_beside; /* a text beside the records that names the unit of
                               their amounts; or empty */
    struct place unit_at;
    struct unit unit;         /* that it names */
    bool unit_within;         /* it stands in the records */
    struct str period_beside; /* a text that may say the period of the records;
                                 or empty */
    struct place period_at;
    struct str ways; /* to what may be the records as well, for a message; or
                        empty */
    /* The next record that is not blank. */
    bool (*next)(struct row_reader *reader);
    /* At most how many records are left. */
    size_t (*left)(const struct row_reader *reader);
    /* Of a FIELD that is read, of a RECORD that has facts; findings are made
       then. NULL: the form knows nothing beyond texts. */
    struct field_facts (*facts)(struct row_reader *reader, uint32_t record,
                                size_t field);
    /* FIELD is read as a column; its heading stands in RECORD. NULL: nobody
       needs to know. */
    void (*column_read)(struct row_reader *reader, uint32_t record,
                        size_t field);
};

/* Who is given the records of a form while it keeps them open. */
struct record_user {
    enum status (*use)(void *context, struct row_reader *reader);
    void *context;
};

/* The only field of R that is not blank, from 0; nfields when it is not the
   only one. */
static inline size_t record_only_field(const struct record *r)
{
    size_t i = 0;

    if (r->ntexts != 1)
        return r->nfields;
    while (r->fields[i].len == 0)
        i++;
    return i;
}

/* The place of FIELD, from 1. It may lie beyond the last. */
static inline struct place record_place(const struct record *r, size_t field)
{
    if (r->spots == NULL)
        return (struct place){r->source, r->number, (uint32_t)field};
    if (field == 0 || field > r->nfields)
        return (struct place){r->source, r->number, 0};
    return (struct place){r->source, r->spots[field - 1].line,
                          r->spots[field - 1].column};
}

#endif
