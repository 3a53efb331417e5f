#include "output/records/record_schema.h"

#include <array>

#include "output/records/common_fields.h"
#include "output/records/fact_fields.h"

namespace recount {
namespace {

using enum FieldType;
using Words = std::span<const std::string_view>;

constexpr std::string_view kValueUnit = "seats, councils or percent, as the measure says";

constexpr auto kMeasures = std::to_array<std::string_view>(
    {"seats", "seats_before", "seats_won", "seats_change", "council_seats", "seats_contested",
     "majority", "majority_before", "short_of_majority", "control", "control_before",
     "largest_party", "councils", "councils_change", "vote_share", "turnout"});
constexpr auto kOutcomes = std::to_array<std::string_view>({"gain", "hold", "loss", "now"});

// The columns of facts, each once.
constexpr Field kId{.name = "id",
                    .type = kText,
                    .description = "The same fact of the same text has the same id in every run",
                    .required = true,
                    .pattern = kHex16};
constexpr Field kDoc{"doc", kText, "The document that says it", kRequired};
constexpr Field kSource{"source", kText, "Publisher of the document"};
constexpr Field kUrl{"url", kText, "Where the document was found"};
constexpr Field kPublished{"published", kDay, "Day of publication"};
constexpr Field kFingerprint{
    .name = "fingerprint",
    .type = kText,
    .description = "SimHash of the text: near-copies of one text differ in few bits",
    .pattern = kHex16};
constexpr Field kElectionId{"election_id", kText,
                            "Democracy Club's id of the council's election, as "
                            "local.medway.2023-05-04"};
constexpr Field kPartyField{
    "party", kText,
    "Id of the party, noc for no overall control; the name in kebab-case for a "
    "local party that is not listed; none where the measure has no party"};
constexpr Field kMeasure{.name = "measure",
                         .type = kText,
                         .description = "What the value says",
                         .required = true,
                         .values = kMeasures};
constexpr Field kFigure{"number", kNumber, "The value where it is a number", !kRequired,
                        kValueUnit};
constexpr Field kOutcome{
    .name = "outcome",
    .type = kText,
    .description =
        "The value where it is a word: who runs the council; now where the text does "
        "not say whether that is new",
    .values = kOutcomes};
constexpr Field kValue{"value", kAny,
                       "A number, or a word where the measure is control, control_before or "
                       "largest_party: gain, hold, loss or now",
                       kRequired, kValueUnit};
constexpr Field kBound{.name = "bound",
                       .type = kText,
                       .description = "Whether the value is exact, a limit or a rough figure",
                       .required = true,
                       .values = kBounds};
constexpr Field kPartial{"partial", kBoolean, "A running count, such as \"so far\"", kRequired};
constexpr Field kBaseline{.name = "baseline",
                          .type = kText,
                          .description = "What a change is measured against",
                          .values = kBaselines};
constexpr Field kQuote{"quote", kText, "The words that say it", kRequired};
constexpr Field kStart{"start", kInteger, "Where the quote begins in the text", kRequired, "bytes"};
constexpr Field kEnd{"end", kInteger, "Where the quote ends, exclusive", kRequired, "bytes"};
constexpr Field kRule{"rule", kText, "The rule that found it", kRequired};
constexpr Field kConfidence{"confidence", kNumber,
                            "Share of facts resting on the same evidence that are right", kRequired,
                            "0 to 1"};

constexpr std::array kFlatFact{kId,          kDoc,         kSource,     kUrl,       kPublished,
                               kFingerprint, kElectionDay, kElectionId, kPlaceKind, kPlace,
                               kPlaceName,   kPartyField,  kMeasure,    kFigure,    kOutcome,
                               kBound,       kPartial,     kBaseline,   kQuote,     kStart,
                               kEnd,         kRule,        kConfidence};
constexpr std::array kJsonFact{kId,          kDoc,         kSource,     kUrl,       kPublished,
                               kFingerprint, kElectionDay, kElectionId, kPlaceKind, kPlace,
                               kPlaceName,   kPartyField,  kMeasure,    kValue,     kBound,
                               kPartial,     kBaseline,    kQuote,      kStart,     kEnd,
                               kRule,        kConfidence};
constexpr std::array kFact{kId,      kDoc,       kElectionDay, kElectionId, kPlaceKind,
                           kPlace,   kPlaceName, kPartyField,  kMeasure,    kFigure,
                           kOutcome, kBound,     kPartial,     kBaseline,   kQuote,
                           kStart,   kEnd,       kRule,        kConfidence};

constexpr std::array kDocument{
    Field{"doc", kText, "Id of the document, unique in the file", kRequired},
    Field{"path", kText, "The input that it was in; behind \"!\" the place in an archive",
          kRequired},
    Field{"offset", kInteger, "Where its record begins in the input", kRequired, "bytes"},
    Field{"run_doc", kText, "Its id in the run; doc where no other document had that", kRequired},
    kSource,
    kUrl,
    Field{"title", kText, "Headline"},
    kPublished,
    Field{"language", kText, "Language, as the document says"},
    Field{"bytes", kInteger, "Size of the text", kRequired, "bytes"},
    kFingerprint,
    Field{"facts", kInteger, "Facts that were found in it", kRequired, "facts"},
    Field{.name = "digest",
          .type = kText,
          .description = "Hash of all that is kept of it, which tells a later run what is new",
          .required = true,
          .pattern = kHex16}};

constexpr std::array kCopy{
    Field{"doc", kText, "A document whose facts are left out, for its text is a near-copy",
          kRequired},
    Field{"copy_of", kText, "The first document with that text", kRequired},
    Field{"distance", kInteger, "Bits of 64 in which the fingerprints of the two differ", kRequired,
          "bits"}};

constexpr std::array kRun{
    Field{"run", kInteger, "Number of the run", kRequired},
    Field{"started", kText, "When it began (UTC)", kRequired},
    Field{"finished", kText,
          "When it was done (UTC); none while it runs, or when it did not end well"},
    Field{"version", kText, "Version of recount", kRequired},
    Field{"command", kText, "How it was started", kRequired},
    Field{"documents", kInteger, "Documents read", kRequired, "documents"},
    Field{"copies", kInteger, "Those of them that were near-copies", kRequired, "documents"},
    Field{"facts", kInteger, "Facts found", kRequired, "facts"},
    Field{"changed", kInteger, "Documents that were new, or of which something was new", kRequired,
          "documents"}};

}  // namespace

const Table& flat_fact_table() {
  static constexpr Table table{"facts", "Facts",
                               "Figures and outcomes of council elections that news articles "
                               "assert, with the words that say them",
                               kFlatFact, "id"};
  return table;
}

const Table& json_fact_table() {
  static constexpr Table table{"facts", "Facts",
                               "Figures and outcomes of council elections that news articles "
                               "assert, with the words that say them",
                               kJsonFact, "id"};
  return table;
}

const Table& fact_table() {
  static constexpr std::array keys{ForeignKey{"doc", "documents", "doc"}};
  static constexpr Table table{"facts",
                               "Facts",
                               "Figures and outcomes of council elections that news articles "
                               "assert, with the words that say them",
                               kFact,
                               "id",
                               keys};
  return table;
}

const Table& document_table() {
  static constexpr Table table{"documents", "Documents",
                               "Articles that hold facts or are copies of such", kDocument, "doc"};
  return table;
}

const Table& copy_table() {
  static constexpr std::array keys{ForeignKey{"doc", "documents", "doc"},
                                   ForeignKey{"copy_of", "documents", "doc"}};
  static constexpr Table table{"copies", "Copies", "Documents that are near-copies of another one",
                               kCopy,    "doc",    keys};
  return table;
}

const Table& run_table() {
  static constexpr Table table{"runs", "Runs", "What wrote this file, and when", kRun, "run"};
  return table;
}

}  // namespace recount
