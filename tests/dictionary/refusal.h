// How a table says that a source is refused: the columns line, column and message.
#ifndef WEIR_TESTS_DICTIONARY_REFUSAL_H_
#define WEIR_TESTS_DICTIONARY_REFUSAL_H_

#include <gtest/gtest.h>

#include <string>

#include "absl/status/status.h"
#include "base/error.h"
#include "tests/table.h"

namespace weir::tests {

// Expects `error` to be at the row's place in `file`, and to hold the row's message.
inline void ExpectRefused(const absl::Status& error, const std::string& file, const Row& row) {
  const Status status = ToPublic(error);
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.file(), file);
  EXPECT_EQ(std::to_string(status.line()), row["line"]) << status.ToString();
  EXPECT_EQ(std::to_string(status.column()), row["column"]) << status.ToString();
  EXPECT_NE(status.message().find(row["message"]), std::string::npos) << status.message();
}

}  // namespace weir::tests

#endif  // WEIR_TESTS_DICTIONARY_REFUSAL_H_
