using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the argument record of a tool and the records nested in it.</summary>
internal static class RecordEmitter
{
    public static string Emit(ToolModel tool)
    {
        SourceWriter writer = SourceWriter.ForFile();
        string name = ArgumentNames.Arguments(tool.Name);
        writer.Line($"/// <summary>Arguments of <c>{tool.Name}</c>.</summary>");
        using (writer.Open($"internal sealed record {name} : {RuntimeNames.Runtime}IToolArguments"))
        {
            foreach (ArgumentModel argument in tool.Arguments.Where(static a => IsProperty(a.Role)))
            {
                EmitProperty(writer, name, argument, CSharpTypes.Of(argument.Type));
            }

            EmitAmbient(writer);
            EmitIdentity(writer, name);
            CanonicalEmitter.Emit(writer, name, tool.Arguments.Where(static a => IsProperty(a.Role)));
        }

        foreach (TypeModel record in CSharpTypes.Records(tool.Arguments))
        {
            EmitNested(writer.Line(), tool, record);
        }

        return writer.ToString();
    }

    /// <summary>The nested records as operations take them; null when there are none.</summary>
    public static string? EmitResolved(ToolModel tool)
    {
        IReadOnlyList<TypeModel> records = CSharpTypes.Records(tool.Arguments);
        if (records.Count == 0)
        {
            return null;
        }

        SourceWriter writer = SourceWriter.ForFile(RuntimeNames.ApiNamespace);
        foreach (TypeModel record in records)
        {
            string name = ResolvedTypes.RecordName(record);
            writer.Line($"/// <summary>Part of the values of <c>{tool.Name}</c>.</summary>");
            using (writer.Open($"internal sealed record {name}"))
            {
                foreach (ArgumentModel field in record.Fields)
                {
                    EmitProperty(writer, name, field, ResolvedTypes.Of(field.Type));
                }

                EmitIdentity(writer, name);
            }

            writer.Line();
        }

        return writer.ToString();
    }

    /// <summary>The members that the runtime's interface asks of every argument record.</summary>
    public static void EmitAmbient(SourceWriter writer)
    {
        writer
            .Line(XmlDoc.Summary("What the caller asked of the response; null when the tool takes no such argument."))
            .Line($"public {RuntimeNames.Projection}OutputOptions? Output {{ get; init; }}")
            .Line()
            .Line(XmlDoc.Summary("The workspace the caller named; null when it named none."))
            .Line($"public {RuntimeNames.EntityReference}? Workspace {{ get; init; }}")
            .Line();
    }

    /// <summary>What a record is equal to and printed as, in place of what the compiler would make of every member.</summary>
    /// <remarks>Nothing compares arguments or may print what they hold, and code that does so for each record was 0.4 MB of the executable.</remarks>
    public static void EmitIdentity(SourceWriter writer, string name) =>
        writer
            .Line($"public bool Equals({name}? other) => ReferenceEquals(this, other);")
            .Line()
            .Line(
                "public override int GetHashCode() => global::System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);"
            )
            .Line()
            .Line($"public override string ToString() => nameof({name});")
            .Line();

    /// <summary>Whether arguments of this role have a property of their own.</summary>
    public static bool IsProperty(ArgumentRole role) => role is ArgumentRole.Declared or ArgumentRole.Clear;

    private static void EmitNested(SourceWriter writer, ToolModel tool, TypeModel record)
    {
        string name = record.Record ?? "";
        writer.Line($"/// <summary>Part of the arguments of <c>{tool.Name}</c>.</summary>");
        using (writer.Open($"internal sealed record {name} : {CanonicalEmitter.Interface}"))
        {
            foreach (ArgumentModel field in record.Fields)
            {
                EmitProperty(writer, name, field, CSharpTypes.Of(field.Type));
            }

            EmitIdentity(writer, name);
            ResolutionEmitter.EmitMethod(writer, record);
            writer.Line();
            CanonicalEmitter.Emit(writer, name, record.Fields);
        }
    }

    private static void EmitProperty(SourceWriter writer, string record, ArgumentModel argument, string type)
    {
        string name = ArgumentNames.Property(record, argument);
        if (argument.Description is { Length: > 0 } description)
        {
            writer.Line(XmlDoc.Summary(description));
        }

        if (argument.Required)
        {
            writer.Line($"public required {type} {name} {{ get; init; }}");
        }
        else if (DefaultValues.Of(argument) is { } value)
        {
            writer.Line($"public {type} {name} {{ get; init; }} = {value};");
        }
        else
        {
            writer.Line($"public {type}? {name} {{ get; init; }}");
        }

        writer.Line();
    }
}
