#include "run/published_report.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "people/codebook.hpp"
#include "problems/problem.hpp"

namespace eqr::run {
namespace {

using nlohmann::json;
using tallies::CountSum;

std::set<std::string> set_of(const json& list) {
  return list.get<std::set<std::string>>();
}

CountSum sum_of(const json& count) {
  CountSum sum;
  for (const json& one : count.at("of")) {
    tallies::Key key{one.at("input").get<std::string>(),
                     one.at("year") == "last" ? tallies::Snapshot::last_year : tallies::Snapshot::this_year,
                     {}};
    for (const auto& [column, groups] : one.at("where").items()) key.admits[column] = set_of(groups);
    sum[std::move(key)] += one.at("times").get<int>();
  }
  return sum;
}

disclosure::Published people_in(const json& told) {
  disclosure::Published people;
  people.threshold = told.at("threshold").get<std::uint64_t>();
  people.base = told.at("base").get<std::uint64_t>();
  for (const json& column : told.at("columns")) {
    tallies::Dimension& dimension =
        people.dimensions[column.at("input").get<std::string>()][column.at("column").get<std::string>()];
    dimension.leaves = set_of(column.at("groups"));
    dimension.when_absent = set_of(column.at("without"));
  }
  std::vector<CountSum> sums;
  for (const json& one : told.at("counts")) {
    sums.push_back(sum_of(one));
    disclosure::Published::Count& count = people.counts[sums.back()];
    if (one.contains("people")) count.people = one.at("people").get<std::int64_t>();
    count.shorthand = one.value("shorthand", "");
  }
  const auto sum_at = [&](const json& number) { return sums.at(number.get<std::size_t>() - 1); };
  for (const json& one : told.at("shares")) {
    const int places = one.at("places").get<int>();
    const auto percent = numbers::parse_decimal(one.at("percent").dump());
    if (!percent || places < 0 || places > numbers::most_places) throw std::out_of_range("percent");
    people.shares.push_back({sum_at(one.at("part")), sum_at(one.at("whole")),
                             numbers::rounded(numbers::exact(*percent), places), one.value("by_law", false)});
  }
  for (const json& one : told.at("totals")) {
    tallies::TableTotal total{sum_at(one.at("total")), {}};
    for (const json& part : one.at("parts")) total.parts.push_back(sum_at(part));
    people.totals.push_back(std::move(total));
  }
  return people;
}

[[noreturn]] void refuse(const std::filesystem::path& file, std::string message, std::string hint) {
  throw problems::Fault(problems::Cost::settings,
                        problems::Problem{{file.string(), 0, 0, ""}, std::move(message), std::move(hint)});
}

// The same people, seen from a year later. Who started and left the year before is not told any more.
CountSum a_year_later(const CountSum& sum) {
  CountSum later;
  for (const auto& [key, times] : sum) {
    tallies::Key then = key;
    then.snapshot = tallies::Snapshot::last_year;
    later[std::move(then)] = times;
  }
  return later;
}

bool can_be_seen_later(const CountSum& sum) {
  for (const auto& [key, times] : sum) {
    if (key.snapshot != tallies::Snapshot::this_year || tallies::is_document_cell(key)) return false;
    if (key.admits.contains(std::string(persons::movement_id))) return false;
  }
  return true;
}

}  // namespace

PublishedReport read_published_report(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) refuse(file, "there is no such report", "name a report.json that this program wrote");
  return published_report({std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()}, file);
}

PublishedReport published_report(const std::string& bytes, const std::filesystem::path& file) {
  const char* const what_is_wanted = "name the report.json of a draft or published folder";
  try {
    const json root = json::parse(bytes);
    if (root.at("format") != "eqr.report/1") refuse(file, "is no report of this program", what_is_wanted);
    if (!root.contains("people")) {
      refuse(file, "does not say by what it counts people",
             "write it again with this version of the program");
    }
    const auto snapshot = calendar::parse_date(root.at("snapshot").get<std::string>());
    if (!snapshot) refuse(file, "its snapshot is no date", what_is_wanted);
    return {root.at("title").get<std::string>(), *snapshot, people_in(root.at("people"))};
  } catch (const json::exception&) {
    refuse(file, "is no report.json of this program, or is damaged", what_is_wanted);
  } catch (const std::out_of_range&) {
    refuse(file, "is no report.json of this program, or is damaged", what_is_wanted);
  }
}

bool keep_to(const PublishedReport& report, calendar::Date snapshot, calendar::Date last,
             disclosure::Earlier& earlier) {
  if (report.snapshot != snapshot && report.snapshot != last) return false;
  for (const auto& [sum, count] : report.people.counts) {
    if (sum.empty()) continue;
    std::optional<CountSum> now;
    if (report.snapshot == snapshot) {
      now = sum;
    } else if (can_be_seen_later(sum)) {
      now = a_year_later(sum);
    }
    if (!now) continue;
    if (count.shorthand == "c") earlier.withheld.insert(*now);
    if (count.people && *count.people >= 0 && report.people.base <= 1)
      earlier.published[*now] = static_cast<std::uint64_t>(*count.people);
  }
  return true;
}

}  // namespace eqr::run
