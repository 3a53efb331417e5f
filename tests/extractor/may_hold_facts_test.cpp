// The first look at raw bytes never turns down what facts can be read from, however it is wrapped.
#include <doctest/doctest.h>

#include <functional>
#include <iterator>
#include <random>

#include "extractor/example_check.h"
#include "extractor/extractor.h"
#include "extractor/text/loose_text.h"
#include "extractor/text/unicode.h"
#include "tests/support/samples.h"

using namespace recount;

namespace {

const Extractor& extractor() {
  static const Result<Extractor> loaded = Extractor::load_embedded_text();
  return loaded.value();
}

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// The text with `mark` put into every word behind its third letter.
std::string split_words(const std::string& text, const std::string& mark) {
  std::string out;
  int letters = 0;
  for (const char c : text) {
    if (is_letter(c) && letters == 3) out += mark;
    letters = is_letter(c) ? letters + 1 : 0;
    out += c;
  }
  return out;
}

/// The text with a tag between any two letters.
std::string split_letters(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_letter(text[i]) && is_letter(text[i - 1])) out += "</i><i>";
    out += text[i];
  }
  return out;
}

std::string with_each(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::string as_html(const std::string& body) {
  return "<!DOCTYPE html>\n<html><head><title>News</title><style>p > a { color: red }</style>"
         "<script>if (a < b && c > d) document.write('<p>');</script></head>\n"
         "<body><!-- <p> --><p>" +
         with_each(body, "\n", "</p>\n<p class=\"a\">") + "</p></body></html>\n";
}

std::string entities(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 5 == 0 && is_letter(text[i]))
      out += "&#" + std::to_string(text[i]) + ";";
    else if (text[i] == ' ')
      out += i % 2 == 0 ? "&nbsp;" : " ";
    else
      out += text[i];
  }
  return out;
}

/// Figures as entities, and cut by tags: "45" is "<b>&#52;</b>5".
std::string split_figures(const std::string& text) {
  std::string out;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside)
      out += "<b>&#" + std::to_string(c) + ";</b>";
    else
      out += c;
    inside = digit;
  }
  return out;
}

/// Small figures in words.
std::string spelled_figures(const std::string& text) {
  static const char* const kWords[] = {"no",   "one", "two",   "three", "four",
                                       "five", "six", "seven", "eight", "nine"};
  std::string out;
  const auto digit = [&text](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool alone =
        digit(i) && (i == 0 || text[i - 1] == ' ') && text.compare(i + 1, 1, " ") == 0;
    if (alone)
      out += kWords[text[i] - '0'];
    else
      out += text[i];
  }
  return out;
}

/// As a string of JSON that has nothing but ASCII in it, markup and quotation marks escaped.
std::string as_json(const std::string& text) {
  std::string out = "{\"id\": 1, \"text\": \"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(std::string_view(text).substr(at), 0);
    char escaped[8];
    if (c.value == '\n') {
      out += "\\n";
    } else if (c.value >= 0x80 || c.value == '<' || c.value == '"' || c.value == '\\') {
      std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c.value & 0xFFFF));
      out += escaped;
    } else {
      out += text[at];
    }
    at += c.bytes;
  }
  return out + "\"}\n";
}

std::string as_utf16(const std::string& text, bool big) {
  std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(std::string_view(text).substr(at), 0);
    const char high = static_cast<char>(c.value >> 8), low = static_cast<char>(c.value);
    out += big ? high : low;
    out += big ? low : high;
    at += c.bytes;
  }
  return out;
}

const std::string& menu() {
  static const std::string text = [] {
    std::string out = "<ul>";
    for (int i = 0; i < 80; ++i) out += "<li><a href=\"/x\">Weather for this weekend</a></li>\n";
    return out + "</ul>";
  }();
  return text;
}

