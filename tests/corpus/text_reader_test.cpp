#include "corpus/text_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::TempFolder;
using namespace std::string_literals;

TEST_CASE("text reader: the text is the bytes of the file") {
  const TempFolder folder;
  const std::string odd = "\xef\xbb\xbfMedway\r\n\0 \xff\xfe end\n\n"s;
  TextReader reader({folder.write("odd.txt", odd), folder.write("empty.txt", "")}, {});
  CHECK(reader.size() == 2);
  const auto first = reader.next();
  REQUIRE(first);
  CHECK(first->path == folder.path("odd.txt"));
  CHECK(first->errors.empty());
  REQUIRE(first->document);
  CHECK(first->document->id == "odd");
  CHECK(first->document->text == odd);
  const auto second = reader.next();
  REQUIRE(second);
  REQUIRE(second->document);
  CHECK(second->document->text.empty());
  CHECK_FALSE(reader.next());
  CHECK_FALSE(reader.next());
}

TEST_CASE("text reader: a file of unknown size and a file of several chunks are read to the end") {
  const TempFolder folder;
  std::string large;
  while (large.size() < 300'000) large += "Labour gained four seats in Medway. ";
  TextReader reader({"/proc/self/status", folder.write("large.txt", large)}, {});
  const auto unknown = reader.next();
  REQUIRE(unknown->document);
  CHECK(unknown->document->text.find("VmRSS") != std::string::npos);
  CHECK(reader.next()->document->text == large);
}

TEST_CASE("text reader: what cannot be read is an error and the next one is read") {
  const TempFolder folder;
  TextReader reader({folder.path("none.txt"), folder.write("a.txt", "A")}, {});
  const auto missing = reader.next();
  REQUIRE(missing);
  CHECK_FALSE(missing->document);
  REQUIRE(missing->errors.size() == 1);
  CHECK(missing->errors[0].code == ErrorCode::kUnreadable);
  CHECK(missing->errors[0].message ==
        folder.path("none.txt") + ": cannot be read: No such file or directory");
  CHECK(reader.next()->document->text == "A");
}

TEST_CASE("text reader: the limit on the size is inclusive") {
  const TempFolder folder;
  TextReaderOptions options;
  options.max_bytes = 5;
  TextReader reader(
      {folder.write("a.txt", "12345"), folder.write("b.txt", "123456"), "/proc/self/status"},
      options);
  CHECK(reader.next()->document);
  for (int i = 0; i < 2; ++i) {
    const auto large = reader.next();
    CHECK_FALSE(large->document);
    REQUIRE(large->errors.size() == 1);
    CHECK(large->errors[0].code == ErrorCode::kTooLarge);
    CHECK(large->errors[0].message == large->path + ": larger than 5 bytes");
  }
}

TEST_CASE("text reader: metadata comes from the sidecar and options go before it") {
  const TempFolder folder;
  folder.write("a.meta.json", R"({"title": "Sidecar", "source": "BBC News"})");
  TextReaderOptions options;
  options.overrides.title = "Option";
  options.overrides.published = "2023-05-05";
  TextReader reader({folder.write("a.txt", "A"), folder.write("b.txt", "B")}, options);
  const Metadata with = reader.next()->document->metadata;
  CHECK(with.title == "Option");
  CHECK(with.source == "BBC News");
  CHECK(with.published == "2023-05-05");
  const Metadata without = reader.next()->document->metadata;
  CHECK(without.title == "Option");
  CHECK_FALSE(without.source);
}

TEST_CASE("text reader: a faulty sidecar is an error beside the document") {
  const TempFolder folder;
  folder.write("a.meta.json", R"({"title": "T", "published": "yesterday"})");
  folder.write("b.meta.json", "{");
  folder.write("c.meta.json", "{\"title\": \"" + std::string(2'000'000, 'x') + "\"}");
  TextReader reader(
      {folder.write("a.txt", "A"), folder.write("b.txt", "B"), folder.write("c.txt", "C")}, {});
  const auto a = reader.next();
  REQUIRE(a->document);
  CHECK(a->document->metadata.title == "T");
  for (const auto& reading : {a, reader.next(), reader.next()}) {
    CHECK(reading->document);
    REQUIRE(reading->errors.size() == 1);
    CHECK(reading->errors[0].code == ErrorCode::kBadMetadata);
    CHECK(reading->errors[0].message.find(".meta.json:") != std::string::npos);
  }
}

}  // namespace
}  // namespace recount
