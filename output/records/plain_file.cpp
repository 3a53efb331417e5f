#include "output/records/plain_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

#include "output/records/atomic_file.h"

namespace recount {

std::optional<Error> write_plain_file(const std::string& path, std::string_view bytes) {
  // A link that someone has put there is not followed.
  const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC;
  const int fd = ::open(path.c_str(), flags, 0666);
  if (fd < 0) return write_error(path, "write", errno);
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const Error error = write_error(path, "write", errno);
      ::close(fd);
      return error;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::close(fd) != 0) return write_error(path, "write", errno);
  return std::nullopt;
}

}  // namespace recount
