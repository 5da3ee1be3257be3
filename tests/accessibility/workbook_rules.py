#!/usr/bin/python3
"""Check a workbook against the rules for accessible spreadsheets that a program can decide.

usage: workbook_rules.py FILE.xlsx

The rules are those of the Government Analysis Function's "Releasing statistics in spreadsheets" and its
checklist; the ids group them: F the file, W the workbook, C the cover, T sheets and tables, N notes and links,
X text, D drafts, P what makes Excel offer a repair. Prints PASS or FAIL and the places for each; exits 1 if any fails.
"""
import os
import re
import sys
import zipfile

import openpyxl
from openpyxl.utils import range_boundaries

FRONT = {"Cover", "Contents", "Notes"}
LISTS = {"Figures_in_the_text", "Facts"}  # each row has its own unit, and so its own number format
SHORTHAND = re.compile(r"\[([a-z]{1,4})\]")
NOTE = re.compile(r"\[note (\d+)\]")
LINK_ENDS = ("http://", "https://", "www.")


class Workbook:
    def __init__(self, path):
        self.path = path
        self.zip = zipfile.ZipFile(path)
        self.parts = {name: self.zip.read(name).decode("utf-8") for name in self.zip.namelist()
                      if name.endswith((".xml", ".rels"))}
        self.book = openpyxl.load_workbook(path)
        self.sheets = self.book.worksheets
        self.tabled = [sheet for sheet in self.sheets[1:] if not sheet._charts]  # all but the cover and charts

    def xml_of(self, kind):
        return {name: text for name, text in self.parts.items() if name.startswith(kind)}

    def table(self, sheet):
        tables = list(sheet.tables.values())
        return tables[0] if tables else None

    def lines(self, sheet):
        """The text of column A above the table, or all of it."""
        table = self.table(sheet)
        last = range_boundaries(table.ref)[1] - 1 if table else sheet.max_row
        return [sheet.cell(row, 1) for row in range(1, last + 1)]

    def body(self, sheet):
        """The rows of cells of the table, its header first."""
        table = self.table(sheet)
        if table is None:
            return []
        left, top, right, bottom = range_boundaries(table.ref)
        return [[sheet.cell(row, column) for column in range(left, right + 1)] for row in range(top, bottom + 1)]

    def cells(self):
        for sheet in self.sheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        yield sheet, cell


RULES = []


def rule(identity, text):
    def keep(check):
        RULES.append((identity, text, check))
        return check
    return keep


def at(sheet, cell):
    return f"{sheet.title}!{cell.coordinate}"


# ---- the file ----

@rule("F2", "the file name is lower case with dashes, at most 60 characters, and says nothing of drafts or versions")
def file_name(w):
    name = os.path.basename(w.path)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.xlsx", name) or len(name) > 60:
        yield name


@rule("F3", "the document has a title without dashes or underscores, and a language")
def document_title(w):
    title = w.book.properties.title
    if not title or re.search(r"[-_–—]", title):
        yield f"title: {title}"
    if not w.book.properties.language:
        yield "language"


@rule("F4", "the document names its author and keywords separated by commas")
def document_author(w):
    if not w.book.properties.creator:
        yield "author"
    if w.book.properties.keywords and ";" in w.book.properties.keywords:
        yield "keywords"


@rule("F5", "there are no macros and no formulas")
def no_formulas(w):
    for name in w.zip.namelist():
        if "vba" in name.lower():
            yield name
    for name, text in w.xml_of("xl/worksheets/sheet").items():
        if "<f>" in text or "<f " in text:
            yield name


@rule("F6", "the cursor stands in A1, the first sheet is active, the zoom is 100%")
def cursor(w):
    if w.book.active is not w.sheets[0]:
        yield f"active: {w.book.active.title}"
    for sheet in w.sheets:
        view = sheet.sheet_view
        if any((selection.activeCell or "A1") != "A1" for selection in view.selection):
            yield f"{sheet.title}: cursor"
        if view.zoomScale not in (None, 100):
            yield f"{sheet.title}: zoom"
        if (view.topLeftCell or "A1") != "A1":
            yield f"{sheet.title}: scrolled"


