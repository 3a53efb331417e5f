#include "corpus/html/table_text.h"

#include <algorithm>
#include <charconv>

#include "corpus/html/characters.h"
#include "corpus/html/core.h"

namespace recount::html {
namespace {

constexpr std::size_t kProse = 300;           // bytes in a cell of several blocks: layout
constexpr std::uint32_t kMostSpan = 200;      // of a cell; more is a fault of the page
constexpr std::uint32_t kMostColumns = 1000;  // likewise

struct Cell {
  std::string text;
  std::uint32_t column = 0;
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
  bool heading = false;
  bool group = false;  // it is the label of a row or more
};

struct Row {
  std::vector<Cell> cells;
  bool heading = false;  // nothing but headings
  bool foot = false;     // to be read last, wherever it is written
};

std::uint32_t span(const Tree& tree, NodeId id, Attr name) {
  const std::string_view digits = trim(tree.attribute(id, name).value_or("1"));
  std::uint32_t value = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return std::clamp<std::uint32_t>(value, 1, kMostSpan);
}

class TableWriter {
 public:
  TableWriter(const Tree& tree, const std::vector<std::uint8_t>& left_out, NodeId table,
              LineWriter& out)
      : tree_(tree), left_out_(left_out), table_(table), out_(out) {}

  void run() {
    collect();
    std::stable_partition(rows_.begin(), rows_.end(), [](const Row& row) { return !row.foot; });
    merge_headings();
    group_repeated();
    find_columns();
    out_.new_line(2);
    for (const std::string& line : loose_) {
      out_.add(line);
      out_.new_line(1);
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) write_row(i);
    out_.new_line(2);
  }

 private:
  /// Reads the rows, and what stands in the table but in no cell.
  void collect() {
    NodeId cell = 0;
    for (NodeId id = table_ + 1; id < tree_[table_].end;) {
      const Tag tag = tree_[id].tag;
      if (left_out_[id] != 0) {
        id = tree_[id].end;
      } else if (tag == Tag::kTd || tag == Tag::kTh) {
        if (rows_.empty() || (tree_[id].parent != row_of_ && cell != 0))
          begin_row(tree_[id].parent);
        add_cell(id);
        cell = id;
        id = tree_[id].end;
      } else if (tag == Tag::kCaption) {
        loose_.push_back(text_in(id));
        id = tree_[id].end;
      } else {
        if (tag == Tag::kTr) begin_row(id);
        if (tag == Tag::kText) {
          std::string line = decoded_line(tree_[id].text);
          if (!line.empty()) loose_.push_back(std::move(line));
        }
        ++id;
      }
    }
  }

  void begin_row(NodeId parent) {
    row_of_ = parent;
    const bool foot = tree_[tree_[parent].parent].tag == Tag::kTfoot;
    if (!rows_.empty() && rows_.back().foot != foot) occupied_.clear();
    rows_.emplace_back();
    rows_.back().foot = foot;
    for (std::uint32_t& rows : occupied_) rows -= rows != 0 ? 1 : 0;
  }

  void add_cell(NodeId id) {
    Row& row = rows_.back();
    Cell cell;
    cell.heading = tree_[id].tag == Tag::kTh;
    cell.text = text_in(id);
    cell.columns = span(tree_, id, Attr::kColspan);
    cell.rows = span(tree_, id, Attr::kRowspan);
    std::uint32_t column =
        row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().columns;
    while (column < occupied_.size() && occupied_[column] != 0) ++column;
    column = std::min(column, kMostColumns);
    cell.column = column;
    if (occupied_.size() < column + cell.columns) occupied_.resize(column + cell.columns);
    for (std::uint32_t i = 0; i < cell.columns; ++i) occupied_[column + i] = cell.rows;
    row.heading = (row.cells.empty() || row.heading) && cell.heading;
    row.cells.push_back(std::move(cell));
  }

  std::string text_in(NodeId id) const {
    LineWriter line;
    for (NodeId i = id; i < tree_[id].end;) {
      const Node& node = tree_[i];
      if (left_out_[i] != 0 || is(node.tag, kNotRead) || is_footnote_mark(tree_, i)) {
        i = node.end;
        continue;
      }
      if (is(node.tag, kBlock) || node.tag == Tag::kBr || node.tag == Tag::kImg) line.space();
      if (node.tag == Tag::kText) line.add_raw(node.text);
      ++i;
    }
    return line.take();
  }

