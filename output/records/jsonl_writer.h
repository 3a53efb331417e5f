// Records as lines of JSON.
#pragma once

#include <optional>
#include <span>
#include <utility>

#include "output/records/atomic_file.h"
#include "output/records/record_writer.h"

namespace recount {

/// A line for each fact, as to_json_line() makes it; documents without facts leave no trace.
class JsonlWriter : public RecordWriter {
 public:
  explicit JsonlWriter(AtomicFile file) : file_(std::move(file)) {}

  std::optional<Error> write(const DocumentRecord& document, std::span<const Fact> facts) override;
  std::optional<Error> flush() override { return file_.flush(); }
  Result<std::uint64_t> checkpoint() override { return file_.checkpoint(); }
  void discard() override { file_.discard(); }
  std::optional<Error> commit() override { return file_.commit(); }
  bool reader_gone() const override { return file_.reader_gone(); }

 private:
  AtomicFile file_;
};

}  // namespace recount
