#include "core/base/ascii.h"
#include "core/base/letter_case.h"
#include "input/survey/survey.h"

#define ID_MAX 40     /* bytes of an id that is made from a name */
#define SPACED_FROM 3 /* letters of a first word before a capital */

struct str survey_file_name(const struct source *source)
{
    struct str rest = str_of(source->name);
    struct str name = rest;

    while (rest.len > 0)
        name = str_cut(&rest, '/');
    return name;
}

/* The letter or digit that C is in an id; 0: none. */
static char of_id(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

/* The name of the file without its ending, and without the number that it may
   begin with. */
static struct str stem(const struct source *source)
{
    struct str name = survey_file_name(source);
    size_t end = name.len;

    while (end > 0 && name.ptr[end - 1] != '.')
        end--;
    if (end > 1)
        name = str_to(name, end - 1);
    while (name.len > 0 && (of_id(name.ptr[0]) == 0 || is_digit(name.ptr[0])))
        name = str_from(name, 1);
    return name;
}

/* How much of an id that was cut off within a word is left without that word;
   all of one that is a single word. */
static size_t whole_words(const char *id, size_t n)
{
    size_t end = n;

    while (end > 0 && id[end - 1] != '-')
        end--;
    return end > 0 ? end : n;
}

struct str survey_name(struct arena *arena, const struct source *source)
{
    const struct str name = stem(source);
    char id[ID_MAX];
    size_t n = 0;
    size_t i = 0;

    for (; i < name.len && n < sizeof(id); i++) {
        const char c = of_id(name.ptr[i]);

        if (c != 0)
            id[n++] = c;
        else if (n > 0 && id[n - 1] != '-')
            id[n++] = '-';
    }
    if (i < name.len && of_id(name.ptr[i]) != 0)
        n = whole_words(id, n);
    n -= n > 0 && id[n - 1] == '-';
    return n > 0 ? arena_str(arena, (struct str){id, n}) : STR_LIT("data");
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Whether a word begins at byte I of NAME, which has no spaces: FinancialYear,
   FTEFraudStaff. */
static bool word_begins(struct str name, size_t i)
{
    return i > 0 && is_capital(name.ptr[i]) &&
           (!is_capital(name.ptr[i - 1]) ||
            (i + 1 < name.len && name.ptr[i + 1] >= 'a' &&
             name.ptr[i + 1] <= 'z'));
}

/* Where each word of NAME begins with a capital; not kWh, PhD, tCO2e. */
static bool has_capitals_for_spaces(struct str name)
{
    for (size_t i = 1; i < name.len; i++) {
        if (word_begins(name, i))
            return i >= SPACED_FROM;
    }
    return false;
}

static bool has_letter(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (is_letter_at(name, i))
            return true;
    }
    return false;
}

static bool has_capital(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        if (is_capital(name.ptr[i]))
            return true;
    }
    return false;
}

struct str survey_words(struct arena *arena, struct str name)
{
    const bool spaced = has_capitals_for_spaces(name);
    char *words;
    size_t n = 0;

    if (str_find_char(name, ' ') < name.len || !has_letter(name))
        return name;
    if (!spaced && str_find_char(name, '_') == name.len)
        return has_capital(name) ? name : letters_capital(arena, name);
    words = arena_alloc(arena, 2, name.len);
    if (words == NULL)
        return name;
    for (size_t i = 0; i < name.len; i++) {
        const bool begins = spaced && word_begins(name, i);
        const bool is_word =
            begins && i + 1 < name.len && !is_capital(name.ptr[i + 1]);

        if (begins && name.ptr[i - 1] != '_')
            words[n++] = ' ';
        if (name.ptr[i] == '_')
            words[n++] = ' ';
        else
            words[n++] = is_word ? of_id(name.ptr[i]) : name.ptr[i];
    }
    name = str_trim((struct str){words, n});
    return spaced || !has_capital(name) ? letters_capital(arena, name) : name;
}

struct str survey_title(struct arena *arena, const struct source *source)
{
    const struct str name = stem(source);

    return name.len == 0 ? survey_name(arena, source)
                         : letters_capital(arena, survey_words(arena, name));
}
