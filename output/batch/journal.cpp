// Method: a line is its checksum in hex, a space, and what it says.
#include "output/batch/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "extractor/facts/fingerprint.h"
#include "output/records/atomic_file.h"

namespace recount {
namespace {

constexpr std::size_t kSumLength = 16;

Error cannot(const std::string& path, const char* step) { return write_error(path, step, errno); }

/// What `line` says, if its checksum is right.
std::optional<std::string_view> checked(std::string_view line) {
  if (line.size() <= kSumLength || line[kSumLength] != ' ') return std::nullopt;
  const std::string_view said = line.substr(kSumLength + 1);
  if (line.substr(0, kSumLength) != to_hex(hash_bytes(said))) return std::nullopt;
  return said;
}

}  // namespace

Journal::Journal(Journal&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)) {}

Journal::~Journal() {
  if (fd_ >= 0) ::close(fd_);
}

Result<Journal> Journal::open(const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_WRONLY | O_APPEND | O_CLOEXEC, 0666);
  if (fd < 0) return cannot(path, "write");
  Journal journal(fd, path);
  // A file system without locks does without.
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return journal;
  return Error{ErrorCode::kCannotWrite, path + ": cannot write: another process is writing it"};
}

Result<Journal> Journal::create(const std::string& path) {
  Result<Journal> journal = open(path, O_CREAT);
  if (!journal.ok()) return journal;
  // What cannot be cut, a device, holds nothing.
  if (::ftruncate(journal.value().fd_, 0) != 0 && errno != EINVAL) return cannot(path, "write");
  return journal;
}

Result<Journal> Journal::go_on(
    const std::string& path,
    const std::function<std::optional<Error>(std::string_view)>& take_line) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kUnreadable, path + ": cannot be read: " + std::strerror(errno)};
  Result<Journal> journal = open(path, 0);
  if (!journal.ok()) return journal;
  off_t whole = 0;
  // At the end of the file without a newline getline() sets eof(): a torn line.
  for (std::string line; std::getline(in, line) && !in.eof();) {
    const std::optional<std::string_view> said = checked(line);
    if (!said) break;
    if (auto error = take_line(*said)) return *error;
    whole += static_cast<off_t>(line.size()) + 1;
  }
  if (::ftruncate(journal.value().fd_, whole) != 0) return cannot(path, "write");
  return journal;
}

std::optional<Error> Journal::append(std::string_view line) {
  std::string bytes = to_hex(hash_bytes(line));
  bytes.append(1, ' ').append(line).append(1, '\n');
  for (std::string_view rest = bytes; !rest.empty();) {
    const ssize_t count = ::write(fd_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return cannot(path_, "write");
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::fdatasync(fd_) != 0) return cannot(path_, "write");
  return std::nullopt;
}

void Journal::remove() {
  ::unlink(path_.c_str());
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

}  // namespace recount
