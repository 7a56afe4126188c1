using System.Text.Json;
using ClickUpMcp.Protocol.Offers;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>A URI means one resource or none: what is read of it, put together again, is read the same.</summary>
internal sealed class ResourceUriTarget : IFuzzTarget
{
    private static readonly UriPattern[] Patterns =
    [
        PatternOf("clickup://{workspace}", "{}", "workspace"),
        PatternOf("clickup://{workspace}/task/{task}", "{}", "workspace", "task"),
        PatternOf("clickup://{workspace}/list/{list}/tasks", "{\"subtasks\":true}", "workspace", "list"),
        PatternOf("clickup://{workspace}/doc/{document}/page/{page}", "{}", "workspace", "document", "page"),
    ];

    public string Name => "resource-uri";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        "clickup://9012000001"u8.ToArray(),
        "clickup://Acme/task/DEV-1"u8.ToArray(),
        "clickup://Acme/list/Space%20%2F%20Folder%20%2F%20List/tasks"u8.ToArray(),
        "clickup://Gr%C3%B6%C3%9Fe/doc/8cdn1-1/page/\u65E5\u672C"u8.ToArray(),
    ];

    public IReadOnlyList<string> Words { get; } =
    ["clickup://", "/task/", "/", "%2F", "%2e%2e", "%00", "%C3%A4", "%", "?", "#", "\\", "\"", "..", " "];

    public void Run(byte[] input)
    {
        string uri = FuzzCheck.Text(input);
        int matches = 0;
        foreach (UriPattern pattern in Patterns)
        {
            if (pattern.ArgumentsFor(uri) is not { } arguments)
            {
                continue;
            }

            matches++;
            FuzzCheck.IsJson(arguments, JsonValueKind.Object, "what a URI gives");
            JsonElement given = JsonElement.Parse(arguments);
            string[] values =
            [
                .. pattern.Template.Variables.Select(variable => given.GetProperty(variable.Name).GetString()!),
            ];
            FuzzCheck.Holds(
                values.All(static value =>
                    value.Trim().Length > 0 && value is not ("." or "..") && !value.Any(char.IsControl)
                ),
                "a hostile part was read"
            );
            byte[]? again = pattern.ArgumentsFor(pattern.Expand(values));
            FuzzCheck.Holds(again is not null && again.AsSpan().SequenceEqual(arguments), "a part changed on the way");
        }

        FuzzCheck.Holds(matches < 2, "a URI is two resources");
    }

    private static UriPattern PatternOf(string uri, string arguments, params string[] variables) =>
        new(
            new ResourceTemplate(
                uri,
                string.Empty,
                string.Empty,
                uri,
                Array.ConvertAll(variables, static name => new ResourceVariable(name, null)),
                string.Empty,
                arguments,
                IsWatched: false
            )
        );
}
