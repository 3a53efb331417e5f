// Verdicts for a person.
#pragma once

#include <cstddef>
#include <string>

#include "output/reconciler/reconciler.h"

namespace recount {

/// Each place and election with its conflicts, the words that contradict each other below them,
/// and, with `consensus`, a table of its figures, no line of it wider than `width` columns; in the
/// end a line that counts. Ends with a newline. Safe to show on a terminal.
std::string verdicts_text(const Reconciliation& all, bool consensus, std::size_t width);

}  // namespace recount
