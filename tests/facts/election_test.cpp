#include "extractor/facts/election.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

Election found(const Extractor& extractor, std::string_view text, const Metadata& metadata) {
  Annotation annotation;
  annotate(text, extractor.lexicon(), annotation);
  Annotation title;
  annotate(metadata.title.value_or(""), extractor.lexicon(), title);
  return find_election(extractor.lexicon(), metadata, title, text, annotation);
}

Metadata published(const char* day) {
  Metadata out;
  out.published = day;
  return out;
}

Metadata election(const char* day) {
  Metadata out;
  out.election = day;
  out.published = "2022-05-06";
  return out;
}

}  // namespace

TEST_CASE("the polling day of the metadata counts before all else") {
  CHECK(found(test::mini(), "the 2021 local elections", election("2023-05-04")).day == 20230504);
  const Election year = found(test::mini(), "", election("2021"));
  CHECK(year.year == 2021);
  CHECK(year.day == 20210506);
}

TEST_CASE("an unreadable polling day of the metadata is passed over") {
  CHECK(found(test::mini(), "", election("May 2023")).day == 20220505);
}

TEST_CASE("an article soon after a polling day is about that one") {
  CHECK(found(test::mini(), "unlike the 2021 local elections", published("2022-05-05")).day ==
        20220505);
  CHECK(found(test::mini(), "unlike the 2021 local elections", published("2022-06-16")).day ==
        20220505);
}

TEST_CASE("a later article is about the year that it names") {
  CHECK(found(test::mini(), "after the 2021 local elections", published("2022-06-17")).day ==
        20210506);
  CHECK(found(test::mini(), "in 2021 it rained", published("2022-06-17")).day == 20220505);
  CHECK(found(test::mini(), "before the 2023 local elections", published("2022-06-17")).day ==
        20220505);
}

TEST_CASE("without a day of publication the text decides") {
  CHECK(found(test::mini(), "after the 2021 local elections", {}).day == 20210506);
  const Election unknown = found(test::mini(), "Labour gained two seats", {});
  CHECK(unknown.day == 0);
  CHECK(unknown.year == 0);
}

TEST_CASE("without a day of publication the headline decides before the text") {
  Metadata headed;
  headed.title = "Election 2021: Medway";
  CHECK(found(test::mini(), "unlike the 2022 local elections", headed).day == 20210506);
  CHECK(found(test::mini(), "Results 2021\n\nThe local elections since 2022 were dull.", {}).day ==
        20210506);
}

TEST_CASE("without a day of publication a year that the text looks back to is none") {
  CHECK(found(test::real(), "hung since 2021, the council elections showed", {}).day == 0);
  CHECK(found(test::real(), "The best night since the council was set up in 1998", {}).day == 0);
  CHECK(found(test::mini(), "Well.\n\nafter the 2021 local elections, in 2022", {}).day == 0);
}

const std::string kBelow = "Labour won.\n\nWell then.\n\n";  // a year on top would do

TEST_CASE("without a day of publication a full date soon after a polling day stands for it") {
  for (const char* text : {"Posted 7 May 2022", "Posted May 7, 2022", "On 7th May 2022",
                           "07/05/2022 by staff", "Updated: 2022-05-07", "5 June 2022"}) {
    CAPTURE(text);
    const Election dated = found(test::mini(), kBelow + text, {});
    CHECK(dated.day == 20220505);
    CHECK_FALSE(dated.undated);
  }
  for (const char* text : {"7 Movember 2022", "31 June 2022", "May 2022", "7 May", "99/99/2022",
                           "7 August 2022", "7 May 2021, and in 2022"}) {
    CAPTURE(text);
    CHECK(found(test::mini(), kBelow + text, {}).day != 20220505);
  }
}

TEST_CASE("a year without a polling day is known as a year") {
  const Election old = found(test::mini(), "after the 1996 local elections", {});
  CHECK(old.year == 1996);
  CHECK(old.day == 0);
}

TEST_CASE("an article from before the first polling day is about none") {
  CHECK(found(test::mini(), "", published("1950-01-01")).day == 0);
}

TEST_CASE("nations poll on days of their own") {
  const Lexicon& lexicon = test::mini().lexicon();
  const Election england{20230504, 2023};
  CHECK(polling_day_for(lexicon, england, "england") == 20230504);
  CHECK(polling_day_for(lexicon, england, "scotland") == 20230518);
  CHECK(polling_day_for(lexicon, england, "narnia") == 20230504);
  CHECK(polling_day_for(lexicon, {0, 0}, "england") == 0);
}

TEST_CASE("Northern Ireland polled two weeks later in 2023") {
  const Lexicon& lexicon = test::real().lexicon();
  CHECK(found(test::real(), "", published("2023-05-05")).day == 20230504);
  CHECK(found(test::real(), "", published("2023-05-20")).day == 20230518);
  CHECK(polling_day_for(lexicon, {20230504, 2023}, "northern-ireland") == 20230518);
  CHECK(polling_day_for(lexicon, {20230504, 2023}, "england") == 20230504);
  CHECK(polling_day_for(lexicon, {20230518, 2023}, "england") == 20230504);
}

TEST_CASE("without a day of publication a date on top counts, whatever years are told below") {
  const std::string below = "\n\nLabour won.\n\nThe council will vote again after 2025.";
  CHECK(found(test::mini(), "Medway\n\nElection 5 May 2022" + below, {}).day == 20220505);
  CHECK(found(test::mini(), "Medway\n\nPosted 7 May 2022" + below, {}).day == 20220505);
  CHECK(found(test::mini(), "Medway\n\nOn 7 May 2022 we had rain." + kBelow + below, {}).day !=
        20220505);
  CHECK(found(test::mini(), "Medway\n\n12 April 2022" + below, {}).day == 0);  // before a vote
}

TEST_CASE("the later of the years over the columns of a table is that of the election") {
  CHECK(found(test::mini(), "Medway\nLabour won.\nSeats 2021 / Seats 2022\nLabour 4 6", {}).day ==
        20220505);
}
