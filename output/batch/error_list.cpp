#include "output/batch/error_list.h"

#include <nlohmann/json.hpp>
#include <string_view>

namespace recount {

Result<ErrorList> ErrorList::open(const std::string& path, std::optional<std::uint64_t> bytes) {
  Result<AtomicFile> file = AtomicFile::create_part(path, bytes);
  if (!file.ok()) return file.error();
  return ErrorList(std::move(file.value()));
}

std::optional<Error> ErrorList::add(const std::string& path, std::uint64_t offset,
                                    const Error& error) {
  std::string_view reason = error.message;
  const std::string prefix = path + ": ";
  if (reason.substr(0, prefix.size()) == prefix) reason.remove_prefix(prefix.size());
  const nlohmann::ordered_json line{{"path", path}, {"offset", offset}, {"reason", reason}};
  using nlohmann::ordered_json;
  return file_.write(line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n');
}

}  // namespace recount
