// Tables as lines of text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/html/line_writer.h"
#include "corpus/html/tree.h"

namespace recount::html {

/// The tables of a page that hold data, not the layout of the page: those with two cells
/// side by side, without another such table, several blocks of prose or a chief heading in a cell.
/// Sorted.
std::vector<NodeId> find_data_tables(const Tree& tree);

/// Writes a table: its caption, then a line for each row with tabs between the cells, as the
/// extractor reads them (extractor/discourse/rows.h). Columns without any text are left out, other
/// empty cells are a dash. A cell that spans the whole row or several rows below it is a line of
/// its own, and the headings of the columns come below it. `left_out` as in Body.
void write_table(const Tree& tree, const std::vector<std::uint8_t>& left_out, NodeId table,
                 LineWriter& out);

/// Whether <sup> is the mark of a footnote, which must not run into the figure before it.
bool is_footnote_mark(const Tree& tree, NodeId id);

}  // namespace recount::html
