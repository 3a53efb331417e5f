// The records of a WARC one after the other, and where to go on when one is damaged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/raw_article.h"
#include "corpus/source_options.h"
#include "corpus/streams/window.h"

namespace recount {

/// A record that can hold an article. Lives until the next one is read.
struct WarcRecord {
  std::uint64_t offset = 0;
  std::string_view header;  // with the empty line
  std::string_view block;   // Content-Length bytes
  std::string_view whole() const { return {header.data(), header.size() + block.size()}; }
};

class WarcReader {
 public:
  /// The records of `window`, which lives as long as the reader. Offsets are those of the window,
  /// or all `fixed_offset`, where the window is over one member of a compressed file.
  WarcReader(Window& window, std::string path, std::uint64_t max_document,
             std::optional<std::uint64_t> fixed_offset = {});

  /// The next record that is response, resource or conversion, of a type that is read, and within
  /// the limit; all others are passed over, in bounded memory. Or a failure: kDamaged, kTooLarge,
  /// or of the stream. Nothing after the last.
  std::optional<std::variant<WarcRecord, Failure>> next();

 private:
  struct Head;
  using Item = std::optional<std::variant<WarcRecord, Failure>>;

  Item read_record();
  Item pass_over(const Head& head);
  Item stream_ended();
  Failure failure(std::uint64_t offset, ErrorCode code, const std::string& message) const;
  void find_record();

  Window& window_;
  std::string path_;
  std::uint64_t max_document_;
  std::optional<std::uint64_t> fixed_offset_;
  std::size_t held_ = 0;  // of the record given last, to be consumed
  bool search_ = false;   // for the next record, by what it looks like
};

}  // namespace recount
