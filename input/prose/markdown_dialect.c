#include "core/base/ascii.h"
#include "input/prose/markdown_parts.h"

#define RULE_MIN 3 /* signs of a part of |---|:--| */

uint32_t markdown_cells(struct str input, size_t at)
{
    struct str row = markdown_words_of(markdown_line_at(input, at));
    uint32_t cells = 1;
    bool ended = false; /* the last sign was a line between cells */

    if (str_starts(row, STR_LIT("|")))
        row = str_from(row, 1);
    for (size_t i = 0; i < row.len; i++) {
        if (row.ptr[i] == '\\')
            i++;
        else if (row.ptr[i] == '|')
            cells++;
        ended = i + 1 == row.len && row.ptr[i] == '|' && row.ptr[i - 1] != '\\';
    }
    return ended ? cells - 1 : cells;
}

/* --- what is not taken --- */

/* |---|---| or :-|-:, which belongs to no table when it is text. */
static bool is_rule_of_table(struct str words)
{
    bool line = false;
    bool dash = false;

    for (size_t i = 0; i < words.len; i++) {
        const char c = words.ptr[i];

        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t')
            return false;
        line = line || c == '|';
        dash = dash || c == '-';
    }
    return line && dash;
}

/* A part of less than three signs: md4c takes no table with one. */
static bool has_short_part(struct str rule)
{
    struct str rest = rule;

    while (rest.len > 0) {
        const struct str part = str_trim(str_cut(&rest, '|'));

        if (part.len > 0 && part.len < RULE_MIN)
            return true;
    }
    return false;
}

/* +---+===+ of pandoc's grids. */
static bool is_rule_of_grid(struct str words)
{
    if (words.len < 3 || words.ptr[0] != '+' ||
        words.ptr[words.len - 1] != '+' || words.ptr[1] == '+')
        return false;
    for (size_t i = 0; i < words.len; i++) {
        const char c = words.ptr[i];

        if (c != '+' && c != '-' && c != '=' && c != ':')
            return false;
    }
    return true;
}

/* | a | b |, the first of the rows that have no |---|---| below their head. */
static bool is_row_without_rule(struct str input, struct str line)
{
    const struct str words = markdown_words_of(line);
    const struct str below = markdown_words_of(markdown_next_line(input, line));
    const struct str above =
        markdown_words_of(markdown_line_before(input, line));

    return words.len > 1 && str_starts(words, STR_LIT("|")) &&
           str_ends(words, STR_LIT("|")) && !is_rule_of_table(below) &&
           !str_starts(above, STR_LIT("|")) && !is_rule_of_grid(above) &&
           !is_rule_of_grid(below);
}

/* [!NOTE] at the head of a quotation. */
static size_t alert_length(struct str words)
{
    size_t n = 2;

    if (!str_starts(words, STR_LIT("[!")))
        return 0;
    while (n < words.len && is_ascii_letter(words.ptr[n]))
        n++;
    return n > 2 && n < words.len && words.ptr[n] == ']' ? n + 1 : 0;
}

static size_t letters_at(struct str words, size_t at)
{
    size_t n = 0;

    while (at + n < words.len && is_ascii_letter(words.ptr[at + n]))
        n++;
    return n;
}

static size_t command_length(struct str words)
{
    const size_t n = letters_at(words, 1);

    return words.len > 2 && words.ptr[0] == '\\' && n + 1 == words.len
               ? words.len
               : 0;
}

static size_t tight_heading_length(struct str words)
{
    size_t n = 0;

    while (n < words.len && words.ptr[n] == '#')
        n++;
    return n >= 1 && n <= 6 && letters_at(words, n) > 0
               ? n + letters_at(words, n)
               : 0;
}

/* Markdown has six levels of headings. */
static size_t deep_heading_length(struct str words)
{
    size_t n = 0;

    while (n < words.len && words.ptr[n] == '#')
        n++;
    return n > 6 && n < words.len && words.ptr[n] == ' ' ? n : 0;
}

/* - [/] of programs that keep more states than [ ] and [x], which md4c knows */
static size_t task_length(struct str words)
{
    const bool item = str_starts(words, STR_LIT("- [")) ||
                      str_starts(words, STR_LIT("* [")) ||
                      str_starts(words, STR_LIT("+ ["));
    const char state = words.len > 5 ? words.ptr[3] : ' ';

    return item && words.len > 5 && words.ptr[4] == ']' &&
                   words.ptr[5] == ' ' &&
                   (state == '/' || state == '-' || state == '~' ||
                    state == '>')
               ? 5
               : 0;
}

/* %% alone, or with words behind it that go on in the next line */
static size_t remark_length(struct str words)
{
    return str_starts(words, STR_LIT("%%")) &&
                   str_find(str_from(words, 2), STR_LIT("%%")) + 2 == words.len
               ? 2
               : 0;
}

/* h2. Heading, bq. Words */
static size_t wiki_block_length(struct str words)
{
    const bool heading = words.len > 3 && words.ptr[0] == 'h' &&
                         words.ptr[1] >= '1' && words.ptr[1] <= '6' &&
                         words.ptr[2] == '.' && words.ptr[3] == ' ';

    return heading || str_starts(words, STR_LIT("bq. ")) ? 3 : 0;
}

static size_t definition_length(struct str words)
{
    return str_starts(words, STR_LIT(": ")) || str_starts(words, STR_LIT(":\t"))
               ? 1
               : 0;
}

static size_t abbreviation_length(struct str words)
{
    const size_t end = str_find(words, STR_LIT("]:"));

    return str_starts(words, STR_LIT("*[")) && end < words.len ? end + 2 : 0;
}

