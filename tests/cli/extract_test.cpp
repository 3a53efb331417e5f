#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>

#include "output/records/jsonl.h"
#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::read_file;
using testing::run_recount;
using testing::Stdout;
using testing::TempFolder;

constexpr const char* kMedwayText = "Labour gained four seats in Medway.\n";
const std::string kSamples = RECOUNT_SOURCE_DIR "/corpus/samples/texts";

/// The only line of `out` as a fact.
Fact only_fact(const std::string& out) {
  CHECK(std::count(out.begin(), out.end(), '\n') == 1);
  const Result<Fact> fact = parse_fact(out.substr(0, out.find('\n')));
  REQUIRE(fact.ok());
  return fact.value();
}

TEST_CASE("extract: facts of standard input as records") {
  const CommandResult result = run_recount({"extract", "-"}, kMedwayText);
  CHECK(result.code == 0);
  CHECK(result.err.empty());
  const Fact fact = only_fact(result.out);
  CHECK(fact.article->doc == "stdin");
  CHECK(fact.place == "medway");
  CHECK(fact.party == "labour");
  CHECK(fact.measure == Measure::kSeatsChange);
  CHECK(fact.number == 4);
  CHECK(std::string(kMedwayText).substr(fact.start, fact.end - fact.start) == fact.quote);
  CHECK_FALSE(fact.article->published);
}

TEST_CASE("extract: what is less sure is left out on demand") {
  const Fact fact = only_fact(run_recount({"extract", "-"}, kMedwayText).out);
  const std::string below = std::to_string(fact.confidence - 0.01);
  CHECK(run_recount({"extract", "-", "--min-confidence", below}, kMedwayText).out.size() > 1);
  const CommandResult none = run_recount({"extract", "-", "--min-confidence", "1"}, kMedwayText);
  CHECK(none.code == 0);
  CHECK(none.out.empty());
  for (const char* share : {"1.1", "-0.1", "high"})
    CHECK(run_recount({"extract", "-", "--min-confidence", share}, kMedwayText).code == 2);
}

TEST_CASE("extract: metadata from the sidecar and from options") {
  const TempFolder folder;
  const std::string article = folder.write("a.txt", kMedwayText);
  folder.write("a.meta.json", R"({"source": "BBC News", "published": "2019-05-03"})");
  Fact fact = only_fact(run_recount({"extract", article}).out);
  CHECK(fact.article->source == "BBC News");
  CHECK(fact.article->published == "2019-05-03");
  CHECK(fact.election == "2019-05-02");
  fact = only_fact(run_recount({"extract", article, "--published", "2023-05-05", "--url",
                                "https://example.org", "--source", "ITV", "--title", "T"})
                       .out);
  CHECK(fact.article->source == "ITV");
  CHECK(fact.article->url == "https://example.org");
  CHECK(fact.election_id == "local.medway.2023-05-04");
  fact = only_fact(run_recount({"extract", article, "--election", "2015"}).out);
  CHECK(fact.election == "2015-05-07");
}

TEST_CASE("extract: a facts file is written whole and a table is printed beside it") {
  const TempFolder folder;
  const std::string article = folder.write("a.txt", kMedwayText);
  const std::string file = folder.path("facts.jsonl");
  const CommandResult table = run_recount({"extract", article, "--table", "-o", file});
  CHECK(table.code == 0);
  CHECK(table.out.rfind("a\n  place ", 0) == 0);
  CHECK(table.out.find("  Medway  labour  seats_change  +4 ") != std::string::npos);
  CHECK(only_fact(read_file(file)).article->doc == "a");
  CHECK(run_recount({"extract", article, "--table"}).out == table.out);
  const CommandResult quiet = run_recount({"extract", article, "-o", file});
  CHECK(quiet.out.empty());
  CHECK(only_fact(read_file(file)).article->doc == "a");
  CHECK(only_fact(run_recount({"extract", article, "-o", "-"}).out).article->doc == "a");
}

