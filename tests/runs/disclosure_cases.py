"""What is withheld, and that it cannot be worked out: the whole program. Invented people."""
import json
import re
import subprocess
import zipfile
import zlib

from case import equal, figure, starting_from, test

CODEBOOK = '''id = "Ref"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [{ id = "female", label = "Women", values = ["F"] }, { id = "male", label = "Men", values = ["M"] }]
[characteristics.grade]
title = "Grade"
column = "Band"
groups = [{ id = "low", label = "Low", values = ["1"] }, { id = "middle", label = "Middle", values = ["2"] },
          { id = "high", label = "High", values = ["3"] }]
'''
# Women and men of each grade: numbers that come about nowhere else.
STAFF = {("female", "low"): 1237, ("male", "low"): 2791, ("female", "middle"): 2, ("male", "middle"): 1453,
         ("female", "high"): 1777, ("male", "high"): 1511}


def write_staff(case, staff):
    text, number = "Ref,Gender,Band\n", 0
    for (sex, grade), people in staff.items():
        for _ in range(people):
            number += 1
            text += f"{number},{sex[0].upper()},{['low', 'middle', 'high'].index(grade) + 1}\n"
    case.write("staff.csv", text)


def with_grades(case, staff=None):
    write_staff(case, staff or STAFF)
    case.write("codebook.toml", CODEBOOK)
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"\n', "")
    case.change("run.toml", '["sex", "ethnicity"]', '["sex"]')
    case.write("narratives/equal-workforce.md", "{{workforce.headcount}}\n")


def line_of(case, text, which=0):
    """Where a line stands in the run file, from 1: the first that is so, or a later one."""
    return [n for n, line in enumerate(case.read("run.toml").splitlines(), 1) if line == text][which]


def certificate(case):
    return json.loads((case.folder / "out" / "private" / "disclosure.json").read_text())


def words_of_pdf(path):
    """What its pages show, and every text among its objects: alternative texts, links, bookmarks, properties."""
    yield subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True).stdout
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.S):
        try:
            content = zlib.decompress(packed)
        except zlib.error:
            content = packed
        yield b"\n".join(re.findall(rb"\((?:[^()\\]|\\.)*\)", content, re.S)).replace(b"\0", b"")
        for text in re.findall(rb"<FEFF([0-9A-Fa-f]+)>", content, re.I):
            yield bytes.fromhex(text.decode()).decode("utf-16-be").encode()


def everything_published(case):
    """All bytes of the draft, with what is packed in workbooks and OpenDocument files unpacked, and the words of PDFs."""
    for path in sorted(case.draft.rglob("*")):
        if path.suffix == ".pdf":
            words = list(words_of_pdf(path))
            assert any(b"Table 1" in each for each in words), "the text of the PDF is not read"
            yield from ((path.name, each) for each in words)
        elif path.is_file():
            yield path.name, path.read_bytes()
        if path.suffix in (".xlsx", ".ods"):
            with zipfile.ZipFile(path) as book:
                for name in book.namelist():
                    yield f"{path.name}/{name}", book.read(name)


@test
def what_is_withheld_stands_in_no_byte_of_any_output(case):
    with_grades(case)
    case.make().ends(0)
    # Two women in the middle grade; the men of that grade, since the grade's total is told; and women and men of
    # another grade, since the totals of women and men are.
    withheld = {each["what"] for each in certificate(case)["withheld"]}
    hidden = [people for (sex, grade), people in STAFF.items()
              if f"staff, this year, where grade is {grade} and sex is {sex}" in withheld]
    equal(len(hidden), 4)
    assert 2 in hidden and 1453 in hidden, hidden
    shown = [people for people in STAFF.values() if people not in hidden]
    files = list(everything_published(case))
    assert len(files) > 10, [name for name, _ in files]
    for people in hidden:
        for text in (f"{people}", f"{people:,}"):
            places = [name for name, content in files if text.encode() in content]
            assert people == 2 or not places, f"{text} stands in {places}"
    for people in shown:  # the search does find what is there
        assert any(f"{people:,}".encode() in content for _, content in files), people


