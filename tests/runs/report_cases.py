"""What stands in the report and in the run record, added up by hand."""
import hashlib
import json
import os
import re
import time

import published_figures
from case import equal, figure, printed, test


@test
def the_shares_of_twenty_people_are_those_added_up_by_hand(case):
    case.make().ends(0, "nothing is missing\n")
    women, men = case.table("workforce.sex")[:2]
    # 12 of 20 this year, 10 of 18 last year: 60.0 and 55.6, a change of 4.4
    equal(women, ["Women", "12", "60.0%", "60.0%", "55.6%", "4.4 percentage points"])
    equal(men[1:3], ["8", "40.0%"])
    # women's rates add to 180 pounds (12), men's to 142 (8): 15.00 and 17.75, 2.75 of 17.75; medians 14.50 and 17
    equal([row[1] for row in case.table("workforce.pay-gap")][:2], ["15.5%", "14.7%"])
    equal([row[1] for row in case.table("workforce.pay-quarters")], ["60.0%", "80.0%", "60.0%", "40.0%"])


@test
def a_count_of_fewer_people_than_the_threshold_is_published_as_c_everywhere(case):
    case.make().ends(0)
    black = next(row for row in case.table("workforce.ethnicity") if row[0] == "Black")
    equal(black, ["Black"] + ["[c]"] * 5)  # two people, threshold three
    assert "The Black share is [c]." in case.page()
    cells = [cell for sheet in case.workbook().values() for row in sheet for cell in row if row[0] == "Black"]
    equal(cells[:3], ["Black", "[c]", "[c]"])


@test
def counts_of_things_are_never_withheld_and_counts_of_people_are(case):
    case.make().ends(0)
    found = {row[0]: row[1] for t in case.report()["tables"] if t["id"].startswith("fostering")
             for row in [[printed(c) for c in r["cells"]] for r in t["rows"]]}
    equal(found["Events with partners"], "2")
    equal(found["People supported after hate crime"], "[c]")


@test
def figures_stand_in_the_text_as_they_stand_in_the_tables(case):
    case.make().ends(0)
    assert "About us: about 61,400 people live here." in case.page()
    assert "Women are 60.0% of 20 staff, from 55.6% to 60.0% (up 4.4 percentage points)." in case.page()


@test
def two_runs_give_the_same_bytes_whatever_the_clock_the_locale_or_the_number_of_workers(case):
    hashes = []
    surroundings = dict(os.environ)
    for words, env in ((["--jobs", "1"], {"TZ": "UTC", "LANG": "C"}),
                       (["--jobs", "4"], {"TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"})):
        case.make("--out", f"out{len(hashes)}", *words, env=surroundings | env).ends(0)
        draft = case.folder / f"out{len(hashes)}" / "draft"
        hashes.append(case.written(draft))
        time.sleep(1.1)
    equal(hashes[0], hashes[1])


@test
def one_processor_and_two_make_the_same_bytes_of_many_people(case):
    """Enough of them that two threads have blocks of their own. Nobody here exists."""
    rows = case.read("staff.csv").splitlines()
    many = "".join(f"{copy}-{row}\n" for copy in range(2000) for row in rows[1:])
    case.write("staff.csv", rows[0] + "\n" + many)
    processors = sorted(os.sched_getaffinity(0))
    hashes = []
    for number, chosen in enumerate((processors[:1], processors[:2])):
        words = ["taskset", "-c", ",".join(map(str, chosen))]
        case.make("--out", f"out{number}", before=words, env=os.environ | {"TZ": ["UTC", "Asia/Tokyo"][number]}).ends(0)
        draft = case.folder / f"out{number}" / "draft"
        hashes.append(case.written(draft))
    equal(hashes[0], hashes[1])
    # Forty thousand people with the shares of twenty.
    report = json.loads((case.folder / "out1" / "draft" / "report.json").read_text())
    equal([figure(report, f"workforce.{name}") for name in ("headcount", "sex.female.percent")], ["40,000", "60.0%"])


