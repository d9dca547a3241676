/*
 * html_escape.h - the one place where text becomes HTML.
 *
 * Text is UTF-8 (input/file/file_in.h sees to it). Control characters, which
 * HTML cannot hold, become U+FFFD. What is written is well-formed XML too.
 */
#ifndef OUTPUT_HTML_HTML_ESCAPE_H
#define OUTPUT_HTML_HTML_ESCAPE_H

#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>

/* Between tags. */
void html_escape_text(struct buf *out, struct str s);

/* Inside the double quotes of an attribute. */
void html_escape_attr(struct buf *out, struct str s);

/* The same for an address: what RFC 3986 forbids is percent-encoded first,
   but for letters beyond ASCII, which browsers encode themselves. */
void html_escape_url(struct buf *out, struct str s);

/* http, https, mailto or tel, and something after it. Nothing else is ever
   written as the target of a link, whatever doc_check() has seen. */
bool html_url_is_safe(struct str url);

/* BYTES of a data: address, in base64 (RFC 4648, section 4). */
void html_base64(struct buf *out, struct str bytes);

/* A quoted CSS string (CSS Syntax 3, 4.3.5) that can stand in <style>. */
void html_escape_css_string(struct buf *out, struct str s);

#endif
