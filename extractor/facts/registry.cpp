#include "extractor/facts/registry.h"

#include <algorithm>
#include <utility>

#include "extractor/lexicon/tsv.h"
#include "extractor/rules/embedded_patterns.h"

namespace recount {
namespace {

template <typename Entry>
Entry* entry_of(std::vector<Entry>& entries, std::string_view id) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [id](const Entry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

/// The parts between the bars.
std::vector<std::string> list_of(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find('|'), cell.size());
    out.emplace_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return out;
}

class RegistryLoader {
 public:
  RegistryLoader(const PatternFiles& files, Faults& faults) : files_(files), faults_(faults) {}

  Registry load() {
    for (const TsvRow& row :
         table("places/councils.tsv", {"id", "name", "official", "kind", "nation", "region",
                                       "county", "start", "end", "gss", "code", "dc", "names"})) {
      add_council(row);
    }
    for (const TsvRow& row : table("places/areas.tsv", {"id", "name", "kind", "nation", "region",
                                                        "names", "adjectives"})) {
      const auto text = [&row](std::size_t i) { return std::string(row.cells[i]); };
      registry_.areas.push_back({text(0), text(1), text(2), text(3), text(4)});
    }
    for (const TsvRow& row : table("parties/parties.tsv",
                                   {"id", "name", "colour", "singular_people", "names", "words"})) {
      const auto text = [&row](std::size_t i) { return std::string(row.cells[i]); };
      std::vector<std::string> names = list_of(row.cells[4]);
      for (std::string& word : list_of(row.cells[5])) names.push_back(std::move(word));
      registry_.parties.push_back({text(0), text(1), text(2), "", std::move(names)});
    }
    add_forms();
    add_keys();
    add_registrations();
    return std::move(registry_);
  }

 private:
  std::vector<TsvRow> table(std::string_view path, const std::vector<std::string_view>& columns) {
    return read_tsv(files_, path, columns, faults_).rows;
  }

  void add_council(const TsvRow& row) {
    const auto text = [&row](std::size_t i) { return std::string(row.cells[i]); };
    CouncilEntry council;
    council.id = text(0);
    council.name = text(1);
    council.official = text(2);
    council.kind = text(3);
    council.nation = text(4);
    council.region = text(5);
    council.county = text(6);
    council.start = text(7);
    council.end = text(8);
    council.gss = text(9);
    council.code = text(10);
    council.democracy_club = row.cells[11].empty() ? text(0) : text(11);
    council.names = list_of(row.cells[12]);
    registry_.councils.push_back(std::move(council));
  }

  void add_forms() {
    constexpr std::string_view kPath = "places/forms.tsv";
    if (files_.find(kPath) == nullptr) return;
    for (const TsvRow& row : table(kPath, {"form", "kinds"}))
      registry_.council_forms.push_back({std::string(row.cells[0]), list_of(row.cells[1])});
  }

  void add_keys() {
    constexpr std::string_view kPath = "places/keys.tsv";
    if (files_.find(kPath) == nullptr) return;
    for (const TsvRow& row : table(kPath, {"id", "open_council_data"})) {
      CouncilEntry* council = entry_of(registry_.councils, row.cells[0]);
      if (council == nullptr) {
        unknown(kPath, row, "no council has this id");
      } else {
        council->open_council_data = row.cells[1];
      }
    }
  }

  void add_registrations() {
    constexpr std::string_view kPath = "parties/registrations.tsv";
    if (files_.find(kPath) == nullptr) return;
    for (const TsvRow& row : table(kPath, {"party", "number", "name", "main"})) {
      PartyEntry* party = entry_of(registry_.parties, row.cells[0]);
      if (party == nullptr) {
        unknown(kPath, row, "no party has this id");
        continue;
      }
      const bool main = row.cells[3] == "yes";
      if (main) party->electoral_commission = row.cells[1];
      registry_.registrations.push_back(
          {std::string(row.cells[1]), party->id, std::string(row.cells[2]), main});
    }
  }

  void unknown(std::string_view path, const TsvRow& row, const char* message) {
    const std::string id(row.cells[0]);
    faults_.add({std::string(path), row.line, id, id, message});
  }

  const PatternFiles& files_;
  Faults& faults_;
  Registry registry_;
};

PatternFiles embedded_files() {
  std::vector<PatternFile> files;
  for (const EmbeddedFile& file : embedded_patterns()) {
    files.push_back({std::string(file.path), std::string(file.content)});
  }
  return PatternFiles(std::move(files));
}

}  // namespace

Registry load_registry(const PatternFiles& files, Faults& faults) {
  return RegistryLoader(files, faults).load();
}

Result<Registry> load_registry(const std::string& directory) {
  Result<PatternFiles> files = directory.empty() ? embedded_files() : PatternFiles::read(directory);
  if (!files.ok()) return files.error();
  Faults faults;
  Registry registry = load_registry(files.value(), faults);
  if (!faults.empty()) return Error{ErrorCode::kBadPatterns, faults.report()};
  return registry;
}

}  // namespace recount
