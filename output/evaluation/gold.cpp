#include "output/evaluation/gold.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "output/evaluation/reading.h"

namespace recount {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, kGradeCount> kGrades{"core", "hard", "optional"};

/// Takes one gold fact; what is wrong first stays in `fault`.
class GoldParser {
 public:
  explicit GoldParser(const json& record) : record_(record) {}

  GoldFact parse() {
    places();
    parties();
    measures();
    values();
    fact_.bound = word("bound", "exact");
    fact_.quote = word("quote", "");
    const std::string grade = word("grade", "core");
    const auto known = std::find(kGrades.begin(), kGrades.end(), grade);
    if (known == kGrades.end())
      fail("grade", "core, hard or optional");
    else
      fact_.grade = static_cast<Grade>(known - kGrades.begin());
    const json partial = value("partial");
    if (!partial.is_null() && !partial.is_boolean()) fail("partial", "true or false");
    fact_.partial = partial.is_boolean() && partial.get<bool>();
    return std::move(fact_);
  }

  const std::string& fault() const { return fault_; }

 private:
  void fail(const std::string& key, const std::string& expected) {
    if (fault_.empty()) fault_ = "\"" + key + "\": expected " + expected;
  }

  json value(const char* key) const { return record_.value(key, json()); }

  std::string word(const char* key, const char* otherwise) {
    const json found = value(key);
    if (found.is_null()) return otherwise;
    if (found.is_string()) return found.get<std::string>();
    fail(key, "a string");
    return otherwise;
  }

  /// The other readings under `key` of "alt".
  json others(const char* key) {
    const json alt = value("alt");
    if (alt.is_null()) return json::array();
    if (!alt.is_object()) return fail("alt", "an object of lists"), json::array();
    json list = alt.value(key, json::array());
    if (list.is_array()) return list;
    fail(std::string("alt.") + key, "a list");
    return json::array();
  }

  void places() {
    const std::string kind = word("place_kind", "");
    const std::string place = word("place", "");
    if (kind == "all" || kind == "unknown") {
      fact_.places.push_back(kind);
    } else if (kind == "council" || kind == "area") {
      if (place.empty()) fail("place", "the id of a council or area");
      fact_.places.push_back(place);
    } else {
      fail("place_kind", "council, area, all or unknown");
    }
    for (const json& other : others("place")) {
      if (!other.is_string()) return fail("alt.place", "ids, all or unknown");
      fact_.places.push_back(other.get<std::string>());
    }
    add_whole_areas(kind, fact_.places);
  }

  void parties() {
    fact_.parties.push_back(word("party", std::string(kNoParty).c_str()));
    for (const json& other : others("party")) {
      if (!other.is_null() && !other.is_string()) return fail("alt.party", "ids or null");
      fact_.parties.push_back(other.is_null() ? std::string(kNoParty) : other.get<std::string>());
    }
  }

  void measures() {
    json all = others("measure");
    all.insert(all.begin(), value("measure"));
    for (const json& name : all) {
      const auto measure =
          name.is_string() ? measure_named(name.get<std::string>()) : std::optional<Measure>();
      if (!measure) return fail("measure", "a measure");
      fact_.measures.push_back(*measure);
    }
  }

  void values() {
    json all = others("value");
    all.insert(all.begin(), value("value"));
    for (const json& given : all) {
      if (given.is_number()) {
        fact_.values.push_back(number_reading(given.get<double>()));
      } else if (given.is_string() && !given.get<std::string>().empty()) {
        fact_.values.push_back(given.get<std::string>());
      } else {
        return fail("value", "a number or a word");
      }
    }
  }

  const json& record_;
  GoldFact fact_;
  std::string fault_;
};

Error bad_gold(std::string message) { return {ErrorCode::kBadGold, std::move(message)}; }

}  // namespace

std::string_view grade_name(Grade grade) { return kGrades[static_cast<std::size_t>(grade)]; }

Result<GoldArticle> parse_gold(std::string_view text) {
  const json root = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) return bad_gold("expected a JSON object");
  const json doc = root.value("doc", json());
  if (!doc.is_string()) return bad_gold("\"doc\": expected a string");
  const json style = root.value("style", json());
  const json facts = root.value("facts", json());
  if (!facts.is_array()) return bad_gold("\"facts\": expected a list");
  GoldArticle out;
  out.doc = doc.get<std::string>();
  if (style.is_string()) out.style = style.get<std::string>();
  for (const json& record : facts) {
    const std::string where = "fact " + std::to_string(out.facts.size() + 1) + ": ";
    if (!record.is_object()) return bad_gold(where + "expected a JSON object");
    GoldParser parser(record);
    out.facts.push_back(parser.parse());
    if (!parser.fault().empty()) return bad_gold(where + parser.fault());
  }
  return out;
}

}  // namespace recount
