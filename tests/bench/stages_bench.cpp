// Speed of each stage of the extractor, in MB of text per second of one thread, beside ICU's word
// breaker and an RE2 search on the same articles in the same run: all samples but those set aside,
// so that facts stand about as close as in news. Rounds of all benchmarks are interleaved, and
// medians taken, so that the ratios hold on a busy machine. Results are checked first.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "extractor/extractor.h"
#include "extractor/lexicon/annotator.h"
#include "extractor/text/tokenizer.h"
#include "tests/bench/pages.h"
#include "tests/bench/yardsticks.h"

namespace {

using namespace recount;

constexpr std::size_t kBytes = 20'000'000;
constexpr int kRounds = 7;

struct Fixture {
  bench::Articles articles = bench::repeated_samples(kBytes);
  std::vector<icu::UnicodeString> utf16 = bench::to_utf16(articles);
  Extractor extractor;
  std::vector<std::vector<Token>> tokens;  // by document
  std::vector<std::string> pages;          // about other things, as HTML
  std::size_t page_bytes = 0;
  std::size_t facts = 0, boundaries = 0, names = 0;

  explicit Fixture(Extractor loaded) : extractor(std::move(loaded)) {
    for (const Document& document : articles.documents) {
      tokenize(document.text, extractor.lexicon().vocabulary, tokens.emplace_back());
      facts += extractor.extract(document).size();
    }
    const bench::PageMaker maker({}, 0, 1);
    while (page_bytes < kBytes) {
      pages.push_back(maker.make(pages.size()).html);
      page_bytes += pages.back().size();
    }
    boundaries = bench::icu_boundaries(utf16);
    names = bench::re2_party_names(articles);
  }
};

/// Ends the run when the timed code gave another result than the untimed.
void expect(std::size_t got, std::size_t wanted, const char* what) {
  if (got == wanted) return;
  std::fprintf(stderr, "recount_bench: %s: %zu instead of %zu\n", what, got, wanted);
  std::exit(1);
}

std::size_t tokenize_all(const Fixture& f) {
  std::vector<Token> out;
  std::size_t count = 0;
  for (const Document& document : f.articles.documents) {
    tokenize(document.text, f.extractor.lexicon().vocabulary, out);
    count += out.size();
  }
  return count;
}

std::size_t segment_all(const Fixture& f) {
  std::vector<Sentence> out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < f.tokens.size(); ++i) {
    segment(f.articles.documents[i].text, f.tokens[i], f.extractor.lexicon().abbreviations, out);
    count += out.size();
  }
  return count;
}

std::size_t annotate_all(const Fixture& f) {
  Annotation out;
  std::size_t count = 0;
  for (const Document& document : f.articles.documents) {
    annotate(document.text, f.extractor.lexicon(), out);
    count += out.sentences.size();
  }
  return count;
}

std::size_t extract_all(const Fixture& f) {
  std::size_t count = 0;
  for (const Document& document : f.articles.documents)
    count += f.extractor.extract(document).size();
  return count;
}

std::size_t sift_all(const Fixture& f) {
  std::size_t count = 0;
  for (const std::string& page : f.pages) count += f.extractor.may_hold_facts(page) ? 1U : 0U;
  return count;
}

void add(const char* name, const Fixture& f, std::size_t (*run)(const Fixture&),
         std::size_t wanted) {
  benchmark::RegisterBenchmark(
      name,
      [=, &f](benchmark::State& state) {
        std::size_t got = 0;
        for (auto _ : state) got = run(f);
        expect(got, wanted, name);
        state.SetBytesProcessed(static_cast<std::int64_t>(f.articles.bytes) * state.iterations());
      })
      ->Iterations(1)
      ->Repetitions(kRounds)
      ->Unit(benchmark::kMillisecond);
}

