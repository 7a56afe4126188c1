using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the root's prompts, once all tools are known.</summary>
/// <param name="root">The root.</param>
/// <param name="tools">The names of the tools that are not internal; null when not all are known.</param>
/// <param name="bag">Takes what is wrong.</param>
internal sealed class PromptParser(RootSpec root, IReadOnlyCollection<string>? tools, DiagnosticBag bag)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>The prompts that are whole.</summary>
    public EquatableArray<PromptModel> Parse() =>
        root
            .PromptMembers.Select(Parse)
            .OfType<PromptModel>()
            .OrderBy(static prompt => prompt.Name, StringComparer.Ordinal)
            .ToEquatableArray();

    private PromptModel? Parse(JsonMember member)
    {
        NameRules.Check(member.Key, "prompt name", NameRules.Name, bag);
        if (SpecObject.Open(member.Value, KnownKeys.Prompt, bag) is not { } prompt)
        {
            return null;
        }

        PromptArgumentModel[] arguments =
        [
            .. prompt.Members("arguments").Select(ParseArgument).OfType<PromptArgumentModel>(),
        ];
        IReadOnlyList<JsonValue> used = prompt.Required("tools") is null ? [] : prompt.Texts("tools");
        IReadOnlyList<JsonValue> lines = prompt.Required("text") is null ? [] : prompt.Texts("text");
        CheckPlaceholders(prompt, lines);
        CheckTools(used, lines);
        return
            prompt.RequiredText("title") is { } title
            && prompt.Description($"the prompt '{member.Name}'", required: true) is { } description
            ? new PromptModel(
                member.Name,
                title.Text,
                description,
                arguments.ToEquatableArray(),
                used.Select(static tool => tool.Text).ToEquatableArray(),
                string.Join("\n", lines.Select(static line => line.Text))
            )
            : null;
    }

    private PromptArgumentModel? ParseArgument(JsonMember member)
    {
        NameRules.Check(member.Key, "argument name", NameRules.Name, bag);
        if (SpecObject.Open(member.Value, KnownKeys.PromptArgument, bag) is not { } argument)
        {
            return null;
        }

        string[] values = [.. argument.Texts("values").Select(static value => value.Text)];
        JsonValue? fallback = argument.Text("default");
        if (fallback is not null && values.Length > 0 && !values.Contains(fallback.Text))
        {
            bag.Report(
                Descriptors.UnusablePromptDefault,
                fallback,
                fallback.Text,
                Suggestion.For(fallback.Text, values)
            );
        }

        return new PromptArgumentModel(
            member.Name,
            argument.Description($"the argument '{member.Name}'", required: true) ?? "",
            argument.Texts("entities").Select(KindOf).OfType<string>().ToEquatableArray(),
            values.ToEquatableArray(),
            fallback?.Text
        );
    }

    private string? KindOf(JsonValue name)
    {
        if (root.Entities.TryGetValue(name.Text, out EntitySpec? entity))
        {
            return entity.Kind;
        }

        bag.Report(Descriptors.UnknownEntity, name, name.Text, Suggestion.For(name.Text, root.Entities.Keys));
        return null;
    }

    // What is given must reach the text, and nothing may be left in it that stands for what nobody gives.
    private void CheckPlaceholders(SpecObject prompt, IReadOnlyList<JsonValue> lines)
    {
        IReadOnlyList<JsonMember> arguments = prompt.Members("arguments");
        string[] names = [.. arguments.Select(static argument => argument.Name)];
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonValue line in lines)
        {
            foreach (string name in Matches(line, @"\{(?<name>[^{}]*)\}"))
            {
                used.Add(name);
                if (!names.Contains(name))
                {
                    bag.Report(Descriptors.UnknownPlaceholder, line, name, Suggestion.For(name, names));
                }
            }
        }

        foreach (JsonMember idle in arguments.Where(argument => !used.Contains(argument.Name)))
        {
            bag.Report(Descriptors.UnusedPromptArgument, idle.Key, idle.Name);
        }
    }

    // A prompt is there for who has all its tools, so those that its text sends a model to are the ones that it lists.
    private void CheckTools(IReadOnlyList<JsonValue> used, IReadOnlyList<JsonValue> lines)
    {
        if (tools is null)
        {
            return;
        }

        var named = new HashSet<string>(lines.SelectMany(line => Matches(line, "`(?<name>[a-z0-9_]+)`")));
        foreach (JsonValue tool in used)
        {
            if (!tools.Contains(tool.Text))
            {
                bag.Report(Descriptors.UnknownTool, tool, tool.Text, Suggestion.For(tool.Text, tools));
            }
            else if (!named.Contains(tool.Text))
            {
                bag.Report(Descriptors.UnnamedTool, tool, tool.Text);
            }
        }

        string[] listed = [.. used.Select(static tool => tool.Text)];
        foreach (JsonValue line in lines)
        {
            foreach (string name in Matches(line, "`(?<name>[a-z0-9_]+)`").Where(tools.Contains).Except(listed))
            {
                bag.Report(Descriptors.UnlistedTool, line, name);
            }
        }
    }

    private static IEnumerable<string> Matches(JsonValue line, string pattern) =>
        Regex
            .Matches(line.Text, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)
            .Cast<Match>()
            .Select(static match => match.Groups["name"].Value)
            .Distinct();
}
