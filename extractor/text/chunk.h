// Eight bytes of text at a time, in one word.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace recount {

using Chunk = std::uint64_t;
inline constexpr std::size_t kChunk = sizeof(Chunk);
static_assert(std::endian::native == std::endian::little, "byte 0 is the lowest");

/// The bytes of `text` from `at` on, the first in the lowest byte; 0 behind the end. Copies no
/// number of bytes that is not a constant: that would be a call.
inline Chunk load_chunk(std::string_view text, std::size_t at) {
  const auto load = [&text](auto word, std::size_t from) {
    std::memcpy(&word, text.data() + from, sizeof word);
    return static_cast<Chunk>(word);
  };
  const std::size_t size = text.size();
  if (at + kChunk <= size) return load(Chunk{}, at);
  if (at >= size) return 0;
  const std::size_t left = size - at;
  if (size >= kChunk) return load(Chunk{}, size - kChunk) >> (8 * (kChunk - left));
  // Loads that overlap: where two give a byte, they give the same.
  if (left >= 4)
    return load(std::uint32_t{}, at) | load(std::uint32_t{}, size - 4) << (8 * (left - 4));
  const std::size_t middle = left / 2;
  return load(std::uint8_t{}, at) | load(std::uint8_t{}, at + middle) << (8 * middle) |
         load(std::uint8_t{}, size - 1) << (8 * (left - 1));
}

/// The lowest `bytes` bytes of `chunk`, 0 behind them.
inline Chunk first_bytes(Chunk chunk, std::size_t bytes) {
  return bytes >= kChunk ? chunk : chunk & ((Chunk{1} << (8 * bytes)) - 1);
}

/// The `bytes` bytes of `text` from `at` on, or the first eight of them; 0 behind them.
inline Chunk chunk_of(std::string_view text, std::size_t at, std::size_t bytes) {
  return first_bytes(load_chunk(text, at), bytes);
}

inline constexpr Chunk kLowBits = 0x0101010101010101u;  // of every byte
inline constexpr Chunk kHighBits = 0x8080808080808080u;

/// The high bit of each byte that lies between two ASCII characters, both included.
inline Chunk bytes_between(Chunk chunk, char first, char last) {
  const Chunk low = chunk & ~kHighBits;  // no sum below carries into the next byte
  const Chunk from_first = low + static_cast<Chunk>(0x80 - first) * kLowBits;
  const Chunk above_last = low + static_cast<Chunk>(0x7F - last) * kLowBits;
  return from_first & ~above_last & ~chunk & kHighBits;
}

/// How many of its bytes, from the lowest on, are small ASCII letters.
inline std::size_t small_letters(Chunk chunk) {
  const Chunk other = bytes_between(chunk, 'a', 'z') ^ kHighBits;
  return other == 0 ? kChunk : static_cast<std::size_t>(std::countr_zero(other)) / 8;
}

inline constexpr Chunk kSmall = 0x2020202020202020u;  // makes letters small; no other gets one

/// How many ASCII letters stand in `text` from `at` on.
inline std::size_t letters_at(std::string_view text, std::size_t at) {
  std::size_t size = small_letters(load_chunk(text, at) | kSmall);
  for (std::size_t more = size; more == kChunk; size += more)
    more = small_letters(load_chunk(text, at + size) | kSmall);
  return size;
}

/// Capital ASCII letters made small, all other bytes as they are.
inline Chunk fold_ascii(Chunk chunk) { return chunk | bytes_between(chunk, 'A', 'Z') >> 2; }

}  // namespace recount
