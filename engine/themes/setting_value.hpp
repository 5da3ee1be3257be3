// The types a setting may have: their names in theme.json, and whether a value is of one of them.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "themes/manifest.hpp"

namespace eqr::themes {

inline constexpr std::array<std::pair<std::string_view, SettingSchema::Type>, 5> setting_types = {
    {{"integer", SettingSchema::Type::integer},
     {"number", SettingSchema::Type::number},
     {"text", SettingSchema::Type::text},
     {"boolean", SettingSchema::Type::boolean},
     {"list", SettingSchema::Type::list}}};

// A whole number is a number as well; infinities and not-a-number are not.
[[nodiscard]] bool setting_fits(SettingSchema::Type type, const nlohmann::json& value);

// "a whole number": completes "… is expected here".
[[nodiscard]] std::string_view setting_in_words(SettingSchema::Type type);

// 1.0.0
[[nodiscard]] bool is_version(std::string_view text);

}  // namespace eqr::themes
