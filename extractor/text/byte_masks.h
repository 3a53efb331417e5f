// Sixty-four bytes of loose text at a time: which of them are what, one bit for each.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "extractor/text/chunk.h"
#include "extractor/text/loose_text.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace recount {

/// Bit i stands for byte i of a block.
struct ByteMasks {
  std::uint64_t letters = 0;   // ASCII
  std::uint64_t capitals = 0;  // ASCII, among the letters
  std::uint64_t joints = 0;    // no ASCII, or a control character: a word may go on there
  bool operator==(const ByteMasks&) const = default;
};

inline constexpr std::size_t kBlock = 64;

/// A control character that is no white space: kMaybeJoined, or one that readers leave out.
inline bool is_control(char c) {
  return (c >= 0 && c < '\t') || (c > '\r' && c < ' ') || c == '\v' || c == '\x7F';
}

/// The masks of kBlock bytes, on any machine.
inline ByteMasks masks_of_block_by_chunks(const char* bytes) {
  // Gathers the high bits of the bytes in the lowest byte.
  const auto bits = [](Chunk high) { return (high >> 7) * 0x0102040810204080u >> 56; };
  ByteMasks out;
  for (std::size_t at = 0; at < kBlock; at += kChunk) {
    const Chunk chunk = load_chunk({bytes, kBlock}, at);
    const Chunk capitals = bytes_between(chunk, 'A', 'Z');
    out.letters |= bits(capitals | bytes_between(chunk, 'a', 'z')) << at;
    out.capitals |= bits(capitals) << at;
    const Chunk controls = bytes_between(chunk, '\0', '\t' - 1) | bytes_between(chunk, '\v', '\v') |
                           bytes_between(chunk, '\r' + 1, ' ' - 1) |
                           bytes_between(chunk, '\x7F', '\x7F');
    out.joints |= bits(controls | (chunk & kHighBits)) << at;
  }
  return out;
}

/// The masks of kBlock bytes.
inline ByteMasks masks_of_block(const char* bytes) {
#ifdef __SSE2__
  constexpr std::size_t kStep = sizeof(__m128i);
  ByteMasks out;
  for (std::size_t at = 0; at < kBlock; at += kStep) {
    const __m128i step = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
    // Letters, made small and moved to the lowest values of a signed byte.
    const __m128i small = _mm_or_si128(step, _mm_set1_epi8(0x20));
    const __m128i moved = _mm_sub_epi8(small, _mm_set1_epi8(static_cast<char>('a' + 128)));
    const __m128i letters = _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(26 - 128)));
    const auto bits = [at](__m128i high) {
      return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(high))) << at;
    };
    out.letters |= bits(letters);
    out.capitals |= bits(_mm_andnot_si128(_mm_slli_epi16(step, 2), letters));  // without bit 5
    // All below a blank, those that are no ASCII as well, but for white space.
    const __m128i low = _mm_cmplt_epi8(step, _mm_set1_epi8(' '));
    const __m128i from_tab = _mm_cmpgt_epi8(step, _mm_set1_epi8('\t' - 1));
    const __m128i to_return = _mm_cmplt_epi8(step, _mm_set1_epi8('\r' + 1));
    const __m128i spaces = _mm_and_si128(from_tab, to_return);
    const __m128i others = _mm_or_si128(_mm_cmpeq_epi8(step, _mm_set1_epi8('\v')),
                                        _mm_cmpeq_epi8(step, _mm_set1_epi8('\x7F')));
    out.joints |= bits(_mm_or_si128(_mm_andnot_si128(spaces, low), others));
  }
  return out;
#else
  return masks_of_block_by_chunks(bytes);
#endif
}

/// The masks of the block of `text` at `at`; behind the end nothing is anything.
inline ByteMasks masks_at(std::string_view text, std::size_t at) {
  if (at + kBlock <= text.size()) return masks_of_block(text.data() + at);
  if (at >= text.size()) return {};
  std::array<char, kBlock> padded;
  padded.fill(' ');
  std::memcpy(padded.data(), text.data() + at, text.size() - at);
  return masks_of_block(padded.data());
}

}  // namespace recount
