#include "output/pdf/pdf_meta.h"
#include "core/base/digest.h"
#include "core/base/utf8.h"
#include "core/base/uuid.h"
#include "core/base/version.h"
#include "output/pdf/pdf_syntax.h"

#include <string.h>

#define PRODUCER "councilpress " COUNCILPRESS_VERSION

void pdf_write_date(struct buf *b, struct date date)
{
    buf_printf(b, "(D:%04d%02u%02u000000Z)", date.year, (unsigned)date.month,
               (unsigned)date.day);
}

/* Info dates by libharu would be D:...Z00'00', which XMP cannot repeat. */
static void set_date(struct pdf_haru *h, struct pdf_haru_object *info,
                     const char *key, struct date date)
{
    char text[32];
    struct buf b;

    buf_init(&b, sizeof(text));
    pdf_write_date(&b, date);
    if (buf_status(&b) == ST_OK) {
        memcpy(text, b.ptr + 1, b.len - 2); /* without its parentheses */
        text[b.len - 2] = '\0';
        pdf_haru_ascii(h, info, key, text);
    }
    buf_free(&b);
}

static void set_info(const struct doc *d, struct pdf_haru *h)
{
    struct pdf_haru_object *info = pdf_haru_info(h);

    pdf_haru_text(h, info, "Title", d->title);
    if (d->author.len > 0)
        pdf_haru_text(h, info, "Author", d->author);
    if (d->subject.len > 0)
        pdf_haru_text(h, info, "Subject", d->subject);
    pdf_haru_text(h, info, "Producer", str_of(PRODUCER));
    if (d->date.year > 0) {
        set_date(h, info, "CreationDate", d->date);
        set_date(h, info, "ModDate", d->date);
    }
}

static void add_intent(struct pdf_haru *h, struct pdf_haru_object *profile)
{
    struct pdf_haru_object *intents =
        pdf_haru_array(h, pdf_haru_catalog(h), "OutputIntents");
    struct pdf_haru_object *intent = pdf_haru_item(h, intents);

    pdf_haru_name(intent, "Type", "OutputIntent");
    pdf_haru_name(intent, "S", "GTS_PDFA1");
    pdf_haru_ascii(h, intent, "OutputConditionIdentifier", "sRGB");
    pdf_haru_ascii(h, intent, "Info", "sRGB IEC61966-2.1");
    pdf_haru_refer(intent, "DestOutputProfile", profile);
}

void pdf_meta_make(const struct doc *d, struct pdf_haru *h,
                   struct pdf_meta *meta)
{
    struct pdf_haru_object *catalog = pdf_haru_catalog(h);

    meta->metadata = pdf_haru_reserve(h);
    meta->profile = pdf_haru_reserve(h);
    meta->structure = pdf_haru_reserve(h);
    set_info(d, h);
    pdf_haru_refer(catalog, "Metadata", meta->metadata);
    pdf_haru_refer(catalog, "StructTreeRoot", meta->structure);
    pdf_haru_ascii(h, catalog, "Lang", d->lang);
    pdf_haru_true(pdf_haru_dict(h, catalog, "MarkInfo"), "Marked");
    pdf_haru_true(pdf_haru_dict(h, catalog, "ViewerPreferences"),
                  "DisplayDocTitle");
    add_intent(h, meta->profile);
}

void pdf_meta_id(const struct doc *d, uint8_t id[PDF_ID_SIZE])
{
    uint8_t digest[DIGEST_SIZE];
    char named[sizeof(d->inputs_sha256) + 1];

    memcpy(named, d->inputs_sha256, sizeof(d->inputs_sha256));
    named[sizeof(d->inputs_sha256)] = (char)d->audience;
    digest_sha256((struct str){named, sizeof(named)}, digest);
    memcpy(id, digest, PDF_ID_SIZE);
}

/* Text as the content of an XML element; what XML has no room for is
   U+FFFD. */
static void put_xml(struct buf *b, struct str text)
{
    while (text.len > 0) {
        const uint32_t c = utf8_next(&text);

        if (c == '&')
            buf_puts(b, "&amp;");
        else if (c == '<')
            buf_puts(b, "&lt;");
        else if (c == '>')
            buf_puts(b, "&gt;");
        else if (c == UTF8_BAD || (c < ' ' && c != '\t' && c != '\n') ||
                 c == 0xFFFE || c == 0xFFFF)
            utf8_put(b, 0xFFFD);
        else
            utf8_put(b, c);
    }
}

static void put_xmp_date(struct buf *b, const char *name, struct date date)
{
    char day[DATE_ISO_SIZE];

    buf_printf(b, "<xmp:%s>%sT00:00:00Z</xmp:%s>\n", name, date_iso(date, day),
               name);
}

/* A property that holds one text in a container (Alt, Seq). */
static void put_property(struct buf *b, const char *open, struct str text,
                         const char *close)
{
    if (text.len == 0)
        return;
    buf_puts(b, open);
    put_xml(b, text);
    buf_puts(b, close);
}

static const char xmp_begin[] =
    "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>3</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdf:Producer>" PRODUCER "</pdf:Producer>\n";

/* PDF/A asks for a description of each schema it does not know (ISO 19005-3,
   6.6.2.3.3): that of PDF/UA. */
static const char xmp_end[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the document conforms "
    "to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>";

static void put_document_id(struct buf *b, const struct doc *d)
{
    uint8_t id[PDF_ID_SIZE];

    pdf_meta_id(d, id);
    buf_puts(b, "<xmpMM:DocumentID>uuid:");
    uuid_put(b, id);
    buf_puts(b, "</xmpMM:DocumentID>\n");
}

static void put_xmp(struct buf *b, const struct doc *d)
{
    buf_puts(b, xmp_begin);
    put_document_id(b, d);
    put_property(b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                 d->title, "</rdf:li></rdf:Alt></dc:title>\n");
    put_property(b, "<dc:creator><rdf:Seq><rdf:li>", d->author,
                 "</rdf:li></rdf:Seq></dc:creator>\n");
    put_property(b, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                 d->subject, "</rdf:li></rdf:Alt></dc:description>\n");
    put_property(b, "<dc:language><rdf:Bag><rdf:li>", str_of(d->lang),
                 "</rdf:li></rdf:Bag></dc:language>\n");
    if (d->date.year > 0) {
        put_xmp_date(b, "CreateDate", d->date);
        put_xmp_date(b, "ModifyDate", d->date);
    }
    buf_puts(b, xmp_end);
}

void pdf_meta_write(const struct doc *d, const struct pdf_meta *meta,
                    struct str profile, struct pdf_objects *o)
{
    struct buf xmp;

    buf_init(&xmp, o->out->limit);
    put_xmp(&xmp, d);
    pdf_objects_fail(o, buf_status(&xmp));
    pdf_stream(o, pdf_haru_number(meta->metadata),
               STR_LIT("/Type/Metadata/Subtype/XML"), buf_view(&xmp),
               STREAM_PLAIN); /* so that a search of files finds it */
    buf_free(&xmp);
    pdf_stream(o, pdf_haru_number(meta->profile), STR_LIT("/N 3"), profile,
               STREAM_DEFLATED);
}
