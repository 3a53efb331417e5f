#include "output/report/site.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>

#include "extractor/facts/fingerprint.h"
#include "output/report/site_assets.h"
#include "output/report/site_data.h"
#include "output/report/site_index.h"
#include "output/report/site_text.h"
#include "tests/support/site_files.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told.h"

namespace recount {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::delivered;
using testing::read_file;
using testing::TempFolder;
using testing::ToldFacts;

/// Two articles that contradict each other, and one that is about no known council.
ToldFacts at_odds() {
  ToldFacts told;
  told.article("a").page("https://a.example/", "2023-05-05");
  told.number("labour", Measure::kSeats, 33).number("", Measure::kCouncilSeats, 59);
  told.article("b").number("labour", Measure::kSeats, 23);
  told.article("c").number("green", Measure::kSeats, 2).at(PlaceKind::kUnknown, "");
  return told;
}

struct Site {
  TempFolder folder;
  std::string path = folder.path("report");
  SiteCounts counts;

  explicit Site(const std::vector<Fact>& facts, SiteOptions options = {}) {
    const Registry registry = testing::told_registry();
    const Reconciliation all = reconcile(facts, Directory(registry));
    const Result<SiteCounts> written = write_site(path, all, registry, options);
    REQUIRE(written.ok());
    counts = written.value();
  }

  json data(const std::string& name) const {
    json out = delivered(path, name);
    CHECK_MESSAGE(!out.is_discarded(), name);
    return out;
  }

  /// The bytes of every file by its path.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file())
        out[fs::relative(entry.path(), path).string()] = read_file(entry.path().string());
    }
    return out;
  }
};

SiteOptions with_text(const std::string& doc, const std::string& text) {
  SiteOptions out;
  out.text = [=](const std::string& wanted) -> std::optional<SiteText> {
    if (wanted != doc) return std::nullopt;
    Document document{doc, text, {}};
    document.metadata.title = "A headline";
    return SiteText{document, {{2, 4, "guard.modal", "hoped"}, {5, 6, "", "odd"}}};
  };
  return out;
}

TEST_CASE("site: the figures of the run") {
  const Site site(at_odds().facts());
  const json run = site.data("run");
  CHECK(run["format"] == 1);
  CHECK(run["articles"] == 3);
  CHECK(run["facts"] == 4);
  CHECK(run["councils"] == 1);
  CHECK(run["contests"] == 1);
  CHECK(run["errors"] == 1);
  CHECK(run["conflicting"] == 1);
  CHECK(run["texts"] == false);
  CHECK(run["parties"].size() == 2);
  CHECK(run["parties"][0] == json{{"id", "green"}, {"name", "Green"}, {"colour", nullptr}});
  CHECK(site.counts.articles == 3);
  CHECK(site.counts.without_text == 3);
}

TEST_CASE("site: the overview leads to contests and conflicts") {
  const Site site(at_odds().facts());
  const json overview = site.data("overview");
  REQUIRE(overview["contests"].size() == 1);
  const json& contest = overview["contests"][0];
  CHECK(contest["place"] == "council-medway");
  CHECK(contest["status"] == "error");
  CHECK(contest["facts"] == 3);
  CHECK(contest["articles"] == 2);
  CHECK(contest["parties"] == json{"labour"});
  REQUIRE(overview["conflicts"].size() == 1);
  CHECK(overview["conflicts"][0]["sources"] == json{"a", "b"});
  CHECK(overview["conflicts"][0]["severity"] == "error");
  const json articles = site.data("articles")["articles"];
  REQUIRE(articles.size() == 3);
  CHECK(articles[0]["doc"] == "a");
  CHECK(articles[0]["errors"] == 1);
  CHECK(articles[2]["places"].empty());
}

TEST_CASE("site: the page of a council has charts, rows, conflicts and facts") {
  const Site site(at_odds().facts());
  const json place = site.data("places/council-medway");
  REQUIRE(place["contests"].size() == 1);
  CHECK(place["contests"][0] ==
        json{{"key", "2023-05-04"}, {"election", "2023-05-04"}, {"conflicts", 1}});
  const json contest = site.data("places/council-medway/2023-05-04");
  CHECK(contest["election"] == "2023-05-04");
  CHECK(contest["total"] == 3);
  CHECK(contest["articles"] == 2);
  CHECK(contest["rows"].size() == 2);
  CHECK(contest["facts"].size() == 3);
  REQUIRE(contest["conflicts"].size() == 1);
  CHECK(contest["conflicts"][0].contains("law_says"));
  CHECK(contest["conflicts"][0]["id"] == contest["facts"][0]["conflicts"][0]);
  CHECK(contest["facts"][0]["status"] == "conflicting");
  CHECK(contest["facts"][0]["page"] == "council-medway");
  CHECK(contest["charts"].is_array());
}

