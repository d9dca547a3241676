#include "input/templates/font_files.h"
#include "input/templates/house_elements.h"
#include "input/templates/library_parts.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

struct house_fonts_reading {
    const struct xml_reading *xml;
    const struct xml_node *root;
    const char *folder; /* the house style's */
    struct house_fonts *fonts;
};

/* The attribute that names a face, and what it is where none is given. */
struct face_rule {
    const struct xml_attribute_rule *rule;
    const char *name; /* in a family */
    const char *file; /* where there is no family */
};

/* FILE in FOLDER, or below the house style's own where that is relative. */
static const char *path_in(const struct house_fonts_reading *r,
                           const char *folder, const char *file)
{
    if (file[0] == '/')
        return file;
    if (folder[0] == '/')
        return arena_printf(r->xml->arena, "%s/%s", folder, file).ptr;
    return arena_printf(r->xml->arena, "%s/%s%s%s", r->folder, folder,
                        folder[0] == '\0' ? "" : "/", file)
        .ptr;
}

/* What another machine has elsewhere is taken from there. */
static const char *font_path(const struct house_fonts_reading *r,
                             const char *folder, const char *file,
                             struct place at)
{
    const char *path = path_in(r, folder, file);
    const char *name = strrchr(file, '/');
    const char *elsewhere = NULL;
    int why;

    if (path == NULL || access(path, R_OK) == 0)
        return path;
    why = errno;
    if (why == ENOENT && (file[0] == '/' || folder[0] == '/'))
        elsewhere =
            font_file_named(r->xml->arena, name == NULL ? file : name + 1);
    if (elsewhere != NULL)
        return elsewhere;
    finding(r->xml->findings, FINDING_NO_FILE, at, "cannot read `%s`: %s", path,
            strerror(why));
    return path;
}

static const char *must_be_there(const struct house_fonts_reading *r,
                                 const char *path, const char *what,
                                 struct place at)
{
    if (path != NULL || arena_status(r->xml->arena) != ST_OK)
        return path;
    finding(r->xml->findings, FINDING_NO_FILE, at,
            "there is no font `%s` on this machine", what);
    finding_hint(r->xml->findings, "install it, or name the folder of its "
                                   "files in COUNCILPRESS_FONTS");
    return NULL;
}

static const char *face_path(const struct house_fonts_reading *r,
                             const char *family, const char *face,
                             struct place at)
{
    struct arena *a = r->xml->arena;
    const struct str name = arena_printf(a, "%s %s", family, face);

    return name.ptr == NULL
               ? NULL
               : must_be_there(r, font_file_of(a, family, face), name.ptr, at);
}

/* A face of the family, by its name. */
static const char *family_path(const struct house_fonts_reading *r,
                               const char *value, const struct face_rule *face,
                               struct place at)
{
    return face_path(r, r->fonts->family, value == NULL ? face->name : value,
                     at);
}

/* The file of a face, in a folder or wherever fonts are. */
static const char *named_path(const struct house_fonts_reading *r,
                              const char *folder, const char *value,
                              const struct face_rule *face, struct place at)
{
    const char *file = value == NULL ? face->file : value;

    if (folder != NULL || file[0] == '/')
        return font_path(r, folder == NULL ? "" : folder, file, at);
    return must_be_there(r, font_file_named(r->xml->arena, file), file, at);
}

static void read_faces(const struct house_fonts_reading *r,
                       const struct xml_node *node)
{
    static const struct face_rule faces[FACE_CODE] = {
        [FACE_REGULAR] = {AT(house_fonts, regular), "Regular",
                          "LiberationSans-Regular.ttf"},
        [FACE_BOLD] = {AT(house_fonts, bold), "Bold",
                       "LiberationSans-Bold.ttf"},
        [FACE_ITALIC] = {AT(house_fonts, italic), "Italic",
                         "LiberationSans-Italic.ttf"},
        [FACE_BOLD_ITALIC] = {AT(house_fonts, bold_italic), "Bold Italic",
                              "LiberationSans-BoldItalic.ttf"},
    };
    struct house_fonts *f = r->fonts;
    const char *folder = xml_name(r->xml, node, AT(house_fonts, folder));

    for (size_t i = 0; i < FACE_CODE; i++) {
        const struct xml_attribute_rule *rule = faces[i].rule;
        const char *value = xml_name(r->xml, node, rule);

        if (value == NULL && f->family != NULL)
            rule = AT(house_fonts, family);
        f->files_at[i] = node == NULL ? r->root->at : xml_value_at(node, rule);
        f->files[i] =
            f->family != NULL
                ? family_path(r, value, &faces[i], f->files_at[i])
                : named_path(r, folder, value, &faces[i], f->files_at[i]);
        /* Where a family has no regular face, there is no such family. */
        if (f->files[FACE_REGULAR] == NULL)
            return;
    }
}