@test
def rows_ranks_and_scales_are_the_same_whatever_the_withheld_counts_are(case):
    # One woman and not two in the middle grade, and others so that all totals stay: who sees only what is published
    # sees the same bytes, sorted and drawn alike.
    other = {**STAFF, ("female", "middle"): 1, ("male", "middle"): 1454}
    grade = "high"
    other["female", grade], other["male", grade] = STAFF["female", grade] + 1, STAFF["male", grade] - 1
    with_grades(case)
    published = []
    for staff in (STAFF, other):
        write_staff(case, staff)
        case.make().ends(0)
        withheld = [each["what"] for each in certificate(case)["withheld"]]
        assert f"staff, this year, where grade is {grade} and sex is female" in withheld, withheld
        published.append(dict(everything_published(case)))
    equal(list(published[0]), list(published[1]))
    equal([name for name, content in published[0].items() if content != published[1][name]], [])


@test
def the_certificate_has_each_withheld_count_its_reason_and_an_interval_and_is_private(case):
    with_grades(case)
    case.make().ends(0)
    proof = certificate(case)
    equal(proof["format"], "eqr.disclosure/1")
    equal({each["reason"] for each in proof["withheld"]} - {"secondary", "complement", "linked"}, {"threshold"})
    few = next(each for each in proof["protected"] if each["what"] == "staff, this year, where grade is middle and sex is female")
    assert few["high"] - few["low"] >= proof["width"] == 2 and few["exact"], few
    equal(sorted(path.name for path in case.draft.rglob("disclosure*")), [])
    equal((case.folder / "out" / "private").stat().st_mode & 0o777, 0o700)


@test
def nothing_can_be_worked_out_from_a_report_as_it_is_written(case):
    with_grades(case)
    case.make().ends(0)
    case.run("audit", "out/draft/report.json")
    equal((case.code, case.out), (0, ""))


def key(times=1, year="this", **where):
    return {"input": "staff", "year": year, "where": where, "times": times}


ALL_SEXES = ("female", "male", "not-stated")


def told(counts, shares=(), threshold=5, base=0, sexes=("female", "male")):
    """A report of staff by sex and grade and by movement, with these counts: a list of keys, and a number or "c"."""
    columns = [{"input": "staff", "column": "grade", "groups": ["high", "low", "middle"], "without": []},
               {"input": "staff", "column": "movement", "groups": ["left", "started", "started-and-left", "stayed"],
                "without": ["started", "stayed"]},
               {"input": "staff", "column": "sex", "groups": list(sexes), "without": []},
               {"input": "staff", "column": "team", "groups": ["high", "middle", "north"], "without": []}]
    people = {"threshold": threshold, "base": base, "columns": columns, "totals": [],
              "counts": [{"of": of, **({"people": n} if isinstance(n, int) else {"shorthand": n})} for of, n in counts],
              "shares": [{"part": part, "whole": whole, "percent": percent, "places": 1} for part, whole, percent in shares]}
    return json.dumps({"format": "eqr.report/1", "title": "Spoiled", "snapshot": "2018-03-31", "people": people})


def audited(case, counts, **more):
    case.write("report.json", told(counts, **more))
    return case.run("audit", "report.json")


@test
def audit_finds_a_withheld_count_that_a_sentence_gives_away(case):
    # The table withholds women; the text says how many more women than men there are.
    audited(case, [([key()], 40), ([key(sex=["female"])], "c"), ([key(sex=["male"])], "c"),
                   ([key(sex=["male"]), key(times=-1, sex=["female"])], 34)])
    equal(case.code, 3)
    assert "withheld, and can be worked out as exactly 3: staff, this year, where sex is female\n" in case.out, case.out


@test
def audit_finds_a_withheld_count_that_last_year_gives_away(case):
    # Seven last year, two started, six left.
    audited(case, [([key()], "c"), ([key(year="last")], 7), ([key(movement=["started", "started-and-left"])], 2),
                   ([key(movement=["left", "started-and-left"])], 6)])
    equal(case.code, 3)
    assert "withheld, and can be worked out as exactly 3: staff, this year\n" in case.out, case.out


@test
def audit_finds_a_withheld_count_that_a_sub_total_elsewhere_gives_away(case):
    audited(case, [([key(grade=["low"])], 20), ([key(grade=["middle"])], "c"), ([key(grade=["high"])], "c"),
                   ([key()], 60), ([key(grade=["low", "middle"])], 24)])
    equal((case.code, case.out),
          (3, "withheld, and can be worked out as exactly 36: staff, this year, where grade is high\n"
              "withheld, and can be worked out as exactly 4: staff, this year, where grade is middle\n"))


