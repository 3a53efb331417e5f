// The commands of the README's sections "From an archive to a dataset" and "See it", run as they
// stand there, and what it shows of their output.
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::recount_binary;
using testing::TempFolder;

std::string section(const std::string& heading) {
  const std::string all = read_file(RECOUNT_SOURCE_DIR "/README.md");
  const std::size_t begin = all.find("\n## " + heading + "\n");
  REQUIRE(begin != std::string::npos);
  return all.substr(begin, all.find("\n## ", begin + 1) - begin);
}

/// The indented lines.
std::vector<std::string> commands_in(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("    ", 0) == 0) out.push_back(line.substr(4));
  }
  return out;
}

/// The exit code of a shell in `folder`, where `recount` is the command under test.
int shell(const TempFolder& folder, const std::string& line) {
  const std::string whole =
      "cd '" + folder.path() + "' && PATH=\"$PWD/bin:$PATH\" && { " + line + "\n} >>log 2>&1";
  const int status = std::system(whole.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string page(const std::string& council, int seats) {
  return "<html><head><title>" + council +
         " result</title></head><body><nav>Labour gained 99 seats "
         "in Dover</nav><article><h1>" +
         council + " council election</h1><p>Labour gained " + std::to_string(seats) +
         " seats in " + council + ".</p></article></body></html>";
}

std::string response(const std::string& address, const std::string& html) {
  const std::string http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " +
      std::to_string(html.size()) + "\r\n\r\n" + html;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address +
         "\r\nWARC-Date: 2023-05-06T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:" + address +
         ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

void make_archives(const TempFolder& folder) {
  folder.write("articles/medway.html", page("Medway", 4));
  folder.write("articles/swale.txt", "Labour gained six seats in Swale.\n");
  folder.write("in/luton.html", page("Luton", 2));
  const std::string field = "<p>The Conservatives lost three seats in Maidstone.</p>";
  const nlohmann::json record{{"story", field}, {"first_seen", "2023-05-05T08:00:00Z"}};
  folder.write("dump.jsonl", record.dump() + "\n");
  std::string gzip = "gzip dump.jsonl; tar czf pages.tar.gz -C in luton.html; mkdir crawl";
  for (int i = 0; i < 3; ++i) {
    const std::string name = "r" + std::to_string(i);
    folder.write(
        name, response("https://example.org/" + name, page(i == 0 ? "Dover" : "Ashford", 3 + i)));
    gzip += "; gzip -c " + name + " >> crawl/a.warc.gz";
  }
  gzip += "; mkdir bin; ln -s " + recount_binary() + " bin/recount";
  REQUIRE(shell(folder, gzip) == 0);
}

TEST_CASE("README: the commands from an archive to a dataset do what they say") {
  const TempFolder folder;
  make_archives(folder);
  const std::vector<std::string> commands = commands_in(section("From an archive to a dataset"));
  CHECK(commands.size() >= 7);
  for (const std::string& command : commands) {
    CAPTURE(command);
    // Of other programs those that are there.
    const std::string program = command.substr(0, command.find(' '));
    if (program != "recount" && shell(folder, "command -v " + program) != 0) continue;
    const int code = shell(folder, command);
    CHECK(code == 0);
    if (code != 0) MESSAGE(read_file(folder.path("log")));
  }
  CHECK(read_file(folder.path("facts.sqlite")).rfind("SQLite format 3", 0) == 0);
  const std::string csv = read_file(folder.path("facts.csv"));
  for (const char* place : {"luton", "medway", "swale"}) {
    CAPTURE(place);
    CHECK(csv.find(place) != std::string::npos);
  }
  CHECK(csv.find(",99,") == std::string::npos);
  CHECK(read_file(folder.path("dump.csv")).find("Kent Daily") != std::string::npos);
  CHECK(read_file(folder.path("dump.csv")).find("2023-05-05") != std::string::npos);
  const std::string night = read_file(folder.path("night.jsonl"));
  CHECK(night.find("\"place\":\"dover\"") != std::string::npos);
  CHECK(night.find("\"place\":\"ashford\"") != std::string::npos);
  CHECK(nlohmann::json::parse(read_file(folder.path("summary.json"))).at("documents") == 3);
}

TEST_CASE("README: the commands from articles to checked facts do what they say") {
  const TempFolder folder;
  make_archives(folder);
  REQUIRE(shell(folder, "recount extract articles/ -o all.jsonl") == 0);
  const std::string all = read_file(folder.path("all.jsonl"));
  const nlohmann::json first = nlohmann::json::parse(all.substr(0, all.find('\n')));
  const nlohmann::json verdict{{"fact", first.at("id")}, {"verdict", "reject"}};
  folder.write("verdicts.jsonl", verdict.dump() + "\n");
  const std::vector<std::string> commands = commands_in(section("See it"));
  CHECK(commands.size() == 4);
  for (const std::string& command : commands) {
    CAPTURE(command);
    const int code = shell(folder, command);
    CHECK(code == 0);
    if (code != 0) MESSAGE(read_file(folder.path("log")));
  }
  CHECK(read_file(folder.path("report/index.html")).starts_with("<!doctype html>"));
  CHECK(read_file(folder.path("facts.jsonl")) == all);
  CHECK(read_file(folder.path("checked.jsonl")) == all.substr(all.find('\n') + 1));
}

TEST_CASE("README: the contradiction stands there as it is printed") {
  const TempFolder folder;
  REQUIRE(shell(folder, "mkdir bin; ln -s " + recount_binary() + " bin/recount") == 0);
  folder.write("gazette.txt",
               "Labour takes Medway\n\nLabour now has 38 of the 59 seats on Medway Council.\n");
  folder.write("gazette.meta.json", R"({"published": "2023-05-05", "source": "The Gazette"})");
  folder.write("kent-news.txt",
               "A historic night in Medway\n\nLabour, in opposition for 20 years, gained 13 seats "
               "on Medway Council, up from 20. The Conservatives have 22.\n");
  folder.write("kent-news.meta.json", R"({"published": "2023-05-08", "source": "Kent News"})");
  REQUIRE(shell(folder,
                "recount extract gazette.txt kent-news.txt -o facts.jsonl -q; "
                "recount reconcile facts.jsonl > printed") == 0);
  std::string shown;
  for (const std::string& line : commands_in(section("Where articles contradict each other")))
    shown += line + '\n';
  CHECK(shown.size() > 400);
  const std::string printed = read_file(folder.path("printed"));
  CHECK_MESSAGE(printed.starts_with(shown), printed);
}

}  // namespace
}  // namespace recount
