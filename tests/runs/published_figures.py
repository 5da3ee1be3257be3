"""The numbers of the 2017/18 report of Hertfordshire County Council, and where each stands in the sample's report.

A figure of the text is looked up in report.json by its name, in the page as the text of the elements that carry
the name, and in the workbook as the cell beside the name. A number that stands in a table only is looked up by
the table's id, the row's label and the column's id. What the report of 2017/18 leaves open is not looked up: the
levels behind "under 25" and "60 and over", and last year's share of women, of people of 40 to 59 and of Christians.
"""
import html.parser
import re

# name: (value, last year's value, texts in the page where they are others than the value)
FIGURES = {
    "facts.spending-reduction": ("£250,000,000", None, None),
    "facts.population": ("1,181,000", None, None),
    "facts.population-growth": ("about 64,900", None, None),
    "facts.population-growth-percent": ("5.8%", None, None),
    "facts.over-65": ("194,300", None, None),
    "facts.over-85": ("28,500", None, None),
    "workforce.pay-gap.mean": ("−0.9%", None, None),
    "workforce.ethnicity.minority.percent": ("13.9%", "13.6%", {"13.9%", "from 13.6% to 13.9%"}),
    "workforce.disability.disabled.percent": ("6.3%", "6.0%", {"6.3%", "from 6.0% to 6.3%"}),
    "workforce.sex.female.percent": ("67.1%", None, None),
    "workforce.age-band.40-59.percent": ("51.7%", None, None),
    "workforce.age-band.under-25.percent": (None, None, {"down 0.3 percentage points"}),
    "workforce.age-band.60-and-over.percent": (None, None, {"up 0.7 percentage points"}),
    "workforce.sexual-orientation.non-heterosexual.percent": ("1.8%", "1.4%", {"from 1.4% to 1.8%"}),
    "workforce.religion.no-religion.percent": ("33.5%", "31.7%", {"from 31.7% to 33.5%"}),
    "workforce.religion.christian.percent": ("53.3%", None, None),
    "workforce.religion.other-religion.percent": ("6.9%", "7.1%", {"from 7.1% to 6.9%"}),
    "workforce.caring.has-caring.percent": ("32.8%", "33.4%", {"from 33.4% to 32.8%"}),
    "eliminating-discrimination.safe-and-well.fire-services": ("5", None, None),
    "facts.mobilisation-months": ("6", None, None),
    "facts.mandated-checks": ("5", None, None),
    "facts.family-support-age": ("11", None, None),
    "facts.family-support-age-before": ("5", None, None),
    "eliminating-discrimination.training.unconscious-bias-managers": ("104", None, None),
    "advancing-opportunity.digital.user-panel": ("about 500", None, None),
    "advancing-opportunity.digital.star-rating": ("4", None, None),
    "fostering-good-relations.activities.pride-attendance": ("hundreds", None, None),
    "fostering-good-relations.early-help.hubs": ("9", None, None),
    "fostering-good-relations.early-help.families": ("1,500", None, None),
    "apprenticeships.starts.enrolled": ("52", None, None),
    "apprenticeships.starts.newly-recruited": ("21", None, None),
    "apprenticeships.starts.in-pipeline": ("59", None, None),
    "apprenticeships.minority.aim": ("20%", None, None),
}

