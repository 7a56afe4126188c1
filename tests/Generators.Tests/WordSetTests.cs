using ClickUpMcp.Generators.Spec;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Words of the language are spelled from the enums that they stand for, and lead back to them.</summary>
public sealed class WordSetTests
{
    [Fact]
    public void Words_are_spelled_from_the_members_without_none()
    {
        WordSets.StringFormats.Words.ShouldBe(["id", "digits", "uuid", "email", "https_url", "color", "single_line"]);
        WordSets.PaginationStyles.Words.ShouldBe(["page", "startId", "cursor", "bodyCursor", "link"]);
        WordSets.Resolvers.Words.ShouldBe(["workspace", "container", "task", "member", "status", "tag", "customField"]);
    }

    [Fact]
    public void Every_word_leads_back_to_its_member() =>
        WordSets
            .StringFormats.Words.Select(WordSets.StringFormats.Member)
            .ShouldBe(Enum.GetNames<StringFormat>().Except([nameof(StringFormat.None)]));

    // That each pattern says what the check does is the matter of Validation.AgreementTests.
    [Fact]
    public void Every_string_format_has_a_pattern()
    {
        string?[] patterns = [.. Enum.GetValues<StringFormat>().Skip(1).Select(StringFormats.Pattern)];

        patterns.ShouldAllBe(static pattern => pattern != null);
        patterns.ShouldBeUnique();
    }
}
