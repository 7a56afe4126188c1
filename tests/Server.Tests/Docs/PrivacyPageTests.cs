using System.Reflection;
using ClickUpMcp.Authorization;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Tests.Docs;

/// <summary>What is kept is in one table, each with a purpose and an end, and people can read it.</summary>
[Trait("Writes", "files")]
public sealed class PrivacyPageTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    [Trait("Promise", "PB-07")]
    public void The_page_is_up_to_date() => GeneratedFile.ShouldMatch(PrivacyPage.Write(), "docs", "privacy.md");

    [Fact]
    [Trait("Promise", "PB-07")]
    public void Every_kind_that_is_declared_anywhere_is_in_the_table() =>
        new[] { typeof(RecordKinds).Assembly, typeof(Scopes).Assembly, typeof(IRecordStore).Assembly }
            .SelectMany(static assembly => assembly.GetTypes())
            .SelectMany(static type => type.GetFields(Static))
            .Where(static field => field.FieldType == typeof(RecordKind))
            .Select(static field => ((RecordKind)field.GetValue(null)!).Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(RecordKinds.All.Select(static kind => kind.Name).Order(StringComparer.Ordinal));

    [Fact]
    [Trait("Promise", "PB-07")]
    public void Each_has_a_name_a_purpose_and_an_end()
    {
        RecordKinds.All.Select(static kind => kind.Name).ShouldBeUnique();
        foreach (RecordKind kind in RecordKinds.All)
        {
            kind.Name.ShouldMatch("^[a-z]+(-[a-z]+)*$");
            kind.Purpose.ShouldMatch("^[A-Z].*\\.$", kind.Name);
            kind.LongestLife.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromDays(800), kind.Name);
        }
    }
}
