#!/usr/bin/python3
"""Write spreadsheets with exactly one accessibility defect each, and a list of the rule that each one breaks.

usage: spoiled_workbooks.py GOOD.xlsx GOOD.ods FOLDER

The good files are the same report twice, under one name, and keep every rule. Each case below takes the good file
of its format, spoils one thing and writes the result. The docstring of a case says what is wrong. FOLDER/expected.json
gets a list of {file, rule, level, sheet, cell, what, also}; "also" names the rules that a strict reader may report
beside the one expected, because the same defect, or the program that saved the file, touches them too.

Signs that may be markers, such as an asterisk behind a word, are a WARNING: grades are called A*.
Levels: FAIL is what the guidance calls essential or what makes Excel offer a repair; WARNING is everything else.
Cases are edits of the package's XML unless they are marked @saved (openpyxl) or @converted (LibreOffice).
"""
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections import namedtuple
from copy import copy
from xml.sax.saxutils import escape, quoteattr

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.table import Table, TableStyleInfo

FAIL, WARNING = "FAIL", "WARNING"
Case = namedtuple("Case", "name format file rule level sheet cell what also spoil")
CASES = []

SEX = "Workforce_sex"  # the table stands in A10:F16, D13 holds [z]
CHART = "Workforce_age_band_chart"  # the first of the charts
SERVICES = "Eliminating_eqia_by_service"  # the table stands in A6:C13, the last row is the total
STRANDS = "Hate_crime_strands_numbers"  # the table stands in A9:D14, the title has [note 8]
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the date of every part, so that the files are the same on each run


# ---- packages ----

def once(text, old, new):
    """Replace what must be there exactly once."""
    if text.count(old) != 1:
        raise ValueError(f"{old!r} is there {text.count(old)} times")
    return text.replace(old, new)


def once_like(text, pattern, new):
    """Replace what must match exactly once."""
    found = list(re.finditer(pattern, text, re.S))
    if len(found) != 1:
        raise ValueError(f"{pattern!r} matches {len(found)} times")
    return text[:found[0].start()] + new + text[found[0].end():]


class Package:
    """The parts of a zip in the order in which they are stored."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
            self.parts = {entry.filename: archive.read(entry) for entry in entries}
            self.ways = {entry.filename: entry.compress_type for entry in entries}

    def text(self, part):
        return self.parts[part].decode("utf-8")

    def put(self, part, content):
        self.parts[part] = content.encode("utf-8") if isinstance(content, str) else content

    def replace(self, part, old, new):
        self.put(part, once(self.text(part), old, new))

    def replace_like(self, part, pattern, new):
        self.put(part, once_like(self.text(part), pattern, new))

    def replace_all(self, old, new):
        """Replace in every part of text; it must be there at least once."""
        parts = [name for name in self.parts if name.endswith((".xml", ".rels")) and old in self.text(name)]
        if not parts:
            raise ValueError(f"{old!r} is in no part")
        for name in parts:
            self.put(name, self.text(name).replace(old, new))

    def drop(self, part):
        del self.parts[part]

    def write(self, path):
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in self.parts.items():
                entry = zipfile.ZipInfo(name, EARLIEST)
                entry.compress_type = self.ways.get(name, zipfile.ZIP_DEFLATED)
                archive.writestr(entry, content)


# ---- how a case is declared ----

def keep(function, kind, found, file, also, spoil):
    """Add a case; its name is the function's without the prefix that tells the formats apart."""
    rule, level, sheet, cell = found
    name = function.__name__.removeprefix("ods_").replace("_", "-")
    CASES.append(Case(name, kind, file or f"{name}.{kind}", rule, level, sheet, cell, function.__doc__, also, spoil))


def edited(kind, found, file, also):
    def declare(function):
        def spoil(base, path):
            package = Package(base)
            function(package)
            package.write(path)
        keep(function, kind, found, file, also, spoil)
        return function
    return declare


def xlsx(rule, level, sheet=None, cell=None, file=None, also=()):
    """A case made by editing the XML of the .xlsx."""
    return edited("xlsx", (rule, level, sheet, cell), file, also)


def ods(rule, level, sheet=None, cell=None, file=None, also=()):
    """A case made by editing the XML of the .ods."""
    return edited("ods", (rule, level, sheet, cell), file, also)


def saved(rule, level, sheet=None, cell=None, also=()):
    """A case made by openpyxl. Loading and saving writes the shared strings into the cells and dates the parts, which
    are set back; and it loses the alternative text of charts."""
    def declare(function):
        def spoil(base, path):
            book = openpyxl.load_workbook(base)
            function(book)
            book.save(path)
            Package(path).write(path)
        keep(function, "xlsx", (rule, level, sheet, cell), None, (*also, "W4"), spoil)
        return function
    return declare


def converted(source, target, rule, level, sheet=None, cell=None, also=()):
    """A case spoilt as XML and then converted by LibreOffice, whose own habits "also" names: it takes the underline
    off links, and in an .xlsx it loses the alternative text of charts, the status Draft and the commas between
    keywords and writes empty elements for protection and for page headers. The good files must differ in their
    extension alone."""
    def declare(function):
        def spoil(base, path):
            good = os.path.splitext(base)[0] + "." + source
            with tempfile.TemporaryDirectory() as folder:
                package = Package(good)
                function(package)
                spoilt = os.path.join(folder, f"spoilt.{source}")
                package.write(spoilt)
                convert(spoilt, target, os.path.join(folder, "out"))
                Package(os.path.join(folder, "out", f"spoilt.{target}")).write(path)
        keep(function, target, (rule, level, sheet, cell), None, also, spoil)
        return function
    return declare


def convert(path, target, folder):
    profile = os.path.join(os.path.dirname(path), "profile")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target,
                    "--outdir", folder, path], check=True, capture_output=True, timeout=180)


# ---- parts of an .xlsx ----

BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
STRINGS = "xl/sharedStrings.xml"
TYPES = "[Content_Types].xml"
CORE = "docProps/core.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part_of(package, sheet):
    """The part of the sheet of this name."""
    identity = re.search(rf'<sheet name="{sheet}"[^>]* r:id="(\w+)"', package.text(BOOK)).group(1)
    target = re.search(rf'Id="{identity}"[^>]* Target="([^"]+)"', package.text("xl/_rels/workbook.xml.rels")).group(1)
    return f"xl/{target}"


def relations_of(package, sheet):
    folder, name = part_of(package, sheet).rsplit("/", 1)
    return f"{folder}/_rels/{name}.rels"


def table_of(package, sheet):
    return "xl/" + re.search(r'Target="\.\./(tables/[^"]+)"', package.text(relations_of(package, sheet))).group(1)


def cell_like(ref):
    return rf'<c r="{ref}"[^>]*?(?:/>|>.*?</c>)'


def cell_of(package, sheet, ref):
    return re.search(cell_like(ref), package.text(part_of(package, sheet)), re.S).group(0)


def style_of(cell):
    return re.search(r' s="(\d+)"', cell).group(1)


def put_cell(package, sheet, ref, rest):
    """Give a cell new content and keep its style."""
    style = style_of(cell_of(package, sheet, ref))
    package.replace_like(part_of(package, sheet), cell_like(ref), f'<c r="{ref}" s="{style}"{rest}')


def share(package, item):
    """Add a shared string, as the inside of its <si>, and return its number."""
    text = package.text(STRINGS)
    number = text.count("<si>")
    text = once(text, f'uniqueCount="{number}"', f'uniqueCount="{number + 1}"')
    package.put(STRINGS, once(text, "</sst>", f"<si>{item}</si></sst>"))
    return number


def write_text(package, sheet, ref, text):
    number = share(package, f'<t xml:space="preserve">{escape(text)}</t>')
    put_cell(package, sheet, ref, f' t="s"><v>{number}</v></c>')


