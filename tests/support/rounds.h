// How often a test of random input tries.
#pragma once

namespace recount::test {

/// Whether the library in this program was built with the address or the thread sanitizer.
bool sanitized();

/// `count`, or a tenth of it with sanitizers, under which each takes about ten times as long and
/// what differs from round to round is seldom memory.
inline int rounds(int count) { return sanitized() ? count / 10 : count; }

}  // namespace recount::test
