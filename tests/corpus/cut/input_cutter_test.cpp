#include "corpus/cut/input_cutter.h"

#include <doctest/doctest.h>

#include <random>

#include "corpus/article_source.h"
#include "tests/support/compress.h"
#include "tests/support/raw_items.h"
#include "tests/support/temp_folder.h"
#include "tests/support/warc.h"

namespace recount {
namespace {

using testing::archive;
using testing::compress;
using testing::TempFolder;
using Strings = std::vector<std::string>;

/// What comes of a file of this name with these bytes, without the folder that it is in.
TEST_CASE("inputs: each format comes out of each compression and archive, whatever it is called") {
  struct Case {
    std::string bytes;
    Strings items;
  };
  const std::string text = "Labour gained Medway.\n" + std::string(100'000, '.');
  const std::vector<Case> cases = {
      {text, {"a: " + text}},
      {"<p>Kent</p>", {"a: <p>Kent</p>"}},
      {"", {"a: "}},
      {"{\"id\": 1, \"text\": \"A\"}\n{\"id\": 2, \"text\": \"B\"}", {"1: A", "2: B"}},
      {"id,text\n1,A\n2,B", {"1: A", "2: B"}},
      {testing::warc_page("u", "A") + testing::warc_page("v", "B"), {"u: A", "v: B"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.bytes.substr(0, 40));
    CHECK(testing::items_in("a", one.bytes) == one.items);
    for (const char* kind : {"gz", "zst", "xz", "bz2"}) {
      CAPTURE(kind);
      const std::string packed = compress(one.bytes, kind);
      CHECK(testing::items_in("a." + std::string(kind), packed) == one.items);
      CHECK(testing::items_in(
                "x.tar", archive({{"b/a.txt." + std::string(kind), packed}}, "tar")) == one.items);
    }
    for (const char* kind : {"tar", "zip"}) {
      CAPTURE(kind);
      const std::string packed = archive({{"a.txt", one.bytes}, {"a.html", one.bytes}}, kind);
      Strings twice = one.items;
      twice.insert(twice.end(), one.items.begin(), one.items.end());
      CHECK(testing::items_in("x", packed) == twice);
      CHECK(testing::items_in("x.gz", compress(packed, "gz")) == twice);
      CHECK(testing::items_in("x.tar", archive({{"inner", packed}}, "tar")) == twice);
    }
  }
}

TEST_CASE("inputs: an article in an archive has a path of two parts") {
  const TempFolder folder;
  const std::string path = folder.write(
      "p.tgz", testing::gzip(archive({{"news/a.b.html", "A"},
                                      {"a.meta.json", "{}"},
                                      {"in.zip", archive({{"caf\xc3\xa9.txt", "B"}}, "zip")}},
                                     "tar")));
  ArticleSource source({path}, {});
  const SourceOptions options;
  Strings got;
  while (std::optional<Parcel> parcel = source.next()) {
    for (const RawItem& item : open_parcel(std::move(*parcel), options)) {
      const auto& article = std::get<RawArticle>(item);
      got.push_back(article.path.substr(folder.path().size() + 1) + " " + article.id);
    }
  }
  CHECK(got == Strings{"p.tgz!news/a.b.html a.b", "p.tgz!in.zip!caf\xc3\xa9.txt caf\xc3\xa9"});
}

TEST_CASE("inputs: several members, frames and streams are one") {
  const Strings both = {"1: A", "2: B"};
  const std::string a = "{\"id\": 1, \"text\": \"A\"}\n";
  const std::string b = "{\"id\": 2, \"text\": \"B\"}\n";
  for (const char* kind : {"gz", "zst", "xz", "bz2"}) {
    CAPTURE(kind);
    CHECK(testing::items_in("a", compress(a, kind) + compress(b, kind)) == both);
  }
}

TEST_CASE("inputs: what is cut short or damaged says where, and other files are read") {
  std::mt19937 random(1);
  std::string text(200'000, ' ');
  for (char& c : text) c = static_cast<char>('a' + random() % 26);
  for (const char* kind : {"gz", "zst", "xz", "bz2"}) {
    CAPTURE(kind);
    const std::string packed = compress(text, kind);
    Strings got = testing::items_in("a", packed.substr(0, packed.size() / 2));
    REQUIRE(got.size() == 1);
    CAPTURE(got[0].substr(0, 200));
    CHECK(got[0].find(kind == std::string("gz") ? "a: cut short at byte "
                                                : "a: damaged near byte ") == 0);
    if (kind == std::string("zst")) continue;  // has no checksum when made by libarchive
    std::string damaged = packed;
    for (std::size_t i = 0; i < 40; ++i) damaged[damaged.size() / 2 + i] = 'x';
    got = testing::items_in("x", archive({{"a", damaged}, {"b", "B"}}, "tar"));
    REQUIRE(got.size() == 2);
    CHECK(got[0].find("x!a: damaged ") == 0);
    CHECK(got[1] == "b: B");
  }
  const std::string zip = archive({{"a", text}, {"b", "B"}}, "zip");
  std::string damaged = zip;
  damaged[1000] = static_cast<char>(damaged[1000] ^ 1);
  const Strings got = testing::items_in("x", damaged);
  REQUIRE(got.size() == 2);
  CHECK(got[0].find("x!a: damaged near byte ") == 0);
  CHECK(got[1] == "b: B");
}

TEST_CASE("inputs: nesting has a limit") {
  SourceOptions options;
  options.max_nesting = 2;
  std::string bytes = "A";
  for (int i = 0; i < 2; ++i) bytes = testing::gzip(bytes);
  CHECK(testing::items_in("a.gz.gz", bytes, options) == Strings{"a: A"});
  CHECK(testing::items_in("x", archive({{"a.gz", testing::gzip("A")}, {"b.gz.gz", bytes}}, "tar"),
                          options) ==
        Strings{"a: A", "x!b.gz.gz: inside of more than 2 compressions and archives"});
}

TEST_CASE("inputs: what grows without end is given up, and the rest is read") {
  SourceOptions options;
  const std::string zeros(40'000'000, ' ');
  for (const char* kind : {"gz", "zst", "bz2"}) {
    CAPTURE(kind);
    const std::string bomb = compress(zeros, kind);
    CHECK(testing::items_in("x", archive({{"a", bomb}, {"b", "B"}}, "tar"), options) ==
          Strings{"x!a: grows to more than 250 times its size when decompressed", "b: B"});
  }
  options.max_ratio = 50;
  CHECK(testing::items_in("x", archive({{"a", zeros}}, "zip"), options) ==
        Strings{"x!a: grows to more than 50 times its size when decompressed"});
  options.max_ratio = 2000;
  CHECK(testing::items_in("a", testing::gzip(zeros), options).size() == 1);
}

TEST_CASE("inputs: a picture is no article when it is named, and nothing in a folder") {
  const TempFolder folder;
  const std::string picture = folder.write("a.png", "\x89PNG\r\n\x1a\n");
  folder.write("b.pdf", "%PDF-1.4");
  const SourceOptions options;
  ArticleSource named({picture}, options);
  CHECK(testing::items_of(named, options) ==
        Strings{picture + ": a picture, sound or program, and no article"});
  ArticleSource listed({folder.path()}, options);
  CHECK(testing::items_of(listed, options) ==
        Strings{folder.path("b.pdf") +
                ": a document that is neither text nor HTML: convert it first"});
}

TEST_CASE("inputs: a format that is given goes before what the bytes say") {
  SourceOptions options;
  options.format = InputFormat::kText;
  CHECK(testing::items_in("a.gz", testing::gzip("{\"text\": \"A\"}"), options) ==
        Strings{"a: {\"text\": \"A\"}"});
  options.format = InputFormat::kWarc;
  CHECK(testing::items_in("a", "A", options) == Strings{"a: record at byte 0: \"WARC/\" expected"});
}

}  // namespace
}  // namespace recount
