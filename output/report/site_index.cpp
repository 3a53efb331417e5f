#include "output/report/site_index.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/date.h"
#include "extractor/facts/fingerprint.h"

namespace recount {
namespace {

constexpr std::size_t kLongestKey = 80;

bool is_plain(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// The key of a subject's page; empty when it has none.
std::string place_key(PlaceKind kind, const std::optional<std::string>& id) {
  if (kind == PlaceKind::kAll) return "all";
  if (kind == PlaceKind::kUnknown || !id) return "";
  const std::string begin = kind == PlaceKind::kCouncil ? "council-" : "area-";
  if (is_plain(*id) && begin.size() + id->size() <= kLongestKey) return begin + *id;
  return begin + to_hex(hash_bytes(*id));
}

/// A day or a year as it is; "unknown"; a hash of what is neither.
std::string contest_key(const std::optional<std::string>& election) {
  if (!election) return "unknown";
  return is_election_date(*election) ? *election : to_hex(hash_bytes(*election));
}

template <typename Entry>
const Entry* entry_of(const std::vector<Entry>& entries, const std::string& id) {
  const auto at = std::ranges::lower_bound(entries, id, {}, &Entry::id);
  return at != entries.end() && at->id == id ? &*at : nullptr;
}

class Indexer {
 public:
  Indexer(const Reconciliation& all, const Registry& registry) : all_(all), registry_(registry) {}

  SiteIndex run(const std::vector<std::string>& without_facts) {
    index_.status.resize(all_.facts.size());
    index_.conflicts.resize(all_.facts.size());
    index_.place.assign(all_.facts.size(), -1);
    add_statuses();
    sort_by_contest();
    build_places();
    add_articles(without_facts);
    return std::move(index_);
  }

 private:
  using Contests = std::map<std::string, SiteContest>;  // by election, "" for an unknown one

  void add_statuses() {
    std::multimap<std::uint64_t, std::uint32_t> numbers;  // by id
    for (std::uint32_t i = 0; i < all_.facts.size(); ++i) numbers.emplace(all_.facts[i].id, i);
    const auto add = [&](const ConsensusRow& row) {
      for (const std::uint64_t id : row.facts) {
        const auto [begin, end] = numbers.equal_range(id);
        for (auto at = begin; at != end; ++at) index_.status[at->second] = row.status;
      }
    };
    for (const ConsensusRow& row : all_.consensus) {
      if (row.status != Status::kDerived) add(row);  // that says what nobody told
    }
    for (const ReplacedRow& row : all_.replaced) add(row.told);
    for (std::uint32_t i = 0; i < all_.conflicts.size(); ++i) {
      for (const std::uint32_t fact : all_.conflicts[i].facts) index_.conflicts[fact].push_back(i);
    }
  }

  SiteContest* contest(PlaceKind kind, const std::optional<std::string>& id,
                       const std::optional<std::string>& name,
                       const std::optional<std::string>& election) {
    const std::string key = place_key(kind, id);
    if (key.empty()) return nullptr;
    const auto [at, is_new] = places_.try_emplace(key);
    auto& [place, contests] = at->second;
    if (is_new) {
      place.key = key;
      place.kind = kind;
      if (kind != PlaceKind::kAll) place.id = id;
    }
    if (place.name.empty() && name) place.name = *name;
    SiteContest& out = contests[election.value_or("")];
    out.key = contest_key(election);
    out.election = election;
    return &out;
  }

  SiteContest* contest(const Subject& subject) {
    return contest(subject.place_kind, subject.place, subject.place_name, subject.election);
  }

  void sort_by_contest() {
    for (std::uint32_t i = 0; i < all_.facts.size(); ++i) {
      const Fact& fact = all_.facts[i];
      SiteContest* of = contest(fact.place_kind, fact.place, fact.place_name, fact.election);
      if (of != nullptr) of->facts.push_back(i);
    }
    for (std::uint32_t i = 0; i < all_.consensus.size(); ++i) {
      if (SiteContest* of = contest(all_.consensus[i].subject)) of->rows.push_back(i);
    }
    for (std::uint32_t i = 0; i < all_.replaced.size(); ++i) {
      if (SiteContest* of = contest(all_.replaced[i].told.subject)) of->replaced.push_back(i);
    }
    for (std::uint32_t i = 0; i < all_.conflicts.size(); ++i) {
      if (SiteContest* of = contest(all_.conflicts[i].subject)) of->conflicts.push_back(i);
    }
  }

  void settle(SitePlace& place) {
    if (place.kind == PlaceKind::kAll) {
      place.name = "All councils together";
      return;
    }
    if (place.kind == PlaceKind::kCouncil) {
      place.council = entry_of(registry_.councils, *place.id);
      if (place.council != nullptr) place.nation = place.council->nation;
    } else if (const AreaEntry* area = entry_of(registry_.areas, *place.id)) {
      place.nation = area->nation;
    }
    if (place.name.empty()) place.name = *place.id;
  }

  void build_places() {
    for (auto& [key, all] : places_) {
      auto& [place, contests] = all;
      settle(place);
      for (auto at = contests.rbegin(); at != contests.rend(); ++at) {
        for (const std::uint32_t fact : at->second.facts)
          index_.place[fact] = static_cast<std::int32_t>(index_.places.size());
        place.contests.push_back(std::move(at->second));
      }
      index_.places.push_back(std::move(place));
    }
  }

  void add_articles(const std::vector<std::string>& without_facts) {
    std::set<std::string> docs;
    for (std::uint32_t i = 0; i < all_.facts.size(); ++i) {
      const std::string& doc = all_.facts[i].article->doc;
      if (docs.insert(doc).second) index_.articles.push_back({article_key(doc), doc, i, i});
      index_.articles.back().end = i + 1;
    }
    for (const std::string& doc : without_facts) {
      if (docs.insert(doc).second) index_.articles.push_back({article_key(doc), doc, 0, 0});
    }
    std::ranges::sort(index_.articles, {}, &SiteArticle::doc);
    index_.article.resize(all_.facts.size());
    for (std::uint32_t i = 0; i < index_.articles.size(); ++i) {
      const SiteArticle& one = index_.articles[i];
      std::fill(index_.article.begin() + one.begin, index_.article.begin() + one.end, i);
    }
  }

  const Reconciliation& all_;
  const Registry& registry_;
  SiteIndex index_;
  std::map<std::string, std::pair<SitePlace, Contests>> places_;  // by key
};

}  // namespace

std::string article_key(std::string_view doc) { return to_hex(hash_bytes(doc)); }

SiteIndex index_site(const Reconciliation& all, const std::vector<std::string>& without_facts,
                     const Registry& registry) {
  return Indexer(all, registry).run(without_facts);
}

}  // namespace recount
