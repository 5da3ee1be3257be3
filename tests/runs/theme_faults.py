"""Faulty themes: the others stand, the draft names the one that is missing."""
import re
import shutil

from case import test


def with_faulty(case, plugin, limits=""):
    case.add("run.toml", f'\n[[themes]]\nplugin = "{plugin}"\n{limits}\n[plugins]\nfolders = ["../faulty"]\n')
    (case.top / "faulty").mkdir(exist_ok=True)
    shutil.copytree(case.build / "faulty-themes" / plugin, case.top / "faulty" / plugin)
    for path in [case.top / "faulty", *(case.top / "faulty").rglob("*")]:
        path.chmod(0o755)


def expect_missing(case, sentence):
    assert case.code == 3, f"{case.code}: {case.err}"
    assert re.fullmatch(r'theme "[a-z-]+": ' + re.escape(sentence) + r"\nmissing: [^\n]*( Owed by [^\n]*)?\n", case.err), case.err
    assert "workforce.sex" in [t["id"] for t in case.report()["tables"]]
    assert sentence in case.page().replace("&#39;", "'"), sentence


FAULTY = {
    "throws": ("This part is missing because its program met a fault of its own.", ""),
    "crashes": ("This part is missing because its program stopped suddenly.", ""),
    "hangs": ("This part is missing because its program did not finish in the time allowed.", "limits = { seconds = 1 }"),
    "wrong-version": ("This part is missing because its program was made for another version of this software.", ""),
    "not-a-plugin": ("This part is missing because its program could not be loaded.", ""),
}


@test
def a_theme_that_throws_is_missing_and_the_others_are_there(case):
    with_faulty(case, "throws")
    case.make()
    expect_missing(case, FAULTY["throws"][0])


@test
def a_theme_that_crashes_is_missing_and_the_others_are_there(case):
    with_faulty(case, "crashes")
    case.make()
    expect_missing(case, FAULTY["crashes"][0])


@test
def a_theme_that_hangs_is_missing_and_the_others_are_there(case):
    with_faulty(case, "hangs", "limits = { seconds = 1 }")
    case.make()
    expect_missing(case, FAULTY["hangs"][0])


@test
def a_theme_of_another_version_is_missing_and_the_others_are_there(case):
    with_faulty(case, "wrong-version")
    case.make()
    expect_missing(case, FAULTY["wrong-version"][0])


@test
def a_theme_that_is_not_a_plugin_is_missing_and_the_others_are_there(case):
    with_faulty(case, "not-a-plugin")
    case.make()
    expect_missing(case, FAULTY["not-a-plugin"][0])
