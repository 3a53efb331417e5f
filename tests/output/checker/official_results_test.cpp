#include "output/checker/official_results.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/temp_folder.h"

using namespace recount;
using recount::testing::TempFolder;

namespace {

struct ReadResults {
  std::optional<Error> error;
  OfficialResults results;
  std::string problems;

  const OfficialCouncil& at(const std::string& council, const std::string& election = "") const {
    REQUIRE(results.councils.contains({council, election}));
    return results.councils.at({council, election});
  }
};

ReadResults read_official(const std::string& csv, std::vector<ColumnMapping> mappings = {},
                          const std::string& day = "2023-05-04") {
  static const Registry registry = load_registry("").value();
  const TempFolder folder;
  std::vector<Error> problems;
  Result<OfficialResults> results =
      read_results(folder.write("r.csv", csv), {std::move(mappings), day}, CouncilNames(registry),
                   PartyNames(registry), problems);
  ReadResults out;
  if (!results.ok()) {
    out.error = results.error();
    return out;
  }
  out.results = std::move(results.value());
  for (const Error& problem : problems) {
    CHECK(problem.code == ErrorCode::kBadRecord);
    out.problems += problem.message.substr(problem.message.find("r.csv:") + 6) + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("results: a row for each party, columns by their usual names") {
  const ReadResults all = read_official(
      "Local Authority,Party,Councillors,Seats before,Change,Size,Control\r\n"
      "Medway Council,Lab,33,20,+13,59,gain\r\n"
      "Medway Council,\"Conservatives\",22,33,\u221211,59,loss\r\n"
      "\r\n"
      "Swale,Green,3,,n/a,47,\r\n");
  CHECK(all.problems.empty());
  const OfficialCouncil& medway = all.at("medway");
  CHECK(medway.size == 59);
  CHECK(medway.control == "labour");
  CHECK(medway.control_before == "conservative");
  const OfficialParty& labour = medway.parties.at("labour");
  CHECK(labour.seats == 33);
  CHECK(labour.before == 20);
  CHECK(labour.change == 13);
  CHECK(labour.line == 2);
  CHECK(medway.parties.at("conservative").change == -11);
  CHECK_FALSE(all.at("swale").parties.at("green").before);
  CHECK(all.at("swale").line == 5);
}

TEST_CASE("results: a column for each party, who has the majority, vacancies") {
  const ReadResults all = read_official(
      "name;total;majority;con;lab;ali;vacant;url\n"
      "Medway;59;LAB;22;33;0;4;x\n"
      "Swale;47;NOC;10;12;;0;y\n");
  CHECK(all.problems.empty());
  CHECK(all.at("medway").complete());
  CHECK(all.at("medway").control == "labour");
  CHECK(all.at("medway").parties.at("alliance").seats == 0);
  CHECK(all.at("swale").control == "noc");
  CHECK_FALSE(all.at("swale").complete());
  CHECK_FALSE(all.at("swale").parties.contains("alliance"));
  CHECK(all.results.passed_over == std::vector<std::string>{"url"});
  CHECK(all.results.used.front() == "council = name");
}

TEST_CASE("results: what is unknown, ambiguous or no number is reported with its line") {
  const ReadResults all = read_official(
      "council,party,seats\n"
      "Barchester,Labour,1\n"
      "Newcastle,Labour,1\n"
      "Medway,Monster Raving Somebody,1\n"
      "Medway,Labour,many\n"
      "Medway,Labour,3\n"
      "Medway,Green,\"3\"x\n"
      "Medway,Green,2\n");
  CHECK(all.problems ==
        "2: unknown council \"Barchester\"\n"
        "3: ambiguous council \"Newcastle\": newcastle-under-lyme or newcastle-upon-tyne\n"
        "4: unknown party \"Monster Raving Somebody\"\n"
        "5: \"many\" is no number\n"
        "6: \"Labour\" stands there twice for medway\n"
        "7: a field in quotation marks does not end with one\n");
  CHECK(all.at("medway").parties.at("green").seats == 2);
  CHECK_FALSE(all.at("medway").parties.at("labour").seats);
}

TEST_CASE("results: two registrations of one party count together, elections are told apart") {
  const ReadResults all = read_official(
      "council,election,party,seats\n"
      "Medway,2023-05-04,Labour Party,30\n"
      "Medway,2023-05-04,Labour and Co-operative Party,3\n"
      "Medway,2 May 2019,Labour,20\n"
      "Medway,soon,Labour,20\n");
  CHECK(all.problems == "5: \"soon\" is no day of an election\n");
  CHECK(all.at("medway", "2023-05-04").parties.at("labour").seats == 33);
  CHECK(all.at("medway", "2019-05-02").parties.at("labour").seats == 20);
}

TEST_CASE("results: mappings name columns and parties") {
  const ReadResults all = read_official("where,who,n\nMedway,Labour,33\n",
                                        {{"council", "Where"}, {"party", "who"}, {"seats", "N"}});
  CHECK(all.at("medway").parties.at("labour").seats == 33);
  const ReadResults wide =
      read_official("council,red,rest\nMedway,33,26\n", {{"labour", "red"}, {"others", "rest"}});
  CHECK(wide.at("medway").parties.at("labour").seats == 33);
  CHECK(wide.at("medway").others == 26);
}

TEST_CASE("results: columns that make no sense are told") {
  const auto message = [](const ReadResults& read) {
    return read.error ? read.error->message : "";
  };
  CHECK(message(read_official("a,b\n1,2\n")).find("no column of councils among \"a\", \"b\"") !=
        std::string::npos);
  CHECK(message(read_official("council,b\n1,2\n")).find("no column of figures") !=
        std::string::npos);
  CHECK(
      message(read_official("council,lab\n", {{"seats", "x"}})).find("no column is called \"x\"") !=
      std::string::npos);
  CHECK(message(read_official("council,lab\n", {{"weather", "lab"}}))
            .find("is no field and no party") != std::string::npos);
  CHECK(read_official("").error->code == ErrorCode::kBadMetadata);
  CHECK(parse_mapping("seats=Cllrs").value().column == "Cllrs");
  for (const char* text : {"seats", "=x", "seats=", ""}) CHECK_FALSE(parse_mapping(text).ok());
}
