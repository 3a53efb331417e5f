#include "output/records/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

namespace recount {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHeldBytes = std::size_t{64} << 10;
constexpr int kMaxAttempts = 100;

Error cannot_write(const std::string& path, const char* step) {
  return {ErrorCode::kCannotWrite, path + ": cannot " + step + ": " + std::strerror(errno)};
}

/// Where the chain of symbolic links at `path` leads, if it leads anywhere.
std::string behind_links(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  return error ? path : target.string();
}

}  // namespace

AtomicFile::AtomicFile(int fd, std::string path, std::string temporary)
    : fd_(fd), path_(std::move(path)), temporary_(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      held_(std::move(other.held_)),
      error_(std::move(other.error_)),
      reader_gone_(other.reader_gone_) {}

AtomicFile::~AtomicFile() {
  close();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<AtomicFile> AtomicFile::create(const std::string& path) {
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return cannot_write(path, "open");
    return AtomicFile(fd, path, "");
  }
  const std::string target = behind_links(path);
  for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
    const std::string temporary =
        target + ".tmp" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) continue;
    if (fd < 0) break;
    AtomicFile file(fd, target, temporary);
    if (exists && ::fchmod(fd, old.st_mode & 07777) != 0) return *file.fail("keep permissions");
    return file;
  }
  return cannot_write(path, "create");
}

AtomicFile AtomicFile::standard_output() { return {STDOUT_FILENO, "standard output", ""}; }

std::optional<Error> AtomicFile::write(std::string_view bytes) {
  if (error_) return error_;
  held_ += bytes;
  return held_.size() < kHeldBytes ? std::nullopt : flush();
}

std::optional<Error> AtomicFile::flush() {
  if (error_) return error_;
  std::string_view rest = held_;
  while (!rest.empty()) {
    const ssize_t count = ::write(fd_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail("write");
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  held_.clear();
  return std::nullopt;
}

std::optional<Error> AtomicFile::commit() {
  if (auto error = flush()) return error;
  if (!temporary_.empty() && ::fsync(fd_) != 0) return fail("write");
  if (!close()) return fail("close");
  if (temporary_.empty()) return std::nullopt;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return fail("replace");
  temporary_.clear();
  return std::nullopt;
}

std::optional<Error> AtomicFile::fail(const char* step) {
  reader_gone_ = errno == EPIPE;
  error_ = cannot_write(path_, step);
  held_.clear();
  return error_;
}

bool AtomicFile::close() {
  const int fd = std::exchange(fd_, -1);
  return fd < 0 || fd == STDOUT_FILENO || ::close(fd) == 0;
}

}  // namespace recount
