// Writes an HR extract of invented people: 18 columns, the same bytes for the same number of rows, always.
//
// usage: make-extract ROWS [--distinct-rates]      to the standard output; at most 99,000,000 rows
//
// Every row is drawn from its own number alone, so that the first rows of a long extract are those of a
// short one (save that the first 100 rows repeat nobody). What an extract from a payroll system gets wrong is
// there at rates that were chosen, not observed: blanks (5 to 35 in 100 of the voluntary columns), codes that
// no codebook knows (5 in 10,000), three spellings of the sexes, dates of birth that are none (1 in 10,000),
// people twice (2 in 10,000), pay of nought (2 in 10,000), leaving before starting. Values with commas and
// with doubled quotes are quoted.
//
// With --distinct-rates nobody earns what another earns: the worst case of what counts rates of pay.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

// Numbers of one row, from its number: the finaliser of MurmurHash3 over a counter (the generator
// SplitMix64).
class Draw {
 public:
  explicit Draw(std::uint64_t row) : m_state(row * 0xD1342543DE82EF95U + 0x632BE59BD9B4E019U) {}

  std::uint64_t below(std::uint64_t limit) { return ((next() >> 32U) * limit) >> 32U; }
  bool one_in(std::uint64_t many) { return below(many) == 0; }
  double fraction() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

 private:
  std::uint64_t next() {
    std::uint64_t mixed = m_state += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  std::uint64_t m_state;
};

struct Weighted {
  std::string_view value;  // as it stands in the file, quotes included
  unsigned weight;         // parts of whatever the weights of the column sum to
};

// Values of a column, drawn in proportion to their weights with one look-up.
class Values {
 public:
  Values(std::initializer_list<Weighted> listed) : m_values(listed) {
    for (std::size_t i = 0; i < m_values.size(); ++i) {
      m_tickets.insert(m_tickets.end(), m_values[i].weight, static_cast<std::uint8_t>(i));
    }
  }
  [[nodiscard]] std::string_view pick(Draw& draw) const {
    return m_values[m_tickets[draw.below(m_tickets.size())]].value;
  }

