using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Binding;

/// <summary>Calls made of a tool's first example and one more argument.</summary>
internal static class SpecCall
{
    /// <summary>A call that is good but for the argument, with what the rules demand beside it.</summary>
    public static string With(SpecArgument argument, string? value, string? spelling = null)
    {
        Dictionary<string, SpecArgument> all = SpecArgument.Of(argument.Tool).ToDictionary(static a => a.Name);
        JsonObject call = JsonNode.Parse(ToolExample.ByTool[argument.Tool][0].Arguments)!.AsObject();
        foreach (string other in Excluded(argument).Concat(Needed(argument).SelectMany(name => Excluded(all[name]))))
        {
            Remove(all[other]);
        }

        Remove(argument);
        call.Remove("clear");
        if (value is not null)
        {
            call[spelling ?? argument.Name] = JsonNode.Parse(value);
        }

        foreach (string needed in Needed(argument).Where(name => !IsGiven(all[name])))
        {
            call[needed] = JsonNode.Parse(all[needed].Type.Plain);
        }

        return call.ToJsonString();

        void Remove(SpecArgument known)
        {
            foreach (string name in known.Aliases.Append(known.Name))
            {
                call.Remove(name);
            }
        }

        bool IsGiven(SpecArgument known) => known.Aliases.Append(known.Name).Any(call.ContainsKey);
    }

    private static IEnumerable<string> Excluded(SpecArgument argument) =>
        SpecArgument
            .Rules(argument.Tool, "exactlyOne")
            .Concat(SpecArgument.Rules(argument.Tool, "atMostOne"))
            .Where(names => names.Contains(argument.Name))
            .SelectMany(static names => names)
            .Where(name => name != argument.Name)
            .Concat(argument.Name == "clear" ? Clearable(argument.Tool) : [])
            .Distinct();

    private static IEnumerable<string> Clearable(string tool) =>
        SpecArgument.Of(tool).Where(static a => a.IsClearable).Select(static a => a.Name);

    private static IEnumerable<string> Needed(SpecArgument argument) =>
        SpecArgument
            .Rules(argument.Tool, "requires")
            .Where(names => names[0] == argument.Name)
            .SelectMany(static names => names.Skip(1));
}
