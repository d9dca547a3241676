#include "input/office/symbol_font.h"

bool symbol_font_is(struct str name)
{
    static const char *const fonts[] = {
        "Wingdings", "Wingdings 2", "Wingdings 3",      "Webdings",
        "Symbol",    "MT Extra",    "ZapfDingbats",     "Zapf Dingbats",
        "Marlett",   "Dingbats",    "ITC Zapf Dingbats"};

    for (size_t i = 0; i < sizeof(fonts) / sizeof(fonts[0]); i++) {
        const struct str font = str_of(fonts[i]);

        if (name.len == font.len && str_starts_alike(name, font))
            return true;
    }
    return false;
}
