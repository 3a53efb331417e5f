// The pages of corpus/samples/html: kinds of layout, each with the text that should come out, what
// the page says about itself, and the facts in it. All hold tempting facts outside of the article.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "corpus/article_reader.h"
#include "extractor/extractor.h"
#include "output/evaluation/gold.h"
#include "output/records/jsonl.h"
#include "tests/support/samples.h"

using namespace recount;

namespace {

const std::string kFolder = test::kSamples + "/html";

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

std::string rendered(const std::vector<Fact>& facts) {
  std::string out;
  for (const Fact& fact : facts) out += to_json_line(fact) + '\n';
  return out;
}

}  // namespace

TEST_CASE("html pages: text and metadata are what they should be") {
  const std::vector<std::string> names = page_names();
  const std::vector<Document> expected = test::load_samples(kFolder);
  REQUIRE(names.size() >= 20);
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
  std::size_t found = 0, of = 0;
  for (const Document& document : test::load_samples(kFolder)) {
    CAPTURE(document.id);
    const std::vector<Fact> facts = extractor.value().extract(read_page(document.id));
    CHECK(rendered(facts) == rendered(extractor.value().extract(document)));
    const auto gold = parse_gold(test::read_bytes(kFolder + "/gold/" + document.id + ".json"));
    REQUIRE(gold.ok());
    std::set<std::string> places{"unknown", "all"};
    for (const GoldFact& fact : gold.value().facts) {
      places.insert(fact.places.begin(), fact.places.end());
      of += fact.grade == Grade::kCore ? 1 : 0;
      found += fact.grade == Grade::kCore &&
               std::any_of(facts.begin(), facts.end(), [&fact](const Fact& one) {
                 return one.measure == fact.measures.front() &&
                        one.place.value_or("") == fact.places.front() &&
                        one.party.value_or("-") == fact.parties.front();
               });
    }
    // What tempts is about other councils.
    for (const Fact& fact : facts) {
      CAPTURE(fact.quote);
      CHECK(places.count(fact.place.value_or("unknown")) == 1);
    }
  }
  CHECK(found * 100 >= of * 95);
}
