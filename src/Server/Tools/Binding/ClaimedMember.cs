using System.Text.Json;

namespace ClickUpMcp.Tools.Binding;

/// <summary>The members of an object that spell one argument: one as a rule, more by mistake.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Value">The value of the last.</param>
/// <param name="Spellings">How they are spelled, as in "task and task_id".</param>
/// <param name="HasNull">Whether there were others whose value is null.</param>
internal readonly record struct ClaimedMember(int Count, JsonElement Value, string Spellings, bool HasNull)
{
    /// <summary>The same with one more member.</summary>
    public ClaimedMember And(string spelling, JsonElement value) =>
        this with
        {
            Count = Count + 1,
            Value = value,
            Spellings =
                Count == 0 ? spelling
                : Spellings.Split(" and ").Contains(spelling) ? Spellings
                : $"{Spellings} and {spelling}",
        };
}
