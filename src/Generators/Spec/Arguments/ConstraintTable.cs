using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Which keys of an argument belong to which types.</summary>
internal static class ConstraintTable
{
    private static readonly Dictionary<string, TypeKind[]> Types = new Dictionary<string, TypeKind[]>
    {
        ["minLength"] = [TypeKind.String, TypeKind.Text, TypeKind.Comment],
        ["maxLength"] = [TypeKind.String, TypeKind.Text, TypeKind.Comment],
        ["format"] = [TypeKind.String, TypeKind.Text],
        ["minimum"] = [TypeKind.Integer, TypeKind.Number, TypeKind.Duration],
        ["maximum"] = [TypeKind.Integer, TypeKind.Number],
        ["edge"] = [TypeKind.Date],
        ["direction"] = [TypeKind.Date],
        ["values"] = [TypeKind.Enum],
        ["entity"] = [TypeKind.Entity],
        ["within"] = [TypeKind.Entity],
        ["mayBeNew"] = [TypeKind.Entity],
        ["newUnless"] = [TypeKind.Entity],
        ["mentions"] = [TypeKind.Text],
        ["items"] = [TypeKind.Array],
        ["minItems"] = [TypeKind.Array],
        ["maxItems"] = [TypeKind.Array],
        ["uniqueItems"] = [TypeKind.Array],
        ["all"] = [TypeKind.Array],
        ["maxBytes"] = [TypeKind.File],
        ["holds"] = [TypeKind.Json],
        ["record"] = [TypeKind.Object],
        ["fields"] = [TypeKind.Object],
    };

    /// <summary>Reports keys that do nothing for the type.</summary>
    public static void Check(SpecObject spec, TypeKind kind)
    {
        foreach (JsonMember member in spec.Value.Members)
        {
            if (Types.TryGetValue(member.Name, out TypeKind[]? kinds) && !kinds.Contains(kind))
            {
                string type = kind.ToString().ToLowerInvariant();
                spec.Bag.Report(Descriptors.MisplacedConstraint, member.Key, member.Name, type);
            }
        }
    }
}
