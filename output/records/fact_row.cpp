// Rows of tables become facts by way of the record in JSON, which knows what a fact is.
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "output/records/fact_sink.h"
#include "output/records/jsonl.h"
#include "output/records/record_schema.h"

namespace recount {
namespace {

using nlohmann::json;

template <typename Number>
json number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::string(text);
  return value;
}

json truth(std::string_view text) {
  if (text == "true" || text == "TRUE" || text == "1") return true;
  if (text == "false" || text == "FALSE" || text == "0") return false;
  return std::string(text);
}

json value_of(const Field& field, std::string_view text) {
  if (text.empty() && !field.required) return json();
  if (field.type == FieldType::kInteger) return number<std::uint64_t>(text);
  if (field.type == FieldType::kNumber) return number<double>(text);
  if (field.type == FieldType::kBoolean) return truth(text);
  return std::string(text);
}

}  // namespace

const std::vector<std::string_view>& fact_row_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> out;
    for (const Field& field : flat_fact_table().fields) out.push_back(field.name);
    return out;
  }();
  return names;
}

Result<Fact> fact_of_row(const std::function<std::string_view(std::string_view)>& cell) {
  json record = json::object();
  for (const Field& field : flat_fact_table().fields)
    record[std::string(field.name)] = value_of(field, cell(field.name));
  // Text that is never null in a record may be empty.
  if (record["fingerprint"].is_null()) record["fingerprint"] = "";
  record["value"] = record["outcome"].is_null() ? record["number"] : record["outcome"];
  return fact_of_json(record);
}

}  // namespace recount
