"""Faulty rows that are counted because the codebook says so: what build, check and the run record say of each.

Twenty invented people in lines 2 to 21, of whom the first twelve are women; line 6 is faulty.
"""
from case import STRICT_CODEBOOK as CODEBOOK, equal, figure, test

TWENTY = ["Ref,Gender,Born,Rate,Full pay,Start,Leave,Hours"] + [
    f"P{i:02},{'F' if i < 12 else 'M'},1990-01-01,{10 + i},Y,2010-01-04,,37" for i in range(20)]

DATES = "write dates as 2018-03-31 or 31/03/2018"
CORRECT = "correct it in the HR system and export again"
NOT_PEOPLE = "delete the row: totals and notes are not people"
AN_AGE = 'belongs to the values of an undeclared group of characteristic "age-band" in the codebook codebook.toml'
A_RATE = "hourly rates are in pounds, such as 12.5 or 12.5034; blank when there is none"


def with_line_6(case, row):
    case.write("codebook.toml", CODEBOOK)
    case.write("staff.csv", "\n".join(TWENTY[:5] + [row] + TWENTY[6:]) + "\n")
    if "last_year_file" in case.read("run.toml"):
        case.change("run.toml", 'last_year_file = "staff-last-year.csv"\n', "")
        case.change("run.toml", '["sex", "ethnicity"]', '["sex", "age-band"]')
    case.write("narratives/equal-workforce.md", "{{workforce.headcount}}, {{workforce.sex.female.count}}\n")


def expect_finding(case, key, row, column, message, hint, treatment, headcount, women, stops=True):
    """Fatal unless the codebook says otherwise; then told by check, the draft and the run record, not by --final."""
    with_line_6(case, row)
    place = "staff.csv:6: " + (f'column "{column}": ' if column else "")
    if stops:
        told = place + message + "\n" + (f"hint: {hint}\n" if hint else "")
        case.make().ends(1, told)
        case.run("check", "run.toml").ends(3, told)
    case.add("codebook.toml", f'[findings]\n{key} = "counted"\n')
    if key == "repeated_people":  # once the run goes on there is no other line to name
        message, hint = "a person who stands in an earlier line with other values", ""
    treated = treatment + (f"; {hint}" if hint else "")
    case.run("check", "run.toml").ends(3, f"{place}{message}\nhint: {treated}\n")
    equal(case.out, "")
    case.make().ends(0, "nothing is missing\n")
    equal([figure(case.report(), f"workforce.{name}") for name in ("headcount", "sex.female.count")], [headcount, women])
    record = case.record()["people"][0]
    equal(record["findings"], [{"line": 6, "column": column, "what": message, "treatment": treated}])
    said = "Data quality, staff.csv" + (f', column "{column}"' if column else "")
    said += f": fewer than 3 rows: {message}; {treatment}."
    equal([line for line in case.report()["about"] if "staff.csv" in line], [said])
    assert said in case.page().replace("&quot;", '"').replace("&#34;", '"'), case.page()
    case.make("--final").ends(0)
    for file in (case.folder / "out" / "published").glob("*.[hj]*"):
        assert "Data quality" not in file.read_text(), file


@test
def unknown_values_are_counted_as_not_stated(case):
    expect_finding(case, "unknown_values", "P04,Q,1990-01-01,14,Y,2010-01-04,,37", "Gender",
                   "a value that the codebook does not list",
                   'add it to the values of a group of characteristic "sex" in the codebook codebook.toml',
                   "counted as not stated", "20", "11")


@test
def impossible_dates_of_birth_are_counted_as_not_stated(case):
    for born, message, hint in (
            ("1890-01-01", "a date more than 110 years before the snapshot date", 'a date that stands for "not known" ' + AN_AGE),
            ("2019-01-01", "a date after the snapshot date", CORRECT),
            ("soon", "not a date", DATES + '; a word for "not known" ' + AN_AGE)):
        expect_finding(case, "birth_dates", f"P04,F,{born},14,Y,2010-01-04,,37", "Born", message, hint,
                       "counted as not stated", "20", "12")
    equal([row[1] for row in case.table("workforce.age-band")][:3], ["[c]", "0", "[c]"])  # under 35, 35 and over, not stated: twenty less nineteen


@test
def rows_without_a_date_of_starting_are_left_out(case):
    for start, message in (("", "blank: a date is needed"), ("soon", "not a date")):
        expect_finding(case, "start_dates", f"P04,F,1990-01-01,14,Y,{start},,37", "Start", message, DATES, "left out", "19", "11")


@test
def people_with_an_impossible_date_of_leaving_are_still_in_post(case):
    for leave, message, hint in (("soon", "not a date", DATES),
                                 ("2009-01-01", 'a date before "Start" of the same row', CORRECT)):
        expect_finding(case, "leave_dates", f"P04,F,1990-01-01,14,Y,2010-01-04,{leave},37", "Leave", message, hint,
                       "counted as still in post", "20", "12")