@rule("F7", "nothing is protected by a password")
def no_password(w):
    for name, text in w.parts.items():
        if "<sheetProtection" in text or "<workbookProtection" in text:
            yield name


# ---- the workbook ----

@rule("W1", "the first sheets are Cover, Contents with the table table_of_contents, and Notes where there are notes")
def front_sheets(w):
    names = [sheet.title for sheet in w.sheets]
    if names[0] != "Cover":
        yield "no cover"
    if len(names) > 1:
        if names[1] != "Contents" or "table_of_contents" not in w.sheets[1].tables:
            yield "no table of contents"
        listed = [row[0].value for row in w.body(w.sheets[1])[1:]]
        if listed != names[2:]:
            yield "the contents do not list the sheets in their order"
    has_notes = any(NOTE.search(str(cell.value)) for sheet, cell in w.cells() if sheet.title not in FRONT)
    if has_notes and "Notes" not in names[:3]:
        yield "no notes"


@rule("W2", "sheet names are unique, at most 31 letters, digits and underscores, and start with a letter")
def sheet_names(w):
    seen = set()
    for sheet in w.sheets:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,30}", sheet.title) or sheet.title.lower() in seen:
            yield sheet.title
        if re.fullmatch(r"(?i)sheet\d*", sheet.title):
            yield sheet.title
        seen.add(sheet.title.lower())


@rule("W3", "no sheet is blank; no sheet, row or column is hidden")
def nothing_hidden(w):
    for sheet in w.sheets:
        if sheet.max_row == 1 and sheet["A1"].value is None:
            yield f"{sheet.title}: blank"
        if sheet.sheet_state != "visible":
            yield f"{sheet.title}: hidden"
    for name, text in w.xml_of("xl/worksheets/sheet").items():
        if 'hidden="1"' in text:
            yield name


@rule("W4", "there are no images, text boxes or comments; charts with words, on sheets without a table")
def no_drawings(w):
    for name in w.zip.namelist():
        if re.match(r"xl/(media|comments)", name):
            yield name
    for name, text in w.xml_of("xl/drawings/drawing").items():
        if "<xdr:pic>" in text or "<xdr:sp " in text or len(re.findall(r'<xdr:cNvPr [^>]*descr="[^"]+"', text)) != 1:
            yield name
    for name, text in w.xml_of("xl/worksheets/_rels/").items():
        if "/drawings/" in text and "/tables/" in text:
            yield name


@rule("W5", "no page headers or footers")
def no_page_headers(w):
    for name, text in w.xml_of("xl/worksheets/sheet").items():
        if "<headerFooter" in text:
            yield name


@rule("W6", "no filters and no frozen or split panes")
def no_filters(w):
    for name, text in {**w.xml_of("xl/worksheets/sheet"), **w.xml_of("xl/tables/")}.items():
        if "<autoFilter" in text or "<pane " in text:
            yield name


@rule("W7", "no merged cells")
def no_merges(w):
    for sheet in w.sheets:
        if sheet.merged_cells.ranges:
            yield sheet.title


# ---- the cover ----

@rule("C1", "the cover stands in column A and gives dates of publication and next update, contact and sub-headings")
def cover(w):
    sheet = w.sheets[0]
    if sheet.max_column != 1:
        yield "more than one column"
    text = "\n".join(str(cell.value) for cell in sheet["A"])
    for words in ("ublication: |Date published: ", "Next update: ", "Period covered: "):
        if not re.search(words, text):
            yield f"no {words}"
    if sum(cell.style == "Heading 2" for cell in sheet["A"]) < 2:
        yield "no headings"
    if not 60 <= sheet.column_dimensions["A"].width <= 90:
        yield "width"


