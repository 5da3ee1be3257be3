#include "people/codebook_guess.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

#include "text/words.hpp"

namespace eqr::persons {
namespace {

using Words = std::vector<std::string_view>;  // "ethnic*" is the beginning of a word

// ---- headings ----

// "Date_of-Birth (GMT)" is date, of, birth, gmt.
std::vector<std::string> words_of(std::string_view heading) {
  std::vector<std::string> words(1);
  for (const char c : text::folded(heading)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (is_letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

bool speaks_of(const std::string& heading, const Words& wanted) {
  for (const std::string& word : words_of(heading)) {
    for (const std::string_view want : wanted) {
      if (want.ends_with('*') ? word.starts_with(want.substr(0, want.size() - 1)) : word == want) return true;
    }
  }
  return false;
}

const std::map<std::string, Words>& characteristic_words() {
  static const std::map<std::string, Words> words = {
      {"sex", {"sex", "gender"}},
      {"ethnicity", {"ethnic*", "race"}},
      {"disability", {"disab*"}},
      {"religion", {"religi*", "belief*", "faith*"}},
      {"sexual-orientation", {"orientation", "sexuality"}},
      {"caring", {"carer*", "caring", "care", "dependants", "dependents"}},
      {"veteran", {"veteran*", "forces", "military"}},
  };
  return words;
}

const Words& heading_words(const std::string& characteristic) {
  static const Words none;
  const auto found = characteristic_words().find(characteristic);
  return found == characteristic_words().end() ? none : found->second;
}

const Words birth_words = {"birth*", "born", "dob"};
const Words start_words = {"start*", "join*", "appoint*", "commenc*", "hire*", "service"};
const Words leave_words = {"leave", "leav*", "left", "end", "terminat*", "finish"};
const Words rate_words = {"hour*", "rate", "hrly"};
const Words grade_words = {"grade", "band", "scale", "level"};
const Words person_words = {"personnel", "employee", "staff", "payroll", "person", "assignment"};
const Words number_words = {"id", "ref", "reference", "number", "no"};

// ---- values ----

// Words that say something under a heading only.
bool says_little(const std::string& normalised) {
  static const std::unordered_set<std::string> words = {"none", "other", "any other", "not known", "unknown"};
  return means_yes(normalised) || means_no(normalised) || words.contains(normalised);
}

struct Fit {
  double score;
  std::size_t column;
  std::string characteristic;
};

// How well a column's values fit a characteristic: 0 not at all, up to 1, and half a point for its heading.
double score_of(const SketchedColumn& column, const Characteristic& characteristic) {
  const ColumnSketch& sketch = column.sketch;
  if (!sketch.has_values()) return 0;
  std::unordered_set<std::string> known;
  std::uint64_t declared = 0, telling = 0, undeclared = 0, known_rare = 0;
  for (const Leaf& leaf : characteristic.leaves) {
    for (const std::string& value : leaf.values) {
      const std::string normalised = text::normalised(value);
      if (normalised.empty() || !known.insert(normalised).second) continue;
      const std::uint64_t rows = sketch.rows_of(normalised);
      (leaf.undeclared ? undeclared : declared) += rows;
      if (!leaf.undeclared && !says_little(normalised)) telling += rows;
      if (rows < fewest_rows_shown) known_rare += rows;
    }
  }
  std::uint64_t shared = 0;
  for (const SharedValue& value : sketch.shared_values()) shared += value.rows;
  const auto filled = static_cast<double>(sketch.filled());
  // Most rows share their value with others, or the value is one that everybody knows: otherwise these are
  // names.
  if (static_cast<double>(shared + known_rare) < filled / 2) return 0;
  const bool is_headed = speaks_of(column.heading, heading_words(characteristic.id));
  const double answered = std::max(1.0, filled - static_cast<double>(undeclared));
  const double fit = static_cast<double>(declared) / answered;
  const bool tells_itself = fit >= 0.5 && static_cast<double>(telling) >= 0.3 * answered;
  return tells_itself || is_headed ? fit + (is_headed ? 0.5 : 0) : 0;
}

bool holds_yes_and_no(const ColumnSketch& sketch) {
  if (!sketch.has_values()) return false;
  std::uint64_t rows = 0;
  bool yes = false;
  for (const SharedValue& value : sketch.shared_values()) {
    yes = yes || means_yes(value.normalised);
    if (means_yes(value.normalised) || means_no(value.normalised)) rows += value.rows;
  }
  return yes && static_cast<double>(rows) > 0.9 * static_cast<double>(sketch.filled());
}

// ---- the guess ----

class Guesser {
 public:
  Guesser(const std::vector<SketchedColumn>& columns, const Codebook& shipped)
      : m_columns(columns), m_shipped(shipped) {}

  Guess guess() {
    Guess guess;
    guess.born = date(birth_words, {});
    guess.leave =
        date({"leave", "leav*", "left", "end", "terminat*", "finish"}, {"contract", "probation", "annual"});
    guess.start = date(start_words, {"contract", "probation", "grade"});
    guess.id = identifier();
    guess.hourly = first([&](const SketchedColumn& column) {
      return speaks_of(column.heading, rate_words) && column.sketch.hourly_rates() > 0.9 &&
             column.sketch.fractions() > 0.5;
    });
    guess.full_pay = first([&](const SketchedColumn& column) {
      const bool is_headed =
          (speaks_of(column.heading, {"full"}) && speaks_of(column.heading, {"pay", "paid"})) ||
          speaks_of(column.heading, {"relevant", "fpre"});
      return is_headed && holds_yes_and_no(column.sketch);
    });
    guess.characteristics = characteristics();
    if (guess.born) guess.characteristics.erase("age-band");
    guess.grade = first([&](const SketchedColumn& column) {
      const auto shared =
          column.sketch.has_values() ? column.sketch.shared_values() : std::vector<SharedValue>{};
      std::uint64_t rows = 0;
      for (const SharedValue& value : shared) rows += value.rows;
      return speaks_of(column.heading, grade_words) && shared.size() > 1 && shared.size() <= 100 &&
             2 * rows > column.sketch.filled();
    });
    return guess;
  }

 private:
  template <typename Fits>
  std::optional<std::size_t> first(Fits&& fits) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      if (!m_taken.contains(i) && fits(m_columns[i])) {
        m_taken.insert(i);
        return i;
      }
    }
    return std::nullopt;
  }

  std::optional<std::size_t> date(const Words& wanted, const Words& unwanted) {
    const bool is_birth = unwanted.empty();
    const int latest = latest_year();
    const bool only_one = std::count_if(m_columns.begin(), m_columns.end(), [](const SketchedColumn& column) {
                            return column.sketch.dates() > 0.8;
                          }) == 1;
    return first([&](const SketchedColumn& column) {
      // People were born well before whatever else happened to them.
      const bool in_range = !is_birth || column.sketch.middle_year() + 15 <= latest || only_one;
      return column.sketch.dates() > 0.8 && speaks_of(column.heading, wanted) &&
             !speaks_of(column.heading, unwanted) && in_range;
    });
  }

  // The latest of the middle years of all columns of dates.
  [[nodiscard]] int latest_year() const {
    int latest = 0;
    for (const SketchedColumn& column : m_columns) latest = std::max(latest, column.sketch.middle_year());
    return latest;
  }

  // By its heading where several columns tell people apart: a National Insurance number does too.
  std::optional<std::size_t> identifier() {
    const auto is_identifier = [](const SketchedColumn& column) { return column.sketch.is_identifier(); };
    for (const Words& words : {person_words, number_words}) {
      const auto headed = first([&](const SketchedColumn& column) {
        return is_identifier(column) && speaks_of(column.heading, words) &&
               !speaks_of(column.heading,
                          {"ni", "nino", "insurance", "post", "phone", "telephone", "mobile"});
      });
      if (headed) return headed;
    }
    return first(is_identifier);
  }

  std::map<std::string, std::size_t> characteristics() {
    std::vector<Fit> fits;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      if (m_taken.contains(i)) continue;
      for (const Characteristic& characteristic : m_shipped.characteristics) {
        const double score = score_of(m_columns[i], characteristic);
        if (score > 0) fits.push_back({score, i, characteristic.id});
      }
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
    std::map<std::string, std::size_t> found;
    for (const Fit& fit : fits) {
      if (m_taken.contains(fit.column) || found.contains(fit.characteristic)) continue;
      found.emplace(fit.characteristic, fit.column);
      m_taken.insert(fit.column);
    }
    return found;
  }

  const std::vector<SketchedColumn>& m_columns;
  const Codebook& m_shipped;
  std::set<std::size_t> m_taken;
};

}  // namespace

bool means_yes(const std::string& normalised) {
  return normalised == "y" || normalised == "yes" || normalised == "true" || normalised == "1";
}

bool means_no(const std::string& normalised) {
  return normalised == "n" || normalised == "no" || normalised == "false" || normalised == "0";
}

Guess guess_columns(const std::vector<SketchedColumn>& columns, const Codebook& shipped) {
  return Guesser(columns, shipped).guess();
}

bool has_known_heading(const std::vector<SketchedColumn>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const SketchedColumn& column) {
    for (const auto& [id, words] : characteristic_words()) {
      if (speaks_of(column.heading, words)) return true;
    }
    for (const Words& words :
         {birth_words, start_words, leave_words, rate_words, grade_words, person_words, number_words}) {
      if (speaks_of(column.heading, words)) return true;
    }
    return false;
  });
}

bool looks_like_a_record(const std::vector<SketchedColumn>& columns) {
  std::size_t own_values = 0;
  for (const SketchedColumn& column : columns) {
    ColumnSketch heading;
    heading.add(column.heading);
    if (heading.dates() > 0 || heading.numbers() > 0 || column.heading.find('@') != std::string::npos ||
        column.sketch.is_written_like_identifiers(column.heading))
      return true;
    if (column.sketch.rows_of(text::normalised(column.heading)) > 0) ++own_values;
  }
  return own_values > 1;
}

}  // namespace eqr::persons
