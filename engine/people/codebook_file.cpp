#include "people/codebook_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "people/codebook_pay.hpp"
#include "people/codebook_resolve.hpp"
#include "people/codebook_written.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

using problems::Place;
using problems::Problem;

std::string in_quotes(std::string_view word) {
  return '"' + std::string(word) + '"';
}

std::vector<std::string> shipped_names(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

WrittenBook unreadable(const std::string& file) {
  WrittenBook book;
  book.file = file;
  book.readable = false;
  return book;
}

// What the own file gives replaces what is inherited, key by key.
WrittenCharacteristic merged(WrittenCharacteristic inherited, const WrittenCharacteristic& own) {
  inherited.id = own.id;
  if (own.title) inherited.title = own.title;
  if (own.column || own.born || own.since || own.within_period || own.looked_up) {
    inherited.column = own.column;
    inherited.born = own.born;
    inherited.since = own.since;
    inherited.within_period = own.within_period;
    inherited.looked_up = own.looked_up;
  }
  if (own.fixed) inherited.fixed = own.fixed;
  if (own.groups || own.bands) {
    inherited.groups = own.groups;
    inherited.bands = own.bands;
    inherited.aggregates.reset();  // they were unions of the groups that are gone
    if (own.groups && !own.born) inherited.born.reset();
    if (own.groups && !own.since) inherited.since.reset();
  }
  if (own.undeclared) inherited.undeclared = own.undeclared;
  if (own.aggregates) inherited.aggregates = own.aggregates;
  inherited.values.insert(inherited.values.end(), own.values.begin(), own.values.end());
  return inherited;
}

WrittenBook merged(WrittenBook inherited, const WrittenBook& own) {
  inherited.file = own.file;
  if (own.id) inherited.id = own.id;
  if (own.pay) inherited.pay = own.pay;
  if (own.in_post) inherited.in_post = own.in_post;
  if (own.dated) inherited.dated = own.dated;
  if (own.main_post) inherited.main_post = own.main_post;
  if (own.hours) inherited.hours = own.hours;
  inherited.findings.insert(inherited.findings.end(), own.findings.begin(), own.findings.end());
  if (own.exclusions) inherited.exclusions = own.exclusions;
  for (const WrittenCharacteristic& characteristic : own.characteristics) {
    const auto same =
        std::find_if(inherited.characteristics.begin(), inherited.characteristics.end(),
                     [&](const auto& earlier) { return earlier.id.value == characteristic.id.value; });
    if (same == inherited.characteristics.end()) {
      inherited.characteristics.push_back(characteristic);
    } else {
      *same = merged(std::move(*same), characteristic);
    }
  }
  return inherited;
}

// A shipped book; unreadable when there is none of this name.
WrittenBook shipped_book(const WrittenText& name, const std::filesystem::path& shipped,
                         std::vector<Problem>& problems) {
  const std::vector<std::string> names = shipped_names(shipped);
  // Only a name from the folder's own list is opened: no path can be smuggled in.
  if (std::find(names.begin(), names.end(), name.value) == names.end()) {
    problems.push_back({name.place, "there is no shipped codebook " + in_quotes(name.value),
                        text::suggestion(name.value, names)});
    return unreadable(name.place.file);
  }
  const std::string file = name.value + ".toml";
  std::ifstream stream(shipped / file, std::ios::binary);
  const std::string toml{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) {
    problems.push_back({name.place, "the shipped codebook " + in_quotes(name.value) + " cannot be read", {}});
    return unreadable(name.place.file);
  }
  WrittenBook book = read_written(toml, file, problems);
  if (!book.extends.empty()) {
    problems.push_back({book.extends.front().place, "a shipped codebook cannot extend another", {}});
  }
  return book;
}

WrittenBook with_inherited(const WrittenBook& own, const std::filesystem::path& shipped,
                           std::vector<Problem>& problems) {
  if (own.extends.empty() || !own.readable) return own;
  std::optional<WrittenBook> inherited;
  for (const WrittenText& name : own.extends) {
    WrittenBook next = shipped_book(name, shipped, problems);
    if (!next.readable) return unreadable(own.file);
    inherited = inherited ? merged(std::move(*inherited), next) : std::move(next);
  }
  return merged(std::move(*inherited), own);
}

// A heading that identifies people, or their pay, must never become something that is published by group.
void check_private_columns(const WrittenBook& book, std::vector<Problem>& problems) {
  const auto same = [](const WrittenText& a, const std::optional<WrittenText>& b) {
    return b && text::normalised(a.value) == text::normalised(b->value);
  };
  for (const WrittenCharacteristic& each : book.characteristics) {
    if (!each.column) continue;
    const std::string what = "characteristic " + in_quotes(each.id.value) + ": the column ";
    if (same(*each.column, book.id)) {
      problems.push_back({each.column->place, what + "identifies a person and cannot be published by", {}});
    }
    if (book.pay && (same(*each.column, book.pay->hourly) || same(*each.column, book.pay->bonus))) {
      problems.push_back({each.column->place, what + "holds pay and cannot be published by", {}});
    }
  }
}

std::int64_t ten_thousandths(const numbers::Decimal& decimal) {
  return decimal.places == 0 ? decimal.digits * 10'000 : decimal.digits;
}

void add_treatments(const WrittenBook& written, Codebook& book, std::vector<Problem>& problems) {
  static const std::map<std::string, Finding> names = {{"unknown_values", Finding::unknown_values},
                                                       {"birth_dates", Finding::birth_dates},
                                                       {"start_dates", Finding::start_dates},
                                                       {"leave_dates", Finding::leave_dates},
                                                       {"repeated_people", Finding::repeated_people},
                                                       {"blank_rows", Finding::blank_rows},
                                                       {"pay", Finding::pay},
                                                       {"hours", Finding::hours}};
  for (const WrittenFinding& each : written.findings) {
    const auto known = names.find(each.name.value);
    if (known == names.end()) {
      std::vector<std::string> all;
      for (const auto& [name, finding] : names) all.push_back(name);
      problems.push_back({each.name.place, "[findings]: unknown key " + in_quotes(each.name.value),
                          text::suggestion(each.name.value, all)});
    } else if (each.treatment.value != "fatal" && each.treatment.value != "counted") {
      problems.push_back({each.treatment.place,
                          "[findings]: " + in_quotes(each.name.value) + " has to be \"fatal\" or \"counted\"",
                          "\"counted\" goes on without the faulty values and says how many there are"});
    } else {
      book.treatments[known->second] =
          each.treatment.value == "fatal" ? Treatment::fatal : Treatment::counted;
    }
  }
}

}  // namespace

