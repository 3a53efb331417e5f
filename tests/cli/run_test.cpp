#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/support/command.h"
#include "tests/support/database.h"
#include "tests/support/lines.h"
#include "tests/support/site_files.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::CommandResult;
using testing::query;
using testing::query_one;
using testing::read_file;
using testing::run_recount;
using testing::TempFolder;

constexpr const char* kDay = R"({"published": "2023-05-05", "source": ")";

void write_articles(const TempFolder& folder) {
  folder.write(
      "in/kent.txt",
      "Labour takes Medway\n\nLabour gained 13 seats in Medway, up from 20. Medway Council "
      "has 59 seats.\n");
  folder.write("in/kent.meta.json", std::string(kDay) + "Kent News\"}");
  folder.write("in/gazette.txt", "Medway votes\n\nIn Medway, Labour now has 38 seats.\n");
  folder.write("in/gazette.meta.json", std::string(kDay) + "The Gazette\"}");
}

TEST_CASE("run: facts, consensus, conflicts, texts and a summary in one folder") {
  const TempFolder folder;
  write_articles(folder);
  const CommandResult result = run_recount({"run", folder.path("in"), "-o", folder.path("out")});
  CHECK(result.code == 0);
  CHECK_MESSAGE(result.out.find("error (change): ") != std::string::npos, result.out);
  for (const char* name : {"facts.jsonl", "consensus.jsonl", "conflicts.jsonl", "summary.json",
                           "texts/kent.txt", "texts/gazette.txt"}) {
    CAPTURE(name);
    CHECK_FALSE(read_file(folder.path(std::string("out/") + name)).empty());
  }
  const auto conflict = nlohmann::json::parse(read_file(folder.path("out/conflicts.jsonl")));
  CHECK(conflict["kind"] == "change");
  CHECK(nlohmann::json::parse(read_file(folder.path("out/summary.json"))).at("documents") == 2);
  // The same as the two commands one after the other, whatever the number of threads.
  CHECK(run_recount({"extract", folder.path("in"), "-o", folder.path("f.jsonl"), "-j", "1"}).code ==
        0);
  CHECK(run_recount({"reconcile", folder.path("f.jsonl"), "-o", folder.path("two")}).code == 0);
  CHECK(read_file(folder.path("f.jsonl")) == read_file(folder.path("out/facts.jsonl")));
  for (const char* name : {"consensus.jsonl", "conflicts.jsonl"}) {
    CHECK(read_file(folder.path(std::string("out/") + name)) ==
          read_file(folder.path(std::string("two/") + name)));
  }
}

TEST_CASE("run: neither threads nor the order of the articles make a difference") {
  const TempFolder folder;
  write_articles(folder);
  const auto write = [&](const std::string& name, const std::string& text, const char* metadata) {
    folder.write(name + ".txt", text);
    if (*metadata != '\0') folder.write(name + ".meta.json", metadata);
  };
  constexpr const char* kFirst =
      R"({"published": "2023-05-05", "url": "https://example.org/live", "source": "Live"})";
  constexpr const char* kSecond =
      R"({"published": "2023-05-06", "url": "https://example.org/live", "source": "Live"})";
  write("day/live", "In Medway, Labour now has 30 seats. Labour gained 310 seats nationally.\n",
        kFirst);
  write("night/live", "In Medway, Labour now has 33 seats. Labour gained 536 seats nationally.\n",
        kSecond);
  write("day/undated", "Labour took control of Medway. Labour has 35 seats on Medway Council.\n",
        "");
  write("night/undated", "In Medway, the Conservatives have 30 seats. Labour held Luton.\n", "");
  std::vector<std::string> articles;
  for (const char* name : {"in/kent", "in/gazette", "day/live", "night/live", "day/undated",
                           "night/undated", "day/copy"})
    articles.push_back(folder.path(std::string(name) + ".txt"));
  write("day/copy", read_file(articles[2]), "");
  std::mt19937 random(7);
  std::vector<std::string> before;
  for (int round = 0; round < 6; ++round) {
    const std::string out = folder.path("out" + std::to_string(round));
    std::vector<std::string> command = {"run", "-q", "-o", out, "-j", round % 2 == 0 ? "1" : "2"};
    command.insert(command.end(), articles.begin(), articles.end());
    REQUIRE(run_recount(command).code == 0);
    std::vector<std::string> now;
    for (const char* name : {"facts.jsonl", "consensus.jsonl", "conflicts.jsonl"}) {
      now.push_back(read_file(out + '/' + name));
      CHECK(now.back().size() > 400);
    }
    if (round > 0) CHECK(now == before);
    before = now;
    if (round > 0) std::ranges::shuffle(articles, random);
  }
}

TEST_CASE("run: every article has a page, also one that cannot hold a fact") {
  const TempFolder folder;
  write_articles(folder);
  folder.write("in/weather.txt", "Sunny spells and a light breeze.\n");
  for (const char* jobs : {"1", "4"}) {
    CAPTURE(jobs);
    const std::string out = folder.path(std::string("out") + jobs);
    CHECK(run_recount({"run", folder.path("in"), "-o", out, "-j", jobs}).code == 0);
    CHECK(read_file(out + "/texts/weather.txt") == "Sunny spells and a light breeze.\n");
    const auto summary = nlohmann::json::parse(read_file(out + "/summary.json"));
    CHECK(summary["documents"] == 3);
    CHECK(summary["passed_over"] == 1);
    const auto articles = testing::delivered(out + "/report", "articles")["articles"];
    REQUIRE(articles.size() == 3);
    CHECK(articles[2]["doc"] == "weather");
    const std::string page = articles[2]["key"];
    CHECK(testing::delivered(out + "/report", "articles/" + page)["text"] ==
          "Sunny spells and a light breeze.\n");
  }
}

