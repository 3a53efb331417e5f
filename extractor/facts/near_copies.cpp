// Method: multi-index hashing (Norouzi, Punjani and Fleet 2012). Each fingerprint stands in four
// tables, one for each 16 bits of it. Where two differ in at most 4r + 3 bits, they differ in at
// most r bits of some block: so it is enough to look at the buckets of all keys within r bits of
// each block's own.
#include "extractor/facts/near_copies.h"

#include <algorithm>
#include <bit>

namespace recount {
namespace {

constexpr std::uint32_t kKeys = 1U << 16;

std::uint32_t block_of(std::uint64_t fingerprint, int block) {
  return static_cast<std::uint32_t>(fingerprint >> (16 * block)) & (kKeys - 1);
}

/// Every key of 16 bits with at most two bits set, by their number.
const std::vector<std::uint32_t>& small_differences() {
  static const std::vector<std::uint32_t> all = [] {
    std::vector<std::uint32_t> out;
    for (std::uint32_t key = 0; key < kKeys; ++key) {
      if (std::popcount(key) <= 2) out.push_back(key);
    }
    std::stable_sort(out.begin(), out.end(), [](std::uint32_t a, std::uint32_t b) {
      return std::popcount(a) < std::popcount(b);
    });
    return out;
  }();
  return all;
}

}  // namespace

std::uint32_t NearCopies::add(std::uint64_t fingerprint) {
  for (int block = 0; block < kBlocks; ++block) {
    std::vector<Bucket>& table = tables_[static_cast<std::size_t>(block)];
    if (table.empty()) table.resize(kKeys);
    table[block_of(fingerprint, block)].push_back({fingerprint, size_});
  }
  return size_++;
}

std::vector<std::uint32_t> NearCopies::near(std::uint64_t fingerprint, int bits) const {
  std::vector<std::uint32_t> out;
  if (size_ == 0) return out;
  const int most = bits / kBlocks;  // bits that some block differs in at most
  for (int block = 0; block < kBlocks; ++block) {
    const std::vector<Bucket>& table = tables_[static_cast<std::size_t>(block)];
    const std::uint32_t own = block_of(fingerprint, block);
    for (const std::uint32_t difference : small_differences()) {
      if (std::popcount(difference) > most) break;
      for (const Entry& entry : table[own ^ difference]) {
        if (std::popcount(entry.fingerprint ^ fingerprint) <= bits) out.push_back(entry.number);
      }
    }
  }
  std::sort(out.begin(), out.end());  // found in up to four tables
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace recount