Codebook read_codebook(std::string_view toml, const std::string& file, const std::filesystem::path& shipped,
                       Use use) {
  std::vector<Problem> problems;
  const WrittenBook own = read_written(toml, file, problems);
  const WrittenBook written = with_inherited(own, shipped, problems);
  // Without all of the book, faults would be told that are not there.
  if (!written.readable) problems::throw_if_any(problems::Cost::settings, std::move(problems));

  Codebook book;
  book.file = file;
  if (written.id) book.id = written.id->value;
  if (use == Use::people && !written.id) {
    problems.push_back({{file, 0, 0, {}},
                        "\"id\" is missing",
                        "name the heading of the column that identifies a person: id = \"…\""});
  }
  for (const WrittenCharacteristic& each : written.characteristics) {
    const bool inherited_only = each.id.place.file != file;
    const bool is_read = each.column || each.born || each.since || each.within_period || each.looked_up;
    if (use != Use::counted && inherited_only && !is_read) continue;
    book.characteristics.push_back(resolved(each, use, problems));
  }
  if (use != Use::counted) {
    check_private_columns(written, problems);
    if (written.pay) book.pay = pay(*written.pay, book, problems);
    if (written.in_post) {
      book.in_post = InPost{written.in_post->start.value,
                            written.in_post->leave ? written.in_post->leave->value : std::string()};
    }
    for (const WrittenExclusion& each : written.exclusions.value_or(std::vector<WrittenExclusion>{})) {
      book.exclusions.push_back({each.which.column.value, normalised_set(each.which.values), each.reason});
    }
    if (written.dated) book.dated = written.dated->value;
    if (written.main_post) {
      book.main_post = MainPost{written.main_post->column.value, normalised_set(written.main_post->values)};
    }
    if (written.hours) {
      if (written.hours->most.digits <= 0) {
        problems.push_back({written.hours->column.place, "[hours]: \"most\" has to be above nought",
                            "1 for a share of full time, 48 for weekly hours"});
      }
      book.hours = HoursCheck{written.hours->column.value, ten_thousandths(written.hours->most)};
    }
    add_treatments(written, book, problems);
    add_derived(book);
  }
  if (book.characteristics.empty()) {
    problems.push_back({{file, 0, 0, {}}, "the codebook describes no characteristics", {}});
  }
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.file, a.place.line, a.place.character) <
           std::tie(b.place.file, b.place.line, b.place.character);
  });
  problems::throw_if_any(problems::Cost::settings, std::move(problems));
  return book;
}

}  // namespace eqr::persons
