#include "extractor/discourse/site.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// The id of the party whose site the text comes from; empty for nobody's.
std::string site(std::string_view text) {
  const Lexicon& lexicon = test::real().lexicon();
  Annotation annotation;
  annotate(text, lexicon, annotation);
  const std::int32_t party = site_of_text(lexicon, text, annotation);
  return party == kNone ? "" : party_id(lexicon, annotation, party);
}

}  // namespace

TEST_CASE("an imprint tells whose site a text is from") {
  CHECK(site("We gained two seats from the Tories.\n\nPromoted by A. Smith on behalf of Luton "
             "Labour Party.") == "labour");
  CHECK(site("We gained two seats from the Tories.\n\nPrinted and published by A. Smith on behalf "
             "of Luton Labour Party.") == "labour");
  CHECK(site("The Tories lost two.\n\nOn behalf of the Labour group he thanked them.").empty());
}

TEST_CASE("a party that is named alone on top has the site") {
  CHECK(site("Luton Liberal Democrats\n\nA good night.") == "liberal-democrat");
  CHECK(site("What a night\n\nby Liberal Democrats\n\nA good night.") == "liberal-democrat");
  CHECK(site("Labour hold Luton\n\nA good night.").empty());
}

TEST_CASE("a party that the text goes on to call \"we\" has the site") {
  CHECK(site("The Green Party is glad that we gained two seats.\n\nWe have six now.") == "green");
  CHECK(site("The Green Party is glad. \"We said that we would gain two,\" it said. \"We did.\"")
            .empty());
  CHECK(site("Labour is glad that we met. The Greens are glad that we left. We are not.").empty());
  CHECK(site("The residents are glad that we met. We did.").empty());
  CHECK(site("It was good news for Labour in the towns near us.\n\nWe shall see.").empty());
}

TEST_CASE("another party that is once called beside \"we\" has no site") {
  CHECK(site("The Greens had a good night. The Greens are glad. Bury is glad. So is Luton. So is "
             "Hart. We won. We danced. In Luton there is no Tory left and we have six.")
            .empty());
}

TEST_CASE("a party named on top that \"we\" did not beat has the site") {
  const std::string body = "We won in Bury. We won in Hart. We took five seats from the Tories.";
  CHECK(site("A night that the Tories will rue\n\nThis is how Liberal Democrats did. " + body) ==
        "liberal-democrat");
  CHECK(site("A wonderful night for Labour\n\nThe Greens won one, the SNP four. " + body) ==
        "labour");
  CHECK(site("Labour and the Greens\n\nThe SNP won four. " + body).empty());
}
