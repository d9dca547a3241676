#include "tests/support/wording.h"

#define S(literal) STR_INIT(literal)

/* The spellings of a meaning: an array literal and its length. */
#define FORMS(...)                                                             \
    {                                                                          \
        (const struct str[]){__VA_ARGS__},                                     \
            sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str)     \
    }

static const struct wording english = {
    .lang = "en-GB",
    .phrases =
        {
            [PHRASE_PAGE_OF] = S("Page {page} of {pages}"),
            [PHRASE_CONTINUED] = S("{caption} (continued)"),
            [PHRASE_CONTENTS] = S("Contents"),
            [PHRASE_SKIP_LINK] = S("Skip to main content"),
            [PHRASE_PUBLISHED_FAULT] = S("Published as {printed}; the figures "
                                         "it rests on give {computed}."),
            [PHRASE_TELEPHONE] = S("Telephone"),
            [PHRASE_EMAIL] = S("E-mail"),
            [PHRASE_LIST_SEPARATOR] = S(", "),
            [PHRASE_LIST_LAST] = S(" and "),
            [PHRASE_YES] = S("Yes"),
            [PHRASE_NO] = S("No"),
            [PHRASE_NIL] = S("Nil"),
            [PHRASE_TO_BE_CONFIRMED] = S("To be confirmed"),
            [PHRASE_NOT_APPLICABLE] = S("Not applicable"),
            [PHRASE_DASH] = S("–"),
            [PHRASE_ALT_SEPARATOR] = S("; "),
            [PHRASE_GROUP_CAPTION] = S("{group} – {name}: {value}"),
            [PHRASE_TIMELINE_TICK] = S("{month-short} {year}"),
            [PHRASE_TIMELINE_ALT] =
                S("Timeline of {count} items from {from} to {to}. {items}."),
            [PHRASE_TIMELINE_ITEM] = S("{label}: {when}"),
            [PHRASE_TIMELINE_UNDATED] =
                S("Without dates, and so not in the picture: {items}."),
            [PHRASE_TIMELINE_UNDATED_ITEM] = S("{label} ({when})"),
            [PHRASE_CHART_ALT] =
                S("Stacked bars, one for each of {count} years. {bars}."),
            [PHRASE_CHART_BAR] = S("{category}: {parts}"),
            [PHRASE_CHART_BAR_TOTAL] =
                S("{category}: {parts}, together {total}"),
            [PHRASE_CHART_PART] = S("{name} {amount}"),
            [PHRASE_STRUCTURE_ALT] =
                S("Diagram of {count} boxes with {tops} at the top. The list "
                  "that "
                  "follows names them and what each belongs to."),
            [PHRASE_STRUCTURE_ITEM] = S("{name}: {role}"),
            [PHRASE_NOTE_BACK] = S("Back to the text"),
            [PHRASE_BACK_TO_TOP] = S("Back to top"),
        },
    .words =
        {
            [WORD_NIL] = FORMS(S("nil"), S("none")),
            [WORD_NOT_APPLICABLE] =
                FORMS(S("n/a"), S("na"), S("not applicable")),
            [WORD_TO_BE_CONFIRMED] =
                FORMS(S("TBC"), S("to be confirmed"), S("TBA")),
            [WORD_DASH] = FORMS(S("-"), S("–"), S("—")),
            [WORD_YES] = FORMS(S("yes"), S("y"), S("true")),
            [WORD_NO] = FORMS(S("no"), S("n"), S("false")),
            [WORD_UNDATED] =
                FORMS(S("ongoing"), S("on-going"), S("continuous"), S("daily"),
                      S("weekly"), S("monthly"), S("quarterly"), S("termly"),
                      S("annual"), S("annually"), S("as required")),
            [WORD_UNTIL] =
                FORMS(S("by"), S("by the end of"), S("by end of"), S("by end"),
                      S("until"), S("up to"), S("no later than"), S("to")),
            [WORD_FROM] =
                FORMS(S("from"), S("commence"), S("commence in"),
                      S("commencing"), S("commencing in"), S("commences"),
                      S("commences in"), S("starting"), S("starting in"),
                      S("starts"), S("starts in"), S("start"), S("beginning"),
                      S("onwards"), S("thereafter"), S("regularly thereafter")),
            [WORD_RANGE] =
                FORMS(S("to"), S("until"), S("till"), S("-"), S("–"), S("—")),
            [WORD_ALSO] = FORMS(S("and"), S("&"), S("/"), S("then")),
            [WORD_WITHIN] = FORMS(S("in"), S("on"), S("during")),
            [WORD_WEEK_OF] = FORMS(S("week commencing"), S("week beginning"),
                                   S("week of"), S("w/c")),
            [WORD_END_OF] = FORMS(S("end of"), S("the end of"), S("end")),
            [WORD_GUIDANCE] =
                FORMS(S("[insert"), S("[delete"), S("delete as applicable"),
                      S("delete as appropriate"), S("lorem ipsum"), S("xxxx")),
        },
    .calendar =
        {
            .months = {S("January"), S("February"), S("March"), S("April"),
                       S("May"), S("June"), S("July"), S("August"),
                       S("September"), S("October"), S("November"),
                       S("December")},
            .months_short = {S("Jan"), S("Feb"), S("Mar"), S("Apr"), S("May"),
                             S("Jun"), S("Jul"), S("Aug"), S("Sep"), S("Oct"),
                             S("Nov"), S("Dec")},
            .weekdays = {S("Monday"), S("Tuesday"), S("Wednesday"),
                         S("Thursday"), S("Friday"), S("Saturday"),
                         S("Sunday")},
            .weekdays_short = {S("Mon"), S("Tue"), S("Wed"), S("Thu"), S("Fri"),
                               S("Sat"), S("Sun")},
            .ordinals = {S("st"), S("nd"), S("rd"), S("th")},
        },
    .date_pattern = S("{day} {month} {year}"),
    .month_pattern = S("{month} {year}"),
    .currency = S("£"),
    .thousands = S(","),
    .decimal_point = S("."),
    .minus_pattern = S("-{amount}"),
    .percent_pattern = S("{number}%"),
    .thousand_pattern = S("{amount}k"),
    .million_pattern = S("{amount}m"),
    .year_pattern = S("{first}/{second2}"),
    .numbers = {S("zero"),    S("one"),       S("two"),      S("three"),
                S("four"),    S("five"),      S("six"),      S("seven"),
                S("eight"),   S("nine"),      S("ten"),      S("eleven"),
                S("twelve"),  S("thirteen"),  S("fourteen"), S("fifteen"),
                S("sixteen"), S("seventeen"), S("eighteen"), S("nineteen"),
                S("twenty")},
};

const struct wording *test_wording(void)
{
    return &english;
}
