"""Nothing of a person's record is told: a canary stands in every personal field, and every kind of bad input is tried.

The canary is searched for in stdout, stderr, and in every file below the case's folder that is no input: what is
written, the log, the run record and what is left in the folder for temporary files. Workbooks are unpacked first.
"""
import io
import os
import zipfile

import openpyxl

from case import STRICT_CODEBOOK, equal, test

CANARY = "CANARY-7Q"

CODEBOOK = STRICT_CODEBOOK.replace('hourly = "Rate"', 'hourly = "Rate"\nbonus = "Bonus"') + '''[[exclude]]
column = "Contract"
values = ["Casual"]
reason = "casual workers"
'''
KEYS = ("unknown_values", "birth_dates", "start_dates", "leave_dates", "repeated_people", "blank_rows", "pay", "hours")
COUNTED = "[findings]\n" + "".join(f'{key} = "counted"\n' for key in KEYS)

# Surname and Note are looked at by nobody; those of two people are never the same.
HEADINGS = ["Ref", "Surname", "Gender", "Born", "Rate", "Full pay", "Bonus", "Start", "Leave", "Hours", "Contract", "Note"]


def person(i, **cells):
    good = {"Ref": f"{CANARY}-{i}", "Surname": f"Mx {CANARY} {i}", "Gender": "F" if i < 12 else "M", "Born": "1990-01-01",
            "Rate": str(10 + i), "Full_pay": "Y", "Bonus": "", "Start": "2010-01-04", "Leave": "", "Hours": "37",
            "Contract": "Permanent", "Note": f"{i}: see {CANARY}"} | cells
    return [good[heading.replace(" ", "_")] for heading in HEADINGS]


def lines(*changed, headings=HEADINGS):
    """Twenty people; `changed` stand in the place of the fourth and those after."""
    people = [",".join(person(i)) for i in range(20)]
    people[3:3 + len(changed)] = [each if isinstance(each, str) else ",".join(each) for each in changed]
    return "\n".join([",".join(headings), *people]) + "\n"


def told_in(case):
    """Where the canary is told."""
    found = [name for name, text in (("stdout", case.out), ("stderr", case.err)) if is_told(text.encode())]
    for path in case.top.rglob("*"):
        if path.is_dir() or path.parent == case.folder:
            continue
        content = path.read_bytes()
        if is_told(content) or is_told(path.name.encode()):
            found.append(str(path))
        if content.startswith(b"PK"):
            book = zipfile.ZipFile(io.BytesIO(content))
            found += [f"{path}: {name}" for name in book.namelist() if is_told(book.read(name))]
    return found


def is_told(content):  # in any encoding, whole or cut off
    low = content.lower()
    return any(word in low for word in (b"canary", "canary".encode("utf-16-le"), "canary".encode("utf-16-be")))


def expect_silence(case, damages, file="staff.csv", harmless=()):
    """Each damage is built as it is, then with every finding counted, then checked, and a codebook is drafted of it.
    The first has to be refused, so that what is meant to be a fault is one, unless it is among the harmless."""
    (case.top / "tmp").mkdir()
    surroundings = dict(os.environ) | {"TMPDIR": str(case.top / "tmp")}
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"\n', "")
    case.change("run.toml", '["sex", "ethnicity"]', '["sex", "age-band"]')
    case.change("run.toml", 'file = "staff.csv"', f'file = "{file}"')
    case.write("narratives/equal-workforce.md", "{{workforce.headcount}}\n")
    build = ("build", "run.toml", "--progress", "plain", "--log-level", "debug")
    for what, content in damages.items():
        through_pipe = content if file == "/dev/stdin" else None
        if through_pipe is None:
            case.write(file, content)
        for words, book in ((build, CODEBOOK), (build, CODEBOOK + COUNTED), (("check", "run.toml"), CODEBOOK + COUNTED),
                            (("codebook", file), CODEBOOK)):
            case.write("codebook.toml", book)
            case.run(*words, env=surroundings, stdin=through_pipe)
            assert case.code in (0, 1, 3), f"{what}: {words}: exit code {case.code}\n{case.err}"
            if words == build and book == CODEBOOK:
                equal((what, case.code, case.err), (what, 0 if what in harmless else 1, case.err))
            equal((what, words, told_in(case)), (what, words, []))


@test
def a_canary_that_is_told_is_found(case):
    """The search itself: in a file, in a workbook, in what is printed, in UTF-16; not in the inputs."""
    case.out, case.err = "", f'column "Gender": {CANARY.lower()}'
    case.write("staff.csv", lines())
    case.write("out/private/run.log", f"read {CANARY}".encode("utf-16"))
    openpyxl.load_workbook(io.BytesIO(workbook(person(3)))).save(case.folder / "out" / "book.xlsx")
    found = told_in(case)
    equal([found[0], len(found)], ["stderr", 3])
    assert any("run.log" in place for place in found) and any("book.xlsx" in place for place in found), found


@test
def a_good_extract_tells_nothing_of_anybody(case):
    leaver = person(3, Leave="2016-05-01", Gender=CANARY, Born=CANARY, Rate=CANARY)  # before the last snapshot
    casual = person(3, Contract="Casual", Gender=CANARY, Born=CANARY, Rate=CANARY)
    extracts = {"as it is": lines(), "somebody who has left": lines(leaver), "a casual worker": lines(casual),
                "a contract of nobody else": lines(person(3, Contract=CANARY)),
                "a nought byte in a note": lines(person(3, Note="\0"))}
    expect_silence(case, extracts, harmless=extracts)


