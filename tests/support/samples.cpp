#include "tests/support/samples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace recount::test {
namespace {

std::optional<std::string> field(const nlohmann::json& meta, const char* name) {
  const auto it = meta.find(name);
  if (it == meta.end() || !it->is_string()) return std::nullopt;
  return it->get<std::string>();
}

}  // namespace

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
      const auto meta = nlohmann::json::parse(read_bytes(sidecar.string()));
      document.metadata = {field(meta, "source"), field(meta, "url"), field(meta, "title"),
                           field(meta, "published"), field(meta, "election")};
    }
    out.push_back(std::move(document));
  }
  std::sort(out.begin(), out.end(),
            [](const Document& a, const Document& b) { return a.id < b.id; });
  return out;
}

}  // namespace recount::test
