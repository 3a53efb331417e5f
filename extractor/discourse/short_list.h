// A list that is short nearly always and then takes no memory of its own.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <vector>

namespace recount {

/// Up to `kInside` items stand in the list itself; a longer list keeps all of them in a vector.
template <typename T, std::size_t kInside>
class ShortList {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  ShortList() = default;
  ShortList(std::initializer_list<T> items) { append(items.begin(), items.end()); }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T* begin() const { return more_.empty() ? inside_.data() : more_.data(); }
  const T* end() const { return begin() + size_; }
  T* begin() { return more_.empty() ? inside_.data() : more_.data(); }
  T* end() { return begin() + size_; }
  const T& operator[](std::size_t i) const { return begin()[i]; }
  /// REQUIRES: !empty().
  const T& front() const { return *begin(); }
  const T& back() const { return begin()[size_ - 1]; }

  void clear() {
    size_ = 0;
    more_.clear();
  }
  void push_back(T item) {
    if (size_ < kInside) {
      inside_[size_] = item;
    } else {
      if (more_.empty()) more_.assign(inside_.begin(), inside_.end());
      more_.push_back(item);
    }
    ++size_;
  }
  void append(const T* first, const T* last) {
    for (; first != last; ++first) push_back(*first);
  }

 private:
  std::size_t size_ = 0;
  std::array<T, kInside> inside_{};
  std::vector<T> more_;  // empty while size_ <= kInside
};

}  // namespace recount
