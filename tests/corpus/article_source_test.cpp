#include "corpus/article_source.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/raw_items.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::items_of;
using testing::TempFolder;
using Strings = std::vector<std::string>;

TEST_CASE("article source: files are whole articles with the metadata of their sidecars") {
  const TempFolder folder;
  folder.write("a.txt", "Medway\n");
  folder.write("a.meta.json", R"({"title": "T", "published": "soon"})");
  folder.write("b.html", "<p>Kent");
  ArticleSource source({folder.path()}, {});
  CHECK(source.disk_bytes() == 14);
  const SourceOptions options;
  std::vector<RawItem> items = open_parcel(*source.next(), options);
  REQUIRE(items.size() == 2);
  CHECK(std::get<Failure>(items[0]).error.code == ErrorCode::kBadMetadata);
  const auto& article = std::get<RawArticle>(items[1]);
  CHECK(article.path == folder.path("a.txt"));
  CHECK(article.id == "a");
  CHECK(article.bytes == "Medway\n");
  CHECK(article.metadata.title == "T");
  items = open_parcel(*source.next(), options);
  REQUIRE(items.size() == 1);
  CHECK(std::get<RawArticle>(items[0]).bytes == "<p>Kent");
  CHECK_FALSE(source.next());
}

TEST_CASE("article source: a missing, a large and a vanished file are failures in their places") {
  const TempFolder folder;
  SourceOptions options;
  options.max_document = 5;
  const std::string gone = folder.write("gone.txt", "x");
  ArticleSource source({folder.path("none.txt"), folder.write("five.txt", "12345"),
                        folder.write("six.txt", "123456"), gone},
                       options);
  std::filesystem::remove(gone);
  CHECK_FALSE(source.disk_bytes());
  CHECK(items_of(source, options) ==
        Strings{folder.path("none.txt") + ": cannot be read: No such file or directory",
                "five: 12345", folder.path("six.txt") + ": larger than 5 bytes",
                gone + ": cannot be read: No such file or directory"});
}

TEST_CASE("article source: a run goes on at every position that a chain has told") {
  const TempFolder folder;
  const Strings names = {folder.write("a.txt", "A"), folder.write("b.txt", "B")};
  const SourceOptions options;
  ParcelChain chain;
  ArticleSource source(names, options);
  ParcelReader reader(*source.next(), options);
  while (reader.next()) {
  }
  CHECK(reader.trail().disk_bytes == 1);
  CHECK_FALSE(chain.mend(reader.trail()));
  ArticleSource rest(names, options, chain.position());
  CHECK(items_of(rest, options) == Strings{"b: B"});
}

}  // namespace
}  // namespace recount
