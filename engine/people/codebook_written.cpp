#include "people/codebook_written.hpp"

#include <algorithm>
#include <span>
#include <tuple>

#include <toml++/toml.h>

#include "text/characters.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

using problems::Place;
using problems::Problem;

constexpr std::size_t longest_heading = 150;  // of a column: with its unit and date, Excel takes 255

// One table of the file while it is read: asks for keys by name and tells what is wrong with them.
class Form {
 public:
  Form(const toml::table& table, std::string what, const std::string& file, std::vector<Problem>& problems)
      : m_table(&table), m_what(std::move(what)), m_file(&file), m_problems(&problems) {}

  [[nodiscard]] Place place(const toml::source_region& source) const {
    return {*m_file, source.begin.line, source.begin.column, {}};
  }
  [[nodiscard]] Place place() const { return place(m_table->source()); }
  [[nodiscard]] const toml::table& table() const { return *m_table; }
  [[nodiscard]] const std::string& what() const { return m_what; }

  void tell(Place where, std::string message, std::string hint = {}) const {
    const std::string subject = m_what.empty() ? std::string() : m_what + ": ";
    m_problems->push_back({std::move(where), subject + std::move(message), std::move(hint)});
  }

  void allow_only(std::span<const std::string> keys) const {
    for (const auto& [key, node] : *m_table) {
      if (std::find(keys.begin(), keys.end(), key.str()) != keys.end()) continue;
      tell(place(key.source()), "unknown key \"" + std::string(key.str()) + '"',
           text::suggestion(key.str(), keys));
    }
  }

  [[nodiscard]] std::optional<WrittenText> text(std::string_view key) const {
    const toml::node* node = m_table->get(key);
    if (node == nullptr) return std::nullopt;
    const auto* written = node->as_string();
    if (written == nullptr || text::trimmed(written->get()).empty()) {
      tell(place(node->source()), '"' + std::string(key) + "\" has to be a text in quotes");
      return std::nullopt;
    }
    // Ids, labels, titles and reasons are printed; headings stand in messages.
    if (!text::is_printable(written->get())) {
      tell(place(node->source()), '"' + std::string(key) + "\" " + std::string(text::unprintable_message),
           std::string(text::unprintable_hint));
    }
    const bool is_heading = key == "title" || key == "label";
    if (is_heading && text::utf16_units(written->get()) > longest_heading) {
      tell(place(node->source()),
           '"' + std::string(key) + "\" has more than " + std::to_string(longest_heading) + " characters",
           "shorten it: it heads a column or a row of tables");
    }
    return WrittenText{written->get(), place(node->source())};
  }
  [[nodiscard]] std::optional<WrittenText> required_text(std::string_view key) const {
    if (m_table->get(key) == nullptr) {
      tell(place(), "\"" + std::string(key) + "\" is missing",
           "write " + std::string(key) + " = \"…\" there");
    }
    return text(key);
  }

  [[nodiscard]] std::optional<int> age(std::string_view key) const {
    const toml::node* node = m_table->get(key);
    if (node == nullptr) return std::nullopt;
    const auto* written = node->as_integer();
    if (written == nullptr || written->get() < 0 || written->get() > 200) {
      tell(place(node->source()), '"' + std::string(key) + "\" has to be an age in whole years");
      return std::nullopt;
    }
    return static_cast<int>(written->get());
  }