@test
def broken_records_tell_nothing_of_anybody(case):
    row = ",".join(person(3))
    expect_silence(case, {"too few fields": lines(f"{CANARY},{CANARY}"), "too many fields": lines(f"{row},{CANARY}"),
                          "a quotation mark that is not closed": lines('"' + row),
                          "one in the middle": lines(row.replace(f"Mx {CANARY}", f'"Mx {CANARY}')),
                          "text after a quotation mark": lines(row.replace(f"Mx {CANARY}", f'"Mx" {CANARY}')),
                          "a line break in a note": lines(row + f"\n{CANARY}")})


@test
def unknown_values_and_bad_dates_tell_nothing_of_anybody(case):
    expect_silence(case, {f"{heading}: {value}": lines(person(3, **{heading: value}))
                          for heading, value in (("Gender", CANARY), ("Full_pay", CANARY), ("Born", CANARY), ("Start", CANARY),
                                                 ("Leave", CANARY), ("Born", f"1990-01-01 {CANARY}"))} |
                   {"nine people": lines(*[person(i, Gender=CANARY) for i in range(3, 12)]),
                    "in all columns that are used": lines(person(3, **{h.replace(" ", "_"): CANARY for h in HEADINGS}))})


@test
def faulty_identifiers_and_rates_tell_nothing_of_anybody(case):
    nothing = {heading.replace(" ", "_"): "" for heading in HEADINGS}
    expect_silence(case, {"a repeated person": lines(person(2, Gender="M", Born="1970-01-01")),
                          "no identifier": lines(person(3, Ref="")),
                          "a total": lines(person(3, **nothing | {"Ref": f"{CANARY} total"})),
                          "a note under the line": lines(person(3, **nothing | {"Note": CANARY})),
                          "a rate of nought": lines(person(3, Rate="0")), "a rate in words": lines(person(3, Rate=CANARY)),
                          "a bonus in words": lines(person(3, Bonus=CANARY))})


@test
def hours_that_cannot_be_tell_nothing_of_anybody(case):
    expect_silence(case, {"nought": lines(person(3, Hours="0")), "in words": lines(person(3, Hours=CANARY))},
                   harmless=("nought", "in words"))


@test
def strange_encodings_and_missing_headings_tell_nothing_of_anybody(case):
    text = lines(person(3, Gender=f"{CANARY}\u00e9"))
    expect_silence(case, {"Windows-1252": text.encode("cp1252"), "UTF-16": text.encode("utf-16"),
                          "half a UTF-16 character": lines().encode("utf-16")[:-1], "UTF-32": lines().encode("utf-32"),
                          "no bytes but noughts": CANARY.encode() + b"\0" * 999,
                          "no headings": "".join(lines().splitlines(True)[1:]),
                          "other headings": lines(headings=[f"Column {i}" for i in range(12)]),
                          "a heading twice": lines(headings=HEADINGS[:3] + ["Gender"] + HEADINGS[4:]),
                          "a note above the headings": f"Extract for {CANARY}\n" + lines()},
                   harmless=("half a UTF-16 character",))


def workbook(*changed):
    book = openpyxl.Workbook()
    for row in [HEADINGS, *(person(i) for i in range(3)), *changed, *(person(i) for i in range(4, 20))]:
        book.active.append(row)
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def rezipped(content, change):
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return into.getvalue()


@test
def bad_workbooks_tell_nothing_of_anybody(case):
    good = workbook(person(3))
    only_sheet = lambda change: lambda name, xml: change(xml) if name.startswith("xl/worksheets/") else xml
    expect_silence(case, {"a value that is not listed": workbook(person(3, Gender=CANARY)),
                          "an error in a cell": workbook(person(3, Born="#VALUE!")),
                          "a date that is none": workbook(person(3, Born=-5)),
                          "a truth for a rate": workbook(person(3, Rate=True)),
                          "a formula": workbook(person(3, Gender=f'="{CANARY}"')),
                          "cut off": good[:-200], "cut in the middle": good[:len(good) // 2],
                          "a sheet that ends suddenly": rezipped(good, only_sheet(lambda xml: xml[:len(xml) // 2])),
                          "an unknown entity": rezipped(good, only_sheet(lambda x: x.replace(CANARY.encode(), b"&CANARY;", 1))),
                          "a cell outside the sheet": rezipped(good, only_sheet(lambda x: x.replace(b'r="A5"', b'r="CANARY5"'))),
                          "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + CANARY.encode() * 99},
                   file="staff.xlsx")


@test
def a_pipe_that_breaks_tells_nothing_of_anybody(case):
    whole = lines()
    expect_silence(case, {"in a record": whole[:len(whole) // 2 + 3], "in the headings": whole[:30],
                          "in quotation marks": whole + f'"{CANARY}', "with an unknown value": lines(person(3, Gender=CANARY))},
                   file="/dev/stdin")


@test
def an_unlisted_value_is_named_once_ten_people_share_it(case):
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"\n', "")
    case.change("run.toml", '["sex", "ethnicity"]', '["sex", "age-band"]')
    case.write("narratives/equal-workforce.md", "{{workforce.headcount}}\n")
    case.write("codebook.toml", CODEBOOK)
    hint = 'hint: add it to the values of a group of characteristic "sex" in the codebook codebook.toml\n'
    case.write("staff.csv", lines(*[person(i, Gender="Woman") for i in range(3, 13)]))
    case.make().ends(1, 'staff.csv:5: column "Gender": the value "Woman" is not in the codebook '
                     "(10 rows: lines 5, 6, 7, 8, 9 and others)\n" + hint)
    case.write("staff.csv", lines(*[person(i, Gender="Woman") for i in range(3, 12)]))
    case.make().ends(1, 'staff.csv:5: column "Gender": a value that the codebook does not list '
                     "(9 rows: lines 5, 6, 7, 8, 9 and others)\n" + hint)
