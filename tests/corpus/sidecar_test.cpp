#include "corpus/sidecar.h"

#include <doctest/doctest.h>

namespace recount {
namespace {

struct Parsed {
  Metadata metadata;
  std::vector<Error> errors;
};

Parsed parse(std::string_view json) {
  Parsed out;
  parse_sidecar("a.meta.json", json, out.metadata, out.errors);
  return out;
}

TEST_CASE("sidecar: all keys are read and others passed over") {
  const Parsed all = parse(R"({"source": "BBC News", "url": "https://example.org", "title": "T",
    "published": "2023-05-05", "election": "2023-05-04", "author": 7, "deep": {"title": 5}})");
  CHECK(all.errors.empty());
  CHECK(all.metadata.source == "BBC News");
  CHECK(all.metadata.url == "https://example.org");
  CHECK(all.metadata.title == "T");
  CHECK(all.metadata.published == "2023-05-05");
  CHECK(all.metadata.election == "2023-05-04");

  const Parsed some = parse(R"({"source": null, "election": "2023"})");
  CHECK(some.errors.empty());
  CHECK_FALSE(some.metadata.source);
  CHECK_FALSE(some.metadata.title);
  CHECK(some.metadata.election == "2023");
}

TEST_CASE("sidecar: each faulty key is reported with its line and the good ones are kept") {
  const Parsed parsed = parse(
      "{\n\"source\": 5,\n\"inner\": {\"url\": 1},\n\"title\": \"T\",\n\n"
      "\"url\": [\"x\"],\n\"published\": \"5 May 2023\",\n"
      "\"election\": \"2023-02-30\"}");
  CHECK(parsed.metadata.title == "T");
  CHECK_FALSE(parsed.metadata.source);
  CHECK_FALSE(parsed.metadata.published);
  REQUIRE(parsed.errors.size() == 4);
  for (const Error& error : parsed.errors) CHECK(error.code == ErrorCode::kBadMetadata);
  CHECK(parsed.errors[0].message == "a.meta.json:2: \"source\" is 5, expected a string or null");
  CHECK(parsed.errors[1].message == "a.meta.json:6: \"url\" is [\"x\"], expected a string or null");
  CHECK(parsed.errors[2].message ==
        "a.meta.json:7: \"published\" is \"5 May 2023\", expected a day as \"2023-05-04\" or null");
  CHECK(parsed.errors[3].message ==
        "a.meta.json:8: \"election\" is \"2023-02-30\", expected a day as \"2023-05-04\" or a year "
        "or null");
}

TEST_CASE("sidecar: of malformed JSON nothing is taken and the place is told") {
  const Parsed parsed = parse("{\"title\": \"T\",\n  source: 1}");
  CHECK_FALSE(parsed.metadata.title);
  REQUIRE(parsed.errors.size() == 1);
  CHECK(parsed.errors[0].code == ErrorCode::kBadMetadata);
  CHECK(parsed.errors[0].message.rfind("a.meta.json:2: malformed JSON at byte ", 0) == 0);
  CHECK(parsed.errors[0].message.find("expected string literal") != std::string::npos);

  for (const char* text : {"", "{", "{\"title\": \"\xff\"}", "{} {}", "{\"a\": 1e999}"}) {
    CAPTURE(text);
    CHECK(parse(text).errors.size() == 1);
  }
}

TEST_CASE("sidecar: anything but an object is refused") {
  for (const char* text : {"[]", "\"title\"", "null", "3"}) {
    CAPTURE(text);
    const Parsed parsed = parse(text);
    REQUIRE(parsed.errors.size() == 1);
    CHECK(parsed.errors[0].message == "a.meta.json:1: expected a JSON object");
  }
}

}  // namespace
}  // namespace recount
