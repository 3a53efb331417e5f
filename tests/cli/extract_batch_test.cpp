// `recount extract` as a batch job: lists of errors, summary, copies, texts, ids.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "output/records/jsonl.h"
#include "tests/support/command.h"
#include "tests/support/compress.h"
#include "tests/support/mini_patterns.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using nlohmann::json;
using testing::CommandResult;
using testing::read_file;
using testing::run_recount;
using testing::RunningRecount;
using testing::TempFolder;
namespace fs = std::filesystem;

constexpr const char* kMedway = "Labour gained four seats in Medway.\n";

std::vector<Fact> facts_in(const std::string& lines) {
  std::vector<Fact> out;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at);
    const Result<Fact> fact = parse_fact(lines.substr(at, end - at));
    REQUIRE(fact.ok());
    out.push_back(fact.value());
    at = end + 1;
  }
  return out;
}

TEST_CASE("extract: the list of errors names each document that failed, and the rest is done") {
  const TempFolder folder;
  const std::string good = folder.write("good.txt", kMedway);
  const std::string large = folder.write("large.txt", std::string(100, 'x'));
  const std::string errors = folder.path("errors.jsonl");
  // Of the memory of a process nobody can read the first byte.
  const CommandResult result =
      run_recount({"extract", "/proc/self/mem", folder.path("none.txt"), good, large,
                   "--max-document", "50", "--errors", errors, "-j", "2"});
  CHECK(result.code == 1);
  CHECK(facts_in(result.out).size() == 1);
  const std::string list = read_file(errors);
  REQUIRE(std::count(list.begin(), list.end(), '\n') == 3);
  const json first = json::parse(list.substr(0, list.find('\n')));
  CHECK(first.at("path") == "/proc/self/mem");
  CHECK(first.at("offset") == 0);
  CHECK(first.at("reason").get<std::string>().find("cannot be read") == 0);
  CHECK(list.find("none.txt\",\"offset\":0,\"reason\":\"cannot be read: No such file") !=
        std::string::npos);
  CHECK(list.find("\"reason\":\"larger than 50 bytes\"") != std::string::npos);
  CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 3);
}

TEST_CASE("extract: the list of what was passed over names each document that was not parsed") {
  const TempFolder folder;
  const std::string record = "{\"text\": \"It rained on the match.\"}\n";
  const std::string dump = folder.write(
      "dump.jsonl", record + "{\"text\": \"Labour gained four seats in Medway.\"}\n" + record);
  folder.write("b/rain.txt", "It rained.\n");
  const std::string list = folder.path("passed.jsonl"), summary = folder.path("summary.json");
  for (const char* threads : {"1", "2"}) {
    const CommandResult result =
        run_recount({"extract", dump, folder.path("b"), "--passed-over", list, "--summary", summary,
                     "-j", threads, "--quiet"});
    CHECK(result.code == 0);
    CHECK(facts_in(result.out).size() == 1);
    const std::string last = std::to_string(read_file(dump).size() - record.size());
    CHECK(read_file(list) == "{\"path\":\"" + dump + "\",\"offset\":0}\n{\"path\":\"" + dump +
                                 "\",\"offset\":" + last + "}\n{\"path\":\"" +
                                 folder.path("b/rain.txt") + "\",\"offset\":0}\n");
    CHECK(json::parse(read_file(summary)).at("passed_over") == 3);
  }
}

