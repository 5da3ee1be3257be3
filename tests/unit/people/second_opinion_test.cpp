// The one pass against a second implementation that is slow and obvious: for every question it walks over
// the people and asks of each, in plain words, whether they belong. Several hundred invented extracts.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "people/tally.hpp"
#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

using tallies::Key;

const char* const toml = R"(
id = "Number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F", "Female"]}, {id="male", label="Men", values=["M"]} ]
undeclared = [ {id="prefer-not-to-say", label="Prefer not to say", values=["PNTS"]} ]
[characteristics.grade]
title = "Grade"
column = "Grade"
groups = [ {id="a", label="A", values=["A"]}, {id="b", label="B", values=["B"]}, {id="c", label="C", values=["C"]} ]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [ {id="under-25", label="Under 25", to=24}, {id="25-59", label="25 to 59", from=25, to=59}, {id="over", label="60 and over", from=60} ]
[pay]
hourly = "Rate"
full_pay = { column = "Full pay", values = ["Y"] }
[in_post]
start = "Start"
leave = "Leave"
[[exclude]]
column = "Contract"
values = ["Casual"]
reason = "casual workers"
)";

// Dates as whole numbers, 20180331, so that the second implementation compares them its own way.
struct Invented {
  int number = 0;
  std::string gender, grade;
  int born = 0, start = 0, leave = 0;  // 0: blank
  int pence = 0;                       // 0: blank
  bool full_pay = false, casual = false;
};

std::string date_text(int date) {
  if (date == 0) return {};
  const std::string digits = std::to_string(date);
  return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2);
}

class Lottery {
 public:
  explicit Lottery(unsigned seed) : m_numbers(seed) {}
  int to(int limit) {
    return static_cast<int>(m_numbers() % static_cast<unsigned>(limit));
  }  // 0 to limit - 1
  template <typename List>
  auto of(const List& list) {
    return *(std::begin(list) + to(static_cast<int>(std::size(list))));
  }
  int date(int first_year, int years) {
    return (first_year + to(years)) * 10'000 + (1 + to(12)) * 100 + 1 + to(28);
  }
  std::mt19937& numbers() { return m_numbers; }

 private:
  std::mt19937 m_numbers;
};

Invented invented(int number, Lottery& lottery) {
  Invented person;
  person.number = number;
  person.gender = lottery.of(std::vector<std::string>{"F", "female", " M", "PNTS", ""});
  person.grade = lottery.of(std::vector<std::string>{"A", "b", "C ", ""});
  if (lottery.to(8) > 0) person.born = lottery.date(1940, 62);
  // Dates near the snapshot and on it are the ones to get wrong.
  person.start = lottery.to(4) == 0 ? lottery.of(std::vector<int>{20180330, 20180331, 20180401})
                                    : lottery.date(2002, 16);
  const std::vector<int> leaves{20180330, 20180331, 20180401, 20190101};
  if (lottery.to(3) == 0) person.leave = lottery.of(leaves);
  if (person.leave != 0) person.leave = std::max(person.leave, person.start);
  if (lottery.to(10) > 0) person.pence = 800 + lottery.to(12);
  person.full_pay = lottery.to(5) > 0;
  person.casual = lottery.to(9) == 0;
  return person;
}

std::string row(const Invented& person) {
  const int pounds = person.pence / 100, pence = person.pence % 100;
  const std::string rate =
      person.pence == 0 ? "" : std::to_string(pounds) + '.' + (pence < 10 ? "0" : "") + std::to_string(pence);
  return std::to_string(person.number) + ',' + person.gender + ',' + person.grade + ',' +
         date_text(person.born) + ',' + rate + ',' + (person.full_pay ? "Y" : "N") + ',' +
         date_text(person.start) + ',' + date_text(person.leave) + ',' +
         (person.casual ? "Casual" : "Permanent") + '\n';
}

// ---- the second implementation ----

