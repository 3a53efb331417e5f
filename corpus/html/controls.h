// What a reader presses or fills in, where it is not marked as that.
#pragma once

#include "corpus/html/measures.h"
#include "corpus/html/tree.h"

namespace recount::html {

/// Whether a link that goes nowhere stands alone below something: "Copy link to this result". What
/// stands above, or is the whole of its block, may well open and head the part.
bool is_lone_button(const Tree& tree, const Measures& measures, NodeId id);

/// Whether a part is several links that go nowhere and hardly more: "Print | Email | << Back".
bool is_bar_of_buttons(const Tree& tree, const Measures& measures, NodeId id);

/// Whether a part is a box with a line or two and something to fill in.
bool is_sign_up(const Tree& tree, const Measures& measures, NodeId id);

}  // namespace recount::html
