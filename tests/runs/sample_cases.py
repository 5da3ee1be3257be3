"""The samples: what was published stands in what is made from them."""
import csv
import io

import published_figures
from case import equal, figure, printed, starting_from


@starting_from("sample-inputs/hertfordshire-2017-18")
def every_published_figure_of_hertfordshire_stands_in_the_page_and_the_workbook(case):
    case.make().ends(0)
    equal(case.err.splitlines()[-1], "nothing is missing")
    report, sheets = case.report(), case.workbook()
    equal(report["period"], "2017/18")
    equal(report["snapshot"], "2018-03-31")
    page = published_figures.Page(case.html)
    amount, found = published_figures.amount, {f["name"]: f for f in report["figures"]}
    listed = {row[0]: row for row in sheets["Figures_in_the_text"]}
    facts = {row[0]: row for row in sheets["Facts"]}
    for name, (value, last_year, texts) in published_figures.FIGURES.items():
        equal((name, page.figures.get(name)), (name, texts or {value}))
        is_fact = name.startswith("facts.")
        row = facts[found[name]["title"]] if is_fact else listed[name]
        if value is not None:
            equal((name, printed(found[name]["value"])), (name, value))
            equal((name, row[1 if is_fact else 2]), (name, amount(value)))
        if last_year is not None:
            equal((name, printed(found[name]["last_year"])), (name, last_year))
            equal((name, row[3]), (name, amount(last_year)))


@starting_from("sample-inputs/hertfordshire-2017-18")
def every_published_number_of_hertfordshire_that_stands_in_a_table_stands_in_its_cell(case):
    case.make().ends(0)
    equal(case.err.splitlines()[-1], "nothing is missing")
    tables, sheets = {t["id"]: t for t in case.report()["tables"]}, case.workbook()
    page = published_figures.Page(case.html)
    for table_id, label, column, value in published_figures.CELLS:
        table, what = tables[table_id], (table_id, label)
        index = next(i for i, c in enumerate(table["columns"]) if c["id"] == column)
        rows = [[printed(cell) for cell in row["cells"]] for row in table["rows"]]
        equal((what, [row[index] for row in rows if row[0] == label]), (what, [value]))
        is_number = table["columns"][index]["type"] == "number"
        text = published_figures.bare(value) if is_number else value
        equal((what, [row[index] for row in page.tables[table_id] if row[0] == label]), (what, [text]))
        sheet = next(rows for rows in sheets.values() if str(rows[0][0]).startswith(table["title"]))
        cell = published_figures.amount(value) if is_number else value
        equal((what, [row[index] for row in sheet if row[0] == label]), (what, [cell]))


@starting_from("sample-inputs/hertfordshire-2017-18")
def the_report_follows_its_inputs(case):
    """A dozen inputs are changed, one number each; each change is in the page and the workbook."""
    changes = [("facts.csv", ",1181000,", ",1181001,", "1,181,001"), ("facts.csv", ",64900,", ",64901,", "64,901"),
               ("facts.csv", ",194300,", ",194301,", "194,301"), ("facts.csv", ",28500,", ",28501,", "28,501"),
               ("facts.csv", ",5.8,", ",5.7,", "5.7%"), ("facts.csv", ",250000000,", ",251000000,", "£251,000,000"),
               ("training.csv", ",104,", ",1042,", "1,042"), ("early-help.csv", ",1500,", ",1501,", "1,501"),
               ("apprenticeship-starts.csv", ",52,", ",532,", "532"), ("apprenticeship-starts.csv", ",59,", ",591,", "591"),
               ("digital.csv", ",500,", ",511,", "511"), ("early-help.csv", ",9,", ",19,", "19")]
    for file, old, new, _ in changes:
        case.change(file, old, new)
    case.make().ends(0)
    page = published_figures.Page(case.html)
    texts = set().union(*page.figures.values())
    cells = {cell for rows in case.workbook().values() for row in rows for cell in row}
    for _, _, _, shown in changes:
        assert shown in texts or f"about {shown}" in texts, shown
        assert published_figures.amount(shown) in cells or f"about {shown}" in cells, shown
    # and a member of staff more or less: one woman's row is taken out
    rows = case.read("staff-2018.csv").splitlines(keepends=True)
    women = [i for i, row in enumerate(rows) if row.split(",")[1] in ("F", "Female", "female")]
    before = figure(case.report(), "workforce.headcount")
    case.write("staff-2018.csv", "".join(row for i, row in enumerate(rows) if i != women[0]))
    case.make().ends(0)
    equal(int(figure(case.report(), "workforce.headcount").replace(",", "")), int(before.replace(",", "")) - 1)


