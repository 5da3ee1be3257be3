#include "people/codebook_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>
#include <utility>
#include <vector>

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
  if (own.column || own.born) {
    inherited.column = own.column;
    inherited.born = own.born;
  }
  if (own.groups || own.bands) {
    inherited.groups = own.groups;
    inherited.bands = own.bands;
    inherited.aggregates.reset();  // they were unions of the groups that are gone
    if (own.groups && !own.born) inherited.born.reset();
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

WrittenBook with_inherited(const WrittenBook& own, const std::filesystem::path& shipped,
                           std::vector<Problem>& problems) {
  if (!own.extends || !own.readable) return own;
  const std::string& name = own.extends->value;
  const std::vector<std::string> names = shipped_names(shipped);
  // Only a name from the folder's own list is opened: no path can be smuggled in.
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    problems.push_back({own.extends->place, "there is no shipped codebook " + in_quotes(name),
                        text::suggestion(name, names)});
    return unreadable(own.file);
  }
  const std::string file = name + ".toml";
  std::ifstream stream(shipped / file, std::ios::binary);
  const std::string toml{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) {
    problems.push_back(
        {own.extends->place, "the shipped codebook " + in_quotes(name) + " cannot be read", {}});
    return unreadable(own.file);
  }
  const WrittenBook inherited = read_written(toml, file, problems);
  if (!inherited.readable) return inherited;
  if (inherited.extends) {
    problems.push_back({inherited.extends->place, "a shipped codebook cannot extend another", {}});
  }
  return merged(inherited, own);
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
    if (book.pay && same(*each.column, book.pay->hourly)) {
      problems.push_back({each.column->place, what + "holds pay and cannot be published by", {}});
    }
  }
}

std::set<std::string> normalised_set(const std::vector<WrittenText>& values) {
  std::set<std::string> list;
  for (const WrittenText& value : values) list.insert(text::normalised(value.value));
  return list;
}

// What marks people who are not full-pay relevant. A blank cell does so anyway; a value cannot mean both.
std::set<std::string> full_pay_no(const WrittenPay& written, const std::set<std::string>& yes,
                                  std::vector<Problem>& problems) {
  std::set<std::string> no = normalised_set(written.full_pay_no);
  if (no.empty()) no = {"n", "no"};
  for (const WrittenText& value : written.full_pay_no) {
    if (!yes.contains(text::normalised(value.value))) continue;
    problems.push_back(
        {value.place,
         "[pay] full_pay: the value " + in_quotes(value.value) + " stands under \"values\" and under \"no\"",
         "keep it under \"values\" if it means yes, under \"no\" if it means no"});
  }
  no.emplace();
  for (const std::string& value : yes) no.erase(value);
  return no;
}

std::optional<Pay> pay(const WrittenPay& written, const Codebook& book, std::vector<Problem>& problems) {
  if (!written.hourly) return std::nullopt;
  Pay made{written.hourly->value, {}, {}, {}, written.sex ? written.sex->value : "sex"};
  if (written.full_pay) {
    made.full_pay = written.full_pay->column.value;
    made.full_pay_yes = normalised_set(written.full_pay->values);
    made.full_pay_no = full_pay_no(written, made.full_pay_yes, problems);
  }
  const Place place = written.sex ? written.sex->place : written.place;
  const Characteristic* sex = book.find(made.sex);
  if (sex == nullptr) {
    std::vector<std::string> ids;
    for (const Characteristic& each : book.characteristics) ids.push_back(each.id);
    problems.push_back(
        {place, "[pay]: there is no characteristic " + in_quotes(made.sex), text::suggestion(made.sex, ids)});
  } else if (!sex->declared().contains("female") || !sex->declared().contains("male")) {
    problems.push_back(
        {place, "[pay]: characteristic " + in_quotes(made.sex) + " has no groups \"female\" and \"male\"",
         "the pay gap compares these two"});
  }
  return made;
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
    if (use == Use::people && inherited_only && !each.column && !each.born) continue;
    book.characteristics.push_back(resolved(each, use, problems));
  }
  if (use == Use::people) {
    check_private_columns(written, problems);
    if (written.pay) book.pay = pay(*written.pay, book, problems);
    if (written.in_post) {
      book.in_post = InPost{written.in_post->start.value,
                            written.in_post->leave ? written.in_post->leave->value : std::string()};
    }
    for (const WrittenExclusion& each : written.exclusions.value_or(std::vector<WrittenExclusion>{})) {
      book.exclusions.push_back({each.which.column.value, normalised_set(each.which.values), each.reason});
    }
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
