"""A reader of OpenDocument spreadsheets for tests: what stands in which cell, and what makes it accessible."""
import re
import xml.etree.ElementTree as ET
import zipfile

SPACES = {"office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
          "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
          "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "xlink": "http://www.w3.org/1999/xlink",
          "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
          "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "chart": "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
          "dc": "http://purl.org/dc/elements/1.1/", "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"}
KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def full(name):
    space, local = name.split(":")
    return f"{{{SPACES[space]}}}{local}"


def text_of(paragraph):
    """Characters as a reader sees them: written blanks count, white space in between is one blank."""
    def pieces(element):
        yield re.sub(r"\s+", " ", element.text or "")
        for child in element:
            if child.tag == full("text:s"):
                yield " " * int(child.get(full("text:c"), "1"))
            elif child.tag == full("text:tab"):
                yield "\t"
            else:
                yield from pieces(child)
            yield re.sub(r"\s+", " ", child.tail or "")
    return "".join(pieces(paragraph))


class Sheet:
    def __init__(self, element):
        self.name = element.get(full("table:name"))
        self.title = element.findtext(full("table:title"))
        self.rows, self.styles, self.links, self.tables, self.charts = [], [], [], {}, []
        for row in element.iter(full("table:table-row")):
            frame = row.find(f".//{full('draw:frame')}")
            if frame is not None:
                self.charts.append((frame.find(full("draw:object")).get(full("xlink:href")), frame.findtext(full("svg:desc"))))
                continue
            cells = row.findall(full("table:table-cell"))
            self.rows.append([self.value(cell) for cell in cells])
            self.styles.append([cell.get(full("table:style-name")) for cell in cells])
            self.links += [a.get(full("xlink:href")) for a in row.iter(full("text:a"))]

    @staticmethod
    def value(cell):
        if cell.get(full("office:value-type")) == "float":
            return float(cell.get(full("office:value")))
        paragraphs = cell.findall(full("text:p"))
        return "\n".join(map(text_of, paragraphs)) if paragraphs else None


class Document:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.content = ET.fromstring(self.zip.read("content.xml"))
        self.sheets = [Sheet(table) for table in self.content.iter(full("table:table"))]
        by_name = {sheet.name: sheet for sheet in self.sheets}
        for area in self.content.iter(full("table:database-range")):
            place = re.fullmatch(r"\$(\w+)\.\$([A-Z]+)\$(\d+):\$\1\.\$([A-Z]+)\$(\d+)", area.get(full("table:target-range-address")))
            assert place and area.get(full("table:display-filter-buttons")) == "false", area.attrib
            sheet, left, top, right, bottom = place.groups()
            by_name[sheet].tables[area.get(full("table:name"))] = f"{left}{top}:{right}{bottom}"
        self.names = {named.get(full("table:name")): named.get(full("table:cell-range-address"))
                      for named in self.content.iter(full("table:named-range"))}

    def values(self):
        return {sheet.name: sheet.rows for sheet in self.sheets}

    def column(self, address):
        """The cells of "$Sheet.$A$7:$Sheet.$A$9", or the one of "$Sheet.$A$7"."""
        sheet, left, top, _, bottom = re.fullmatch(r"\$(\w+)\.\$([A-Z]+)\$(\d+)(:\$\1\.\$\2\$(\d+))?", address).groups()
        column = sum((ord(letter) - 64) * 26 ** place for place, letter in enumerate(reversed(left))) - 1
        return [row[column] for row in self.values()[sheet][int(top) - 1:int(bottom or top)]]

    def chart(self, name):
        """Of a chart the labels and, for each series, its name and values: what it points at, and what it keeps itself."""
        xml = ET.fromstring(self.zip.read(f"{name.removeprefix('./')}/content.xml"))
        labels = self.column(xml.find(f".//{full('chart:categories')}").get(full("table:cell-range-address")))
        series = [(self.column(one.get(full("chart:label-cell-address")))[0],
                   self.column(one.get(full("chart:values-cell-range-address")))) for one in xml.iter(full("chart:series"))]
        own = [[Sheet.value(cell) for cell in row.findall(full("table:table-cell"))] for row in xml.iter(full("table:table-row"))]
        assert own[0][1:] == [name for name, _ in series], own[0]
        assert [row[0] for row in own[1:]] == labels
        assert [row[1:] for row in own[1:]] == [list(row) for row in zip(*(values for _, values in series))]
        return labels, series

    def style(self, name):
        return self.content.find(f".//{full('style:style')}[@{full('style:name')}='{name}']")

    def check(self, title, language):
        """What a screen reader needs beyond the cells."""
        first = min(self.zip.infolist(), key=lambda part: part.header_offset)
        assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED and not first.extra
        assert self.zip.read("mimetype") == KIND
        listed = set(re.findall(r'full-path="([^"]*[^"/])"', self.zip.read("META-INF/manifest.xml").decode()))
        assert listed == {name for name in self.zip.namelist() if name not in ("mimetype", "META-INF/manifest.xml")}
        meta = ET.fromstring(self.zip.read("meta.xml"))[0]
        assert meta.findtext(full("dc:title")).startswith(title.replace("-", " ")), meta.findtext(full("dc:title"))
        assert meta.findtext(full("dc:language")) == language
        text = ET.fromstring(self.zip.read("styles.xml")).find(f".//{full('style:default-style')}/{full('style:text-properties')}")
        assert language.split("-") == [text.get(full("fo:language")), text.get(full("fo:country"))]
        assert float(text.get(full("fo:font-size")).removesuffix("pt")) >= 12
        for sheet in self.sheets:
            heading = self.style(sheet.styles[0][0]).get(full("style:parent-style-name"))
            assert heading == "Heading_20_1", (sheet.name, heading)
            assert sheet.title == sheet.rows[0][0]
            for link in sheet.links:
                assert not link.startswith("#") or link.removesuffix(".A1")[1:] in self.values(), link
        assert not list(self.content.iter(full("table:covered-table-cell")))
        settings = self.zip.read("settings.xml").decode()
        assert f'"ActiveTable" config:type="string">{self.sheets[0].name}<' in settings
