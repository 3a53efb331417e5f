#include <algorithm>
#include <utility>

#include "corpus/cut/cutter.h"

namespace recount {
namespace {

class WholeCutter : public Cutter {
 public:
  WholeCutter(Content content, ParcelKind kind, std::uint64_t max_document)
      : content_(std::move(content)), kind_(kind), max_document_(max_document) {}

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
    parcel.kind = kind_;
    parcel.path = content_.path;
    parcel.stem = content_.stem;
    parcel.may_have_sidecar = content_.may_have_sidecar;
    return parcel;
  }

 private:
  Content content_;
  ParcelKind kind_;
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

std::unique_ptr<Cutter> cut_whole(Content content, ParcelKind kind, const SourceOptions& options) {
  return std::make_unique<WholeCutter>(std::move(content), kind, options.max_document);
}

}  // namespace recount
