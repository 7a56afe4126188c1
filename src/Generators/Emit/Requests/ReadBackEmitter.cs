using ClickUpMcp.Api;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what a response to a write is expected to show.</summary>
internal static class ReadBackEmitter
{
    /// <summary>One of several things that a write removes.</summary>
    private const string Removed = "removed";

    public static void Emit(SourceWriter writer, Operation operation)
    {
        if (operation.Request.Existing is { } existing)
        {
            writer.Line($"builder.Existing({CSharpLiterals.String(existing)});");
        }

        if (operation.Request.HasEmptyResponse)
        {
            writer.Line("builder.HasEmptyResponse();");
        }

        if (operation.Request.ReadBack is not { } readBack)
        {
            return;
        }

        foreach (ReadBackFieldModel field in readBack.Fields)
        {
            EmitField(writer, operation, field);
        }

        foreach (string name in readBack.Unseen)
        {
            EmitUnseen(writer, operation.Find(name)!);
        }

        if (readBack.From is { } from)
        {
            string choice = readBack.For is { } when ? Operation.Choice + CSharpNames.Pascal(when) : "";
            EmitRead(writer, operation, readBack, CSharpNames.Pascal(from) + choice);
        }

        if (readBack.IsAlike)
        {
            writer.Line("builder.IsAlike();");
        }

        if (readBack.Next is { } next)
        {
            writer.Line($"builder.WhenIgnored({CSharpLiterals.String(next)});");
        }
    }

    private static void EmitRead(SourceWriter writer, Operation operation, ReadBackModel readBack, string read)
    {
        string arguments = string.Join(", ", readBack.With.Select(passed => Passed(operation, passed)));
        if (!readBack.IsGone)
        {
            writer.Line($"builder.ReadBackBy({read}({arguments}));");
            return;
        }

        if (
            readBack.With.Select(passed => passed.Argument).FirstOrDefault(name => IsList(operation, name))
            is not { } list
        )
        {
            writer.Line($"builder.Removes({read}({arguments}));");
            return;
        }

        using (writer.Open($"foreach (var {Removed} in {ArgumentNames.Local(list)})"))
        {
            writer.Line($"builder.Removes({read}({arguments}), {Removed}.Value);");
        }
    }

    private static void EmitField(SourceWriter writer, Operation operation, ReadBackFieldModel field)
    {
        OperationParameter? parameter = operation.Find(field.Argument);
        string tail =
            $"{RuntimeNames.Api}{nameof(ReadBackKind)}.{field.Kind}{Item(operation, field)}{Words(parameter)});";
        if (field.Sent is null)
        {
            EmitValue(writer, operation, parameter!, field, tail);
            return;
        }

        string shows = $"builder.Shows({CSharpLiterals.Strings([field.Argument, field.Sent, field.Shown])}, {tail}";
        if (ClearOf(operation, field.Argument) is not { } clear)
        {
            writer.Line(shows);
            return;
        }

        // What empties it stands elsewhere in the body, or is another word than what the thing shows.
        string cleared =
            $"{RuntimeNames.Api}JsonBodyWriter.IsCleared({clear}, {CSharpLiterals.String(field.Argument)})";
        using (writer.Open($"if ({cleared})"))
        {
            writer.Line($"builder.ShowsValue({CSharpLiterals.Strings([field.Argument, "", field.Shown])}, {tail}");
        }

        using (writer.Open("else"))
        {
            writer.Line(shows);
        }
    }

    private static void EmitValue(
        SourceWriter writer,
        Operation operation,
        OperationParameter parameter,
        ReadBackFieldModel field,
        string tail
    )
    {
        string name = CSharpLiterals.String(field.Argument);
        string shows =
            $"builder.ShowsValue({name}, {Text(operation, parameter)}, {CSharpLiterals.String(field.Shown)}, {tail}";
        if (operation.Request.CustomTaskIds != field.Argument)
        {
            writer.Line(shows);
            return;
        }

        // Things name tasks by the other id.
        using (writer.Open($"if ({parameter.Name} is {{ IsCustomId: true }})"))
        {
            writer.Line($"builder.Unseen({name});");
        }

        using (writer.Open("else"))
        {
            writer.Line(shows);
        }
    }

    // Of what is no single text, only that there is something can be expected.
    private static string Text(Operation operation, OperationParameter parameter)
    {
        TypeModel type = parameter.Argument.Type;
        string value = BoundValue.Of(operation, new BindingModel(null, parameter.Argument.Name, null))!.Value.Sent;
        return type.Kind switch
        {
            TypeKind.String or TypeKind.Text or TypeKind.Entity => value,
            TypeKind.Enum when EnumWire.IsIdentity(type) => value,
            TypeKind.Duration or TypeKind.Date or TypeKind.Integer =>
                $"{value}{(parameter.MayBeNull ? "?" : "")}.ToString(System.Globalization.CultureInfo.InvariantCulture)",
            _ => parameter.MayBeNull ? $"{parameter.Name} is null ? null : \"\"" : "\"\"",
        };
    }

    private static string Item(Operation operation, ReadBackFieldModel field) =>
        field.ItemFrom is { } path ? $", itemFrom: {CSharpLiterals.String(path)}"
        : field.Item is { } name && operation.Find(name) is { } id ? $", item: {Text(operation, id)}"
        : "";

    // Some things show the word for what is sent as a number.
    private static string Words(OperationParameter? parameter) =>
        parameter?.Argument.Type is { Kind: TypeKind.Enum } type && !EnumWire.IsIdentity(type)
            ? $", words: {CSharpLiterals.String(string.Join("|", type.Values.Select(static v => $"{JsonConstant.Text(v.WireJson)}={v.Label}")))}"
            : "";

    private static string? ClearOf(Operation operation, string argument) =>
        operation.Find(argument)?.Argument is { Clearable: true, Cleared.Count: > 0 }
            ? operation.Parameters.FirstOrDefault(static p => p.Argument.Role == ArgumentRole.Clear)?.Name
            : null;

    private static void EmitUnseen(SourceWriter writer, OperationParameter parameter)
    {
        string line = $"builder.Unseen({CSharpLiterals.String(parameter.Argument.Name)});";
        if (Condition(parameter) is not { } condition)
        {
            writer.Line(line);
            return;
        }

        using (writer.Open($"if ({condition})"))
        {
            writer.Line(line);
        }
    }

    // What a caller left out has its default, and is nothing to speak of.
    private static string? Condition(OperationParameter parameter) =>
        parameter.Default is { } literal ? $"{parameter.Name} != {literal}"
        : parameter.MayBeNull ? $"{parameter.Name} is not null"
        : null;

    private static string Passed(Operation operation, ReadBackArgumentModel passed)
    {
        string value = IsList(operation, passed.Argument) ? Removed : ArgumentNames.Local(passed.Argument);
        return $"{ArgumentNames.Local(passed.Name)}: {value}";
    }

    private static bool IsList(Operation operation, string argument) =>
        operation.Find(argument)?.Argument.Type.Kind == TypeKind.Array;
}
