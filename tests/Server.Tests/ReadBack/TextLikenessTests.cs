using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.ReadBack;

/// <summary>A long text is the one that was sent when all of it is there in its order, but for what ClickUp is known not to keep.</summary>
public sealed class TextLikenessTests
{
    [Theory]
    [InlineData("The plan", "The plan")]
    [InlineData("Plan\nfirst\nsecond", "# Plan\n\n1. first\n2. second")]
    [InlineData("Plan\n1. first\n2. second", "Plan\n* first\n* second")]
    [InlineData("see the page now", "see [the page](https://example.com/a_b \"A page\") now")]
    [InlineData("see https://example.com now", "see now")]
    [InlineData("done", "- [x] done :tada:")]
    [InlineData("R&amp;D", "R&D")]
    [InlineData("a = 1", "```py\na = 1\n```")]
    [InlineData("“Quoted” – text", "\"Quoted\" - text")]
    [InlineData("Hi @Carla Rossi, please look", "Hi \uFFFC, please look")]
    [InlineData("Old text. New text.", "New text.")]
    [InlineData("at 10:30:15 we met", "at 10:30:15 we met")]
    public void What_ClickUp_is_known_not_to_keep_makes_no_difference(string shown, string sent) =>
        TextLikeness.IsLike(shown, sent).ShouldBeTrue();

    [Theory]
    [InlineData("One two three four five six seven eight nine", "One two three four five six seven eight nine ten")]
    [InlineData("Do not pay", "Do pay")]
    [InlineData("Pay 10 euro", "Pay 100 euro")]
    [InlineData("second first", "first second")]
    [InlineData("", "Something")]
    [InlineData("Hi @Carla Rossi", "Hi \uFFFC, please look")]
    public void A_lost_changed_or_moved_word_is_a_difference(string shown, string sent) =>
        TextLikeness.IsLike(shown, sent).ShouldBeFalse();

    [Fact]
    public async Task A_comment_that_mentions_somebody_is_seen() =>
        (
            await new SandboxSession().CallAsync(
                "create_comment",
                """{"task":"27075wz","text":"Hi @Carla Rossi, please look"}"""
            )
        ).Text.ShouldNotContain(WriteCall.Ignored);
}
