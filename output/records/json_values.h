// Values of fields as JSON, alike in all records.
#pragma once

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace recount {

template <typename Text>
nlohmann::ordered_json text_or_null(const std::optional<Text>& text) {
  return text ? nlohmann::ordered_json(*text) : nlohmann::ordered_json();
}

/// Whole numbers have no decimals, as far as a double holds them exactly.
inline nlohmann::ordered_json number_json(double number) {
  constexpr double kLargestExactInteger = 9007199254740992.0;  // 2^53
  if (number == std::floor(number) && std::fabs(number) < kLargestExactInteger)
    return static_cast<std::int64_t>(number);
  return number;
}

/// The record on one line, without the newline; bytes that are no UTF-8 become U+FFFD.
inline std::string line_of(const nlohmann::ordered_json& record) {
  return record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace recount
