#include "input/picture/image_parts.h"
#include "core/base/mem.h"

#include <stdio.h>

size_t image_room(const struct image_job *job)
{
    const size_t taken = job->arena->used + job->taken;

    return taken < job->arena->limit ? job->arena->limit - taken : 0;
}

void *image_take(struct image_job *job, size_t count, size_t size,
                 enum image_fault *fault)
{
    void *memory = NULL;

    if (count > image_room(job) / size) {
        *fault = IMAGE_NO_ROOM;
        return NULL;
    }
    memory = mem_zalloc(count, size);
    if (memory == NULL)
        *fault = IMAGE_NO_MEMORY;
    else
        job->taken += count * size;
    return memory;
}

enum image_fault image_size(struct image_job *job, uint64_t width,
                            uint64_t height)
{
    job->width = width;
    job->height = height;
    return width > IMAGE_PIXELS_MAX / height ? IMAGE_TOO_LARGE : IMAGE_SOUND;
}

void image_why(struct image_job *job, const char *words)
{
    (void)snprintf(job->why, sizeof(job->why), "%s", words);
}

void image_describe(struct image_job *job, enum image_form form, uint32_t width,
                    uint32_t height, uint8_t channels)
{
    job->made->form = (uint8_t)form;
    job->made->width = width;
    job->made->height = height;
    job->made->channels = channels;
}

enum image_fault image_keep(struct image_job *job, const struct buf *bytes)
{
    if (buf_status(bytes) == ST_LIMIT)
        return IMAGE_NO_ROOM;
    if (buf_status(bytes) != ST_OK)
        return IMAGE_NO_MEMORY;
    if (bytes->len > image_room(job))
        return IMAGE_NO_ROOM;
    job->made->bytes = arena_str(job->arena, buf_view(bytes));
    return IMAGE_SOUND;
}
