#include "output/batch/side_list.h"

#include <doctest/doctest.h>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::TempFolder;

TEST_CASE("side list: a line for each failure, whole with commit and gone on with") {
  const TempFolder folder;
  const std::string path = folder.path("errors.jsonl");
  std::uint64_t safe = 0;
  {
    Result<SideList> list = SideList::open(path, std::nullopt);
    REQUIRE(list.ok());
    CHECK_FALSE(list.value().add_failure(
        "a.warc.gz", 1'234, {ErrorCode::kUnreadable, "a.warc.gz: byte 1234: \"torn\"\n\xFF"}));
    safe = list.value().checkpoint().value();
    CHECK_FALSE(list.value().add_failure("b", 0, {ErrorCode::kUnreadable, "lost"}));
  }
  CHECK(read_file(path).empty());
  Result<SideList> list = SideList::open(path, safe);
  REQUIRE(list.ok());
  CHECK_FALSE(list.value().add_failure("b.txt", 0, {ErrorCode::kTooLarge, "larger than 3 bytes"}));
  CHECK_FALSE(list.value().commit());
  CHECK(read_file(path) ==
        "{\"path\":\"a.warc.gz\",\"offset\":1234,\"reason\":\"byte 1234: "
        "\\\"torn\\\"\\n\xEF\xBF\xBD\"}\n"
        "{\"path\":\"b.txt\",\"offset\":0,\"reason\":\"larger than 3 bytes\"}\n");
}

TEST_CASE("side list: a line for each copy") {
  const TempFolder folder;
  const std::string path = folder.path("copies.jsonl");
  Result<SideList> list = SideList::open(path, std::nullopt);
  REQUIRE(list.ok());
  DocumentRecord copy;
  copy.doc = "b";
  copy.path = "in/b.txt";
  copy.offset = 7;
  copy.copy_of = "a";
  copy.copy_distance = 2;
  CHECK_FALSE(list.value().add_copy(copy));
  CHECK_FALSE(list.value().commit());
  CHECK(read_file(path) ==
        "{\"doc\":\"b\",\"path\":\"in/b.txt\",\"offset\":7,\"copy_of\":\"a\",\"distance\":2}\n");
}

}  // namespace
}  // namespace recount
