// Method: what has been unwrapped so far is looked at; a compression is put around the stream, an
// archive on top of a stack, and anything else is cut. When that is done, the archive on top of the
// stack gives its next file.
#include "corpus/cut/input_cutter.h"

#include <filesystem>
#include <utility>
#include <vector>

#include "corpus/cut/cutter.h"
#include "corpus/cut/member_cutter.h"
#include "corpus/input_files.h"
#include "corpus/records/csv.h"
#include "corpus/records/fields.h"
#include "corpus/streams/archive.h"
#include "corpus/streams/growth.h"
#include "corpus/streams/gunzip_stream.h"
#include "corpus/streams/sniff.h"
#include "corpus/warc/warc_members.h"

namespace recount {
namespace {

/// A file inside of `depth` compressions and archives, as far as it has been unwrapped.
struct Wrapped {
  Content content;
  int depth = 0;
  int compressions = 0;  // taken off since it had a name
  bool named = false;
};

struct OpenArchive {
  std::shared_ptr<Archive> archive;
  std::string path;
  int depth = 0;
};

/// "a" of "news/a.html.gz", from which one compression was taken off.
std::string stem_without(const std::string& name, int compressions) {
  std::filesystem::path path(name);
  for (int i = 0; i < compressions && path.has_extension(); ++i) path.replace_extension();
  return stem_of(path.string());
}

}  // namespace

class InputCutter::Impl {
 public:
  Impl(const std::string& path, std::uint64_t offset, const SourceOptions& options, bool named)
      : options_(options) {
    Result<std::shared_ptr<File>> file = File::open(path);
    if (!file.ok()) {
      failures_.push_back(failure_parcel(path, 0, file.error()));
      return;
    }
    file_ = std::move(file.value());
    budget_ = std::make_shared<GrowthBudget>(file_, options.max_ratio);
    if (offset > 0 && file_->size()) {
      cutter_ = std::make_unique<MemberCutter>(file_, path, offset);
      return;
    }
    Wrapped input;
    input.content.window = std::make_unique<Window>(std::make_unique<SharedStream>(file_));
    input.content.path = path;
    input.content.stem = path;
    input.content.may_have_sidecar = path != "-";
    input.named = named;
    unwrap(std::move(input));
  }

  std::optional<Parcel> next() {
    for (;;) {
      if (!failures_.empty()) {
        Parcel parcel = std::move(failures_.back());
        failures_.pop_back();
        return parcel;
      }
      if (cutter_) {
        if (std::optional<Parcel> parcel = cutter_->next()) return with_disk_bytes(*parcel);
        cutter_.reset();
      } else if (archives_.empty() || (budget_ && budget_->spent())) {
        return std::nullopt;
      } else {
        open_next_file();
      }
    }
  }

 private:
  /// Reads a file that others share.
  class SharedStream : public ByteStream {
   public:
    explicit SharedStream(std::shared_ptr<File> file) : file_(std::move(file)) {}
    Result<std::size_t> read(char* buffer, std::size_t size) override {
      return file_->read(buffer, size);
    }
    std::uint64_t skip(std::uint64_t size) override { return file_->skip(size); }

   private:
    std::shared_ptr<File> file_;
  };

  std::optional<Parcel> with_disk_bytes(Parcel& parcel) {
    if (parcel.kind != ParcelKind::kWarcMembers) {
      parcel.disk_bytes = budget_->disk_bytes() - told_;
      told_ += parcel.disk_bytes;
    }
    return std::move(parcel);
  }

  void fail(const std::string& path, ErrorCode code, const std::string& message) {
    failures_.push_back(failure_parcel(path, 0, {code, path + ": " + message}));
  }

  void open_next_file() {
    OpenArchive& top = archives_.back();
    Result<std::optional<std::string>> name = top.archive->next_file();
    if (!name.ok()) {
      failures_.push_back(failure_parcel(top.path, 0, name.error()));
      archives_.pop_back();
    } else if (!name.value()) {
      archives_.pop_back();
    } else if (!name.value()->ends_with(".meta.json")) {
      Wrapped file;
      file.content.window = std::make_unique<Window>(std::make_unique<ArchivedFile>(top.archive));
      file.content.path = top.path + "!" + *name.value();
      file.content.stem = *name.value();
      file.depth = top.depth;
      unwrap(std::move(file));
    }
  }

  void unwrap(Wrapped input) {
    for (;;) {
      Content& content = input.content;
      const std::string_view bytes = content.window->peek(kSniffBytes);
      if (bytes.empty() && content.window->error()) {
        failures_.push_back(failure_parcel(content.path, 0, *content.window->error()));
        return;
      }
      const ContentKind kind = sniff(bytes);
      switch (kind) {
        case ContentKind::kGzip:
        case ContentKind::kZstandard:
        case ContentKind::kXz:
        case ContentKind::kBzip2:
          if (too_deep(input)) return;
          if (kind == ContentKind::kGzip && cut_members(input)) return;
          take_off_compression(input, kind);
          break;
        case ContentKind::kTar:
        case ContentKind::kZip:
          if (!too_deep(input)) open_archive(input, kind);
          return;
        default:
          return cut(input, kind);
      }
    }
  }

