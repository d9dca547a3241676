/*
 * wording_phrases.h - the phrases and words of a wording, each once: what is
 * printed, and what is read. wording.h makes enums of them.
 */
#ifndef CORE_VALUE_WORDING_PHRASES_H
#define CORE_VALUE_WORDING_PHRASES_H

/*
 * Every phrase: id, name in the wording file, the placeholders it may have,
 * what it is printed as. A phrase that a wording file lacks is an error of
 * that file.
 */
/* clang-format off */
#define WORDING_PHRASES(PHRASE)                                                \
    PHRASE(PAGE_OF, "page-of", "page pages", "the number of a page among all") \
    PHRASE(CONTINUED, "continued", "caption",                                  \
           "the caption of a table's further pages")                           \
    PHRASE(CONTENTS, "contents", "", "the heading of the contents")            \
    PHRASE(SKIP_LINK, "skip-link", "", "the first link of the HTML")           \
    PHRASE(PUBLISHED_FAULT, "published-fault", "printed computed",             \
           "the note on a figure whose fault was acknowledged")                \
    PHRASE(TELEPHONE, "telephone", "", "before a telephone number")            \
    PHRASE(EMAIL, "email", "", "before an e-mail address")                     \
    PHRASE(LIST_SEPARATOR, "list-separator", "",                               \
           "between the items of a list in a sentence")                        \
    PHRASE(LIST_LAST, "list-last", "", "before the last of them")              \
    PHRASE(YES, "yes", "", "a value or cell that says so")                     \
    PHRASE(NO, "no", "", "a value or cell that says so")                       \
    PHRASE(NIL, "nil", "", "a cell that says that nothing is due")             \
    PHRASE(TO_BE_CONFIRMED, "to-be-confirmed", "", "a cell that says so")      \
    PHRASE(NOT_APPLICABLE, "not-applicable", "", "a cell that says so")        \
    PHRASE(DASH, "dash", "", "a cell that holds a dash")                       \
    PHRASE(ALT_SEPARATOR, "alt-separator", "",                                 \
           "between the parts of an alternative text")                         \
    PHRASE(GROUP_CAPTION, "group-caption", "group name value",                 \
           "the caption of a group's grid")                                    \
    PHRASE(TIMELINE_TICK, "timeline-tick", "day month month-short year",       \
           "a date on the axis of a timeline")                                 \
    PHRASE(TIMELINE_ALT, "timeline-alt", "count from to items",                \
           "the alternative text of a timeline")                               \
    PHRASE(TIMELINE_ITEM, "timeline-item", "label when", "an item of that")    \
    PHRASE(TIMELINE_UNDATED, "timeline-undated", "items",                      \
           "what follows a timeline: the rows without dates")                  \
    PHRASE(TIMELINE_UNDATED_ITEM, "timeline-undated-item", "label when",       \
           "an item of that")                                                  \
    PHRASE(CHART_ALT, "chart-alt", "count bars",                               \
           "the alternative text of a chart")                                  \
    PHRASE(CHART_BAR, "chart-bar", "category parts", "a bar of that")          \
    PHRASE(CHART_BAR_TOTAL, "chart-bar-total", "category parts total",         \
           "a bar of several parts")                                           \
    PHRASE(CHART_PART, "chart-part", "name amount", "a part of a bar")         \
    PHRASE(STRUCTURE_ALT, "structure-alt", "count tops",                       \
           "the alternative text of a diagram")                                \
    PHRASE(STRUCTURE_ITEM, "structure-item", "name role",                      \
           "a box and what else is said of it")                                \
    PHRASE(NOTE_BACK, "note-back", "", "the link from a note to its mark")     \
    PHRASE(BACK_TO_TOP, "back-to-top", "", "the link to the head of the HTML") \
    PHRASE(ATTACHMENTS, "attachments", "",                                     \
           "the heading of the list of data files")                            \
    PHRASE(ATTACHMENT, "attachment", "title size", "a data file in that list") \
    PHRASE(ATTACHMENT_CHARSET, "attachment-charset", "title charset size",     \
           "a data file that is not UTF-8, as there were in 0.1.0")            \
    PHRASE(KILOBYTES, "kilobytes", "number", "the size of a data file")        \
    PHRASE(MEGABYTES, "megabytes", "number", "the size of a larger one")       \
    PHRASE(ROUNDED, "rounded", "",                                             \
           "under a table whose figures do not add up for rounding alone")     \
    PHRASE(NOTE_NAME, "note-name", "number",                                   \
           "what the mark of a note is called aloud")                         \
    PHRASE(CHART_BRIEF, "chart-brief", "parts first last first-total last-total highest highest-total lowest lowest-total",\
           "the alternative text of a chart of many figures")                  \
    PHRASE(TIMELINE_BRIEF, "timeline-brief", "count from to first last",       \
           "the alternative text of a timeline of many items")                 \
    PHRASE(ALT_TABLE, "alt-table", "",                                         \
           "behind such a text, where a table has the figures")                \
    PHRASE(TIMELINE_MONTH, "timeline-month", "day month month-short year",     \
           "a month between the lines of a timeline")                          \
    PHRASE(TIMELINE_FIRST_MONTH, "timeline-first-month",                       \
           "day month month-short year",                                       \
           "the first of them in its year")                                    \
    PHRASE(CHART_OTHER, "chart-other", "count",                                \
           "the rest of a chart's categories or parts, as one")                \
    PHRASE(CHART_SOURCE, "chart-source", "source", "below a picture")          \
    PHRASE(CHART_FIGURES, "chart-figures", "title",                            \
           "what leads to the table of a picture's figures")                   \
    PHRASE(CHART_MISSING, "chart-missing", "",                                 \
           "in a picture, where there is no figure")                           \
    PHRASE(CHART_MISSING_NOTE, "chart-missing-note", "", "what that means")    \
    PHRASE(CHART_LOW, "chart-low", "",                                         \
           "in a picture, a figure that rounds to nought and is none")         \
    PHRASE(CHART_LOW_NOTE, "chart-low-note", "", "what that means")            \
    PHRASE(MARKER_NOTES, "marker-notes", "",                                   \
           "what stands in place of a figure, each followed by what it means") \
    PHRASE(MARKERS, "markers", "notes",                                        \
           "below what prints some of these: what they mean")                  \
    PHRASE(CHART_ROUNDED, "chart-rounded", "",                                 \
           "below a picture whose parts do not add to their totals in print")  \
    PHRASE(CHART_AXIS, "chart-axis", "from to",                                \
           "in a picture's subtitle: its axis does not begin at zero")         \
    PHRASE(ALT_COLUMNS, "alt-columns", "subject first last first-value last-value highest highest-value lowest lowest-value",\
           "the alternative text of columns")                                  \
    PHRASE(ALT_STACK, "alt-stack", "subject first last first-value last-value largest share",\
           "that of stacked columns")                                          \
    PHRASE(ALT_COLUMNS_COMPARED, "alt-columns-compared", "subject highest highest-value lowest lowest-value",\
           "that of columns which follow no order, as times do")              \
    PHRASE(ALT_STACK_COMPARED, "alt-stack-compared", "subject highest highest-value lowest lowest-value",\
           "likewise of stacked columns, of their totals")                     \
    PHRASE(ALT_GROUPED_ONE, "alt-grouped-one", "subject one two name value",   \
           "that of grouped columns, of which one group alone is whole")       \
    PHRASE(CHART_GROUPED, "chart-grouped", "group name",                       \
           "in a picture, a name that stands in several groups")               \
    PHRASE(ALT_GROUPED, "alt-grouped", "subject one two widest widest-value narrowest narrowest-value",\
           "that of grouped columns")                                          \
    PHRASE(ALT_LINE, "alt-line", "subject first last first-value last-value highest highest-value lowest lowest-value",\
           "that of a line")                                                   \
    PHRASE(ALT_TARGET, "alt-target", "name value",                             \
           "behind it: what is aimed at")                                      \
    PHRASE(ALT_WATERFALL, "alt-waterfall", "subject first last first-value last-value",\
           "that of a waterfall")                                              \
    PHRASE(ALT_BOXES, "alt-boxes", "count boxes",                              \
           "that of boxes and what they belong to")                            \
    PHRASE(CHART_LIST, "chart-list", "title",                                  \
           "what leads to the boxes of a picture as a list")                   \
    PHRASE(ALT_RISE, "alt-rise", "name value", "behind it: the largest rise")  \
    PHRASE(ALT_FALL, "alt-fall", "name value", "behind it: the largest fall")  \
    PHRASE(INTERNAL_COPY, "internal-copy", "",                                 \
           "on every page of an internal copy, and before all else")           \
    PHRASE(VARIANCE_UNDER, "variance-under", "",                               \
           "over drawn variances, on the side of those below zero")            \
    PHRASE(VARIANCE_OVER, "variance-over", "",                                 \
           "on the side of those above zero")                                  \
    PHRASE(OTHERS, "others", "count",                                          \
           "what the row of a view is called that sums those beyond the first")\
    PHRASE(CHANGE_NEW, "change-new", "name", "a row that is new")              \
    PHRASE(CHANGE_GONE, "change-gone", "name",                                 \
           "one that was there the period before")                             \
    PHRASE(CHANGE_MORE, "change-more", "name column before now difference",    \
           "a figure that went up")                                            \
    PHRASE(CHANGE_LESS, "change-less", "name column before now difference",    \
           "one that went down")                                               \
    PHRASE(CHANGE_LATER, "change-later", "name column before now",             \
           "a day that is later than it was")                                  \
    PHRASE(CHANGE_EARLIER, "change-earlier", "name column before now",         \
           "one that is earlier")                                              \
    PHRASE(CHANGE_COMPLETE, "change-complete", "name column before now",       \
           "what is done now")                                                 \
    PHRASE(CHANGE_GIVEN, "change-given", "name column now",                    \
           "what was blank")                                                   \
    PHRASE(CHANGE_BLANKED, "change-blanked", "name column before",             \
           "what is blank now")                                                \
    PHRASE(CHANGE_OTHER, "change-other", "name column before now",             \
           "any other change, as of a rating; a figure below zero")            \
    PHRASE(CHANGE_NONE, "change-none", "", "that nothing changed")             \
    PHRASE(CHANGE_NONE_BY, "change-none-by", "threshold",                      \
           "that nothing changed by as much, though figures moved by less")    \
    PHRASE(PERCENTAGE_POINT, "percentage-point", "number",                     \
           "what one percentage is more or less than another: one point")      \
    PHRASE(PERCENTAGE_POINTS, "percentage-points", "number",                   \
           "there: any other number of points")                                \
    PHRASE(TIMELINE_QUARTER, "timeline-quarter", "number",                     \
           "a quarter of a financial year on the axis of a timeline")          \
    PHRASE(TIMELINE_KEY_PAST, "timeline-key-past", "date",                     \
           "under a drawn column of dates, behind a sample: what is filled")                    \
    PHRASE(TIMELINE_KEY_TO_COME, "timeline-key-to-come", "date",               \
           "there: what is an outline")                                        \
    PHRASE(TIMELINE_KEY_DATE, "timeline-key-date", "date",                     \
           "there: what a diamond is")                                         \
    PHRASE(TIMELINE_KEY_NO_END, "timeline-key-no-end", "date",                 \
           "there: what an arrow is")                                          \
    PHRASE(TIMELINE_KEY_AS_AT, "timeline-key-as-at", "date",                   \
           "there: what the dashed line is")                                   \
    PHRASE(TIMELINE_KEY_SEASON, "timeline-key-season", "date",                 \
           "there: which months a season has")                                 \
    PHRASE(TIMELINE_KEY_YEAR, "timeline-key-year", "date",                     \
           "likewise: how long a financial year is")                           \
    PHRASE(TIMELINE_YEARS, "timeline-years", "",                               \
           "below a timeline that has a financial year: how long it is")       \
    PHRASE(TIMELINE_SEASONS, "timeline-seasons", "",                           \
           "what follows a timeline: likewise")                                \
    PHRASE(BULLET_KEY_BAR, "bullet-key-bar", "column",                         \
           "under a column drawn against targets, behind a sample: what the " \
           "bar is")            \
    PHRASE(BULLET_KEY_OUTLINE, "bullet-key-outline", "column",                 \
           "there: what the outline is")                                       \
    PHRASE(BULLET_KEY_LINE, "bullet-key-line", "column",                       \
           "there: what the upright line is")                             \
    PHRASE(TURNED_TABLE, "turned-table", "caption",                            \
           "where text goes on and its table stands on a page on its side")    \
    PHRASE(AS_PDF, "as-pdf", "pages size",                                     \
           "the link from the HTML to the PDF of several pages")               \
    PHRASE(AS_PDF_PAGE, "as-pdf-page", "size",                                 \
           "and to one of a single page")                                      \
    PHRASE(ALT_BELOW, "alt-below", "name boxes",                               \
           "in the alternative text of boxes: those that belong to one")       \
    PHRASE(ALT_BOX, "alt-box", "name role",                                    \
           "there: a box and what else is said of it")                         \
    PHRASE(MATRIX_COUNT, "matrix-count", "count",                              \
           "in a cell of a matrix: more rows than it has room to name")        \
    PHRASE(MATRIX_UNPLACED, "matrix-unplaced", "x y items",                    \
           "below a matrix: the rows that have no place on one of its scales") \
    PHRASE(VARIANCE, "variance", "",                                           \
           "the heading of figures that are one column less another")          \
    PHRASE(VARIANCE_POINTS, "variance-points", "",                             \
           "the same of percentages, which differ by points")                  \
    PHRASE(VARIANCE_PERCENT, "variance-percent", "",                           \
           "the heading of the same in per cent")                              \
    PHRASE(ALT_BRIEF, "alt-brief", "subject",                                  \
           "the alternative text of a chart whose names leave no room for "    \
           "figures")                                                          \
    PHRASE(QUARTER, "quarter", "number year",                                  \
           "a quarter of a financial year")                                    \
    PHRASE(ALT_LINES, "alt-lines", "subject first last lines highest-name highest highest-value lowest-name lowest lowest-value",\
           "that of several lines")                                            \
    PHRASE(ALT_LINE_PART, "alt-line-part", "name first-value last-value",      \
           "in it: each line, in `{lines}`")                                   \
    PHRASE(ALT_COLUMNS_EQUAL, "alt-columns-equal", "subject first last value", \
           "the alternative text of columns that are all alike")               \
    PHRASE(ALT_COLUMNS_COMPARED_EQUAL, "alt-columns-compared-equal", "subject value",\
           "likewise of those that follow no order")                           \
    PHRASE(ALT_STACK_COMPARED_EQUAL, "alt-stack-compared-equal", "subject value",\
           "that of stacked columns whose totals are all alike")               \
    PHRASE(ALT_GROUPED_EQUAL, "alt-grouped-equal", "subject one two value",    \
           "that of grouped columns whose differences are all alike")          \
    PHRASE(ALT_LINE_EQUAL, "alt-line-equal", "subject first last value",       \
           "that of lines whose figures are all alike")                        \
    PHRASE(CHART_BRIEF_EQUAL, "chart-brief-equal", "parts first last total",   \
           "that of a chart of many figures whose totals are all alike")       \
    PHRASE(ALT_MISSING, "alt-missing", "names",                                \
           "behind it: what has no figure")                                    \
    PHRASE(ALT_MISSING_PART, "alt-missing-part", "part category",              \
           "in it: a part or line that has none there")                        \
    PHRASE(ALT_MISSING_MANY, "alt-missing-many", "count total",                \
           "behind it, where they are many: how many have no figure")          \
    PHRASE(GROUP_HEADING, "group-heading", "group name",                       \
           "what heads the names of rows below those of their groups")
