#include "tests/bench/articles.h"

#include "tests/support/samples.h"

namespace recount::bench {

Articles repeated_samples(std::size_t bytes) {
  const std::vector<Document> samples = test::load_samples();
  Articles out;
  for (std::size_t i = 0; out.bytes < bytes; ++i) {
    out.documents.push_back(samples[i % samples.size()]);
    out.documents.back().id += '-' + std::to_string(i / samples.size());
    out.bytes += out.documents.back().text.size();
  }
  return out;
}

}  // namespace recount::bench
