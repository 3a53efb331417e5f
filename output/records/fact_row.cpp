// Rows of tables as facts.
#include <charconv>
#include <cstdint>

#include "output/records/fact_fields.h"
#include "output/records/fact_sink.h"
#include "output/records/record_schema.h"

namespace recount {
namespace {

using Value = FactFields::Value;

template <typename Number>
Value number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::string(text);
  return value;
}

Value truth(std::string_view text) {
  if (text == "true" || text == "TRUE" || text == "1") return true;
  if (text == "false" || text == "FALSE" || text == "0") return false;
  return std::string(text);
}

Value value_of(const Field& field, std::string_view text) {
  if (text.empty() && !field.required) return nullptr;
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

Result<Fact> fact_of_row(const std::function<std::string_view(std::string_view)>& cell,
                         const std::shared_ptr<const Provenance>& before) {
  FactFields fields;
  Value figure = nullptr;
  Value outcome = nullptr;
  for (const Field& field : flat_fact_table().fields) {
    Value value = value_of(field, cell(field.name));
    // Text that is never null in a record may be empty.
    if (field.name == "fingerprint" && std::holds_alternative<std::nullptr_t>(value))
      value = std::string();
    if (const auto at = fields.find(field.name))
      fields[*at] = std::move(value);
    else
      (field.name == "outcome" ? outcome : figure) = std::move(value);
  }
  const bool no_outcome = std::holds_alternative<std::nullptr_t>(outcome);
  fields[*fields.find("value")] = no_outcome ? std::move(figure) : std::move(outcome);
  return fact_of(fields, before);
}

}  // namespace recount
