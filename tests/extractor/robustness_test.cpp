// Texts damaged at random: whatever stands in them, a quote is the text at its offsets.
#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <thread>

#include "output/records/jsonl.h"
#include "tests/support/mini_patterns.h"
#include "tests/support/random_patterns.h"
#include "tests/support/samples.h"
#include "tests/support/tokens.h"

using namespace recount;

namespace {

constexpr int kTexts = 400;

const std::vector<std::string> kDamage{"\xE2\x80\x99",
                                       "\xE2\x80\x9C",
                                       "\xE2\x80\x9D",
                                       "\xC3\xA9",
                                       "\xF0\x9F\x97\xB3",
                                       "\xCC\x81",
                                       "\xC2\xA0",
                                       "\xE2\x80\x8B",
                                       "\r\n",
                                       "\r",
                                       "\xEF\xBB\xBF",
                                       "\xFF",
                                       "\x80",
                                       "\xC3",
                                       "\xE2\x80",
                                       "\xF0\x9F",
                                       "\xED\xA0\x80",
                                       "\xE2\x88\x92",
                                       "\xE2\x80\x93",
                                       "\n\n",
                                       "\xC2\xAD",
                                       "-",
                                       ".",
                                       "\"",
                                       "\xE2\x80\xA8",
                                       std::string(1, '\0')};

/// Documents made of pieces of the samples, damaged at random places.
std::vector<Document> damaged() {
  test::Random random(2024);
  const std::vector<Document> samples = test::load_samples();
  std::vector<Document> out;
  for (int i = 0; i < kTexts; ++i) {
    Document document = samples[random() % samples.size()];
    document.id = "damaged-" + std::to_string(i);
    if (random() % 2 == 0) document.metadata.title.reset();
    std::string& text = document.text;
    const std::size_t from = random() % (text.size() + 1);
    if (random() % 3 == 0) text = text.substr(from) + samples[random() % samples.size()].text;
    for (std::size_t n = random() % 60; n > 0; --n) {
      text.insert(random() % (text.size() + 1), kDamage[random() % kDamage.size()]);
    }
    for (std::size_t n = random() % 10; n > 0 && !text.empty(); --n) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    if (random() % 8 == 0 && document.metadata.title)
      document.metadata.title->insert(0, "\xFF\xE2\x80");
    out.push_back(std::move(document));
  }
  return out;
}

}  // namespace

TEST_CASE("quotes of damaged texts are the text at their offsets") {
  std::size_t facts_seen = 0;
  for (const Document& document : damaged()) {
    const auto facts = test::real().extract(document);
    facts_seen += facts.size();
    const std::vector<bool> edge = test::boundaries(document.text);
    std::set<std::uint64_t> ids;
    std::uint32_t last = 0;
    for (const Fact& fact : facts) {
      CAPTURE(to_json_line(fact));
      REQUIRE(fact.start < fact.end);
      REQUIRE(fact.end <= document.text.size());
      REQUIRE((fact.quote == document.text.substr(fact.start, fact.end - fact.start)));
      REQUIRE(edge[fact.start]);
      REQUIRE(edge[fact.end]);
      REQUIRE(fact.start >= last);
      REQUIRE(ids.insert(fact.id).second);
      REQUIRE(fact.confidence > 0);
      REQUIRE(fact.confidence <= 1);
      REQUIRE(needs_party(fact.measure) == fact.party.has_value());
      REQUIRE(is_outcome(fact.measure) == !fact.outcome.empty());
      REQUIRE(is_change(fact.measure) == fact.baseline.has_value());
      REQUIRE((fact.place_kind == PlaceKind::kCouncil || fact.place_kind == PlaceKind::kArea) ==
              fact.place.has_value());
      last = fact.start;
    }
  }
  CHECK(facts_seen > 1000);
}

TEST_CASE("one extractor gives the same facts to one thread and to four") {
  const std::vector<Document> documents = damaged();
  const Extractor& extractor = test::real();
  std::vector<std::string> alone;
  for (const Document& document : documents)
    alone.push_back(test::rendered(extractor.extract(document)));
  std::vector<std::string> together(documents.size());
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < documents.size(); i += 4)
        together[i] = test::rendered(extractor.extract(documents[i]));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    CAPTURE(documents[i].id);
    REQUIRE((alone[i] == together[i]));
  }
}

TEST_CASE("a trace changes no fact and lies within the text") {
  const std::vector<Document> documents = test::load_samples();
  for (const Document& document : documents) {
    Trace trace;
    const auto traced = test::real().extract(document, &trace);
    REQUIRE((test::rendered(traced) == test::rendered(test::real().extract(document))));
    for (const TraceSentence& sentence : trace.sentences) {
      REQUIRE(sentence.begin < sentence.end);
      REQUIRE(sentence.end <= document.text.size());
      for (const TraceEvent& event : sentence.events) REQUIRE(event.end <= document.text.size());
    }
  }
}

TEST_CASE("texts of nothing and of one odd thing give no fact") {
  for (const std::string& text : kDamage) {
    Document document;
    document.text = text;
    CHECK(test::real().extract(document).empty());
  }
  CHECK(test::real().extract(Document()).empty());
}

TEST_CASE("a very long line is read in reasonable time") {
  std::string text;
  for (int i = 0; i < 4000; ++i)
    text += "Labour gained two seats in Medway and the Greens lost six, ";
  Document document;
  document.text = text;
  const auto begin = std::chrono::steady_clock::now();
  test::real().extract(document);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  CHECK_MESSAGE(seconds.count() < 20, text.size() << " bytes took " << seconds.count() << " s");
}
