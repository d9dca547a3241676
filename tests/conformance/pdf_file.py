"""A PDF as qpdf prints it in JSON, for tests that break one.

Objects are what JSON gives: names "/N", references "7 0 R", strings "u:text".
Nothing here knows councilpress: what is broken is a file that it wrote.
"""

import base64
import copy
import json
import subprocess


class PdfFile:
    def __init__(self, path):
        run = subprocess.run(
            ["qpdf", "--json-output", "--json-stream-data=inline",
             "--decode-level=generalized", path], stdout=subprocess.PIPE,
            check=True)
        self.json = json.loads(run.stdout)
        self.objects = self.json["qpdf"][1]

    def copy(self):
        return copy.deepcopy(self)

    def save(self, path):
        source = path.with_suffix(".json")
        source.write_text(json.dumps(self.json))
        subprocess.run(["qpdf", "--json-input", "--newline-before-endstream",
                        source, path], check=True)
        source.unlink()

    def get(self, x):
        """The object that X refers to, or X; a stream gives its dictionary."""
        if isinstance(x, str) and x.endswith(" R"):
            found = self.objects["obj:" + x]
            return found["value"] if "value" in found else \
                found["stream"]["dict"]
        return x

    def add(self, value, data=None):
        """A new object, a stream where there is DATA. Returns a reference."""
        number = 1 + max(int(key[4:].split()[0]) for key in self.objects
                         if key.startswith("obj:"))
        ref = f"{number} 0 R"
        self.objects["obj:" + ref] = {"value": value} if data is None else \
            {"stream": {"dict": value, "data": ""}}
        if data is not None:
            self.write_stream(ref, data)
        return ref

    def stream(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"]["data"])

    def write_stream(self, ref, data):
        self.objects["obj:" + ref]["stream"]["data"] = \
            base64.b64encode(data).decode()

    def replace(self, ref, old, new, count=1):
        """Replaces bytes of a stream, which must be there."""
        data = self.stream(ref)
        if old not in data:
            raise ValueError(f"{ref} has no {old!r}")
        self.write_stream(ref, data.replace(old, new, count))

    @property
    def catalog(self):
        return self.get(self.objects["trailer"]["value"]["/Root"])

    def of_type(self, name):
        """References to the dictionaries of a /Type, by object number."""
        return [key[4:] for key, object_ in self.objects.items()
                if key != "trailer" and isinstance(self.get(key[4:]), dict)
                and self.get(key[4:]).get("/Type") == name]

    def pages(self):
        return self.of_type("/Page")

    def kids(self, element):
        kids = self.get(element).get("/K", [])
        return kids if isinstance(kids, list) else [kids]

    def child_elements(self, element):
        return [k for k in self.kids(element) if isinstance(k, str)]

    def elements(self, kind=None):
        """References to structure elements in reading order."""
        root = self.get(self.catalog["/StructTreeRoot"])["/K"]
        stack = root[::-1] if isinstance(root, list) else [root]
        while stack:
            ref = stack.pop()
            if kind is None or self.get(ref)["/S"] == "/" + kind:
                yield ref
            stack.extend(reversed(self.child_elements(ref)))

    def element(self, kind, parent=None):
        """The first of a kind, or the first whose parent is of another."""
        for ref in self.elements(kind):
            above = self.get(self.get(ref)["/P"])
            if parent is None or above.get("/S") == "/" + parent:
                return ref
        raise ValueError(f"no {kind} in {parent}")

    def add_element(self, parent, kind, at=None, **entries):
        """A new, empty element below PARENT, at its end or at an index."""
        value = {"/S": "/" + kind, "/P": parent}
        value.update({"/" + name: x for name, x in entries.items()})
        ref = self.add(value)
        kids = self.kids(parent)
        kids.insert(len(kids) if at is None else at, ref)
        self.get(parent)["/K"] = kids
        return ref