@test
def audit_finds_a_withheld_count_that_a_percentage_gives_away(case):
    # 7.5% of 40 are three.
    audited(case, [([key()], 40), ([key(sex=["female"])], "c")], shares=[(2, 1, 7.5)])
    equal((case.code, case.out), (3, "withheld, and can be worked out as exactly 3: staff, this year, where sex is female\n"))


@test
def audit_finds_a_few_people_whom_only_a_remainder_tells(case):
    audited(case, [([key()], 40), ([key(sex=["female"])], 38)])
    equal((case.code, case.out), (3, "stands nowhere, and can be worked out as exactly 2: staff, this year, where sex is male\n"))


@test
def audit_finds_counts_that_percentages_of_true_counts_pin_beside_rounded_ones(case):
    # Counts to the nearest 5. 3 of 41 are 7.3%; of 38 to 42, 7.3% is 3 of 41 alone.
    counts = [([key()], 40), ([key(sex=["female"])], 5)]
    audited(case, counts, shares=[(2, 1, 7.3)], threshold=0, base=5)
    equal((case.code, case.out),
          (3, "a percentage tells that it is exactly 3: staff, this year, where sex is female\n"))
    audited(case, counts, shares=[(2, 1, 12.5)], threshold=0, base=5)  # 5 of 40, as printed
    equal((case.code, case.out), (0, ""))


@test
def audit_tells_what_the_law_requires_to_be_told_apart_from_findings(case):
    # 3 of 40 women and 30 of 55 men were paid a bonus: 7.5% and 54.5%, whatever the numbers.
    rows = [(sex, number < paid) for sex, people, paid in (("F", 40, 3), ("M", 55, 30)) for number in range(people)]
    case.write("staff.csv", "Ref,Gender,Rate,Bonus\n" +
               "".join(f"{i},{sex},12.50,{'100' if paid else ''}\n" for i, (sex, paid) in enumerate(rows)))
    case.write("codebook.toml", CODEBOOK.split("[characteristics.grade]")[0] + '[pay]\nhourly = "Rate"\nbonus = "Bonus"\n')
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"\n', "")
    case.change("run.toml", '["sex", "ethnicity"]', '["sex"]')
    case.change("run.toml", "threshold = 3", "threshold = 10")
    case.write("narratives/equal-workforce.md", "{{workforce.headcount}}\n")
    case.make().ends(0)
    case.run("audit", "out/draft/report.json")
    equal((case.code, case.out), (0, "a percentage that the law requires tells that it is exactly 3: staff, this year, where "
                                     "bonus is received and sex is female\n"))


@test
def audit_says_what_is_no_report(case):
    case.write("report.json", "{}")
    case.run("audit", "report.json").ends(2, "report.json: is no report.json of this program, or is damaged\n"
                                             "hint: name the report.json of a draft or published folder\n")
    for old, new in (('"threshold": 5', '"threshold": -5'), ('"year": "this"', '"year": "next"'), ('"people": 40', '"people": 1e20'),
                     ('"people": 40', '"people": 0.5'), ('"percent": 30.0', '"percent": 3e9'), ('"places": 1', '"places": 9'), ('"where": {"sex"', '"where": {"colour"'), ('["female"]}', '["blue"]}')):
        case.write("spoiled.json", told([([key()], 40), ([key(sex=["female"])], 12)], shares=[(2, 1, 30.0)]))
        case.change("spoiled.json", old, new)
        case.run("audit", "spoiled.json").ends(2, "spoiled.json: is no report.json of this program, or is damaged\n"
                                                  "hint: name the report.json of a draft or published folder\n")
    case.run("audit", ".").ends(2)
    case.run("audit", "nothing.json").ends(2, "nothing.json: there is no such report\n"
                                              "hint: name a report.json that this program wrote\n")


