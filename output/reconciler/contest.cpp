#include "output/reconciler/contest.h"

#include <algorithm>

namespace recount {
namespace {

constexpr std::int64_t kMostSeats = 250;       // of a council; see Law::kRange
constexpr std::int64_t kMostInTotal = 100000;  // of an area: there were never 30,000 councillors
constexpr std::int64_t kPercent100 = 10000;
constexpr std::int64_t kRounding = 50;  // of a share, in hundredths of a percent

/// A group of independents is no party: it can have most of the seats and not be in control.
bool is_party(std::string_view id) {
  return id.find("independent") == std::string_view::npos && id != kOtherParties;
}

Interval range_of(Quantity quantity, bool council) {
  const std::int64_t most = council ? kMostSeats : kMostInTotal;
  switch (quantity) {
    case Quantity::kSize:
    case Quantity::kSizeBefore:
    case Quantity::kContested:
      return {1, most};
    case Quantity::kTurnout:
    case Quantity::kShare:
      return {0, kPercent100};
    case Quantity::kChange:
    case Quantity::kChangeEve:
    case Quantity::kChangeNotional:
    case Quantity::kCouncilsChange:
    case Quantity::kMajority:
    case Quantity::kMajorityBefore:
    case Quantity::kShort:
      return {-most, most};
    case Quantity::kInControl:
    case Quantity::kWasInControl:
    case Quantity::kGains:
    case Quantity::kHolds:
    case Quantity::kLoses:
    case Quantity::kLargest:
    case Quantity::kOdd:
      return {0, 1};
    default:
      return {0, most};
  }
}

}  // namespace

Contest::Contest(PlaceKind kind, const std::vector<Restriction>& restrictions)
    : council_(kind == PlaceKind::kCouncil) {
  for (const Restriction& restriction : restrictions) {
    const Figure& figure = restriction.figure;
    claimed_[figure] = true;
    of(figure.quantity, figure.party);
    if (!figure.party.empty() && figure.party != kNocParty) parties_.push_back(figure.party);
  }
  std::ranges::sort(parties_);
  parties_.erase(std::ranges::unique(parties_).begin(), parties_.end());
  add_changes();
  add_shares();
  if (!council_) return;
  add_chamber();
  add_wins();
  add_majorities();
  add_controllers(Quantity::kInControl, Quantity::kSeats, Quantity::kSize);
  add_controllers(Quantity::kWasInControl, Quantity::kSeatsBefore, Quantity::kSizeBefore);
  add_outcomes();
  add_largest();
}

std::optional<std::uint32_t> Contest::find(const Figure& figure) const {
  const auto at = variables_.find(figure);
  return at == variables_.end() ? std::nullopt : std::optional(at->second);
}

std::uint32_t Contest::of(Quantity quantity, std::string_view party) {
  const Figure figure = {quantity, std::string(party)};
  const auto [at, is_new] = variables_.try_emplace(figure, 0);
  if (is_new) at->second = inequalities_.add_variable(range_of(quantity, council_));
  return at->second;
}

bool Contest::claimed(Quantity quantity, std::string_view party) const {
  return claimed_.contains({quantity, std::string(party)});
}

void Contest::add_chamber() {
  std::vector<Term> now = {{of(Quantity::kSize), -1}};
  std::vector<Term> before = {{of(Quantity::kSizeBefore), -1}};
  bool new_wards = false;
  const auto add = [&](const std::string& party) {
    now.push_back({of(Quantity::kSeats, party), 1});
    before.push_back({of(Quantity::kSeatsBefore, party), 1});
    new_wards = new_wards || claimed(Quantity::kChangeNotional, party);
  };
  for (const std::string& party : parties_) add(party);
  add(std::string(kOtherParties));
  inequalities_.equal(Law::kSum, false, now, 0);
  inequalities_.equal(Law::kSumBefore, false, before, 0);
  if (new_wards) return;
  inequalities_.equal(Law::kNet, true, {{of(Quantity::kSize), 1}, {of(Quantity::kSizeBefore), -1}},
                      0);
}

void Contest::add_changes() {
  // Changes from different days do not add up, so those from the eve of poll count where no others
  // are told.
  const bool any_plain = std::ranges::any_of(
      parties_, [this](const std::string& party) { return claimed(Quantity::kChange, party); });
  for (const std::string& party : parties_) {
    const auto link = [&](Quantity change, bool usual) {
      inequalities_.equal(Law::kChange, usual,
                          {{of(Quantity::kSeatsBefore, party), 1},
                           {of(change, party), 1},
                           {of(Quantity::kSeats, party), -1}},
                          0);
    };
    const bool plain = claimed(Quantity::kChange, party);
    const bool seats = claimed(Quantity::kSeats, party) || claimed(Quantity::kSeatsBefore, party);
    if (plain || seats) link(Quantity::kChange, false);
    if (!any_plain && claimed(Quantity::kChangeEve, party)) link(Quantity::kChangeEve, true);
  }
}

void Contest::add_wins() {
  const bool any = claimed(Quantity::kContested) ||
                   std::ranges::any_of(parties_, [this](const std::string& party) {
                     return claimed(Quantity::kSeatsWon, party);
                   });
  if (!any) return;
  const std::uint32_t contested = of(Quantity::kContested);
  const std::uint32_t size = of(Quantity::kSize);
  std::vector<Term> won = {{contested, -1}};
  std::vector<Term> held_over = {{size, -1}, {contested, 1}};
  const auto add = [&](const std::string& party) {
    const std::uint32_t wins = of(Quantity::kSeatsWon, party);
    const std::uint32_t rest = of(Quantity::kHeldOver, party);
    const std::uint32_t seats = of(Quantity::kSeats, party);
    inequalities_.at_most(Law::kWon, false, {{wins, 1}, {seats, -1}}, 0);
    inequalities_.equal(Law::kWhole, false, {{wins, 1}, {rest, 1}, {seats, -1}}, 0);
    won.push_back({wins, 1});
    held_over.push_back({rest, 1});
  };
  for (const std::string& party : parties_) add(party);
  add(std::string(kOtherParties));
  inequalities_.equal(Law::kWon, false, won, 0);
  inequalities_.at_most(Law::kWon, false, {{contested, 1}, {size, -1}}, 0);
  inequalities_.equal(Law::kWhole, false, held_over, 0);
}

void Contest::add_majorities() {
  for (const std::string& party : parties_) {
    const auto lead = [&](Quantity majority, Quantity seats, Quantity size) {
      if (!claimed(majority, party)) return;
      inequalities_.equal(Law::kMajority, false,
                          {{of(majority, party), 1}, {of(seats, party), -2}, {of(size), 1}}, 0);
    };
    lead(Quantity::kMajority, Quantity::kSeats, Quantity::kSize);
    lead(Quantity::kMajorityBefore, Quantity::kSeatsBefore, Quantity::kSizeBefore);
    if (!claimed(Quantity::kShort, party)) continue;
    const std::uint32_t half = of(Quantity::kHalf);
    inequalities_.equal(Law::kShort, false,
                        {{of(Quantity::kSize), 1}, {half, -2}, {of(Quantity::kOdd), -1}}, 0);
    inequalities_.equal(
        Law::kShort, false,
        {{of(Quantity::kShort, party), 1}, {of(Quantity::kSeats, party), 1}, {half, -1}}, 1);
  }
}

void Contest::add_controllers(Quantity control, Quantity seats, Quantity size) {
  constexpr std::int32_t kBig = 2 * kMostSeats;  // more than 2 * seats - size can be
  const std::uint32_t all = of(size);
  std::vector<Term> one = {{of(control, kNocParty), 1}};
  const auto add = [&](std::string_view party) {
    const std::uint32_t controls = of(control, party);
    const std::uint32_t own = of(seats, party);
    one.push_back({controls, 1});
    if (party.find("independent") != std::string_view::npos) return;
    // In control: size - 2 * own <= 0, usually -1.
    inequalities_.at_most(Law::kControl, false, {{all, 1}, {own, -2}, {controls, kBig}}, kBig);
    inequalities_.at_most(Law::kControl, true, {{all, 1}, {own, -2}, {controls, kBig}}, kBig - 1);
    if (!is_party(party)) return;
    // More than half: in control.
    inequalities_.at_most(Law::kControl, false, {{own, 2}, {all, -1}, {controls, -kBig}}, 0);
  };
  for (const std::string& party : parties_) add(party);
  add(kOtherParties);
  inequalities_.equal(Law::kController, false, one, 1);
}

void Contest::add_outcomes() {
  const auto add = [this](const std::string& party) {
    const std::uint32_t now = of(Quantity::kInControl, party);
    const std::uint32_t before = of(Quantity::kWasInControl, party);
    if (const auto gains = find({Quantity::kGains, party})) {
      inequalities_.at_most(Law::kOutcome, false, {{*gains, 1}, {now, -1}}, 0);
      inequalities_.at_most(Law::kOutcome, true, {{*gains, 1}, {before, 1}}, 1);
    }
    if (const auto holds = find({Quantity::kHolds, party})) {
      // "Kept control" is said of minority administrations, too.
      const bool nobody = party == kNocParty;
      inequalities_.at_most(nobody ? Law::kOutcome : Law::kKeeping, !nobody,
                            {{*holds, 1}, {now, -1}}, 0);
      inequalities_.at_most(Law::kOutcome, true, {{*holds, 1}, {before, -1}}, 0);
    }
    if (const auto loses = find({Quantity::kLoses, party})) {
      inequalities_.at_most(Law::kOutcome, false, {{*loses, 1}, {before, -1}}, 0);
      inequalities_.at_most(Law::kOutcome, false, {{*loses, 1}, {now, 1}}, 1);
    }
  };
  for (const std::string& party : parties_) add(party);
  add(std::string(kNocParty));
}

void Contest::add_largest() {
  std::vector<Term> one;
  for (const std::string& party : parties_) {
    if (!claimed(Quantity::kLargest, party)) continue;
    const std::uint32_t largest = of(Quantity::kLargest, party);
    one.push_back({largest, 1});
    for (const std::string& other : parties_) {
      if (other == party) continue;
      const std::vector<Term> terms = {{of(Quantity::kSeats, other), 1},
                                       {of(Quantity::kSeats, party), -1},
                                       {largest, kMostSeats}};
      inequalities_.at_most(Law::kLargest, false, terms, kMostSeats);
      inequalities_.at_most(Law::kLargest, true, terms, kMostSeats - 1);
    }
  }
  if (one.size() > 1) inequalities_.at_most(Law::kLargest, true, one, 1);
}

void Contest::add_shares() {
  std::vector<Term> shares;
  for (const std::string& party : parties_) {
    if (claimed(Quantity::kShare, party)) shares.push_back({of(Quantity::kShare, party), 1});
  }
  const auto count = static_cast<std::int64_t>(shares.size());
  if (count > 1) {
    inequalities_.at_most(Law::kShare, false, std::move(shares), kPercent100 + kRounding * count);
  }
}

}  // namespace recount
