# Compile options that every target of weir shares, as one interface target.
add_library(weir_options INTERFACE)
target_include_directories(weir_options INTERFACE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/lib)
# x86-64-v2 is the floor (SSE4.2, and the SSSE3 that Hyperscan asks for); Hyperscan picks wider paths itself at run time.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(weir_options INTERFACE -march=x86-64-v2)
endif()
target_compile_options(weir_options INTERFACE -Wall -Wextra -Wpedantic $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>)
# gcc 12 sees overlapping copies in std::string's own code (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(weir_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
if(WEIR_SANITIZE)
  target_compile_options(weir_options INTERFACE -fsanitize=${WEIR_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(weir_options INTERFACE -fsanitize=${WEIR_SANITIZE})
endif()

# weir_layer(NAME SOURCES a.cc … [LINK …]): one folder of lib/ as an object library `weir_NAME`.
# Which layers it may include is not said here but in lib/LAYERS, and checked by tools/check/layers.py.
function(weir_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  list(TRANSFORM ARG_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/${name}/)
  add_library(weir_${name} OBJECT ${ARG_SOURCES})
  target_link_libraries(weir_${name} PUBLIC weir_options ${ARG_LINK})
endfunction()

# weir_host_tool(NAME SOURCES a.cc … [LINK …]): tools/a.cc … as the program weir-NAME, which runs at build time; what to call in a
# COMMAND, and to depend on, is WEIR_NAME in capitals. With WEIR_HOST_TOOLS it is the one of that folder, and nothing is built.
function(weir_host_tool name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  string(TOUPPER WEIR_${name} variable)
  if(WEIR_HOST_TOOLS)
    set(${variable} ${WEIR_HOST_TOOLS}/weir-${name} PARENT_SCOPE)
    return()
  endif()
  list(TRANSFORM ARG_SOURCES PREPEND ${PROJECT_SOURCE_DIR}/tools/)
  add_executable(weir-${name} ${ARG_SOURCES})
  target_include_directories(weir-${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(weir-${name} PRIVATE weir_options ${ARG_LINK})
  set(${variable} weir-${name} PARENT_SCOPE)
endfunction()

# weir_test(PATH LIBS…): tests/PATH.cc as a test program `PATH` with / as _, run by ctest.
function(weir_test path)
  string(REPLACE "/" "_" name ${path})
  add_executable(${name} ${path}.cc)
  target_link_libraries(${name} PRIVATE ${ARGN} weir_test_main)
  target_compile_definitions(${name} PRIVATE WEIR_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# weir_tests(NAME SOURCES a_test.cc … [LINK …]): the tests of one folder as one test program, run by ctest. One program a folder
# links in seconds where one a file would take minutes.
function(weir_tests name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE weir_static ${ARG_LINK} weir_test_main)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE WEIR_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()
