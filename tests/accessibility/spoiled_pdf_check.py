#!/usr/bin/python3
"""equality-report check-pdf finds each defect of spoiled_pdfs.py, nothing in the good file, and what Chromium leaves out.

usage: spoiled_pdf_check.py BUILD
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from checker import Checker, wrong_status

HERE = pathlib.Path(__file__).resolve().parent

# What Chromium 156 was seen to leave out when it prints a page as tagged PDF: the name of the standard, content that
# is marked, its own tags mapped, metadata and a title, words of links, bodies of list items.
CHROMIUM_LEAVES_OUT = {"5-1", "7.1-3", "7.1-5", "7.1-8", "7.1-9", "7.18.5-2", "7.2-20"}


def complaint(case, broken, status):
    """What is wrong with what was found; nothing if it is as expected."""
    found = broken.get(case["rule"])
    if not found:
        return f"not found, but {sorted(broken)}"
    if found["verdict"] != case["level"]:
        return f"told as {found['verdict']}"
    more = set(broken) - {case["rule"], *(broken if case["also"] == "any" else case["also"])}
    if more:
        return f"also breaks {sorted(more)}: " + "; ".join(str(broken[rule]["findings"][:2]) for rule in more)
    return wrong_status(broken, status)


def by_chromium(page, folder):
    printed = folder / "chromium.pdf"
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
                    "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    return printed


def main():
    checker, wrong = Checker(sys.argv[1], "check-pdf"), 0
    with tempfile.TemporaryDirectory(prefix="eqr-spoiled-pdf-") as top:
        top = pathlib.Path(top)
        draft = checker.make(top / "out")
        good, report = next(draft.glob("*.pdf")), draft / "report.json"
        beside = ["--report", report]
        broken, status = checker.look(good, *beside)
        assert not broken and status == 0, broken
        spoiled = top / "spoiled"
        subprocess.run([sys.executable, HERE / "spoiled_pdfs.py", good, report, spoiled], check=True)
        cases = json.loads((spoiled / "expected.json").read_text())
        assert len(cases) >= 30 and {case["level"] for case in cases} == {"FAIL", "WARNING"}
        looked_at = checker.look_all([spoiled / case["file"] for case in cases], *beside)
        for case, found in zip(cases, looked_at):
            what = complaint(case, *found)
            if what:
                wrong += 1
                print(f"{case['file']}: {case['rule']} ({case['what']}): {what}")
        missed = CHROMIUM_LEAVES_OUT - set(checker.look(by_chromium(good.with_suffix(".html"), top))[0])
        if missed:
            wrong += 1
            print(f"of what Chromium leaves out, {sorted(missed)} is not found")
    print(f"{len(cases) + 1 - wrong} of {len(cases) + 1} files told apart")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
