#include "corpus/html/tokenizer.h"

namespace recount::html {
namespace {

constexpr std::size_t kNoEnd = std::string_view::npos;

bool ends_tag_name(char c) { return is_space(c) || c == '/' || c == '>'; }

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lowered) {
  if (text.size() < lowered.size()) return false;
  for (std::size_t i = 0; i < lowered.size(); ++i) {
    if (to_lower(text[i]) != lowered[i]) return false;
  }
  return true;
}

bool Tokenizer::next(Markup& out) {
  while (at_ < page_.size()) {
    if (at_ == cdata_end_) {
      at_ += 3;
      cdata_end_ = kNoEnd;
      continue;
    }
    if (cdata_end_ != kNoEnd && at_ > cdata_end_) cdata_end_ = kNoEnd;  // a tag ran across it
    if (!begins_markup(at_)) {
      out.kind = Markup::Kind::kText;
      out.text = text_run();
      return true;
    }
    const char c = page_[at_ + 1];
    if (c == '!' || c == '?') {
      declaration();
    } else if (tag(out)) {
      return true;
    }
  }
  return false;
}

/// A "<" that begins no tag, comment or declaration is text.
bool Tokenizer::begins_markup(std::size_t at) const {
  if (page_[at] != '<' || at + 1 >= page_.size()) return false;
  const char c = page_[at + 1];
  return is_letter(c) || c == '/' || c == '!' || c == '?';
}

std::string_view Tokenizer::text_run() {
  const std::size_t begin = at_;
  const std::size_t limit = cdata_end_ == kNoEnd ? page_.size() : cdata_end_;
  std::size_t end = begin;
  do {
    end = page_.find('<', end + 1);
  } while (end < limit && !begins_markup(end));
  at_ = end < limit ? end : limit;
  return page_.substr(begin, at_ - begin);
}

/// Reads a start or end tag; false for what only looks like one.
bool Tokenizer::tag(Markup& out) {
  const bool end = page_[at_ + 1] == '/';
  std::size_t i = at_ + (end ? 2 : 1);
  if (i >= page_.size() || !is_letter(page_[i])) {
    const std::size_t close = page_.find('>', i);
    at_ = close == kNoEnd ? page_.size() : close + 1;
    return false;
  }
  const std::size_t begin = i;
  while (i < page_.size() && !ends_tag_name(page_[i])) ++i;
  out.name = page_.substr(begin, i - begin);
  out.tag = tag_of(out.name);
  out.kind = end ? Markup::Kind::kEnd : Markup::Kind::kStart;
  at_ = i;
  attributes(out);
  return true;
}

void Tokenizer::attributes(Markup& out) {
  out.attributes.clear();
  out.self_closing = false;
  while (at_ < page_.size()) {
    const char c = page_[at_];
    if (c == '>') {
      ++at_;
      return;
    }
    if (is_space(c) || c == '/') {
      out.self_closing = c == '/';
      ++at_;
      continue;
    }
    const std::size_t begin = at_++;
    while (at_ < page_.size() && page_[at_] != '=' && !ends_tag_name(page_[at_])) ++at_;
    Attribute attribute;
    attribute.name = attr_of(page_.substr(begin, at_ - begin));
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    if (at_ < page_.size() && page_[at_] == '=') {
      ++at_;
      attribute.value = value();
    }
    out.self_closing = false;
    if (attribute.name != Attr::kOther) out.attributes.push_back(attribute);
  }
}

std::string_view Tokenizer::value() {
  while (at_ < page_.size() && is_space(page_[at_])) ++at_;
  if (at_ == page_.size()) return {};
  const char quote = page_[at_];
  std::size_t begin = at_;
  if (quote == '"' || quote == '\'') {
    bool& missing = quote == '"' ? no_double_quote_ : no_single_quote_;
    const std::size_t end = find(std::string_view(&quote, 1), ++begin, missing);
    if (end != kNoEnd) {
      at_ = end + 1;
      return page_.substr(begin, end - begin);
    }
    const std::size_t close = page_.find('>', begin);
    at_ = close == kNoEnd ? page_.size() : close;
    return page_.substr(begin, at_ - begin);
  }
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
  return page_.substr(begin, at_ - begin);
}

std::size_t Tokenizer::find(std::string_view what, std::size_t from, bool& missing) const {
  if (missing) return kNoEnd;
  const std::size_t found = page_.find(what, from);
  missing = found == kNoEnd;
  return found;
}

/// Passes over a comment, a doctype, a processing instruction, the mark that opens CDATA.
void Tokenizer::declaration() {
  const std::string_view rest = page_.substr(at_);
  if (rest.starts_with("<![CDATA[")) {
    at_ += 9;
    cdata_end_ = find("]]>", at_, no_cdata_end_);
    return;
  }
  if (rest.starts_with("<!--")) {
    // "<!-->" and "<!--->" are whole.
    if (rest.size() > 4 && rest[4] == '>') {
      at_ += 5;
      return;
    }
    std::size_t dashes = find("--", at_ + 4, no_comment_end_);
    while (dashes != kNoEnd) {
      std::size_t close = dashes + 2;
      while (close < page_.size() && page_[close] == '-') ++close;
      if (close < page_.size() && page_[close] == '!') ++close;
      if (close < page_.size() && page_[close] == '>') {
        at_ = close + 1;
        return;
      }
      dashes = find("--", close, no_comment_end_);
    }
  }
  const std::size_t close = page_.find('>', at_);
  at_ = close == kNoEnd ? page_.size() : close + 1;
}

/// Where "</name" stands, followed by what ends a name; npos when it does not.
std::size_t Tokenizer::end_of_raw(std::string_view name, std::size_t from) const {
  for (std::size_t i = page_.find("</", from); i != kNoEnd; i = page_.find("</", i + 2)) {
    const std::size_t behind = i + 2 + name.size();
    if (behind > page_.size()) return kNoEnd;
    bool same = behind == page_.size() || ends_tag_name(page_[behind]);
    for (std::size_t k = 0; same && k < name.size(); ++k) {
      same = to_lower(page_[i + 2 + k]) == to_lower(name[k]);
    }
    if (same) return i;
  }
  return kNoEnd;
}

/// A script that holds "<!--" and then "<script" ends behind the end tag of that one, too, unless
/// the comment ends before.
std::size_t Tokenizer::end_of_script(std::size_t from) const {
  const std::size_t end = end_of_raw("script", from);
  if (end == kNoEnd) return kNoEnd;
  std::string_view inside = page_.substr(from, end - from);
  std::size_t comment = kNoEnd;  // the last one; a search from the end would take far longer
  for (std::size_t next = 0; (next = inside.find("<!--", next)) != kNoEnd; ++next) comment = next;
  if (comment == kNoEnd) return end;
  inside.remove_prefix(comment);
  if (inside.find("-->") != kNoEnd) return end;
  std::size_t inner = inside.find("<script");
  if (inner == kNoEnd) inner = inside.find("<SCRIPT");
  if (inner == kNoEnd || inner + 7 >= inside.size() || !ends_tag_name(inside[inner + 7]))
    return end;
  const std::size_t outer = end_of_raw("script", end + 8);
  return outer == kNoEnd ? end : outer;
}

std::string_view Tokenizer::raw_text(Tag tag, std::string_view name) {
  const std::size_t begin = at_;
  bool& missing = no_end_tag_[static_cast<std::size_t>(tag)];
  std::size_t end = kNoEnd;
  if (!missing && tag != Tag::kPlaintext) {
    end = tag == Tag::kScript ? end_of_script(at_) : end_of_raw(name, at_);
    missing = end == kNoEnd;
  }
  if (end == kNoEnd) {
    const bool to_the_end =
        tag == Tag::kScript || tag == Tag::kStyle || tag == Tag::kPlaintext || tag == Tag::kXmp;
    end = to_the_end ? page_.size() : page_.find('<', begin);
    at_ = end == kNoEnd ? page_.size() : end;
    return page_.substr(begin, at_ - begin);
  }
  const std::size_t close = page_.find('>', end);
  at_ = close == kNoEnd ? page_.size() : close + 1;
  return page_.substr(begin, end - begin);
}

}  // namespace recount::html
