#include "people/codebook_pay.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/words.hpp"

namespace eqr::persons {

using problems::Place;
using problems::Problem;

std::set<std::string> normalised_set(const std::vector<WrittenText>& values) {
  std::set<std::string> list;
  for (const WrittenText& value : values) list.insert(text::normalised(value.value));
  return list;
}

namespace {

std::string in_quotes(std::string_view word) {
  return '"' + std::string(word) + '"';
}

// What marks people who are not full-pay relevant. A blank cell does so anyway; a value cannot mean both.
std::set<std::string> full_pay_no(const WrittenPay& written, const std::set<std::string>& yes,
                                  std::vector<Problem>& problems) {
  std::set<std::string> no = normalised_set(written.full_pay_no);
  if (no.empty()) no = {"n", "no"};
  for (const WrittenText& value : written.full_pay_no) {
    if (!yes.contains(text::normalised(value.value))) continue;
    problems.push_back(
        {value.place,
         "[pay] full_pay: the value " + in_quotes(value.value) + " stands under \"values\" and under \"no\"",
         "keep it under \"values\" if it means yes, under \"no\" if it means no"});
  }
  no.emplace();
  for (const std::string& value : yes) no.erase(value);
  return no;
}

// Days in a pay period, in hundredths. The government service counts a month as 30.44 days.
constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> pay_periods = {
    {{"week", 700}, {"fortnight", 1'400}, {"four weeks", 2'800}, {"month", 3'044}, {"year", 36'525}}};

std::optional<PayElements> pay_elements(const WrittenPay& written, std::vector<Problem>& problems) {
  if (written.ordinary.empty() && written.hours.empty()) return std::nullopt;
  const auto tell = [&](std::string message, std::string hint) {
    problems.push_back({written.place, "[pay]: " + std::move(message), std::move(hint)});
  };
  if (written.hourly) {
    tell("has both \"hourly\" and the elements that it is worked out from", "keep one of the two");
  }
  if (written.ordinary.empty() || written.hours.empty()) {
    tell("\"ordinary\" and \"hours\" belong together",
         "name the columns of ordinary pay in the pay period, and those of weekly hours");
  }
  if (written.bonus_days && !written.bonus_in_period) {
    tell("\"bonus_days\" is of \"bonus_in_period\", which is missing",
         "name the column of bonus pay paid in the period, or leave out \"bonus_days\"");
  }
  PayElements made;
  for (const WrittenText& heading : written.ordinary) made.ordinary.push_back(heading.value);
  for (const WrittenText& heading : written.hours) made.hours.push_back(heading.value);
  if (written.bonus_in_period) made.bonus_in_period = written.bonus_in_period->value;
  made.bonus_hundredths = written.bonus_days.value_or(0);
  if (written.period) {
    const auto known = std::find_if(pay_periods.begin(), pay_periods.end(), [&](const auto& period) {
      return period.first == written.period->value;
    });
    if (known == pay_periods.end()) {
      problems.push_back({written.period->place,
                          "[pay]: there is no pay period " + in_quotes(written.period->value),
                          "write week, fortnight, four weeks, month or year"});
    } else {
      made.period_hundredths = known->second;
    }
  }
  return made;
}

}  // namespace

std::optional<Pay> pay(const WrittenPay& written, const Codebook& book, std::vector<Problem>& problems) {
  Pay made;
  if (written.hourly) made.hourly = written.hourly->value;
  if (written.bonus) made.bonus = written.bonus->value;
  made.elements = pay_elements(written, problems);
  if (!made.has_rates() && made.bonus.empty()) {
    problems.push_back({written.place, "[pay]: \"hourly\" is missing",
                        "name the column of hourly rates, or those that they are worked out from"});
    return std::nullopt;
  }
  if (written.full_pay) {
    made.full_pay = written.full_pay->column.value;
    made.full_pay_yes = normalised_set(written.full_pay->values);
    made.full_pay_no = full_pay_no(written, made.full_pay_yes, problems);
  }
  const Characteristic* sex = book.find("sex");
  if (sex == nullptr || !sex->declared().contains("female") || !sex->declared().contains("male")) {
    problems.push_back({written.place,
                        "[pay]: there is no characteristic \"sex\" with the groups \"female\" and \"male\"",
                        "the pay gap compares these two"});
  }
  return made;
}

namespace {

// Characteristics that follow from the rules of the book and need no groups written down.
Characteristic derived(std::string_view id, std::string title,
                       std::vector<std::pair<std::string, std::string>> leaves, Source source) {
  Characteristic made{std::string(id), std::move(title), {}, {}, std::move(source), false};
  for (auto& [leaf, label] : leaves) made.leaves.push_back({std::move(leaf), std::move(label), {}, false});
  return made;
}

}  // namespace

void add_derived(Codebook& book) {
  const auto add = [&](Characteristic made) {
    if (book.find(made.id) == nullptr) book.characteristics.push_back(std::move(made));
  };
  if (book.in_post && !book.in_post->leave.empty()) {
    Characteristic movement = derived(movement_id, "Starters and leavers",
                                      {{"stayed", "Stayed"},
                                       {"started", "Started"},
                                       {"left", "Left"},
                                       {"started-and-left", "Started and left"}},
                                      Movement{});
    movement.aggregates = {{"in-post", "In post", {"stayed", "started"}},
                           {"starters", "Starters", {"started", "started-and-left"}},
                           {"leavers", "Leavers", {"left", "started-and-left"}}};
    add(std::move(movement));
  }
  if (book.pay && book.pay->has_rates()) {
    add(derived("full-pay", "Full-pay relevant employees",
                {{"relevant", "Full-pay relevant"},
                 {"not-relevant", "Not full-pay relevant"},
                 {"rate-not-known", "Full-pay relevant, rate of pay not known"}},
                FullPayMark{}));
  }
  if (book.pay && !book.pay->bonus.empty()) {
    add(derived("bonus", "Bonus pay",
                {{"received", "Received a bonus"}, {"not-received", "Received no bonus"}}, BonusReceived{}));
  }
}

}  // namespace eqr::persons
