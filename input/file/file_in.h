/*
 * file_in.h - opens and reads files, never outside their folder.
 */
#ifndef INPUT_FILE_FILE_IN_H
#define INPUT_FILE_FILE_IN_H

#include "input/file/encoding_in.h"

#define FILE_SIZE_MAX ((size_t)256 * 1024 * 1024)

/*
 * Reads FOLDER/NAME whole, once: all that is made of it, its hash included, is
 * made of those bytes. With INSIDE, a NAME that is absolute, has a ..
 * that leaves FOLDER, or leads out through a symbolic link is a finding at AT
 * [outside]; one that cannot be read is a finding [no-file] and ST_NOINPUT.
 * Text, said to be in GIVEN, is made UTF-8 (encoding_in.h); SOURCE_BYTES is
 * taken as it is. Pipes, devices and folders are not opened for reading.
 */
MUST_CHECK enum status file_in_encoded(struct arena *arena, const char *folder,
                                       const char *name, bool inside,
                                       enum source_kind kind, struct place at,
                                       struct encoding_given given,
                                       struct findings *findings,
                                       struct source **source);

/* The same, where nobody says what the file is in. */
MUST_CHECK static inline enum status
file_in(struct arena *arena, const char *folder, const char *name, bool inside,
        enum source_kind kind, struct place at, struct findings *findings,
        struct source **source)
{
    return file_in_encoded(arena, folder, name, inside, kind, at,
                           ENCODING_NOT_GIVEN, findings, source);
}

/*
 * Reads the files of SOURCES again: one that is gone, or is no longer what was
 * read, is a finding [changed] and ST_NOINPUT. What is made from several files
 * is thus made from a state that they had together.
 */
MUST_CHECK enum status files_unchanged(const struct source *const *sources,
                                       size_t nsources,
                                       struct findings *findings);

#endif
