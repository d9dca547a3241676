#include "generators/chart_takes.h"

void chart_refuse(const struct chart_data *c, struct place at,
                  const char *attribute, const char *hint)
{
    finding(c->in->findings, FINDING_BAD_ATTRIBUTE, at,
            "a chart `%s` has no `%s`",
            choice_name(chart_draw_choices, (int)c->call->draw), attribute);
    finding_hint(c->in->findings, "%s", hint);
}

bool chart_takes(const struct chart_data *c, unsigned takes, const char *hint)
{
    const struct chart_call *call = c->call;
    const struct {
        const char *name;
        struct place at;
        unsigned needs;
        bool given;
    } attributes[] = {
        {"series", call->series.at, CHART_TAKES_SERIES,
         call->series.text.len > 0},
        {"lines", call->lines.at, CHART_TAKES_LINES, call->lines.text.len > 0},
        {"against", call->against.at, CHART_TAKES_AGAINST,
         call->against.text.len > 0},
        {"under", call->under.at, CHART_TAKES_UNDER, call->under.text.len > 0},
        {"as-at", call->as_at.at, CHART_TAKES_DAYS, call->as_at.text.len > 0},
        {"begin", call->begin.at, CHART_TAKES_DAYS, call->begin.text.len > 0},
        {"end", call->end.at, CHART_TAKES_DAYS, call->end.text.len > 0},
        {"sort", call->at, CHART_TAKES_SORT, call->sort != CHART_AS_DATA},
        {"other", call->at, CHART_TAKES_OTHER, call->other},
        {"across", call->at, CHART_TAKES_ACROSS,
         call->across == CHART_BY_COLUMNS},
        {"unit", call->at, CHART_TAKES_UNIT, call->unit != CHART_UNIT_UNSAID},
    };

    for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++) {
        if (!attributes[i].given || (attributes[i].needs & takes) != 0)
            continue;
        chart_refuse(c, attributes[i].at, attributes[i].name, hint);
        return false;
    }
    return true;
}

bool chart_takes_words(const struct chart_data *c)
{
    for (size_t i = 0; i < c->call->nwords; i++) {
        if (c->call->words[i].part != CHART_PART_ALT)
            continue;
        finding(c->in->findings, FINDING_BAD_ELEMENT,
                c->call->words[i].words.at,
                "a chart `%s` is a table, and has no alternative text",
                choice_name(chart_draw_choices, (int)c->call->draw));
        finding_hint(c->in->findings,
                     "say it in <title> or <subtitle>, or take it out");
        return false;
    }
    return true;
}
