// Tells items that have been seen from new ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace recount {

/// Numbers of items by their hashes: open addressing in one piece of memory, which it takes when
/// the first item comes.
class ItemIndex {
 public:
  /// Adds `item` and returns true, unless one of the same hash is there for which `same(its
  /// number)` holds. REQUIRES: item is below 2^32 - 1.
  template <typename Same>
  bool add(std::uint64_t hash, std::uint32_t item, const Same& same) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = find(hash, same);
    if (slot.item != kFree) return false;
    slot = {hash, item};
    ++count_;
    return true;
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  static constexpr std::size_t kLeast = 32;  // slots, a power of two
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t item = kFree;
  };

  /// The slot of an item that is the same, or the free one where it would stand.
  template <typename Same>
  Slot& find(std::uint64_t hash, const Same& same) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash & mask;
    while (slots_[i].item != kFree && !(slots_[i].hash == hash && same(slots_[i].item)))
      i = (i + 1) & mask;
    return slots_[i];
  }

  void grow() {
    std::vector<Slot> before(slots_.empty() ? kLeast : 2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before) {
      if (slot.item != kFree) find(slot.hash, [](std::uint32_t) { return false; }) = slot;
    }
  }

  std::vector<Slot> slots_;  // at most half of them taken
  std::size_t count_ = 0;
};

}  // namespace recount
