"""Text that would be markup, script or worse in another place stays text in every page that a run writes."""
import html.parser
import re

from case import equal, test

MARKUP = "</title><script>alert(1)</script><img src=x onerror=alert(1)> & \"q\" 'a' {{x}} <!--contents-->"
DIRECTIONS = "\u202eright to left\u202c \u2067\u05e9\u05dc\u05d5\u05dd\u2069 \u200f"
MARKS = "q\u0323\u0303 \u0939\u093f\u0928\u094d\u0926\u0940"  # several shapes for one letter; a script of no font
HOSTILE = f"{MARKUP} {DIRECTIONS} {MARKS} \U0001F469\u200d\U0001F4BB"
LONG = "w" * 10_000


class Words(html.parser.HTMLParser):
    """What a browser would see: tags with their attributes, and text."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.tags, self.text, self.raw = [], "", False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.raw = tag == "style"

    def handle_endtag(self, tag):
        self.raw = False

    def handle_data(self, data):
        if not self.raw:
            self.text += data


def quoted(text):
    """As a TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def field(text):
    return '"' + text.replace('"', '""') + '"'


def fill(case, text):
    """The text in every kind of input but the codebook, whose words head columns of the workbook."""
    case.change("run.toml", 'organisation = "Example Council"', f"organisation = {quoted('Example Council ' + text)}")
    case.change("run.toml", 'title = "Equality report"',
                f"title = {quoted('Equality ' + text)}\nsummary = {quoted(text)}\nkeywords = [{quoted('equality ' + MARKUP.replace(',', ''))}]")
    case.change("run.toml", "\n[policy]", f"\n[contact]\nname = {quoted(text)}\naddress = {quoted(text)}\ntelephone = {quoted(text)}\n"
                f"[accessibility]\nbraille = {quoted('Ask us. ' + text)}\nknown_limits = [{quoted(text)}, {quoted('b ' + text)}]\n\n[policy]")
    case.change("run.toml", 'file = "forum.csv"', f'file = "forum.csv"\ntitle = {quoted("Forum " + text)}\nsource = {quoted(text)}')
    case.change("facts.csv", "Residents,", field("Residents " + text) + ",")
    case.change("facts.csv", ",Census", "," + field(text))
    case.change("forum.csv", "Getting about", field(text))
    case.change("activities.csv", "Events with partners", field("Events " + text))
    case.write("wording.toml", f"[headings]\nforeword = {quoted('Foreword ' + text)}\n[outcomes]\ntheme-1 = [{quoted(text)}]\n"
               f"[texts]\nabout-people = {quoted(text)}\n")
    in_markdown = re.sub(r"([<>&{}!\[\]*_`\\])", r"\\\1", text)
    case.add("narratives/foreword.md", f"\n{in_markdown}\n\n- {in_markdown}\n\n[{in_markdown}](https://example.org/?a=1&b=<>)\n")


def pages(case):
    return {str(path.relative_to(case.draft)): path.read_text() for path in sorted(case.draft.rglob("*.html"))}


def expect_harmless(written):
    for name, page in written.items():
        seen = Words(page)
        for tag, attributes in seen.tags:
            assert tag not in ("script", "iframe", "object", "embed", "base", "form"), (name, tag)
            for key, value in attributes.items():
                assert not key.startswith("on"), (name, key)
                assert key not in ("href", "src") or not (value or "").lower().lstrip().startswith("javascript:"), (name, value)
            if tag == "img":
                assert attributes["src"].startswith(("data:", "images/")), (name, attributes)


@test
def hostile_text_in_every_input_is_text_in_every_page(case):
    case.make().ends(0)
    plain = pages(case)
    fill(case, HOSTILE)
    case.change("codebook.toml", 'label = "Women"', f"label = {quoted('Women ' + MARKUP)}")
    case.change("codebook.toml", 'title = "Ethnicity"', f"title = {quoted('Ethnicity ' + MARKUP)}")
    case.make().ends(0)
    written = pages(case)
    equal(sorted(written), sorted(plain))
    expect_harmless(written)
    seen = {name: re.sub(r"\s+", " ", Words(page).text) for name, page in written.items()}
    words = re.sub(r"\s+", " ", HOSTILE)
    for name in ("equality-report.html", "index.html", "web/01-foreword.html"):
        assert words in seen[name], name
    for before in ("Equality", "Example Council", "Ask us.", "Residents", "Events", "Foreword"):
        assert f"{before} {words}" in seen["equality-report.html"], before
    for before in ("Women", "Ethnicity"):
        assert f"{before} {MARKUP}" in seen["equality-report.html"], before
    for name in ("equality-report.html", next(name for name in seen if name.endswith("sources.html"))):
        assert words in seen[name].partition("Where the figures come from")[2], name


@test
def words_of_ten_thousand_characters_and_control_characters_stop_no_page(case):
    fill(case, "a " + LONG)
    case.make().ends(0)
    written = pages(case)
    expect_harmless(written)
    assert LONG in written["equality-report.html"] and LONG in written["index.html"]
    # A control character is told where it stands, as far as an input may hold text; none is in a page.
    case.change("forum.csv", "Hate crime", "Hate\x07crime")
    case.make().ends(3)
    assert "holds a control character" in case.err, case.err
    for name, page in pages(case).items():
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", page), name


@test
def an_address_that_runs_script_is_no_link(case):
    for old, new in (('published = 2018-11-30', 'published = 2018-11-30\nwebsite = "javascript:alert(1)"'),
                     ('file = "forum.csv"', 'file = "forum.csv"\npublished = "JavaScript:alert(1)"')):
        case.change("run.toml", old, new)
    case.make().ends(0)
    expect_harmless(pages(case))
    case.add("narratives/foreword.md", "\n[Read more](javascript:alert(1))\n")
    case.make()
    expect_harmless(pages(case))


@test
def letters_that_no_font_has_are_told(case):
    case.add("narratives/foreword.md", "\n\u0a97\u0ac1\u0a9c \u0ba4\u0bae\u0bbf\u0bb4\u0bcd, caf\u00e9, \u0175\n")
    case.make().ends(0)
    assert ("equality-report.pdf: characters that no font has are drawn as \ufffd: U+0A97, U+0A9C, U+0AC1, U+0BA4, U+0BAE, U+0BB4, "
            "U+0BBF and U+0BCD\nhint: name a font that has them under others in [fonts] of the run file\n") in case.err, case.err


@test
def what_is_invisible_names_no_shape_of_a_font(case):
    """At the beginning, where it is met first, and drawn as a blank is."""
    case.change("run.toml", 'organisation = "Example Council"', 'organisation = "\ufeffExample Council"')
    case.add("narratives/foreword.md", "\n*\ufefffoo bar* \u061c\u3164\n")
    case.make().ends(0)


@test
def a_paragraph_written_from_right_to_left_says_so(case):
    greeting = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645."
    case.add("narratives/foreword.md", f"\n{greeting}\n\nThe word {greeting}\n\n- {greeting}\n")
    case.make().ends(0)
    for page in (case.html, next((case.draft / "web").glob("*foreword*")).read_text()):
        equal(re.findall(r"<(p|li) dir=\"rtl\">", page), ["p", "li"])
