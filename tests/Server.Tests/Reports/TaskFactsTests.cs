using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Tools.Handlers;

namespace ClickUpMcp.Tests.Reports;

/// <summary>Reports read no member of a task but those that they ask for, since the others are dropped while the response arrives.</summary>
public sealed class TaskFactsTests
{
    /// <summary>A task of which each member that a report can read says something.</summary>
    private const string Full = """
        {"id":"a1","name":"Task","custom_id":"T-1","text_content":"Text","creator":{"id":1,"username":"Ada"},
         "status":{"status":"doing","type":"custom"},"list":{"id":"7","name":"Bugs"},
         "assignees":[{"id":2,"username":"Bob"}],"group_assignees":[{"id":"g","name":"Design"}],
         "dependencies":[{"task_id":"a1","depends_on":"b2","date_created":"1700000000000"}],
         "linked_tasks":[{"task_id":"a1","link_id":"c3","date_created":"1700000000000"}],
         "priority":{"priority":"high"},"due_date":"1700000001000","date_created":"1700000002000",
         "date_updated":"1700000003000","date_closed":"1700000004000","time_estimate":60000,"time_spent":30000,"points":3}
        """;

    private static readonly PropertyInfo[] Facts =
    [
        .. typeof(TaskFacts)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(static one => one.CanWrite),
    ];

    private static readonly string[] All = [Full, Full.Replace("date_closed", "date_done", StringComparison.Ordinal)];

    public static TheoryData<string> Tasks => [.. All];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Facts_are_the_same_without_the_members_that_are_not_asked_for(string task)
    {
        JsonObject kept = JsonNode.Parse(task)!.AsObject();
        foreach (string member in kept.Select(static one => one.Key).Except(TaskFacts.Members).ToList())
        {
            kept.Remove(member);
        }

        TaskFacts whole = Read(task);

        Facts.ShouldNotBeEmpty();
        Facts.ShouldAllBe(fact => Text(fact.GetValue(whole)) != "" && Text(fact.GetValue(whole)) != "0");
        Describe(Read(kept.ToJsonString())).ShouldBe(Describe(whole));
    }

    [Fact]
    public void Each_member_that_is_asked_for_is_read()
    {
        string[] unread =
        [
            .. TaskFacts
                .Members.Except(["linked_tasks"])
                .Where(static member => All.All(task => IsUnread(task, member))),
        ];

        unread.ShouldBeEmpty();
    }

    private static bool IsUnread(string task, string member)
    {
        JsonObject without = JsonNode.Parse(task)!.AsObject();
        without.Remove(member);
        return Describe(Read(without.ToJsonString())) == Describe(Read(task));
    }

    private static TaskFacts Read(string task)
    {
        using JsonDocument document = JsonDocument.Parse(task);
        return TaskFacts.Read(document.RootElement);
    }

    private static string Describe(TaskFacts facts) =>
        string.Join('\n', Facts.Select(fact => $"{fact.Name}: {Text(fact.GetValue(facts))}"));

    private static string Text(object? value) =>
        value is IEnumerable many and not string
            ? string.Join(", ", many.Cast<object>())
            : value?.ToString() ?? string.Empty;
}
