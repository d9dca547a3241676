#include "core/model/medium.h"

const struct choice medium_choices[] = {
    {"print", MEDIUM_PRINT, "in the PDF alone", NULL},
    {"screen", MEDIUM_SCREEN, "in the HTML alone", NULL},
    CHOICE_END};
