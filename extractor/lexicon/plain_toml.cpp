#include "extractor/lexicon/plain_toml.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "extractor/text/ascii.h"
#include "extractor/text/unicode.h"

namespace recount {
namespace {

using Kind = TomlNode::Kind;

constexpr int kMaxDepth = 20;                   // of lists and tables in each other
constexpr std::size_t kMaxDigits = 15;          // of a whole number: a double holds them all
constexpr std::int32_t kFirstPrintable = 0xA0;  // of the code points beyond ASCII

bool is_bare(char c) {
  return ascii_lower(c) || ascii_upper(c) || ascii_digit(c) || c == '_' || c == '-';
}

/// Whether the character stands in a text for itself and needs no further look.
constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> table{};
  for (unsigned c = 0x20; c < 0x7F; ++c) table[c] = c != '"' && c != '\\';
  return table;
}
constexpr auto kPlain = make_plain();

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { tree_.root().line = 1; }

  std::optional<TomlTree> read() {
    TomlNode* table = &tree_.root();
    for (;;) {
      if (!skip_blank()) return std::nullopt;
      if (at_ == text_.size()) return std::move(tree_);
      if (peek() == '[')
        table = header();
      else if (!entry(*table, 0))
        table = nullptr;
      if (table == nullptr) return std::nullopt;
      skip_space();
      if (peek() == '#' && !comment()) return std::nullopt;
      if (at_ < text_.size() && peek() != '\n') return std::nullopt;
    }
  }

 private:
  /// The character at hand; at the end, one that stands for nothing in TOML.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  void skip_space() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }

  /// Skips what stands between two lines of text or two items of a list.
  bool skip_blank() {
    for (;;) {
      skip_space();
      if (take('\n'))
        ++line_;
      else if (peek() != '#')
        return true;
      else if (!comment())
        return false;
    }
  }

  bool comment() {
    while (at_ < text_.size() && peek() != '\n') {
      if (!(peek() == '\t' ? take('\t') : printable())) return false;
    }
    return true;
  }

  /// Takes one character that may stand in a text or comment.
  bool printable() {
    const auto byte = static_cast<unsigned char>(peek());
    if (byte < 0x80) {
      ++at_;
      return byte >= 0x20 && byte != 0x7F;
    }
    const CodePoint code_point = decode_utf8(text_, static_cast<std::uint32_t>(at_));
    at_ += code_point.bytes;
    return code_point.value >= kFirstPrintable;
  }

  /// `[table]`, `[table.inner]` or `[[list]]`: the table that what follows goes to, or null.
  TomlNode* header() {
    take('[');
    const bool listed = take('[');
    TomlNode* holder = &tree_.root();
    std::string_view name;
    if (!key(name)) return nullptr;
    while (take('.')) {
      holder = opened(*holder, name, Kind::kTable);
      if (holder == nullptr || !key(name)) return nullptr;
    }
    if (!take(']') || (listed && !take(']'))) return nullptr;
    if (!listed) return open(*holder, name, Kind::kTable);
    TomlNode* list = opened(*holder, name, Kind::kList);
    if (list == nullptr) list = open(*holder, name, Kind::kList);
    if (list == nullptr) return nullptr;
    TomlNode& table = tree_.make(Kind::kTable, line_);
    TomlTree::append(*list, table);
    return &table;
  }

  /// The table or list of that name, if a header has made it.
  TomlNode* opened(const TomlNode& holder, std::string_view name, Kind kind) const {
    const TomlNode* const known = holder.find(name);
    const auto it = std::find(opened_.rbegin(), opened_.rend(), known);
    return it != opened_.rend() && (*it)->kind == kind ? *it : nullptr;
  }

  /// Makes it; null when there is something of that name.
  TomlNode* open(TomlNode& holder, std::string_view name, Kind kind) {
    TomlNode& node = tree_.make(kind, line_);
    node.key = name;
    opened_.push_back(&node);
    return TomlTree::insert(holder, node) ? &node : nullptr;
  }

  /// `key = value`
  bool entry(TomlNode& table, int depth) {
    std::string_view name;
    if (!key(name)) return false;
    skip_space();
    if (!take('=')) return false;
    skip_space();
    TomlNode* const node = value(depth);
    if (node == nullptr) return false;
    node->key = name;
    return TomlTree::insert(table, *node);
  }

