// The arithmetic of conflicts in their own numbers.
#pragma once

#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/reconciler/laws.h"
#include "output/reconciler/reconciler.h"

namespace recount {

/// "20 + 13 = 33, not 38.": what shows that the conflict is one; empty where it is not that simple.
/// `needed`: the laws that it rests on.
std::string sum_text(const ConflictRow& conflict, LawSet needed, const std::vector<Fact>& facts);

}  // namespace recount
