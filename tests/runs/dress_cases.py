"""One extract in many dresses (workbook, UTF-16, semicolons, a pipe): the report is that of the CSV."""
import csv
import datetime

import openpyxl
from openpyxl.utils import datetime as epochs

from case import equal, test

# Ages, so that dates are read: at 31 March 2018 nobody is on an edge of a band.
AGES = '''
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [{ id = "young", label = "Under 35", to = 34 }, { id = "old", label = "35 and over", from = 35 }]
'''


def with_ages(case):
    case.change("codebook.toml", "\n[pay]\n", AGES + "\n[pay]\n")
    case.change("run.toml", '["sex", "ethnicity"]', '["sex", "ethnicity", "age-band"]')
    case.make().ends(0, "nothing is missing\n")
    # Born in 1975 (five), 1980 (two) and 1960 (one): eight of twenty are 35 or over; last year 5 + 2 of 18.
    equal([row[:3] + row[3:4] for row in case.table("workforce.age-band")][1], ["35 and over", "8", "40.0%", "40.0%"])
    return case.published()


def rows_of(case, file):
    """As a spreadsheet holds them: dates as dates, amounts as numbers."""
    rows = [row for row in csv.reader(case.read(file).splitlines())]
    return rows[:1] + [[row[0], row[1], datetime.datetime.fromisoformat(row[2]), row[3], float(row[4]), row[5]]
                       for row in rows[1:]]


def write_book(path, epoch, **sheets):
    book = openpyxl.Workbook()
    book.epoch = epoch
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def noted(case, file):
    return next(extract["notes"] for extract in case.record()["people"] if extract["file"] == file)


@test
def two_sheets_of_a_workbook_serve_as_well_as_two_csv_files(case):
    expected = with_ages(case)
    case.change("run.toml", 'file = "staff.csv"', 'file = "staff.xlsx"\nsheet = "2018"')
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"',
                'last_year_file = "staff.xlsx"\nlast_year_sheet = "2017"')
    for epoch in (epochs.CALENDAR_WINDOWS_1900, epochs.CALENDAR_MAC_1904):
        write_book(case.folder / "staff.xlsx", epoch, **{"Read me": [["Nobody's record"]],
                                                         "2018": rows_of(case, "staff.csv"),
                                                         "2017": rows_of(case, "staff-last-year.csv")})
        case.make().ends(0, "nothing is missing\n")
        equal(case.published(), expected)


@test
def the_run_record_says_how_a_workbook_was_read(case):
    with_ages(case)
    case.change("run.toml", 'file = "staff.csv"', 'file = "staff.xlsx"')
    write_book(case.folder / "staff.xlsx", epochs.CALENDAR_MAC_1904, Staff=rows_of(case, "staff.csv"))
    case.make().ends(0)
    equal(noted(case, "staff.xlsx"), ['read as sheet "Staff"'])
    equal(noted(case, "staff-last-year.csv"), [])


@test
def a_workbook_of_two_sheets_asks_which_and_a_wrong_name_is_guessed(case):
    case.change("run.toml", 'file = "staff.csv"', 'file = "staff.xlsx"')
    write_book(case.folder / "staff.xlsx", epochs.CALENDAR_WINDOWS_1900, Cover=[["Nobody"]], Staff=rows_of(case, "staff.csv"))
    case.make().ends(1, 'staff.xlsx: has 2 sheets, and none is named\n'
                     'hint: name the sheet to read: one of: "Cover", "Staff"\n').wrote_nothing()
    case.change("run.toml", 'file = "staff.xlsx"', 'file = "staff.xlsx"\nsheet = "Staf"')
    case.make().ends(1, 'staff.xlsx: has no sheet "Staf"\nhint: did you mean "Staff"?\n').wrote_nothing()


@test
def text_in_utf_16_with_tabs_and_text_with_semicolons_serve_as_well(case):
    expected = with_ages(case)
    plain = case.read("staff.csv")
    dresses = {"UTF-16 with tabs": (plain.replace(",", "\t").encode("utf-16"),
                                    ["fields are separated by tabs", "read as UTF-16"]),
               "UTF-16 from the big end": (b"\xfe\xff" + plain.encode("utf-16-be"), ["read as UTF-16"]),
               "semicolons": (plain.replace(",", ";").encode(), ["fields are separated by semicolons"]),
               "a mark and other line ends": (b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode(), []),
               "dates as they are written here": (_british(plain).encode(), [])}
    for what, (content, notes) in dresses.items():
        case.write("staff.csv", content)
        case.make().ends(0, "nothing is missing\n")
        equal((what, case.published()), (what, expected))
        equal((what, noted(case, "staff.csv")), (what, notes))


def _british(text):
    rows = [row for row in csv.reader(text.splitlines())]
    for row in rows[1:]:
        row[2] = "/".join(reversed(row[2].split("-")))
    return "".join(",".join(row) + "\n" for row in rows)


@test
def an_extract_through_a_pipe_serves_as_well_as_a_file(case):
    expected = with_ages(case)
    extract = case.read("staff.csv")
    (case.folder / "staff.csv").unlink()
    case.change("run.toml", 'file = "staff.csv"', 'file = "/dev/stdin"')
    case.make(stdin=extract).ends(0, "nothing is missing\n")
    equal(case.published(), expected)
    case.make(stdin="").ends(1, "/dev/stdin: is empty\nhint: the first line names the columns\n")


@test
def what_is_wrong_in_this_years_sheet_is_told_though_last_years_is_in_the_same_workbook(case):
    case.change("run.toml", 'file = "staff.csv"', 'file = "staff.xlsx"\nsheet = "2018"')
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"',
                'last_year_file = "staff.xlsx"\nlast_year_sheet = "2017"')
    case.add("codebook.toml", '[findings]\nunknown_values = "counted"\n')
    rows = rows_of(case, "staff.csv")
    rows[5][1] = "Q"
    write_book(case.folder / "staff.xlsx", epochs.CALENDAR_WINDOWS_1900,
               **{"2018": rows, "2017": rows_of(case, "staff-last-year.csv")})
    case.run("check", "run.toml").ends(3)
    case.make().ends(0)
    equal([extract["rows"] for extract in case.record()["people"]], [20, 18])


@test
def words_that_look_like_note_markers_or_shorthand_stop_no_report(case):
    """Grades are called A*, and somebody writes [1] or [tbc]."""
    lines = case.read("forum.csv").splitlines()
    column = lines[0].split(",").index("topic")
    for row, words in ((1, "Grades A* to C*"), (2, "ONS [12] [noted]")):
        fields = lines[row].split(",")
        fields[column] = words
        lines[row] = ",".join(fields)
    case.write("forum.csv", "\n".join(lines) + "\n")
    case.make()
    assert case.code in (0, 3), case.err
    assert "Grades A* to C*" in str(case.workbook())


@test
def charts_stand_at_the_end_of_the_spreadsheets_unless_the_run_file_says_no(case):
    case.make().ends(0)
    charts = [chart["id"] for chart in case.report()["charts"]]
    with_charts = list(case.workbook())
    case.add("run.toml", "\n[spreadsheets]\ncharts = false\n")
    case.make().ends(0)
    without = list(case.workbook())
    equal(with_charts[:len(without)], without)
    assert charts and all(name.endswith("_chart") for name in with_charts[len(without):]), with_charts
    equal(len(with_charts) - len(without), len(charts))
    equal([chart["id"] for chart in case.report()["charts"]], charts)  # the page has them all the same