@test
def every_sheet_and_the_page_of_a_draft_say_so(case):
    case.make().ends(0)
    for name, rows in case.workbook().items():
        assert any("draft" in str(cell).lower() for row in rows[:6] for cell in row), name
    assert "Draft: not for publication" in case.page()


@test
def words_in_the_run_folder_override_those_of_the_template(case):
    case.write("wording.toml", '[headings]\nforeword = "Welcome from us"\n[outcomes]\ntheme-1 = ["Nobody is left out."]\n')
    case.make().ends(0)
    assert "Welcome from us" in case.page() and "Nobody is left out." in case.page()


@test
def one_plugin_may_serve_two_themes(case):
    case.add("run.toml", '\n[[themes]]\nplugin = "workforce"\nid = "trainees"\ntitle = "Our trainees"\n'
             'inputs = { staff = "staff" }\nsettings = { characteristics = ["sex"] }\n')
    case.make().ends(0)
    ids = [t["id"] for t in case.report()["tables"]]
    assert "workforce.sex" in ids and "trainees.sex" in ids and "trainees.ethnicity" not in ids, ids


@test
def the_run_record_holds_hashes_and_questions_and_nobodys_value(case):
    case.make().ends(0)
    record = case.record()
    staff = next(i for i in record["inputs"] if i["file"] == "staff.csv")
    block = hashlib.sha256((case.folder / "staff.csv").read_bytes()).digest()
    equal(staff["sha256-8MiB"], hashlib.sha256(block).hexdigest())
    assert "count of staff, this year, by ethnicity" in record["asked_of_people"], record["asked_of_people"]
    # Against a public hash, guesses of what is withheld could be tried.
    equal({s["sha256"] for s in case.report()["sources"]}, {""})
    for output in record["outputs"]:
        equal(output["sha256"], hashlib.sha256((case.draft / output["file"]).read_bytes()).hexdigest())
    assert not re.search(r"P\d\d|1990-01-01|2000-02-29", json.dumps(record))
    equal(oct((case.folder / "out" / "private").stat().st_mode & 0o777), "0o700")


@test
def every_published_figure_names_its_expression_and_its_source(case):
    case.make().ends(0)
    found = next(f for f in case.report()["figures"] if f["name"] == "workforce.sex.female.percent")
    equal(found["lineage"], "100 x (count of staff, this year, where sex is female) / (count of staff, this year)")
    assert found["sources"], found


@test
def the_report_follows_its_json_schema(case):
    import jsonschema
    case.make().ends(0)
    schema = json.loads((case.draft / "report.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(case.report())


@test
def a_json_table_serves_as_well_as_a_csv(case):
    case.write("activities.json", json.dumps([{"id": "events", "label": "Events with partners", "value": 41,
                                               "unit": "things", "counts": "things"}]))
    case.change("run.toml", 'file = "activities.csv"', 'file = "activities.json"')
    case.make().ends(0)
    page = published_figures.Page(case.html)
    rows = [row[:2] for table in page.tables.values() for row in table]
    assert ["Events with partners", "41"] in rows, rows


@test
def every_report_says_whom_to_ask_and_offers_what_the_run_file_offers(case):
    case.make().ends(0)
    page = case.page()
    assert "Accessibility and other formats" in page and "Contact: Example Council." in page, page
    assert "Other formats" not in page, "a format is offered that nobody offers"
    equal(case.report()["accessibility"]["offers"], [])
    case.add("run.toml", '\n[accessibility]\nbraille = "Ask us for it."\nknown_limits = ["Some tables are wide."]\n')
    case.make().ends(0)
    page = case.page()
    assert "Other formats Braille: Ask us for it." in page and "does not work well yet Some tables are wide." in page, page
    equal(case.report()["accessibility"]["offers"], [{"format": "Braille", "text": "Ask us for it.", "href": ""}])
