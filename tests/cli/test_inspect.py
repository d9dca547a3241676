"""What `inspect` proposes can be pasted, and is built as it stands."""
import json

from support import Case, Place, write_report


def rows(headings, cells, count=8):
    """The text of a CSV file; CELLS makes those of a row."""
    return "\n".join([",".join(headings), *(",".join(cells(n)) for n in range(count))]) + "\n"


class Inspect(Case):

    def _builds(self, name, text):
        """NAME.csv, read as what is proposed for it; returns the proposal."""
        folder = self.place / name
        write_report(folder)
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        seen = self.run_program("inspect", "--json", folder / f"{name}.csv")
        self.says(seen, 0)
        table = json.loads(seen.stdout)["tables"][0]
        templates = self.place / "kinds"
        (templates / "kinds").mkdir(parents=True, exist_ok=True)
        (templates / "kinds" / f"{name}.xml").write_text(table["kind_file"])
        write_report(folder, f'<table data="{name}"/>', table["data"])
        self.says(self.run_program("build", "-o", self.out, "--templates", templates, "--templates",
                                   Place.templates, folder, templates=False), 0)
        return table["data"]

    def what_is_wider_than_a_page_is_cut(self):
        for count in (8, 20, 35, 100):
            for heading in ("M", "Satisfaction of question", "Cost"):
                with self.subTest(count=count, heading=heading):
                    data = self._builds(
                        f"{heading[:2].lower().strip()}{count}",
                        rows(["Area", *(f"{heading} {n}" for n in range(1, count))],
                             lambda n: [f"Area {n}", *(str(n * 12345.5) for _ in range(1, count))]))
                    if count != 20:
                        self.assertEqual("columns=" in data, count > 20)
