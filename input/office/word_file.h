/*
 * word_file.h - a Word file whose parts have been read.
 */
#ifndef INPUT_OFFICE_WORD_FILE_H
#define INPUT_OFFICE_WORD_FILE_H

#include "input/office/word_parts.h"
#include "input/prose/prose_in.h"

struct word_file {
    struct arena *arena;
    struct package package;
    struct relations relations; /* of the document */
    struct word_styles styles;
    struct word_text document;
    struct word_text footnotes;
    struct word_text endnotes;
    const struct prose_options *options;
    struct findings *findings;
    bool numbers_said; /* of paragraphs, that they are left out */
    bool marks_said;   /* of lists, that they are others */
};

#endif