struct Wrapping {
  std::string name;
  std::function<std::string(const std::string&)> wrap;
};
const std::vector<Wrapping>& wrappings() {
  static const std::vector<Wrapping> all{
      {"CRLF", [](const std::string& t) { return with_each(t, "\n", "\r\n"); }},
      {"HTML", as_html},
      {"tags between words",
       [](const std::string& t) { return as_html(with_each(t, " ", "</b> <b title='x'>")); }},
      {"tags for blanks",
       [](const std::string& t) { return as_html(with_each(t, " ", "</td><td>")); }},
      {"tags within words", [](const std::string& t) { return as_html(split_words(t, "<wbr/>")); }},
      {"a tag for each letter", [](const std::string& t) { return as_html(split_letters(t)); }},
      {"words far apart",
       [](const std::string& t) { return as_html(with_each(t, " ", std::string(99, ' '))); }},
      {"soft hyphens", [](const std::string& t) { return as_html(split_words(t, "&shy;")); }},
      {"soft hyphens as bytes", [](const std::string& t) { return split_words(t, "\xC2\xAD"); }},
      {"entities", [](const std::string& t) { return as_html(entities(t)); }},
      {"figures in pieces", [](const std::string& t) { return as_html(split_figures(t)); }},
      {"figures in words", [](const std::string& t) { return as_html(spelled_figures(t)); }},
      {"JSON", as_json},
      {"HTML in JSON", [](const std::string& t) { return as_json(as_html(t)); }},
      {"JSON in HTML",
       [](const std::string& t) {
         return "<html><script type=\"application/ld+json\">" + as_json(t) +
                "</script><p>Subscribe to read on.</p></html>";
       }},
      {"UTF-16LE", [](const std::string& t) { return as_utf16(t, false); }},
      {"UTF-16BE, HTML", [](const std::string& t) { return as_utf16(as_html(t), true); }},
  };
  return all;
}

/// Every text in every wrapping.
void check_wrappings(const std::string& text, const Metadata& known) {
  CAPTURE(text);
  CHECK(extractor().may_hold_facts(text, known));
  for (const Wrapping& wrapping : wrappings()) {
    CAPTURE(wrapping.name);
    CHECK(extractor().may_hold_facts(wrapping.wrap(text), known));
  }
}

/// Words of a page about something else, as many as a pseudo-random number says.
std::string noise(std::mt19937& random) {
  static const char* const kWords[] = {"bread", "weather", "<b>",   "</b>",  "shop", "\n",
                                       "9.99",  "&nbsp;",  "<br/>", "match", "the",  "Sunday"};
  std::string out;
  for (std::size_t words = random() % 50; words > 0; --words)
    out += std::string(kWords[random() % std::size(kWords)]) + ' ';
  return out;
}

}  // namespace

TEST_CASE("may_hold_facts: no sample with facts is turned down, however it is wrapped") {
  std::size_t with_facts = 0;
  for (const auto& folder :
       {test::kSamples, test::kOpenedSamples, test::kRecentSamples, test::kHeldSamples}) {
    for (const Document& document : test::load_samples(folder)) {
      if (extractor().extract(document).empty()) continue;
      ++with_facts;
      CAPTURE(document.id);
      check_wrappings(document.text, {});
      check_wrappings(menu() + document.text, {});
    }
  }
  CHECK(with_facts > 250);
}

TEST_CASE("may_hold_facts: no example of a rule with facts is turned down, however it is wrapped") {
  std::size_t with_facts = 0;
  const auto check = [&](const Rule& rule) {
    for (const Example& example : rule.examples) {
      if (example.facts.empty()) continue;
      ++with_facts;
      Metadata known;
      if (!example.title.empty()) known.title = example.title;
      if (!example.source.empty()) known.source = example.source;
      check_wrappings(example.text, known);
    }
  };
  for (const auto* rules :
       {&extractor().rules().rewrites, &extractor().rules().guards, &extractor().rules().facts}) {
    for (const Rule& rule : *rules) check(rule);
  }
  CHECK(with_facts > 1500);
}

