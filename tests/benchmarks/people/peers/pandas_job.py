#!/usr/bin/python3
"""The benchmark's job in pandas, with XlsxWriter and Jinja2 for the report.

usage: pandas_job.py EXTRACT CODES.json FOLDER [--report]

Writes FOLDER/digest.json, and with --report also the 20 tables as FOLDER/report.xlsx and FOLDER/report.html.
CODES.json holds, for every column of codes, the label of each value it may hold (trimmed, lower case).
Coded columns are read as categories, so that values are looked up once each and not once a row.
"""
import json
import pathlib
import sys

import numpy as np
import pandas as pd

NOT_KNOWN = "Not known"
NOW, BEFORE = pd.Timestamp("2025-03-31"), pd.Timestamp("2024-03-31")
BANDS = ["16-24", "25-34", "35-44", "45-54", "55-64", "65+", NOT_KNOWN]
CHARACTERISTICS = ["sex", "ethnicity", "disability", "age_band", "religion", "orientation", "caring", "veteran",
                   "contract"]


def read(extract, codes):
    kinds = {column: "category" for column in codes}
    for column in ("employee_id", "dob", "start_date", "leave_date", "fte", "hourly_pay", "bonus"):
        kinds[column] = str
    return pd.read_csv(extract, dtype=kinds, keep_default_na=False, na_filter=False)


def recode(column, labels, found):
    """The column by its labels; what is blank or unknown becomes "Not known" and is counted."""
    order = [*dict.fromkeys(labels.values()), NOT_KNOWN]
    position = {label: at for at, label in enumerate(order)}
    people = column.value_counts()
    new, blank, unknown = [], 0, 0
    for value in column.cat.categories:
        plain = value.strip().lower()
        label = labels.get(plain, NOT_KNOWN)
        new.append(position[label])
        if not plain:
            blank += int(people[value])
        elif label == NOT_KNOWN:
            unknown += int(people[value])
    found["blank_" + column.name], found["bad_" + column.name] = blank, unknown
    codes = np.array(new, dtype="int8")[column.cat.codes.to_numpy()]
    return pd.Categorical.from_codes(codes, categories=order)


def days(text):
    return pd.to_datetime(text, format="%Y-%m-%d", errors="coerce", exact=True)


def validate(rows, codes):
    """Makes the columns of `rows` what they mean, and returns them with the counts of what was wrong."""
    found = {"blank_id": int((rows["employee_id"] == "").sum())}
    repeated = rows.duplicated("employee_id")
    found["dup_id"] = int(repeated.sum())
    for column in codes:
        rows[column] = recode(rows[column], codes[column], found)

    born = days(rows["dob"])
    plausible = born.between("1915-01-01", "2010-12-31")
    blank = rows["dob"] == ""
    found["blank_dob"], found["bad_dob"] = int(blank.sum()), int((~blank & ~plausible).sum())
    rows["dob"] = born.where(plausible)

    started, left = days(rows["start_date"]), days(rows["leave_date"])
    bad_leave = (rows["leave_date"] != "") & (left.isna() | (left < started))
    found["bad_start"], found["bad_leave"] = int(started.isna().sum()), int(bad_leave.sum())
    rows["start_date"], rows["leave_date"] = started, left.mask(bad_leave)

    hours = pd.to_numeric(rows["fte"], errors="coerce")
    found["bad_fte"] = int((~((hours > 0) & (hours <= 1))).sum())
    pay, bonus = (pd.to_numeric(rows[column], errors="coerce") for column in ("hourly_pay", "bonus"))
    found["bad_pay"] = int(((rows["hourly_pay"] != "") & ~(pay > 0)).sum())
    found["bad_bonus"] = int(((rows["bonus"] != "") & ~(bonus >= 0)).sum())
    rows["hourly_pay"], rows["bonus"] = pay.where(pay > 0), bonus.where(bonus > 0)
    return ~repeated & started.notna(), found


def in_post(rows, kept, day):
    return kept & (rows["start_date"] <= day) & (rows["leave_date"].isna() | (rows["leave_date"] > day))


def age_bands(born, day):
    month, date = born.dt.month, born.dt.day
    age = day.year - born.dt.year - ((month > day.month) | ((month == day.month) & (date > day.day)))
    band = np.searchsorted([25, 35, 45, 55, 65], age.to_numpy(), side="right")
    return pd.Series(pd.Categorical.from_codes(np.where(born.isna(), 6, band), categories=BANDS), index=born.index)


def tables(rows, now, before):
    """By characteristic: people in both years, and people now by grade."""
    headcounts, crossings = {}, {}
    grade = rows["grade"][now]
    for name in CHARACTERISTICS:
        if name == "age_band":
            here, earlier = age_bands(rows["dob"], NOW)[now], age_bands(rows["dob"], BEFORE)[before]
        else:
            here, earlier = rows[name][now], rows[name][before]
        headcounts[name] = pd.DataFrame(
            {"this": here.value_counts(sort=False), "last": earlier.value_counts(sort=False)})
        crossings[name] = pd.crosstab(here, grade, dropna=False)
    return headcounts, crossings


