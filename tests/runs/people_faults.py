"""Faults in a people input: exit 1, nothing written, nobody's value told."""
from case import equal, test


@test
def a_missing_extract_is_named(case):
    (case.folder / "staff.csv").unlink()
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith("staff.csv: there is no such file\nhint: "), case.err


@test
def a_missing_column_of_the_extract_is_named(case):
    case.change("staff.csv", "Ethnic group", "Ethnc group")
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith('staff.csv:1: column "Ethnic group": the extract has no such column\n'), case.err
    assert 'hint: did you mean "Ethnc group"?\n' in case.err, case.err


@test
def an_unknown_code_is_named_by_its_place_and_never_by_its_value(case):
    case.change("staff.csv", "P05,F,1990-01-01,White", "P05,F,1990-01-01,Zanzibarite")
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith('staff.csv:6: column "Ethnic group": a value that the codebook does not list'), case.err
    assert "anzibar" not in case.err.lower() and "codebook.toml" in case.err, case.err


@test
def an_unclosed_quote_is_named_by_the_line_it_opens_on(case):
    case.change("staff.csv", "P05,F", 'P05,"F')
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith("staff.csv:6: column \"Gender\": opens a quotation mark that is never closed\nhint: "), case.err


@test
def an_extract_in_windows_1252_is_read_and_that_is_said(case):
    case.change("codebook.toml", 'values = ["White"]', 'values = ["White", "Wh\u00efte"]')
    case.write("staff.csv", case.read("staff.csv").replace("P05,F,1990-01-01,White", "P05,F,1990-01-01,Wh\u00efte").encode("cp1252"))
    case.make().ends(0)
    extract = next(e for e in case.record()["people"] if e["file"] == "staff.csv")
    equal(extract["notes"], ["text that is not UTF-8 was read as Windows-1252"])


@test
def an_empty_extract_is_named(case):
    case.write("staff.csv", "")
    case.make().ends(1).wrote_nothing()
    assert case.err.startswith("staff.csv: is empty\nhint: "), case.err


@test
def no_fault_prints_anything_of_a_persons_record(case):
    """A canary in every personal field, and every kind of fault in turn."""
    canary = "Xq7Canary"
    good = case.read("staff.csv").splitlines()
    row = good[5].split(",")
    damages = {"unknown values": ",".join([canary] * len(row)), "too many fields": ",".join([canary] * (len(row) + 1)),
               "an open quote": '"' + ",".join([canary] * len(row)), "too few fields": canary,
               "a bad date and rate": ",".join([canary, "F", canary, "White", canary, "Y"]),
               "a repeated person": good[4].replace("P04", "P03").replace("White", canary)}
    for what, line in damages.items():
        case.write("staff.csv", "\n".join(good[:5] + [line] + good[6:]) + "\n")
        for code, command in ((1, ("build", "run.toml", "--progress", "none")), (3, ("check", "run.toml")),
                              (0, ("plan", "run.toml"))):
            case.run(*command)
            assert case.code == code, f"{what}: {command}: exit code {case.code}, not {code}"
            assert canary not in case.out + case.err, f"{what}: {command}: {case.out}{case.err}"
        for file in case.folder.rglob("out/**/*"):
            assert file.is_dir() or canary.encode() not in file.read_bytes(), f"{what}: {file}"


@test
def an_old_report_is_left_as_it_was_when_a_run_fails(case):
    case.make().ends(0)
    before = case.written()
    case.change("staff.csv", "P05,F", 'P05,"F')
    case.make().ends(1)
    equal(case.written(), before)
