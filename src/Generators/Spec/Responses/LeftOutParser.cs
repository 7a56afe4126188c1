using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads what a list response leaves out, and which arguments show it.</summary>
internal sealed class LeftOutParser(ToolArguments arguments, DiagnosticBag bag)
{
    private const string Key = "leavesOut";

    /// <summary>The response with what it leaves out; to be called once the arguments are known.</summary>
    public ResponseModel Parse(JsonValue spec, ResponseModel response)
    {
        if (spec.Find(Key) is not { Kind: JsonKind.Array } rows)
        {
            return response;
        }

        if (!response.IsList)
        {
            bag.Report(Descriptors.ListKeyWithoutList, rows, Key);
            return response;
        }

        return response with
        {
            LeavesOut = rows.Items.Select(Parse).OfType<LeftOutModel>().ToEquatableArray(),
        };
    }

    private LeftOutModel? Parse(JsonValue row)
    {
        if (SpecObject.Open(row, KnownKeys.LeftOut, bag) is not { } spec || spec.RequiredText("what") is not { } what)
        {
            return null;
        }

        if (!spec.Has("argument"))
        {
            spec.Required("by");
        }

        JsonValue? argument = spec.Text("argument");
        IReadOnlyList<JsonValue> unless = spec.Texts("unless");
        IReadOnlyList<JsonValue> when = spec.Texts("when");
        foreach (JsonValue name in unless.Concat(when).Concat(argument is null ? [] : [argument]))
        {
            if (arguments.FindBindable(name.Text) is null)
            {
                string hint = Suggestion.For(name.Text, arguments.BindableNames);
                bag.Report(Descriptors.BadListKey, name, Key, $"names the argument '{name.Text}'; {hint}");
                return null;
            }
        }

        return new LeftOutModel(
            what.Text,
            argument?.Text ?? "",
            spec.Text("by")?.Text ?? "",
            unless.Select(name => name.Text).ToEquatableArray(),
            when.Select(name => name.Text).ToEquatableArray()
        );
    }
}
