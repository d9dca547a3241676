#include "batch/record.h"

#include "core/base/json_out.h"
#include "core/base/version.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *record_crc32(uint32_t crc32, char hex[RECORD_CRC32_SIZE])
{
    (void)snprintf(hex, RECORD_CRC32_SIZE, "%08" PRIx32, crc32);
    return hex;
}

struct record_file record_file_of(struct str name, struct str bytes)
{
    struct record_file file = {.name = name, .size = bytes.len};

    digest_sha256(bytes, file.sha256);
    return file;
}

static void put_digest(struct json_out *j, const char *name,
                       const uint8_t sha256[DIGEST_SIZE])
{
    char hex[DIGEST_HEX_SIZE];

    digest_hex(sha256, hex);
    json_out_name(j, name);
    json_out_cstr(j, hex);
}

static void put_files(struct json_out *j, const char *name,
                      const struct record_file *files, size_t nfiles)
{
    json_out_name(j, name);
    json_out_array(j);
    for (size_t i = 0; i < nfiles; i++) {
        json_out_object(j);
        json_out_member_string(j, "name", files[i].name);
        json_out_member_count(j, "bytes", files[i].size);
        put_digest(j, "sha256", files[i].sha256);
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_template(struct json_out *j, const struct record *r)
{
    json_out_name(j, "template");
    json_out_object(j);
    json_out_member_string(j, "id", r->template_id);
    put_digest(j, "sha256", r->template_sha256);
    put_files(j, "files", r->template_files, r->ntemplate_files);
    json_out_end(j);
}

static void put_fonts(struct json_out *j, const struct record *r)
{
    json_out_name(j, "fonts");
    json_out_array(j);
    for (size_t i = 0; i < r->nfonts; i++) {
        char hex[RECORD_CRC32_SIZE];

        json_out_object(j);
        json_out_member_string(j, "name", r->fonts[i].name);
        json_out_member_cstr(j, "crc32", record_crc32(r->fonts[i].crc32, hex));
        json_out_end(j);
    }
    json_out_end(j);
}

/* What the report is, as lists of reports say it. */
static void put_head(struct json_out *j, const struct record *r)
{
    char day[DATE_ISO_SIZE];

    if (r->fields.len == 0)
        return;
    json_out_member_string(j, "lang", r->lang);
    if (r->council.len > 0)
        json_out_member_string(j, "council", r->council);
    if (r->date.year != 0)
        json_out_member_cstr(j, "date", date_iso(r->date, day));
    json_out_member_raw(j, "fields", r->fields);
}

/* JSON that was made elsewhere; empty: there is none. */
static void put_made(struct json_out *j, const char *name, struct str json)
{
    if (json.len > 0)
        json_out_member_raw(j, name, json);
}

struct str audience_name(enum audience audience)
{
    return audience == AUDIENCE_INTERNAL ? STR_LIT("internal")
                                         : STR_LIT("published");
}

const char *audience_mark(enum audience audience)
{
    return audience == AUDIENCE_INTERNAL ? INTERNAL_MARK : "";
}

struct str record_report_of(struct str file, enum audience audience)
{
    const struct str extension = STR_LIT(".json");
    struct str name;

    if (file.len == 0 || file.ptr[0] == '.' || !str_ends(file, extension))
        return STR_LIT("");
    name = str_to(file, file.len - extension.len);
    if (str_ends(name, STR_LIT(INTERNAL_MARK)) !=
        (audience == AUDIENCE_INTERNAL))
        return STR_LIT("");
    return str_to(name, name.len - strlen(audience_mark(audience)));
}

void record_write(const struct record *r, struct buf *out)
{
    struct json_out j;

    json_out_init(&j, out, false);
    json_out_object(&j);
    json_out_member_int(&j, "format", RECORD_FORMAT);
    json_out_member_string(&j, "name", r->name);
    json_out_member_string(&j, "title", r->title);
    put_head(&j, r);
    json_out_member_cstr(&j, "status", status_name(r->status));
    json_out_member_string(&j, "copy", audience_name(r->audience));
    json_out_member_string(&j, "version", STR_LIT(COUNCILPRESS_VERSION));
    put_digest(&j, "made-from", r->made_from_sha256);
    put_template(&j, r);
    put_fonts(&j, r);
    put_files(&j, "inputs", r->inputs, r->ninputs);
    put_files(&j, "outputs", r->outputs, r->noutputs);
    if (r->pages > 0) {
        json_out_member_int(&j, "pages", r->pages);
    }
    json_out_name(&j, "findings");
    findings_json(r->findings, &j);
    put_made(&j, "excerpts", r->excerpts);
    put_made(&j, "paper", r->paper);
    put_made(&j, "facts", r->facts);
    put_made(&j, "rules", r->rules);
    put_made(&j, "accessibility", r->accessibility);
    json_out_end(&j);
    buf_char(out, '\n');
}
