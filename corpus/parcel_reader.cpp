#include <algorithm>
#include <deque>
#include <utility>

#include "corpus/article_source.h"
#include "corpus/records/csv.h"
#include "corpus/records/json_record.h"
#include "corpus/sidecar.h"
#include "corpus/streams/window.h"
#include "corpus/warc/warc_article.h"
#include "corpus/warc/warc_members.h"
#include "corpus/warc/warc_reader.h"

namespace recount {
namespace {

class ItemReader {
 public:
  virtual ~ItemReader() = default;
  virtual std::optional<RawItem> next() = 0;
  virtual void add_to(Trail&) const {}
};

Format format_of(InputFormat format) {
  if (format == InputFormat::kText) return Format::kText;
  if (format == InputFormat::kHtml) return Format::kHtml;
  return Format::kUnknown;
}

/// A failure, or an article with what is wrong with its sidecar.
class ArticleItems : public ItemReader {
 public:
  ArticleItems(Parcel& parcel, const SourceOptions& options) {
    if (parcel.failure) {
      items_.push_back(std::move(*parcel.failure));
      return;
    }
    RawArticle article;
    article.path = parcel.path;
    article.id = parcel.stem;
    article.format = format_of(options.format);
    article.bytes = std::move(parcel.bytes);
    std::vector<Error> errors;
    if (parcel.may_have_sidecar) read_sidecar(parcel.path, article.metadata, errors);
    for (Error& error : errors) items_.push_back(Failure{parcel.path, 0, std::move(error)});
    items_.push_back(std::move(article));
  }

  std::optional<RawItem> next() override {
    if (items_.empty()) return std::nullopt;
    RawItem item = std::move(items_.front());
    items_.pop_front();
    return item;
  }

 private:
  std::deque<RawItem> items_;
};

class WarcItems : public ItemReader {
 public:
  WarcItems(Parcel parcel, const SourceOptions& options)
      : parcel_(std::move(parcel)), options_(options) {}

  std::optional<RawItem> next() override {
    while (at_ < parcel_.pieces.size()) {
      const Piece& piece = parcel_.pieces[at_++];
      Window window(std::string_view(parcel_.bytes).substr(piece.begin, piece.size));
      WarcReader reader(window, parcel_.path, options_.max_document, piece.offset);
      const auto record = reader.next();
      if (!record || !std::holds_alternative<WarcRecord>(*record)) continue;
      auto item = read_warc_article(std::get<WarcRecord>(*record), parcel_.path, options_);
      if (item) return item;
    }
    return std::nullopt;
  }

 private:
  Parcel parcel_;
  const SourceOptions& options_;
  std::size_t at_ = 0;
};

/// JSON, lines of JSON, or CSV.
class RecordItems : public ItemReader {
 public:
  RecordItems(Parcel parcel, const SourceOptions& options)
      : parcel_(std::move(parcel)), options_(options), finder_(options.fields) {}

  std::optional<RawItem> next() override {
    while (given_ == items_.size()) {
      if (at_ == parcel_.bytes.size()) return std::nullopt;
      items_.clear();
      given_ = 0;
      read_record();
    }
    return std::move(items_[given_++]);
  }

 private:
  void read_record() {
    const std::string_view rest = std::string_view(parcel_.bytes).substr(at_);
    const std::string_view record = rest.substr(0, record_size(rest));
    const std::uint64_t offset = parcel_.offset + at_;
    at_ += record.size();
    if (parcel_.kind == ParcelKind::kCsv) {
      read_csv_record(record, parcel_.path, parcel_.stem, offset, *parcel_.columns, options_,
                      items_);
    } else if (record.find_first_not_of(" \t\r\n") != record.npos) {
      read_json(record, {parcel_.path, parcel_.stem, offset}, finder_, options_, items_);
    }
  }

  std::size_t record_size(std::string_view bytes) const {
    if (parcel_.kind == ParcelKind::kJson) return bytes.size();
    const std::size_t size = parcel_.kind == ParcelKind::kCsv
                                 ? csv_record_size(bytes, parcel_.columns->delimiter)
                                 : line_size(bytes);
    return std::min(size, bytes.size());
  }

  Parcel parcel_;
  const SourceOptions& options_;
  FieldFinder finder_;
  std::size_t at_ = 0;
  std::vector<RawItem> items_;  // of the last record
  std::size_t given_ = 0;
};

class MemberItems : public ItemReader {
 public:
  MemberItems(Parcel parcel, const SourceOptions& options)
      : parcel_(std::make_shared<const Parcel>(std::move(parcel))),
        members_(parcel_->members, options) {}

  std::optional<RawItem> next() override { return members_.next(); }

  void add_to(Trail& trail) const override {
    trail.members = members_.trail();
    trail.parcel = parcel_;
  }

 private:
  std::shared_ptr<const Parcel> parcel_;
  WarcMembers members_;
};

std::unique_ptr<ItemReader> items_of(Parcel parcel, const SourceOptions& options) {
  switch (parcel.kind) {
    case ParcelKind::kWarcRecords:
      return std::make_unique<WarcItems>(std::move(parcel), options);
    case ParcelKind::kWarcMembers:
      return std::make_unique<MemberItems>(std::move(parcel), options);
    case ParcelKind::kJson:
    case ParcelKind::kJsonLines:
    case ParcelKind::kCsv:
      return std::make_unique<RecordItems>(std::move(parcel), options);
    case ParcelKind::kFailure:
    case ParcelKind::kArticle:
      break;
  }
  return std::make_unique<ArticleItems>(parcel, options);
}

}  // namespace

class ParcelReader::Impl {
 public:
  Impl(Parcel parcel, const SourceOptions& options) {
    trail_.next = parcel.next;
    trail_.disk_bytes = parcel.disk_bytes;
    items_ = items_of(std::move(parcel), options);
  }

  std::optional<RawItem> next() { return items_->next(); }

  Trail trail() const {
    Trail trail = trail_;
    items_->add_to(trail);
    return trail;
  }

 private:
  std::unique_ptr<ItemReader> items_;
  Trail trail_;
};

ParcelReader::ParcelReader(Parcel parcel, const SourceOptions& options)
    : impl_(std::make_unique<Impl>(std::move(parcel), options)) {}
ParcelReader::~ParcelReader() = default;

std::optional<RawItem> ParcelReader::next() { return impl_->next(); }
Trail ParcelReader::trail() const { return impl_->trail(); }

std::vector<RawItem> open_parcel(Parcel parcel, const SourceOptions& options) {
  ParcelReader reader(std::move(parcel), options);
  std::vector<RawItem> items;
  while (std::optional<RawItem> item = reader.next()) items.push_back(std::move(*item));
  return items;
}

}  // namespace recount
