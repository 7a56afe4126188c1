using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Keeps the names, aliases and C# names of arguments that stand beside each other apart.</summary>
internal static class ArgumentNames
{
    /// <param name="entries">The arguments as written.</param>
    /// <param name="implicit">Arguments that are there already.</param>
    /// <param name="record">C# name of the record they become properties of, which none of them may have.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static void Check(
        IReadOnlyList<ArgumentEntry> entries,
        IReadOnlyList<ArgumentModel> @implicit,
        string? record,
        DiagnosticBag bag
    )
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        if (record is not null)
        {
            members.Add(record, "the record it stands in");
        }

        foreach (ArgumentModel argument in @implicit)
        {
            foreach (string name in argument.Aliases.Prepend(argument.Name))
            {
                owners[name] = argument.Name;
            }
        }

        foreach (ArgumentEntry entry in entries)
        {
            if (Claim(owners, entry.Member.Key, entry.Model.Name, bag))
            {
                CheckMember(members, entry, bag);
            }
        }

        foreach (ArgumentEntry entry in entries)
        {
            foreach (JsonValue alias in entry.Member.Value.Find("aliases")?.Items ?? [])
            {
                Claim(owners, alias, entry.Model.Name, bag);
            }
        }
    }

    private static bool Claim(Dictionary<string, string> owners, JsonValue name, string owner, DiagnosticBag bag)
    {
        if (owners.TryGetValue(name.Text, out string? other))
        {
            bag.Report(Descriptors.DuplicateArgument, name, name.Text, other);
            return false;
        }

        owners.Add(name.Text, owner);
        return true;
    }

    private static void CheckMember(Dictionary<string, string> members, ArgumentEntry entry, DiagnosticBag bag)
    {
        string member = CSharpNames.Pascal(entry.Model.Name);
        if (CSharpNames.IsTakenMember(member))
        {
            bag.Report(Descriptors.NameClash, entry.Member.Key, entry.Model.Name, "a member of every record", member);
        }
        else if (members.TryGetValue(member, out string? other))
        {
            bag.Report(Descriptors.NameClash, entry.Member.Key, entry.Model.Name, other, member);
        }
        else
        {
            members.Add(member, $"'{entry.Model.Name}'");
        }
    }
}
