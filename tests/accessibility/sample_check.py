#!/usr/bin/env python3
"""Makes a sample's report and has other programs look at it.

usage: sample_check.py workbook|validators|opendocument|csv|libreoffice|page|pdf SAMPLE BUILD

workbook     every rule of workbook_rules.py, and openpyxl agrees with report.json cell by cell; charts point at
             the cells of their tables, and the numbers that they keep are those
validators   the Open XML SDK finds nothing wrong with the workbook, and exceljs reads report.json's values in it
opendocument a reader of its own (open_document.py) agrees with report.json and with the workbook, sheet by sheet
csv          Python's csv reads each table with the values of report.json, and csv-metadata.json tells its columns
libreoffice  opens workbook and OpenDocument file and writes each table out again, with the values of report.json
pdf          poppler finds it tagged, its fonts embedded with what they say, and every value of report.json in its text
page         page_check.mjs over the page, the pages beside it and the chapters in web/: axe-core, html-validate, vnu,
             no request, no sideways scrolling, everything reached by keyboard (77: not installed)
"""
import csv
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

import open_document

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


def charts_of_report(report):
    """For each chart its words, labels and series as its sheet is to show them: totals have no bars."""
    for chart in report["charts"]:
        table = next(table for table in report["tables"] if table["id"] == chart["table"])
        ids = [column["id"] for column in table["columns"]]
        rows = [row["cells"] for row in table["rows"] if not row.get("total")] or [row["cells"] for row in table["rows"]]
        of = {name: [shown(row[ids.index(name)], table["columns"][ids.index(name)]) for row in rows] for name in ids}
        numbers = [isinstance(value, (int, float)) for name in chart["value_columns"] for value in of[name]]
        # Of lines and dots a spreadsheet would put words at nought.
        if all(numbers) if chart["kind"] in ("line", "dot range") else any(numbers):
            yield chart["text_alternative"], of[chart["label_column"]], [of[name] for name in chart["value_columns"]]


def compare_charts(report, found):
    """`found` are those of a file, in their order: words, labels, and what each series points at."""
    count = 0
    for (words, labels, series), (own_words, own_labels, own_series) in zip(charts_of_report(report), found, strict=True):
        assert words == own_words, (words, own_words)
        assert labels == own_labels, (labels, own_labels)
        assert len(series) == len(own_series) and all(map(same, sum(series, []), sum(own_series, []))), (words, own_series)
        count += 1
    print(count, "charts show the columns of their tables")


def charts_of_workbook(book, sheets):
    """Charts as the package tells them; the values that a chart keeps are those of its cells."""
    space = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}

    def cells(formula):
        sheet, column, first, last = re.fullmatch(r"(\w+)!\$([A-Z])\$(\d+)(?::\$\2\$(\d+))?", formula).groups()
        return [row[ord(column) - 65] for row in sheets[sheet][int(first) - 1:int(last or first)]]

    def kept(reference):
        points = {int(point.get("idx")): point.findtext("c:v", None, space) for point in reference.iterfind(".//c:pt", space)}
        return [points.get(index) for index in range(int(reference.find(".//c:ptCount", space).get("val")))]

    with zipfile.ZipFile(book) as package:
        for number in range(1, 1 + sum(name.startswith("xl/charts/chart") for name in package.namelist())):
            chart = ElementTree.fromstring(package.read(f"xl/charts/chart{number}.xml"))
            words = re.search(r'descr="([^"]*)"', package.read(f"xl/drawings/drawing{number}.xml").decode()).group(1)
            labels, series = [], []
            for one in chart.iterfind(".//c:ser", space):
                labels, values = (one.find(f"c:{part}/*", space) for part in ("cat", "val"))
                series.append(cells(values.findtext("c:f", None, space)))
                assert [None if value is None else float(value) for value in kept(values)] == \
                    [value if isinstance(value, (int, float)) else None for value in series[-1]], kept(values)
                assert kept(labels) == cells(labels.findtext("c:f", None, space))
                name = one.find("c:tx/c:strRef", space)
                assert kept(name) == cells(name.findtext("c:f", None, space))
                labels = kept(labels)
            yield html.unescape(words), labels, series


