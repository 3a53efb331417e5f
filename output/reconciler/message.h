// Facts and conflicts in plain English, for a reader who has not seen the articles.
#pragma once

#include <string>
#include <vector>

#include "extractor/facts/fact.h"
#include "output/reconciler/laws.h"
#include "output/reconciler/reconciler.h"

namespace recount {

/// "33", "-4", "39.5": without needless decimals.
std::string number_text(double number);

/// "Labour has 33 seats", without a full stop.
std::string statement(const Fact& fact, const Directory& directory);

/// Who says what, why it cannot all be true, what would be unusual about it, and what would mend
/// it. Articles go by outlet and day, or the site of their address; by their id where nothing else
/// is known, or tells two apart. `completes`: with the correction, the named parties' seats make up
/// the whole council.
std::string conflict_message(const ConflictRow& conflict, LawSet laws, bool completes,
                             const std::vector<Fact>& facts, const Directory& directory);

}  // namespace recount
