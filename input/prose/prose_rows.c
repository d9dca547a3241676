#include "core/value/guidance.h"
#include "input/prose/prose_attributes.h"
#include "input/prose/prose_elements.h"
#include "input/prose/prose_table.h"

/*
 * Tables of words in XML: rows of cells, the first of them the head. What a
 * table of data says (columns, generators) it does not have.
 */

static const struct xml_node *next_row(const struct xml_node *n)
{
    while (n != NULL && n->element != &prose_row_element)
        n = n->next;
    return n;
}

bool prose_has_rows(const struct xml_node *xml)
{
    return next_row(xml->first) != NULL;
}

/* Whether something else stands in ROW, which was said. */
static bool holds_others(const struct xml_node *row)
{
    for (const struct xml_node *c = row->first; c != NULL; c = c->next) {
        if (c->element != &prose_cell_element && !xml_is_text(c))
            return true;
    }
    return false;
}

static uint32_t count_cells(const struct xml_node *row)
{
    uint32_t n = 0;

    for (const struct xml_node *c = row->first; c != NULL; c = c->next)
        n += c->element == &prose_cell_element;
    return n;
}

static void refuse(struct prose_reading *p, const struct xml_node *xml,
                   const struct xml_attribute_rule *rule)
{
    if (xml_given(xml, rule) == NULL)
        return;
    finding(p->reading.findings, FINDING_BAD_ATTRIBUTE, xml_value_at(xml, rule),
            "a table of words has no `%s`", rule->name);
    finding_hint(p->reading.findings,
                 "take it away, or the rows: with data= the table has the rows "
                 "of that");
}

/* What only a table of data has. */
static void refuse_data(struct prose_reading *p, const struct xml_node *xml)
{
    if (xml_given(xml, AT(prose_table, data)) != NULL) {
        refuse(p, xml, AT(prose_table, data));
        return; /* the others go with it */
    }
    refuse(p, xml, AT(prose_table, with));
    refuse(p, xml, AT(prose_table, chosen));
    refuse(p, xml, AT(prose_table, across));
    for (const struct xml_node *n = xml->first; n != NULL; n = n->next) {
        if (n->element != &prose_column_element)
            continue;
        finding(p->reading.findings, FINDING_BAD_ELEMENT, n->at,
                "a table of words has no <column>: its columns are the cells "
                "of its first row");
        finding_hint(p->reading.findings,
                     "align=\"right\" of such a cell is of its whole column");
    }
}

/* A head that is not always there would make the first row after it the head
   of a screen reader. */
static void prove_head(struct prose_reading *p, const struct xml_node *head)
{
    const struct xml_attribute_rule *rules[] = {
        AT(prose_block, when), AT(prose_block, each), AT(prose_block, audience),
        AT(prose_block, medium)};

    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        if (xml_given(head, rules[i]) == NULL)
            continue;
        finding(p->reading.findings, FINDING_BAD_ATTRIBUTE,
                xml_value_at(head, rules[i]),
                "the first row is the head of the table, which always stands: "
                "it has no `%s`",
                rules[i]->name);
        finding_hint(p->reading.findings,
                     "say it of the table, or write a row of headings first");
    }
}

static void prove_rows(struct prose_reading *p, const struct xml_node *head,
                       uint32_t ncolumns)
{
    const struct xml_node *row = head;

    while ((row = next_row(row->next)) != NULL) {
        const uint32_t n = count_cells(row);

        if (n == ncolumns || holds_others(row))
            continue;
        finding(p->reading.findings, FINDING_BAD_ELEMENT, row->at,
                "this row has %lu %s, the first one %lu", (unsigned long)n,
                n == 1 ? "cell" : "cells", (unsigned long)ncolumns);
        finding_hint(p->reading.findings,
                     "a cell that says nothing is <cell/>");
    }
}

static void add_caption(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml)
{
    const struct xml_attribute_rule *rule = AT(prose_table, caption);
    const struct str words = str_trim(xml_value(xml, rule));
    struct doc_node *caption = doc_new(p->reading.arena, DOC_CAPTION);
    struct doc_node *text = doc_new(p->reading.arena, DOC_TEXT);

    if (caption == NULL || text == NULL || words.len == 0)
        return;
    caption->at = text->at = xml_value_at(xml, rule);
    caption->keep_next = true;
    text->text = prose_fold(p->reading.arena, words);
    guidance_find(p->options->wording, text->text, text->at,
                  p->reading.findings);
    doc_append(caption, text);
    doc_append(node, caption);
}

static enum doc_align align_of(const struct xml_node *xml)
{
    const struct str align = xml_value(xml, AT(prose_cell, align));

    return str_is(align, "right")    ? ALIGN_END
           : str_is(align, "centre") ? ALIGN_CENTRE
                                     : ALIGN_START;
}

static void align_columns(struct doc_column *columns,
                          const struct xml_node *head)
{
    size_t i = 0;

    for (const struct xml_node *c = head->first; c != NULL; c = c->next) {
        if (c->element == &prose_cell_element)
            columns[i++].align = align_of(c);
    }
}

void prose_fill_words(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    const struct xml_node *head = next_row(xml->first);
    const uint32_t n = count_cells(head);
    struct doc_table *table = arena_alloc(p->reading.arena, 1, sizeof(*table));
    struct doc_column *columns =
        arena_alloc(p->reading.arena, n, sizeof(*columns));

    refuse_data(p, xml);
    prove_head(p, head);
    if (n == 0 || n > PROSE_COLUMNS_MAX)
        finding(p->reading.findings, FINDING_LIMIT, head->at,
                "a table of words has 1 to %d columns, this one %lu",
                PROSE_COLUMNS_MAX, (unsigned long)n);
    else
        prove_rows(p, head, n);
    if (table == NULL || columns == NULL)
        return;
    *table = (struct doc_table){.columns = columns, .ncolumns = n};
    node->u.table = table;
    align_columns(columns, head);
    add_caption(p, node, xml);
}

struct doc_node *prose_row_group(struct prose_reading *p,
                                 struct doc_node *table)
{
    struct doc_node *last = table->last;
    const bool begins = last == NULL || last->kind != DOC_ROW_GROUP;
    struct doc_node *group;

    if (!begins && last->level == GROUP_BODY)
        return last;
    group = doc_new(p->reading.arena, DOC_ROW_GROUP);
    if (group == NULL)
        return NULL;
    group->at = table->at;
    group->level = begins ? GROUP_HEAD : GROUP_BODY;
    doc_append(table, group);
    return group;
}

void prose_fill_cell(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    const struct doc_node *group = node->parent->parent;
    const struct doc_table *table = group->parent->u.table;
    const bool head = group->level == GROUP_HEAD;
    size_t column = 0;

    XML_FILL_AS(&p->reading, xml, prose_cell, doc_node, node);
    prose_fill_conditions(p, node, xml, AT(prose_cell, when), NULL);
    for (const struct doc_node *n = node->parent->first; n != node; n = n->next)
        column += n->kind == DOC_CELL;
    node->u.cell.scope = head          ? SCOPE_COLUMN
                         : column == 0 ? SCOPE_ROW
                                       : SCOPE_NONE;
    if (table == NULL || column >= table->ncolumns)
        return;
    if (!head && xml_given(xml, AT(prose_cell, align)) != NULL) {
        finding(p->reading.findings, FINDING_BAD_ATTRIBUTE,
                xml_value_at(xml, AT(prose_cell, align)),
                "a column is aligned as its cell of the first row says");
        finding_hint(p->reading.findings, "say it there");
    }
    node->u.cell.align = (uint8_t)table->columns[column].align;
}
