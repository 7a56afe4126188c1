using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the root's resources, once all tools are known.</summary>
/// <param name="root">The root.</param>
/// <param name="tools">The tools that are not internal; null when not all are known.</param>
/// <param name="bag">Takes what is wrong.</param>
internal sealed class ResourceParser(RootSpec root, IReadOnlyList<ToolModel>? tools, DiagnosticBag bag)
{
    private const string Template = "^[a-z][a-z0-9+.-]*://([a-z_]+|\\{[a-z0-9_]+\\})(/([a-z_]+|\\{[a-z0-9_]+\\}))*$";
    private const string Variable = @"\{(?<name>[a-z0-9_]+)\}";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>The resources that are whole.</summary>
    public EquatableArray<ResourceModel> Parse() =>
        root.ResourceMembers.Select(Parse).OfType<ResourceModel>().ToEquatableArray();

    private ResourceModel? Parse(JsonMember member)
    {
        NameRules.Check(member.Key, "resource name", NameRules.Name, bag);
        if (
            SpecObject.Open(member.Value, KnownKeys.Resource, bag) is not { } resource
            || resource.RequiredText("uri") is not { } uri
            || resource.RequiredText("title") is not { } title
            || resource.Description($"the resource '{member.Name}'", required: true) is not { } description
            || resource.RequiredText("tool") is not { } tool
        )
        {
            return null;
        }

        if (!Regex.IsMatch(uri.Text, Template, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout))
        {
            bag.Report(Descriptors.BadResourceUri, uri, uri.Text);
        }

        string[] variables = [.. VariablesOf(uri)];
        CheckTool(resource, uri, tool, variables);
        JsonValue? arguments = resource.Object("arguments");
        return new ResourceModel(
            member.Name,
            title.Text,
            description,
            uri.Text,
            variables
                .Select(variable => new ResourceVariableModel(variable, KindOf(tool.Text, variable)))
                .ToEquatableArray(),
            tool.Text,
            arguments is null ? "{}" : JsonWriter.Write(arguments),
            resource.Flag("watch") ?? false
        );
    }

    private static IEnumerable<string> VariablesOf(JsonValue uri) =>
        Regex
            .Matches(uri.Text, Variable, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)
            .Cast<Match>()
            .Select(static match => match.Groups["name"].Value);

    private string? KindOf(string tool, string variable) =>
        tools
            ?.FirstOrDefault(known => known.Name == tool)
            ?.Arguments.FirstOrDefault(argument => argument.Name == variable)
            is { Type: { Kind: TypeKind.Entity } type }
            ? type.Entity
            : null;

    private void CheckTool(SpecObject resource, JsonValue uri, JsonValue name, string[] variables)
    {
        if (tools is null)
        {
            return;
        }

        if (tools.FirstOrDefault(tool => tool.Name == name.Text) is not { } tool)
        {
            bag.Report(Descriptors.UnknownTool, name, name.Text, Suggestion.For(name.Text, tools.Select(t => t.Name)));
            return;
        }

        if (!tool.ReadOnly)
        {
            bag.Report(Descriptors.UnusableResource, name, $"'{name.Text}' changes things");
        }

        string[] known = [.. tool.Arguments.Select(static argument => argument.Name)];
        IReadOnlyList<JsonMember> constants = resource.Members("arguments");
        foreach (string variable in variables.Except(known))
        {
            ReportArgument(uri, name.Text, variable, known);
        }

        foreach (JsonMember constant in constants.Where(constant => !known.Contains(constant.Name)))
        {
            ReportArgument(constant.Key, name.Text, constant.Name, known);
        }

        string[] given = [.. variables, .. constants.Select(static constant => constant.Name)];
        foreach (ArgumentModel needed in tool.Arguments.Where(argument => argument.Required))
        {
            if (!given.Contains(needed.Name))
            {
                bag.Report(Descriptors.UnusableResource, uri, $"'{name.Text}' needs '{needed.Name}'");
            }
        }
    }

    private void ReportArgument(JsonValue where, string tool, string argument, string[] known) =>
        bag.Report(
            Descriptors.UnusableResource,
            where,
            $"'{tool}' has no argument '{argument}'; {Suggestion.For(argument, known)}"
        );
}
