#include "extractor/rules/pattern.h"

#include <doctest/doctest.h>

#include "tests/support/mini_patterns.h"
#include "tests/support/pattern_regex.h"

using namespace recount;
using Kind = PatternNode::Kind;

namespace {

const SymbolTable& symbols() {
  static const SymbolTable table = [] {
    SymbolTable out;
    for (const char* name : {"a", "b", "c", "d"}) {  // 1, 2, 3, 4
      SymbolClass symbol_class;
      symbol_class.name = name;
      out.add(symbol_class);
    }
    return out;
  }();
  return table;
}

const Macros kMacros{{"ab", "<a> | <b>"}, {"seq", "<a> <b>"},     {"slot", "s:<a>"},
                     {"loop", "@loop"},   {"cd", "[ <c> <d> ]"},  {"deep", "@ab"},
                     {"bad", "<nobody>"}, {"nest", "@deep | <c>"}};

std::unique_ptr<Pattern> parsed(std::string_view text) {
  PatternError error;
  auto pattern = parse_pattern(text, symbols(), kMacros, error);
  CAPTURE(text);
  CAPTURE(error.message);
  REQUIRE(pattern != nullptr);
  return pattern;
}

std::string regex(std::string_view text) { return test::regex_of(*parsed(text)); }

/// What is wrong with `text`, as "piece: message".
std::string wrong(std::string_view text) {
  PatternError error;
  const auto pattern = parse_pattern(text, symbols(), kMacros, error);
  CAPTURE(text);
  CHECK(pattern == nullptr);
  return error.piece + ": " + error.message;
}

}  // namespace

TEST_CASE("each construct of a pattern becomes its piece of a regular expression") {
  CHECK(regex("<a>") == "[\\x01]");
  CHECK(regex("<a> <b>") == "[\\x01][\\x02]");
  CHECK(regex("<a><b>") == "[\\x01][\\x02]");
  CHECK(regex("<a> | <b> <c>") == "(?:[\\x01]|[\\x02][\\x03])");
  CHECK(regex("( <a> | <b> ) <c>") == "(?:[\\x01]|[\\x02])[\\x03]");
  CHECK(regex("<a>? <b>* <c>+") == "[\\x01]?[\\x02]*[\\x03]+");
  CHECK(regex("<a>{2,5}") == "[\\x01]{2,5}");
  CHECK(regex("<a>{3}") == "[\\x01]{3,3}");
  CHECK(regex("<a>{ 0 , 2 }") == "[\\x01]{0,2}");
  CHECK(regex("<a>{1}") == "[\\x01]");
  CHECK(regex("( <a> <b> )*") == "(?:[\\x01][\\x02])*");
  CHECK(regex("^ <a> $") == "^[\\x01]$");
  CHECK(regex(".") == "[\\x01-\\xff]");
  CHECK(regex("n:<a>") == "([\\x01])");
  CHECK(regex("n:<a>?") == "(?:([\\x01]))?");
  CHECK(regex("n:( <a> | <b>+ )") == "((?:[\\x01]|[\\x02]+))");
}

TEST_CASE("sets hold classes and macros and can be turned round") {
  CHECK(regex("[ <a> <c> ]") == "[\\x01\\x03]");
  CHECK(regex("[<a><b><c>]") == "[\\x01-\\x03]");
  CHECK(regex("[^ <a> <c> ]") == "[\\x02\\x04-\\xff]");
  CHECK(regex("[ @ab <d> ]") == "[\\x01-\\x02\\x04]");
  CHECK(regex("[ @nest ]") == "[\\x01-\\x03]");
  CHECK(regex("[^ @cd ]") == "[\\x01-\\x02\\x05-\\xff]");
}

TEST_CASE("a class stands for the more special ones as well, and they for themselves") {
  SymbolTable table = symbols();
  table.set_general(3, 1);
  table.set_general(4, 1);
  const auto regex_with = [&table](std::string_view text) {
    PatternError error;
    return test::regex_of(*parse_pattern(text, table, kMacros, error));
  };
  CHECK(regex_with("<a>") == "[\\x01\\x03-\\x04]");
  CHECK(regex_with("<c>") == "[\\x03]");
  CHECK(regex_with("[ <b> <a> ]") == "[\\x01-\\x04]");
}

