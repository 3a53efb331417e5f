#include "output/records/atomic_file.h"

#include <fcntl.h>
#include <sys/file.h>
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
  return write_error(path, step, errno);
}

/// Where the chain of symbolic links at `path` leads, if it leads anywhere.
std::string behind_links(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  return error ? path : target.string();
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// Opens `part` for this process alone. -1 with errno, EWOULDBLOCK when another one has it.
int open_locked(const std::string& part) {
  for (;;) {
    const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) return fd;
    struct stat opened {};
    struct stat named {};
    // A file system without locks does without. The name may have gone to another file meanwhile.
    const bool locked = ::flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    if (locked && ::fstat(fd, &opened) == 0 && ::stat(part.c_str(), &named) == 0 &&
        same_file(opened, named)) {
      return fd;
    }
    ::close(fd);
    errno = EWOULDBLOCK;
    if (!locked) return -1;
  }
}

}  // namespace

Error write_error(const std::string& path, const char* step, int number) {
  const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  return {full ? ErrorCode::kNoSpace : ErrorCode::kCannotWrite,
          path + ": cannot " + step + ": " + std::strerror(number)};
}

AtomicFile::AtomicFile(int fd, std::string path, std::string temporary)
    : fd_(fd), path_(std::move(path)), temporary_(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      part_(other.part_),
      handed_on_(other.handed_on_),
      held_(std::move(other.held_)),
      error_(std::move(other.error_)),
      reader_gone_(other.reader_gone_) {}

AtomicFile::~AtomicFile() {
  close();
  if (!temporary_.empty() && !part_) ::unlink(temporary_.c_str());
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

Result<AtomicFile> AtomicFile::create_part(const std::string& path,
                                           std::optional<std::uint64_t> bytes) {
  struct stat old {};
  const bool exists = ::stat(path.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) return create(path);
  const std::string target = behind_links(path);
  const std::string part = target + ".part";
  // A run that was interrupted in good order has given its file the name already.
  if (bytes && exists && ::access(part.c_str(), F_OK) != 0) {
    if (std::rename(target.c_str(), part.c_str()) != 0) return cannot_write(path, "go on");
  }
  const int fd = open_locked(part);
  if (fd < 0 && errno == EWOULDBLOCK) {
    return Error{ErrorCode::kCannotWrite, path + ": cannot write: another process is writing it"};
  }
  if (fd < 0) return cannot_write(path, "create");
  AtomicFile file(fd, target, part);
  file.part_ = true;
  file.handed_on_ = bytes.value_or(0);
  struct stat found {};
  if (::fstat(fd, &found) != 0) return *file.fail("go on");
  if (static_cast<std::uint64_t>(found.st_size) < file.handed_on_) {
    return Error{ErrorCode::kCannotWrite, path + ": cannot go on: " + part + " holds " +
                                              std::to_string(found.st_size) + " bytes, expected " +
                                              std::to_string(file.handed_on_)};
  }
  const auto end = static_cast<off_t>(file.handed_on_);
  if (::ftruncate(fd, end) != 0 || ::lseek(fd, end, SEEK_SET) != end) return *file.fail("go on");
  if (exists && ::fchmod(fd, old.st_mode & 07777) != 0) return *file.fail("keep permissions");
  return file;
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
    handed_on_ += static_cast<std::uint64_t>(count);
  }
  held_.clear();
  return std::nullopt;
}

Result<std::uint64_t> AtomicFile::checkpoint() {
  if (auto error = flush()) return *error;
  if (!temporary_.empty() && ::fdatasync(fd_) != 0) return *fail("write");
  return handed_on_;
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

void AtomicFile::discard() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
  held_.clear();
  close();
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
