// The tables beside the facts: councils, areas, parties and their registrations.
#include <array>

#include "output/records/common_fields.h"

namespace recount {
namespace {

using enum FieldType;

constexpr std::array kCouncilFields{
    Field{"place", kText, "Id of the council", kRequired},
    Field{"name", kText, "Name that a newspaper prints", kRequired},
    Field{"official", kText, "Full name", kRequired},
    Field{"kind", kText, "county, unitary, district, metropolitan, london …", kRequired},
    Field{"nation", kText, "Area that it lies in"},
    Field{"region", kText, "Area that it lies in"},
    Field{"county", kText, "Area that it lies in"},
    Field{"start", kDay, "First election day; none: as long as records go"},
    Field{"end", kDay, "First day on which it no longer was a council; none: it still is"},
    Field{"gss", kText, "Code of the Office for National Statistics, as E06000035"},
    Field{"code", kText, "Three-letter code of the GOV.UK register, as MDW"},
    Field{"open_council_data", kInteger, "Number in Open Council Data UK"},
    Field{"democracy_club", kText, "Name in Democracy Club's ids of elections", kRequired}};

constexpr std::array kAreaFields{
    Field{"place", kText, "Id of the area", kRequired}, Field{"name", kText, "Name", kRequired},
    Field{"kind", kText, "nation, region, county area …", kRequired},
    Field{"nation", kText, "Area that it lies in"}, Field{"region", kText, "Area that it lies in"}};

constexpr std::array kPartyFields{
    Field{"party", kText, "Id of the party", kRequired}, Field{"name", kText, "Name", kRequired},
    Field{.name = "colour",
          .type = kText,
          .description = "Colour for charts",
          .pattern = "#[0-9a-f]{6}"},
    Field{.name = "electoral_commission",
          .type = kText,
          .description = "Number of its main registration with the Electoral Commission, as PP53; "
                         "the others are in registrations",
          .pattern = "PP[0-9]+"}};

constexpr std::array kRegistrationFields{
    Field{.name = "number",
          .type = kText,
          .description = "Number with the Electoral Commission, as PP53",
          .required = true,
          .pattern = "PP[0-9]+"},
    Field{"party", kText, "Id of the party", kRequired},
    Field{"name", kText, "Name as registered", kRequired},
    Field{"main", kBoolean, "Whether it is the party's main registration", kRequired}};

constexpr std::array kCouncilKeys{ForeignKey{"nation", "areas", "place"},
                                  ForeignKey{"region", "areas", "place"},
                                  ForeignKey{"county", "areas", "place"}};
constexpr std::array kAreaKeys{ForeignKey{"nation", "areas", "place"},
                               ForeignKey{"region", "areas", "place"}};
constexpr std::array kRegistrationKeys{ForeignKey{"party", "parties", "party"}};

}  // namespace

const Table& council_table() {
  static constexpr Table table{"councils",
                               "Councils",
                               "Councils of the United Kingdom since 1973, with the keys by which "
                               "other data know them",
                               kCouncilFields,
                               "place",
                               kCouncilKeys};
  return table;
}

const Table& area_table() {
  static constexpr Table table{"areas",     "Areas", "Nations, regions and counties as a whole",
                               kAreaFields, "place", kAreaKeys};
  return table;
}

const Table& party_table() {
  static constexpr Table table{
      "parties", "Parties",
      "Parties that are listed by name; facts also name local parties that are not", kPartyFields,
      "party"};
  return table;
}

const Table& registration_table() {
  static constexpr Table table{"registrations",
                               "Registrations of parties",
                               "Numbers with the Electoral Commission; some parties have several",
                               kRegistrationFields,
                               "number",
                               kRegistrationKeys};
  return table;
}

std::span<const Table* const> registry_tables() {
  static const std::array<const Table*, 4> tables{&area_table(), &council_table(), &party_table(),
                                                  &registration_table()};
  return tables;
}

}  // namespace recount