std::string group(const Invented& person, const std::string& column) {
  if (column == "sex") {
    if (person.gender == "F" || person.gender == "female") return "female";
    if (person.gender == " M") return "male";
    return person.gender == "PNTS" ? "prefer-not-to-say" : "not-stated";
  }
  if (column == "grade") {
    if (person.grade == "A") return "a";
    if (person.grade == "b") return "b";
    return person.grade == "C " ? "c" : "not-stated";
  }
  if (person.born == 0) return "not-stated";
  // Born on or before 31 March 1993: 25 or older on 31 March 2018.
  if (person.born > 19930331) return "under-25";
  return person.born > 19580331 ? "25-59" : "over";
}

bool belongs(const Invented& person, const Key& key) {
  if (person.start > 20180331) return false;
  if (person.leave != 0 && person.leave <= 20180331) return false;
  if (person.casual) return false;
  return std::all_of(key.admits.begin(), key.admits.end(), [&](const auto& condition) {
    return condition.second.contains(group(person, condition.first));
  });
}

std::uint64_t count(const std::vector<Invented>& people, const Key& key) {
  std::uint64_t found = 0;
  for (const Invented& person : people) found += belongs(person, key) ? 1U : 0U;
  return found;
}

tallies::Distribution pay(const std::vector<Invented>& people, const Key& key) {
  std::map<std::int64_t, std::uint64_t> rates;
  for (const Invented& person : people) {
    if (belongs(person, key) && person.full_pay && person.pence > 0)
      ++rates[std::int64_t{person.pence} * 100];
  }
  return {rates.begin(), rates.end()};
}

// ---- the comparison ----

Key random_key(const Codebook& codebook, Lottery& lottery) {
  Key key = staff();
  for (const Characteristic& characteristic : codebook.characteristics) {
    if (lottery.to(2) == 0) continue;
    std::set<std::string>& admitted = key.admits[characteristic.id];
    for (const Leaf& leaf : characteristic.leaves) {
      if (lottery.to(2) == 0) admitted.insert(leaf.id);
    }
  }
  return key;
}

TEST(SecondOpinion, four_hundred_invented_extracts_are_counted_alike_in_any_order_of_rows) {
  const Codebook codebook = book(toml);
  for (unsigned seed = 1; seed <= 400; ++seed) {
    Lottery lottery(seed);
    std::vector<Invented> people;
    const int size = 1 + lottery.to(40);
    for (int number = 1; number <= size; ++number) people.push_back(invented(number, lottery));
    if (count(people, staff()) == 0) continue;

    std::vector<Invented> listed = people;
    for (int i = lottery.to(4); i > 0; --i) listed.push_back(lottery.of(people));  // the same rows again
    std::shuffle(listed.begin(), listed.end(), lottery.numbers());
    std::string csv = "Number,Gender,Grade,Born,Rate,Full pay,Start,Leave,Contract\n";
    for (const Invented& person : listed) csv += row(person);

    tallies::Questions questions;
    for (int i = 0; i < 12; ++i) questions.counts.insert(random_key(codebook, lottery));
    for (int i = 0; i < 4; ++i)
      questions.amounts[tallies::Amount::hourly_pay].insert(random_key(codebook, lottery));
    Findings findings;
    const auto answered = answers(codebook, csv, questions, findings);

    SCOPED_TRACE("seed " + std::to_string(seed));
    ASSERT_EQ(findings.counted, count(people, staff()));
    ASSERT_EQ(findings.rows, listed.size());
    ASSERT_EQ(findings.repeated, listed.size() - people.size());
    ASSERT_EQ(findings.rows, findings.repeated + findings.not_in_post + findings.in_post());
    for (const Key& key : questions.counts) {
      ASSERT_EQ(answered.counts.at(key), tallies::Answer(tallies::Count{count(people, key)}))
          << in_words(key);
    }
    for (const Key& key : questions.amounts.at(tallies::Amount::hourly_pay)) {
      const auto& paid = answered.amounts.at(tallies::Amount::hourly_pay).at(key);
      ASSERT_EQ(std::get<tallies::Distribution>(paid), pay(people, key)) << in_words(key);
    }
  }
}

}  // namespace
}  // namespace eqr::persons::tests
