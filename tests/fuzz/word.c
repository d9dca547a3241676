/* Prose of a Word file. The input is the document; the container around it, in
   which the target puts it, is whole: libzip's own faults are not looked for.
 */
#include "core/doc/doc.h"
#include "input/office/word_in.h"
#include "tests/fuzz/container.h"
#include "tests/fuzz/fuzz.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELATION(id, type, target)                                             \
    "<Relationship Id='" id "' Type='" R "/" type "' Target='" target "'/>"

static const struct fuzz_part parts[] = {
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
    fuzz_container(&file, parts, PARTS, input);
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
