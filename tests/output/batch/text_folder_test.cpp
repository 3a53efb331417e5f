#include "output/batch/text_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::TempFolder;
namespace fs = std::filesystem;

TEST_CASE("text folder: text and sidecar, also over older ones") {
  const TempFolder folder;
  const Result<TextFolder> texts = TextFolder::open(folder.path("deep/texts"));
  REQUIRE(texts.ok());
  Document document{"kent", std::string("Labour\0gained \xFF", 15), {}};
  document.metadata.published = "2023-05-05";
  document.metadata.title = "\xFF";
  CHECK_FALSE(texts.value().write(document));
  CHECK(read_file(folder.path("deep/texts/kent.txt")) == document.text);
  const std::string sidecar = read_file(folder.path("deep/texts/kent.meta.json"));
  CHECK(sidecar.find("\"published\": \"2023-05-05\"") != std::string::npos);
  document.text = "short";
  document.metadata = {};
  CHECK_FALSE(texts.value().write(document));
  CHECK(read_file(folder.path("deep/texts/kent.txt")) == "short");
  CHECK_FALSE(fs::exists(folder.path("deep/texts/kent.meta.json")));
  CHECK_FALSE(texts.value().checkpoint());
}

TEST_CASE("text folder: names stay in the folder and differ") {
  CHECK(TextFolder::name_for("kent-2_b.c") == "kent-2_b.c");
  CHECK(TextFolder::name_for("..") == "%2E.");
  CHECK(TextFolder::name_for("../etc/passwd") == "%2E.%2Fetc%2Fpasswd");
  CHECK(TextFolder::name_for("https://a.org/?q=1&b=%20") ==
        "https%3A%2F%2Fa.org%2F%3Fq%3D1%26b%3D%2520");
  CHECK(TextFolder::name_for("Fermanagh ä\n") == "Fermanagh%20%C3%A4%0A");
  std::set<std::string> names;
  for (std::size_t size = 150; size < 400; ++size) {
    for (const char* end : {"a", "/", "b"}) {
      const std::string name = TextFolder::name_for(std::string(size, 'x') + end);
      CHECK(name.size() <= 200);
      CHECK(names.insert(name).second);
    }
  }
}

TEST_CASE("text folder: what cannot be written is an error") {
  const TempFolder folder;
  const std::string file = folder.write("file", "");
  CHECK_FALSE(TextFolder::open(file).ok());
  CHECK_FALSE(TextFolder::open(file + "/texts").ok());
  const Result<TextFolder> texts = TextFolder::open(folder.path("texts"));
  REQUIRE(texts.ok());
  fs::create_symlink("/dev/null", folder.path("texts/link.txt"));
  CHECK(texts.value().write({"link", "", {}}));
  fs::remove_all(folder.path("texts"));
  CHECK(texts.value().write({"a", "", {}})->code == ErrorCode::kCannotWrite);
  CHECK(texts.value().checkpoint());
}

}  // namespace
}  // namespace recount
