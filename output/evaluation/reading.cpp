#include "output/evaluation/reading.h"

#include <array>
#include <charconv>

namespace recount {
namespace {

constexpr std::array<const char*, 4> kWholeAreas{"england", "england-and-wales", "great-britain",
                                                 "uk"};

std::string_view told_apart(Measure measure, std::string_view value) {
  if (measure == Measure::kControl) return value == "loss" ? "loss" : "in-control";
  return is_outcome(measure) ? "now" : value;
}

}  // namespace

std::string number_reading(double number) {
  std::array<char, 32> buffer;
  if (number == 0) number = 0;  // no negative zero
  const auto [end, error] = std::to_chars(buffer.begin(), buffer.end(), number);
  return std::string(buffer.data(), end);
}

std::string reading(std::string_view place, std::string_view party, Measure measure,
                    std::string_view value) {
  std::string out;
  for (const std::string_view part : {place, party, measure_name(measure)}) {
    out += part;
    out += ' ';
  }
  out += told_apart(measure, value);
  return out;
}

std::string reading(const Fact& fact) {
  const bool named = fact.place_kind == PlaceKind::kCouncil || fact.place_kind == PlaceKind::kArea;
  const std::string_view place =
      named && fact.place ? std::string_view(*fact.place) : place_kind_name(fact.place_kind);
  const std::string number = number_reading(fact.number);
  return reading(place, fact.party ? std::string_view(*fact.party) : kNoParty, fact.measure,
                 fact.outcome.empty() ? std::string_view(number) : fact.outcome);
}

void add_whole_areas(std::string_view kind, std::vector<std::string>& places) {
  if (kind == "area") places.emplace_back("all");
  if (kind == "all") places.insert(places.end(), kWholeAreas.begin(), kWholeAreas.end());
}

}  // namespace recount
