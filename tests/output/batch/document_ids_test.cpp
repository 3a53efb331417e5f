#include "output/batch/document_ids.h"

#include <doctest/doctest.h>

#include <set>

namespace recount {
namespace {

TEST_CASE("document ids: unique, the wanted one first") {
  DocumentIds ids;
  CHECK(ids.make_unique("a") == "a");
  CHECK(ids.make_unique("b") == "b");
  CHECK(ids.last_number("a") == 0);
  CHECK(ids.make_unique("a") == "a-2");
  CHECK(ids.make_unique("a-2") == "a-2-2");
  CHECK(ids.make_unique("a-4") == "a-4");
  CHECK(ids.make_unique("a") == "a-3");
  CHECK(ids.make_unique("a") == "a-5");
  CHECK(ids.last_number("a") == 5);
}

TEST_CASE("document ids: many, and many of the same name") {
  DocumentIds ids;
  std::set<std::string> seen;
  for (int i = 0; i < 20'000; ++i) {
    CHECK(seen.insert(ids.make_unique(i % 2 == 0 ? "same" : std::to_string(i))).second);
  }
  CHECK(ids.last_number("same") == 10'000);
}

TEST_CASE("document ids: what is restored goes on as before") {
  DocumentIds ids;
  for (const char* id : {"a", "a-2", "b"}) ids.restore(DocumentIds::hash_of(id));
  ids.restore(DocumentIds::hash_of("a"), 2);
  CHECK(ids.make_unique("b") == "b-2");
  CHECK(ids.make_unique("a") == "a-3");
  CHECK(ids.make_unique("c") == "c");
}

}  // namespace
}  // namespace recount
