using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Binding;

public class CanonicalArgumentTests
{
    [Fact]
    public void References_and_dates_are_written_as_the_callers_words_even_when_resolved()
    {
        EntityReference list = new(EntityKind.List, "Backlog");
        list.Resolve("901");
        DateExpression date = new("tomorrow", DateEdge.End);
        date.Resolve(1, true);

        JsonSerializer.Serialize(list, TestJson.Default.EntityReference).ShouldBe("\"Backlog\"");
        JsonSerializer.Serialize(date, TestJson.Default.DateExpression).ShouldBe("\"tomorrow\"");
    }
}
