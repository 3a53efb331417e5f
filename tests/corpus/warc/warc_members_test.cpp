#include "corpus/warc/warc_members.h"

#include <doctest/doctest.h>

#include <random>

#include "corpus/article_source.h"
#include "tests/support/compress.h"
#include "tests/support/raw_items.h"
#include "tests/support/temp_folder.h"
#include "tests/support/warc.h"

namespace recount {
namespace {

using testing::gzip;
using testing::TempFolder;
using testing::warc_info;
using testing::warc_page;
using Strings = std::vector<std::string>;

/// Letters that do not compress well.
std::string noise(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string out(size, ' ');
  for (char& c : out) c = static_cast<char>('!' + random() % 64);
  return out;
}

/// A file of pages of about `size` bytes each, so that it makes several parcels.
struct MemberArchive {
  std::string bytes = gzip(warc_info());
  Strings items;
  std::vector<std::size_t> begins;

  void add(const std::string& id, const std::string& body, int level = 1) {
    begins.push_back(bytes.size());
    bytes += gzip(warc_page(id, body), level);
    items.push_back(id + ": " + body);
  }
  void add_noise(unsigned count, std::size_t size) {
    for (unsigned i = 0; i < count; ++i) {
      add(std::to_string(items.size()), noise(size, static_cast<unsigned>(items.size())));
    }
  }
};

Strings member_items(const std::string& path, const SourceOptions& options = {},
                     Position from = {}) {
  ArticleSource source({path}, options, from);
  return testing::items_of(source, options);
}

TEST_CASE("warc members: parcels join, whatever members are large") {
  MemberArchive archive;
  archive.add_noise(30, 100'000);
  archive.add_noise(2, 3'000'000);
  archive.add_noise(10, 300'000);
  archive.add("large", std::string(12'000'000, 'x'));
  archive.add_noise(5, 1000);
  const TempFolder folder;
  CHECK(member_items(folder.write("a.warc.gz", archive.bytes)) == archive.items);
  CHECK(member_items(folder.write("b.warc.gz", archive.bytes + std::string(3000, '\0'))) ==
        archive.items);
}

TEST_CASE("warc members: a run goes on at the place behind each parcel") {
  MemberArchive archive;
  archive.add_noise(12, 700'000);
  const TempFolder folder;
  const std::string path = folder.write("a.warc.gz", archive.bytes);
  const SourceOptions options;
  ArticleSource source({path}, options);
  ParcelChain chain;
  Strings before;
  for (int parcels = 0; std::optional<Parcel> parcel = source.next(); ++parcels) {
    ParcelReader reader(std::move(*parcel), options);
    while (const auto item = reader.next()) {
      const auto& article = std::get<RawArticle>(*item);
      before.push_back(article.id + ": " + article.bytes);
    }
    REQUIRE_FALSE(chain.mend(reader.trail()));
    Strings all = before;
    for (std::string& line : member_items(path, options, chain.position())) all.push_back(line);
    CHECK(all == archive.items);
  }
  CHECK(before == archive.items);
}

TEST_CASE("warc members: a record inside of a record that is only stored is not taken for one") {
  MemberArchive inner;
  inner.add_noise(10, 300'000);
  for (const std::size_t before : {std::size_t{1}, std::size_t{2}}) {
    MemberArchive archive;
    archive.add_noise(static_cast<unsigned>(before), 1'500'000);
    archive.add("inner", "x" + inner.bytes, 0);
    archive.add_noise(3, 500'000);
    const TempFolder folder;
    CHECK(member_items(folder.write("a.warc.gz", archive.bytes)) == archive.items);
  }
}

TEST_CASE("warc members: what is damaged or cut short is a failure and the rest is read") {
  MemberArchive archive;
  archive.add_noise(20, 200'000);
  const TempFolder folder;
  std::string damaged = archive.bytes;
  for (std::size_t i = 0; i < 50; ++i) damaged[archive.begins[7] + 5000 + i] = 'U';
  Strings got = member_items(folder.write("a.warc.gz", damaged));
  REQUIRE(got.size() == 20);
  CHECK(got[7].find("a.warc.gz: damaged gzip member at byte " + std::to_string(archive.begins[7]) +
                    ": ") != std::string::npos);
  got[7] = archive.items[7];
  CHECK(got == archive.items);

  const std::size_t end = archive.begins[19] + 1000;
  got = member_items(folder.write("b.warc.gz", archive.bytes.substr(0, end)));
  REQUIRE(got.size() == 20);
  CHECK(got[19] == folder.path("b.warc.gz") + ": cut short at byte " + std::to_string(end) +
                       ", inside the gzip member that begins at byte " +
                       std::to_string(archive.begins[19]));

  std::string hole = archive.bytes;
  hole.replace(archive.begins[3], archive.begins[5] - archive.begins[3], "no gzip at all");
  got = member_items(folder.write("c.warc.gz", hole));
  REQUIRE(got.size() == 19);
  CHECK(got[3].find("incorrect header check") != std::string::npos);
  CHECK(got[4] == archive.items[5]);
}

TEST_CASE("warc members: records of one member, or a file in one member, are read all the same") {
  const std::string two = warc_page("a", "A") + warc_page("b", "B");
  const TempFolder folder;
  CHECK(member_items(folder.write("a.warc.gz", gzip(warc_info() + two))) ==
        Strings{"a: A", "b: B"});
  CHECK(member_items(folder.write("b.warc.gz", gzip(warc_info()) + gzip(two))) ==
        Strings{"a: A", "b: B"});
  CHECK(member_items(folder.write("c.warc.gz", gzip(two) + gzip(two))) ==
        Strings{"a: A", "b: B", "a: A", "b: B"});
}

TEST_CASE("warc members: a wrong Content-Length costs one record") {
  const std::string wrong = testing::warc_record("resource", "x", "text/plain", "body", "400");
  const std::string first = gzip(warc_info()) + gzip(warc_page("a", "A"));
  const TempFolder folder;
  CHECK(member_items(folder.write("a.warc.gz", first + gzip(wrong) + gzip(warc_page("b", "B")))) ==
        Strings{"a: A",
                folder.path("a.warc.gz") + ": record at byte " + std::to_string(first.size()) +
                    ": Content-Length is 400, but only 8 bytes are left",
                "b: B"});
}

TEST_CASE("warc members: records and members beyond the limits are failures") {
  SourceOptions options;
  options.max_document = 1'000'000;
  const std::string first = gzip(warc_info());
  const std::string last = gzip(warc_page("b", "B"));
  const TempFolder folder;
  const std::string path = folder.path("a.warc.gz");
  folder.write("a.warc.gz", first + gzip(warc_page("a", noise(2'000'000, 1)), 1) + last);
  CHECK(member_items(path, options) ==
        Strings{path + ": record at byte " + std::to_string(first.size()) +
                    ": larger than 1000000 bytes",
                "b: B"});
  options.max_document = 50'000'000;
  options.max_ratio = 100;
  folder.write("a.warc.gz", first + gzip(warc_page("a", std::string(40'000'000, 'x')), 1) + last);
  CHECK(member_items(path, options) ==
        Strings{path + ": grows to more than 100 times its size when decompressed", "b: B"});
}

}  // namespace
}  // namespace recount
