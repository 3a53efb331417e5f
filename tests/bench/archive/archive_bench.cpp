// Makes a WARC archive and measures `recount extract` on it: memory, and speed beside zlib that
// only inflates the same file. Called by scripts/bench-archive.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/archive/warc_writer.h"
#include "tests/bench/pages.h"
#include "tests/support/samples.h"

namespace {

using namespace recount::bench;
using Clock = std::chrono::steady_clock;

constexpr double kElectionShare = 0.02;
constexpr double kMostMemory = 200;  // MB, with two threads
constexpr double kLeastSpeed = 0.5;  // of that of inflating
constexpr double kLeastGain = 1.7;   // from a second thread

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// --- making
// ---------------------------------------------------------------------------------------

/// Pages [first, first + count) as members of gzip; adds the bytes that they inflate to.
std::string members(const PageMaker& pages, std::uint64_t first, std::uint64_t count,
                    std::uint64_t& bytes) {
  std::string out;
  for (std::uint64_t number = first; number < first + count; ++number) {
    const Page page = pages.make(number);
    constexpr Transfer kTransfers[] = {Transfer::kPlain, Transfer::kPlain, Transfer::kChunked,
                                       Transfer::kGzip, Transfer::kChunkedGzip};
    const Transfer transfer = kTransfers[number * 7 % std::size(kTransfers)];
    const std::string record = response_record(page.url, page.html, transfer, number + 1);
    bytes += record.size();
    out += gzip_member(record);
  }
  return out;
}

/// Writes an archive of at least `bytes` bytes uncompressed.
void make(const std::string& path, std::uint64_t bytes, std::uint64_t seed) {
  std::ofstream file(path, std::ios::binary);
  file << gzip_member(warcinfo_record());
  const PageMaker pages(recount::test::load_samples(), kElectionShare, seed);
  constexpr std::uint64_t kAtATime = 64;
  const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  std::uint64_t number = 0;
  for (std::uint64_t made = 0; made < bytes && file;) {
    std::vector<std::string> parts(threads);
    std::vector<std::uint64_t> sizes(threads);
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < threads; ++i) {
      workers.emplace_back([&, i, first = number + i * kAtATime] {
        parts[i] = members(pages, first, kAtATime, sizes[i]);
      });
    }
    for (std::thread& worker : workers) worker.join();
    for (std::size_t i = 0; i < threads && made < bytes; ++i) {
      file << parts[i];
      made += sizes[i];
      number += kAtATime;
    }
  }
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
  std::fprintf(stderr, "%s: %llu pages\n", path.c_str(), static_cast<unsigned long long>(number));
}

// --- measuring
// ------------------------------------------------------------------------------------

/// Inflates all members with zlib, as cheaply as zlib can; the bytes that come out.
std::uint64_t inflate_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> in(1 << 18), out(1 << 18);
  z_stream z{};
  if (inflateInit2(&z, 15 + 16) != Z_OK) throw std::runtime_error("zlib");
  std::uint64_t total = 0;
  while (file.read(in.data(), static_cast<std::streamsize>(in.size())), file.gcount() > 0) {
    z.next_in = reinterpret_cast<Bytef*>(in.data());
    z.avail_in = static_cast<uInt>(file.gcount());
    while (z.avail_in > 0) {
      z.next_out = reinterpret_cast<Bytef*>(out.data());
      z.avail_out = static_cast<uInt>(out.size());
      const int status = inflate(&z, Z_NO_FLUSH);
      total += out.size() - z.avail_out;
      if (status == Z_STREAM_END)
        inflateReset(&z);
      else if (status != Z_OK)
        throw std::runtime_error(path + " is damaged");
    }
  }
  inflateEnd(&z);
  return total;
}

struct Measured {
  double seconds = 1e9;  // of the best round
  double cpu_seconds = 0;
  double peak_mb = 0;  // of the worst round
  std::string output;  // the records
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Runs the command once and adds the round to `out`.
void run(const std::string& recount, const std::string& archive, const char* threads,
         Measured& out) {
  const std::string records = archive + ".records.jsonl";
  const auto begin = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execl(recount.c_str(), recount.c_str(), "extract", "--quiet", "-j", threads, "-o",
          records.c_str(), archive.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const double seconds = seconds_since(begin);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw std::runtime_error("recount extract failed on " + archive);
  const auto cpu = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  if (seconds < out.seconds) {
    out.seconds = seconds;
    out.cpu_seconds = cpu(usage.ru_utime) + cpu(usage.ru_stime);
  }
  out.peak_mb = std::max(out.peak_mb, static_cast<double>(usage.ru_maxrss) / 1024);
  out.output = bytes_of(records);
  std::remove(records.c_str());
}

const char* verdict(bool good) { return good ? "reached" : "MISSED"; }

/// Rounds of all three are interleaved, so that the ratios hold on a busy machine.
int measure(const std::string& recount, const std::string& archive, int rounds) {
  double inflating = 1e9;
  std::uint64_t bytes = 0;
  Measured one, two;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = Clock::now();
    bytes = inflate_all(archive);
    inflating = std::min(inflating, seconds_since(begin));
    run(recount, archive, "1", one);
    run(recount, archive, "2", two);
    if (one.output != two.output || one.output.empty())
      throw std::runtime_error("one thread and two gave different records, or none");
  }
  const auto facts = std::count(one.output.begin(), one.output.end(), '\n');
  std::printf("%s: %.0f MB uncompressed, %td facts, best of %d rounds\n\n", archive.c_str(),
              static_cast<double>(bytes) / 1e6, facts, rounds);
  std::printf("%-24s %9s %9s %9s %9s\n", "", "seconds", "MB/s", "CPU s", "peak MB");
  const auto row = [&](const char* name, double seconds, const Measured* run) {
    std::printf("%-24s %9.2f %9.0f", name, seconds, static_cast<double>(bytes) / 1e6 / seconds);
    if (run != nullptr) std::printf(" %9.2f %9.0f", run->cpu_seconds, run->peak_mb);
    std::printf("\n");
  };
  row("zlib, inflating only", inflating, nullptr);
  row("recount extract -j 1", one.seconds, &one);
  row("recount extract -j 2", two.seconds, &two);
  const double speed = inflating / one.seconds, gain = one.seconds / two.seconds;
  std::printf("\n-j 1 / inflating  %5.2f   at least %.1f: %s\n", speed, kLeastSpeed,
              verdict(speed >= kLeastSpeed));
  std::printf("-j 2 / -j 1       %5.2f   at least %.1f: %s\n", gain, kLeastGain,
              verdict(gain >= kLeastGain));
  std::printf("peak MB at -j 2   %5.0f   at most %.0f: %s\n", two.peak_mb, kMostMemory,
              verdict(two.peak_mb <= kMostMemory));
  const bool good = speed >= kLeastSpeed && gain >= kLeastGain && two.peak_mb <= kMostMemory;
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  try {
    if (args.size() == 4 && args[0] == "make") {
      make(args[1], std::stoull(args[2]) * 1'000'000, std::stoull(args[3]));
      return 0;
    }
    if (args.size() == 4 && args[0] == "measure")
      return measure(args[1], args[2], std::stoi(args[3]));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "recount_archive_bench: %s\n", error.what());
    return 2;
  }
  std::fprintf(stderr, "recount_archive_bench make FILE MB SEED | measure RECOUNT FILE ROUNDS\n");
  return 2;
}
