// The site of a report: pages on which a person checks facts against their articles. The pages are
// the same for every run; what they show is in data files, one for each article and each place, so
// that each page loads little however many articles there are. The shapes of the data are those
// that the pages read: FORMAT.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/result.h"
#include "extractor/facts/registry.h"
#include "output/reconciler/reconciler.h"

namespace recount {

/// What extraction saw in a text and left out.
struct DroppedMatch {
  std::uint32_t start = 0;  // bytes of the text
  std::uint32_t end = 0;    // exclusive
  std::string rule;         // that saw it, or that forbade it; or empty
  std::string reason;       // for a reader
};

/// The text that the offsets of a document's facts are places in.
struct SiteText {
  Document document;
  std::vector<DroppedMatch> dropped;  // by start
};

struct SiteOptions {
  std::string title;    // what the report is of, in short
  std::string version;  // of recount
  /// The text of the document of that id, or nothing when there is none. Called once a document,
  /// from several threads at a time. May be empty: there are no texts.
  std::function<std::optional<SiteText>(const std::string& doc)> text;
  std::vector<std::string> without_facts;  // documents with a text, but without facts
  /// What the rule of that id says, empty when that is unknown. May be empty.
  std::function<std::string(std::string_view rule)> rule_says;
};

struct SiteCounts {
  std::size_t articles = 0;
  std::size_t without_text = 0;  // of them
  std::size_t misplaced = 0;     // facts whose quotes are not where they should be in the text
};

/// Writes the site into the folder at `path`, which is made. A report that is there is replaced; a
/// folder that holds something else is left alone, which is an error kCannotWrite, as is all that
/// cannot be written, or kNoSpace. The same input gives the same bytes. After an error, the site is
/// not whole.
Result<SiteCounts> write_site(const std::string& path, const Reconciliation& all,
                              const Registry& registry, const SiteOptions& options);

}  // namespace recount