TEST_CASE("run: a night's running count is shown as replaced by the total of a later article") {
  const TempFolder folder;
  folder.write("in/night.txt",
               "Tories ahead in the shires\n\nResults are coming in from the 2009 county elections "
               "in England.\n\nBy breakfast on Friday the Conservatives had gained more than 150 "
               "council seats in England.\n\nThe Conservatives took control of Warwickshire, "
               "Leicestershire and Devon.\n");
  // It does not say when: two of its councils are those of the other.
  folder.write(
      "in/weekend.txt",
      "Cameron hails his best night\n\nWith one council left to declare, the Conservatives "
      "had gained 244 seats nationwide.\n\nThe Conservatives won control of Devon, "
      "Somerset and Warwickshire.\n");
  const std::string out = folder.path("out");
  REQUIRE(run_recount({"run", folder.path("in"), "-o", out, "-q"}).code == 0);
  CHECK(read_file(out + "/conflicts.jsonl").empty());
  for (const nlohmann::json& row : testing::records(read_file(out + "/consensus.jsonl"))) {
    CHECK(row["status"] != "replaced");
    CHECK(row["election"] == "2009-06-04");
  }
  const auto rows = testing::delivered(out + "/report", "places/area-england/2009-06-04")["rows"];
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["status"] == "replaced");
  CHECK(rows[0]["low"] == 150);
  CHECK(rows[0]["later"]["value"] == 244);
  CHECK(rows[0]["later"]["doc"] == "weekend");
  const std::string text = run_recount({"reconcile", out + "/facts.jsonl"}).out;
  CHECK_MESSAGE(text.find("replaced     conservative             seats_change     150 or more  ") !=
                    std::string::npos,
                text);
}

TEST_CASE("run: nothing to read, and no folder") {
  const TempFolder folder;
  CHECK(run_recount({"run", folder.path("none"), "-o", folder.path("out"), "-q"}).code == 3);
  CHECK(run_recount({"run", folder.path("none")}).code == 2);
  folder.write("file", "x");
  CHECK(run_recount({"run", folder.path("file"), "-o", folder.path("file/out")}).code == 1);
}

TEST_CASE("reconcile: verdicts beside the facts of a database, in one made anew, and as CSV") {
  const TempFolder folder;
  write_articles(folder);
  const std::string facts = folder.path("f.sqlite");
  REQUIRE(run_recount({"extract", folder.path("in"), "-o", facts, "-q"}).code == 0);
  CHECK(run_recount({"reconcile", facts, "-o", facts}).code == 0);
  CHECK(run_recount({"reconcile", facts, "-o", facts}).code == 0);  // over those of before
  CHECK(query_one(facts, "SELECT count(*) FROM conflicts") == "1");
  CHECK(query_one(facts, "SELECT count(*) FROM conflicts_with_words") == "3");
  CHECK(query_one(facts, "SELECT count(*) FROM conflict_facts x JOIN facts f ON f.id = x.fact") ==
        "3");
  CHECK(query_one(facts,
                  "SELECT status FROM consensus WHERE party = 'labour' AND measure = "
                  "'seats'") == "conflicting");
  CHECK(query_one(facts, "SELECT typeof(value) FROM consensus WHERE measure = 'council_seats'") ==
        "integer");
  CHECK(query_one(facts, "SELECT party_name FROM compositions WHERE party = 'labour'") == "Labour");
  CHECK(query(facts, "PRAGMA foreign_key_check").empty());

  REQUIRE(run_recount({"extract", folder.path("in"), "-o", folder.path("f.csv"), "-q"}).code == 0);
  const std::string anew = folder.path("v.sqlite");
  for (int again = 0; again < 2; ++again) {
    CHECK(run_recount({"reconcile", folder.path("f.csv"), "-o", anew}).code == 0);
    CHECK(query_one(anew, "SELECT count(*) FROM facts") ==
          query_one(facts, "SELECT count(*) FROM facts"));
    CHECK(query_one(anew, "SELECT count(*) FROM conflicts_with_words") == "3");
  }
  // What somebody else made is left alone.
  CHECK(run_recount({"reconcile", folder.path("f.csv"), "-o", facts}).code == 1);
  CHECK(query_one(facts, "SELECT count(*) FROM runs") == "1");

  CHECK(run_recount({"reconcile", facts, "-o", folder.path("csv"), "--to", "csv"}).code == 0);
  CHECK(run_recount({"reconcile", facts, "-o", folder.path("v.csv")}).code == 0);
  const std::string consensus = read_file(folder.path("v.csv"));
  CHECK(
      consensus.starts_with("election,place_kind,place,place_name,party,measure,value,low,high,"
                            "status,witnesses,sources,facts\r\n"));
  CHECK(consensus == read_file(folder.path("csv/consensus.csv")));
  CHECK(read_file(folder.path("v-conflicts.csv")) == read_file(folder.path("csv/conflicts.csv")));
  CHECK(read_file(folder.path("v-conflicts.csv")).find(",change,before-change-after,error,") !=
        std::string::npos);
}

TEST_CASE("reconcile: outputs that make no sense") {
  const TempFolder folder;
  const std::string facts = folder.write("f.jsonl", "");
  const auto code = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"reconcile", facts});
    return run_recount(more).code;
  };
  CHECK(code({"--to", "sqlite"}) == 2);
  CHECK(code({"--to", "sqlite", "-o", "-"}) == 2);
  CHECK(code({"--to", "csv"}) == 2);
  CHECK(code({"--to", "csv", "-o", "-"}) == 2);
  CHECK(code({"--to", "csv", "-o", "-", "--only", "conflicts"}) == 0);
  CHECK(code({facts + "2", "-o", facts, "--to", "sqlite"}) == 2);
}

}  // namespace
}  // namespace recount
