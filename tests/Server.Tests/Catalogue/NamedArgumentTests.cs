using System.Text;
using System.Text.RegularExpressions;
using ClickUpMcp.Api;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>Every argument of the spec that names something takes names as people write them, and refuses what names nothing.</summary>
public sealed partial class NamedArgumentTests
{
    private const string Nothing = "Zyxwv Qqq";
    private const string Refused = "refused";

    private static readonly string[] People = ["CARLA  rossi", "@Carla Rossi", "Ｃａｒｌａ Rossi", "Cárla Róssi"];
    private static readonly string[] PartsOfPeople = ["carla", "Rossi", "Rossi, Carla"];
    private static readonly string[] Lists =
    [
        "product-backlog",
        "PRODUCT \u00A0 Backlog\u200B",
        "ProductBacklog",
        "https://app.clickup.com/9012000001/v/l/li/90152000008",
    ];
    private static readonly string[] PartsOfLists = ["Product Back", "Backlog"];
    private static readonly string[] Spaces =
    [
        "marketing",
        "MARKETING\u200B",
        "https://app.clickup.com/9012000001/v/s/90150000002",
    ];
    private static readonly string[] PartsOfSpaces = ["Market"];
    private static readonly string[] Folders = ["sprints", "https://app.clickup.com/9012000001/v/o/f/90151000003"];
    private static readonly string[] PartsOfFolders = ["Spri"];

    public static TheoryData<NamedArgument> All => [.. NamedArgument.All];

    public static TheoryData<NamedArgument> PeopleAndPlaces =>
        [.. NamedArgument.All.Where(static a => a.Entity is "member" or "list" or "space" or "folder")];

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_names_nothing_is_an_error_with_candidates_and_nothing_is_written(NamedArgument argument)
    {
        if (argument.MayBeNew)
        {
            return;
        }

        List<string> refusals = [];
        foreach (string call in argument.Calls(Nothing).Concat(argument.SmallerCalls(Nothing)))
        {
            SandboxSession session = new();
            ToolResult result = await session.CallAsync(argument.Tool, call);
            result.IsError.ShouldBeTrue($"{call}: {result.Text}");
            session.Sent.ShouldNotContain(static request => request.Method != "GET", call);
            refusals.Add(result.Text);
        }

        string refusal = refusals
            .Find(static text => text.Contains($"\"{Nothing}\"", StringComparison.Ordinal))
            .ShouldNotBeNull(string.Join('\n', refusals));
        if (!refusal.Contains("is given by name, but without its", StringComparison.Ordinal))
        {
            refusal
                .Split('\n')
                .Count(static line => line.TrimStart().StartsWith("- \"", StringComparison.Ordinal))
                .ShouldBeInRange(1, 5, refusal);
        }
    }

    [Theory]
    [MemberData(nameof(PeopleAndPlaces))]
    public async Task People_and_places_may_be_written_as_people_write_them(NamedArgument argument)
    {
        (string id, string[] whole, string[] parts) = argument.Entity switch
        {
            "member" => ($"{SandboxSeed.MemberId}", People, PartsOfPeople),
            "list" => (SandboxSeed.BacklogListId, Lists, PartsOfLists),
            "space" => (SandboxSeed.MarketingSpaceId, Spaces, PartsOfSpaces),
            _ => (SandboxSeed.SprintFolderId, Folders, PartsOfFolders),
        };
        string[] byId = await SentAsync(argument, id);
        foreach (string name in whole)
        {
            ShouldBeSame(await SentAsync(argument, name), byId, name);
        }

        foreach (string name in parts)
        {
            if (argument.RemovesSomething)
            {
                (await CallsAsync(argument, name)).ShouldAllBe(static result => result.IsError);
            }
            else
            {
                ShouldBeSame(await SentAsync(argument, name), byId, name);
            }
        }
    }

    // A name that another argument of the example narrows may not be there, where an id is taken as it is.
    private static void ShouldBeSame(string[] byName, string[] byId, string name)
    {
        (string ByName, string ById)[] carriedOut = [.. byName.Zip(byId).Where(static both => both.First != Refused)];
        carriedOut.ShouldAllBe(static both => both.ByName == both.ById, name);
        (carriedOut.Length > 0).ShouldBe(Array.Exists(byId, static sent => sent != Refused), name);
    }

    // The request of the tool itself in each call that is carried out: its last one that writes, else its last one.
    private static async Task<string[]> SentAsync(NamedArgument argument, string text)
    {
        List<string> sent = [];
        foreach (string call in argument.Calls(text))
        {
            SandboxSession session = new();
            ToolResult result = await session.CallAsync(argument.Tool, call);
            ClickUpRequest? last =
                session.Requests.LastOrDefault(static request => request.Method != ClickUpMethod.Get)
                ?? session.Requests.LastOrDefault();
            sent.Add(
                result.IsError || last is null
                    ? Refused
                    : Boundary()
                        .Replace(
                            $"{last.Method} {last.Path}?{last.Query} {Encoding.UTF8.GetString(last.Body.Span)}",
                            ""
                        )
            );
        }

        return [.. sent];
    }

    private static async Task<ToolResult[]> CallsAsync(NamedArgument argument, string text)
    {
        List<ToolResult> results = [];
        foreach (string call in argument.Calls(text))
        {
            results.Add(await new SandboxSession().CallAsync(argument.Tool, call));
        }

        return [.. results];
    }

    // Parts of a form are divided by a text that is new each time.
    [GeneratedRegex("clickup-mcp-[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Boundary();
}
