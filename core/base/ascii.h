/*
 * ascii.h - what a byte of ASCII is. isdigit() and its like ask the locale, and
 * may not be asked of a byte above 127.
 */
#ifndef CORE_BASE_ASCII_H
#define CORE_BASE_ASCII_H

#include <stdbool.h>

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

#endif
