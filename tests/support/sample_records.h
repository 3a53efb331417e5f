// Documents with facts, as writers take them.
#pragma once

#include <string>
#include <vector>

#include "extractor/facts/fact_id.h"
#include "extractor/facts/fingerprint.h"
#include "output/records/record_writer.h"
#include "tests/support/sample_fact.h"

namespace recount::testing {

struct SampleRecord {
  DocumentRecord document;
  std::vector<Fact> facts;
};

/// A document of `path` with `facts` facts, all different.
inline SampleRecord sample_record(const std::string& doc, int facts = 2,
                                  const std::string& path = "news.jsonl") {
  SampleRecord out;
  out.document.doc = doc;
  out.document.path = path;
  out.document.offset = 10;
  out.document.metadata = {"BBC News", "https://example.org/" + doc, "Labour gains", "2023-05-05",
                           std::nullopt};
  out.document.language = "en";
  out.document.bytes = 100;
  out.document.fingerprint = "fedcba9876543210";
  for (int i = 0; i < facts; ++i) {
    Fact fact = sample_fact();
    fact.number = i;
    fact.start = static_cast<std::uint32_t>(i);
    out.facts.push_back(fact);
  }
  rename_document(doc, out.facts);
  return out;
}

/// Writes it; whether that went well.
inline bool write(RecordWriter& writer, const SampleRecord& record) {
  return !writer.write(record.document, record.facts);
}

}  // namespace recount::testing
