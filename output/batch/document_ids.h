// Ids of documents that are unique in a run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "output/batch/hash_set.h"

namespace recount {

/// Gives each document of a run an id of its own, in the order of the inputs. Keeps 64 bits of hash
/// an id, not the ids; two ids of one hash cost nothing but a needless number. One thread at a
/// time.
class DocumentIds {
 public:
  /// `wanted` itself if it is free, else with the first of "-2", "-3" … that is. `wanted` is never
  /// given out again.
  std::string make_unique(const std::string& wanted);

  /// What an earlier run has to hand over, so that this one goes on like it: all ids it made, and
  /// how far it had counted for those that were wanted more than once.
  void restore(std::uint64_t taken) { taken_.insert(taken); }
  void restore(std::uint64_t wanted, std::uint64_t last_number) {
    last_number_[wanted] = last_number;
  }
  /// The hash under which an id is kept.
  static std::uint64_t hash_of(std::string_view id);
  /// The number that was given last to an id wanted more than once; 0 for any other.
  std::uint64_t last_number(const std::string& wanted) const;

 private:
  HashSet taken_;
  std::unordered_map<std::uint64_t, std::uint64_t> last_number_;  // by the hash of what was wanted
};

}  // namespace recount
