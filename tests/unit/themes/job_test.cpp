// Jobs and frames between the supervisor and a worker, and a plugin's words made harmless.
#include "themes/job.hpp"

#include <gtest/gtest.h>

#include "themes/reason.hpp"

namespace {

using namespace eqr::themes;

TEST(Job, arrives_as_it_was_sent) {
  Job job;
  job.mode = Job::Mode::describe;
  job.nonce = "0011";
  job.supervisor = 4711;
  job.id = "veterans";
  job.manifest = "{\n  \"id\": \"veterans\"\n}\n";
  job.memory = std::uint64_t{6} << 30U;
  job.processor = 21;
  job.largest_result = 1'000;
  job.sandbox = false;
  job.request = "{\"a\": \"line\\nend\"}\nand more";
  const Job read = read_job(written(job));
  EXPECT_EQ(read.mode, job.mode);
  EXPECT_EQ(read.nonce, job.nonce);
  EXPECT_EQ(read.supervisor, job.supervisor);
  EXPECT_EQ(read.id, job.id);
  EXPECT_EQ(read.manifest, job.manifest);
  EXPECT_EQ(read.memory, job.memory);
  EXPECT_EQ(read.processor, job.processor);
  EXPECT_EQ(read.largest_result, job.largest_result);
  EXPECT_EQ(read.sandbox, job.sandbox);
  EXPECT_EQ(read.request, job.request);
}

constexpr const char* whole = "eqr-frame 1 draft 2 abcd\n{}\nend abcd\n";

TEST(Frame, is_read_when_it_is_whole) {
  EXPECT_EQ(frame_head(Frame::Kind::draft, 2, "abcd") + "{}" + frame_tail("abcd"), whole);
  const auto frame = read_frame(whole, "abcd");
  ASSERT_TRUE(frame.has_value());
  EXPECT_EQ(frame->kind, Frame::Kind::draft);
  EXPECT_EQ(frame->payload, "{}");
}

TEST(Frame, is_none_with_any_byte_missing) {
  const std::string bytes = whole;
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_FALSE(read_frame(bytes.substr(0, length), "abcd").has_value()) << length;
  }
}

TEST(Frame, is_none_with_anything_before_or_after_it) {
  EXPECT_FALSE(read_frame(std::string(whole) + "x", "abcd").has_value());
  EXPECT_FALSE(read_frame("x" + std::string(whole), "abcd").has_value());
  EXPECT_FALSE(read_frame(std::string(whole) + whole, "abcd").has_value());
}

TEST(Frame, is_none_with_another_nonce_kind_or_length) {
  EXPECT_FALSE(read_frame(whole, "abce").has_value());
  EXPECT_FALSE(read_frame("eqr-frame 1 draff 2 abcd\n{}\nend abcd\n", "abcd").has_value());
  EXPECT_FALSE(read_frame("eqr-frame 1 draft 3 abcd\n{}\nend abcd\n", "abcd").has_value());
  EXPECT_FALSE(read_frame("eqr-frame 1 draft +2 abcd\n{}\nend abcd\n", "abcd").has_value());
}

TEST(Printable, leaves_plain_text_alone) {
  EXPECT_EQ(printable("Hertfordshire £12 — naïve\ttext", 100), "Hertfordshire £12 — naïve\ttext");
}

TEST(Printable, writes_controls_and_broken_bytes_as_escapes) {
  EXPECT_EQ(printable("a\x1b[31mb\x7f", 100), "a\\x1b[31mb\\x7f");
  EXPECT_EQ(printable("\xff\xc3", 100), "\\xff\\xc3");
  EXPECT_EQ(printable("\xc2\x9b", 100), "\\xc2\\x9b") << "a control that some terminals obey";
  EXPECT_EQ(printable("\xe2\x80\xae", 100), "\\xe2\\x80\\xae") << "turns the direction of what follows";
}

TEST(Printable, keeps_line_ends_only_when_asked) {
  EXPECT_EQ(printable("a\nb", 100), "a\\nb");
  EXPECT_EQ(printable("a\nb", 100, true), "a\nb");
}

TEST(Printable, cuts_between_characters) {
  EXPECT_EQ(printable("££££", 5), "££ [cut]");
}

TEST(Reasons, each_have_a_word_and_a_sentence_of_their_own) {
  EXPECT_EQ(word(Reason::ok), "ok");
  EXPECT_EQ(sentence(Reason::ok), "");
  EXPECT_EQ(word(Reason::not_started), "not-started");
  EXPECT_EQ(sentence(Reason::not_found), "This part is missing because its program is not installed.");
}

}  // namespace
