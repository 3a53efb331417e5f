// Every example that a real rule carries.
#include <doctest/doctest.h>

#include "extractor/example_check.h"

using namespace recount;

namespace {

std::string listed(const std::vector<std::string>& facts) {
  std::string out;
  for (const std::string& fact : facts) out += "\n      " + fact;
  return out.empty() ? "\n      nothing" : out;
}

}  // namespace

TEST_CASE("every example of every rule comes out as it says") {
  const auto extractor = Extractor::load_embedded_text();
  REQUIRE_MESSAGE(extractor.ok(), extractor.error().message);
  const ExampleReport report = check_examples(extractor.value());
  CHECK(report.rules > 0);
  CHECK(report.passed >= 3 * report.rules - report.failures.size());
  for (const ExampleFailure& failure : report.failures) {
    CHECK_MESSAGE(false, failure.file
                             << ':' << failure.line << ": " << failure.rule << ": " << failure.why
                             << (failure.example.counter ? " (counter-example)" : "") << "\n    \""
                             << failure.example.text << "\"\n    expected"
                             << listed(failure.expected) << "\n    got" << listed(failure.got));
  }
}
