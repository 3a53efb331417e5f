// The laws that figures of one council election obey, as a table.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace recount {

enum class Law : std::uint8_t {
  kRange,       // figures lie where such figures can lie
  kSum,         // the parties' seats add up to the size
  kSumBefore,   // so did those before
  kNet,         // the changes add up to the change of size
  kChange,      // before + change = after
  kWon,         // won <= contested <= size
  kWhole,       // where all seats are contested, those won are those held
  kMajority,    // 2 * seats - size
  kShort,       // half the size, rounded down, + 1 - seats
  kControl,     // more than half
  kController,  // one party or none
  kLargest,     // nobody has more
  kShare,       // shares add up to 100 percent at most
  kOutcome,     // hold: as before; gain: not as before
  kKeeping,     // who holds a council is in control of it
  kLife,        // the council exists on that day
};
inline constexpr std::size_t kLawCount = 16;

/// What a conflict is about, as records name it.
enum class ConflictKind : std::uint8_t {
  kValue,  // one figure told in two ways; no law is needed
  kSum,
  kChange,
  kNet,
  kWon,
  kMajority,
  kShort,
  kControl,
  kLargest,
  kRange,
  kShare,
  kRegistry,
  kOfficial,  // against official results
};
std::string_view conflict_kind_name(ConflictKind kind);

struct LawEntry {
  Law law;
  std::string_view name;      // in records: "before-change-after"
  ConflictKind kind;          // of a conflict that rests on it
  std::string_view sentence;  // for a reader, without the final stop
  std::string_view source;    // where it comes from
  std::string_view unless;    // the unusual event that breaks its strict form; empty if none does
};

/// All laws in the order in which they name a conflict that rests on several: the most telling
/// first.
std::span<const LawEntry> laws();
const LawEntry& law_entry(Law law);

/// A set of laws.
using LawSet = std::uint32_t;
constexpr LawSet law_bit(Law law) { return LawSet{1} << static_cast<unsigned>(law); }
inline constexpr LawSet kAllLaws = (LawSet{1} << kLawCount) - 1;

}  // namespace recount