@test
def what_a_report_that_is_out_withheld_stays_withheld_and_what_it_said_is_known(case):
    with_grades(case, {("female", "low"): 30, ("male", "low"): 30, ("female", "high"): 30, ("male", "high"): 30})
    case.make().ends(0)
    equal(certificate(case)["withheld"], [each for each in certificate(case)["withheld"] if "input" in each["what"]])
    case.write("earlier.json", told([([key(grade=["low"], sex=["female"])], "c"), ([key(grade=["low"], sex=["male"])], "c")]))
    case.change("run.toml", "threshold = 3", 'threshold = 3\nalready_released = ["earlier.json"]')
    case.make().ends(0)
    reasons = {each["what"]: each["reason"] for each in certificate(case)["withheld"]}
    equal(reasons["staff, this year, where grade is low and sex is female"], "year")
    equal(len([what for what in reasons if "grade is high" in what]), 2)  # or totals would tell


@test
def what_an_edition_that_is_out_gives_away_with_this_one_is_withheld_though_this_one_does_not_show_it(case):
    # The edition that is out has sex by team, but for the two men of the north team; this one has teams alone.
    with_grades(case, {("female", "low"): 30, ("male", "low"): 2, ("female", "high"): 30, ("male", "high"): 30})
    case.write("codebook.toml", CODEBOOK.replace("characteristics.grade", "characteristics.team").replace('"low"', '"north"'))
    case.change("run.toml", '["sex"]', '["sex", "team"]')
    case.make().ends(0)
    equal([each["what"] for each in certificate(case)["withheld"] if "team" in each["what"]], [])
    case.write("earlier.json", told([([key(team=["north"], sex=["male"])], "c"), ([key(team=["north"], sex=["female"])], 30),
                                      ([key(team=["north"], sex=["not-stated"])], 0)], sexes=ALL_SEXES))
    case.change("run.toml", "threshold = 3", 'threshold = 3\nalready_released = ["earlier.json"]')
    case.make().ends(0)
    withheld = [each["what"] for each in certificate(case)["withheld"]]
    assert "staff, this year, where team is north" in withheld, withheld


@test
def nothing_is_written_when_what_is_public_already_gives_a_small_count_away(case):
    with_grades(case, {("female", "low"): 30, ("male", "low"): 2, ("female", "high"): 30, ("male", "high"): 30})
    case.write("earlier.json", told([([key(grade=["low"])], 32), ([key(grade=["low"], sex=["female"])], 30),
                                      ([key(grade=["low"], sex=["not-stated"])], 0)], sexes=ALL_SEXES))
    case.change("run.toml", "threshold = 3", 'threshold = 3\nalready_released = ["earlier.json"]')
    case.make()
    equal(case.code, 1)
    assert "run.toml: [policy]: this must not be told, and could be worked out from what the report publishes and " \
           "earlier.json has said: staff, this year, where grade is low and sex is male\n" in case.err, case.err
    case.wrote_nothing()


@test
def where_it_takes_several_reports_to_tell_a_small_count_no_single_one_is_blamed(case):
    # One has the 32 of the low grade, the other its 30 women: only together do they tell the two men.
    with_grades(case, {("female", "low"): 30, ("male", "low"): 2, ("female", "high"): 30, ("male", "high"): 30})
    case.write("grades.json", told([([key(grade=["low"])], 32), ([key(grade=["low"], sex=["not-stated"])], 0)], sexes=ALL_SEXES))
    case.write("women.json", told([([key(grade=["low"], sex=["female"])], 30)], sexes=ALL_SEXES))
    case.change("run.toml", "threshold = 3", 'threshold = 3\nalready_released = ["grades.json", "women.json"]')
    case.make()
    equal(case.code, 1)
    assert "publishes and women.json has said: " not in case.err, case.err
    assert "publishes and the reports that are out have said together: staff, this year, where grade is low and sex is male\n" in case.err, case.err


@test
def a_report_about_another_day_is_none_to_keep_to(case):
    case.write("earlier.json", told([]).replace("2018-03-31", "2015-03-31"))
    case.change("run.toml", "threshold = 3", 'threshold = 3\nalready_released = ["earlier.json"]')
    case.make().ends(2, "run.toml: column \"already_released\": earlier.json is about 31 March 2015, neither this year's snapshot "
                        "nor last year's\nhint: name last year's report, or an edition of this one\n")


