#include "output/checker/checker.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

#include "output/reconciler/contest.h"

namespace recount {
namespace {

constexpr std::array<std::string_view, 3> kCheckStatusNames = {"right", "wrong", "not_covered"};
constexpr std::size_t kDayLength = 10;  // of 2023-05-04
constexpr double kHundredths = 100;     // of a percent

constexpr std::string_view kNoCouncil = "it is not about a single council";
constexpr std::string_view kNoElection = "its election is not known";
constexpr std::string_view kOtherElection = "it is of another election";
constexpr std::string_view kNotInTable = "the results do not have the council";
constexpr std::string_view kNoSuchParty = "the results do not have the party there";
constexpr std::string_view kNoFigure = "the results do not say that";
constexpr std::string_view kRunning = "it is a running change, which can still go either way";

/// The day so many days before.
std::string days_before(const std::string& iso_day, int days) {
  int year = 0;
  unsigned month = 0, day = 0;
  if (std::sscanf(iso_day.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return iso_day;
  using namespace std::chrono;
  const sys_days then =
      sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) -
      std::chrono::days(days);
  const year_month_day out(then);
  std::array<char, 24> text;
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(out.year()),
                static_cast<unsigned>(out.month()), static_cast<unsigned>(out.day()));
  return text.data();
}

/// One number that the results say, or several that all are right where seats are vacant.
struct Official {
  double low = 0, high = 0;
};

class Checker {
 public:
  Checker(const std::vector<Fact>& facts, const OfficialResults& results, const CheckDay& day)
      : results_(results), day_(day) {
    if (day.on.empty()) return;
    constexpr int kElevenMonths = 335;  // days; ordinary elections are at least 357 apart
    const std::string from = days_before(day.on, kElevenMonths);
    for (const Fact& fact : facts) {
      const std::string& election = fact.election ? *fact.election : std::string();
      if (!fact.place || election.size() != kDayLength || election < from || election > day.on)
        continue;
      std::string& latest = latest_[*fact.place];
      latest = std::max(latest, election);
    }
  }

  Check check(const Fact& fact, std::uint32_t number) const {
    Check out;
    out.fact = number;
    const OfficialCouncil* council = find(fact, out);
    if (council == nullptr) return out;
    out.line = council->line;
    const bool before =
        fact.measure == Measure::kSeatsBefore || fact.measure == Measure::kSeatsChange ||
        fact.measure == Measure::kMajorityBefore || fact.measure == Measure::kControlBefore;
    if (before && !day_.on.empty())
      out.reason = kNoFigure;
    else if (is_outcome(fact.measure))
      check_outcome(fact, *council, out);
    else
      check_number(fact, *council, out);
    return out;
  }

 private:
  const OfficialCouncil* find(const Fact& fact, Check& out) const {
    const auto none = [&out](std::string_view reason) {
      out.reason = reason;
      return nullptr;
    };
    if (fact.place_kind != PlaceKind::kCouncil || !fact.place) return none(kNoCouncil);
    if (!fact.election) return none(kNoElection);
    const std::string& election = *fact.election;
    if (!day_.on.empty()) {
      const auto latest = latest_.find(*fact.place);
      if (latest == latest_.end() || latest->second != election) return none(kOtherElection);
    } else if (!day_.election.empty()) {
      if (!same_election(day_.election, election)) return none(kOtherElection);
    }
    bool any = false;
    auto at = results_.councils.lower_bound({*fact.place, ""});
    for (; at != results_.councils.end() && at->first.first == *fact.place; ++at) {
      any = true;
      const std::string& told = at->first.second;
      if (told.empty() || same_election(told, election)) return &at->second;
    }
    return none(any ? kOtherElection : kNotInTable);
  }

  /// A year alone stands for any day of it, for a fact that knows no more than the year, too.
  static bool same_election(std::string_view a, std::string_view b) {
    return a.starts_with(b) || b.starts_with(a);
  }

  static const OfficialParty* party_of(const Fact& fact, const OfficialCouncil& council) {
    const auto at = council.parties.find(fact.party.value_or(""));
    return at == council.parties.end() ? nullptr : &at->second;
  }

  static std::optional<Official> exactly(std::optional<double> value) {
    return value ? std::optional(Official{*value, *value}) : std::nullopt;
  }

