// What a run has done so far, as its journal keeps it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/parcel.h"
#include "corpus/result.h"
#include "output/batch/copies.h"
#include "output/batch/summary.h"

namespace recount {

/// An id that was given to a document. `number` is that of an id wanted more than once, else 0.
struct GivenId {
  std::uint64_t taken = 0;   // DocumentIds::hash_of() the id
  std::uint64_t wanted = 0;  // and of what it was made from, if `number` is not 0
  std::uint64_t number = 0;
};

struct Checkpoint {
  Position position;               // in the inputs: all before it is done
  std::uint64_t record_bytes = 0;  // RecordWriter::checkpoint()
  std::uint64_t error_bytes = 0;   // SideList::checkpoint() of the failures
  std::uint64_t copy_bytes = 0;    // of the copies
  std::uint64_t passed_bytes = 0;  // and of what was passed over
  Summary summary;                 // of the whole run so far
  std::vector<GivenId> ids;        // given since the checkpoint before
  std::vector<CopiedText> texts;   // kept since then, for --dedupe
};

/// The checkpoint as a line of JSON, without a newline.
std::string to_journal_line(const Checkpoint& checkpoint);
/// The checkpoint in such a line. Error kBadRecord when it holds none.
Result<Checkpoint> parse_journal_line(std::string_view line);

}  // namespace recount