@test
def the_officer_can_withhold_a_group_by_hand_and_names_are_checked(case):
    with_grades(case, {("female", "low"): 30, ("male", "low"): 30, ("female", "high"): 30, ("male", "high"): 30})
    case.add("run.toml", '\n[[policy.withhold]]\ninput = "staff"\nwhere = { grade = ["low"], sex = ["female"] }\n'
                         'reason = "two sisters"\n')
    case.make().ends(0)
    reasons = {each["what"]: each["reason"] for each in certificate(case)["withheld"]}
    equal(reasons["staff, this year, where grade is low and sex is female"], "by hand")
    equal(len([what for what in reasons if what.startswith("staff")]), 4)
    equal(case.record()["policy"]["withhold"],
          [{"input": "staff", "where": {"grade": ["low"], "sex": ["female"]}, "reason": "two sisters"}])
    case.change("run.toml", 'grade = ["low"]', 'grade = ["lower"]')
    line = line_of(case, "[[policy.withhold]]")
    case.make().ends(2, f"run.toml:{line}:1: [[policy.withhold]]: \"grade\" of \"staff\" is no characteristic, or does "
                        "not have all the groups named\nhint: use the ids of the codebook\n")


@test
def a_rule_that_withholds_nothing_is_told(case):
    with_grades(case, {("female", "low"): 30, ("male", "low"): 30, ("female", "high"): 30, ("male", "high"): 30})
    case.write("codebook.toml", CODEBOOK + CODEBOOK[CODEBOOK.index("[characteristics.grade]"):].replace("grade", "team"))
    case.add("run.toml", '\n[[policy.withhold]]\ninput = "staff"\nwhere = { team = ["high"] }\nreason = "two sisters"\n')
    case.make().ends(0)
    line = line_of(case, "[[policy.withhold]]")
    assert f"run.toml:{line}:1: [[policy.withhold]]: no table, chart or text shows these people by themselves, so it withholds " \
           "nothing\nhint: " in case.err, case.err
    assert "sisters" not in case.err


MERGE = """
[[policy.merge]]
input = "staff"
column = "grade"
groups = ["low", "middle"]
into = "low-or-middle"
label = "Low or middle"
reason = "few people in the middle grade"
"""


@test
def the_officer_can_have_groups_told_together_in_every_table(case):
    with_grades(case)
    case.add("run.toml", MERGE)
    case.make().ends(0)
    equal([each["what"] for each in certificate(case)["withheld"] if "grade" in each["what"]], [])
    equal([row[:2] for row in case.table("workforce.grade-by-sex")[:2]],
          [["Low or middle", f"{1237 + 2:,}"], ["High", "1,777"]])
    page = (case.draft / "equality-report.html").read_text()
    assert "Grade: Low and Middle are told together, as Low or middle." in page
    assert "few people" not in page  # why is the officer's own business
    equal(case.record()["policy"]["merge"][0]["into"], "low-or-middle")
    case.run("audit", "out/draft/report.json").ends(0)


@test
def what_a_merge_hides_this_year_is_not_given_away_by_the_edition_that_told_it_apart(case):
    # 40 in the low and middle grade; the edition that is out told 38 low, so 2 middle would be told.
    with_grades(case, {("female", "low"): 19, ("male", "low"): 19, ("female", "middle"): 1, ("male", "middle"): 1,
                       ("female", "high"): 50, ("male", "high"): 50})
    case.add("run.toml", MERGE)
    case.write("earlier.json", told([([key(grade=["low"])], 38), ([key(grade=["middle"])], "c")]))
    case.change("run.toml", "threshold = 3", 'threshold = 3\nalready_released = ["earlier.json"]')
    case.make().ends(0)
    withheld = [each["what"] for each in certificate(case)["withheld"]]
    assert "staff, this year, where grade is low or middle" in withheld, withheld


@starting_from("sample-inputs/hertfordshire-2017-18")
def what_one_breakdown_of_a_table_comes_to_does_not_tell_a_small_group_of_another(case):
    # 17, 22 and 13 by level are 52; so 16 and 29 by age would tell the 7.
    case.change("apprenticeship-profile.csv", "16 to 18,11", "16 to 18,7")
    case.change("apprenticeship-profile.csv", "25 and over,25", "25 and over,29")
    case.make()
    ages = [row[1] for row in case.table("apprenticeships.profile-age")]
    levels = [row[1] for row in case.table("apprenticeships.profile-level")]
    equal(ages[0], "[c]")
    assert "[c]" in ages[1:3] or ("[c]" in levels[:3] and ages[3] == levels[3] == "[c]"), (ages, levels)
    case.run("audit", "out/draft/report.json").ends(0)