  /// Nothing, with the reason in `out`, where the results do not tell it.
  static std::optional<Official> official(const Fact& fact, const OfficialCouncil& council,
                                          Check& out) {
    out.reason = kNoFigure;
    if (fact.measure == Measure::kCouncilSeats) return exactly(council.size);
    if (fact.measure == Measure::kSeatsContested) return exactly(council.contested);
    if (fact.measure == Measure::kTurnout) return exactly(council.turnout);
    const OfficialParty* party = party_of(fact, council);
    if (party == nullptr) {
      out.reason = kNoSuchParty;
      return std::nullopt;
    }
    if (party->line != 0) out.line = party->line;
    const std::optional<double> seats = council.seats_of(*party);
    switch (fact.measure) {
      case Measure::kSeats:
        return exactly(seats);
      case Measure::kSeatsBefore:
        return exactly(council.before_of(*party));
      case Measure::kSeatsChange:
        return exactly(council.change_of(*party));
      case Measure::kSeatsWon:
        return exactly(party->won);
      case Measure::kVoteShare:
        return exactly(party->share);
      case Measure::kMajority: {
        if (!seats || !council.size) return std::nullopt;
        const double lead = 2 * *seats - *council.size;
        return Official{lead, lead + council.vacant.value_or(0)};
      }
      case Measure::kShortOfMajority:
        if (!seats || !council.size) return std::nullopt;
        return exactly(std::floor(*council.size / 2) + 1 - *seats);
      default:
        return std::nullopt;
    }
  }

  static void check_number(const Fact& fact, const OfficialCouncil& council, Check& out) {
    const Restriction said = restriction_of(fact);
    if (fact.partial && (is_change(fact.measure) || is_percent(fact.measure))) {
      out.reason = kRunning;
      return;
    }
    const std::optional<Official> told = official(fact, council, out);
    if (!told) return;
    out.reason = {};
    out.official = told->low;
    const double unit = is_percent(fact.measure) ? kHundredths : 1;
    const Interval range = {std::llround(told->low * unit), std::llround(told->high * unit)};
    const auto allows = [&range](const Interval& interval) {
      return range.low <= interval.high && interval.low <= range.high;
    };
    out.status = allows(said.usual) ? CheckStatus::kRight : CheckStatus::kWrong;
    if (allows(said.certain)) out.severity = Severity::kWarning;
  }

  static void check_outcome(const Fact& fact, const OfficialCouncil& council, Check& out) {
    const std::string party = fact.party.value_or("");
    const auto decide = [&](const std::optional<std::string>& who, bool should_be) {
      out.official_party = who;
      out.status = (*who == party) == should_be ? CheckStatus::kRight : CheckStatus::kWrong;
      out.reason = {};
    };
    out.reason = kNoFigure;
    if (fact.measure == Measure::kLargestParty) return check_largest(party, council, out);
    if (fact.measure == Measure::kControlBefore) {
      if (council.control_before) decide(council.control_before, true);
      return;
    }
    if (council.control) decide(council.control, fact.outcome != "loss");
    if (out.status == CheckStatus::kWrong || !council.control_before || fact.outcome == "now")
      return;
    // Who gains it had it not; who holds or loses it had it.
    decide(council.control_before, fact.outcome != "gain");
    if (out.status == CheckStatus::kRight && council.control) out.official_party = council.control;
  }

  static void check_largest(const std::string& party, const OfficialCouncil& council, Check& out) {
    if (!council.complete()) return;
    std::optional<std::string> largest;
    double most = -1;
    for (const auto& [id, figures] : council.parties) {
      const double seats = council.seats_of(figures).value_or(0);
      if (seats > most || (seats == most && id == party)) most = seats, largest = id;
    }
    out.official_party = largest;
    out.status = largest == party ? CheckStatus::kRight : CheckStatus::kWrong;
    out.reason = {};
  }

  const OfficialResults& results_;
  const CheckDay& day_;
  std::map<std::string, std::string> latest_;  // with `on`: election by council
};

}  // namespace

std::string_view check_status_name(CheckStatus status) {
  return kCheckStatusNames[static_cast<std::size_t>(status)];
}

std::vector<Check> check_facts(const std::vector<Fact>& facts, const OfficialResults& results,
                               const CheckDay& day) {
  const Checker checker(facts, results, day);
  std::vector<Check> out;
  out.reserve(facts.size());
  for (std::uint32_t i = 0; i < facts.size(); ++i) out.push_back(checker.check(facts[i], i));
  return out;
}

}  // namespace recount
