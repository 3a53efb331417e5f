#include "corpus/records/fields.h"

#include <charconv>
#include <chrono>
#include <unordered_map>
#include <utility>

#include "corpus/date.h"

namespace recount {
namespace {

using Names = std::vector<std::string_view>;

/// The usual names by field, the best first, folded.
const std::array<Names, kFields>& usual_names() {
  static const std::array<Names, kFields> names = {
      Names{"text",       "articletext", "articlebody", "bodytext",    "fulltext",
            "maintext",   "body",        "content",     "contents",    "article",
            "story",      "plaintext",   "rawcontent",  "pagecontent", "html",
            "bodyhtml",   "contenthtml", "articlehtml", "rawhtml",     "fields.bodytext",
            "fields.body"},
      Names{"id", "articleid", "documentid", "docid", "recordid", "uuid", "guid"},
      Names{"title", "headline", "articletitle", "heading", "webtitle", "name"},
      Names{"published", "datepublished", "publisheddate", "publicationdate", "publishdate",
            "publishedat", "publishedon", "pubdate", "firstpublished", "webpublicationdate", "date",
            "articledate", "datetime", "timestamp", "created", "createdat"},
      Names{"source", "sourcename", "source.name", "publisher", "publishername", "publisher.name",
            "publication", "outlet", "newspaper", "sitename", "site", "sourcedomain", "domain",
            "website"},
      Names{"url", "articleurl", "canonicalurl", "pageurl", "sourceurl", "weburl", "permalink",
            "link", "uri"},
  };
  return names;
}

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '_' || c == '-' || c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

const std::unordered_map<std::string, FieldMatch>& usual_matches() {
  static const auto matches = [] {
    std::unordered_map<std::string, FieldMatch> out;
    for (std::size_t field = 0; field < kFields; ++field) {
      int rank = 0;
      for (const std::string_view name : usual_names()[field]) {
        out.emplace(name, FieldMatch{static_cast<ArticleField>(field), ++rank});
      }
    }
    return out;
  }();
  return matches;
}

/// The day of a moment in seconds or milliseconds since 1970, of a number that can be nothing else.
std::optional<std::string> day_of_moment(std::string_view text) {
  std::int64_t moment = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, moment);
  if (error != std::errc() || (at != end && *at != '.')) return std::nullopt;
  if (moment >= 100'000'000'000) moment /= 1000;
  if (moment < 100'000'000 || moment >= 100'000'000'000) return std::nullopt;
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(moment))));
  std::string out = std::to_string(static_cast<int>(day.year()));
  for (const unsigned part :
       {static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())}) {
    out += part < 10 ? "-0" : "-";
    out += std::to_string(part);
  }
  return is_iso_day(out) ? std::optional(out) : std::nullopt;
}

std::string joined(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 12;
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < kMost; ++i) {
    out += (i == 0 ? "\"" : ", \"") + names[i] + "\"";
  }
  return names.size() > kMost ? out + ", …" : out;
}

/// Nothing instead of nothing but blanks.
std::optional<std::string> unless_blank(std::optional<std::string> value) {
  if (value && value->find_first_not_of(" \t\r\n") == value->npos) value.reset();
  return value;
}

}  // namespace

FieldFinder::FieldFinder(const FieldNames& names)
    : given_{names.text, names.id, names.title, names.date, names.source, names.url} {}

std::optional<FieldMatch> FieldFinder::match(std::string_view name) const {
  for (std::size_t field = 0; field < kFields; ++field) {
    if (!given_[field].empty() && given_[field] == name) {
      return FieldMatch{static_cast<ArticleField>(field), 0};
    }
  }
  const auto usual = usual_matches().find(folded(name));
  if (usual == usual_matches().end()) return std::nullopt;
  if (!given_[static_cast<std::size_t>(usual->second.field)].empty()) return std::nullopt;
  return usual->second;
}

void FieldValues::set(const FieldMatch& match, std::string value) {
  const std::size_t at = index(match.field);
  if (values_[at] && ranks_[at] <= match.rank) return;
  values_[at] = std::move(value);
  ranks_[at] = match.rank;
}

void FieldValues::add_article(const std::string& path, const std::string& stem,
                              std::uint64_t offset, std::uint64_t number,
                              const std::vector<std::string>& names, const SourceOptions& options,
                              std::vector<RawItem>& out) {
  const auto take = [this](ArticleField field) { return std::move(values_[index(field)]); };
  std::optional<std::string> text = take(ArticleField::kText);
  if (!text) {
    out.push_back(record_failure(path, offset, ErrorCode::kNoArticle,
                                 "no field with the text of an article among " + joined(names) +
                                     "; --text-field can name it"));
    return;
  }
  if (text->size() > options.max_document) {
    out.push_back(record_failure(path, offset, ErrorCode::kTooLarge,
                                 "larger than " + std::to_string(options.max_document) + " bytes"));
    return;
  }
  RawArticle article;
  article.path = path;
  article.offset = offset;
  article.bytes = std::move(*text);
  article.metadata.title = unless_blank(take(ArticleField::kTitle));
  article.metadata.source = unless_blank(take(ArticleField::kSource));
  article.metadata.url = unless_blank(take(ArticleField::kUrl));
  article.id = unless_blank(take(ArticleField::kId))
                   .value_or(article.metadata.url.value_or(stem + "-" + std::to_string(number)));
  if (const std::optional<std::string> date = unless_blank(take(ArticleField::kDate))) {
    article.metadata.published = read_day(*date);
    if (!article.metadata.published) article.metadata.published = day_of_moment(*date);
    if (!article.metadata.published) {
      out.push_back(
          record_failure(path, offset, ErrorCode::kBadMetadata,
                         "the date is \"" + *date + "\", expected a day as \"2023-05-04\""));
    }
  }
  out.push_back(std::move(article));
}

Failure record_failure(const std::string& path, std::uint64_t offset, ErrorCode code,
                       const std::string& message) {
  return {
      path, offset, {code, path + ": record at byte " + std::to_string(offset) + ": " + message}};
}

}  // namespace recount
