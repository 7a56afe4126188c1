using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the examples of an entry and checks that they can be meant for it.</summary>
internal sealed class ExampleParser(ToolArguments arguments, RequestModel? request, DiagnosticBag bag)
{
    public EquatableArray<ExampleModel> Parse(SpecObject tool) =>
        tool.Items("examples").Select(Parse).OfType<ExampleModel>().ToEquatableArray();

    private ExampleModel? Parse(JsonValue value)
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

        JsonValue? line = request is null ? spec.Text("request") : spec.RequiredText("request");
        JsonValue? body = spec.Find("body");
        if ((line ?? body) is { } where && FindProblem(line?.Text, body) is { } problem)
        {
            bag.Report(Descriptors.ExampleMismatch, where, problem);
        }

        return new ExampleModel(JsonWriter.Write(given), line?.Text, body is null ? null : JsonWriter.Write(body));
    }

    private string? FindProblem(string? line, JsonValue? body)
    {
        if (request is null)
        {
            return "is given, but the tool has a handler";
        }

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
            string expected = string.Concat(request.Path.Select(p => p.Literal ?? "{" + p.Binding!.Argument + "}"));
            return $"does not have the path '{expected}'";
        }

        return body is not null && request.Body is null ? "has a body, but the tool's request has none" : null;
    }
}
