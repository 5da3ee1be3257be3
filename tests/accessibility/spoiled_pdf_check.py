#!/usr/bin/python3
"""equality-report check-pdf finds each defect of spoiled_pdfs.py, nothing in the good file, and what Chromium leaves out.

usage: spoiled_pdf_check.py BUILD
"""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "sample-inputs" / "hertfordshire-2017-18" / "run.toml"

# What Chromium 156 was seen to leave out when it prints a page as tagged PDF: the name of the standard, content that
# is marked, its own tags mapped, metadata and a title, words of links, bodies of list items.
CHROMIUM_LEAVES_OUT = {"5-1", "7.1-3", "7.1-5", "7.1-8", "7.1-9", "7.18.5-2", "7.2-20"}


class Checker:
    def __init__(self, build):
        self.program = build / "bin" / "equality-report"

    def make(self, folder):
        subprocess.run([self.program, "build", SAMPLE, "--out", folder, "--progress", "none"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return sorted((folder / "draft").glob("*.pdf"))[0]

    def look(self, path, report=None):
        """The rules that are not kept, by id, and the exit status."""
        beside = ["--report", report] if report else []
        done = subprocess.run([self.program, "check-pdf", path, "--json", *beside], capture_output=True, text=True)
        if not done.stdout:
            return {"told": {"verdict": "FAIL", "findings": [done.stderr]}}, done.returncode
        rules = json.loads(done.stdout)["rules"]
        return {rule["rule"]: rule for rule in rules if rule["verdict"] != "PASS"}, done.returncode


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
    failures = any(rule["verdict"] == "FAIL" for rule in broken.values())
    return "" if status == (3 if failures else 0) else f"exit status {status}"


def by_chromium(page, folder):
    printed = folder / "chromium.pdf"
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
                    "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    return printed


def main():
    checker, wrong = Checker(pathlib.Path(sys.argv[1]).resolve()), 0
    with tempfile.TemporaryDirectory(prefix="eqr-spoiled-pdf-") as top:
        top = pathlib.Path(top)
        good = checker.make(top / "out")
        report = good.parent / "report.json"
        broken, status = checker.look(good, report)
        assert not broken and status == 0, broken
        spoiled = top / "spoiled"
        subprocess.run([sys.executable, HERE / "spoiled_pdfs.py", good, report, spoiled], check=True)
        cases = json.loads((spoiled / "expected.json").read_text())
        assert len(cases) >= 30 and {case["level"] for case in cases} == {"FAIL", "WARNING"}
        for case in cases:
            what = complaint(case, *checker.look(spoiled / case["file"], report))
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
