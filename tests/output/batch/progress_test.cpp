#include "output/batch/progress.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/support/temp_folder.h"

namespace recount {
namespace {

using testing::read_file;
using testing::TempFolder;
using namespace std::chrono_literals;

ProgressState halfway() {
  ProgressState state;
  state.documents = 12'345;
  state.facts = 3'210;
  state.bytes = 120'000'000;
  state.disk_bytes = 50'000'000;
  state.disk_bytes_total = 100'000'000;
  state.seconds = 60;
  return state;
}

TEST_CASE("progress: a line tells what is known") {
  ProgressState state = halfway();
  CHECK(progress_line(state) == "12,345 documents, 2.0 MB/s, 3,210 facts, 50%, 1 min left");
  state.failed = 2;
  state.disk_bytes_total.reset();
  CHECK(progress_line(state) == "12,345 documents, 2.0 MB/s, 3,210 facts, 2 failed");
  CHECK(progress_line({}) == "0 documents, 0.0 MB/s, 0 facts");
}

TEST_CASE("progress: time left is told once it is more than a guess") {
  ProgressState state = halfway();
  state.seconds = 1;
  CHECK(progress_line(state).find("left") == std::string::npos);
  state = halfway();
  state.disk_bytes = 400'000;
  CHECK(progress_line(state).find("left") == std::string::npos);
  state = halfway();
  state.disk_bytes_before = 45'000'000;  // this run has done a tenth of what it has to do
  CHECK(progress_line(state).find("10 min left") != std::string::npos);
  state.disk_bytes_before = state.disk_bytes;
  CHECK(progress_line(state).find("left") == std::string::npos);
}

TEST_CASE("progress: a bar fits the terminal") {
  CHECK(progress_bar(halfway(), 100).rfind("[##########..........] 12,345 documents", 0) == 0);
  CHECK(progress_bar(halfway(), 30).size() == 29);
  CHECK(progress_bar(halfway(), 0).empty());
}

/// What a display writes that lives for `time`, with one message in between.
std::string shown(ProgressDisplay::Options options, std::chrono::milliseconds time,
                  bool* any = nullptr) {
  const TempFolder folder;
  const std::string path = folder.path("log");
  options.fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  RunningCounts counts;
  counts.documents = 7;
  {
    ProgressDisplay display(counts, options);
    std::this_thread::sleep_for(time);
    display.report("a.txt: bad");
    const bool was_shown = display.stop();
    if (any != nullptr) *any = was_shown;
  }
  ::close(options.fd);
  return read_file(path);
}

TEST_CASE("progress: lines in a log and nothing in a run that is short or quiet") {
  bool any = false;
  ProgressDisplay::Options options;
  CHECK(shown(options, 0ms, &any) == "recount: a.txt: bad\n");
  CHECK_FALSE(any);
  options.interval = 20ms;
  const std::string log = shown(options, 200ms, &any);
  CHECK(any);
  CHECK(log.rfind("recount: 7 documents, 0.0 MB/s, 0 facts\n", 0) == 0);
  CHECK(log.find("\nrecount: a.txt: bad\n") != std::string::npos);
  CHECK(log.find('\r') == std::string::npos);
  options.shown = false;
  CHECK(shown(options, 50ms, &any) == "recount: a.txt: bad\n");
  CHECK_FALSE(any);
}

TEST_CASE("progress: the bar makes way for a message and is gone at the end") {
  ProgressDisplay::Options options;
  options.terminal = true;
  const std::string screen = shown(options, 600ms);
  CHECK(screen.rfind("\r\x1b[K7 documents", 0) == 0);
  CHECK(screen.find("\r\x1b[Krecount: a.txt: bad\n") != std::string::npos);
  CHECK(screen.substr(screen.rfind('\n') + 1).find("documents") == std::string::npos);
}

}  // namespace
}  // namespace recount
