// The benchmark's job by the engine: reads an extract, counts it and says in digest.json what it found, in
// the form that the other tools write theirs.
//
// usage: people-job EXTRACT CODEBOOK.toml DIGEST.json [--threads N] [--no-hash] [--tallies N]
//
// An EXTRACT of - is the standard input. With --tallies, counts people by that many more pairs of columns,
// which the digest does not tell. Prints seconds, CPU seconds and peak memory as one line of JSON.
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>

#include "inputs/people_file.hpp"
#include "people/codebook_file.hpp"
#include "people/tally.hpp"

namespace {

using namespace eqr;
using Json = nlohmann::ordered_json;
using tallies::Amount;
using tallies::Key;
using tallies::Snapshot;

const std::array<std::pair<std::string, std::string>, 9> characteristics = {{{"sex", "sex"},
                                                                             {"ethnicity", "ethnicity"},
                                                                             {"disability", "disability"},
                                                                             {"age-band", "age_band"},
                                                                             {"religion", "religion"},
                                                                             {"orientation", "orientation"},
                                                                             {"caring", "caring"},
                                                                             {"veteran", "veteran"},
                                                                             {"contract", "contract"}}};

Key staff(std::map<std::string, std::set<std::string>> admits = {}, Snapshot snapshot = Snapshot::this_year) {
  return {"staff", snapshot, std::move(admits)};
}

// What the tools call people of whom nothing is known.
std::string label_of(const persons::Leaf& leaf) {
  return leaf.id == "not-stated" ? "Not known" : leaf.label;
}

const Key paid_women = staff({{"sex", {"female"}}, {"full-pay", {"relevant"}}}),
          paid_men = staff({{"sex", {"male"}}, {"full-pay", {"relevant"}}});

// Pairs of columns by which people are counted besides the job's own tables, and when: first those of this
// year, then those of characteristics that the records tell for last year too.
struct Pair {
  std::string one, other;
  Snapshot snapshot = Snapshot::this_year;
};

std::vector<Pair> further_pairs() {
  std::vector<std::string> columns = {"directorate", "apprentice", "grade"};
  for (const auto& [id, name] : characteristics) columns.push_back(id);
  std::vector<Pair> pairs, of_last_year;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t k = i + 1; k < columns.size(); ++k) {
      if (columns[i] != "grade") pairs.push_back({columns[i], columns[k]});
      if (i > 2) of_last_year.push_back({columns[i], columns[k], Snapshot::last_year});
    }
  }
  pairs.insert(pairs.end(), of_last_year.begin(), of_last_year.end());
  return pairs;
}

void ask_further(std::size_t tallies, const persons::Codebook& codebook, tallies::Questions& asked) {
  const std::vector<Pair> pairs = further_pairs();
  if (tallies > pairs.size()) {
    throw std::runtime_error("--tallies: there are " + std::to_string(pairs.size()) + " pairs of columns");
  }
  for (const Pair& pair : std::span(pairs).first(tallies)) {
    for (const persons::Leaf& one : codebook.find(pair.one)->leaves) {
      for (const persons::Leaf& other : codebook.find(pair.other)->leaves) {
        asked.counts.insert(staff({{pair.one, {one.id}}, {pair.other, {other.id}}}, pair.snapshot));
      }
    }
  }
}

tallies::Questions questions(const persons::Codebook& codebook) {
  tallies::Questions asked;
  for (const auto& [id, name] : characteristics) {
    for (const persons::Leaf& leaf : codebook.find(id)->leaves) {
      asked.counts.insert(staff({{id, {leaf.id}}}));
      asked.counts.insert(staff({{id, {leaf.id}}}, Snapshot::last_year));
      for (const persons::Leaf& grade : codebook.find("grade")->leaves) {
        asked.counts.insert(staff({{id, {leaf.id}}, {"grade", {grade.id}}}));
      }
    }
  }
  // The job reads and checks two further columns.
  asked.counts.insert(staff({{"directorate", {"not-stated"}}}));
  asked.counts.insert(staff({{"apprentice", {"not-stated"}}}));
  for (const Key& key : {paid_women, paid_men}) {
    asked.counts.insert(key);
    asked.amounts[Amount::hourly_pay].insert(key);
    asked.amounts[Amount::bonus].insert(key);
  }
  return asked;
}

