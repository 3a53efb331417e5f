#include "output/reconciler/directory.h"

namespace recount {

std::string Directory::party_name(std::string_view id) const {
  const auto listed = parties.find(std::string(id));
  if (listed != parties.end()) return listed->second;
  std::string name(id);
  bool begins = true;
  for (char& byte : name) {
    if (byte == '-') byte = ' ';
    if (begins && byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 'a' + 'A');
    begins = byte == ' ';
  }
  return name;
}

bool Directory::exists(std::string_view council, std::string_view iso_day) const {
  const auto listed = councils.find(std::string(council));
  if (listed == councils.end()) return true;
  const Life& life = listed->second;
  return (life.start.empty() || life.start <= iso_day) && (life.end.empty() || iso_day < life.end);
}

}  // namespace recount
