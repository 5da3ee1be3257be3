#!/usr/bin/env python3
"""The tools and what the README says: commands, samples and places that are there, and a refusal told in full.

usage: tools_test.py NAME [--build DIR] | --list
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
README = (TOP / "README.md").read_text()
TESTS = {}


def test(function):
    TESTS[function.__name__] = function
    return function


def equal(found, expected):
    assert found == expected, f"found\n{found}\nexpected\n{expected}"


def is_program(path):
    return path.is_file() and os.access(path, os.X_OK)


class Machine:
    """A PATH that holds the few commands a test names, run by a user without rights; no sudo."""

    def __init__(self, installed):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="eqr-tools-"))
        self.folder.chmod(0o755)
        commands = self.folder / "commands"
        commands.mkdir()
        for name in ("bash", "id"):
            (commands / name).symlink_to(shutil.which(name))
        self.asked = self.folder / "asked"  # the packages, a line each
        self.called = self.folder / "called"  # of apt-get; nothing may call it
        for file in (self.asked, self.called):
            file.touch()
            file.chmod(0o666)
        answer = f'echo "$4" >>{self.asked}\n' + ("printf installed" if installed is True else
                                                  f'case "$4" in {installed}) printf installed ;; *) exit 1 ;; esac')
        for name, script in (("dpkg-query", answer), ("apt-get", f'echo "$@" >>{self.called}')):
            (commands / name).write_text(f"#!/bin/sh\n{script}\n")
            (commands / name).chmod(0o755)
        # A user without rights may not see the tree the tests stand in.
        shutil.copy(TOP / "tools" / "install-dependencies", self.folder)

    def install_dependencies(self, *words):
        as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
        done = subprocess.run([*as_nobody, self.folder / "install-dependencies", *words], text=True, capture_output=True,
                              stdin=subprocess.DEVNULL, cwd=self.folder, timeout=60,
                              env={"PATH": str(self.folder / "commands")},
                              executable=shutil.which("setpriv") if as_nobody else None)
        called = self.called.read_text()
        assert not called, f"apt-get was called: {called}"
        return done.returncode, done.stdout, done.stderr


def refusal(packages):
    return (f"installing {len(packages)} Debian packages: {' '.join(packages)}\n"
            "installing packages needs root: run this as root, or as a user who may use sudo, or ask for\n"
            f"  apt-get install --no-install-recommends {' '.join(packages)}\n")


@test
def a_user_who_may_not_install_packages_is_told_which_and_how(build):
    machine = Machine("?????*")  # names of fewer than five letters are missing: g++ alone
    equal(machine.install_dependencies(), (1, "", refusal(["g++"])))
    shutil.rmtree(machine.folder)


@test
def a_machine_that_has_none_of_the_packages_has_all_of_them_named(build):
    for words in ([], ["--tests"]):
        machine = Machine("none")
        found = machine.install_dependencies(*words)
        packages = machine.asked.read_text().split()
        assert "libxlsxwriter-dev" in packages and ("libgtest-dev" in packages) == bool(words), packages
        equal(found, (1, "", refusal(packages)))
        shutil.rmtree(machine.folder)


@test
def where_all_packages_are_installed_nothing_is_done_and_nothing_is_said(build):
    for words in ([], ["--tests"]):
        machine = Machine(True)
        equal(machine.install_dependencies(*words), (0, "", ""))
        assert len(machine.asked.read_text().split()) > 10
        shutil.rmtree(machine.folder)


@test
def a_wrong_word_to_install_dependencies_is_told_with_the_usage(build):
    machine = Machine(True)
    equal(machine.install_dependencies("--test"), (2, "", "usage: tools/install-dependencies [--tests | --benchmarks]\n"))
    shutil.rmtree(machine.folder)


@test
def the_tools_that_the_readme_names_are_there_and_may_be_run(build):
    named = sorted(set(re.findall(r"^    (tools/[a-z-]+)", README, re.M)))
    equal(named, ["tools/make-report", "tools/run-tests"])
    scripts = "".join((TOP / tool).read_text() for tool in named)
    for tool in [*named, *set(re.findall(r"\btools/[a-z]+(?:-[a-z]+)*", scripts))]:
        assert is_program(TOP / tool), tool


@test
def every_command_of_the_readme_has_its_help(build):
    program = build / "bin" / "equality-report"
    lines = re.findall(r"^\| `equality-report ([^`]+)` \|", README, re.M)
    commands = [re.match(r"[a-z][a-z-]*( [a-z]+)*", line)[0].split() for line in lines]
    equal(commands, [["build"], ["check"], ["plan"], ["audit"], ["check-workbook"], ["check-pdf"], ["codebook"], ["themes", "list"]])
    for line, command in zip(lines, commands):
        done = subprocess.run([program, *command, "--help"], text=True, capture_output=True, timeout=60)
        equal((done.returncode, done.stderr), (0, ""))
        for option in [*re.findall(r"--[a-z-]+", line), "--log-level"]:
            assert option in done.stdout, f"{command}: {option} is not in\n{done.stdout}"
    build_help = subprocess.run([program, "build", "--help"], text=True, capture_output=True, timeout=60).stdout
    for option in ("--progress", "--jobs", "--offline"):
        assert option in build_help, option


@test
def every_sample_of_the_readme_is_there_and_its_settings_are_right(build):
    named = re.findall(r"^\| `(sample-inputs/[^`]+)` \|", README, re.M)
    there = sorted(f"sample-inputs/{path.parent.name}" for path in (TOP / "sample-inputs").glob("*/run.toml"))
    equal(sorted(named), there)
    for sample in named:
        done = subprocess.run([build / "bin" / "equality-report", "check", "run.toml", "--settings-only"],
                              cwd=TOP / sample, text=True, capture_output=True, timeout=60)
        # The small borough still waits for some of its texts and tables.
        equal((sample, done.returncode), (sample, 3 if sample.endswith("/small-borough") else 0))


@test
def every_file_and_folder_that_the_readme_names_is_there(build):
    named = set(re.findall(r"`((?:engine|plugins|report-templates|sample-inputs|tests|tools)/[^`*<\s]*)`", README))
    named |= {link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link}
    assert len(named) > 8, named
    equal([name for name in sorted(named) if not (TOP / name).exists()], [])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", nargs="?")
    parser.add_argument("--build", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--list", action="store_true")
    chosen = parser.parse_args()
    if chosen.list:
        print("\n".join(TESTS))
        return 0
    TESTS[chosen.name](chosen.build)
    return 0


if __name__ == "__main__":
    sys.exit(main())
