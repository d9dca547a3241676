/*
 * prose_in.h - prose from XML and from CommonMark into the same blocks.
 *
 * Both give a DOC_FRAGMENT whose blocks have places, conditions (when, each)
 * and places of generators. Expressions {{ }} stay in the text: figures
 * and generators expand them when the values are known.
 *
 * White space is folded: none at either end of a block, one space elsewhere,
 * so that a block of text is a line of DOC_TEXT and other inlines. A heading
 * has level 1 where it stands directly below the heading of its section;
 * whoever puts the fragment into a tree adds the level of that.
 *
 * A picture is a block: an image that is all of its paragraph in CommonMark.
 *
 * An item holds either inlines or blocks; text beside a nested list is a
 * paragraph. A DOC_NOTE follows the block that has its mark.
 */
#ifndef INPUT_PROSE_PROSE_IN_H
#define INPUT_PROSE_PROSE_IN_H

#include "core/doc/doc.h"
#include "core/model/template.h"
#include "input/picture/image_in.h"
#include "input/xml/xml_in.h"

/* Blocks that a template uses in several places. */
struct prose_piece {
    const char *id;
    const struct doc_node *prose; /* a DOC_FRAGMENT */
    bool *used;                   /* is set where <use> names it */
};

struct prose_options {
    const struct template *template_used;   /* list styles; NULL: none known */
    const struct label_series *list_series; /* of a list without a style */
    const struct label_series *ordered_series; /* of a 1. list in CommonMark;
                                                NULL: list_series */
    const struct wording *wording; /* words that betray guidance; or NULL */
    struct image_files *images;    /* where they are found; NULL: none is
                                          taken, as in a cell of CSV */
    bool cell; /* of data: what is no CommonMark is what was typed */
    /* Of templates. */
    const struct generator_names *generators; /* NULL: not looked at */
    const struct label_series *fact_series;   /* of facts; or NULL */
    const struct prose_piece *pieces;
    size_t npieces;
};

/*
 * The children of PARENT; text and inlines directly in it are a paragraph.
 * In running matter, <page-of/> and <page-number/> are inlines, too. Never
 * NULL unless the arena failed.
 */
struct doc_node *prose_from_xml(struct arena *arena,
                                const struct xml_node *parent,
                                const struct prose_options *options,
                                struct findings *findings);

/* The same of the children from FIRST on, up to END; NULL: to the last. */
struct doc_node *prose_from_xml_run(struct arena *arena,
                                    const struct xml_node *parent,
                                    const struct xml_node *first,
                                    const struct xml_node *end,
                                    const struct prose_options *options,
                                    struct findings *findings);

/*
 * CommonMark by md4c, with the tables and footnotes of GitHub's; what else
 * GitHub and pandoc have (struck words, tasks, alerts, raised and lowered
 * letters) is a finding and not printed. A bare address is words. AT is the
 * place of TEXT's first character.
 */
struct doc_node *prose_from_markdown(struct arena *arena, struct str text,
                                     struct place at,
                                     const struct prose_options *options,
                                     struct findings *findings);

#endif
