#include "corpus/article_source.h"

#include <algorithm>
#include <utility>

#include "corpus/cut/cutter.h"
#include "corpus/cut/input_cutter.h"
#include "corpus/input_files.h"
#include "corpus/streams/file.h"

namespace recount {

class ArticleSource::Impl {
 public:
  Impl(const std::vector<std::string>& names, SourceOptions options, Position from)
      : names_(names),
        files_(list_files(names, options.exclude)),
        options_(std::move(options)),
        at_(from) {}

  std::optional<Parcel> next() {
    while (at_.input < files_.size()) {
      if (!cutter_ && !open()) return error_of_input();
      if (std::optional<Parcel> parcel = cutter_->next()) {
        place(*parcel);
        return parcel;
      }
      cutter_.reset();
      at_ = {at_.input + 1, 0, 0};
    }
    return std::nullopt;
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
  const InputFile& input() const { return files_[static_cast<std::size_t>(at_.input)]; }

  /// Goes to the place where this run begins. False when the input stands for no file.
  bool open() {
    if (input().error) return false;
    const bool named = std::find(names_.begin(), names_.end(), input().path) != names_.end();
    cutter_ = std::make_unique<InputCutter>(input().path, at_.offset, options_, named);
    for (std::uint64_t i = 0; i < at_.parcels && cutter_->next(); ++i) {
    }
    return true;
  }

  Parcel error_of_input() {
    Parcel parcel = failure_parcel(input().path, 0, *input().error);
    parcel.begin = at_;
    at_ = {at_.input + 1, 0, 0};
    parcel.next = at_;
    return parcel;
  }

  void place(Parcel& parcel) {
    parcel.begin = at_;
    if (parcel.kind == ParcelKind::kWarcMembers) {
      at_.offset = parcel.members.end;
    } else {
      ++at_.parcels;
    }
    parcel.next = at_;
  }

  std::vector<std::string> names_;
  std::vector<InputFile> files_;
  SourceOptions options_;
  Position at_;
  std::unique_ptr<InputCutter> cutter_;  // of the input that at_ is in
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
