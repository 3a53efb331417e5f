// The tables of patterns/ themselves: sorted, unique, in normal form, and every id known.
#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

#include "extractor/lexicon/places.h"
#include "extractor/lexicon/tsv.h"
#include "extractor/text/tokenizer.h"
#include "tests/support/mini_patterns.h"

using namespace recount;

namespace {

using Row = std::vector<std::string>;

/// A table as it stands, with its header as the first row.
std::vector<Row> table(const std::string& path) {
  const PatternFile* file = test::real_files().find(path);
  CAPTURE(path);
  REQUIRE(file != nullptr);
  std::vector<Row> rows;
  std::string_view rest = file->content;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    Row row(1);
    for (const char c : line) {
      if (c == '\t')
        row.emplace_back();
      else
        row.back() += c;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> body(const std::string& path) {
  auto rows = table(path);
  rows.erase(rows.begin());
  return rows;
}

std::string folded(std::string_view name) {
  std::string out;
  for (const std::string& word : fold_phrase(name)) {
    if (!out.empty()) out += ' ';
    out += word == "&" ? "and" : word;
  }
  return out;
}

std::set<std::string> ids(const std::string& path) {
  std::set<std::string> out;
  for (const Row& row : body(path)) out.insert(row[0]);
  return out;
}

const std::vector<std::string> kTables{
    "places/councils.tsv", "places/areas.tsv",          "places/ambiguous.tsv",
    "places/words.tsv",    "places/forms.tsv",          "parties/parties.tsv",
    "parties/words.tsv",   "parties/nations.tsv",       "parties/leaders.tsv",
    "parties/shapes.tsv",  "calendar/polling-days.tsv", "calendar/months.tsv",
    "places/keys.tsv",     "parties/registrations.tsv"};

}  // namespace

TEST_CASE("tables are sorted and no row stands twice") {
  for (const std::string& path : kTables) {
    // The key of these is their first two columns.
    const bool pairs = path == "places/ambiguous.tsv" || path == "parties/registrations.tsv";
    const auto rows = body(path);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const auto key = [pairs](const Row& row) { return pairs ? row[0] + '\t' + row[1] : row[0]; };
      CAPTURE(path);
      CHECK_MESSAGE(key(rows[i - 1]) < key(rows[i]), key(rows[i]));
    }
  }
}

TEST_CASE("tables end with a line end and hold no odd characters") {
  for (const PatternFile& file : test::real_files().files()) {
    CAPTURE(file.path);
    REQUIRE_FALSE(file.content.empty());
    CHECK(file.content.back() == '\n');
    CHECK(file.content.find('\r') == std::string::npos);
    CHECK(file.content.find("\xEF\xBB\xBF") == std::string::npos);
    CHECK(file.content.find("\xC2\xA0") == std::string::npos);
  }
}

TEST_CASE("patterns are in normal form C") {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  REQUIRE(U_SUCCESS(error));
  for (const PatternFile& file : test::real_files().files()) {
    CAPTURE(file.path);
    const auto text = icu::UnicodeString::fromUTF8(file.content);
    CHECK(text.indexOf(static_cast<char16_t>(0xFFFD)) < 0);
    CHECK(nfc->isNormalized(text, error));
  }
}

TEST_CASE("cells have no space around them and lists no empty items") {
  for (const std::string& path : kTables) {
    for (const Row& row : body(path)) {
      for (const std::string& cell : row) {
        if (cell.empty()) continue;
        CAPTURE(path);
        CHECK_MESSAGE((cell.front() != ' ' && cell.back() != ' '), cell);
        CHECK_MESSAGE((cell.front() != '|' && cell.back() != '|'), cell);
        CHECK_MESSAGE(cell.find("||") == std::string::npos, cell);
      }
    }
  }
}

TEST_CASE("ids are kebab-case and apart") {
  const auto councils = ids("places/councils.tsv");
  for (const char* path : {"places/councils.tsv", "places/areas.tsv", "parties/parties.tsv"}) {
    for (const std::string& id : ids(path)) {
      CHECK_MESSAGE(
          id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos, id);
    }
  }
  for (const std::string& id : ids("places/areas.tsv")) CHECK_MESSAGE(councils.count(id) == 0, id);
}

TEST_CASE("places name areas that exist") {
  const auto areas = ids("places/areas.tsv");
  for (const Row& row : body("places/councils.tsv")) {
    for (const std::size_t column : {4U, 5U, 6U}) {
      if (row[column].empty()) continue;
      CAPTURE(row[0]);
      CHECK_MESSAGE(areas.count(row[column]) == 1, row[column]);
    }
    CHECK_MESSAGE(!row[4].empty(), row[0]);
    CHECK_MESSAGE((row[7].empty() || row[8].empty() || row[7] < row[8]), row[0]);
  }
  for (const Row& row : body("places/areas.tsv")) {
    for (const std::size_t column : {3U, 4U}) {
      CAPTURE(row[0]);
      CHECK_MESSAGE((row[column].empty() || areas.count(row[column]) == 1), row[column]);
    }
  }
}

TEST_CASE("each name of a place leads to one place or is decided") {
  std::map<std::string, std::set<std::string>> owners;
  for (const Row& row : body("places/councils.tsv")) {
    owners[folded(row[1])].insert(row[0]);
    owners[folded(row[2])].insert(row[0]);
    for (const auto name : split_list(row[12])) owners[folded(name)].insert(row[0]);
  }
  for (const Row& row : body("places/areas.tsv")) {
    owners[folded(row[1])].insert(row[0]);
    for (const auto name : split_list(row[5])) owners[folded(name)].insert(row[0]);
  }
  std::map<std::string, std::map<std::string, std::string>> decided;
  for (const Row& row : body("places/ambiguous.tsv")) {
    CHECK_MESSAGE(decided[folded(row[0])].emplace(row[1], row[2]).second, row[0]);
  }
  for (const auto& [name, places] : owners) {
    if (places.size() < 2) continue;
    for (const std::string& id : places) {
      CAPTURE(name);
      CHECK_MESSAGE(decided[name].count(id) == 1, id);
    }
  }
  // Two may be the default of one name only when they lived one after the other.
  std::map<std::string, std::pair<std::string, std::string>> lives;
  for (const Row& row : body("places/councils.tsv")) lives[row[0]] = {row[7], row[8]};
  for (const auto& [name, ways] : decided) {
    std::vector<std::pair<std::string, std::string>> defaults;
    for (const auto& [id, way] : ways) {
      if (way == "default") defaults.push_back(lives[id]);
    }
    std::sort(defaults.begin(), defaults.end());
    for (std::size_t i = 1; i < defaults.size(); ++i) {
      CAPTURE(defaults[i - 1].second);
      CHECK_MESSAGE(
          (!defaults[i - 1].second.empty() && defaults[i - 1].second <= defaults[i].first), name);
    }
  }
}

TEST_CASE("each name of a party leads to one party") {
  std::map<std::string, std::string> owner;
  const auto own = [&owner](const std::string& name, const std::string& id) {
    const auto [it, added] = owner.emplace(name, id);
    CAPTURE(it->second);
    CAPTURE(id);
    CHECK_MESSAGE(it->second == id, name);
  };
  for (const Row& row : body("parties/parties.tsv")) {
    own(row[1], row[0]);
    for (const std::size_t column : {4U, 5U}) {
      for (const auto name : split_list(row[column])) own(std::string(name), row[0]);
    }
  }
  for (const Row& row : body("parties/words.tsv")) CHECK_MESSAGE(owner.count(row[0]) == 1, row[0]);
}

TEST_CASE("polling days are days and have nations and kinds, or a note") {
  const auto areas = ids("places/areas.tsv");
  for (const Row& row : body("calendar/polling-days.tsv")) {
    CAPTURE(row[0]);
    CHECK(parse_day(row[0]) != 0);
    CHECK(split_list(row[1]).empty() == split_list(row[2]).empty());
    CHECK((!split_list(row[1]).empty() || !row[3].empty()));  // a vote on something else: on what
    for (const auto nation : split_list(row[1]))
      CHECK_MESSAGE(areas.count(std::string(nation)) == 1, nation);
    for (const auto kind : split_list(row[2])) CHECK_MESSAGE(place_kind_named(kind) != 0, kind);
  }
}

TEST_CASE("the embedded patterns load without a fault") {
  const auto loaded = Extractor::load_embedded();
  CHECK_MESSAGE(loaded.ok(), (loaded.ok() ? std::string() : loaded.error().message));
  const auto read = Extractor::load_directory(RECOUNT_SOURCE_DIR "/patterns");
  CHECK_MESSAGE(read.ok(), (read.ok() ? std::string() : read.error().message));
}
