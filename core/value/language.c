#include "core/value/language.h"

/* ISO 639-1, all of it: two letters each. */
static const char languages[] = "aaabaeafakamanarasavayaz" /* a */
                                "babebgbhbibmbnbobrbs"
                                "cacechcocrcscucvcy"
                                "dadedvdz"
                                "eeeleneoeseteu"
                                "fafffifjfofrfy"
                                "gagdglgngugv"
                                "hahehihohrhthuhyhz"
                                "iaidieigiiikioisitiu"
                                "jajv"
                                "kakgkikjkkklkmknkokrkskukvkwky"
                                "lalblgliln"
                                "loltlulv"
                                "mgmhmimkmlmnmrmsmtmy"
                                "nanbndnengnlnnnonrnvny"
                                "ocojomoros"
                                "papiplpspt"
                                "qu"
                                "rmrnrorurw"
                                "sascsdsesgsiskslsmsnsosqsrssstsusvsw"
                                "tatetgthtitktltntotrtstttwty"
                                "ugukuruz"
                                "vevivo"
                                "wawo"
                                "xh"
                                "yiyo"
                                "zazhzu";

static bool same(struct str a, struct str b)
{
    return a.len == b.len && str_starts_alike(a, b);
}

static bool is_known(struct str code)
{
    for (size_t i = 0; i + 2 < sizeof(languages); i += 2) {
        if (same(code, (struct str){languages + i, 2}))
            return true;
    }
    return false;
}

enum language_fault language_check(struct str tag)
{
    struct str rest = tag;
    const struct str code = str_cut(&rest, '-');

    if (code.len == 2 && !is_known(code))
        return LANGUAGE_UNKNOWN;
    if (same(code, STR_LIT("und")) || same(code, STR_LIT("zxx")) ||
        same(code, STR_LIT("mis")) || same(code, STR_LIT("mul")))
        return LANGUAGE_NONE;
    while (rest.len > 0) {
        if (same(str_cut(&rest, '-'), STR_LIT("uk")))
            return LANGUAGE_COUNTRY;
    }
    return LANGUAGE_SOUND;
}

bool language_same(struct str a, struct str b)
{
    return same(str_cut(&a, '-'), str_cut(&b, '-'));
}
