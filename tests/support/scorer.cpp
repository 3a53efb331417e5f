#include "tests/support/scorer.h"

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace recount::test {
namespace {

using nlohmann::json;

const std::vector<std::string> kWholeAreas{"england", "england-and-wales", "great-britain", "uk"};

std::string number_text(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.10g", value);
  return buffer;
}

std::string reading(const std::string& measure, const std::string& value) {
  if (measure == "control") return value == "loss" ? "loss" : "in control";
  return measure == "control_before" || measure == "largest_party" ? "now" : value;
}

std::string key(const std::string& place, const std::string& party, const std::string& measure,
                const std::string& value) {
  return place + ' ' + party + ' ' + measure + ' ' + reading(measure, value);
}

std::string text_of(const json& value) {
  if (value.is_null()) return "-";
  return value.is_number() ? number_text(value.get<double>()) : value.get<std::string>();
}

/// The value under `name` and the alternatives to it.
std::vector<std::string> readings(const json& gold, const char* name) {
  std::vector<std::string> out{text_of(gold.value(name, json()))};
  const auto alt = gold.find("alt");
  if (alt == gold.end() || !alt->is_object() || !alt->contains(name)) return out;
  const json& others = (*alt)[name];
  if (!others.is_array()) return out.push_back(text_of(others)), out;
  for (const json& other : others) out.push_back(text_of(other));
  return out;
}

std::string fact_key(const Fact& fact) {
  const std::string kind(place_kind_name(fact.place_kind));
  const std::string place = kind == "all" || kind == "unknown" ? kind : fact.place.value_or("-");
  const std::string value =
      fact.outcome.empty() ? number_text(fact.number) : std::string(fact.outcome);
  return key(place, fact.party.value_or("-"), std::string(measure_name(fact.measure)), value);
}

std::vector<std::string> gold_keys(const json& gold) {
  const std::string kind = gold.value("place_kind", "");
  std::vector<std::string> places = readings(gold, "place");
  if (kind == "all" || kind == "unknown") places.front() = kind;
  if (kind == "area") places.emplace_back("all");
  if (kind == "all") places.insert(places.end(), kWholeAreas.begin(), kWholeAreas.end());
  std::vector<std::string> out;
  for (const std::string& place : places) {
    for (const std::string& measure : readings(gold, "measure")) {
      for (const std::string& value : readings(gold, "value")) {
        for (const std::string& party : readings(gold, "party"))
          out.push_back(key(place, party, measure, value));
      }
    }
  }
  return out;
}

}  // namespace

void Score::add(const Score& other) {
  found += other.found;
  missed += other.missed;
  wrong += other.wrong;
  found_bound += other.found_bound;
  complaints.insert(complaints.end(), other.complaints.begin(), other.complaints.end());
}

Score score(const std::vector<Fact>& facts, std::string_view gold_json) {
  Score out;
  std::map<std::string, const Fact*> have;
  for (const Fact& fact : facts) have.emplace(fact_key(fact), &fact);
  std::set<std::string> used;
  const json gold = json::parse(gold_json);
  const std::string doc = gold.value("doc", "");
  for (const json& fact : gold.value("facts", json::array())) {
    const Fact* hit = nullptr;
    const auto keys = gold_keys(fact);
    for (const std::string& candidate : keys) {
      const auto it = have.find(candidate);
      if (it == have.end()) continue;
      hit = it->second;
      used.insert(candidate);
      break;
    }
    if (fact.value("grade", "") == "optional") continue;
    if (hit == nullptr) {
      ++out.missed;
      out.complaints.push_back("MISSED " + doc + ": " + keys.front() + " | " +
                               fact.value("quote", ""));
    } else {
      ++out.found;
      out.found_bound += hit->bound == fact.value("bound", "exact");
    }
  }
  for (const auto& [name, fact] : have) {
    if (used.count(name) != 0) continue;
    ++out.wrong;
    out.complaints.push_back("WRONG  " + doc + ": " + name + " | " + fact->rule + " | " +
                             fact->quote);
  }
  return out;
}

}  // namespace recount::test
