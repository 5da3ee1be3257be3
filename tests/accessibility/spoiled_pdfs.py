#!/usr/bin/python3
"""Write PDFs with one accessibility defect each, and a list of the rule that each one breaks.

usage: spoiled_pdfs.py GOOD.pdf report.json FOLDER

The good file is a report that keeps every rule. Each case below takes it, spoils one thing and writes the result.
The docstring of a case says what is wrong. FOLDER/expected.json gets a list of {file, rule, level, what, also}; "also"
names the rules that a strict reader may report beside the one expected, because the same defect touches them too, or
is "any" where nothing is left to check.

Rules are called by the clause of ISO 14289-1 (PDF/UA-1) and the number of the test within it; mark-, link-, read- and
report- are rules beyond it.
"""
import json
import pathlib
import re
import sys
from collections import namedtuple

import pikepdf
from pikepdf import Array, Dictionary, Name, String

FAIL, WARNING = "FAIL", "WARNING"
Case = namedtuple("Case", "name rule level also spoil save")
CASES = []


def spoils(rule, also=(), level=FAIL, **save):
    def register(function):
        CASES.append(Case(function.__name__, rule, level, also if also == "any" else list(also), function, save))
        return function
    return register


# ---- the tree of tags ----

def children(tag):
    held = tag.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def is_tag(thing):
    return isinstance(thing, Dictionary) and "/S" in thing


def all_tags(pdf):
    """In the order in which they are read."""
    waiting = [tag for tag in reversed(children(pdf.Root.StructTreeRoot)) if is_tag(tag)]
    while waiting:
        tag = waiting.pop()
        yield tag
        waiting += [child for child in reversed(children(tag)) if is_tag(child)]


def tags(pdf, kind):
    return [tag for tag in all_tags(pdf) if tag.S == kind]


def first(pdf, kind):
    return tags(pdf, kind)[0]


def below(tag, kind):
    return [child for child in children(tag) if is_tag(child) and child.S == kind]


def table(pdf):
    """A table with a head, several rows and more than two columns."""
    for one in tags(pdf, "/Table"):
        bodies = below(one, "/TBody")
        if below(one, "/THead") and bodies and len(rows(one)) > 3 and len(children(rows(one)[0])) > 2:
            return one
    raise ValueError("there is no such table")


def rows(one):
    return below(below(one, "/TBody")[0], "/TR")


def attributes(tag):
    found = tag.get("/A")
    return list(found) if isinstance(found, Array) else [found] if found is not None else []


def without(tag, child):
    tag.K = Array([one for one in children(tag) if one.objgen != child.objgen or not isinstance(one, Dictionary)])


# ---- what pages draw ----

def content(pdf, number, change):
    """Replace the content of a page by what `change` makes of its bytes."""
    page = pdf.pages[number]
    page.contents_coalesce()
    old = page.Contents.read_bytes()
    new = change(old)
    if new == old:
        raise ValueError("the content is as it was")
    page.Contents = pdf.make_stream(new)


def fonts(pdf):
    return [font for _, font in sorted(pdf.pages[2].Resources.Font.items())]


def descendant(font):
    return font.DescendantFonts[0]


def xmp(pdf, pattern, new):
    old = pdf.Root.Metadata.read_bytes().decode("utf-8")
    changed, times = re.subn(pattern, new, old, flags=re.S)
    if times == 0:
        raise ValueError(f"{pattern} is not in the metadata")
    made = pdf.make_stream(changed.encode("utf-8"))
    made.Type, made.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = made


# ---- the document ----

@spoils("6.1-1", force_version="2.0")
def version_2(pdf):
    """The file says that it is PDF 2.0."""


@spoils("5-1")
def no_part_of_pdf_ua(pdf):
    """The metadata do not name PDF/UA."""
    xmp(pdf, r"<pdfuaid:part>1</pdfuaid:part>", "")


@spoils("5-1")
def another_part_of_pdf_ua(pdf):
    """The metadata name PDF/UA-2."""
    xmp(pdf, r"<pdfuaid:part>1</pdfuaid:part>", "<pdfuaid:part>2</pdfuaid:part>")


@spoils("6.2-1")
def not_marked(pdf):
    """Marked is false."""
    pdf.Root.MarkInfo.Marked = False


@spoils("7.1-4")
def suspects(pdf):
    """Tags are said to be guesses."""
    pdf.Root.MarkInfo.Suspects = True


@spoils("7.1-8", ["5-1", "7.1-9"])
def no_metadata(pdf):
    """There are no XMP metadata."""
    del pdf.Root.Metadata