/* clang-format on */

/*
 * Words that are read in data: each meaning has any number of spellings. From
 * VAGUE_LINK on they are words of a report that tell a reader nothing, or not
 * every reader: core/access/accessibility.h.
 */
/* clang-format off */
#define WORDING_WORDS(WORD)                                                    \
    WORD(NIL, "nil", "a cell that says that nothing is due")                   \
    WORD(NOT_APPLICABLE, "not-applicable", "a cell that says so")              \
    WORD(TO_BE_CONFIRMED, "to-be-confirmed", "a cell that says so")            \
    WORD(DASH, "dash", "a cell that holds a dash")                             \
    WORD(YES, "yes", "a value or cell that says so")                           \
    WORD(NO, "no", "a value or cell that says so")                             \
    WORD(UNDATED, "undated", "a time that is no date: ongoing, quarterly")     \
    WORD(UNTIL, "until", "the end of a time: by, by end, until")               \
    WORD(FROM, "from", "its beginning: from, commence in, onwards")            \
    WORD(RANGE, "range", "between beginning and end: to, until, a dash")       \
    WORD(ALSO, "also", "between two times: and, /")                            \
    WORD(WITHIN, "within", "before a time: in, on, during")                    \
    WORD(WEEK_OF, "week-of",                                                   \
         "before the day a week begins with: week commencing")                 \
    WORD(END_OF, "end-of",                                                     \
         "before a time of which the end is meant: end, end of")               \
    WORD(GUIDANCE, "guidance",                                                 \
         "guidance for the author: delete as applicable")                      \
    WORD(VAGUE_LINK, "vague-link",                                             \
         "words of a link that say nothing: here, read more")                  \
    WORD(VAGUE_ALT, "vague-alt",                                               \
         "alternative texts that say nothing: chart, logo")                    \
    WORD(ALT_OPENING, "alt-opening",                                           \
         "how alternative texts should not begin: image of")                   \
    WORD(VAGUE_HEADING, "vague-heading",                                       \
         "headings and titles that say nothing: untitled, document1")          \
    WORD(FILE_ENDING, "file-ending", "how names of files end: .png")           \
    WORD(COLOUR, "colour", "colours: red, green")                              \
    WORD(MARKER, "marker", "a figure that is not given: [c]")                  \
    WORD(THOUSAND, "thousand", "of a unit: £ thousand")                        \
    WORD(MILLION, "million", "of a unit: £ million")                           \
    WORD(BILLION, "billion", "of a unit: £ billion")                           \
    WORD(UNIT_IN, "unit-in", "before a unit: in £000")                         \
    WORD(FIGURES, "figures",                                                   \
         "before such a unit, where it is that of a table: all figures in £000") \
    WORD(MONEY, "money",                                                       \
         "sums of money in a unit: pounds, of pounds, GBP")                    \
    WORD(NEAREST, "nearest",                                                   \
         "before what figures are rounded to: the nearest thousand")           \
    WORD(TOTAL, "total", "what totals are called")                             \
    WORD(SUB_TOTAL, "sub-total", "what sub-totals are called")                 \
    WORD(WHOLE, "whole",                                                       \
         "what a row of figures for all the others is called: overall, all services") \
    WORD(MONTH, "month", "before the number of a month: month 6, M6, P6")      \
    WORD(QUARTER, "quarter", "before that of a quarter: quarter 2, Q2")        \
    WORD(SPRING, "spring",                                                     \
         "before a year: its months from March to May")                        \
    WORD(SUMMER, "summer", "likewise, from June to August")                    \
    WORD(AUTUMN, "autumn", "likewise, from September to November")             \
    WORD(WINTER, "winter",                                                     \
         "before two years, 2026/27: from December to February")               \
    WORD(AS_AT, "as-at", "words around a date in a heading: as at, to")        \
    WORD(MADE, "made",                                                         \
         "in a line above a table, where a day says when the file was made: printed, run on") \
    WORD(DECIDED, "decided",                                                   \
         "likewise, where it says when something was decided: approved")       \
    WORD(DECIDED_BY, "decided-by",                                             \
         "behind such a word, before its day or who decided it: by Council, on")\
    WORD(NOTE_NAME, "note", "before the number of a note: note 1; what a column of "\
         "such numbers is called")                                             \
    WORD(NOTE_OPENING, "note-opening",                                         \
         "how a note below a table begins; with a colon, where one follows: source:") \
    WORD(PAGE, "page", "before the number of a page of an export: Page 1 of 2") \
    WORD(ROWS, "rows", "behind their number below an export: 12 rows selected") \
    WORD(NUMBERED, "numbered",                                                 \
         "before the number of a part of a report: section 3, paragraph 4.3")  \
    WORD(OF_ANOTHER, "of-another",                                             \
         "behind a number that is another document's: paragraph 3 of Schedule 1") \
    WORD(DAY_OF, "day-of", "between a day and its month: 5th of October")      \
    WORD(OR, "or", "between two times, one of which holds: 2026 or 2027")      \
    WORD(MOVED, "moved",                                                       \
         "of two times says that one holds no more: revised, slipped, moved") \
    WORD(BROUGHT_FORWARD, "brought-forward",                                   \
         "how the name of a balance begins that is brought forward, before a day or none") \
    WORD(CARRIED_FORWARD, "carried-forward", "likewise, one that is carried forward") \
    WORD(BALANCE, "balance", "likewise, before a day that tells which it is") \
    WORD(BALANCE_MOVED, "balance-moved",                                       \
         "before a balance in the name of a row that moves one and is none: use of, transfer to") \
    WORD(MEAN, "mean",                                                         \
         "a row that is a mean, or the last word of its name: average, England average") \
    WORD(COMPARISON, "comparison",                                             \
         "a row that compares those above it: maximum, variance, per cent of total") \
    WORD(MEMO, "memo",                                                         \
         "how the name of a row begins that is a part of the one above, or in no sum: of which") \
    WORD(GROSS, "gross",                                                       \
         "how the name of a row begins that often is a sum of those above: gross, net") \
    WORD(LESS, "less",                                                         \
         "how the name of a row begins that is taken from those above: less, deduct") \
    WORD(THAN, "than",                                                         \
         "behind such a word, where it compares: less than")                   \
    WORD(NO_ROWS, "no-rows",                                                   \
         "what stands alone below the headings of a table without rows, or how it " \
         "begins: none this month, no new risks") \
    WORD(PERCENT, "percent",                                                   \
         "behind a figure in place of the sign: per cent, percent, pc")
/* clang-format on */

#endif