TEST_CASE("site: what was replaced is shown with what came later, and is in no count") {
  ToldFacts told;
  told.article("early").page("https://a.example/", "2023-05-05");
  told.number("labour", Measure::kSeatsChange, 310).at(PlaceKind::kAll, "");
  told.article("late").page("https://b.example/", "2023-05-06");
  told.number("labour", Measure::kSeatsChange, 536).at(PlaceKind::kAll, "");
  const Site site(told.facts());
  const json rows = site.data("places/all/2023-05-04")["rows"];
  REQUIRE(rows.size() == 2);
  CHECK(rows[0]["status"] == "single");
  CHECK_FALSE(rows[0].contains("later"));
  CHECK(rows[1]["status"] == "replaced");
  CHECK(rows[1]["later"]["value"] == 536);
  CHECK(rows[1]["later"]["doc"] == "late");
  CHECK(site.data("run")["single"] == 1);
}

TEST_CASE("site: each election of a place has a file of its own") {
  std::vector<Fact> facts = at_odds().facts();
  facts[0].election = "2019-05-02";
  facts[1].election = std::nullopt;
  facts[2].election = "../../2023";
  const Site site(facts);
  const std::string hashed = to_hex(hash_bytes("../../2023"));
  std::set<std::string> keys;
  const json place = site.data("places/council-medway");
  for (const json& contest : place["contests"]) {
    keys.insert(contest["key"]);
    const json file = site.data("places/council-medway/" + std::string(contest["key"]));
    CHECK(file["election"] == contest["election"]);
    CHECK(file["facts"].size() == 1);
  }
  CHECK(keys == std::set<std::string>{"2019-05-02", "unknown", hashed});
}

TEST_CASE(
    "site: a contest that thousands tell of shows its conflicts and the first of each figure") {
  ToldFacts told;
  for (int i = 0; i < 700; ++i) {
    told.article("doc-" + std::to_string(10000 + i));
    told.number("labour", Measure::kSeats, i == 650 ? 23 : 33);
    told.number("", Measure::kCouncilSeats, 59);
  }
  const Site site(told.facts());
  const json contest = site.data("places/council-medway/2023-05-04");
  CHECK(contest["total"] == 1400);
  CHECK(contest["articles"] == 700);
  CHECK(contest["facts"].size() >= 2 * kMostOfRow);
  CHECK(contest["facts"].size() <= 2 * kMostOfRow + 3 * contest["conflicts"].size());
  std::set<std::string> listed;
  for (const json& fact : contest["facts"]) listed.insert(fact["id"]);
  REQUIRE(contest["conflicts"].size() > 0);
  for (const json& conflict : contest["conflicts"])
    for (const json& fact : conflict["facts"]) CHECK(listed.contains(fact));
  std::size_t told_by = 0;
  for (const json& row : contest["rows"])
    if (row["status"] != "derived") told_by += row["facts"].size();
  CHECK(told_by == 1400);
}

TEST_CASE("site: a checker can choose among all councils and areas") {
  const Site site(at_odds().facts());
  const json places = site.data("known-places")["places"];
  const Registry registry = testing::told_registry();
  CHECK(places.size() == registry.councils.size() + registry.areas.size());
  CHECK(std::ranges::find(places, json{{"kind", "council"}, {"id", "medway"}, {"name", ""}}) !=
        places.end());
}

TEST_CASE("site: an article without a headline goes by its first line") {
  CHECK(first_line("\n \r\nMedway count\nMore.") == "Medway count");
  CHECK(!first_line(" \n"));
  std::string words;
  for (int i = 0; i < 40; ++i) words += "word ";
  const std::string cut = first_line(words).value();
  CHECK(cut.size() <= 104);
  CHECK(cut.ends_with("word\xE2\x80\xA6"));
  SiteOptions options;
  options.text = [](const std::string& doc) -> std::optional<SiteText> {
    return SiteText{{doc, "Medway count\nLabour 33.", {}}, {}};
  };
  const Site site(at_odds().facts(), options);
  CHECK(site.data("articles/" + article_key("a"))["title"] == "Medway count");
  CHECK(site.data("articles")["articles"][0]["title"] == "Medway count");
}

