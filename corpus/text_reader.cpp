#include "corpus/text_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "corpus/sidecar.h"

namespace recount {
namespace {

constexpr std::uint64_t kMaxSidecarBytes = std::uint64_t{1} << 20;
constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

/// An open file, or standard input, which stays open.
class InputFile {
 public:
  explicit InputFile(const std::string& path)
      : fd_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~InputFile() {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  bool open() const { return fd_ >= 0; }

  /// Bytes that a regular file holds now; 0 for anything else.
  std::uint64_t expected_size() const {
    struct stat info {};
    if (::fstat(fd_, &info) != 0 || !S_ISREG(info.st_mode)) return 0;
    return static_cast<std::uint64_t>(info.st_size);
  }

  /// Bytes read into `buffer`, 0 at the end, -1 with errno.
  ssize_t read(char* buffer, std::size_t size) const {
    ssize_t count = 0;
    do {
      count = ::read(fd_, buffer, size);
    } while (count < 0 && errno == EINTR);
    return count;
  }

 private:
  int fd_;
};

Error unreadable(const std::string& path) {
  return {ErrorCode::kUnreadable, path + ": cannot be read: " + std::strerror(errno)};
}

Error too_large(const std::string& path, std::uint64_t max_bytes) {
  return {ErrorCode::kTooLarge, path + ": larger than " + std::to_string(max_bytes) + " bytes"};
}

Result<std::string> read_bytes(const std::string& path, std::uint64_t max_bytes) {
  const InputFile file(path);
  if (!file.open()) return unreadable(path);
  const std::uint64_t expected = file.expected_size();
  if (expected > max_bytes) return too_large(path, max_bytes);
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(expected) + 1);
  for (;;) {
    const std::size_t size = bytes.size();
    // One byte beyond what is expected shows the end without another allocation.
    const std::size_t room = std::max<std::size_t>(bytes.capacity() - size, 1);
    bytes.resize(size + std::clamp<std::size_t>(room, 1, kChunkBytes));
    const ssize_t count = file.read(bytes.data() + size, bytes.size() - size);
    if (count < 0) return unreadable(path);
    bytes.resize(size + static_cast<std::size_t>(count));
    if (bytes.size() > max_bytes) return too_large(path, max_bytes);
    if (count == 0) return bytes;
  }
}

void read_sidecar(const std::string& article, Metadata& metadata, std::vector<Error>& errors) {
  if (article == "-") return;
  const std::string path = std::filesystem::path(article).replace_extension(".meta.json").string();
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return;
  const Result<std::string> json = read_bytes(path, kMaxSidecarBytes);
  if (json.ok()) {
    parse_sidecar(path, json.value(), metadata, errors);
  } else {
    errors.push_back({ErrorCode::kBadMetadata, json.error().message});
  }
}

void override_with(const Metadata& given, Metadata& metadata) {
  if (given.source) metadata.source = given.source;
  if (given.url) metadata.url = given.url;
  if (given.title) metadata.title = given.title;
  if (given.published) metadata.published = given.published;
  if (given.election) metadata.election = given.election;
}

}  // namespace

TextReader::TextReader(const std::vector<std::string>& names, TextReaderOptions options)
    : inputs_(list_inputs(names)), options_(std::move(options)) {}

std::optional<Reading> TextReader::next() {
  if (at_ == inputs_.size()) return std::nullopt;
  const Input& input = inputs_[at_++];
  Reading reading;
  reading.path = input.path;
  if (input.error) {
    reading.errors.push_back(*input.error);
    return reading;
  }
  Result<std::string> text = read_bytes(input.path, options_.max_bytes);
  if (!text.ok()) {
    reading.errors.push_back(text.error());
    return reading;
  }
  reading.document = Document{input.id, std::move(text.value()), {}};
  read_sidecar(input.path, reading.document->metadata, reading.errors);
  override_with(options_.overrides, reading.document->metadata);
  return reading;
}

}  // namespace recount
