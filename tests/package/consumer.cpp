// A program that uses the installed library: prints its version.
#include <recount/extractor/version.h>

#include <iostream>

int main() {
  std::cout << recount::version() << '\n';
  return 0;
}
