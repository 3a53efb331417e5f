#include "corpus/text_reader.h"

#include <utility>

#include "corpus/sidecar.h"
#include "corpus/streams/file.h"

namespace recount {
namespace {

void override_with(const Metadata& given, Metadata& metadata) {
  if (given.source) metadata.source = given.source;
  if (given.url) metadata.url = given.url;
  if (given.title) metadata.title = given.title;
  if (given.published) metadata.published = given.published;
  if (given.election) metadata.election = given.election;
}

}  // namespace

TextReader::TextReader(const std::vector<std::string>& names, TextReaderOptions options)
    : inputs_(list_inputs(names)), options_(std::move(options)) {}

std::optional<Reading> TextReader::next() {
  if (at_ == inputs_.size()) return std::nullopt;
  const Input& input = inputs_[at_++];
  Reading reading;
  reading.path = input.path;
  if (input.error) {
    reading.errors.push_back(*input.error);
    return reading;
  }
  Result<std::string> text = read_file(input.path, options_.max_bytes);
  if (!text.ok()) {
    reading.errors.push_back(text.error());
    return reading;
  }
  reading.document = Document{input.id, std::move(text.value()), {}};
  read_sidecar(input.path, reading.document->metadata, reading.errors);
  override_with(options_.overrides, reading.document->metadata);
  return reading;
}

}  // namespace recount
