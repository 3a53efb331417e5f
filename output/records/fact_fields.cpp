#include "output/records/fact_fields.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <tuple>

namespace recount {
namespace {

bool same(const Provenance& a, const Provenance& b) {
  return std::tie(a.doc, a.fingerprint, a.source, a.url, a.published) ==
         std::tie(b.doc, b.fingerprint, b.source, b.url, b.published);
}

/// Takes the fields of one record; the first that is wrong stays in `error`.
class RecordParser {
 public:
  using Value = FactFields::Value;

  explicit RecordParser(FactFields& fields) : fields_(fields) {}

  Fact parse(const std::shared_ptr<const Provenance>& before) {
    id();
    Provenance article;
    text("doc", article.doc);
    optional_text("source", article.source);
    optional_text("url", article.url);
    optional_text("published", article.published);
    text("fingerprint", article.fingerprint);
    fact_.article = before && same(*before, article)
                        ? before
                        : std::make_shared<const Provenance>(std::move(article));
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
  void fail(std::string_view key, const std::string& expected) {
    if (!error_) error_ = "\"" + std::string(key) + "\": expected " + expected;
  }

  /// The value of that key, or null with an error.
  Value& at(std::string_view key) {
    Value& value = fields_[*fields_.find(key)];
    if (!std::holds_alternative<FactFields::Missing>(value)) return value;
    fail(key, "the key to be there");
    value = nullptr;
    return value;
  }

  void text(std::string_view key, std::string& field) {
    auto* value = std::get_if<std::string>(&at(key));
    if (value == nullptr) return fail(key, "a string");
    field = std::move(*value);
  }

  void optional_text(std::string_view key, std::optional<std::string>& field) {
    Value& value = at(key);
    if (std::holds_alternative<std::nullptr_t>(value)) return;
    auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return fail(key, "a string or null");
    field = std::move(*text);
  }

  std::optional<double> number(const Value& value) const {
    if (const auto* whole = std::get_if<std::uint64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return std::nullopt;
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
    if (is_outcome(*measure)) {
      std::string word;
      text("value", word);
      fact_.outcome = outcome_named(word);
      if (fact_.outcome.empty()) fail("value", "gain, hold, loss or now");
    } else if (const auto value = number(at("value"))) {
      fact_.number = *value;
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
    const auto* value = std::get_if<bool>(&at("partial"));
    if (value == nullptr) return fail("partial", "true or false");
    fact_.partial = *value;
  }

  void offset(std::string_view key, std::uint32_t& field) {
    const auto* value = std::get_if<std::uint64_t>(&at(key));
    if (value == nullptr || *value > std::numeric_limits<std::uint32_t>::max())
      return fail(key, "a number of bytes");
    field = static_cast<std::uint32_t>(*value);
  }

  void confidence() {
    const std::optional<double> value = number(at("confidence"));
    if (value) fact_.confidence = *value;
    if (!value || *value < 0 || *value > 1) fail("confidence", "a number from 0 to 1");
  }

  FactFields& fields_;
  Fact fact_;
  std::optional<std::string> error_;
};

}  // namespace

Result<Fact> fact_of(FactFields& fields, const std::shared_ptr<const Provenance>& before) {
  RecordParser parser(fields);
  Fact fact = parser.parse(before);
  if (parser.error()) return Error{ErrorCode::kBadRecord, *parser.error()};
  return fact;
}

}  // namespace recount
