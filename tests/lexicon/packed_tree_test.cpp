#include "extractor/lexicon/packed_tree.h"

#include <doctest/doctest.h>

using namespace recount;

namespace {

TomlTree read_tree(std::string content) {
  Faults faults;
  std::optional<TomlTree> tree = read_toml({"t.toml", std::move(content)}, faults);
  REQUIRE(tree.has_value());
  return std::move(*tree);
}

/// The tree on one line: `key:line=value`, with (entries) and [items].
std::string written(const TomlNode& node) {
  std::string out = std::string(node.key) + ':' + std::to_string(node.line);
  if (node.is_text()) return out + "='" + std::string(node.text) + "' ";
  if (node.is_number()) return out + '=' + std::to_string(node.number) + ' ';
  if (node.is_flag()) return out + (node.flag ? "=true " : "=false ");
  if (!node.is_list() && !node.is_table()) return out + "=time ";
  out += node.is_list() ? "=[ " : "=( ";
  for (const TomlNode& part : node) out += written(part);
  return out + (node.is_list() ? "] " : ") ");
}

}  // namespace

TEST_CASE("a packed tree is unpacked as it was") {
  const TomlTree tree = read_tree(
      "text = \"\\u00a3 and \\\"\"\nnone = ''\nlist = [\n 1,\n [ -2.5, 1e300, 0.1 ],\n [],\n]\n"
      "flags = [true, false]\nday = 1979-05-27\n[table]\nx = { y = {} }\n[[rules]]\na = 1\n"
      "[[rules]]\na = 2\n");
  const auto unpacked = unpack_tree(pack_tree(tree));
  REQUIRE(unpacked.has_value());
  CHECK(written(unpacked->root()) == written(tree.root()));
  CHECK(unpacked->root().list_at("list")->first->next->last->number == 0.1);
  CHECK(written(unpack_tree(pack_tree(read_tree("")))->root()) == written(read_tree("").root()));
}

TEST_CASE("packing leaves out the entries of some keys, at any depth") {
  const TomlTree tree = read_tree("a = 1\n[[b]]\na = [3]\nc = 2\n[[b]]\nd = 3\n");
  const TomlTree less = read_tree("\n[[b]]\n\nc = 2\n[[b]]\n");
  const auto unpacked = unpack_tree(pack_tree(tree, {"a", "d"}));
  REQUIRE(unpacked.has_value());
  CHECK(written(unpacked->root()) == written(less.root()));
}

TEST_CASE("what is no packed tree gives none") {
  const std::string packed = pack_tree(read_tree("a = [1, 'b']\n"));
  for (std::size_t size = 0; size < packed.size(); ++size)
    CHECK_FALSE(unpack_tree(packed.substr(0, size)).has_value());
  for (const char* bytes : {"a = 1", "\x80", "\xF5", "\x81\x61\x62"})
    CHECK_FALSE(unpack_tree(bytes).has_value());
  Faults faults;
  CHECK_FALSE(read_toml({"t.toml", "a = 1", "\xFF"}, faults).has_value());
  CHECK(faults.report() == "t.toml: the packed tree is damaged");
}
