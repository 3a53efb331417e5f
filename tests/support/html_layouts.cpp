#include "tests/support/html_layouts.h"

#include <vector>

namespace recount::test {
namespace {

constexpr const char* kNavigation =
    "<li><a href='/1'>Home</a></li><li><a href='/2'>Labour gains Swale with 31 seats</a></li>"
    "<li><a href='/3'>Sport</a></li><li><a href='/4'>Weather</a></li>";
constexpr const char* kRelated =
    "<ul><li><a href='/5'>Conservatives win 33 seats in Pendle</a></li>"
    "<li><a href='/6'>Liberal Democrats gain 14 seats in Torridge</a></li></ul>";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : text + '\n') {
    if (c != '\n') {
      line += c;
    } else if (!line.empty()) {
      lines.push_back(escaped(line));
      line.clear();
    }
  }
  return lines;
}

std::string wrapped(const std::vector<std::string>& lines, const std::string& before,
                    const std::string& after, const std::string& between = "") {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += before + lines[i] + after + "\n";
    if (i == lines.size() / 2) out += between;
  }
  return out;
}

}  // namespace

std::string page_around(const Document& article, std::size_t layout) {
  const std::vector<std::string> lines = lines_of(article.text);
  const std::string navigation = kNavigation;
  const std::string related = kRelated;
  const std::string box =
      "<section class='related'><h3>Related stories</h3>" + related + "</section>";
  const std::string comments =
      "<div id='comments' class='comments'><div class='comment'><p>In Swale Labour won 31 seats "
      "and we have been laughing about it ever since, haven't we, neighbours?</p></div></div>";
  switch (layout % kLayouts) {
    case 0:
      return "<!doctype html><html><body><nav><ul>" + navigation + "</ul></nav><main><article>" +
             wrapped(lines, "<p>", "</p>", box) + "</article></main><aside>" + related +
             "</aside>" + comments + "</body></html>";
    case 1:
      return "<html><body><div class='menu'><ul>" + navigation +
             "</ul></div><div class='w'><div class='story' itemprop='articleBody'>" +
             wrapped(lines, "<div class='block'><div><p>", "</p></div></div>") + "</div>" +
             related + "</div><div class='footer'><ul>" + navigation + "</ul></div></body></html>";
    case 2:
      return "<html><body><table width=760><tr><td width=120><ul>" + navigation +
             "</ul><td><font face=Arial size=2>" + wrapped(lines, "", "<br><br>") +
             "</font><td width=150><b>See also</b>" + related + "</table></body></html>";
    case 3:
      return "<html><body><div><div><ul>" + navigation + "</ul></div></div><div><div>" +
             wrapped(lines, "<div class=q1><div class=q2>", "</div></div>") + "</div></div><div>" +
             related + "</div></body></html>";
    case 4:
      return "<HTML><BODY><P>" + wrapped(lines, "<P>", "") + "<HR>" + related + "</BODY></HTML>";
    case 5:
      return "<html amp><body><amp-sidebar><ul>" + navigation +
             "</ul></amp-sidebar><article><div class='amp-content'>" +
             wrapped(lines, "<p>", "</p>",
                     "<p><strong>Read more: <a href='/5'>Conservatives win 33 seats in Pendle</a>"
                     "</strong></p>") +
             "</div></article><amp-embed>" + related + "</amp-embed></body></html>";
    case 6:
      return "<html><body class='single has-sidebar comments-open'><header><ul>" + navigation +
             "</ul></header><div class='entry-content'>" +
             wrapped(lines, "<p><span>", "</span></p>") +
             "<div class='sharedaddy'><h3>Share this:</h3></div></div>" + comments +
             "<aside class='widget'><h2>Recent posts</h2>" + related + "</aside></body></html>";
    default:
      return "<html><body><pre>" + wrapped(lines, "", "\n") + "</pre>" + related + "</body></html>";
  }
}

}  // namespace recount::test
