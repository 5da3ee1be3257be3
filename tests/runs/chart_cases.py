"""Charts that set this year beside earlier ones and beside who lives here: the same in every format."""
import re
from xml.etree import ElementTree

from case import equal, test

# The base has 12 women of 20 (60.0%) and 10 of 18 (55.6%), and two people who are Black, fewer than the threshold.
HISTORY = """date,characteristic,group,percent,source
2015-03-31,sex,female,50.0,Report of 2015
2015-03-31,ethnicity,black,9.0,Report of 2015
2016-03-31,sex,female,52.5,Report of 2016
2016-03-31,ethnicity,black,9.5,Report of 2016
"""

POPULATION = """characteristic,group,count,percent,declared,source
Sex,Women,,51.0,,Census
Sex,Men,,49.0,,Census
Ethnicity,Black,,8.0,,Census
Ethnicity,Not known,100,,no,Census
"""

WOMEN = "From 31 March 2015 to 31 March 2018: Women up 10.0 percentage points to 60.0%."


def with_documents(case, **documents):
    for name, text in documents.items():
        case.write(f"{name}.csv", text)
        case.add("run.toml", f'\n[inputs.{name}]\nkind = "table"\nfile = "{name}.csv"\n')


def chart(case, name):
    return next(one for one in case.report()["charts"] if one["id"] == f"workforce.{name}-chart")


def drawings(case, name):
    """The chart's drawings on the page, each read as XML: for wide screens and for narrow ones."""
    page = case.html
    found = [ElementTree.fromstring(svg) for svg in re.findall(r"<svg role=\"img\".*?</svg>", page, re.S)]
    return [svg for svg in found if svg.get("aria-labelledby").startswith(f"workforce.{name}-chart")]


@test
def shares_of_earlier_reports_and_of_records_make_a_table_and_a_chart_of_lines(case):
    with_documents(case, history=HISTORY)
    case.make().ends(0, "nothing is missing\n")
    equal(case.table("workforce.history"), [["31 March 2015", "50.0%", "9.0%"], ["31 March 2016", "52.5%", "9.5%"],
                                            ["31 March 2017", "55.6%", "[c]"], ["31 March 2018", "60.0%", "[c]"]])
    equal(chart(case, "history")["kind"], "line")
    equal(chart(case, "history")["text_alternative"],
          f"{WOMEN} From 31 March 2015 to 31 March 2016: Black up 0.5 percentage points to 9.5%. Line chart of 2 series at "
          "4 points in time. 2 points in time are not shown, or not in full.")
    assert "Source: Report of 2015; Report of 2016; staff, 31 March 2018" in case.page()


@test
def a_withheld_point_has_a_symbol_and_no_marker_and_the_line_ends_before_it(case):
    with_documents(case, history=HISTORY)
    case.make().ends(0)
    wide, narrow = drawings(case, "history")
    for svg in (wide, narrow):
        assert sum("[c]" in (text.text or "") for text in svg.iter("text")) == 2, ElementTree.tostring(svg)
    # Four points of women, two of the others; of these the line between two.
    of_women = [line for line in wide.iter("line") if line.get("class") == "ink-series-1"]
    of_black = [line for line in wide.iter("line") if line.get("class") == "ink-series-4"]
    equal((len(of_women), len(of_black), len(list(wide.iter("circle")))), (3, 1, 4))
    # Excel would draw a withheld share as nought.
    assert not any(name.startswith("Workforce_history_chart") for name in case.workbook()), list(case.workbook())


@test
def lines_of_published_values_stand_in_the_spreadsheets_too(case):
    with_documents(case, history="".join(line + "\n" for line in HISTORY.splitlines() if "black" not in line))
    case.make().ends(0)
    words = [row[0] for row in case.workbook()["Workforce_history_chart"]]
    assert any(str(line).startswith("From 31 March 2015 to 31 March 2018: up 10.0 percentage points") for line in words), words


@test
def two_years_more_make_no_chart_of_lines_unless_there_are_four(case):
    with_documents(case, history="".join(line + "\n" for line in HISTORY.splitlines() if "2015" not in line))
    case.make().ends(0)
    equal(len(case.table("workforce.history")), 3)
    assert "workforce.history-chart" not in [one["id"] for one in case.report()["charts"]]


@test
def an_earlier_share_that_is_not_given_is_told_with_its_remedy(case):
    with_documents(case, history=HISTORY.replace("2016-03-31,ethnicity,black,9.5,Report of 2016\n", ""))
    case.make().ends(3)
    # A theme's own words are for its owner alone.
    assert "there is no row for ethnicity, black at 2016-03-31; add it" in str(case.record()), case.record()


@test
def staff_stand_beside_the_population_in_a_dot_range(case):
    with_documents(case, population=POPULATION)
    case.make().ends(0, "nothing is missing\n")
    # 60.0 less 51.0, 40.0 less 49.0; who are Black is withheld.
    equal(case.table("workforce.population"), [["Women", "60.0%", "51.0%", "9.0 percentage points"],
                                               ["Men", "40.0%", "49.0%", "−9.0 percentage points"],
                                               ["Black", "[c]", "8.0%", "[c]"]])
    equal(chart(case, "population")["kind"], "dot range")
    equal(chart(case, "population")["text_alternative"],
          "Staff and Local population: Women 60.0% and 51.0%; Men 40.0% and 49.0%. Dot chart of 3 groups. 1 group is not "
          "shown, or not in full.")
    for svg in drawings(case, "population"):
        words = [text.text for text in svg.iter("text")]
        assert "Staff [c]" in words and "8.0%" in words, words


@test
def words_of_this_year_and_last_agree_with_the_text(case):
    case.write("narratives/foreword.md", "The share went {{workforce.ethnicity.white.percent | change}}.\n")
    case.make().ends(0)
    # 14 of 20 and 13 of 18: 70.0% and 72.2%.
    assert "The share went down 2.2 percentage points." in case.page()
    words = chart(case, "ethnicity")["text_alternative"]
    assert words.startswith("Compared with last year: White 70.0%, down 2.2 percentage points; "), words
