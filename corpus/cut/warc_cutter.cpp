#include <utility>

#include "corpus/cut/cutter.h"
#include "corpus/warc/warc_reader.h"

namespace recount {
namespace {

constexpr std::size_t kWarcParcelBytes = std::size_t{1} << 20;

class WarcCutter : public Cutter {
 public:
  WarcCutter(Content content, std::uint64_t max_document)
      : content_(std::move(content)), reader_(*content_.window, content_.path, max_document) {}

  std::optional<Parcel> next() override {
    if (failure_) return take_failure();
    Parcel parcel;
    while (parcel.bytes.size() < kWarcParcelBytes) {
      auto item = reader_.next();
      if (!item) break;
      if (auto* failure = std::get_if<Failure>(&*item)) {
        failure_ = std::move(*failure);
        break;
      }
      const auto& record = std::get<WarcRecord>(*item);
      const std::string_view whole = record.whole();
      parcel.pieces.push_back({record.offset, parcel.bytes.size(), whole.size()});
      parcel.bytes += whole;
    }
    if (parcel.pieces.empty()) {
      if (failure_) return take_failure();
      return std::nullopt;
    }
    parcel.kind = ParcelKind::kWarcRecords;
    parcel.path = content_.path;
    return parcel;
  }

 private:
  Parcel take_failure() {
    Failure failure = std::move(*failure_);
    failure_.reset();
    return failure_parcel(failure.path, failure.offset, std::move(failure.error));
  }

  Content content_;
  WarcReader reader_;
  std::optional<Failure> failure_;  // to be given next
};

}  // namespace

std::unique_ptr<Cutter> cut_warc(Content content, const SourceOptions& options) {
  return std::make_unique<WarcCutter>(std::move(content), options.max_document);
}

}  // namespace recount
