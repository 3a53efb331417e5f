#include "cli/fact_input.h"

#include "cli/common.h"
#include "output/records/fact_reader.h"

namespace recount::cli {

std::optional<FactInput> read_fact_input(const std::vector<std::string>& inputs) {
  FactInput out;
  std::size_t unread = 0;
  for (const std::string& input : inputs) {
    std::vector<Error> errors;
    read_facts(input, out.facts, errors);
    if (!errors.empty() && errors.back().code == ErrorCode::kUnreadable) ++unread;
    for (const Error& error : errors) report(error.message);
    out.all_read = out.all_read && errors.empty();
  }
  if (unread == inputs.size()) return std::nullopt;
  return out;
}

}  // namespace recount::cli
