#include "extractor/lexicon/toml_tree.h"

#include <toml++/toml.h>

#include <cstring>
#include <new>
#include <type_traits>

#include "extractor/lexicon/packed_tree.h"

namespace recount {
namespace {

using TomlKind = TomlNode::Kind;

/// Makes trees of what toml++ has read.
class Converter {
 public:
  TomlTree convert(const toml::table& table) {
    tree_.root().line = line_of(table);
    fill(tree_.root(), table);
    return std::move(tree_);
  }

 private:
  static std::uint32_t line_of(const toml::node& from) { return from.source().begin.line; }

  void fill(TomlNode& table, const toml::table& from) {
    for (const auto& [key, value] : from) {
      TomlNode& entry = node(value);
      entry.key = tree_.keep(key.str());
      TomlTree::append(table, entry);
    }
  }

  TomlNode& node(const toml::node& from) {
    TomlNode& out = tree_.make(TomlKind::kTime, line_of(from));
    if (const toml::table* table = from.as_table()) {
      out.kind = TomlKind::kTable;
      fill(out, *table);
    } else if (const toml::array* list = from.as_array()) {
      out.kind = TomlKind::kList;
      for (const toml::node& item : *list) TomlTree::append(out, node(item));
    } else if (const auto text = from.value_exact<std::string_view>()) {
      out.kind = TomlKind::kText;
      out.text = tree_.keep(*text);
    } else if (const auto flag = from.value_exact<bool>()) {
      out.kind = TomlKind::kFlag;
      out.flag = *flag;
    } else if (const auto number = from.value<double>()) {
      out.kind = TomlKind::kNumber;
      out.number = *number;
    }
    return out;
  }

  TomlTree tree_;
};

}  // namespace

const TomlNode* TomlNode::find(std::string_view name) const {
  if (!is_table()) return nullptr;
  for (const TomlNode& entry : *this) {
    if (entry.key == name) return &entry;
  }
  return nullptr;
}

const TomlNode* TomlNode::list_at(std::string_view name) const {
  const TomlNode* const entry = find(name);
  return entry != nullptr && entry->is_list() ? entry : nullptr;
}

std::string_view TomlNode::text_at(std::string_view name) const {
  const TomlNode* const entry = find(name);
  return entry == nullptr ? std::string_view() : entry->text;
}

TomlNode& TomlTree::make(TomlNode::Kind kind, std::size_t line) {
  static_assert(std::is_trivially_destructible_v<TomlNode>,
                "the memory goes, nothing else happens");
  auto* const node = new (memory_->allocate(sizeof(TomlNode), alignof(TomlNode))) TomlNode;
  node->kind = kind;
  node->line = static_cast<std::uint32_t>(line);
  return *node;
}

std::string_view TomlTree::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* const copy = static_cast<char*>(memory_->allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

void TomlTree::append(TomlNode& holder, TomlNode& item) {
  (holder.last == nullptr ? holder.first : holder.last->next) = &item;
  holder.last = &item;
}

std::optional<TomlTree> read_toml(const PatternFile& file, Faults& faults) {
  if (!file.packed.empty()) {
    std::optional<TomlTree> tree = unpack_tree(file.packed);
    if (!tree) faults.add({file.path, 0, "", "", "the packed tree is damaged"});
    return tree;
  }
  try {
    return Converter().convert(toml::parse(std::string_view(file.content), file.path));
  } catch (const toml::parse_error& error) {
    faults.add({file.path, error.source().begin.line, "", "", std::string(error.description())});
    return std::nullopt;
  }
}

}  // namespace recount
