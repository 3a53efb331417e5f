// Method: each shingle's hash votes with its 64 bits; the fingerprint holds the majority of each
// bit. The votes of eight bits are added at once, in the bytes of a word, and spilled before they
// overflow.
#include "extractor/facts/fingerprint.h"

#include <array>

namespace recount {
namespace {

constexpr std::size_t kShortText = 128;  // tokens

std::uint64_t mix(std::uint64_t h) {  // finalizer of SplitMix64
  h ^= h >> 30;
  h *= 0xbf58476d1ce4e5b9u;
  h ^= h >> 27;
  h *= 0x94d049bb133111ebu;
  return h ^ (h >> 31);
}

/// Byte i of the result is bit i of `bits`.
constexpr std::array<std::uint64_t, 256> make_spread() {
  std::array<std::uint64_t, 256> table{};
  for (unsigned bits = 0; bits < 256; ++bits) {
    for (unsigned i = 0; i < 8; ++i) {
      if ((bits >> i & 1U) != 0) table[bits] |= std::uint64_t{1} << (8 * i);
    }
  }
  return table;
}
constexpr auto kSpread = make_spread();

class Votes {
 public:
  void add(std::uint64_t hash) {
    for (unsigned lane = 0; lane < 8; ++lane) lanes_[lane] += kSpread[hash >> (8 * lane) & 0xFF];
    if (++pending_ == 255) spill();
    ++total_;
  }
  std::uint64_t majority() {
    spill();
    std::uint64_t out = 0;
    for (unsigned bit = 0; bit < 64; ++bit) {
      if (2 * counts_[bit] > total_) out |= std::uint64_t{1} << bit;
    }
    return out;
  }

 private:
  void spill() {
    for (unsigned lane = 0; lane < 8; ++lane) {
      for (unsigned i = 0; i < 8; ++i) counts_[8 * lane + i] += lanes_[lane] >> (8 * i) & 0xFF;
      lanes_[lane] = 0;
    }
    pending_ = 0;
  }
  std::array<std::uint64_t, 8> lanes_{};
  std::array<std::uint64_t, 64> counts_{};
  std::uint64_t total_ = 0;
  unsigned pending_ = 0;
};

}  // namespace

std::uint64_t fingerprint(const std::vector<Token>& tokens) {
  Votes votes;
  std::uint64_t a = 0, b = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t c = tokens[i].hash;
    const std::uint64_t shingle = mix(a * 3 + b * 5 + c * 7);
    // Of a long text every other shingle votes, chosen by content so that an insertion shifts
    // nothing.
    const bool votes_too = tokens.size() <= kShortText || (shingle & 1) == 0;
    if ((i >= 2 || i + 1 == tokens.size()) && votes_too)
      votes.add(shingle * 0x94d049bb133111ebu ^ shingle >> 29);
    a = b;
    b = c;
  }
  return votes.majority();
}

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<std::uint8_t>(c)) * 0x100000001b3u;
  return h;
}

std::string to_hex(std::uint64_t value) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 0; i < 16; ++i) out[15 - i] = kDigits[value >> (4 * i) & 0xF];
  return out;
}

}  // namespace recount
