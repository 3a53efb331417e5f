#include "extractor/lexicon/places.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string_view>
#include <utility>

namespace recount {

Day day_of(int year, int month, int day) {
  if (year < 1 || month < 1 || day < 1) return 0;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? year * 10000 + month * 100 + day : 0;
}

Day parse_day(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return 0;
  int year = 0, month = 0, day = 0;
  const auto read = [&](std::size_t at, std::size_t n, int& out) {
    const auto [end, error] = std::from_chars(iso.data() + at, iso.data() + at + n, out);
    return error == std::errc() && end == iso.data() + at + n;
  };
  if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return 0;
  return day_of(year, month, day);
}

std::string format_day(Day day) {
  std::string out = "0000-00-00";
  constexpr std::array<std::size_t, 8> kPlaces{9, 8, 6, 5, 3, 2, 1, 0};
  for (const std::size_t at : kPlaces) {
    out[at] = static_cast<char>('0' + day % 10);
    day /= 10;
  }
  return out;
}

std::uint16_t place_kind_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, PlaceKindBit>, 10> kNames{{
      {"county", kCounty},
      {"unitary", kUnitary},
      {"district", kDistrict},
      {"metropolitan", kMetropolitan},
      {"london", kLondonBorough},
      {"scottish", kScottish},
      {"welsh", kWelsh},
      {"ni", kNorthernIrish},
      {"other", kOtherCouncil},
      {"area", kArea},
  }};
  for (const auto& [known, bit] : kNames) {
    if (known == name) return bit;
  }
  return 0;
}

}  // namespace recount
