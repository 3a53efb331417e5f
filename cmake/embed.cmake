# recount_embed(<output.cpp> <root> <file>...)
# Writes <output.cpp>, which implements extractor/rules/embedded_patterns.h: the bytes of each file
# enter the object file by the assembler's .incbin, so no tool is needed but the compiler and the
# files are not parsed. The source is compiled again when one of the files changes.
function(recount_embed output root)
  set(blobs "")
  set(symbols "")
  set(table "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${root} OUTPUT_VARIABLE path)
    set(symbol recount_pattern_${index})
    string(APPEND blobs "RECOUNT_EMBED(${symbol}, \"${file}\")\n")
    string(APPEND symbols "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND table "      file(\"${path}\", ${symbol}, ${symbol}_end),\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [==[
// Written by cmake/embed.cmake.
#include "extractor/rules/embedded_patterns.h"

#include <array>
#include <cstddef>

#define RECOUNT_EMBED(symbol, path)                          \
  __asm__(".pushsection .rodata\n"                           \
          ".global " #symbol "\n.global " #symbol "_end\n"   \
          #symbol ":\n.incbin \"" path "\"\n" #symbol "_end:\n" \
          ".popsection\n");
@blobs@
extern "C" {
@symbols@}

namespace recount {

std::span<const EmbeddedFile> embedded_patterns() {
  [[maybe_unused]] const auto file = [](std::string_view path, const char* begin, const char* end) {
    return EmbeddedFile{path, std::string_view(begin, static_cast<std::size_t>(end - begin))};
  };
  static const std::array<EmbeddedFile, @index@> files{{
@table@  }};
  return files;
}

}  // namespace recount
]==])
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
