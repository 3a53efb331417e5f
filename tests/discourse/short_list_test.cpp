#include "extractor/discourse/short_list.h"

#include <doctest/doctest.h>

#include <vector>

using namespace recount;

namespace {

using List = ShortList<int, 3>;

List counted(int n) {
  List out;
  for (int i = 0; i < n; ++i) out.push_back(i);
  return out;
}

std::vector<int> items(const List& list) { return {list.begin(), list.end()}; }

}  // namespace

TEST_CASE("a short list keeps its items in order, few or many") {
  CHECK(List().empty());
  for (int n = 1; n < 9; ++n) {
    const List list = counted(n);
    CAPTURE(n);
    REQUIRE(list.size() == static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) CHECK(list[static_cast<std::size_t>(i)] == i);
    CHECK(list.front() == 0);
    CHECK(list.back() == n - 1);
    List copy = list;
    copy.push_back(n);
    CHECK(items(copy) == items(counted(n + 1)));
    CHECK(list.size() == static_cast<std::size_t>(n));
  }
}

TEST_CASE("a short list can be cleared, filled anew and appended to") {
  List list = counted(7);
  list.clear();
  CHECK(list.empty());
  list = {4, 5};
  CHECK(items(list) == std::vector<int>{4, 5});
  const List more = counted(5);
  list.append(more.begin(), more.end());
  CHECK(items(list) == std::vector<int>{4, 5, 0, 1, 2, 3, 4});
  list = {6};
  CHECK(items(list) == std::vector<int>{6});
}
