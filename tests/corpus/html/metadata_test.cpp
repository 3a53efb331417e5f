#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/html/html_reader.h"

using namespace recount;

namespace {

HtmlArticle with_json(const std::string& json, const std::string& head = "") {
  return read_html("<html><head>" + head + "<script type='application/ld+json'>" + json +
                       "</script></head><body><p>Labour won 33 seats on the council.</p>",
                   "");
}

const std::string kArticle =
    R"({"@type":"NewsArticle","headline":"Labour wins Medway","datePublished":"2023-05-05T01:00Z"})";

}  // namespace

TEST_CASE("metadata: JSON-LD in all its shapes") {
  const std::string canonical = "<link rel=canonical href=https://example.org/a>";
  const std::vector<std::string> scripts{
      kArticle,
      "[" + kArticle + "]",
      R"({"@graph":[{"@type":"WebSite"},)" + kArticle + "]}",
      R"({"@type":"WebPage","mainEntity":)" + kArticle + "}",
      "<!-- " + kArticle + " -->",
      "//<![CDATA[\n" + kArticle + "\n//]]>",
      R"({"@type":["Report"],"headline":"Labour wins
Medway","datePublished":"5 May 2023",})",
      R"([{"@type":"NewsArticle","headline":"Other","url":"https://example.org/b"},)"
      R"({"@type":"NewsArticle","headline":"Labour wins Medway","url":"http://www.example.org/a/",)"
      R"("datePublished":"2023-05-05"}])",
      R"({"@type":"NewsArticle","headline":"Labour wins Medway","datePublished":"2023-05-05", oops)",
      R"({&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:)"
      R"(&quot;Labour wins Medway&quot;,&quot;datePublished&quot;:&quot;2023-05-05&quot;})"};
  for (const std::string& json : scripts) {
    CAPTURE(json);
    const HtmlArticle article = with_json(json, canonical);
    CHECK(article.metadata.title == "Labour wins Medway");
    CHECK(article.metadata.published == "2023-05-05");
  }
}

TEST_CASE("metadata: publisher by reference, language, nothing out of nonsense") {
  const HtmlArticle article = with_json(
      R"({"@graph":[{"@type":"Organization","@id":"#o","name":"Kent Courier"},{"@type":"Article",)"
      R"("publisher":{"@id":"#o"},"inLanguage":"en-GB","name":"A &amp; B"}]})");
  CHECK(article.metadata.source == "Kent Courier");
  CHECK(article.metadata.title == "A & B");
  CHECK(article.language == "en-GB");
  for (const char* json :
       {"", "null", "[]", "{}", "[[[[[[[[[[", "{\"@type\":3}", "\"", "}{",
        "{\"@graph\":{\"@type\":[]}}", "{\"@type\":\"Article\",\"headline\":{}}"}) {
    CAPTURE(json);
    const HtmlArticle nothing = with_json(json);
    CHECK_FALSE(nothing.metadata.published.has_value());
    CHECK_FALSE(nothing.metadata.source.has_value());
  }
}

TEST_CASE("metadata: nesting of JSON-LD has no end") {
  std::string json;
  for (int i = 0; i < 100'000; ++i) json += "{\"@graph\":[";
  CHECK_FALSE(with_json(json).metadata.title.has_value());
}

TEST_CASE("metadata: tags of the page, the better first") {
  const HtmlArticle article = read_html(
      "<html lang=en-GB><title>Labour wins Medway | News | Kent Courier</title>"
      "<meta name=date content=2001-01-01><meta property=article:published_time "
      "content=2023-05-05T00:10:00+01:00><meta property=og:url content=//example.org/og>"
      "<meta property=og:site_name content='Kent&nbsp;Courier'>"
      "<link rel=canonical href='https://example.org/a'><p>Text.",
      "");
  CHECK(article.metadata.title == "Labour wins Medway");
  CHECK(article.metadata.published == "2023-05-05");
  CHECK(article.metadata.url == "https://example.org/a");
  CHECK(article.metadata.source == "Kent Courier");
  CHECK(article.language == "en-GB");
}

TEST_CASE("metadata: the day from <time> or from the address") {
  CHECK(read_html("<p>a<time datetime='2023-05-05T10:00'>today</time>", "").metadata.published ==
        "2023-05-05");
  CHECK(read_html("<link rel=canonical href=https://example.org/2023/05/05/a><p>a", "")
            .metadata.published == "2023-05-05");
  CHECK_FALSE(read_html("<link rel=canonical href=/a><p>a", "").metadata.url.has_value());
}
