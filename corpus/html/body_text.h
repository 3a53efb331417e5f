// The article as text.
#pragma once

#include <string>

#include "corpus/html/body.h"
#include "corpus/html/tree.h"

namespace recount::html {

/// Writes what is not left out, as the extractor reads it: the headline first; a line for each
/// heading, paragraph, list item, caption and row of a table; blank lines around paragraphs,
/// headings, lists and tables; "Turnout: 38%" for a term and its definition; before each post of a
/// live page a blank line and a line with its time of day.
std::string write_body(const Tree& tree, const Body& body);

}  // namespace recount::html
