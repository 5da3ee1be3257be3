"""Faults in a document or a narrative: exit 3, only what needs it is missing."""
from case import equal, test


@test
def a_missing_document_costs_only_what_needs_it_and_is_named_with_its_owner(case):
    (case.folder / "forum.csv").unlink()
    case.make().ends(3)
    assert case.err.startswith("forum.csv: there is no such file\nhint: "), case.err
    assert case.err.endswith("\nmissing: Equality forum meetings. Owed by Community Team, due 14 September 2018.\n"), case.err
    assert "workforce.sex" in [t["id"] for t in case.report()["tables"]]
    assert "Events with partners" in case.page() and "Community Team" in case.page()


@test
def a_wrong_number_in_a_document_is_named_with_its_place(case):
    case.change("activities.csv", "Events with partners,2", "Events with partners,two")
    case.make().ends(3)
    assert case.err.startswith('activities.csv:2: column "value": '), case.err
    assert case.err.endswith("\nmissing: Work with partners. Owed by Community Team.\n") and "two" not in case.err, case.err


@test
def a_missing_column_in_a_document_is_named(case):
    case.change("forum.csv", "status", "state")
    case.make().ends(3)
    assert case.err.startswith('forum.csv:1: column "status": ') and "\nhint: " in case.err, case.err


@test
def a_missing_narrative_costs_only_its_text(case):
    (case.folder / "narratives" / "foreword.md").unlink()
    case.make().ends(3)
    assert case.err.startswith("narratives/foreword.md: there is no such file\nhint: "), case.err
    assert case.err.endswith("\nmissing: Text: Foreword. Owed by Policy Team.\n"), case.err
    assert "Foreword" in case.page() and "people live here" not in case.page()
    equal(case.table("workforce.sex")[0][:2], ["Women", "12"])


@test
def raw_html_in_a_narrative_costs_only_its_text(case):
    case.add("narratives/foreword.md", "\n<script>alert(1)</script>\n")
    case.make().ends(3)
    assert case.err.startswith("narratives/foreword.md:3: raw HTML\nhint: "), case.err
    assert "<script" not in case.html


@test
def a_faulty_table_of_facts_leaves_its_figures_as_not_available(case):
    case.change("facts.csv", "61400", "many")
    case.make().ends(3)
    assert 'facts.csv:2: column "value": ' in case.err, case.err
    assert "[x] people live here" in case.page()


@test
def facts_stay_facts_whatever_the_inputs_are_called(case):
    case.add("run.toml", '\n[inputs.facts]\nkind = "figures"\nfile = "activities.csv"\n')
    case.change("run.toml", 'plugin = "fostering-good-relations"', 'plugin = "fostering-good-relations"\n'
                'inputs = { activities = "facts" }')
    case.change("run.toml", '[inputs.activities]\nkind = "figures"\nfile = "activities.csv"\nowner = "Community Team"\n', "")
    case.make().ends(0)
    assert "About us: about 61,400 people live here." in case.page()


@test
def a_theme_without_any_input_is_named_as_missing(case):
    for name in ("forum", "activities"):
        text = case.read("run.toml")
        start = text.index(f"[inputs.{name}]")
        end = text.index("\n[", start) + 1
        case.write("run.toml", text[:start] + text[end:])
    case.make().ends(3)
    assert 'theme "fostering-good-relations" has no input at all\nhint: it takes: forum, ' in case.err, case.err
    assert "missing: Fostering good relations." in case.err, case.err


@test
def a_placeholder_that_cannot_be_read_is_an_error_and_nothing_is_written(case):
    case.change("narratives/foreword.md", "{{facts.population}}", "{{facts.population | fromto}}")
    case.make().ends(2, 'narratives/foreword.md:1:11: unknown filter "fromto"\nhint: did you mean "from_to"?\n').wrote_nothing()


@test
def a_leap_day_has_a_year_before(case):
    case.change("run.toml", "snapshot = 2018-03-31", "snapshot = 2020-02-29")
    case.make().ends(0)
    assert "28 February 2019" in case.page() and "29 February 2019" not in case.page()
