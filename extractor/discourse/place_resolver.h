// Which of the places of one name is meant in this document.
#pragma once

#include <initializer_list>

#include "extractor/facts/likely_days.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/lexicon/lexicon.h"

namespace recount {

/// Sets Mention::place of every place mention of the document, or turns the mention into a plain
/// word where nothing decides. Evidence, in this order: the form after the name ("Durham City
/// Council"), the day (a council must exist; a county council must be polled), the counties,
/// regions and nations that the other names of the document speak for, and the table's default.
/// The headline takes part in the same way.
/// The parts are title and text, say.
void resolve_places(const Lexicon& lexicon, const LikelyDays& likely,
                    std::initializer_list<Annotation*> parts);

}  // namespace recount
