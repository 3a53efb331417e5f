// Headings of the columns of a table, read off the lines above its rows.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

inline constexpr std::size_t kMostColumns = 12;

struct Column {
  Symbol symbol = kNoSymbol;
  Symbol group = kNoSymbol;  // what a change under a heading of its own is of
  std::int32_t party = kNone;
  int year = 0;
};

class ColumnReader {
 public:
  /// `year` is that of the election; a total under an earlier one is the one before.
  ColumnReader(const Lexicon& lexicon, std::string_view text, int year,
               const Annotation& annotation)
      : lexicon_(lexicon), text_(text), year_(year), annotation_(annotation) {}

  /// The columns of figures that the lines above line `s` name, from left to right. Above the
  /// `first` row of a table one line of something else may stand ("After 310 of 312 councils").
  /// Adds the lines that are read to `lines_read`.
  std::vector<Column> above(std::size_t s, bool first, std::vector<std::size_t>& lines_read) const;

  /// All columns of the line right above line `s`, those of words too; none when it is no header.
  std::vector<Column> right_above(std::size_t s) const;

  /// The longest heading or party at token `at` of the line; the token behind it, or `at`.
  std::uint32_t heading(const Sentence& line, std::uint32_t at, Column& column) const;

  /// Whether a tab stands before the token, which is not the first of the text.
  bool behind_tab(std::uint32_t at) const;

 private:
  bool has_role(Symbol symbol, Role role) const { return lexicon_.symbols.has(symbol, role); }
  /// Reads a line that is nothing but headings.
  bool read_header(const Sentence& line, std::vector<Column>& columns) const;
  bool is_rule(const Sentence& line) const;
  int year_at(std::uint32_t at) const;
  /// Whether a tab or the like parts the token from the one before it.
  bool boundary(const Sentence& line, std::uint32_t at) const;

  const Lexicon& lexicon_;
  std::string_view text_;
  int year_;
  const Annotation& annotation_;
};

}  // namespace recount