# table, row, column, value as report.json prints it
CELLS = [
    ("workforce.ethnicity", "Ethnic minorities (excluding White minorities)", "change", "0.3 percentage points"),
    ("workforce.disability", "Disabled", "change", "0.3 percentage points"),
    ("workforce.age-band", "Under 25", "change", "−0.3 percentage points"),
    ("workforce.age-band", "60 and over", "change", "0.7 percentage points"),
    ("workforce.sexual-orientation", "Gay or lesbian, bisexual or other", "change", "0.4 percentage points"),
    ("workforce.religion", "No religion", "change", "1.8 percentage points"),
    ("workforce.religion", "All who declared", "percent", "93.7%"),  # 33.5, 53.3 and 6.9
    ("workforce.caring", "Has caring or parenting responsibilities", "change", "−0.6 percentage points"),
    ("workforce.pay-gap", "Mean gender gap in hourly pay", "percent", "−0.9%"),
    ("eliminating-discrimination.modern-slavery-numbers", "Meetings of the Modern Slavery Steering Group in a year",
     "value", "4"),
    ("eliminating-discrimination.safe-and-well-numbers", "Fire and rescue services in the national evaluation",
     "value", "5"),
    ("eliminating-discrimination.training-people", "Managers who took unconscious bias training", "value", "104"),
    ("eliminating-discrimination.training-percentages",
     "Staff who completed the equality and diversity e-learning module", "value", "[x]"),  # "all", and no count
    ("eliminating-discrimination.strategies", "Equality Strategy", "period", "2016 to 2020"),
    ("eliminating-discrimination.strategies", "Hate Crime Strategy", "period", "launched in autumn 2017"),
    ("eliminating-discrimination.strategies", "Domestic Abuse Strategy, Breaking the Cycle", "period", "2016 to 2019"),
    ("eliminating-discrimination.strategies", "Public Health Service Strategy", "period",
     "2017 to 2021, launched in October 2017"),
    ("eliminating-discrimination.strategies", "Procurement Strategy", "period", "to be drafted in autumn and winter 2018"),
    ("advancing-opportunity.digital-numbers", "National awards for the website", "value", "1"),
    ("advancing-opportunity.digital-numbers", "National awards for the website", "when", "June"),
    ("advancing-opportunity.digital-values", "Socitm rating of the website, in stars", "value", "4"),
    ("advancing-opportunity.digital-people", "People on the panel that tested the website", "value", "about 500"),
    ("fostering-good-relations.forum-target", "Meetings of the equality forum", "target", "3"),
    ("fostering-good-relations.communities-aim", "Communities", "aim", "5 to 6"),
    ("fostering-good-relations.activities-people", "People who came to Herts Pride", "value", "hundreds"),
    ("fostering-good-relations.early-help-numbers", "Families First hubs, one for each district", "value", "9"),
    ("fostering-good-relations.early-help-numbers",
     "Families that agreed to share their details and have a key worker", "value", "1,500"),
    ("fostering-good-relations.calendar", "November 2018", "event", "Start of the Family Centre Service"),
    ("fostering-good-relations.calendar", "Autumn 2018", "event", "Conference on modern slavery, Houses of Parliament"),
    ("fostering-good-relations.calendar", "Summer 2017", "event", "Stop Scams roadshows"),
    ("veterans.pledges", "Sign the Armed Forces Community Covenant", "since", "2011"),
    ("apprenticeships.starts", "Apprentices enrolled since April 2017", "apprentices", "52"),
    ("apprenticeships.starts", "Newly recruited among the apprentices enrolled", "apprentices", "21"),
    ("apprenticeships.starts", "Going through recruitment", "apprentices", "59"),
    ("apprenticeships.minority", "Minority ethnic groups", "aim", "20%"),
]


class Page(html.parser.HTMLParser):
    """What a page shows of figures and tables: texts by figure name, rows of texts by table id."""

    def __init__(self, text):
        super().__init__()
        self.figures, self.tables = {}, {}
        self._figure = self._rows = self._cell = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "data-figure" in attributes:
            self._figure = (attributes["data-figure"], tag, [])
        if tag == "table":
            self._rows = self.tables.setdefault(attributes.get("id"), [])
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows is not None:
            self._cell = []

    def handle_data(self, data):
        for texts in (self._figure and self._figure[2], self._cell):
            if texts is not None:
                texts.append(data)

    def handle_endtag(self, tag):
        if self._figure and tag == self._figure[1]:
            self.figures.setdefault(self._figure[0], set()).add("".join(self._figure[2]))
            self._figure = None
        elif tag in ("td", "th") and self._cell is not None:
            self._rows[-1].append("".join(self._cell))
            self._cell = None
        elif tag == "table":
            self._rows = None


def bare(printed):
    """Without the unit, which a header or a column of its own says."""
    return printed.removeprefix("£").removesuffix("%").removesuffix(" percentage points")


def amount(printed):
    """The number that a workbook is to hold for a printed one; text that is no number stays text."""
    plain = bare(printed).replace(",", "").replace("−", "-")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else bare(printed)
