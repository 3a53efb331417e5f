#include "corpus/input_list.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::TempFolder;

std::vector<std::string> ids_of(const std::vector<Input>& inputs) {
  std::vector<std::string> ids;
  for (const Input& input : inputs) ids.push_back(input.error ? "error" : input.id);
  return ids;
}

using Strings = std::vector<std::string>;

TEST_CASE("inputs: an id is the stem of the name and equal stems are numbered in input order") {
  CHECK(ids_of(list_inputs({"x/a.txt", "b.c.txt", "README", "-"})) ==
        Strings{"a", "b.c", "README", "stdin"});
  CHECK(ids_of(list_inputs({"x/a.txt", "y/a.txt", "z/a.text"})) == Strings{"a", "a-2", "a-3"});
}

TEST_CASE("inputs: a made-up id never takes the stem of another article") {
  CHECK(ids_of(list_inputs({"x/a.txt", "y/a.txt", "a-2.txt", "z/a.txt", "z/a-2.txt"})) ==
        Strings{"a", "a-3", "a-2", "a-4", "a-2-2"});
  CHECK(ids_of(list_inputs({"x/a.txt", "y/a.txt", "x/a-2.txt", "y/a-2.txt", "a-2-2.txt"})) ==
        Strings{"a", "a-3", "a-2", "a-2-3", "a-2-2"});
}

TEST_CASE("inputs: an id is valid UTF-8 whatever the file is called") {
  CHECK(ids_of(list_inputs({"caf\xe9.txt", "caf\xe8.txt", "caf\xc3\xa9.txt"})) ==
        Strings{"caf\xef\xbf\xbd", "caf\xef\xbf\xbd-2", "caf\xc3\xa9"});
}

TEST_CASE("inputs: a folder gives its text files at any depth by the bytes of their paths") {
  const TempFolder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a.txt", "B.txt", "a/b/c.txt", "a-b.txt", "notes.md",
                           "a.meta.json", "a/x.TXT"}) {
    folder.write(name, "");
  }
  std::filesystem::create_directory(folder.path("folder.txt"));
  Strings paths;
  for (const Input& input : list_inputs({folder.path()})) paths.push_back(input.path);
  const std::string root = folder.path() + "/";
  CHECK(paths == Strings{root + "B.txt", root + "a-b.txt", root + "a.txt", root + "a/b/c.txt",
                         root + "a/z.txt", root + "b.txt"});
}

TEST_CASE("inputs: a folder without articles and standard input named twice are errors in place") {
  const TempFolder folder;
  const std::vector<Input> inputs = list_inputs({"-", folder.path(), "-", "a.txt"});
  CHECK(ids_of(inputs) == Strings{"stdin", "error", "error", "a"});
  CHECK(inputs[1].error->code == ErrorCode::kUnreadable);
  CHECK(inputs[1].error->message == folder.path() + ": the folder holds no .txt file");
  CHECK(inputs[2].error->message == "-: standard input can be read once only");
}

TEST_CASE("inputs: a folder that may not be read is an error" * doctest::skip(::geteuid() == 0)) {
  const TempFolder folder;
  folder.write("closed/a.txt", "");
  std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::none);
  const std::vector<Input> inputs = list_inputs({folder.path("closed")});
  std::filesystem::permissions(folder.path("closed"), std::filesystem::perms::owner_all);
  CHECK(ids_of(inputs) == Strings{"error"});
}

}  // namespace
}  // namespace recount
