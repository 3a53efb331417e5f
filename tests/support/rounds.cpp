#include "tests/support/rounds.h"

// Only there if a sanitizer's run-time library is: the tests themselves are compiled without, so
// that one set of objects serves every build.
extern "C" __attribute__((weak)) void __asan_init();
extern "C" __attribute__((weak)) void __tsan_init();

namespace recount::test {

bool sanitized() { return __asan_init != nullptr || __tsan_init != nullptr; }

}  // namespace recount::test
