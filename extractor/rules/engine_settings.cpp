#include "extractor/rules/engine_settings.h"

#include <algorithm>
#include <iterator>

namespace recount {
namespace {

/// A setting of [engine]: a whole number or a real one.
struct Setting {
  std::string_view name;
  int EngineSettings::*whole;
  double EngineSettings::*real;
};
constexpr Setting kSettings[] = {
    {"largest_change", nullptr, &EngineSettings::largest_change},
    {"largest_council", nullptr, &EngineSettings::largest_council},
    {"largest_group", nullptr, &EngineSettings::largest_group},
    {"largest_group_ni", nullptr, &EngineSettings::largest_group_ni},
    {"largest_change_ni", nullptr, &EngineSettings::largest_change_ni},
    {"largest_rounded", nullptr, &EngineSettings::largest_rounded},
    {"largest_total", &EngineSettings::largest_total, nullptr},
    {"smallest_total", nullptr, &EngineSettings::smallest_total},
    {"smallest_council", nullptr, &EngineSettings::smallest_council},
    {"contradiction_margin", nullptr, &EngineSettings::contradiction_margin},
    {"contradiction_parties", &EngineSettings::contradiction_parties, nullptr},
    {"focus_blocks", &EngineSettings::focus_blocks, nullptr},
    {"focus_blocks_live", &EngineSettings::focus_blocks_live, nullptr},
    {"topic_headline", &EngineSettings::topic_headline, nullptr},
    {"topic_ratio", &EngineSettings::topic_ratio, nullptr},
    {"topic_least", &EngineSettings::topic_least, nullptr},
    {"topic_least_headed", &EngineSettings::topic_least_headed, nullptr},
    {"topic_least_silent", &EngineSettings::topic_least_silent, nullptr},
    {"topic_history", &EngineSettings::topic_history, nullptr},
    {"topic_between", &EngineSettings::topic_between, nullptr},
    {"topic_between_silent", &EngineSettings::topic_between_silent, nullptr},
    {"topic_abroad", &EngineSettings::topic_abroad, nullptr},
    {"topic_mute", &EngineSettings::topic_mute, nullptr},
    {"topic_places", &EngineSettings::topic_places, nullptr},
    {"topic_talk", &EngineSettings::topic_talk, nullptr},
    {"topic_parties", &EngineSettings::topic_parties, nullptr},
    {"topic_lead", &EngineSettings::topic_lead, nullptr},
    {"topic_outcome", &EngineSettings::topic_outcome, nullptr},
    {"topic_preview", &EngineSettings::topic_preview, nullptr},
};

}  // namespace

bool EngineSettings::set(std::string_view name, double value) {
  const auto known = std::find_if(std::begin(kSettings), std::end(kSettings),
                                  [name](const Setting& setting) { return setting.name == name; });
  if (known == std::end(kSettings)) return false;
  if (known->whole != nullptr)
    this->*known->whole = static_cast<int>(value);
  else
    this->*known->real = value;
  return true;
}

}  // namespace recount
