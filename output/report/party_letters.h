// Letters by which parties are told apart where colour alone must not do it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace recount {

/// Gives each party one to four letters of its own, the shortest first come, first served: "L" for
/// Labour, "LD" for Liberal Democrats, "SNP" where the id is an abbreviation; a number from 1 when
/// all that its name offers is taken.
class LettersOfParties {
 public:
  /// The letters of the party with that id; the same when asked again.
  std::string of(const std::string& id, std::string_view name);

 private:
  std::map<std::string, std::string> given_;  // by id
  std::set<std::string> taken_;
};

}  // namespace recount