  /// Two rows of headings, the lower one below one heading of the upper: "Seats" over the parties.
  /// One row is made of them, and what stands over it comes above the table.
  void merge_headings() {
    if (rows_.size() < 3 || !rows_[0].heading || !rows_[1].heading || rows_[2].heading) return;
    std::vector<Cell>& upper = rows_[0].cells;
    std::vector<Cell>& lower = rows_[1].cells;
    const auto over =
        std::find_if(upper.begin(), upper.end(), [](const Cell& cell) { return cell.columns > 1; });
    if (over == upper.end() || lower.size() != over->columns ||
        lower.front().column != over->column)
      return;
    for (auto cell = upper.begin(); cell != upper.end(); ++cell) {
      if (cell != over && (cell->columns > 1 || cell->rows != 2)) return;
    }
    if (!over->text.empty()) loose_.push_back(over->text);
    const auto at = upper.erase(over);
    upper.insert(at, lower.begin(), lower.end());
    for (Cell& cell : upper) cell.rows = 1;
    rows_.erase(rows_.begin() + 1);
  }

  /// A label that is repeated in the rows of a group is taken for one cell beside them all.
  void group_repeated() {
    for (std::size_t i = 0; i + 1 < rows_.size();) {
      std::size_t end = i + 1;
      while (end < rows_.size() && repeats(rows_[i], rows_[end])) ++end;
      if (end > i + 1) {
        rows_[i].cells.front().rows = static_cast<std::uint32_t>(end - i);
        for (std::size_t k = i + 1; k < end; ++k) rows_[k].cells.erase(rows_[k].cells.begin());
      }
      i = end;
    }
  }

  static bool repeats(const Row& first, const Row& row) {
    constexpr std::size_t kFewestCells = 3;  // cells
    if (first.cells.size() < kFewestCells || row.cells.size() != first.cells.size()) return false;
    const Cell& label = first.cells.front();
    return starts_with_letter(label) && label.rows == 1 && label.text == row.cells.front().text &&
           !first.heading;
  }

  static bool starts_with_letter(const Cell& cell) {
    return !cell.text.empty() && is_letter(cell.text.front());
  }

  /// Where rows are grouped, one beside which no other stands is a group of its own.
  void group_single() {
    const auto first = std::find_if(rows_.begin(), rows_.end(),
                                    [](const Row& row) { return is_group(row) && !row.heading; });
    if (first == rows_.end()) return;
    const std::size_t cells = first->cells.size();
    for (Row& row : rows_) {
      if (row.heading || row.foot || row.cells.size() != cells) continue;
      Cell& label = row.cells.front();
      label.group = label.column == 0 && label.columns == 1 && starts_with_letter(label) &&
                    starts_with_letter(row.cells[1]);
    }
  }

  /// Columns in which something stands besides a heading that spans them.
  void find_columns() {
    group_single();
    for (const Row& row : rows_) {
      for (const Cell& cell : row.cells) {
        if (cell.text.empty() || cell.columns > 1) continue;
        if (used_.size() <= cell.column) used_.resize(cell.column + 1);
        used_[cell.column] = true;
      }
    }
    // Labels in a column of their own: "Medway" beside the rows of its parties.
    grouped_ = std::any_of(rows_.begin(), rows_.end(),
                           [](const Row& row) { return is_group(row) && !row.heading; });
    while (headers_ < rows_.size() && rows_[headers_].heading && !is_label(rows_[headers_]))
      ++headers_;
    deferred_ = headers_ < rows_.size() && (is_label(rows_[headers_]) || is_group(rows_[headers_]));
  }

  /// A row of one cell, above the rows that it is about.
  static bool is_label(const Row& row) {
    return row.cells.size() == 1 && !row.cells.front().text.empty();
  }

  /// A row that begins with a cell which goes on beside the rows below.
  static bool is_group(const Row& row) {
    return row.cells.size() > 1 && (row.cells.front().rows > 1 || row.cells.front().group) &&
           row.cells.front().column == 0 && !row.cells.front().text.empty();
  }

  void write_row(std::size_t index) {
    const Row& row = rows_[index];
    if (index < headers_ && deferred_) return;
    if (is_label(row)) {
      write_line(row.cells.front().text);
    } else if (grouped_ && is_group(row) && !row.heading) {
      write_line(row.cells.front().text);
      if (index > headers_) write_headers();
    }
    if (index == headers_ && deferred_) write_headers();
    if (!is_label(row)) write_cells(row);
  }

