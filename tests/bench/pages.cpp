#include "tests/bench/pages.h"

#include <array>
#include <string_view>
#include <utility>

namespace recount::bench {
namespace {

/// SplitMix64: good numbers from any seed, the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t operator()() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>((*this)() % n); }
  bool chance(double share) { return static_cast<double>((*this)() >> 11) * 0x1p-53 < share; }
  template <typename List>
  std::string_view pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::uint64_t state_;
};

constexpr std::string_view kCommon[] = {
    "the", "of",  "and",  "to",   "in",    "a",    "is",    "that", "for",   "it",
    "was", "on",  "with", "as",   "at",    "by",   "from",  "this", "have",  "has",
    "had", "but", "not",  "they", "their", "more", "about", "when", "after", "will",
    "can", "all", "new",  "than", "who",   "one",  "two"};
constexpr std::string_view kWords[] = {
    "match",    "season",   "player",   "price",   "delivery", "garden",  "recipe",   "kitchen",
    "summer",   "weather",  "customer", "review",  "phone",    "battery", "screen",   "camera",
    "holiday",  "flight",   "hotel",    "beach",   "island",   "school",  "teacher",  "student",
    "hospital", "doctor",   "patient",  "police",  "driver",   "traffic", "station",  "train",
    "music",    "album",    "singer",   "film",    "actor",    "theatre", "museum",   "gallery",
    "coach",    "striker",  "defender", "penalty", "stadium",  "league",  "fixture",  "cup",
    "company",  "market",   "profit",   "bank",    "interest", "energy",  "engine",   "software",
    "family",   "children", "mother",   "brother", "house",    "street",  "river",    "mountain",
    "coffee",   "bread",    "butter",   "sugar",   "dinner",   "evening", "morning",  "weekend",
    "colour",   "leather",  "cotton",   "shirt",   "trousers", "jacket",  "warranty", "returns",
    "thread",   "comment",  "reply",    "member",  "question", "answer",  "update",   "version",
    "control",  "lost",     "won",      "gain",    "held",     "seat",    "result",   "leader"};
/// Words that speak of councils or parties, or may: about as rare as on other pages of the web.
constexpr std::string_view kTelling[] = {"division", "authority", "authorities", "ward",  "council",
                                         "others",   "Green",     "independent", "Party", "Labour"};
constexpr std::string_view kNames[] = {"Manchester", "Sarah Hill", "Leeds United", "Acme",
                                       "Bristol",    "Dr Patel",   "Kent",         "James Grove",
                                       "Reading",    "Orion",      "Newcastle",    "Mrs Walker"};
constexpr std::string_view kSyllables[] = {
    "ka",  "lo",  "mi",  "ren", "sch", "\xC3\xA9",  "tur", "vel", "\xC3\xB6n", "ga",
    "der", "ist", "pol", "na",  "ti",  "\xC3\xA3o", "ber", "qui", "sen",       "zo"};
constexpr std::string_view kSections[] = {"Home",  "News",    "Sport", "Business", "Weather",
                                          "Shop",  "Travel",  "Video", "Culture",  "Sign in",
                                          "Local", "Contact", "About", "Help",     "Basket"};
constexpr std::string_view kPolitics[] = {
    "Council",           "Labour",         "Conservatives",
    "Local elections",   "Councillors",    "Green Party",
    "Liberal Democrats", "Town hall news", "Election results"};

class Writer {
 public:
  Writer(std::uint64_t seed, std::string& out) : random_(seed), out_(out) {
    foreign_ = random_.chance(0.4);
    political_ = random_.chance(0.05);
  }

  Random& random() { return random_; }
  void speak_english() { foreign_ = false; }

  void word() {
    if (foreign_) {
      for (std::size_t n = 1 + random_.below(4); n > 0; --n) out_ += random_.pick(kSyllables);
    } else if (random_.chance(0.0003)) {
      out_ += random_.pick(kTelling);
    } else if (random_.chance(0.5)) {
      out_ += random_.pick(kCommon);
    } else if (random_.chance(0.1)) {
      out_ += random_.pick(kNames);
    } else {
      out_ += random_.pick(kWords);
    }
  }

