// The one pass against a second implementation that is slow and obvious: for every question it walks over
// the people and asks of each, in plain words, whether they belong. A thousand invented extracts.
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
fixed = true
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
bonus = "Bonus"
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
  int bonus = 0;                       // pounds; 0: blank
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
  if (lottery.to(6) == 0) person.start = lottery.of(std::vector<int>{20170330, 20170331, 20170401, 20171001});
  const std::vector<int> leaves{20180330, 20180331, 20180401, 20190101,
                                20170330, 20170331, 20170401, 20171231};
  if (lottery.to(3) == 0) person.leave = lottery.of(leaves);
  if (person.leave != 0) person.leave = std::max(person.leave, person.start);
  if (lottery.to(10) > 0) person.pence = 800 + lottery.to(12);
  if (lottery.to(3) == 0) person.bonus = 100 * lottery.to(6);
  person.full_pay = lottery.to(5) > 0;
  person.casual = lottery.to(9) == 0;
  return person;
}

std::string row(const Invented& person) {
  const int pounds = person.pence / 100, pence = person.pence % 100;
  const std::string rate =
      person.pence == 0 ? "" : std::to_string(pounds) + '.' + (pence < 10 ? "0" : "") + std::to_string(pence);
  return std::to_string(person.number) + ',' + person.gender + ',' + person.grade + ',' +
         date_text(person.born) + ',' + rate + ',' + (person.bonus == 0 ? "" : std::to_string(person.bonus)) +
         ',' + (person.full_pay ? "Y" : "N") + ',' + date_text(person.start) + ',' + date_text(person.leave) +
         ',' + (person.casual ? "Casual" : "Permanent") + '\n';
}

// ---- the second implementation ----

bool in_post(const Invented& person, int day) {
  return person.start <= day && (person.leave == 0 || person.leave > day);
}

std::string group(const Invented& person, const std::string& column, int snapshot) {
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
  if (column == "full-pay") {
    if (!person.full_pay) return "not-relevant";
    return person.pence > 0 ? "relevant" : "rate-not-known";
  }
  if (column == "bonus") return person.bonus > 0 ? "received" : "not-received";
  if (column == "movement") {
    const bool now = in_post(person, 20180331), before = in_post(person, 20170331);
    if (now) return before ? "stayed" : "started";
    if (before) return "left";
    const bool came = person.start > 20170331 && person.start <= 20180331;
    return came && person.leave > 20170331 && person.leave <= 20180331 ? "started-and-left" : "";
  }
  if (person.born == 0) return "not-stated";
  // Born on or before 31 March 1993: 25 or older on 31 March 2018.
  const int year = snapshot == 20180331 ? 0 : 10'000;
  if (person.born > 19930331 - year) return "under-25";
  return person.born > 19580331 - year ? "25-59" : "over";
}

bool belongs(const Invented& person, const Key& key) {
  const int snapshot = key.snapshot == tallies::Snapshot::this_year ? 20180331 : 20170331;
  if (!key.admits.contains("movement") && !in_post(person, snapshot)) return false;
  if (person.casual) return false;
  return std::all_of(key.admits.begin(), key.admits.end(), [&](const auto& condition) {
    return condition.second.contains(group(person, condition.first, snapshot));
  });
}

std::uint64_t count(const std::vector<Invented>& people, const Key& key) {
  std::uint64_t found = 0;
  for (const Invented& person : people) found += belongs(person, key) ? 1U : 0U;
  return found;
}

