#include "output/html/html_parts.h"

#include "output/html/html_escape.h"

/*
 * The style sheet. What a house decides is in custom properties; the rules
 * below them are the same for all. On a screen 1rem is 19 px where there is
 * room and 16 px where there is not, at the reader's usual size; every space
 * is a number of steps of 5 px (--s). On paper 1rem is the body size, and
 * spaces are the house's. Lines of text have about 75 characters at most.
 *
 * In the rules: --p is what follows a paragraph, --b what stands before a
 * heading; .n is a block with a number that hangs beside it, .label the
 * number; .numbered a section whose blocks stand in one column beside such
 * numbers; .r .c .k cells (html_table.c).
 */
/* clang-format off */
static const char *const base[] = {
    "*,*::before,*::after{box-sizing:border-box}\n"
    "html{--s:.26316rem;--p:calc(4*var(--s));--b:calc(6*var(--s));"
    "--cells:calc(2*var(--s));"
    "background:#fff;color:var(--text);font-family:var(--font);"
    "font-size:118.75%;line-height:1.316;"
    "-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0 auto;max-width:53.5rem;"
    "padding:0 calc(6*var(--s)) calc(12*var(--s));"
    "overflow-wrap:break-word}\n",

    "p,ul,ol,dl,blockquote{margin:0 0 var(--p);max-width:36rem}\n"
    "h1,h2,h3,h4,h5,h6{line-height:1.15;margin:var(--b) 0 calc(.5*var(--p));"
    "text-wrap:balance}\n"
    "h1{font-size:var(--h1);margin:calc(6*var(--s)) 0}\n"
    "h2{font-size:var(--h2);"
    "margin:calc(1.35*var(--b)) 0 calc(.75*var(--p))}\n"
    "h3{font-size:var(--h3)}\n"
    "h4{font-size:var(--h4)}\n"
    "h5{font-size:var(--h5)}\n"
    "h6{font-size:var(--h6)}\n"
    "blockquote{border-left:calc(2*var(--s)) solid var(--rule);"
    "padding-left:calc(3*var(--s))}\n"
    "blockquote>:last-child,li>:last-child,dd>:last-child,td>:last-child,"
    "th>:last-child{margin-bottom:0}\n",

    "header{border-bottom:calc(2*var(--s)) solid var(--accent);"
    "margin-bottom:calc(8*var(--s));"
    "padding:calc(4*var(--s)) 0 calc(3*var(--s))}\n"
    ".logo{margin-bottom:calc(2*var(--s))}\n"
    ".council{font-size:var(--h2);font-weight:700;line-height:1.2;margin:0}\n"
    ".addressee{color:var(--secondary);margin:0}\n"
    ".subtitle{color:var(--secondary);font-size:var(--h2);"
    "margin-top:calc(-3*var(--s))}\n"
    ".cover{margin-bottom:calc(10*var(--s))}\n"
    ".part{border-top:1px solid var(--rule);margin-top:calc(12*var(--s))}\n"
    ".closing{margin-top:var(--b)}\n"
    "footer{border-top:var(--s) solid var(--accent);"
    "margin-top:calc(10*var(--s));padding-top:calc(4*var(--s))}\n",

    /* Numbers and bullets are text that floats in a column of its own. */
    ".n{padding-left:var(--number)}\n"
    ".n>.label{float:left;margin-left:calc(-1*var(--number));"
    "min-width:var(--number);padding-right:.5rem}\n"
    ".numbered>*{margin-left:var(--number)}\n"
    ".numbered>:first-child,.numbered>.n{margin-left:0}\n"
    ".numbered>.n{max-width:calc(36rem + var(--number))}\n"
    "h1>.label,h2>.label,h3>.label,h4>.label{padding-right:.35em}\n"
    /* Not "none", with which Safari takes away that it is a list. */
    "ol,ul{list-style-type:\"\";padding:0}\n"
    "li{margin-bottom:var(--s);padding-left:var(--indent)}\n"
    "li>.label{float:left;margin-left:calc(-1*var(--indent));"
    "min-width:var(--indent);padding-right:.35rem}\n"
    ".wide>li{padding-left:2.5rem}\n"
    ".wide>li>.label{margin-left:-2.5rem;min-width:2.5rem}\n"
    ".plain>li{padding-left:0}\n"
    "li>p,li>ul,li>ol{margin-bottom:calc(.5*var(--p))}\n"
    "li:has(>p){margin-bottom:calc(.75*var(--p))}\n"
    "li>ul:first-of-type,li>ol:first-of-type{margin-top:var(--s)}\n",

    "dl{border-top:1px solid var(--rule);max-width:none}\n"
    "dl>div{border-bottom:1px solid var(--rule);display:flex;"
    "flex-wrap:wrap;gap:0 calc(4*var(--s));padding:var(--cells) 0}\n"
    "dt{flex:0 0 11rem;font-weight:700;max-width:100%;min-width:0}\n"
    "dd{flex:1 1 14rem;margin:0;max-width:36rem;min-width:0}\n"
    "nav li{padding-left:0}\n"
    "nav .n{padding-left:2.25rem}\n"
    "nav .deep{margin-left:2.25rem}\n"
    "nav .label{float:left;margin-left:-2.25rem;min-width:2.25rem;"
    "padding-right:.5rem}\n",

    /* A table is as wide as a line of text, a page, or what its words need,
       whichever of these it can be; then it moves by itself. */
    ".scroll{margin-bottom:var(--b);margin-top:var(--b);overflow-x:auto}\n"
    "table{border-collapse:collapse;font-size:var(--small-table);"
    "line-height:1.3;max-width:50.5rem;min-width:min(100%,36rem)}\n"
    "caption{font-size:1rem;font-weight:700;padding-bottom:var(--cells);"
    "text-align:left}\n"
    "th,td{border-bottom:1px solid var(--rule);padding:var(--cells);"
    "text-align:left;vertical-align:top}\n"
    "thead th,.group>*{background:var(--head)}\n"
    "thead th{border-bottom:2px solid var(--text);vertical-align:bottom}\n"
    "thead th[colspan]{border-bottom:1px solid var(--rule)}\n"
    ".total td{font-weight:700}\n"
    "tfoot th,tfoot td{border-bottom:2px solid var(--text);"
    "border-top:2px solid var(--text);font-weight:700}\n"
    ".r{text-align:right}\n"
    "td.r{font-variant-numeric:tabular-nums;white-space:nowrap}\n"
    ".c{text-align:center}\n"
    ".k{white-space:nowrap}\n"
    "td p,td ul,td ol{min-width:9rem}\n"
    "td p,td li{margin-bottom:.25em}\n"
    "td li{padding-left:1em}\n"
    "td li>.label{margin-left:-1em;min-width:1em}\n",

    /* Below 34rem the letters of a picture would be too small. Its own colours
       stand on white, whatever the reader's are. */
    "figure{margin:var(--b) 0}\n"
    "figcaption{font-weight:700;line-height:1.3;"
    "padding-bottom:var(--cells)}\n"
    "figure>.scroll{margin:0;padding:1px 0}\n"
    /* A line along the edge of a picture lies half outside it. */
    "figure svg{background:#fff;display:block;overflow:visible;"
    "font-family:var(--font);"
    "forced-color-adjust:none;max-width:40rem;min-width:34rem;"
    "width:100%}\n"
    ".picture{margin:var(--b) 0}\n"
    "figure img,.picture img,.logo img{display:block;height:auto;"
    "max-width:min(100%,40rem)}\n",

    "sup{font-size:.75em;line-height:0;padding-left:.1em}\n"
    ".note{border-left:var(--s) solid var(--rule);color:var(--secondary);"
    "font-size:var(--small);padding-left:2rem}\n"
    ".note>.label{float:left;margin-left:-1.25rem;min-width:1.25rem}\n"
    ".turn{display:none}\n",

    "a{color:var(--link);text-decoration-thickness:max(1px,.0625rem);"
    "text-underline-offset:.1578em}\n"
    "a:hover{text-decoration-skip-ink:none;"
    "text-decoration-thickness:max(3px,.1875rem)}\n"
    "a:focus-visible{background:#fd0;box-shadow:0 -2px #fd0,0 4px #0b0c0c;"
    "color:#0b0c0c;outline:3px solid transparent;text-decoration:none}\n"
    ".scroll:focus-visible{box-shadow:0 0 0 6px #fd0;"
    "outline:3px solid #0b0c0c}\n"
    ".skip{display:block;padding:calc(2*var(--s)) calc(3*var(--s))}\n"
    ".skip:not(:focus){clip-path:inset(50%);height:1px;overflow:hidden;"
    "padding:0;position:absolute;white-space:nowrap;width:1px}\n"
    ".top{margin-top:calc(8*var(--s))}\n",

    /* A wide screen lets a wide table go beyond the column of the report. */
    "@media(min-width:64em){\n"
    "section>.scroll,main>.scroll"
    "{margin-right:calc(50% - 50vw + 1.5rem)}\n"
    "}\n",

    "@media(max-width:40em){\n"
    "html{--s:.3125rem;--p:calc(3*var(--s));--b:calc(5*var(--s));"
    "font-size:100%}\n"
    "body{padding:0 calc(3*var(--s)) calc(10*var(--s))}\n"
    "h1{font-size:min(var(--h1),1.75rem)}\n"
    ":root{--number:2.5rem}\n"
    "th,td{padding:var(--s) calc(1.6*var(--s))}\n"
    ".numbered>.scroll,.numbered>figure{margin-left:0}\n"
    "}\n",

    "@media print{\n"
    "html{--s:.25rem;--p:var(--after);--b:var(--before);"
    "--cells:var(--cell);"
    "font-size:var(--paper);line-height:var(--leading)}\n"
    "body{max-width:none;padding:0}\n"
    ".screen{display:none}\n"
    "a{color:inherit;text-decoration:none}\n"
    ".scroll{margin-right:0;overflow:visible}\n"
    "table{max-width:none;width:100%}\n"
    ".cover{break-after:page}\n"
    "h1,h2,h3,h4,h5,h6,caption,figcaption,.lead,.group{break-after:avoid}\n"
    "tfoot{display:table-row-group}\n" /* else it ends every page */
    "tr,.note,dl>div,figure{break-inside:avoid}\n"
    "figure svg{min-width:0}\n"
    ".total,footer{break-before:avoid}\n"
    "p,li{orphans:2;widows:2}\n"
    ".turn{break-after:page;display:block}\n"
    "}\n",
};
/* clang-format on */

