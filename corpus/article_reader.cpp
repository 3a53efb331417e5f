#include "corpus/article_reader.h"

#include <cstddef>
#include <string>
#include <utility>

#include "corpus/charset.h"
#include "corpus/date.h"
#include "corpus/html/html_reader.h"

namespace recount {
namespace {

constexpr std::size_t kBeginning = 256;  // bytes

/// "pages.warc.gz: byte 1234", or the path alone for a whole file.
std::string place_of(const RawArticle& raw) {
  return raw.offset == 0 ? raw.path : raw.path + ": byte " + std::to_string(raw.offset);
}

Error too_large(const RawArticle& raw, std::uint64_t max_bytes) {
  return {ErrorCode::kTooLarge,
          place_of(raw) + ": larger than " + std::to_string(max_bytes) + " bytes"};
}

/// Takes from `given` what it has.
void override_with(Metadata&& given, Metadata& metadata) {
  const auto take = [](std::optional<std::string>&& from, std::optional<std::string>& to) {
    if (from) to = std::move(from);
  };
  take(std::move(given.source), metadata.source);
  take(std::move(given.url), metadata.url);
  take(std::move(given.title), metadata.title);
  take(std::move(given.published), metadata.published);
  take(std::move(given.election), metadata.election);
}

/// Makes a day of the record's date, or an error.
void check_published(const std::string& place, Metadata& metadata, std::vector<Error>& errors) {
  if (!metadata.published || is_iso_day(*metadata.published)) return;
  std::optional<std::string> day = read_day(*metadata.published);
  if (!day) {
    errors.push_back({ErrorCode::kBadMetadata, place + ": published is \"" + *metadata.published +
                                                   "\", expected a day as \"2023-05-04\""});
  }
  metadata.published = std::move(day);
}

}  // namespace

Reading read_article(RawArticle&& raw, const ReaderOptions& options) {
  Reading reading;
  reading.offset = raw.offset;
  if (raw.bytes.size() > options.max_bytes) {
    reading.errors.push_back(too_large(raw, options.max_bytes));
    reading.path = std::move(raw.path);
    return reading;
  }
  check_published(place_of(raw), raw.metadata, reading.errors);
  Document document;
  document.id = std::move(raw.id);
  if (raw.format == Format::kUnknown) {
    // UTF-16 shows its tags only when it is decoded.
    if (raw.bytes.substr(0, kBeginning).find('\0') != std::string::npos) {
      raw.bytes = to_utf8(std::move(raw.bytes), raw.charset);
      raw.charset = "utf-8";
    }
    if (looks_like_html(raw.bytes)) raw.format = Format::kHtml;
  }
  if (raw.format == Format::kHtml) {
    HtmlArticle article = read_html(std::move(raw.bytes), raw.charset);
    document.text = std::move(article.text);
    document.metadata = std::move(article.metadata);
    reading.language = std::move(article.language);
  } else {
    document.text = to_utf8(std::move(raw.bytes), raw.charset);
  }
  // Windows-1252 becomes up to three times as long.
  if (document.text.size() > options.max_bytes) {
    reading.errors.push_back(too_large(raw, options.max_bytes));
  } else {
    override_with(std::move(raw.metadata), document.metadata);
    override_with(Metadata(options.overrides), document.metadata);
    reading.document = std::move(document);
  }
  reading.path = std::move(raw.path);
  return reading;
}

}  // namespace recount
