#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "output/records/jsonl.h"

namespace recount {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> kBounds{"exact", "over", "under", "about"};
constexpr std::array<std::string_view, 4> kBaselines{"last_election", "eve_of_poll", "notional",
                                                     "unstated"};

/// Takes the fields of one record; the first that is wrong stays in `error`.
class RecordParser {
 public:
  explicit RecordParser(const json& record) : record_(record) {}

  Fact parse() {
    id();
    Provenance article;
    text("doc", article.doc);
    optional_text("source", article.source);
    optional_text("url", article.url);
    optional_text("published", article.published);
    text("fingerprint", article.fingerprint);
    fact_.article = std::make_shared<const Provenance>(std::move(article));
    optional_text("election", fact_.election);
    optional_text("election_id", fact_.election_id);
    place_kind();
    optional_text("place", fact_.place);
    optional_text("place_name", fact_.place_name);
    optional_text("party", fact_.party);
    measure_and_value();
    bound();
    partial();
    baseline();
    text("quote", fact_.quote);
    offset("start", fact_.start);
    offset("end", fact_.end);
    if (fact_.end < fact_.start) fail("end", "an offset that is not before start");
    text("rule", fact_.rule);
    confidence();
    return std::move(fact_);
  }

  const std::optional<std::string>& error() const { return error_; }

 private:
  void fail(const char* key, const std::string& expected) {
    if (!error_) error_ = "\"" + std::string(key) + "\": expected " + expected;
  }

  /// The value of that key, or null with an error.
  const json& at(const char* key) {
    static const json null;
    const auto it = record_.find(key);
    if (it != record_.end()) return *it;
    fail(key, "the key to be there");
    return null;
  }

  void text(const char* key, std::string& field) {
    const auto* value = at(key).get_ptr<const std::string*>();
    if (value == nullptr) return fail(key, "a string");
    field = *value;
  }

  void optional_text(const char* key, std::optional<std::string>& field) {
    const json& value = at(key);
    if (value.is_null()) return;
    if (!value.is_string()) return fail(key, "a string or null");
    field = value.get<std::string>();
  }

  void id() {
    std::string digits;
    text("id", digits);
    const char* end = digits.data() + digits.size();
    const auto [stop, fault] = std::from_chars(digits.data(), end, fact_.id, 16);
    if (digits.size() != 16 || fault != std::errc() || stop != end) fail("id", "16 hex digits");
  }

  void place_kind() {
    std::string name;
    text("place_kind", name);
    for (const PlaceKind kind :
         {PlaceKind::kCouncil, PlaceKind::kArea, PlaceKind::kAll, PlaceKind::kUnknown}) {
      fact_.place_kind = kind;
      if (place_kind_name(kind) == name) return;
    }
    fail("place_kind", "council, area, all or unknown");
  }

  void measure_and_value() {
    std::string name;
    text("measure", name);
    const std::optional<Measure> measure = measure_named(name);
    if (!measure) return fail("measure", "a measure");
    fact_.measure = *measure;
    const json& value = at("value");
    if (is_outcome(*measure)) {
      std::string word;
      text("value", word);
      fact_.outcome = outcome_named(word);
      if (fact_.outcome.empty()) fail("value", "gain, hold, loss or now");
    } else if (value.is_number()) {
      fact_.number = value.get<double>();
    } else {
      fail("value", "a number");
    }
  }

  void bound() {
    std::string word;
    text("bound", word);
    const auto known = std::find(kBounds.begin(), kBounds.end(), word);
    if (known == kBounds.end()) return fail("bound", "exact, over, under or about");
    fact_.bound = *known;
  }

  void baseline() {
    std::optional<std::string> word;
    optional_text("baseline", word);
    if (!word) return;
    const auto known = std::find(kBaselines.begin(), kBaselines.end(), *word);
    if (known == kBaselines.end()) return fail("baseline", "a baseline");
    fact_.baseline = *known;
  }

  void partial() {
    const json& value = at("partial");
    if (!value.is_boolean()) return fail("partial", "true or false");
    fact_.partial = value.get<bool>();
  }

  void offset(const char* key, std::uint32_t& field) {
    const json& value = at(key);
    if (!value.is_number_unsigned() ||
        value.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max()) {
      return fail(key, "a number of bytes");
    }
    field = value.get<std::uint32_t>();
  }

  void confidence() {
    const json& value = at("confidence");
    if (value.is_number()) fact_.confidence = value.get<double>();
    if (!value.is_number() || fact_.confidence < 0 || fact_.confidence > 1) {
      fail("confidence", "a number from 0 to 1");
    }
  }

  const json& record_;
  Fact fact_;
  std::optional<std::string> error_;
};

}  // namespace

Result<Fact> parse_fact(std::string_view line) {
  return fact_of_json(json::parse(line, nullptr, /*allow_exceptions=*/false));
}

Result<Fact> fact_of_json(const json& record) {
  if (!record.is_object()) return Error{ErrorCode::kBadRecord, "expected a JSON object"};
  RecordParser parser(record);
  Fact fact = parser.parse();
  if (parser.error()) return Error{ErrorCode::kBadRecord, *parser.error()};
  return fact;
}

}  // namespace recount
