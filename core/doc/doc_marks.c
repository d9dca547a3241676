#include "core/doc/doc.h"

/* One after the other they would be read as one number. */
#define BETWEEN STR_LIT(",\xC2\xA0")

void doc_part_marks(struct doc *d)
{
    for (struct doc_node *n = d->root; n != NULL && doc_status(d) == ST_OK;
         n = doc_following(d->root, n)) {
        struct doc_node *text;

        if (n->kind != DOC_NOTE_MARK || n->next == NULL ||
            n->next->kind != DOC_NOTE_MARK)
            continue;
        text = doc_new(d->arena, DOC_TEXT);
        if (text == NULL)
            return;
        text->text = BETWEEN;
        doc_insert_after(n, text);
    }
}
