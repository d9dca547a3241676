#include "core/value/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define POUND STR_LIT("\xC2\xA3")
#define PLAIN STR_LIT("")

struct reading_case {
    const char *text;
    int64_t coefficient;
    unsigned scale;
};

static void check_readings(const struct reading_case *cases, size_t n,
                           struct str symbol)
{
    for (size_t i = 0; i < n; i++) {
        struct decimal d = {-999, 9};

        print_message("%s\n", cases[i].text);
        assert_int_equal(decimal_read(str_of(cases[i].text), symbol, &d),
                         NUMBER_OK);
        assert_true(d.coefficient == cases[i].coefficient);
        assert_int_equal(d.scale, cases[i].scale);
    }
}

static void reads_money_as_people_write_it(void **state)
{
    static const struct reading_case cases[] = {
        {"\xC2\xA3"
         "1,234.56",
         123456, 2},
        {"1234.5", 12345, 1},
        {"(1,234)", -1234, 0},
        {"-\xC2\xA3"
         "1,234",
         -1234, 0},
        {"\xC2\xA3"
         "-1,234",
         -1234, 0},
        {"(\xC2\xA3"
         "1,234)",
         -1234, 0},
        {"\xC2\xA3"
         "(1,234.50)",
         -123450, 2},
        {"1,234-", -1234, 0},
        {"\xE2\x88\x92"
         "1,234",
         -1234, 0},
        {"\xE2\x80\x93"
         "1,234",
         -1234, 0},
        {"\xC2\xA3"
         "75k",
         75000, 0},
        {"75K", 75000, 0},
        {"1.2m", 1200000, 0},
        {"\xC2\xA3"
         "1.25 m",
         1250000, 0},
        {"1.2345678m", 12345678, 1},
        {"1.23456k", 123456, 2},
        {"\xC2\xA3"
         "3bn",
         INT64_C(3000000000), 0},
        {"1,234 CR", -1234, 0},
        {"1,234cr", -1234, 0},
        {"1,234.00 DR", 123400, 2},
        {"0", 0, 0},
        {"0.00", 0, 2},
        {"(0)", 0, 0},
        {"+5", 5, 0},
        {".5", 5, 1},
        {"5.", 5, 0},
        {"007", 7, 0},
        {" \xC2\xA3 1,234 ", 1234, 0},
        {"\xC2\xA0"
         "1,234.56\xC2\xA0",
         123456, 2},
        {"12.5000", 1250, 2},
        {"1 234", 1234, 0},
        {"1 234 567.50", 123456750, 2},
        {"12\xC2\xA0"
         "345",
         12345, 0},
        {"1\xE2\x80\xAF"
         "234",
         1234, 0},
        {"(1\xE2\x80\x89"
         "234)",
         -1234, 0},
        {"9223372036854775807", INT64_MAX, 0},
        {"-92233720368547758.07", -INT64_MAX, 2},
        {"1.00000000000000000000", 100, 2},
        {"000000000000000000000000000001", 1, 0},
    };

    (void)state;
    check_readings(cases, sizeof(cases) / sizeof(*cases), POUND);
}

static void keeps_the_decimals_of_plain_numbers(void **state)
{
    static const struct reading_case cases[] = {
        {"0.123456789", 123456789, 9},
        {"0.1234567890", 123456789, 9},
        {"1.50", 150, 2},
        {"-0.000000001", -1, 9},
        {"1 234 567.5", 12345675, 1},
        {"9223372036.854775807", INT64_MAX, 9},
    };

    (void)state;
    check_readings(cases, sizeof(cases) / sizeof(*cases), PLAIN);
}

struct refusal_case {
    const char *text;
    enum number_form form;
};

static void check_refusals(const struct refusal_case *cases, size_t n,
                           struct str symbol)
{
    for (size_t i = 0; i < n; i++) {
        struct decimal d = {-999, 9};

        print_message("%s\n", cases[i].text);
        assert_int_equal(decimal_read(str_of(cases[i].text), symbol, &d),
                         cases[i].form);
        assert_true(d.coefficient == -999 && d.scale == 9);
    }
}