@spoils("7.1-8", ["5-1", "7.1-9"])
def broken_metadata(pdf):
    """The XMP metadata are no XML."""
    xmp(pdf, r"<rdf:RDF", "<rdf:RDF <")


@spoils("7.1-9")
def no_title(pdf):
    """The metadata have no title."""
    xmp(pdf, r"<dc:title>.*?</dc:title>", "")


@spoils("7.1-10")
def title_not_shown(pdf):
    """The window shows the file's name."""
    del pdf.Root.ViewerPreferences


@spoils("7.1-11", "any")
def no_tree(pdf):
    """There is no tree of tags."""
    del pdf.Root.StructTreeRoot


@spoils("7.2-2")
def no_language(pdf):
    """The document does not say its language."""
    del pdf.Root.Lang


@spoils("7.2-29")
def language_in_words(pdf):
    """A paragraph's language is called English."""
    first(pdf, "/P").Lang = String("English (UK)")


@spoils("7.10-1")
def layers_without_a_name(pdf):
    """Optional content is configured without a name."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))


@spoils("7.11-1")
def attachment_with_one_name(pdf):
    """An attached file has F and no UF."""
    held = pdf.make_stream(b"a,b\n1,2\n")
    held.Type = Name.EmbeddedFile
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.csv"), EF=Dictionary(F=held)))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a.csv"), file])))


@spoils("7.15-1")
def form_of_xfa(pdf):
    """A dynamic form is in the file."""
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))


@spoils("7.16-1", encryption=pikepdf.Encryption(
    owner="owner", user="", R=3, aes=False, metadata=False, allow=pikepdf.Permissions(accessibility=False)))
def screen_readers_kept_out(pdf):
    """The encryption does not allow access for accessibility."""


@spoils("7.17-1", level=WARNING)
def no_bookmarks(pdf):
    """A long document has no bookmarks."""
    del pdf.Root.Outlines


@spoils("7.20-1")
def page_of_another_file(pdf):
    """A form XObject stands for a page of another file."""
    form = pdf.make_stream(b"")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
    form.Ref = Dictionary(F=String("other.pdf"), Page=0)
    pdf.pages[0].Resources.XObject = Dictionary(R0=form)


@spoils("6.1-2")
def page_without_a_size(pdf):
    """A page has no MediaBox."""
    del pdf.pages[1]["/MediaBox"]


@spoils("6.1-2")
def bookmarks_in_a_circle(pdf):
    """A bookmark is its own neighbour."""
    bookmark = pdf.Root.Outlines.First.First
    bookmark.Next = bookmark


@spoils("6.1-2")
def wrong_length(pdf):
    """A page says wrongly how long its content is."""


# ---- content and its marks ----

@spoils("7.1-3")
def drawn_without_a_mark(pdf):
    """A line is neither tagged nor an artifact."""
    content(pdf, 1, lambda old: old + b"\n72 72 m 200 72 l S\n")


@spoils("7.1-3", ["read-2"])
def footer_without_a_mark(pdf):
    """The footers are not marked as artifacts."""
    for number in range(len(pdf.pages)):
        content(pdf, number, lambda old: re.sub(rb"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n(.*?)EMC\n",
                                                rb"\1", old, flags=re.S))


@spoils("7.1-1", ["mark-1"])
def artifact_inside_a_tag(pdf):
    """An artifact is marked inside a paragraph."""
    content(pdf, 1, lambda old: re.sub(rb"(/MCID \d+>> BDC\n)", rb"\1/Artifact BMC\n72 72 1 1 re f\nEMC\n", old, count=1))


@spoils("7.1-2")
def tag_inside_an_artifact(pdf):
    """Tagged content is marked inside an artifact."""
    content(pdf, 1, lambda old: re.sub(rb"(/\w+ <</MCID 0>> BDC\n.*?EMC\n)", rb"/Artifact BMC\n\1EMC\n", old, count=1,
                                       flags=re.S))


@spoils("mark-1")
def mark_without_an_end(pdf):
    """A mark does not end."""
    content(pdf, 1, lambda old: old + b"\n/Span BMC\n")


@spoils("mark-2")
def tagged_and_held_by_no_tag(pdf):
    """Content has a number that no tag names."""
    content(pdf, 1, lambda old: old + b"\n/P <</MCID 9999>> BDC 72 72 1 1 re f EMC\n")


@spoils("mark-2", ["report-1", "report-2"])
def page_left_out_of_the_tree(pdf):
    """A paragraph has lost its content."""
    del first(pdf, "/P")["/K"]


@spoils("mark-3")
def tag_of_nothing(pdf):
    """A tag names content that is not on its page."""
    tag = first(pdf, "/P")
    tag.K = Array([*children(tag), 9999])


@spoils("mark-4", ["link-2"])
def parents_lost(pdf):
    """The tree of parents is empty."""
    pdf.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([]))


@spoils("read-1", ["mark-4", "report-3"])
def held_twice(pdf):
    """A paragraph's content is held by the next one too."""
    one, other = tags(pdf, "/P")[3:5]
    pages = one.Pg if "/Pg" in one else other.Pg
    held = [child if isinstance(child, Dictionary) else Dictionary(Type=Name.MCR, Pg=pages, MCID=child)
            for child in children(one)]
    other.K = Array([*children(other), *held])


