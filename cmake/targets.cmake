# How our own targets are compiled, and how a folder becomes a layer of the library.

# recount_configure_target(<target>)
# Our warnings and include root for <target>; nothing of it reaches the users of the target.
function(recount_configure_target target)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    # GCC 12 reports std::string concatenation that is correct (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    # Sources that are compiled together are no headers, as which GCC sees them.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wno-subobject-linkage>
    $<$<BOOL:${RECOUNT_WARNINGS_AS_ERRORS}>:-Werror>)
endfunction()

# recount_glob(<variable> <pattern>... [EXCLUDE <folder>...])
# Sets <variable> to the files below the current folder whose names match, sorted, without those in
# the excluded folders. A new file is noticed at the next build.
function(recount_glob variable)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "EXCLUDE")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS
    RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${arg_UNPARSED_ARGUMENTS})
  foreach(folder IN LISTS arg_EXCLUDE)
    list(FILTER files EXCLUDE REGEX "^${folder}/")
  endforeach()
  list(TRANSFORM files PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  set(${variable} ${files} PARENT_SCOPE)
endfunction()

# recount_add_layer(<name> <source>...)
# The object library recount_<name>, joined into the library recount. A layer of headers only has none.
function(recount_add_layer name)
  if(NOT ARGN)
    return()
  endif()
  add_library(recount_${name} OBJECT ${ARGN})
  recount_configure_target(recount_${name})
  target_link_libraries(recount_${name} PRIVATE ${RECOUNT_DEPENDENCIES})
  target_sources(recount PRIVATE $<TARGET_OBJECTS:recount_${name}>)
endfunction()
