#!/usr/bin/python3
"""equality-report check-workbook finds each defect of spoiled_workbooks.py, and nothing in the good files.

usage: spoiled_check.py BUILD

A rule may be told in parts, of which one is essential: W3 and W3b are both the rule W3.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from checker import Checker, wrong_status

HERE = pathlib.Path(__file__).resolve().parent


def rule_of(name):
    return name.rstrip("bc")


def complaint(case, broken, status):
    """What is wrong with what was found; nothing if it is as expected."""
    found = [rule for name, rule in broken.items() if rule_of(name) == case["rule"]]
    if not found:
        return "not found"
    rule = found[0]
    if rule["verdict"] != case["level"]:
        return f"told as {rule['verdict']}"
    places = [(finding.get("sheet"), finding.get("cell")) for finding in rule["findings"]]
    if case["sheet"] and case["sheet"] not in [sheet for sheet, _ in places]:
        return f"told of {places}"
    if case["cell"] and (case["sheet"], case["cell"]) not in places:
        return f"told of {places}"
    more = {rule_of(name) for name in broken} - {case["rule"], *case["also"]}
    if more:
        return f"also breaks {sorted(more)}"
    return wrong_status(broken, status)


def main():
    checker, wrong = Checker(sys.argv[1], "check-workbook"), 0
    with tempfile.TemporaryDirectory(prefix="eqr-spoiled-") as top:
        top = pathlib.Path(top)
        draft = checker.make(top / "out")
        good = [next(draft.glob(f"*.{ending}")) for ending in ("xlsx", "ods")]
        for path in good:
            broken, status = checker.look(path)
            assert not broken and status == 0, (path.name, broken)
        spoiled = top / "spoiled"
        subprocess.run([sys.executable, HERE / "spoiled_workbooks.py", *good, spoiled], check=True)
        cases = json.loads((spoiled / "expected.json").read_text())
        assert len(cases) >= 40 and {case["level"] for case in cases} == {"FAIL", "WARNING"}
        for case, found in zip(cases, checker.look_all([spoiled / case["file"] for case in cases])):
            what = complaint(case, *found)
            if what:
                wrong += 1
                print(f"{case['file']}: {case['rule']} ({case['what']}): {what}")
    print(f"{len(cases) - wrong} of {len(cases)} defects found")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