TEST_CASE("macros stand for what they hold") {
  CHECK(regex("@seq <c>") == "[\\x01][\\x02][\\x03]");
  CHECK(regex("@ab <c>") == "(?:[\\x01]|[\\x02])[\\x03]");
  CHECK(regex("( @seq )?") == "(?:[\\x01][\\x02])?");
  CHECK(regex("@seq+") == "(?:[\\x01][\\x02])+");
  CHECK(parsed("@slot")->slots == std::vector<std::string>{"s"});
}

TEST_CASE("slots are numbered by their opening") {
  const auto pattern = parsed("x:( y:<a> <b> ) | z:<c> x:<d>");
  CHECK(pattern->slots == std::vector<std::string>{"x", "y", "z", "x"});
  CHECK(pattern->slot_named("y") == 1);
  CHECK(pattern->slot_named("x") == 0);
  CHECK(pattern->slot_named("q") == -1);
  CHECK(test::regex_of(*pattern) == "(?:(([\\x01])[\\x02])|([\\x03])([\\x04]))");
}

TEST_CASE("what is no pattern is told with the piece that offends") {
  CHECK(wrong("<nobody>") == "nobody: no class of this name in the lexicon");
  CHECK(wrong("<a") == "a: expected '>'");
  CHECK(wrong("@none") == "none: no macro of this name");
  CHECK(wrong("@bad") == "nobody: no class of this name in the lexicon");
  CHECK(wrong("@loop").find("nested too deeply") != std::string::npos);
  CHECK(wrong("( <a>").find("expected ')'") != std::string::npos);
  CHECK(wrong("<a> )").find("expected the end") != std::string::npos);
  CHECK(wrong("").find("at least one class") != std::string::npos);
  CHECK(wrong("<a> |").find("at least one class") != std::string::npos);
  CHECK(wrong("()").find("at least one class") != std::string::npos);
  CHECK(wrong("n <a>") == "n: expected ':' after the name of a slot");
  CHECK(wrong("n:").find("expected a class") != std::string::npos);
  CHECK(wrong("* <a>").find("expected a class") != std::string::npos);
  CHECK(wrong("<a>**").find("expected a class") != std::string::npos);
  CHECK(wrong("<a> & <b>").find("& <b>") == 0);
  CHECK(wrong("[ <a>").find("expected a class or ']'") != std::string::npos);
  CHECK(wrong("[ <a> n ]").find("expected a class or ']'") != std::string::npos);
  CHECK(wrong("[ @seq ]").find("only a choice of single classes") != std::string::npos);
  CHECK(wrong("[ <nobody> ]") == "nobody: no class of this name in the lexicon");
}

TEST_CASE("repetitions have limits") {
  for (const char* text :
       {"<a>{", "<a>{2", "<a>{,2}", "<a>{2,}", "<a>{5,2}", "<a>{1,61}", "<a>{x}"}) {
    CHECK(wrong(text).find("expected {m,n}") != std::string::npos);
  }
}

TEST_CASE("a slot does not stand inside a repetition") {
  CHECK(wrong("n:<a>*").find("n: ") == 0);
  CHECK(wrong("n:<a>{0,2}").find("n: ") == 0);
  CHECK(wrong("( n:<a> <b> )+").find("last round only") != std::string::npos);
  CHECK(wrong("@slot*").find("last round only") != std::string::npos);
  CHECK(wrong("( <b> ( @slot )? )*").find("last round only") != std::string::npos);
  CHECK(parsed("( n:<a> <b> )?")->slots.size() == 1);
}

TEST_CASE("a pattern may not be nested without end") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += '(';
  text += "<a>";
  for (int i = 0; i < 100; ++i) text += ')';
  CHECK(wrong(text).find("nested too deeply") != std::string::npos);
}

TEST_CASE("a pattern tells whether it demands a class") {
  for (const char* text : {"<a> <b>", "<a> <b>?", "<b>* <a>", "<a>{2,3}", "[ <a> <b> ]", "n:<a>",
                           "<a> | <b> [ <c> <d> ]", "[^ <a> ] <b>"})
    CHECK_MESSAGE(parsed(text)->demands_class(), text);
  for (const char* text :
       {"<a>?", "<a>{0,3} <b>*", "<a> | <b>?", "n:( <b>? )", "^ . $", "[^ <a> ]"})
    CHECK_FALSE_MESSAGE(parsed(text)->demands_class(), text);
}
