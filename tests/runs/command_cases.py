"""The other commands, the log, and what --final asks for."""
import re

from case import equal, test


@test
def check_finds_nothing_in_a_good_run_and_writes_nothing(case):
    case.run("check", "run.toml").ends(0, "")
    equal(case.out, "nothing found\n")
    assert not (case.folder / "out").exists()


@test
def check_finds_faults_in_people_and_with_settings_only_does_not_look(case):
    case.change("staff.csv", "P05,F", "P05,Q")
    case.run("check", "run.toml").ends(3)
    assert case.err.startswith('staff.csv:6: column "Gender": '), case.err
    case.run("check", "run.toml", "--settings-only").ends(0)


@test
def plan_lists_what_is_read_and_asked_and_reads_no_record(case):
    (case.folder / "staff.csv").write_bytes(b"\x00")
    case.run("plan", "run.toml").ends(0)
    assert "  staff: records of people, from staff.csv, and last year's from staff-last-year.csv\n" in case.out, case.out
    assert "  count of staff, this year, by ethnicity\n" in case.out, case.out
    assert "  distribution of hourly pay of staff, this year, by sex\n" in case.out, case.out


@test
def themes_list_names_the_six_plugins(case):
    case.run("themes", "list").ends(0, "")
    equal([line.split()[0] for line in case.out.splitlines()],
          ["advancing-opportunity", "apprenticeships", "eliminating-discrimination", "fostering-good-relations", "veterans",
           "workforce"])


@test
def help_and_version_are_told_on_stdout(case):
    for words in (["--help"], ["build", "--help"], ["check", "--help"], ["plan", "--help"], ["codebook", "--help"], ["themes", "list", "--help"]):
        case.run(*words).ends(0, "")
        assert case.out.startswith("usage: equality-report"), case.out
    case.run("--version").ends(0, "")
    assert re.fullmatch(r"equality-report \d+\.\d+\.\d+\n", case.out), case.out


@test
def what_is_told_on_stderr_follows_the_log_level_and_the_file_keeps_everything(case):
    case.make("--log-level", "error").ends(0, "")
    case.make("--log-level", "loud").ends(2, '--log-level cannot be "loud"\nhint: one of: debug, info, warning, error\n')
    (case.folder / "forum.csv").unlink()
    case.make("--log-level", "error").ends(3, "")
    log = (case.folder / "out" / "private" / "run.log").read_text()
    assert re.search(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d warning missing: Equality forum meetings\. ", log, re.M), log


@test
def a_final_edition_with_something_missing_is_refused_and_nothing_is_written(case):
    (case.folder / "forum.csv").unlink()
    case.make("--final").ends(1).wrote_nothing()
    assert "run.toml: the report is not complete: Equality forum meetings: " in case.err, case.err


@test
def a_complete_final_edition_is_written_without_the_word_draft(case):
    case.make("--final").ends(0)
    published = case.folder / "out" / "published"
    page = (published / "equality-report.html").read_text()
    assert "Draft: not for publication" not in page and not case.draft.exists()


@test
def a_plugin_that_differs_from_its_pin_is_not_used(case):
    case.change("run.toml", 'plugin = "workforce"', f'plugin = "workforce"\nsha256 = "{"0" * 64}"')
    case.make().ends(3)
    assert case.err.startswith('theme "workforce": '), case.err
    assert "its program is not one that this run may trust" in case.err, case.err
    equal(next(t["outcome"] for t in case.record()["themes"] if t["id"] == "workforce"), "untrusted")


PAID = '''
[pay]
hourly = "Rate"
bonus = "Rate"
full_pay = { column = "Full pay", values = ["Y"] }
[in_post]
start = "Born"
leave = "Left"
'''


def asked_in(plan):
    heading, *asked = plan[plan.index("What is asked of people"):].splitlines()
    equal(heading, f"What is asked of people ({len(asked)}):")
    return asked


def counts(year, by):
    return [f"  count of staff, {year} year{',' if each else ''}{each}" for each in by]


def amounts(year, by=" by sex"):
    return [f"  distribution of {what} pay of staff, {year} year{',' if by else ''}{by}" for what in ("hourly", "bonus")]


@test
def plan_lists_every_count_in_words_bonuses_and_both_years_included(case):
    text = case.read("codebook.toml")
    case.write("codebook.toml", text[:text.index("\n[pay]")] + PAID)
    case.run("plan", "run.toml").ends(0, "")
    # By bonus alone, and for the pay of all, nobody asks: protection does, since what is asked by sex adds up to it.
    this_year = ["", " by bonus", " by bonus and sex", " by ethnicity", " by ethnicity and movement", " by movement", " by movement and sex",
                 " by sex"]
    last_year = ["", " by bonus", " by bonus and sex", " by ethnicity", " by sex"]  # who came and left is asked of this year's alone
    asked = [counts("this", [""]) + amounts("this", ""), counts("this", this_year[1:]) + amounts("this"),
             counts("last", [""]) + amounts("last", ""), counts("last", last_year[1:]) + amounts("last")]
    equal(asked_in(case.out), sum(asked, []))


@test
def plan_of_one_extract_with_dates_asks_it_about_both_years(case):
    text = case.read("codebook.toml").replace('title = "Sex"', 'title = "Sex"\nfixed = true')
    case.write("codebook.toml", text[:text.index("\n[pay]")] + '[in_post]\nstart = "Born"\nleave = "Left"\n')
    case.change("run.toml", 'last_year_file = "staff-last-year.csv"', "last_year_from_dates = true")
    case.change("run.toml", '["sex", "ethnicity"]', '["sex"]')
    case.write("narratives/equal-workforce.md", "{{workforce.headcount}}\n")
    case.run("plan", "run.toml").ends(0, "")
    equal(asked_in(case.out), counts("this", ["", " by ethnicity", " by ethnicity and movement", " by movement",
                                              " by movement and sex", " by sex"]) + counts("last", ["", " by sex"]))


@test
def check_pdf_looks_at_what_build_wrote_and_beside_its_report(case):
    case.make().ends(0)
    draft = case.folder / "out" / "draft"
    name = next(draft.glob("*.pdf"))
    case.run("check-pdf", str(name)).ends(0)
    assert case.err.endswith(" rules kept, 0 warnings, 0 failures\n"), case.err
    case.run("check-pdf", str(name), "--report", str(draft / "report.json")).ends(0)
    assert "PASS    report-1   tables read as in the report, cell by cell\n" in case.out, case.out
    text = (draft / "report.json").read_text(encoding="utf-8")
    (draft / "report.json").write_text(text.replace('"heading": "', '"heading": "Another ', 1), encoding="utf-8")
    case.run("check-pdf", str(name), "--report", str(draft / "report.json")).ends(3)
    assert "FAIL    report-2 " in case.out, case.out


@test
def check_pdf_says_what_it_cannot_look_at(case):
    hint = "hint: name a .pdf file"
    for name, what in {"run.toml": "is not a PDF", "nowhere.pdf": "there is no such file", ".": "is no file"}.items():
        case.run("check-pdf", name).ends(1)
        assert case.err.startswith(f"{name}: {what}\n{hint}"), case.err
    case.make().ends(0)
    whole = next((case.folder / "out" / "draft").glob("*.pdf"))
    (case.folder / "cut.pdf").write_bytes(whole.read_bytes()[:-2000])
    case.run("check-pdf", "cut.pdf").ends(1)
    assert case.err.startswith("cut.pdf: cannot be read as a PDF: "), case.err
    case.run("check-pdf", str(whole), "--report", "staff.csv").ends(1)
    assert case.err.startswith("staff.csv: is no report.json of this program\n"), case.err
