// How much may come out of how little: the limit on decompression.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "corpus/streams/file.h"

namespace recount {

/// Bytes that something may yield however small it is.
constexpr std::uint64_t kFreeGrowth = std::uint64_t{16} << 20;

/// Whether `out` bytes are too many for `in` bytes.
inline bool grows_too_much(std::uint64_t in, std::uint64_t out, std::uint64_t max_ratio) {
  return out > kFreeGrowth && (out - kFreeGrowth) / max_ratio > in;
}

/// What all decompressions of one input yield, together and layer by layer: an archive of archives
/// can grow without end though none of its parts does.
class GrowthBudget {
 public:
  /// Without a file, only each decompression by itself is limited.
  GrowthBudget(std::shared_ptr<const File> file, std::uint64_t max_ratio)
      : file_(std::move(file)), max_ratio_(max_ratio) {}

  std::uint64_t max_ratio() const { return max_ratio_; }

  /// Notes `bytes` more from a decompression that is inside of `depth` others.
  void spend(int depth, std::uint64_t bytes) {
    const std::uint64_t sum = layers_[depth] += bytes;
    if (file_ && sum > kFreeInAll && grows_too_much(disk_bytes(), sum - kFreeInAll, max_ratio_)) {
      spent_ = true;
    }
  }
  bool spent() const { return spent_; }

  /// Bytes of the file that were read, also by those who read it at places of their own.
  std::uint64_t disk_bytes() const { return file_->position() + elsewhere_; }
  void read_elsewhere(std::uint64_t bytes) { elsewhere_ += bytes; }

 private:
  static constexpr std::uint64_t kFreeInAll = std::uint64_t{1} << 30;
  std::shared_ptr<const File> file_;
  std::uint64_t max_ratio_;
  std::uint64_t elsewhere_ = 0;
  std::map<int, std::uint64_t> layers_;
  bool spent_ = false;
};

/// The limit of one decompression.
class Growth {
 public:
  Growth(std::string path, std::shared_ptr<GrowthBudget> budget, int depth)
      : path_(std::move(path)), budget_(std::move(budget)), depth_(depth) {}

  /// Notes `bytes` more out of `in` in all so far. Error kTooLarge when that is too much.
  std::optional<Error> add(std::uint64_t in, std::uint64_t bytes) {
    out_ += bytes;
    budget_->spend(depth_, bytes);
    if (!budget_->spent() && !grows_too_much(in, out_, budget_->max_ratio())) return std::nullopt;
    return Error{ErrorCode::kTooLarge, path_ + ": grows to more than " +
                                           std::to_string(budget_->max_ratio()) +
                                           " times its size when decompressed"};
  }

  void read_elsewhere(std::uint64_t bytes) { budget_->read_elsewhere(bytes); }

  /// What messages name.
  const std::string& path() const { return path_; }
  void set_path(std::string path) { path_ = std::move(path); }

 private:
  std::string path_;
  std::shared_ptr<GrowthBudget> budget_;
  int depth_;
  std::uint64_t out_ = 0;
};

}  // namespace recount
