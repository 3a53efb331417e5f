// Tokens to blocks (a heading, a paragraph, a list item, a score line) and sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/text/token.h"

namespace recount {

enum class BlockKind : std::uint8_t {
  kParagraph,
  kHeading,  // a short line without closing punctuation
};

/// Half-open token range [first, last) that ends at a full stop or a line break.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t block = 0;  // number of the block (line or wrapped paragraph) it stands in
  BlockKind kind = BlockKind::kParagraph;
  bool blank_before = false;  // a blank line stands before the block
  bool block_start = false;   // first sentence of its block
  bool post = false;          // begins a post of a live page
};

/// Which words end no sentence when a full stop follows ("Cllr", "St"). Indexed by WordId.
using AbbreviationSet = std::vector<bool>;

/// Cuts `tokens` into sentences. Lines are blocks of their own unless the text is hard-wrapped
/// (many lines end in mid-sentence), in which case blank lines separate blocks. Thread-safe.
void segment(std::string_view text, const std::vector<Token>& tokens,
             const AbbreviationSet& abbreviations, std::vector<Sentence>& out);

}  // namespace recount
