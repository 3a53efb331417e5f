#include "extractor/lexicon/symbol.h"

#include <doctest/doctest.h>

#include <set>

using namespace recount;

namespace {

SymbolClass named(const std::string& name, RoleSet roles = 0) {
  SymbolClass out;
  out.name = name;
  out.roles = roles;
  return out;
}

}  // namespace

TEST_CASE("symbols are handed out from one") {
  SymbolTable table;
  CHECK(table.add(named("a")) == 1);
  CHECK(table.add(named("b", kRoleSkip | kRoleEach)) == 2);
  CHECK(table.find("b") == 2);
  CHECK(table.find("c") == kNoSymbol);
  CHECK(table[2].name == "b");
  CHECK(table[2].symbol == 2);
  CHECK(table.has(2, kRoleEach));
  CHECK_FALSE(table.has(2, kRoleJoint));
  CHECK_FALSE(table.has(1, kRoleEach));
}

TEST_CASE("a name is given once") {
  SymbolTable table;
  table.add(named("a"));
  CHECK(table.add(named("a")) == kNoSymbol);
  CHECK(table.size() == 2);
}

TEST_CASE("there are 255 symbols and no more") {
  SymbolTable table;
  std::set<Symbol> seen;
  for (int i = 0; i < 255; ++i) seen.insert(table.add(named("c" + std::to_string(i))));
  CHECK(seen.size() == 255);
  CHECK(seen.count(kNoSymbol) == 0);
  CHECK(table.add(named("one more")) == kNoSymbol);
  CHECK(table.find("c254") == 255);
}

TEST_CASE("each role has a name and a bit of its own") {
  RoleSet all = 0;
  for (const char* name : {"skip",
                           "party-anaphor",
                           "former",
                           "latter",
                           "council-anaphor",
                           "oblique",
                           "subject-stop",
                           "place-lead",
                           "place-attach",
                           "partial",
                           "each",
                           "article",
                           "counted",
                           "council-form",
                           "council-prefix",
                           "joint",
                           "baseline-last",
                           "baseline-eve",
                           "baseline-notional",
                           "local-election",
                           "other-election",
                           "first-person",
                           "figure-lead",
                           "post-break",
                           "clause-break",
                           "list-mark"}) {
    const RoleSet bit = SymbolTable::role_named(name);
    CAPTURE(name);
    CHECK(bit != 0);
    CHECK((all & bit) == 0);
    all |= bit;
  }
  CHECK(SymbolTable::role_named("no-such-role") == 0);
  CHECK(SymbolTable::role_named("") == 0);
}
