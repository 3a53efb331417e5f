#include "output/reconciler/laws.h"

#include <algorithm>
#include <array>

namespace recount {
namespace {

constexpr std::array<std::string_view, 13> kKindNames = {
    "value",   "sum",     "change", "net",   "won",      "majority", "short",
    "control", "largest", "range",  "share", "registry", "official"};

constexpr std::string_view kArithmetic = "arithmetic of a chamber";
constexpr std::string_view kUsage =
    "how British newsrooms count; House of Commons Library, "
    "local elections briefings";

constexpr std::array<LawEntry, kLawCount> kLaws = {{
    {Law::kChange, "before-change-after", ConflictKind::kChange,
     "the seats before and the change make the seats after", kArithmetic,
     "the figures are counted from different days, with by-elections or defections in between"},
    {Law::kNet, "net-change", ConflictKind::kNet,
     "what some parties gain others lose, as long as the number of seats stays the same",
     kArithmetic, "the number of seats has changed, or seats were vacant"},
    {Law::kWon, "won", ConflictKind::kWon,
     "a party cannot win more seats than were contested or than it then has, and no more are "
     "contested than the council has",
     kArithmetic, ""},
    {Law::kWhole, "whole-council", ConflictKind::kWon,
     "where every seat is contested, a party has the seats that it won", kArithmetic, ""},
    {Law::kSum, "sum", ConflictKind::kSum, "the parties' seats add up to the size of the council",
     kArithmetic, ""},
    {Law::kSumBefore, "sum-before", ConflictKind::kSum,
     "the parties' seats before the election add up to the size of the council then", kArithmetic,
     ""},
    {Law::kMajority, "majority", ConflictKind::kMajority,
     "a majority is the party's seats less those of all others", kUsage, ""},
    {Law::kShort, "short-of-majority", ConflictKind::kShort,
     "what a party is short of a majority is what it lacks to more than half of the seats", kUsage,
     ""},
    {Law::kKeeping, "keeping", ConflictKind::kControl,
     "a party that keeps a council is in control of it afterwards", kUsage,
     "the party goes on to run the council without a majority of its seats"},
    {Law::kControl, "control", ConflictKind::kControl,
     "a party is in control when it has more than half of the seats", kUsage,
     "a party with exactly half of the seats rules by a casting vote"},
    {Law::kLargest, "largest-party", ConflictKind::kLargest,
     "no party has more seats than the largest", kArithmetic,
     "two parties are the largest jointly"},
    {Law::kOutcome, "outcome", ConflictKind::kControl,
     "a party that holds a council had it before, and one that gains it had not", kUsage,
     "control changed hands between the two elections"},
    {Law::kController, "one-controller", ConflictKind::kControl, "one party is in control, or none",
     kUsage, ""},
    {Law::kShare, "shares", ConflictKind::kShare,
     "shares of the vote add up to no more than 100 percent", kArithmetic, ""},
    {Law::kRange, "range", ConflictKind::kRange,
     "no council has more than 250 seats, and no share is above 100 percent",
     "the councils of 2021 had 16 to 126 seats (Open Council Data); here 1 to 250 are believed",
     ""},
    {Law::kLife, "council-life", ConflictKind::kRegistry, "the council did not exist on that day",
     "the table of councils", ""},
}};

}  // namespace

std::string_view conflict_kind_name(ConflictKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::span<const LawEntry> laws() { return kLaws; }

const LawEntry& law_entry(Law law) { return *std::ranges::find(kLaws, law, &LawEntry::law); }

}  // namespace recount
