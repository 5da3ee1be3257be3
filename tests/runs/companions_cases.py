"""What stands beside the report: the landing page, the chapters for a content management system, the evidence."""
import html
import re

from case import equal, test


def rows_of(page):
    """The words of every row of every table, in their order."""
    rows = re.findall(r"<tr\b[^>]*>(.*?)</tr>", page, re.S)
    cells = [re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.S) for row in rows]
    return [[html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in row] for row in cells]


def size_in_words(size):
    return f"{size} bytes" if size < 1000 else f"{(size + 500) // 1000} KB"


@test
def the_landing_page_leads_to_every_file_and_says_its_size(case):
    case.make().ends(0)
    landing = (case.draft / "index.html").read_text()
    links = dict(re.findall(r'<a href="([^"#:]+)">([^<]+)</a>', landing))
    files = {str(path.relative_to(case.draft)): path.stat().st_size for path in case.draft.rglob("*") if path.is_file()}
    expected = {name for name in files if name not in (".equality-report", "index.html") and "/images/" not in name}
    equal(set(links), expected)
    for name, words in links.items():
        assert words.endswith(f", {size_in_words(files[name])})"), (name, words, files[name])
    assert links["equality-report.pdf"].startswith("Equality report 2017/18 (PDF, "), links


@test
def the_chapters_hold_the_numbers_of_the_page_and_a_picture_of_each_chart(case):
    case.make().ends(0)
    chapters = [path.read_text() for path in sorted((case.draft / "web").glob("*.html"))]
    equal(rows_of("".join(chapters)), rows_of(case.html))
    alternatives = [html.unescape(words) for words in re.findall(r'<img src="images/[^"]+" alt="([^"]+)"', "".join(chapters))]
    equal(alternatives, [chart["text_alternative"] for chart in case.report()["charts"]])
    for name in re.findall(r'<img src="([^"]+)"', "".join(chapters)):
        picture = (case.draft / "web" / name).read_bytes()
        assert picture.startswith(b"\x89PNG\r\n\x1a\n") and b"tEXt" not in picture, name


@test
def the_evidence_tells_what_this_run_checked_and_leaves_the_rest_to_people(case):
    case.make().ends(0)
    rows = rows_of((case.draft / "accessibility-evidence.html").read_text())
    by_program = {row[0]: row[2] for row in rows if len(row) == 4 and row[3].startswith("Guidance on ")}
    found = case.run("check-workbook", "--json", "out/draft/equality-report.xlsx").out
    for rule in re.findall(r'"rule": "([^"]+)"', found):
        assert rule in by_program, rule
    assert by_program["H1"].startswith("Kept"), by_program
    by_people = [row for row in rows if len(row) == 4 and row[2] == "To do"]
    assert len(by_people) >= 10 and all(row[3] == "" and row[1] for row in by_people), by_people

