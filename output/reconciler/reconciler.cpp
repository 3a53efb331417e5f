#include "output/reconciler/reconciler.h"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "extractor/facts/fingerprint.h"
#include "output/reconciler/grouping.h"
#include "output/reconciler/missing_elections.h"
#include "output/reconciler/verdicts.h"
#include "output/reconciler/witnesses.h"

namespace recount {
namespace {

constexpr std::array<std::string_view, 4> kStatusNames = {"agreed", "single", "conflicting",
                                                          "derived"};

/// "All contests of the article" are apart for each witness, since nobody knows whether two
/// articles mean the same ones; but where they say the same of them, they agree.
void merge_totals(std::vector<ConsensusRow>& rows) {
  const auto what = [](const ConsensusRow& row) {
    return std::tie(row.subject.election, row.party, row.measure, row.value, row.status);
  };
  const auto total = [](const ConsensusRow& row) {
    return row.subject.place_kind == PlaceKind::kAll && row.value && row.status == Status::kSingle;
  };
  const auto begin = std::ranges::stable_partition(rows, std::not_fn(total)).begin();
  const auto order = [&](const ConsensusRow& a, const ConsensusRow& b) {
    return what(a) < what(b);
  };
  std::stable_sort(begin, rows.end(), order);
  auto kept = begin;
  for (auto row = begin; row != rows.end(); ++row) {
    if (row != begin && what(*std::prev(kept)) == what(*row)) {
      ConsensusRow& into = *std::prev(kept);
      into.witnesses += row->witnesses;
      into.sources.insert(into.sources.end(), row->sources.begin(), row->sources.end());
      into.facts.insert(into.facts.end(), row->facts.begin(), row->facts.end());
    } else {
      if (kept != row) *kept = std::move(*row);
      ++kept;
    }
  }
  rows.erase(kept, rows.end());
  for (auto row = begin; row != rows.end(); ++row) {
    if (row->witnesses > 1) row->status = Status::kAgreed;
    std::ranges::sort(row->facts);
    std::ranges::sort(row->sources);
    row->sources.erase(std::ranges::unique(row->sources).begin(), row->sources.end());
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
  const auto order = [](const Fact& fact) {
    return std::tie(fact.article->doc, fact.start, fact.end, fact.id);
  };
  std::ranges::sort(facts, [&](const Fact& a, const Fact& b) { return order(a) < order(b); });
  const auto twice = std::ranges::unique(facts, [](const Fact& a, const Fact& b) {
    return a.id == b.id && a.article->doc == b.article->doc;
  });
  facts.erase(twice.begin(), twice.end());
  Reconciliation out;
  out.facts = std::move(facts);
  const std::vector<std::uint32_t> witnesses = witnesses_of(out.facts);
  find_missing_elections(out.facts, witnesses);
  for (const Group& group : group_facts(out.facts, witnesses))
    add_verdicts(group, witnesses, directory, out);
  merge_totals(out.consensus);
  return out;
}

}  // namespace recount
