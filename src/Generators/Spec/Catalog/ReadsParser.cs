using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads which operations change nothing although their method is not GET.</summary>
internal sealed class ReadsParser(DiagnosticBag bag)
{
    public EquatableArray<string> Parse(SpecObject root)
    {
        string[] known =
        [
            .. root.Members("operations")
                .SelectMany(static version => version.Value.Items)
                .Select(static id => id.Text),
        ];
        List<string> reads = [];
        foreach (JsonMember member in root.Members("reads"))
        {
            if (!known.Contains(member.Name))
            {
                bag.Report(
                    Descriptors.UnknownOperation,
                    member.Key,
                    member.Name,
                    "the API",
                    Suggestion.For(member.Name, known)
                );
            }
            else if (!SpecObject.Expect(member.Value, JsonKind.String, $"'{member.Name}'", bag))
            {
                continue;
            }
            else if (member.Value.Text.Trim().Length == 0)
            {
                bag.Report(Descriptors.EmptyReason, member.Value, member.Name);
            }
            else
            {
                reads.Add(member.Name);
            }
        }

        return reads.ToEquatableArray();
    }
}
