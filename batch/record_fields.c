#include "batch/record_fields.h"
#include "core/base/json_out.h"

/* What field I says to AUDIENCE; empty: nothing. DAY is room for it. */
static struct str said(const struct figures *f, size_t i,
                       enum audience audience, char day[DATE_ISO_SIZE])
{
    const struct template_field *asked = &f->template_used->fields[i];
    const struct field *given = report_field(f->report, str_of(asked->id));

    if (asked->audience == AUDIENCE_INTERNAL && audience != AUDIENCE_INTERNAL)
        return STR_LIT("");
    if (given == NULL || given->text.len == 0)
        return f->field_texts == NULL ? STR_LIT("") : f->field_texts[i];
    if (given->audience == AUDIENCE_INTERNAL && audience != AUDIENCE_INTERNAL)
        return STR_LIT("");
    if (given->date.year == 0)
        return given->text;
    return str_of(date_iso(given->date, day));
}

struct str record_fields_council(const struct figures *figures,
                                 enum audience audience)
{
    const struct template *t = figures->template_used;
    char day[DATE_ISO_SIZE];

    for (size_t i = 0; i < t->nfields; i++) {
        if (t->fields[i].role == FIELD_ROLE_COUNCIL &&
            t->fields[i].type == FIELD_TEXT) {
            const struct str text = said(figures, i, audience, day);

            if (text.len > 0)
                return text;
        }
    }
    return t->house->council;
}

void record_fields_write(const struct figures *figures, enum audience audience,
                         struct buf *out)
{
    const struct template *t = figures->template_used;
    char day[DATE_ISO_SIZE];
    struct json_out j;

    json_out_init(&j, out, false);
    json_out_object(&j);
    for (size_t i = 0; i < t->nfields; i++) {
        const struct str text = said(figures, i, audience, day);

        if (text.len > 0)
            json_out_member_string(&j, t->fields[i].id, text);
    }
    json_out_end(&j);
}