@test
def a_draft_suggests_the_merges_that_would_save_most_and_foretells_what_they_come_to(case):
    # Three grades of a few people each, two of many: 8 counts of the small ones, and others beside them.
    with_grades(case)
    small = "".join(f'{{ id = "{grade}", label = "Grade {grade}", values = ["{grade}"] }}, ' for grade in "abc")
    case.write("codebook.toml", CODEBOOK.replace('groups = [{ id = "low"', f'groups = [{small}{{ id = "low"'))
    rows = [("F", "a", 2), ("M", "a", 1), ("F", "b", 1), ("M", "b", 2), ("F", "c", 2), ("M", "c", 1), ("F", "1", 90), ("M", "1", 80),
            ("F", "3", 70), ("M", "3", 60)]
    people = [f"{sex},{grade}\n" for sex, grade, many in rows for _ in range(many)]
    case.write("staff.csv", "Ref,Gender,Band\n" + "".join(f"{n},{each}" for n, each in enumerate(people)))
    case.change("run.toml", "threshold = 3", "threshold = 4")
    case.make().ends(0)
    suggested = certificate(case)["suggested_merges"]
    equal([(each["column"], each["groups"]) for each in suggested], [("grade", [["a", "b", "c"]])])
    now, then = len(certificate(case)["withheld"]), suggested[0]["withheld"]
    equal(suggested[0]["instead_of"], now)
    assert f'run.toml: [policy]: {now} counts are withheld; it would be {then} if groups of Grade were told ' \
           "together: Grade a (a), Grade b (b) and Grade c (c)\n" in case.err, case.err
    case.add("run.toml", MERGE.replace('"low", "middle"', '"a", "b", "c"').replace("low-or-middle", "small"))
    case.make().ends(0)
    equal((len(certificate(case)["withheld"]), certificate(case)["suggested_merges"]), (then, []))


@test
def a_merge_that_cannot_be_is_told(case):
    with_grades(case)
    case.add("run.toml", MERGE.replace('"middle"]', '"medium"]') + MERGE.replace('"staff"', '"payroll"'))
    first, second = line_of(case, "[[policy.merge]]"), line_of(case, "[[policy.merge]]", 1)
    case.make().ends(2, f'run.toml:{first}:1: [[policy.merge]]: "grade" has no group "medium"\n'
                        'hint: one of: low, middle, high, not-stated\n'
                        f'run.toml:{second}:1: [[policy.merge]]: "payroll" is no input about people with a codebook\n'
                        'hint: name an input of kind people or counted\n')


@test
def with_a_preset_that_rounds_counts_are_to_the_nearest_five_and_percentages_are_of_those(case):
    with_grades(case, {("female", "low"): 33, ("male", "low"): 2, ("female", "high"): 31, ("male", "high"): 28})
    case.change("run.toml", "threshold = 3\nminimum_pay_group = 3", 'preset = "hesa"')
    case.make().ends(0)
    # 64 women and 30 men of 94; two men in the low grade round to nought and are not nought.
    equal(figure(case.report(), "workforce.headcount"), "95")
    equal(case.table("workforce.sex")[0][:2], ["Women", "65"])
    equal(figure(case.report(), "workforce.sex.female.percent"), "68.4%")  # 65 of 95
    rows = next(t for t in case.report()["tables"] if t["id"].startswith("workforce.grade"))["rows"]
    assert any(cell.get("shorthand") == "low" for row in rows for cell in row["cells"]), rows
    equal([each for each in certificate(case)["withheld"] if each["what"].startswith("staff")], [])


@test
def small_counts_can_be_rounded_so_that_tables_add_up(case):
    with_grades(case, {("female", "low"): 33, ("male", "low"): 2, ("female", "high"): 31, ("male", "high"): 28})
    case.change("run.toml", "threshold = 3", 'threshold = 3\nrounding = "small"\nbase = 3')
    case.make().ends(0)
    counts = {json.dumps(each["of"]): each.get("people", 0) for each in case.report()["people"]["counts"]
              if each["of"][0]["input"] == "staff"}
    at = lambda **where: counts.get(json.dumps([key(**where)]))
    few = at(grade=["low"], sex=["male"])
    assert few in (0, 3), few
    equal(at(grade=["low"]), at(grade=["low"], sex=["female"]) + few)
    equal(at(), at(sex=["female"]) + at(sex=["male"]))
