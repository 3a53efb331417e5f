#include "output/reconciler/directory.h"

#include <algorithm>
#include <vector>

namespace recount {
namespace {

template <typename Entry>
const Entry* find(const std::vector<Entry>& entries, std::string_view id) {
  const auto at = std::ranges::lower_bound(entries, id, {}, &Entry::id);
  return at != entries.end() && at->id == id ? &*at : nullptr;
}

}  // namespace

std::string Directory::party_name(std::string_view id) const {
  if (const PartyEntry* listed = find(registry_.parties, id)) return listed->name;
  std::string name(id);
  bool begins = true;
  for (char& byte : name) {
    if (byte == '-') byte = ' ';
    if (begins && byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
    begins = byte == ' ';
  }
  return name;
}

Directory::Subject Directory::party_subject(std::string_view id) const {
  const PartyEntry* listed = find(registry_.parties, id);
  std::string name = party_name(id);
  if (name.ends_with('s')) return {"the " + name, true};
  if (listed == nullptr) return {name, false};
  // "Conservatives", if they are called so; what is no name of a party is written small.
  std::string small = name + 's';
  if (std::ranges::find(listed->names, small) != listed->names.end()) return {"the " + small, true};
  if (small.front() >= 'A' && small.front() <= 'Z')
    small.front() = static_cast<char>(small.front() - 'A' + 'a');
  if (std::ranges::find(listed->names, small) != listed->names.end()) return {"the " + small, true};
  return {name, false};
}

bool Directory::is_nation(std::string_view area) const {
  const AreaEntry* listed = find(registry_.areas, area);
  if (listed == nullptr) return false;
  return listed->kind == "nation" || listed->kind == "nations" || listed->kind == "state";
}

bool Directory::exists(std::string_view council, std::string_view iso_day) const {
  const CouncilEntry* listed = find(registry_.councils, council);
  if (listed == nullptr) return true;
  return (listed->start.empty() || listed->start <= iso_day) &&
         (listed->end.empty() || iso_day < listed->end);
}

}  // namespace recount
