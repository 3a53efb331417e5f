// What is where on the site of a report: facts sorted by article and by contest, with what the
// reconciler says of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/facts/registry.h"
#include "output/reconciler/reconciler.h"

namespace recount {

/// The facts, rows and conflicts of one place at one election, by their numbers in the
/// reconciliation.
struct SiteContest {
  std::string key;                      // name of its file: [a-z0-9-], at most 80 bytes
  std::optional<std::string> election;  // ISO day, a year alone, or unknown
  std::vector<std::uint32_t> facts;
  std::vector<std::uint32_t> rows;      // of the consensus
  std::vector<std::uint32_t> replaced;  // rows
  std::vector<std::uint32_t> conflicts;
};

/// A council, an area, or all contests that articles are about; each has a page.
struct SitePlace {
  std::string key;  // name of its file: [a-z0-9-], at most 80 bytes
  PlaceKind kind = PlaceKind::kCouncil;
  std::optional<std::string> id;
  std::string name;
  const CouncilEntry* council = nullptr;  // in the registry, if it is one
  std::string nation;                     // id; empty when there is none
  std::vector<SiteContest> contests;      // the newest first, that of no known election last
};

struct SiteArticle {
  std::string key;  // 16 hex digits, of the document's id
  std::string doc;
  std::uint32_t begin = 0;  // its facts: numbers from begin, end exclusive
  std::uint32_t end = 0;
};

struct SiteIndex {
  std::vector<SitePlace> places;      // by key
  std::vector<SiteArticle> articles;  // by document
  // By number of the fact:
  std::vector<std::optional<Status>> status;          // of the row that it is told in
  std::vector<std::vector<std::uint32_t>> conflicts;  // by number
  std::vector<std::int32_t> place;                    // number of its place; -1: has no page
  std::vector<std::uint32_t> article;                 // number of its article
};

/// The key of a document's page.
std::string article_key(std::string_view doc);

/// `without_facts`: documents of which a text is there, but no fact. REQUIRES: `registry` outlives
/// the index.
SiteIndex index_site(const Reconciliation& all, const std::vector<std::string>& without_facts,
                     const Registry& registry);

}  // namespace recount
