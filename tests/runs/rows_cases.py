"""What a row of an extract is: a person with dates, a post, an event; and who is left out. Invented people."""
from case import equal, figure, test

PEOPLE = '''id = "Ref"
[characteristics.sex]
title = "Sex"
column = "Gender"
fixed = true
groups = [{ id = "female", label = "Women", values = ["F"] }, { id = "male", label = "Men", values = ["M"] }]
[characteristics.ethnicity]
title = "Ethnicity"
column = "Ethnic group"
fixed = true
groups = [{ id = "white", label = "White", values = ["White"] }, { id = "asian", label = "Asian", values = ["Asian"] }]
aggregates = [{ id = "minority", label = "Minority ethnic", of = ["asian"] }]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [{ id = "young", label = "Under 35", to = 34 }, { id = "old", label = "35 and over", from = 35 }]
'''

# How many, sex, ethnicity, born, start, leave. The snapshots are 31 March of 2017 and 2018.
STAYED, LEFT, JOINED, PASSED = ("2010-01-04", ""), ("2010-01-04", "2017-09-30"), ("2017-11-06", ""), ("2017-05-01", "2018-03-31")
STAFF = [(8, "F", "White", "1990-01-01", *STAYED), (6, "M", "White", "1975-05-05", *STAYED),
         (3, "F", "Asian", "1982-07-01", *STAYED),  # 34 at the last snapshot, 35 at this one
         (4, "M", "Asian", "1980-08-08", *LEFT), (3, "F", "White", "1960-04-01", *LEFT),
         (5, "F", "Asian", "1995-05-05", *JOINED), (3, "M", "White", "1999-09-09", *PASSED)]


def dated(keep=lambda start, leave: True):
    text, number = "Ref,Gender,Ethnic group,Born,Start,Leave\n", 0
    for many, sex, ethnicity, born, start, leave in STAFF:
        for _ in range(many):
            number += 1
            if keep(start, leave):
                text += f"P{number:02},{sex},{ethnicity},{born},{start},{leave}\n"
    return text


def there_at(day):
    return lambda start, leave: start <= day and (not leave or leave > day)


def with_dates(case):
    case.write("codebook.toml", PEOPLE + '[in_post]\nstart = "Start"\nleave = "Leave"\n')
    case.change("run.toml", '["sex", "ethnicity"]', '["sex", "ethnicity", "age-band"]')
    case.write("narratives/equal-workforce.md", "We are {{workforce.headcount}}.\n")


def profile(case):
    return {name: case.table(f"workforce.{name}") for name in ("sex", "ethnicity", "age-band")}


@test
def one_extract_with_dates_answers_for_last_year_as_last_years_extract_does(case):
    with_dates(case)
    case.write("staff.csv", dated(there_at("2018-03-31")))
    case.write("staff-last-year.csv", dated(there_at("2017-03-31")))
    case.make().ends(0, "nothing is missing\n")
    by_two = profile(case)
    case.write("staff.csv", dated())
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"', "last_year_from_dates = true")
    (case.folder / "staff-last-year.csv").unlink()
    case.make().ends(0, "nothing is missing\n")
    equal(profile(case), by_two)
    # This year 8 + 3 + 5 women of 22; last year 8 + 3 + 3 of 24: 72.7 and 58.3.
    equal(by_two["sex"][0], ["Women", "16", "72.7%", "72.7%", "58.3%", "14.4 percentage points"])
    # 35 and over: 6 + 3 of 22; last year 6 + 4 + 3 of 24, as three women had not had their birthday.
    equal(by_two["age-band"][1], ["35 and over", "9", "40.9%", "40.9%", "54.2%", "−13.3 percentage points"])


@test
def joining_and_leaving_is_told_from_dates_and_added_up_by_hand(case):
    with_dates(case)
    case.write("staff.csv", dated())
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"', "last_year_from_dates = true")
    case.make().ends(0)
    # Starters 5 + 3, leavers 4 + 3 + 3; the average of 22 and 24 is 23: 34.8 and 43.5. Of the women: 5 and 3, average
    # of 16 and 14; of the men 3 and 4 + 3, average of 6 and 10; of those not White 5 and 4, average of 8 and 7.
    equal(case.table("workforce.turnover"),
          [["Women", "5", "3", "33.3%", "20.0%"], ["Men", "3", "7", "37.5%", "87.5%"],
           ["Minority ethnic", "5", "4", "66.7%", "53.3%"], ["White", "3", "6", "19.4%", "38.7%"],
           ["All staff", "8", "10", "34.8%", "43.5%"]])
    people = next(each for each in case.record()["people"] if each["file"] == "staff.csv")
    equal([people[key] for key in ("rows", "not_in_post", "people_counted", "people_counted_last_year")], [32, 10, 22, 24])


