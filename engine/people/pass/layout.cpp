#include "people/pass/layout.hpp"

#include <algorithm>

#include "people/columns.hpp"

namespace eqr::persons {
namespace {

using tallies::Amount;
using tallies::Snapshot;

class Maker {
 public:
  Maker(const Codebook& codebook, const Occasion& occasion, const std::vector<std::string>& header)
      : m_codebook(codebook), m_columns(header) {
    m_made.codebook = &codebook;
    m_made.occasion = occasion;
    m_made.width = header.size();
    m_made.this_day = day_number(occasion.snapshot_date);
    if (occasion.before) m_made.last_day = day_number(*occasion.before);
  }

  Layout make(const Needs& needs) {
    if (!m_codebook.id.empty()) m_made.id = m_columns.find(m_codebook.id);
    add_rules();
    for (const auto& [id, snapshot] : needs.characteristics) add(id, snapshot);
    for (const std::string& id : needs.kept) {
      m_made.kept.emplace_back(id, add(id, m_made.occasion.snapshot));
    }
    if (needs.amounts.contains(Amount::hourly_pay)) add_rate();
    if (needs.amounts.contains(Amount::bonus)) add_bonus();
    if (needs.presence) {
      m_made.presence_column = new_column({{}, nullptr, Finding::unknown_values, 0, false, nullptr});
    }
    m_columns.throw_if_missing(m_made.occasion.file, m_codebook.file);
    m_made.used.assign(m_used.begin(), m_used.end());
    return std::move(m_made);
  }

 private:
  std::size_t field(const std::string& heading) { return *m_used.insert(m_columns.find(heading)).first; }
  std::optional<std::size_t> field_if(const std::string& heading) {
    if (heading.empty()) return std::nullopt;
    return field(heading);
  }

  void add_rules() {
    if (m_codebook.in_post) {
      m_made.start = field(m_codebook.in_post->start);
      m_made.leave = field_if(m_codebook.in_post->leave);
    }
    for (const Exclusion& exclusion : m_codebook.exclusions)
      m_made.exclusions.push_back(field(exclusion.column));
    if (m_codebook.hours) m_made.checked_hours = field(m_codebook.hours->column);
    if (m_made.occasion.rows == RowsAre::events) m_made.event_date = field_if(m_codebook.dated);
    if (m_made.occasion.rows == RowsAre::posts && m_codebook.main_post) {
      const bool by_mark = !m_codebook.main_post->values.empty();
      (by_mark ? m_made.main_mark : m_made.main_hours) = field(m_codebook.main_post->column);
      if (!by_mark) m_made.main_hours_amount = m_made.amount_columns++;
    }
  }

  std::size_t new_column(CodeColumn column) {
    m_made.code_columns.push_back(std::move(column));
    return m_made.code_columns.size() - 1;
  }

  std::size_t add(const std::string& id, Snapshot snapshot) {
    const auto known = m_made.column_of.find({id, snapshot});
    if (known != m_made.column_of.end()) return known->second;
    const Characteristic& characteristic = *m_codebook.find(id);
    const std::size_t column = column_for(characteristic, snapshot);
    m_made.column_of[{id, snapshot}] = column;
    return column;
  }

  std::size_t column_for(const Characteristic& characteristic, Snapshot snapshot) {
    const Source& source = characteristic.source;
    if (std::holds_alternative<FullPayMark>(source)) {
      add_rate();
      m_made.full_pay_leaf_column = new_column({{}, nullptr, Finding::pay, 0, false, nullptr});
      return *m_made.full_pay_leaf_column;
    }
    if (std::holds_alternative<BonusReceived>(source)) {
      add_bonus();
      return *m_made.bonus_column;
    }
    CodeColumn column{characteristic.heading(),
                      &characteristic,
                      Finding::unknown_values,
                      static_cast<Code>(characteristic.leaf("not-stated").value_or(0)),
                      false,
                      nullptr};
    if (std::holds_alternative<Movement>(source)) {
      m_made.movement_column = new_column(std::move(column));
      return *m_made.movement_column;
    }
    if (std::holds_alternative<LookedUp>(source)) {
      m_made.looked_up.emplace_back(characteristic.id, new_column(std::move(column)));
      return m_made.looked_up.back().second;
    }
    if (std::holds_alternative<CodedColumn>(source)) {
      // Groups do not depend on the snapshot: one column answers for both.
      const auto other = m_made.column_of.lower_bound({characteristic.id, Snapshot::this_year});
      if (other != m_made.column_of.end() && other->first.first == characteristic.id) return other->second;
      column.placing = std::make_shared<Placing>(characteristic, occasion_dates(snapshot));
      m_made.coded.push_back({field(characteristic.heading()), new_column(std::move(column))});
      return m_made.coded.back().column;
    }
    return add_dated(characteristic, snapshot, std::move(column));
  }

