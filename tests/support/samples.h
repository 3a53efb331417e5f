// The sample articles of corpus/samples.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"
#include "extractor/facts/fact.h"

namespace recount::test {

/// The folder of the samples that rules are written on, of those that were set aside until lately,
/// and of those set aside.
inline const std::string kSamples = RECOUNT_SOURCE_DIR "/corpus/samples";
inline const std::string kOpenedSamples = kSamples + "/opened";
inline const std::string kRecentSamples = kSamples + "/recent";
inline const std::string kHeldSamples = kSamples + "/held";

/// The sample articles of a folder, sorted by id, each as `recount` would read it with its sidecar.
/// Throws when a file cannot be read.
std::vector<Document> load_samples(const std::string& folder = kSamples);

/// The bytes of a file. Throws when it cannot be read.
std::string read_bytes(const std::string& path);

/// The facts as records, a line each.
std::string rendered(const std::vector<Fact>& facts);

}  // namespace recount::test
