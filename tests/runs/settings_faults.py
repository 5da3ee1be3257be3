"""Faults in the run file, the codebook, the template, a placeholder: exit 2, nothing written."""
import subprocess

from case import test


@test
def a_misspelt_key_in_the_run_file_is_named_with_its_place_and_a_guess(case):
    case.change("run.toml", "threshold = 3", "treshold = 3")
    case.make().ends(2, 'run.toml:11:1: unknown key "treshold" in [policy]\nhint: did you mean "threshold"?\n').wrote_nothing()


@test
def a_plugin_that_is_not_there_is_named_with_a_guess(case):
    case.change("run.toml", 'plugin = "workforce"', 'plugin = "workfroce"')
    case.make().ends(2, 'run.toml:34:1: there is no plugin "workfroce"\nhint: did you mean "workforce"?\n')
    case.wrote_nothing()


@test
def a_setting_that_the_theme_does_not_have_is_named(case):
    case.change("run.toml", 'settings = { characteristics', 'settings = { characterstics')
    case.make().ends(2, 'run.toml:36:12: the theme "workforce" has no setting "characterstics"\n'
                     'hint: did you mean "characteristics"?\n').wrote_nothing()


@test
def an_input_of_the_wrong_kind_for_its_role_is_named(case):
    case.change("run.toml", '[inputs.forum]\nkind = "table"', '[inputs.forum]\nkind = "figures"')
    case.make().ends(2, 'run.toml:23:1: input "forum" is of kind figures, but role "forum" of theme '
                     '"fostering-good-relations" wants table\nhint: change its kind, or bind the role to another input\n')
    case.wrote_nothing()


@test
def a_value_given_to_two_groups_of_the_codebook_is_named(case):
    case.change("codebook.toml", 'values = ["M"]', 'values = ["f"]')
    case.make().ends(2).wrote_nothing()
    assert case.err.startswith('codebook.toml:6:103: characteristic "sex": the value "f" belongs to two groups, '
                               '"female" and "male"\n'), case.err


@test
def a_template_that_is_not_there_is_named(case):
    case.change("run.toml", 'slug = "equality-report"', 'slug = "equality-report"\ntemplate = "progres-report"')
    case.make().ends(2, 'there is no template "progres-report"\nhint: did you mean "progress-report"?\n').wrote_nothing()


@test
def a_heading_for_a_section_that_the_template_does_not_have_is_named(case):
    case.write("wording.toml", '[headings]\nforewrd = "Welcome"\n')
    case.make().ends(2, 'wording.toml:2:11: [headings] names a section "forewrd" that the template does not have\n'
                     'hint: did you mean "foreword"?\n').wrote_nothing()


@test
def a_placeholder_that_nothing_declares_is_an_error_before_people_are_read(case):
    case.change("narratives/foreword.md", "facts.population", "facts.popluation")
    (case.folder / "staff.csv").write_bytes(b"\x00\xff")  # would be a fault, were it read
    case.make().ends(2, 'narratives/foreword.md:1:11: unknown fact {{facts.popluation}}\n'
                     'hint: did you mean "facts.population"?\n').wrote_nothing()


@test
def a_placeholder_that_fits_a_pattern_and_that_the_theme_does_not_deliver_is_an_error(case):
    case.change("narratives/equal-workforce.md", "workforce.sex.female.percent}}", "workforce.sex.femle.percent}}")
    case.make().ends(2, 'narratives/equal-workforce.md:1:11: unknown figure {{workforce.sex.femle.percent}}\n'
                     'hint: did you mean "workforce.sex.female.percent"?\n').wrote_nothing()


@test
def a_placeholder_of_a_theme_that_the_report_does_not_have_is_an_error(case):
    case.change("narratives/foreword.md", "facts.population", "veterans.pledges.count")
    case.make().ends(2, 'narratives/foreword.md:1:11: {{veterans.pledges.count}}: the report has no theme "veterans"\n'
                     'hint: one of: facts, workforce, fostering-good-relations\n').wrote_nothing()


@test
def wrong_words_on_the_command_line_are_told_with_the_remedy(case):
    case.run("biuld", "run.toml").ends(2, 'unknown command "biuld"\nhint: did you mean "build"?\n')
    case.run("build").ends(2, "RUN.toml is missing\nhint: equality-report build RUN.toml [options]\n")
    case.run("build", "run.toml", "--ot", "x").ends(2, 'unknown option --ot\nhint: did you mean "--out"?\n')
    case.run("build", "nowhere.toml", "--progress", "none").ends(2, "nowhere.toml: the run file cannot be opened\n"
                                           "hint: check the name; `equality-report build RUN.toml`\n")


@test
def fonts_are_named_all_four_or_none_and_have_to_be_fonts(case):
    case.add("run.toml", '\n[fonts]\nregular = "some.ttf"\n')
    case.make().ends(2)
    assert "of the four styles of the fonts 1 are named\n" in case.err, case.err
    folder = "/usr/share/fonts/truetype/liberation2/LiberationSerif"
    named = "\n".join(f'{style} = "{folder}-{file}.ttf"' for style, file in (
        ("regular", "Regular"), ("bold", "Bold"), ("italic", "Italic"), ("bold_italic", "BoldItalic")))
    case.change("run.toml", 'regular = "some.ttf"', named + '\nothers = ["staff.csv"]')
    case.make().ends(2)
    assert "staff.csv: is not a font\n" in case.err, case.err
    case.wrote_nothing()
    case.change("run.toml", '\nothers = ["staff.csv"]', "")
    case.make().ends(0)
    listed = subprocess.run(["pdffonts", next(case.draft.glob("*.pdf"))], capture_output=True, text=True, check=True).stdout
    assert "+LiberationSerif" in listed and "+LiberationSans" not in listed, listed
