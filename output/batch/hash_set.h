// A set of 64-bit hashes that takes little more than their own size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace recount {

/// Open addressing with linear steps; at most two thirds full. REQUIRES: the values are hashes, of
/// which any bits can be taken for an address.
class HashSet {
 public:
  /// Whether `hash` was not there yet.
  bool insert(std::uint64_t hash) {
    if (hash == 0) hash = 1;  // 0 marks a free slot
    if (3 * (size_ + 1) > 2 * slots_.size()) grow();
    if (!place(hash)) return false;
    ++size_;
    return true;
  }

  std::size_t size() const { return size_; }

 private:
  bool place(std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    // FNV leaves little of the first bytes of a text in the low bits of its hash.
    std::size_t at = static_cast<std::size_t>((hash * 0x9E3779B97F4A7C15u) >> 20) & mask;
    while (slots_[at] != 0) {
      if (slots_[at] == hash) return false;
      at = (at + 1) & mask;
    }
    slots_[at] = hash;
    return true;
  }
  void grow() {
    std::vector<std::uint64_t> old(slots_.empty() ? 1024 : 2 * slots_.size());
    old.swap(slots_);
    for (const std::uint64_t hash : old) {
      if (hash != 0) place(hash);
    }
  }

  std::vector<std::uint64_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace recount
