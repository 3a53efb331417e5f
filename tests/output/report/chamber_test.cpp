#include "output/report/chamber.h"

#include <doctest/doctest.h>

#include <set>

#include "output/report/chamber_svg.h"
#include "output/report/party_letters.h"
#include "tests/support/told.h"

namespace recount {
namespace {

using testing::ToldFacts;

/// The picture of what those facts come to.
ChamberPicture picture_of(const ToldFacts& told) {
  const Registry registry = testing::told_registry();
  const Reconciliation all = reconcile(told.facts(), Directory(registry));
  std::vector<const ConsensusRow*> rows;
  for (const ConsensusRow& row : all.consensus) rows.push_back(&row);
  return chamber_picture(rows, registry);
}

TEST_CASE("chamber: parties in order of their seats, untold ones to the size of the council") {
  ToldFacts told;
  told.article("a").number("green", Measure::kSeats, 2).number("labour", Measure::kSeats, 33);
  told.number("conservative", Measure::kSeats, 22).number("", Measure::kCouncilSeats, 59);
  const ChamberPicture picture = picture_of(told);
  CHECK(picture.election == "2023-05-04");
  CHECK(!picture.before);
  REQUIRE(picture.after);
  const Chamber& chamber = *picture.after;
  REQUIRE(chamber.benches.size() == 3);
  CHECK(chamber.benches[0].name == "Labour");
  CHECK(chamber.benches[0].letters == "L");
  CHECK(chamber.benches[1].seats == 22);
  CHECK(chamber.benches[2].name == "Green");  // not in the registry
  CHECK(chamber.benches[2].colour == "#8a8a8a");
  CHECK(chamber.seats == 59);
  CHECK(chamber.untold == 2);
  CHECK(chamber.majority() == 30);
  CHECK(chamber_text(chamber) ==
        "Labour 33, Conservative 22 and Green 2 of 59 seats, 2 are not told; 30 are a majority, "
        "which Labour has.");
}

TEST_CASE("chamber: what follows from other figures is drawn, too") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.number("labour", Measure::kSeatsChange, 13);
  const std::optional<Chamber> before = picture_of(told).before;
  REQUIRE(before);
  CHECK(before->benches.at(0).seats == 20);
  CHECK(!before->size_told);
  CHECK(chamber_text(*before) == "Labour 20 seats; how many seats the council has is not told.");
}

TEST_CASE("chamber: the size before is taken from after and said to be") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeatsBefore, 20);
  told.number("", Measure::kCouncilSeats, 59);
  const ChamberPicture picture = picture_of(told);
  CHECK(picture.size_assumed);
  REQUIRE(picture.before);
  CHECK(picture.before->untold == 39);
  CHECK(
      chamber_text(*picture.before).ends_with("30 are a majority, which nobody is known to have."));
}

TEST_CASE("chamber: what contradicts itself is disputed") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  told.article("b").page("https://b.example/", "2023-05-05").number("labour", Measure::kSeats, 33);
  told.article("c").number("labour", Measure::kSeats, 23);
  const ChamberPicture picture = picture_of(told);
  REQUIRE(picture.after);
  CHECK(picture.after->benches.at(0).seats == 33);
  CHECK(picture.after->benches.at(0).disputed);
  CHECK(chamber_text(*picture.after).starts_with("Labour 33 (disputed) seats"));
}

TEST_CASE("chamber: who is disputed without a figure that more articles tell has no seats") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33).number("green", Measure::kSeats, 2);
  told.number("", Measure::kCouncilSeats, 59);
  told.article("b").page("https://b.example/", "2023-05-05").number("labour", Measure::kSeats, 30);
  ChamberPicture picture = picture_of(told);
  REQUIRE(picture.after);
  REQUIRE(picture.after->benches.size() == 2);
  CHECK(picture.after->benches[1].party == "labour");
  CHECK(picture.after->benches[1].seats == 0);
  CHECK(picture.after->untold == 57);
  CHECK(chamber_text(*picture.after).starts_with("Green 2 and Labour (disputed) of 59 seats, 57"));
  const std::string svg = chamber_file(picture);
  CHECK(svg.find(">?, disputed</text>") != std::string::npos);
  CHECK(svg.find("Labour: ") == std::string::npos);  // no seats of theirs
}

TEST_CASE("chamber: more seats than the council has make no majority line") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 40).number("", Measure::kCouncilSeats, 30);
  const ChamberPicture picture = picture_of(told);
  REQUIRE(picture.after);
  CHECK(!picture.after->size_told);
  CHECK(picture.after->untold == 0);
}

TEST_CASE("chamber: what no council has is not drawn") {
  const Registry registry = testing::told_registry();
  ConsensusRow row;
  row.measure = Measure::kSeats;
  row.party = "labour";
  const std::vector<const ConsensusRow*> rows{&row};
  for (const double seats : {-1.0, 0.0, 3.5, 401.0, 1e300}) {
    CAPTURE(seats);
    row.value = seats;
    CHECK(!chamber_picture(rows, registry).after);
  }
  row.value = 400.0;
  CHECK(chamber_picture(rows, registry).after);
  row.value.reset();
  CHECK(!chamber_picture(rows, registry).after);
  CHECK(!chamber_picture({}, registry).after);
}

TEST_CASE("letters of parties: short, telling and never the same") {
  LettersOfParties letters;
  CHECK(letters.of("labour", "Labour") == "L");
  CHECK(letters.of("liberal-democrat", "Liberal Democrats") == "LD");
  CHECK(letters.of("liberal", "Liberal Party") == "Li");
  CHECK(letters.of("snp", "Scottish National Party") == "SNP");
  CHECK(letters.of("reform-uk", "Reform UK") == "R");
  CHECK(letters.of("residents", "Residents") == "Re");
  CHECK(letters.of("ukip", "UKIP") == "UKIP");
  CHECK(letters.of("labour", "Labour") == "L");
  CHECK(letters.of("odd", "§§") == "ODD");
  CHECK(letters.of("one-two", "§§") == "1");
  CHECK(letters.of("", "") == "2");
  CHECK(letters.of("its-our-county", "It's Our County") == "IOC");
  std::set<std::string> all;
  for (int i = 0; i < 40; ++i) {
    const std::string given = letters.of("same-" + std::to_string(i), "Same Name");
    CHECK(all.insert(given).second);
    CHECK(given.size() <= 4);
  }
}

}  // namespace
}  // namespace recount
