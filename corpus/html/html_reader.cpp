#include "corpus/html/html_reader.h"

#include <algorithm>
#include <array>

#include "corpus/charset.h"
#include "corpus/html/body.h"
#include "corpus/html/body_text.h"
#include "corpus/html/characters.h"
#include "corpus/html/core.h"
#include "corpus/html/page_metadata.h"
#include "corpus/html/tokenizer.h"
#include "corpus/html/tree.h"

namespace recount {
namespace {

constexpr std::size_t kPrescan = std::size_t{8} << 10;
constexpr std::size_t kBehindSite = 15;
constexpr double kLonger = 1.3;  // how much longer the text in JSON-LD must be

/// The encoding that the page itself names in its first bytes: <meta charset>, <meta
/// http-equiv="Content-Type">, <?xml encoding>.
std::string_view named_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kPrescan);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    at = bytes.find_first_of("cCeE", at);
    if (at == bytes.npos) break;
    std::string_view rest = bytes.substr(at);
    const bool charset = html::starts_with_ignoring_case(rest, "charset");
    const bool encoding = at < 100 && html::starts_with_ignoring_case(rest, "encoding");
    if (!charset && !encoding) continue;
    rest = html::trim(rest.substr(charset ? 7 : 8));
    if (!rest.starts_with('=')) continue;
    rest = html::trim(rest.substr(1));
    if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    return rest.substr(0, rest.find_first_of("\"'; >/\t\r\n"));
  }
  return {};
}

/// The text in JSON-LD, which is sometimes HTML itself.
std::string text_of_json(const std::string& body) {
  std::string text;
  if (looks_like_html(body)) {
    const html::Tree tree = html::parse(body);
    html::Body all;
    all.left_out.resize(tree.size());
    text = html::write_body(tree, all);
  } else {
    html::append_decoded(body, text);
  }
  return text;
}

/// "Kent Courier: Labour takes Medway", where the headline is what stands behind the colon.
void drop_site(const std::string& headline, std::string& title) {
  if (headline.size() < kBehindSite || !title.ends_with(headline)) return;
  if (title.substr(0, title.size() - headline.size()).ends_with(": ")) title = headline;
}

}  // namespace

HtmlArticle read_html(std::string bytes, std::string_view charset) {
  const std::string named(charset.empty() ? named_charset(bytes) : charset);
  const std::string page = to_utf8(std::move(bytes), named);
  const html::Tree tree = html::parse(page);
  html::PageMetadata facts = html::read_page_metadata(tree);
  HtmlArticle out;
  const html::Body body = html::find_body(tree, facts.titles);
  out.text = html::write_body(tree, body);
  out.metadata = std::move(facts.metadata);
  if (out.metadata.title && body.headline != 0)
    drop_site(html::text_of(tree, body.headline), *out.metadata.title);
  out.language = std::move(facts.language);
  // Behind a paywall the page shows a teaser, and its JSON-LD sometimes the whole.
  if (facts.body.size() > out.text.size()) {
    std::string whole = text_of_json(facts.body);
    if (static_cast<double>(whole.size()) > static_cast<double>(out.text.size()) * kLonger)
      out.text = out.metadata.title ? *out.metadata.title + "\n\n" + whole : std::move(whole);
  }
  return out;
}

bool looks_like_html(std::string_view bytes) {
  bytes = bytes.substr(0, std::size_t{64} << 10);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view begin = html::trim(bytes.substr(0, 1024));
  static constexpr auto kOpenings = std::to_array<std::string_view>(
      {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<style",
       "<table", "<div", "<article", "<section", "<main", "<h1", "<h2", "<p>", "<p ", "<iframe",
       "<!--"});
  if (std::any_of(kOpenings.begin(), kOpenings.end(), [begin](std::string_view opening) {
        return html::starts_with_ignoring_case(begin, opening);
      }))
    return true;
  if (html::starts_with_ignoring_case(begin, "<?xml"))
    return begin.find("<html") != begin.npos || begin.find("<!DOCTYPE html") != begin.npos;
  static constexpr auto kTags = std::to_array<std::string_view>(
      {"</p>", "<br>", "<br/>", "<br />", "</div>", "</li>", "</h2>", "</h3>", "</td>", "</strong>",
       "</em>", "</a>", "<p>"});
  for (std::size_t at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at + 1)) {
    if (std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
          return html::starts_with_ignoring_case(bytes.substr(at), tag);
        }))
      return true;
  }
  return false;
}

}  // namespace recount
