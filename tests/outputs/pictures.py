#!/usr/bin/env python3
"""The pictures of a PDF must be those of the HTML, pixel for pixel.

    pictures.py HTML PDF

What the PDF shows twice is in it once, and no picture holds metadata. A
picture that only one of them shows is an error: the case has none.
"""
import base64
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib


def chunks(png):
    at = 8
    while at < len(png):
        size = int.from_bytes(png[at:at + 4], "big")
        yield png[at + 4:at + 8], png[at + 8:at + 8 + size]
        at += size + 12


def paeth(a, b, c):
    p = a + b - c
    distances = (abs(p - a), abs(p - b), abs(p - c))
    return (a, b, c)[distances.index(min(distances))]


def pixels(png):
    """As a PPM or PGM file has them (PNG specification, clause 9)."""
    data, head, palette = b"", None, None
    for kind, body in chunks(png):
        if kind not in (b"IHDR", b"PLTE", b"IDAT", b"IEND"):
            sys.exit(f"a picture has a chunk {kind}")
        head = body if kind == b"IHDR" else head
        palette = body if kind == b"PLTE" else palette
        data += body if kind == b"IDAT" else b""
    width, height = (int.from_bytes(head[i:i + 4], "big") for i in (0, 4))
    n = {0: 1, 2: 3, 3: 1}[head[9]]
    rows = zlib.decompress(data)
    above, out = bytearray(width * n), bytearray()
    for y in range(height):
        row = rows[y * (width * n + 1):(y + 1) * (width * n + 1)]
        line = bytearray()
        for i, value in enumerate(row[1:]):
            a = line[i - n] if i >= n else 0
            c = above[i - n] if i >= n else 0
            b = above[i]
            more = (0, a, b, (a + b) // 2, paeth(a, b, c))[row[0]]
            line.append((value + more) % 256)
        out += line
        above = line
    if palette:
        n, out = 3, b"".join(palette[3 * i:3 * i + 3] for i in out)
    return b"P%d\n%d %d\n255\n" % (6 if n == 3 else 5, width, height) + out


def of_html(path):
    text = pathlib.Path(path).read_text()
    for form, data in re.findall(r'src="data:image/(\w+);base64,([^"]*)"', text):
        data = base64.b64decode(data, validate=True)
        yield data if form == "jpeg" else pixels(data)


def of_pdf(path):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdfimages", "-j", path, folder + "/it"], check=True)
        for file in sorted(pathlib.Path(folder).iterdir()):
            yield file.read_bytes()
    listed = subprocess.run(["pdfimages", "-list", path], check=True,
                            capture_output=True, text=True).stdout
    objects = {line.split()[10] for line in listed.splitlines()[2:]}
    if len(objects) != len(set(of_html(sys.argv[1]))):
        sys.exit("a picture is not in the PDF once")


def main():
    html, pdf = sys.argv[1:]
    wanted, got = set(of_html(html)), set(of_pdf(pdf))
    if not wanted or wanted != got:
        sys.exit(f"{len(wanted - got)} pictures of the HTML are not in the "
                 f"PDF, {len(got - wanted)} the other way round")
    if any(b"Exif" in p or b"51.5 N" in p for p in wanted):
        sys.exit("a picture tells where it was taken")


main()
