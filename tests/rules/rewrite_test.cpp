#include <doctest/doctest.h>

#include "extractor/lexicon/annotator.h"
#include "extractor/rules/matcher.h"
#include "tests/support/mentions.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

struct Rewritten {
  Annotation annotation;
  Sketch sketch;
  explicit Rewritten(std::string_view text) {
    annotate(text, test::mini().lexicon(), annotation);
    auto& mentions = annotation.mentions[0];
    sketch.build(mentions);
    const RuleSet& rules = test::mini().rules();
    std::vector<RuleStart> starts;
    rules.rewrite_starts.find(sketch.symbols, starts);
    MatchScratch scratch;
    rewrite(rules, starts, mentions, sketch, scratch);
  }
};

}  // namespace

TEST_CASE("a rewriting rule makes one mention of what it matches") {
  const Rewritten done("Labour has nearly 20 seats");
  CHECK(test::mentions(test::mini().lexicon(), done.annotation) ==
        "<party labour> <held> <n 20> <seats>");
  const Mention& figure = done.annotation.mentions[0][2];
  CHECK(figure.bound == Bound::kUnder);
  CHECK(figure.last - figure.first == 2);
  CHECK(done.sketch.symbols.size() == 4);
}

TEST_CASE("a rewriting rule applies at each of its matches") {
  const Rewritten done("Labour has nearly 20, more than 5 and 6 seats");
  CHECK(test::mentions(test::mini().lexicon(), done.annotation) ==
        "<party labour> <held> <n 20> <comma> <n 5> <and> <n 6> <seats>");
  CHECK(done.annotation.mentions[0][4].bound == Bound::kOver);
  CHECK(done.annotation.mentions[0][6].bound == Bound::kExact);
}

TEST_CASE("a sketch has a symbol for each mention") {
  Annotation annotation;
  annotate("Labour gained two seats", test::mini().lexicon(), annotation);
  Sketch sketch;
  sketch.build(annotation.mentions[0]);
  REQUIRE(sketch.symbols.size() == annotation.mentions[0].size());
  for (std::size_t i = 0; i < sketch.symbols.size(); ++i) {
    CHECK(static_cast<Symbol>(sketch.symbols[i]) == annotation.mentions[0][i].symbol);
  }
  sketch.build({});
  CHECK(sketch.symbols.empty());
}
