#include "tests/bench/mutate/chamber.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "extractor/facts/fingerprint.h"

namespace recount::bench {
namespace {

constexpr std::array<const char*, 7> kParties = {"labour",    "conservative", "liberal-democrat",
                                                 "green",     "independent",  "reform-uk",
                                                 "mill-party"};

int from(Random& random, int low, int high) {
  return std::uniform_int_distribution<int>(low, high)(random);
}

bool chance(Random& random, double share) { return std::bernoulli_distribution(share)(random); }

struct Chamber {
  int size = 0;
  int contested = 0;
  std::vector<int> before, after, won;  // by party

  int controller(const std::vector<int>& seats) const {
    const auto most = std::ranges::max_element(seats);
    return 2 * *most > size ? static_cast<int>(most - seats.begin()) : -1;
  }
};

/// Seats of all parties, thrown with a bias of each.
void fill(std::vector<int>& seats, int count, const std::vector<int>& weights, Random& random) {
  std::discrete_distribution<std::size_t> party(weights.begin(), weights.end());
  for (int seat = 0; seat < count; ++seat) ++seats[party(random)];
}

Chamber random_chamber(Random& random) {
  Chamber chamber;
  const auto parties = static_cast<std::size_t>(from(random, 2, 7));
  std::vector<int> weights(parties);
  for (int& weight : weights) weight = from(random, 1, 12);
  chamber.size = from(random, 20, 90);
  chamber.contested = chance(random, 0.5) ? chamber.size : chamber.size / 3;
  chamber.before.assign(parties, 0);
  chamber.won.assign(parties, 0);
  fill(chamber.before, chamber.size, weights, random);
  // Of the seats before, those contested fall to whoever wins them now.
  chamber.after = chamber.before;
  for (int lost = 0; lost < chamber.contested; ++lost) {
    std::discrete_distribution<std::size_t> holder(chamber.after.begin(), chamber.after.end());
    --chamber.after[holder(random)];
  }
  for (int& weight : weights) weight = std::max(1, weight + from(random, -4, 4));
  fill(chamber.won, chamber.contested, weights, random);
  for (std::size_t i = 0; i < parties; ++i) chamber.after[i] += chamber.won[i];
  return chamber;
}

class Teller {
 public:
  Teller(const Chamber& chamber, std::uint32_t number, std::uint32_t round, Random& random)
      : chamber_(chamber),
        place_("council-" + std::to_string(number)),
        articles_(round == 0 ? place_ : place_ + '-' + std::to_string(round)),
        random_(random) {}

  std::vector<Fact> tell() {
    const int articles = from(random_, 2, 5);
    for (int i = 0; i < articles; ++i) {
      begin(i);
      const bool composition = chance(random_, 0.4);
      for (std::size_t party = 0; party < chamber_.after.size(); ++party)
        tell_party(party, composition);
      tell_council();
    }
    return std::move(facts_);
  }

 private:
  void begin(int article) {
    const bool copy = article > 0 && chance(random_, 0.15);
    const std::string before = copy ? article_->fingerprint : to_hex(random_());
    article_ = std::make_shared<Provenance>();
    article_->doc = articles_ + '-' + std::to_string(article);
    article_->fingerprint = before;
  }

  Fact& add(const char* party, Measure measure, double number) {
    Fact fact;
    fact.id = random_();
    fact.article = article_;
    fact.election = "2023-05-04";
    fact.place_kind = PlaceKind::kCouncil;
    fact.place = place_;
    if (party != nullptr) fact.party = party;
    fact.measure = measure;
    fact.number = number;
    fact.start = static_cast<std::uint32_t>(facts_.size());
    fact.end = fact.start + 1;
    fact.confidence = 0.8;
    facts_.push_back(std::move(fact));
    return facts_.back();
  }

  void tell_party(std::size_t party, bool composition) {
    const char* name = kParties[party];
    const int before = chamber_.before[party];
    const int after = chamber_.after[party];
    if (composition || chance(random_, 0.35)) add(name, Measure::kSeats, after);
    if (chance(random_, 0.25)) add(name, Measure::kSeatsBefore, before);
    if (chance(random_, 0.3)) add(name, Measure::kSeatsChange, after - before);
    if (chance(random_, 0.2)) add(name, Measure::kSeatsWon, chamber_.won[party]);
  }

  void tell_council() {
    if (chance(random_, 0.5)) add(nullptr, Measure::kCouncilSeats, chamber_.size);
    if (chance(random_, 0.3)) add(nullptr, Measure::kSeatsContested, chamber_.contested);
    const int now = controller(chamber_.after);
    const int before = controller(chamber_.before);
    if (chance(random_, 0.5)) {
      Fact& fact =
          add(now < 0 ? "noc" : kParties[static_cast<std::size_t>(now)], Measure::kControl, 0);
      fact.outcome = outcome_named(now == before ? "hold" : "gain");
    }
    if (now >= 0 && chance(random_, 0.4)) {
      const auto party = static_cast<std::size_t>(now);
      add(kParties[party], Measure::kMajority, 2 * chamber_.after[party] - chamber_.size);
    }
  }

  /// Independents are in control of nothing: they are no party.
  int controller(const std::vector<int>& seats) const {
    const int party = chamber_.controller(seats);
    return party >= 0 &&
                   kParties[static_cast<std::size_t>(party)] == std::string_view("independent")
               ? -1
               : party;
  }

  const Chamber& chamber_;
  std::string place_;
  std::string articles_;  // what their ids begin with
  Random& random_;
  std::shared_ptr<Provenance> article_;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> random_articles(std::uint32_t number, Random& random, std::uint32_t round) {
  const Chamber chamber = random_chamber(random);
  random.discard(round * 1000);
  return Teller(chamber, number, round, random).tell();
}

}  // namespace recount::bench
