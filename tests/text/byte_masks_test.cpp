// Masks of blocks, held against one byte after the other.
#include "extractor/text/byte_masks.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "extractor/text/ascii.h"

using namespace recount;

namespace {

/// The masks of up to kBlock bytes, byte by byte.
ByteMasks plain_masks(std::string_view bytes) {
  ByteMasks out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (ascii_letter(bytes[i])) out.letters |= bit;
    if (ascii_upper(bytes[i])) out.capitals |= bit;
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool space = byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
    if (byte >= 0x7F || (byte < ' ' && !space)) out.joints |= bit;
  }
  return out;
}

}  // namespace

TEST_CASE("masks: every byte is told for what it is, wherever it stands") {
  for (int c = 0; c < 256; ++c) {
    for (const std::size_t at : {0U, 7U, 8U, 15U, 16U, 40U, 63U}) {
      std::string block(kBlock, '.');
      block[at] = static_cast<char>(c);
      CAPTURE(c);
      CAPTURE(at);
      CHECK(masks_of_block(block.data()) == plain_masks(block));
      CHECK(masks_of_block_by_chunks(block.data()) == plain_masks(block));
    }
  }
}

TEST_CASE("masks: blocks of any bytes, and a text that ends within one") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 200, '\0');
    for (char& c : text) c = static_cast<char>(random());
    for (std::size_t at = 0; at < text.size() + 2 * kBlock; at += kBlock) {
      const std::string_view block = std::string_view(text).substr(std::min(at, text.size()));
      CHECK(masks_at(text, at) == plain_masks(block.substr(0, kBlock)));
      if (block.size() >= kBlock)
        CHECK(masks_of_block_by_chunks(block.data()) == masks_of_block(block.data()));
    }
  }
}
