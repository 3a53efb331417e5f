// Method: a row is looked for first, which is cheap: a line that begins with a party and holds
// nothing else but figures, or a party's line above lines of figures. Only then are the lines above
// it read as headings of columns, and they hold when they are as many as the figures. Lines below a
// party that name their own column need none. A council's line with two holders is a row as well
// when the line above the table tells which of them is the one before.
#include "extractor/discourse/rows.h"

#include <algorithm>
#include <utility>

#include "extractor/discourse/columns.h"

namespace recount {
namespace {

constexpr std::size_t kMostCells = 4;   // of rows without headings
constexpr std::size_t kMostStrays = 2;  // lines between the rows of one table

/// The mentions of one figure: [begin, end) of a sentence. Without a number it is empty.
struct Cell {
  std::size_t sentence = 0;
  std::size_t begin = 0, end = 0;
  std::size_t number = 0;
  bool filled = false;
};

class TableReader {
 public:
  TableReader(const Lexicon& lexicon, std::string_view text, int year, double largest,
              Annotation& annotation)
      : lexicon_(lexicon),
        columns_(lexicon, text, year, annotation),
        largest_(largest),
        out_(annotation) {}

  void run() {
    for (std::size_t s = 0; s < out_.sentences.size();) {
      const bool starts = out_.sentences[s].block_start;
      if (starts) unmark(s);
      const std::size_t end = starts && is_label(s) && !holders(s) ? row(s) : s;
      s = std::max(end, s + 1);
    }
  }

 private:
  bool has_role(const Mention& mention, RoleSet roles) const {
    return (lexicon_.symbols.roles(mention.symbol) & roles) != 0;
  }

  /// Whether the line begins with what a row is about.
  bool is_label(std::size_t s) const {
    const auto& mentions = out_.mentions[s];
    if (mentions.empty()) return false;
    const Mention& first = mentions.front();
    return first.symbol == lexicon_.core.party || has_role(first, kRoleRowLabel) ||
           (first.symbol == lexicon_.core.council && mentions.size() > 2);
  }

  /// "| Labour | 20 | 33 |": the mark on the left edge parts nothing.
  void unmark(std::size_t s) {
    auto& mentions = out_.mentions[s];
    if (mentions.size() < 4 || !has_role(mentions.front(), kRoleCellBreak) ||
        !has_role(mentions.back(), kRoleCellBreak))
      return;
    mentions.pop_back();
    mentions.erase(mentions.begin());
    out_.contents[s] = contents_of(lexicon_, mentions);
  }

  /// "Dover | NOC | Labour" below "Council | Was | Now": a council and who held it before and
  /// after. Puts the columns before them; of one that is both only the column after.
  bool holders(std::size_t s) {
    const auto& mentions = out_.mentions[s];
    if (mentions.size() < 3 || mentions.front().symbol != lexicon_.core.council) return false;
    std::vector<Mention> held;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      if (has_role(mentions[i], kRoleCellBreak)) continue;
      const bool holder = mentions[i].party != kNone || has_role(mentions[i], kRoleRowLabel);
      if (!holder || held.size() == 2) return false;
      held.push_back(mentions[i]);
    }
    if (held.size() != 2) return false;
    const std::vector<Column> columns = columns_.right_above(s);
    const bool left = columns.size() > 1 && is_earlier(columns[columns.size() - 2]);
    if (columns.size() > 1 && left != is_earlier(columns.back()))
      earlier_first_ = left;
    else if (holders_end_ == 0 || s > holders_end_ + kMostStrays)
      return false;
    holders_end_ = s + 1;
    std::vector<Mention> row{mentions.front()};
    const bool same = held[0].symbol == held[1].symbol && held[0].party == held[1].party;
    for (std::size_t i = 0; i < 2; ++i) {
      const bool earlier = earlier_first_ == (i == 0);
      if (same && earlier) continue;
      Mention head;
      head.first = held[i].first;
      head.last = head.first + 1;
      head.symbol = earlier ? lexicon_.core.column_earlier : lexicon_.core.column_total;
      row.push_back(head);
      row.push_back(held[i]);
    }
    out_.mentions[s] = std::move(row);
    out_.contents[s] = contents_of(lexicon_, out_.mentions[s]);
    return true;
  }

  bool is_earlier(const Column& column) const {
    return column.symbol == lexicon_.core.column_earlier;
  }

