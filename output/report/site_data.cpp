// What the data files have in common, and those of articles, rules and the review.
#include "output/report/site_data.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "extractor/facts/fingerprint.h"
#include "output/records/json_values.h"
#include "output/records/jsonl.h"

namespace recount {

using nlohmann::ordered_json;

namespace {

/// The election that all facts of the article are of, or what its metadata say.
std::optional<std::string> election_of(const SiteSource& source, const SiteArticle& article,
                                       const Metadata& metadata) {
  if (article.begin == article.end) return metadata.election;
  const std::optional<std::string>& first = source.all.facts[article.begin].election;
  for (std::uint32_t i = article.begin; i < article.end; ++i) {
    if (source.all.facts[i].election != first) return std::nullopt;
  }
  return first;
}

ordered_json facts_json(const SiteSource& source, const std::vector<std::uint32_t>& facts) {
  ordered_json out = ordered_json::array();
  for (const std::uint32_t fact : facts) out.push_back(site_fact(source, fact));
  return out;
}

/// How much a fact is worth a look: in an error, in a warning, in none.
int conflict_rank(const SiteSource& source, std::uint32_t fact) {
  int rank = 2;
  for (const std::uint32_t conflict : source.index.conflicts[fact])
    rank = std::min(rank, source.all.conflicts[conflict].severity == Severity::kError ? 0 : 1);
  return rank;
}

}  // namespace

std::optional<std::string> SiteSource::says(std::string_view rule) const {
  std::string text = options.rule_says ? options.rule_says(rule) : std::string();
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::string data_file(const std::string& name, const ordered_json& data) {
  return "recount.deliver(\"" + name + "\"," + line_of(data) + ");\n";
}

std::vector<std::string> parties_of(const Reconciliation& all,
                                    const std::vector<std::uint32_t>& facts) {
  std::set<std::string> out;
  for (const std::uint32_t fact : facts) {
    if (all.facts[fact].party) out.insert(*all.facts[fact].party);
  }
  return {out.begin(), out.end()};
}

std::size_t article_count(const SiteIndex& index, const std::vector<std::uint32_t>& facts) {
  std::set<std::uint32_t> articles;
  for (const std::uint32_t fact : facts) articles.insert(index.article[fact]);
  return articles.size();
}

ordered_json site_fact(const SiteSource& source, std::uint32_t number) {
  const SiteIndex& index = source.index;
  const std::uint32_t article = index.article[number];
  ordered_json out = ordered_json::parse(to_json_line(source.all.facts[number]));
  out["article"] = index.articles[article].key;
  out["title"] = text_or_null(source.notes[article].metadata.title);
  out["before"] = source.surroundings[number].before;
  out["after"] = source.surroundings[number].after;
  const std::optional<Status>& status = index.status[number];
  out["status"] = status ? ordered_json(status_name(*status)) : ordered_json();
  const std::int32_t place = index.place[number];
  out["page"] =
      place < 0 ? ordered_json() : ordered_json(index.places[static_cast<std::size_t>(place)].key);
  ordered_json& conflicts = out["conflicts"] = ordered_json::array();
  for (const std::uint32_t conflict : index.conflicts[number])
    conflicts.push_back(to_hex(source.all.conflicts[conflict].id));
  return out;
}

ordered_json article_data(const SiteSource& source, const SiteArticle& article,
                          const SiteText* text) {
  Metadata known;
  if (text != nullptr) known = text->document.metadata;
  if (article.begin < article.end) {
    const Provenance& told = *source.all.facts[article.begin].article;
    if (told.source) known.source = told.source;
    if (told.url) known.url = told.url;
    if (told.published) known.published = told.published;
  }
  ordered_json out{{"key", article.key},
                   {"doc", article.doc},
                   {"title", text_or_null(known.title)},
                   {"source", text_or_null(known.source)},
                   {"url", text_or_null(known.url)},
                   {"published", text_or_null(known.published)},
                   {"election", text_or_null(election_of(source, article, known))},
                   {"text", nullptr}};
  if (text != nullptr) out["text"] = same_length_utf8(text->document.text);
  ordered_json& facts = out["facts"] = ordered_json::array();
  for (std::uint32_t i = article.begin; i < article.end; ++i) facts.push_back(site_fact(source, i));
  ordered_json& dropped = out["dropped"] = ordered_json::array();
  if (text == nullptr) return out;
  for (const DroppedMatch& one : text->dropped) {
    const bool known_rule = !one.rule.empty();
    dropped.push_back(
        {{"start", one.start},
         {"end", one.end},
         {"rule", known_rule ? ordered_json(one.rule) : ordered_json()},
         {"rule_says", known_rule ? text_or_null(source.says(one.rule)) : ordered_json()},
         {"reason", one.reason}});
  }
  return out;
}

ordered_json review_data(const SiteSource& source) {
  std::vector<std::pair<int, std::uint32_t>> worth;  // facts are in order of document and start
  for (std::uint32_t i = 0; i < source.all.facts.size(); ++i)
    worth.emplace_back(conflict_rank(source, i), i);
  const auto order = [&source](const std::pair<int, std::uint32_t>& one) {
    return std::tuple(one.first, source.all.facts[one.second].confidence, one.second);
  };
  std::ranges::sort(worth, {}, order);
  std::vector<std::uint32_t> facts;
  for (const auto& [rank, fact] : worth) {
    if (facts.size() == kMostWorth) break;
    facts.push_back(fact);
  }
  return {{"facts", facts_json(source, facts)}, {"total", worth.size()}};
}

ordered_json rule_data(const SiteSource& source, const SiteRule& rule) {
  std::vector<std::uint32_t> facts;
  const std::size_t total = rule.facts.size();
  const std::size_t count = std::min(total, kMostOfRule);
  for (std::size_t i = 0; i < count; ++i) facts.push_back(rule.facts[i * total / count]);
  return {{"facts", facts_json(source, facts)}, {"total", total}};
}

}  // namespace recount
