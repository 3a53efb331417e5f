// The fields of a record of a fact, in whatever form it was read.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "corpus/result.h"
#include "extractor/facts/fact.h"

namespace recount {

/// What these fields can be.
inline constexpr std::array<std::string_view, 4> kBounds{"exact", "over", "under", "about"};
inline constexpr std::array<std::string_view, 4> kBaselines{"last_election", "eve_of_poll",
                                                            "notional", "unstated"};

/// Values by key, as JSON knows them.
class FactFields {
 public:
  struct Missing {};
  struct Nested {};  // a list or an object, as no field is one
  /// Whole numbers below zero are doubles.
  using Value =
      std::variant<Missing, std::nullptr_t, bool, std::uint64_t, double, std::string, Nested>;

  /// The keys in the order in which records have them.
  static constexpr std::array<std::string_view, 22> kKeys{
      "id",       "doc",         "source",     "url",       "published",  "fingerprint",
      "election", "election_id", "place_kind", "place",     "place_name", "party",
      "measure",  "value",       "bound",      "partial",   "baseline",   "quote",
      "start",    "end",         "rule",       "confidence"};

  /// The number of that key, or nothing. The key after the one that was asked for last is found at
  /// once.
  std::optional<std::size_t> find(std::string_view key) {
    for (std::size_t tries = 0; tries < kKeys.size(); ++tries) {
      const std::size_t at = next_;
      next_ = (next_ + 1) % kKeys.size();
      if (kKeys[at] == key) return at;
    }
    return std::nullopt;
  }
  Value& operator[](std::size_t number) { return values_[number]; }

 private:
  std::array<Value, kKeys.size()> values_;
  std::size_t next_ = 0;
};

/// The fact with these fields, whose texts it takes over. One of the article `before` shares its
/// provenance. Error kBadRecord when a field is missing or has a value that no fact has.
Result<Fact> fact_of(FactFields& fields, const std::shared_ptr<const Provenance>& before = nullptr);

}  // namespace recount
