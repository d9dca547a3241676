#include "core/base/status.h"

const char *status_name(enum status st)
{
    switch (st) {
    case ST_OK: return "ok";
    case ST_DATA: return "data";
    case ST_LIMIT: return "limit";
    case ST_NOINPUT: return "no-input";
    case ST_BUSY: return "busy";
    case ST_CREATE: return "create";
    case ST_OUTPUT: return "output";
    case ST_NOMEM: return "no-memory";
    case ST_BUG: return "bug";
    case ST_MAX: return "bug";
    }
    return "bug";
}
