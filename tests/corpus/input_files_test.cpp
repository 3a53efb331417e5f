#include "corpus/input_files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::TempFolder;
using Strings = std::vector<std::string>;

/// The paths below `folder`, without it; what is wrong as "error: …".
Strings names(const TempFolder& folder, const Strings& inputs) {
  const std::string root = folder.path() + "/";
  Strings out;
  for (const InputFile& file : list_files(inputs)) {
    std::string name = file.error ? "error: " + file.error->message : file.path;
    if (const std::size_t at = name.find(root); at != name.npos) name.erase(at, root.size());
    out.push_back(name);
  }
  return out;
}

TEST_CASE("input files: a folder gives all its files by the bytes of their paths, bar sidecars") {
  const TempFolder folder;
  for (const char* name : {"b.txt", "a/z.html", "a.txt", "B.gz", "a/b/c", "a-b.txt", "a.meta.json",
                           ".hidden", ".git/config", "a/x.TXT"}) {
    folder.write(name, "");
  }
  std::filesystem::create_directory_symlink(folder.path("a"), folder.path("link"));
  CHECK(names(folder, {folder.path()}) ==
        Strings{"B.gz", "a-b.txt", "a.txt", "a/b/c", "a/x.TXT", "a/z.html", "b.txt"});
}

TEST_CASE(
    "input files: a name with a star, a question mark or a bracket is a pattern unless a file is "
    "called so") {
  const TempFolder folder;
  for (const char* name : {"1.txt", "2.txt", "x/3.txt", "[4].txt", "4.txt"}) folder.write(name, "");
  CHECK(names(folder, {folder.path("?.txt")}) == Strings{"1.txt", "2.txt", "4.txt"});
  CHECK(names(folder, {folder.path("[x1]*")}) == Strings{"1.txt", "x/3.txt"});
  CHECK(names(folder, {folder.path("[4].txt")}) == Strings{"[4].txt"});
  CHECK(
      names(folder, {folder.path("*.gz"), "none.txt"}) ==
      Strings{"error: *.gz: there is no such file, and none matches it as a pattern", "none.txt"});
}

TEST_CASE("input files: what is excluded is in no folder and no pattern, but can be named") {
  const TempFolder folder;
  for (const char* name : {"a.txt", "out.jsonl", "x/out.jsonl"}) folder.write(name, "");
  const Strings exclude = {folder.path("x/../out.jsonl"), "none"};
  Strings got;
  for (const char* name : {"", "*.jsonl", "out.jsonl"}) {
    for (const InputFile& file : list_files({folder.path(name)}, exclude)) {
      if (!file.error) got.push_back(file.path.substr(folder.path().size() + 1));
    }
  }
  CHECK(got == Strings{"a.txt", "x/out.jsonl", "out.jsonl"});
}

TEST_CASE("input files: standard input twice and an empty folder are errors in their places") {
  const TempFolder folder;
  CHECK(names(folder, {"-", folder.path(), "-"}) ==
        Strings{"-", "error: " + folder.path() + ": the folder holds no file to read",
                "error: -: standard input can be read once only"});
}

TEST_CASE("input files: what cannot be read in a folder is an error and the rest is listed" *
          doctest::skip(::geteuid() == 0)) {
  const TempFolder folder;
  folder.write("a/closed/x.txt", "");
  folder.write("a/z.txt", "");
  std::filesystem::permissions(folder.path("a/closed"), std::filesystem::perms::none);
  const Strings got = names(folder, {folder.path()});
  std::filesystem::permissions(folder.path("a/closed"), std::filesystem::perms::owner_all);
  CHECK(got == Strings{"error: a/closed: the folder cannot be read: Permission denied", "a/z.txt"});
}

TEST_CASE("input files: a stem is valid UTF-8") {
  CHECK(stem_of("-") == "stdin");
  CHECK(stem_of("x/caf\xe9.b.txt") == "caf\xef\xbf\xbd.b");
}

}  // namespace
}  // namespace recount
