#include "output/pdf/pdf_haru.h"
#include "core/base/mem.h"
#include "output/pdf/pdf_syntax.h"

#include <assert.h>
#include <hpdf.h>
#include <hpdf_page_label.h>
#include <stdalign.h>
#include <stddef.h>

#define OBJECT_NUMBER 0x00FFFFFFU
#define PAGES_PER_NODE 100 /* of the page tree: its arrays are bounded */

static HPDF_Doc doc_of(const struct pdf_haru *h)
{
    return h->doc;
}

static HPDF_MMgr memory_of(const struct pdf_haru *h)
{
    return doc_of(h)->mmgr;
}

/* libharu's names for its objects are those of one struct or the other. */
static HPDF_Dict dict_of(struct pdf_haru_object *object)
{
    return (HPDF_Dict)(void *)object;
}

static HPDF_Array array_of(struct pdf_haru_object *object)
{
    return (HPDF_Array)(void *)object;
}

static struct pdf_haru_object *object_of(void *made)
{
    return made;
}

static HPDF_REAL points(int64_t mpt)
{
    return (HPDF_REAL)mpt / 1000.0F;
}

/* What libharu asked for. Its functions for memory are told no document, so
   there is one at a time. */
struct haru_block {
    struct haru_block *next;
    struct haru_block **link; /* what leads to it */
    alignas(max_align_t) unsigned char bytes[];
};

static struct pdf_haru *open_document;

static void *haru_alloc(HPDF_UINT size)
{
    struct haru_block *b = mem_alloc(sizeof(*b) + size);

    if (b == NULL)
        return NULL;
    b->next = open_document->blocks;
    b->link = &open_document->blocks;
    if (b->next != NULL)
        b->next->link = &b->next;
    open_document->blocks = b;
    return b->bytes;
}

/* After a failed allocation libharu frees a dictionary that it goes on with,
   and whose owner frees it again: then all stays until the document ends. */
static void haru_free(void *ptr)
{
    struct haru_block *b;

    if (ptr == NULL || mem_failures() != open_document->failures)
        return;
    b = (struct haru_block *)(void *)((unsigned char *)ptr -
                                      offsetof(struct haru_block, bytes));
    *b->link = b->next;
    if (b->next != NULL)
        b->next->link = b->link;
    mem_free(b);
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
    assert(open_document == NULL);
    *h = (struct pdf_haru){.failures = mem_failures()};
    open_document = h;
    h->doc = HPDF_NewEx(note_error, haru_alloc, haru_free, 0, h);
    if (h->doc == NULL)
        return ST_NOMEM;
    doc_of(h)->pdf_version = HPDF_VER_17;
    HPDF_SetPagesConfiguration(h->doc, PAGES_PER_NODE);
    return pdf_haru_status(h);
}

/* Memory is all that libharu holds: HPDF_Free() would look for it in what may
   be half made. */
