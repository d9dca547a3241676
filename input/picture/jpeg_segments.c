#include "input/picture/image_parts.h"

#include <string.h>

/* Markers (ITU-T T.81, table B.1). */
enum {
    MARKER_TEM = 0x01,
    MARKER_RST0 = 0xd0,
    MARKER_RST7 = 0xd7,
    MARKER_SOI = 0xd8,
    MARKER_EOI = 0xd9,
    MARKER_SOS = 0xda,
    MARKER_APP0 = 0xe0,
    MARKER_APP1 = 0xe1,
    MARKER_APP15 = 0xef,
    MARKER_COM = 0xfe,
};

struct jpeg_segment {
    unsigned marker;
    struct str payload; /* behind its length */
    struct str whole;   /* from the marker on; of a scan with its data */
};

static unsigned byte_at(struct str s, size_t i)
{
    return (unsigned char)s.ptr[i];
}

static bool stands_alone(unsigned marker)
{
    return marker == MARKER_TEM ||
           (marker >= MARKER_RST0 && marker <= MARKER_EOI);
}

/* How far the entropy-coded data at the head of S go: up to a marker that is
   none of their own (B.1.1.5). */
static size_t scan_length(struct str s)
{
    for (size_t i = 0; i + 1 < s.len; i++) {
        const unsigned next = byte_at(s, i + 1);

        if (byte_at(s, i) == 0xff && next != 0 && next != 0xff &&
            (next < MARKER_RST0 || next > MARKER_RST7))
            return i;
    }
    return s.len;
}

/* Cuts the first segment off the head of REST. */
static bool cut_segment(struct str *rest, struct jpeg_segment *s)
{
    size_t head = 0;
    size_t length = 0;

    while (head < rest->len && byte_at(*rest, head) == 0xff)
        head++;
    if (head == 0 || head == rest->len)
        return false;
    s->marker = byte_at(*rest, head++);
    *rest = str_from(*rest, head - 2); /* all fill bytes but one go */
    if (!stands_alone(s->marker)) {
        if (rest->len < 4)
            return false;
        length = byte_at(*rest, 2) << 8 | byte_at(*rest, 3);
        if (length < 2 || length > rest->len - 2)
            return false;
        s->payload = str_from(str_to(*rest, 2 + length), 4);
    } else {
        s->payload = (struct str){NULL, 0};
    }
    length += 2;
    if (s->marker == MARKER_SOS)
        length += scan_length(str_from(*rest, length));
    s->whole = str_to(*rest, length);
    *rest = str_from(*rest, length);
    return true;
}

/* --- Exif: a TIFF file in a segment (CIPA DC-008, 4.5) --- */

struct tiff {
    struct str bytes;
    bool big; /* byte order */
};

/* COUNT bytes, at most four, from AT on; 0 beyond the end. */
static uint32_t number(const struct tiff *t, size_t at, size_t count)
{
    uint32_t n = 0;

    if (at > t->bytes.len || count > t->bytes.len - at)
        return 0;
    for (size_t i = 0; i < count; i++)
        n = n << 8 | byte_at(t->bytes, at + (t->big ? i : count - 1 - i));
    return n;
}

static int orientation_in(struct str exif)
{
    enum { ORIENTATION = 0x0112, SHORT = 3, ENTRY_SIZE = 12 };
    struct tiff t = {exif, str_starts(exif, STR_LIT("MM"))};
    const size_t directory = number(&t, 4, 4);
    const uint32_t entries = number(&t, directory, 2);

    if ((!t.big && !str_starts(exif, STR_LIT("II"))) || number(&t, 2, 2) != 42)
        return 1;
    for (uint32_t i = 0; i < entries; i++) {
        const size_t entry = directory + 2 + (size_t)i * ENTRY_SIZE;
        const uint32_t value = number(&t, entry + 8, 2);

        if (number(&t, entry, 2) == ORIENTATION)
            return number(&t, entry + 2, 2) == SHORT && value >= 1 && value <= 8
                       ? (int)value
                       : 1;
    }
    return 1;
}

int jpeg_orientation(struct str bytes)
{
    const struct str exif = {"Exif\0\0", 6};
    struct jpeg_segment s;

    while (cut_segment(&bytes, &s) && s.marker != MARKER_SOS) {
        if (s.marker == MARKER_APP1 && str_starts(s.payload, exif))
            return orientation_in(str_from(s.payload, exif.len));
    }
    return 1;
}

/* --- without metadata --- */

static bool is_metadata(unsigned marker)
{
    return (marker >= MARKER_APP0 && marker <= MARKER_APP15) ||
           marker == MARKER_COM;
}

/* Decoders take three samples for RGB when an Adobe segment says so
   (transform 0), and for YCbCr when the file is JFIF. */
static void put_colours(struct buf *out, bool rgb)
{
    static const char adobe[] = "\xff\xee\0\x0e"
                                "Adobe\0\x64\0\0\0\0";
    static const char jfif[] = "\xff\xe0\0\x10"
                               "JFIF\0\1\1\0\0\1\0\1\0";

    /* Both end with a 0: the NUL of the string. */
    if (rgb)
        buf_add(out, adobe, sizeof(adobe));
    else
        buf_add(out, jfif, sizeof(jfif));
}

bool jpeg_bare(struct str bytes, bool rgb, struct buf *out)
{
    struct jpeg_segment s;

    if (!cut_segment(&bytes, &s) || s.marker != MARKER_SOI)
        return false;
    buf_str(out, s.whole);
    put_colours(out, rgb);
    while (cut_segment(&bytes, &s)) {
        if (!is_metadata(s.marker))
            buf_str(out, s.whole);
        if (s.marker == MARKER_EOI)
            return true;
    }
    return false;
}