/* N thousandths, without zeros at the end: 1833 is 1.833. */
static void put_thousandths(struct buf *out, int64_t n)
{
    int64_t part = n % 1000;

    buf_int(out, n / 1000);
    if (part == 0)
        return;
    buf_char(out, '.');
    for (int64_t unit = 100; part > 0; unit /= 10) {
        buf_char(out, (char)('0' + part / unit));
        part %= unit;
    }
}

static void put_colour(struct buf *out, const char *name, uint32_t rgb)
{
    buf_printf(out, "--%s:#%06x;", name, (unsigned)(rgb & 0xffffff));
}

static void put_points(struct buf *out, int32_t length)
{
    put_thousandths(out, length);
    buf_puts(out, "pt");
}

/* LENGTH as a multiple of the body size. */
static void put_rem(struct buf *out, const char *name, int32_t length,
                    int32_t body)
{
    buf_printf(out, "--%s:", name);
    put_thousandths(out, ((int64_t)length * 1000 + body / 2) / body);
    buf_puts(out, "rem;");
}

static bool is_generic(struct str family)
{
    static const char *const generics[] = {"serif", "sans-serif", "monospace",
                                           "system-ui", "ui-sans-serif"};

    for (size_t i = 0; i < sizeof(generics) / sizeof(generics[0]); i++) {
        if (str_is(family, generics[i]))
            return true;
    }
    return false;
}