def women_in_quarters(pay, women):
    """Women in percent of each pay quarter; those who share a rate are shared between quarters in proportion."""
    rates = pd.DataFrame({"pay": pay, "women": women}).groupby("pay")["women"].agg(["size", "sum"])
    people, of_women = rates["size"].cumsum().to_numpy(), rates["sum"].cumsum().to_numpy()
    size, rest = divmod(len(pay), 4)
    sizes = [size + (rest >= 1), size + (rest == 3), size + (rest >= 2), size]

    def women_below(edge):
        return float(np.interp(edge, np.r_[0, people], np.r_[0, of_women]))

    edges = np.cumsum([0, *sizes])
    return [100 * (women_below(high) - women_below(low)) / (high - low) for low, high in zip(edges, edges[1:])]


def pay_gaps(rows, now):
    chosen = now & rows["hourly_pay"].notna() & rows["sex"].isin(["Female", "Male"])
    women = (rows["sex"][chosen] == "Female").to_numpy()
    pay, bonus = rows["hourly_pay"][chosen].to_numpy(), rows["bonus"][chosen].to_numpy()
    paid = ~np.isnan(bonus)

    def gap(of, amounts, among):
        men_got, women_got = of(amounts[among & ~women]), of(amounts[among & women])
        return 100 * (men_got - women_got) / men_got

    everybody = np.ones(len(pay), dtype=bool)
    made = {"n": len(pay), "mean": gap(np.mean, pay, everybody), "median": gap(np.median, pay, everybody),
            "mean_bonus": gap(np.mean, bonus, paid), "median_bonus": gap(np.median, bonus, paid),
            "prop_bonus_m": 100 * paid[~women].mean(), "prop_bonus_f": 100 * paid[women].mean()}
    for number, share in enumerate(women_in_quarters(pay, women), start=1):
        made[f"q{number}f"] = share
    return {name: round(float(value), 6) for name, value in made.items()}


def printed(headcounts, crossings, gaps, found):
    """The 20 tables: title, headings, rows, and which columns are shares."""
    made = []
    for name, people in headcounts.items():
        this, last = people["this"], people["last"]
        rows = [[group, int(this[group]), this[group] / this.sum(), int(last[group]), last[group] / last.sum()]
                for group in people.index]
        made.append((f"Staff by {name}", [name, "This year", "Share", "Last year", "Share"], rows, {2, 4}))
    for name, crossing in crossings.items():
        rows = [[group, *map(int, crossing.loc[group]), int(crossing.loc[group].sum())] for group in crossing.index]
        made.append((f"{name} by grade", [name, *map(str, crossing.columns), "Total"], rows, set()))
    made.append(("Pay of women and men", ["Measure", "Value"], [list(item) for item in gaps.items()], set()))
    made.append(("What was wrong", ["What", "Rows"], [list(item) for item in found.items()], set()))
    return made


def write_workbook(sheets, path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    title_style = book.add_format({"bold": True, "font_size": 14})
    head_style = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    share_style = book.add_format({"num_format": "0.0%"})
    for number, (title, headings, rows, shares) in enumerate(sheets, start=1):
        sheet = book.add_worksheet(f"{number} {title}"[:31])
        sheet.set_column(0, 0, 42)
        sheet.set_column(1, 20, 12)
        sheet.freeze_panes(3, 1)
        sheet.write(0, 0, title, title_style)
        sheet.write_row(2, 0, headings, head_style)
        for at, row in enumerate(rows, start=3):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell, share_style if column in shares else None)
    book.close()


PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Staff</title></head><body><h1>Staff</h1>
{% for title, headings, rows, shares in sheets %}<table><caption>{{ title }}</caption>
<thead><tr>{% for heading in headings %}<th scope="col">{{ heading }}</th>{% endfor %}</tr></thead>
<tbody>{% for row in rows %}<tr><th scope="row">{{ row[0] }}</th>
{%- for cell in row[1:] %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</tbody></table>
{% endfor %}</body></html>
"""


def write_page(sheets, path):
    import jinja2
    page = jinja2.Environment(autoescape=True).from_string(PAGE)
    path.write_text(page.render(sheets=sheets), encoding="utf-8")


def main(extract, codes_file, folder, *options):
    codes = json.loads(pathlib.Path(codes_file).read_text(encoding="utf-8"))
    folder = pathlib.Path(folder)
    folder.mkdir(exist_ok=True)
    rows = read(extract, codes)
    kept, found = validate(rows, codes)
    now, before = in_post(rows, kept, NOW), in_post(rows, kept, BEFORE)
    headcounts, crossings = tables(rows, now, before)
    gaps = pay_gaps(rows, now)
    digest = {"issues": found,
              "headcount": {name: {group: [int(n) for n in people.loc[group]] for group in people.index}
                            for name, people in headcounts.items()},
              "cross": {name: {group: {grade: int(n) for grade, n in crossing.loc[group].items()}
                               for group in crossing.index} for name, crossing in crossings.items()},
              "gpg": gaps}
    (folder / "digest.json").write_text(json.dumps(digest, indent=1), encoding="utf-8")
    if "--report" in options:
        sheets = printed(headcounts, crossings, gaps, found)
        write_workbook(sheets, str(folder / "report.xlsx"))
        write_page(sheets, folder / "report.html")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
