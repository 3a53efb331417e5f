// What a person can say about the inputs, and the limits that keep a hostile one in bounds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace recount {

/// What an input holds once it is unwrapped. Without a word from the user that is told by content.
enum class InputFormat : std::uint8_t {
  kDetect,
  kText,       // one article
  kHtml,       // one article
  kJsonLines,  // an article a line, as a JSON object
  kCsv,        // an article a record; the first record names the columns
  kWarc,       // WARC 1.0 or 1.1
};

/// Names of the fields of JSONL and the columns of CSV. Where empty, the usual names are tried.
struct FieldNames {
  std::string text;
  std::string id;
  std::string title;
  std::string date;
  std::string source;
  std::string url;
};

struct SourceOptions {
  InputFormat format = InputFormat::kDetect;
  FieldNames fields;
  /// Bytes of one article above which it is not read. At most what an Extractor takes, 4 GiB - 1.
  std::uint64_t max_document = std::uint64_t{64} << 20;
  /// How many times its size something may grow when it is decompressed. The first 16 MiB are free.
  std::uint64_t max_ratio = 250;
  /// Compressions and archives around an article: 2 for "pages.tar.gz".
  int max_nesting = 6;
  /// Files that are no inputs where a folder or a pattern holds them: the command's own outputs.
  std::vector<std::string> exclude;
};

}  // namespace recount
