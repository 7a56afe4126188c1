using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>Which items of a response are left.</summary>
public sealed class ItemFilterTests
{
    private readonly List<string> _remarks = [];

    [Fact]
    public void Nothing_that_is_asked_for_leaves_everything()
    {
        ItemFilter filter = new ItemFilter()
            .Words("name", null)
            .Ids("id", (EntityReference?)null, (EntityId?)null)
            .Ids("id", [], []);

        filter.Matches.ShouldBeNull();
        filter.IsSearch.ShouldBeFalse();
        Choose(filter, 1, 2).ShouldBe([1, 2]);
        _remarks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("guide api", true)]
    [InlineData("guide none", false)]
    [InlineData(" ", true)]
    public void All_words_must_be_in_the_member(string words, bool fits) =>
        new ItemFilter()
            .Words("name", words)
            .Matches!(JsonElement.Parse("""{"name":"API Guide","text":"none"}"""))
            .ShouldBe(fits);

    [Fact]
    public void Ids_come_in_the_order_asked_for_and_what_is_missing_is_said()
    {
        Choose(Ids("3", "9", "1"), 1, 2, 3).ShouldBe([3, 1]);

        _remarks.ShouldBe(["Not found: 9."]);
    }

    [Fact]
    public void When_all_are_missing_the_error_names_what_there_is()
    {
        ActionableException error = Should.Throw<ActionableException>(() => Choose(Ids("8", "9"), 1));

        error.Message.ShouldContain("None of these things is here: 8, 9.");
        error.Options.ShouldBe(["Thing 1 (id 1)"]);
        Should.Throw<ActionableException>(() => Choose(Ids("8"))).Options.ShouldBeEmpty();
    }

    private int[] Choose(ItemFilter filter, params int[] ids)
    {
        JsonElement[] items =
        [
            .. ids.Select(static id => JsonElement.Parse($$"""{"id":{{id}},"name":"Thing {{id}}"}""")),
        ];
        return [.. filter.Choose(items, "things", _remarks).Select(static item => item.GetProperty("id").GetInt32())];
    }

    private static ItemFilter Ids(params string[] ids) =>
        new ItemFilter().Ids(
            "id",
            [.. ids.Select(static id => new EntityReference(EntityKind.Page, id))],
            [.. ids.Select(static id => new EntityId(EntityKind.Page, id))]
        );
}
