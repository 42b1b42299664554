// Comments out of files in every format, whatever the size of the reads and wherever a buffer ends.
#include "input.h"

#include <unistd.h>

#include <fstream>

#include <gtest/gtest.h>

namespace weir::tool {
namespace {

class InputTest : public testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& bytes) {
    std::string path = testing::TempDir() + "weir_input_" + std::to_string(getpid()) + "_" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    paths_.push_back(path);
    return path;
  }
  void TearDown() override {
    for (const std::string& path : paths_) unlink(path.c_str());
  }

  // The comments as "id|text", and the number of errors.
  std::vector<std::string> Read(const std::string& path, InputSettings settings = {}, uint64_t errors = 0) {
    CommentReader reader(std::move(settings), Lang::kEn);
    std::vector<std::string> out;
    Comment comment;
    if (reader.Open(path)) {
      while (reader.Read(false, &comment) == Next::kItem) out.push_back(comment.id + "|" + comment.text);
    }
    EXPECT_EQ(reader.errors(), errors) << path;
    return out;
  }

 private:
  std::vector<std::string> paths_;
};

using Lines = std::vector<std::string>;

TEST_F(InputTest, LinesAreWhatStandsBetweenLineEnds) {
  const std::pair<std::string, Lines> kRows[] = {
      {"", {}},
      {"\n", {"1|"}},
      {"a", {"1|a"}},
      {"a\n", {"1|a"}},
      {"a\n\nb", {"1|a", "2|", "3|b"}},
      {"a\r\nb\r\r\n", {"1|a", "2|b\r"}},
      {"\r", {"1|"}},
      {"\xef\xbb\xbf", {}},
      {"\xef\xbb\xbf"
       "a\n\xef\xbb\xbf"
       "b",
       {"1|a",
        "2|\xef\xbb\xbf"
        "b"}},
      {std::string("a\0b\n", 4), {std::string("1|a\0b", 5)}},
      {"\xff\n", {"1|\xff"}},
  };
  for (const auto& [bytes, expected] : kRows) EXPECT_EQ(Read(Write("a.txt", bytes)), expected);
}

TEST_F(InputTest, LongLinesCrossBuffers) {
  for (size_t length : {65535u, 65536u, 65537u, 131072u, 1048576u}) {
    std::string line(length, 'x');
    Lines got = Read(Write("long.txt", line + "\n" + line));
    ASSERT_EQ(got.size(), 2u) << length;
    EXPECT_EQ(got[0].size(), length + 2);
    EXPECT_EQ(got[1].size(), length + 2);
  }
}

TEST_F(InputTest, ALineOverTheLimitIsLeftOutAndTheRestRead) {
  std::string line(ByteSource::kLongestLine + 1, 'x');
  EXPECT_EQ(Read(Write("huge.txt", "a\n" + line + "\nb\n"), {}, 1), (Lines{"1|a", "3|b"}));
}

TEST_F(InputTest, JsonLines) {
  std::string bytes = "{\"text\":\"a\"}\r\n \n{\"text\":\"b\",\"id\":\"x\"}\nno\n{\"text\":\"c\xff\"}";
  EXPECT_EQ(Read(Write("a.jsonl", bytes), {}, 1), (Lines{"1|a", "x|b", "5|c\uFFFD"}));
}

TEST_F(InputTest, TablesAndTheirIds) {
  EXPECT_EQ(Read(Write("a.csv", "text,n\r\n\"x\r\ny\",1\r\nz,2\r\n")), (Lines{"2|x\r\ny", "4|z"}));
  EXPECT_EQ(Read(Write("b.csv", "id,text\na,x\n,y\n\n")), (Lines{"a|x", "3|y"}));
  EXPECT_EQ(Read(Write("c.csv", "text\nx\n\ny\n")), (Lines{"2|x", "3|", "4|y"}));
  EXPECT_EQ(Read(Write("d.tsv", "n\ttext\n1\ta\\nb\n")), (Lines{"2|a\nb"}));
  EXPECT_EQ(Read(Write("e.csv", "a,b\n1,2\n"), {}, 1), Lines{});
  EXPECT_EQ(Read(Write("f.csv", "")), Lines{});
  InputSettings settings;
  settings.column = "b";
  EXPECT_EQ(Read(Write("g.csv", "a,b\n1,2\n"), settings), (Lines{"2|2"}));
}

TEST_F(InputTest, FormatsGoByExtension) {
  const std::pair<const char*, InputFormat> kRows[] = {
      {"a.txt", InputFormat::kLines},   {"a", InputFormat::kLines},        {"-", InputFormat::kLines},
      {"a.jsonl", InputFormat::kJsonl}, {"a.ndjson", InputFormat::kJsonl}, {"a.CSV", InputFormat::kCsv},
      {"a.tsv.gz", InputFormat::kTsv},  {"a.gz", InputFormat::kLines},     {"csv", InputFormat::kLines},
  };
  for (auto [path, format] : kRows) EXPECT_EQ(FormatOf(path), format) << path;
}

TEST_F(InputTest, APauseComesBetweenAnyTwoBytes) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  std::string path = "/dev/fd/" + std::to_string(ends[0]);
  CommentReader reader({InputFormat::kCsv, "text", "text"}, Lang::kEn);
  ASSERT_EQ(write(ends[1], "text\n", 5), 5);
  ASSERT_TRUE(reader.Open(path));
  Comment comment;
  Lines got;
  for (char c : std::string("a\n\"b\nb\"\n")) {
    EXPECT_EQ(reader.Read(true, &comment), Next::kPause);
    ASSERT_EQ(write(ends[1], &c, 1), 1);
    while (reader.Read(true, &comment) == Next::kItem) got.push_back(comment.text);
  }
  close(ends[1]);
  EXPECT_EQ(reader.Read(true, &comment), Next::kEnd);
  EXPECT_EQ(got, (Lines{"a", "b\nb"}));
  close(ends[0]);
}

}  // namespace
}  // namespace weir::tool
