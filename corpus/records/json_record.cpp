// Method: the events of nlohmann's parser, so that of a record nothing is kept but the fields that
// are of use, however it is nested and however much else it holds.
#include "corpus/records/json_record.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/charset.h"

namespace recount {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxNames = 20;

class RecordHandler : public nlohmann::json_sax<json> {
 public:
  RecordHandler(const JsonPlace& place, const FieldFinder& finder, const SourceOptions& options,
                std::vector<RawItem>& out)
      : place_(place), finder_(finder), options_(options), out_(out) {}

  bool null() override { return value(std::string()); }
  bool boolean(bool) override { return value(std::nullopt); }
  bool number_integer(number_integer_t number) override {
    return value(std::to_string(number), true);
  }
  bool number_unsigned(number_unsigned_t number) override {
    return value(std::to_string(number), true);
  }
  bool number_float(number_float_t, const string_t& text) override { return value(text, true); }
  bool string(string_t& text) override { return value(std::move(text)); }
  bool binary(binary_t&) override { return value(std::nullopt); }

  bool start_object(std::size_t) override {
    levels_.push_back({Level::kObject, path_.size()});
    return true;
  }
  bool key(string_t& name) override {
    path_.resize(levels_.back().path);
    if (at_record()) {
      if (names_.size() < kMaxNames) names_.push_back(name);
      path_ = name;
    } else {
      path_ += '.' + name;
    }
    return true;
  }
  bool end_object() override {
    if (at_record()) finish_record();
    leave();
    return true;
  }

  bool start_array(std::size_t) override {
    if (levels_.empty()) in_array_ = true;
    levels_.push_back({Level::kArray, path_.size()});
    if (at_paragraphs()) paragraphs_.clear();
    // So that nothing in an array has a name that is looked for.
    if (levels_.size() > base() + 1) path_ += "[]";
    return true;
  }
  bool end_array() override {
    path_.resize(levels_.back().path);
    if (at_paragraphs() && !paragraphs_.empty()) take(std::move(paragraphs_));
    leave();
    return true;
  }

  bool parse_error(std::size_t at, const std::string&, const json::exception& error) override {
    // "[json.exception.…] parse error at line 1, column 2: what is wrong"
    const std::string_view what = error.what();
    const std::size_t colon = what.find(": ");
    out_.push_back(
        record_failure(place_.path, place_.offset, ErrorCode::kDamaged,
                       "malformed JSON at its byte " + std::to_string(at) + ": " +
                           std::string(what.substr(colon == what.npos ? 0 : colon + 2))));
    return false;
  }

 private:
  struct Level {
    enum Kind { kObject, kArray } kind;
    std::size_t path;  // bytes of path_ outside of it
  };

  /// Levels that are open where a record begins.
  std::size_t base() const { return in_array_ ? 1 : 0; }
  bool at_record() const { return levels_.size() == base() + 1; }

  /// In an array that is the value of a field.
  bool at_paragraphs() const {
    return levels_.size() == base() + 2 && levels_.back().kind == Level::kArray;
  }

  bool value(std::optional<std::string> text, bool is_number = false) {
    if (levels_.size() <= base()) {
      out_.push_back(record_failure(place_.path, place_.offset, ErrorCode::kDamaged,
                                    "a JSON object expected"));
      return false;
    }
    if (!text) return true;
    if (levels_.back().kind == Level::kObject) {
      take(std::move(*text), is_number);
    } else if (at_paragraphs() && !is_number) {
      if (!paragraphs_.empty()) paragraphs_ += "\n\n";
      paragraphs_ += *text;
    }
    return true;
  }

  void take(std::string text, bool is_number = false) {
    const std::optional<FieldMatch> match = finder_.match(path_);
    if (!match ||
        (is_number && match->field != ArticleField::kId && match->field != ArticleField::kDate))
      return;
    values_.set(*match, std::move(text));
  }

  void finish_record() {
    values_.add_article(place_.path, place_.stem, place_.offset,
                        in_array_ ? ++count_ : place_.offset, names_, options_, out_);
    values_.clear();
    names_.clear();
  }

  void leave() {
    path_.resize(levels_.back().path);
    levels_.pop_back();
  }

  const JsonPlace& place_;
  const FieldFinder& finder_;
  const SourceOptions& options_;
  std::vector<RawItem>& out_;
  std::vector<Level> levels_;
  std::string path_;  // of the value that comes next, in its record: "outer.inner"
  std::string paragraphs_;
  std::vector<std::string> names_;
  FieldValues values_;
  bool in_array_ = false;
  std::uint64_t count_ = 0;
};

}  // namespace

void read_json(std::string_view json_text, const JsonPlace& place, const FieldFinder& finder,
               const SourceOptions& options, std::vector<RawItem>& out) {
  std::string converted;
  if (!is_utf8(json_text)) {
    converted = to_utf8(std::string(json_text), "utf-8");
    json_text = converted;
  }
  const std::size_t before = out.size();
  RecordHandler handler(place, finder, options, out);
  json::sax_parse(json_text.begin(), json_text.end(), &handler);
  for (std::size_t i = before; i < out.size(); ++i) {
    if (auto* article = std::get_if<RawArticle>(&out[i])) article->charset = "utf-8";
  }
}

}  // namespace recount