// In ten-thousandths of a pound.
tallies::Distribution paid(const std::vector<Invented>& people, const Key& key, tallies::Amount amount) {
  std::map<std::int64_t, std::uint64_t> amounts;
  for (const Invented& person : people) {
    if (!belongs(person, key)) continue;
    if (amount == tallies::Amount::bonus && person.bonus > 0) ++amounts[std::int64_t{person.bonus} * 10'000];
    if (amount == tallies::Amount::hourly_pay && person.full_pay && person.pence > 0) {
      ++amounts[std::int64_t{person.pence} * 100];
    }
  }
  return {amounts.begin(), amounts.end()};
}

// ---- the comparison ----

Key random_key(const Codebook& codebook, Lottery& lottery, tallies::Snapshot snapshot) {
  Key key{"staff", snapshot, {}};
  const bool last = snapshot == tallies::Snapshot::last_year;
  for (const Characteristic& characteristic : codebook.characteristics) {
    const bool of_now = characteristic.id != "sex" && characteristic.id != "age-band";
    if (lottery.to(3) == 0 || (last && of_now)) continue;
    std::set<std::string>& admitted = key.admits[characteristic.id];
    for (const Leaf& leaf : characteristic.leaves) {
      if (lottery.to(3) > 0) admitted.insert(leaf.id);
    }
  }
  return key;
}

TEST(SecondOpinion, a_thousand_invented_extracts_are_counted_alike_in_any_order_and_wherever_they_are_cut) {
  const Codebook codebook = book(toml);
  using tallies::Amount, tallies::Snapshot;
  for (unsigned seed = 1; seed <= 1'000; ++seed) {
    Lottery lottery(seed);
    std::vector<Invented> people;
    const int size = 1 + lottery.to(40);
    for (int number = 1; number <= size; ++number) people.push_back(invented(number, lottery));
    if (count(people, staff()) == 0) continue;

    std::vector<Invented> listed = people;
    for (int i = lottery.to(4); i > 0; --i) listed.push_back(lottery.of(people));  // the same rows again
    std::shuffle(listed.begin(), listed.end(), lottery.numbers());
    std::string csv = "Number,Gender,Grade,Born,Rate,Bonus,Full pay,Start,Leave,Contract\n";
    for (const Invented& person : listed) csv += row(person);

    tallies::Questions questions;
    for (int i = 0; i < 10; ++i) questions.counts.insert(random_key(codebook, lottery, Snapshot::this_year));
    for (int i = 0; i < 4; ++i) questions.counts.insert(random_key(codebook, lottery, Snapshot::last_year));
    for (int i = 0; i < 3; ++i) {
      questions.amounts[Amount::hourly_pay].insert(random_key(codebook, lottery, Snapshot::this_year));
      questions.amounts[Amount::bonus].insert(random_key(codebook, lottery, Snapshot::this_year));
    }
    for (auto& [amount, keys] : questions.amounts) {
      std::erase_if(keys, [](const Key& key) { return key.admits.contains("movement"); });
    }
    Occasion occasion = this_year;
    occasion.before = {std::chrono::year{2017}, std::chrono::March, std::chrono::day{31}};
    occasion.answers_before = true;
    support::MemoryBlocks blocks(csv, static_cast<std::size_t>(1 + lottery.to(400)));
    const Answered answered = answer(codebook, occasion, blocks, questions,
                                     {static_cast<std::size_t>(1 + lottery.to(3)), nullptr, {}});
    const Findings& findings = answered.findings;

    SCOPED_TRACE("seed " + std::to_string(seed));
    ASSERT_EQ(findings.counted, count(people, staff()));
    ASSERT_EQ(findings.rows, listed.size());
    ASSERT_EQ(findings.repeated, listed.size() - people.size());
    ASSERT_EQ(findings.rows, findings.repeated + findings.not_in_post + findings.in_post());
    for (const Key& key : questions.counts) {
      ASSERT_EQ(answered.answers.counts.at(key), tallies::Answer(tallies::Count{count(people, key)}))
          << in_words(key);
    }
    for (const auto& [amount, keys] : questions.amounts) {
      for (const Key& key : keys) {
        const auto& had = answered.answers.amounts.at(amount).at(key);
        ASSERT_EQ(std::get<tallies::Distribution>(had), paid(people, key, amount)) << in_words(key);
      }
    }
  }
}

}  // namespace
}  // namespace eqr::persons::tests
