#!/usr/bin/env python3
"""The guide in sample-inputs/README.md names every key that the program reads: sources against prose.

usage: documentation_test.py [NAME…]      runs the tests of these names, or all
"""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
GUIDE = TOP / "sample-inputs/README.md"
# Readers of settings::Section that are given the key as a string in quotes.
READERS = ("text", "required_text", "path", "date", "whole_number", "texts", "word", "yes_or_no", "section",
           "sections", "raw")
# Members of Section that read no key of their own.
OTHERS = {"has", "keys", "name", "place", "problem", "finish"}
TESTS = {}


def test(function):
    TESTS[function.__name__] = function
    return function


def source(path):
    return (TOP / path).read_text(encoding="utf-8")


def without_comments(code):
    return re.sub(r"^\s*//.*$|\s//\s.*$", "", code, flags=re.M)


def words_in_backticks(heading):
    """Every word within backticks below a heading: `limits = { seconds = 20 }` names limits and seconds."""
    prose = GUIDE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    words = set()
    for quoted in re.findall(r"`([^`\n]+)`", prose):
        words.add(quoted)
        words.update(re.findall(r"[A-Za-z0-9_-]+", quoted))
    return words


def keys_of_the_run_file():
    code = without_comments(source("engine/run/run_file.cpp"))
    keys = set(re.findall(r'\.(?:%s)\(\s*"([^"]+)"' % "|".join(READERS), code))
    # The dates of [report] are read in a loop over pairs of a key and its place.
    return keys | set(re.findall(r'std::pair\{"([^"]+)"', code))


def expect_named(what, words, at_least, heading):
    if len(words) < at_least:
        raise AssertionError(f"only {len(words)} {what} found in the sources: has their form changed?")
    missing = sorted(set(words) - words_in_backticks(heading))
    if missing:
        raise AssertionError(
            f"sample-inputs/README.md, under \"{heading}\", does not name these {what}: {', '.join(missing)}")


@test
def the_guide_names_every_key_of_the_run_file():
    expect_named("keys of the run file", keys_of_the_run_file(), 40, "The run file")


@test
def the_guide_names_every_key_of_a_codebook():
    code = without_comments(source("engine/people/codebook_written.cpp"))
    lists = re.findall(r'(?:Keys\{|(?:groups\(form, "\w+", \{))([^}]*)\}', code)
    keys = {key for one in lists for key in re.findall(r'"([^"]+)"', one)}
    expect_named("keys of a codebook", keys, 20, "The codebook")


@test
def the_guide_names_every_column_and_word_of_a_table_of_figures():
    code = without_comments(source("engine/inputs/figures.cpp"))
    columns = re.search(r"for \(const char\* name : \{([^}]*)\}", code)
    allowed = re.search(r"words = \{(.*?)\};", code, re.S)
    if not columns or not allowed:
        raise AssertionError("the columns or words are not where this test looks: has their form changed?")
    expect_named("columns and words", set(re.findall(r'"([^"]+)"', columns[1] + allowed[1])), 25, "Files of inputs")
    counted = re.search(r"headings = \{([^}]*)\}", source("engine/people/counted.cpp"))
    expect_named("columns of counted figures", set(re.findall(r'"([^"]+)"', counted[1])), 7, "Files of inputs")


@test
def the_guide_names_every_narrative_of_the_template():
    lists = re.findall(r"^\s*narratives = \[([^\]]*)\]", source("report-templates/progress-report/template.toml"), re.M)
    names = {name for one in lists for name in re.findall(r'"([^"]+)"', one)}
    expect_named("narratives", names, 10, "Texts")


@test
def the_readers_of_keys_are_all_known():
    """A new reader in Section would otherwise read keys that this test never sees."""
    declared = source("engine/settings/toml_section.hpp").split("class Section", 1)[1].split("private:", 1)[0]
    members = set(re.findall(r"(\w+)\((?!const toml::table)[^()]*\)(?: const)?(?:;| \{)", without_comments(declared)))
    unknown = sorted(members - set(READERS) - OTHERS - {"Section"})
    if unknown:
        raise AssertionError(f"add these readers of settings::Section to READERS or OTHERS: {', '.join(unknown)}")


def main():
    names = sys.argv[1:] or list(TESTS)
    failed = 0
    for name in names:
        try:
            TESTS[name]()
        except AssertionError as error:
            failed += 1
            print(f"{name}: {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
