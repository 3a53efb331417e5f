// Which field of a record, of JSONL or CSV, is what of an article.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/raw_article.h"
#include "corpus/source_options.h"

namespace recount {

enum class ArticleField : std::uint8_t { kText, kId, kTitle, kDate, kSource, kUrl };
constexpr std::size_t kFields = 6;

/// How well a name fits a field; the smaller rank is the better one.
struct FieldMatch {
  ArticleField field = ArticleField::kText;
  int rank = 0;
};

/// Any number of threads at a time.
class FieldFinder {
 public:
  explicit FieldFinder(const FieldNames& names);

  /// What a field of this name holds. The name that a person gave counts as it is, and no other for
  /// the same field; usual names count in whatever case, with or without "_", "-" and blanks. The
  /// name of a field inside of another is "outer.inner".
  std::optional<FieldMatch> match(std::string_view name) const;

 private:
  std::array<std::string, kFields> given_;
};

/// What the fields of a record hold, as far as they are of use.
class FieldValues {
 public:
  void clear() { *this = FieldValues(); }

  /// Keeps `value` unless the field has one of a better name already.
  void set(const FieldMatch& match, std::string value);

  bool has(ArticleField field) const { return values_[index(field)].has_value(); }

  /// The article, or kNoArticle without a text (`names` are those that the record has). Before it,
  /// kBadMetadata where a date is none. `number` makes up an id where the record has none and no
  /// address. The article's format is not known.
  void add_article(const std::string& path, const std::string& stem, std::uint64_t offset,
                   std::uint64_t number, const std::vector<std::string>& names,
                   const SourceOptions& options, std::vector<RawItem>& out);

 private:
  static std::size_t index(ArticleField field) { return static_cast<std::size_t>(field); }

  std::array<std::optional<std::string>, kFields> values_;
  std::array<int, kFields> ranks_{};
};

/// "PATH: record at byte 12: MESSAGE".
Failure record_failure(const std::string& path, std::uint64_t offset, ErrorCode code,
                       const std::string& message);

}  // namespace recount
