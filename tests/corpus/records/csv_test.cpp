#include "corpus/records/csv.h"

#include <doctest/doctest.h>

#include "corpus/article_source.h"
#include "tests/support/raw_items.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::TempFolder;
using Strings = std::vector<std::string>;

/// What comes of a file with these bytes, called "a.csv".
Strings items(const std::string& bytes, const SourceOptions& options = {}) {
  return testing::items_in("a.csv", bytes, options);
}

TEST_CASE("csv: fields as RFC 4180 has them") {
  CHECK(csv_fields("a,\"b,\"\"c\"\"\nd\",,\"\"\r\n", ',') == Strings{"a", "b,\"c\"\nd", "", ""});
  CHECK(csv_fields("5\" nail,x", ',') == Strings{"5\" nail", "x"});
  CHECK(csv_fields("a;b", ';') == Strings{"a", "b"});
  CHECK(csv_fields("", ',') == Strings{""});
  CHECK_FALSE(csv_fields("\"a\"b,c", ','));
  CHECK_FALSE(csv_fields("a,\"b", ','));
  CHECK(csv_record_size("a,\"b\n\",c\nd\n", ',') == 9);
  CHECK(csv_record_size("a,\"b\n", ',') == std::string::npos);
  CHECK(csv_record_size("a,b", ',') == std::string::npos);
}

TEST_CASE("csv: a record is an article with what the first record names") {
  const std::string bytes =
      "\xef\xbb\xbfid,Headline,Text,date\r\n1,T,\"A, with \"\"B\"\"\r\nand C\",5 May "
      "2023\r\n\r\n2,,D,\r\n";
  CHECK(items(bytes) == Strings{"1: A, with \"B\"\r\nand C", "2: D"});
  const TempFolder folder;
  ArticleSource source({folder.write("a.csv", bytes)}, {});
  const SourceOptions options;
  const std::vector<RawItem> got = open_parcel(*source.next(), options);
  REQUIRE(got.size() == 2);
  const auto& first = std::get<RawArticle>(got[0]);
  CHECK(first.offset == bytes.find("1,T"));
  CHECK(first.metadata.title == "T");
  CHECK(first.metadata.published == "2023-05-05");
  const auto& second = std::get<RawArticle>(got[1]);
  CHECK_FALSE(second.metadata.title);
  CHECK(second.offset == bytes.find("2,,D"));
}

TEST_CASE("csv: semicolons and tabs are told, and the last record needs no line end") {
  CHECK(items("id;content\n1;A, B\n2;C") == Strings{"1: A, B", "2: C"});
  CHECK(items("id\tbody\n1\tA; B") == Strings{"1: A; B"});
}

TEST_CASE("csv: a record that is not as it should be is a failure of its own") {
  CHECK(items("id,text\n1,A\n2\n3,B,x\n4,\"C\"x\n5,D\n") ==
        Strings{"1: A", "a.csv: record at byte 12: 1 fields, but there are 2 columns",
                "a.csv: record at byte 14: 3 fields, but there are 2 columns",
                "a.csv: record at byte 20: a field in quotation marks does not end with one",
                "5: D"});
  CHECK(items("id,text\n1,\"A\n2,B\n") ==
        Strings{"a.csv: record at byte 8: a field in quotation marks does not end with one"});
}

TEST_CASE("csv: a quotation mark that is never closed costs no more than the limit") {
  SourceOptions options;
  options.max_document = 100'000;
  std::string bytes = "id,text\n1,\"A\n";
  for (int i = 2; i < 20'000; ++i) bytes += std::to_string(i) + ",text\n";
  const Strings got = items(bytes, options);
  REQUIRE(got.size() == 19'999);
  CHECK(got[0] == "a.csv: record at byte 8: larger than 100000 bytes");
  CHECK(got[1] == "2: text");
}

TEST_CASE("csv: columns can be named, and without one for the text there is no article") {
  SourceOptions options;
  options.format = InputFormat::kCsv;
  CHECK(items("a,b\n1,2\n", options) ==
        Strings{"a.csv: record at byte 0: it names no column that holds the text of articles; "
                "--text-field can tell which does"});
  options.fields.text = "b";
  options.fields.id = "a";
  CHECK(items("a,b\n1,2\n", options) == Strings{"1: 2"});
  options.format = InputFormat::kDetect;
  CHECK(items("a,b\n1,2\n", options) == Strings{"1: 2"});
}

TEST_CASE("csv: text with commas is text") {
  CHECK(items("Labour, text and all\nGained") == Strings{"a: Labour, text and all\nGained"});
  CHECK(items("text\nGained\n") == Strings{"a: text\nGained\n"});
}

}  // namespace
}  // namespace recount
