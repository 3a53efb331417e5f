// The views, over facts made for them and over those of the samples.
#include <doctest/doctest.h>

#include "extractor/facts/registry.h"
#include "output/records/sqlite_schema.h"
#include "tests/support/database.h"
#include "tests/support/mini_patterns.h"
#include "tests/support/sample_records.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::query;
using testing::query_one;
using testing::Rows;
using testing::SampleRecord;
using testing::TempFolder;

/// An exact, final figure of Medway at the election of 2023.
Fact figure(Measure measure, const char* party, double number, double confidence = 0.9) {
  Fact fact = testing::sample_fact();
  fact.measure = measure;
  fact.party = party == nullptr ? std::nullopt : std::optional<std::string>(party);
  fact.number = number;
  fact.confidence = confidence;
  fact.bound = "exact";
  fact.partial = false;
  if (!is_change(measure)) fact.baseline.reset();
  return fact;
}

Fact control(Measure measure, const char* party, const char* outcome) {
  Fact fact = figure(measure, party, 0);
  fact.outcome = outcome_named(outcome);
  return fact;
}

/// A database of one document for each list of facts, called a, b, c …
class Database {
 public:
  explicit Database(std::vector<std::vector<Fact>> documents) : path_(folder_.path("facts.db")) {
    Faults faults;
    const Registry registry = load_registry(PatternFiles(test::mini_files()), faults);
    WriterOptions options;
    options.registry = &registry;
    const auto writer = open_records(path_, RecordKind::kSqlite, options);
    REQUIRE(writer.ok());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      SampleRecord record = testing::sample_record(std::string(1, static_cast<char>('a' + i)), 0);
      record.facts = std::move(documents[i]);
      for (std::size_t k = 0; k < record.facts.size(); ++k) {
        record.facts[k].start = static_cast<std::uint32_t>(k);
      }
      rename_document(record.document.doc, record.facts);
      REQUIRE(write(*writer.value(), record));
    }
    REQUIRE_FALSE(writer.value()->commit());
  }
  Rows rows(const std::string& sql) const { return query(path_, sql); }

 private:
  TempFolder folder_;
  std::string path_;
};

TEST_CASE("views: the latest composition is what most documents tell") {
  Fact older = figure(Measure::kSeats, "green", 7);
  older.election = "2019-05-02";
  Fact rough = figure(Measure::kSeats, "green", 5);
  rough.bound = "about";
  Fact counting = figure(Measure::kSeats, "green", 2);
  counting.partial = true;
  const Database database(
      {{figure(Measure::kSeats, "labour", 33), older, rough},
       {figure(Measure::kSeats, "labour", 32, 0.99), counting},
       {figure(Measure::kSeats, "labour", 33), figure(Measure::kSeats, "conservative", 22),
        figure(Measure::kSeats, "medway-first", 1)}});
  CHECK(database.rows("SELECT council, election, party, party_name, seats, documents, "
                      "figures_told FROM latest_composition") ==
        Rows{{"Medway", "2023-05-04", "labour", "Labour", "33", "2", "2"},
             {"Medway", "2023-05-04", "conservative", "Conservative", "22", "1", "1"},
             {"Medway", "2023-05-04", "medway-first", "medway-first", "1", "1", "1"}});
}

TEST_CASE("views: gains and losses by council and by party") {
  Fact lochside = figure(Measure::kSeatsChange, "labour", -2);
  lochside.place = "lochside";
  lochside.place_name = "Lochside";
  const Database database({{figure(Measure::kSeatsChange, "labour", 13),
                            figure(Measure::kSeatsChange, "conservative", -11), lochside}});
  CHECK(database.rows("SELECT council, party, change FROM gains_and_losses") ==
        Rows{{"Medway", "labour", "13"},
             {"Medway", "conservative", "-11"},
             {"Lochside", "labour", "-2"}});
  CHECK(database.rows("SELECT party, gained, lost, net, councils_up, councils_down, councils "
                      "FROM gains_and_losses_by_party") ==
        Rows{{"labour", "13", "-2", "11", "1", "1", "2"},
             {"conservative", "0", "-11", "-11", "0", "1", "1"}});
}

TEST_CASE("views: changes of control name who had it and who has it") {
  Fact held = control(Measure::kControl, "labour", "hold");
  held.place = "lochside";
  held.place_name = "Lochside";
  const Database database({{control(Measure::kControl, "labour", "gain"),
                            control(Measure::kControlBefore, "conservative", "now"), held},
                           {control(Measure::kControl, "conservative", "loss")}});
  CHECK(database.rows("SELECT council, party_before, party_after, before, after, documents "
                      "FROM control_changes") ==
        Rows{{"Medway", "conservative", "labour", "Conservative", "Labour", "2"}});
}