  bool is_figure(const Mention& mention) const {
    return mention.symbol == lexicon_.core.number || mention.symbol == lexicon_.core.year;
  }

  /// Cuts the mentions of a line from `from` on into figures; the mention at which anything else
  /// begins.
  std::size_t cut(std::size_t s, std::size_t from, std::vector<Cell>& cells) const {
    const auto& mentions = out_.mentions[s];
    for (std::size_t i = from; i < mentions.size();) {
      if (has_role(mentions[i], kRoleCellBreak)) {
        ++i;
        continue;
      }
      Cell cell;
      cell.sentence = s;
      cell.begin = i;
      for (; i < mentions.size(); ++i) {
        const Mention& m = mentions[i];
        if (i > cell.begin && columns_.behind_tab(m.first)) break;  // a dash in a cell of its own
        if (is_figure(m) || (m.has_value && has_role(m, kRoleCell))) {
          cell.filled = true;
          cell.number = i++;
          break;
        }
        if (has_role(m, kRoleCellBreak)) break;
        if (!has_role(m, kRoleCell)) return cell.begin;
        // Two marks, neither before a figure: the first is an empty cell.
        if (i > cell.begin && tokens_apart(mentions[i - 1], m)) break;
      }
      while (cell.filled && i < mentions.size() &&
             (mentions[i].symbol == lexicon_.core.percent ||
              (has_role(mentions[i], kRoleCell) && !tokens_apart(mentions[i - 1], mentions[i]) &&
               !mentions[i].has_value)))
        ++i;
      cell.end = i;
      cells.push_back(cell);
    }
    return mentions.size();
  }

  bool tokens_apart(const Mention& a, const Mention& b) const {
    return out_.tokens[b.first].has(kSpaceBefore) || a.last != b.first;
  }

  /// Reads the row that begins with line `s`; the line behind it, or `s` when it is none.
  std::size_t row(std::size_t s) {
    std::vector<Cell> cells;
    std::size_t end = s + 1;
    const bool one_line = out_.mentions[s].size() > 1;
    std::size_t rest = out_.mentions[s].size();  // what stands behind the figures: "Labour hold"
    if (one_line) {
      rest = cut(s, 1, cells);
      if (rest < out_.mentions[s].size() && cells.size() < 2) return s;
    } else {
      if (out_.sentences[s].kind != BlockKind::kHeading) return s;
      if (const std::size_t behind = headed_lines(s, cells); behind != s) return behind;
      for (; end < out_.sentences.size() && end - s <= kMostColumns; ++end) {
        const Sentence& line = out_.sentences[end];
        if (!line.block_start || line.blank_before || out_.mentions[end].size() > kMostCells) break;
        if (!read_line(end, cells)) break;
      }
      if (end == s + 1) return s;
    }
    heads_.clear();
    std::vector<Column> above = columns_.above(s, s != table_end_, heads_);
    if (!above.empty() || header_.empty() || s - table_end_ > kMostStrays)
      header_ = std::move(above);
    ungroup(cells.size());
    if (assign(s, cells, rest)) {
      for (const std::size_t line : heads_) {
        // "Before", "After" are of their columns, not of all that stands below.
        std::erase_if(out_.mentions[line],
                      [this](const Mention& m) { return has_role(m, kRolePrior); });
      }
      for (std::size_t line = s + 1; line < end; ++line) out_.mentions[line].clear();
      table_end_ = end;
      return end;
    }
    if (one_line) return s;
    return join_plain(s, cells);
  }

  /// Lines that name their own column: "Labour" over "elected 9", "change +3", "total 12". The line
  /// behind them, or `s` when there are fewer than two.
  std::size_t headed_lines(std::size_t s, std::vector<Cell>& cells) {
    std::vector<Column> columns;
    std::size_t end = s + 1;
    for (; end < out_.sentences.size() && end - s <= kMostColumns; ++end) {
      const Sentence& line = out_.sentences[end];
      if (!line.block_start || line.blank_before) break;
      Column column;
      const std::uint32_t at = columns_.heading(line, line.first, column);
      if (at == line.first || column.party != kNone) break;
      const auto& mentions = out_.mentions[end];
      const auto figure = std::find_if(mentions.begin(), mentions.end(),
                                       [at](const Mention& m) { return m.first >= at; });
      std::vector<Cell> here;
      auto from = static_cast<std::size_t>(figure - mentions.begin());
      const bool colon = from < mentions.size() && !mentions[from].has_value &&
                         has_role(mentions[from], kRoleFigureLead) &&
                         !has_role(mentions[from], kRoleCell);
      if (colon) ++from;
      if (cut(end, from, here) < mentions.size() || here.size() != 1 || !here.front().filled) break;
      columns.push_back(column);
      cells.push_back(here.front());
    }
    header_.swap(columns);
    const bool row = cells.size() >= 2 && assign(s, cells, out_.mentions[s].size());
    header_.swap(columns);
    if (!row) {
      cells.clear();
      return s;
    }
    for (std::size_t line = s + 1; line < end; ++line) out_.mentions[line].clear();
    return end;
  }

