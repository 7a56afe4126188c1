using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads what chooses a request: <c>"argument"</c> that is given, or <c>{"argument": value}</c>.</summary>
internal sealed class WhenParser(ToolArguments arguments, DiagnosticBag bag)
{
    /// <summary>Null when it is broken.</summary>
    /// <param name="when">The condition as written.</param>
    /// <param name="earlier">Those of the requests before this one.</param>
    public RequestCondition? Parse(JsonValue when, List<RequestCondition?> earlier)
    {
        if (when.Kind == JsonKind.Object)
        {
            return ParseValue(when, earlier);
        }

        if (!SpecObject.Expect(when, JsonKind.String, "'when'", bag) || Find(when) is not { } argument)
        {
            return null;
        }

        if (earlier.Exists(e => e is { Value: null } && e.Argument == when.Text))
        {
            bag.Report(Descriptors.RepeatedWhen, when, when.Text);
        }
        else if (argument.Required || argument.Default is not null)
        {
            bag.Report(Descriptors.ConstantWhen, when, when.Text);
        }

        arguments.MarkUsed(when.Text);
        return new RequestCondition(when.Text, null);
    }

    private RequestCondition? ParseValue(JsonValue when, List<RequestCondition?> earlier)
    {
        if (when.Members.Count != 1)
        {
            bag.Report(Descriptors.BadWhenValue, when, "'when'", "an object of one argument and its value");
            return null;
        }

        JsonMember member = when.Members[0];
        if (Find(member.Key) is not { } argument)
        {
            return null;
        }

        bool fits = argument.Type.Kind switch
        {
            TypeKind.Boolean => member.Value.Kind is JsonKind.True or JsonKind.False,
            TypeKind.Enum => member.Value.Kind == JsonKind.String
                && argument.Type.Values.Any(value => value.Label == member.Value.Text),
            _ => false,
        };
        if (!fits)
        {
            bag.Report(
                Descriptors.BadWhenValue,
                member.Value,
                $"'{member.Name}'",
                "a boolean, or a label of the enum that it is"
            );
            return null;
        }

        string json = JsonWriter.Write(member.Value);
        if (earlier.Exists(e => e?.Argument == member.Name && (e.Value is null || e.Value == json)))
        {
            bag.Report(Descriptors.RepeatedWhen, member.Key, member.Name);
        }

        arguments.MarkUsed(member.Name);
        return new RequestCondition(member.Name, json);
    }

    private ArgumentModel? Find(JsonValue name)
    {
        ArgumentModel? argument = arguments.Declared.FirstOrDefault(d => d.Model.Name == name.Text)?.Model;
        if (argument is null)
        {
            string hint = Suggestion.For(name.Text, arguments.Declared.Select(d => d.Model.Name));
            bag.Report(Descriptors.UnknownWhen, name, name.Text, arguments.Tool, hint);
        }

        return argument;
    }
}