TEST_CASE("may_hold_facts: what has facts keeps them among noise and is not turned down") {
  std::mt19937 random(7);
  std::size_t with_facts = 0;
  for (const Document& document : test::load_samples(test::kOpenedSamples)) {
    for (const Fact& fact : extractor().extract(document)) {
      // The line of one fact alone, and whatever comes of it.
      const std::size_t begin = document.text.rfind('\n', fact.start) + 1;
      const std::size_t end = std::min(document.text.find('\n', fact.start), document.text.size());
      if (end <= begin) continue;
      const std::string line = document.text.substr(begin, end - begin);
      if (extractor().extract({"planted", line, {}}).empty()) continue;
      ++with_facts;
      const Wrapping& wrapping = wrappings()[random() % wrappings().size()];
      CAPTURE(wrapping.name);
      CAPTURE(line);
      const std::string page = noise(random) + "\n\n" + line + "\n\n" + noise(random);
      CHECK(extractor().may_hold_facts(page));
      CHECK(extractor().may_hold_facts(wrapping.wrap(page)));
    }
  }
  CHECK(with_facts > 300);
}

TEST_CASE("may_hold_facts: one sentence that tells, in a long page about something else") {
  // Told with as few telling words as there can be.
  const std::vector<std::pair<std::string, std::string>> told{
      {"Turnout in Bury was 34%.", ""},
      {"Just 29% of voters in Medway turned out.", ""},
      {"Turnout ranged from 31 per cent in Bury to 47 per cent in Luton.", ""},
      {"The Greens now hold nine.", "Lewes"},
      {"The Green Party has nine seats in Lewes.", ""},
      {"There are now 12 independents in Dover.", ""},
      {"Independents took nine seats in Rother.", ""},
      {"The Lavender Alliance won nine seats in Dover.", ""},
      {"Residents won nine seats in Epsom and Ewell.", ""},
      {"No party has control of Bury.", ""},
      {"Nobody has overall control in Swale.", ""},
      {"Swale is hung, as before.", ""},
      {"In Bury 17 of the 51 council seats were contested.", ""},
      {"Luton (48 councillors) was the last to count.", ""},
      {"Dover turned red.", "Local elections"},
  };
  std::string noise;
  for (int i = 0; i < 40; ++i) noise += "The weather was fine and the match went on.\n";
  for (const auto& [sentence, title] : told) {
    CAPTURE(sentence);
    Document document{"long", sentence, {}};
    if (!title.empty()) document.metadata.title = title;
    REQUIRE_FALSE(extractor().extract(document).empty());
    check_wrappings(noise + "\n" + sentence + "\n\n" + noise, document.metadata);
    check_wrappings(menu() + sentence, document.metadata);
    // The headline may stand in the page itself.
    check_wrappings(as_html(title + "\n" + sentence) + menu(), {});
  }
}

TEST_CASE("extract: what it passes over unread holds nothing when it is read") {
  // With a trace all is read.
  const auto check = [](const Document& document) {
    CAPTURE(document.id);
    CAPTURE(document.text);
    Trace trace;
    const std::vector<Fact> quick = extractor().extract(document);
    const std::vector<Fact> read = extractor().extract(document, &trace);
    REQUIRE(quick.size() == read.size());
    for (std::size_t i = 0; i < quick.size(); ++i) CHECK(quick[i].id == read[i].id);
  };
  for (const auto& folder :
       {test::kSamples, test::kOpenedSamples, test::kRecentSamples, test::kHeldSamples}) {
    for (const Document& document : test::load_samples(folder)) check(document);
  }
  for (const auto* rules :
       {&extractor().rules().rewrites, &extractor().rules().guards, &extractor().rules().facts}) {
    for (const Rule& rule : *rules) {
      for (const Example& example : rule.examples) {
        Document document{rule.id, example.text, {}};
        if (!example.title.empty()) document.metadata.title = example.title;
        if (!example.source.empty()) document.metadata.source = example.source;
        check(document);
      }
    }
  }
}

