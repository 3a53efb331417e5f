#include "output/records/describe.h"

#include "output/records/atomic_file.h"
#include "output/records/datapackage.h"
#include "output/records/datasette.h"
#include "output/records/registry_csv.h"

namespace recount {
namespace {

std::optional<Error> write_file(const std::string& path, const std::string& content) {
  Result<AtomicFile> file = AtomicFile::create(path);
  if (!file.ok()) return file.error();
  file.value().write(content);
  return file.value().commit();
}

}  // namespace

std::optional<Error> describe_records(const std::string& path, RecordKind kind,
                                      const Registry* registry) {
  const std::size_t name = path.rfind('/') + 1;  // npos + 1 is 0
  const std::string folder = path.substr(0, name);
  const std::string file = path.substr(name);
  if (kind == RecordKind::kSqlite) {
    const std::string metadata = folder + file_stem(file) + ".metadata.json";
    if (auto error = write_file(metadata, datasette_metadata(file))) return error;
  } else if (registry != nullptr) {
    for (const Table* table : registry_tables()) {
      const std::string beside = folder + registry_file(file, table->name);
      if (auto error = write_file(beside, registry_csv(*registry, *table))) return error;
    }
  }
  return write_file(folder + "datapackage.json", datapackage_json(file, kind, registry != nullptr));
}

}  // namespace recount
