#include "cli/extract_work.h"

#include <utility>
#include <variant>

#include "corpus/article_reader.h"

namespace recount::cli {
namespace {

/// What is known of the article from outside before it is read.
Metadata known_of(const RawArticle& raw, const WorkOptions& options) {
  Metadata known = raw.metadata;
  if (options.overrides.title) known.title = options.overrides.title;
  if (options.overrides.source) known.source = options.overrides.source;
  if (options.overrides.url) known.url = options.overrides.url;
  return known;
}

void read_document(RawArticle&& raw, const Extractor& extractor, const WorkOptions& options,
                   ParcelYield& out) {
  const std::uint64_t size = raw.bytes.size();
  const bool hopeless = !extractor.may_hold_facts(raw.bytes, known_of(raw, options));
  if (hopeless && options.list_passed_over) out.passed_over_at.push_back({raw.path, raw.offset});
  if (hopeless && !options.keep_all) {
    ++out.documents;
    ++out.passed_over;
    out.bytes += size;
    return;
  }
  Reading reading = read_article(std::move(raw), {options.source.max_document, options.overrides});
  for (Error& error : reading.errors)
    out.failures.push_back({reading.path, reading.offset, std::move(error)});
  if (!reading.document) return;
  ++out.documents;
  out.bytes += size;
  if (hopeless) ++out.passed_over;
  Found& found = out.found.emplace_back();
  found.passed_over = hopeless;
  Document& document = *reading.document;
  found.all = extractor.extract(document);
  found.record.path = std::move(reading.path);
  found.record.offset = reading.offset;
  if (!reading.language.empty()) found.record.language = std::move(reading.language);
  found.record.bytes = document.text.size();
  if (!found.all.empty()) found.record.fingerprint = found.all.front().article->fingerprint;
  found.record.doc = std::move(document.id);
  found.record.metadata = std::move(document.metadata);
  if (options.keep_texts) found.text = std::move(document.text);
}

}  // namespace

std::uint64_t ParcelYield::size() const {
  std::uint64_t sum = sizeof *this;
  for (const RecordPlace& place : passed_over_at) sum += sizeof place + place.path.size();
  for (const Found& one : found) {
    sum += sizeof one + one.text.size() + one.record.path.size();
    for (const Fact& fact : one.all) sum += sizeof fact + fact.quote.size();
  }
  return sum;
}

ParcelYield work_on(Parcel parcel, const Extractor& extractor, const WorkOptions& options) {
  ParcelYield out;
  ParcelReader reader(std::move(parcel), options.source);
  while (std::optional<RawItem> item = reader.next()) {
    if (auto* failure = std::get_if<Failure>(&*item)) {
      out.failures.push_back(std::move(*failure));
    } else {
      read_document(std::move(std::get<RawArticle>(*item)), extractor, options, out);
    }
  }
  out.trail = reader.trail();
  return out;
}

}  // namespace recount::cli
