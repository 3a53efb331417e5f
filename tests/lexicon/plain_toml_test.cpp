// The plain reader against toml++: what it takes, toml++ takes, too, and gives the same tree.
#include "extractor/lexicon/plain_toml.h"

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include <algorithm>
#include <string>

#include "tests/support/mini_patterns.h"
#include "tests/support/random_patterns.h"

using namespace recount;

namespace {

using Kind = TomlNode::Kind;

bool same(const TomlNode& node, const toml::node& other);

bool same_items(const TomlNode& node, const toml::array& other) {
  auto it = other.begin();
  for (const TomlNode& item : node) {
    if (it == other.end() || !same(item, *it)) return false;
    ++it;
  }
  return it == other.end();
}

bool same_entries(const TomlNode& node, const toml::table& other) {
  auto it = other.begin();
  for (const TomlNode& entry : node) {
    if (it == other.end() || it->first.str() != entry.key || !same(entry, it->second)) return false;
    ++it;
  }
  return it == other.end();
}

bool same(const TomlNode& node, const toml::node& other) {
  if (node.line != other.source().begin.line) return false;
  switch (node.kind) {
    case Kind::kTable:
      return other.is_table() && same_entries(node, *other.as_table());
    case Kind::kList:
      return other.is_array() && same_items(node, *other.as_array());
    case Kind::kText:
      return other.value_exact<std::string>() == std::string(node.text);
    case Kind::kFlag:
      return other.value_exact<bool>() == node.flag;
    case Kind::kNumber:
      return other.is_number() && other.value<double>() == node.number;
    case Kind::kTime:
      break;
  }
  return false;
}

/// Whether the plain reader leaves the text to toml++, or gives the same tree.
bool agree(const std::string& text) {
  const auto tree = read_plain_toml(text);
  if (!tree) return true;
  try {
    return same_entries(tree->root(), toml::parse(std::string_view(text)));
  } catch (const toml::parse_error&) {
    return false;
  }
}

/// Some lines of a file with a few characters lost, changed or come in.
std::string damaged(const std::string& content, test::Random& random) {
  const std::string_view signs = "\"\\[]{}=,.#\n\t -_+059eaxtfu:'\r\x01\x7F\xC3\xA9";
  const auto pick = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::size_t near = content.rfind('\n', pick(content.size()));
  std::string text = content.substr(near == std::string::npos ? 0 : near + 1, 100 + pick(900));
  for (std::size_t times = 1 + pick(3); times > 0 && !text.empty(); --times) {
    const std::size_t at = pick(text.size());
    const char sign = signs[pick(signs.size())];
    switch (pick(4)) {
      case 0:
        text.erase(at, 1 + pick(3));
        break;
      case 1:
        text.insert(at, 1, sign);
        break;
      case 2:
        text[at] = sign;
        break;
      default:
        text.insert(at, text.substr(pick(text.size()), 1 + pick(60)));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the files of patterns/ are plain and read as by toml++") {
  for (const PatternFile& file : test::real_files().files()) {
    if (!file.path.ends_with(".toml")) continue;
    CAPTURE(file.path);
    CHECK(read_plain_toml(file.content));
    CHECK(agree(file.content));
  }
}

TEST_CASE("damaged files are left to toml++ or read as by toml++") {
  constexpr int kTexts = 100;  // of each file
  test::Random random(1);
  for (const PatternFile& file : test::real_files().files()) {
    if (!file.path.ends_with(".toml")) continue;
    for (int i = 0; i < kTexts; ++i) {
      const std::string text = damaged(file.content, random);
      CHECK_MESSAGE(agree(text), text);
    }
  }
}

TEST_CASE("plain files in every shape read as by toml++") {
  for (const char* text : {
           "",
           "\n# nothing\n",
           "a = 1",
           "a=1 # one\nb =\t-2.50\n\"a key\" = +0.125\n",
           "t = \"\"\nu = \"a \\\"b\\\" \\\\ \\n\\t \\u00a3 \\u2019 \xC2\xA3\"\n",
           "a = true\nb = false\n",
           "a = []\nb = [ 1, 2, ]\nc = [\n  1, # one\n\n  [\"x\"]\n]\n",
           "a = {}\nb = { y = 1, x = { z = [ 1,\n 2 ] } }\n",
           "[b]\nz = 1\ny = 2\n[b.values]\n\"x y\" = 1\n[a]\n",
           "[[r]]\na = 1\n[[r]]\na = 2\n[[s]]\n",
       }) {
    CAPTURE(text);
    CHECK(read_plain_toml(text));
    CHECK(agree(text));
  }
}

TEST_CASE("what is not plain is left to toml++") {
  for (const char* text : {
           "a",
           "a =",
           "a = 1 2",
           "a = 1\na = 2",
           "a = 01",
           "a = 1_000",
           "a = .5",
           "a = 1.",
           "a = 1e3",
           "a = 0x1",
           "a = inf",
           "a = 1979-05-27",
           "a = 1234567890123456",
           "a = tru",
           "a = truex",
           "a.b = 1",
           "a = 'b'",
           "a = \"\"\"b\"\"\"",
           "a = \"b\nc\"",
           "a = \"b",
           "a = \"\\x\"",
           "a = \"\\u00\"",
           "a = \"\\ud800\"",
           "a = \"\\u0041\"",
           "a = \"\x01\"",
           "a = \"\xC3\"",
           "a = [1 2]",
           "a = [,]",
           "a = [1",
           "a = {x = 1,}",
           "a = {x = 1\n}",
           "a = {x = 1, x = 2}",
           "[a",
           "[]",
           "[a]]",
           "[[a]",
           "[a] b = 1",
           "[a]\n[a]",
           "[a.b]",
           "[a]\nb = {}\n[a.b.c]",
           "a = []\n[[a]]",
           "[[a]]\n[a.b]",
           "# \x7F",
           "a = 1\r\n",
           "\xEF\xBB\xBF"
           "a = 1",
       }) {
    CAPTURE(text);
    CHECK_FALSE(read_plain_toml(text));
  }
  CHECK_FALSE(read_plain_toml("a = " + std::string(100, '[') + std::string(100, ']')));
}
