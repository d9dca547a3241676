#include "batch/shard.h"
#include "core/base/digest.h"

bool shard_has(const struct shard *shard, struct str name)
{
    uint8_t sha256[DIGEST_SIZE];
    uint64_t n = 0;

    if (shard->count == 0)
        return true;
    digest_sha256(name, sha256);
    for (size_t i = 0; i < sizeof(n); i++)
        n = n << 8 | sha256[i];
    return n % shard->count + 1 == shard->number;
}

void shard_choose(const struct shard *shard, struct jobs *jobs)
{
    size_t n = 0;

    for (size_t i = 0; i < jobs->count; i++) {
        if (!shard_has(shard, str_of(jobs->items[i].name)))
            continue;
        jobs->items[n] = jobs->items[i];
        jobs->items[n].number = n;
        n++;
    }
    jobs->count = n;
}
