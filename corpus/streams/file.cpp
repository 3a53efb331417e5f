#include "corpus/streams/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace recount {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

Error cannot_read(const std::string& path) {
  return {ErrorCode::kUnreadable, path + ": cannot be read: " + std::strerror(errno)};
}

/// `call` again as long as a signal breaks it off.
template <typename Call>
ssize_t uninterrupted(const Call& call) {
  ssize_t count = 0;
  do {
    count = call();
  } while (count < 0 && errno == EINTR);
  return count;
}

}  // namespace

Result<std::shared_ptr<File>> File::open(const std::string& path) {
  const int fd = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return cannot_read(path);
  return std::shared_ptr<File>(new File(path, fd));
}

File::File(std::string path, int fd) : path_(std::move(path)), fd_(fd) {
  struct stat info {};
  if (fd_ != STDIN_FILENO && ::fstat(fd_, &info) == 0 && S_ISREG(info.st_mode)) {
    size_ = static_cast<std::uint64_t>(info.st_size);
  }
}

File::~File() {
  if (fd_ != STDIN_FILENO) ::close(fd_);
}

Result<std::size_t> File::read(char* buffer, std::size_t size) {
  const ssize_t count = uninterrupted([&] { return ::read(fd_, buffer, size); });
  if (count < 0) return cannot_read(path_);
  position_ += static_cast<std::uint64_t>(count);
  return static_cast<std::size_t>(count);
}

Result<std::size_t> File::read_at(std::uint64_t offset, char* buffer, std::size_t size) const {
  const ssize_t count =
      uninterrupted([&] { return ::pread(fd_, buffer, size, static_cast<off_t>(offset)); });
  if (count < 0) return cannot_read(path_);
  return static_cast<std::size_t>(count);
}

std::uint64_t File::skip(std::uint64_t size) {
  if (!size_ || position_ >= *size_) return 0;
  const std::uint64_t step = std::min(size, *size_ - position_);
  if (::lseek(fd_, static_cast<off_t>(position_ + step), SEEK_SET) < 0) return 0;
  position_ += step;
  return step;
}

std::optional<std::uint64_t> file_size(const std::string& path) {
  struct stat info {};
  if (path == "-" || ::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(info.st_size);
}

Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes) {
  const Result<std::shared_ptr<File>> opened = File::open(path);
  if (!opened.ok()) return opened.error();
  File& file = *opened.value();
  const Error too_large{ErrorCode::kTooLarge,
                        path + ": larger than " + std::to_string(max_bytes) + " bytes"};
  const std::uint64_t expected = file.size().value_or(0);
  if (expected > max_bytes) return too_large;
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(expected) + 1);
  for (;;) {
    const std::size_t size = bytes.size();
    // One byte beyond what is expected shows the end without another allocation.
    bytes.resize(size + std::clamp<std::size_t>(bytes.capacity() - size, 1, kChunkBytes));
    const Result<std::size_t> count = file.read(bytes.data() + size, bytes.size() - size);
    if (!count.ok()) return count.error();
    bytes.resize(size + count.value());
    if (bytes.size() > max_bytes) return too_large;
    if (count.value() == 0) return bytes;
  }
}

}  // namespace recount
