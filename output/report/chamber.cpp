#include "output/report/chamber.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "output/reconciler/directory.h"
#include "output/records/text_width.h"
#include "output/report/party_letters.h"

namespace recount {
namespace {

constexpr const char* kNeutral = "#8a8a8a";

/// A figure as the rows of one subject come to it.
struct Told {
  int value = 0;
  std::size_t witnesses = 0;
  bool disputed = false;
};

using ByParty = std::map<std::string, Told>;

struct Figures {
  ByParty before, after, size;  // that of the size has the party ""
};

void add(const ConsensusRow& row, ByParty& to) {
  if (!row.value) {
    if (row.status == Status::kConflicting && row.party) to[*row.party].disputed = true;
    return;
  }
  const double* number = std::get_if<double>(&*row.value);
  if (number == nullptr || *number < 0 || *number > kMostSeats || *number != std::floor(*number))
    return;
  const Told now{static_cast<int>(*number), row.witnesses, row.status == Status::kConflicting};
  const auto [at, is_new] = to.try_emplace(row.party.value_or(""), now);
  if (is_new) return;
  Told& known = at->second;
  const bool disputed = known.disputed || now.disputed || known.value != now.value;
  if (now.witnesses > known.witnesses) known = now;
  known.disputed = disputed;
}

Figures figures_of(std::span<const ConsensusRow* const> rows) {
  Figures out;
  for (const ConsensusRow* row : rows) {
    if (row->measure == Measure::kSeats) add(*row, out.after);
    if (row->measure == Measure::kSeatsBefore) add(*row, out.before);
    if (row->measure == Measure::kCouncilSeats) add(*row, out.size);
  }
  return out;
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

std::string colour_of(const std::string& party, const Registry& registry) {
  const auto at = std::ranges::lower_bound(registry.parties, party, {}, &PartyEntry::id);
  if (at == registry.parties.end() || at->id != party || !is_colour(at->colour)) return kNeutral;
  return at->colour;
}

std::vector<Bench> benches_of(const ByParty& figures, const Registry& registry) {
  const Directory directory(registry);
  std::vector<Bench> out;
  for (const auto& [party, told] : figures) {
    if ((told.value == 0 && !told.disputed) || party.empty() || party == "noc") continue;
    std::string name = printable(directory.party_name(party));
    out.push_back(
        {party, std::move(name), "", colour_of(party, registry), told.value, told.disputed});
  }
  std::ranges::sort(out, [](const Bench& a, const Bench& b) {
    return std::tie(b.seats, a.party) < std::tie(a.seats, b.party);
  });
  return out;
}

/// `size`: of the council, 0 when it is not told.
std::optional<Chamber> chamber_of(std::vector<Bench> benches, int size) {
  int sum = 0;
  for (const Bench& bench : benches) sum += bench.seats;
  if (sum == 0 || sum > kMostSeats) return std::nullopt;
  Chamber out;
  out.benches = std::move(benches);
  out.size_told = size >= sum;  // else there are too many
  out.seats = out.size_told ? size : sum;
  out.untold = out.seats - sum;
  return out;
}

void name_letters(ChamberPicture& picture) {
  std::vector<Bench*> all;
  for (std::optional<Chamber>* chamber : {&picture.after, &picture.before}) {
    if (!*chamber) continue;
    for (Bench& bench : (*chamber)->benches) all.push_back(&bench);
  }
  LettersOfParties letters;
  for (Bench* bench : all) bench->letters = letters.of(bench->party, bench->name);
}

}  // namespace

ChamberPicture chamber_picture(std::span<const ConsensusRow* const> rows,
                               const Registry& registry) {
  ChamberPicture out;
  if (!rows.empty()) {
    const Subject& subject = rows.front()->subject;
    out.council = printable(subject.place_name.value_or(subject.place.value_or("")));
    out.election = printable(subject.election.value_or(""));
  }
  const Figures figures = figures_of(rows);
  const int size = figures.size.empty() ? 0 : figures.size.begin()->second.value;
  out.after = chamber_of(benches_of(figures.after, registry), size);
  out.before = chamber_of(benches_of(figures.before, registry), size);
  out.size_assumed = out.before && out.before->size_told && out.before->untold > 0;
  name_letters(out);
  return out;
}

std::string chamber_text(const Chamber& chamber) {
  std::string out;
  const std::size_t count = chamber.benches.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Bench& bench = chamber.benches[i];
    if (i > 0) out += i + 1 == count ? " and " : ", ";
    out += bench.name;
    if (bench.seats > 0) out += ' ' + std::to_string(bench.seats);
    if (bench.disputed) out += " (disputed)";
  }
  if (!chamber.size_told)
    return out + (chamber.seats == 1 ? " seat" : " seats") +
           "; how many seats the council has is not told.";
  out += " of " + std::to_string(chamber.seats) + (chamber.seats == 1 ? " seat" : " seats");
  if (chamber.untold > 0)
    out += ", " + std::to_string(chamber.untold) + (chamber.untold == 1 ? " is" : " are") +
           " not told";
  out += "; " + std::to_string(chamber.majority()) + " are a majority, which ";
  const Bench& largest = chamber.benches.front();
  if (largest.seats >= chamber.majority()) return out + largest.name + " has.";
  // One of the seats that are not told could be theirs.
  if (largest.seats + chamber.untold >= chamber.majority()) return out + "nobody is known to have.";
  return out + "nobody has.";
}

}  // namespace recount
