#include "output/reconciler/reconciler.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <tuple>

#include "extractor/facts/fingerprint.h"
#include "output/reconciler/grouping.h"
#include "output/reconciler/missing_elections.h"
#include "output/reconciler/running_counts.h"
#include "output/reconciler/verdicts.h"
#include "output/reconciler/witnesses.h"

namespace recount {
namespace {

constexpr std::array<std::string_view, kStatusCount> kStatusNames = {
    "agreed", "single", "conflicting", "derived", "replaced"};

/// "All contests of the article" are apart for each witness, since nobody knows whether two
/// articles mean the same ones; but where they say the same of them, they agree.
/// `row_of`: the row of consensus in a row.
template <typename Row, typename RowOf>
void merge_totals(std::vector<Row>& rows, const RowOf& row_of) {
  const auto what = [&](const Row& one) {
    const ConsensusRow& row = row_of(one);
    return std::tie(row.subject.election, row.party, row.measure, row.value, row.status);
  };
  const auto total = [&](const Row& one) {
    const ConsensusRow& row = row_of(one);
    return row.subject.place_kind == PlaceKind::kAll && row.value &&
           (row.status == Status::kSingle || row.status == Status::kReplaced);
  };
  const auto begin = std::ranges::stable_partition(rows, std::not_fn(total)).begin();
  const auto order = [&](const Row& a, const Row& b) { return what(a) < what(b); };
  std::stable_sort(begin, rows.end(), order);
  auto kept = begin;
  for (auto one = begin; one != rows.end(); ++one) {
    if (one != begin && what(*std::prev(kept)) == what(*one)) {
      const ConsensusRow& row = row_of(*one);
      ConsensusRow& into = row_of(*std::prev(kept));
      into.witnesses += row.witnesses;
      into.sources.insert(into.sources.end(), row.sources.begin(), row.sources.end());
      into.facts.insert(into.facts.end(), row.facts.begin(), row.facts.end());
    } else {
      if (kept != one) *kept = std::move(*one);
      ++kept;
    }
  }
  rows.erase(kept, rows.end());
  for (auto one = begin; one != rows.end(); ++one) {
    ConsensusRow& row = row_of(*one);
    if (row.witnesses > 1 && row.status == Status::kSingle) row.status = Status::kAgreed;
    std::ranges::sort(row.facts);
    std::ranges::sort(row.sources);
    row.sources.erase(std::ranges::unique(row.sources).begin(), row.sources.end());
  }
}

/// By document, place in it and id. Facts are large, so that each is moved to its place at once.
void sort_facts(std::vector<Fact>& facts) {
  const auto key = [](const Fact& fact) {
    return std::tie(fact.article->doc, fact.start, fact.end, fact.id);
  };
  std::vector<std::uint32_t> order(facts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const Fact& one = facts[a];
    const Fact& other = facts[b];
    if (one.article == other.article)
      return std::tie(one.start, one.end, one.id) < std::tie(other.start, other.end, other.id);
    return key(one) < key(other);
  });
  for (std::uint32_t begin = 0; begin < order.size(); ++begin) {
    if (order[begin] == begin) continue;
    Fact first = std::move(facts[begin]);
    std::uint32_t to = begin;
    for (std::uint32_t from = order[to]; from != begin; from = order[to]) {
      facts[to] = std::move(facts[from]);
      order[to] = to;
      to = from;
    }
    facts[to] = std::move(first);
    order[to] = to;
  }
}

}  // namespace

std::string_view status_name(Status status) {
  return kStatusNames[static_cast<std::size_t>(status)];
}

std::string_view severity_name(Severity severity) {
  return severity == Severity::kError ? "error" : "warning";
}

Reconciliation reconcile(std::vector<Fact> facts, const Directory& directory) {
  sort_facts(facts);
  const auto twice = std::ranges::unique(facts, [](const Fact& a, const Fact& b) {
    return a.id == b.id && a.article->doc == b.article->doc;
  });
  facts.erase(twice.begin(), twice.end());
  Reconciliation out;
  out.facts = std::move(facts);
  const std::vector<std::uint32_t> witnesses = witnesses_of(out.facts);
  find_missing_elections(out.facts, witnesses);
  const auto replaced = replaced_totals(out.facts, directory);
  for (const Group& group : group_facts(out.facts, witnesses))
    add_verdicts(group, witnesses, replaced, directory, out);
  merge_totals(
      out.consensus, [](auto& row) -> auto& { return row; });
  merge_totals(
      out.replaced, [](auto& row) -> auto& { return row.told; });
  return out;
}

}  // namespace recount