  bool key(std::string_view& name) {
    if (peek() == '"') return text(name);
    const std::size_t begin = at_;
    while (is_bare(peek())) ++at_;
    name = text_.substr(begin, at_ - begin);
    return !name.empty();
  }

  TomlNode* value(int depth) {
    if (depth > kMaxDepth) return nullptr;
    const char first = peek();
    if (first == '"') {
      TomlNode& node = tree_.make(Kind::kText, line_);
      return text(node.text) ? &node : nullptr;
    }
    if (first == '[') return list(depth);
    if (first == '{') return table(depth);
    if (first == 't' || first == 'f') return flag();
    return number();
  }

  bool text(std::string_view& out) {
    take('"');
    std::string changed;  // what comes before the piece, when there are escapes
    std::size_t piece = at_;
    const std::size_t begin = at_;
    for (;;) {
      while (at_ < text_.size() && kPlain[static_cast<unsigned char>(text_[at_])]) ++at_;
      if (take('"')) break;
      if (peek() == '\\') {
        changed += text_.substr(piece, at_ - piece);
        if (!escape(changed)) return false;
        piece = at_;
      } else if (at_ == text_.size() || !printable()) {
        return false;
      }
    }
    out = text_.substr(piece, at_ - piece - 1);
    if (piece != begin) out = tree_.keep((changed += out));
    return at_ - begin > 1 || peek() != '"';  // three quotation marks open a text of several lines
  }

  /// Appends what the escape at hand stands for.
  bool escape(std::string& out) {
    take('\\');
    const char letter = peek();
    ++at_;
    if (letter == 'u') return escaped_code_point(out);
    out += letter == 'n' ? '\n' : letter == 't' ? '\t' : letter;
    return letter == 'n' || letter == 't' || letter == '"' || letter == '\\';
  }

  bool escaped_code_point(std::string& out) {
    constexpr std::size_t kDigits = 4;
    const std::string_view digits = text_.substr(std::min(at_, text_.size()), kDigits);
    std::int32_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (end != digits.data() + kDigits || value < kFirstPrintable ||
        !utf8proc_codepoint_valid(value))
      return false;
    at_ += kDigits;
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t size = utf8proc_encode_char(value, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    return true;
  }

  TomlNode* list(int depth) {
    TomlNode& node = tree_.make(Kind::kList, line_);
    take('[');
    for (bool more = true;; more = take(',')) {
      if (!skip_blank()) return nullptr;
      if (take(']')) return &node;
      TomlNode* const item = more ? value(depth + 1) : nullptr;
      if (item == nullptr || !skip_blank()) return nullptr;
      TomlTree::append(node, *item);
    }
  }

  TomlNode* table(int depth) {
    TomlNode& node = tree_.make(Kind::kTable, line_);
    take('{');
    skip_space();
    if (take('}')) return &node;
    do {
      skip_space();
      if (!entry(node, depth + 1)) return nullptr;
      skip_space();
    } while (take(','));
    return take('}') ? &node : nullptr;
  }

  TomlNode* flag() {
    TomlNode& node = tree_.make(Kind::kFlag, line_);
    node.flag = peek() == 't';
    const std::string_view word = node.flag ? "true" : "false";
    if (text_.substr(at_, word.size()) != word) return nullptr;
    at_ += word.size();
    return &node;
  }

  TomlNode* number() {
    TomlNode& node = tree_.make(Kind::kNumber, line_);
    const bool negative = take('-');
    if (!negative) take('+');
    const std::size_t begin = at_;
    if (!digits() || at_ - begin > kMaxDigits) return nullptr;
    if (text_[begin] == '0' && at_ > begin + 1) return nullptr;
    if (take('.') && !digits()) return nullptr;
    std::from_chars(text_.data() + begin, text_.data() + at_, node.number);
    if (negative) node.number = -node.number;
    return &node;
  }

  bool digits() {
    const std::size_t begin = at_;
    while (ascii_digit(peek())) ++at_;
    return at_ > begin;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  TomlTree tree_;
  std::vector<TomlNode*> opened_;  // what headers have made: only that may grow
};

}  // namespace

std::optional<TomlTree> read_plain_toml(std::string_view content) { return Reader(content).read(); }

}  // namespace recount