@rule("C2", "the cover explains each shorthand that a sheet uses")
def cover_shorthand(w):
    cover_text = "\n".join(str(cell.value) for cell in w.sheets[0]["A"])
    used = {code for sheet in w.tabled[1:] for row in w.body(sheet)[1:] for cell in row
            if isinstance(cell.value, str) and is_shorthand_cell(cell.value)
            for code in SHORTHAND.findall(cell.value)}
    for code in sorted(used):
        if f"[{code}] = " not in cover_text:
            yield f"[{code}]"


# ---- sheets and tables ----

@rule("T1", "A1 holds a title in the cell style Heading 1, in words that no other sheet has")
def titles(w):
    seen = set()
    for sheet in w.sheets:
        cell = sheet["A1"]
        if not cell.value or cell.style != "Heading 1" or cell.value in seen:
            yield sheet.title
        seen.add(cell.value)


@rule("T2", "each sheet but the cover has one table and says so")
def one_table(w):
    for sheet in w.tabled:
        if len(sheet.tables) != 1:
            yield f"{sheet.title}: {len(sheet.tables)} tables"
        if "This worksheet contains one table." not in [cell.value for cell in w.lines(sheet)]:
            yield f"{sheet.title}: not said"


@rule("T3", "the table starts in column A straight below the text, and nothing stands below or beside it")
def table_place(w):
    for sheet in w.tabled:
        left, top, right, bottom = range_boundaries(w.table(sheet).ref)
        if left != 1:
            yield f"{sheet.title}: column {left}"
        if any(cell.value is None for cell in w.lines(sheet)):
            yield f"{sheet.title}: blank row above the table"
        if sheet.max_row != bottom or sheet.max_column != right:
            yield f"{sheet.title}: cells outside the table"


@rule("T4", "tables have one header row, no style, no stripes and no filter buttons")
def table_marks(w):
    for sheet in w.tabled:
        table = w.table(sheet)
        style = table.tableStyleInfo
        if table.headerRowCount not in (None, 1) or table.totalsRowCount or table.autoFilter is not None:
            yield sheet.title
        if style is not None and (style.name or style.showRowStripes or style.showColumnStripes):
            yield f"{sheet.title}: style"


@rule("T5", "headers are there, unique whatever their case, and state the unit in brackets at the end")
def headers(w):
    for sheet in w.tabled:
        names = [str(cell.value or "").strip() for cell in w.body(sheet)[0]]
        if not all(names) or len({name.lower() for name in names}) != len(names):
            yield sheet.title
        for name in names:
            if re.search(r"\((%|£|percentage points)\)(?!( ?\[note \d+\])*$)", name):
                yield f"{sheet.title}: {name}"


@rule("T6", "tables have names of their own: letters, digits and underscores, not Table1")
def table_names(w):
    seen = set()
    for sheet in w.tabled:
        name = w.table(sheet).displayName
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) or re.fullmatch(r"(?i)table\d*", name):
            yield name
        if name.lower() in seen:
            yield name
        seen.add(name.lower())


@rule("T7", "tables have no blank rows and no blank columns")
def no_blank_rows(w):
    for sheet in w.tabled:
        rows = w.body(sheet)[1:]
        if any(all(cell.value is None for cell in row) for row in rows):
            yield f"{sheet.title}: row"
        if any(all(cell.value is None for cell in column) for column in zip(*rows)):
            yield f"{sheet.title}: column"


@rule("T8", "blank cells are explained above the table, and the shorthand of each table and no other")
def explained(w):
    for sheet in w.tabled:
        above = "\n".join(str(cell.value) for cell in w.lines(sheet))
        cells = [cell for row in w.body(sheet)[1:] for cell in row]
        if any(cell.value is None for cell in cells) != ("blank cell" in above):
            yield f"{sheet.title}: blank cells"
        used = {code for cell in cells if isinstance(cell.value, str) and is_shorthand_cell(cell.value)
                for code in SHORTHAND.findall(cell.value)}
        told = set(re.findall(r"^\[([a-z]+)\] = ", above, re.M))
        if used != told:
            yield f"{sheet.title}: {sorted(used ^ told)}"


