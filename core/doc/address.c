#include "core/doc/address.h"
#include "core/base/ascii.h"

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
