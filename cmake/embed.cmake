# recount_embed_blob(<symbol> <file>): adds the bytes of the file to `blobs` and `symbols`.
macro(recount_embed_blob symbol file)
  string(APPEND blobs "RECOUNT_EMBED(${symbol}, \"${file}\")\n")
  string(APPEND symbols "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
endmacro()

# What makes `blobs` and `symbols` part of a source.
set(recount_embed_template [==[
#define RECOUNT_EMBED(symbol, path)                          \
  __asm__(".pushsection .rodata\n"                           \
          ".global " #symbol "\n.global " #symbol "_end\n"   \
          #symbol ":\n.incbin \"" path "\"\n" #symbol "_end:\n" \
          ".popsection\n");
@blobs@
extern "C" {
@symbols@}
]==])

# recount_embed(<output.cpp> <root> <file>...)
# Writes <output.cpp>, which implements extractor/rules/embedded_patterns.h: the bytes of each file,
# and of each TOML file its tree as recount_pack_patterns packs it during the build, enter the
# object file by the assembler's .incbin. The source is compiled again when one of the files changes.
# Sets recount_packed_trees to the files of the trees: sources of the target that has <output.cpp>.
function(recount_embed output root)
  set(blobs "")
  set(symbols "")
  set(table "")
  set(index 0)
  set(trees "")
  set(parsed "")
  set(arguments "")
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${root} OUTPUT_VARIABLE path)
    set(symbol recount_pattern_${index})
    set(views "view(${symbol}, ${symbol}_end)")
    recount_embed_blob(${symbol} ${file})
    if(path MATCHES "\\.toml$")
      set(tree ${CMAKE_CURRENT_BINARY_DIR}/packed/${path}.tree)
      cmake_path(GET tree PARENT_PATH folder)
      file(MAKE_DIRECTORY ${folder})
      list(APPEND trees ${tree})
      list(APPEND parsed ${file})
      list(APPEND arguments ${tree} ${file})
      string(APPEND views ", view(${symbol}_tree, ${symbol}_tree_end)")
      recount_embed_blob(${symbol}_tree ${tree})
    else()
      string(APPEND views ", {}")
    endif()
    string(APPEND table "      EmbeddedFile{\"${path}\", ${views}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  add_custom_command(OUTPUT ${trees}
    COMMAND recount_pack_patterns ${arguments}
    DEPENDS recount_pack_patterns ${parsed}
    COMMENT "Parsing the patterns"
    VERBATIM)
  string(CONFIGURE "${recount_embed_template}" recount_embed_symbols @ONLY)
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [==[
// Written by cmake/embed.cmake.
#include "extractor/rules/embedded_patterns.h"

#include <array>
#include <cstddef>

@recount_embed_symbols@
namespace recount {

std::span<const EmbeddedFile> embedded_patterns() {
  [[maybe_unused]] const auto view = [](const char* begin, const char* end) {
    return std::string_view(begin, static_cast<std::size_t>(end - begin));
  };
  static const std::array<EmbeddedFile, @index@> files{{
@table@  }};
  return files;
}

}  // namespace recount
]==])
  # By itself: what an object depends on is forgotten where sources are compiled together.
  set_source_files_properties(${output} PROPERTIES
    OBJECT_DEPENDS "${ARGN};${trees}" SKIP_UNITY_BUILD_INCLUSION ON)
  set(recount_packed_trees ${trees} PARENT_SCOPE)
endfunction()

# recount_embed_site(<output.cpp> <root> <file>...)
# Writes <output.cpp>, which implements output/report/site_assets.h: the bytes of each file likewise.
function(recount_embed_site output root)
  set(blobs "")
  set(symbols "")
  set(table "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${root} OUTPUT_VARIABLE path)
    set(symbol recount_site_${index})
    recount_embed_blob(${symbol} ${file})
    string(APPEND table "      SiteAsset{\"${path}\", view(${symbol}, ${symbol}_end)},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(CONFIGURE "${recount_embed_template}" recount_embed_symbols @ONLY)
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [==[
// Written by cmake/embed.cmake.
#include "output/report/site_assets.h"

#include <array>
#include <cstddef>

@recount_embed_symbols@
namespace recount {

std::span<const SiteAsset> site_assets() {
  [[maybe_unused]] const auto view = [](const char* begin, const char* end) {
    return std::string_view(begin, static_cast<std::size_t>(end - begin));
  };
  static const std::array<SiteAsset, @index@> files{{
@table@  }};
  return files;
}

}  // namespace recount
]==])
  set_source_files_properties(${output} PROPERTIES
    OBJECT_DEPENDS "${ARGN}" SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