TEST_CASE("site: the page of an article has its text, its facts and what was dropped") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  std::vector<Fact> facts = told.facts();
  facts[0].start = 14;
  facts[0].end = 16;
  SiteOptions options = with_text("a", "First.\nLabour 33 seats.\nLast.");
  options.rule_says = [](std::string_view rule) { return "says " + std::string(rule); };
  const Site site(facts, options);
  CHECK(site.counts.misplaced == 0);
  const json article = site.data("articles/" + article_key("a"));
  CHECK(article["title"] == "A headline");
  CHECK(article["text"] == "First.\nLabour 33 seats.\nLast.");
  REQUIRE(article["facts"].size() == 1);
  const json& fact = article["facts"][0];
  CHECK(fact["before"] == "Labour ");
  CHECK(fact["after"] == " seats.");
  CHECK(fact["title"] == "A headline");
  CHECK(fact["article"] == article["key"]);
  CHECK(fact["status"] == "single");
  REQUIRE(article["dropped"].size() == 2);
  CHECK(article["dropped"][0]["rule_says"] == "says guard.modal");
  CHECK(article["dropped"][1]["rule"].is_null());
  const json rules = site.data("run")["rules"];
  REQUIRE(rules.size() == 2);  // the fact's has no name here
  CHECK(rules[1]["id"] == "guard.modal");
  CHECK(rules[1]["listed"] == 0);
  CHECK(site.data("rules/0")["facts"][0] == fact);
  CHECK(!fs::exists(site.path + "/data/rules/1.js"));
}

