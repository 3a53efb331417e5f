// A fact with something in every field.
#pragma once

#include "extractor/facts/fact.h"

namespace recount::testing {

inline Fact sample_fact() {
  Fact fact;
  fact.id = 0x0123456789abcdef;
  fact.article = std::make_shared<const Provenance>(Provenance{
      "medway", "BBC News", "https://example.org/medway", "2023-05-05", "fedcba9876543210"});
  fact.election = "2023-05-04";
  fact.election_id = "local.medway.2023-05-04";
  fact.place_kind = PlaceKind::kCouncil;
  fact.place = "medway";
  fact.place_name = "Medway";
  fact.party = "labour";
  fact.measure = Measure::kSeatsChange;
  fact.number = 4;
  fact.bound = "over";
  fact.partial = true;
  fact.baseline = "unstated";
  fact.quote = "Labour gained more than four seats";
  fact.start = 10;
  fact.end = 44;
  fact.rule = "change.gained";
  fact.confidence = 0.9;
  return fact;
}

}  // namespace recount::testing
