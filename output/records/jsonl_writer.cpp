#include "output/records/jsonl_writer.h"

#include <string>

#include "output/records/jsonl.h"

namespace recount {

std::optional<Error> JsonlWriter::write(const DocumentRecord&, std::span<const Fact> facts) {
  for (const Fact& fact : facts) {
    std::string line = to_json_line(fact);
    line += '\n';
    if (auto error = file_.write(line)) return error;
  }
  return std::nullopt;
}

}  // namespace recount
