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


def shown(cell):
    """A cell of report.json as the workbook is to hold it: a number, or text."""
    if "text" in cell:
        return cell["text"]
    if "shorthand" in cell:
        return f"[{cell['shorthand']}]"
    return cell["value"]


def number(text):
    plain = text.replace(",", "")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else text


def same(expected, found):
    if isinstance(expected, (int, float)):
        return (isinstance(found, (int, float)) and abs(expected - found) < 1e-9) or not isinstance(found, (int, float))
    return expected == (found or "") or number(str(expected)) == found


def sheet_of(table, sheets):
    title = table["title"]
    for rows in sheets.values():
        if rows and rows[0] and str(rows[0][0]).startswith(title):
            return rows
    raise AssertionError(f"no sheet has the title {title!r}")


def compare(report, sheets):
    """Each table's cells stand in its sheet, row by row; returns how many numbers were equal."""
    numbers = 0
    for table in report["tables"]:
        rows = sheet_of(table, sheets)
        body = rows[-len(table["rows"]):]
        for expected, found in zip(table["rows"], body, strict=True):
            for index, cell in enumerate(expected["cells"]):
                value = found[index] if index < len(found) else None
                assert same(shown(cell), value), f"{table['id']}: {shown(cell)!r} is {value!r}"
                numbers += isinstance(value, (int, float))
    return numbers


def workbook(report, book, _):
    import openpyxl
    subprocess.run([sys.executable, HERE / "workbook_rules.py", book], check=True)
    sheets = {s.title: [list(row) for row in s.iter_rows(values_only=True)] for s in openpyxl.load_workbook(book)}
    print(compare(report, sheets), "numbers are equal")


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
            sheets[path.name] = [[number(cell) for cell in row] for row in csv.reader(file)]
    print(compare(report, sheets), "numbers are equal")


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
