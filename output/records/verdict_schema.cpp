// The tables of what many articles come to, beside their facts.
#include <array>

#include "output/records/common_fields.h"

namespace recount {
namespace {

using enum FieldType;

constexpr auto kStatuses =
    std::to_array<std::string_view>({"agreed", "single", "conflicting", "derived"});
constexpr auto kKinds = std::to_array<std::string_view>({"value", "sum", "change", "net", "won",
                                                         "majority", "short", "control", "largest",
                                                         "range", "share", "registry", "official"});
constexpr auto kSeverities = std::to_array<std::string_view>({"error", "warning"});

constexpr std::array kConsensus{
    kElectionDay,
    kPlaceKind,
    kPlace,
    kPlaceName,
    Field{"party", kText, "Id of the party, noc for no overall control"},
    Field{"measure", kText, "What the value says", kRequired},
    Field{"value", kAny,
          "The figure or outcome; none where only bounds are known or nothing decides"},
    Field{"low", kNumber, "The least that the number can be"},
    Field{"high", kNumber, "The most that the number can be"},
    Field{.name = "status",
          .type = kText,
          .description = "agreed: told by two independent witnesses or more; single: by one; "
                         "conflicting: in a conflict; derived: follows from other figures",
          .required = true,
          .values = kStatuses},
    Field{"witnesses", kInteger, "Independent articles that tell it", kRequired, "articles"},
    Field{"sources", kText, "Publishers of these, as a list in JSON", kRequired},
    Field{"facts", kText,
          "Ids of the facts that tell it or that it follows from, as a list in JSON", kRequired}};

constexpr std::array kConflict{
    Field{.name = "id",
          .type = kText,
          .description = "The same facts in conflict have the same id in every run",
          .required = true,
          .pattern = kHex16},
    kElectionDay,
    kPlaceKind,
    kPlace,
    kPlaceName,
    Field{.name = "kind",
          .type = kText,
          .description = "What the conflict is about",
          .required = true,
          .values = kKinds},
    Field{"law", kText, "The law that the facts break; none where one figure is told in two ways"},
    Field{.name = "severity",
          .type = kText,
          .description = "error: the figures cannot all be true; warning: they can only with an "
                         "unusual event",
          .required = true,
          .values = kSeverities},
    Field{"facts", kText, "Ids of the facts that cannot all be true, as a list in JSON", kRequired},
    Field{"message", kText, "The conflict in plain words", kRequired},
    Field{"correction_fact", kText, "Id of the fact that, said otherwise, makes all else agree"},
    Field{"correction_value", kAny, "What it would have to say"}};

constexpr std::array kConflictFact{
    Field{"conflict", kText, "Id of the conflict", kRequired},
    Field{"position", kInteger, "Which of its facts, from 1", kRequired},
    Field{"fact", kText, "Id of the fact", kRequired}};

}  // namespace

const Table& consensus_table() {
  static constexpr Table table{"consensus", "Consensus",
                               "Each figure of an election, and what the articles come to about it",
                               kConsensus, ""};
  return table;
}

const Table& conflict_table() {
  static constexpr Table table{"conflicts", "Conflicts",
                               "The smallest sets of facts that cannot all be true", kConflict,
                               "id"};
  return table;
}

const Table& conflict_fact_table() {
  static constexpr std::array keys{ForeignKey{"conflict", "conflicts", "id"},
                                   ForeignKey{"fact", "facts", "id"}};
  static constexpr Table table{"conflict_facts",
                               "Facts in conflict",
                               "Which facts each conflict is between",
                               kConflictFact,
                               "",
                               keys};
  return table;
}

}  // namespace recount
