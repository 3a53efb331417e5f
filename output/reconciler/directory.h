// What the reconciler has to know of councils and parties beside the facts.
#pragma once

#include <string>
#include <string_view>

#include "extractor/facts/registry.h"

namespace recount {

/// Looks councils and parties up in a registry. Thread-safe as long as nobody changes it.
class Directory {
 public:
  /// REQUIRES: `registry` outlives this, its lists are sorted by id.
  explicit Directory(const Registry& registry) : registry_(registry) {}

  /// The party's name; of one that is not listed, its id in words ("formby-residents" is "Formby
  /// Residents").
  std::string party_name(std::string_view id) const;
  /// The party as the subject of a sentence: "Labour", "the Conservatives", "the independents".
  struct Subject {
    std::string text;
    bool plural;
  };
  Subject party_subject(std::string_view id) const;
  /// Whether the area is a nation, or several.
  bool is_nation(std::string_view area) const;
  /// Whether the council exists on that day. True for councils that are not listed.
  bool exists(std::string_view council, std::string_view iso_day) const;

 private:
  const Registry& registry_;
};

}  // namespace recount