@test
def one_extract_is_not_that_of_both_years(case):
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"', 'last_year_file = "staff.csv"')
    case.make().ends(2, "run.toml:20:18: last year's extract is the same file as this year's\n"
                     "hint: name last year's, or leave it out; one extract with dates answers for both years with "
                     "last_year_from_dates\n")


@test
def last_year_from_dates_and_an_extract_of_last_year_do_not_go_together(case):
    with_dates(case)
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"',
                'last_year_file = "staff-last-year.csv"\nlast_year_from_dates = true')
    case.make().ends(2, "run.toml:21:24: [inputs.staff] has an extract of last year as well\n"
                     "hint: keep last_year_file, or one extract with those who have left and last_year_from_dates\n")
    case.wrote_nothing()


# ---- posts ----

# Ten women and eight men with one post; two women with three posts each, of which the others say what is not so.
POSTS = "Ref,Gender,Ethnic group,Born,Main,Hours\n"
POSTS += "".join(f"P{i:02},F,White,1990-01-01,Y,37\n" for i in range(10))
POSTS += "".join(f"P{i:02},M,White,1990-01-01,Y,37\n" for i in range(10, 18))
POSTS += "".join(f"P{i},{sex},{group},1990-01-01,{main},{hours}\n" for i in (18, 19) for sex, group, main, hours in
                 [("M", "White", "N", "5"), ("F", "Asian", "Y", "20.5"), ("M", "White", "N", "12")])


def with_posts(case, how):
    case.write("codebook.toml", PEOPLE + how)
    case.write("staff.csv", POSTS)
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"', 'rows = "posts"')
    case.change("run.toml", "threshold = 3", "threshold = 2")
    case.write("narratives/equal-workforce.md", "We are {{workforce.headcount}}.\n")


@test
def a_person_with_several_posts_counts_once_by_the_post_that_is_marked(case):
    with_posts(case, '[main_post]\ncolumn = "Main"\nvalues = ["Y"]\n')
    case.make().ends(0, "nothing is missing\n")
    equal([row[:3] for row in case.table("workforce.sex")][:2], [["Women", "12", "60.0%"], ["Men", "8", "40.0%"]])
    equal([row[:2] for row in case.table("workforce.ethnicity")][:2], [["White", "18"], ["Asian", "2"]])
    people = case.record()["people"][0]
    equal([people[key] for key in ("rows", "repeated_rows", "people_counted")], [24, 4, 20])


@test
def a_person_with_several_posts_counts_once_by_the_post_of_most_hours(case):
    with_posts(case, '[main_post]\nmost_hours = "Hours"\n')
    case.make().ends(0, "nothing is missing\n")
    equal([row[:3] for row in case.table("workforce.sex")][:2], [["Women", "12", "60.0%"], ["Men", "8", "40.0%"]])
    people = case.record()["people"][0]
    equal([people[key] for key in ("rows", "repeated_rows", "people_counted")], [24, 4, 20])


@test
def two_main_posts_and_none_are_told_by_their_lines(case):
    with_posts(case, '[main_post]\ncolumn = "Main"\nvalues = ["Y"]\n')
    case.change("staff.csv", "P18,M,White,1990-01-01,N,5", "P18,M,White,1990-01-01,Y,5")
    case.change("staff.csv", "P19,F,Asian,1990-01-01,Y,20.5", "P19,F,Asian,1990-01-01,N,20.5")
    case.make().ends(1, 'staff.csv:21: column "Ref": another post of the same person is marked as the main one in line 20\n'
                     "hint: mark one post of each person as the main one\n"
                     'staff.csv:23: column "Main": a person of whom no post is marked as the main one\n'
                     "hint: mark one post of each person as the main one\n").wrote_nothing()


# ---- events ----


