#include "tests/fuzz/container.h"
#include "tests/fuzz/fuzz.h"

#include <libdeflate.h>

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

void fuzz_container(struct buf *out, const struct fuzz_part *parts,
                    size_t nparts, struct str input)
{
    uint32_t offsets[FUZZ_PARTS_MAX];
    uint32_t directory;

    FUZZ_MUST(nparts <= FUZZ_PARTS_MAX);
    for (size_t i = 0; i < nparts; i++) {
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
    for (size_t i = 0; i < nparts; i++) {
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
    put(out, (uint32_t)nparts, 2);
    put(out, (uint32_t)nparts, 2);
    put(out, (uint32_t)out->len - 12 - directory, 4);
    put(out, directory, 4);
    put(out, 0, 2);
}