@test
def of_a_person_in_two_rows_that_differ_the_first_counts(case):
    expect_finding(case, "repeated_people", "P03,M,1990-01-01,14,Y,2010-01-04,,37", "Ref",
                   "the same person stands in line 5 with other values in the columns that are used",
                   "keep one row for each person: the one that is true at the snapshot date",
                   "the first row is counted", "19", "11")


@test
def blank_rows_are_left_out(case):
    expect_finding(case, "blank_rows", "P04,,,,,,,", "", 'the row is blank in every column that is used but "Ref"',
                   NOT_PEOPLE, "left out", "19", "11")
    expect_finding(case, "blank_rows", ",,,,,,,", "", "the row is blank in every column that is used", NOT_PEOPLE,
                   "left out", "19", "11")


@test
def a_row_that_does_not_say_whose_it_is_is_left_out(case):
    with_line_6(case, ",F,1990-01-01,14,Y,2010-01-04,,37")
    case.make().ends(1)
    assert case.err.startswith('staff.csv:6: column "Ref": blank: the row does not say whose it is\n'), case.err
    case.add("codebook.toml", '[findings]\nblank_rows = "counted"\n')
    case.make().ends(0)
    equal(case.record()["people"][0]["left_out"], 1)
    equal(figure(case.report(), "workforce.headcount"), "19")


@test
def rates_of_pay_that_cannot_be_are_in_no_pay_measure(case):
    for rate, message in (("0", "an hourly rate that is not above nought"), ("-4", "an hourly rate that is not above nought"),
                          ("lots", "not a number")):
        expect_finding(case, "pay", f"P04,F,1990-01-01,{rate},Y,2010-01-04,,37", "Rate", message, A_RATE,
                       "left out of the pay measures", "20", "12")
    # Women's rates are 10 to 21 but 14: 172 by 11; men's are 22 to 29: 204 by 8. 100 x (25.5 - 15.636) / 25.5.
    equal(case.table("workforce.pay-gap")[0][1], "38.7%")


@test
def hours_out_of_range_are_told_and_stop_a_run_only_when_the_codebook_says_so(case):
    message = "hours that are no number, nought or more than the codebook allows"
    for hours in ("0", "40.5", "many"):
        expect_finding(case, "hours", f"P04,F,1990-01-01,14,Y,2010-01-04,,{hours}", "Hours", message, CORRECT,
                       "counted all the same", "20", "12", stops=False)
    case.change("codebook.toml", 'hours = "counted"', 'hours = "fatal"')
    case.make().ends(1, f'staff.csv:6: column "Hours": {message}\nhint: {CORRECT}\n')


@test
def an_unknown_mark_of_full_pay_is_no(case):
    with_line_6(case, "P04,F,1990-01-01,14,Perhaps,2010-01-04,,37")
    case.make().ends(1, 'staff.csv:6: column "Full pay": a value that the codebook does not list\nhint: add it to [pay] '
                     'full_pay in the codebook codebook.toml: to "values" if it means yes, to "no" if it means no\n')
    case.add("codebook.toml", '[findings]\nunknown_values = "counted"\n')
    case.make().ends(0)
    equal(case.table("workforce.pay-gap")[0][1], "38.7%")  # as if she had no rate, above


@test
def many_faulty_rows_are_one_finding_with_the_lines_of_the_first(case):
    with_line_6(case, TWENTY[5])
    rows = [row.replace("1990-01-01", "soon") if 3 <= i <= 10 else row for i, row in enumerate(TWENTY)]
    case.write("staff.csv", "\n".join(rows) + "\n")
    case.add("codebook.toml", '[findings]\nbirth_dates = "counted"\n')
    case.run("check", "run.toml").ends(3, 'staff.csv:4: column "Born": not a date (8 rows: lines 4, 5, 6, 7, 8 and others)\n'
                                       f'hint: counted as not stated; {DATES}; a word for "not known" {AN_AGE}\n')
    case.make().ends(0)
    assert 'Data quality, staff.csv, column "Born": 8 rows: not a date; counted as not stated.' in case.report()["about"]


@test
def a_finding_that_nobody_knows_and_a_treatment_that_nobody_knows_are_named(case):
    with_line_6(case, TWENTY[5])
    case.add("codebook.toml", '[findings]\nbirth_date = "counted"\nhours = "ignored"\n')
    case.make().ends(2, 'codebook.toml:20:1: [findings]: unknown key "birth_date"\nhint: did you mean "birth_dates"?\n'
                     'codebook.toml:21:9: [findings]: "hours" has to be "fatal" or "counted"\n'
                     'hint: "counted" goes on without the faulty values and says how many there are\n').wrote_nothing()
