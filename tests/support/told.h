// Facts of articles, told one after the other.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "extractor/facts/fingerprint.h"
#include "extractor/facts/registry.h"
#include "output/reconciler/directory.h"

namespace recount::testing {

/// Medway, a council that is gone, and two parties.
inline Registry told_registry() {
  Registry registry;
  registry.councils.resize(2);
  registry.councils[0].id = "gone";
  registry.councils[0].end = "1998-04-01";
  registry.councils[1].id = "medway";
  registry.councils[1].start = "1997-05-01";
  registry.parties.resize(2);
  registry.parties[0].id = "conservative";
  registry.parties[0].name = "Conservative";
  registry.parties[1].id = "labour";
  registry.parties[1].name = "Labour";
  return registry;
}

/// Knows what is in told_registry().
inline const Directory& told_directory() {
  static const Registry registry = told_registry();
  static const Directory directory(registry);
  return directory;
}

/// Builds facts about Medway on 4 May 2023, unless they are said to be about something else.
class ToldFacts {
 public:
  ToldFacts& article(const std::string& doc, const std::string& fingerprint = "") {
    article_ = std::make_shared<Provenance>();
    article_->doc = doc;
    article_->fingerprint = fingerprint;
    return *this;
  }
  // Of the article that was begun last.
  ToldFacts& source(const std::string& source) {
    if (!source.empty()) article_->source = source;
    return *this;
  }
  ToldFacts& page(const std::string& url, const std::string& published) {
    article_->url = url;
    article_->published = published;
    return *this;
  }
  ToldFacts& number(const std::string& party, Measure measure, double number) {
    Fact fact;
    fact.id = hash_bytes(article_->doc + ' ' + std::to_string(facts_.size()));
    fact.article = article_;
    fact.election = "2023-05-04";
    fact.place_kind = PlaceKind::kCouncil;
    fact.place = fact.place_name = "medway";
    if (!party.empty()) fact.party = party;
    fact.measure = measure;
    fact.number = number;
    fact.start = static_cast<std::uint32_t>(facts_.size());
    fact.end = fact.start + 1;
    fact.quote = std::to_string(static_cast<int>(number));
    fact.confidence = 0.5;
    facts_.push_back(std::move(fact));
    return *this;
  }
  ToldFacts& outcome(const std::string& party, Measure measure, std::string_view outcome) {
    number(party, measure, 0);
    facts_.back().outcome = outcome_named(outcome);
    return *this;
  }
  // The rest is of the fact that was told last.
  ToldFacts& partial() { return facts_.back().partial = true, *this; }
  ToldFacts& bound(std::string_view bound) { return facts_.back().bound = bound, *this; }
  ToldFacts& baseline(std::string_view baseline) {
    return facts_.back().baseline = baseline, *this;
  }
  ToldFacts& at(PlaceKind kind, const std::string& place) {
    facts_.back().place_kind = kind;
    facts_.back().place = place.empty() ? std::nullopt : std::optional(place);
    return *this;
  }
  ToldFacts& on(const std::string& election) {
    facts_.back().election = election.empty() ? std::nullopt : std::optional(election);
    return *this;
  }

  const std::vector<Fact>& facts() const { return facts_; }

 private:
  std::shared_ptr<Provenance> article_;
  std::vector<Fact> facts_;
};

}  // namespace recount::testing
