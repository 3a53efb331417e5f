#include "corpus/records/json_record.h"

#include <doctest/doctest.h>

#include "corpus/article_source.h"
#include "tests/support/compress.h"
#include "tests/support/raw_items.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::TempFolder;
using Strings = std::vector<std::string>;

/// What comes of a file with these bytes, called "a.jsonl".
Strings json_items(const std::string& bytes, const SourceOptions& options = {}) {
  return testing::items_in("a.jsonl", bytes, options);
}

RawArticle article(const std::string& json, const FieldNames& names = {}) {
  SourceOptions options;
  options.fields = names;
  std::vector<RawItem> out;
  read_json(json, {"p", "s", 7}, FieldFinder(names), options, out);
  REQUIRE(out.size() == 1);
  REQUIRE(std::holds_alternative<RawArticle>(out[0]));
  return std::get<RawArticle>(out[0]);
}

TEST_CASE("json lines: the usual names of fields are known") {
  const RawArticle a = article(
      R"({"ID": 12, "name": "no", "headline": "T", "body_text": "£4 \ud83d\ude00", "other": {"text": "x"},)"
      R"( "publisher": {"name": "BBC", "text": "y"}, "published_at": "2023-05-05T10:00:00Z", "link": "http://a"})");
  CHECK(a.id == "12");
  CHECK(a.bytes == "£4 😀");
  CHECK(a.charset == "utf-8");
  CHECK(a.path == "p");
  CHECK(a.offset == 7);
  CHECK(a.metadata.title == "T");
  CHECK(a.metadata.source == "BBC");
  CHECK(a.metadata.published == "2023-05-05");
  CHECK(a.metadata.url == "http://a");
}

TEST_CASE("json lines: of two usual names the better one counts, in whatever order they come") {
  CHECK(article(R"({"content": "C", "text": "T"})").bytes == "T");
  CHECK(article(R"({"text": "T", "content": "C"})").bytes == "T");
  CHECK(article(R"({"text": null, "id": "x"})").bytes.empty());
}

TEST_CASE("json lines: names that a person gives count as they are and alone") {
  FieldNames names;
  names.text = "doc.main";
  names.title = "text";
  const RawArticle a =
      article(R"({"text": "T", "title": "no", "doc": {"main": "M", "Main": "no"}})", names);
  CHECK(a.bytes == "M");
  CHECK(a.metadata.title == "T");
}

TEST_CASE("json lines: an array of strings is the paragraphs of a text") {
  CHECK(article(R"({"text": ["A", "B", ["no"], {"text": "no"}, 4, "C"]})").bytes == "A\n\nB\n\nC");
}

TEST_CASE("json lines: a moment in seconds or milliseconds is a date, and none made up is an id") {
  CHECK(article(R"({"text": "T", "date": 1683280800})").metadata.published == "2023-05-05");
  CHECK(article(R"({"text": "T", "date": "1683280800123"})").metadata.published == "2023-05-05");
  CHECK(article(R"({"text": "T"})").id == "s-7");
  CHECK(article(R"({"text": "T", "url": "http://a", "id": ""})").id == "http://a");
}

TEST_CASE("json lines: each line is an article or a failure of its own") {
  const std::string one = R"({"id": "1", "text": "A"})";
  CHECK(json_items(one + "\n\n{\"id\": \"2\", \"text\": \"B\"\n[1]\n5\n{\"a\": 1, \"b\": 2}\r\n" +
                   R"({"id": "3", "text": "C", "date": "soon"})") ==
        Strings{"1: A",
                "a.jsonl: record at byte 26: malformed JSON at its byte 25: syntax error while "
                "parsing object - unexpected end of input; expected '}'",
                "a.jsonl: record at byte 50: a JSON object expected",
                "a.jsonl: record at byte 54: a JSON object expected",
                "a.jsonl: record at byte 56: no field with the text of an article among \"a\", "
                "\"b\"; --text-field can name it",
                "a.jsonl: record at byte 74: the date is \"soon\", expected a day as "
                "\"2023-05-04\"",
                "3: C"});
}

TEST_CASE("json lines: bytes that are no UTF-8 are Windows-1252, and a byte order mark is none") {
  CHECK(json_items("\xef\xbb\xbf{\"id\": \"1\", \"text\": \"\x93Kent\x94 \xc2\xa3\"}\n") ==
        Strings{"1: “Kent” £"});
}

TEST_CASE("json lines: many lines make several parcels, and a run goes on behind each") {
  std::string bytes;
  Strings all;
  for (int i = 0; i < 4000; ++i) {
    const std::string text(static_cast<std::size_t>(i % 700), 'x');
    bytes += "{\"id\": " + std::to_string(i) + ", \"text\": \"" + text + "\"}\n";
    all.push_back(std::to_string(i) + ": " + text);
  }
  const TempFolder folder;
  const std::string path = folder.write("a.jsonl", bytes);
  const SourceOptions options;
  ArticleSource source({path}, options);
  ParcelChain chain;
  Strings got;
  int parcels = 0;
  for (; const std::optional<Parcel> parcel = source.next(); ++parcels) {
    ParcelReader reader(*parcel, options);
    while (const auto item = reader.next()) {
      const auto& one = std::get<RawArticle>(*item);
      CHECK(bytes.substr(one.offset, 7 + one.id.size()) == "{\"id\": " + one.id);
      got.push_back(one.id + ": " + one.bytes);
    }
    chain.mend(reader.trail());
    ArticleSource rest({path}, options, chain.position());
    Strings sum = got;
    for (std::string& line : testing::items_of(rest, options)) sum.push_back(line);
    CHECK(sum == all);
  }
  CHECK(parcels > 3);
}

TEST_CASE("json lines: a line beyond the limit is a failure and the next one is read") {
  SourceOptions options;
  options.max_document = 200'000;
  const std::string large = "{\"id\": 1, \"text\": \"" + std::string(300'000, 'x') + "\"}\n";
  const std::string small = "{\"id\": 2, \"text\": \"A\"}\n";
  CHECK(json_items(large + small + large, options) ==
        Strings{"a.jsonl: record at byte 0: larger than 200000 bytes", "2: A",
                "a.jsonl: record at byte " + std::to_string(large.size() + small.size()) +
                    ": larger than 200000 bytes"});
}

TEST_CASE("json lines: of a file that is cut short the whole lines are read") {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) {
    bytes += "{\"id\": " + std::to_string(i) + ", \"text\": \"" + std::to_string(i * i) + "\"}\n";
  }
  const std::string gz = testing::gzip(bytes);
  const Strings got = json_items(gz.substr(0, gz.size() / 2));
  REQUIRE(got.size() > 1000);
  CHECK(got[1000] == "1000: 1000000");
  CHECK(got.back() == "a.jsonl: cut short at byte " + std::to_string(gz.size() / 2) +
                          ", inside the gzip member that begins at byte 0");
}

TEST_CASE("json: an object on several lines and an array of objects are read as a whole") {
  CHECK(json_items("{\n  \"id\": \"1\",\n  \"text\": \"A\"\n}\n") == Strings{"1: A"});
  CHECK(
      json_items(
          "[{\"text\": \"A\"}, {\"text\": [\"B\", \"C\"]},\n {\"id\": 9, \"title\": \"x\"}, 5]") ==
      Strings{"a-1: A", "a-2: B\n\nC",
              "a.jsonl: record at byte 0: no field with the text of an article among \"id\", "
              "\"title\"; --text-field can name it",
              "a.jsonl: record at byte 0: a JSON object expected"});
}

TEST_CASE("json lines: nesting without end is no danger") {
  const std::string deep(1'000'000, '[');
  CHECK(json_items("{\"text\": \"A\", \"x\": " + deep + "}\n").size() == 1);
  CHECK(json_items("{\"id\": 1, \"text\": \"A\", \"x\": " + deep + std::string(deep.size(), ']') +
                   "}\n") == Strings{"1: A"});
}

}  // namespace
}  // namespace recount
