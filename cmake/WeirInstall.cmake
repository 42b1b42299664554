# What `cmake --install` puts where: the shared library, the public headers, the command, a CMake package and a .pc file.
#
#   find_package(weir 0.1 REQUIRED)            pkg-config --cflags --libs weir
#   target_link_libraries(app weir::weir)
#
# The archive (weir_static) and the audit library are not installed: they would drag weir's own dependencies into every user.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/weir)
install(TARGETS weir EXPORT weirTargets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/weir DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
if(TARGET weir_command)
  install(TARGETS weir_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(EXPORT weirTargets NAMESPACE weir:: DESTINATION ${package_dir})

configure_package_config_file(cmake/weirConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/weirConfig.cmake
  INSTALL_DESTINATION ${package_dir})
# Before 1.0 a minor version may break: find_package(weir 0.1) takes any 0.1.x and nothing else.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/weirConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/weirConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/weirConfigVersion.cmake
  DESTINATION ${package_dir})

# CMAKE_INSTALL_LIBDIR may have several parts (lib/x86_64-linux-gnu): the way back up to the prefix is computed, not assumed.
file(RELATIVE_PATH WEIR_PC_UP /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
configure_file(cmake/weir.pc.in ${CMAKE_CURRENT_BINARY_DIR}/weir.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/weir.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/weir)
