#include "output/batch/text_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "extractor/facts/fingerprint.h"
#include "output/records/atomic_file.h"
#include "output/records/plain_file.h"

namespace recount {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// File systems take 255 bytes; the endings and some air are left.
constexpr std::size_t kLongestName = 200;

Error cannot_write(const std::string& path, int number) {
  return write_error(path, "write", number);
}

bool is_safe(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

/// The sidecar; empty when nothing is known.
std::string sidecar_of(const Metadata& metadata) {
  ordered_json out;
  const auto add = [&out](const char* key, const std::optional<std::string>& value) {
    if (value) out[key] = *value;
  };
  add("source", metadata.source);
  add("url", metadata.url);
  add("title", metadata.title);
  add("published", metadata.published);
  add("election", metadata.election);
  if (out.is_null()) return {};
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

Result<TextFolder> TextFolder::open(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error && !fs::is_directory(path, error))
    error = std::make_error_code(std::errc::not_a_directory);
  if (error) return cannot_write(path, error.value());
  return TextFolder(path);
}

std::optional<Error> TextFolder::write(const Document& document) const {
  const std::string stem = path_ + '/' + name_for(document.id);
  if (auto error = write_plain_file(stem + ".txt", document.text)) return error;
  const std::string sidecar = sidecar_of(document.metadata);
  if (!sidecar.empty()) return write_plain_file(stem + ".meta.json", sidecar);
  if (::unlink((stem + ".meta.json").c_str()) != 0 && errno != ENOENT)
    return cannot_write(stem + ".meta.json", errno);
  return std::nullopt;
}

std::optional<Error> TextFolder::checkpoint() const {
  const int fd = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return cannot_write(path_, errno);
  const int failure = ::syncfs(fd) == 0 ? 0 : errno;
  ::close(fd);
  if (failure != 0) return cannot_write(path_, failure);
  return std::nullopt;
}

std::string TextFolder::name_for(std::string_view id) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : id) {
    if (is_safe(c) && !(c == '.' && out.empty())) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  if (out.size() < kLongestName) return out;
  // Only names that were cut have the full length.
  const std::string ending = '-' + to_hex(hash_bytes(id));
  return out.substr(0, kLongestName - ending.size()) + ending;
}

}  // namespace recount
