#include "extractor/lexicon/toml_tree.h"

#include <doctest/doctest.h>

using namespace recount;

namespace {

struct Read {
  PatternFile file;
  Faults faults;
  std::optional<TomlTree> tree;
  explicit Read(std::string content) : file{"t.toml", std::move(content)} {
    tree = read_toml(file, faults);
  }
  const TomlNode& root() const {
    REQUIRE(tree.has_value());
    return tree->root();
  }
};

}  // namespace

TEST_CASE("a tree gives values by key, entries in the order of their keys") {
  const Read read("b = \"text\"\na = [1, 2]\nc = { d = true }\n");
  CHECK(read.faults.empty());
  std::string keys;
  for (const TomlNode& entry : read.root()) keys += entry.key;
  CHECK(keys == "abc");
  CHECK(read.root().text_at("b") == "text");
  CHECK(read.root().text_at("a").empty());
  CHECK(read.root().text_at("x").empty());
  REQUIRE(read.root().list_at("a") != nullptr);
  CHECK(read.root().list_at("a")->first->number == 1);
  CHECK(read.root().list_at("b") == nullptr);
  CHECK(read.root().find("x") == nullptr);
  CHECK(read.root().find("c")->find("d")->flag);
  CHECK(read.root().find("c")->line == 3);
  CHECK(read.root().find("a")->find("b") == nullptr);
}

TEST_CASE("all of TOML is read") {
  const Read read(
      "a.b = 'x'\nc = \"\"\"\nd\"\"\"\ne = [1_000, 0x1F, 1e3, true, 'y']\nf = 1979-05-27\n");
  CHECK(read.faults.empty());
  CHECK(read.root().find("a")->text_at("b") == "x");
  CHECK(read.root().text_at("c") == "d");
  const TomlNode* item = read.root().list_at("e")->first;
  for (const double number : {1000.0, 31.0, 1000.0}) {
    CHECK(item->is_number());
    CHECK(item->number == number);
    item = item->next;
  }
  CHECK(item->is_flag());
  CHECK(item->next->text == "y");
  CHECK(read.root().find("f")->kind == TomlNode::Kind::kTime);
  CHECK(read.root().find("f")->line == 5);
}

TEST_CASE("what is no TOML is a fault with its line") {
  const Read read("a = 1\nb = [\n");
  CHECK_FALSE(read.tree.has_value());
  REQUIRE(read.faults.list().size() == 1);
  CHECK(read.faults.list()[0].file == "t.toml");
  CHECK(read.faults.list()[0].line >= 2);
  CHECK_FALSE(read.faults.list()[0].message.empty());
}