TEST_CASE("extract: the samples give the same bytes with one thread and with four") {
  const CommandResult one = run_recount({"extract", kSamples, "-j", "1"});
  const CommandResult four = run_recount({"extract", kSamples, "-j", "4"});
  CHECK(one.code == 0);
  CHECK(one.err.empty());
  CHECK(one.out.size() > 10'000);
  CHECK(four.code == 0);
  CHECK((one.out == four.out));
  CHECK((one.out == run_recount({"extract", kSamples}).out));
  const CommandResult table = run_recount({"extract", kSamples, "--table", "-j", "1"});
  CHECK((table.out == run_recount({"extract", kSamples, "--table", "-j", "3"}).out));
}

TEST_CASE("extract: facts come in the order of the inputs") {
  const TempFolder folder;
  const std::string b = folder.write("b/x.txt", kMedwayText);
  const std::string a = folder.write("a/x.txt", kMedwayText);
  const CommandResult result = run_recount({"extract", b, a, "-j", "2"});
  const std::size_t newline = result.out.find('\n');
  CHECK(only_fact(result.out.substr(0, newline + 1)).article->doc == "x");
  CHECK(only_fact(result.out.substr(newline + 1)).article->doc == "x-2");
}

TEST_CASE("extract: what is wrong with one document is told and the rest is done") {
  const TempFolder folder;
  const std::string good = folder.write("good.txt", kMedwayText);
  const std::string bad = folder.path("bad.txt");
  const CommandResult missing = run_recount({"extract", bad, good});
  CHECK(missing.code == 1);
  CHECK(missing.err == "recount: " + bad + ": cannot be read: No such file or directory\n");
  CHECK(only_fact(missing.out).article->doc == "good");
  const CommandResult quiet = run_recount({"extract", "--quiet", bad, good});
  CHECK(quiet.code == 1);
  CHECK(quiet.err.empty());
  CHECK(quiet.out == missing.out);

  folder.write("good.meta.json", "{\"published\": \"May\", \"source\": \"BBC\"}");
  const CommandResult sidecar = run_recount({"extract", good});
  CHECK(sidecar.code == 1);
  CHECK(sidecar.err.rfind("recount: " + folder.path("good.meta.json") + ":1: ", 0) == 0);
  CHECK(only_fact(sidecar.out).article->source == "BBC");

  const std::string large = folder.write("large.txt", std::string(kMedwayText) + kMedwayText);
  const CommandResult limit = run_recount({"extract", good, large, "--max-document", "40"});
  CHECK(limit.code == 1);
  CHECK(limit.err.find(large + ": larger than 40 bytes") != std::string::npos);
}

TEST_CASE("extract: without a readable input the code is 3 and no file is touched") {
  const TempFolder folder;
  const std::string file = folder.write("facts.jsonl", "old");
  const CommandResult result = run_recount({"extract", folder.path("none.txt"), "-o", file});
  CHECK(result.code == 3);
  CHECK(result.err.find("none.txt") != std::string::npos);
  CHECK(read_file(file) == "old");
  CHECK(run_recount({"extract", TempFolder().path()}).code == 3);
  CHECK(run_recount({"extract", folder.path("none.txt"), "--quiet"}).code == 3);
}

TEST_CASE("extract: an article without facts is fine") {
  const CommandResult result = run_recount({"extract", "-"}, "Reading lost 2-1 at Derby.\n");
  CHECK(result.code == 0);
  CHECK(result.out.empty());
  const CommandResult empty = run_recount({"extract", "--table", "-"}, "");
  CHECK(empty.code == 0);
  CHECK(empty.out == "stdin\n  no facts\n\n");
}

TEST_CASE("extract: output that cannot be written is an error and a closed pipe is none") {
  const TempFolder folder;
  const std::string article = folder.write("a.txt", kMedwayText);
  const CommandResult full = run_recount({"extract", article}, "", Stdout::kFull);
  CHECK(full.code == 6);
  CHECK(full.err == "recount: standard output: cannot write: No space left on device\n");
  const CommandResult full_file = run_recount({"extract", article, "-o", "/dev/full"});
  CHECK(full_file.code == 6);
  CHECK(full_file.err == "recount: /dev/full: cannot write: No space left on device\n");
  CHECK(run_recount({"extract", article, "-o", folder.path("no/where")}).code == 1);

  const CommandResult closed = run_recount({"extract", kSamples}, "", Stdout::kClosedPipe);
  CHECK(closed.code == 0);
  CHECK(closed.err.empty());
  const std::string file = folder.path("facts.jsonl");
  const CommandResult both =
      run_recount({"extract", kSamples, "--table", "-o", file}, "", Stdout::kClosedPipe);
  CHECK(both.code == 0);
  CHECK((read_file(file) == run_recount({"extract", kSamples}).out));
}

}  // namespace
}  // namespace recount
