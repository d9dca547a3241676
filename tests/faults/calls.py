#!/usr/bin/env python3
"""Proves that the interposer has every call of the program that can fail.

    calls.py PROGRAM INTERPOSER

What the program takes from libc is either one of the interposer's functions or
stands below, with why it needs none. A new call is thus a failure of this
check until somebody has said which of the two it is.
"""
import re
import subprocess
import sys

NOT_INTERPOSED = {
    "computes, in memory that the caller owns": """
        __ctype_b_loc __errno_location __longjmp_chk _setjmp longjmp
        __memcpy_chk __memmove_chk __memset_chk
        __snprintf_chk __vsnprintf_chk alphasort bsearch memchr memcmp memcpy
        memmove memset qsort sigaddset sigemptyset snprintf strchr strcmp
        strerror strlen strncmp strrchr strsignal strstr strtol strtoll strtoul
        strtoull vsnprintf getopt_long strcasecmp strtod __isoc99_sscanf
        __isoc23_sscanf""",
    "standard output and error, closed and full in tests/cli/test_files.py": """
        __dprintf_chk __fprintf_chk __printf_chk __vfprintf_chk dprintf fflush
        fprintf fputc fputs fwrite printf putc puts putchar""",
    "ends a process, or is what ends one": """
        __assert_fail __cxa_finalize __libc_start_main __stack_chk_fail
        __gmon_start__ _exit abort alarm raise __sysv_signal signal""",
    "cannot fail, or is asked for advice only": """
        clock_gettime getauxval getenv getpid getppid isatty nanosleep
        sysconf""",
    "closes what was only read, or says how reading it ended": "closedir fclose feof ferror",
    "says the number of a folder or file that is open": "dirfd fileno",
    "reads /proc/self/statm: as when fopen fails": """
        __isoc99_fscanf __isoc23_fscanf fscanf""",
    "asks fontconfig, in a child: as when there is no fc-match": "dup2 execlp",
    "closes what a worker has inherited, one by one where it fails":
        "close_range",
    "sets what a pipe of ours is, before anything goes through it": "fcntl",
    "tells the time, or a day in words": "time gmtime_r localtime_r strftime",
    "reads the manifest, or what a shard wrote: as when open fails": "fdopen getline",
    "is of the preview, which tests/preview tries": """
        fgets getrandom getuid inotify_add_watch inotify_init1 setsid""",
    "leaves the processor to others, or does not": "setpriority",
    "asks whether saves in a folder can be heard of: as when they can":
        "statfs",
    "makes, and takes away, the folder in which `templates --check` builds":
        "mkdtemp rmdir unlink",
    "gives back": "free madvise malloc_trim",
}


def symbols(file, which):
    done = subprocess.run(["nm", "-D", which, file], check=True,
                          capture_output=True, encoding="utf-8")
    return [line.split() for line in done.stdout.splitlines()]


def main():
    program, interposer = sys.argv[1:]
    wanted = {words[-1].split("@")[0]
              for words in symbols(program, "--undefined-only")
              if re.search("@(GLIBC|$)", words[-1])}
    there = {words[-1].split("@")[0]
             for words in symbols(interposer, "--defined-only")}
    known = {n for names in NOT_INTERPOSED.values() for n in names.split()}
    missing = sorted(wanted - there - known)
    if missing or not wanted & there:
        print("faults: neither interposed nor explained in tests/faults/"
              "calls.py: " + " ".join(missing), file=sys.stderr)
        return 1
    print(f"faults: {len(wanted & there)} functions of libc can fail, "
          f"{len(wanted & known)} need not")
    return 0


sys.exit(main())