  /// One line below a label: a figure, or the mark of an empty cell.
  bool read_line(std::size_t s, std::vector<Cell>& cells) const {
    if (!out_.mentions[s].empty()) {
      std::vector<Cell> here;
      if (cut(s, 0, here) < out_.mentions[s].size()) return false;
      cells.insert(cells.end(), here.begin(), here.end());
      return true;
    }
    const Sentence& line = out_.sentences[s];
    if (line.last - line.first != 1 || out_.tokens[line.first].kind != TokenKind::kPunct)
      return false;
    Cell cell;
    cell.sentence = s;
    cells.push_back(cell);
    return true;
  }

  /// Without headings: the party and its figures, as they are.
  std::size_t join_plain(std::size_t s, const std::vector<Cell>& cells) {
    if (out_.mentions[s].front().symbol != lexicon_.core.party) return s;
    const Cell& first = cells.front();
    if (!first.filled) return s;
    const Mention& figure = out_.mentions[first.sentence][first.begin];
    if (figure.symbol != lexicon_.core.number || figure.value > largest_) return s;
    std::size_t end = s + 1;
    const std::size_t last = std::min(cells.back().sentence, s + kMostCells);
    for (; end <= last; ++end) {
      auto& line = out_.mentions[end];
      if (std::any_of(line.begin(), line.end(), [this](const Mention& m) {
            return m.symbol != lexicon_.core.number && !has_role(m, kRoleCell);
          }))
        break;
      out_.mentions[s].insert(out_.mentions[s].end(), line.begin(), line.end());
      line.clear();
    }
    out_.contents[s] = contents_of(lexicon_, out_.mentions[s]);
    return end;
  }

  /// Whether each of so many groups of columns stands under its own heading: "Councils", "Total",
  /// "+/-", "Councillors", "Total", "+/-".
  bool in_turn(std::size_t groups, std::size_t width) const {
    for (std::size_t k = 0; k < groups; ++k) {
      const std::size_t head = k * (width + 1);
      if (has_role_symbol(header_[head].symbol, kRoleColumnChange)) return false;
      for (std::size_t i = 1; i <= width; ++i) {
        if (header_[head + i].symbol != header_[i].symbol) return false;
      }
    }
    return header_[1].symbol == lexicon_.core.column_total;
  }

  /// "Councils", "Councillors" over "Total", "+/-", "Total", "+/-": the upper ones say what the
  /// totals below them are of.
  void ungroup(std::size_t cells) {
    if (header_.size() <= cells || cells == 0) return;
    const std::size_t groups = header_.size() - cells;
    // "COUNCILS | SNP | Labour": over the names of the rows.
    if (groups == 1 && header_[0].party == kNone && header_[1].party != kNone) {
      header_.erase(header_.begin());
      return;
    }
    if (cells % groups != 0) return;
    const std::size_t width = cells / groups;
    if (groups > 1 && in_turn(groups, width)) {  // the headings of groups first
      for (std::size_t k = 1; k < groups; ++k)
        std::rotate(header_.begin() + static_cast<std::ptrdiff_t>(k),
                    header_.begin() + static_cast<std::ptrdiff_t>(k * (width + 1)),
                    header_.begin() + static_cast<std::ptrdiff_t>(k * (width + 1) + 1));
    }
    std::vector<Column> columns(header_.begin() + static_cast<std::ptrdiff_t>(groups),
                                header_.end());
    for (std::size_t i = 0; i < cells; ++i) {
      if (columns[i].symbol == lexicon_.core.column_total)
        columns[i] = header_[i / width];
      else if (has_role_symbol(columns[i].symbol, kRoleColumnChange))
        columns[i].group = header_[i / width].symbol;
    }
    header_ = std::move(columns);
  }

