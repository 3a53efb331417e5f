#include "output/batch/side_list.h"

#include <string_view>

#include "output/records/json_values.h"

namespace recount {

Result<SideList> SideList::open(const std::string& path, std::optional<std::uint64_t> bytes) {
  Result<AtomicFile> file = AtomicFile::create_part(path, bytes);
  if (!file.ok()) return file.error();
  return SideList(std::move(file.value()));
}

std::optional<Error> SideList::add_failure(const std::string& path, std::uint64_t offset,
                                           const Error& error) {
  std::string_view reason = error.message;
  const std::string prefix = path + ": ";
  if (reason.substr(0, prefix.size()) == prefix) reason.remove_prefix(prefix.size());
  return file_.write(line_of({{"path", path}, {"offset", offset}, {"reason", reason}}) + '\n');
}

std::optional<Error> SideList::add_passed_over(const std::string& path, std::uint64_t offset) {
  return file_.write(line_of({{"path", path}, {"offset", offset}}) + '\n');
}

std::optional<Error> SideList::add_copy(const DocumentRecord& document) {
  return file_.write(line_of({{"doc", document.doc},
                              {"path", document.path},
                              {"offset", document.offset},
                              {"copy_of", document.copy_of.value()},
                              {"distance", document.copy_distance}}) +
                     '\n');
}

}  // namespace recount