  void sentence() {
    const std::size_t begin = out_.size();
    for (std::size_t n = 6 + random_.below(16); n > 0; --n) {
      if (random_.chance(0.03)) out_ += std::to_string(random_.below(2000)) + ' ';
      word();
      if (random_.chance(0.02)) out_ += "&nbsp;&ndash;";
      out_ += n == 1 ? ". " : random_.chance(0.08) ? ", " : " ";
    }
    if (out_[begin] >= 'a' && out_[begin] <= 'z') out_[begin] = static_cast<char>(out_[begin] - 32);
  }

  void paragraph() {
    out_ += "<p>";
    for (std::size_t n = 1 + random_.below(5); n > 0; --n) {
      const bool linked = random_.chance(0.1);
      if (linked) link_begin();
      sentence();
      if (linked) out_ += "</a>";
    }
    out_ += "</p>\n";
  }

  void link_begin() {
    out_ += "<a class=\"link link--inline js-track\" data-id=\"" + std::to_string(random_()) +
            "\" href=\"https://www.example.org/";
    word();
    out_ += "/" + std::to_string(random_.below(1'000'000)) + "\">";
  }

  void head(std::string_view title) {
    out_ += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
    out_ += title;
    out_ += "</title>\n<meta property=\"og:title\" content=\"";
    out_ += title;
    out_ += "\">\n<style>\n";
    for (std::size_t n = 20 + random_.below(200); n > 0; --n)
      out_ += ".c" + std::to_string(random_.below(9999)) +
              " { margin: 0 auto; padding: 4px 8px; color: #" +
              std::to_string(100000 + random_.below(899999)) + "; }\n";
    out_ += "</style>\n";
    script(2000 + random_.below(20'000));
    out_ += "</head>\n<body class=\"page\">\n";
  }

  void menu() {
    out_ += "<nav class=\"global-nav\" aria-label=\"Main\"><ul>\n";
    for (std::size_t n = 10 + random_.below(30); n > 0; --n) {
      out_ += "<li class=\"nav-item\">";
      link_begin();
      out_ += political_ && random_.chance(0.3) ? random_.pick(kPolitics) : random_.pick(kSections);
      out_ += "</a></li>\n";
    }
    out_ += "</ul></nav>\n";
  }

  void script(std::size_t bytes) {
    out_ += "<script>\n(function(w,d){var q=w.dataLayer=w.dataLayer||[];";
    for (const std::size_t end = out_.size() + bytes; out_.size() < end;) {
      out_ += "q.push({\"event\":\"" + std::to_string(random_() % 1'000'000'007) + "\",\"name\":\"";
      word();
      out_ += "\"});if(w.innerWidth<" + std::to_string(random_.below(2000)) +
              "&&d.querySelector('.c" + std::to_string(random_.below(999)) +
              "')){w.addEventListener('load',function(e){return e.target!==null;});}\n";
    }
    out_ += "})(window,document);\n</script>\n";
  }

  void footer() {
    out_ += "<footer class=\"site-footer\"><ul>\n";
    for (std::size_t n = 5 + random_.below(25); n > 0; --n) {
      out_ += "<li>";
      link_begin();
      word();
      out_ += " ";
      word();
      out_ += "</a></li>\n";
    }
    out_ += "</ul><p>&copy; 2024 Example. All rights reserved.</p></footer>\n";
    script(1000 + random_.below(30'000));
    out_ += "</body>\n</html>\n";
  }

  void text_page(std::size_t paragraphs) {
    out_ += "<main><article>\n<h1>";
    sentence();
    out_ += "</h1>\n";
    for (std::size_t n = paragraphs; n > 0; --n) {
      paragraph();
      if (random_.chance(0.15))
        out_ += "<figure><img src=\"/i/" + std::to_string(random_()) +
                ".jpg\" srcset=\"/i/a-320.jpg 320w, /i/a-640.jpg 640w, /i/a-1280.jpg 1280w\" "
                "loading=\"lazy\" alt=\"\"><figcaption>Picture</figcaption></figure>\n";
    }
    out_ += "</article></main>\n";
  }

  void shop_page() {
    out_ += "<main><div class=\"grid\">\n";
    for (std::size_t n = 20 + random_.below(80); n > 0; --n) {
      out_ += "<div class=\"product-card\" data-sku=\"" + std::to_string(random_()) +
              "\"><img src=\"/p/" + std::to_string(random_()) + ".webp\" alt=\"\"><h3>";
      word();
      out_ += ' ';
      word();
      out_ += "</h3><span class=\"price\">&pound;" + std::to_string(random_.below(300)) +
              ".99</span><button class=\"btn btn-primary js-add\" aria-controls=\"basket\">Add to "
              "basket</button></div>\n";
    }
    out_ += "</div></main>\n";
  }

  void forum_page() {
    out_ += "<main><table class=\"thread\">\n";
    for (std::size_t n = 10 + random_.below(60); n > 0; --n) {
      out_ += "<tr class=\"post\"><td class=\"user\">user" + std::to_string(random_.below(9999)) +
              "<br>Posts: " + std::to_string(random_.below(9999)) + "</td><td><div class=\"body\">";
      for (std::size_t k = 1 + random_.below(6); k > 0; --k) sentence();
      out_ += "</div></td></tr>\n";
    }
    out_ += "</table></main>\n";
  }

 private:
  Random random_;
  std::string& out_;
  bool foreign_ = false, political_ = false;
};

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
}

/// The text in one of a few layouts: paragraphs, divisions, or sections with headings.
void write_article(const Document& document, Writer& writer, std::string& out) {
  const std::size_t layout = writer.random().below(3);
  constexpr std::string_view kOpen[] = {"<main><article itemprop=\"articleBody\">\n",
                                        "<div id=\"content\"><div class=\"story-body__inner\">\n",
                                        "<div role=\"main\"><section class=\"entry-content\">\n"};
  constexpr std::string_view kClose[] = {"</article></main>\n", "</div></div>\n",
                                         "</section></div>\n"};
  out += kOpen[layout];
  out += "<h1>";
  append_escaped(document.metadata.title.value_or("Election results"), out);
  out += "</h1>\n";
  if (document.metadata.published)
    out += "<time datetime=\"" + *document.metadata.published + "\">" +
           *document.metadata.published + "</time>\n";
  const std::string_view text = document.text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    const bool heading = line.size() < 50 && line.back() != '.';
    out += heading ? "<h2>" : layout == 1 ? "<div class=\"par\">" : "<p>";
    append_escaped(line, out);
    out += heading ? "</h2>\n" : layout == 1 ? "</div>\n" : "</p>\n";
  }
  out += kClose[layout];
}

}  // namespace

PageMaker::PageMaker(std::vector<Document> articles, double election_share, std::uint64_t seed)
    : articles_(std::move(articles)), election_share_(election_share), seed_(seed) {}

Page PageMaker::make(std::uint64_t number) const {
  Page page;
  page.html.reserve(200'000);
  Random seeds(seed_ ^ number * 0xD1342543DE82EF95u);
  page.election = !articles_.empty() && seeds.chance(election_share_);
  page.url = "https://www.example.org/" + std::to_string(number);
  Writer writer(seeds(), page.html);
  if (page.election) writer.speak_english();
  const Document* article = page.election ? &articles_[seeds.below(articles_.size())] : nullptr;
  writer.head(article != nullptr ? article->metadata.title.value_or("Results") : "Example");
  writer.menu();
  if (article != nullptr) {
    write_article(*article, writer, page.html);
  } else {
    switch (seeds.below(6)) {
      case 0:
        writer.shop_page();
        break;
      case 1:
        writer.forum_page();
        break;
      case 2:
        writer.script(50'000 + seeds.below(200'000));
        writer.text_page(3);
        break;
      default:
        writer.text_page(8 + seeds.below(50));
    }
  }
  writer.footer();
  return page;
}

}  // namespace recount::bench
