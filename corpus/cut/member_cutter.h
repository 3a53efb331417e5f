// Cuts a WARC that is compressed record by record, without reading it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "corpus/cut/cutter.h"
#include "corpus/streams/file.h"

namespace recount {

class MemberCutter : public Cutter {
 public:
  /// From the byte `begin` of the file on, where a member begins. REQUIRES: a regular file.
  MemberCutter(std::shared_ptr<const File> file, std::string path, std::uint64_t begin)
      : file_(std::move(file)), path_(std::move(path)), begin_(begin), at_(begin) {}

  std::optional<Parcel> next() override {
    const std::uint64_t size = *file_->size();
    if (at_ >= size) return std::nullopt;
    const std::uint64_t end = std::min(at_ + kParcelBytes, size);
    Parcel parcel;
    parcel.kind = ParcelKind::kWarcMembers;
    parcel.path = path_;
    parcel.members = {file_, path_, at_, end, at_ == begin_};
    parcel.disk_bytes = end - at_;
    at_ = end;
    return parcel;
  }

 private:
  static constexpr std::uint64_t kParcelBytes = std::uint64_t{2} << 20;
  std::shared_ptr<const File> file_;
  std::string path_;
  std::uint64_t begin_;
  std::uint64_t at_;
};

}  // namespace recount