@spoils("read-2", ["mark-4"])
def footer_in_the_tree(pdf):
    """The footers are tagged as paragraphs."""
    whole = first(pdf, "/Document")
    for number, page in enumerate(pdf.pages):
        content(pdf, number, lambda old: re.sub(rb"/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
                                                rb"/P <</MCID 8888>> BDC", old, count=1))
        tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=whole, Pg=page.obj, K=8888))
        whole.K.append(tag)


# ---- tags ----

@spoils("7.1-5")
def unknown_tag(pdf):
    """A tag is called by a word that is mapped to nothing."""
    first(pdf, "/P").S = Name.Absatz


@spoils("7.1-6")
def tags_in_a_circle(pdf):
    """The role map leads from a tag to itself."""
    first(pdf, "/P").S = Name.Red
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Red=Name.Blue, Blue=Name.Red)


@spoils("7.1-7")
def standard_tag_called_otherwise(pdf):
    """The role map calls a standard tag something else."""
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Quote=Name.P)


@spoils("7.1-12")
def tag_without_a_parent(pdf):
    """A tag does not lead to the one that holds it."""
    del first(pdf, "/P")["/P"]


@spoils("7.1-12")
def tag_of_another_parent(pdf):
    """A tag says that another holds it."""
    first(pdf, "/TD").P = pdf.Root.StructTreeRoot.K


@spoils("7.2-3", ["report-1"])
def paragraph_in_a_table(pdf):
    """The caption of a table is a paragraph."""
    below(table(pdf), "/Caption")[0].S = Name.P


@spoils("7.2-4", ["7.2-3", "7.2-13", "report-1"])
def rows_in_a_section(pdf):
    """The body of a table is a section."""
    below(table(pdf), "/TBody")[0].S = Name.Sect


@spoils("7.2-6", ["7.2-3", "7.2-5", "report-1"])
def body_outside_a_table(pdf):
    """A table is tagged as a section."""
    table(pdf).S = Name.Sect

@spoils("7.2-8", ["7.2-4", "7.2-9", "7.2-10", "7.2-36", "7.2-37", "7.5-1", "7.5-2", "report-1", "7.2-41"])
def header_outside_a_row(pdf):
    """The row of headers is a section."""
    below(below(table(pdf), "/THead")[0], "/TR")[0].S = Name.Sect


@spoils("7.2-9", ["7.2-37", "7.2-8", "7.2-41", "report-1", "7.5-1"])
def cells_outside_a_row(pdf):
    """A row of data is a section."""
    rows(table(pdf))[1].S = Name.Sect


@spoils("7.2-10", ["7.2-41", "report-1"])
def paragraph_in_a_row(pdf):
    """A cell is tagged as a paragraph."""
    children(rows(table(pdf))[1])[1].S = Name.P


@spoils("7.2-11", ["7.2-13"])
def two_heads(pdf):
    """A table has two heads."""
    below(table(pdf), "/TBody")[0].S = Name.THead


@spoils("7.2-12")
def two_feet(pdf):
    """A table has two feet."""
    one = table(pdf)
    last = rows(one)[-2:]
    for row in last:
        without(below(one, "/TBody")[0], row)
        foot = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TFoot, P=one, K=Array([row])))
        row.P = foot
        one.K.append(foot)


@spoils("7.2-15", ["7.2-41", "report-1"])
def cells_upon_each_other(pdf):
    """Two cells span the same place."""
    upper, lower = rows(table(pdf))[1:3]
    children(upper)[2].A = Array([*attributes(children(upper)[2]), Dictionary(O=Name.Table, RowSpan=2)])
    children(lower)[1].A = Array([*attributes(children(lower)[1]), Dictionary(O=Name.Table, ColSpan=2)])


