// Method: the events of nlohmann's parser, so that nothing is made of a line but the values of its
// fields.
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "output/records/fact_fields.h"
#include "output/records/jsonl.h"

namespace recount {
namespace {

using nlohmann::json;

/// What nlohmann::json_sax asks for. Of a key that is there twice the last value counts.
class LineHandler {
 public:
  explicit LineHandler(FactFields& fields) : fields_(fields) {}

  bool null() { return value(nullptr); }
  bool boolean(bool truth) { return value(truth); }
  bool number_integer(json::number_integer_t number) { return value(static_cast<double>(number)); }
  bool number_unsigned(json::number_unsigned_t number) { return value(std::uint64_t{number}); }
  bool number_float(json::number_float_t number, const std::string&) { return value(number); }
  bool string(std::string& text) { return value(std::move(text)); }
  bool binary(json::binary_t&) { return true; }
  bool start_object(std::size_t) {
    if (depth_ == 1) value(FactFields::Nested{});
    ++depth_;
    return true;
  }
  bool key(std::string& name) {
    if (depth_ == 1) field_ = fields_.find(name);
    return true;
  }
  bool end_object() { return --depth_, true; }
  bool start_array(std::size_t) {
    if (depth_ == 0) return false;
    if (depth_ == 1) value(FactFields::Nested{});
    ++depth_;
    return true;
  }
  bool end_array() { return --depth_, true; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }

 private:
  template <typename Value>
  bool value(Value&& value) {
    if (depth_ == 1 && field_) fields_[*field_] = std::forward<Value>(value);
    return depth_ != 0;
  }

  FactFields& fields_;
  std::size_t depth_ = 0;
  std::optional<std::size_t> field_;  // of the value that comes next
};

}  // namespace

Result<Fact> parse_fact(std::string_view line, const std::shared_ptr<const Provenance>& before) {
  FactFields fields;
  LineHandler handler(fields);
  if (!json::sax_parse(line.begin(), line.end(), &handler))
    return Error{ErrorCode::kBadRecord, "expected a JSON object"};
  return fact_of(fields, before);
}

}  // namespace recount