  /// Puts the headings before the figures; false when they are not as many.
  bool assign(std::size_t s, const std::vector<Cell>& cells, std::size_t rest) {
    if (cells.empty() || (header_.size() != cells.size() && !one_moved(s, cells))) return false;
    // "+/- | Total | +/- | Total": seats and councils, but nothing tells which is which.
    const auto totals = std::count_if(header_.begin(), header_.end(), [this](const Column& c) {
      return c.symbol == lexicon_.core.column_total;
    });
    const bool changes = std::count_if(header_.begin(), header_.end(), [this](const Column& c) {
                           return has_role_symbol(c.symbol, kRoleColumnChange);
                         }) > 1;
    if (totals > 1 && changes) return false;
    const bool of_council = out_.mentions[s].front().symbol == lexicon_.core.council;
    if (of_council && std::none_of(header_.begin(), header_.end(),
                                   [](const Column& c) { return c.party != kNone; }))
      return false;
    std::vector<Mention> row{out_.mentions[s].front()};
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const Cell& cell = cells[i];
      const Column& column = header_[i];
      if (!cell.filled || has_role_symbol(column.symbol, kRoleColumnAside)) continue;
      const auto& line = out_.mentions[cell.sentence];
      if (line[cell.number].symbol == lexicon_.core.year) return false;  // "2009", "1995-2003"
      Mention head;
      head.first = line[cell.number].first;
      head.last = head.first + 1;
      head.symbol = column.symbol;
      if (column.party != kNone) {
        head.symbol = lexicon_.core.party;
        head.party = column.party;
        row.push_back(head);
        head.party = kNone;
        head.symbol = lexicon_.core.column_total;
      }
      const bool share =
          cell.end > cell.number + 1 && line[cell.number + 1].symbol == lexicon_.core.percent;
      if (share && head.symbol == lexicon_.core.column_total) continue;
      if (column.group != kNoSymbol) {
        head.symbol = column.group;
        row.push_back(head);
        head.symbol = column.symbol;
      }
      row.push_back(head);
      for (std::size_t k = cell.begin; k < cell.end; ++k) row.push_back(line[k]);
    }
    const auto& line = out_.mentions[s];
    if (header_.size() < cells.size()) rest = cells.back().begin;
    row.insert(row.end(), line.begin() + static_cast<std::ptrdiff_t>(rest), line.end());
    out_.mentions[s] = std::move(row);
    out_.contents[s] = contents_of(lexicon_, out_.mentions[s]);
    return true;
  }

  /// "COUNCILS" over "Labour 60 -6": one heading, and behind the figure its change with a sign.
  bool one_moved(std::size_t s, const std::vector<Cell>& cells) const {
    if (header_.size() != 1 || cells.size() != 2 || header_[0].party != kNone) return false;
    constexpr RoleSet kOther = kRoleColumnTotal | kRoleColumnEarlier | kRoleColumnChange |
                               kRoleColumnAside | kRoleColumnText | kRoleCouncilAnaphor;
    const Cell& moved = cells[1];
    return (lexicon_.symbols.roles(header_[0].symbol) & kOther) == 0 && cells[0].filled &&
           moved.filled && cells[0].sentence == s && moved.sentence == s &&
           std::any_of(out_.mentions[s].begin() + static_cast<std::ptrdiff_t>(moved.begin),
                       out_.mentions[s].begin() + static_cast<std::ptrdiff_t>(moved.number) + 1,
                       [](const Mention& m) { return m.sign != 0; });
  }

  bool has_role_symbol(Symbol symbol, Role role) const {
    return lexicon_.symbols.has(symbol, role);
  }

  const Lexicon& lexicon_;
  ColumnReader columns_;
  double largest_;
  Annotation& out_;
  std::vector<Column> header_;      // of the table at hand
  std::vector<std::size_t> heads_;  // lines with the headings above the row at hand
  std::size_t table_end_ = 0;       // the line behind its last row
  std::size_t holders_end_ = 0;     // the same of a table of who held councils
  bool earlier_first_ = false;      // whether that names the one before on the left
};

}  // namespace

void join_rows(const Lexicon& lexicon, std::string_view text, int year, double largest,
               Annotation& annotation) {
  TableReader(lexicon, text, year, largest, annotation).run();
}

}  // namespace recount
