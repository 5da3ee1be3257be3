#!/usr/bin/env python3
"""Whole runs of the program: input, command, exit code and the whole message, on one screen each.

usage: runs_test.py NAME [--build DIR] | --list

Each test starts from a copy of tests/runs/base (twenty people, added up by hand) or of a sample, changes one
thing and runs the program. A test that fails leaves its folder and says where. The tests stand in the modules
that are imported here, one a subject.
"""
import argparse
import shutil
import sys

import canary_cases
import chart_cases
import codebook_cases
import command_cases
import companions_cases
import disclosure_cases
import document_faults
import dress_cases
import findings_cases
import hostile_cases
import outside_cases
import pay_cases
import people_faults
import picture_cases
import report_cases
import rows_cases
import sample_cases
import settings_faults
import theme_faults
from case import START, TESTS, Case


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", nargs="?")
    parser.add_argument("--build")
    parser.add_argument("--list", action="store_true")
    chosen = parser.parse_args()
    if chosen.list:
        print("\n".join(TESTS))
        return 0
    case = Case(chosen.build, START[chosen.name])
    try:
        TESTS[chosen.name](case)
    except Exception:
        print(f"what the test made is in {case.top}", file=sys.stderr)
        raise
    shutil.rmtree(case.top)
    return 0


if __name__ == "__main__":
    sys.exit(main())
