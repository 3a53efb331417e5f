#include <deque>
#include <utility>

#include "corpus/article_source.h"
#include "corpus/input_files.h"
#include "corpus/sidecar.h"

namespace recount {
namespace {

Format format_of(InputFormat format) {
  if (format == InputFormat::kText) return Format::kText;
  if (format == InputFormat::kHtml) return Format::kHtml;
  return Format::kUnknown;
}

void read_whole(Parcel& parcel, const SourceOptions& options, std::deque<RawItem>& out) {
  RawArticle article;
  article.path = parcel.path;
  article.id = stem_of(parcel.path);
  article.format = format_of(options.format);
  article.bytes = std::move(parcel.bytes);
  std::vector<Error> errors;
  if (parcel.on_disk) read_sidecar(parcel.path, article.metadata, errors);
  for (Error& error : errors) out.push_back(Failure{parcel.path, 0, std::move(error)});
  out.push_back(std::move(article));
}

}  // namespace

class ParcelReader::Impl {
 public:
  Impl(Parcel parcel, const SourceOptions& options) {
    trail_ = {parcel.next, parcel.disk_bytes};
    if (parcel.failure) {
      items_.push_back(std::move(*parcel.failure));
    } else {
      read_whole(parcel, options, items_);
    }
  }

  std::optional<RawItem> next() {
    if (items_.empty()) return std::nullopt;
    RawItem item = std::move(items_.front());
    items_.pop_front();
    return item;
  }

  const Trail& trail() const { return trail_; }

 private:
  std::deque<RawItem> items_;
  Trail trail_;
};

ParcelReader::ParcelReader(Parcel parcel, const SourceOptions& options)
    : impl_(std::make_unique<Impl>(std::move(parcel), options)) {}
ParcelReader::~ParcelReader() = default;

std::optional<RawItem> ParcelReader::next() { return impl_->next(); }
Trail ParcelReader::trail() const { return impl_->trail(); }

std::optional<Parcel> ParcelChain::mend(const Trail& trail) {
  position_ = trail.next;
  return std::nullopt;
}

std::vector<RawItem> open_parcel(Parcel parcel, const SourceOptions& options) {
  ParcelReader reader(std::move(parcel), options);
  std::vector<RawItem> items;
  while (std::optional<RawItem> item = reader.next()) items.push_back(std::move(*item));
  return items;
}

}  // namespace recount
