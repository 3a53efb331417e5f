// A chamber as a picture: half a ring of seats in the colours of their parties, each with letters,
// so that nothing is told by colour alone.
#pragma once

#include <string>

#include "output/report/chamber.h"

namespace recount {

enum class ChamberTime { kBefore, kAfter };

/// One chamber as an SVG element for a page, 400 units wide, without a headline. Colours of texts
/// and lines are up to the page's style sheet: classes chart-text, chart-note, chart-line,
/// chart-empty and chart-seat. No style, script, link or id in it.
std::string chamber_svg(const ChamberPicture& picture, ChamberTime time, const Chamber& chamber);

/// The chambers side by side with a legend, as a file of its own for light and dark surroundings.
/// The same picture gives the same bytes. REQUIRES: one of the chambers is there.
std::string chamber_file(const ChamberPicture& picture);

}  // namespace recount
