// Method: multi-index hashing (Norouzi, Punjani and Fleet 2012). Each fingerprint stands in four
// tables, one for each 16 bits of it. Where two differ in at most 4r + a bits, a < 4, they differ
// in at most r bits of one of the first a + 1 blocks or in at most r - 1 of one of the others: so
// it is enough to look at the buckets of all keys so near to each block's own.
#include "extractor/facts/near_copies.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <span>
#include <tuple>

namespace recount {
namespace {

constexpr int kBlocks = NearCopies::kBlocks;
constexpr std::uint32_t kKeys = 1U << 16;

std::uint32_t block_of(std::uint64_t fingerprint, int block) {
  return static_cast<std::uint32_t>(fingerprint >> (16 * block)) & (kKeys - 1);
}

/// Every key of 16 bits with at most two bits set, by their number; those with at most `most`.
std::span<const std::uint32_t> small_differences(int most) {
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
  constexpr std::array<std::size_t, 4> kCounts = {0, 1, 17, 137};  // with fewer than so many bits
  return std::span(all).first(kCounts[static_cast<std::size_t>(most + 1)]);
}

/// How many bits of that block are looked into; -1 for none.
int most_in_block(int bits, int block) { return bits / kBlocks - (block > bits % kBlocks ? 1 : 0); }

/// Fingerprints sorted by one block, and where those of each key begin.
class SortedBlock {
 public:
  struct Entry {
    std::uint64_t fingerprint;
    std::uint32_t number;
  };

  SortedBlock(const std::vector<Entry>& entries, int block) : sorted_(entries.size()) {
    for (const Entry& entry : entries) ++begins_[block_of(entry.fingerprint, block) + 1];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (const Entry& entry : entries) {
      const std::uint32_t key = block_of(entry.fingerprint, block);
      if (next[key] == begins_[key]) keys_.push_back(key);
      sorted_[next[key]++] = entry;
    }
  }

  /// The keys that there are, each once.
  const std::vector<std::uint32_t>& keys() const { return keys_; }
  std::span<const Entry> bucket(std::uint32_t key) const {
    return {sorted_.data() + begins_[key], begins_[key + 1] - begins_[key]};
  }

 private:
  std::vector<Entry> sorted_;
  std::vector<std::uint32_t> begins_ = std::vector<std::uint32_t>(kKeys + 1);
  std::vector<std::uint32_t> keys_;
};

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
  for (int block = 0; block < kBlocks; ++block) {
    const std::vector<Bucket>& table = tables_[static_cast<std::size_t>(block)];
    const std::uint32_t own = block_of(fingerprint, block);
    for (const std::uint32_t difference : small_differences(most_in_block(bits, block))) {
      for (const Entry& entry : table[own ^ difference]) {
        if (std::popcount(entry.fingerprint ^ fingerprint) <= bits) out.push_back(entry.number);
      }
    }
  }
  std::sort(out.begin(), out.end());  // found in up to four tables
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> near_pairs(
    const std::vector<std::uint64_t>& fingerprints, int bits) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  // Of those that are alike, the first stands for all.
  std::vector<SortedBlock::Entry> entries;
  for (std::uint32_t i = 0; i < fingerprints.size(); ++i) entries.push_back({fingerprints[i], i});
  std::ranges::sort(entries, {}, [](const SortedBlock::Entry& entry) {
    return std::tie(entry.fingerprint, entry.number);
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (kept > 0 && entries[kept - 1].fingerprint == entries[i].fingerprint)
      out.emplace_back(entries[kept - 1].number, entries[i].number);
    else
      entries[kept++] = entries[i];
  }
  entries.resize(kept);
  for (int block = 0; block < kBlocks; ++block) {
    const SortedBlock sorted(entries, block);
    for (const std::uint32_t key : sorted.keys()) {
      const auto own = sorted.bucket(key);
      for (const std::uint32_t difference : small_differences(most_in_block(bits, block))) {
        if ((key ^ difference) < key) continue;  // seen from the other side
        for (const SortedBlock::Entry& other : sorted.bucket(key ^ difference)) {
          for (const SortedBlock::Entry& one : own) {
            if (std::popcount(one.fingerprint ^ other.fingerprint) <= bits &&
                one.number != other.number)
              out.emplace_back(one.number, other.number);
          }
        }
      }
    }
  }
  return out;
}

}  // namespace recount
