// pack_patterns OUT IN [OUT IN]...: parses each TOML file IN of patterns/ and writes its tree,
// packed, to OUT; that of a rule file without the examples. Run by the build. Exit code 1 with all
// faults on stderr when a file is no TOML or cannot be read or written.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "extractor/lexicon/packed_tree.h"

namespace {

using namespace recount;

bool pack(const char* out_path, const char* in_path, Faults& faults) {
  std::ifstream in(in_path, std::ios::binary);
  const PatternFile file{in_path, std::string(std::istreambuf_iterator<char>(in), {})};
  if (!in) {
    faults.add({in_path, 0, "", "", "cannot be read"});
    return false;
  }
  const std::optional<TomlTree> tree = read_toml(file, faults);
  if (!tree) return false;
  const bool rules = tree->root().list_at("rule") != nullptr;
  std::ofstream out(out_path, std::ios::binary);
  out << (rules ? pack_tree(*tree, {"examples", "counter"}) : pack_tree(*tree));
  out.close();
  if (!out) faults.add({out_path, 0, "", "", "cannot be written"});
  return !out.fail();
}

}  // namespace

int main(int argc, char** argv) {
  Faults faults;
  for (int i = 1; i + 1 < argc; i += 2) pack(argv[i], argv[i + 1], faults);
  if (faults.empty()) return 0;
  std::fprintf(stderr, "%s\n", faults.report().c_str());
  return 1;
}
