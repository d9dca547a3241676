#include "tests/support/wording.h"

#define S(literal) STR_INIT(literal)

/* The spellings of a meaning: an array literal and its length. */
#define FORMS(...)                                                             \
    {                                                                          \
        (const struct str[]){__VA_ARGS__},                                     \
            sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str)     \
    }

static const struct str day_of[] = {S("of")};

static const struct wording english = {
    .lang = "en-GB",
    .phrases =
        {
            [PHRASE_QUARTER] = S("Quarter {number} {year}"),
            [PHRASE_OTHERS] = S("{count} others"),
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
            [PHRASE_ATTACHMENTS] = S("Figures in this report"),
            [PHRASE_ATTACHMENT] = S("{title} (CSV, {size})"),
            [PHRASE_ATTACHMENT_CHARSET] = S("{title} (CSV, {charset}, {size})"),
            [PHRASE_KILOBYTES] = S("{number} kB"),
            [PHRASE_MEGABYTES] = S("{number} MB"),
        },
    .words =
        {
            [WORD_NIL] = FORMS(S("nil"), S("none")),
            [WORD_NOT_APPLICABLE] =
                FORMS(S("n/a"), S("na"), S("not applicable")),
            [WORD_TO_BE_CONFIRMED] =
                FORMS(S("TBC"), S("to be confirmed"), S("TBA")),
            [WORD_THOUSAND] = FORMS(S("thousand"), S("thousands")),
            [WORD_MILLION] = FORMS(S("million"), S("millions")),
            [WORD_BILLION] = FORMS(S("billion"), S("billions")),
            [WORD_UNIT_IN] = FORMS(S("in")),
            [WORD_FIGURES] = FORMS(S("figures"), S("amounts"), S("expressed")),
            [WORD_MONEY] = FORMS(S("pounds"), S("of pounds"), S("GBP")),
            [WORD_NEAREST] = FORMS(S("nearest")),
            [WORD_TOTAL] = FORMS(S("total"), S("grand total")),
            [WORD_SUB_TOTAL] = FORMS(S("sub-total")),
            [WORD_WHOLE] = FORMS(S("overall"), S("all services")),
            [WORD_MONTH] = FORMS(S("month"), S("m"), S("period"), S("p")),
            [WORD_QUARTER] = FORMS(S("quarter"), S("q")),
            [WORD_SPRING] = FORMS(S("spring")),
            [WORD_SUMMER] = FORMS(S("summer")),
            [WORD_AUTUMN] = FORMS(S("autumn")),
            [WORD_WINTER] = FORMS(S("winter")),
            [WORD_AS_AT] =
                FORMS(S("as"), S("at"), S("to"), S("ended"), S("end"), S("of")),
            [WORD_NOTE_NAME] = FORMS(S("note"), S("notes")),
            [WORD_MARKER] = FORMS(S("[c]"), S("[x]"), S(":")),
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
                      S("onwards"), S("thereafter"), S("regularly thereafter"),
                      S("or later"), S("and later"), S("+")),
            [WORD_RANGE] =
                FORMS(S("to"), S("until"), S("till"), S("-"), S("–"), S("—")),
            [WORD_ALSO] = FORMS(S("and"), S("&"), S("/"), S("then")),
            [WORD_NUMBERED] = FORMS(S("section"), S("sections"), S("paragraph"),
                                    S("paragraphs"), S("para"), S("paras")),
            [WORD_WITHIN] = FORMS(S("in"), S("on"), S("during")),
            [WORD_WEEK_OF] = FORMS(S("week commencing"), S("week beginning"),
                                   S("week of"), S("w/c")),
            [WORD_END_OF] = FORMS(S("end of"), S("the end of"), S("end")),
            [WORD_DAY_OF] = {day_of, 1},
            [WORD_OR] = FORMS(S("or")),
            [WORD_MOVED] = FORMS(S("revised"), S("slipped"), S("moved"),
                                 S("extended"), S("was"), S("now")),
            [WORD_GUIDANCE] =
                FORMS(S("[insert"), S("[delete"), S("delete as applicable"),
                      S("delete as appropriate"), S("lorem ipsum"), S("xxxx")),
            [WORD_VAGUE_LINK] =
                FORMS(S("here"), S("click here"), S("click"),
                      S("click this link"), S("this"), S("this link"),
                      S("this page"), S("this document"), S("this website"),
                      S("link"), S("links"), S("read more"), S("more"),
                      S("learn more"), S("find out more"), S("see more"),
                      S("more information"), S("further information"),
                      S("details"), S("download"), S("view"), S("continue"),
                      S("website"), S("web page"), S("page"), S("document"),
                      S("pdf"), S("url")),
            [WORD_VAGUE_ALT] =
                FORMS(S("image"), S("picture"), S("photo"), S("photograph"),
                      S("graphic"), S("chart"), S("graph"), S("diagram"),
                      S("drawing"), S("figure"), S("map"), S("screenshot"),
                      S("screen shot"), S("logo"), S("icon"), S("table"),
                      S("alt"), S("alt text"), S("alternative text"),
                      S("untitled"), S("spacer"), S("placeholder"), S("image1"),
                      S("picture1"), S("chart1"), S("tbc")),
            [WORD_ALT_OPENING] =
                FORMS(S("image of"), S("an image of"), S("picture of"),
                      S("a picture of"), S("photo of"), S("a photo of"),
                      S("photograph of"), S("a photograph of"), S("graphic of"),
                      S("a graphic of"), S("screenshot of"),
                      S("a screenshot of"), S("image showing"),
                      S("picture showing"), S("this image shows"),
                      S("this picture shows"), S("alt text for")),
            [WORD_VAGUE_HEADING] =
                FORMS(S("untitled"), S("no title"), S("title"),
                      S("report title"), S("title of report"),
                      S("title of the report"), S("insert title"),
                      S("new report"), S("document1"), S("new document"),
                      S("heading"), S("sub-heading"), S("subheading"),
                      S("new heading"), S("new section"), S("template"),
                      S("draft"), S("test"), S("tbc")),
            [WORD_FILE_ENDING] =
                FORMS(S(".png"), S(".jpg"), S(".jpeg"), S(".gif"), S(".svg"),
                      S(".bmp"), S(".tif"), S(".tiff"), S(".webp"), S(".emf"),
                      S(".wmf"), S(".pdf"), S(".doc"), S(".docx"), S(".dotx"),
                      S(".odt"), S(".rtf"), S(".xls"), S(".xlsx"), S(".csv"),
                      S(".ppt"), S(".pptx"), S(".xml"), S(".md"), S(".txt"),
                      S(".html")),
            [WORD_COLOUR] =
                FORMS(S("red"), S("amber"), S("green"), S("yellow"),
                      S("orange"), S("blue"), S("purple"), S("violet"),
                      S("pink"), S("brown"), S("grey"), S("gray"),
                      S("turquoise"), S("teal"), S("magenta"), S("shaded"),
                      S("highlighted"), S("coloured")),
        },
    .calendar =
        {
            .links = day_of,
            .nlinks = 1,
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
            .ordinals = {S("st"), S("nd"), S("rd"), S("th"), S("th"), S("th"),
                         S("th"), S("th"), S("th"), S("th"), S("th"), S("th"),
                         S("th"), S("th"), S("th"), S("th"), S("th"), S("th"),
                         S("th"), S("th"), S("st"), S("nd"), S("rd"), S("th"),
                         S("th"), S("th"), S("th"), S("th"), S("th"), S("th"),
                         S("st")},
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
