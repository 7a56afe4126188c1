using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the values of an enum: labels that callers write, each with what goes on the wire.</summary>
internal static class EnumParser
{
    public static EquatableArray<EnumValueModel> Parse(SpecObject spec, string name)
    {
        if (!spec.Has("values"))
        {
            spec.Bag.Report(Descriptors.BadEnum, spec.Value, name, "has no values");
            return default;
        }

        if (spec.Object("values") is not { } values)
        {
            return default;
        }

        if (values.Members.Count == 0)
        {
            spec.Bag.Report(Descriptors.BadEnum, values, name, "has no values");
        }

        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonMember member in values.Members)
        {
            if (member.Name.Trim().Length == 0)
            {
                spec.Bag.Report(Descriptors.BadEnum, member.Key, name, "has an empty label");
            }
            else if (!labels.Add(member.Name))
            {
                string problem = $"has the label '{member.Name}' twice; case does not tell labels apart";
                spec.Bag.Report(Descriptors.BadEnum, member.Key, name, problem);
            }

            if (member.Value.Kind is JsonKind.Object or JsonKind.Array)
            {
                string problem = $"maps '{member.Name}' to {member.Value.KindName}; only single values go on the wire";
                spec.Bag.Report(Descriptors.BadEnum, member.Value, name, problem);
            }
        }

        return values.Members.Select(m => new EnumValueModel(m.Name, JsonWriter.Write(m.Value))).ToEquatableArray();
    }
}
