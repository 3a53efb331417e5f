// The data files of a report's site, read back.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/temp_folder.h"

namespace recount::testing {

/// What the file data/NAME.js in `folder` delivers under that name; discarded JSON when there is no
/// such file or it is anything else than one statement.
inline nlohmann::json delivered(const std::string& folder, const std::string& name) {
  const std::string script = read_file(folder + "/data/" + name + ".js");
  const std::string begin = "recount.deliver(\"" + name + "\",";
  const std::string end = ");\n";
  if (!script.starts_with(begin) || !script.ends_with(end) ||
      script.find('\n') != script.size() - 1)
    return nlohmann::json(nlohmann::json::value_t::discarded);
  return nlohmann::json::parse(
      script.substr(begin.size(), script.size() - begin.size() - end.size()), nullptr, false);
}

}  // namespace recount::testing
