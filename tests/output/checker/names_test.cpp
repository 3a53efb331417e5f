#include "output/checker/names.h"

#include <doctest/doctest.h>

#include <string>

using namespace recount;

namespace {

const Registry& registry() {
  static const Registry all = load_registry("").value();
  return all;
}

/// "id", "id|id" when ambiguous, "id?" when it did not exist, "" when unknown.
std::string text(const NameMatch& match) {
  std::string out;
  for (const std::string_view id : match.ids) out += (out.empty() ? "" : "|") + std::string(id);
  return match.not_then ? out + '?' : out;
}

std::string council(std::string_view name, std::string_view day = "2023-05-04") {
  static const CouncilNames names(registry());
  return text(names.find(name, day));
}

std::string party(std::string_view name) {
  static const PartyNames names(registry());
  return text(names.find(name));
}

}  // namespace

TEST_CASE("names: folded") {
  CHECK(folded_name("  The Royal Borough of Kensington & Chelsea ") ==
        "royal borough of kensington and chelsea");
  CHECK(folded_name("Sinn F\u00e9in") == "sinn fein");
  CHECK(folded_name("King\u2019s Lynn / West-Norfolk") == "kings lynn west norfolk");
  CHECK(folded_name("+/-").empty());
}

TEST_CASE("names: a council by id, name, official name, alias, code and form") {
  for (const char* name : {"medway", "Medway", "MEDWAY COUNCIL", "Medway Borough Council",
                           "E06000035", "Medway Unitary Authority"}) {
    CAPTURE(name);
    CHECK(council(name) == "medway");
  }
  CHECK(council("Obar Dheathain") == "aberdeen");
  CHECK(council("Brighton & Hove City Council") == "brighton-and-hove");
}

TEST_CASE("names: councils that are unknown, ambiguous or of another time are not guessed") {
  CHECK(council("Barchester").empty());
  CHECK(council("Barchester Council").empty());
  CHECK(council("").empty());
  CHECK(council("Richmond", "2019-05-02") == "richmond-upon-thames|richmondshire");
  CHECK(council("Newcastle") == "newcastle-under-lyme|newcastle-upon-tyne");
  CHECK(council("Daventry", "2023-05-04") == "daventry?");
  CHECK(council("Daventry", "2019") == "daventry");
}

TEST_CASE("names: the day decides between councils of one name, the form between kinds") {
  CHECK(council("Buckinghamshire CC", "2021-05-06") == "buckinghamshire-county?");
  CHECK(council("Buckinghamshire", "2021-05-06") == "buckinghamshire");
}

TEST_CASE("names: parties by id, name, alias and registration") {
  CHECK(party("labour") == "labour");
  CHECK(party("Lab") == "labour");
  CHECK(party("Labour and Co-operative Party") == "labour");
  CHECK(party("PP53") == "labour");
  CHECK(party("PP53 & PP119") == "labour");
  CHECK(party("Sinn Fein") == "sinn-fein");
  CHECK(party("ali") == "alliance");
  CHECK(party("NOC") == "noc");
  CHECK(party("No overall control") == "noc");
  CHECK(party("Monster Raving Somebody").empty());
  CHECK(party("PP53 & PP0").empty());
  CHECK(party("&").empty());
}
