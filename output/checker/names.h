// Councils and parties by the names that tables of results give them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractor/facts/registry.h"

namespace recount {

/// A name as it is compared: lower case without accents, "&" as "and", apostrophes left out, other
/// signs and white space as one space, no "the" in front. Empty if nothing remains.
std::string folded_name(std::string_view name);

/// Who can be meant: nobody, one, or several among whom nothing decides.
struct NameMatch {
  std::vector<std::string_view> ids;  // sorted
  bool not_then = false;              // of the one that is meant: it did not exist on that day

  bool known() const { return ids.size() == 1 && !not_then; }
};

/// Thread-safe.
class CouncilNames {
 public:
  /// REQUIRES: `registry` outlives this, and its councils are sorted by id.
  explicit CouncilNames(const Registry& registry);

  /// The council of that id, name or alias, with or without its form ("Medway Council"), GSS code
  /// or code of three letters. Among several of one name the day decides, an ISO day or a year, and
  /// only that.
  NameMatch find(std::string_view name, std::string_view day) const;

 private:
  using Councils = std::vector<const CouncilEntry*>;

  Councils named(const std::string& folded) const;
  Councils without_form(const std::string& folded) const;

  const Registry& registry_;
  std::unordered_map<std::string, Councils> by_name_;
};

/// Thread-safe.
class PartyNames {
 public:
  /// REQUIRES: `registry` outlives this.
  explicit PartyNames(const Registry& registry);

  /// The party of that id, name, alias, or name or number of a registration ("PP53", of several
  /// "PP53 & PP119" the one party that all are of); `noc` for no overall control.
  NameMatch find(std::string_view name) const;

 private:
  std::unordered_map<std::string, std::vector<std::string_view>> by_name_;
};

}  // namespace recount
