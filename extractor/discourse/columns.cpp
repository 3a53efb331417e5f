#include "extractor/discourse/columns.h"

#include <algorithm>

namespace recount {

std::vector<Column> ColumnReader::above(std::size_t s, bool first,
                                        std::vector<std::size_t>& lines_read) const {
  std::vector<Column> columns;
  std::size_t lines = 0;
  for (std::size_t i = s; i > 0 && lines < kMostColumns; --i, ++lines) {
    std::vector<Column> here;
    if (is_rule(annotation_.sentences[i - 1])) continue;
    if (!read_header(annotation_.sentences[i - 1], here)) {
      if (i == s && first && annotation_.sentences[i - 1].block_start)
        continue;  // "After 310 of 312 councils"
      break;
    }
    // "Labour", "Labour hold": the label of a row, or who has won.
    if (std::count_if(here.begin(), here.end(), [](const Column& c) { return c.party != kNone; }) ==
        1)
      break;
    columns.insert(columns.begin(), here.begin(), here.end());
    lines_read.push_back(i - 1);
  }
  int latest = year_;
  for (const Column& column : columns) latest = std::max(latest, column.year);
  for (Column& column : columns) {
    // "Change since 2019": the year says what the change is measured against.
    const bool change = has_role(column.symbol, kRoleColumnChange);
    if (column.year == 0 || column.year == latest || change) continue;
    column.symbol = column.symbol == lexicon_.core.column_total ? lexicon_.core.column_earlier
                                                                : lexicon_.core.column_aside;
    column.party = kNone;
  }
  std::erase_if(columns, [this](const Column& c) { return has_role(c.symbol, kRoleColumnText); });
  return columns;
}

std::vector<Column> ColumnReader::right_above(std::size_t s) const {
  std::vector<Column> columns;
  while (s > 0 && is_rule(annotation_.sentences[s - 1])) --s;
  if (s == 0 || !read_header(annotation_.sentences[s - 1], columns)) columns.clear();
  return columns;
}

/// "|---|---|": the line between headings and rows.
bool ColumnReader::is_rule(const Sentence& line) const {
  for (std::uint32_t at = line.first; at < line.last; ++at) {
    if (std::string_view("|-:=_").find(text_[annotation_.tokens[at].begin]) ==
        std::string_view::npos)
      return false;
  }
  return line.last - line.first >= 3;
}

bool ColumnReader::read_header(const Sentence& line, std::vector<Column>& columns) const {
  int pending = 0;  // a year that the heading behind it may take
  bool any = false;
  const auto bare = [&] {
    if (pending != 0) columns.push_back({lexicon_.core.column_total, kNoSymbol, kNone, pending});
    pending = 0;
  };
  for (std::uint32_t at = line.first; at < line.last;) {
    Column column;
    if (const std::uint32_t end = heading(line, at, column); end != at) {
      if (column.symbol == lexicon_.core.column_total && pending != 0 && !boundary(line, at)) {
        column.year = pending;
        pending = 0;
      }
      bare();
      columns.push_back(column);
      any = true;
      at = end;
      continue;
    }
    if (const int year = year_at(at); year != 0) {
      const bool taken = columns.empty() || pending != 0 || columns.back().year != 0 ||
                         boundary(line, at) || has_role(columns.back().symbol, kRoleColumnText);
      if (taken) {
        bare();
        pending = year;
      } else {
        columns.back().year = year;
      }
      any = true;
    } else if (annotation_.tokens[at].kind != TokenKind::kPunct) {
      // "ENGLAND: COUNCILS"
      constexpr std::uint32_t kPlaceTokens = 3;
      std::uint32_t colon = at;
      while (colon < line.last && text_[annotation_.tokens[colon].begin] != ':') ++colon;
      if (any || colon == line.last || colon > line.first + kPlaceTokens) return false;
      at = colon;
    }
    ++at;
  }
  bare();
  return any;
}

std::uint32_t ColumnReader::heading(const Sentence& line, std::uint32_t at, Column& column) const {
  std::uint32_t end = at;
  const auto walk = [&](const PhraseTrie& trie, SenseKind kind) {
    PhraseTrie::Node node = PhraseTrie::kRoot;
    for (std::uint32_t i = at; i < line.last && annotation_.tokens[i].word != kUnknownWord; ++i) {
      if (i != at && behind_tab(i)) return;  // "Seats", "Change" are two
      node = trie.step(node, annotation_.tokens[i].word);
      if (node == PhraseTrie::kDead) return;
      for (const Sense& sense : trie.senses(node)) {
        if (sense.kind != kind || i < end) continue;
        end = i + 1;
        column = {};
        column.symbol = kind == SenseKind::kParty ? lexicon_.core.party : sense.symbol;
        if (kind == SenseKind::kParty) column.party = sense.index;
      }
    }
  };
  walk(lexicon_.columns, SenseKind::kClass);
  if (end == at) walk(lexicon_.phrases, SenseKind::kParty);
  return end;
}

int ColumnReader::year_at(std::uint32_t at) const {
  const Token& token = annotation_.tokens[at];
  if (token.kind != TokenKind::kNumber || token.end - token.begin != 4) return 0;
  int year = 0;
  for (std::uint32_t i = token.begin; i < token.end; ++i) {
    if (text_[i] < '0' || text_[i] > '9') return 0;
    year = year * 10 + (text_[i] - '0');
  }
  return year >= 1900 && year < 2100 ? year : 0;
}

bool ColumnReader::boundary(const Sentence& line, std::uint32_t at) const {
  if (at == line.first) return true;
  const Token& before = annotation_.tokens[at - 1];
  if (before.kind == TokenKind::kPunct && text_[before.begin] != '(') return true;
  return annotation_.tokens[at].begin - before.end > 1 || behind_tab(at);
}

bool ColumnReader::behind_tab(std::uint32_t at) const {
  const std::uint32_t end = annotation_.tokens[at - 1].end;
  return text_.substr(end, annotation_.tokens[at].begin - end).find('\t') != std::string_view::npos;
}

}  // namespace recount
