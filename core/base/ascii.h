/*
 * ascii.h - what a byte of ASCII is. isdigit() and its like ask the locale, and
 * may not be asked of a byte above 127.
 */
#ifndef CORE_BASE_ASCII_H
#define CORE_BASE_ASCII_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Of the names of expressions, of ids and of CSS: a letter of any script, a
   digit, `-` or `_`. */
static inline bool is_name_byte(char c)
{
    return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* A digit, as a character of Unicode. */
static inline bool is_digit_character(uint32_t c)
{
    return c >= '0' && c <= '9';
}

/* Whether a digit stands at byte I of S; none does beyond its end. */
static inline bool is_digit_at(struct str s, size_t i)
{
    return i < s.len && is_digit(s.ptr[i]);
}

/* Likewise a letter, or a part of any character that is not of ASCII. */
static inline bool is_letter_at(struct str s, size_t i)
{
    return i < s.len && (is_ascii_letter(s.ptr[i]) || (s.ptr[i] & 0x80) != 0);
}

/* How many digits S begins with. */
static inline size_t count_digits(struct str s)
{
    size_t n = 0;

    while (is_digit_at(s, n))
        n++;
    return n;
}

/* Whether S is digits and nothing else. */
static inline bool is_all_digits(struct str s)
{
    return s.len > 0 && count_digits(s) == s.len;
}

static inline bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (is_digit(s.ptr[i]))
            return true;
    }
    return false;
}

static inline bool has_ascii_letter(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (is_ascii_letter(s.ptr[i]))
            return true;
    }
    return false;
}

/* What C says as a hexadecimal digit; -1: it is none. */
static inline int hex_digit(char c)
{
    return is_digit(c)            ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* *VALUE of the hexadecimal digits S, of which the last eight count. False:
   something else stands there. */
static inline bool read_hex(struct str s, uint32_t *value)
{
    *value = 0;
    for (size_t i = 0; i < s.len; i++) {
        const int digit = hex_digit(s.ptr[i]);

        if (digit < 0)
            return false;
        *value = *value << 4 | (uint32_t)digit;
    }
    return true;
}

#endif
