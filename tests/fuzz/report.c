/* A report.xml that names files which are not there. */
#include "core/base/buf.h"
#include "core/doc/report_dump.h"
#include "input/report/report_in.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct templates *templates = fuzz_templates();
    const struct template *template_used = NULL;
    struct report report;
    struct fuzz f;
    struct buf blob;
    struct buf dump;
    enum status st;

    fuzz_begin(&f);
    buf_init(&blob, FUZZ_MEMORY);
    buf_init(&dump, FUZZ_MEMORY);
    buf_puts(&blob, "=== report.xml\n");
    buf_add(&blob, data, size);
    FUZZ_MUST(buf_status(&blob) == ST_OK);
    fuzz_files(buf_view(&blob));
    st = report_in(&f.arena, FUZZ_FOLDER, "report", templates, NULL, 0,
                   &f.findings, &report, &template_used);
    FUZZ_MUST(st != ST_OK || template_used != NULL);
    if (st == ST_OK || (st == ST_DATA && template_used != NULL)) {
        report_dump(&report, &dump);
        FUZZ_MUST(buf_status(&dump) == ST_OK);
    }
    fuzz_end(&f, st);
    buf_free(&dump);
    buf_free(&blob);
    return 0;
}
