using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the examples of an entry and checks that they can be meant for it.</summary>
internal sealed class ExampleParser(ToolArguments arguments, EquatableArray<RequestModel> requests, DiagnosticBag bag)
{
    public EquatableArray<ExampleModel> Parse(SpecObject tool) =>
        tool.Items("examples")
            .Select(example => Parse(example, hasHandler: tool.Has("handler")))
            .OfType<ExampleModel>()
            .ToEquatableArray();

    private ExampleModel? Parse(JsonValue value, bool hasHandler)
    {
        if (
            SpecObject.Open(value, KnownKeys.Example, bag) is not { } spec
            || spec.Required("arguments") is null
            || spec.Object("arguments") is not { } given
        )
        {
            return null;
        }

        string[] names = [.. arguments.All.SelectMany(a => a.Aliases.Prepend(a.Name))];
        foreach (JsonMember member in given.Members.Where(m => !names.Contains(m.Name)))
        {
            string hint = Suggestion.For(member.Name, names);
            bag.Report(Descriptors.UnknownExampleArgument, member.Key, member.Name, arguments.Tool, hint);
        }

        JsonValue? line = requests.Count == 0 ? spec.Text("request") : spec.RequiredText("request");
        JsonValue? body = spec.Find("body");
        if ((line ?? body) is { } where && FindProblem(line?.Text, body, hasHandler) is { } problem)
        {
            bag.Report(Descriptors.ExampleMismatch, where, problem);
        }

        return new ExampleModel(JsonWriter.Write(given), line?.Text, body is null ? null : JsonWriter.Write(body));
    }

    private string? FindProblem(string? line, JsonValue? body, bool hasHandler)
    {
        if (requests.Count == 0)
        {
            return hasHandler ? "is given, but the tool has a handler" : null;
        }

        string?[] problems = [.. requests.Select(request => FindProblem(request, line, body))];
        return problems.Contains(null) ? null
            : problems.Length == 1 ? problems[0]
            : $"fits none of the tool's requests: {string.Join(", ", requests.Select(r => $"'{r.Method} {Path(r)}'"))}";
    }

    private static string? FindProblem(RequestModel request, string? line, JsonValue? body)
    {
        if (line is null || request.Method.Length == 0 || request.Path.Count == 0)
        {
            return null;
        }

        if (!line.StartsWith(request.Method + " ", StringComparison.Ordinal))
        {
            return $"does not start with '{request.Method} '";
        }

        string path = line.Substring(request.Method.Length + 1).Split('?')[0];
        string pattern = string.Concat(request.Path.Select(p => p.Literal is null ? "[^/]+" : Regex.Escape(p.Literal)));
        if (!Regex.IsMatch(path, "^" + pattern + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
        {
            return $"does not have the path '{Path(request)}'";
        }

        return body is not null && request.Body is null ? "has a body, but the tool's request has none" : null;
    }

    private static string Path(RequestModel request) =>
        string.Concat(request.Path.Select(p => p.Literal ?? "{" + p.Binding!.Argument + "}"));
}
