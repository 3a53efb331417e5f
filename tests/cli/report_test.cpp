#include <doctest/doctest.h>

#include <string>

#include "output/report/site_index.h"
#include "tests/support/command.h"
#include "tests/support/site_files.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using nlohmann::json;
using testing::CommandResult;
using testing::delivered;
using testing::run_recount;
using testing::TempFolder;

/// A folder with facts.jsonl and texts/ of two articles, one of which holds no fact.
struct Run {
  TempFolder folder;
  std::string report = folder.path("report");

  Run() {
    folder.write("in/medway.txt",
                 "Labour gained four seats in Medway. The Greens could gain six seats.\n");
    folder.write("run/readme", "");
    folder.write("in/swale.txt", "Labour could gain nine seats in Swale.\n");
    const CommandResult result =
        run_recount({"extract", folder.path("in"), "-o", folder.path("run/facts.jsonl"),
                     "--emit-text", folder.path("run/texts")});
    REQUIRE(result.code == 0);
  }
};

TEST_CASE("report: the folder of a run becomes pages with texts and what was left out") {
  const Run run;
  const CommandResult result = run_recount({"report", run.folder.path("run"), "-o", run.report});
  CHECK(result.code == 0);
  CHECK(result.err == "recount: the report is " + run.report + "/index.html\n");
  const json figures = delivered(run.report, "run");
  CHECK(figures["title"] == "run");
  CHECK(figures["texts"] == true);
  CHECK(figures["articles"] == 2);
  CHECK(figures["articles_with_facts"] == 1);
  const json medway = delivered(run.report, "articles/" + article_key("medway"));
  CHECK(medway["facts"][0]["after"].get<std::string>().find("The Greens could") !=
        std::string::npos);
  REQUIRE(medway["dropped"].size() == 1);
  CHECK(medway["dropped"][0]["rule"] == "guard.modal");
  CHECK(!medway["dropped"][0]["rule_says"].is_null());
  const json swale = delivered(run.report, "articles/" + article_key("swale"));
  CHECK(swale["facts"].empty());
  CHECK(swale["dropped"].size() == 1);
}

TEST_CASE("report: facts of every format make the same pages") {
  const Run run;
  const std::string texts = run.folder.path("run/texts");
  REQUIRE(run_recount(
              {"report", run.folder.path("run/facts.jsonl"), "--texts", texts, "-o", run.report})
              .code == 0);
  for (const char* name : {"run/facts.csv", "run/facts.sqlite"}) {
    CAPTURE(name);
    const std::string facts = run.folder.path(name), report = run.folder.path("other");
    REQUIRE(run_recount({"extract", run.folder.path("in"), "-o", facts, "-q"}).code == 0);
    const CommandResult made = run_recount({"report", facts, "--texts", texts, "-o", report});
    CHECK_MESSAGE(made.code == 0, made.err);
    for (const std::string& file :
         {std::string("run"), std::string("overview"), std::string("review"),
          std::string("known-places"), "articles/" + article_key("medway"),
          std::string("places/council-medway")}) {
      CAPTURE(file);
      const json data = delivered(report, file);
      CHECK(!data.is_discarded());
      CHECK(data == delivered(run.report, file));
    }
  }
}

TEST_CASE("report: what it is of is the name of the run, or of the file") {
  const Run run;
  const std::string facts = run.folder.path("run/facts.jsonl");
  const std::string other = run.folder.write("kent.jsonl", testing::read_file(facts));
  for (const auto& [input, title] :
       {std::pair{run.folder.path("run"), "run"}, std::pair{run.folder.path("run/"), "run"},
        std::pair{facts, "run"}, std::pair{other, "kent"}}) {
    CAPTURE(input);
    REQUIRE(run_recount({"report", input, "-o", run.report}).code == 0);
    CHECK(delivered(run.report, "run")["title"] == title);
  }
}

TEST_CASE("report: facts alone, texts given apart, texts that are missing") {
  const Run run;
  const std::string facts = run.folder.path("run/facts.jsonl");
  CHECK(run_recount({"report", facts, "-o", run.report}).code == 0);
  CHECK(delivered(run.report, "run")["texts"] == false);
  CHECK(run_recount({"report", facts, "--texts", run.folder.path("in"), "-o", run.report}).code ==
        0);
  CHECK(delivered(run.report, "run")["texts"] == true);
  run.folder.write("empty/readme", "");
  const CommandResult missing =
      run_recount({"report", facts, "--texts", run.folder.path("empty"), "-o", run.report});
  CHECK(missing.code == 0);
  CHECK(missing.err.find("1 of 1 articles have no text there") != std::string::npos);
  run.folder.write("other/medway.txt", "Another version.");
  const CommandResult other =
      run_recount({"report", facts, "--texts", run.folder.path("other"), "-o", run.report});
  CHECK(other.err.find("1 facts are not where they should be") != std::string::npos);
}

TEST_CASE("report: articles without a fact show what was left out") {
  const Run run;
  const std::string none = run.folder.write("none.jsonl", "");
  CHECK(run_recount({"report", none, "--texts", run.folder.path("in"), "-o", run.report}).code ==
        0);
  const json figures = delivered(run.report, "run");
  CHECK(figures["facts"] == 0);
  CHECK(figures["articles"] == 2);
  CHECK(delivered(run.report, "articles/" + article_key("swale"))["dropped"].size() == 1);
}

TEST_CASE("report: what cannot be read or written is told") {
  const Run run;
  const std::string facts = run.folder.path("run/facts.jsonl");
  CHECK(run_recount({"report", run.folder.path("in"), "-o", run.report}).code == 3);
  CHECK(run_recount({"report", "no-such-file", "-o", run.report}).code == 3);
  CHECK(run_recount({"report", facts, "--texts", "no-such-folder", "-o", run.report}).code == 3);
  CHECK(run_recount({"report", facts}).code == 2);
  const CommandResult mine = run_recount({"report", facts, "-o", run.folder.path("in")});
  CHECK(mine.code == 1);
  CHECK(mine.err.find("holds something else than a report") != std::string::npos);
  const std::string bad =
      run.folder.write("bad.jsonl", testing::read_file(facts) + "{\"id\": \"x\"}\n");
  const CommandResult line = run_recount({"report", bad, "-o", run.report});
  CHECK(line.code == 1);
  CHECK(line.err.find(bad + ":2: ") != std::string::npos);
  CHECK(delivered(run.report, "run")["facts"] == 1);
}

}  // namespace
}  // namespace recount
