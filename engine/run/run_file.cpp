#include "run/run_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <utility>

#include "report/model/wording.hpp"
#include "report/narrative_image.hpp"
#include "run/policy_settings.hpp"
#include "settings/toml_section.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Problem;
using settings::Section;

constexpr std::string_view word_characters = "abcdefghijklmnopqrstuvwxyz0123456789-";

bool is_word(std::string_view text) {
  return !text.empty() && text.find_first_not_of(word_characters) == std::string_view::npos &&
         text.front() != '-' && text.back() != '-';
}

void check_word(Section& section, const std::string& key, const std::string& value) {
  if (is_word(value) && value.size() <= 60) return;
  section.problem(key,
                  "\"" + value + "\" has to be lower-case letters, digits and dashes, at most 60 of them",
                  "it becomes part of file names and links");
}

// By its form (BCP 47): "cy", "en-GB", "zh-Hans-CN".
bool is_language(const std::string& tag) {
  static const std::regex form("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  return std::regex_match(tag, form);
}

ReportSettings read_report(Section section) {
  ReportSettings report;
  report.organisation = section.required_text("organisation");
  report.title = section.required_text("title");
  report.period = section.required_text("period");
  report.slug = section.required_text("slug");
  if (!report.slug.empty()) check_word(section, "slug", report.slug);
  for (const auto& [key, date] :
       {std::pair{"snapshot", &report.snapshot}, std::pair{"published", &report.published}}) {
    if (!section.has(key))
      section.problem("", std::string("\"") + key + "\" is missing in [report]",
                      std::string("add ") + key + " = 2018-03-31");
    *date = section.date(key).value_or(
        calendar::Date{std::chrono::year{2000}, std::chrono::month{1}, std::chrono::day{1}});
  }
  report.last_snapshot = section.date("last_snapshot");
  report.next_update = section.date("next_update");
  report.report_template = section.text("template").value_or(report.report_template);
  report.language = section.text("language").value_or(report.language);
  if (!is_language(report.language)) {
    section.problem("language", "\"" + report.language + "\" is not the tag of a language",
                    "en-GB for English, cy for Welsh");
  }
  report.website = section.text("website").value_or("");
  report.summary = section.text("summary").value_or("");
  report.keywords = section.texts("keywords");
  section.finish();
  return report;
}

report::Contact read_contact(Section section) {
  report::Contact contact{section.text("name").value_or(""), section.text("email").value_or(""),
                          section.text("telephone").value_or(""), section.text("address").value_or("")};
  section.finish();
  return contact;
}

// A format of the report is offered in a sentence, or by the address at which it stands.
report::Accessibility read_accessibility(Section section) {
  report::Accessibility accessibility;
  for (const auto& [key, format] :
       {std::pair{"large_print", "Large print"}, std::pair{"easy_read", "Easy Read"},
        std::pair{"braille", "Braille"}, std::pair{"audio", "Audio"},
        std::pair{"bsl", "British Sign Language"}, std::pair{"languages", "Other languages"}}) {
    const auto written = section.text(key);
    if (!written) continue;
    if (report::may_be_followed(*written)) {
      accessibility.offers.push_back({format, "", *written});
    } else if (written->find(' ') != std::string::npos) {
      accessibility.offers.push_back({format, *written, ""});
    } else {
      section.problem(key, "\"" + *written + "\" is neither a sentence nor an address",
                      std::string(key) + " = \"Ask us for it.\", or where it is: https://…; leave the key " +
                          "out where nobody offers it");
    }
  }
  accessibility.known_limits = section.texts("known_limits");
  section.finish();
  return accessibility;
}

InputKind kind_of(Section& section) {
  if (!section.has("kind")) {
    section.problem("", "\"kind\" is missing in [" + section.name() + "]",
                    "one of: people, counted, figures, table");
  }
  const std::string word =
      section.word("kind", {"people", "counted", "figures", "table"}).value_or("figures");
  if (word == "people") return InputKind::people;
  if (word == "counted") return InputKind::counted;
  return word == "table" ? InputKind::table : InputKind::figures;
}

// What the rows of an extract are, and which extract answers for last year.
void read_rows(Section& section, InputSettings& input) {
  input.last_year_from_dates = section.yes_or_no("last_year_from_dates").value_or(false);
  input.sheet = section.text("sheet").value_or("");
  // A workbook of both years has a sheet of the same name in each, or two sheets; a CSV has none.
  const bool is_workbook = text::folded(input.last_year_file).ends_with(".xlsx");
  input.last_year_sheet = section.text("last_year_sheet").value_or(is_workbook ? input.sheet : "");
  input.people = section.text("people").value_or("");
  const std::string rows = section.word("rows", {"people", "posts", "events"}).value_or("people");
  if (rows == "posts") input.rows = persons::RowsAre::posts;
  if (rows == "events") input.rows = persons::RowsAre::events;
  input.count_people = section.word("count", {"events", "people"}).value_or("events") == "people";
  for (Section each : section.sections("exclude")) {
    persons::Exclusion exclusion{each.required_text("column"), {}, each.required_text("reason")};
    for (const std::string& value : each.texts("values")) exclusion.values.insert(text::normalised(value));
    if (exclusion.values.empty()) {
      each.problem("values", "\"values\" is missing or empty in [" + each.name() + "]",
                   "list what stands in the column for those who are left out");
    }
    each.finish();
    input.exclude.push_back(std::move(exclusion));
  }
  for (const char* key :
       {"last_year_from_dates", "sheet", "last_year_sheet", "rows", "people", "count", "exclude"}) {
    if (input.kind != InputKind::people && section.has(key)) {
      section.problem(key, std::string(key) + " belongs to inputs of kind people");
    }
  }
  for (const char* key : {"people", "count"}) {
    if (input.rows != persons::RowsAre::events && section.has(key)) {
      section.problem(key, std::string(key) + " belongs to inputs whose rows are events",
                      "add rows = \"events\"");
    }
  }
  if (!input.file.empty() && input.last_year_file == input.file && input.last_year_sheet == input.sheet) {
    section.problem("last_year_file", "last year's extract is the same file as this year's",
                    "name last year's, or leave it out; one extract with dates answers for both years with "
                    "last_year_from_dates");
  }
  if (input.last_year_from_dates && !input.last_year_file.empty()) {
    section.problem("last_year_from_dates", "[" + section.name() + "] has an extract of last year as well",
                    "keep last_year_file, or one extract with those who have left and last_year_from_dates");
  }
}

InputSettings read_input(Section section, const std::string& name) {
  InputSettings input;
  input.name = name;
  input.place = section.place();
  if (!is_word(name)) {
    section.problem("", "input \"" + name + "\" has to be lower-case letters, digits and dashes",
                    "[inputs.hate-crime]");
  }
  input.kind = kind_of(section);
  input.file = section.path("file").value_or("");
  input.url = section.text("url").value_or("");
  input.last_year_file = section.path("last_year_file").value_or("");
  input.codebook = section.path("codebook").value_or("");
  read_rows(section, input);
  input.title = section.text("title").value_or("");
  input.source = section.text("source").value_or("");
  input.published = section.text("published").value_or("");
  input.owner = section.text("owner").value_or("");
  input.due = section.date("due");
  if (const auto value = section.whole_number("timeout_seconds", 1, 600))
    input.timeout = std::chrono::seconds(*value);
  if (const auto value = section.whole_number("max_megabytes", 1, 2000)) {
    input.most_bytes = static_cast<std::uint64_t>(*value) * 1'000'000;
  }
  const bool about_people = input.kind == InputKind::people || input.kind == InputKind::counted;
  const bool named = section.has("file") || section.has("url");
  if (!named)
    section.problem("", "[" + section.name() + "] names neither a file nor a url", "add file = \"…\"");
  if (section.has("file") && section.has("url")) {
    section.problem("url", "[" + section.name() + "] names both a file and a url", "keep one of them");
  }
  if (!input.url.empty() && !input.url.starts_with("http://") && !input.url.starts_with("https://")) {
    section.problem("url", "\"url\" has to begin with http:// or https://");
  }
  if (input.kind == InputKind::people && section.has("url")) {
    section.problem("url", "records of people are read from files only",
                    "name the extract with file = \"…\"");
  }
  if (about_people && !section.has("codebook")) {
    section.problem("", "[" + section.name() + "] has no codebook",
                    "add codebook = \"…\": it says which column is which characteristic");
  }
  if (!about_people && section.has("codebook")) {
    section.problem("codebook", "a codebook belongs to inputs of kind people or counted");
  }
  if (input.kind != InputKind::people && section.has("last_year_file")) {
    section.problem("last_year_file", "last_year_file belongs to inputs of kind people");
  }
  section.finish();
  return input;
}

nlohmann::json json_of(const toml::node& node) {
  if (const auto* table = node.as_table()) {
    nlohmann::json object = nlohmann::json::object();
    for (const auto& [key, value] : *table) object[std::string(key.str())] = json_of(value);
    return object;
  }
  if (const auto* array = node.as_array()) {
    nlohmann::json list = nlohmann::json::array();
    for (const toml::node& value : *array) list.push_back(json_of(value));
    return list;
  }
  if (const auto value = node.value_exact<std::string>()) return *value;
  if (const auto value = node.value_exact<std::int64_t>()) return *value;
  if (const auto value = node.value_exact<double>()) return *value;
  if (const auto value = node.value_exact<bool>()) return *value;
  if (const auto value = node.value_exact<toml::date>()) {
    return calendar::iso_text(calendar::Date{std::chrono::year{value->year}, std::chrono::month{value->month},
                                             std::chrono::day{value->day}});
  }
  return nullptr;
}

ThemeSettings read_theme(Section section) {
  ThemeSettings theme;
  theme.place = section.place();
  theme.plugin = section.required_text("plugin");
  theme.id = section.text("id").value_or(theme.plugin);
  if (!theme.id.empty()) check_word(section, "id", theme.id);
  theme.title = section.text("title").value_or("");
  theme.sha256 = section.text("sha256").value_or("");
  Section inputs = section.section("inputs");
  for (const std::string& role : inputs.keys()) theme.inputs[role] = inputs.required_text(role);
  if (const toml::node* settings = section.raw("settings")) {
    if (settings->is_table()) {
      theme.settings = json_of(*settings);
    } else {
      section.problem("settings", "\"settings\" has to be a section",
                      "[themes.settings] below its [[themes]]");
    }
  }
  theme.settings_place = section.place(section.has("settings") ? "settings" : "");
  Section limits = section.section("limits");
  if (const auto value = limits.whole_number("seconds", 1, 600))
    theme.time_limit = std::chrono::seconds(*value);
  if (const auto value = limits.whole_number("memory_mb", 64, 65'536)) {
    theme.memory_limit_mb = static_cast<std::uint64_t>(*value);
  }
  limits.finish();
  section.finish();
  return theme;
}

NarrativeSettings read_narrative(Section section, const std::string& id) {
  NarrativeSettings narrative{id, section.place(), section.path("file").value_or(""),
                              section.text("owner").value_or(""), section.date("due")};
  if (!section.has("file"))
    section.problem("", "\"file\" is missing in [" + section.name() + "]",
                    "add file = \"narratives/" + id + ".md\"");
  section.finish();
  return narrative;
}

std::optional<DesignSettings::Chosen> chosen_colour(Section& section, const std::string& key,
                                                    const std::optional<std::string>& written) {
  if (!written) return std::nullopt;
  const auto colour = colours::parse_colour(*written);
  if (!colour)
    section.problem(key, "\"" + *written + "\" is not a colour", "six digits behind a number sign: #12436d");
  return DesignSettings::Chosen{colour.value_or(0), section.place(key)};
}

void read_logo(Section& section, DesignSettings& design) {
  design.logo = section.path("logo").value_or("");
  design.logo_alternative = section.text("logo_alternative").value_or("");
  design.logo_place = section.place("logo");
  const auto add = [&](const std::string& key, const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) section.problem(key, problem.message, problem.hint);
  };
  if (design.logo.empty()) {
    if (section.has("logo_alternative"))
      section.problem("logo_alternative", "an alternative text without a logo", "add logo = \"logo.svg\"");
    return;
  }
  add("logo", report::file_name_problems(design.logo, {}));
  const std::string name = text::folded(design.logo);
  if (name.ends_with(".jpg") || name.ends_with(".jpeg"))
    section.problem("logo", "a logo is no photograph", "save it as SVG or PNG");
  if (design.logo_alternative.empty()) {
    section.problem("logo", "a logo without an alternative text",
                    "add logo_alternative = \"…\": the organisation's name, as the logo has it");
  } else {
    add("logo_alternative", report::alternative_problems(design.logo_alternative, "logo", {}));
  }
}

DesignSettings read_design(Section section) {
  DesignSettings design;
  read_logo(section, design);
  design.colour = chosen_colour(section, "colour", section.text("colour"));
  design.text_colour = chosen_colour(section, "text_colour", section.text("text_colour"));
  design.accent = chosen_colour(section, "accent", section.text("accent"));
  section.finish();
  return design;
}

// What spans several sections: ids used twice, roles bound to inputs that are not there.
void check_together(const RunFile& run, std::vector<Problem>& problems) {
  std::vector<std::string> names;
  for (const auto& [name, input] : run.inputs) names.push_back(name);
  std::set<std::string> ids{"facts"};
  for (const ThemeSettings& theme : run.themes) {
    if (!theme.id.empty() && !ids.insert(theme.id).second) {
      problems.push_back(
          {theme.place, "two themes have the id \"" + theme.id + '"',
           "give one of them another: id = \"…\" (\"facts\" is taken by the organisation's own figures)"});
    }
    for (const auto& [role, name] : theme.inputs) {
      if (run.inputs.contains(name)) continue;
      problems.push_back({theme.place,
                          "role \"" + role + "\" of theme \"" + theme.id + "\" is bound to input \"" + name +
                              "\", which is not there",
                          text::suggestion(name, names)});
    }
  }
  if (run.themes.empty()) {
    problems.push_back(
        {{run.name, 0, 0, ""}, "the run file names no theme", "add [[themes]] with plugin = \"workforce\""});
  }
}

FontSettings read_fonts(Section fonts) {
  FontSettings read;
  read.regular = fonts.text("regular").value_or("");
  read.bold = fonts.text("bold").value_or("");
  read.italic = fonts.text("italic").value_or("");
  read.bold_italic = fonts.text("bold_italic").value_or("");
  read.others = fonts.texts("others");
  const auto styles = {read.regular, read.bold, read.italic, read.bold_italic};
  const auto named = std::ranges::count_if(styles, [](const std::string& file) { return !file.empty(); });
  if (named != 0 && named != 4)
    fonts.problem("regular", "of the four styles of the fonts " + std::to_string(named) + " are named",
                  "name regular, bold, italic and bold_italic, or none of them for Liberation Sans");
  fonts.finish();
  return read;
}

}  // namespace

