#include <algorithm>
#include <utility>

#include "corpus/cut/cutter.h"

namespace recount {
namespace {

class ArticleCutter : public Cutter {
 public:
  ArticleCutter(Content content, std::uint64_t max_document)
      : content_(std::move(content)), max_document_(max_document) {}

  std::optional<Parcel> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    Window& window = *content_.window;
    Parcel parcel;
    for (std::string_view bytes; !(bytes = window.peek(1)).empty();) {
      parcel.bytes += bytes;
      window.consume(bytes.size());
      if (parcel.bytes.size() > max_document_) {
        return failure_parcel(content_.path, 0,
                              {ErrorCode::kTooLarge, content_.path + ": larger than " +
                                                         std::to_string(max_document_) + " bytes"});
      }
    }
    if (window.error()) return failure_parcel(content_.path, 0, *window.error());
    parcel.kind = ParcelKind::kArticle;
    parcel.path = content_.path;
    parcel.stem = content_.stem;
    parcel.may_have_sidecar = content_.may_have_sidecar;
    return parcel;
  }

 private:
  Content content_;
  std::uint64_t max_document_;
  bool done_ = false;
};

}  // namespace

Parcel failure_parcel(std::string path, std::uint64_t offset, Error error) {
  Parcel parcel;
  parcel.path = path;
  parcel.failure = Failure{std::move(path), offset, std::move(error)};
  return parcel;
}

std::unique_ptr<Cutter> cut_article(Content content, const SourceOptions& options) {
  return std::make_unique<ArticleCutter>(std::move(content), options.max_document);
}

}  // namespace recount