@spoils("7.2-16")
def caption_in_the_middle(pdf):
    """A caption stands between the head and the body of its table."""
    one = table(pdf)
    caption, head, *rest = children(one)
    one.K = Array([head, caption, *rest])


@spoils("7.2-41", ["report-1", "mark-2"])
def row_with_a_cell_less(pdf):
    """A row has lost a cell."""
    row = rows(table(pdf))[1]
    row.K = Array(children(row)[:-1])


@spoils("7.2-17", ["7.2-18"])
def item_outside_a_list(pdf):
    """A list is tagged as a section."""
    first(pdf, "/L").S = Name.Sect


@spoils("7.2-19", ["7.2-18"])
def paragraph_in_a_list(pdf):
    """A list item is tagged as a paragraph."""
    first(pdf, "/LI").S = Name.P


@spoils("7.2-20")
def paragraph_in_a_list_item(pdf):
    """The body of a list item is tagged as a paragraph."""
    first(pdf, "/LBody").S = Name.P


@spoils("7.2-26")
def entry_outside_the_contents(pdf):
    """The contents are tagged as a section."""
    first(pdf, "/TOC").S = Name.Sect


@spoils("7.2-27")
def paragraph_in_the_contents(pdf):
    """An entry of the contents is tagged as a paragraph."""
    first(pdf, "/TOCI").S = Name.P


@spoils("7.3-1", ["report-4"])
def figure_without_words(pdf):
    """A chart has no alternative text."""
    del first(pdf, "/Figure")["/Alt"]


@spoils("7.3-1", ["report-4"])
def figure_with_blank_words(pdf):
    """A chart's alternative text is a blank."""
    first(pdf, "/Figure").Alt = String(" ")


@spoils("7.3-1", ["report-4"])
def figure_with_invisible_words(pdf):
    """A chart's alternative text is a space without width."""
    first(pdf, "/Figure").Alt = String("\u200b\u00ad")


@spoils("7.3-2", level=WARNING)
def figure_without_a_box(pdf):
    """A chart does not say where it stands."""
    del first(pdf, "/Figure")["/A"]


@spoils("7.7-1")
def formula_without_words(pdf):
    """A formula has no alternative text."""
    first(pdf, "/P").S = Name.Formula


@spoils("7.4.2-1")
def heading_left_out(pdf):
    """A heading is two levels below the one before."""
    tags(pdf, "/H2")[2].S = Name.H4


@spoils("7.4.2-1")
def first_heading_low(pdf):
    """The first heading is an H2."""
    first(pdf, "/H1").S = Name.H2


@spoils("7.4.4-1", ["7.4.4-3"])
def two_plain_headings(pdf):
    """A section holds two H."""
    one = first(pdf, "/H2")
    parent = one.P
    one.S = Name.H
    paragraph = [tag for tag in children(parent) if is_tag(tag) and tag.S in ("/P", "/H2")][-1]
    paragraph.S = Name.H


@spoils("7.4.4-3")
def plain_and_numbered_headings(pdf):
    """One heading is an H, the others are numbered."""
    tags(pdf, "/H2")[-1].S = Name.H


@spoils("read-3")
def heading_without_words(pdf):
    """A heading holds nothing."""
    whole = first(pdf, "/Document")
    whole.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H2, P=whole)))


@spoils("7.5-1", ["7.5-2"])
def cells_without_headers(pdf):
    """A table's header cells have no scope, and its cells name no headers."""
    for row in below(below(table(pdf), "/THead")[0], "/TR") + rows(table(pdf)):
        for cell in children(row):
            cell.A = Dictionary(O=Name.Table)
            if "/ID" in cell:
                del cell["/ID"]


@spoils("7.5-1")
def header_that_is_not_there(pdf):
    """A cell names a header that is not in its table."""
    children(rows(table(pdf))[0])[1].A = Dictionary(O=Name.Table, Headers=Array([String("nowhere")]))


@spoils("7.5-2", ["7.5-1"])
def header_cell_without_a_scope(pdf):
    """A header cell says neither scope nor ID."""
    cell = children(below(below(table(pdf), "/THead")[0], "/TR")[0])[1]
    del cell["/A"]
    del cell["/ID"]


@spoils("7.9-1")
def note_without_an_id(pdf):
    """A note has no ID."""
    del first(pdf, "/Note")["/ID"]


@spoils("7.9-2")
def notes_of_one_id(pdf):
    """Two notes have the same ID."""
    one, other = tags(pdf, "/Note")[:2]
    other.ID = one.ID