TEST_CASE("extract: a file that disappears after it was listed is one failure") {
  const TempFolder folder;
  const std::string pipe = folder.path("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  folder.write("in/gone.txt", kMedway);
  folder.write("in/here.txt", kMedway);
  const std::string out = folder.path("out");
  RunningRecount run({"extract", pipe, folder.path("in")}, out, folder.path("err"));
  const int writer = ::open(pipe.c_str(), O_WRONLY);  // once it reads the pipe, all is listed
  fs::remove(folder.path("in/gone.txt"));
  ::close(writer);
  CHECK(run.wait() == 1);
  CHECK(facts_in(read_file(out)).size() == 1);
  const std::string err = read_file(folder.path("err"));
  CHECK(err ==
        "recount: " + folder.path("in/gone.txt") + ": cannot be read: No such file or directory\n");
}

TEST_CASE("extract: a summary for a person and for a program") {
  const TempFolder folder;
  folder.write("in/a.txt", kMedway);
  folder.write("in/b.txt", "It rained.\n");
  folder.write("in/c.txt", std::string(100, 'x'));
  const std::string summary = folder.path("summary.json");
  const std::string file = folder.path("facts.jsonl");
  const CommandResult result = run_recount(
      {"extract", folder.path("in"), "-o", file, "--summary", summary, "--max-document", "50"});
  CHECK(result.code == 1);
  CHECK(result.err.find("recount: 2 documents read, 1 without facts, 1 failed; ") !=
        std::string::npos);
  CHECK(result.err.find("1 fact: seats_change 1\n") != std::string::npos);
  const json told = json::parse(read_file(summary));
  CHECK(told.at("output") == file);
  CHECK(told.at("complete") == true);
  CHECK(told.at("documents") == 2);
  CHECK(told.at("empty") == 1);
  CHECK(told.at("failed") == 1);
  CHECK(told.at("facts_by_measure").at("seats_change") == 1);
  CHECK(told.at("disk_bytes").get<std::uint64_t>() > 0);
  const CommandResult quiet =
      run_recount({"extract", folder.path("in"), "-o", file, "--quiet", "--max-document", "50"});
  CHECK(quiet.code == 1);
  CHECK(quiet.err.empty());
  CHECK(quiet.out.empty());
}

TEST_CASE("extract: of copies that say nothing new the first is kept") {
  const TempFolder folder;
  std::string story =
      "Labour gained four seats in Medway in the council elections.\n\n"
      "The Greens gained two seats in Medway.\n\n";
  for (int i = 0; i < 30; ++i) {
    story += "The council election count in hall " + std::to_string(i * i) + " ended after " +
             std::to_string(i * 7) + " minutes.\n\n";
  }
  folder.write("in/a.txt", story);
  folder.write("in/b.txt", story + "Follow us for more.\n");
  folder.write("in/c.txt", story + "The Liberal Democrats gained six seats in Medway.\n");
  const CommandResult all = run_recount({"extract", folder.path("in")});
  const CommandResult kept = run_recount(
      {"extract", folder.path("in"), "--dedupe", "-o", folder.path("facts.jsonl"), "--table"});
  CHECK(kept.code == 0);
  CHECK(kept.out.find("b\n  a copy of a\n") != std::string::npos);
  std::vector<std::string> docs;
  for (const Fact& fact : facts_in(read_file(folder.path("facts.jsonl"))))
    docs.push_back(fact.article->doc);
  CHECK(std::count(docs.begin(), docs.end(), "a") > 0);
  CHECK(std::count(docs.begin(), docs.end(), "b") == 0);
  CHECK(std::count(docs.begin(), docs.end(), "c") > std::count(docs.begin(), docs.end(), "a"));
  CHECK(facts_in(all.out).size() > docs.size());
}

TEST_CASE("extract: texts are written as the facts count them and can be read again") {
  const TempFolder folder;
  folder.write("in/x/a.txt", kMedway);
  folder.write("in/x/a.meta.json", "{\"published\": \"2023-05-05\"}");
  folder.write("in/y/a.txt", std::string("Down here, ") + kMedway);
  const std::string texts = folder.path("texts");
  const CommandResult first = run_recount({"extract", folder.path("in"), "--emit-text", texts});
  CHECK(first.code == 0);
  const std::vector<Fact> facts = facts_in(first.out);
  REQUIRE(facts.size() == 2);
  CHECK(facts[1].article->doc == "a-2");
  CHECK(facts[0].id != facts[1].id);
  for (const Fact& fact : facts) {
    const std::string text = read_file(texts + "/" + fact.article->doc + ".txt");
    CHECK(text.substr(fact.start, fact.end - fact.start) == fact.quote);
  }
  // In the order of the names, a-2 comes before a.
  std::vector<Fact> again = facts_in(run_recount({"extract", texts}).out);
  REQUIRE(again.size() == 2);
  CHECK(again[0].id == facts[1].id);
  CHECK(again[1].id == facts[0].id);
  CHECK(again[1].article->published == "2023-05-05");
  const std::string file = folder.write("file", "");
  CHECK(run_recount({"extract", folder.path("in"), "--emit-text", file}).code == 1);
}

TEST_CASE("extract: the records have the format that the extension or --to tells") {
  const TempFolder folder;
  const std::string article = folder.write("a.txt", kMedway);
  CHECK(run_recount({"extract", article, "-o", folder.path("f.csv")}).code == 0);
  const std::string csv = read_file(folder.path("f.csv"));
  CHECK(csv.rfind("id,doc,", 0) == 0);
  CHECK(run_recount({"extract", article, "--to", "csv"}).out == csv);
  CHECK(run_recount({"extract", article, "-o", folder.path("f.dat"), "--to", "csv"}).code == 0);
  CHECK(read_file(folder.path("f.dat")) == csv);
  CHECK(run_recount({"extract", article, "-o", folder.path("f.sqlite")}).code == 0);
  CHECK(read_file(folder.path("f.sqlite")).rfind("SQLite format 3", 0) == 0);
  CHECK(run_recount({"extract", article, "--to", "sqlite"}).code == 2);
  CHECK(run_recount({"extract", article, "--to", "xml"}).code == 2);
  CHECK(run_recount({"extract", article, "--datapackage"}).code == 2);
  CHECK(run_recount({"extract", article, "-o", folder.path("f.csv"), "--datapackage"}).code == 0);
  CHECK(json::parse(read_file(folder.path("datapackage.json"))).contains("resources"));
}

std::string warc_record(const std::string& name, const std::string& text) {
  return "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://example.org/" + name +
         "\r\nWARC-Record-ID: <urn:" + name +
         ">\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(text.size()) +
         "\r\n\r\n" + text + "\r\n\r\n";
}

TEST_CASE("extract: the output does not depend on the threads, whatever the wrapping") {
  const TempFolder folder;
  for (const PatternFile& file : test::mini_files())  // they load fast
    folder.write("patterns/" + file.path, file.content);
  const std::string patterns = folder.path("patterns");
  std::string lines;
  std::string csv = "id,text\n";
  std::string warc;
  std::string warc_gz;
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 0; i < 30; ++i) {
    const std::string name = std::to_string(100 + i);
    const std::string text = i % 3 == 0
                                 ? std::string("It rained.\n")
                                 : "Labour gained " + std::to_string(i + 2) + " seats in Medway.\n";
    folder.write("in/" + name + ".txt", text);
    files.emplace_back("in/" + name + ".txt", text);
    lines += json{{"id", name}, {"text", text}}.dump() + '\n';
    csv += name + ",\"" + text + "\"\n";
    warc += warc_record(name, text);
    warc_gz += testing::gzip(warc_record(name, text));
  }
  std::vector<std::string> wrapped{folder.path("in")};
  const std::vector<std::pair<std::string, std::string>> contents{
      {"a.jsonl", lines},
      {"a.csv", csv},
      {"a.warc", warc},
      {"a.tar", testing::archive(files, "tar")},
      {"a.zip", testing::archive(files, "zip")}};
  for (const auto& [name, content] : contents) {
    wrapped.push_back(folder.write(name, content));
    for (const char* kind : {"gz", "zst", "xz", "bz2"})
      wrapped.push_back(folder.write(name + '.' + kind, testing::compress(content, kind)));
  }
  wrapped.push_back(folder.write("records.warc.gz", warc_gz));
  for (const std::string& name : wrapped) {
    CAPTURE(name);
    const CommandResult one = run_recount({"extract", name, "--patterns", patterns, "-j", "1"});
    CHECK(one.code == 0);
    CHECK(std::count(one.out.begin(), one.out.end(), '\n') == 20);
    const CommandResult many = run_recount({"extract", name, "--patterns", patterns, "-j", "4"});
    CHECK((many.out == one.out));
    CHECK(many.err == one.err);
  }
}

}  // namespace
}  // namespace recount