double mean(const tallies::Distribution& paid) {
  double sum = 0, people = 0;
  for (const auto& [amount, count] : paid) {
    sum += static_cast<double>(amount) * static_cast<double>(count);
    people += static_cast<double>(count);
  }
  return sum / people;
}

double people_in(const tallies::Distribution& paid) {
  double people = 0;
  for (const auto& [amount, count] : paid) people += static_cast<double>(count);
  return people;
}

double at(const tallies::Distribution& paid, std::uint64_t position) {
  for (const auto& [amount, count] : paid) {
    if (position < count) return static_cast<double>(amount);
    position -= count;
  }
  return 0;
}

double median(const tallies::Distribution& paid) {
  const auto people = static_cast<std::uint64_t>(people_in(paid));
  return (at(paid, (people - 1) / 2) + at(paid, people / 2)) / 2;
}

// Women in percent of each quarter; people of one rate are shared between quarters in proportion, and not
// made whole as the engine's measures do: so do the tools that are compared.
std::array<double, 4> quarters(const tallies::Distribution& men, const tallies::Distribution& women) {
  std::map<std::int64_t, std::pair<double, double>> rates;
  for (const auto& [amount, count] : men) rates[amount].first += static_cast<double>(count);
  for (const auto& [amount, count] : women) rates[amount].second += static_cast<double>(count);
  const auto all = static_cast<std::uint64_t>(people_in(men) + people_in(women));
  const std::uint64_t size = all / 4, rest = all % 4;
  const std::array<std::uint64_t, 4> sizes = {size + (rest >= 1), size + (rest == 3), size + (rest >= 2),
                                              size};
  const auto women_below = [&](double position) {
    double passed = 0, found = 0;
    for (const auto& [rate, paid] : rates) {
      const double here = paid.first + paid.second;
      if (passed + here >= position) return found + (position - passed) * paid.second / here;
      passed += here;
      found += paid.second;
    }
    return found;
  };
  std::array<double, 4> shares{};
  double edge = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto wide = static_cast<double>(sizes[i]);
    shares[i] = 100 * (women_below(edge + wide) - (edge == 0 ? 0 : women_below(edge))) / wide;
    edge += wide;
  }
  return shares;
}

