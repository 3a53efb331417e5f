// The little language of `yields`: MEASURE VALUE [of WHO] [in WHERE] [if SLOT].
#pragma once

#include <string>
#include <string_view>

#include "extractor/lexicon/lexicon.h"
#include "extractor/rules/rule.h"

namespace recount {

/// Parses one yield of `rule`, whose pattern is parsed already. On failure returns false and says
/// in `piece` and `message` what is wrong.
///   VALUE  a number, a slot (n), same, -n, dir*n, gain, hold, loss, now
///   WHO    subject, last, label, a slot, or =party
///   WHERE  a slot
///   if     the yield only holds when the slot took part in the match
/// `carry VALUE of WHO` takes measure and direction from the fact before. `head [of SLOT] [in
/// WHERE]` gives what the heading over a list says, of the party in the slot when the heading names
/// none; where there is none, the rule yields nothing at all.
bool parse_yield(std::string_view text, const Rule& rule, const Lexicon& lexicon, Yield& out,
                 std::string& piece, std::string& message);

}  // namespace recount