def with_events(case, count=""):
    """Twelve women and eight men; the grievances are those of five women (two of one), three men and somebody else."""
    case.write("grievances.csv", "Ref,Date\nP01,2017-05-01\nP01,2017-06-01\nP02,2017-05-01\nP03,2017-05-01\n"
               "P04,2018-03-31\nP05,2017-04-01\nP13,2017-05-01\nP14,2017-05-01\nP15,2017-05-01\nX99,2017-05-01\n"
               "P16,2017-03-31\nP17,2018-04-01\n")  # of the year before, and of the year after
    case.write("grievances.toml", 'id = "Ref"\ndated = "Date"\n[characteristics.sex]\nlooked_up = true\n')
    case.add("run.toml", f'''
[inputs.grievances]
kind = "people"
file = "grievances.csv"
codebook = "grievances.toml"
rows = "events"
people = "staff"
{count}
[[themes]]
plugin = "workforce"
id = "grievances"
title = "Grievances"
inputs = {{ staff = "grievances" }}
settings = {{ characteristics = ["sex"] }}
''')


@test
def events_are_counted_by_the_groups_of_their_people(case):
    with_events(case)
    case.make().ends(0)
    # Women: P01 twice, P02 to P05; men: P13 to P15; and one whom the records of staff do not hold.
    equal([row[:2] for row in case.table("grievances.sex")][:3], [["Women", "6"], ["Men", "[c]"], ["Not stated", "[c]"]])
    # Three men are withheld with the one not stated: ten less nine are one.
    equal(figure(case.report(), "workforce.headcount"), "20")
    people = next(each for each in case.record()["people"] if each["file"] == "grievances.csv")
    equal([people[key] for key in ("rows", "people_counted", "events_of_unknown_people")], [12, 10, 1])


@test
def people_who_had_events_are_counted_once_each(case):
    with_events(case, 'count = "people"')
    case.make().ends(0)
    equal([row[:2] for row in case.table("grievances.sex")][:3], [["Women", "5"], ["Men", "[c]"], ["Not stated", "[c]"]])


# ---- people who are left out ----

EXCLUDE = '''[[inputs.staff.exclude]]
column = "Ethnic group"
values = ["Asian"]
reason = "seconded to another council"

[[inputs.staff.exclude]]
column = "Ethnic group"
values = ["Black"]
reason = "elected members"

[inputs.forum]'''


@test
def who_is_left_out_and_why_is_on_the_cover_and_in_the_run_record(case):
    case.change("run.toml", "[inputs.forum]", EXCLUDE)
    case.make().ends(0, "nothing is missing\n")
    equal(figure(case.report(), "workforce.headcount"), "14")  # twenty but four and two
    people = next(each for each in case.record()["people"] if each["file"] == "staff.csv")
    equal([people["excluded"], people["people_counted"]],
          [{"elected members": 2, "seconded to another council": 4}, 14])
    said = ["Left out of the figures from staff.csv: fewer than 3 records (elected members).",
            "Left out of the figures from staff.csv: 4 records (seconded to another council)."]
    equal([line for line in case.report()["about"] if "staff.csv" in line], said)
    for line in said:
        assert line in case.page(), line
    cover = [str(cell) for row in next(iter(case.workbook().values())) for cell in row]
    assert all(any(line in cell for cell in cover) for line in said), cover
    case.make("--final").ends(0)
    assert all(line in (case.folder / "out/published/report.json").read_text() for line in said)


@test
def few_who_are_left_out_are_only_fewer_than_the_threshold(case):
    case.change("run.toml", "[inputs.forum]", EXCLUDE)
    case.change("run.toml", "threshold = 3", "threshold = 10")
    case.make().ends(0)
    equal([line for line in case.report()["about"] if "from staff.csv" in line],
          ["Left out of the figures from staff.csv: fewer than 10 records (elected members).",
           "Left out of the figures from staff.csv: fewer than 10 records (seconded to another council)."])


@test
def an_exclusion_without_a_reason_or_of_a_column_that_is_not_there_is_named(case):
    case.change("run.toml", "[inputs.forum]", EXCLUDE.replace('reason = "elected members"\n', ""))
    case.make().ends(2, 'run.toml:28:1: "reason" is missing in [inputs.staff.exclude]\nhint: add reason = "…"\n')
    case.wrote_nothing()
    case.change("run.toml", 'values = ["Black"]', 'values = ["Black"]\nreason = "elected members"')
    case.change("run.toml", 'column = "Ethnic group"', 'column = "Ethnic grup"')
    case.make().ends(1, 'staff.csv:1: column "Ethnic grup": the extract has no such column\n'
                     'hint: did you mean "Ethnic group"?\n'
                     'staff-last-year.csv:1: column "Ethnic grup": the extract has no such column\n'
                     'hint: did you mean "Ethnic group"?\n').wrote_nothing()
