// Method: each shingle's hash votes with its 64 bits; the fingerprint holds the majority of each
// bit. Eight hashes are added at once: full adders, 64 bits wide, make of them the ones, twos,
// fours and eights of every sum. The eights are counted in the bytes of words and spilled before
// they overflow.
#include "extractor/facts/fingerprint.h"

#include <algorithm>
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

using Ballot = std::array<std::uint64_t, 8>;  // hashes

class Votes {
 public:
  void add(const Ballot& h) {
    const std::uint64_t twos_a = add_up(ones_, h[0], h[1]), twos_b = add_up(ones_, h[2], h[3]);
    const std::uint64_t twos_c = add_up(ones_, h[4], h[5]), twos_d = add_up(ones_, h[6], h[7]);
    const std::uint64_t fours_a = add_up(twos_, twos_a, twos_b);
    const std::uint64_t fours_b = add_up(twos_, twos_c, twos_d);
    const std::uint64_t eights = add_up(fours_, fours_a, fours_b);
    for (unsigned lane = 0; lane < 8; ++lane) lanes_[lane] += kSpread[eights >> (8 * lane) & 0xFF];
    if (++pending_ == 255) spill();
  }
  /// The bits that more than half of `total` hashes have.
  std::uint64_t majority(std::uint64_t total) {
    spill();
    std::uint64_t out = 0;
    for (unsigned bit = 0; bit < 64; ++bit) {
      const std::uint64_t count =
          8 * eights_[bit] + 4 * (fours_ >> bit & 1) + 2 * (twos_ >> bit & 1) + (ones_ >> bit & 1);
      if (2 * count > total) out |= std::uint64_t{1} << bit;
    }
    return out;
  }

 private:
  /// Adds `a` and `b` to each bit of `sum`; what is carried.
  static std::uint64_t add_up(std::uint64_t& sum, std::uint64_t a, std::uint64_t b) {
    const std::uint64_t half = sum ^ a;
    const std::uint64_t carry = (sum & a) | (half & b);
    sum = half ^ b;
    return carry;
  }
  void spill() {
    for (unsigned lane = 0; lane < 8; ++lane) {
      for (unsigned i = 0; i < 8; ++i) eights_[8 * lane + i] += lanes_[lane] >> (8 * i) & 0xFF;
      lanes_[lane] = 0;
    }
    pending_ = 0;
  }
  std::uint64_t ones_ = 0, twos_ = 0, fours_ = 0;
  std::array<std::uint64_t, 8> lanes_{};
  std::array<std::uint64_t, 64> eights_{};
  unsigned pending_ = 0;
};

}  // namespace

std::uint64_t fingerprint(const std::vector<Token>& tokens) {
  Votes votes;
  Ballot ballot{};
  std::size_t waiting = 0;  // hashes on the ballot
  std::uint64_t total = 0;
  std::uint64_t a = 0, b = 0;
  // Of a long text every other shingle votes, chosen by content so that an insertion shifts
  // nothing.
  const std::uint64_t all = tokens.size() <= kShortText ? 1 : 0;
  const std::size_t first = std::min<std::size_t>(tokens.size(), 3) - 1;  // the end of a shingle
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint64_t c = tokens[i].hash;
    const std::uint64_t shingle = mix(a * 3 + b * 5 + c * 7);
    a = b;
    b = c;
    if (i < first) continue;
    ballot[waiting] = shingle * 0x94d049bb133111ebu ^ shingle >> 29;
    waiting += (~shingle | all) & 1;  // no branch: nobody can guess which
    if (waiting < ballot.size()) continue;
    votes.add(ballot);
    total += waiting;
    waiting = 0;
  }
  total += waiting;
  std::fill(ballot.begin() + static_cast<std::ptrdiff_t>(waiting), ballot.end(), 0);
  votes.add(ballot);
  return votes.majority(total);
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
