"""A case: a run folder of its own, the program, and what came out. The modules beside this one hold the tests."""
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import tempfile

# A codebook with every rule that a row can break.
STRICT_CODEBOOK = '''id = "Ref"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [{ id = "female", label = "Women", values = ["F"] }, { id = "male", label = "Men", values = ["M"] }]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [{ id = "young", label = "Under 35", to = 34 }, { id = "old", label = "35 and over", from = 35 }]
[pay]
hourly = "Rate"
full_pay = { column = "Full pay", values = ["Y"] }
[in_post]
start = "Start"
leave = "Leave"
[hours]
column = "Hours"
most = 40
'''

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
TESTS = {}  # by name
START = {}  # the folder that a test's run folder is a copy of


def starting_from(folder):
    def register(function):
        assert function.__name__ not in TESTS, function.__name__
        TESTS[function.__name__] = function
        START[function.__name__] = folder
        return function

    return register


# Twenty people, added up by hand.
test = starting_from("tests/runs/base")


class Case:
    """A run folder of its own, and the program."""

    def __init__(self, build, start):
        self.build = pathlib.Path(build).resolve()
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="eqr-run-"))
        self.folder = self.top / "run"
        shutil.copytree(TOP / start, self.folder)

    def read(self, name):
        return (self.folder / name).read_text()

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, name, old, new):
        text = self.read(name)
        assert old in text, f"{name} does not hold {old!r}"
        self.write(name, text.replace(old, new, 1))

    def add(self, name, text):
        self.write(name, self.read(name) + text)

    def run(self, *words, env=None, wait=120, stdin=None, before=()):
        """`before` are the words of a program that starts this one; `stdin` is text that comes through a pipe."""
        done = subprocess.run([*before, self.build / "bin" / "equality-report", *words], cwd=self.folder, text=True,
                              capture_output=True, timeout=wait, env=env, input=stdin)
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr
        return self

    def make(self, *words, **more):
        return self.run("build", "run.toml", "--progress", "none", *words, **more)

    def ends(self, code, message=None):
        assert self.code == code, f"exit code {self.code}, not {code}\n{self.err}"
        if message is not None:
            assert self.err == message, f"the message is\n{self.err}\nand not\n{message}"
        return self

    def wrote_nothing(self):
        left = [str(p) for p in (self.folder / "out").rglob("*") if p.is_file() and "private" not in p.parts]
        assert not left, left
        return self

    @property
    def draft(self):
        return self.folder / "out" / "draft"

    def written(self, draft=None):
        """All files of a draft by name, and the hash of their bytes."""
        draft = draft or self.draft
        return {str(path.relative_to(draft)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(draft.rglob("*")) if path.is_file()}

    def report(self):
        return json.loads((self.draft / "report.json").read_text())

    def published(self):
        """All that report.json says of figures, apart from where they come from and how the records were read."""
        report = self.report()
        return [report[part] for part in ("figures", "tables", "charts", "notes", "gaps")]

    def record(self):
        return json.loads((self.folder / "out" / "private" / "run-record.json").read_text())

    @property
    def html(self):
        """The report's page, as it is written; other pages stand beside it."""
        return (self.draft / (self.report()["slug"] + ".html")).read_text()

    def page(self):
        """The words of the page; what a style sheet says is no word."""
        text = re.sub(r"<style\b.*?</style>", "", self.html, flags=re.S)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))

    def workbook(self):
        """All cells of the workbook, sheet by sheet, as openpyxl reads them."""
        import openpyxl
        book = openpyxl.load_workbook(next(self.draft.glob("*.xlsx")))
        return {sheet.title: [[cell for cell in row] for row in sheet.iter_rows(values_only=True)] for sheet in book}

    def table(self, table_id):
        """Rows of a table as printed texts."""
        table = next(t for t in self.report()["tables"] if t["id"] == table_id)
        return [[printed(cell) for cell in row["cells"]] for row in table["rows"]]


def printed(cell):
    return cell.get("text", cell.get("printed", "[" + cell["shorthand"] + "]" if "shorthand" in cell else None))


def figure(report, name):
    return next(printed(f["value"]) for f in report["figures"] if f["name"] == name)


def equal(found, expected):
    assert found == expected, f"found\n{found}\nexpected\n{expected}"
