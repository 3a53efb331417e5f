// Makes a file of facts and measures `recount reconcile` on it: time and memory of the whole
// command, from the file to the folder of verdicts. Called by scripts/bench.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "output/records/jsonl.h"
#include "tests/bench/mutate/chamber.h"

namespace {

using namespace recount;
using namespace recount::bench;

constexpr double kMostSeconds = 30;   // for a million facts
constexpr double kMostMemory = 1000;  // MB

/// Writes `count` facts of one election for each 200 of them, each told by many articles. Some of
/// the figures are misread, so that there are conflicts to find.
void make(const std::string& path, std::uint64_t count) {
  constexpr std::uint64_t kOfElection = 200;
  std::ofstream file(path, std::ios::binary);
  Random random(2023);
  std::uint64_t made = 0;
  for (std::uint32_t election = 0; made < count && file; ++election) {
    const std::uint64_t end = std::min(count, made + kOfElection);
    // Many articles about one election are its chamber told again and again.
    const Random chamber = random;
    for (std::uint32_t round = 0; made < end; ++round) {
      Random again = chamber;
      for (Fact& fact : random_articles(election, again, round)) {
        if (made == end) break;
        if (random() % 500 == 0) fact.number += 1;
        file << to_json_line(fact) << '\n';
        ++made;
      }
    }
    random.discard(1000);
  }
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

int measure(const std::string& recount, const std::string& facts, const std::string& folder) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    execl(recount.c_str(), recount.c_str(), "reconcile", facts.c_str(), "-o", folder.c_str(),
          nullptr);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const auto cpu = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  const double memory = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
  std::printf("seconds %.1f (processor %.1f), memory %.0f MB; at most %.0f and %.0f\n",
              took.count(), cpu(usage.ru_utime) + cpu(usage.ru_stime), memory, kMostSeconds,
              kMostMemory);
  const bool fine = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return fine && took.count() <= kMostSeconds && memory <= kMostMemory ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  try {
    if (command == "make" && argc == 4) {
      std::uint64_t count = 0;
      const std::string_view text = argv[3];
      std::from_chars(text.data(), text.data() + text.size(), count);
      make(argv[2], count);
      return 0;
    }
    if (command == "measure" && argc == 5) return measure(argv[2], argv[3], argv[4]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  std::fprintf(stderr,
               "usage: recount_reconcile_bench make FILE FACTS | measure RECOUNT FILE DIR\n");
  return 2;
}
