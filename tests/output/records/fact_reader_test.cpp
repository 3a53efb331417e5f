#include "output/records/fact_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "output/records/jsonl.h"
#include "output/records/record_writer.h"
#include "tests/support/lines.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told.h"

using namespace recount;
using recount::testing::lines;
using recount::testing::TempFolder;
using recount::testing::ToldFacts;

namespace {

/// Facts with all there is: text with quotes and line ends, bounds, baselines, outcomes, decimals.
std::vector<Fact> some_facts() {
  ToldFacts told;
  told.article("kent", "00000000000000ff").page("https://example.org/a", "2023-05-05");
  told.number("labour", Measure::kSeats, 33).bound("over");
  told.number("labour", Measure::kSeatsChange, -13).baseline("eve_of_poll").partial();
  told.outcome("noc", Measure::kControl, "gain");
  told.article("dover").number("", Measure::kTurnout, 32.5).on("2019");
  told.number("green", Measure::kSeats, 2).at(PlaceKind::kUnknown, "").on("");
  std::vector<Fact> facts = told.facts();
  facts[0].quote = "a \"quote\",\nover two lines";
  for (Fact& fact : facts) fact.rule = "test.rule";
  return facts;
}

void write(const std::string& path, RecordKind kind, const std::vector<Fact>& facts) {
  auto writer = open_records(path, kind, {});
  REQUIRE(writer.ok());
  for (std::size_t begin = 0; begin < facts.size();) {
    const Provenance& article = *facts[begin].article;
    std::size_t end = begin;
    while (end < facts.size() && facts[end].article->doc == article.doc) ++end;
    DocumentRecord document;
    document.doc = document.path = article.doc;
    document.fingerprint = article.fingerprint;
    document.metadata.url = article.url;
    document.metadata.published = article.published;
    CHECK_FALSE(writer.value()->write(document, std::span(&facts[begin], end - begin)));
    begin = end;
  }
  CHECK_FALSE(writer.value()->commit());
}

struct ReadFacts {
  std::vector<Fact> facts;
  std::vector<Error> errors;
};

ReadFacts read_records(const std::string& path) {
  ReadFacts out;
  read_facts(path, out.facts, out.errors);
  return out;
}

}  // namespace

TEST_CASE("fact reader: what JSONL, CSV and a database hold is read back as it was") {
  const TempFolder folder;
  std::vector<Fact> facts = some_facts();
  for (const auto& [name, kind] :
       {std::pair("f.jsonl", RecordKind::kJsonl), std::pair("f.csv", RecordKind::kCsv),
        std::pair("f.sqlite", RecordKind::kSqlite)}) {
    CAPTURE(name);
    // The content decides, not the name.
    const std::string path = folder.path(std::string(name) + ".data");
    write(path, kind, facts);
    const ReadFacts all = read_records(path);
    CHECK(all.errors.empty());
    std::vector<Fact> expected = facts;
    if (kind == RecordKind::kSqlite)
      std::rotate(expected.begin(), expected.begin() + 3, expected.end());
    CHECK(lines(all.facts) == lines(expected));
    REQUIRE(all.facts.size() == 5);
    CHECK(all.facts[0].article == all.facts[1].article);
  }
}

TEST_CASE("fact reader: what is no fact is told with its place, the rest is read") {
  const TempFolder folder;
  write(folder.path("f.csv"), RecordKind::kCsv, some_facts());
  const std::string good = testing::read_file(folder.path("f.csv"));
  const std::string path =
      folder.write("bad.csv", good + "a,b\r\n" + good.substr(good.find("\r\n") + 2));
  const ReadFacts all = read_records(path);
  CHECK(all.facts.size() == 10);
  REQUIRE(all.errors.size() == 1);
  CHECK(all.errors[0].message == path + ":8: expected 23 cells, as the first line has");
  std::string wrong = good;
  wrong.replace(wrong.find(",33,"), 4, ",many,");
  const ReadFacts number = read_records(folder.write("wrong.csv", wrong));
  CHECK(number.facts.size() == 4);
  REQUIRE(number.errors.size() == 1);
  CHECK_MESSAGE(number.errors[0].message.find("wrong.csv:2: \"value\": expected a number") !=
                    std::string::npos,
                number.errors[0].message);
}

TEST_CASE("fact reader: inputs that hold no facts") {
  const TempFolder folder;
  const auto message = [&](const std::string& path) {
    const ReadFacts all = read_records(path);
    CHECK(all.facts.empty());
    REQUIRE_FALSE(all.errors.empty());
    CHECK(all.errors.front().code == ErrorCode::kUnreadable);
    return all.errors.front().message;
  };
  CHECK(message(folder.path("none")).find("cannot be opened") != std::string::npos);
  CHECK(message(folder.write("a.csv", "id,measure\n1,seats\n")).find("no column \"doc\"") !=
        std::string::npos);
  const std::string database =
      folder.write("a.db", std::string("SQLite format 3\0", 16) + std::string(200, 'x'));
  CHECK(message(database).find("cannot be read") != std::string::npos);
  CHECK(read_records(folder.write("empty", "")).errors.empty());
}
