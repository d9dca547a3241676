/*
 * counters.c - counts what is run in a coverage build, in every process of it.
 *
 * gcov writes its files when a process ends. Workers are killed, and a confined
 * process may write nowhere but into its output folder. So the counters are
 * mapped from a file before main() begins: they are in the file as soon as they
 * count, and nothing is called, opened or written afterwards.
 *
 * COUNTERS_FOLDER is where the files are, one an executable, named by its build
 * id. With COUNTERS_WRITE in the environment an executable does nothing but
 * hand its counters to gcov, which adds them to the .gcda files of its objects.
 *
 * Failure: what cannot be mapped is not counted.
 */
#define _GNU_SOURCE /* dl_iterate_phdr() */

#include <fcntl.h>
#include <gcov.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

extern char counters_begin[], counters_end[]; /* counters.ld */

void __real___gcov_exit(void);
void __wrap___gcov_exit(void);

#define ID_SIZE 41 /* SHA-1 as text */

static size_t padded(size_t len)
{
    return (len + 3) / 4 * 4;
}

static void write_id(const unsigned char *bytes, size_t len, char id[ID_SIZE])
{
    for (size_t i = 0; i < len && 2 * i + 2 < ID_SIZE; i++)
        (void)snprintf(id + 2 * i, 3, "%02x", bytes[i]);
}

/* Among the notes from AT to END. */
static void read_id(const unsigned char *at, const unsigned char *end, char *id)
{
    while (at < end) {
        const ElfW(Nhdr) *note = (const void *)at;
        const unsigned char *bytes =
            at + sizeof(*note) + padded(note->n_namesz);

        if (note->n_type == NT_GNU_BUILD_ID)
            write_id(bytes, note->n_descsz, id);
        at = bytes + padded(note->n_descsz);
    }
}

/* The first object is the executable. Notes of another alignment are laid out
   in another way, and are not the build id. */
static int find_id(struct dl_phdr_info *info, size_t size, void *id)
{
    (void)size;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];

        const unsigned char *notes =
            (const void *)(info->dlpi_addr + p->p_vaddr);

        if (p->p_type == PT_NOTE && p->p_align == 4)
            read_id(notes, notes + p->p_memsz, id);
    }
    return 1;
}

static int open_counters(size_t size)
{
    char id[ID_SIZE] = "";
    char path[sizeof(COUNTERS_FOLDER) + ID_SIZE + 1];
    struct stat st;
    int fd;

    (void)dl_iterate_phdr(find_id, id);
    (void)snprintf(path, sizeof(path), "%s/%s", COUNTERS_FOLDER, id);
    (void)mkdir(COUNTERS_FOLDER, 0777); /* or it is there */
    fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0)
        return -1;
    (void)fchmod(fd, 0666); /* tests become other users, too */
    if (fstat(fd, &st) == 0 && (size_t)st.st_size == size)
        return fd;
    if (ftruncate(fd, (off_t)size) == 0)
        return fd;
    (void)close(fd);
    return -1;
}

__attribute__((constructor)) static void map_counters(void)
{
    const size_t size = (size_t)(counters_end - counters_begin);
    const int fd = open_counters(size);

    if (fd < 0)
        return;
    (void)mmap(counters_begin, size, PROT_READ | PROT_WRITE,
               MAP_SHARED | MAP_FIXED, fd, 0);
    (void)close(fd);
    if (getenv("COUNTERS_WRITE") != NULL) {
        __gcov_dump();
        _exit(0);
    }
}

/* What every object calls at the end of a process, to write its files. */
void __wrap___gcov_exit(void)
{
}
