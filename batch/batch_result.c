#include "batch/batch_result.h"

void batch_result_add_standing(struct batch_result *result, size_t count,
                               int64_t oldest, int64_t newest)
{
    if (count == 0)
        return;
    if (result->standing == 0 || oldest < result->oldest)
        result->oldest = oldest;
    if (result->standing == 0 || newest > result->newest)
        result->newest = newest;
    result->standing += count;
}
