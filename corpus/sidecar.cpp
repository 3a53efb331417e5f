// Method: nlohmann's parser tells no positions of values, so it reads through an iterator that
// notes how far it has come; at a key that is the byte behind the closing quotation mark.
#include "corpus/sidecar.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <system_error>

#include "corpus/date.h"
#include "corpus/streams/file.h"

namespace recount {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxSidecarBytes = std::uint64_t{1} << 20;

/// Walks over text and keeps `*at` on the next byte.
class NotingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  NotingIterator(const char* here, const char** at) : here_(here), at_(at) {}
  reference operator*() const { return *here_; }
  NotingIterator& operator++() {
    *at_ = ++here_;
    return *this;
  }
  NotingIterator operator++(int) {
    NotingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const NotingIterator& other) const { return here_ == other.here_; }
  bool operator!=(const NotingIterator& other) const { return here_ != other.here_; }

 private:
  const char* here_;
  const char** at_;
};

class SidecarParser {
 public:
  SidecarParser(const std::string& path, std::string_view text, std::vector<Error>& errors)
      : path_(path), text_(text), errors_(errors) {}

  void parse(Metadata& metadata) {
    if (!read_json()) return;
    if (!root_.is_object()) return fault(1, "expected a JSON object");
    take("source", metadata.source);
    take("url", metadata.url);
    take("title", metadata.title);
    take("published", metadata.published, is_iso_day, "a day as \"2023-05-04\"");
    take("election", metadata.election, is_election_date, "a day as \"2023-05-04\" or a year");
  }

 private:
  bool read_json() {
    const char* at = text_.data();
    const char* end = text_.data() + text_.size();
    const auto note_key = [&](int depth, json::parse_event_t event, json& parsed) {
      if (event == json::parse_event_t::key && depth == 1) {
        lines_[parsed.get_ref<const std::string&>()] = line_at(at);
      }
      return true;
    };
    try {
      root_ = json::parse(NotingIterator(at, &at), NotingIterator(end, &at), note_key);
      return true;
    } catch (const json::exception& error) {
      // "[json.exception.…] parse error at line 1, column 2: what is wrong"
      const std::string_view what = error.what();
      const std::size_t colon = what.find(": ");
      const auto byte = static_cast<std::size_t>(at - text_.data());
      fault(line_at(at), "malformed JSON at byte " + std::to_string(byte) + ": " +
                             std::string(what.substr(colon == what.npos ? 0 : colon + 2)));
      return false;
    }
  }

  std::size_t line_at(const char* at) const {
    return 1 + static_cast<std::size_t>(std::count(text_.data(), at, '\n'));
  }

  void fault(std::size_t line, const std::string& message) {
    errors_.push_back(
        {ErrorCode::kBadMetadata, path_ + ":" + std::to_string(line) + ": " + message});
  }

  void take(const char* key, std::optional<std::string>& field,
            bool (*valid)(std::string_view) = nullptr, const std::string& expected = "a string") {
    const auto it = root_.find(key);
    if (it == root_.end() || it->is_null()) return;
    const auto* text = it->get_ptr<const std::string*>();
    if (text != nullptr && (valid == nullptr || valid(*text))) {
      field = *text;
    } else {
      const std::string got = it->dump(-1, ' ', false, json::error_handler_t::replace);
      fault(lines_[key],
            "\"" + std::string(key) + "\" is " + got + ", expected " + expected + " or null");
    }
  }

  const std::string& path_;
  std::string_view text_;
  std::vector<Error>& errors_;
  json root_;
  std::map<std::string, std::size_t> lines_;  // of the keys of the outermost object
};

}  // namespace

void parse_sidecar(const std::string& path, std::string_view json, Metadata& metadata,
                   std::vector<Error>& errors) {
  SidecarParser(path, json, errors).parse(metadata);
}

void read_sidecar(const std::string& article, Metadata& metadata, std::vector<Error>& errors) {
  if (article == "-") return;
  const std::string path = std::filesystem::path(article).replace_extension(".meta.json").string();
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return;
  const Result<std::string> json = read_file(path, kMaxSidecarBytes);
  if (json.ok()) {
    parse_sidecar(path, json.value(), metadata, errors);
  } else {
    errors.push_back({ErrorCode::kBadMetadata, json.error().message});
  }
}

}  // namespace recount