def write_number(package, sheet, ref, number):
    put_cell(package, sheet, ref, f"><v>{number}</v></c>")


def clear(package, sheet, ref):
    put_cell(package, sheet, ref, "/>")


def remove_cell(package, sheet, ref):
    package.replace_like(part_of(package, sheet), cell_like(ref), "")


def add_cell(package, sheet, after, ref, text):
    """Write text into a new cell behind another in its row, in that one's style."""
    old = cell_of(package, sheet, after)
    number = share(package, f"<t>{escape(text)}</t>")
    new = f'<c r="{ref}" s="{style_of(old)}" t="s"><v>{number}</v></c>'
    package.replace(part_of(package, sheet), old, old + new)


def rename_column(package, sheet, old, new):
    package.replace(table_of(package, sheet), f"name={quoteattr(old)}", f"name={quoteattr(new)}")


def rename_header(package, sheet, ref, old, new):
    """Change a header in its cell and in the table's list of columns, as Excel does."""
    write_text(package, sheet, ref, new)
    rename_column(package, sheet, old, new)


def styles_in(package, group):
    inside = re.search(rf'<{group} count="\d+">(.*?)</{group}>', package.text(STYLES), re.S).group(1)
    item = {"cellXfs": "xf", "fonts": "font", "fills": "fill", "borders": "border"}[group]
    return re.findall(rf"<{item}(?: [^>]*)?/>|<{item}(?: [^>]*[^/])?>.*?</{item}>", inside, re.S)


def add_style(package, group, item):
    """Add a style to its group and return its number."""
    number = len(styles_in(package, group))
    package.replace(STYLES, f'<{group} count="{number}">', f'<{group} count="{number + 1}">')
    package.replace(STYLES, f"</{group}>", f"{item}</{group}>")
    return number


def restyle(package, sheet, ref, old, new):
    """Give a cell a style of its own in which old has become new."""
    cell = cell_of(package, sheet, ref)
    style = styles_in(package, "cellXfs")[int(style_of(cell))]
    number = add_style(package, "cellXfs", once(style, old, new))
    package.replace(part_of(package, sheet), cell, once(cell, f' s="{style_of(cell)}"', f' s="{number}"'))


def refont(package, sheet, ref, old, new):
    """Give a cell a font of its own in which old has become new."""
    style = styles_in(package, "cellXfs")[int(style_of(cell_of(package, sheet, ref)))]
    font = re.search(r'fontId="(\d+)"', style).group(1)
    number = add_style(package, "fonts", once(styles_in(package, "fonts")[int(font)], old, new))
    restyle(package, sheet, ref, f'fontId="{font}"', f'fontId="{number}"')


def insert_before(package, sheet, mark, xml):
    package.replace(part_of(package, sheet), mark, xml + mark)


def override(package, part, kind):
    """Declare the type of a new part."""
    package.replace(TYPES, "</Types>", f'<Override PartName="/{part}" ContentType="{kind}"/></Types>')


