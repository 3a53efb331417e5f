// Which documents of a run are copies of one that came before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "extractor/facts/near_copies.h"

namespace recount {

/// What is kept of a document that later ones may be copies of.
struct CopiedText {
  std::string doc;
  std::uint64_t fingerprint = 0;
  /// Sorted hashes of what its facts say, each with the election and without.
  std::vector<std::uint64_t> says;
};

/// A document is a copy when its text is nearly that of an earlier one and its facts say nothing
/// that the earlier one's do not: pages made from one form for two councils, or two states of a
/// live page, are no copies. Documents without facts are none and have none. One thread at a time.
class Copies {
 public:
  /// The earlier document of which the one with these facts is a copy, the first if there are
  /// several; nullptr if there is none. Holds until the next add().
  const CopiedText* original_of(const std::vector<Fact>& facts) const;

  /// Keeps a document for those to come; nullptr when it has no facts.
  const CopiedText* add(const std::vector<Fact>& facts);
  /// The same for one that an earlier run has kept.
  void restore(CopiedText text);

 private:
  NearCopies index_;
  std::vector<CopiedText> texts_;  // by their number in the index
};

}  // namespace recount
