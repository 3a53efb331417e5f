#include "extractor/lexicon/pattern_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "extractor/rules/embedded_patterns.h"
#include "tests/support/mini_patterns.h"

using namespace recount;
namespace fs = std::filesystem;

TEST_CASE("pattern files are found by path in whatever order they came") {
  const PatternFiles files({{"b.tsv", "2"}, {"a/c.toml", "3"}, {"a.tsv", "1"}});
  REQUIRE(files.find("a/c.toml") != nullptr);
  CHECK(files.find("a/c.toml")->content == "3");
  CHECK(files.find("a") == nullptr);
  CHECK(files.find("z") == nullptr);
  CHECK(std::is_sorted(files.files().begin(), files.files().end(),
                       [](const PatternFile& a, const PatternFile& b) { return a.path < b.path; }));
}

TEST_CASE("a folder of patterns is read with everything below it") {
  const fs::path root = fs::temp_directory_path() / "recount_pattern_files_test";
  fs::remove_all(root);
  fs::create_directories(root / "rules");
  std::ofstream(root / "master.toml") << "a = 1\n";
  std::ofstream(root / "rules" / "x.tsv") << "id\n";
  std::ofstream(root / "README.md") << "no pattern\n";
  const auto files = PatternFiles::read(root.string());
  REQUIRE(files.ok());
  REQUIRE(files.value().files().size() == 2);
  CHECK(files.value().files()[1].path == "rules/x.tsv");
  CHECK(files.value().files()[1].content == "id\n");
  fs::remove_all(root);
}

TEST_CASE("a folder that does not exist is unreadable") {
  const auto files = PatternFiles::read("/nonexistent/patterns");
  REQUIRE_FALSE(files.ok());
  CHECK(files.error().code == ErrorCode::kUnreadable);
  CHECK(files.error().message.find("/nonexistent/patterns") != std::string::npos);
}

TEST_CASE("a fault is reported with all that is known of it") {
  Faults faults;
  CHECK(faults.report().empty());
  faults.add({"rules/a.toml", 12, "rule a.b", "<gian>", "unknown class"});
  faults.add({"b.tsv", 0, "", "", "the file is missing"});
  CHECK(faults.report() ==
        "rules/a.toml:12: rule a.b: unknown class: \"<gian>\"\nb.tsv: the file is missing");
}

TEST_CASE("the embedded patterns are the files of the repository") {
  const PatternFiles& files = test::real_files();
  const auto embedded = embedded_patterns();
  REQUIRE(embedded.size() == files.files().size());
  for (const EmbeddedFile& file : embedded) {
    const PatternFile* same = files.find(file.path);
    CAPTURE(file.path);
    REQUIRE(same != nullptr);
    CHECK((same->content == file.content));
  }
  CHECK(
      std::is_sorted(embedded.begin(), embedded.end(),
                     [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path < b.path; }));
}
