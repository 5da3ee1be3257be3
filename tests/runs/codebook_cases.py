"""Drafting a codebook from an extract."""
from case import equal, test


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
