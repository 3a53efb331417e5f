#include "output/reconciler/witnesses.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "extractor/facts/near_copies.h"

namespace recount {
namespace {

/// Sets of articles that join; each is known by its first member.
class Joined {
 public:
  std::uint32_t add() {
    parents_.push_back(static_cast<std::uint32_t>(parents_.size()));
    return parents_.back();
  }
  std::uint32_t find(std::uint32_t item) {
    while (parents_[item] != item) item = parents_[item] = parents_[parents_[item]];
    return item;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a), b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

std::optional<std::uint64_t> parse_hex(const std::string& text) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, 16);
  if (text.empty() || error != std::errc() || stop != end || value == 0) return std::nullopt;
  return value;
}

}  // namespace

std::vector<std::uint32_t> witnesses_of(const std::vector<Fact>& facts) {
  Joined articles;
  std::unordered_map<std::string, std::uint32_t> by_id, by_page;
  std::vector<std::uint64_t> prints;
  std::vector<std::uint32_t> printed;  // articles, by the number of their fingerprint
  std::vector<std::uint32_t> article_of;
  article_of.reserve(facts.size());
  const Provenance* last = nullptr;
  for (const Fact& fact : facts) {
    const Provenance& from = *fact.article;
    if (&from == last) {
      article_of.push_back(article_of.back());
      continue;
    }
    last = &from;
    const auto [known, is_new] = by_id.try_emplace(from.doc, 0);
    if (is_new) {
      const std::uint32_t article = known->second = articles.add();
      if (from.url) {
        const auto [page, first] = by_page.try_emplace(*from.url, article);
        if (!first) articles.join(article, page->second);
      }
      if (const auto print = parse_hex(from.fingerprint)) {
        prints.push_back(*print);
        printed.push_back(article);
      }
    }
    article_of.push_back(known->second);
  }
  for (const auto& [one, other] : near_pairs(prints)) articles.join(printed[one], printed[other]);
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;  // of witnesses, as they come
  for (std::uint32_t& article : article_of) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    article = numbers.try_emplace(articles.find(article), next).first->second;
  }
  return article_of;
}

}  // namespace recount
