using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>What cannot be meant is refused before anything is written, on every tool: a change of nothing, and time that has not passed yet.</summary>
public sealed class RefusedChangeTests
{
    private static readonly string[] Changes = ["update_", "edit_"];

    // A session's clock stands at 12:00.
    private const string JustNow = "2026-11-20T11:50:00Z";
    private const string Tomorrow = "2026-11-21T09:00:00Z";

    public static TheoryData<string> ToolsThatChange =>
        [
            .. SpecTool
                .All.Where(static tool => Changes.Any(start => tool.Name.StartsWith(start, StringComparison.Ordinal)))
                .Where(static tool => Required(tool).All(name => IsAddress(tool, name)))
                .Select(static tool => tool.Name),
        ];

    public static TheoryData<string, string> PastDates =>
        [
            .. SpecTool.All.SelectMany(static tool =>
                tool.Rules("notFuture").SelectMany(static names => names).Select(name => (tool.Name, name))
            ),
        ];

    public static TheoryData<string> Spans =>
        [.. SpecTool.All.Where(static tool => tool.Rules("spanNotFuture").Any()).Select(static tool => tool.Name)];

    [Theory]
    [MemberData(nameof(ToolsThatChange))]
    public async Task A_change_without_any_change_is_refused(string name)
    {
        SpecTool tool = Find(name);
        foreach (JsonObject example in tool.Examples)
        {
            JsonObject bare = [];
            foreach ((string argument, JsonNode? value) in example.Where(given => IsNeeded(tool, given.Key)))
            {
                bare[argument] = value!.DeepClone();
            }

            await RefusesAsync(tool, bare);
            await RefusesAsync(tool, []);
            foreach (string list in tool.Arguments.Where(IsOptionalList).Select(static a => a.Key))
            {
                JsonObject empty = bare.DeepClone().AsObject();
                empty[list] = new JsonArray();
                await RefusesOrSendsAsync(tool, empty);
            }
        }
    }

    [Theory]
    [MemberData(nameof(PastDates))]
    public async Task A_date_of_the_past_is_not_in_the_future(string name, string argument)
    {
        SpecTool tool = Find(name);
        JsonObject call = tool.Examples[0].DeepClone().AsObject();
        call[argument] = Tomorrow;
        call.Remove("duration");
        if (argument == "start")
        {
            call["end"] = "2026-11-22T09:00:00Z";
        }
        else
        {
            call["start"] ??= "2026-11-20T09:00:00Z";
        }

        (await RefusesAsync(tool, call)).ShouldContain(argument);
    }

    [Theory]
    [MemberData(nameof(Spans))]
    public async Task A_span_does_not_end_in_the_future(string name)
    {
        SpecTool tool = Find(name);
        foreach (string[] span in tool.Rules("spanNotFuture"))
        {
            JsonObject call = tool.Examples[0].DeepClone().AsObject();
            call.Remove("end");
            call[span[0]] = JustNow;
            call[span[1]] = "1h";

            (await RefusesAsync(tool, call)).ShouldContain("future");

            call[span[1]] = "5m";
            SandboxSession session = new();
            ToolResult result = await session.CallAsync(name, call.ToJsonString());
            result.IsError.ShouldBeFalse(result.Text);
        }
    }

    [Fact]
    public void A_start_and_a_length_without_an_end_are_a_span_with_a_rule() =>
        SpecTool
            .All.Where(static tool =>
                !tool.IsReadOnly
                && tool.Arguments.TryGetValue("start", out var start)
                && start.TryGetProperty("direction", out var direction)
                && direction.ValueEquals("past")
                && tool.Arguments.ContainsKey("duration")
                && !tool.Rules("requires").Any(static names => names is ["start", "end"])
            )
            .Where(static tool => !tool.Rules("spanNotFuture").Any())
            .Select(static tool => tool.Name)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ToolsThatChange))]
    public void A_change_of_one_thing_is_a_change_whichever_it_is(string name)
    {
        SpecTool tool = Find(name);
        string[] changes = [.. tool.Rules("atLeastOne").SelectMany(static names => names)];
        if (changes.Length == 0)
        {
            return;
        }

        tool.Arguments.Where(argument => !IsNeeded(tool, argument.Key) && !IsAside(tool, argument))
            .Select(static argument => argument.Key)
            .Except(changes)
            .ShouldBeEmpty();
    }

    // What says where the thing is looked for, or how it is changed.
    private static bool IsAside(SpecTool tool, KeyValuePair<string, JsonElement> argument) =>
        (argument.Value.TryGetProperty("kept", out JsonElement kept) && !kept.GetBoolean())
        || tool.Rules("requires").Any(names => names[0] == argument.Key)
        || tool.Arguments.Values.Any(other => IsWithin(other, argument.Key));

    private static bool IsWithin(JsonElement argument, string container) =>
        (
            argument.TryGetProperty("within", out JsonElement within)
            && within.EnumerateArray().Any(name => name.ValueEquals(container))
        ) || (argument.TryGetProperty("items", out JsonElement items) && IsWithin(items, container));

    private static SpecTool Find(string name) => SpecTool.All.Single(tool => tool.Name == name);

    // What names the thing, and what narrows where it is looked for.
    private static bool IsNeeded(SpecTool tool, string argument) =>
        argument == "workspace"
        || (
            tool.Arguments.TryGetValue(argument, out var own)
            && own.TryGetProperty("required", out var required)
            && required.GetBoolean()
        )
        || Changed(tool).StartsWith(argument, StringComparison.Ordinal);

    private static IEnumerable<string> Required(SpecTool tool) =>
        tool
            .Arguments.Where(static a => a.Value.TryGetProperty("required", out var required) && required.GetBoolean())
            .Select(static a => a.Key);

    // Handlers name what they change as the tools do.
    private static bool IsAddress(SpecTool tool, string argument) =>
        tool.Entry.TryGetProperty("handler", out _)
        || tool.Requests.All(request =>
            request.GetProperty("path").GetString()!.Contains($"{{{argument}}}", StringComparison.Ordinal)
        );

    private static string Changed(SpecTool tool) => tool.Name.Split('_', 2)[1];

    private static bool IsOptionalList(KeyValuePair<string, JsonElement> argument) =>
        argument.Value.TryGetProperty("type", out var type)
        && type.ValueEquals("array")
        && !argument.Value.TryGetProperty("minItems", out _);

    private static async Task<string> RefusesAsync(SpecTool tool, JsonObject arguments)
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(tool.Name, arguments.ToJsonString());

        result.IsError.ShouldBeTrue($"{tool.Name} {arguments.ToJsonString()}: {result.Text}");
        session.Sent.ShouldAllBe(static request => request.Method == "GET");
        return result.Text;
    }

    // An empty list may empty something; then it is sent.
    private static async Task RefusesOrSendsAsync(SpecTool tool, JsonObject arguments)
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(tool.Name, arguments.ToJsonString());

        bool hasSentNothing = session.Sent.Any(static request =>
            request is { Method: "PUT" or "PATCH", Body: "" or "{}" }
        );
        hasSentNothing.ShouldBeFalse($"{tool.Name} {arguments.ToJsonString()}: {result.Text}");
        (
            result.IsError
            || session.Sent.Any(static request => request.Method != "GET")
            || result.Text.Contains("nothing was sent", StringComparison.Ordinal)
        ).ShouldBeTrue($"{tool.Name} {arguments.ToJsonString()}: {result.Text}");
    }
}