calendar::Date last_snapshot_of(const ReportSettings& report) {
  if (report.last_snapshot) return *report.last_snapshot;
  const calendar::Date before{report.snapshot.year() - std::chrono::years{1}, report.snapshot.month(),
                              report.snapshot.day()};
  if (before.ok()) return before;
  return {before.year(), before.month(), std::chrono::day{28}};
}

RunFile parse_run_file(std::string_view bytes, const std::string& name, std::filesystem::path folder) {
  const toml::table root = settings::parse_toml(bytes, name);
  std::vector<Problem> problems;
  RunFile run;
  run.name = name;
  run.folder = std::move(folder);
  Section file(root, name, "", problems);
  if (!file.has("report")) {
    problems.push_back(
        {{name, 0, 0, ""}, "[report] is missing", "it names the organisation, the period and the dates"});
    (void)file.section("report");
  } else {
    run.report = read_report(file.section("report"));
  }
  run.contact = read_contact(file.section("contact"));
  run.accessibility = read_accessibility(file.section("accessibility"));
  read_policy(file.section("policy"), run);
  Section facts = file.section("facts");
  run.facts = facts.texts("files");
  run.facts_owner = facts.text("owner").value_or("");
  facts.finish();
  Section inputs = file.section("inputs");
  for (const std::string& input : inputs.keys()) run.inputs[input] = read_input(inputs.section(input), input);
  for (Section& theme : file.sections("themes")) run.themes.push_back(read_theme(std::move(theme)));
  Section narratives = file.section("narratives");
  for (const std::string& id : narratives.keys()) {
    run.narratives[id] = read_narrative(narratives.section(id), id);
  }
  Section plugins = file.section("plugins");
  run.plugin_folders = plugins.texts("folders");
  plugins.finish();
  run.design = read_design(file.section("design"));
  run.fonts = read_fonts(file.section("fonts"));
  Section spreadsheets = file.section("spreadsheets");
  run.has_chart_sheets = spreadsheets.yes_or_no("charts").value_or(true);
  spreadsheets.finish();
  file.finish();
  check_together(run, problems);
  std::ranges::stable_sort(problems, {}, [](const Problem& problem) { return problem.place.line; });
  problems::throw_if_any(Cost::settings, std::move(problems));
  return run;
}

RunFile read_run_file(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) {
    throw Fault(Cost::settings, Problem{{file.string(), 0, 0, ""},
                                        "is a folder, not a run file",
                                        "name the file in it: " + (file / "run.toml").string()});
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw Fault(Cost::settings, Problem{{file.string(), 0, 0, ""},
                                        "the run file cannot be opened",
                                        "check the name; `equality-report build RUN.toml`"});
  }
  const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  return parse_run_file(bytes, file.string(), file.has_parent_path() ? file.parent_path() : ".");
}

}  // namespace eqr::run
