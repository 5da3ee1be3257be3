#include "shares.hpp"

#include <utility>

namespace eqr::workforce {

std::string Staff::title(const std::string& what) const {
  return what + ", " + m_context.organisation + ", " + date();
}

std::string Staff::title_of_comparison(const std::string& what) const {
  return has_last_year() ? title(what) + ", compared with " + last_date() : title(what);
}

Narrowing to_groups(std::string column, std::vector<std::string> groups) {
  return [column = std::move(column), groups = std::move(groups)](const Population& everyone) {
    return everyone.where(column, groups);
  };
}

Narrowing to_row(std::string column) {
  return [column = std::move(column)](const Population& everyone) { return everyone.where_row(column); };
}

Expression share_of_all(const Population& everyone, const Narrowing& narrowed) {
  return percent_of(count(narrowed(everyone)), count(everyone));
}

Expression share_of_declared(const Population& everyone, const Characteristic& characteristic,
                             const Narrowing& narrowed) {
  const Population declared = everyone.where(characteristic.id, characteristic.declared_groups());
  return percent_of(count(narrowed(everyone)), count(declared));
}

Figure share_figure(const Staff& staff, std::string name, std::string title, const Narrowing& narrowed) {
  Figure figure{std::move(name),
                std::move(title),
                share_of_all(staff.everyone(), narrowed),
                std::nullopt,
                one_place_percent,
                "Percentage of all staff, including those who have not stated an answer."};
  if (staff.has_last_year()) figure.last_year = share_of_all(staff.everyone().last_year(), narrowed);
  return figure;
}

Figure count_figure(const Staff& staff, std::string name, std::string title, const Narrowing& narrowed) {
  Figure figure{std::move(name), std::move(title), count(narrowed(staff.everyone())),
                std::nullopt,    whole_people,     {}};
  if (staff.has_last_year()) figure.last_year = count(narrowed(staff.everyone().last_year()));
  return figure;
}

std::string in_sentence(std::string title) {
  if (!title.empty() && title.front() >= 'A' && title.front() <= 'Z') {
    title.front() = static_cast<char>(title.front() - 'A' + 'a');
  }
  return title;
}

}  // namespace eqr::workforce
