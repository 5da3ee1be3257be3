#!/usr/bin/env python3
"""Whole runs of the program: input, command, exit code and the whole message, on one screen each.

usage: runs_test.py NAME [--build DIR] | --list

Each test starts from a copy of tests/runs/base (twenty people, added up by hand) or of a sample, changes one
thing and runs the program. A test that fails leaves its folder and says where.
"""
import argparse
import csv
import hashlib
import http.server
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import published_figures

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
TESTS = {}


def test(function):
    TESTS[function.__name__] = function
    return function


class Case:
    """A run folder of its own, and the program."""

    def __init__(self, build, start="tests/runs/base"):
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

    def run(self, *words, env=None, wait=120):
        done = subprocess.run([self.build / "bin" / "equality-report", *words], cwd=self.folder, text=True,
                              capture_output=True, timeout=wait, env=env)
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

    def report(self):
        return json.loads((self.draft / "report.json").read_text())

    def record(self):
        return json.loads((self.folder / "out" / "private" / "run-record.json").read_text())

    def page(self):
        """The words of the page; what a style sheet says is no word."""
        text = re.sub(r"<style\b.*?</style>", "", next(self.draft.glob("*.html")).read_text(), flags=re.S)
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


# ---- the report ----


@test
def the_shares_of_twenty_people_are_those_added_up_by_hand(case):
    case.make().ends(0, "nothing is missing\n")
    women, men = case.table("workforce.sex")[:2]
    # 12 of 20 this year, 10 of 18 last year: 60.0 and 55.6, a change of 4.4
    equal(women, ["Women", "12", "60.0%", "60.0%", "55.6%", "4.4 percentage points"])
    equal(men[1:3], ["8", "40.0%"])
    # women's rates add to 180 pounds (12), men's to 142 (8): 15.00 and 17.75, 2.75 of 17.75; medians 14.50 and 17
    equal([row[1] for row in case.table("workforce.pay-gap")][:2], ["15.5%", "14.7%"])
    equal([row[1] for row in case.table("workforce.pay-quarters")], ["60.0%", "80.0%", "60.0%", "40.0%"])


@test
def a_count_of_fewer_people_than_the_threshold_is_published_as_c_everywhere(case):
    case.make().ends(0)
    black = next(row for row in case.table("workforce.ethnicity") if row[0] == "Black")
    equal(black, ["Black"] + ["[c]"] * 5)  # two people, threshold three
    assert "The Black share is [c]." in case.page()
    cells = [cell for sheet in case.workbook().values() for row in sheet for cell in row if row[0] == "Black"]
    equal(cells[:3], ["Black", "[c]", "[c]"])


@test
def counts_of_things_are_never_withheld_and_counts_of_people_are(case):
    case.make().ends(0)
    found = {row[0]: row[1] for t in case.report()["tables"] if t["id"].startswith("fostering")
             for row in [[printed(c) for c in r["cells"]] for r in t["rows"]]}
    equal(found["Events with partners"], "2")
    equal(found["People supported after hate crime"], "[c]")


@test
def figures_stand_in_the_text_as_they_stand_in_the_tables(case):
    case.make().ends(0)
    assert "About us: about 61,400 people live here." in case.page()
    assert "Women are 60.0% of 20 staff, from 55.6% to 60.0% (up 4.4 percentage points)." in case.page()


@test
def two_runs_give_the_same_bytes_whatever_the_clock_the_locale_or_the_number_of_workers(case):
    hashes = []
    surroundings = dict(os.environ)
    for words, env in ((["--jobs", "1"], {"TZ": "UTC", "LANG": "C"}),
                       (["--jobs", "4"], {"TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"})):
        case.make("--out", f"out{len(hashes)}", *words, env=surroundings | env).ends(0)
        draft = case.folder / f"out{len(hashes)}" / "draft"
        hashes.append({p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(draft.iterdir())})
        time.sleep(1.1)
    equal(hashes[0], hashes[1])


@test
def every_sheet_and_the_page_of_a_draft_say_so(case):
    case.make().ends(0)
    for name, rows in case.workbook().items():
        assert any("draft" in str(cell).lower() for row in rows[:6] for cell in row), name
    assert "Draft: not for publication" in case.page()


@test
def words_in_the_run_folder_override_those_of_the_template(case):
    case.write("wording.toml", '[headings]\nforeword = "Welcome from us"\n[outcomes]\ntheme-1 = ["Nobody is left out."]\n')
    case.make().ends(0)
    assert "Welcome from us" in case.page() and "Nobody is left out." in case.page()


@test
def one_plugin_may_serve_two_themes(case):
    case.add("run.toml", '\n[[themes]]\nplugin = "workforce"\nid = "trainees"\ntitle = "Our trainees"\n'
             'inputs = { staff = "staff" }\nsettings = { characteristics = ["sex"] }\n')
    case.make().ends(0)
    ids = [t["id"] for t in case.report()["tables"]]
    assert "workforce.sex" in ids and "trainees.sex" in ids and "trainees.ethnicity" not in ids, ids


