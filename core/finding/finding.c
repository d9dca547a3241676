#include "core/finding/finding.h"
#include "core/base/utf8.h"

#include <stdio.h>
#include <string.h>

/* Longer messages are cut: a cell may hold megabytes. */
#define MESSAGE_MAX 1024
#define ELLIPSIS "\xE2\x80\xA6"
#define NAMES_SHOWN 12

static const struct {
    enum finding_level level;
    const char *code;
} table[] = {
#define FINDING(id, level, code, cause, cure)                                  \
    [FINDING_##id] = {LEVEL_##level, code},
#include "core/finding/finding_table.h"
#undef FINDING
};

const struct choice acknowledged_choices[] = {
#define FINDING(id, level, code, cause, cure)
#define FINDING_OF_CELL(id, level, code, cause, cure)                          \
    {code, FINDING_##id, cause, NULL},
#include "core/finding/finding_table.h"
#undef FINDING
    CHOICE_END};

_Static_assert(sizeof(table) / sizeof(*table) == FINDING_MAX,
               "each finding has its row");

const char *finding_code(enum finding_id id)
{
    return id < FINDING_MAX ? table[id].code : "";
}

enum finding_level finding_level(enum finding_id id)
{
    return id < FINDING_MAX ? table[id].level : LEVEL_ERROR;
}

const char *finding_level_name(enum finding_level level)
{
    static const char *const names[] = {
        [LEVEL_ACKNOWLEDGED] = "acknowledged",
        [LEVEL_NOTE] = "note",
        [LEVEL_JUDGE] = "judge",
        [LEVEL_WARNING] = "warning",
        [LEVEL_ERROR] = "error",
    };

    return names[level];
}

enum finding_id finding_of_code(struct str code)
{
    for (size_t i = 0; i < FINDING_MAX; i++) {
        if (str_is(code, table[i].code))
            return (enum finding_id)i;
    }
    return FINDING_MAX;
}

void findings_init(struct findings *f, struct arena *arena)
{
    *f = (struct findings){.arena = arena};
}

void findings_init_unheard(struct findings *f, struct arena *arena)
{
    *f = (struct findings){.arena = arena, .count = FINDINGS_MAX};
}

/* N bytes of TEXT, or fewer so that no character is cut in two. */
static size_t whole_characters(const char *text, size_t n)
{
    while (n > 0 && utf8_continues(text[n]))
        n--;
    return n;
}

static struct str PRINTF_LIKE(2, 0)
    message(struct arena *a, const char *fmt, va_list args)
{
    char text[MESSAGE_MAX];
    const int n = vsnprintf(text, sizeof(text), fmt, args);

    if (n < 0)
        return arena_str(a, str_of(fmt));
    if ((size_t)n >= sizeof(text)) {
        const size_t room = sizeof(text) - sizeof(ELLIPSIS);
        const size_t kept = whole_characters(text, room);

        memcpy(text + kept, ELLIPSIS, sizeof(ELLIPSIS));
    }
    return arena_str(a, str_of(text));
}

static void count_level(struct findings *f, enum finding_level level)
{
    f->errors += level == LEVEL_ERROR;
    f->warnings += level == LEVEL_WARNING;
}

static void uncount_level(struct findings *f, enum finding_level level)
{
    f->errors -= level == LEVEL_ERROR;
    f->warnings -= level == LEVEL_WARNING;
}

static bool has_room(const struct findings *f, enum finding_level level)
{
    return f->count < FINDINGS_MAX &&
           (level == LEVEL_ERROR || f->mild < FINDINGS_MILD_MAX);
}

/* Counted first, so that what is not kept stops the report as well. */
static struct finding *append(struct findings *f, enum finding_level level)
{
    struct finding *x = NULL;

    f->added_level = level;
    f->added = NULL;
    count_level(f, level);
    if (has_room(f, level))
        x = arena_alloc(f->arena, 1, sizeof(*x));
    if (x == NULL) {
        f->dropped++;
        return NULL;
    }
    if (f->last == NULL)
        f->first = x;
    else
        f->last->next = x;
    f->last = x;
    f->added = x;
    f->count++;
    f->mild += level != LEVEL_ERROR;
    return x;
}

struct finding *finding(struct findings *f, enum finding_id id, struct place at,
                        const char *fmt, ...)
{
    struct finding *x = append(f, finding_level(id));
    va_list args;

    if (x == NULL)
        return NULL;
    x->id = id;
    x->level = f->added_level;
    x->at = at;
    va_start(args, fmt);
    x->text = message(f->arena, fmt, args);
    va_end(args);
    return x;
}

static bool says(const struct finding *x, enum finding_id id,
                 const struct source *source, const char *hint)
{
    return x->id == id && x->at.source == source && str_is(x->hint, hint);
}

/* What is dropped is counted as such. A text that is read twice is counted
   once: texts are read from a source's beginning to its end. */
bool finding_again(struct findings *f, enum finding_id id, struct place at,
                   const char *hint)
{
    struct finding *x = f->again;

    if (at.source == NULL)
        return false;
    if (x == NULL || !says(x, id, at.source, hint)) {
        x = has_room(f, finding_level(id)) ? f->first : NULL;
        while (x != NULL && !says(x, id, at.source, hint))
            x = x->next;
    }
    if (x == NULL)
        return false;
    f->again = x;
    if (place_compare(x->more > 0 ? x->last : x->at, at) < 0) {
        x->last = at;
        x->more++;
    }
    return true;
}

/* How many of LEVEL are not dropped. */
static size_t kept(const struct findings *f, enum finding_level level)
{
    size_t n = 0;

    for (const struct finding *x = f->first; x != NULL; x = x->next)
        n += x->level == level;
    return n;
}

void findings_share(struct findings *f, const struct findings *from)
{
    for (const struct finding *s = from->first; s != NULL; s = s->next) {
        struct finding *x = append(f, s->level);

        if (x == NULL)
            continue;
        *x = *s;
        x->next = NULL;
        x->shared = true;
    }
    f->dropped += from->dropped;
    f->errors += from->errors - kept(from, LEVEL_ERROR);
    f->warnings += from->warnings - kept(from, LEVEL_WARNING);
}

void finding_hint(struct findings *f, const char *fmt, ...)
{
    va_list args;

    if (f->added == NULL)
        return;
    va_start(args, fmt);
    f->added->hint = message(f->arena, fmt, args);
    va_end(args);
}

void finding_acknowledge(struct findings *f, struct str because)
{
    uncount_level(f, f->added_level);
    f->added_level = LEVEL_ACKNOWLEDGED;
    if (f->added == NULL)
        return;
    f->added->level = LEVEL_ACKNOWLEDGED;
    f->added->because = because;
}

static bool is_among(struct str word, const struct str *words, size_t nwords)
{
    for (size_t i = 0; i < nwords; i++) {
        if (str_eq(word, words[i]))
            return true;
    }
    return false;
}

void finding_known(struct findings *f, const struct str *words, size_t nwords)
{
    char list[MESSAGE_MAX];
    size_t len = 0;

    if (nwords == 0)
        return;
    list[0] = '\0';
    for (size_t i = 0; i < nwords && i < NAMES_SHOWN; i++) {
        int n;

        if (is_among(words[i], words, i))
            continue;
        n = snprintf(list + len, sizeof(list) - len, "%s%.*s",
                     len > 0 ? ", " : "", STR_ARG(words[i]));
        if (n < 0 || (size_t)n >= sizeof(list) - len)
            break;
        len += (size_t)n;
    }
    finding_hint(f, "known here: %.*s%s", (int)len, list,
                 nwords > NAMES_SHOWN ? ", and others" : "");
}

void finding_nearest(struct findings *f, struct str found,
                     const struct str *words, size_t nwords)
{
    const int near = str_nearest(found, words, nwords);

    if (near >= 0)
        finding_hint(f, "did you mean `%.*s`?", STR_ARG(words[near]));
    else
        finding_known(f, words, nwords);
}

struct place findings_retract(struct findings *f, enum finding_id id,
                              struct place from)
{
    struct place first = NOWHERE;
    struct finding **link = &f->first;

    f->last = NULL;
    f->added = NULL;
    f->again = NULL;
    while (*link != NULL) {
        struct finding *x = *link;

        if (x->id != id || x->at.source != from.source ||
            place_compare(x->at, from) < 0) {
            f->last = x;
            link = &x->next;
            continue;
        }
        if (first.source == NULL || place_compare(x->at, first) < 0)
            first = x->at;
        uncount_level(f, x->level);
        f->count--;
        *link = x->next;
    }
    return first;
}

void findings_strict(struct findings *f)
{
    for (struct finding *x = f->first; x != NULL; x = x->next) {
        if (x->level == LEVEL_WARNING)
            x->level = LEVEL_ERROR;
    }
    f->errors += f->warnings;
    f->warnings = 0;
}

bool findings_have(const struct findings *f, enum finding_id id,
                   struct place at)
{
    for (const struct finding *x = f->first; x != NULL; x = x->next) {
        if (x->id == id && place_compare(x->at, at) == 0)
            return true;
    }
    return false;
}

bool findings_stop(const struct findings *f)
{
    return f->errors > 0;
}

/* Two sorted lists into one; of equal places A's comes first. */
static struct finding *merged(struct finding *a, struct finding *b)
{
    struct finding *first = NULL;
    struct finding **end = &first;

    while (a != NULL && b != NULL) {
        struct finding **least = place_compare(a->at, b->at) <= 0 ? &a : &b;

        *end = *least;
        end = &(*least)->next;
        *least = *end;
    }
    *end = a != NULL ? a : b;
    return first;
}

/* Merge sort: RUNS[i] is empty or a sorted list of 2^i findings. */
static struct finding *sorted(struct finding *list)
{
    struct finding *runs[16] = {NULL};
    const size_t nruns = sizeof(runs) / sizeof(*runs);
    struct finding *all = NULL;

    _Static_assert(FINDINGS_MAX < 1 << 15, "the last run is never full");
    while (list != NULL) {
        struct finding *run = list;
        size_t i = 0;

        list = list->next;
        run->next = NULL;
        for (; i < nruns - 1 && runs[i] != NULL; i++) {
            run = merged(runs[i], run);
            runs[i] = NULL;
        }
        runs[i] = run;
    }
    for (size_t i = 0; i < nruns; i++)
        all = merged(runs[i], all);
    return all;
}

/* GROUP is the first finding of X's place. */
static bool said_before(const struct finding *group, const struct finding *x)
{
    for (; group != x; group = group->next) {
        if (group->id == x->id && group->level == x->level &&
            str_eq(group->text, x->text))
            return true;
    }
    return false;
}

static struct str PRINTF_LIKE(2, 3)
    made_message(struct arena *a, const char *fmt, ...)
{
    va_list args;
    struct str text;

    va_start(args, fmt);
    text = message(a, fmt, args);
    va_end(args);
    return text;
}

static void say_more(struct findings *f, struct finding *x)
{
    if (x->more == 0)
        return;
    x->text = made_message(f->arena, "%.*s; %u more like it %s in this %s",
                           STR_ARG(x->text), (unsigned)x->more,
                           x->more == 1 ? "is" : "are",
                           x->at.source->sheet != NULL ? "sheet" : "file");
    x->more = 0;
}

void findings_sort(struct findings *f)
{
    struct finding *group = NULL;
    struct finding **link = &f->first;

    f->first = sorted(f->first);
    f->last = NULL;
    f->added = NULL;
    f->again = NULL;
    f->added_level = LEVEL_ACKNOWLEDGED;
    while (*link != NULL) {
        struct finding *x = *link;

        if (group == NULL || place_compare(group->at, x->at) != 0)
            group = x;
        if (said_before(group, x)) {
            uncount_level(f, x->level);
            f->count--;
            *link = x->next;
            continue;
        }
        say_more(f, x);
        f->last = x;
        link = &x->next;
    }
}
