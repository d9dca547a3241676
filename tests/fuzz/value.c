/* Dates, times, financial years, figures: what a cell may hold. */
#include "core/value/period.h"
#include "tests/fuzz/fuzz.h"

static void read_dates(struct str text, const struct wording *w)
{
    struct date d = {0};
    struct str rest = text;
    size_t before;

    if (date_read(text, &w->calendar, &d) == DATE_OK) {
        FUZZ_MUST(date_valid(d));
        FUZZ_MUST(date_compare(date_of_days(date_days(d)), d) == 0);
        FUZZ_MUST(date_weekday(d) >= 0 && date_weekday(d) < 7);
    }
    do {
        before = rest.len;
        if (date_scan(&rest, &w->calendar, &d) == DATE_NOT_A_DATE)
            FUZZ_MUST(rest.len == before);
    } while (rest.len < before);
}

static void read_times(struct str text, const struct wording *w)
{
    struct period when = {0};
    unsigned traits;

    if (period_read(text, w, DATE_ORDER_DAY, &when, &traits) != DATE_OK)
        return;
    FUZZ_MUST(when.count <= PERIODS_MAX);
    for (size_t i = 0; i < when.count; i++) {
        const struct interval *x = &when.intervals[i];

        FUZZ_MUST(x->from.year == 0 || date_valid(x->from));
        FUZZ_MUST(x->to.year == 0 || date_valid(x->to));
        FUZZ_MUST(x->from.year == 0 || x->to.year == 0 ||
                  date_compare(x->from, x->to) <= 0);
    }
}

/* What is printed of a figure is read as the same figure. */
static void read_figures(struct fuzz *f, struct str text,
                         const struct wording *w)
{
    struct decimal d = {0};
    struct decimal again = {0};

    if (decimal_read(text, w->currency, &d) == NUMBER_OK) {
        FUZZ_MUST(d.scale <= MONEY_SCALE);
        if (decimal_round(d, MONEY_SCALE, &d)) {
            const struct str printed =
                wording_money(&f->arena, w, d.coefficient, MONEY_SCALE);

            FUZZ_MUST(decimal_read(printed, w->currency, &again) == NUMBER_OK);
            FUZZ_MUST(decimal_compare(d, again) == 0);
        }
    }
    if (decimal_read(text, (struct str){NULL, 0}, &d) == NUMBER_OK) {
        FUZZ_MUST(d.scale <= DECIMAL_SCALE_MAX);
        (void)wording_thousands(&f->arena, w, d, true, 0);
        (void)wording_millions(&f->arena, w, d, false, 0);
        FUZZ_MUST(!decimal_subtract(d, d, &again) || again.coefficient == 0);
        FUZZ_MUST(decimal_read(wording_number(&f->arena, w, d),
                               (struct str){NULL, 0}, &again) == NUMBER_OK);
        FUZZ_MUST(decimal_compare(d, again) == 0);
    }
    if (decimal_read_percent(text, &d) == NUMBER_OK)
        (void)wording_percent(&f->arena, w, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct wording *w = fuzz_template()->wording;
    const struct source *source;
    struct fuzz f;
    enum status st = ST_DATA;

    fuzz_begin(&f);
    source = fuzz_source(&f, "cell", SOURCE_TEXT,
                         (struct str){(const char *)data, size});
    if (source != NULL) {
        const int year = financial_year_read(source->text);

        FUZZ_MUST(year >= 0 && year <= 9999);
        read_dates(source->text, w);
        read_times(source->text, w);
        read_figures(&f, source->text, w);
        st = ST_OK;
    }
    fuzz_end(&f, st);
    return 0;
}
