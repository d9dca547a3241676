#include "input/csv/csv_sniff.h"
#include "input/csv/csv_aligned.h"
#include "input/table/table_columns.h"

#include <string.h>

#define QUOTE '"'
#define RECORDS_TRIED 20
#define FIELDS_TRIED 256
#define SEP_LENGTH 5 /* sep=; */
#define LINE_PIECE 256

/* Of two that are equally frequent the one that headings hold less is last. A
   colon stands in most texts: it parts headings that are known, or nothing. */
static const char delimiters[] = {':', '^', '~', '\t', '|', ';', ','};

#define NDELIMITERS sizeof(delimiters)
#define FREQUENT_FROM 1 /* index of the first that counts by its frequency */
#define KNOWN_LEAST 2   /* headings that colons or spaces must part */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

size_t csv_line_length(struct str s)
{
    size_t n = 0;

    /* By pieces: a file of CRs alone has no line feed to find. */
    while (n < s.len) {
        const struct str piece = str_to(str_from(s, n), LINE_PIECE);
        const size_t feed = str_find_char(piece, '\n');
        const size_t end = str_find_char(str_to(piece, feed), '\r');

        n += end;
        if (end < piece.len)
            break;
    }
    if (n < s.len)
        n += s.ptr[n] == '\r' && n + 1 < s.len && s.ptr[n + 1] == '\n' ? 2 : 1;
    return n;
}

/* The same for a record: quotation marks come in pairs, so that a line's end
   after an odd number of them is part of a field. */
static size_t record_length(struct str s)
{
    bool quoted = false;
    size_t n = 0;

    while (n < s.len && (quoted || !is_line_end(s.ptr[n])))
        quoted ^= s.ptr[n++] == QUOTE;
    return n + csv_line_length(str_to(str_from(s, n), 2));
}

size_t csv_sep_line(struct str text, char *delimiter)
{
    const size_t len = csv_line_length(text);
    struct str line = str_trim(str_to(text, len));

    if (line.len == SEP_LENGTH + 2 && line.ptr[0] == QUOTE)
        line = (struct str){line.ptr + 1, SEP_LENGTH};
    if (line.len == SEP_LENGTH - 1 && str_starts_alike(text, STR_LIT("sep=\t")))
        line = str_to(text, SEP_LENGTH); /* a tab, which was trimmed */
    if (line.len != SEP_LENGTH || !str_starts_alike(line, STR_LIT("sep=")))
        return 0;
    /* Any other byte, a quotation mark first of all, could not be told from
       what stands in a field. */
    if (memchr(delimiters, line.ptr[SEP_LENGTH - 1], NDELIMITERS) == NULL)
        return 0;
    *delimiter = line.ptr[SEP_LENGTH - 1];
    return len;
}

static bool is_blank(struct str record)
{
    for (size_t i = 0; i < record.len; i++) {
        if (strchr(" \t\r\n,;|\"", record.ptr[i]) == NULL)
            return false;
    }
    return true;
}

/* The first field of *RECORD is cut off it. */
static struct str cut_field(struct str *record, char delimiter)
{
    bool quoted = false;
    size_t n = 0;
    struct str field;

    for (; n < record->len && (quoted || record->ptr[n] != delimiter); n++)
        quoted ^= record->ptr[n] == QUOTE;
    field = str_trim(str_to(*record, n));
    *record = str_from(*record, n + (n < record->len));
    if (field.len >= 2 && field.ptr[0] == QUOTE &&
        field.ptr[field.len - 1] == QUOTE)
        field = str_trim((struct str){field.ptr + 1, field.len - 2});
    return field;
}

static size_t known_headings(struct str record, char delimiter,
                             const struct table_options *options,
                             bool *complete)
{
    struct str fields[FIELDS_TRIED];
    size_t n = 0;

    while (record.len > 0 && n < FIELDS_TRIED)
        fields[n++] = cut_field(&record, delimiter);
    return columns_known(options, fields, n, complete);
}

/* How often each delimiter stands in RECORD, outside quotation marks. */
static size_t most_frequent(struct str record)
{
    size_t counts[NDELIMITERS] = {0};
    size_t best = NDELIMITERS - 1;
    bool quoted = false;

    for (size_t i = 0; i < record.len; i++) {
        quoted ^= record.ptr[i] == QUOTE;
        for (size_t d = FREQUENT_FROM; d < NDELIMITERS; d++)
            counts[d] += !quoted && record.ptr[i] == delimiters[d];
    }
    for (size_t d = NDELIMITERS; d-- > 0;) {
        if (counts[d] > 0 && counts[d] >= counts[best])
            best = d;
    }
    return best;
}

/* The best for RECORD by the headings that are known; true when all that are
   required are among them. */
static bool try_record(struct str record, const struct table_options *options,
                       size_t *most, size_t *best)
{
    bool done = false;

    for (size_t d = NDELIMITERS; d-- > 0;) {
        bool complete;
        size_t known;

        if (str_find_char(record, delimiters[d]) == record.len && *most > 0)
            continue;
        known = known_headings(record, delimiters[d], options, &complete);
        if (known > *most && (d >= FREQUENT_FROM || known >= KNOWN_LEAST)) {
            *most = known;
            *best = d;
            done = complete;
        }
    }
    return done;
}

static bool has_delimiter(struct str record)
{
    for (size_t d = FREQUENT_FROM; d < NDELIMITERS; d++) {
        if (str_find_char(record, delimiters[d]) < record.len)
            return true;
    }
    return false;
}

/* Whether spaces part some record nearby into headings that OPTIONS know, and
   nothing else parts it. */
static bool knows_by_spaces(struct str text,
                            const struct table_options *options)
{
    bool complete;

    for (int tried = 0; text.len > 0 && tried < RECORDS_TRIED; tried++) {
        const struct str record = str_to(text, csv_line_length(text));

        text = str_from(text, record.len);
        if (!has_delimiter(record) &&
            known_headings(record, ' ', options, &complete) >= KNOWN_LEAST)
            return true;
    }
    return false;
}

char csv_delimiter(struct str text, const struct table_options *options)
{
    const struct str all = text;
    struct str first = {NULL, 0};
    size_t most = 0;
    size_t best = NDELIMITERS;
    char given;
    uint32_t number = 1;
    int tried = 0;

    if (options->delimiter != 0)
        return options->delimiter;
    if (csv_sep_line(text, &given) > 0)
        return given;
    for (; text.len > 0 && tried < RECORDS_TRIED; number++) {
        const struct str record = str_to(text, record_length(text));

        text = str_from(text, record.len);
        if (is_blank(record) || number < options->heading_line)
            continue;
        if (first.len == 0)
            first = record;
        tried++;
        if (try_record(record, options, &most, &best) ||
            options->heading_line != 0)
            break;
    }
    if (best == NDELIMITERS && options->heading_line == 0 &&
        (csv_is_aligned(all) || knows_by_spaces(all, options)))
        return ' ';
    return delimiters[best < NDELIMITERS ? best : most_frequent(first)];
}
