using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Docs;

/// <summary>What the pages tell a reader to type works, and what they tell a reader to paste is read.</summary>
public sealed partial class SnippetTests
{
    private static readonly string[] Checked = ["bash", "json"];

    /// <summary>What is shown and not copied: results, and the forms of a language.</summary>
    private static readonly string[] Shown = ["", "text"];

    private static readonly string[] ServerSections = ["mcpServers", "servers", "context_servers"];

    public static TheoryData<FencedBlock> Commands =>
        [.. Blocks("bash").Where(block => !block.IsOfTheBuild).Select(block => new TheoryDataRow<FencedBlock>(block))];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Commands_work_as_they_stand(FencedBlock block)
    {
        using var workshop = await Workshop.CreateAsync();

        var done = await workshop.RunAsync(block.Text);

        done.ExitCode.ShouldBe(0, $"{block}\n{done.Everything}");
    }

    [Fact]
    public void Commands_of_the_build_name_verbs_and_projects_that_exist()
    {
        var help = Repository.Read("eng", "Build", "Verbs.cs");
        foreach (var block in Blocks("bash").Where(block => block.IsOfTheBuild))
        {
            foreach (Match verb in BuildVerb().Matches(block.Text))
            {
                help.ShouldContain($"\n          {verb.Groups["verb"].Value} ", Case.Sensitive, block.ToString());
            }

            foreach (
                Match project in BuiltProject()
                    .Matches(block.Text)
                    .Where(match => !match.Value.EndsWith("/X", StringComparison.Ordinal))
            )
            {
                Directory.Exists(Repository.At(project.Groups["path"].Value)).ShouldBeTrue($"{block}: {project.Value}");
            }
        }
    }

    [Fact]
    public void JSON_is_read() => Blocks("json").Select(Problem).OfType<string>().ShouldBeEmpty();

    [Fact]
    public async Task Servers_of_a_client_s_configuration_start()
    {
        var tried = 0;
        foreach (var block in Blocks("json"))
        {
            using var configuration = JsonDocument.Parse(block.Text);
            foreach (var server in ServersIn(configuration.RootElement))
            {
                if (server.TryGetProperty("url", out var hosted))
                {
                    hosted.GetString().ShouldStartWith("https://", Case.Sensitive, block.ToString());
                    continue;
                }

                var arguments = server.TryGetProperty("args", out var given)
                    ? given.EnumerateArray().Select(argument => argument.GetString()!).ToList()
                    : [];
                server
                    .GetProperty("command")
                    .GetString()
                    .ShouldEndWith("/clickup-mcp", Case.Sensitive, block.ToString());
                await using var client = StdioClient.Start(ServerBinary.Path, arguments, VariablesOf(server));
                await client.InitializeAsync(Limit.Short);
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Every_block_says_what_it_is() =>
        MarkdownPage
            .All.SelectMany(page => page.Blocks)
            .Where(block => !Checked.Contains(block.Language) && !Shown.Contains(block.Language))
            .ShouldBeEmpty();

    private static IEnumerable<FencedBlock> Blocks(string language) =>
        MarkdownPage.All.SelectMany(page => page.Blocks).Where(block => block.Language == language);

    private static string? Problem(FencedBlock block)
    {
        try
        {
            using var document = JsonDocument.Parse(block.Text);
            return null;
        }
        catch (JsonException e)
        {
            return $"{block}: {e.Message}";
        }
    }

    private static IEnumerable<JsonElement> ServersIn(JsonElement configuration) =>
        configuration.ValueKind != JsonValueKind.Object
            ? []
            : ServerSections
                .Where(section => configuration.TryGetProperty(section, out _))
                .SelectMany(section => configuration.GetProperty(section).EnumerateObject())
                .Select(server => server.Value);

    // A client puts the value in the place of what stands for it.
    private static Dictionary<string, string?> VariablesOf(JsonElement server) =>
        server.TryGetProperty("env", out var variables)
            ? variables
                .EnumerateObject()
                .ToDictionary(
                    variable => variable.Name,
                    variable => variable.Value.GetString() is ['$', ..] ? "pk_1_EXAMPLE" : variable.Value.GetString()
                )
            : [];

    [GeneratedRegex(@"\./build\.[shp1]+ (?<verb>[a-z-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex BuildVerb();

    [GeneratedRegex(@"dotnet build (?<path>[a-z]+/[A-Za-z./]*[A-Za-z])", RegexOptions.NonBacktracking)]
    private static partial Regex BuiltProject();
}