@test
def the_run_record_holds_hashes_and_questions_and_nobodys_value(case):
    case.make().ends(0)
    record = case.record()
    staff = next(i for i in record["inputs"] if i["file"] == "staff.csv")
    equal(staff["sha256"], hashlib.sha256((case.folder / "staff.csv").read_bytes()).hexdigest())
    assert "count of staff, this year, by ethnicity" in record["asked_of_people"], record["asked_of_people"]
    for output in record["outputs"]:
        equal(output["sha256"], hashlib.sha256((case.draft / output["file"]).read_bytes()).hexdigest())
    assert not re.search(r"P\d\d|1990-01-01|2000-02-29", json.dumps(record))
    equal(oct((case.folder / "out" / "private").stat().st_mode & 0o777), "0o700")


@test
def every_published_figure_names_its_expression_and_its_source(case):
    case.make().ends(0)
    found = next(f for f in case.report()["figures"] if f["name"] == "workforce.sex.female.percent")
    equal(found["lineage"], "100 x (count of staff, this year, where sex is female) / (count of staff, this year)")
    assert found["sources"], found


@test
def the_report_follows_its_json_schema(case):
    import jsonschema
    case.make().ends(0)
    schema = json.loads((case.draft / "report.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(case.report())


@test
def a_json_table_serves_as_well_as_a_csv(case):
    case.write("activities.json", json.dumps([{"id": "events", "label": "Events with partners", "value": 41,
                                               "unit": "things", "counts": "things"}]))
    case.change("run.toml", 'file = "activities.csv"', 'file = "activities.json"')
    case.make().ends(0)
    page = published_figures.Page(next(case.draft.glob("*.html")).read_text())
    rows = [row[:2] for table in page.tables.values() for row in table]
    assert ["Events with partners", "41"] in rows, rows


# ---- the samples ----


@test
def every_published_figure_of_hertfordshire_stands_in_the_page_and_the_workbook(case):
    case.make().ends(0, "nothing is missing\n")
    report, sheets = case.report(), case.workbook()
    equal(report["period"], "2017/18")
    equal(report["snapshot"], "2018-03-31")
    page = published_figures.Page(next(case.draft.glob("*.html")).read_text())
    amount, found = published_figures.amount, {f["name"]: f for f in report["figures"]}
    listed = {row[0]: row for row in sheets["Figures_in_the_text"]}
    facts = {row[0]: row for row in sheets["Facts"]}
    for name, (value, last_year, texts) in published_figures.FIGURES.items():
        equal((name, page.figures.get(name)), (name, texts or {value}))
        is_fact = name.startswith("facts.")
        row = facts[found[name]["title"]] if is_fact else listed[name]
        if value is not None:
            equal((name, printed(found[name]["value"])), (name, value))
            equal((name, row[1 if is_fact else 2]), (name, amount(value)))
        if last_year is not None:
            equal((name, printed(found[name]["last_year"])), (name, last_year))
            equal((name, row[3]), (name, amount(last_year)))


@test
def every_published_number_of_hertfordshire_that_stands_in_a_table_stands_in_its_cell(case):
    case.make().ends(0, "nothing is missing\n")
    tables, sheets = {t["id"]: t for t in case.report()["tables"]}, case.workbook()
    page = published_figures.Page(next(case.draft.glob("*.html")).read_text())
    for table_id, label, column, value in published_figures.CELLS:
        table, what = tables[table_id], (table_id, label)
        index = next(i for i, c in enumerate(table["columns"]) if c["id"] == column)
        rows = [[printed(cell) for cell in row["cells"]] for row in table["rows"]]
        equal((what, [row[index] for row in rows if row[0] == label]), (what, [value]))
        is_number = table["columns"][index]["type"] == "number"
        text = published_figures.bare(value) if is_number else value
        equal((what, [row[index] for row in page.tables[table_id] if row[0] == label]), (what, [text]))
        sheet = next(rows for rows in sheets.values() if str(rows[0][0]).startswith(table["title"]))
        cell = published_figures.amount(value) if is_number else value
        equal((what, [row[index] for row in sheet if row[0] == label]), (what, [cell]))


@test
def the_report_follows_its_inputs(case):
    """A dozen inputs are changed, one number each; each change is in the page and the workbook."""
    changes = [("facts.csv", ",1181000,", ",1181001,", "1,181,001"), ("facts.csv", ",64900,", ",64901,", "64,901"),
               ("facts.csv", ",194300,", ",194301,", "194,301"), ("facts.csv", ",28500,", ",28501,", "28,501"),
               ("facts.csv", ",5.8,", ",5.7,", "5.7%"), ("facts.csv", ",250000000,", ",251000000,", "£251,000,000"),
               ("training.csv", ",104,", ",1042,", "1,042"), ("early-help.csv", ",1500,", ",1501,", "1,501"),
               ("apprenticeship-starts.csv", ",52,", ",532,", "532"), ("apprenticeship-starts.csv", ",59,", ",591,", "591"),
               ("digital.csv", ",500,", ",511,", "511"), ("early-help.csv", ",9,", ",19,", "19")]
    for file, old, new, _ in changes:
        case.change(file, old, new)
    case.make().ends(0)
    page = published_figures.Page(next(case.draft.glob("*.html")).read_text())
    texts = set().union(*page.figures.values())
    cells = {cell for rows in case.workbook().values() for row in rows for cell in row}
    for _, _, _, shown in changes:
        assert shown in texts or f"about {shown}" in texts, shown
        assert published_figures.amount(shown) in cells or f"about {shown}" in cells, shown
    # and a member of staff more or less: one woman's row is taken out
    rows = case.read("staff-2018.csv").splitlines(keepends=True)
    women = [i for i, row in enumerate(rows) if row.split(",")[1] in ("F", "Female", "female")]
    before = figure(case.report(), "workforce.headcount")
    case.write("staff-2018.csv", "".join(row for i, row in enumerate(rows) if i != women[0]))
    case.make().ends(0)
    equal(int(figure(case.report(), "workforce.headcount").replace(",", "")), int(before.replace(",", "")) - 1)


@test
def hertfordshires_shares_agree_with_a_count_by_another_program(case):
    case.make().ends(0)
    report = case.report()
    people = list(csv.DictReader(io.StringIO(case.read("staff-2018.csv"))))
    equal(figure(report, "workforce.headcount"), f"{len(people):,}")
    women = sum(p["Gender"].strip().lower() in ("f", "female") for p in people)
    equal(figure(report, "workforce.sex.female.percent"), f"{100 * women / len(people):.1f}%")
    # The gap as the regulations define it, in floating point.
    paid = [p for p in people if p["Full pay in period"].strip().upper() == "Y" and p["Hourly rate"].strip()]
    mean = lambda sex: (lambda r: sum(r) / len(r))([float(p["Hourly rate"]) for p in paid if p["Gender"].strip().lower()[:1] == sex])
    gap = 100 * (mean("m") - mean("f")) / mean("m")
    equal(figure(report, "workforce.pay-gap.mean").replace("−", "-"), f"{gap:.1f}%")


@test
def a_small_borough_with_its_own_columns_and_codes_gets_a_draft_that_names_what_is_owed(case):
    case.make().ends(3)
    assert "covenant-pledges.csv: there is no such file\nhint: " in case.err, case.err
    assert "narratives/working-in-partnership.md: there is no such file\nhint: " in case.err, case.err
    assert "missing: Armed Forces Covenant pledges. Owed by Housing, due 17 October 2025.\n" in case.err, case.err
    assert "missing: Text: Working in partnership. Owed by Community Team, due 17 October 2025.\n" in case.err, case.err
    equal([(g["what"], g["owner"], g["due"]) for g in case.report()["gaps"]],
          [("Text: Working in partnership", "Community Team", "17 October 2025"),
           ("Armed Forces Covenant pledges", "Housing", "17 October 2025")])
    for owed in ("Armed Forces Covenant pledges", "Housing", "Community Team", "17 October 2025"):
        assert owed in case.page(), owed
    people = list(csv.DictReader(io.StringIO(case.read("people-2025.csv"))))
    women = sum(p["Sex"] == "2" for p in people)
    equal(figure(case.report(), "workforce.sex.female.percent"), f"{100 * women / len(people):.1f}%")
    assert "Fair at work and in our services" in case.page()


@test
def a_body_with_percentages_only_gets_them_as_they_were_published(case):
    case.make().ends(0)
    women = next(row for row in case.table("workforce.sex") if row[0] == "Women")
    assert "18.4%" in women and "17.1%" in women and "1.3 percentage points" in women and "[x]" in women, women
    minority = next(row for row in case.table("workforce.ethnicity") if row[0].startswith("Ethnic minorities"))
    assert "7%" in minority and "[x]" in minority, minority  # of those who declared, whole, as published
    assert "without saying what they are a percentage of" in case.page()
    assert "6.1%" in case.page()  # the pay gap, as published


START = {"every_published_number_of_hertfordshire_that_stands_in_a_table_stands_in_its_cell":
             "sample-inputs/hertfordshire-2017-18",
         "every_published_figure_of_hertfordshire_stands_in_the_page_and_the_workbook": "sample-inputs/hertfordshire-2017-18",
         "the_report_follows_its_inputs": "sample-inputs/hertfordshire-2017-18",
         "hertfordshires_shares_agree_with_a_count_by_another_program": "sample-inputs/hertfordshire-2017-18",
         "a_small_borough_with_its_own_columns_and_codes_gets_a_draft_that_names_what_is_owed": "sample-inputs/small-borough",
         "a_body_with_percentages_only_gets_them_as_they_were_published": "sample-inputs/percentages-only"}


# ---- faults in the run file, the codebook, the template, a placeholder: exit 2, nothing written ----


@test
def a_misspelt_key_in_the_run_file_is_named_with_its_place_and_a_guess(case):
    case.change("run.toml", "threshold = 3", "treshold = 3")
    case.make().ends(2, 'run.toml:11:1: unknown key "treshold" in [policy]\nhint: did you mean "threshold"?\n').wrote_nothing()


@test
def a_plugin_that_is_not_there_is_named_with_a_guess(case):
    case.change("run.toml", 'plugin = "workforce"', 'plugin = "workfroce"')
    case.make().ends(2, 'run.toml:34:1: there is no plugin "workfroce"\nhint: did you mean "workforce"?\n')
    case.wrote_nothing()


@test
def a_setting_that_the_theme_does_not_have_is_named(case):
    case.change("run.toml", 'settings = { characteristics', 'settings = { characterstics')
    case.make().ends(2, 'run.toml:36:12: the theme "workforce" has no setting "characterstics"\n'
                     'hint: did you mean "characteristics"?\n').wrote_nothing()


@test
def an_input_of_the_wrong_kind_for_its_role_is_named(case):
    case.change("run.toml", '[inputs.forum]\nkind = "table"', '[inputs.forum]\nkind = "figures"')
    case.make().ends(2, 'run.toml:23:1: input "forum" is of kind figures, but role "forum" of theme '
                     '"fostering-good-relations" wants table\nhint: change its kind, or bind the role to another input\n')
    case.wrote_nothing()


@test
def a_value_given_to_two_groups_of_the_codebook_is_named(case):
    case.change("codebook.toml", 'values = ["M"]', 'values = ["f"]')
    case.make().ends(2).wrote_nothing()
    assert case.err.startswith('codebook.toml:6:103: characteristic "sex": the value "f" belongs to two groups, '
                               '"female" and "male"\n'), case.err


@test
def a_template_that_is_not_there_is_named(case):
    case.change("run.toml", 'slug = "equality-report"', 'slug = "equality-report"\ntemplate = "progres-report"')
    case.make().ends(2, 'there is no template "progres-report"\nhint: did you mean "progress-report"?\n').wrote_nothing()


@test
def a_heading_for_a_section_that_the_template_does_not_have_is_named(case):
    case.write("wording.toml", '[headings]\nforewrd = "Welcome"\n')
    case.make().ends(2, 'wording.toml:2:11: [headings] names a section "forewrd" that the template does not have\n'
                     'hint: did you mean "foreword"?\n').wrote_nothing()


@test
def a_placeholder_that_nothing_declares_is_an_error_before_people_are_read(case):
    case.change("narratives/foreword.md", "facts.population", "facts.popluation")
    (case.folder / "staff.csv").write_bytes(b"\x00\xff")  # would be a fault, were it read
    case.make().ends(2, 'narratives/foreword.md:1:11: unknown fact {{facts.popluation}}\n'
                     'hint: did you mean "facts.population"?\n').wrote_nothing()


@test
def a_placeholder_that_fits_a_pattern_and_that_the_theme_does_not_deliver_is_an_error(case):
    case.change("narratives/equal-workforce.md", "workforce.sex.female.percent}}", "workforce.sex.femle.percent}}")
    case.make().ends(2, 'narratives/equal-workforce.md:1:11: unknown figure {{workforce.sex.femle.percent}}\n'
                     'hint: did you mean "workforce.sex.female.percent"?\n').wrote_nothing()


@test
def a_placeholder_of_a_theme_that_the_report_does_not_have_is_an_error(case):
    case.change("narratives/foreword.md", "facts.population", "veterans.pledges.count")
    case.make().ends(2, 'narratives/foreword.md:1:11: {{veterans.pledges.count}}: the report has no theme "veterans"\n'
                     'hint: one of: facts, workforce, fostering-good-relations\n').wrote_nothing()


@test
def wrong_words_on_the_command_line_are_told_with_the_remedy(case):
    case.run("biuld", "run.toml").ends(2, 'unknown command "biuld"\nhint: did you mean "build"?\n')
    case.run("build").ends(2, "RUN.toml is missing\nhint: equality-report build RUN.toml [options]\n")
    case.run("build", "run.toml", "--ot", "x").ends(2, 'unknown option --ot\nhint: did you mean "--out"?\n')
    case.run("build", "nowhere.toml", "--progress", "none").ends(2, "nowhere.toml: the run file cannot be opened\n"
                                           "hint: check the name; `equality-report build RUN.toml`\n")


# ---- faults in a people input: exit 1, nothing written ----


@test
def a_missing_extract_is_named(case):
    (case.folder / "staff.csv").unlink()
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith("staff.csv: there is no such file\nhint: "), case.err


@test
def a_missing_column_of_the_extract_is_named(case):
    case.change("staff.csv", "Ethnic group", "Ethnc group")
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith('staff.csv:1: column "Ethnic group": the extract has no such column\n'), case.err
    assert 'hint: did you mean "Ethnc group"?\n' in case.err, case.err


@test
def an_unknown_code_is_named_by_its_place_and_never_by_its_value(case):
    case.change("staff.csv", "P05,F,1990-01-01,White", "P05,F,1990-01-01,Zanzibarite")
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith('staff.csv:6: column "Ethnic group": a value that the codebook does not list'), case.err
    assert "anzibar" not in case.err.lower() and "codebook.toml" in case.err, case.err


@test
def an_unclosed_quote_is_named_by_the_line_it_opens_on(case):
    case.change("staff.csv", "P05,F", 'P05,"F')
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith("staff.csv:6: column \"Gender\": opens a quotation mark that is never closed\nhint: "), case.err


@test
def an_extract_in_the_wrong_encoding_is_named(case):
    case.write("staff.csv", case.read("staff.csv").replace("P05,F,1990-01-01,White", "P05,F,1990-01-01,Wh\u00efte").encode("cp1252"))
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith("staff.csv:6: column \"Ethnic group\": holds bytes that are not UTF-8 text\nhint: "), case.err


@test
def an_empty_extract_is_named(case):
    case.write("staff.csv", "")
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith("staff.csv: is empty\nhint: "), case.err


@test
def no_fault_prints_anything_of_a_persons_record(case):
    """A canary in every personal field, and every kind of fault in turn."""
    canary = "Xq7Canary"
    good = case.read("staff.csv").splitlines()
    row = good[5].split(",")
    damages = {"unknown values": ",".join([canary] * len(row)), "too many fields": ",".join([canary] * (len(row) + 1)),
               "an open quote": '"' + ",".join([canary] * len(row)), "too few fields": canary,
               "a bad date and rate": ",".join([canary, "F", canary, "White", canary, "Y"]),
               "a repeated person": good[4].replace("P04", "P03").replace("White", canary)}
    for what, line in damages.items():
        case.write("staff.csv", "\n".join(good[:5] + [line] + good[6:]) + "\n")
        for code, command in ((1, ("build", "run.toml", "--progress", "none")), (3, ("check", "run.toml")),
                              (0, ("plan", "run.toml"))):
            case.run(*command)
            assert case.code == code, f"{what}: {command}: exit code {case.code}, not {code}"
            assert canary not in case.out + case.err, f"{what}: {command}: {case.out}{case.err}"
        for file in case.folder.rglob("out/**/*"):
            assert file.is_dir() or canary.encode() not in file.read_bytes(), f"{what}: {file}"


@test
def an_old_report_is_left_as_it_was_when_a_run_fails(case):
    case.make().ends(0)
    before = {p.name: p.read_bytes() for p in case.draft.iterdir()}
    case.change("staff.csv", "P05,F", 'P05,"F')
    case.make().ends(1)
    equal({p.name: p.read_bytes() for p in case.draft.iterdir()}, before)


# ---- faults in a document or a narrative: exit 3, only what needs it is missing ----


@test
def a_missing_document_costs_only_what_needs_it_and_is_named_with_its_owner(case):
    (case.folder / "forum.csv").unlink()
    case.make().ends(3)
    assert case.err.startswith("forum.csv: there is no such file\nhint: "), case.err
    assert case.err.endswith("\nmissing: Equality forum meetings. Owed by Community Team, due 14 September 2018.\n"), case.err
    assert "workforce.sex" in [t["id"] for t in case.report()["tables"]]
    assert "Events with partners" in case.page() and "Community Team" in case.page()


@test
def a_wrong_number_in_a_document_is_named_with_its_place(case):
    case.change("activities.csv", "Events with partners,2", "Events with partners,two")
    case.make().ends(3)
    assert case.err.startswith('activities.csv:2: column "value": '), case.err
    assert case.err.endswith("\nmissing: Work with partners. Owed by Community Team.\n") and "two" not in case.err, case.err


@test
def a_missing_column_in_a_document_is_named(case):
    case.change("forum.csv", "status", "state")
    case.make().ends(3)
    assert case.err.startswith('forum.csv:1: column "status": ') and "\nhint: " in case.err, case.err


@test
def a_missing_narrative_costs_only_its_text(case):
    (case.folder / "narratives" / "foreword.md").unlink()
    case.make().ends(3)
    assert case.err.startswith("narratives/foreword.md: there is no such file\nhint: "), case.err
    assert case.err.endswith("\nmissing: Text: Foreword. Owed by Policy Team.\n"), case.err
    assert "Foreword" in case.page() and "people live here" not in case.page()
    equal(case.table("workforce.sex")[0][:2], ["Women", "12"])


@test
def raw_html_in_a_narrative_costs_only_its_text(case):
    case.add("narratives/foreword.md", "\n<script>alert(1)</script>\n")
    case.make().ends(3)
    assert case.err.startswith("narratives/foreword.md:3: raw HTML\nhint: "), case.err
    assert "<script" not in next(case.draft.glob("*.html")).read_text()


@test
def a_faulty_table_of_facts_leaves_its_figures_as_not_available(case):
    case.change("facts.csv", "61400", "many")
    case.make().ends(3)
    assert 'facts.csv:2: column "value": ' in case.err, case.err
    assert "[x] people live here" in case.page()


@test
def facts_stay_facts_whatever_the_inputs_are_called(case):
    case.add("run.toml", '\n[inputs.facts]\nkind = "figures"\nfile = "activities.csv"\n')
    case.change("run.toml", 'plugin = "fostering-good-relations"', 'plugin = "fostering-good-relations"\n'
                'inputs = { activities = "facts" }')
    case.change("run.toml", '[inputs.activities]\nkind = "figures"\nfile = "activities.csv"\nowner = "Community Team"\n', "")
    case.make().ends(0)
    assert "About us: about 61,400 people live here." in case.page()


@test
def a_theme_without_any_input_is_named_as_missing(case):
    for name in ("forum", "activities"):
        text = case.read("run.toml")
        start = text.index(f"[inputs.{name}]")
        end = text.index("\n[", start) + 1
        case.write("run.toml", text[:start] + text[end:])
    case.make().ends(3)
    assert 'theme "fostering-good-relations" has no input at all\nhint: it takes: forum, ' in case.err, case.err
    assert "missing: Fostering good relations." in case.err, case.err


@test
def a_placeholder_that_cannot_be_read_is_an_error_and_nothing_is_written(case):
    case.change("narratives/foreword.md", "{{facts.population}}", "{{facts.population | fromto}}")
    case.make().ends(2, 'narratives/foreword.md:1:11: unknown filter "fromto"\nhint: did you mean "from_to"?\n').wrote_nothing()


@test
def a_leap_day_has_a_year_before(case):
    case.change("run.toml", "snapshot = 2018-03-31", "snapshot = 2020-02-29")
    case.make().ends(0)
    assert "28 February 2019" in case.page() and "29 February 2019" not in case.page()


# ---- faulty themes: the others stand, the draft names the one that is missing ----


def with_faulty(case, plugin, limits=""):
    case.add("run.toml", f'\n[[themes]]\nplugin = "{plugin}"\n{limits}\n[plugins]\nfolders = ["../faulty"]\n')
    (case.top / "faulty").mkdir(exist_ok=True)
    shutil.copytree(case.build / "faulty-themes" / plugin, case.top / "faulty" / plugin)
    for path in [case.top / "faulty", *(case.top / "faulty").rglob("*")]:
        path.chmod(0o755)


def expect_missing(case, sentence):
    assert case.code == 3, f"{case.code}: {case.err}"
    assert re.fullmatch(r'theme "[a-z-]+": ' + re.escape(sentence) + r"\nmissing: [^\n]*( Owed by [^\n]*)?\n", case.err), case.err
    assert "workforce.sex" in [t["id"] for t in case.report()["tables"]]
    assert sentence in case.page().replace("&#39;", "'"), sentence


FAULTY = {
    "throws": ("This part is missing because its program met a fault of its own.", ""),
    "crashes": ("This part is missing because its program stopped suddenly.", ""),
    "hangs": ("This part is missing because its program did not finish in the time allowed.", "limits = { seconds = 1 }"),
    "wrong-version": ("This part is missing because its program was made for another version of this software.", ""),
    "not-a-plugin": ("This part is missing because its program could not be loaded.", ""),
}


@test
def a_theme_that_throws_is_missing_and_the_others_are_there(case):
    with_faulty(case, "throws")
    case.make()
    expect_missing(case, FAULTY["throws"][0])


@test
def a_theme_that_crashes_is_missing_and_the_others_are_there(case):
    with_faulty(case, "crashes")
    case.make()
    expect_missing(case, FAULTY["crashes"][0])


@test
def a_theme_that_hangs_is_missing_and_the_others_are_there(case):
    with_faulty(case, "hangs", "limits = { seconds = 1 }")
    case.make()
    expect_missing(case, FAULTY["hangs"][0])


@test
def a_theme_of_another_version_is_missing_and_the_others_are_there(case):
    with_faulty(case, "wrong-version")
    case.make()
    expect_missing(case, FAULTY["wrong-version"][0])


@test
def a_theme_that_is_not_a_plugin_is_missing_and_the_others_are_there(case):
    with_faulty(case, "not-a-plugin")
    case.make()
    expect_missing(case, FAULTY["not-a-plugin"][0])


# ---- the other commands, --final, HTTP, interruption ----


@test
def check_finds_nothing_in_a_good_run_and_writes_nothing(case):
    case.run("check", "run.toml").ends(0, "")
    equal(case.out, "nothing found\n")
    assert not (case.folder / "out").exists()


@test
def check_finds_faults_in_people_and_with_settings_only_does_not_look(case):
    case.change("staff.csv", "P05,F", "P05,Q")
    case.run("check", "run.toml").ends(3)
    assert case.err.startswith('staff.csv:6: column "Gender": '), case.err
    case.run("check", "run.toml", "--settings-only").ends(0)


@test
def plan_lists_what_is_read_and_asked_and_reads_no_record(case):
    (case.folder / "staff.csv").write_bytes(b"\x00")
    case.run("plan", "run.toml").ends(0)
    assert "  staff: records of people, from staff.csv, and last year's from staff-last-year.csv\n" in case.out, case.out
    assert "  count of staff, this year, by ethnicity\n" in case.out, case.out
    assert "  distribution of hourly pay of staff, this year, by sex\n" in case.out, case.out


# ---- drafting a codebook ----

# Invented people. Names and notes are nobody's; "Quillfeather" must never be told.
EXTRACT = [["Payroll no", "Surname", "Sex", "Ethnic origin"]] + [
    [f"P{i}", f"Quillfeather{i}", "F" if i % 2 else "M", "Zoë's" if i < 15 else "White British"] for i in range(40)]

DRAFT_OF_SEX = 'id = "Payroll no"\n\n[characteristics.sex]\ncolumn = "Sex"\n'


def extract_text(separator=","):
    return "".join(separator.join(row) + "\n" for row in EXTRACT)


def workbook_of(path, **sheets):
    import openpyxl
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


@test
def a_codebook_is_drafted_on_stdout_from_csv_in_any_dress(case):
    dresses = {
        "utf8.csv": extract_text().encode(),
        "marked.csv": b"\xef\xbb\xbf" + extract_text().encode(),
        "semicolons.csv": extract_text(";").encode(),
        "windows.csv": extract_text().encode("cp1252"),
        "unicode.txt": extract_text("\t").encode("utf-16"),
    }
    drafts = set()
    for name, content in dresses.items():
        case.write(name, content)
        case.run("codebook", name).ends(0, "")
        assert DRAFT_OF_SEX in case.out, case.out
        assert 'which-group-1 = ["Zoë\'s"]  # 15 rows\n' in case.out, case.out
        assert "Quill" not in case.out + case.err
        drafts.add(case.out.replace(name, "extract"))
    equal(len(drafts), 1)


@test
def a_codebook_is_drafted_from_a_sheet_of_a_workbook(case):
    case.write("extract.csv", extract_text())
    from_csv = case.run("codebook", "extract.csv").ends(0, "").out
    workbook_of(case.folder / "extract.xlsx", Cover=[["Quillfeather"]], Staff=EXTRACT)
    from_sheet = case.run("codebook", "extract.xlsx", "--sheet", "Staff").ends(0, "").out
    equal(from_sheet.replace("extract.xlsx", "extract.csv"), from_csv)
    case.run("codebook", "extract.xlsx").ends(
        1, "extract.xlsx: has 2 sheets, and none is named\nhint: name the sheet to read: one of: \"Cover\", \"Staff\"\n")
    case.run("codebook", "extract.xlsx", "--sheet", "staff").ends(
        1, "extract.xlsx: has no sheet \"staff\"\nhint: did you mean \"Staff\"?\n")


@test
def what_keeps_a_codebook_from_being_drafted_is_told_with_its_exit_code(case):
    case.run("codebook").ends(2, "EXTRACT is missing\nhint: equality-report codebook EXTRACT [options]\n")
    case.write("extract.csv", extract_text())
    case.run("codebook", "extract.csv", "--sheet", "Staff").ends(
        2, "extract.csv: is not a workbook, so that it has no sheet \"Staff\"\nhint: leave out --sheet\n")
    case.run("codebook", "extracts.csv").ends(
        1, "extracts.csv: there is no such file\nhint: did you mean \"extract.csv\"?\n")
    case.write("no-headings.csv", "".join(extract_text().splitlines(True)[1:]))
    case.run("codebook", "no-headings.csv").ends(
        1, "no-headings.csv:1: looks like a record, not like headings\n"
           "hint: put a row of headings above the first record\n")
    case.write("extract.xlsx", b"\xd0\xcf\x11\xe0")
    case.run("codebook", "extract.xlsx").ends(
        1, "extract.xlsx: is an old Office file (.xls), not an Excel workbook (.xlsx)\n"
           "hint: open it in Excel and save it as \"Excel Workbook (*.xlsx)\"\n")
    case.write("short.csv", extract_text() + "P41,Quillfeather41\n")
    case.run("codebook", "short.csv").ends(
        1, "short.csv:42: 2 fields where the header has 4\n"
           "hint: put a field that holds a line break in quotation marks\n")


@test
def themes_list_names_the_six_plugins(case):
    case.run("themes", "list").ends(0, "")
    equal([line.split()[0] for line in case.out.splitlines()],
          ["advancing-opportunity", "apprenticeships", "eliminating-discrimination", "fostering-good-relations", "veterans",
           "workforce"])


@test
def help_and_version_are_told_on_stdout(case):
    for words in (["--help"], ["build", "--help"], ["check", "--help"], ["plan", "--help"], ["codebook", "--help"], ["themes", "list", "--help"]):
        case.run(*words).ends(0, "")
        assert case.out.startswith("usage: equality-report"), case.out
    case.run("--version").ends(0, "")
    assert re.fullmatch(r"equality-report \d+\.\d+\.\d+\n", case.out), case.out


@test
def what_is_told_on_stderr_follows_the_log_level_and_the_file_keeps_everything(case):
    case.make("--log-level", "error").ends(0, "")
    case.make("--log-level", "loud").ends(2, '--log-level cannot be "loud"\nhint: one of: debug, info, warning, error\n')
    (case.folder / "forum.csv").unlink()
    case.make("--log-level", "error").ends(3, "")
    log = (case.folder / "out" / "private" / "run.log").read_text()
    assert re.search(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d warning missing: Equality forum meetings\. ", log, re.M), log


@test
def a_final_edition_with_something_missing_is_refused_and_nothing_is_written(case):
    (case.folder / "forum.csv").unlink()
    case.make("--final").ends(1).wrote_nothing()
    assert "run.toml: the report is not complete: Equality forum meetings: " in case.err, case.err


@test
def a_complete_final_edition_is_written_without_the_word_draft(case):
    case.make("--final").ends(0)
    published = case.folder / "out" / "published"
    page = next(published.glob("*.html")).read_text()
    assert "Draft: not for publication" not in page and not case.draft.exists()


@test
def a_plugin_that_differs_from_its_pin_is_not_used(case):
    case.change("run.toml", 'plugin = "workforce"', f'plugin = "workforce"\nsha256 = "{"0" * 64}"')
    case.make().ends(3)
    assert case.err.startswith('theme "workforce": '), case.err
    assert "its program is not one that this run may trust" in case.err, case.err
    equal(next(t["outcome"] for t in case.record()["themes"] if t["id"] == "workforce"), "untrusted")


def serving(answer):
    """A server on loopback that answers one path, started and stopped by its test."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *words):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@test
def an_input_is_fetched_over_http_and_its_hash_is_recorded(case):
    content = case.read("activities.csv").replace(",2,things", ",47,things").encode()

    def answer(request):
        request.send_response(200)
        request.send_header("Content-Type", "text/csv")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    server = serving(answer)
    try:
        url = f"http://127.0.0.1:{server.server_port}/activities.csv"
        case.change("run.toml", 'file = "activities.csv"', f'url = "{url}"')
        case.make().ends(0)
        page = published_figures.Page(next(case.draft.glob("*.html")).read_text())
        assert ["Events with partners", "47"] in [row[:2] for table in page.tables.values() for row in table]
        fetched = next(i for i in case.record()["inputs"] if i["input"] == "activities")
        equal(fetched["sha256"], hashlib.sha256(content).hexdigest())
        case.make("--offline").ends(3)
        assert "was not fetched, because the run is offline" in case.err, case.err
    finally:
        server.shutdown()
        server.server_close()


@test
def a_server_that_does_not_answer_costs_only_what_needs_it(case):
    server = serving(lambda request: time.sleep(3))
    try:
        case.change("run.toml", 'file = "activities.csv"',
                    f'url = "http://127.0.0.1:{server.server_port}/activities.csv"\ntimeout_seconds = 1')
        case.make().ends(3)
        assert f"http://127.0.0.1:{server.server_port}/activities.csv" in case.err, case.err
        assert case.err.endswith("\nmissing: Work with partners. Owed by Community Team.\n"), case.err
        assert "workforce.sex" in [t["id"] for t in case.report()["tables"]]
    finally:
        server.shutdown()
        server.server_close()


def children(pid):
    """Every thread of a process has a list of the processes that it started."""
    return [int(child) for threads in pathlib.Path(f"/proc/{pid}/task").glob("*/children")
            for child in threads.read_text().split()]


def lives(pid):
    """A process that has ended and that nobody has asked about does not live."""
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


@test
def a_run_that_is_interrupted_leaves_no_half_report_and_no_worker(case):
    with_faulty(case, "hangs", "limits = { seconds = 60 }")
    process = subprocess.Popen([case.build / "bin" / "equality-report", "build", "run.toml"], cwd=case.folder,
                               stderr=subprocess.PIPE, text=True)
    for _ in range(100):
        if "drafting" in process.stderr.readline():
            break
    time.sleep(0.5)
    workers = children(process.pid)
    assert workers, "there was no worker to end"
    process.send_signal(signal.SIGINT)
    equal(process.wait(10), 130)
    case.wrote_nothing()
    for _ in range(30):
        if not any(lives(worker) for worker in workers):
            break
        time.sleep(0.1)
    equal([worker for worker in workers if lives(worker)], [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", nargs="?")
    parser.add_argument("--build")
    parser.add_argument("--list", action="store_true")
    chosen = parser.parse_args()
    if chosen.list:
        print("\n".join(TESTS))
        return 0
    case = Case(chosen.build, START.get(chosen.name, "tests/runs/base"))
    try:
        TESTS[chosen.name](case)
    except Exception:
        print(f"what the test made is in {case.top}", file=sys.stderr)
        raise
    shutil.rmtree(case.top)
    return 0


if __name__ == "__main__":
    sys.exit(main())
