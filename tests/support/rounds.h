// How often a test of random input tries.
#pragma once

namespace recount::test {

/// `count`, or a tenth of it with sanitizers, under which each takes about ten times as long and
/// what differs from round to round is seldom memory.
constexpr int rounds(int count) {
#ifdef RECOUNT_SANITIZED
  return count / 10;
#else
  return count;
#endif
}

}  // namespace recount::test
