// The data files of a site, one function for each kind. They are classic scripts that hand over
// JSON, as pages that are opened from the disk can load nothing else.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/report/site.h"
#include "output/report/site_index.h"
#include "output/report/site_text.h"

namespace recount {

/// What is known of an article beside its facts.
struct SiteArticleNotes {
  bool has_text = false;
  Metadata metadata;
  std::vector<std::string> dropping_rules;  // sorted
};

/// A rule and its facts by number.
struct SiteRule {
  std::string id;
  std::vector<std::uint32_t> facts;
};

/// All that the data are made of. The last three are filled while articles are written.
struct SiteSource {
  const Reconciliation& all;
  const Registry& registry;
  const SiteOptions& options;
  SiteIndex index;
  std::vector<SiteArticleNotes> notes;     // by article
  std::vector<Surroundings> surroundings;  // by fact
  std::vector<SiteRule> rules;             // by id

  std::optional<std::string> says(std::string_view rule) const;
};

/// At most so many facts of one rule have a file.
inline constexpr std::size_t kMostOfRule = 500;
/// A contest with more facts than these shows those of its conflicts and the first of each figure.
inline constexpr std::size_t kMostOfContest = 500;
/// So many of each figure.
inline constexpr std::size_t kMostOfRow = 20;
/// At most so many facts are in the list of those most worth a look.
inline constexpr std::size_t kMostWorth = 1000;

/// `recount.deliver("NAME",JSON);` and a newline, valid UTF-8.
std::string data_file(const std::string& name, const nlohmann::ordered_json& data);

/// The record of a fact, and what the site knows of it.
nlohmann::ordered_json site_fact(const SiteSource& source, std::uint32_t fact);
/// The parties of facts, sorted, each once.
std::vector<std::string> parties_of(const Reconciliation& all,
                                    const std::vector<std::uint32_t>& facts);
/// Articles that the facts are of.
std::size_t article_count(const SiteIndex& index, const std::vector<std::uint32_t>& facts);

nlohmann::ordered_json run_data(const SiteSource& source);
nlohmann::ordered_json overview_data(const SiteSource& source);
nlohmann::ordered_json articles_data(const SiteSource& source);
nlohmann::ordered_json place_data(const SitePlace& place);
nlohmann::ordered_json contest_data(const SiteSource& source, const SitePlace& place,
                                    const SiteContest& contest);
/// All councils and areas that there are, whether an article is about them or not.
nlohmann::ordered_json known_places_data(const Registry& registry);
/// `text`: null when there is none.
nlohmann::ordered_json article_data(const SiteSource& source, const SiteArticle& article,
                                    const SiteText* text);
nlohmann::ordered_json review_data(const SiteSource& source);
nlohmann::ordered_json rule_data(const SiteSource& source, const SiteRule& rule);

}  // namespace recount