/* A family or a file; where nothing is said, Liberation Mono if there is one:
   a machine that lacks it has code in the regular face. */
static void read_code(const struct house_fonts_reading *r,
                      const struct xml_node *node)
{
    struct house_fonts *f = r->fonts;
    const char *value = xml_name(r->xml, node, AT(house_fonts, code));
    const struct str name = str_of(value);
    const char *path;

    f->files_at[FACE_CODE] =
        node == NULL ? r->root->at : xml_value_at(node, AT(house_fonts, code));
    if (value == NULL)
        path = font_file_named(r->xml->arena, "LiberationMono-Regular.ttf");
    else if (str_ends(name, STR_LIT(".ttf")))
        path = named_path(r, xml_name(r->xml, node, AT(house_fonts, folder)),
                          value, NULL, f->files_at[FACE_CODE]);
    else
        path = face_path(r, value, "Regular", f->files_at[FACE_CODE]);
    f->files[FACE_CODE] = path == NULL ? f->files[FACE_REGULAR] : path;
}

static void check_fonts(const struct house_fonts_reading *r,
                        const struct xml_node *node)
{
    if (node != NULL && r->fonts->family != NULL &&
        xml_given(node, AT(house_fonts, folder)) != NULL)
        finding(r->xml->findings, FINDING_BAD_ELEMENT, node->at,
                "<fonts> has a family or a folder of files, not both");
}

/* By its file, or by its family and face. */
static const char *fallback_path(const struct house_fonts_reading *r,
                                 const struct xml_node *node, struct place *at)
{
    const char *file = xml_name(r->xml, node, AT(house_fallback, file));
    struct house_fallback f;

    XML_FILL(r->xml, node, house_fallback, &f);
    *at = xml_value_at(node, file != NULL ? AT(house_fallback, file)
                                          : AT(house_fallback, family));
    if (file != NULL && f.family != NULL)
        finding(r->xml->findings, FINDING_BAD_ELEMENT, node->at,
                "<fallback> has a family or a file, not both");
    if (file != NULL)
        return font_path(r, "", file, *at);
    return f.family == NULL ? NULL : face_path(r, f.family, f.face, *at);
}

/* More of them than there may be are a fault that was found already. */
static void read_fallbacks(const struct house_fonts_reading *r)
{
    struct house_fonts *f = r->fonts;
    size_t count = 0;

    for (const struct xml_node *n = r->root->first;
         n != NULL && count < FALLBACKS_MAX; n = n->next) {
        if (n->element != &house_fallback_element)
            continue;
        f->fallbacks[count] = fallback_path(r, n, &f->fallbacks_at[count]);
        count += f->fallbacks[count] != NULL;
    }
}

/* A reader's machine may lack the family. */
static struct str families_of_screen(const struct house_fonts_reading *r)
{
    static const char others[] = "Arial, Helvetica, sans-serif";

    if (r->fonts->css.len > 0)
        return r->fonts->css;
    return r->fonts->family == NULL ? str_of(others)
                                    : arena_printf(r->xml->arena, "%s, %s",
                                                   r->fonts->family, others);
}

void house_fonts_in(const struct xml_reading *xml, const struct xml_node *root,
                    const char *folder, struct house_fonts *out)
{
    const struct xml_node *node = xml_first(root, &house_fonts_element);
    const struct house_fonts_reading r = {xml, root, folder, out};

    XML_FILL(xml, node, house_fonts, out);
    check_fonts(&r, node);
    out->css = families_of_screen(&r);
    read_faces(&r, node);
    read_code(&r, node);
    read_fallbacks(&r);
}
