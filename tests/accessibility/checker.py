"""equality-report's check-workbook and check-pdf, and a report of the Hertfordshire sample to look at."""
import concurrent.futures
import json
import pathlib
import subprocess

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "sample-inputs" / "hertfordshire-2017-18" / "run.toml"


class Checker:
    def __init__(self, build, command):
        self.program, self.command = pathlib.Path(build).resolve() / "bin" / "equality-report", command

    def make(self, folder):
        """The folder of a draft."""
        subprocess.run([self.program, "build", SAMPLE, "--out", folder, "--progress", "none"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return folder / "draft"

    def look(self, path, *words):
        """The rules that are not kept, by id, and the exit status. A file that cannot be read breaks the rule "told"."""
        done = subprocess.run([self.program, self.command, path, "--json", *words], capture_output=True, text=True)
        if not done.stdout:
            return {"told": {"verdict": "FAIL", "findings": [done.stderr]}}, done.returncode
        rules = json.loads(done.stdout)["rules"]
        return {rule["rule"]: rule for rule in rules if rule["verdict"] != "PASS"}, done.returncode

    def look_all(self, paths, *words):
        """As look() does, at all of them."""
        with concurrent.futures.ThreadPoolExecutor(2) as both:
            return list(both.map(lambda path: self.look(path, *words), paths))


def wrong_status(broken, status):
    """What is wrong with the exit status; nothing if it is as it should be."""
    failures = any(rule["verdict"] == "FAIL" for rule in broken.values())
    return "" if status == (3 if failures else 0) else f"exit status {status}"