void pdf_haru_close(struct pdf_haru *h)
{
    struct haru_block *b = h->blocks;

    while (b != NULL) {
        struct haru_block *next = b->next;

        mem_free(b);
        b = next;
    }
    h->blocks = NULL;
    h->doc = NULL;
    open_document = NULL;
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

struct pdf_haru_object *pdf_haru_catalog(const struct pdf_haru *h)
{
    return object_of(doc_of(h)->catalog);
}

struct pdf_haru_object *pdf_haru_info(const struct pdf_haru *h)
{
    return object_of(doc_of(h)->info);
}

uint32_t pdf_haru_number(const struct pdf_haru_object *object)
{
    const HPDF_Obj_Header *header = (const void *)object;

    return header == NULL ? 0 : header->obj_id & OBJECT_NUMBER;
}

/* On failure libharu has freed OBJECT. */
static struct pdf_haru_object *number_object(struct pdf_haru *h, void *object)
{
    if (HPDF_Xref_Add(doc_of(h)->xref, object) != HPDF_OK)
        return NULL;
    return object_of(object);
}

struct pdf_haru_object *pdf_haru_shared(struct pdf_haru *h)
{
    return number_object(h, HPDF_Dict_New(memory_of(h)));
}

struct pdf_haru_object *pdf_haru_reserve(struct pdf_haru *h)
{
    return number_object(h, HPDF_Null_New(memory_of(h)));
}

struct pdf_haru_object *pdf_haru_dict(struct pdf_haru *h,
                                      struct pdf_haru_object *owner,
                                      const char *key)
{
    HPDF_Dict dict = owner == NULL ? NULL : HPDF_Dict_New(memory_of(h));

    if (dict == NULL || HPDF_Dict_Add(dict_of(owner), key, dict) != HPDF_OK)
        return NULL;
    return object_of(dict);
}

struct pdf_haru_object *pdf_haru_array(struct pdf_haru *h,
                                       struct pdf_haru_object *owner,
                                       const char *key)
{
    HPDF_Array array = owner == NULL ? NULL : HPDF_Array_New(memory_of(h));

    if (array == NULL || HPDF_Dict_Add(dict_of(owner), key, array) != HPDF_OK)
        return NULL;
    return object_of(array);
}

struct pdf_haru_object *pdf_haru_item(struct pdf_haru *h,
                                      struct pdf_haru_object *array)
{
    HPDF_Dict dict = array == NULL ? NULL : HPDF_Dict_New(memory_of(h));

    if (dict == NULL || HPDF_Array_Add(array_of(array), dict) != HPDF_OK)
        return NULL;
    return object_of(dict);
}

void pdf_haru_refer(struct pdf_haru_object *owner, const char *key,
                    struct pdf_haru_object *object)
{
    if (owner != NULL && object != NULL)
        HPDF_Dict_Add(dict_of(owner), key, object);
}

void pdf_haru_append(struct pdf_haru_object *array,
                     struct pdf_haru_object *object)
{
    if (array != NULL && object != NULL)
        HPDF_Array_Add(array_of(array), object);
}

void pdf_haru_name(struct pdf_haru_object *owner, const char *key,
                   const char *name)
{
    if (owner != NULL)
        HPDF_Dict_AddName(dict_of(owner), key, name);
}

void pdf_haru_int(struct pdf_haru_object *owner, const char *key, int32_t n)
{
    if (owner != NULL)
        HPDF_Dict_AddNumber(dict_of(owner), key, n);
}

void pdf_haru_true(struct pdf_haru_object *owner, const char *key)
{
    if (owner != NULL)
        HPDF_Dict_AddBoolean(dict_of(owner), key, HPDF_TRUE);
}

void pdf_haru_text(struct pdf_haru *h, struct pdf_haru_object *owner,
                   const char *key, struct str text)
{
    struct buf words;

    if (owner == NULL)
        return;
    buf_init(&words, PDF_STRING_MAX);
    pdf_utf16(&words, text);
    if (buf_status(&words) == ST_OK)
        HPDF_Dict_Add(dict_of(owner), key,
                      HPDF_Binary_New(memory_of(h), (HPDF_BYTE *)words.ptr,
                                      (HPDF_UINT)words.len));
    buf_free(&words); /* its failure was counted: pdf_haru_status() */
}

void pdf_haru_ascii(struct pdf_haru *h, struct pdf_haru_object *owner,
                    const char *key, const char *text)
{
    if (owner != NULL)
        HPDF_Dict_Add(dict_of(owner), key,
                      HPDF_String_New(memory_of(h), text, NULL));
}

struct pdf_haru_object *pdf_haru_page(struct pdf_haru *h, int32_t width,
                                      int32_t height,
                                      struct pdf_haru_object *resources)
{
    HPDF_Page page = HPDF_AddPage(h->doc);

    if (page == NULL || resources == NULL)
        return object_of(page);
    HPDF_Page_SetWidth(page, points(width));
    HPDF_Page_SetHeight(page, points(height));
    HPDF_Dict_Add(page, "Resources", resources);
    return object_of(page);
}

uint32_t pdf_haru_page_content(const struct pdf_haru_object *page)
{
    return pdf_haru_number(HPDF_Dict_GetItem((HPDF_Dict)(uintptr_t)page,
                                             "Contents", HPDF_OCLASS_DICT));
}

/* HPDF_AddPageLabel() would lose memory where there is too little. */
void pdf_haru_page_label(struct pdf_haru *h, struct pdf_haru_object *labels,
                         uint32_t index, uint32_t first)
{
    if (labels == NULL ||
        HPDF_Array_AddNumber(array_of(labels), (HPDF_INT32)index) != HPDF_OK)
        return;
    HPDF_Array_Add(array_of(labels),
                   HPDF_PageLabel_New(h->doc, HPDF_PAGE_NUM_STYLE_DECIMAL,
                                      (HPDF_INT)first, NULL));
}

/* HPDF_Destination_SetXYZ() refuses a magnification of 0. */
struct pdf_haru_object *pdf_haru_destination(struct pdf_haru_object *page,
                                             int64_t x, int64_t y)
{
    HPDF_Destination place =
        page == NULL ? NULL : HPDF_Page_CreateDestination(dict_of(page));

    if (place == NULL)
        return NULL;
    HPDF_Array_Clear(place);
    HPDF_Array_Add(place, page);
    HPDF_Array_AddName(place, "XYZ");
    HPDF_Array_AddReal(place, points(x));
    HPDF_Array_AddReal(place, points(y));
    HPDF_Array_AddNumber(place, 0);
    return object_of(place);
}

static HPDF_Rect rect_of(const struct pdf_haru_rect *r)
{
    return (HPDF_Rect){points(r->left), points(r->bottom), points(r->right),
                       points(r->top)};
}

struct pdf_haru_object *pdf_haru_link_out(struct pdf_haru_object *page,
                                          const struct pdf_haru_rect *rect,
                                          const char *address)
{
    if (page == NULL)
        return NULL;
    return object_of(
        HPDF_Page_CreateURILinkAnnot(dict_of(page), rect_of(rect), address));
}

struct pdf_haru_object *pdf_haru_link_to(struct pdf_haru_object *page,
                                         const struct pdf_haru_rect *rect,
                                         struct pdf_haru_object *destination)
{
    /* libharu refuses one that leads nowhere. */
    if (page == NULL || destination == NULL)
        return NULL;
    return object_of(HPDF_Page_CreateLinkAnnot(dict_of(page), rect_of(rect),
                                               array_of(destination)));
}

void pdf_haru_no_border(struct pdf_haru_object *annotation)
{
    if (annotation != NULL)
        HPDF_LinkAnnot_SetBorderStyle(dict_of(annotation), 0, 0, 0);
}

struct pdf_haru_object *pdf_haru_bookmark(struct pdf_haru *h,
                                          struct pdf_haru_object *parent)
{
    return object_of(HPDF_CreateOutline(h->doc, dict_of(parent), "", NULL));
}

void pdf_haru_bookmark_leads(struct pdf_haru_object *bookmark,
                             struct pdf_haru_object *destination)
{
    if (bookmark != NULL && destination != NULL)
        HPDF_Outline_SetDestination(dict_of(bookmark), array_of(destination));
}

void pdf_haru_show_bookmarks(struct pdf_haru *h)
{
    HPDF_SetPageMode(h->doc, HPDF_PAGE_MODE_USE_OUTLINE);
}

uint32_t pdf_haru_count(const struct pdf_haru *h)
{
    return doc_of(h)->xref->entries->count;
}

struct pdf_haru_object *pdf_haru_at(const struct pdf_haru *h, uint32_t number)
{
    return object_of(HPDF_Xref_GetEntry(doc_of(h)->xref, number)->obj);
}

bool pdf_haru_is_stream(const struct pdf_haru_object *object)
{
    const HPDF_Obj_Header *header = (const void *)object;

    return header != NULL &&
           (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
           ((const HPDF_Dict_Rec *)(const void *)object)->stream != NULL;
}

bool pdf_haru_is_length(const struct pdf_haru_object *number,
                        const struct pdf_haru_object *stream)
{
    return HPDF_Dict_GetItem((HPDF_Dict)(uintptr_t)stream, "Length",
                             HPDF_OCLASS_NUMBER) == number;
}

static HPDF_STATUS to_buf(HPDF_Stream stream, const HPDF_BYTE *bytes,
                          HPDF_UINT size)
{
    buf_add(stream->attr, bytes, size);
    return HPDF_OK; /* the buffer keeps its failure */
}

void pdf_haru_print(struct pdf_haru *h, struct pdf_haru_object *object,
                    struct buf *out)
{
    HPDF_Stream stream = HPDF_CallbackWriter_New(memory_of(h), to_buf, out);

    if (stream == NULL)
        return; /* counted: pdf_haru_status() */
    HPDF_Obj_WriteValue(object, stream, NULL);
    HPDF_Stream_Free(stream);
}