static size_t counted_item_length(struct str words)
{
    return str_starts(words, STR_LIT("#. "))    ? 2
           : str_starts(words, STR_LIT("(@) ")) ? 3
                                                : 0;
}

static size_t contents_length(struct str words)
{
    return str_is(words, "[TOC]") || str_is(words, "[toc]") ||
                   str_is(words, "[[_TOC_]]") || str_is(words, "[[toc]]")
               ? words.len
               : 0;
}

static size_t fence_length(struct str words)
{
    return str_starts(words, STR_LIT(":::")) ? 3 : 0;
}

static size_t admonition_length(struct str words)
{
    return (str_starts(words, STR_LIT("!!! ")) && letters_at(words, 4) > 0) ||
                   str_starts(words, STR_LIT("=== \""))
               ? 3
               : 0;
}

/* +++ above and below what other programs are told of a page */
static size_t front_length(struct str words)
{
    return str_is(words, "+++") ? words.len : 0;
}

bool markdown_begins_with_front(struct str input)
{
    const struct str first = markdown_line_at(input, 0);
    const struct str second = markdown_next_line(input, first);
    const size_t end = str_find_char(second, ':');

    return str_is(str_trim(first), "---") && end > 0 && end < second.len &&
           is_ascii_letter(second.ptr[0]) &&
           str_find_char(str_to(second, end), ' ') == end;
}

static size_t formula_length(struct str words)
{
    return str_starts(words, STR_LIT("$$")) ? 2 : 0;
}

static size_t grid_length(struct str words)
{
    return is_rule_of_grid(words) ? words.len : 0;
}

/* What a line begins with in another dialect; each says how long it is, 0
   where it is not there. */
static const struct {
    size_t (*length)(struct str words);
    const char *what;
    const char *hint;
} line_marks[] = {
    {alert_length, "an alert", "say what it is in words"},
    {fence_length, "a block of pandoc's", "write the paragraphs alone"},
    {front_length, "a head for other programs",
     "take it out: report.xml says what they are told"},
    {admonition_length, "an admonition", "say what it is in words"},
    {grid_length, "a grid of pandoc's",
     "write | A | B |, below it |---|---|, "
     "and each row as its head"},
    {definition_length, "a definition or caption of pandoc's",
     "write - **term**: its words; a colon that stands there is \\:"},
    {abbreviation_length, "an abbreviation's words",
     "write them out where it first stands"},
    {counted_item_length, "an item that pandoc counts",
     "begin each with 1. and the template counts them"},
    {tight_heading_length, "a heading without a space",
     "write ## Heading; a sign that stands there is \\#"},
    {deep_heading_length, "a heading of more than six signs",
     "write ## Heading, or ### below one; a sign that stands there is \\#"},
    {task_length, "a task", "say in words what is done"},
    {remark_length, "a remark",
     "take it out, or write <!-- remark -->; signs that stand there are "
     "\\%\\%"},
    {wiki_block_length, "a heading or quotation of a wiki",
     "write ## Heading, or > Words"},
    {contents_length, "a place for a table of contents",
     "take it out: the template says whether there is one"},
    {formula_length, "a formula", "write it as words, or as a picture"},
    {command_length, "a command of TeX",
     "take it out: the template has the pages"},
};

static bool check_head(struct markdown *r, struct str words)
{
    for (size_t i = 0; i < sizeof(line_marks) / sizeof(line_marks[0]); i++) {
        const size_t length = line_marks[i].length(words);

        if (length == 0)
            continue;
        markdown_say(r, words.ptr, line_marks[i].what, str_to(words, length),
                     line_marks[i].hint);
        return true;
    }
    return false;
}

#define NO_TABLE "a row of a table that is none"

static void refuse_short_rule(struct markdown *r, struct str words)
{
    markdown_say(r, words.ptr, NO_TABLE, words,
                 "write three dashes or more in each part: |---|---|");
}

/* md4c takes one dash for a part from 0.5 on, and three before. */
void markdown_check_rule(struct markdown *r)
{
    const struct str head = markdown_line_seen(r);
    const struct str words =
        markdown_words_of(markdown_next_line(r->input, head));

    if (is_rule_of_table(words) && has_short_part(words))
        refuse_short_rule(r, words);
}

static bool check_row(struct markdown *r, struct str line, struct str words)
{
    if (r->in_table)
        return false;
    if (is_rule_of_table(words) && has_short_part(words)) {
        refuse_short_rule(r, words);
        return true;
    }
    if (is_rule_of_table(words)) {
        markdown_say(r, words.ptr, NO_TABLE, words,
                     "leave a blank line before the table, and give this row "
                     "as many parts as its head");
        return true;
    }
    if (!is_row_without_rule(r->input, line))
        return false;
    markdown_say(r, words.ptr, NO_TABLE, str_to(words, MARKDOWN_SHOWN_MAX),
                 "the second line of a table is |---|---|, with as many parts "
                 "as its head");
    return true;
}

struct str markdown_check_line(struct markdown *r, const char *p)
{
    const struct str nothing = {NULL, 0};
    struct str line;
    struct str words;

    /* A line is looked at once, however many texts it is made of. */
    if (r->checked != NULL && p < r->checked)
        return nothing;
    line = markdown_line_at(r->input, (size_t)(p - r->input.ptr));
    words = markdown_words_of(line);
    r->checked = line.ptr + line.len + 1;
    if (check_row(r, line, words) || check_head(r, words))
        return nothing;
    markdown_check_inside(r, line);
    return line;
}