# ---- links ----

def note_on(pdf, **more):
    page = pdf.pages[1]
    made = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([100, 100, 120, 120]), **more))
    page.Annots = Array([*page.get("/Annots", Array([])), made])
    page.Tabs = Name.S
    return made


@spoils("7.18.1-1")
def comment_without_a_tag(pdf):
    """A comment stands in no tag."""
    note_on(pdf, Contents=String("A comment"))


@spoils("7.18.1-2", ["7.18.1-1"])
def comment_without_words(pdf):
    """A comment has no words."""
    note_on(pdf)


@spoils("7.18.2-1", ["7.18.1-1"])
def trap_network(pdf):
    """An annotation is for printing presses."""
    note_on(pdf, Contents=String("x")).Subtype = Name.TrapNet


@spoils("7.18.3-1")
def tabs_by_rows(pdf):
    """The tabulator key goes by rows."""
    for page in pdf.pages:
        if "/Annots" in page:
            page.Tabs = Name.R
            return


@spoils("7.18.4-1")
def field_without_a_tag(pdf):
    """A field of a form stands in no tag."""
    note_on(pdf, Contents=String("x")).Subtype = Name.Widget


@spoils("7.18.5-1")
def link_that_is_a_span(pdf):
    """A link is tagged as a span."""
    first(pdf, "/Link").S = Name.Span


@spoils("7.18.5-2")
def link_without_words(pdf):
    """A link has no Contents."""
    for page in pdf.pages:
        if "/Annots" in page:
            del page.Annots[0]["/Contents"]
            return


@spoils("link-1", ["7.18.5-1"])
def link_tag_without_a_link(pdf):
    """A Link tag holds no annotation."""
    tag = first(pdf, "/Link")
    tag.K = Array([child for child in children(tag) if not (isinstance(child, Dictionary) and "/Obj" in child)])


def links(pdf):
    return [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]


@spoils("link-2")
def link_that_does_not_lead_back(pdf):
    """A link has no StructParent."""
    del links(pdf)[0]["/StructParent"]


@spoils("link-2")
def links_that_lead_back_to_one_tag(pdf):
    """Two links have the same StructParent."""
    one, other = links(pdf)[:2]
    one.StructParent = other.StructParent


@spoils("link-2")
def links_left_out_of_the_tree_of_parents(pdf):
    """The tree of parents has pages alone."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    kept = [part for key, value in zip(numbers[::2], numbers[1::2]) if isinstance(value, Array) for part in (key, value)]
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array(kept)


@spoils("link-3")
def link_that_leads_nowhere(pdf):
    """A link has neither a place nor an action."""
    link = links(pdf)[0]
    for key in ("/Dest", "/A"):
        if key in link:
            del link[key]


# ---- fonts ----

@spoils("7.21.3.1-1")
def font_without_a_collection(pdf):
    """A font does not say its character collection."""
    del descendant(fonts(pdf)[0])["/CIDSystemInfo"]


@spoils("7.21.3.2-1")
def font_without_a_glyph_map(pdf):
    """A font does not say which shapes its codes are."""
    del descendant(fonts(pdf)[0])["/CIDToGIDMap"]


@spoils("7.21.3.3-1")
def font_without_a_cmap(pdf):
    """A font has no CMap."""
    del fonts(pdf)[0]["/Encoding"]


@spoils("7.21.4.1-1")
def font_not_embedded(pdf):
    """A font is not in the file."""
    del descendant(fonts(pdf)[0]).FontDescriptor["/FontFile2"]


@spoils("7.21.4.1-2")
def font_of_rubbish(pdf):
    """A font program cannot be read."""
    descendant(fonts(pdf)[0]).FontDescriptor.FontFile2 = pdf.make_stream(b"no font")


@spoils("7.21.4.1-2")
def simple_font_of_rubbish(pdf):
    """The program of a font whose codes have one byte cannot be read."""
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Rubbish, Flags=32, FontBBox=[0, 0, 1000, 1000], ItalicAngle=0,
                            Ascent=800, Descent=-200, CapHeight=700, StemV=80, FontFile2=pdf.make_stream(b"no font"))
    pdf.pages[2].Resources.Font.Rubbish = Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Rubbish, FirstChar=65, LastChar=65, Widths=[600],
        Encoding=Name.WinAnsiEncoding, FontDescriptor=pdf.make_indirect(descriptor))
    content(pdf, 2, lambda old: old + b"\n/Artifact BMC BT /Rubbish 9 Tf 72 300 Td (A) Tj ET EMC\n")


@spoils("7.21.5-1")
def other_widths(pdf):
    """A font's widths are not those of its program."""
    widths = descendant(fonts(pdf)[0]).W
    for index, item in enumerate(widths):
        if isinstance(item, Array):
            widths[index] = Array([int(item[0]) + 50])


