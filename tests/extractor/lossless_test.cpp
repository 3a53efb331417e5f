// From damaged pages, too, no fact is read that the first look at their bytes would have kept from
// being read.
#include <doctest/doctest.h>

#include <iterator>
#include <random>

#include "corpus/article_reader.h"
#include "extractor/extractor.h"
#include "tests/support/mini_patterns.h"
#include "tests/support/samples.h"

using namespace recount;

namespace {

bool letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// What pages have within words and between them that readers do not show.
std::string broken(const std::string& text, std::mt19937& random) {
  static const char* const kPieces[] = {"<b>",
                                        "</b>",
                                        "&shy;",
                                        "\xC2\xAD",
                                        "<!-- x -->",
                                        "<wbr>",
                                        "&#8203;",
                                        "</i><i id=a>",
                                        "\xE2\x80\x8B",
                                        "\xCC\x81",
                                        "&zwnj;",
                                        "&shy",
                                        "&#8;",
                                        "\x02",
                                        "<styled>",
                                        "</styled>",
                                        "<style>p { }</style>",
                                        "<script/>",
                                        "&#x00AD;",
                                        "</b></p><p>",
                                        "<br>",
                                        "\n"};
  std::string out;
  const std::size_t rate = 5 + random() % 60;
  for (const char c : text) {
    const bool inside = (static_cast<unsigned char>(c) & 0x80) != 0;
    if (!inside && random() % rate == 0) out += kPieces[random() % std::size(kPieces)];
    if (!inside && random() % 400 == 0) out += std::string(100, ' ');
    out += c;
  }
  return out;
}

/// Letters with accents, small ones and capitals, lost spaces.
std::string misspelled(const std::string& text, std::mt19937& random) {
  std::string out;
  const std::size_t way = random() % 4;
  for (const char c : text) {
    if (c == ' ' && random() % 12 == 0) continue;
    if (way == 0 && c == 'e' && random() % 6 == 0)
      out += random() % 2 == 0 ? "&eacute" : "&amp;eacute;";
    else if (way == 0 && c == 'o' && random() % 6 == 0)
      out += "\xC3\xB6";
    else if (way == 1 && letter(c))
      out += static_cast<char>(c & ~0x20);
    else if (way == 2 && letter(c) && random() % 10 == 0)
      out += static_cast<char>(c ^ 0x20);
    else
      out += c;
  }
  return out;
}

/// A page whose menu is longer than most articles.
std::string page(const std::string& body) {
  std::string out = "<!DOCTYPE html><html><head><title>News</title></head><body><ul>";
  for (int i = 0; i < 60; ++i) out += "<li><a href='/x'>Weather for this weekend</a></li>";
  return out + "</ul><p>" + body + "</p></body></html>";
}

/// Whether the page is let through if facts are read from it; false as well if it holds none.
bool held(const std::string& bytes, const std::string& published, bool& lost) {
  if (test::real().may_hold_facts(bytes)) return true;
  RawArticle raw;
  raw.path = raw.id = "page";
  raw.bytes = bytes;
  raw.metadata.published = published;
  const Reading reading = read_article(std::move(raw), {});
  lost = reading.document && !test::real().extract(*reading.document).empty();
  return false;
}

}  // namespace

TEST_CASE("lossless: pages with words in pieces") {
  std::mt19937 random(5);
  std::size_t turned_down = 0;
  for (const auto& folder : {test::kSamples, test::kOpenedSamples, test::kRecentSamples}) {
    for (const Document& document : test::load_samples(folder)) {
      for (int round = 0; round < 8; ++round) {
        // A piece of the article, which names no party or one alone.
        const std::size_t begin = document.text.find(' ', random() % document.text.size());
        std::string text =
            document.text.substr(std::min(begin, document.text.size()), 40 + random() % 150);
        if (random() % 2 == 0) text = misspelled(text, random);
        const std::string bytes = page(broken(text, random));
        CAPTURE(bytes);
        bool lost = false;
        if (!held(bytes, "2023-05-05", lost)) ++turned_down;
        CHECK_FALSE(lost);
      }
    }
  }
  CHECK(turned_down > 200);
}

TEST_CASE("lossless: what readers take for text, and the end of what they do not") {
  for (const std::string text : {
           "the<b>Lab</b>our",
           "<b>Lab</b>our<i>Gain</i>",
           "theLab<b>our</b>",
           "Ul<b>s</b>ter Uni<b>onists</b>",
           "L<b>i</b>b<b>e</b>r<b>a</b>l Dem<b>o</b>crats",
           "neit<b>her s</b>id<b>e</b>",
           "Lab&shyour",
           "Sinn F&eacutein",
           "Sinn F&amp;eacute;in",
           "Lab&#8;our",
           "Lab\x02our",
           "&#00000000000076;abour",
           "&Labour;",
           "<styled>Labour</styled><style>p { }</style>",
           "<scripture>Labour</scripture><script>x</script>",
           "<svg><style/></svg>Labour<style>p { }</style>",
           "<textarea><style></textarea>Labour<style>p { }</style>",
           "<xmp><style>Labour</style></xmp>",
           "Glas<b>gow Fir</b>st",
       }) {
    CAPTURE(text);
    CHECK(test::real().may_hold_facts(page(text)));
  }
  CHECK(test::real().may_hold_facts("Lib" + std::string(500, ' ') + "Dems"));
  CHECK(test::real().may_hold_facts("Plaid" + std::string(500, '\n') + "Cymru"));
}