  bool too_deep(const Wrapped& input) {
    if (input.depth < options_.max_nesting) return false;
    fail(input.content.path, ErrorCode::kTooLarge,
         "inside of more than " + std::to_string(options_.max_nesting) +
             " compressions and archives");
    return true;
  }

  /// Whether the input is a file on disk that threads can read record by record.
  bool cut_members(const Wrapped& input) {
    const bool detected =
        options_.format == InputFormat::kDetect || options_.format == InputFormat::kWarc;
    if (input.depth > 0 || !file_->size() || !detected) return false;
    if (!is_compressed_by_record(file_, input.content.path, options_)) return false;
    cutter_ = std::make_unique<MemberCutter>(file_, input.content.path, 0);
    return true;
  }

  void take_off_compression(Wrapped& input, ContentKind kind) {
    const Growth growth(input.content.path, budget_, input.depth);
    std::unique_ptr<Window>& window = input.content.window;
    std::unique_ptr<ByteStream> inside;
    if (kind == ContentKind::kGzip) {
      inside = std::make_unique<GunzipStream>(std::move(window), growth);
    } else {
      inside = decompress(std::move(window), growth);
    }
    window = std::make_unique<Window>(std::move(inside));
    ++input.depth;
    ++input.compressions;
  }

  void open_archive(Wrapped& input, ContentKind kind) {
    const Growth growth(input.content.path, budget_, input.depth);
    std::shared_ptr<Archive> archive;
    if (kind == ContentKind::kZip && input.depth == 0 && file_->size()) {
      archive = std::make_shared<Archive>(file_, growth);
    } else {
      archive = std::make_shared<Archive>(
          kind == ContentKind::kZip ? Archive::Kind::kZip : Archive::Kind::kTar,
          std::move(input.content.window), growth);
    }
    archives_.push_back({std::move(archive), input.content.path, input.depth + 1});
  }

  void cut(Wrapped& input, ContentKind kind) {
    Content& content = input.content;
    content.stem = content.stem == "-" ? "stdin" : stem_without(content.stem, input.compressions);
    if (content.stem.empty()) content.stem = "unnamed";
    switch (format_of(kind, content)) {
      case InputFormat::kWarc:
        cutter_ = cut_warc(std::move(content), options_);
        break;
      case InputFormat::kCsv:
        cutter_ = cut_csv(std::move(content), options_);
        break;
      case InputFormat::kJsonLines:
        cutter_ = kind == ContentKind::kJson
                      ? cut_whole(std::move(content), ParcelKind::kJson, options_)
                      : cut_json_lines(std::move(content), options_);
        break;
      default:
        if (holds_no_article(kind, input)) return;
        cutter_ = cut_whole(std::move(content), ParcelKind::kArticle, options_);
    }
  }

  /// What a person said, or else what the bytes say.
  InputFormat format_of(ContentKind kind, const Content& content) const {
    if (options_.format != InputFormat::kDetect) return options_.format;
    if (kind == ContentKind::kWarc) return InputFormat::kWarc;
    if (kind == ContentKind::kJsonLines || kind == ContentKind::kJson) {
      return InputFormat::kJsonLines;
    }
    if (kind != ContentKind::kOther) return InputFormat::kDetect;
    const auto columns = csv_columns(content.window->peek(kSniffBytes).substr(0, kSniffBytes),
                                     FieldFinder(options_.fields));
    return columns && columns->names.size() > 1 ? InputFormat::kCsv : InputFormat::kDetect;
  }

  /// A picture in a folder or an archive is passed over without a word.
  bool holds_no_article(ContentKind kind, const Wrapped& input) {
    if (options_.format != InputFormat::kDetect) return false;
    if (kind == ContentKind::kDocument) {
      fail(input.content.path, ErrorCode::kNoArticle,
           "a document that is neither text nor HTML: convert it first");
    } else if (kind == ContentKind::kPicture && input.named) {
      fail(input.content.path, ErrorCode::kNoArticle,
           "a picture, sound or program, and no article");
    }
    return kind == ContentKind::kDocument || kind == ContentKind::kPicture;
  }

  const SourceOptions& options_;
  std::shared_ptr<File> file_;
  std::shared_ptr<GrowthBudget> budget_;
  std::uint64_t told_ = 0;  // bytes of the file that parcels stand for
  std::vector<OpenArchive> archives_;
  std::unique_ptr<Cutter> cutter_;
  std::vector<Parcel> failures_;
};

InputCutter::InputCutter(const std::string& path, std::uint64_t offset,
                         const SourceOptions& options, bool named)
    : impl_(std::make_unique<Impl>(path, offset, options, named)) {}
InputCutter::~InputCutter() = default;

std::optional<Parcel> InputCutter::next() { return impl_->next(); }

}  // namespace recount
