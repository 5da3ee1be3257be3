#include "run/published_report.hpp"

#include <algorithm>
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

// What a report prints is far below; what is above could not be multiplied by people.
constexpr int most_places = 4;
constexpr int most_percent = 100'000;

// What cannot be is told by an exception, like what is not there.
void expect(bool holds) {
  if (!holds) throw std::out_of_range("report");
}

CountSum sum_of(const json& count, const tallies::Dimensions& dimensions) {
  CountSum sum;
  for (const json& one : count.at("of")) {
    expect(one.at("year") == "last" || one.at("year") == "this");
    tallies::Key key{one.at("input").get<std::string>(),
                     one.at("year") == "last" ? tallies::Snapshot::last_year : tallies::Snapshot::this_year,
                     {}};
    for (const auto& [column, groups] : one.at("where").items()) {
      key.admits[column] = set_of(groups);
      if (column.starts_with('@')) continue;  // a cell of a document
      expect(std::ranges::includes(dimensions.at(key.input).at(column).leaves, key.admits[column]));
    }
    sum[std::move(key)] += one.at("times").get<int>();
  }
  return sum;
}

disclosure::Published people_in(const json& told) {
  disclosure::Published people;
  for (const char* number : {"threshold", "base"}) expect(told.at(number).is_number_unsigned());
  people.threshold = told.at("threshold").get<std::uint64_t>();
  people.base = told.at("base").get<std::uint64_t>();
  if (told.contains("width")) {
    expect(told.at("width").is_number_unsigned());
    people.width = told.at("width").get<std::uint64_t>();
  }
  for (const json& column : told.at("columns")) {
    tallies::Dimension& dimension =
        people.dimensions[column.at("input").get<std::string>()][column.at("column").get<std::string>()];
    dimension.leaves = set_of(column.at("groups"));
    dimension.when_absent = set_of(column.at("without"));
  }
  std::vector<CountSum> sums;
  for (const json& one : told.at("counts")) {
    sums.push_back(sum_of(one, people.dimensions));
    disclosure::Published::Count& count = people.counts[sums.back()];
    if (one.contains("people")) {
      expect(one.at("people").is_number_integer());
      count.people = one.at("people").get<std::int64_t>();
      expect(*count.people >= -disclosure::everybody && *count.people <= disclosure::everybody);
    }
    count.shorthand = one.value("shorthand", "");
  }
  const auto sum_at = [&](const json& number) { return sums.at(number.get<std::size_t>() - 1); };
  for (const json& one : told.at("shares")) {
    const int places = one.at("places").get<int>();
    const auto percent = numbers::parse_decimal(one.at("percent").dump());
    expect(percent && places >= 0 && places <= most_places);
    const numbers::Exact size = numbers::exact(*percent);
    expect(size >= -most_percent && size <= most_percent);
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
    if (key.snapshot != tallies::Snapshot::this_year || tallies::is_of_document(key)) return false;
    if (key.admits.contains(std::string(persons::movement_id))) return false;
  }
  return true;
}

// Several editions may have rounded a count, each its own way.
void narrow(std::map<CountSum, disclosure::Unknown>& within, const CountSum& sum,
            const disclosure::Unknown& told) {
  const auto [found, is_new] = within.try_emplace(sum, told);
  if (is_new) return;
  found->second.least = std::max(found->second.least, told.least);
  if (told.most) found->second.most = std::min(found->second.most.value_or(*told.most), *told.most);
}

}  // namespace

PublishedReport read_published_report(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file))
    refuse(file, "there is no such report", "name a report.json that this program wrote");
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
  const auto seen_from_now = [&](const CountSum& sum) -> std::optional<CountSum> {
    if (sum.empty()) return std::nullopt;
    if (report.snapshot == snapshot) return sum;
    if (can_be_seen_later(sum)) return a_year_later(sum);
    return std::nullopt;
  };
  for (const auto& [sum, count] : report.people.counts) {
    const auto now = seen_from_now(sum);
    if (!now) continue;
    if (count.shorthand == "c") earlier.withheld.insert(*now);
    if (report.people.base > 1) {
      if (const auto told = disclosure::told_by(count, report.people.base))
        narrow(earlier.within, *now, *told);
    } else if (count.people && *count.people >= 0) {
      earlier.published[*now] = static_cast<std::uint64_t>(*count.people);
    }
  }
  if (report.people.base > 1) return true;  // percentages of rounded counts tell nothing more
  for (const disclosure::Published::Share& share : report.people.shares) {
    const auto part = seen_from_now(share.part), whole = seen_from_now(share.whole);
    if (part && whole) earlier.shares.push_back({{*part, *whole}, share.percent});
  }
  return true;
}

}  // namespace eqr::run