@starting_from("sample-inputs/hertfordshire-2017-18")
def hertfordshires_shares_agree_with_a_count_by_another_program(case):
    case.make().ends(0)
    report = case.report()
    people = list(csv.DictReader(io.StringIO(case.read("staff-2018.csv"))))
    equal(figure(report, "workforce.headcount"), f"{len(people):,}")
    women = sum(p["Gender"].strip().lower() in ("f", "female") for p in people)
    equal(figure(report, "workforce.sex.female.percent"), f"{100 * women / len(people):.1f}%")
    # The gap as the regulations define it, in floating point.
    paid = [p for p in people if p["Full pay in period"].strip().upper() == "Y" and p["Hourly rate"].strip()]
    mean = lambda sex: (lambda r: sum(r) / len(r))([float(p["Hourly rate"]) for p in paid if p["Gender"].strip().lower()[:1] == sex])
    gap = 100 * (mean("m") - mean("f")) / mean("m")
    equal(figure(report, "workforce.pay-gap.mean").replace("−", "-"), f"{gap:.1f}%")


@starting_from("sample-inputs/small-borough")
def a_small_borough_with_its_own_columns_and_codes_gets_a_draft_that_names_what_is_owed(case):
    case.make().ends(3)
    assert "covenant-pledges.csv: there is no such file\nhint: " in case.err, case.err
    assert "narratives/working-in-partnership.md: there is no such file\nhint: " in case.err, case.err
    assert "missing: Armed Forces Covenant pledges. Owed by Housing, due 17 October 2025.\n" in case.err, case.err
    assert "missing: Text: Working in partnership. Owed by Community Team, due 17 October 2025.\n" in case.err, case.err
    equal([(g["what"], g["owner"], g["due"]) for g in case.report()["gaps"]],
          [("Text: Working in partnership", "Community Team", "17 October 2025"),
           ("Armed Forces Covenant pledges", "Housing", "17 October 2025")])
    for owed in ("Armed Forces Covenant pledges", "Housing", "Community Team", "17 October 2025"):
        assert owed in case.page(), owed
    people = list(csv.DictReader(io.StringIO(case.read("people-2025.csv"))))
    women = sum(p["Sex"] == "2" for p in people)
    equal(figure(case.report(), "workforce.sex.female.percent"), f"{100 * women / len(people):.1f}%")
    assert "Fair at work and in our services" in case.page()


@starting_from("sample-inputs/percentages-only")
def a_body_with_percentages_only_gets_them_as_they_were_published(case):
    case.make().ends(0)
    women = next(row for row in case.table("workforce.sex") if row[0] == "Women")
    assert "18.4%" in women and "17.1%" in women and "1.3 percentage points" in women and "[x]" in women, women
    minority = next(row for row in case.table("workforce.ethnicity") if row[0].startswith("Ethnic minorities"))
    assert "7%" in minority and "[x]" in minority, minority  # of those who declared, whole, as published
    assert "without saying what they are a percentage of" in case.page()
    assert "6.1%" in case.page()  # the pay gap, as published
    # Of what charts would show, no value is known: the tables say so.
    equal(case.report()["charts"], [])


def nothing_can_be_worked_out(case):
    case.make()
    case.run("audit", "out/draft/report.json").ends(0)
    equal(case.out, "")


@starting_from("sample-inputs/hertfordshire-2017-18")
def nothing_of_few_people_can_be_worked_out_from_the_percentages_of_hertfordshire(case):
    nothing_can_be_worked_out(case)


@starting_from("sample-inputs/small-borough")
def nothing_of_few_people_can_be_worked_out_from_the_report_of_a_small_borough(case):
    nothing_can_be_worked_out(case)


@starting_from("sample-inputs/percentages-only")
def nothing_of_few_people_can_be_worked_out_from_percentages_only(case):
    nothing_can_be_worked_out(case)


@starting_from("sample-inputs/percentages-only")
def a_percentage_of_a_known_number_tells_few_people(case):
    # 1.2% of 500 are 5.75 to 6.25: six people; what is public already is told all the same.
    case.change("workforce.csv", "sex,female,,18.4,all,2025-03-31,this", "all,all,500,,,2025-03-31,this\n"
                                                                         "sex,female,,1.2,all,2025-03-31,this")
    case.change("workforce.csv", "sex,male,,81.6,all", "sex,male,,98.8,all")
    case.make()
    case.run("audit", "out/draft/report.json")
    assert (case.code, "exactly 6: staff, this year, where sex is female" in case.out) == (3, True), (case.code, case.out)
