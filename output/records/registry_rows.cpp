#include "output/records/registry_rows.h"

#include <array>

#include "extractor/facts/registry.h"

namespace recount {

void each_registry_row(const Registry& registry, const Table& table,
                       const std::function<void(std::span<const std::string_view>)>& row) {
  using Cells = std::string_view;
  if (&table == &area_table()) {
    for (const AreaEntry& a : registry.areas) {
      row(std::array<Cells, 5>{a.id, a.name, a.kind, a.nation, a.region});
    }
  } else if (&table == &council_table()) {
    for (const CouncilEntry& c : registry.councils) {
      row(std::array<Cells, 13>{c.id, c.name, c.official, c.kind, c.nation, c.region, c.county,
                                c.start, c.end, c.gss, c.code, c.open_council_data,
                                c.democracy_club});
    }
  } else if (&table == &party_table()) {
    for (const PartyEntry& p : registry.parties) {
      row(std::array<Cells, 4>{p.id, p.name, p.colour, p.electoral_commission});
    }
  } else {
    for (const RegistrationEntry& r : registry.registrations) {
      row(std::array<Cells, 4>{r.number, r.party, r.name, r.main ? "true" : "false"});
    }
  }
}

}  // namespace recount
