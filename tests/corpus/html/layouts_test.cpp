// Every sample in several layouts of web pages: what can be read in the text can be read on the
// page, and nothing else.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "corpus/html/cues.h"
#include "corpus/html/html_reader.h"
#include "tests/support/html_layouts.h"
#include "tests/support/samples.h"

using namespace recount;

namespace {

/// The lines of a text without blank ones.
std::multiset<std::string> lines_of(const std::string& text) {
  std::multiset<std::string> lines;
  std::string line;
  for (const char c : text + '\n') {
    if (c != '\n') {
      line += c == '\t' || c == '\r' ? ' ' : c;
      continue;
    }
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin != line.npos)
      lines.insert(line.substr(begin, line.find_last_not_of(' ') + 1 - begin));
    line.clear();
  }
  return lines;
}

/// As text that HTML does not change: single spaces, nothing invisible.
std::string plain(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\xC2\xA0") == 0) {
      out += ' ';
      ++i;
    } else if (text[i] == '\t' || text[i] == '\r') {
      out += ' ';
    } else if (!(text[i] == ' ' && (out.empty() || out.back() == ' '))) {
      out += text[i];
    }
  }
  return out;
}

/// What a page that an article was copied from had around it, and what is rightly left out.
bool is_residue(const std::string& line) {
  return html::is_aside_heading(line) || html::is_pointer(line) ||
         html::is_label_of_nothing(line) || line.find("READ MORE: ") != line.npos;
}

/// What `got` lacks and what it has beside.
std::string difference(const std::multiset<std::string>& wanted,
                       const std::multiset<std::string>& got) {
  std::string out;
  for (const std::string& line : wanted) {
    if (got.count(line) < wanted.count(line) && !is_residue(line)) out += "lost: " + line + '\n';
  }
  for (const std::string& line : got) {
    if (wanted.count(line) < got.count(line)) out += "new: " + line + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("html layouts: the lines of a sample come out of every layout, and no others") {
  std::vector<Document> samples = test::load_samples();
  for (Document& document : test::load_samples(test::kOpenedSamples)) {
    samples.push_back(std::move(document));
  }
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i].text = plain(samples[i].text);
    for (std::size_t k = 0; k < 3; ++k) {
      const std::size_t layout = (i + k * 3) % test::kLayouts;
      CAPTURE(samples[i].id);
      CAPTURE(layout);
      const HtmlArticle article = read_html(test::page_around(samples[i], layout), "");
      CHECK(difference(lines_of(samples[i].text), lines_of(article.text)) == "");
    }
  }
}