/// The console's reporter, which also keeps the seconds of each round.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration || run.iterations == 0) continue;
      seconds_[run.run_name.function_name].push_back(run.cpu_accumulated_time /
                                                     static_cast<double>(run.iterations));
    }
    ConsoleReporter::ReportRuns(runs);
  }

  /// Median seconds of one pass, or 0 when it did not run.
  double seconds(const std::string& name) const {
    const auto it = seconds_.find(name);
    if (it == seconds_.end() || it->second.empty()) return 0;
    std::vector<double> sorted = it->second;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }

 private:
  std::map<std::string, std::vector<double>> seconds_;
};

void print_table(const Reporter& reporter, const Fixture& f, double load_ms) {
  const auto utf8 = reporter.seconds("icu_words_utf8"), utf16 = reporter.seconds("icu_words_utf16");
  const double icu = utf8 == 0 ? utf16 : utf16 == 0 ? utf8 : std::min(utf8, utf16);
  std::printf("\n%-40s %10s %10s\n", "stage", "MB/s", "x ICU");
  const auto row = [&](const char* name, double seconds, std::size_t pages = 0) {
    if (seconds <= 0) return;
    const std::size_t bytes = pages > 0 ? pages : f.articles.bytes;
    std::printf("%-40s %10.1f", name, static_cast<double>(bytes) / 1e6 / seconds);
    if (icu > 0 && pages == 0) std::printf(" %10.2f", icu / seconds);
    std::printf("\n");
  };
  row("tokenize", reporter.seconds("tokenize"));
  row("segment", reporter.seconds("segment"));
  row("annotate (with tokenize and segment)", reporter.seconds("annotate"));
  row("rules and discourse (the rest)", reporter.seconds("extract") - reporter.seconds("annotate"));
  row("extract (all of it)", reporter.seconds("extract"));
  row("may_hold_facts, pages of other things", reporter.seconds("may_hold_facts"), f.page_bytes);
  row("yardstick: ICU words, UTF-8", utf8);
  row("yardstick: ICU words, UTF-16", utf16);
  row("yardstick: RE2, twelve party names", reporter.seconds("re2_party_names"));
  std::printf("\npatterns load in %.1f ms; x ICU is against the faster of the two ICU rows\n",
              load_ms);
}

/// Median milliseconds to load the embedded patterns.
double load_time() {
  std::vector<double> times;
  for (int i = 0; i < kRounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(Extractor::load_embedded());
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count());
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<char*> arguments(argv, argv + argc);
  char interleave[] = "--benchmark_enable_random_interleaving=true";
  arguments.insert(arguments.begin() + 1, interleave);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;

  auto loaded = Extractor::load_embedded();
  if (!loaded.ok()) {
    std::fprintf(stderr, "recount_bench: %s\n", loaded.error().message.c_str());
    return 1;
  }
  const Fixture f(std::move(loaded.value()));
  expect(bench::icu_boundaries(f.articles), f.boundaries, "ICU over UTF-8 and UTF-16");
  std::printf(
      "%zu articles, %.1f MB, %zu facts; %zu other pages, %.1f MB, %zu of them let through\n",
      f.articles.documents.size(), static_cast<double>(f.articles.bytes) / 1e6, f.facts,
      f.pages.size(), static_cast<double>(f.page_bytes) / 1e6, sift_all(f));
  add("tokenize", f, tokenize_all, tokenize_all(f));
  add("segment", f, segment_all, segment_all(f));
  add("annotate", f, annotate_all, annotate_all(f));
  add("extract", f, extract_all, f.facts);
  add("may_hold_facts", f, sift_all, sift_all(f));
  add(
      "icu_words_utf8", f, [](const Fixture& x) { return bench::icu_boundaries(x.articles); },
      f.boundaries);
  add(
      "icu_words_utf16", f, [](const Fixture& x) { return bench::icu_boundaries(x.utf16); },
      f.boundaries);
  add(
      "re2_party_names", f, [](const Fixture& x) { return bench::re2_party_names(x.articles); },
      f.names);
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  print_table(reporter, f, load_time());
}
