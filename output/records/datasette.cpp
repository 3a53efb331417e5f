#include "output/records/datasette.h"

#include <array>
#include <nlohmann/json.hpp>

#include "output/records/datapackage.h"
#include "output/records/sqlite_schema.h"

namespace recount {
namespace {

using nlohmann::ordered_json;

/// What a table or view is shown with, besides what the schema says.
struct Display {
  std::string_view name;
  std::string_view facets = {};     // names of columns, apart by spaces
  std::string_view label = {};      // what stands for a row
  std::string_view sort = {};       // ascending
  std::string_view sort_desc = {};  // descending
  std::string_view percent = {};    // the column in percent
  bool hidden = false;
};

constexpr std::array kDisplays{
    Display{.name = "facts", .facets = "measure party election place_kind bound", .label = "quote"},
    Display{.name = "documents",
            .facets = "source language",
            .label = "title",
            .sort_desc = "published"},
    Display{.name = "councils", .facets = "kind nation region", .label = "name"},
    Display{.name = "areas", .facets = "kind", .label = "name"},
    Display{.name = "parties", .label = "name"},
    Display{.name = "registrations", .label = "name"},
    Display{.name = "runs", .sort_desc = "run"},
    Display{.name = "facts_with_documents", .facets = "measure party_name source election"},
    Display{.name = "figures", .facets = "measure party election", .hidden = true},
    Display{.name = "best_figures", .facets = "measure party election", .hidden = true},
    Display{.name = "latest_composition", .facets = "party_name election"},
    Display{.name = "gains_and_losses", .facets = "party_name election"},
    Display{.name = "gains_and_losses_by_party", .facets = "election"},
    Display{.name = "control_changes", .facets = "election before after"},
    Display{.name = "contradictions", .facets = "measure election"},
    Display{.name = "turnout_by_council", .facets = "election", .percent = "turnout"},
    Display{.name = "council_elections", .facets = "election", .percent = "turnout"},
    Display{.name = "national_totals", .facets = "measure area party_name election"},
};

ordered_json words(std::string_view text) {
  ordered_json out = ordered_json::array();
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

void show(std::string_view name, ordered_json& out) {
  for (const Display& display : kDisplays) {
    if (display.name != name) continue;
    if (!display.facets.empty()) out["facets"] = words(display.facets);
    if (!display.label.empty()) out["label_column"] = display.label;
    if (!display.sort.empty()) out["sort"] = display.sort;
    if (!display.sort_desc.empty()) out["sort_desc"] = display.sort_desc;
    if (!display.percent.empty()) out["units"][std::string(display.percent)] = "percent";
    if (display.hidden) out["hidden"] = true;
  }
}

ordered_json table_json(const Table& table) {
  ordered_json out;
  out["title"] = table.title;
  out["description"] = table.description;
  for (const Field& field : table.fields) {
    std::string text(field.description);
    if (!field.unit.empty()) text.append(" (").append(field.unit).append(")");
    out["columns"][std::string(field.name)] = std::move(text);
  }
  show(table.name, out);
  return out;
}

}  // namespace

std::string datasette_metadata(const std::string& file) {
  ordered_json tables;
  for (const Table* table : sqlite_tables()) tables[std::string(table->name)] = table_json(*table);
  for (const View& view : sqlite_views()) {
    ordered_json& out = tables[std::string(view.name)];
    out["title"] = view.title;
    out["description"] = view.description;
    show(view.name, out);
  }
  ordered_json database;
  database["title"] = fact_table().title;
  database["description"] = fact_table().description;
  database["tables"] = std::move(tables);
  ordered_json out;
  out["title"] = fact_table().title;
  out["description"] = fact_table().description;
  out["custom_units"] = {"percent = [] = %"};
  out["databases"][file_stem(file)] = std::move(database);
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace recount