def is_shorthand_cell(text):
    """[c] alone, or marks after a printed number."""
    return bool(re.fullmatch(r"(\[[a-z]+\])+|.*\d.{0,20} (\[[a-z]+\])+", text)) and not NOTE.search(text)


@rule("T9", "text wraps in every cell of a table")
def wraps(w):
    for sheet in w.tabled:
        for row in w.body(sheet):
            for cell in row:
                if isinstance(cell.value, str) and not cell.alignment.wrap_text:
                    yield at(sheet, cell)


@rule("T10", "headers and row labels are bold; numbers and their headers are right-aligned, text left-aligned")
def alignment(w):
    for sheet in w.tabled:
        rows = w.body(sheet)
        for cell in rows[0] + [row[0] for row in rows[1:]]:
            if cell.value is not None and not cell.font.b:
                yield at(sheet, cell)
        for column in zip(*rows):
            has_numbers = any(isinstance(cell.value, (int, float)) for cell in column[1:])
            for cell in column:
                if cell.value is None:
                    continue
                if has_numbers and cell.alignment.horizontal != "right":
                    yield at(sheet, cell)
                if isinstance(cell.value, (int, float)) and cell.alignment.horizontal != "right":
                    yield at(sheet, cell)


@rule("T11", "numbers are numbers, with commas and the same places down a column; years have no commas")
def numbers(w):
    for sheet in w.tabled:
        for column in zip(*w.body(sheet)):
            right = column[0].alignment.horizontal == "right"
            formats = {cell.number_format for cell in column[1:] if isinstance(cell.value, (int, float))}
            if len(formats) > 1 and sheet.title not in LISTS:
                yield f"{at(sheet, column[0])}: {sorted(formats)}"
            for one in formats:
                if not re.fullmatch(r"(#,##)?0(\.0+)?", one):
                    yield f"{at(sheet, column[0])}: {one}"
            if str(column[0].value).lower().startswith("year") and any("," in one for one in formats):
                yield f"{at(sheet, column[0])}: years with commas"
            for cell in column[1:]:
                if right and isinstance(cell.value, str) and re.fullmatch(r"[-−]?[\d,]+(\.\d+)?%?", cell.value):
                    yield f"{at(sheet, cell)}: number as text"


@rule("T12", "a total stands in the last row")
def totals(w):
    for sheet in w.tabled[1:]:
        rows = w.body(sheet)[1:]
        bold = [len(row) > 1 and all(cell.font.b for cell in row if cell.value is not None) and
                any(cell.value is not None for cell in row[1:]) for row in rows]
        if True in bold and not all(bold[bold.index(True):]):
            yield sheet.title


@rule("T13", "row labels are not indented")
def no_indents(w):
    for sheet in w.tabled:
        for row in w.body(sheet):
            if row[0].alignment.indent:
                yield at(sheet, row[0])


# ---- notes and links ----

@rule("N1", "note markers are written [note 1], one in each pair of brackets, without superscript or symbols")
def note_markers(w):
    for sheet, cell in w.cells():
        text = str(cell.value)
        if re.search(r"\[notes? [^\]]*,", text) or re.search(r"[*†‡¹²³]\s*$", text):
            yield at(sheet, cell)
        if cell.font.vertAlign:
            yield at(sheet, cell)


@rule("N2", "note markers stand in titles, headers and row labels, not beside values")
def marker_places(w):
    for sheet in w.tabled:
        if sheet.title in FRONT:
            continue
        for row in w.body(sheet)[1:]:
            for cell in row[1:]:
                if cell.alignment.horizontal == "right" and NOTE.search(str(cell.value)):
                    yield at(sheet, cell)


@rule("N3", "every marker has its note, and each sheet with markers says where notes are")
def notes(w):
    known = set()
    if "Notes" in w.book.sheetnames:
        known = {NOTE.fullmatch(row[0].value).group(1) for row in w.body(w.book["Notes"])[1:]}
    for sheet in w.sheets:
        if sheet.title in FRONT:
            continue
        used = {number for row in sheet.iter_rows() for cell in row for number in NOTE.findall(str(cell.value))}
        for number in sorted(used - known):
            yield f"{sheet.title}: [note {number}]"
        said = any("contains notes, which can be found in the Notes worksheet" in str(cell.value)
                   for cell in w.lines(sheet))
        if bool(used) != said:
            yield f"{sheet.title}: where the notes are"


