// The TOML files of patterns/ as trees.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string_view>

#include "extractor/lexicon/pattern_files.h"

namespace recount {

/// A value of a TOML file. What a value is not, it holds as nothing: a list has an empty text.
struct TomlNode {
  enum class Kind : std::uint8_t { kTable, kList, kText, kNumber, kFlag, kTime };

  /// Goes through the items of a list, or the entries of a table in the order of their keys.
  struct Iterator {
    const TomlNode* at;
    const TomlNode& operator*() const { return *at; }
    Iterator& operator++() {
      at = at->next;
      return *this;
    }
    bool operator==(const Iterator&) const = default;
  };

  Kind kind = Kind::kTable;
  bool flag = false;       // kFlag
  std::uint32_t line = 0;  // where the value begins, from 1
  double number = 0;       // kNumber
  std::string_view text;   // kText
  std::string_view key;    // of an entry of a table
  TomlNode* first = nullptr;
  TomlNode* last = nullptr;
  TomlNode* next = nullptr;  // in the list or table that holds this one

  bool is_text() const { return kind == Kind::kText; }
  bool is_number() const { return kind == Kind::kNumber; }
  bool is_flag() const { return kind == Kind::kFlag; }
  bool is_list() const { return kind == Kind::kList; }
  bool is_table() const { return kind == Kind::kTable; }

  Iterator begin() const { return {first}; }
  Iterator end() const { return {nullptr}; }
  /// The entry of that key, or null; of what is no table, too.
  const TomlNode* find(std::string_view name) const;
  /// The entry of that key if it is a list, or null.
  const TomlNode* list_at(std::string_view name) const;
  /// The text of the entry of that key; empty when there is none.
  std::string_view text_at(std::string_view name) const;
};

/// The nodes of one file, with their texts.
class TomlTree {
 public:
  TomlTree() : root_(&make(TomlNode::Kind::kTable, 0)) {}

  TomlNode& root() { return *root_; }
  const TomlNode& root() const { return *root_; }

  /// A node that nothing holds yet.
  TomlNode& make(TomlNode::Kind kind, std::size_t line);
  /// A copy of the text, as long as the tree is there.
  std::string_view keep(std::string_view text);
  /// Puts an item at the end of a list, an entry at that of a table. REQUIRES: the key of an entry
  /// comes after those in the table.
  static void append(TomlNode& holder, TomlNode& item);

 private:
  // Of nodes and texts: many small pieces, which all go at once.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
  TomlNode* root_;
};

/// The tree of a file, unpacked if it has been packed. When it is no TOML, that is added to
/// `faults`, and there is none.
std::optional<TomlTree> read_toml(const PatternFile& file, Faults& faults);

}  // namespace recount
