using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Tests.Protocol.Offers;

/// <summary>Completions are the names that look-ups find, for whoever asks and where the other arguments say.</summary>
public sealed class CompletionTests
{
    private const string Triage = """{"type":"ref/prompt","name":"triage"}""";
    private const string Standup = """{"type":"ref/prompt","name":"standup"}""";
    private const string ListTemplate = """{"type":"ref/resource","uri":"clickup://{workspace}/list/{list}"}""";
    private const string SpaceTemplate = """{"type":"ref/resource","uri":"clickup://{workspace}/space/{space}"}""";
    private const string TaskTemplate = """{"type":"ref/resource","uri":"clickup://{workspace}/task/{task}"}""";
    private const string InAcme = "{\"workspace\":\"Acme\"}";

    [Theory]
    [MemberData(nameof(OfferSession.Eras), MemberType = typeof(OfferSession))]
    public async Task Places_are_completed_by_their_beginning(bool isModern)
    {
        await using var session = new OfferSession { IsModern = isModern };
        (await session.CompleteAsync(Triage, "place", "Engi")).Values.ShouldBe(["Engineering"]);
        (await session.CompleteAsync(Triage, "place", "backl")).Values.ShouldContain("Product Backlog");
    }

    [Fact]
    public async Task A_typing_mistake_still_finds_the_name()
    {
        await using var session = new OfferSession();
        (await session.CompleteAsync(Triage, "place", "Enginering")).Values.ShouldContain("Engineering");
        (await session.CompleteAsync(Triage, "place", "zzzzzzzz")).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_that_several_have_come_with_their_place()
    {
        await using var session = new OfferSession();
        (string[] values, int total, bool hasMore) = await session.CompleteAsync(ListTemplate, "list", "Bugs", InAcme);
        values.ShouldBe(["Engineering / Backend / Bugs", "Engineering / Frontend / Bugs"], ignoreOrder: true);
        (total, hasMore).ShouldBe((2, false));
        foreach (string value in values)
        {
            await session.ReadAsync($"clickup://Acme/list/{Uri.EscapeDataString(value)}");
        }
    }

    [Fact]
    public async Task People_and_workspaces_are_completed()
    {
        await using var session = new OfferSession();
        (await session.CompleteAsync(Standup, "person", "Anna")).Values.Length.ShouldBe(2);
        (await session.CompleteAsync(ListTemplate, "workspace", "ac")).Values.ShouldBe(["Acme"]);
    }

    [Fact]
    public async Task A_choice_is_completed_without_asking_anybody()
    {
        await using var session = new OfferSession();
        (await session.CompleteAsync(Triage, "limit", "1")).Values.ShouldBe(["10", "100"]);
        (await session.CompleteAsync(Standup, "since", "y")).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_arguments_say_where_to_look()
    {
        await using var session = new OfferSession();
        (await session.CompleteAsync(SpaceTemplate, "space", "", InAcme)).Values.ShouldContain("Engineering");
        (
            await session.RefusalAsync(
                "completion/complete",
                $"\"ref\":{SpaceTemplate},\"argument\":{{\"name\":\"space\",\"value\":\"\"}},\"context\":{{\"arguments\":{{\"workspace\":\"Nobody\"}}}}"
            )
        ).Message.ShouldContain("Nobody");
        (await session.CompleteAsync(TaskTemplate, "task", "", InAcme)).Values.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"ref\":{\"type\":\"ref/prompt\",\"name\":\"triage\"}")]
    [InlineData("\"ref\":{\"type\":\"ref/tool\",\"name\":\"triage\"},\"argument\":{\"name\":\"place\",\"value\":\"\"}")]
    [InlineData("\"ref\":{\"type\":\"ref/prompt\",\"name\":\"none\"},\"argument\":{\"name\":\"place\",\"value\":\"\"}")]
    [InlineData(
        "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"triage\"},\"argument\":{\"name\":\"palce\",\"value\":\"\"}"
    )]
    [InlineData("\"ref\":{\"type\":\"ref/prompt\",\"name\":\"triage\"},\"argument\":{\"name\":\"place\",\"value\":5}")]
    [InlineData(
        "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"clickup://Acme\"},\"argument\":{\"name\":\"task\",\"value\":\"\"}"
    )]
    [InlineData("\"ref\":[],\"argument\":{}")]
    public async Task What_cannot_be_completed_is_refused(string parameters)
    {
        foreach (bool isModern in new[] { false, true })
        {
            await using var session = new OfferSession { IsModern = isModern };
            (await session.RefusalAsync("completion/complete", parameters)).Code.ShouldBe(RpcErrorCode.InvalidParams);
        }
    }

    [Fact]
    public async Task Nothing_is_completed_of_a_prompt_that_is_not_there()
    {
        await using var session = new OfferSession(static options => options.DisabledTools = ["get_workload"]);
        (
            await session.RefusalAsync(
                "completion/complete",
                $"\"ref\":{Triage},\"argument\":{{\"name\":\"place\",\"value\":\"\"}}"
            )
        ).Code.ShouldBe(RpcErrorCode.InvalidParams);
    }
}
