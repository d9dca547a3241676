#include "tests/support/zip_file.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct str zip_file_make(const struct zip_part *parts, size_t nparts)
{
    zip_error_t error;
    zip_source_t *out;
    zip_t *zip;
    zip_stat_t stat;
    char *bytes;

    zip_error_init(&error);
    out = zip_source_buffer_create(NULL, 0, 0, &error);
    assert_non_null(out);
    zip_source_keep(out);
    zip = zip_open_from_source(out, ZIP_TRUNCATE, &error);
    assert_non_null(zip);
    for (size_t i = 0; i < nparts; i++) {
        zip_source_t *part =
            zip_source_buffer(zip, parts[i].text, strlen(parts[i].text), 0);

        assert_non_null(part);
        assert_true(zip_file_add(zip, parts[i].name, part, ZIP_FL_ENC_UTF_8) >=
                    0);
    }
    assert_int_equal(zip_close(zip), 0);
    zip_stat_init(&stat);
    assert_int_equal(zip_source_stat(out, &stat), 0);
    bytes = malloc(stat.size);
    assert_non_null(bytes);
    assert_int_equal(zip_source_open(out), 0);
    assert_int_equal(zip_source_read(out, bytes, stat.size),
                     (zip_int64_t)stat.size);
    zip_source_close(out);
    zip_source_free(out);
    zip_error_fini(&error);
    return (struct str){bytes, stat.size};
}
