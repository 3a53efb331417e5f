#include "corpus/warc/header_lines.h"

#include <algorithm>

namespace recount {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::size_t header_size(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1, 2);
    if (rest.starts_with('\n')) return at + 2;
    if (rest == "\r\n") return at + 3;
  }
  return text.npos;
}

bool same_word(std::string_view text, std::string_view word) {
  return text.size() == word.size() && std::equal(text.begin(), text.end(), word.begin(),
                                                  [](char a, char b) { return lower(a) == b; });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

std::string_view header_field(std::string_view header, std::string_view name) {
  for (std::size_t at = header.find('\n'); at != header.npos; at = header.find('\n', at)) {
    const std::string_view rest = header.substr(++at);
    if (rest.size() <= name.size() || rest[name.size()] != ':') continue;
    if (!std::equal(name.begin(), name.end(), rest.begin(),
                    [](char a, char b) { return lower(a) == lower(b); })) {
      continue;
    }
    const std::string_view value = rest.substr(name.size() + 1);
    return trimmed(value.substr(0, value.find('\n')));
  }
  return {};
}

std::string_view media_type(std::string_view content_type) {
  return trimmed(content_type.substr(0, content_type.find(';')));
}

std::string_view charset_of(std::string_view content_type) {
  constexpr std::string_view kName = "charset=";
  for (std::size_t at = content_type.find(';'); at != content_type.npos;
       at = content_type.find(';', at + 1)) {
    std::string_view part = content_type.substr(at + 1);
    part = trimmed(part.substr(0, part.find(';')));
    if (part.size() < kName.size() || !same_word(part.substr(0, kName.size()), kName)) continue;
    part.remove_prefix(kName.size());
    const std::size_t begin = part.find_first_not_of(" \"'");
    if (begin == part.npos) return {};
    return part.substr(begin, part.find_last_not_of(" \"'") + 1 - begin);
  }
  return {};
}

bool is_readable_type(std::string_view type) {
  return type.empty() || same_word(type, "text/html") || same_word(type, "text/plain") ||
         same_word(type, "application/xhtml+xml");
}

}  // namespace recount
