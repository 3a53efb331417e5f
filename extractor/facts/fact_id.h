// The ids of facts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/facts/fact.h"

namespace recount {

/// The id of a fact in the document whose id hashes to `doc_hash` (hash_bytes): a hash of document,
/// kind of place, place, party, measure, value and start. The same fact of the same text has the
/// same id in every run and every version of the tables.
std::uint64_t fact_id(const Fact& fact, std::uint64_t doc_hash);

/// Gives all facts of one document another document id, and with it new ids of their own, as if the
/// document had been read under that id. REQUIRES: `facts` are of one document.
void rename_document(std::string_view doc, std::vector<Fact>& facts);

}  // namespace recount
