#include "corpus/warc/warc_article.h"

#include <unicode/unistr.h>

#include <utility>

#include "corpus/date.h"
#include "corpus/input_files.h"
#include "corpus/warc/content_coding.h"
#include "corpus/warc/header_lines.h"

namespace recount {
namespace {

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  icu::UnicodeString::fromUTF8({bytes.data(), static_cast<std::int32_t>(bytes.size())})
      .toUTF8String(out);
  return out;
}

Format format_of(std::string_view type) {
  if (type.empty()) return Format::kUnknown;
  return same_word(type, "text/plain") ? Format::kText : Format::kHtml;
}

/// The status of "HTTP/1.1 200 OK"; 0 if the line is none.
int status_of(std::string_view header) {
  const std::size_t blank = header.find(' ');
  if (!header.starts_with("HTTP/") || blank == header.npos || header.size() < blank + 4) return 0;
  int status = 0;
  for (const char c : header.substr(blank + 1, 3)) {
    if (c < '0' || c > '9') return 0;
    status = 10 * status + (c - '0');
  }
  return status;
}

/// The body of the HTTP message `block`, with what its header says. Nothing if it is no article.
std::optional<Result<std::string>> read_http(std::string_view block, bool cut_short,
                                             const SourceOptions& options, RawArticle& article) {
  const std::size_t size = header_size(block);
  const std::string_view header = block.substr(0, size == block.npos ? 0 : size);
  const int status = status_of(header);
  if (status == 0) {
    return Result<std::string>(Error{ErrorCode::kDamaged, "its HTTP header is damaged"});
  }
  const std::string_view type = header_field(header, "Content-Type");
  if (status / 100 != 2 || !is_readable_type(media_type(type))) return std::nullopt;
  article.format = format_of(media_type(type));
  article.charset = charset_of(type);
  std::string_view body = block.substr(size);
  std::optional<std::string> own;  // the body, where it is no part of the block
  if (same_word(header_field(header, "Transfer-Encoding"), "chunked")) {
    Result<std::string> unchunked = remove_chunks(body, cut_short);
    if (!unchunked.ok()) return unchunked;
    own = std::move(unchunked.value());
    body = *own;
  }
  Result<std::optional<std::string>> decoded =
      decode_content(body, header_field(header, "Content-Encoding"),
                     {options.max_document, options.max_ratio}, cut_short);
  if (!decoded.ok()) return decoded.error();
  if (decoded.value()) own = std::move(*decoded.value());
  return own ? std::move(*own) : std::string(body);
}

Result<std::string> read_plain(std::string_view type, std::string_view block, RawArticle& article) {
  article.format = format_of(media_type(type));
  article.charset = charset_of(type);
  return std::string(block);
}

/// "http://…" of a field, which old versions write as "<http://…>".
std::string address(std::string_view field) {
  if (field.starts_with('<') && field.ends_with('>')) field = field.substr(1, field.size() - 2);
  return valid_utf8(field);
}

}  // namespace

std::optional<RawItem> read_warc_article(const WarcRecord& record, const std::string& path,
                                         const SourceOptions& options) {
  RawArticle article;
  const std::string_view type = header_field(record.header, "Content-Type");
  const bool cut_short = !header_field(record.header, "WARC-Truncated").empty();
  std::optional<Result<std::string>> body =
      same_word(media_type(type), "application/http")
          ? read_http(record.block, cut_short, options, article)
          : read_plain(type, record.block, article);
  if (!body) return std::nullopt;
  if (body->ok() && body->value().size() > options.max_document) {
    body = Result<std::string>(Error{
        ErrorCode::kTooLarge, "larger than " + std::to_string(options.max_document) + " bytes"});
  }
  if (!body->ok()) {
    return Failure{path,
                   record.offset,
                   {body->error().code, path + ": record at byte " + std::to_string(record.offset) +
                                            ": " + body->error().message}};
  }
  article.path = path;
  article.offset = record.offset;
  article.bytes = std::move(body->value());
  if (std::string url = address(header_field(record.header, "WARC-Target-URI")); !url.empty()) {
    article.metadata.url = url;
    article.id = std::move(url);
  } else {
    article.id = address(header_field(record.header, "WARC-Record-ID"));
  }
  if (article.id.empty()) article.id = stem_of(path);
  if (const auto day = header_field(record.header, "WARC-Date").substr(0, 10); is_iso_day(day)) {
    article.fetched = day;
  }
  return article;
}

}  // namespace recount