@spoils("7.21.7-1", ["report-1", "report-2", "read-3", "read-4", "7.1-3"])
def shapes_that_say_nothing(pdf):
    """A font does not say its letters."""
    del fonts(pdf)[0]["/ToUnicode"]


@spoils("7.21.7-2", ["report-1", "report-2"])
def shapes_that_say_nought(pdf):
    """A shape says U+0000."""
    font = fonts(pdf)[0]
    cmap = font.ToUnicode.read_bytes()
    font.ToUnicode = pdf.make_stream(re.sub(rb"<0065>\n", b"<0000>\n", cmap, count=1))


@spoils("7.21.8-1", ["7.21.5-1", "7.21.7-1"])
def shape_of_nothing(pdf):
    """A text draws the sign for what the font lacks."""
    name = sorted(pdf.pages[2].Resources.Font.keys())[0].encode()
    content(pdf, 2, lambda old: old + b"\n/Artifact BMC BT " + name + b" 9 Tf 72 300 Td <0000> Tj ET EMC\n")


# ---- beside the report ----

@spoils("report-1", ["mark-4"])
def cells_exchanged(pdf):
    """Two cells of a table are read in each other's place."""
    row = rows(table(pdf))[0]
    one, other = children(row)[1:3]
    one.K, other.K = Array(children(other)), Array(children(one))


@spoils("report-1", ["mark-2", "report-2"])
def row_left_out(pdf):
    """A row of a table is not read."""
    one = below(table(pdf), "/TBody")[0]
    one.K = Array(children(one)[:-1])


@spoils("report-1")
def row_read_twice(pdf):
    """The head of a table is read again in the middle of it, as where it is repeated on a new page."""
    one = table(pdf)
    row = below(below(one, "/THead")[0], "/TR")[0]
    body = below(one, "/TBody")[0]
    again = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=body))
    cells = []
    for cell in children(row):
        made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TH, P=again, A=Dictionary(O=Name.Table, Scope=Name.Column)))
        made.ActualText = String("Again")
        cells.append(made)
    again.K = Array(cells)
    body.K = Array([*children(body)[:2], again, *children(body)[2:]])


@spoils("report-2", ["7.4.2-1"])
def sections_exchanged(pdf):
    """Two parts of the report are read in the wrong order."""
    sections = [tag for tag in tags(pdf, "/Sect")]
    parent = next(tag.P for tag in sections if len(below(tag.P, "/Sect")) > 1)
    held = children(parent)
    one, other = [index for index, child in enumerate(held) if is_tag(child) and child.S == "/Sect"][:2]
    held[one], held[other] = held[other], held[one]
    parent.K = Array(held)


@spoils("report-3")
def paragraph_read_twice(pdf):
    """A long paragraph is read again at the end."""
    with open(sys.argv[2], encoding="utf-8") as report:
        longest = max(paragraphs(json.load(report)["sections"]), key=len)
    whole = first(pdf, "/Document")
    whole.K.append(pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, P=whole, ActualText=String(longest))))


@spoils("report-4")
def other_words_for_a_chart(pdf):
    """A chart's alternative text is another one's."""
    one, other = tags(pdf, "/Figure")[:2]
    one.Alt = other.Alt


def paragraphs(sections):
    for section in sections:
        for block in section["blocks"]:
            if block["type"] == "paragraph":
                yield "".join(run["text"] for run in block["text"])
        yield from paragraphs(section["sections"])


def main():
    good, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    expected = []
    for case in CASES:
        path = folder / f"{case.name}.pdf"
        with pikepdf.open(good) as pdf:
            case.spoil(pdf)
            pdf.save(path, fix_metadata_version=False, **case.save)
        if case.spoil is wrong_length:
            spoiled, places = re.subn(rb"/Length (\d+)", rb"/Length 1\1", good.read_bytes(), count=1)
            assert places == 1
            path.write_bytes(spoiled)
        expected.append({"file": path.name, "rule": case.rule, "level": case.level, "also": case.also,
                         "what": case.spoil.__doc__})
    (folder / "expected.json").write_text(json.dumps(expected, indent=1))


if __name__ == "__main__":
    main()