static struct str without_quotes(struct str s)
{
    if (s.len >= 2 && (s.ptr[0] == '"' || s.ptr[0] == '\'') &&
        s.ptr[s.len - 1] == s.ptr[0])
        return str_from(str_to(s, s.len - 1), 1);
    return s;
}

/* Every name but the generic ones is quoted anew, so that nothing a house
   style may say ends the declaration. */
static void put_fonts(struct buf *out, struct str families)
{
    buf_puts(out, "--font:");
    while (families.len > 0) {
        const struct str name =
            without_quotes(str_trim(str_cut(&families, ',')));

        if (is_generic(name))
            buf_str(out, name);
        else if (name.len > 0)
            html_escape_css_string(out, name);
        if (families.len > 0)
            buf_char(out, ',');
    }
    buf_char(out, ';');
}

static void put_house(struct buf *out, const struct house *house)
{
    static const char *const headings[HEADING_LEVELS] = {"h1", "h2", "h3",
                                                         "h4", "h5", "h6"};
    const struct house_colours *c = &house->colours;
    const struct house_sizes *s = &house->sizes;

    buf_puts(out, ":root{");
    put_fonts(out, house->fonts.css);
    put_colour(out, "text", c->text);
    put_colour(out, "secondary", c->secondary);
    put_colour(out, "accent", c->accent);
    put_colour(out, "link", c->link);
    put_colour(out, "rule", c->rule);
    put_colour(out, "head", c->table_head);
    buf_puts(out, "--leading:");
    put_thousandths(out, s->leading);
    buf_puts(out, ";--paper:");
    put_points(out, s->body);
    buf_char(out, ';');
    for (int i = 0; i < HEADING_LEVELS; i++)
        put_rem(out, headings[i], s->headings[i], s->body);
    put_rem(out, "small", s->small, s->body);
    put_rem(out, "small-table", s->table, s->body);
    put_rem(out, "after", s->paragraph_space, s->body);
    put_rem(out, "before", s->heading_space, s->body);
    put_rem(out, "number", s->number_column, s->body);
    put_rem(out, "indent", s->list_indent, s->body);
    put_rem(out, "cell", s->cell_padding, s->body);
    buf_puts(out, "}\n");
}

static void put_page(struct buf *out, const struct page_style *page)
{
    const int32_t margins[] = {page->top, page->right, page->bottom,
                               page->left};

    buf_puts(out, "@page{size:");
    put_points(out, page->landscape ? page->height : page->width);
    buf_char(out, ' ');
    put_points(out, page->landscape ? page->width : page->height);
    buf_puts(out, ";margin:");
    for (size_t i = 0; i < 4; i++) {
        put_points(out, margins[i]);
        buf_char(out, i < 3 ? ' ' : '}');
    }
    buf_char(out, '\n');
}

void html_css(struct buf *out, const struct style *style)
{
    buf_char(out, '\n');
    put_house(out, style->house);
    for (size_t i = 0; i < sizeof(base) / sizeof(base[0]); i++)
        buf_puts(out, base[i]);
    put_page(out, &style->page);
}
