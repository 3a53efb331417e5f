#include "corpus/article_source.h"

#include <utility>

#include "corpus/input_files.h"
#include "corpus/streams/file.h"

namespace recount {

class ArticleSource::Impl {
 public:
  Impl(const std::vector<std::string>& names, SourceOptions options, Position from)
      : files_(list_files(names)), options_(std::move(options)), at_(from) {}

  std::optional<Parcel> next() {
    if (at_.input >= files_.size()) return std::nullopt;
    const InputFile& file = files_[static_cast<std::size_t>(at_.input)];
    Parcel parcel;
    parcel.path = file.path;
    parcel.begin = at_;
    if (file.error) {
      parcel.failure = Failure{file.path, 0, *file.error};
    } else {
      read(parcel);
    }
    at_ = {at_.input + 1, 0, 0};
    parcel.next = at_;
    return parcel;
  }

  std::optional<std::uint64_t> disk_bytes() const {
    std::uint64_t sum = 0;
    for (const InputFile& file : files_) {
      if (file.error) continue;
      const auto size = file_size(file.path);
      if (!size) return std::nullopt;
      sum += *size;
    }
    return sum;
  }

 private:
  void read(Parcel& parcel) const {
    Result<std::string> bytes = read_file(parcel.path, options_.max_document);
    if (!bytes.ok()) {
      parcel.failure = Failure{parcel.path, 0, bytes.error()};
      return;
    }
    parcel.bytes = std::move(bytes.value());
    parcel.disk_bytes = parcel.bytes.size();
    parcel.on_disk = parcel.path != "-";
  }

  std::vector<InputFile> files_;
  SourceOptions options_;
  Position at_;
};

ArticleSource::ArticleSource(const std::vector<std::string>& names, SourceOptions options,
                             Position from)
    : impl_(std::make_unique<Impl>(names, std::move(options), from)) {}
ArticleSource::~ArticleSource() = default;
ArticleSource::ArticleSource(ArticleSource&&) noexcept = default;
ArticleSource& ArticleSource::operator=(ArticleSource&&) noexcept = default;

std::optional<Parcel> ArticleSource::next() { return impl_->next(); }
std::optional<std::uint64_t> ArticleSource::disk_bytes() const { return impl_->disk_bytes(); }

}  // namespace recount
