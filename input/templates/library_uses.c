#include "input/templates/library_uses.h"

struct library_uses library_uses_of(struct library *library,
                                    struct arena *arena,
                                    struct findings *findings)
{
    return (struct library_uses){
        .library = library,
        .findings = findings,
        .units = list_of(arena, sizeof(const struct library_unit *)),
        .status = ST_OK,
    };
}

static bool is_used(const struct library_uses *u,
                    const struct library_unit *unit)
{
    const struct library_unit *const *units = u->units.items;

    for (size_t i = 0; i < u->units.count; i++) {
        if (units[i] == unit)
            return true;
    }
    return false;
}

static const void *use(struct library_uses *u, enum library_part part,
                       struct str id, bool *faulty)
{
    const struct library_unit *unit = library_unit(u->library, part, id);
    const struct library_unit **kept;

    if (unit == NULL)
        return NULL;
    if (!is_used(u, unit)) {
        library_unchanged(u->library, unit);
        kept = list_add(&u->units);
        if (kept != NULL)
            *kept = unit;
        findings_share(u->findings, &unit->findings);
        u->status = status_worst(u->status, unit->status);
    }
    *faulty = unit->status != ST_OK;
    return *faulty ? NULL : unit->made;
}

static const struct template *find(void *uses, struct str id, bool *faulty)
{
    return use(uses, LIBRARY_TEMPLATES, id, faulty);
}

static const struct kind *find_kind(void *uses, struct str id, bool *faulty)
{
    return use(uses, LIBRARY_KINDS, id, faulty);
}

static const struct rules *find_rules(void *uses, struct str id, bool *faulty)
{
    return use(uses, LIBRARY_RULES, id, faulty);
}

static void offer_part(struct library_uses *u, enum library_part part,
                       struct list *names)
{
    struct list ids = list_of(names->arena, sizeof(const char *));
    const enum status st = library_names(u->library, part, u->findings, &ids);
    const char *const *items = ids.items;

    u->status = status_worst(u->status, st);
    for (size_t i = 0; i < ids.count; i++) {
        struct str *name = list_add(names);

        if (name != NULL)
            *name = str_of(items[i]);
    }
}

static void offer(void *uses, struct list *names)
{
    offer_part(uses, LIBRARY_TEMPLATES, names);
}

static void offer_kinds(void *uses, struct list *names)
{
    offer_part(uses, LIBRARY_KINDS, names);
}

static void offer_rules(void *uses, struct list *names)
{
    offer_part(uses, LIBRARY_RULES, names);
}

static const struct wording *find_wording(void *uses, struct str lang)
{
    struct str rest = lang;
    const struct str primary = str_cut(&rest, '-');
    bool faulty = false;
    const struct wording *w = use(uses, LIBRARY_WORDINGS, lang, &faulty);

    if (w == NULL && !faulty && rest.len > 0)
        w = use(uses, LIBRARY_WORDINGS, primary, &faulty);
    return w;
}

/* That of the first template that can be read. */
static const struct wording *any_wording(void *uses)
{
    const struct library_uses *u = uses;
    struct list ids = list_of(u->units.arena, sizeof(const char *));
    struct findings unsaid;
    const char *const *items;

    findings_init(&unsaid, u->units.arena);
    if (library_names(u->library, LIBRARY_TEMPLATES, &unsaid, &ids) != ST_OK)
        return NULL;
    items = ids.items;
    for (size_t i = 0; i < ids.count; i++) {
        const struct library_unit *unit =
            library_unit(u->library, LIBRARY_TEMPLATES, str_of(items[i]));
        const struct template *t = unit == NULL ? NULL : unit->made;

        if (t != NULL && unit->status == ST_OK)
            return t->wording;
    }
    return NULL;
}

struct templates library_templates(struct library_uses *uses)
{
    return (struct templates){.context = uses,
                              .find = find,
                              .find_kind = find_kind,
                              .find_rules = find_rules,
                              .offer = offer,
                              .offer_kinds = offer_kinds,
                              .offer_rules = offer_rules,
                              .find_wording = find_wording,
                              .any_wording = any_wording};
}

void library_uses_digest(const struct library_uses *uses,
                         uint8_t sha256[DIGEST_SIZE])
{
    const struct library_unit *const *units = uses->units.items;
    struct arena *arena = uses->units.arena;
    struct buf b;

    buf_init(&b, SIZE_MAX / 2);
    for (size_t i = 0; i < uses->units.count; i++)
        buf_add(&b, units[i]->sha256, DIGEST_SIZE);
    digest_sha256(buf_view(&b), sha256);
    if (buf_status(&b) != ST_OK)
        arena_fail(arena, buf_status(&b));
    buf_free(&b);
}

static bool is_listed(const struct list *sources, const struct source *source)
{
    const struct source *const *items = sources->items;

    for (size_t i = 0; i < sources->count; i++) {
        if (items[i] == source)
            return true;
    }
    return false;
}

void library_uses_sources(const struct library_uses *uses, struct list *sources)
{
    const struct library_unit *const *units = uses->units.items;

    for (size_t i = 0; i < uses->units.count; i++) {
        const struct source *const *files = units[i]->sources.items;

        for (size_t j = 0; j < units[i]->sources.count; j++) {
            const struct source **kept =
                is_listed(sources, files[j]) ? NULL : list_add(sources);

            if (kept != NULL)
                *kept = files[j];
        }
    }
}
