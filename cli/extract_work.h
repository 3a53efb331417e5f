// The parallel step of `recount extract`: from a parcel to what is in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/article_source.h"
#include "corpus/document.h"
#include "extractor/extractor.h"
#include "output/records/record_writer.h"

namespace recount::cli {

struct WorkOptions {
  SourceOptions source;
  Metadata overrides;         // hold for all articles
  double min_confidence = 0;  // 0..1; facts below are left out
  bool keep_texts = false;    // --emit-text wants them
  bool keep_all = false;      // also what cannot hold a fact
  bool list_passed_over = false;
};

/// Where a record begins: in which input, and at which byte of it.
struct RecordPlace {
  std::string path;
  std::uint64_t offset = 0;
};

/// What came of one article.
struct Found {
  DocumentRecord record;     // `doc` is not yet unique
  std::string text;          // if kept
  std::vector<Fact> all;     // its facts, also those of little confidence
  bool passed_over = false;  // cannot hold a fact and was not parsed
};

/// What came of one parcel, in the order of the input.
struct ParcelYield {
  std::vector<Found> found;  // without those passed over, unless all are kept
  std::vector<Failure> failures;
  std::uint64_t documents = 0;              // read, those passed over included
  std::uint64_t passed_over = 0;            // of them
  std::vector<RecordPlace> passed_over_at;  // if they are listed
  std::uint64_t bytes = 0;                  // of documents
  Trail trail;

  /// Bytes that it keeps in memory, roughly.
  std::uint64_t size() const;
};

/// Reads all articles of `parcel` and finds their facts. Thread-safe.
ParcelYield work_on(Parcel parcel, const Extractor& extractor, const WorkOptions& options);

}  // namespace recount::cli
