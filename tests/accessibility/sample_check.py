#!/usr/bin/env python3
"""Makes a sample's report and has other programs look at it.

usage: sample_check.py workbook|libreoffice|page SAMPLE BUILD

workbook     every rule of workbook_rules.py, and openpyxl agrees with report.json cell by cell
libreoffice  opens the workbook and writes each table out again, with the values of report.json
page         page_check.mjs: axe-core, html-validate, no request, no sideways scrolling (77: not installed)
"""
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent


IN_HEADERS = ("percent", "percentage points", "pounds")  # the units that the header of a column says


def is_plain(cell, column):
    """A number that stands alone: no qualifier, no upper end, no mark, and in the unit its column's header says."""
    if "value" not in cell or any(part in cell for part in ("qualifier", "upper", "mark")):
        return False
    return cell["unit"] == column.get("unit") or cell["unit"] not in IN_HEADERS


def shown(cell, column):
    """A cell of report.json as the workbook is to hold it: a number that stands alone as that number, else text."""
    if "text" in cell:
        return cell["text"]
    if "shorthand" in cell:
        return f"[{cell['shorthand']}]"
    if is_plain(cell, column):
        return cell["value"]
    text = cell["printed"]
    if cell["unit"] == column.get("unit"):  # the header says the unit, so the text does not
        text = text.replace("%", "").replace("£", "").replace(" percentage points", "")
    return text


def as_number(text):
    """A number that LibreOffice wrote out as it shows it; other text as it is."""
    plain = text.replace(",", "")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else text


def same(expected, found):
    if isinstance(expected, (int, float)):
        return isinstance(found, (int, float)) and abs(expected - found) < 1e-9
    return expected == (found or "")


def sheet_of(table, sheets):
    title = table["title"]
    for rows in sheets.values():
        if rows and rows[0] and str(rows[0][0]).startswith(title):
            return rows
    raise AssertionError(f"no sheet has the title {title!r}")


def compare(report, sheets, read=lambda found: found):
    """Each table's cells stand in its sheet, row by row; `read` makes a number of what stands for one."""
    numbers = 0
    for table in report["tables"]:
        rows = sheet_of(table, sheets)
        body = rows[-len(table["rows"]):]
        for expected, found in zip(table["rows"], body, strict=True):
            for index, (cell, column) in enumerate(zip(expected["cells"], table["columns"], strict=True)):
                value = found[index] if index < len(found) else None
                wanted = shown(cell, column)
                value = read(value) if isinstance(wanted, (int, float)) else value
                assert same(wanted, value), f"{table['id']}, {column['id']}: {wanted!r} is {value!r}"
                numbers += isinstance(value, (int, float))
    plain = sum(is_plain(cell, column) for table in report["tables"] for row in table["rows"]
                for cell, column in zip(row["cells"], table["columns"], strict=True))
    assert numbers == plain > 0, f"{numbers} numbers are equal, of {plain}"
    print(numbers, "numbers are equal")


def compare_wrongly(report, sheets):
    """What the comparison is worth: a number put in another's place, taken out or written as text is found."""
    table = next(t for t in report["tables"] if any(is_plain(c, k) for c, k in zip(t["rows"][0]["cells"], t["columns"])))
    column = next(i for i, c in enumerate(table["rows"][0]["cells"]) if is_plain(c, table["columns"][i]))
    row = sheet_of(table, sheets)[-len(table["rows"])]
    for wrong in (None, "[c]", "banana", str(row[column]), row[column] + 1):
        right, row[column] = row[column], wrong
        try:
            compare(report, sheets)
        except AssertionError:
            row[column] = right
        else:
            raise AssertionError(f"{wrong!r} was taken for {right!r}")


def workbook(report, book, _):
    import openpyxl
    subprocess.run([sys.executable, HERE / "workbook_rules.py", book], check=True)
    sheets = {s.title: [list(row) for row in s.iter_rows(values_only=True)] for s in openpyxl.load_workbook(book)}
    compare(report, sheets)
    compare_wrongly(report, sheets)


def libreoffice(report, book, top):
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not installed")
        sys.exit(77)
    all_sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(["timeout", "120", program, "--headless", "--convert-to", all_sheets, "--outdir", top / "csv", book],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"HOME": str(top)})
    sheets = {}
    for path in (top / "csv").iterdir():
        with path.open(newline="") as file:
            sheets[path.name] = list(csv.reader(file))
    compare(report, sheets, as_number)


def page(_, book, build):
    checker = subprocess.run(["node", HERE / "page_check.mjs", build / "accessibility", book.with_suffix(".html")])
    sys.exit(checker.returncode)


def main():
    what, sample, build = sys.argv[1], TOP / "sample-inputs" / sys.argv[2], pathlib.Path(sys.argv[3])
    top = pathlib.Path(tempfile.mkdtemp(prefix="eqr-look-"))
    made = subprocess.run([build / "bin" / "equality-report", "build", sample / "run.toml", "--out", top / "out",
                           "--progress", "none"], stderr=subprocess.PIPE, text=True)
    assert made.returncode in (0, 3), made.stderr
    report = json.loads((top / "out" / "draft" / "report.json").read_text())
    book = next((top / "out" / "draft").glob("*.xlsx"))
    {"workbook": workbook, "libreoffice": libreoffice, "page": page}[what](report, book, build if what == "page" else top)
    shutil.rmtree(top)


if __name__ == "__main__":
    main()