@rule("N4", "links have words of their own, lead somewhere and are underlined")
def links(w):
    for sheet, cell in w.cells():
        if not cell.hyperlink:
            if cell.font.u:
                yield f"{at(sheet, cell)}: underlined"
            continue
        text = str(cell.value)
        if text.lower().startswith(LINK_ENDS) or "click here" in text.lower() or not cell.font.u:
            yield at(sheet, cell)
        location = cell.hyperlink.location
        if location and location.rsplit("!", 1)[0].strip("'") not in w.book.sheetnames:
            yield f"{at(sheet, cell)}: {location}"


# ---- text ----

@rule("X1", "text is Arial, 12 points or more")
def fonts(w):
    for sheet, cell in w.cells():
        if cell.font.name != "Arial" or cell.font.sz < 12:
            yield at(sheet, cell)
    if w.book._fonts[0].name != "Arial":
        yield "the font of empty cells"


@rule("X2", "no italics, no text at an angle, no borders")
def plain_text(w):
    for sheet, cell in w.cells():
        if cell.font.i or cell.alignment.textRotation:
            yield at(sheet, cell)
        if any(getattr(cell.border, side).style for side in ("left", "right", "top", "bottom")):
            yield at(sheet, cell)


@rule("X3", "cells have no fill")
def no_fills(w):
    for sheet, cell in w.cells():
        if cell.fill.fill_type:
            yield at(sheet, cell)


@rule("X4", "text has the automatic colour, links one that contrasts enough")
def colours(w):
    for sheet, cell in w.cells():
        colour = cell.font.color
        automatic = colour is None or colour.theme == 1
        if not automatic and not (cell.hyperlink and colour.rgb in ("FF0000FF", "000000FF")):
            yield at(sheet, cell)


# ---- drafts ----

@rule("D1", "a draft says so on every sheet, below the title; a published workbook on none")
def draft(w):
    drafts = [str(sheet["A2"].value).startswith("Draft, not for publication") for sheet in w.sheets]
    is_draft = w.book.properties.contentStatus == "Draft"
    for sheet, says_so in zip(w.sheets, drafts):
        if says_so != is_draft:
            yield sheet.title


# ---- what makes Excel offer a repair ----

@rule("P1", "each table's columns are called what its header cells say")
def column_names(w):
    for sheet in w.tabled:
        if [column.name for column in w.table(sheet).tableColumns] != [cell.value for cell in w.body(sheet)[0]]:
            yield sheet.title


@rule("P2", "no number is missing its value and no text is longer than a cell")
def sound_values(w):
    for name, text in w.xml_of("xl/worksheets/sheet").items():
        if re.search(r"<v>[-+]?(nan|inf)", text, re.I):
            yield name
    for sheet, cell in w.cells():
        if len(str(cell.value).encode("utf-16-le")) // 2 > 32767:
            yield at(sheet, cell)


@rule("P3", "the parts of the package carry no clock's time")
def no_clock(w):
    for entry in w.zip.infolist():
        if entry.date_time[:3] != (1980, 1, 1):
            yield entry.filename


def main():
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__.strip(), file=sys.stdout if len(sys.argv) == 2 else sys.stderr)
        return 0 if len(sys.argv) == 2 else 2
    workbook = Workbook(sys.argv[1])
    failed = 0
    for identity, text, check in RULES:
        places = list(check(workbook))
        failed += bool(places)
        print(f"{'FAIL' if places else 'PASS'} {identity} {text}")
        for place in places[:10]:
            print(f"     {place}")
        if len(places) > 10:
            print(f"     and {len(places) - 10} more")
    print(f"{len(RULES) - failed} of {len(RULES)} rules kept")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