  [[nodiscard]] std::optional<bool> yes_or_no(std::string_view key) const {
    const toml::node* node = m_table->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* written = node->as_boolean()) return written->get();
    tell(place(node->source()), '"' + std::string(key) + "\" has to be true or false");
    return std::nullopt;
  }

  // A whole number or a decimal, as it is written: 37, 1.0.
  [[nodiscard]] std::optional<numbers::Decimal> number(std::string_view key) const {
    const toml::node* node = m_table->get(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* whole = node->as_integer()) return numbers::Decimal{whole->get(), 0};
    if (const auto* decimal = node->as_floating_point();
        decimal != nullptr && decimal->get() > -1e9 && decimal->get() < 1e9) {
      return numbers::Decimal{
          static_cast<std::int64_t>(decimal->get() * 10'000 + (decimal->get() < 0 ? -0.5 : 0.5)), 4};
    }
    tell(place(node->source()), '"' + std::string(key) + "\" has to be a number");
    return std::nullopt;
  }

  // One text, or a list of texts.
  [[nodiscard]] std::vector<WrittenText> text_or_texts(std::string_view key) const {
    const toml::node* node = m_table->get(key);
    if (node == nullptr || node->is_array()) return texts(key);
    const auto only = text(key);
    return only ? std::vector<WrittenText>{*only} : std::vector<WrittenText>{};
  }

  [[nodiscard]] std::vector<WrittenText> texts(const toml::node& node, std::string_view key) const {
    std::vector<WrittenText> list;
    const toml::array* array = node.as_array();
    bool sound = array != nullptr;
    for (std::size_t i = 0; sound && i < array->size(); ++i) {
      const auto* written = array->get(i)->as_string();
      sound = written != nullptr;
      if (sound) list.push_back({written->get(), place(written->source())});
    }
    if (!sound) tell(place(node.source()), '"' + std::string(key) + "\" has to be a list of texts in quotes");
    return list;
  }
  [[nodiscard]] std::vector<WrittenText> texts(std::string_view key) const {
    const toml::node* node = m_table->get(key);
    return node == nullptr ? std::vector<WrittenText>{} : texts(*node, key);
  }

  [[nodiscard]] std::optional<Form> form(std::string_view key, std::string what) const {
    const toml::node* node = m_table->get(key);
    if (node == nullptr) return std::nullopt;
    if (const toml::table* table = node->as_table())
      return Form(*table, std::move(what), *m_file, *m_problems);
    tell(place(node->source()), '"' + std::string(key) + "\" has to be a table");
    return std::nullopt;
  }
  // A list of tables, or none when the key is absent.
  [[nodiscard]] std::optional<std::vector<Form>> forms(std::string_view key, const std::string& what) const {
    const toml::node* node = m_table->get(key);
    if (node == nullptr) return std::nullopt;
    std::vector<Form> list;
    const toml::array* array = node->as_array();
    bool sound = array != nullptr;
    for (std::size_t i = 0; sound && i < array->size(); ++i) {
      const toml::table* table = array->get(i)->as_table();
      sound = table != nullptr;
      if (sound) list.emplace_back(*table, what, *m_file, *m_problems);
    }
    if (!sound) tell(place(node->source()), '"' + std::string(key) + "\" has to be a list of tables");
    return list;
  }

 private:
  const toml::table* m_table;
  std::string m_what;  // "characteristic "sex"", said before each message
  const std::string* m_file;
  std::vector<Problem>* m_problems;
};

using Keys = std::vector<std::string>;

std::string in_quotes(std::string_view word) {
  return '"' + std::string(word) + '"';
}

std::optional<std::vector<WrittenGroup>> groups(const Form& form, std::string_view key, const Keys& allowed) {
  const auto entries = form.forms(key, form.what());
  if (!entries) return std::nullopt;
  std::vector<WrittenGroup> list;
  for (const Form& entry : *entries) {
    entry.allow_only(allowed);
    const WrittenText id = entry.required_text("id").value_or(WrittenText{});
    const auto label = entry.required_text("label");
    WrittenGroup group{id, label.value_or(id).value, entry.texts("values"), entry.age("from"),
                       entry.age("to")};
    // A missing label is told once; without its group everything that refers to it would be told too.
    if (!id.value.empty()) list.push_back(std::move(group));
  }
  return list;
}

std::optional<std::vector<WrittenAggregate>> aggregates(const Form& form) {
  const auto entries = form.forms("aggregates", form.what());
  if (!entries) return std::nullopt;
  std::vector<WrittenAggregate> list;
  for (const Form& entry : *entries) {
    entry.allow_only(Keys{"id", "label", "of"});
    const WrittenText id = entry.required_text("id").value_or(WrittenText{});
    const auto label = entry.required_text("label");
    WrittenAggregate aggregate{id, label.value_or(id).value, entry.texts("of")};
    if (!id.value.empty()) list.push_back(std::move(aggregate));
  }
  return list;
}

WrittenCharacteristic characteristic(WrittenText id, const Form& form) {
  form.allow_only(Keys{"title", "column", "born", "since", "within_period", "looked_up", "fixed", "groups",
                       "bands", "undeclared", "aggregates", "values"});
  WrittenCharacteristic written;
  written.id = std::move(id);
  written.title = form.text("title");
  written.column = form.text("column");
  written.born = form.text("born");
  written.since = form.text("since");
  written.within_period = form.text("within_period");
  written.fixed = form.yes_or_no("fixed");
  written.looked_up = form.yes_or_no("looked_up").value_or(false);
  written.groups = groups(form, "groups", {"id", "label", "values"});
  written.bands = groups(form, "bands", {"id", "label", "values", "from", "to"});
  written.undeclared = groups(form, "undeclared", {"id", "label", "values"});
  written.aggregates = aggregates(form);
  if (const auto extra = form.form("values", form.what())) {
    for (const auto& [group, node] : extra->table()) {
      written.values.push_back(
          {{std::string(group.str()), extra->place(group.source())}, extra->texts(node, group.str())});
    }
  }
  return written;
}

std::optional<WrittenColumnValues> column_values(const Form& form) {
  const auto column = form.required_text("column");
  std::vector<WrittenText> values = form.texts("values");
  if (values.empty())
    form.tell(form.place(), "\"values\" is missing or empty",
              "write values = [\"…\"] as they stand in the column");
  if (!column || values.empty()) return std::nullopt;
  return WrittenColumnValues{*column, std::move(values)};
}

WrittenPay pay(const Form& form) {
  form.allow_only(
      Keys{"hourly", "ordinary", "bonus_in_period", "period", "bonus_days", "hours", "bonus", "full_pay"});
  WrittenPay written;
  written.place = form.place();
  written.hourly = form.text("hourly");
  written.bonus = form.text("bonus");
  written.ordinary = form.text_or_texts("ordinary");
  written.hours = form.text_or_texts("hours");
  written.bonus_in_period = form.text("bonus_in_period");
  written.period = form.text("period");
  if (const auto days = form.number("bonus_days")) {
    written.bonus_days = days->places == 0 ? days->digits * 100 : days->digits / 100;
  }
  if (const auto full_pay = form.form("full_pay", "[pay] full_pay")) {
    full_pay->allow_only(Keys{"column", "values", "no"});
    written.full_pay = column_values(*full_pay);
    written.full_pay_no = full_pay->texts("no");
  }
  return written;
}

std::optional<WrittenMainPost> main_post(const Form& form) {
  form.allow_only(Keys{"column", "values", "most_hours"});
  const auto by_hours = form.text("most_hours");
  const auto column = form.text("column");
  if (by_hours && !column) return WrittenMainPost{*by_hours, {}};
  if (!column || by_hours || form.texts("values").empty()) {
    form.tell(form.place(), "has to hold either \"column\" and \"values\", or \"most_hours\"",
              "name the column that marks the main post and what it then holds, or the column of hours");
    return std::nullopt;
  }
  return WrittenMainPost{*column, form.texts("values")};
}

std::vector<WrittenFinding> findings(const Form& form) {
  std::vector<WrittenFinding> list;
  for (const auto& [key, node] : form.table()) {
    const std::string name(key.str());
    if (const auto treatment = form.text(name))
      list.push_back({{name, form.place(key.source())}, *treatment});
  }
  return list;
}

std::vector<WrittenExclusion> exclusions(const std::vector<Form>& entries) {
  std::vector<WrittenExclusion> list;
  for (const Form& entry : entries) {
    entry.allow_only(Keys{"column", "values", "reason"});
    const auto which = column_values(entry);
    const auto reason = entry.required_text("reason");
    if (which && reason) list.push_back({*which, reason->value});
  }
  return list;
}

void read_book(const Form& book, WrittenBook& written) {
  book.allow_only(Keys{"extends", "id", "characteristics", "pay", "in_post", "exclude", "dated", "main_post",
                       "hours", "findings"});
  written.dated = book.text("dated");
  written.extends = book.text_or_texts("extends");
  written.id = book.text("id");
  if (const auto all = book.form("characteristics", {})) {
    for (const auto& [key, node] : all->table()) {
      const std::string name(key.str());
      const auto form = all->form(name, "characteristic " + in_quotes(name));
      if (!form) continue;
      written.characteristics.push_back(
          characteristic({std::string(name), form->place(key.source())}, *form));
    }
  }
  // toml++ sorts tables by key; reports follow the order in which the author wrote them.
  std::sort(written.characteristics.begin(), written.characteristics.end(), [](const auto& a, const auto& b) {
    return std::tie(a.id.place.line, a.id.place.character) < std::tie(b.id.place.line, b.id.place.character);
  });
  if (const auto form = book.form("pay", "[pay]")) written.pay = pay(*form);
  if (const auto form = book.form("in_post", "[in_post]")) {
    form->allow_only(Keys{"start", "leave"});
    if (auto start = form->required_text("start")) written.in_post = {{*start}, form->text("leave")};
  }
  if (const auto form = book.form("main_post", "[main_post]")) written.main_post = main_post(*form);
  if (const auto form = book.form("hours", "[hours]")) {
    form->allow_only(Keys{"column", "most"});
    const auto column = form->required_text("column");
    const auto most = form->number("most");
    if (!most)
      form->tell(form->place(), "\"most\" is missing", "1 for a share of full time, 48 for weekly hours");
    if (column && most) written.hours = {*column, *most};
  }
  if (const auto form = book.form("findings", "[findings]")) written.findings = findings(*form);
  if (const auto entries = book.forms("exclude", "[[exclude]]")) written.exclusions = exclusions(*entries);
}

}  // namespace

WrittenBook read_written(std::string_view toml, const std::string& file, std::vector<Problem>& problems) {
  WrittenBook written;
  written.file = file;
  // toml++ 3.3 must not be given bytes that are not UTF-8: its decoder has undefined behaviour there.
  if (!text::is_utf8(toml)) {
    problems.push_back({{file, 0, 0, {}}, "is not written in UTF-8", "save the file as UTF-8"});
    written.readable = false;
    return written;
  }
  try {
    const toml::table table = toml::parse(toml, file);
    read_book(Form(table, {}, file, problems), written);
  } catch (const toml::parse_error& error) {
    problems.push_back({{file, error.source().begin.line, error.source().begin.column, {}},
                        std::string(error.description()),
                        {}});
    written.readable = false;
  }
  return written;
}

}  // namespace eqr::persons
