#include "output/batch/checkpoint.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace recount {
namespace {

using nlohmann::json;

json summary_of(const Summary& summary) {
  return {summary.documents, summary.passed_over, summary.empty,    summary.copies,
          summary.failed,    summary.faults,      summary.bytes,    summary.disk_bytes,
          summary.seconds,   summary.facts,       summary.accepted, summary.rejected,
          summary.corrected};
}

Summary summary_from(const json& from) {
  Summary summary;
  summary.documents = from.at(0);
  summary.passed_over = from.at(1);
  summary.empty = from.at(2);
  summary.copies = from.at(3);
  summary.failed = from.at(4);
  summary.faults = from.at(5);
  summary.bytes = from.at(6);
  summary.disk_bytes = from.at(7);
  summary.seconds = from.at(8);
  summary.facts = from.at(9);
  summary.accepted = from.at(10);
  summary.rejected = from.at(11);
  summary.corrected = from.at(12);
  return summary;
}

}  // namespace

std::string to_journal_line(const Checkpoint& checkpoint) {
  const Position& position = checkpoint.position;
  json ids = json::array();
  for (const GivenId& id : checkpoint.ids) {
    ids.push_back(id.taken);
    if (id.number != 0) ids.push_back({id.wanted, id.number});
  }
  json texts = json::array();
  for (const CopiedText& text : checkpoint.texts)
    texts.push_back({text.doc, text.fingerprint, text.says});
  const json out{{"position", {position.input, position.offset, position.parcels}},
                 {"records", checkpoint.record_bytes},
                 {"errors", checkpoint.error_bytes},
                 {"copies", checkpoint.copy_bytes},
                 {"passed_over", checkpoint.passed_bytes},
                 {"summary", summary_of(checkpoint.summary)},
                 {"ids", ids},
                 {"texts", texts}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Checkpoint> parse_journal_line(std::string_view line) {
  Checkpoint out;
  try {
    const json from = json::parse(line);
    const json& position = from.at("position");
    out.position = {position.at(0), position.at(1), position.at(2)};
    out.record_bytes = from.at("records");
    out.error_bytes = from.at("errors");
    out.copy_bytes = from.at("copies");
    out.passed_bytes = from.at("passed_over");
    out.summary = summary_from(from.at("summary"));
    for (const json& id : from.at("ids")) {
      if (id.is_array() && !out.ids.empty()) {
        out.ids.back().wanted = id.at(0);
        out.ids.back().number = id.at(1);
      } else {
        out.ids.push_back({id, 0, 0});
      }
    }
    for (const json& text : from.at("texts")) {
      out.texts.push_back({text.at(0), text.at(1), text.at(2)});
    }
  } catch (const json::exception& error) {
    return Error{ErrorCode::kBadRecord, std::string("no checkpoint: ") + error.what()};
  }
  return out;
}

}  // namespace recount
