#include "corpus/streams/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>
#include <vector>

namespace recount {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;
constexpr int kMaxRetries = 16;

std::string valid_utf8(const char* bytes) {
  std::string out;
  icu::UnicodeString::fromUTF8(bytes).toUTF8String(out);
  return out;
}

}  // namespace

class Archive::Impl {
 public:
  Impl(Kind kind, std::unique_ptr<Window> source, Growth growth)
      : kind_(kind), source_(std::move(source)), growth_(std::move(growth)), path_(growth_.path()) {
    open();
  }

  Impl(std::shared_ptr<File> zip, Growth growth)
      : kind_(Kind::kZip), zip_(std::move(zip)), growth_(std::move(growth)), path_(growth_.path()) {
    open();
  }

  Result<std::optional<std::string>> next_file() {
    for (int retries = 0; opened_;) {
      archive_entry* entry = nullptr;
      const int code = archive_read_next_header(archive_.get(), &entry);
      if (code == ARCHIVE_EOF) break;
      if (code == ARCHIVE_RETRY && ++retries < kMaxRetries) continue;
      if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
        opened_ = false;
        growth_.set_path(path_);
        return error();
      } else if (const auto type = archive_entry_filetype(entry); type == AE_IFREG || type == 0) {
        return std::optional(name_of(entry));
      }
    }
    if (!open_error_) return std::optional<std::string>();
    return *std::exchange(open_error_, std::nullopt);
  }

  Result<std::size_t> read(char* buffer, std::size_t size) {
    if (failed_) return std::size_t{0};
    la_ssize_t count = 0;
    for (int i = 0; i < kMaxRetries; ++i) {
      count = archive_read_data(archive_.get(), buffer, size);
      if (count != ARCHIVE_RETRY) break;  // a warning is a wrong checksum
    }
    if (count < 0) {
      failed_ = true;
      return error();
    }
    if (auto too_much = growth_.add(taken_, static_cast<std::uint64_t>(count))) {
      failed_ = true;
      return *too_much;
    }
    return static_cast<std::size_t>(count);
  }

 private:
  void open() {
    archive* a = archive_.get();
    if (kind_ == Kind::kCompressed) {
      archive_read_support_filter_zstd(a);
      archive_read_support_filter_xz(a);
      archive_read_support_filter_bzip2(a);
      archive_read_support_format_raw(a);
      archive_read_support_format_empty(a);
    } else if (kind_ == Kind::kTar) {
      archive_read_support_format_tar(a);
    } else if (zip_) {
      archive_read_support_format_zip(a);
      archive_read_set_seek_callback(a, &Impl::seek_source);
    } else {
      archive_read_support_format_zip_streamable(a);
    }
    archive_read_set_read_callback(a, &Impl::read_source);
    archive_read_set_skip_callback(a, &Impl::skip_source);
    archive_read_set_callback_data(a, this);
    opened_ = archive_read_open1(a) == ARCHIVE_OK;
    if (!opened_) open_error_ = error();
  }

  std::string name_of(archive_entry* entry) {
    failed_ = false;
    const char* bytes = archive_entry_pathname_utf8(entry);
    if (bytes == nullptr) bytes = archive_entry_pathname(entry);
    std::string name = bytes == nullptr ? "unnamed" : valid_utf8(bytes);
    if (kind_ != Kind::kCompressed) growth_.set_path(path_ + "!" + name);
    return name;
  }

  /// What libarchive says, or what the source said to libarchive.
  Error error() {
    if (source_error_) return *source_error_;
    const char* message = archive_error_string(archive_.get());
    return {ErrorCode::kDamaged, growth_.path() + ": damaged near byte " + std::to_string(taken_) +
                                     ": " + (message == nullptr ? "unknown" : message)};
  }

  static la_ssize_t read_source(archive* a, void* self, const void** block) {
    return static_cast<Impl*>(self)->read_block(a, block);
  }
  la_ssize_t read_block(archive* a, const void** block) {
    const Result<std::size_t> count = zip_ ? zip_->read_at(at_, block_.data(), block_.size())
                                           : source_->read(block_.data(), block_.size());
    if (!count.ok()) {
      source_error_ = count.error();
      archive_set_error(a, EIO, "%s", count.error().message.c_str());
      return -1;
    }
    *block = block_.data();
    at_ += count.value();
    taken_ += count.value();
    if (zip_) growth_.read_elsewhere(count.value());
    return static_cast<la_ssize_t>(count.value());
  }

  static la_int64_t skip_source(archive*, void* self, la_int64_t request) {
    return static_cast<Impl*>(self)->skip(request);
  }
  la_int64_t skip(la_int64_t request) {
    if (request <= 0) return 0;
    if (!zip_) {
      const std::uint64_t passed = source_->skip(static_cast<std::uint64_t>(request));
      taken_ += passed;
      return static_cast<la_int64_t>(passed);
    }
    const std::uint64_t left = *zip_->size() - std::min(at_, *zip_->size());
    const auto step = std::min<std::uint64_t>(static_cast<std::uint64_t>(request), left);
    at_ += step;
    return static_cast<la_int64_t>(step);
  }

  static la_int64_t seek_source(archive*, void* self, la_int64_t offset, int whence) {
    return static_cast<Impl*>(self)->seek(offset, whence);
  }
  la_int64_t seek(la_int64_t offset, int whence) {
    const auto size = static_cast<la_int64_t>(*zip_->size());
    const auto at = static_cast<la_int64_t>(at_);
    const la_int64_t place = offset + (whence == SEEK_END ? size : whence == SEEK_CUR ? at : 0);
    if (place < 0 || place > size) return ARCHIVE_FATAL;
    at_ = static_cast<std::uint64_t>(place);
    return place;
  }

  struct Free {
    void operator()(archive* a) const { archive_read_free(a); }
  };

  Kind kind_;
  std::unique_ptr<Window> source_;
  std::shared_ptr<File> zip_;
  Growth growth_;     // names the file that is being read
  std::string path_;  // of the archive
  std::vector<char> block_ = std::vector<char>(kBlock);
  std::uint64_t at_ = 0;     // in the zip
  std::uint64_t taken_ = 0;  // bytes of the source
  bool opened_ = false;
  bool failed_ = false;  // the file that is being read
  std::optional<Error> open_error_;
  std::optional<Error> source_error_;
  std::unique_ptr<archive, Free> archive_{archive_read_new()};
};

Archive::Archive(Kind kind, std::unique_ptr<Window> source, Growth growth)
    : impl_(std::make_unique<Impl>(kind, std::move(source), std::move(growth))) {}
Archive::Archive(std::shared_ptr<File> zip, Growth growth)
    : impl_(std::make_unique<Impl>(std::move(zip), std::move(growth))) {}
Archive::~Archive() = default;

Result<std::optional<std::string>> Archive::next_file() { return impl_->next_file(); }
Result<std::size_t> Archive::read(char* buffer, std::size_t size) {
  return impl_->read(buffer, size);
}

namespace {

/// The one file of an archive without names.
class Decompressed : public ByteStream {
 public:
  explicit Decompressed(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    if (!begun_) {
      const auto file = archive_->next_file();
      if (!file.ok()) return file.error();
      begun_ = true;
      ended_ = !file.value().has_value();
    }
    if (ended_) return std::size_t{0};
    return archive_->read(buffer, size);
  }

 private:
  std::unique_ptr<Archive> archive_;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteStream> decompress(std::unique_ptr<Window> source, Growth growth) {
  return std::make_unique<Decompressed>(
      std::make_unique<Archive>(Archive::Kind::kCompressed, std::move(source), std::move(growth)));
}

}  // namespace recount
