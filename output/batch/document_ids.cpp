#include "output/batch/document_ids.h"

#include "extractor/facts/fingerprint.h"

namespace recount {

std::uint64_t DocumentIds::hash_of(std::string_view id) { return hash_bytes(id); }

std::string DocumentIds::make_unique(const std::string& wanted) {
  const std::uint64_t hash = hash_of(wanted);
  if (taken_.insert(hash)) return wanted;
  std::uint64_t& number = last_number_.try_emplace(hash, 1).first->second;
  for (;;) {
    std::string id = wanted + '-' + std::to_string(++number);
    if (taken_.insert(hash_of(id))) return id;
  }
}

std::uint64_t DocumentIds::last_number(const std::string& wanted) const {
  const auto it = last_number_.find(hash_of(wanted));
  return it == last_number_.end() ? 0 : it->second;
}

}  // namespace recount