Json digest(const persons::Codebook& codebook, const persons::Answered& answered) {
  const auto count = [&](const Key& key) {
    return std::get<tallies::Count>(answered.answers.counts.at(key)).people;
  };
  Json made;
  const persons::Findings& findings = answered.findings;
  made["issues"]["dup_id"] = findings.repeated;
  made["issues"]["blank_id"] = findings.left_out;
  for (const char* column : {"sex", "ethnicity", "disability", "religion", "orientation", "caring", "veteran",
                             "contract", "grade", "directorate", "apprentice"}) {
    made["issues"][std::string("blank_") + column] = findings.columns.at(column).blank;
    made["issues"][std::string("bad_") + column] = findings.columns.at(column).faulty;
  }
  const auto faulty = [&](const char* column) {
    const auto found = findings.columns.find(column);
    return found == findings.columns.end() ? 0 : found->second.faulty;
  };
  made["issues"]["blank_dob"] = findings.columns.at("dob").blank;
  made["issues"]["bad_dob"] = faulty("dob");
  made["issues"]["bad_start"] = faulty("start_date");
  made["issues"]["bad_leave"] = faulty("leave_date");
  made["issues"]["bad_fte"] = faulty("fte");
  made["issues"]["bad_pay"] = faulty("hourly_pay");
  made["issues"]["bad_bonus"] = faulty("bonus");
  for (const auto& [id, name] : characteristics) {
    for (const persons::Leaf& leaf : codebook.find(id)->leaves) {
      made["headcount"][name][label_of(leaf)] = {count(staff({{id, {leaf.id}}})),
                                                 count(staff({{id, {leaf.id}}}, Snapshot::last_year))};
      for (const persons::Leaf& grade : codebook.find("grade")->leaves) {
        made["cross"][name][label_of(leaf)][label_of(grade)] =
            count(staff({{id, {leaf.id}}, {"grade", {grade.id}}}));
      }
    }
  }
  const auto paid = [&](Amount amount, const Key& key) {
    return std::get<tallies::Distribution>(answered.answers.amounts.at(amount).at(key));
  };
  const auto men = paid(Amount::hourly_pay, paid_men), women = paid(Amount::hourly_pay, paid_women);
  const auto bonus_men = paid(Amount::bonus, paid_men), bonus_women = paid(Amount::bonus, paid_women);
  const auto gap = [](double of_men, double of_women) { return (of_men - of_women) / of_men * 100; };
  const auto shares = quarters(men, women);
  made["gpg"] = {{"n", people_in(men) + people_in(women)},
                 {"mean", gap(mean(men), mean(women))},
                 {"median", gap(median(men), median(women))},
                 {"mean_bonus", gap(mean(bonus_men), mean(bonus_women))},
                 {"median_bonus", gap(median(bonus_men), median(bonus_women))},
                 {"prop_bonus_m", 100 * people_in(bonus_men) / people_in(men)},
                 {"prop_bonus_f", 100 * people_in(bonus_women) / people_in(women)},
                 {"q1f", shares[0]},
                 {"q2f", shares[1]},
                 {"q3f", shares[2]},
                 {"q4f", shares[3]}};
  return made;
}

double cpu_seconds(const rusage& usage) {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int run(std::span<char*> words) {
  if (words.size() < 4) {
    std::cerr
        << "usage: people-job EXTRACT CODEBOOK.toml DIGEST.json [--threads N] [--no-hash] [--tallies N]\n";
    return 2;
  }
  std::size_t threads = std::max(1U, std::thread::hardware_concurrency()), further = 0;
  auto hashing = inputs::PeopleFile::Hashing::on;
  for (std::size_t i = 4; i < words.size(); ++i) {
    const std::string word = words[i];
    if (word == "--no-hash") hashing = inputs::PeopleFile::Hashing::off;
    if (word == "--threads" && i + 1 < words.size()) threads = std::strtoul(words[++i], nullptr, 10);
    if (word == "--tallies" && i + 1 < words.size()) further = std::strtoul(words[++i], nullptr, 10);
  }
  const auto began = std::chrono::steady_clock::now();
  std::ifstream toml(words[2], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(toml), {}};
  const persons::Codebook codebook = persons::read_codebook(text, "codebook.toml", ".", persons::Use::people);
  const std::string name = std::string(words[1]) == "-" ? "/dev/stdin" : words[1];
  inputs::PeopleFile file(inputs::file_location(name, "."), {}, hashing);
  persons::Occasion occasion{"staff",
                             Snapshot::this_year,
                             {std::chrono::year{2025}, std::chrono::March, std::chrono::day{31}},
                             "extract.csv"};
  occasion.before = {std::chrono::year{2024}, std::chrono::March, std::chrono::day{31}};
  occasion.answers_before = true;
  tallies::Questions asked = questions(codebook);
  ask_further(further, codebook, asked);
  const persons::Answered answered = persons::answer(codebook, occasion, file, asked, {threads, nullptr, {}});
  const auto received = file.finish();
  std::ofstream(words[3]) << digest(codebook, answered).dump(1) << '\n';
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << Json{{"seconds", took.count()},     {"cpu", cpu_seconds(usage)},
                    {"peak_kib", usage.ru_maxrss}, {"rows", answered.findings.rows},
                    {"bytes", received.size},      {"sha256-8MiB", received.sha256}}
                   .dump()
            << '\n';
  return 0;
}

}  // namespace

int main(int count, char** words) {
  try {
    return run({words, static_cast<std::size_t>(count)});
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
}