TEST_CASE("site: facts of another version of the text are counted") {
  ToldFacts told;
  told.article("a").number("labour", Measure::kSeats, 33);
  for (const std::uint32_t start : {0U, 4'000'000'000U}) {
    std::vector<Fact> facts = told.facts();
    facts[0].start = start;
    facts[0].end = start + 2;
    const Site site(facts, with_text("a", "Short."));
    CHECK(site.counts.misplaced == 1);
    const json article = site.data("articles/" + article_key("a"));
    CHECK(article["facts"][0]["before"] == "");
  }
}

TEST_CASE("site: most worth a look is what contradicts, then what is least sure") {
  std::vector<Fact> facts = at_odds().facts();
  facts[1].confidence = 0.9;
  facts[3].confidence = 0.1;
  const Site site(facts);
  const json review = site.data("review");
  CHECK(review["total"] == 4);
  REQUIRE(review["facts"].size() == 4);
  CHECK(review["facts"][0]["value"] == 33);
  CHECK(review["facts"][1]["value"] == 23);
  CHECK(review["facts"][2]["value"] == 2);
  CHECK(review["facts"][3]["measure"] == "council_seats");
}

TEST_CASE("site: of a rule with many facts some are listed, spread evenly") {
  ToldFacts told;
  for (int i = 0; i < 1200; ++i) {
    told.article("doc-" + std::to_string(10000 + i));
    told.number("labour", Measure::kTurnout, i % 100).at(PlaceKind::kUnknown, "");
  }
  const Site site(told.facts());
  const json rule = site.data("rules/0");
  CHECK(rule["total"] == 1200);
  REQUIRE(rule["facts"].size() == 500);
  CHECK(rule["facts"][0]["doc"] == "doc-10000");
  CHECK(rule["facts"][499]["doc"] == "doc-11197");
  CHECK(site.data("review")["facts"].size() == 1000);
}

TEST_CASE("site: names from outside make no other files, and text stays text") {
  const std::string evil = "../../<script>alert(1)</script>\xE2\x80\xA8\"\\__proto__\xFF";
  std::vector<Fact> facts = at_odds().facts();
  Provenance article = *facts[0].article;
  article.doc = evil;
  article.source = article.url = evil;
  facts[0].article = std::make_shared<const Provenance>(article);
  facts[0].place = facts[0].place_name = facts[0].party = evil;
  facts[0].quote = facts[0].rule = evil;
  const Site site(facts);
  for (const auto& entry : fs::recursive_directory_iterator(site.folder.path())) {
    const std::string name = entry.path().filename().string();
    CHECK_MESSAGE(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.READMEtx_") ==
                      std::string::npos,
                  name);
  }
  const json page = site.data("articles/" + article_key(evil));
  CHECK(page["facts"][0]["place_name"].get<std::string>().starts_with("../../<script>"));
  const std::string key = page["facts"][0]["page"];
  CHECK(key == "council-" + to_hex(hash_bytes(evil)));
  CHECK(site.data("places/" + key)["place"].is_string());
  CHECK(site.data("places/" + key + "/2023-05-04")["total"] == 1);
  CHECK(fs::directory_iterator(site.folder.path()) != fs::directory_iterator());
  CHECK(std::distance(fs::directory_iterator(site.folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("site: the same input gives the same bytes, in any order of facts") {
  std::vector<Fact> facts = at_odds().facts();
  const Site one(facts, with_text("a", "Labour 33."));
  std::ranges::reverse(facts);
  const Site two(facts, with_text("a", "Labour 33."));
  CHECK(one.files() == two.files());
}

TEST_CASE("site: the pages are there as they are in the repository") {
  const Site site(at_odds().facts());
  const auto files = site.files();
  for (const SiteAsset& asset : site_assets()) {
    CAPTURE(asset.path);
    CHECK(files.at(std::string(asset.path)) == asset.content);
    CHECK(read_file(RECOUNT_SOURCE_DIR "/output/report/site/" + std::string(asset.path)) ==
          asset.content);
  }
}

TEST_CASE("site: a report is replaced, another folder is left alone") {
  const Registry registry = testing::told_registry();
  const TempFolder folder;
  const Reconciliation both = reconcile(at_odds().facts(), Directory(registry));
  const Reconciliation less = reconcile({at_odds().facts()[3]}, Directory(registry));
  const std::string path = folder.path("report");
  REQUIRE(write_site(path, both, registry, {}).ok());
  REQUIRE(write_site(path, less, registry, {}).ok());
  CHECK(!fs::exists(path + "/data/places/council-medway.js"));
  CHECK(delivered(path, "run")["facts"] == 1);
  folder.write("mine/notes.txt", "mine");
  const Result<SiteCounts> mine = write_site(folder.path("mine"), both, registry, {});
  REQUIRE(!mine.ok());
  CHECK(mine.error().code == ErrorCode::kCannotWrite);
  CHECK(mine.error().message.find("holds something else than a report") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(folder.path("mine")), fs::directory_iterator()) == 1);
  CHECK(!write_site(folder.path("mine/notes.txt"), both, registry, {}).ok());
}

TEST_CASE("site text: bytes that are no UTF-8 keep their places") {
  CHECK(same_length_utf8("caf\xC3\xA9 \xFF\xFE x\xC3") == "caf\xC3\xA9 ?? x?");
  CHECK(same_length_utf8("\xED\xA0\x80!") == std::string(3, '?') + "!");
  CHECK(same_length_utf8("") == "");
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = std::string("\xE2") + static_cast<char>(byte) + "\xA8z";
    CHECK(same_length_utf8(text).size() == text.size());
  }
}

TEST_CASE("site text: the words around a quote, from its line, cut between words") {
  const std::string text = "Title\nLabour gained four seats in Medway.\nNext";
  const auto around = surroundings(text, 13, 30, "gained four seats");
  REQUIRE(around);
  CHECK(around->before == "Labour ");
  CHECK(around->after == " in Medway.");
  CHECK(!surroundings(text, 13, 30, "lost four seats!!"));
  CHECK(!surroundings(text, 13, 300, "gained"));
  CHECK(surroundings(text, 0, 5, "Title")->before == "");
  std::string many;
  for (int i = 0; i < 100; ++i) many += "w\xC3\xB6rd ";
  const std::string line = many + "HERE " + many;
  const auto at = static_cast<std::uint32_t>(many.size());
  const auto cut = surroundings(line, at, at + 4, "HERE");
  REQUIRE(cut);
  CHECK(cut->before.starts_with("\xE2\x80\xA6w\xC3\xB6rd "));
  CHECK(cut->after.ends_with("w\xC3\xB6rd\xE2\x80\xA6"));
  CHECK(cut->before.size() <= 163);
  CHECK(cut->after.size() <= 163);
  const std::string no_spaces(500, 'x');
  CHECK(surroundings(no_spaces, 250, 251, "x")->before.size() == 163);
}

}  // namespace
}  // namespace recount
