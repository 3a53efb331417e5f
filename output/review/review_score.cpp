#include "output/review/review_score.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "extractor/facts/fingerprint.h"
#include "output/records/table.h"
#include "output/records/text_width.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

constexpr double kNormalQuantile = 1.959964;  // 97.5 percent of the normal distribution lie below

void add(const CheckedFact* checked, ReviewTally& tally) {
  ++tally.facts;
  if (checked == nullptr) return;
  switch (checked->opinion) {
    case Opinion::kAccept:
      ++tally.accepted;
      break;
    case Opinion::kReject:
      ++tally.rejected;
      break;
    case Opinion::kCorrect:
      ++tally.corrected;
      break;
  }
}

std::string share(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string row(const std::string& name, const ReviewTally& tally, std::size_t width) {
  std::string out = fit(printable(name), width);
  for (const std::size_t count :
       {tally.facts, tally.judged(), tally.accepted, tally.rejected, tally.corrected})
    out += right_aligned(std::to_string(count), 11);
  if (tally.judged() == 0) return out + "          -\n";
  const ShareInterval interval = precision_interval(tally);
  return out + right_aligned(share(tally.precision()), 11) + "   " + share(interval.low) + " to " +
         share(interval.high) + '\n';
}

ordered_json tally_json(const ReviewTally& tally) {
  ordered_json out{{"facts", tally.facts},         {"judged", tally.judged()},
                   {"accepted", tally.accepted},   {"rejected", tally.rejected},
                   {"corrected", tally.corrected}, {"precision", nullptr},
                   {"precision_low", nullptr},     {"precision_high", nullptr}};
  if (tally.judged() == 0) return out;
  const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
  const ShareInterval interval = precision_interval(tally);
  out["precision"] = rounded(tally.precision());
  out["precision_low"] = rounded(interval.low);
  out["precision_high"] = rounded(interval.high);
  return out;
}

std::string says(const Fact& fact) {
  const std::string place = fact.place_name.value_or(fact.place.value_or("-"));
  return place + ' ' + fact.party.value_or("-") + ' ' + std::string(measure_name(fact.measure)) +
         ' ' + value_text(fact);
}

}  // namespace

double ReviewTally::precision() const {
  return judged() == 0 ? 0 : static_cast<double>(accepted) / static_cast<double>(judged());
}

ShareInterval precision_interval(const ReviewTally& tally) {
  if (tally.judged() == 0) return {};
  const auto n = static_cast<double>(tally.judged());
  const double z2 = kNormalQuantile * kNormalQuantile;
  const double p = tally.precision();
  const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half =
      kNormalQuantile / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

ReviewScore score_review(const std::vector<Fact>& facts, const Review& review) {
  ReviewScore out;
  std::set<std::uint64_t> seen;
  std::size_t matched = 0;
  for (const Fact& fact : facts) {
    if (!seen.insert(fact.id).second) continue;
    const CheckedFact* checked = review.find(fact.id);
    add(checked, out.total);
    add(checked, out.by_rule[fact.rule]);
    if (checked == nullptr) continue;
    ++matched;
    if (checked->opinion != Opinion::kAccept) out.wrong.push_back({fact, *checked});
  }
  out.unmatched = review.size() - matched;
  return out;
}

std::string review_text(const ReviewScore& score) {
  std::vector<std::pair<std::string, ReviewTally>> rules;
  std::size_t open_rules = 0;
  std::size_t open_facts = 0;
  std::size_t width = 12;
  for (const auto& [rule, tally] : score.by_rule) {
    if (tally.judged() == 0) {
      ++open_rules;
      open_facts += tally.facts;
      continue;
    }
    width = std::max(width, display_width(printable(rule)));
    rules.emplace_back(rule, tally);
  }
  std::ranges::stable_sort(
      rules, [](const auto& a, const auto& b) { return a.second.wrong() > b.second.wrong(); });
  std::string out = fit("rule", width) +
                    "      facts     judged   accepted   rejected  corrected  precision   "
                    "95 in 100 between\n" +
                    row("all", score.total, width);
  for (const auto& [rule, tally] : rules) out += row(rule, tally, width);
  out += '\n';
  if (open_rules > 0)
    out += std::to_string(open_rules) + (open_rules == 1 ? " rule" : " rules") + " with " +
           std::to_string(open_facts) + (open_facts == 1 ? " fact" : " facts") +
           " has no verdict yet.\n";
  if (score.unmatched > 0)
    out += std::to_string(score.unmatched) +
           (score.unmatched == 1 ? " verdict is on a fact that is"
                                 : " verdicts are on facts that are") +
           " not among these.\n";
  return out + "Where doubtful facts were looked at first, a rule is better than it looks here.\n";
}

std::string wrong_facts_text(const ReviewScore& score) {
  std::string out;
  for (const WrongFact& one : score.wrong) {
    out += (one.checked.opinion == Opinion::kReject ? "REJECTED  " : "CORRECTED ") +
           printable(one.fact.article->doc) + ": " + printable(says(one.fact)) + " (" +
           printable(one.fact.rule) + ')';
    if (!one.checked.corrected.empty()) out += " to " + printable(one.checked.corrected);
    if (!one.checked.note.empty()) out += ": " + printable(one.checked.note);
    out += "\n          \"" + printable(one.fact.quote) + "\"\n";
  }
  return out;
}

std::string review_json(const ReviewScore& score) {
  ordered_json rules = ordered_json::array();
  for (const auto& [rule, tally] : score.by_rule) {
    ordered_json one{{"rule", rule}};
    one.update(tally_json(tally));
    rules.push_back(std::move(one));
  }
  ordered_json wrong = ordered_json::array();
  for (const WrongFact& one : score.wrong) {
    const CheckedFact& checked = one.checked;
    const ordered_json corrections =
        checked.corrected.empty() ? ordered_json() : ordered_json::parse(checked.corrected);
    wrong.push_back({{"fact", to_hex(one.fact.id)},
                     {"doc", one.fact.article->doc},
                     {"rule", one.fact.rule},
                     {"says", says(one.fact)},
                     {"quote", one.fact.quote},
                     {"verdict", opinion_name(checked.opinion)},
                     {"corrected", corrections},
                     {"note", checked.note.empty() ? ordered_json() : ordered_json(checked.note)}});
  }
  const ordered_json out{{"all", tally_json(score.total)},
                         {"unmatched", score.unmatched},
                         {"rules", std::move(rules)},
                         {"wrong", std::move(wrong)}};
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace recount