def workbook(report, book, _):
    import openpyxl
    subprocess.run([sys.executable, HERE / "workbook_rules.py", book], check=True)
    sheets = {s.title: [list(row) for row in s.iter_rows(values_only=True)] for s in openpyxl.load_workbook(book)}
    compare(report, sheets)
    compare_wrongly(report, sheets)
    compare_charts(report, charts_of_workbook(book, sheets))


def validators(report, book, build):
    packages = build / "accessibility" / "node_modules"
    program = packages / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    if not program.exists() or not (packages / "exceljs").exists():
        print("the validators are not installed")
        sys.exit(77)
    told = json.loads(subprocess.run([program, book], check=True, capture_output=True, text=True).stdout)
    assert told["ok"] is True and told["errors"] == [], told  # its exit status says nothing
    read = subprocess.run(["node", HERE / "exceljs_values.mjs", build / "accessibility", book], check=True,
                          capture_output=True, text=True)
    compare(report, json.loads(read.stdout))


def opendocument(report, book, _):
    import openpyxl
    document = open_document.Document(book.with_suffix(".ods"))
    document.check(title=report["title"], language=report["language"])
    compare(report, document.values())
    compare_wrongly(report, document.values())
    charts = [(words, document.chart(name)) for sheet in document.sheets for name, words in sheet.charts]
    compare_charts(report, [(words, labels, [values for _, values in series]) for words, (labels, series) in charts])
    twin = openpyxl.load_workbook(book)
    assert twin.sheetnames == [sheet.name for sheet in document.sheets]
    for sheet in document.sheets:
        rows = [list(row) for row in twin[sheet.name].iter_rows(values_only=True)]
        for index, (expected, found) in enumerate(zip(rows, sheet.rows, strict=True), 1):
            found = found + [None] * (len(expected) - len(found))
            assert all(map(same, [v if v is not None else "" for v in expected], found)), \
                f"{sheet.name}, row {index}: {expected!r} is {found!r}"
        tables = {table.name: table.ref for table in twin[sheet.name].tables.values()}
        assert tables == sheet.tables, (tables, sheet.tables)
    names = {name: value.attr_text.replace("'", "") for name, value in twin.defined_names.items() if "TitleRegion" in name} \
        if hasattr(twin.defined_names, "items") else \
        {n.name: n.attr_text.replace("'", "") for n in twin.defined_names.definedName if "TitleRegion" in n.name}
    assert names == {name: cell.replace("$", "", 1).replace(".$", "!$", 1) for name, cell in document.names.items()}, names
    assert len(names) == 3 * sum(bool(sheet.tables) for sheet in document.sheets) > 0


def told(cell):
    """What a row of CSV says of a cell of report.json: value and shorthand."""
    if "value" in cell:
        return cell["value"], cell.get("mark", "")
    return None, cell["shorthand"]


def csv_tables(report, book, _):
    folder = book.parent / "tables"
    metadata = json.loads((folder / "csv-metadata.json").read_text())
    assert metadata["@context"] == ["http://www.w3.org/ns/csvw", {"@language": report["language"]}]
    by_id = {table["dc:identifier"]: table for table in metadata["tables"]}
    assert list(by_id) == [table["id"] for table in report["tables"]]
    assert {table["url"] for table in metadata["tables"]} == {path.name for path in folder.glob("*.csv")}
    numbers = 0
    for table in report["tables"]:
        described = by_id[table["id"]]
        assert described["dc:title"] == table["title"]
        with (folder / described["url"]).open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file, strict=True))
        columns = [column["titles"] for column in described["tableSchema"]["columns"]]
        assert rows[0] == columns and all(len(row) == len(columns) for row in rows), described["url"]
        expected = []
        for row in table["rows"]:
            pairs = list(zip(row["cells"], table["columns"], strict=True))
            labels = [cell.get("text", cell.get("printed")) for cell, column in pairs if column["type"] != "number"]
            measures = [(labels, column["header"], *told(cell)) for cell, column in pairs if column["type"] == "number"]
            expected += measures or [(labels, None, None, None)]
        for (labels, measure, value, shorthand), found in zip(expected, rows[1:], strict=True):
            fields = dict(zip(columns, found, strict=True))
            assert [unquoted(field) for field in found[:len(labels)]] == labels, (described["url"], found)
            if measure is None:
                continue
            assert (fields["Measure"], fields["Shorthand"]) == (measure, shorthand), (described["url"], found)
            assert (float(fields["Value"]) if fields["Value"] else None) == value, (described["url"], found)
            assert bool(fields["Reason"]) == bool(shorthand), (described["url"], found)
            numbers += value is not None
    assert numbers == sum("value" in cell for t in report["tables"] for row in t["rows"] for cell in row["cells"]) > 0
    print(numbers, "numbers are equal")