  std::size_t add_dated(const Characteristic& characteristic, Snapshot snapshot, CodeColumn column) {
    column.finding = Finding::birth_dates;
    column.of_last = snapshot != m_made.occasion.snapshot;
    if (std::holds_alternative<DateInPeriod>(characteristic.source)) {
      column.instead = static_cast<Code>(*characteristic.leaf("none"));
    }
    column.placing = std::make_shared<Placing>(characteristic, occasion_dates(snapshot));
    const std::size_t position = field(characteristic.heading());
    const std::size_t made = new_column(std::move(column));
    const auto same = std::find_if(m_made.dated.begin(), m_made.dated.end(),
                                   [&](const DatedField& dated) { return dated.field == position; });
    if (same != m_made.dated.end()) {
      same->columns.push_back(made);
    } else {
      m_made.dated.push_back({position, {made}});
    }
    return made;
  }

  // The period that ends with the snapshot.
  [[nodiscard]] Period occasion_dates(Snapshot snapshot) const {
    const Occasion& occasion = m_made.occasion;
    if (snapshot == occasion.snapshot || !occasion.before) return {occasion.snapshot_date, occasion.before};
    return {*occasion.before, std::nullopt};
  }

  std::size_t add_full_pay() {
    if (m_made.full_pay_column) return *m_made.full_pay_column;
    m_made.full_pay = field_if(m_codebook.pay->full_pay);
    m_made.full_pay_column =
        new_column({m_codebook.pay->full_pay, nullptr, Finding::unknown_values, 1, false, nullptr});
    return *m_made.full_pay_column;
  }

  void add_rate() {
    if (m_made.rate_amount) return;
    static_cast<void>(add_full_pay());
    m_made.rate_amount = m_made.amount_columns++;
    if (!m_codebook.pay->elements) {
      m_made.rate.hourly = field(m_codebook.pay->hourly);
      return;
    }
    const PayElements& elements = *m_codebook.pay->elements;
    for (const std::string& heading : elements.ordinary) m_made.rate.ordinary.push_back(field(heading));
    for (const std::string& heading : elements.hours) m_made.rate.hours.push_back(field(heading));
    m_made.rate.bonus_in_period = field_if(elements.bonus_in_period);
  }

  void add_bonus() {
    if (m_made.bonus_amount) return;
    m_made.bonus = field(m_codebook.pay->bonus);
    m_made.bonus_amount = m_made.amount_columns++;
    m_made.bonus_column = new_column({m_codebook.pay->bonus, nullptr, Finding::pay, 1, false, nullptr});
  }

  const Codebook& m_codebook;
  Columns m_columns;
  std::set<std::size_t> m_used;
  Layout m_made;
};

}  // namespace

Layout layout_of(const Codebook& codebook, const Occasion& occasion, const Needs& needs,
                 const std::vector<std::string>& header) {
  return Maker(codebook, occasion, header).make(needs);
}

std::vector<std::string> headings_of(const Codebook& codebook) {
  std::vector<std::string> headings = {codebook.id, codebook.dated};
  for (const Characteristic& each : codebook.characteristics) headings.push_back(each.heading());
  if (codebook.pay) {
    headings.insert(headings.end(), {codebook.pay->hourly, codebook.pay->full_pay, codebook.pay->bonus});
    if (const auto& elements = codebook.pay->elements) {
      headings.push_back(elements->bonus_in_period);
      headings.insert(headings.end(), elements->ordinary.begin(), elements->ordinary.end());
      headings.insert(headings.end(), elements->hours.begin(), elements->hours.end());
    }
  }
  if (codebook.in_post) headings.insert(headings.end(), {codebook.in_post->start, codebook.in_post->leave});
  for (const Exclusion& exclusion : codebook.exclusions) headings.push_back(exclusion.column);
  if (codebook.main_post) headings.push_back(codebook.main_post->column);
  if (codebook.hours) headings.push_back(codebook.hours->column);
  return headings;
}

}  // namespace eqr::persons
