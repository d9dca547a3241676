#include "core/doc/address.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

#define PORT_MAX 65535u
#define LABEL_MAX 63 /* bytes between two dots (RFC 1035, 2.3.4) */
#define HOST_MAX 253
#define JOINER 0x200d    /* within a picture of several */
#define EMOJI_MIN 0x2600 /* signs and pictures, not letters that we know */

static bool is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7f;
}

bool address_is_email(struct str text)
{
    struct str host = text;
    const struct str name = str_cut(&host, '@');
    const size_t dot = str_find_char(host, '.');

    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == ' ' || text.ptr[i] == '<' || text.ptr[i] == '>' ||
            text.ptr[i] == ',' || text.ptr[i] == ';' || text.ptr[i] == ':' ||
            is_control(text.ptr[i]))
            return false;
    }
    return name.len > 0 && str_find_char(host, '@') == host.len && dot > 0 &&
           dot + 1 < host.len && host.ptr[host.len - 1] != '.';
}

/* Of `mailto:`, whose address may have a subject behind it. */
static bool leads_to_somebody(struct str address)
{
    static const struct str scheme = STR_INIT("mailto:");
    struct str rest = str_from(address, scheme.len);

    return !str_starts_alike(address, scheme) ||
           address_is_email(str_cut(&rest, '?'));
}

bool address_leads(struct str address)
{
    static const struct str schemes[] = {
        STR_INIT("https://"),
        STR_INIT("http://"),
        STR_INIT("mailto:"),
        STR_INIT("tel:"),
    };

    for (size_t i = 0; i < address.len; i++) {
        if (address.ptr[i] == ' ' || is_control(address.ptr[i]))
            return false;
    }
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        if (str_starts_alike(address, schemes[i]))
            return address.len > schemes[i].len && leads_to_somebody(address);
    }
    return false;
}

struct str address_authority(struct str address)
{
    static const struct str schemes[] = {STR_INIT("https://"),
                                         STR_INIT("http://")};
    struct str rest = address;
    size_t end = 0;

    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        if (str_starts_alike(address, schemes[i]))
            rest = str_from(address, schemes[i].len);
    }
    if (rest.len == address.len)
        return address;
    while (end < rest.len && rest.ptr[end] != '/' && rest.ptr[end] != '?' &&
           rest.ptr[end] != '#')
        end++;
    return str_to(rest, end);
}

uint32_t address_unseen(struct str address)
{
    uint32_t last = 0;

    while (address.len > 0) {
        const uint32_t c = utf8_next(&address);
        struct str rest = address;

        if (c == JOINER && last >= EMOJI_MIN && utf8_next(&rest) >= EMOJI_MIN)
            continue;
        last = c;
        if (c >= 0x80 && (utf8_hidden(c) || utf8_is_space(c)))
            return c;
    }
    return 0;
}

/* A number of up to 65535, or none behind the colon. */
static bool is_port(struct str port)
{
    unsigned number = 0;

    for (size_t i = 0; i < port.len; i++) {
        if (!is_digit(port.ptr[i]) || number > PORT_MAX)
            return false;
        number = number * 10 + (unsigned)(port.ptr[i] - '0');
    }
    return number <= PORT_MAX;
}

static bool is_of_name_bytes(struct str label)
{
    for (size_t i = 0; i < label.len; i++) {
        if (!is_name_byte(label.ptr[i]))
            return false;
    }
    return true;
}

/* An address of version 6, with %25 before a zone; which letters are digits
 * readers judge. */
static bool is_numeric(struct str host)
{
    for (size_t i = 0; i < host.len; i++) {
        const char c = host.ptr[i];

        if (!is_ascii_letter(c) && !is_digit(c) && c != ':' && c != '.' &&
            c != '%')
            return false;
    }
    return host.len > 1;
}

/* Of the name of a server, without a port. */
static const char *name_fault(struct str host)
{
    if (host.len == 0)
        return "the server has no name";
    if (host.len > HOST_MAX)
        return "the server's name is too long";
    while (host.len > 0) {
        const struct str label = str_cut(&host, '.');

        if (label.len == 0)
            return "a part of the server's name, between two dots, is empty";
        if (label.ptr[0] == '-' || label.ptr[label.len - 1] == '-')
            return "a part of the server's name begins or ends with a hyphen";
        if (label.len > LABEL_MAX)
            return "a part of the server's name is too long";
        if (!is_of_name_bytes(label))
            return "the server's name has a character that no name has";
    }
    return NULL;
}

const char *address_server_fault(struct str authority)
{
    struct str behind;
    const char *fault;

    if (str_starts(authority, STR_LIT("["))) {
        const size_t end = str_find_char(authority, ']');

        behind = str_from(authority, end + 1);
        fault = end == authority.len ||
                        !is_numeric(str_from(str_to(authority, end), 1))
                    ? "what stands in [ ] is no address of a server"
                    : NULL;
    } else {
        const size_t end = str_find_char(authority, ':');

        behind = str_from(authority, end);
        fault = name_fault(str_to(authority, end));
    }
    if (fault == NULL && behind.len > 0 &&
        (behind.ptr[0] != ':' || !is_port(str_from(behind, 1))))
        return "the port is no number up to 65535";
    return fault;
}

bool address_is_beside(struct str address)
{
    for (size_t i = 0; i < address.len; i++) {
        if (address.ptr[i] == ' ' || address.ptr[i] == ':' ||
            address.ptr[i] == '\\' || is_control(address.ptr[i]))
            return false;
    }
    return address.len > 0 && address.ptr[0] != '/' && address.ptr[0] != '#' &&
           address.ptr[0] != '?' && !str_starts(address, STR_LIT(".."));
}

static bool is_scheme_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
           c == '+' || c == '-' || c == '.';
}

bool address_is_words(struct str address)
{
    const struct str s = str_trim(address);
    size_t scheme = 0; /* RFC 3986, 3.1; a drive is one, too */

    for (size_t i = 0; i < s.len; i++) {
        if (is_control(s.ptr[i]))
            return false;
    }
    if (str_starts(s, STR_LIT("//")) || str_starts(s, STR_LIT("\\\\")))
        return false;
    while (scheme < s.len && is_scheme_byte(s.ptr[scheme]))
        scheme++;
    return scheme == 0 || scheme + 1 >= s.len || s.ptr[scheme] != ':' ||
           s.ptr[scheme + 1] == ' ';
}