def pdf(report, book, _):
    document = book.with_suffix(".pdf")

    def told_by(*command):
        return subprocess.run([*command], check=True, capture_output=True, text=True).stdout

    facts = dict(re.findall(r"^([^:]+):\s*(.*)$", told_by("pdfinfo", document), re.M))
    assert facts["Tagged"] == "yes" and report["title"] in facts["Title"], facts
    fonts = [line.split()[-5:-2] for line in told_by("pdffonts", document).splitlines()[2:]]
    assert fonts and all(font == ["yes", "yes", "yes"] for font in fonts), fonts  # embedded, a part of it, in Unicode
    text = re.sub(r"\s+", " ", told_by("pdftotext", "-enc", "UTF-8", document, "-").replace("\u00ad", ""))
    values = 0
    for table in report["tables"]:
        for row in table["rows"]:
            for cell, column in zip(row["cells"], table["columns"], strict=True):
                if "value" not in cell:
                    continue
                wanted = cell["printed"]
                if cell["unit"] == column.get("unit"):  # the header says the unit
                    wanted = re.sub(r"^£|%$| percentage points?$", "", wanted)
                assert wanted in text, (table["id"], wanted)
                values += 1
    structure = told_by("pdfinfo", "-struct-text", document)
    # Each table's caption stands before its first value, and no running text is part of what is read.
    assert structure.count("Table ") > len(report["tables"])
    assert not re.search(r"Page \d+ of \d+", structure), "a running foot is in the tree of tags"
    print(values, "values stand in the text")


def unquoted(field):
    """Text that would be a formula has an apostrophe before it."""
    return field[1:] if re.match("'[=+@\t\r-]", field) else field


def libreoffice(report, book, top):
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not installed")
        sys.exit(77)
    for file in (book, book.with_suffix(".ods")):
        compare(report, sheets_written_by(program, file, top), as_number)


def sheets_written_by(program, book, top):
    folder = top / ("csv-of" + book.suffix)
    all_sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(["timeout", "120", program, "--headless", "--convert-to", all_sheets, "--outdir", folder, book],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {"HOME": str(top)})
    sheets = {}
    for path in folder.iterdir():
        with path.open(newline="") as file:
            sheets[path.name] = list(csv.reader(file))
    return sheets


def page(_, book, build):
    pages = [book.with_suffix(".html"), book.with_name("index.html"), book.with_name("accessibility-evidence.html")]
    bodies = sorted((book.parent / "web").glob("*.html"))
    checker = subprocess.run(["node", HERE / "page_check.mjs", build / "accessibility", *pages, "--bodies", *bodies])
    if checker.returncode != 0:
        sys.exit(checker.returncode)


def main():
    what, sample, build = sys.argv[1], TOP / "sample-inputs" / sys.argv[2], pathlib.Path(sys.argv[3])
    top = pathlib.Path(tempfile.mkdtemp(prefix="eqr-look-"))
    made = subprocess.run([build / "bin" / "equality-report", "build", sample / "run.toml", "--out", top / "out",
                           "--progress", "none"], stderr=subprocess.PIPE, text=True)
    assert made.returncode in (0, 3), made.stderr
    report = json.loads((top / "out" / "draft" / "report.json").read_text())
    book = next((top / "out" / "draft").glob("*.xlsx"))
    looks = {"workbook": workbook, "validators": validators, "opendocument": opendocument, "csv": csv_tables,
             "libreoffice": libreoffice, "page": page, "pdf": pdf}
    looks[what](report, book, build if what in ("page", "validators") else top)
    shutil.rmtree(top)


if __name__ == "__main__":
    main()
