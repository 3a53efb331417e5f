#include "tests/bench/articles.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "tests/support/samples.h"

namespace recount::bench {

Articles repeated_samples(std::size_t bytes) {
  std::vector<Document> samples;
  for (const std::string& folder : {test::kSamples, test::kOpenedSamples, test::kRecentSamples}) {
    std::vector<Document> of_folder = test::load_samples(folder);
    std::move(of_folder.begin(), of_folder.end(), std::back_inserter(samples));
  }
  Articles out;
  for (std::size_t i = 0; out.bytes < bytes; ++i) {
    out.documents.push_back(samples[i % samples.size()]);
    out.documents.back().id += '-' + std::to_string(i / samples.size());
    out.bytes += out.documents.back().text.size();
  }
  return out;
}

}  // namespace recount::bench