def relate(package, relations, identity, kind, target):
    package.replace(relations, "</Relationships>",
                    f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/></Relationships>')


def drop_table(package, sheet):
    """Take away the mark-up as a table; the cells stay."""
    table = table_of(package, sheet)
    package.drop(table)
    package.drop(relations_of(package, sheet))
    package.replace_like(TYPES, rf'<Override PartName="/{table}"[^>]*/>', "")
    package.replace_like(part_of(package, sheet), "<tableParts .*?</tableParts>", "")


def rename_sheet(package, old, new):
    """Rename a sheet wherever it is named: links, defined names, the contents and the properties."""
    package.replace(BOOK, f'<sheet name="{old}"', f'<sheet name="{new}"')
    package.replace_all(f"'{old}'!", f"'{new}'!")
    package.replace_all(f"<t>{old}</t>", f"<t>{new}</t>")
    package.replace_all(f"<vt:lpstr>{old}</vt:lpstr>", f"<vt:lpstr>{new}</vt:lpstr>")


def picture():
    """A PNG of one grey dot."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80")) +
            chunk(b"IEND", b""))


DRAWING = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr '
           'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
           'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
           '<xdr:oneCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>'
           '<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="952500" cy="952500"/>{shape}<xdr:clientData/>'
           '</xdr:oneCellAnchor></xdr:wsDr>')
SHAPE = ('<a:xfrm><a:off x="0" y="0"/><a:ext cx="952500" cy="952500"/></a:xfrm>'
         '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')


def add_drawing(package, sheet, shape):
    """Lay one shape over a sheet."""
    package.put("xl/drawings/drawing99.xml", DRAWING.format(shape=shape))
    override(package, "xl/drawings/drawing99.xml", "application/vnd.openxmlformats-officedocument.drawing+xml")
    relate(package, relations_of(package, sheet), "rId9", f"{OFFICE}/drawing", "../drawings/drawing99.xml")
    insert_before(package, sheet, "<tableParts ", '<drawing r:id="rId9"/>')


# ---- .xlsx: the file ----

@xlsx("F2", WARNING, file="Meeting_Our_Equality_Duties.xlsx")
def file_name_with_underscores(package):
    """The file name has capitals and underscores."""


@xlsx("F2", WARNING, file="meeting-our-equality-duties-progress-report-for-the-whole-of-the-county.xlsx")
def file_name_too_long(package):
    """The file name has more than 60 characters."""


@xlsx("F2", WARNING, file="meeting-our-equality-duties-final-v2.xlsx")
def file_name_with_version(package):
    """The file name tells the state and the version."""


@xlsx("F3", FAIL)
def no_title(package):
    """The document has no title."""
    package.replace_like(CORE, "<dc:title>.*?</dc:title>", "")


@xlsx("F3", FAIL)
def title_with_underscores(package):
    """The document's title has underscores."""
    package.replace_like(CORE, "<dc:title>.*?</dc:title>", "<dc:title>Meeting_our_equality_duties</dc:title>")


@xlsx("F3", FAIL)
def no_language(package):
    """The document names no language."""
    package.replace(CORE, "<dc:language>en-GB</dc:language>", "")


@xlsx("F4", WARNING)
def no_author(package):
    """The document names no author."""
    package.replace_like(CORE, "<dc:creator>.*?</dc:creator>", "<dc:creator></dc:creator>")


@xlsx("F4", WARNING)
def keywords_with_semicolons(package):
    """The keywords are separated by semicolons."""
    package.replace(CORE, "equality, diversity, public", "equality; diversity; public")


@saved("F5", WARNING, SEX, "B15")
def formula(book):
    """A total is a formula."""
    book[SEX]["B15"] = "=B11+B12"


@xlsx("F5", FAIL)
def macro(package):
    """The workbook has a part with macros."""
    package.put("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    override(package, "xl/vbaProject.bin", "application/vnd.ms-office.vbaProject")
    relate(package, "xl/_rels/workbook.xml.rels", "rId900",
           "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")


@saved("F6", WARNING, SEX)
def another_sheet_active(book):
    """The workbook opens at the fourth sheet."""
    book.active = 3
    book["Cover"].sheet_view.tabSelected = False
    book[SEX].sheet_view.tabSelected = True


@xlsx("F6", WARNING, SEX)
def cursor_elsewhere(package):
    """The cursor stands in C12."""
    package.replace(part_of(package, SEX), '<sheetView workbookViewId="0"/>', '<sheetView workbookViewId="0">'
                    '<selection activeCell="C12" sqref="C12"/></sheetView>')


@xlsx("F6", WARNING, SEX)
def zoom(package):
    """The sheet is shown at 70%."""
    package.replace(part_of(package, SEX), "<sheetView ", '<sheetView zoomScale="70" zoomScaleNormal="70" ')


@xlsx("F7", WARNING, SEX)
def sheet_protected(package):
    """The sheet is protected."""
    insert_before(package, SEX, "<hyperlinks>",
                  '<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>')


@xlsx("F7", WARNING)
def workbook_protected(package):
    """The structure of the workbook is protected."""
    package.replace(BOOK, "<bookViews>", '<workbookProtection workbookPassword="CC1A" lockStructure="1"/><bookViews>')


# ---- .xlsx: the workbook ----

@saved("W1", FAIL, "Contents", also=("C1", "C2"))
def no_cover(book):
    """There is no cover; the first sheet is the table of contents."""
    del book["Cover"]
    book["Contents"].sheet_view.tabSelected = True


@xlsx("W1", FAIL, "Contents")
def contents_table_misnamed(package):
    """The table of contents is named list_of_sheets."""
    table = table_of(package, "Contents")
    package.put(table, package.text(table).replace('"table_of_contents"', '"list_of_sheets"'))


@xlsx("W1", FAIL, "Contents")
def contents_incomplete(package):
    """The table of contents leaves out the last sheet."""
    part, table = part_of(package, "Contents"), table_of(package, "Contents")
    last = int(re.search(r'ref="A5:B(\d+)"', package.text(table))[1])
    package.replace_like(part, f'<row r="{last}".*?</row>', "")
    package.replace_like(part, f'<hyperlink ref="A{last}"[^>]*/>', "")
    package.put(part, package.text(part).replace(f"A1:B{last}", f"A1:B{last - 1}"))
    package.replace(table, f'ref="A5:B{last}"', f'ref="A5:B{last - 1}"')
    package.replace_all(f"a5.b{last}.2", f"a5.b{last - 1}.2")


@xlsx("W1", FAIL, also=("N3",))
def notes_sheet_misnamed(package):
    """The sheet of notes is called Footnotes, in the text above the tables too."""
    rename_sheet(package, "Notes", "Footnotes")
    package.replace_all("found in the Notes worksheet", "found in the Footnotes worksheet")


@xlsx("W2", FAIL, "Workforce sex")
def sheet_name_with_space(package):
    """A sheet's name has a space."""
    rename_sheet(package, SEX, "Workforce sex")


@xlsx("W2", FAIL, "2018_workforce_sex")
def sheet_name_with_leading_digit(package):
    """A sheet's name begins with a digit."""
    rename_sheet(package, SEX, "2018_workforce_sex")


@xlsx("W2", FAIL, "Workforce_sex_of_every_member_of_staff")
def sheet_name_too_long(package):
    """A sheet's name has more than 31 characters, which Excel repairs."""
    rename_sheet(package, SEX, "Workforce_sex_of_every_member_of_staff")


@xlsx("W2", FAIL, "Sheet4")
def sheet_name_of_the_program(package):
    """A sheet has the name that Excel gave it."""
    rename_sheet(package, SEX, "Sheet4")


@xlsx("W3", WARNING, "Facts")
def hidden_sheet(package):
    """A sheet is hidden."""
    package.replace(BOOK, '<sheet name="Facts"', '<sheet name="Facts" state="hidden"')


@saved("W3", WARNING, "Facts")
def very_hidden_sheet(book):
    """A sheet is hidden so that Excel's menu does not bring it back."""
    book["Facts"].sheet_state = "veryHidden"


@xlsx("W3", WARNING, SERVICES, "A9")
def hidden_row(package):
    """A row of the table is hidden."""
    package.replace(part_of(package, SERVICES), '<row r="9" ', '<row r="9" hidden="1" ')


@xlsx("W3", WARNING, SERVICES, "B1")
def hidden_column(package):
    """A column of the table is hidden."""
    package.replace(part_of(package, SERVICES), '<col min="2" max="2" ', '<col min="2" max="2" hidden="1" ')


@xlsx("W3", FAIL, "Sources", also=("D1", "T1", "T2", "T3", "T4"))
def blank_sheet(package):
    """A sheet is blank."""
    drop_table(package, "Sources")
    part = part_of(package, "Sources")
    package.replace_like(part, "<sheetData>.*</sheetData>", "<sheetData/>")
    package.replace_like(part, "<hyperlinks>.*</hyperlinks>", "")
    package.replace_like(part, "<ignoredErrors>.*</ignoredErrors>", "")
    package.replace_like(part, '<dimension ref="[^"]+"/>', '<dimension ref="A1"/>')


@xlsx("W4", FAIL, SEX)
def image(package):
    """A picture without a description stands beside the table."""
    add_drawing(package, SEX, '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1"/><xdr:cNvPicPr/></xdr:nvPicPr>'
                '<xdr:blipFill><a:blip xmlns:r="' + OFFICE + '" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch>'
                '</xdr:blipFill><xdr:spPr>' + SHAPE + '</xdr:spPr></xdr:pic>')
    package.put("xl/media/image1.png", picture())
    package.put("xl/drawings/_rels/drawing99.xml.rels", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>')
    relate(package, "xl/drawings/_rels/drawing99.xml.rels", "rId1", f"{OFFICE}/image", "../media/image1.png")
    package.replace(TYPES, '<Default Extension="xml"', '<Default Extension="png" ContentType="image/png"/>'
                    '<Default Extension="xml"')


@xlsx("W4", FAIL, SEX)
def text_box(package):
    """Text stands in a box over the sheet."""
    add_drawing(package, SEX, '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/>'
                '<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr>' + SHAPE + '</xdr:spPr><xdr:txBody><a:bodyPr/>'
                '<a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Agency staff are left out.</a:t></a:r></a:p>'
                '</xdr:txBody></xdr:sp>')


@xlsx("W4", FAIL, CHART)
def chart_without_words(package):
    """A chart has no alternative text."""
    package.replace_like("xl/drawings/drawing1.xml", ' descr="[^"]+"', "")


@saved("W4", FAIL, SEX)
def chart_on_table_sheet(book):
    """A chart stands beside the table."""
    chart = BarChart()
    chart.add_data(Reference(book[SEX], min_col=2, min_row=10, max_row=12), titles_from_data=True)
    book[SEX].add_chart(chart, "H2")


@saved("W4", FAIL, SEX, "B11")
def comment(book):
    """A cell has a comment."""
    book[SEX]["B11"].comment = Comment("Agency staff are left out.", "Human Resources")


@xlsx("W5", FAIL, SEX)
def page_footer(package):
    """The page's footer carries information."""
    insert_before(package, SEX, "<ignoredErrors>", "<headerFooter><oddFooter>&amp;LSource: staff records</oddFooter>"
                  "</headerFooter>")


@xlsx("W5", FAIL, "Cover")
def page_header(package):
    """The page's header carries information."""
    package.replace(part_of(package, "Cover"), "</worksheet>",
                    "<headerFooter><oddHeader>&amp;COfficial</oddHeader></headerFooter></worksheet>")


@xlsx("W6", WARNING, SEX, also=("T4",))
def table_with_filter(package):
    """The table has filter buttons."""
    package.replace(table_of(package, SEX), "<tableColumns ", '<autoFilter ref="A10:F16"/><tableColumns ')


@xlsx("W6", WARNING, "Cover")
def sheet_with_filter(package):
    """The sheet has a filter."""
    insert_before(package, "Cover", "<hyperlinks>", '<autoFilter ref="A16:A22"/>')


@saved("W6", WARNING, SEX)
def frozen_panes(book):
    """The rows above the table's body are frozen."""
    book[SEX].freeze_panes = "A11"


@xlsx("W6", WARNING, SEX)
def split_panes(package):
    """The window is split below the header."""
    package.replace(part_of(package, SEX), '<sheetView workbookViewId="0"/>', '<sheetView workbookViewId="0">'
                    '<pane ySplit="4000" topLeftCell="A11" activePane="bottomLeft"/></sheetView>')


@xlsx("W7", WARNING, SEX, "A1")
def merged_title(package):
    """The title's cell is merged over the table's columns."""
    insert_before(package, SEX, "<hyperlinks>", '<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>')


@xlsx("W7", FAIL, SEX, "C13", also=("T8",))
def merged_in_table(package):
    """Two cells inside the table are merged, which Excel repairs."""
    clear(package, SEX, "C14")
    insert_before(package, SEX, "<hyperlinks>", '<mergeCells count="1"><mergeCell ref="C13:C14"/></mergeCells>')


# ---- .xlsx: the cover ----

@xlsx("C1", WARNING, "Cover")
def no_next_update(package):
    """The cover does not say when the next update comes."""
    write_text(package, "Cover", "A12", "The report is written by the unit named below.")


@xlsx("C1", WARNING, "Cover")
def no_date_of_publication(package):
    """The cover does not say when the report is published."""
    write_text(package, "Cover", "A11", "The report is written by the unit named below.")


@xlsx("C1", WARNING, "Cover")
def no_headings_on_cover(package):
    """The cover's sub-headings are ordinary text."""
    part = part_of(package, "Cover")
    package.put(part, package.text(part).replace(' s="3" ', ' s="2" '))


@xlsx("C1", WARNING, "Cover", "B9")
def cover_of_two_columns(package):
    """The cover uses a second column."""
    add_cell(package, "Cover", "A9", "B9", "Financial year")
    package.replace_like(part_of(package, "Cover"), 'ref="A1:A[0-9]+"', 'ref="A1:B42"')


# ---- .xlsx: sheets and tables ----

@xlsx("T1", FAIL, "Cover", "A1")
def no_title_on_cover(package):
    """A1 of the cover is empty."""
    clear(package, "Cover", "A1")


@xlsx("T1", FAIL, SERVICES, "A1", also=("T3",))
def no_title_on_table_sheet(package):
    """A1 of a sheet with a table is empty."""
    clear(package, SERVICES, "A1")


@xlsx("T1", FAIL, SEX, "A1")
def title_without_heading_style(package):
    """A1 looks like a heading but has the cell style Normal."""
    restyle(package, SEX, "A1", 'xfId="1"', 'xfId="0"')


@saved("T1", FAIL, SEX, "A1")
def title_as_second_heading(book):
    """A1 has the cell style Heading 2."""
    book[SEX]["A1"].style = "Heading 2"


@xlsx("T1", WARNING, "Workforce_age_band", "A1")
def title_twice(package):
    """Two sheets have the same title."""
    title = cell_of(package, SEX, "A1").partition(">")[2]
    put_cell(package, "Workforce_age_band", "A1", f' t="s">{title}')


@xlsx("T2", WARNING, SERVICES)
def number_of_tables_not_said(package):
    """The sheet does not say how many tables it has."""
    write_text(package, SERVICES, "A3", "Assessments are counted once.")


@xlsx("T2", WARNING, SERVICES)
def number_of_tables_wrong(package):
    """The sheet says that it has two tables and has one."""
    write_text(package, SERVICES, "A3", "This worksheet contains two tables.")


@saved("T2", WARNING, SERVICES, "A15", also=("T3",))
def second_table(book):
    """A second table stands below the first and is not announced."""
    sheet = book[SERVICES]
    for row in (6, 7, 8):
        for column in (1, 2, 3):
            old, new = sheet.cell(row, column), sheet.cell(row + 9, column)
            new.value, new._style = old.value, copy(old._style)
    table = Table(displayName="services_again", ref="A15:C17")
    table.tableStyleInfo = TableStyleInfo(showRowStripes=False, showColumnStripes=False)
    sheet.add_table(table)
    table._initialise_columns()
    for column, cell in zip(table.tableColumns, sheet[15]):
        column.name = cell.value
    table.autoFilter = None


@xlsx("T3", FAIL, SERVICES, "D8")
def text_beside_the_table(package):
    """Text stands to the right of the table."""
    add_cell(package, SERVICES, "C8", "D8", "See the register")
    package.replace(part_of(package, SERVICES), '<dimension ref="A1:C13"/>', '<dimension ref="A1:D13"/>')


@xlsx("T3", FAIL, SERVICES, "A15")
def text_below_the_table(package):
    """Text stands below the table."""
    number = share(package, "<t>Assessments are counted once.</t>")
    package.replace(part_of(package, SERVICES), "</sheetData>",
                    f'<row r="15"><c r="A15" s="6" t="s"><v>{number}</v></c></row></sheetData>')
    package.replace(part_of(package, SERVICES), '<dimension ref="A1:C13"/>', '<dimension ref="A1:C15"/>')


@xlsx("T3", FAIL, SERVICES, "A4")
def blank_row_above_the_table(package):
    """A blank row stands between the text and the table."""
    remove_cell(package, SERVICES, "A4")


@xlsx("T3", FAIL, SERVICES, "B6")
def table_in_column_b(package):
    """The table starts in column B."""
    part = part_of(package, SERVICES)
    head, rows = package.text(part).split('<row r="6"')
    for old, new in ("CD", "BC", "AB"):
        rows = re.sub(rf'<c r="{old}(\d+)"', rf'<c r="{new}\1"', rows)
    text = head + '<row r="6"' + rows
    package.put(part, text.replace('spans="1:3"', 'spans="1:4"').replace("A1:C13", "A1:D13"))
    package.replace(table_of(package, SERVICES), 'ref="A6:C13"', 'ref="B6:D13"')
    number = re.search(rf"a6\.c13\.(\d+)\">'{SERVICES}'", package.text("xl/workbook.xml"))[1]
    package.replace_all(f"a6.c13.{number}", f"b6.d13.{number}")
    package.replace_all(f"'{SERVICES}'!$A$6", f"'{SERVICES}'!$B$6")


@xlsx("T4", FAIL, SEX, "A10", also=("T2", "T3", "T8"))
def table_not_marked_up(package):
    """The table is not marked up as one."""
    drop_table(package, SEX)


@xlsx("T4", FAIL, SEX, "A10")
def table_with_stripes(package):
    """The table has a style with striped rows."""
    package.replace_like(table_of(package, SEX), "<tableStyleInfo [^>]*/>", '<tableStyleInfo name="TableStyleMedium9" '
                         'showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>')


@xlsx("T4", FAIL, SEX, "A10")
def table_without_header_row(package):
    """The table declares that it has no header row."""
    package.replace(table_of(package, SEX), 'totalsRowShown="0"', 'headerRowCount="0" totalsRowShown="0"')


@xlsx("T5", FAIL, SEX, "D10")
def header_twice(package):
    """Two columns have the same header."""
    rename_header(package, SEX, "D10", "Share of those who declared (%)", "Share of all staff (%)")


@xlsx("T5", FAIL, SEX, "D10")
def header_twice_in_another_case(package):
    """Two columns have the same header but for capitals."""
    rename_header(package, SEX, "D10", "Share of those who declared (%)", "Share of ALL staff (%)")


@xlsx("T5", FAIL, SEX, "A10")
def header_of_spaces(package):
    """A header is one space."""
    rename_header(package, SEX, "A10", "Sex", " ")


@xlsx("T5", FAIL, SEX, "A10", also=("P1",))
def header_empty(package):
    """A header is empty; the table's list of columns names it Column1, as Excel would."""
    clear(package, SEX, "A10")
    rename_column(package, SEX, "Sex", "Column1")


@xlsx("T5", WARNING, SEX, "C10")
def unit_inside_the_header(package):
    """A header has its unit in the middle."""
    rename_header(package, SEX, "C10", "Share of all staff (%)", "Share (%) of all staff")


@xlsx("T6", WARNING, SEX)
def table_name_of_the_program(package):
    """The table has the name that Excel gave it."""
    table = table_of(package, SEX)
    package.put(table, package.text(table).replace('"workforce_sex"', '"Table1"'))


@xlsx("T6", FAIL, SEX)
def table_name_with_dash(package):
    """The table's name has a dash, which Excel repairs."""
    table = table_of(package, SEX)
    package.put(table, package.text(table).replace('"workforce_sex"', '"workforce-sex"'))


def explain_blanks(package, sheet, ref):
    """Say above the table why cells are blank, so that blank cells alone are no defect."""
    write_text(package, sheet, ref, "A blank cell means that nothing was counted.")


@xlsx("T7", FAIL, SERVICES, "A9")
def blank_row(package):
    """The table has a blank row; blank cells are explained."""
    explain_blanks(package, SERVICES, "A4")
    package.replace_like(part_of(package, SERVICES), '<row r="9" .*?</row>', '<row r="9" spans="1:3" ht="16"/>')


@xlsx("T7", WARNING, SERVICES, "B6")
def blank_column(package):
    """The table has a column with a header and nothing in it; blank cells are explained."""
    explain_blanks(package, SERVICES, "A4")
    for row in range(7, 14):
        clear(package, SERVICES, f"B{row}")


@xlsx("T8", FAIL, SEX, "D13")
def blank_cell_unexplained(package):
    """A cell of the table is empty and nothing says why."""
    clear(package, SEX, "D13")


@xlsx("T8", WARNING, SERVICES, "C9")
def shorthand_unexplained(package):
    """A cell holds [x], which the text above the table does not explain."""
    write_text(package, SERVICES, "C9", "[x]")


@xlsx("T8", WARNING, SERVICES, "A4")
def shorthand_unused(package):
    """The text above the table explains [x], which the table does not use."""
    write_text(package, SERVICES, "A4", "[x] = not available.")


@xlsx("T9", FAIL, SEX, "F10")
def header_not_wrapped(package):
    """A long header does not wrap."""
    restyle(package, SEX, "F10", ' wrapText="1"', "")


@xlsx("T9", FAIL, "Notes", "B6")
def text_not_wrapped(package):
    """A note does not wrap and runs over the edge of the table."""
    restyle(package, "Notes", "B6", ' wrapText="1"', "")


@xlsx("T10", WARNING, SEX, "A12")
def row_label_not_bold(package):
    """A row label is not bold."""
    refont(package, SEX, "A12", "<b/>", "")


@xlsx("T10", WARNING, SEX, "C12")
def number_aligned_left(package):
    """A number is aligned left."""
    restyle(package, SEX, "C12", 'horizontal="right"', 'horizontal="left"')


@xlsx("T10", WARNING, SEX, "B10")
def header_of_numbers_aligned_left(package):
    """The header of a column of numbers is aligned left."""
    restyle(package, SEX, "B10", 'horizontal="right"', 'horizontal="left"')


@xlsx("T11", WARNING, SEX, "C12")
def number_as_text(package):
    """A number is stored as text."""
    write_text(package, SEX, "C12", "32.9")


@xlsx("T11", WARNING, SEX, "C12")
def unit_in_cell(package):
    """A percentage is stored as text with its sign."""
    write_text(package, SEX, "C12", "32.9%")


@xlsx("T11", WARNING, SEX, "C12")
def two_formats_in_a_column(package):
    """A column of numbers with one decimal place has one without."""
    restyle(package, SEX, "C12", 'numFmtId="165"', 'numFmtId="164"')


@xlsx("T11", WARNING, "Workforce_declaration", "B8")
def thousands_without_commas(package):
    """A column of thousands has no commas."""
    for row in range(8, 15):
        restyle(package, "Workforce_declaration", f"B{row}", 'numFmtId="164"', 'numFmtId="0"')


@xlsx("T12", WARNING, SEX, "B11")
def two_numbers_in_a_cell(package):
    """A cell holds an estimate and its range."""
    write_text(package, SEX, "B11", "5,413 (5,300 to 5,500)")


@xlsx("T12", WARNING, SERVICES, "A9")
def total_in_the_middle(package):
    """The row of totals stands in the middle of the table."""
    part = part_of(package, SERVICES)
    text = package.text(part)
    middle, last = (re.search(rf'<row r="{row}" .*?</row>', text).group(0) for row in (9, 13))
    moved = re.sub(r'r="([A-C]?)13"', r'r="\g<1>9"', last)
    text = once(text, last, re.sub(r'r="([A-C]?)9"', r'r="\g<1>13"', middle))
    package.put(part, once(text, middle, moved))


@xlsx("T13", WARNING, SEX, "A12")
def row_label_indented(package):
    """A row label is indented."""
    restyle(package, SEX, "A12", 'horizontal="left"', 'horizontal="left" indent="2"')


@xlsx("T13", WARNING, SEX, "A12")
def row_label_behind_spaces(package):
    """A row label is indented with spaces."""
    write_text(package, SEX, "A12", "    Men")


# ---- .xlsx: notes, links and text ----

@xlsx("N1", FAIL, SERVICES, "A7")
def marker_in_superscript(package):
    """A row label ends in a superscript figure."""
    font = '<sz val="12"/><color theme="1"/><rFont val="Arial"/><family val="2"/>'
    raised = f'<rPr><b/><vertAlign val="superscript"/>{font}</rPr>'
    number = share(package, f"<r><rPr><b/>{font}</rPr><t>Children's Services</t></r><r>{raised}<t>1</t></r>")
    put_cell(package, SERVICES, "A7", f' t="s"><v>{number}</v></c>')


@xlsx("N1", FAIL, SERVICES, "A7")
def cell_in_superscript(package):
    """The font of a whole cell is superscript."""
    refont(package, SERVICES, "A7", "<sz ", '<vertAlign val="superscript"/><sz ')


@xlsx("N1", WARNING, SERVICES, "A7")
def marker_as_raised_character(package):
    """A row label ends in the character for a raised one."""
    write_text(package, SERVICES, "A7", "Children's Services\u00b9")


@xlsx("N1", WARNING, SERVICES, "A7")
def marker_as_asterisk(package):
    """A row label ends in an asterisk."""
    write_text(package, SERVICES, "A7", "Children's Services*")


@xlsx("N1", WARNING, SERVICES, "A7")
def marker_as_number(package):
    """A row label ends in [1]."""
    write_text(package, SERVICES, "A7", "Children's Services [1]")


@xlsx("N1", WARNING, SEX, "A1")
def two_notes_in_one_marker(package):
    """The title has two notes in one pair of brackets."""
    write_text(package, SEX, "A1", "Staff by sex, Hertfordshire County Council, 31 March 2018, compared with "
               "31 March 2017 [note 1,2][note 3]")


@xlsx("N2", WARNING, SEX, "D13")
def marker_beside_a_value(package):
    """A marker stands in a cell of data."""
    write_text(package, SEX, "D13", "[z] [note 2]")


@xlsx("N3", WARNING, SEX, "A1")
def marker_without_note(package):
    """The title has a marker for a note that there is not."""
    write_text(package, SEX, "A1", "Staff by sex, Hertfordshire County Council, 31 March 2018, compared with "
               "31 March 2017 [note 1][note 2][note 3][note 99]")


@xlsx("N3", WARNING, "Notes", "A47")
def note_without_marker(package):
    """No sheet has a marker for the last note."""
    package.replace(STRINGS, "2017/18 [note 41][note 42]</t>", "2017/18 [note 41]</t>")


@saved("N3", WARNING, STRANDS)
def notes_not_mentioned(book):
    """The sheet has a marker and does not say where the notes are."""
    cell = book[STRANDS]["A4"]
    cell.hyperlink = None
    cell.value = "Each incident is counted once."
    cell._style = copy(book[STRANDS]["A3"]._style)


@xlsx("N4", FAIL, "Cover", "A31")
def bare_address(package):
    """The words of a link are its address."""
    write_text(package, "Cover", "A31", "https://www.hertfordshire.gov.uk/equalities")


@xlsx("N4", FAIL, "Cover", "A31")
def click_here(package):
    """The words of a link are Click here."""
    write_text(package, "Cover", "A31", "Click here")


@xlsx("N4", FAIL, "Cover", "A14")
def link_to_nowhere(package):
    """A link leads to a sheet that there is not."""
    package.replace(part_of(package, "Cover"), "'Contents'!A1", "'Table_of_contents'!A1")


@xlsx("N4", WARNING, "Cover", "A31")
def link_not_underlined(package):
    """A link is not underlined."""
    refont(package, "Cover", "A31", "<u/>", "")


@xlsx("N4", FAIL, "Cover", "A31")
def same_words_for_two_links(package):
    """Two links have the same words and lead to different places."""
    text = cell_of(package, "Cover", "A30").partition(">")[2]
    put_cell(package, "Cover", "A31", f' t="s">{text}')


@xlsx("X1", WARNING, SEX, "A5")
def font_with_serifs(package):
    """A cell is in Times New Roman."""
    refont(package, SEX, "A5", '<name val="Arial"/><family val="2"/>', '<name val="Times New Roman"/><family val="1"/>')


@xlsx("X1", WARNING, SEX, "A5")
def small_text(package):
    """A cell is in 8 points."""
    refont(package, SEX, "A5", '<sz val="12"/>', '<sz val="8"/>')


@xlsx("X2", WARNING, SEX, "A5")
def italics(package):
    """A cell is in italics."""
    refont(package, SEX, "A5", "<sz ", "<i/><sz ")


@saved("X2", WARNING, SEX, "A12")
def border(book):
    """A cell has a border."""
    book[SEX]["A12"].border = Border(bottom=Side(style="thin"))


@xlsx("X2", WARNING, SEX, "B10")
def text_at_an_angle(package):
    """A header is turned upwards."""
    restyle(package, SEX, "B10", "<alignment ", '<alignment textRotation="90" ')


@xlsx("X3", WARNING, SEX, "A12")
def yellow_fill(package):
    """A cell is filled with yellow."""
    fill = add_style(package, "fills", '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/>'
                     '<bgColor indexed="64"/></patternFill></fill>')
    restyle(package, SEX, "A12", 'fillId="0"', f'fillId="{fill}" applyFill="1"')


@saved("X3", WARNING, SEX, "A12")
def white_fill(book):
    """A cell is filled with white."""
    book[SEX]["A12"].fill = PatternFill("solid", fgColor="FFFFFFFF")


@xlsx("X4", FAIL, SEX, "A5", also=("X2",))
def light_grey_text(package):
    """Text is light grey on white."""
    refont(package, SEX, "A5", '<color theme="1"/>', '<color rgb="FFBFBFBF"/>')


@saved("X4", FAIL, SEX, "C12", also=("X2",))
def red_number(book):
    """A number is red, and nothing else says why; the contrast is below 4.5."""
    old = book[SEX]["C12"].font
    book[SEX]["C12"].font = Font(name=old.name, size=old.sz, family=old.family, color="FFFF0000")


@xlsx("X4", FAIL, "Cover", "A31")
def pale_link(package):
    """A link is pale blue on white."""
    refont(package, "Cover", "A31", '<color rgb="FF0000FF"/>', '<color rgb="FF99CCFF"/>')


# ---- .xlsx: what makes Excel offer a repair ----

@xlsx("P1", FAIL, SEX, "B10")
def column_named_otherwise(package):
    """The table's list of columns differs from a header."""
    rename_column(package, SEX, "Headcount", "Number of staff")


@xlsx("P1", FAIL, SEX, "B10")
def header_changed_alone(package):
    """A header was changed and the table's list of columns was not."""
    write_text(package, SEX, "B10", "Number of staff")


@xlsx("P1", FAIL, "Apprenticeships_starts", "B6")
def header_as_number(package):
    """A header is stored as a number."""
    rename_column(package, "Apprenticeships_starts", "Apprentices", "2018")
    write_number(package, "Apprenticeships_starts", "B6", 2018)


@xlsx("P2", FAIL, SEX, "C12")
def not_a_number(package):
    """The value of a cell is NaN."""
    write_number(package, SEX, "C12", "NaN")


@xlsx("P2", FAIL, SEX, "C12")
def infinite_number(package):
    """The value of a cell is infinite."""
    write_number(package, SEX, "C12", "INF")


@xlsx("P2", FAIL, "Cover", "A5")
def text_too_long(package):
    """A cell has more than 32,767 characters."""
    write_text(package, "Cover", "A5", "How the duty was met. " * 1500)


# ---- parts of an .ods ----

CONTENT = "content.xml"
META = "meta.xml"
SETTINGS = "settings.xml"
MANIFEST = "META-INF/manifest.xml"
CELL = r"<table:table-cell\b[^>]*?(?:/>|>.*?</table:table-cell>)"
ROW = r"<table:table-row\b.*?</table:table-row>"


def sheet_like(sheet):
    return rf'<table:table table:name="{sheet}".*?</table:table>'


def edit_sheet(package, sheet, change):
    """Replace the XML of a sheet by what change makes of it."""
    old = re.search(sheet_like(sheet), package.text(CONTENT), re.S).group(0)
    package.replace(CONTENT, old, change(old))


def edit_row(package, sheet, row, change):
    def edit(text):
        found = list(re.finditer(ROW, text, re.S))[row - 1]
        return text[:found.start()] + change(found.group(0)) + text[found.end():]
    edit_sheet(package, sheet, edit)


def edit_cell(package, sheet, ref, change):
    """Replace the XML of a cell; columns are the single letters A to Z."""
    def edit(row):
        found = list(re.finditer(CELL, row, re.S))[ord(ref[0]) - ord("A")]
        return row[:found.start()] + change(found.group(0)) + row[found.end():]
    edit_row(package, sheet, int(ref[1:]), edit)


def ods_style_of(cell):
    return re.search(r'table:style-name="(\w+)"', cell).group(1)


def ods_text(package, sheet, ref, text):
    edit_cell(package, sheet, ref, lambda cell: f'<table:table-cell table:style-name="{ods_style_of(cell)}" '
              f'office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>')


def ods_clear(package, sheet, ref):
    edit_cell(package, sheet, ref, lambda cell: f'<table:table-cell table:style-name="{ods_style_of(cell)}"/>')


def ods_restyle(package, sheet, ref, change):
    """Give a cell a style of its own, which is what change makes of its old one."""
    def edit(cell):
        old = ods_style_of(cell)
        style = re.search(rf'<style:style style:name="{old}".*?</style:style>', package.text(CONTENT)).group(0)
        new = change(once(style, f'style:name="{old}"', 'style:name="ceSpoilt"'))
        styles.append(new)
        return once(cell, f'table:style-name="{old}"', 'table:style-name="ceSpoilt"')
    styles = []
    edit_cell(package, sheet, ref, edit)
    package.replace(CONTENT, "</office:automatic-styles>", styles[0] + "</office:automatic-styles>")


def with_text_property(attribute):
    """A change of style that gives its text one more property."""
    def change(style):
        if "<style:text-properties " in style:
            return once(style, "<style:text-properties ", f"<style:text-properties {attribute} ")
        return once(style, "</style:style>", f"<style:text-properties {attribute}/></style:style>")
    return change


def with_cell_property(attribute):
    return lambda style: once(style, "<style:table-cell-properties ", f"<style:table-cell-properties {attribute} ")


def in_manifest(package, part, kind):
    package.replace(MANIFEST, "</manifest:manifest>", f'<manifest:file-entry manifest:full-path="{part}" '
                    f'manifest:media-type="{kind}"/></manifest:manifest>')


def set_view(package, sheet, setting, old, new):
    """Change one setting of the view of a sheet."""
    text = package.text(SETTINGS)
    start = text.index(f'<config:config-item-map-entry config:name="{sheet}">')
    end = text.index("</config:config-item-map-entry>", start)
    mark = f'config:name="{setting}" config:type="{{}}">{{}}<'
    kind = re.search(rf'config:name="{setting}" config:type="(\w+)"', text[start:end]).group(1)
    entry = once(text[start:end], mark.format(kind, old), mark.format(kind, new))
    package.put(SETTINGS, text[:start] + entry + text[end:])


# ---- .ods ----

@ods("F3", FAIL)
def ods_no_title(package):
    """The document has no title."""
    package.replace_like(META, "<dc:title>.*?</dc:title>", "")


@ods("F3", FAIL)
def ods_no_language(package):
    """The document names no language."""
    package.replace(META, "<dc:language>en-GB</dc:language>", "")
    package.replace("styles.xml", ' fo:language="en" fo:country="GB"', "")


@ods("F5", WARNING, SEX, "B15")
def ods_formula(package):
    """A total is a formula."""
    edit_cell(package, SEX, "B15", lambda cell: once(cell, " office:value-type",
                                                     ' table:formula="of:=[.B11]+[.B12]" office:value-type'))


@ods("F5", FAIL)
def ods_macro(package):
    """The document has a part with macros."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    library = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    package.put("Basic/script-lc.xml", head + '<library:libraries xmlns:library="http://openoffice.org/2000/library">'
                '<library:library library:name="Standard" library:link="false"/></library:libraries>')
    package.put("Basic/Standard/script-lb.xml", head + f'<library:library {library} library:readonly="false" '
                'library:passwordprotected="false"><library:element library:name="Module1"/></library:library>')
    package.put("Basic/Standard/Module1.xml", head + '<script:module xmlns:script="http://openoffice.org/2000/script" '
                'script:name="Module1" script:language="StarBasic">Sub Main\nEnd Sub\n</script:module>')
    for part in ("Basic/script-lc.xml", "Basic/Standard/script-lb.xml", "Basic/Standard/Module1.xml"):
        in_manifest(package, part, "text/xml")


@ods("F6", WARNING, SEX)
def ods_another_sheet_active(package):
    """The document opens at the fourth sheet."""
    package.replace(SETTINGS, '"ActiveTable" config:type="string">Cover<',
                    f'"ActiveTable" config:type="string">{SEX}<')


@ods("F6", WARNING, SEX)
def ods_zoom(package):
    """The sheet is shown at 70%."""
    set_view(package, SEX, "ZoomValue", 100, 70)


@ods("F6", WARNING, SEX)
def ods_cursor_elsewhere(package):
    """The cursor stands in C1."""
    set_view(package, SEX, "CursorPositionX", 0, 2)


@ods("F7", WARNING, SEX)
def ods_sheet_protected(package):
    """The sheet is protected."""
    package.replace(CONTENT, f'<table:table table:name="{SEX}"', f'<table:table table:name="{SEX}" '
                    'table:protected="true"')


@ods("W2", FAIL, "Workforce sex")
def ods_sheet_name_with_space(package):
    """A sheet's name has a space."""
    new = "Workforce sex"
    package.replace(CONTENT, f'<table:table table:name="{SEX}"', f'<table:table table:name="{new}"')
    package.replace_all(f'"#{SEX}.A1"', f"\"#'{new}'.A1\"")
    package.replace_all(f"${SEX}.", f"$'{new}'.")
    package.replace_all(f">{SEX}</text:a>", f">{new}</text:a>")
    package.replace(SETTINGS, f'config:name="{SEX}"', f'config:name="{new}"')


@ods("W3", WARNING, "Facts")
def ods_hidden_sheet(package):
    """A sheet is hidden."""
    style = re.search(r'<table:table table:name="Facts" table:style-name="(\w+)"', package.text(CONTENT)).group(1)
    old = re.search(rf'<style:style style:name="{style}".*?</style:style>', package.text(CONTENT)).group(0)
    new = once(once(old, f'"{style}"', '"taSpoilt"'), 'table:display="true"', 'table:display="false"')
    package.replace(CONTENT, "</office:automatic-styles>", new + "</office:automatic-styles>")
    package.replace(CONTENT, f'table:name="Facts" table:style-name="{style}"',
                    'table:name="Facts" table:style-name="taSpoilt"')


@ods("W3", WARNING, SERVICES, "A9")
def ods_hidden_row(package):
    """A row of the table is hidden."""
    edit_row(package, SERVICES, 9, lambda row: once(row, "<table:table-row ",
                                                    '<table:table-row table:visibility="collapse" '))


@ods("W3", WARNING, SERVICES, "B1")
def ods_hidden_column(package):
    """A column of the table is hidden."""
    edit_sheet(package, SERVICES, lambda text: once_like(
        text, r'(?<=/>)<table:table-column (?=[^>]*/><table:table-column [^>]*/><table:table-row)',
        '<table:table-column table:visibility="collapse" '))


@ods("W4", FAIL, SEX)
def ods_image(package):
    """A picture without a description stands on the sheet."""
    frame = ('<table:shapes xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
             '<draw:frame draw:name="Picture 1" svg:width="2cm" svg:height="2cm" svg:x="20cm" svg:y="1cm">'
             '<draw:image xlink:href="Pictures/logo.png" xlink:type="simple" xlink:show="embed" '
             'xlink:actuate="onLoad"/></draw:frame></table:shapes>')
    edit_sheet(package, SEX, lambda text: once(text, "</table:title>", "</table:title>" + frame))
    package.put("Pictures/logo.png", picture())
    in_manifest(package, "Pictures/logo.png", "image/png")


@ods("W4", FAIL, CHART)
def ods_chart_without_words(package):
    """A chart has no alternative text."""
    edit_sheet(package, CHART, lambda text: once_like(text, "<svg:title>.*?</svg:title><svg:desc>.*?</svg:desc>", ""))


@ods("W4", FAIL, SEX, "B11")
def ods_comment(package):
    """A cell has a comment."""
    edit_cell(package, SEX, "B11", lambda cell: once(cell, "<text:p>", "<office:annotation><dc:creator>Human Resources"
                                                     "</dc:creator><text:p>Agency staff are left out.</text:p>"
                                                     "</office:annotation><text:p>"))


@ods("W5", FAIL)
def ods_page_header(package):
    """The header of the upright pages carries information."""
    text = package.text("styles.xml")
    old = re.search(r'<style:master-page style:name="Upright".*?</style:master-page>', text).group(0)
    new = once(old, '<style:header style:display="false"/>',
               "<style:header><text:p>Source: staff records</text:p></style:header>")
    package.put("styles.xml", once(text, old, new))


@ods("W6", WARNING, SEX)
def ods_table_with_filter(package):
    """The table has filter buttons."""
    text = package.text(CONTENT)
    old = re.search(r'<table:database-range table:name="workforce_sex"[^>]*/>', text).group(0)
    package.put(CONTENT, once(text, old, once(old, 'filter-buttons="false"', 'filter-buttons="true"')))


@ods("W6", WARNING, SEX)
def ods_frozen_panes(package):
    """The rows above the table's body are frozen."""
    set_view(package, SEX, "VerticalSplitMode", 0, 2)
    entry = f'<config:config-item-map-entry config:name="{SEX}">'
    package.replace(SETTINGS, entry, entry + '<config:config-item config:name="VerticalSplitPosition" '
                    'config:type="int">10</config:config-item>')


@ods("W7", WARNING, SEX, "A1")
def ods_merged_title(package):
    """The title's cell is merged over the table's columns."""
    edit_cell(package, SEX, "A1", lambda cell: once(cell, "<table:table-cell ", "<table:table-cell "
              'table:number-columns-spanned="6" table:number-rows-spanned="1" ') + "<table:covered-table-cell/>" * 5)


@ods("C1", WARNING, "Cover")
def ods_no_next_update(package):
    """The cover does not say when the next update comes."""
    ods_text(package, "Cover", "A12", "The report is written by the unit named below.")


@ods("T1", FAIL, "Cover", "A1")
def ods_no_title_on_cover(package):
    """A1 of the cover is empty."""
    ods_clear(package, "Cover", "A1")


@ods("T1", FAIL, SEX, "A1")
def ods_title_without_heading_style(package):
    """A1 looks like a heading but its style is not one."""
    def change(style):
        plain = once(style, '"Heading_20_1"', '"Default"')
        return with_text_property('fo:font-size="16pt" fo:font-weight="bold"')(plain)
    ods_restyle(package, SEX, "A1", change)


@ods("T2", WARNING, SERVICES)
def ods_number_of_tables_not_said(package):
    """The sheet does not say how many tables it has."""
    ods_text(package, SERVICES, "A3", "Assessments are counted once.")


@ods("T3", FAIL, SERVICES, "A15")
def ods_text_below_the_table(package):
    """Text stands below the table."""
    row = ('<table:table-row table:style-name="ro2"><table:table-cell/></table:table-row>'
           '<table:table-row table:style-name="ro2"><table:table-cell table:style-name="ce6" '
           'office:value-type="string"><text:p>Assessments are counted once.</text:p></table:table-cell>'
           '</table:table-row>')
    edit_sheet(package, SERVICES, lambda text: once(text, "</table:table>", row + "</table:table>"))


@ods("T4", FAIL, SEX, "A10", also=("T2", "T3", "T8"))
def ods_table_not_marked_up(package):
    """The table is not marked up as one."""
    package.replace_like(CONTENT, r'<table:database-range table:name="workforce_sex"[^>]*/>', "")
    edit_sheet(package, SEX, lambda text: once(once(text, "<table:table-header-rows>", ""),
                                               "</table:table-header-rows>", ""))


@ods("T5", FAIL, SEX, "D10")
def ods_header_twice(package):
    """Two columns have the same header."""
    ods_text(package, SEX, "D10", "Share of all staff (%)")


@ods("T6", WARNING, SEX)
def ods_table_name_of_the_program(package):
    """The table has a name that says nothing."""
    package.replace(CONTENT, '<table:database-range table:name="workforce_sex"',
                    '<table:database-range table:name="Table1"')


@ods("T7", FAIL, SERVICES, "A9")
def ods_blank_row(package):
    """The table has a blank row; blank cells are explained."""
    ods_text(package, SERVICES, "A4", "A blank cell means that nothing was counted.")
    for column in "ABC":
        ods_clear(package, SERVICES, f"{column}9")


@ods("T8", FAIL, SEX, "D13")
def ods_blank_cell_unexplained(package):
    """A cell of the table is empty and nothing says why."""
    ods_clear(package, SEX, "D13")


@ods("T8", WARNING, SERVICES, "C9")
def ods_shorthand_unexplained(package):
    """A cell holds [x], which the text above the table does not explain."""
    ods_text(package, SERVICES, "C9", "[x]")


@ods("T9", FAIL, SEX, "F10")
def ods_header_not_wrapped(package):
    """A long header does not wrap."""
    ods_restyle(package, SEX, "F10", lambda style: once(style, '"wrap"', '"no-wrap"'))


@ods("T10", WARNING, SEX, "A12")
def ods_row_label_not_bold(package):
    """A row label is not bold."""
    ods_restyle(package, SEX, "A12", lambda style: once(style, ' fo:font-weight="bold"', ' fo:font-weight="normal"'))


@ods("T11", WARNING, SEX, "C12")
def ods_number_as_text(package):
    """A number is stored as text."""
    ods_text(package, SEX, "C12", "32.9")


@ods("T13", WARNING, SEX, "A12")
def ods_row_label_indented(package):
    """A row label is indented."""
    ods_restyle(package, SEX, "A12", lambda style: once(style, 'fo:text-align="start"',
                                                        'fo:text-align="start" fo:margin-left="24pt"'))


@ods("N1", FAIL, SERVICES, "A7")
def ods_marker_in_superscript(package):
    """A row label ends in a superscript figure."""
    style = ('<style:style style:name="T1" style:family="text"><style:text-properties '
             'style:text-position="super 58%"/></style:style>')
    package.replace(CONTENT, "</office:automatic-styles>", style + "</office:automatic-styles>")
    edit_cell(package, SERVICES, "A7", lambda cell: once(cell, "</text:p>",
                                                         '<text:span text:style-name="T1">1</text:span></text:p>'))


@ods("N1", WARNING, SERVICES, "A7")
def ods_marker_as_asterisk(package):
    """A row label ends in an asterisk."""
    ods_text(package, SERVICES, "A7", "Children's Services*")


@ods("N3", WARNING, SEX, "A1")
def ods_marker_without_note(package):
    """The title has a marker for a note that there is not."""
    edit_sheet(package, SEX, lambda text: text.replace("[note 3]", "[note 3][note 99]"))


@ods("N4", FAIL, "Cover", "A31")
def ods_bare_address(package):
    """The words of a link are its address."""
    edit_cell(package, "Cover", "A31", lambda cell: once_like(
        cell, r"(?<=>)[^<>]+(?=</text:a>)", "https://www.hertfordshire.gov.uk/equalities"))


@ods("N4", FAIL, "Cover", "A14")
def ods_link_to_nowhere(package):
    """A link leads to a sheet that there is not."""
    edit_cell(package, "Cover", "A14", lambda cell: once(cell, "#Contents.A1", "#Table_of_contents.A1"))


@ods("X1", WARNING, SEX, "A5")
def ods_small_text(package):
    """A cell is in 8 points."""
    ods_restyle(package, SEX, "A5", with_text_property('fo:font-size="8pt"'))


@ods("X2", WARNING, SEX, "A5")
def ods_italics(package):
    """A cell is in italics."""
    ods_restyle(package, SEX, "A5", with_text_property('fo:font-style="italic"'))


@ods("X3", WARNING, SEX, "A12")
def ods_yellow_fill(package):
    """A cell is filled with yellow."""
    ods_restyle(package, SEX, "A12", with_cell_property('fo:background-color="#ffff00"'))


@ods("X4", FAIL, SEX, "A5", also=("X2",))
def ods_light_grey_text(package):
    """Text is light grey on white."""
    ods_restyle(package, SEX, "A5", with_text_property('fo:color="#bfbfbf"'))


# ---- saved by LibreOffice ----

@converted("ods", "ods", "W3", WARNING, "Facts", also=("N4",))
def hidden_sheet_by_office(package):
    """A sheet is hidden; the file was saved by LibreOffice."""
    ods_hidden_sheet(package)


@converted("ods", "ods", "T8", FAIL, SEX, "D13", also=("N4",))
def blank_cell_unexplained_by_office(package):
    """A cell of the table is empty and nothing says why; the file was saved by LibreOffice."""
    ods_blank_cell_unexplained(package)


@converted("ods", "ods", "W4", FAIL, SEX, "B11", also=("N4",))
def comment_by_office(package):
    """A cell has a comment; the file was saved by LibreOffice."""
    ods_comment(package)


@converted("ods", "xlsx", "N1", WARNING, SERVICES, "A7", also=("D1", "F4", "F7", "N4", "W4", "W5"))
def marker_as_asterisk_by_office(package):
    """A row label ends in an asterisk; the file was converted by LibreOffice."""
    ods_marker_as_asterisk(package)


# ---- writing them ----

def record(case):
    return {"file": case.file, "rule": case.rule, "level": case.level, "sheet": case.sheet, "cell": case.cell,
            "what": case.what, "also": list(case.also)}


def main():
    if len(sys.argv) != 4:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    good = {os.path.splitext(path)[1][1:]: path for path in sys.argv[1:3]}
    folder = sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    for case in CASES:
        case.spoil(good[case.format], os.path.join(folder, case.file))
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump([record(case) for case in CASES], file, indent=2)
        file.write("\n")
    print(f"{len(CASES)} workbooks written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