  void write_headers() {
    for (std::size_t i = 0; i < headers_; ++i) write_cells(rows_[i]);
  }

  void write_line(const std::string& text) {
    out_.add(text);
    out_.new_line(1);
  }

  void write_cells(const Row& row) {
    std::string line;
    bool any = false;
    for (const Cell& cell : row.cells) {
      // The label of a group stands above.
      if (grouped_ && cell.column == 0 && (row.heading || cell.rows > 1 || cell.group)) continue;
      if (cell.text.empty()) {
        const bool used = cell.column < used_.size() && used_[cell.column];
        if (used && any && !row.heading) line += "\t-";
        continue;
      }
      if (!line.empty()) line += '\t';
      line += cell.text;
      any = true;
    }
    if (!any) return;
    out_.add_line(line);
    out_.new_line(1);
  }

  const Tree& tree_;
  const std::vector<std::uint8_t>& left_out_;
  NodeId table_;
  LineWriter& out_;
  std::vector<Row> rows_;
  std::vector<std::string> loose_;
  NodeId row_of_ = 0;
  std::vector<std::uint32_t> occupied_;  // how many rows a cell in this column goes on
  std::vector<bool> used_;
  std::size_t headers_ = 0;  // rows at the top
  bool grouped_ = false;
  bool deferred_ = false;  // the headings come behind the first label
};

/// Whether the cell holds what only a page's layout puts into one.
bool is_layout_cell(const Tree& tree, NodeId cell) {
  std::size_t blocks = 0, bytes = 0;
  for (NodeId id = cell + 1; id < tree[cell].end; ++id) {
    const Tag tag = tree[id].tag;
    if (tag == Tag::kTable) return false;  // judged by itself
    if (tag == Tag::kH1 || tag == Tag::kH2 || tag == Tag::kArticle || tag == Tag::kNav) return true;
    if (tag == Tag::kText) bytes += trim(tree[id].text).size();
    if (tag == Tag::kP || tag == Tag::kBr || tag == Tag::kDiv || tag == Tag::kLi) ++blocks;
    if (blocks > 1 && bytes > kProse) return true;
  }
  return false;
}

}  // namespace

std::vector<NodeId> find_data_tables(const Tree& tree) {
  struct Table {
    NodeId id;
    NodeId around;  // 0 if there is none
    std::size_t cells = 0;
    NodeId row = 0;        // of the last cell
    bool columns = false;  // two cells side by side
    bool layout = false;
  };
  std::vector<Table> tables;
  std::vector<std::size_t> open;
  for (NodeId id = 0; id < tree.size(); ++id) {
    while (!open.empty() && tree[tables[open.back()].id].end <= id) open.pop_back();
    const Tag tag = tree[id].tag;
    if (tag == Tag::kTable) {
      const bool layout = tree.attribute(id, Attr::kRole) == "presentation";
      tables.push_back(
          {id, open.empty() ? 0 : static_cast<NodeId>(open.back() + 1), 0, 0, false, layout});
      open.push_back(tables.size() - 1);
    } else if ((tag == Tag::kTd || tag == Tag::kTh) && !open.empty()) {
      Table& table = tables[open.back()];
      ++table.cells;
      table.columns = table.columns || table.row == tree[id].parent;
      table.row = tree[id].parent;
      table.layout = table.layout || is_layout_cell(tree, id);
    }
  }
  // A table of one cell is a box; others make layout of the table that they are in.
  for (Table& table : tables) {
    if (table.cells > 1 && table.around != 0) tables[table.around - 1].layout = true;
    if (!table.columns) table.layout = true;
  }
  std::vector<NodeId> out;
  for (const Table& table : tables) {
    if (!table.layout) out.push_back(table.id);
  }
  return out;
}

void write_table(const Tree& tree, const std::vector<std::uint8_t>& left_out, NodeId table,
                 LineWriter& out) {
  TableWriter(tree, left_out, table, out).run();
}

bool is_footnote_mark(const Tree& tree, NodeId id) {
  constexpr std::size_t kLongest = 6;
  if (tree[id].tag != Tag::kSup) return false;
  const std::string text = text_of(tree, id, 2 * kLongest);
  return text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || c == '[' || c == ']' || c == '*' || c == ',' || c == ' ' ||
                  c == '(' || c == ')';
         });
}

}  // namespace recount::html
