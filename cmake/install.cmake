# `cmake --install`: the command, the library, its headers and the package recount::recount.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/recount)

install(TARGETS recount_cli RUNTIME)
install(TARGETS recount EXPORT recountTargets ARCHIVE)
install(DIRECTORY corpus extractor output DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/recount
  FILES_MATCHING PATTERN "*.h" PATTERN "samples" EXCLUDE)

install(EXPORT recountTargets NAMESPACE recount:: DESTINATION ${package_dir})
configure_package_config_file(cmake/recountConfig.cmake.in
  ${PROJECT_BINARY_DIR}/recountConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/recountConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/recountConfig.cmake ${PROJECT_BINARY_DIR}/recountConfigVersion.cmake
  DESTINATION ${package_dir})
