// What the reconciler has to know of councils and parties beside the facts.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace recount {

struct Directory {
  struct Life {
    std::string start;  // ISO day of the first election; empty: as long as records go
    std::string end;    // ISO day of the abolition; empty: it lives
  };
  std::unordered_map<std::string, Life> councils;        // by id
  std::unordered_map<std::string, std::string> parties;  // name for display, by id

  /// The party's name; of one that is not listed, its id in words ("formby-residents" is "Formby
  /// Residents").
  std::string party_name(std::string_view id) const;
  /// Whether the council exists on that day. True for councils that are not listed.
  bool exists(std::string_view council, std::string_view iso_day) const;
};

}  // namespace recount
