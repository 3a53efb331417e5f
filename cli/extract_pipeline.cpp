// Method: a pipeline. Parcels are cut one by one, read and extracted in parallel, written in the
// order of the input. A few parcels a thread are on their way at a time. Should they, with what
// came of them, hold more bytes than the budget, no new one is let in until all of them are
// written: a pause that only archives of very large articles know.
#include "cli/extract_pipeline.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <cstdint>
#include <optional>
#include <utility>

#include "cli/stop_signals.h"

namespace recount::cli {
namespace {

namespace tbb = oneapi::tbb;

constexpr std::size_t kParcelsPerThread = 4;
constexpr std::uint64_t kMaxBytesInFlight = std::uint64_t{64} << 20;

class Pipeline {
 public:
  Pipeline(const Extractor& extractor, ArticleSource& source, const WorkOptions& options,
           ExtractOutput& output)
      : extractor_(extractor),
        source_(source),
        options_(options),
        output_(output),
        chain_(output.begin()) {}

  bool run(std::size_t parcels) {
    while (!ended_ && !stopped()) run_until_full(parcels);
    return ended_;
  }

 private:
  bool stopped() const { return stop_ || StopSignals::received() != 0; }

  void run_until_full(std::size_t parcels) {
    const auto read = [this](tbb::flow_control& flow) { return next(flow); };
    const auto work = [this](Parcel parcel) {
      const std::uint64_t bytes = parcel.bytes.size();
      ParcelYield yield = work_on(std::move(parcel), extractor_, options_);
      in_flight_ += yield.size();
      in_flight_ -= bytes;
      return yield;
    };
    const auto write = [this](ParcelYield yield) { take(std::move(yield)); };
    tbb::parallel_pipeline(
        parcels, tbb::make_filter<void, Parcel>(tbb::filter_mode::serial_in_order, read) &
                     tbb::make_filter<Parcel, ParcelYield>(tbb::filter_mode::parallel, work) &
                     tbb::make_filter<ParcelYield, void>(tbb::filter_mode::serial_in_order, write));
  }

  Parcel next(tbb::flow_control& flow) {
    if (!stopped() && in_flight_ < kMaxBytesInFlight) {
      if (std::optional<Parcel> parcel = source_.next()) {
        in_flight_ += parcel->bytes.size();
        return std::move(*parcel);
      }
      ended_ = true;
    }
    flow.stop();
    return {};
  }

  void take(ParcelYield yield) {
    in_flight_ -= yield.size();
    // Of what did not begin where the parcel before it ended, nothing counts.
    while (std::optional<Parcel> again = chain_.mend(yield.trail))
      yield = work_on(std::move(*again), extractor_, options_);
    if (!stop_ && !output_.take(std::move(yield), chain_.position())) stop_ = true;
  }

  const Extractor& extractor_;
  ArticleSource& source_;
  const WorkOptions& options_;
  ExtractOutput& output_;
  ParcelChain chain_;
  bool ended_ = false;  // the input; known to the serial steps only
  std::atomic<bool> stop_ = false;
  std::atomic<std::uint64_t> in_flight_ = 0;  // bytes
};

}  // namespace

bool run_pipeline(const Extractor& extractor, ArticleSource& source, const WorkOptions& options,
                  int threads, ExtractOutput& output) {
  const auto count = static_cast<std::size_t>(threads);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, count);
  tbb::task_arena arena(threads);
  bool ended = false;
  arena.execute(
      [&] { ended = Pipeline(extractor, source, options, output).run(kParcelsPerThread * count); });
  return ended;
}

}  // namespace recount::cli
