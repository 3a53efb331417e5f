// Look-up of names in whatever case, in a table that the compiler makes.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace recount::html {

/// A name and what it stands for.
template <typename Value>
struct Name {
  std::string_view name;  // in small letters
  Value value;
};

/// A hash table of names of at most 24 bytes. `Size` is a power of two, larger than the number of
/// names.
template <typename Value, std::size_t Size>
class NameTable {
 public:
  template <std::size_t N>
  explicit constexpr NameTable(const Name<Value> (&names)[N]) {
    static_assert(N < Size);
    for (const Name<Value>& name : names) {
      std::size_t at = hash(name.name) & (Size - 1);
      while (!slots_[at].name.empty()) at = (at + 1) & (Size - 1);
      slots_[at] = name;
    }
  }

  /// The value of a name in whatever case; Value{} if it is not in the table.
  Value find(std::string_view name) const {
    if (name.empty() || name.size() > kLongest) return Value{};
    for (std::size_t at = hash(name) & (Size - 1); !slots_[at].name.empty();
         at = (at + 1) & (Size - 1)) {
      if (same(slots_[at].name, name)) return slots_[at].value;
    }
    return Value{};
  }

 private:
  static constexpr std::size_t kLongest = 24;

  static constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }

  static constexpr std::size_t hash(std::string_view name) {
    std::size_t h = name.size();
    for (const char c : name) h = h * 31 + static_cast<unsigned char>(lower(c));
    return h ^ (h >> 9);
  }

  static constexpr bool same(std::string_view lowered, std::string_view name) {
    if (lowered.size() != name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (lowered[i] != lower(name[i])) return false;
    }
    return true;
  }

  std::array<Name<Value>, Size> slots_{};
};

}  // namespace recount::html
