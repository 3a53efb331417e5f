#include "extractor/facts/registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/support/mini_patterns.h"

namespace recount {
namespace {

/// The built-in registry, loaded once.
const Registry& real() {
  static const Result<Registry> loaded = load_registry("");
  REQUIRE_MESSAGE(loaded.ok(), (loaded.ok() ? "" : loaded.error().message));
  return loaded.value();
}

template <typename Entry>
const Entry& named(const std::vector<Entry>& entries, const std::string& id) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&id](const Entry& entry) { return entry.id == id; });
  REQUIRE_MESSAGE(found != entries.end(), id);
  return *found;
}

TEST_CASE("registry: councils and parties have the keys that other data use") {
  const CouncilEntry& medway = named(real().councils, "medway");
  CHECK(medway.official == "Medway Council");
  CHECK(medway.gss == "E06000035");
  CHECK(medway.code == "MDW");
  CHECK(medway.open_council_data == "345");
  CHECK(medway.democracy_club == "medway");
  CHECK(named(real().councils, "avon").end == "1996-04-01");
  CHECK(named(real().councils, "avon").gss.empty());
  CHECK(named(real().areas, "kent-area").name == "Kent");
  CHECK(named(real().parties, "labour").electoral_commission == "PP53");
  CHECK(named(real().parties, "green").electoral_commission == "PP63");
  CHECK(named(real().parties, "noc").electoral_commission.empty());
}

TEST_CASE("registry: keys are well formed and none belongs to two") {
  const std::regex gss("[ENSW][0-9]{8}");
  const std::regex code("[A-Z]{3}");
  const std::regex number("[0-9]{1,4}");
  std::set<std::string> numbers;
  for (const CouncilEntry& council : real().councils) {
    CAPTURE(council.id);
    if (!council.gss.empty()) CHECK(std::regex_match(council.gss, gss));
    if (!council.code.empty()) CHECK(std::regex_match(council.code, code));
    if (council.open_council_data.empty()) continue;
    CHECK(std::regex_match(council.open_council_data, number));
    CHECK(numbers.insert(council.open_council_data).second);
  }
  CHECK(numbers.size() > 400);
  const std::regex registration("PP[1-9][0-9]{0,4}");
  std::map<std::string, int> mains;
  std::set<std::string> seen;
  for (const RegistrationEntry& entry : real().registrations) {
    CAPTURE(entry.number);
    CHECK(std::regex_match(entry.number, registration));
    CHECK(seen.insert(entry.number).second);
    CHECK_FALSE(entry.name.empty());
    mains[entry.party] += entry.main;
  }
  for (const auto& [party, count] : mains) CHECK_MESSAGE(count == 1, party);
  CHECK(mains.size() > 100);
}

TEST_CASE("registry: patterns without keys of other data have none") {
  Faults faults;
  const Registry mini = load_registry(PatternFiles(test::mini_files()), faults);
  CHECK(faults.empty());
  CHECK(named(mini.councils, "medway").democracy_club == "medway-towns");
  CHECK(named(mini.councils, "medway").open_council_data.empty());
  CHECK(mini.registrations.empty());
}

TEST_CASE("registry: keys of what is not listed are faults") {
  const auto faults_of = [](const std::string& path, const std::string& content) {
    Faults faults;
    load_registry(test::mini_with(path, content), faults);
    return faults.report();
  };
  CHECK(faults_of("places/keys.tsv", "id\topen_council_data\natlantis\t7\n") ==
        "places/keys.tsv:2: atlantis: no council has this id: \"atlantis\"");
  CHECK(
      faults_of("parties/registrations.tsv", "party\tnumber\tname\tmain\nnone\tPP1\tNone\tyes\n") ==
      "parties/registrations.tsv:2: none: no party has this id: \"none\"");
  CHECK_FALSE(faults_of("places/keys.tsv", "id\n").empty());
  CHECK(load_registry("/nowhere").error().code == ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace recount
