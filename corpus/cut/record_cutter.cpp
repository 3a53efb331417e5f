// Lines of JSON and records of CSV are cut alike; what differs is where one ends.
#include <algorithm>
#include <utility>

#include "corpus/cut/cutter.h"
#include "corpus/records/csv.h"
#include "corpus/records/fields.h"
#include "corpus/records/json_record.h"

namespace recount {
namespace {

constexpr std::size_t kRecordParcelBytes = std::size_t{256} << 10;
constexpr std::size_t kFirstLook = std::size_t{64} << 10;
constexpr std::size_t kMaxColumns = std::size_t{1} << 20;  // bytes of the record that names them

class RecordCutter : public Cutter {
 public:
  RecordCutter(Content content, ParcelKind kind, const SourceOptions& options)
      : content_(std::move(content)),
        window_(*content_.window),
        kind_(kind),
        options_(options),
        begun_(kind != ParcelKind::kCsv) {}

  std::optional<Parcel> next() override {
    if (!std::exchange(begun_, true)) read_columns();
    if (std::exchange(in_large_, false)) pass_line();
    const std::size_t size = failure_ || over_ ? 0 : whole_records();
    if (size == 0) return take_failure();
    Parcel parcel;
    parcel.kind = kind_;
    parcel.path = content_.path;
    parcel.stem = content_.stem;
    parcel.columns = columns_;
    parcel.offset = window_.position();
    parcel.bytes = window_.peek(size).substr(0, size);
    window_.consume(size);
    return parcel;
  }

 private:
  std::optional<Parcel> take_failure() {
    if (!failure_) return std::nullopt;
    const Failure failure = *std::exchange(failure_, std::nullopt);
    return failure_parcel(failure.path, failure.offset, failure.error);
  }

  void read_columns() {
    const std::string_view bytes = window_.peek(kMaxColumns).substr(0, kMaxColumns);
    auto columns = csv_columns(bytes, FieldFinder(options_.fields));
    if (columns) {
      window_.consume(columns->size);
      columns_ = std::make_shared<const CsvColumns>(std::move(*columns));
    } else {
      failure_ = record_failure(content_.path, 0, ErrorCode::kNoArticle,
                                "it names no column that holds the text of articles; --text-field "
                                "can tell which does");
      over_ = true;
    }
  }

  /// Bytes of the records to be taken next. If there are none, or what follows on them cannot be
  /// taken, failure_ says why.
  std::size_t whole_records() {
    std::size_t taken = 0;
    std::size_t look = kFirstLook;
    while (taken < kRecordParcelBytes) {
      const std::string_view bytes = window_.peek(taken + look).substr(taken);
      const bool at_end = bytes.size() < look;
      std::size_t size = record_size(bytes);
      if (size == bytes.npos && at_end) {
        if (window_.error()) {
          failure_ = Failure{content_.path, window_.position() + taken, *window_.error()};
          over_ = true;
          return taken;
        }
        size = bytes.size();
      }
      if (size == 0) break;
      if (std::min(size, bytes.size()) > options_.max_document) {
        failure_ =
            record_failure(content_.path, window_.position() + taken, ErrorCode::kTooLarge,
                           "larger than " + std::to_string(options_.max_document) + " bytes");
        in_large_ = true;
        return taken;
      }
      look = size == bytes.npos ? 2 * bytes.size() : kFirstLook;
      if (size != bytes.npos) taken += size;
    }
    return taken;
  }

  std::size_t record_size(std::string_view bytes) const {
    return columns_ ? csv_record_size(bytes, columns_->delimiter) : line_size(bytes);
  }

  void pass_line() {
    for (std::string_view bytes; !(bytes = window_.peek(1)).empty();) {
      const std::size_t size = line_size(bytes);
      window_.consume(std::min(size, bytes.size()));
      if (size != bytes.npos) return;
    }
  }

  Content content_;
  Window& window_;
  ParcelKind kind_;
  const SourceOptions& options_;
  bool begun_;
  bool over_ = false;      // nothing is to be read any more
  bool in_large_ = false;  // the window is in a record that is too large, whose failure was told
  std::shared_ptr<const CsvColumns> columns_;
  std::optional<Failure> failure_;  // to be given when what comes before it has been
};

}  // namespace

std::unique_ptr<Cutter> cut_json_lines(Content content, const SourceOptions& options) {
  return std::make_unique<RecordCutter>(std::move(content), ParcelKind::kJsonLines, options);
}

std::unique_ptr<Cutter> cut_csv(Content content, const SourceOptions& options) {
  return std::make_unique<RecordCutter>(std::move(content), ParcelKind::kCsv, options);
}

}  // namespace recount