TEST_CASE("views: contradictions are between documents, with their words") {
  const Database database(
      {{figure(Measure::kSeats, "labour", 33), figure(Measure::kTurnout, nullptr, 31),
        figure(Measure::kTurnout, nullptr, 32)},
       {figure(Measure::kSeats, "labour", 32), figure(Measure::kSeats, "conservative", 22)},
       {figure(Measure::kSeats, "conservative", 22)}});
  CHECK(database.rows("SELECT council, party, measure, figures_told, lowest, highest, documents "
                      "FROM contradictions") ==
        Rows{{"Medway", "labour", "seats", "2", "32", "33", "2"}});
  CHECK(database.rows("SELECT said FROM contradictions")[0][0] ==
        R"([{"figure":33,"doc":"a","quote":"Labour gained more than four seats"},)"
        R"({"figure":32,"doc":"b","quote":"Labour gained more than four seats"}])");
}

TEST_CASE("views: changes that are measured against different things do not contradict") {
  Fact other = figure(Measure::kSeatsChange, "labour", 12);
  other.baseline = "eve_of_poll";
  const Database database({{figure(Measure::kSeatsChange, "labour", 13)}, {other}});
  CHECK(database.rows("SELECT * FROM contradictions").empty());
}

TEST_CASE("views: contradictions on control") {
  const Database database({{control(Measure::kControl, "labour", "gain")},
                           {control(Measure::kControl, "noc", "gain"),
                            control(Measure::kControl, "conservative", "loss")}});
  CHECK(database.rows("SELECT council, parties_told, documents FROM contradictions_on_control") ==
        Rows{{"Medway", "2", "2"}});
}

TEST_CASE("views: turnout and elections of councils") {
  const Database database(
      {{figure(Measure::kTurnout, nullptr, 31.5), figure(Measure::kCouncilSeats, nullptr, 59),
        figure(Measure::kSeats, "labour", 33), figure(Measure::kSeats, "conservative", 22)}});
  CHECK(database.rows("SELECT council, turnout FROM turnout_by_council") ==
        Rows{{"Medway", "31.5"}});
  CHECK(database.rows("SELECT election, council, council_seats, seats_contested, turnout, "
                      "seats_told, documents, facts FROM council_elections") ==
        Rows{{"2023-05-04", "Medway", "59", "NULL", "31.5", "55", "1", "4"}});
}

TEST_CASE("views: the samples give sensible rows") {
  const TempFolder folder;
  const std::string path = folder.path("facts.db");
  const Result<Registry> registry = load_registry("");
  REQUIRE(registry.ok());
  WriterOptions options;
  options.registry = &registry.value();
  const auto writer = open_records(path, RecordKind::kSqlite, options);
  REQUIRE(writer.ok());
  const std::vector<Document> samples = test::load_samples();
  for (std::size_t i = 0; i < samples.size(); i += 2) {
    SampleRecord record;
    record.document.doc = samples[i].id;
    record.document.path = samples[i].id + ".txt";
    record.document.metadata = samples[i].metadata;
    record.facts = test::real().extract(samples[i]);
    REQUIRE(write(*writer.value(), record));
  }
  REQUIRE_FALSE(writer.value()->commit());
  for (const View& view : sqlite_views()) {
    const Rows rows = query(path, "SELECT * FROM " + std::string(view.name));
    CHECK_MESSAGE((!rows.empty() || view.name.starts_with("contradictions")), view.name);
  }
  // A party has one number of seats in a council, and no council more than the largest there is.
  CHECK(query(path, "SELECT place, party FROM latest_composition GROUP BY 1, 2 HAVING count(*) > 1")
            .empty());
  CHECK(query(path, "SELECT place FROM latest_composition GROUP BY 1 HAVING sum(seats) > 200")
            .empty());
  CHECK(query(path, "SELECT * FROM turnout_by_council WHERE turnout < 5 OR turnout > 95").empty());
  CHECK(query(path, "SELECT * FROM control_changes WHERE party_before = party_after").empty());
  // All councils are known, all quotes found, all keys there.
  CHECK(query_one(path,
                  "SELECT count(*) FROM facts LEFT JOIN councils USING (place) WHERE "
                  "place_kind = 'council' AND councils.name IS NULL") == "0");
  CHECK(query(path, "PRAGMA foreign_key_check").empty());
  CHECK(query_one(path, "SELECT count(*) > 0 FROM facts_fts WHERE facts_fts MATCH 'council'") ==
        "1");
}

}  // namespace
}  // namespace recount
