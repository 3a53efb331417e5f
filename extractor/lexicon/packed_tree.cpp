// Method: each value is a byte that tells its kind, its line, and what it holds: a text its size
// and its bytes, a list how many items and these, a table likewise with a key before each. Lines,
// sizes and counts are written seven bits a byte, the lowest first; all but the last byte of one
// have the highest bit.
#include "extractor/lexicon/packed_tree.h"

#include <algorithm>
#include <cstring>

namespace recount {
namespace {

using TomlKind = TomlNode::Kind;

using Keys = std::initializer_list<std::string_view>;

class Packer {
 public:
  explicit Packer(const Keys& without) : without_(without) {}

  void add(const TomlNode& node) {
    out_ += static_cast<char>(node.kind);
    add_count(node.line);
    switch (node.kind) {
      case TomlKind::kTable:
        add_count(count(node, [this](const TomlNode& entry) { return kept(entry); }));
        for (const TomlNode& entry : node) {
          if (!kept(entry)) continue;
          add_text(entry.key);
          add(entry);
        }
        break;
      case TomlKind::kList:
        add_count(count(node, [](const TomlNode&) { return true; }));
        for (const TomlNode& item : node) add(item);
        break;
      case TomlKind::kText:
        add_text(node.text);
        break;
      case TomlKind::kNumber: {
        char bytes[sizeof node.number];
        std::memcpy(bytes, &node.number, sizeof bytes);
        out_.append(bytes, sizeof bytes);
        break;
      }
      case TomlKind::kFlag:
        out_ += node.flag ? '\1' : '\0';
        break;
      case TomlKind::kTime:
        break;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  bool kept(const TomlNode& entry) const {
    return std::find(without_.begin(), without_.end(), entry.key) == without_.end();
  }
  template <typename Is>
  static std::size_t count(const TomlNode& node, const Is& is) {
    std::size_t sum = 0;
    for (const TomlNode& part : node) sum += is(part) ? 1U : 0U;
    return sum;
  }
  void add_count(std::size_t count) {
    for (; count >= 0x80; count >>= 7) out_ += static_cast<char>((count & 0x7F) | 0x80);
    out_ += static_cast<char>(count);
  }
  void add_text(std::string_view text) {
    add_count(text.size());
    out_ += text;
  }

  const Keys& without_;
  std::string out_;
};

/// Reads what a Packer has written. Its functions return false when the bytes are none of that.
class Unpacker {
 public:
  explicit Unpacker(std::string_view packed) : rest_(packed) {}

  std::optional<TomlTree> tree() {
    TomlKind kind{};
    if (!read_kind(kind) || kind != TomlKind::kTable || !read_head(tree_.root()) ||
        !read_parts(tree_.root(), 0) || !rest_.empty())
      return std::nullopt;
    return std::move(tree_);
  }

 private:
  static constexpr int kMaxDepth = 64;  // of lists and tables within each other

  bool read_kind(TomlKind& kind) {
    if (rest_.empty() ||
        static_cast<unsigned char>(rest_.front()) > static_cast<unsigned char>(TomlKind::kTime))
      return false;
    kind = static_cast<TomlKind>(rest_.front());
    rest_.remove_prefix(1);
    return true;
  }

  bool read_count(std::size_t& count) {
    count = 0;
    for (unsigned shift = 0; shift < 32 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      count |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  bool read_head(TomlNode& node) {
    std::size_t line = 0;
    if (!read_count(line)) return false;
    node.line = static_cast<std::uint32_t>(line);
    return true;
  }

  bool read_bytes(std::size_t size, std::string_view& bytes) {
    if (size > rest_.size()) return false;
    bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return true;
  }
  bool read_text(std::string_view& text) {
    std::size_t size = 0;
    if (!read_count(size) || !read_bytes(size, text)) return false;
    text = tree_.keep(text);
    return true;
  }

  /// The items of a list or the entries of a table.
  bool read_parts(TomlNode& holder, int depth) {
    std::size_t count = 0;
    if (depth > kMaxDepth || !read_count(count)) return false;
    for (; count > 0; --count) {
      std::string_view key;
      TomlKind kind{};
      if ((holder.is_table() && !read_text(key)) || !read_kind(kind)) return false;
      TomlNode& node = tree_.make(kind, 0);
      node.key = key;
      TomlTree::append(holder, node);
      if (!read_head(node) || !read_value(node, depth)) return false;
    }
    return true;
  }

  bool read_value(TomlNode& node, int depth) {
    std::string_view bytes;
    switch (node.kind) {
      case TomlKind::kTable:
      case TomlKind::kList:
        return read_parts(node, depth + 1);
      case TomlKind::kText:
        return read_text(node.text);
      case TomlKind::kNumber:
        if (!read_bytes(sizeof node.number, bytes)) return false;
        std::memcpy(&node.number, bytes.data(), sizeof node.number);
        return true;
      case TomlKind::kFlag:
        if (!read_bytes(1, bytes)) return false;
        node.flag = bytes.front() != '\0';
        return true;
      case TomlKind::kTime:
        return true;
    }
    return false;
  }

  std::string_view rest_;
  TomlTree tree_;
};

}  // namespace

std::string pack_tree(const TomlTree& tree, Keys without) {
  Packer packer(without);
  packer.add(tree.root());
  return packer.take();
}

std::optional<TomlTree> unpack_tree(std::string_view packed) { return Unpacker(packed).tree(); }

}  // namespace recount
