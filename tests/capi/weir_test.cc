// The C API from C++: what it gives is what the C++ API gives; what is refused is refused with the outputs as they were. The calls
// from C itself, every function with its errors, are in c99_test.c.
#include "weir/weir.h"

#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "weir/engine.h"

namespace weir {
namespace {

struct Free {
  void operator()(weir_engine* engine) const { weir_free(engine); }
  void operator()(weir_scratch* scratch) const { weir_scratch_free(scratch); }
  void operator()(weir_result* result) const { weir_result_free(result); }
};
using EnginePointer = std::unique_ptr<weir_engine, Free>;
using ScratchPointer = std::unique_ptr<weir_scratch, Free>;
using ResultPointer = std::unique_ptr<weir_result, Free>;

EnginePointer Open(const std::vector<const char*>& terms) {
  weir_options options{};
  options.size = sizeof options;
  options.no_default_pack = 1;
  options.terms = terms.data();
  options.term_count = terms.size();
  weir_engine* engine = nullptr;
  weir_error error{};
  EXPECT_EQ(weir_open(&options, &engine, &error), WEIR_OK) << error.message;
  return EnginePointer(engine);
}

std::string_view View(const weir_text& text) { return {text.data, text.size}; }

class CApi : public testing::Test {
 protected:
  EnginePointer engine_ = Open({"傻逼", "加微信"});
  ScratchPointer scratch_{weir_scratch_new()};
  ResultPointer result_{weir_result_new()};
  weir_error error_{};
};

TEST(CApiConstants, AreTheLibrarys) {
  EXPECT_EQ(WEIR_E_INVALID_ARGUMENT, static_cast<int>(StatusCode::kInvalidArgument));
  EXPECT_EQ(WEIR_E_BAD_SOURCE, static_cast<int>(StatusCode::kBadSource));
  EXPECT_EQ(WEIR_E_NOT_FOUND, static_cast<int>(StatusCode::kNotFound));
  EXPECT_EQ(WEIR_E_IO, static_cast<int>(StatusCode::kIo));
  EXPECT_EQ(WEIR_E_LIMIT, static_cast<int>(StatusCode::kLimit));
  EXPECT_EQ(WEIR_E_UNAVAILABLE, static_cast<int>(StatusCode::kUnavailable));
  EXPECT_EQ(WEIR_E_INTERNAL, static_cast<int>(StatusCode::kInternal));
  EXPECT_EQ(WEIR_E_NO_MEMORY, -70);
  EXPECT_EQ(WEIR_ACTION_MASK, static_cast<int>(Action::kMask));
  EXPECT_EQ(WEIR_ACTION_REVIEW, static_cast<int>(Action::kReview));
  EXPECT_EQ(WEIR_ACTION_BLOCK, static_cast<int>(Action::kBlock));
  EXPECT_EQ(WEIR_ATTENTION_ANSWER, static_cast<int>(AttentionLevel::kAnswer));
  EXPECT_EQ(WEIR_ATTENTION_URGENT, static_cast<int>(AttentionLevel::kUrgent));
  EXPECT_EQ(WEIR_SURFACE_SCRIPT, static_cast<int>(Surface::kScript));
  EXPECT_EQ(WEIR_SURFACE_NICKNAME, static_cast<int>(Surface::kNickname));
  EXPECT_EQ(WEIR_SURFACE_TITLE, static_cast<int>(Surface::kTitle));
}

TEST_F(CApi, GivesTheSameVerdictsAsCpp) {
  EngineOptions options;
  options.default_pack = false;
  options.terms = {"傻逼", "加微信"};
  auto engine = Engine::Open(options);
  ASSERT_TRUE(engine.ok());
  Scratch scratch;
  Verdict verdict;
  for (const std::string text : {"", "你好", "傻 逼加微信", "打19900000063", "\xE5\x82傻逼", "加薇信\n"}) {
    std::string expected;
    engine->Scan(text, scratch, &verdict);
    AppendJson(verdict, "7", text, nullptr, &expected);
    ASSERT_EQ(weir_scan(engine_.get(), scratch_.get(), nullptr, text.data(), text.size(), result_.get(), &error_),
              WEIR_OK);
    weir_text json{};
    ASSERT_EQ(weir_result_json(result_.get(), 0, "7", 1, &json, nullptr), WEIR_OK);
    EXPECT_EQ(View(json), expected);
    EXPECT_EQ(weir_result_action(result_.get(), 0), static_cast<int>(verdict.action));
    EXPECT_EQ(weir_result_risk(result_.get(), 0), verdict.risk);
    EXPECT_EQ(weir_result_hit_count(result_.get(), 0), verdict.hits.size());
    weir_text masked{};
    ASSERT_EQ(weir_mask(engine_.get(), scratch_.get(), nullptr, text.data(), text.size(), '#', result_.get(), &masked,
                        nullptr),
              WEIR_OK);
    EXPECT_EQ(View(masked), engine->Mask(text, scratch, {}, '#'));
  }
}

TEST_F(CApi, NulIsACharacter) {
  const std::string text("傻\0逼\0", 8);
  ASSERT_EQ(weir_scan(engine_.get(), scratch_.get(), nullptr, text.data(), text.size(), result_.get(), nullptr),
            WEIR_OK);
  ASSERT_EQ(weir_result_hit_count(result_.get(), 0), 1u);
  weir_hit hit{};
  ASSERT_EQ(weir_result_hit(result_.get(), 0, 0, &hit), WEIR_OK);
  EXPECT_EQ(hit.span_end, 7u);
  EXPECT_EQ(View(hit.text), text.substr(0, 7));
}

TEST_F(CApi, ResultsOutliveTheEngine) {
  ASSERT_EQ(weir_scan(engine_.get(), scratch_.get(), nullptr, "傻逼", 6, result_.get(), nullptr), WEIR_OK);
  engine_.reset();
  scratch_.reset();
  weir_hit hit{};
  ASSERT_EQ(weir_result_hit(result_.get(), 0, 0, &hit), WEIR_OK);
  EXPECT_EQ(View(hit.term), "傻逼");
  EXPECT_EQ(View(hit.category), "custom");
  EXPECT_EQ(View(hit.source), "--terms");
}

TEST_F(CApi, AFailedCallLeavesTheResultAsItWas) {
  ASSERT_EQ(weir_scan(engine_.get(), scratch_.get(), nullptr, "傻逼", 6, result_.get(), nullptr), WEIR_OK);
  weir_scan_options bad{};
  EXPECT_EQ(weir_scan(engine_.get(), scratch_.get(), &bad, "你好", 6, result_.get(), &error_), WEIR_E_INVALID_ARGUMENT);
  EXPECT_EQ(weir_scan(engine_.get(), scratch_.get(), nullptr, nullptr, 6, result_.get(), &error_),
            WEIR_E_INVALID_ARGUMENT);
  EXPECT_EQ(weir_result_hit_count(result_.get(), 0), 1u);
  weir_engine* engine = engine_.get();
  weir_options options{};
  EXPECT_EQ(weir_open(&options, &engine, &error_), WEIR_E_INVALID_ARGUMENT);
  EXPECT_EQ(engine, engine_.get());
}

// The variants came with ABI 2; a caller of ABI 1 passes a shorter struct, and what lies behind it is not read.
TEST_F(CApi, VariantsAreReadWhereTheStructHasThem) {
  const char* const term = "傻逼";
  const char* const variant = "sound";
  weir_options options{};
  options.size = sizeof options;
  options.no_default_pack = 1;
  options.terms = &term;
  options.term_count = 1;
  options.variants = &variant;
  options.variant_count = 1;
  for (const size_t hits : {1u, 0u}) {
    weir_engine* engine = nullptr;
    ASSERT_EQ(weir_open(&options, &engine, &error_), WEIR_OK) << error_.message;
    const EnginePointer owner(engine);
    const ScratchPointer scratch(weir_scratch_new());
    const std::string_view text = "你这个煞笔";
    ASSERT_EQ(weir_scan(engine, scratch.get(), nullptr, text.data(), text.size(), result_.get(), nullptr), WEIR_OK);
    EXPECT_EQ(weir_result_hit_count(result_.get(), 0), hits);
    options.size = offsetof(weir_options, variants);  // the second time round
  }
  const char* const unknown = "smell";
  options.size = sizeof options;
  options.variants = &unknown;
  weir_engine* engine = nullptr;
  EXPECT_EQ(weir_open(&options, &engine, &error_), WEIR_E_INVALID_ARGUMENT);
  EXPECT_NE(std::string(error_.message).find("smell"), std::string::npos);
}

// Keys and the day came with ABI 3.
TEST_F(CApi, KeysAndTheDayAreReadWhereTheStructHasThem) {
  const std::string folder = std::string(WEIR_SOURCE_DIR) + "/dictionaries";
  const char* const path = folder.c_str();
  const char* const key = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  weir_options options{};
  options.no_default_pack = 1;
  options.textbook_matcher = 1;
  options.packs = &path;
  options.pack_count = 1;
  options.trusted_keys = &key;
  options.trusted_key_count = 1;
  const auto open = [&](size_t size) {
    options.size = size;
    weir_engine* engine = nullptr;
    const int32_t code = weir_open(&options, &engine, &error_);
    weir_free(engine);
    return code;
  };
  EXPECT_EQ(open(sizeof options), WEIR_E_BAD_SOURCE);
  EXPECT_NE(std::string(error_.message).find("is no container"), std::string::npos) << error_.message;
  EXPECT_EQ(open(offsetof(weir_options, trusted_keys)), WEIR_OK) << "a caller of ABI 2 asks for no keys";
  options.trusted_key_count = 0;
  options.today = "2026-02-30";
  EXPECT_EQ(open(sizeof options), WEIR_E_INVALID_ARGUMENT);
  EXPECT_NE(std::string(error_.message).find("2026-02-30"), std::string::npos) << error_.message;
  const char* const hole = nullptr;
  options.today = "2026-02-28";
  options.trusted_keys = &hole;
  options.trusted_key_count = 1;
  EXPECT_EQ(open(sizeof options), WEIR_E_INVALID_ARGUMENT);
  EXPECT_NE(std::string(error_.message).find("trusted_keys"), std::string::npos) << error_.message;
  options.trusted_keys = nullptr;
  EXPECT_EQ(open(sizeof options), WEIR_E_INVALID_ARGUMENT);
}

// Too long for the struct: cut between characters, and terminated.
TEST_F(CApi, ErrorsAreCutBetweenCharacters) {
  for (size_t pad = 0; pad < 3; ++pad) {
    std::string path(pad, 'x');
    for (int i = 0; i < 200; ++i) path += "长";
    const char* const packs[] = {path.c_str()};
    std::memset(&error_, 0x55, sizeof error_);
    const int32_t code = weir_reload(engine_.get(), packs, 1, 1, &error_);
    EXPECT_TRUE(code == WEIR_E_NOT_FOUND || code == WEIR_E_IO) << code;
    EXPECT_EQ(error_.code, code);
    const size_t length = strnlen(error_.file, sizeof error_.file);
    ASSERT_LT(length, sizeof error_.file);
    EXPECT_GE(length, sizeof error_.file - 3);
    EXPECT_EQ((length - pad) % 3, 0u) << "half a character";
    EXPECT_LT(strnlen(error_.message, sizeof error_.message), sizeof error_.message);
  }
}

std::string ReadWhole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

// What no test calls is not known to work: every exported name of weir.h occurs in the tests beside this one.
TEST(CApiNames, AllAreTested) {
  const std::string root = WEIR_SOURCE_DIR, header = ReadWhole(root + "/include/weir/weir.h");
  const std::string tests = ReadWhole(root + "/tests/capi/c99_test.c");
  const std::regex declaration(R"(WEIR_C_API[^;(]*?\b(weir_[a-z0-9_]+)\s*\()");
  std::set<std::string> names;
  for (std::sregex_iterator it(header.begin(), header.end(), declaration), end; it != end; ++it) names.insert((*it)[1]);
  EXPECT_GE(names.size(), 19u);
  for (const std::string& name : names) {
    EXPECT_TRUE(std::regex_search(tests, std::regex("\\b" + name + "\\("))) << name << " is called by no test";
  }
}

}  // namespace
}  // namespace weir
