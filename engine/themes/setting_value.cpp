#include "themes/setting_value.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "text/words.hpp"

namespace eqr::themes {

bool setting_fits(SettingSchema::Type type, const nlohmann::json& value) {
  switch (type) {
    case SettingSchema::Type::integer:
      return value.is_number_integer();
    case SettingSchema::Type::number:
      return value.is_number() && std::isfinite(value.get<double>());
    case SettingSchema::Type::text:
      return value.is_string();
    case SettingSchema::Type::boolean:
      return value.is_boolean();
    case SettingSchema::Type::list:
      return value.is_array() &&
             std::ranges::all_of(value, [](const nlohmann::json& entry) { return entry.is_string(); });
  }
  return false;
}

std::string_view setting_in_words(SettingSchema::Type type) {
  switch (type) {
    case SettingSchema::Type::integer:
      return "a whole number";
    case SettingSchema::Type::number:
      return "a number";
    case SettingSchema::Type::text:
      return "a text";
    case SettingSchema::Type::boolean:
      return "true or false";
    case SettingSchema::Type::list:
      return "a list of texts";
  }
  return "";
}

bool is_version(std::string_view text) {
  int numbers = 0;
  for (bool more = true; more; ++numbers) {
    const std::size_t dot = text.find('.');
    const std::string_view number = text.substr(0, dot);
    if (number.empty() || number.find_first_not_of("0123456789") != std::string_view::npos) return false;
    more = dot != std::string_view::npos;
    if (more) text.remove_prefix(dot + 1);
  }
  return numbers == 3;
}

nlohmann::json complete_settings(const Manifest& manifest, const nlohmann::json& given,
                                 const SettingPlace& place, std::vector<problems::Problem>& found) {
  nlohmann::json complete = nlohmann::json::object();
  std::vector<std::string> names;
  for (const SettingSchema& schema : manifest.settings) {
    complete[schema.name] = schema.default_value;
    names.push_back(schema.name);
  }
  for (const auto& [name, value] : given.items()) {
    const SettingSchema* schema = manifest.setting(name);
    if (schema == nullptr) {
      const std::string hint =
          names.empty() ? "it has no settings; leave this one out" : text::suggestion(name, names);
      found.push_back(
          {place(name), "the theme \"" + manifest.id + "\" has no setting \"" + name + "\"", hint});
    } else if (!setting_fits(schema->type, value)) {
      found.push_back({place(name),
                       "the setting \"" + name + "\" of the theme \"" + manifest.id + "\" has to be " +
                           std::string(setting_in_words(schema->type)),
                       "its default is " + schema->default_value.dump()});
    } else {
      complete[name] = value;
    }
  }
  return complete;
}

}  // namespace eqr::themes