 private:
  std::vector<Weighted> m_values;
  std::vector<std::uint8_t> m_tickets;
};

const Values sexes = {{"Female", 12'900}, {"Male", 6'900}, {"F", 80}, {"M", 60},
                      {"female", 30},     {"", 20},        {"X1", 10}};
const Values ethnic_groups = {{"\"White - English, Welsh, Scottish, Northern Irish or British\"", 12'400},
                              {"White - Irish", 240},
                              {"White - Gypsy or Irish Traveller", 10},
                              {"White - Roma", 16},
                              {"White - Any other White background", 1'200},
                              {"Mixed - White and Black Caribbean", 180},
                              {"Mixed - White and Black African", 100},
                              {"Mixed - White and Asian", 160},
                              {"Mixed - Any other Mixed background", 140},
                              {"Asian or Asian British - Indian", 1'000},
                              {"Asian or Asian British - Pakistani", 500},
                              {"Asian or Asian British - Bangladeshi", 200},
                              {"Asian or Asian British - Chinese", 160},
                              {"Asian or Asian British - Any other Asian background", 440},
                              {"Black or Black British - African", 800},
                              {"Black or Black British - Caribbean", 400},
                              {"Black or Black British - Any other Black background", 120},
                              {"Other - Arab", 80},
                              {"Other - Any other ethnic group", 220},
                              {"Prefer not to say", 600},
                              {"", 1'000},
                              {"ZZ", 10}};
const Values disabilities = {{"No", 15'600}, {"Yes", 1'400}, {"Prefer not to say", 800}, {"N", 60}, {"Y", 20},
                             {"", 2'100},    {"??", 10}};
const Values religions = {{"No religion", 6'400},
                          {"Christian", 7'600},
                          {"Muslim", 1'200},
                          {"Hindu", 400},
                          {"Sikh", 240},
                          {"Buddhist", 100},
                          {"Jewish", 60},
                          {"Any other religion", 200},
                          {"Prefer not to say", 1'600},
                          {"", 2'200},
                          {"Jedi Knight", 10}};
const Values orientations = {{"Straight or heterosexual", 14'800},
                             {"Gay or lesbian", 480},
                             {"Bisexual", 320},
                             {"Other sexual orientation", 80},
                             {"Prefer not to say", 1'800},
                             {"", 2'500},
                             {"9", 10}};
const Values caring = {
    {"No", 10'000}, {"Yes", 2'800}, {"Prefer not to say", 800}, {"", 6'400}, {"maybe", 10}};
const Values veterans = {{"No", 12'000}, {"Yes", 400}, {"Prefer not to say", 600}, {"", 7'000}, {"-", 10}};
const Values directorates = {{"\"Adults, Health and Care\"", 22},
                             {"Children and Families", 20},
                             {"Place and Environment", 16},
                             {"Corporate Services", 14},
                             {"\"Housing, Growth and Regeneration\"", 10},
                             {"Public Health", 6},
                             {"Finance and Resources", 7},
                             {"\"The \"\"Hub\"\" Customer Services\"", 5}};
const Values contracts = {{"Permanent", 82}, {"Fixed term", 10}, {"Casual", 5}, {"Secondment", 3}};

// Women in 100 and men in 100 at each of the 12 grades, and where its pay begins, in pence an hour.
const std::array<unsigned, 12> women_at = {9, 10, 12, 13, 13, 12, 10, 8, 6, 4, 2, 1};
const std::array<unsigned, 12> men_at = {7, 8, 10, 11, 12, 12, 11, 10, 8, 6, 3, 2};
const std::array<double, 12> pay_from = {1230, 1290, 1360, 1480, 1650, 1870,
                                         2130, 2450, 2840, 3390, 4200, 5800};

// A line that grows, without a look at the locale.
class Line {
 public:
  void clear() { m_text.clear(); }
  [[nodiscard]] const std::string& text() const { return m_text; }

  Line& add(std::string_view cell) {
    m_text += cell;
    m_text += ',';
    return *this;
  }
  Line& add_pence(std::uint64_t pence) {
    digits(pence / 100, 1);
    m_text += '.';
    digits(pence % 100, 2);
    m_text += ',';
    return *this;
  }
  // A day counted from 1 January 1970, as year-month-day.
  Line& add_day(std::int64_t day) {
    const std::int64_t from_march = day + 719'468, era = from_march / 146'097, of_era = from_march % 146'097;
    const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
    const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted = (5 * of_year + 2) / 153;
    const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    digits(static_cast<std::uint64_t>(era * 400 + year_of_era + (month <= 2 ? 1 : 0)), 4);
    m_text += '-';
    digits(static_cast<std::uint64_t>(month), 2);
    m_text += '-';
    digits(static_cast<std::uint64_t>(of_year - (153 * shifted + 2) / 5 + 1), 2);
    m_text += ',';
    return *this;
  }
  Line& add_id(std::uint64_t id) {
    m_text += 'E';
    digits(id, 8);
    m_text += ',';
    return *this;
  }
  Line& add_grade(std::size_t grade) {
    m_text += "Grade ";
    digits(grade, 1);
    m_text += ',';
    return *this;
  }
  void end() { m_text.back() = '\n'; }

 private:
  void digits(std::uint64_t number, int least) {
    std::array<char, 20> reversed{};
    int count = 0;
    for (; number != 0 || count < least; number /= 10) {
      reversed[static_cast<std::size_t>(count++)] = static_cast<char>('0' + number % 10);
    }
    while (count > 0) m_text += reversed[static_cast<std::size_t>(--count)];
  }
  std::string m_text;
};

constexpr std::uint64_t most_rows = 99'000'000;
constexpr std::int64_t snapshot = 20'178;  // 31 March 2025

// Eight digits that differ for all rows up to the prime, and do not come in order.
std::uint64_t id_of(std::uint64_t row) {
  return row * 61'803'399 % 99'999'989;
}

std::size_t pick_grade(Draw& draw, bool woman) {
  const auto& people_at = woman ? women_at : men_at;
  std::uint64_t ticket = draw.below(100);
  std::size_t grade = 0;
  while (ticket >= people_at[grade]) ticket -= people_at[grade++];
  return grade;
}

void write_row(std::uint64_t row, bool distinct_rates, Line& line) {
  Draw draw(row);
  const bool again = draw.one_in(5000) && row > 100;
  const std::string_view sex = sexes.pick(draw);
  const bool woman = sex == "Female" || sex == "F" || sex == "female";
  line.clear();
  line.add_id(id_of(again ? row - 1 - draw.below(90) : row))
      .add(sex)
      .add(ethnic_groups.pick(draw))
      .add(disabilities.pick(draw));

  const auto age = static_cast<std::int64_t>(17 + draw.below(50));
  const auto born = snapshot - age * 365 - age / 4 - static_cast<std::int64_t>(draw.below(365));
  if (const std::uint64_t odd = draw.below(10'000); odd < 3) {
    line.add(odd == 0 ? "N/A" : "");
  } else {
    line.add_day(born);
  }
  line.add(religions.pick(draw)).add(orientations.pick(draw)).add(caring.pick(draw));

  const std::size_t grade = pick_grade(draw, woman);
  line.add_grade(grade + 1).add(directorates.pick(draw));
  line.add_pence(draw.below(100) < 62 ? 100 : 20 + 5 * draw.below(16)).add(contracts.pick(draw));

  const double of_sex = woman ? 1 : 1.015;
  auto pence = static_cast<std::uint64_t>(pay_from[grade] * of_sex * (1 + 0.22 * draw.fraction()));
  if (distinct_rates) pence = 1000 + row;
  if (draw.one_in(5000)) pence = 0;
  if (draw.below(100) < 3) {
    line.add("");
  } else {
    line.add_pence(pence);
  }
  if (draw.below(100) < (woman ? 10U : 13U)) {
    const double hours = (5 + 60 * draw.fraction()) * (woman ? 1 : 1.2);
    line.add_pence(static_cast<std::uint64_t>(static_cast<double>(pence) * hours));
  } else {
    line.add("");
  }

  const auto waited = static_cast<std::int64_t>(-std::log(1 - draw.fraction()) * 2200);
  const auto started = std::max(snapshot + 20 - waited - static_cast<std::int64_t>(draw.below(30)),
                                snapshot - std::int64_t{45} * 365);
  line.add_day(started);
  if (draw.below(100) < 14) {
    const auto left = snapshot - static_cast<std::int64_t>(draw.below(730));
    const std::int64_t after = draw.one_in(100) ? -5 : 30;
    line.add_day(left < started ? started + after : left);
  } else {
    line.add("");
  }
  line.add(draw.below(50) == 0 ? "Y" : "N").add(veterans.pick(draw));
  line.end();
}

}  // namespace

int main(int count, char** words) {
  const std::span arguments(words, static_cast<std::size_t>(count));
  const std::uint64_t rows = arguments.size() > 1 ? std::strtoull(arguments[1], nullptr, 10) : 0;
  const bool distinct_rates = arguments.size() == 3 && std::string_view(arguments[2]) == "--distinct-rates";
  if (rows == 0 || rows > most_rows || arguments.size() > 3 || (arguments.size() == 3 && !distinct_rates)) {
    std::fputs("usage: make-extract ROWS [--distinct-rates]\n", stderr);
    return 2;
  }
  constexpr std::string_view header =
      "employee_id,sex,ethnicity,disability,dob,religion,orientation,caring,grade,directorate,fte,contract,"
      "hourly_pay,bonus,start_date,leave_date,apprentice,veteran\n";
  std::string block(header);
  Line line;
  for (std::uint64_t row = 1; row <= rows; ++row) {
    write_row(row, distinct_rates, line);
    block += line.text();
    if (block.size() < (1U << 20U) && row != rows) continue;
    if (std::fwrite(block.data(), 1, block.size(), stdout) != block.size()) return 1;
    block.clear();
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
