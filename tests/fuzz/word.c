/* Prose of a Word file. The input is the document; the container around it, in
   which the target puts it, is whole: libzip's own faults are not looked for.
 */
#include "core/doc/doc.h"
#include "input/office/word_in.h"
#include "tests/fuzz/fuzz.h"

#include <libdeflate.h>

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATION(id, type, target)                                             \
    "<Relationship Id='" id "' Type='" R "/" type "' Target='" target "'/>"

struct part {
    const char *name;
    const char *text; /* NULL: the input */
};

static const struct part parts[] = {
    {"_rels/.rels", "<Relationships>" RELATION("a", "officeDocument",
                                               "d.xml") "</Relationships>"},
    {"_rels/d.xml.rels", "<Relationships>" RELATION("s", "styles", "s.xml")
                             RELATION("n", "numbering", "n.xml") RELATION(
                                 "f", "footnotes", "f.xml") "</Relationships>"},
    {"s.xml",
     "<w:styles xmlns:w='" W "'><w:style w:styleId='Heading1'><w:name "
     "w:val='heading 1'/></w:style><w:style w:styleId='a'><w:basedOn "
     "w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/>"
     "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
     "</w:styles>"},
    {"n.xml",
     "<w:numbering xmlns:w='" W "'><w:abstractNum w:abstractNumId='0'>"
     "<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl></w:abstractNum>"
     "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
     "<w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num></w:numbering>"},
    {"f.xml",
     "<w:footnotes xmlns:w='" W "'><w:footnote w:id='2'><w:p><w:r><w:t>Note"
     "</w:t></w:r></w:p></w:footnote></w:footnotes>"},
    {"d.xml", NULL},
};

#define PARTS (sizeof(parts) / sizeof(parts[0]))

static void put(struct buf *out, uint32_t value, int bytes)
{
    for (; bytes > 0; bytes--) {
        buf_char(out, (char)(value & 0xFF));
        value >>= 8;
    }
}

/* What the headers of a part have in common: APPNOTE 4.4. */
static void put_header(struct buf *out, struct str name, struct str bytes)
{
    put(out, 20, 2); /* the version that can read it */
    put(out, 0, 8);  /* no flags, stored, no time */
    put(out, libdeflate_crc32(0, bytes.ptr, bytes.len), 4);
    put(out, (uint32_t)bytes.len, 4);
    put(out, (uint32_t)bytes.len, 4);
    put(out, (uint32_t)name.len, 2);
    put(out, 0, 2);
}

static void pack(struct buf *out, struct str input)
{
    uint32_t offsets[PARTS];
    uint32_t directory;

    for (size_t i = 0; i < PARTS; i++) {
        const struct str name = str_of(parts[i].name);
        const struct str bytes =
            parts[i].text == NULL ? input : str_of(parts[i].text);

        offsets[i] = (uint32_t)out->len;
        put(out, 0x04034B50, 4);
        put_header(out, name, bytes);
        buf_str(out, name);
        buf_str(out, bytes);
    }
    directory = (uint32_t)out->len;
    for (size_t i = 0; i < PARTS; i++) {
        const struct str name = str_of(parts[i].name);

        put(out, 0x02014B50, 4);
        put(out, 20, 2);
        put_header(out, name,
                   parts[i].text == NULL ? input : str_of(parts[i].text));
        put(out, 0, 10); /* no comment, disk, attributes */
        put(out, offsets[i], 4);
        buf_str(out, name);
    }
    put(out, 0x06054B50, 4);
    put(out, 0, 4);
    put(out, PARTS, 2);
    put(out, PARTS, 2);
    put(out, (uint32_t)out->len - 12 - directory, 4);
    put(out, directory, 4);
    put(out, 0, 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct template *t = fuzz_template();
    const struct prose_options options = {
        .template_used = t,
        .list_series = t->list_series,
        .ordered_series = t->ordered_series,
        .wording = t->wording,
    };
    const struct str input = {(const char *)data, size};
    const struct source *source;
    struct word_sections sections;
    struct buf file;
    struct fuzz f;
    enum status st = ST_DATA;

    fuzz_begin(&f);
    buf_init(&file, size + 8192);
    pack(&file, input);
    FUZZ_MUST(buf_status(&file) == ST_OK);
    source = fuzz_source(&f, "text.docx", SOURCE_BYTES, buf_view(&file));
    buf_free(&file);
    if (source != NULL) {
        const struct doc_node *prose =
            prose_from_word(&f.arena, source, "en-GB", &options, &f.findings);

        st = arena_status(&f.arena);
        FUZZ_MUST(prose != NULL || st != ST_OK || findings_stop(&f.findings));
        if (st == ST_OK)
            st = word_sections_in(&f.arena, source, "en-GB", &options,
                                  &f.findings, &sections);
    }
    if (st == ST_OK && findings_stop(&f.findings))
        st = ST_DATA;
    fuzz_end(&f, st);
    return 0;
}
