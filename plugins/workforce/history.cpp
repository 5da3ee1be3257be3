#include "history.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "eqr/supplied_figures.hpp"

namespace eqr::workforce {
namespace {

constexpr std::size_t most_lines = 4;
constexpr std::size_t fewest_years = 4;

// A line of the chart, a column of the table.
struct Share {
  const Characteristic* characteristic;
  const Group* group;

  [[nodiscard]] std::string column() const { return characteristic->id + "-" + group->id; }
};

// "31 March 2018" as "2018-03-31", so that dates can be put in order.
std::string sortable(const std::string& date) {
  const std::string year = date.substr(std::max<std::size_t>(date.size(), 4) - 4);
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 31; ++day) {
      const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
      const std::string candidate = year + "-" + two(month) + "-" + two(day);
      if (written_date(candidate) == date) return candidate;
    }
  }
  return date;
}

class History {
 public:
  History(const Staff& staff, const Document& document) : m_staff(staff), m_document(document) {
    for (const std::size_t row : all_rows(document)) read(row);
    for (const std::string& date : m_dates) {
      for (const Share& share : m_shares) {
        if (!m_rows.contains({date, share.column()}))
          fault("there is no row for " + share.characteristic->id + ", " + share.group->id + " at " + date +
                "; add it, with nothing in percent where the share is not known");
      }
    }
  }

  [[nodiscard]] const std::vector<Share>& shares() const { return m_shares; }
  [[nodiscard]] std::size_t years() const { return m_dates.size() + (m_staff.has_last_year() ? 2 : 1); }
  [[nodiscard]] std::string first_date() const {
    if (!m_dates.empty()) return written_date(*m_dates.begin());
    return m_staff.has_last_year() ? m_staff.last_date() : m_staff.date();
  }
  [[nodiscard]] Table table() const;

 private:
  [[noreturn]] void fault(const std::string& words) const {
    throw ThemeFault("input \"" + m_document.input() + "\": " + words);
  }
  void read(std::size_t row);
  [[nodiscard]] const Share& share_of(std::size_t row);
  [[nodiscard]] bool is_in_records(const std::string& date) const {
    const std::string written = written_date(date);
    return written == m_staff.date() || (m_staff.has_last_year() && written == m_staff.last_date());
  }

  const Staff& m_staff;
  const Document& m_document;
  std::vector<Share> m_shares;                                        // in the order of the document
  std::set<std::string> m_dates;                                      // before those of records
  std::map<std::pair<std::string, std::string>, std::size_t> m_rows;  // by date and column
};

void History::read(std::size_t row) {
  const std::string place = "row " + std::to_string(row) + ": ";
  const std::string& date = m_document.text(row, "date");
  if (written_date(date) == date)
    fault(place + "\"" + date + "\" is not a date; write year, month and day, such as 2014-03-31");
  if (date > sortable(m_staff.date()))
    fault(place + date + " is after the snapshot, " + m_staff.date() + "; leave the row out");
  const Share& share = share_of(row);
  if (!m_rows.try_emplace({date, share.column()}, row).second)
    fault(place + share.characteristic->id + ", " + share.group->id + " at " + date +
          " is there twice; leave one row out");
  if (!is_in_records(date)) m_dates.insert(date);
}

const Share& History::share_of(std::size_t row) {
  const std::string& id = m_document.text(row, "characteristic");
  const std::string& group = m_document.text(row, "group");
  const Characteristic* characteristic = m_staff.input().find(id);
  const Group* found = characteristic == nullptr ? nullptr : characteristic->find(group);
  if (found == nullptr)
    fault("row " + std::to_string(row) + ": the codebook of the staff input has no group \"" + group +
          "\" of \"" + id + "\"; write ids of the codebook, such as sex and female");
  const Share share{characteristic, found};
  const auto known = std::ranges::find(m_shares, share.column(), &Share::column);
  return known == m_shares.end() ? m_shares.emplace_back(share) : *known;
}

Table History::table() const {
  Table table("history", m_staff.title("Share of all staff over the years"));
  table.text_column("date", "Date");
  for (const Share& share : m_shares)
    table.number_column(share.column(), share.group->label, one_place_percent);
  for (const std::string& date : m_dates) {
    std::vector<Cell> cells = {written_date(date)};
    for (const Share& share : m_shares)
      cells.emplace_back(m_document.cell(m_rows.at({date, share.column()}), "percent"));
    table.row(std::move(cells));
  }
  const auto of_records = [&](const std::string& date, const Population& everyone) {
    std::vector<Cell> cells = {date};
    for (const Share& share : m_shares)
      cells.emplace_back(share_of_all(everyone, to_groups(share.characteristic->id, {share.group->id})));
    table.row(std::move(cells));
  };
  const Population everyone = m_staff.everyone();
  if (m_staff.has_last_year()) of_records(m_staff.last_date(), everyone.last_year());
  of_records(m_staff.date(), everyone);
  table.note("Percentages of all staff include staff who have not stated an answer.");
  if (!m_dates.empty())
    table.note("Percentages up to " + written_date(*m_dates.rbegin()) + " are those of earlier reports.");
  add_notes(m_document, all_rows(m_document), "date", table);
  return table;
}

void add_chart(const std::string& id, const std::string& of, const History& history, const Staff& staff,
               const std::vector<Share>& shares, Draft& draft, Section& section) {
  if (shares.size() > most_lines || history.years() < fewest_years) return;
  Chart chart{id,
              Chart::Kind::line,
              "Share of all staff" + of + " over the years, " + history.first_date() + " to " + staff.date(),
              "history",
              "date",
              {}};
  for (const Share& share : shares) chart.value_columns.push_back(share.column());
  section.charts.push_back(chart.id);
  draft.charts.push_back(std::move(chart));
}

}  // namespace

void add_history(const Staff& staff, const Document& document, Draft& draft) {
  const History history(staff, document);
  if (history.shares().empty()) return;
  Section section{"history", "Over the years", {"history"}, {}};
  draft.tables.push_back(history.table());
  if (history.shares().size() <= most_lines) {
    add_chart("history-chart", "", history, staff, history.shares(), draft, section);
  } else {
    std::set<std::string> drawn;
    for (const Share& first : history.shares()) {
      if (!drawn.insert(first.characteristic->id).second) continue;
      std::vector<Share> shares;
      std::ranges::copy_if(history.shares(), std::back_inserter(shares),
                           [&](const Share& share) { return share.characteristic == first.characteristic; });
      add_chart("history-" + first.characteristic->id + "-chart",
                " by " + in_sentence(first.characteristic->title), history, staff, shares, draft, section);
    }
  }
  draft.sections.push_back(std::move(section));
}

}  // namespace eqr::workforce
