/*
 * audience.h - who a copy of the report is for, and what stands in it.
 */
#ifndef CORE_MODEL_AUDIENCE_H
#define CORE_MODEL_AUDIENCE_H

enum audience {
    AUDIENCE_PUBLIC,   /* in both copies */
    AUDIENCE_INTERNAL, /* exempt or internal: only in the internal copy */
};

#endif