TEST_CASE("may_hold_facts: pages about something else are turned down") {
  const auto holds = [](const std::string& text) { return extractor().may_hold_facts(text); };
  CHECK_FALSE(holds(menu()));
  CHECK_FALSE(holds(as_html("Fresh bread every day") + menu()));
  // Councils are spoken of, but neither who is elected to them nor how.
  CHECK_FALSE(holds(menu() + "<p>Many families wrote to the council.</p>"));
  CHECK_FALSE(holds(menu() + "<p>The ward's families wrote to the council.</p>"));
  CHECK_FALSE(holds("The families of Medway wrote to the council."));
  CHECK_FALSE(holds(menu() + "<script>var x = 'Labour won 12 council seats';</script>"));
  CHECK_FALSE(holds(menu() + "<!-- Labour won 12 council seats -->"));
  CHECK_FALSE(holds(menu() + "<a href='/labour' title='Labour'>More</a>"));
  CHECK_FALSE(holds(""));
  CHECK(holds(std::string(1000, '\0')));  // as in UTF-16, which is read as it is
  // Names that are other words as well may be parties all the same.
  CHECK(holds(menu() + "<p>The Green family and others wrote home.</p>"));
  CHECK(holds(menu() + "<p>Labour won 12 seats.</p>"));
  CHECK(
      holds(menu() + "<meta property='og:title' content='Labour gain Medway'><p>They won 30.</p>"));
  CHECK(holds(menu() + "<p>Green councillors and others run the council.</p>"));
  CHECK(holds(menu() + "<p>The ward's councillors wrote to the mayor.</p>"));
}

TEST_CASE("may_hold_facts: what is known of an article counts as well") {
  const std::string text = menu() + "<p>We gained three and now have 20.</p>";
  CHECK_FALSE(extractor().may_hold_facts(text));
  Metadata known;
  known.source = "Labour Party";
  CHECK(extractor().may_hold_facts(text, known));
}

TEST_CASE("may_hold_facts: words that ran together, accents, other encodings") {
  for (const std::string text : {
           "MoreLabour seats",
           "OAKSHIRELabour seats",
           "Labour44",
           "12Labour",
           "LABOUR GAIN",
           "L\xC3\xA1"
           "bour",  // an accent
           "Sinn F\xC3\xA9in",
           "Sinn F\xE9in",  // UTF-8, Windows-1252
           "Sinn F&eacute;in",
           "Sinn F&#xE9;in",
           "Plaid\xC2\xA0"
           "Cymru",
           "\xEF\xBB\xBFLabour",
           "Lib<b>Dem</b>s",
           "Liberal <i>Demo</i>crats",
           "L&#97;bour",
           "Lab<!-- -->our",
           "Labour\xE2\x80\x99s",
           "<a\nLabour",
           "a < b Labour",
           "<!-- Labour",
           "<script>Labour",
           "<style>Labour",
           "<p title='>'>Labour",
           "<![CDATA[Labour]]>",
       }) {
    CAPTURE(text);
    CHECK(extractor().may_hold_facts(menu() + text));
    CHECK(extractor().may_hold_facts(text));
  }
}

TEST_CASE("may_hold_facts: bytes that are no text take no longer than others") {
  constexpr std::size_t kBytes = 500'000;
  for (const std::string piece :
       {"<",  "<a",   "</",     "<!--", "<!---", "<script>", "<script json>", "<style>", "&",
        "&#", "&amp", "\\",     "\\u",  "{\\",   "a\x01",    "\xC3\xA9",      "\xFF",    "aA",
        "s ", "\x01", "<a><b>", "a<a>", "--",    "<!"}) {
    std::string bytes;
    while (bytes.size() < kBytes) bytes += piece;
    CAPTURE(piece);
    CHECK_FALSE(extractor().may_hold_facts(bytes));
    std::string out;
    loose_text(bytes, out);
    CHECK(out.size() <= bytes.size() * 3 / 2 + 1);
  }
}
