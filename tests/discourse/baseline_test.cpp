// What a change is against, told by the facts that the whole extractor gives.
#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

/// The baselines of the facts that are changes, joined by ", ".
std::string baselines(const std::string& text) {
  Document document;
  document.text = text;
  document.metadata.published = "2015-05-09";
  std::string out;
  for (const Fact& fact : test::real().extract(document)) {
    if (!is_change(fact.measure)) continue;
    if (!out.empty()) out += ", ";
    out += fact.baseline.value_or("none");
  }
  return out;
}

}  // namespace

TEST_CASE("what the changes below are against holds for all of them") {
  const std::string changes =
      "Labour gained six seats in Luton.\n\nIn Swale Labour lost two seats.\n\n";
  CHECK(baselines(changes) == "unstated, unstated");
  CHECK(baselines("Changes below are against notional results for the new wards.\n\n" + changes) ==
        "notional, notional");
  CHECK(baselines("They spoke of notional results for the new wards.\n\n" + changes) ==
        "unstated, unstated");
}
