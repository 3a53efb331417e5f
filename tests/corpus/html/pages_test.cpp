// The pages of corpus/samples/html: kinds of layout, each with the text that should come out, what
// the page says about itself, and the facts in it. All hold tempting facts outside of the article.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "corpus/article_reader.h"
#include "extractor/extractor.h"
#include "output/evaluation/gold.h"
#include "output/evaluation/score.h"
#include "tests/support/samples.h"

using namespace recount;

namespace {

const std::string kFolder = test::kSamples + "/html";

// What has been reached; it only ever rises.
constexpr double kLeastRecall = 0.919;
constexpr double kLeastPrecision = 0.957;
constexpr double kLeastControlExact = 0.948;

std::vector<std::string> page_names() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder + "/pages")) {
    out.push_back(entry.path().stem().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

Document read_page(const std::string& name) {
  RawArticle raw;
  raw.path = name + ".html";
  raw.id = name;
  raw.bytes = test::read_bytes(kFolder + "/pages/" + name + ".html");
  Reading reading = read_article(std::move(raw), {});
  CHECK(reading.errors.empty());
  REQUIRE(reading.document.has_value());
  return std::move(*reading.document);
}

}  // namespace

TEST_CASE("html pages: text and metadata are what they should be") {
  const std::vector<std::string> names = page_names();
  const std::vector<Document> expected = test::load_samples(kFolder);
  REQUIRE(names.size() >= 41);
  REQUIRE(expected.size() == names.size());
  for (const Document& document : expected) {
    CAPTURE(document.id);
    const Document page = read_page(document.id);
    CHECK(page.text == document.text);
    CHECK(page.metadata.title == document.metadata.title);
    CHECK(page.metadata.published == document.metadata.published);
    CHECK(page.metadata.source == document.metadata.source);
    CHECK(page.metadata.url == document.metadata.url);
  }
}

TEST_CASE("html pages: no fact of the article is lost, none comes from elsewhere on the page") {
  const Result<Extractor> extractor = Extractor::load_embedded();
  REQUIRE(extractor.ok());
  Score score;
  for (const Document& document : test::load_samples(kFolder)) {
    CAPTURE(document.id);
    const std::vector<Fact> facts = extractor.value().extract(read_page(document.id));
    CHECK(test::rendered(facts) == test::rendered(extractor.value().extract(document)));
    const auto gold = parse_gold(test::read_bytes(kFolder + "/gold/" + document.id + ".json"));
    REQUIRE(gold.ok());
    std::set<std::string> places{"unknown", "all"};
    for (const GoldFact& fact : gold.value().facts) {
      CAPTURE(fact.quote);
      CHECK(document.text.find(fact.quote) != std::string::npos);
      places.insert(fact.places.begin(), fact.places.end());
    }
    // What tempts is about other councils: the gold does not know them, nor does an article in
    // which there are no facts speak of them.
    for (const Fact& fact : facts) {
      CAPTURE(fact.quote);
      const bool named =
          gold.value().facts.empty() &&
          document.text.find(fact.place_name.value_or(std::string())) != std::string::npos;
      CHECK((named || places.count(fact.place.value_or("unknown")) == 1));
    }
    add_article(gold.value(), facts, document.text, {}, score);
  }
  // Gain, hold and now are one reading of the scorer.
  CHECK(score.control_exact.value() >= kLeastControlExact);
  CHECK(score.total.recall() >= kLeastRecall);
  CHECK(score.total.precision() >= kLeastPrecision);
}
