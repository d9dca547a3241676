#!/usr/bin/python3
"""The texts of a tagged PDF, each below the structure elements that it stands in.

Content streams are read here, not by a PDF reader: poppler 22.12 loses the rest
of an element behind words with an ActualText of their own. An ActualText, of
marked content or of an element, stands for what it marks.
"""

import base64
import json
import re
import subprocess

TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.)*\)|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s()<>\[\]{}/%]*"
    rb"|[\[\]]|[^\s()<>\[\]{}/%]+", re.S)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
         b"\n": b"", b"\r": b"", b"\r\n": b""}


def unescaped(match):
    found = match.group(1)
    if found[:1].isdigit():
        return bytes([int(found, 8) & 255])
    return PLAIN.get(found, found)


def string(token):
    if token.startswith(b"<"):
        return bytes.fromhex(re.sub(rb"\s", b"", token[1:-1]).decode())
    return ESCAPE.sub(unescaped, token[1:-1])


def unicode_of(text):
    """A text string of PDF."""
    if text.startswith(b"\xfe\xff"):
        return text[2:].decode("utf-16-be")
    return text.decode("latin-1")


class Font:
    """What the codes of a font stand for: its ToUnicode."""

    def __init__(self, cmap):
        self.codes = {}
        self.length = 1
        for low in re.findall(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>", cmap):
            self.length = len(low) // 2
        for part in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
            for code, text in re.findall(rb"<([^>]*)>\s*<([^>]*)>", part):
                self.codes[int(code, 16)] = self.text(text)
        for part in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
            self.ranges(part)

    @staticmethod
    def text(digits):
        return bytes.fromhex(digits.decode()).decode("utf-16-be")

    def ranges(self, part):
        pattern = rb"<([^>]*)>\s*<([^>]*)>\s*(\[[^\]]*\]|<[^>]*>)"
        for low, high, to in re.findall(pattern, part):
            low, high = int(low, 16), int(high, 16)
            listed = re.findall(rb"<([^>]*)>", to)
            for code in range(low, high + 1):
                if to.startswith(b"["):
                    self.codes[code] = self.text(listed[code - low])
                    continue
                first = self.text(listed[0])
                self.codes[code] = first[:-1] + chr(ord(first[-1]) + code - low)

    def decode(self, text):
        step = self.length
        return "".join(
            self.codes[int.from_bytes(text[i:i + step], "big")]
            for i in range(0, len(text), step))


class File:
    def __init__(self, path):
        run = subprocess.run(
            ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
             "--decode-level=generalized", path], capture_output=True,
            check=True)
        self.objects = json.loads(run.stdout)["qpdf"][1]
        self.fonts = {}

    def get(self, x):
        while isinstance(x, str) and re.fullmatch(r"\d+ \d+ R", x):
            found = self.objects.get("obj:" + x, {})
            x = found.get("value", found.get("stream", {}).get("dict"))
        return x

    def stream(self, reference):
        return base64.b64decode(
            self.objects["obj:" + reference]["stream"]["data"])

    def catalog(self):
        return self.get(self.objects["trailer"]["value"]["/Root"])

    def font(self, reference):
        if reference not in self.fonts:
            self.fonts[reference] = Font(
                self.stream(self.get(reference)["/ToUnicode"]))
        return self.fonts[reference]


class Content:
    """The texts of a page by the number of their marked content."""

    def __init__(self, file, page):
        self.file = file
        self.texts = {}  # MCID: text
        self.font = None
        self.marks = []  # [MCID or None, ActualText or None, outer text]
        self.names = file.get(file.get(page).get("/Resources", {}))
        contents = file.get(page)["/Contents"]
        if isinstance(file.get(contents), list):
            parts = file.get(contents)
        else:
            parts = [contents]
        self.read(b"\n".join(file.stream(part) for part in parts))

    def read(self, data):
        stack = []
        for token in TOKEN.findall(data):
            if re.match(rb"[A-Za-z'\"*]", token):
                self.operator(token, stack)
                stack = []
            else:
                stack.append(token)

    def operator(self, name, stack):
        if name == b"Tf":
            fonts = self.file.get(self.names["/Font"])
            self.font = self.file.font(fonts["/" + stack[0][1:].decode()])
        elif name in (b"Tj", b"TJ", b"'", b'"'):
            for token in stack:
                if token[:1] in (b"(", b"<"):
                    self.add(self.font.decode(string(token)))
        elif name in (b"BDC", b"BMC"):
            self.begin(stack)
        elif name == b"EMC":
            self.end()

    def begin(self, stack):
        mcid = actual = None
        for key, token in zip(stack, stack[1:]):
            if key == b"/MCID":
                mcid = int(token)
            elif key == b"/ActualText":
                actual = unicode_of(string(token))
        if stack[0] == b"/Artifact":
            mcid = -1
        self.marks.append((mcid, actual))
        if actual is not None and not self.is_replaced(self.marks[:-1]):
            self.keep(actual)

    def end(self):
        self.marks.pop()

    @staticmethod
    def is_replaced(marks):
        return any(actual is not None for _, actual in marks)

    def add(self, text):
        if not self.is_replaced(self.marks):
            self.keep(text)

    def keep(self, text):
        inside = [mcid for mcid, _ in self.marks if mcid is not None]
        if -1 in inside:
            return
        if not inside:
            raise ValueError(f"a text that is in no element: {text}")
        self.texts[inside[-1]] = self.texts.get(inside[-1], "") + text


def pages_of(file):
    """References to the pages."""
    found = []
    stack = [file.catalog()["/Pages"]]
    while stack:
        reference = stack.pop()
        node = file.get(reference)
        if "/Kids" in node:
            stack.extend(reversed(node["/Kids"]))
        else:
            found.append(reference)
    return found


def lines(path):
    """Yields (depth, element, None) and (depth, None, text) in the order of
    the structure. Every text must stand in it."""
    file = File(path)
    contents = {page: Content(file, page) for page in pages_of(file)}
    left = {(page, mcid) for page, content in contents.items()
            for mcid in content.texts}
    root = file.get(file.catalog()["/StructTreeRoot"])
    stack = [(root.get("/K"), 0, None)]
    while stack:
        x, depth, page = stack.pop()
        x = file.get(x)
        if isinstance(x, list):
            stack.extend((kid, depth, page) for kid in reversed(x))
        elif isinstance(x, int):
            left.discard((page, x))
            if x in contents[page].texts:
                yield depth, None, contents[page].texts[x]
        elif isinstance(x, dict) and "/S" in x:
            page = x.get("/Pg", page)
            yield depth, x["/S"][1:], None
            if "/ActualText" in x:
                yield depth + 1, None, x["/ActualText"][2:]
            stack.append((x.get("/K", []), depth + 1, page))
        elif isinstance(x, dict) and "/MCID" in x:
            stack.append((x["/MCID"], depth, x.get("/Pg", page)))
    if left:
        raise ValueError(f"marked content in no element: {sorted(left)}")
