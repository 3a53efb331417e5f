#include "tests/support/samples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "corpus/sidecar.h"
#include "output/records/jsonl.h"

namespace recount::test {

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return std::move(out).str();
}

std::vector<Document> load_samples(const std::string& folder) {
  std::vector<Document> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder + "/texts")) {
    if (entry.path().extension() != ".txt") continue;
    Document document;
    document.id = entry.path().stem().string();
    document.text = read_bytes(entry.path().string());
    auto sidecar = entry.path();
    sidecar.replace_extension(".meta.json");
    if (std::filesystem::exists(sidecar)) {
      std::vector<Error> errors;
      parse_sidecar(sidecar.string(), read_bytes(sidecar.string()), document.metadata, errors);
      if (!errors.empty()) throw std::runtime_error(errors.front().message);
    }
    out.push_back(std::move(document));
  }
  std::sort(out.begin(), out.end(),
            [](const Document& a, const Document& b) { return a.id < b.id; });
  return out;
}

std::string rendered(const std::vector<Fact>& facts) {
  std::string out;
  for (const Fact& fact : facts) out += to_json_line(fact) + '\n';
  return out;
}

}  // namespace recount::test
