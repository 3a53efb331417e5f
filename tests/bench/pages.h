// Web pages of our own making, for archives to measure with.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace recount::bench {

struct Page {
  std::string url, html;
  bool election = false;  // it is an article about a council election
};

/// Makes pages by number: a given number is the same page in every run.
class PageMaker {
 public:
  /// `articles` become pages in several layouts, `election_share` of all; the others are news,
  /// shops, sport, forums, blogs and pages that are mostly scripts, four in ten in no known
  /// language. One in twenty of these has words of politics in its menu.
  PageMaker(std::vector<Document> articles, double election_share, std::uint64_t seed);

  Page make(std::uint64_t number) const;

 private:
  std::vector<Document> articles_;
  double election_share_;
  std::uint64_t seed_;
};

}  // namespace recount::bench
