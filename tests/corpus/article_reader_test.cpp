#include "corpus/article_reader.h"

#include <doctest/doctest.h>

using namespace recount;

namespace {

RawArticle raw(std::string bytes) {
  RawArticle out;
  out.path = "news.tar!a.html";
  out.offset = 512;
  out.id = "a";
  out.bytes = std::move(bytes);
  return out;
}

const char* kPage =
    "<title>Labour wins Medway</title><meta property=og:site_name content='Kent Courier'>"
    "<meta name=date content=2023-05-05><p>Labour won 33 seats.</p>";

}  // namespace

TEST_CASE("article reader: text is text, pages are pages") {
  Reading reading = read_article(raw("\xEF\xBB\xBFLabour won 33 < 40 seats.\n"), {});
  REQUIRE(reading.document.has_value());
  CHECK(reading.errors.empty());
  CHECK(reading.path == "news.tar!a.html");
  CHECK(reading.offset == 512);
  CHECK(reading.document->id == "a");
  CHECK(reading.document->text == "\xEF\xBB\xBFLabour won 33 < 40 seats.\n");
  for (const char* html : {"<p>Labour won 33 seats.", "Labour won <b>33</b> seats.<br>",
                           "\n <!DOCTYPE html><body>Labour won 33 seats.",
                           "<?xml version='1.0'?><html><p>Labour won 33 seats.</p></html>"}) {
    CAPTURE(html);
    reading = read_article(raw(html), {});
    REQUIRE(reading.document.has_value());
    CHECK(reading.document->text == "Labour won 33 seats.");
  }
}

TEST_CASE("article reader: a format that is known is not guessed") {
  RawArticle article = raw("<p>Labour won 33 seats.</p>");
  article.format = Format::kText;
  CHECK(read_article(std::move(article), {}).document->text == "<p>Labour won 33 seats.</p>");
  article = raw("Labour&#8217;s 33 seats");
  article.format = Format::kHtml;
  CHECK(read_article(std::move(article), {}).document->text == "Labour’s 33 seats");
}

TEST_CASE("article reader: a page in UTF-16 is a page") {
  std::string bytes;
  for (const char c : std::string("<html><p>Labour won 33 seats.</p>")) bytes += {c, '\0'};
  CHECK(read_article(raw(bytes), {}).document->text == "Labour won 33 seats.");
  CHECK(read_article(raw("\xFF\xFE" + bytes), {}).document->text == "Labour won 33 seats.");
}

TEST_CASE("article reader: the label of HTTP comes before that of the page") {
  RawArticle article = raw("<meta charset=windows-1252><p>\xF0\xFE</p>");
  CHECK(read_article(RawArticle(article), {}).document->text == "ðþ");
  article.charset = "windows-1257";
  CHECK(read_article(std::move(article), {}).document->text == "šž");
}

TEST_CASE("article reader: options before the record, the record before the page") {
  RawArticle article = raw(kPage);
  article.metadata.title = "From the record";
  article.metadata.published = "5 May 2022";
  ReaderOptions options;
  options.overrides.published = "2021-05-07";
  const Reading reading = read_article(std::move(article), options);
  REQUIRE(reading.document.has_value());
  const Metadata& metadata = reading.document->metadata;
  CHECK(metadata.title == "From the record");
  CHECK(metadata.published == "2021-05-07");
  CHECK(metadata.source == "Kent Courier");
}

TEST_CASE("article reader: a date that is none costs only itself") {
  RawArticle article = raw(kPage);
  article.metadata.published = "yesterday";
  const Reading reading = read_article(std::move(article), {});
  REQUIRE(reading.document.has_value());
  CHECK(reading.document->metadata.published == "2023-05-05");
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].code == ErrorCode::kBadMetadata);
  CHECK(reading.errors[0].message ==
        "news.tar!a.html: byte 512: published is \"yesterday\", expected a day as \"2023-05-04\"");
}

TEST_CASE("article reader: what is too large is not read") {
  ReaderOptions options;
  options.max_bytes = 10;
  Reading reading = read_article(raw("Labour won 33 seats."), options);
  CHECK_FALSE(reading.document.has_value());
  REQUIRE(reading.errors.size() == 1);
  CHECK(reading.errors[0].code == ErrorCode::kTooLarge);
  CHECK(reading.errors[0].message == "news.tar!a.html: byte 512: larger than 10 bytes");
  reading = read_article(raw("\x93\x93\x93\x93\x93\x93"), options);
  CHECK_FALSE(reading.document.has_value());
}
