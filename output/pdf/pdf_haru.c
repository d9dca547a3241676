#include "output/pdf/pdf_haru.h"
#include "core/base/buf.h"
#include "core/base/mem.h"
#include "output/pdf/pdf_syntax.h"

#define OBJECT_NUMBER 0x00FFFFFFU
#define PAGES_PER_NODE 100 /* of the page tree: its arrays are bounded */

static void *haru_alloc(HPDF_UINT size)
{
    return mem_alloc(size);
}

static void haru_free(void *ptr)
{
    mem_free(ptr);
}

static void note_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    struct pdf_haru *h = data;

    (void)detail;
    if (h->error == HPDF_OK)
        h->error = error;
}

enum status pdf_haru_open(struct pdf_haru *h)
{
    *h = (struct pdf_haru){.failures = mem_failures()};
    h->doc = HPDF_NewEx(note_error, haru_alloc, haru_free, 0, h);
    if (h->doc == NULL)
        return ST_NOMEM;
    h->doc->pdf_version = HPDF_VER_17;
    HPDF_SetPagesConfiguration(h->doc, PAGES_PER_NODE);
    return pdf_haru_status(h);
}

void pdf_haru_close(struct pdf_haru *h)
{
    if (h->doc != NULL)
        HPDF_Free(h->doc);
    h->doc = NULL;
}

enum status pdf_haru_status(const struct pdf_haru *h)
{
    const HPDF_STATUS error =
        h->error != HPDF_OK ? h->error : HPDF_GetError(h->doc);

    /* A failed allocation can show as something else later. */
    if (mem_failures() != h->failures)
        return ST_NOMEM;
    switch (error) {
    case HPDF_OK: return ST_OK;
    case HPDF_FAILD_TO_ALLOC_MEM: return ST_NOMEM;
    case HPDF_ARRAY_COUNT_ERR:
    case HPDF_BINARY_LENGTH_ERR:
    case HPDF_DICT_COUNT_ERR:
    case HPDF_PAGE_INVALID_SIZE:
    case HPDF_STRING_OUT_OF_RANGE:
    case HPDF_XREF_COUNT_ERR: return ST_LIMIT;
    default: return ST_BUG;
    }
}

uint32_t pdf_haru_number(const void *object)
{
    const HPDF_Obj_Header *header = object;

    return header == NULL ? 0 : header->obj_id & OBJECT_NUMBER;
}

void *pdf_haru_reserve(struct pdf_haru *h)
{
    HPDF_Null object = HPDF_Null_New(h->doc->mmgr);

    /* On failure libharu has freed it. */
    if (HPDF_Xref_Add(h->doc->xref, object) != HPDF_OK)
        return NULL;
    return object;
}

HPDF_Dict pdf_haru_dict(struct pdf_haru *h, HPDF_Dict owner, const char *key)
{
    HPDF_Dict dict = owner == NULL ? NULL : HPDF_Dict_New(h->doc->mmgr);

    if (dict == NULL || HPDF_Dict_Add(owner, key, dict) != HPDF_OK)
        return NULL;
    return dict;
}

HPDF_Array pdf_haru_array(struct pdf_haru *h, HPDF_Dict owner, const char *key)
{
    HPDF_Array array = owner == NULL ? NULL : HPDF_Array_New(h->doc->mmgr);

    if (array == NULL || HPDF_Dict_Add(owner, key, array) != HPDF_OK)
        return NULL;
    return array;
}

void pdf_haru_text(struct pdf_haru *h, HPDF_Dict owner, const char *key,
                   struct str text)
{
    struct buf words;

    if (owner == NULL)
        return;
    buf_init(&words, PDF_STRING_MAX);
    pdf_utf16(&words, text);
    if (buf_status(&words) == ST_OK)
        HPDF_Dict_Add(owner, key,
                      HPDF_Binary_New(h->doc->mmgr, (HPDF_BYTE *)words.ptr,
                                      (HPDF_UINT)words.len));
    buf_free(&words); /* its failure was counted: pdf_haru_status() */
}

HPDF_Destination pdf_haru_destination(HPDF_Page page, HPDF_REAL x, HPDF_REAL y)
{
    HPDF_Destination place =
        page == NULL ? NULL : HPDF_Page_CreateDestination(page);

    if (place == NULL)
        return NULL;
    HPDF_Array_Clear(place);
    HPDF_Array_Add(place, page);
    HPDF_Array_AddName(place, "XYZ");
    HPDF_Array_AddReal(place, x);
    HPDF_Array_AddReal(place, y);
    HPDF_Array_AddNumber(place, 0);
    return place;
}