static void says_why_money_cannot_be_read(void **state)
{
    static const struct refusal_case cases[] = {
        {"", NUMBER_NONE},
        {"  ", NUMBER_NONE},
        {"-", NUMBER_NONE},
        {"\xC2\xA3", NUMBER_NONE},
        {"()", NUMBER_NONE},
        {".", NUMBER_NONE},
        {",", NUMBER_NONE},
        {"TBC", NUMBER_NONE},
        {"$5", NUMBER_NONE},
        {"\xC2\xA3\xC2\xA3"
         "5",
         NUMBER_NONE},
        {"(5", NUMBER_NONE},
        {"5)", NUMBER_NONE},
        {"((5))", NUMBER_NONE},
        {"--5", NUMBER_NONE},
        {"-(5)", NUMBER_NONE},
        {"-5-", NUMBER_NONE},
        {"(5) CR", NUMBER_NONE},
        {"-5 CR", NUMBER_NONE},
        {"5 CR CR", NUMBER_NONE},
        {"5%", NUMBER_NONE},
        {"5kk", NUMBER_NONE},
        {"5 metres", NUMBER_NONE},
        {"5x", NUMBER_NONE},
        {"1.2.3", NUMBER_NONE},
        {"05/10/2012", NUMBER_NONE},
        {"12,34 apples", NUMBER_NONE},
        {"99999999999999999999 bottles", NUMBER_NONE},
        {"1E5x", NUMBER_NONE},
        {"1.2E+05", NUMBER_SCIENTIFIC},
        {"1e5", NUMBER_SCIENTIFIC},
        {"-1.2E-05", NUMBER_SCIENTIFIC},
        {"#REF!", NUMBER_BROKEN_FORMULA},
        {"#N/A", NUMBER_BROKEN_FORMULA},
        {" #DIV/0!", NUMBER_BROKEN_FORMULA},
        {"########", NUMBER_TOO_WIDE},
        {"##", NUMBER_TOO_WIDE},
        {"Err:502", NUMBER_BROKEN_FORMULA},
        {"#5", NUMBER_NONE},
        {"#", NUMBER_NONE},
        {"1,23,456", NUMBER_GROUPING},
        {"12,34", NUMBER_GROUPING},
        {"1234,567", NUMBER_GROUPING},
        {"1,,234", NUMBER_GROUPING},
        {",123", NUMBER_GROUPING},
        {"1,234,", NUMBER_GROUPING},
        {"0,123", NUMBER_GROUPING},
        {"1,234,56.78", NUMBER_GROUPING},
        {"1.234,56", NUMBER_GROUPING},
        {"1 234,567", NUMBER_GROUPING},
        {"1,234 567", NUMBER_GROUPING},
        {"1 234,56", NUMBER_GROUPING},
        {"1 23", NUMBER_SPACES},
        {"1234 567", NUMBER_SPACES},
        {"1 2345", NUMBER_SPACES},
        {"1 234 56", NUMBER_SPACES},
        {"0 123", NUMBER_SPACES},
        {"1  234", NUMBER_SPACES},
        {"1 234 apples", NUMBER_NONE},
        {"9223372036854775808", NUMBER_TOO_LARGE},
        {"99999999999999999999", NUMBER_TOO_LARGE},
        {"9999999999999999k", NUMBER_TOO_LARGE},
        {"1.234", NUMBER_TOO_PRECISE},
        {"0.333333333333333", NUMBER_TOO_PRECISE},
        {"0.3333333333333333", NUMBER_NOISE},
        {"63.230000000000004", NUMBER_NOISE},
        {"-558.82000000000005", NUMBER_NOISE},
        {"1.234567k", NUMBER_TOO_PRECISE},
    };

    (void)state;
    check_refusals(cases, sizeof(cases) / sizeof(*cases), POUND);
}

static void refuses_more_digits_than_it_can_keep(void **state)
{
    static const struct refusal_case cases[] = {
        {"0.1234567891", NUMBER_TOO_LARGE},
        {"0.333333333333333", NUMBER_TOO_LARGE},
        {"0.33333333333333333", NUMBER_NOISE},
        {"12 m", NUMBER_SUFFIX},
        {"12m", NUMBER_SUFFIX},
        {"2.5k", NUMBER_SUFFIX},
        {"3 CR", NUMBER_SUFFIX},
        {"(4k)", NUMBER_SUFFIX},
        {"12 metres", NUMBER_NONE},
        {"9223372036.854775808", NUMBER_NOISE},
        {"\xC2\xA3"
         "5",
         NUMBER_NONE},
    };

    (void)state;
    check_refusals(cases, sizeof(cases) / sizeof(*cases), PLAIN);
}

static void reads_percentages(void **state)
{
    struct decimal d;

    (void)state;
    assert_int_equal(decimal_read_percent(STR_LIT("31.18%"), &d), NUMBER_OK);
    assert_true(d.coefficient == 3118 && d.scale == 2);
    assert_int_equal(decimal_read_percent(STR_LIT("31.18"), &d), NUMBER_OK);
    assert_true(d.coefficient == 3118 && d.scale == 2);
    assert_int_equal(decimal_read_percent(STR_LIT("(5 %)"), &d), NUMBER_OK);
    assert_true(d.coefficient == -5 && d.scale == 0);
    assert_int_equal(decimal_read_percent(STR_LIT("-0.5%"), &d), NUMBER_OK);
    assert_true(d.coefficient == -5 && d.scale == 1);
    assert_int_equal(decimal_read_percent(STR_LIT("%"), &d), NUMBER_NONE);
    assert_int_equal(decimal_read_percent(STR_LIT("5%%"), &d), NUMBER_NONE);
    assert_int_equal(decimal_read_percent(STR_LIT("5k"), &d), NUMBER_NONE);
    assert_int_equal(decimal_read_percent(STR_LIT("1E2"), &d),
                     NUMBER_SCIENTIFIC);
}

