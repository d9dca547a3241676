/*
 * What the program does by default when it is built with AddressSanitizer.
 *
 * LeakSanitizer cannot look into a process that has confined itself
 * (batch/confine.c). Leaks are looked for in the units, which are not confined.
 */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}
