// Method: nlohmann::json writes the bytes. Reading, it tells what it meets piece by piece, and the
// nodes are made of that, with no JSON value in between.
#include "extractor/lexicon/packed_tree.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace recount {
namespace {

using Json = nlohmann::json;
using TomlKind = TomlNode::Kind;

using Keys = std::initializer_list<std::string_view>;

/// The value without the entries of those keys; adds its line, and those in it, to `lines`.
Json to_json(const TomlNode& node, const Keys& without, Json& lines) {
  lines.push_back(node.line);
  Json value;
  switch (node.kind) {
    case TomlKind::kTable:
      value = Json::object();
      for (const TomlNode& entry : node) {
        if (std::find(without.begin(), without.end(), entry.key) == without.end())
          value[std::string(entry.key)] = to_json(entry, without, lines);
      }
      break;
    case TomlKind::kList:
      value = Json::array();
      for (const TomlNode& item : node) value.push_back(to_json(item, without, lines));
      break;
    case TomlKind::kText:
      value = std::string(node.text);
      break;
    case TomlKind::kNumber:
      value = node.number;
      break;
    case TomlKind::kFlag:
      value = node.flag;
      break;
    case TomlKind::kTime:
      break;
  }
  return value;
}

/// Takes what the reader meets. Its functions return false to end the reading.
class Builder : public nlohmann::json_sax<Json> {
 public:
  /// The tree, when every line has got its value.
  std::optional<TomlTree> take() {
    if (lines_.empty() || met_ != lines_.size()) return std::nullopt;
    return std::move(tree_);
  }

  bool null() override { return add(TomlKind::kTime) != nullptr; }

  bool boolean(bool flag) override {
    TomlNode* const node = add(TomlKind::kFlag);
    if (node != nullptr) node->flag = flag;
    return node != nullptr;
  }

  bool number_float(double number, const std::string&) override {
    TomlNode* const node = add(TomlKind::kNumber);
    if (node != nullptr) node->number = number;
    return node != nullptr;
  }

  bool string(std::string& text) override {
    TomlNode* const node = add(TomlKind::kText);
    if (node != nullptr) node->text = tree_.keep(text);
    return node != nullptr;
  }

  bool key(std::string& name) override {
    key_ = tree_.keep(name);
    return true;
  }

  /// Whole numbers are lines: those of TOML are packed as floating ones.
  bool number_unsigned(std::uint64_t line) override {
    lines_.push_back(static_cast<std::uint32_t>(line));
    return true;
  }

  bool start_object(std::size_t) override {
    if (!open_.empty()) return open(add(TomlKind::kTable));
    tree_.root().line = next_line();
    return open(&tree_.root());
  }

  bool start_array(std::size_t) override {
    return lines_.empty() || open(add(TomlKind::kList));  // the first is that of the lines
  }

  bool end_object() override { return close(); }
  bool end_array() override { return open_.empty() || close(); }

  bool number_integer(std::int64_t) override { return false; }
  bool binary(Json::binary_t&) override { return false; }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return false;
  }

 private:
  std::uint32_t next_line() { return met_ < lines_.size() ? lines_[met_++] : 0; }

  /// The next value of the list or table that is open; null when none is.
  TomlNode* add(TomlKind kind) {
    if (open_.empty()) return nullptr;
    TomlNode& node = tree_.make(kind, next_line());
    if (open_.back()->is_table()) node.key = key_;
    TomlTree::append(*open_.back(), node);
    return &node;
  }

  bool open(TomlNode* node) {
    open_.push_back(node);
    return node != nullptr;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  TomlTree tree_;
  std::vector<std::uint32_t> lines_;
  std::size_t met_ = 0;          // lines of values that have been met
  std::vector<TomlNode*> open_;  // lists and tables within each other
  std::string_view key_;         // of the next value of a table
};

}  // namespace

std::string pack_tree(const TomlTree& tree, Keys without) {
  Json lines = Json::array();
  Json root = to_json(tree.root(), without, lines);
  lines.push_back(std::move(root));
  std::string out;
  Json::to_cbor(lines, out);
  return out;
}

std::optional<TomlTree> unpack_tree(std::string_view packed) {
  Builder builder;
  if (!Json::sax_parse(packed, &builder, Json::input_format_t::cbor)) return std::nullopt;
  return builder.take();
}

}  // namespace recount