static void lets_go_what_a_spreadsheet_made_of_a_number(void **state)
{
    static const struct {
        const char *text;
        uint8_t scale;
        int64_t coefficient;
        uint8_t kept;
    } cases[] = {
        {"63.230000000000004", 2, 6323, 2},
        {"-558.82000000000005", 2, -55882, 2},
        {"1,234.5600000000001", 2, 123456, 2},
        {"83.3333", 2, 8333, 2},
        {"83.335", 2, 8334, 2},
        {"1.00499999999999989", 2, 101, 2},
        {"-3.46945E-18", 2, 0, 2},
        {"1.5E-05", 9, 15000, 9},
        {"0.333333333333333315", 9, 333333333, 9},
        {"0.9999999999999999", 9, 1, 0},
        {"999999999999999.95", 2, 1000000000000000, 0},
        {"0.0000000004", 9, 0, 9},
        {"0.0000000005", 9, 1, 9},
        {"12", 2, 12, 0},
        {"10.00", 2, 1000, 2},
        {"\xC2\xA3"
         "1.2000000000000002m",
         2, 1200000, 0},
        {"(0.10000000000000001)", 2, -10, 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct decimal d = {0, 0};
        const struct decimal want = {cases[i].coefficient, cases[i].kept};

        print_message("%s\n", cases[i].text);
        assert_int_equal(
            decimal_read_rounded(str_of(cases[i].text),
                                 cases[i].scale == 2 ? POUND : PLAIN, 0, &d),
            NUMBER_OK);
        assert_int_equal(decimal_compare(d, want), 0);
    }
}

static void reads_money_in_its_unit(void **state)
{
    static const struct {
        const char *text;
        uint8_t zeros;
        enum number_form form;
        int64_t coefficient;
        uint8_t scale;
    } cases[] = {
        {"572", 3, NUMBER_OK, 572000, 0},
        {"(1,234)", 3, NUMBER_OK, -1234000, 0},
        {"1.2345", 3, NUMBER_OK, 12345, 1},
        {"1.23456", 3, NUMBER_OK, 123456, 2},
        {"1.234567", 3, NUMBER_TOO_PRECISE, 0, 0},
        {"1.3", 6, NUMBER_OK, 1300000, 0},
        {"1.2m", 3, NUMBER_OK, 1200000, 0},
        {"75k", 6, NUMBER_OK, 75000, 0},
        {"0", 6, NUMBER_OK, 0, 0},
        {"9223372036854775807", 3, NUMBER_TOO_LARGE, 0, 0},
        {"abc", 3, NUMBER_NONE, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct decimal d = {0, 0};

        print_message("%s\n", cases[i].text);
        assert_int_equal(decimal_read_money(str_of(cases[i].text), POUND,
                                            cases[i].zeros, &d),
                         cases[i].form);
        assert_int_equal(d.coefficient, cases[i].coefficient);
        assert_int_equal(d.scale, cases[i].scale);
    }
}

static void rounds_no_digits_that_are_lost(void **state)
{
    static const struct refusal_case cases[] = {
        {"1.2E+05", NUMBER_SCIENTIFIC},
        {"1e5", NUMBER_SCIENTIFIC},
        {"#REF!", NUMBER_BROKEN_FORMULA},
        {"", NUMBER_NONE},
        {"E-05", NUMBER_NONE},
        {"5 apples", NUMBER_NONE},
        {"0.1111111111111111111111111111111111111111111111", NUMBER_NONE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct decimal d;

        print_message("%s\n", cases[i].text);
        assert_int_equal(
            decimal_read_rounded(str_of(cases[i].text), POUND, 0, &d),
            cases[i].form);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_money_as_people_write_it),
        cmocka_unit_test(keeps_the_decimals_of_plain_numbers),
        cmocka_unit_test(says_why_money_cannot_be_read),
        cmocka_unit_test(refuses_more_digits_than_it_can_keep),
        cmocka_unit_test(reads_percentages),
        cmocka_unit_test(lets_go_what_a_spreadsheet_made_of_a_number),
        cmocka_unit_test(reads_money_in_its_unit),
        cmocka_unit_test(rounds_no_digits_that_are_lost),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
